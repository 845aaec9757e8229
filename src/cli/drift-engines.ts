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

/** The checks of the package. Each is loaded when it is first used, so that the other commands start quickly. */
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
    const { driftLive } = await import('../drift/live/live.ts');
    return driftLive(check);
  },
  async proxy(check) {
    const { driftProxy } = await import('../drift/traffic/proxy.ts');
    return driftProxy(check);
  },
  async recordings(check) {
    const { driftRecordings } = await import('../drift/recordings.ts');
    return driftRecordings(check);
  },
};

const importPublished = () => import('../drift/published/drift.ts');

/** A page on disk that cannot be read is a wrong argument. */
function rethrowPageError(error: unknown): never {
  const isPageError = error instanceof Error && error.name === 'PageError';
  throw isPageError ? new UsageError(error.message) : error;
}
