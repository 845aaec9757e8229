import type { Report } from '../contract/finding.ts';
import type { LiveOptions, LiveReport } from '../drift/live/live.ts';
import type { DriftSpecOptions, UpdatedFile } from '../drift/published/index.ts';
import type { DriftProxy, DriftProxyOptions } from '../drift/traffic/proxy.ts';
import { UsageError } from './command.ts';

/** What does the checking. */
export interface Engines {
  spec(check: DriftSpecOptions): Promise<Report>;
  /** The files below `openapi/` as they would be with what is published now. */
  update(check: DriftSpecOptions): Promise<UpdatedFile[]>;
  live(check: LiveOptions): Promise<LiveReport>;
  proxy(check: DriftProxyOptions): Promise<Pick<DriftProxy, 'url' | 'report' | 'close'>>;
}

/** The engines of the package; each is loaded when it is first asked. */
export const engines: Engines = {
  async spec(check) {
    const { driftSpec } = await pages();
    return driftSpec(check).catch(asUsage);
  },
  async update(check) {
    const { updateSpec } = await pages();
    return updateSpec(check).catch(asUsage);
  },
  async live(check) {
    await needed('ajv', 'ajv-formats');
    const { driftLive } = await import('../drift/live/live.ts');
    return driftLive(check);
  },
  async proxy(check) {
    await needed('ajv', 'ajv-formats');
    const { driftProxy } = await import('../drift/traffic/proxy.ts');
    return driftProxy(check);
  },
};

async function pages() {
  await needed('yaml');
  return import('../drift/published/index.ts');
}

/** A page on disk that cannot be read is an argument that is wrong. */
function asUsage(error: unknown): never {
  const isPage = error instanceof Error && error.name === 'PageError';
  throw isPage ? new UsageError(error.message) : error;
}

/** @throws {UsageError} a package that is optional otherwise is not installed */
async function needed(...names: string[]): Promise<void> {
  try {
    for (const name of names) await import(name);
  } catch {
    throw new UsageError(`this needs packages that are optional: npm install ${names.join(' ')}`);
  }
}
