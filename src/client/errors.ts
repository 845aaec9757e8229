/** A task as plain data, without any secret: store it, and `kling.resume` continues the task in any process. */
export interface TaskHandle<O extends string = string> {
  /** Version of this format. */
  v: 1;
  /** Name of the provider that has the task, such as `cometapi`. */
  provider: string;
  /** Name of the operation, such as `textToAudio`. */
  operation: O;
  /** The provider's id; absent while it is not known whether the provider took the task. */
  id?: string;
  /** The id that was sent with the create, ours or the caller's own; unique within the account. */
  externalId?: string;
  /** The requested model, mode and seconds, as far as there are any: tasks of one kind take about the same time. */
  kind?: string;
  /** When the task was created, Unix time in milliseconds; absent in the handle of a task that is known by its id only. */
  createdAt?: number;
}

/** What every error of this package carries. */
export interface ErrorFacts {
  cause?: unknown;
  /** The provider that the error is about; that of the task where it is left out. */
  provider?: string | undefined;
  /** The task that the error is about, if there may be one: pass it to `kling.resume`. */
  task?: TaskHandle | undefined;
}

/** Where the message of an error comes from and what to quote when asking about it. */
function describe(message: string, facts: ErrorFacts & Partial<ApiFacts>): string {
  const { provider, task, status, code, requestId } = facts;
  const about = [provider, task?.id && `task ${task.id}`].filter(Boolean).join(' ');
  const number = code === undefined ? status && `HTTP ${status}` : `code ${code}`;
  const quote = [number, requestId && `request ${requestId}`].filter(Boolean).join(', ');
  return `${about}${about && ': '}${message}${quote && ` (${quote})`}`;
}

const brand = Symbol.for('kling-fetch.error');

/** The base class of all errors of this package. What is thrown is always one of its subclasses. */
export abstract class KlingError<Facts extends ErrorFacts = ErrorFacts> extends Error {
  abstract override readonly name: string;
  /** The provider that the error is about. */
  declare readonly provider: string | undefined;
  /** The task that the error is about, if there may be one: pass it to `kling.resume`. Without it, nothing was created. */
  declare task: TaskHandle | undefined;

  /** @param message what happened; provider, task, code and request id are added */
  constructor(message: string, { cause, ...rest }: Facts) {
    const facts = rest.task ? { provider: rest.task.provider, ...rest } : rest;
    super(describe(message, facts), cause === undefined ? undefined : { cause });
    Object.assign(this, facts);
  }

  /** Marks our errors, so that another copy of this package recognizes them. */
  get [brand](): true {
    return true;
  }

  /** All fields of the error, safe to log: no header, no body, no prompt, no key. */
  toJSON(): Record<string, unknown> {
    return { ...(this as object), name: this.name, message: this.message };
  }
}

/** The 21 service codes that Kling documents. */
export type ServiceCode = import('../../generated/klingai.ts').components['schemas']['ServiceCode'];

/** What the error of a response adds. */
interface ResponseFacts extends ErrorFacts {
  status: number;
  retryAfter?: number | undefined;
}

/** What an {@link ApiError} adds to that. */
interface ApiFacts extends ResponseFacts {
  code?: number | undefined;
  reason?: string | undefined;
  requestId?: string | undefined;
  serverTime?: number | undefined;
}

/** The provider refused the request or failed to handle it. Change the request, the account or the key; waiting rarely helps. */
export class ApiError extends KlingError<ApiFacts> {
  override readonly name = 'ApiError';
  /** HTTP status of the response. Kling uses 200 for refusals, too: see {@link code}. */
  declare readonly status: number;
  /** Kling's service code, which says more than the status; absent when a gateway or proxy answered. */
  declare readonly code: ServiceCode | (number & {}) | undefined;
  /** A gateway's word for the reason, such as `invalid_request`. */
  declare readonly reason: string | undefined;
  /** The id of the request: quote it when you ask the provider about it. */
  declare readonly requestId: string | undefined;
  /** Milliseconds that the provider asked to wait, from `Retry-After`; at most five minutes. */
  declare readonly retryAfter: number | undefined;
  /** The provider's clock when it responded, Unix time in milliseconds. */
  declare readonly serverTime: number | undefined;
}

/** No response: the network failed or time ran out. Check address and network, then try again. */
export class ConnectionError extends KlingError<ErrorFacts & { sent: boolean }> {
  override readonly name = 'ConnectionError';
  /** Whether the request may have reached the provider all the same. */
  declare readonly sent: boolean;
}

/**
 * A response that is nobody's word: HTML, an empty or truncated body, other JSON, an answer about another task, or a page that has
 * others after it and leads to none. It may come from whatever stands between you and the provider, and says nothing about the request.
 */
export class AnswerError extends KlingError<ResponseFacts> {
  override readonly name = 'AnswerError';
  /** HTTP status of the response. */
  declare readonly status: number;
  /** Milliseconds that the response asked to wait, from `Retry-After`; at most five minutes. */
  declare readonly retryAfter: number | undefined;
}

/** The provider gave up on the task. A new task needs another input. */
export class TaskFailedError extends KlingError<ErrorFacts & { reason: string }> {
  override readonly name = 'TaskFailedError';
  declare task: TaskHandle;
  /** The provider's reason, in its own words. */
  declare readonly reason: string;
}

/**
 * The wait took too long; the task goes on, and `kling.resume(error.task)` waits for it again. Without `task`, time ran out
 * before anything was created.
 */
export class TaskTimeoutError extends KlingError {
  override readonly name = 'TaskTimeoutError';
}

/**
 * You aborted the wait; the task goes on: `kling.resume(error.task)`. Without `task`, nothing was created. `cause` is the
 * signal's reason, or the error of an `onProgress` that threw.
 */
export class TaskAbortedError extends KlingError {
  override readonly name = 'AbortError';
}

/**
 * The create was sent and its response lost, so the task may exist and be charged. Do not simply create it again: call
 * {@link reconcile} first, and search for `error.task.externalId` in the provider's console.
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
   * Asks the provider for the task by its external id; costs nothing. Returns the handle for `kling.resume`, or undefined
   * when the provider does not find the task. That proves nothing at CometAPI, where nobody was seen to try, and at DeerAPI,
   * which documents no such search.
   * @throws {KlingError} the request failed
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

/** Whether an error is one of this package's with this name; unlike `instanceof`, also when another copy threw it. */
export function isKlingError<Name extends AnyKlingError['name']>(
  error: unknown,
  name: Name,
): error is Extract<AnyKlingError, { name: Name }> {
  return error instanceof Error && error.name === name && brand in error;
}
