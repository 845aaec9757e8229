/** A task as plain data, without any secret: keep it, and `kling.resume` makes the task again in any process. */
export interface TaskHandle<O extends string = string> {
  /** Version of this format. */
  v: 1;
  /** Name of the provider that has the task, such as `cometapi`. */
  provider: string;
  /** Name of the operation, such as `textToAudio`. */
  operation: O;
  /** The provider's id; absent while it is not known whether the provider took the task. */
  id?: string;
  /** The id that the task was created with on our side; unique within the account. */
  externalId?: string;
  /** Model, mode and seconds that were asked for, where they were given: tasks of one kind take about the same time. */
  kind?: string;
  /** When the handle was made, Unix time in milliseconds. */
  createdAt: number;
}

/** What every error of this package can tell. */
export interface ErrorFacts {
  cause?: unknown;
  /** The provider that the error is about. */
  provider?: string | undefined;
  /** The task that the error is about, wherever there is one: pass it to `kling.resume`. */
  task?: TaskHandle | undefined;
}

const brand = Symbol.for('kling-fetch.error');

/** What all errors of this package have in common. You meet one of the classes below. */
export abstract class KlingError<Facts extends ErrorFacts = ErrorFacts> extends Error {
  abstract override readonly name: string;
  /** The provider that the error is about. */
  declare readonly provider: string | undefined;
  /** The task that the error is about, wherever there is one: pass it to `kling.resume`. */
  declare task: TaskHandle | undefined;

  constructor(message: string, { cause, ...facts }: Facts) {
    super(message, cause === undefined ? undefined : { cause });
    Object.assign(this, facts);
  }

  /** Tells our errors from others of the same name, across copies of this package. */
  get [brand](): true {
    return true;
  }

  /** Everything there is to know, safe to log: no header, no body, no prompt, no key. */
  toJSON(): Record<string, unknown> {
    return { ...(this as object), name: this.name, message: this.message };
  }
}

/** The 21 service codes that Kling documents. */
export type ServiceCode = import('../../generated/klingai.ts').components['schemas']['ServiceCode'];

/** What an {@link ApiError} adds. */
interface ApiFacts extends ErrorFacts {
  status: number;
  code?: number | undefined;
  reason?: string | undefined;
  requestId?: string | undefined;
  retryAfter?: number | undefined;
  serverTime?: number | undefined;
}

/** The provider refused, or broke while answering. Change the request, the account or the key; waiting rarely helps. */
export class ApiError extends KlingError<ApiFacts> {
  override readonly name = 'ApiError';
  /** HTTP status of the answer. Kling uses 200 for refusals, too: see {@link code}. */
  declare readonly status: number;
  /** Kling's service code, which says more than the status; absent when a gateway or proxy answered. */
  declare readonly code: ServiceCode | (number & {}) | undefined;
  /** A gateway's word for the reason, such as `invalid_request`. */
  declare readonly reason: string | undefined;
  /** Names the request when you ask the provider about it. */
  declare readonly requestId: string | undefined;
  /** Milliseconds that the provider asked to wait, from `Retry-After`. */
  declare readonly retryAfter: number | undefined;
  /** The provider's clock when it answered, Unix time in milliseconds. */
  declare readonly serverTime: number | undefined;
}

/** No answer: the network failed or time ran out. Check address and network, then try again. */
export class ConnectionError extends KlingError<ErrorFacts & { sent: boolean }> {
  override readonly name = 'ConnectionError';
  /** Whether the request may have reached the provider all the same. */
  declare readonly sent: boolean;
}

/** An answer came that is not the provider's: HTML, nothing, half of it, or something else in its place. */
export class AnswerError extends KlingError<ErrorFacts & { status: number }> {
  override readonly name = 'AnswerError';
  /** HTTP status of the answer. */
  declare readonly status: number;
}

/** The provider gave up on the task. The message is its reason; a new task needs another input. */
export class TaskFailedError extends KlingError {
  override readonly name = 'TaskFailedError';
  declare task: TaskHandle;
}

/** Our patience ended, not the task: `kling.resume(error.task)` goes on waiting for it. */
export class TaskTimeoutError extends KlingError {
  override readonly name = 'TaskTimeoutError';
  declare task: TaskHandle;
}

/**
 * You aborted the wait, the task goes on: `kling.resume(error.task)`. `cause` is the signal's reason, or, from `run`, the error
 * of an `onProgress` that threw.
 */
export class TaskAbortedError extends KlingError {
  override readonly name = 'AbortError';
  declare task: TaskHandle;
}

/**
 * The create was sent and its answer lost, so the task may exist and be charged. Do not simply create it again: ask
 * {@link reconcile} first, and look for `error.task.externalId` in the provider's console.
 */
export class CreateUncertainError extends KlingError {
  override readonly name = 'CreateUncertainError';
  declare task: TaskHandle;
  readonly #find: () => Promise<TaskHandle | undefined>;

  constructor(message: string, facts: ErrorFacts, find: () => Promise<TaskHandle | undefined>) {
    super(message, facts);
    this.#find = find;
  }

  /**
   * Asks the provider for the task by its external id; costs nothing. Gives the handle for `kling.resume` when the task is
   * there. Undefined means that the provider does not show it, which proves nothing where looking by external id is not
   * documented (CometAPI, DeerAPI).
   * @throws {KlingError} what kept the provider from answering
   */
  reconcile(): Promise<TaskHandle | undefined> {
    return this.#find();
  }
}

type AnyKlingError =
  | ApiError
  | ConnectionError
  | AnswerError
  | TaskFailedError
  | TaskTimeoutError
  | TaskAbortedError
  | CreateUncertainError;

/**
 * Whether an error is one of ours, and of this name. Unlike `instanceof` it also knows the errors of a second copy of this
 * package.
 */
export function isKlingError<Name extends AnyKlingError['name']>(
  error: unknown,
  name: Name,
): error is Extract<AnyKlingError, { name: Name }> {
  return error instanceof Error && error.name === name && brand in error;
}
