import { type ErrorFacts, KlingError } from '../client/errors.ts';

/** A result could not be saved; nothing half-written is left. The task keeps its result: save again. */
export class SaveError extends KlingError {
  override readonly name = 'SaveError';
  /**
   * Where it went wrong: `disk` (choose another place, or make room), `download` (try again, or read the task again
   * for a fresh address), `size` (raise `maxBytes`), `aborted` (you did).
   */
  readonly reason: 'disk' | 'download' | 'size' | 'aborted';

  constructor(message: string, facts: ErrorFacts & { reason: SaveError['reason'] }) {
    super(message, facts);
    this.reason = facts.reason;
  }
}

/** An error whose message may still lack the file. */
export const problem = (reason: SaveError['reason'], message: string, cause?: unknown) =>
  new SaveError(message, { reason, ...(cause === undefined ? {} : { cause }) });
