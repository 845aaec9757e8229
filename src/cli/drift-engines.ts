import type { Report } from '../contract/finding.ts';
import type { LiveOptions, LiveReport } from '../drift/live/live.ts';
import type { DriftSpecOptions, SpecReport, UpdatedFile } from '../drift/published/drift.ts';
import type { RecordingsOptions } from '../drift/recordings.ts';
import type { DriftProxy, DriftProxyOptions } from '../drift/traffic/proxy.ts';
import { UsageError } from './command.ts';

/** The checks behind the commands; tests put others in their place. */
export interface Engines {
  spec(check: DriftSpecOptions): Promise<SpecReport>;
  /** The files below `openapi/` as they would be with what is published now. */
  update(check: DriftSpecOptions): Promise<UpdatedFile[]>;
  live(check: LiveOptions): Promise<LiveReport>;
  proxy(check: DriftProxyOptions): Promise<Pick<DriftProxy, 'url' | 'report' | 'close'>>;
  recordings(check: RecordingsOptions): Promise<Report>;
}

/** The checks of the package. Each is loaded when it is first used, as it needs packages that are optional. */
export const engines: Engines = {
  async spec(check) {
    const { driftSpec } = await importPublished();
    return driftSpec(check).catch(rethrowPageError);
  },
  async update(check) {
    const { updateSpec } = await importPublished();
    return updateSpec(check).catch(rethrowPageError);
  },
  async live(check) {
    await requirePackages('ajv', 'ajv-formats');
    const { driftLive } = await import('../drift/live/live.ts');
    return driftLive(check);
  },
  async proxy(check) {
    await requirePackages('ajv', 'ajv-formats');
    const { driftProxy } = await import('../drift/traffic/proxy.ts');
    return driftProxy(check);
  },
  async recordings(check) {
    await requirePackages('ajv', 'ajv-formats');
    const { driftRecordings } = await import('../drift/recordings.ts');
    return driftRecordings(check);
  },
};

async function importPublished() {
  await requirePackages('yaml');
  return import('../drift/published/drift.ts');
}

/** A page on disk that cannot be read is a wrong argument. */
function rethrowPageError(error: unknown): never {
  const isPageError = error instanceof Error && error.name === 'PageError';
  throw isPageError ? new UsageError(error.message) : error;
}

/** @throws {UsageError} one of these optional packages is not installed */
async function requirePackages(...names: string[]): Promise<void> {
  try {
    for (const name of names) await import(name);
  } catch {
    const command = `npm install ${names.join(' ')}`;
    throw new UsageError(`this check needs packages that are not installed: ${command}`);
  }
}
