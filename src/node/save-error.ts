import { type ErrorFacts, KlingError } from '../client/errors.ts';

/** A result could not be saved; no half-written file is left. The task keeps its result: save it again. */
export class SaveError extends KlingError {
  override readonly name = 'SaveError';
  /**
   * What went wrong: `disk` (choose another folder, or make room), `download` (try again, or read the task again for a
   * fresh address), `size` (raise `maxBytes`), `aborted` (you aborted it).
   */
  readonly reason: 'disk' | 'download' | 'size' | 'aborted';

  constructor(message: string, facts: ErrorFacts & { reason: SaveError['reason'] }) {
    super(message, facts);
    this.reason = facts.reason;
  }
}

/** An error whose message does not name the file yet. */
export const saveError = (reason: SaveError['reason'], message: string, cause?: unknown) =>
  new SaveError(message, { reason, ...(cause === undefined ? {} : { cause }) });

/** A download that broke off and may be gone on with; caught here: users get its error. */
export class Interruption extends Error {
  readonly error: SaveError;

  constructor(error: SaveError) {
    super(error.message);
    this.error = error;
  }
}
