import { checkId } from './connection.ts';
import { createOnce, isUncertain, minTimeLeft } from './create.ts';
import { ConnectionError, TaskAbortedError, TaskFailedError } from './errors.ts';
import { isObject, type JsonObject, text } from './json.ts';
import { checkWait, defaultTimeout, pollTimeout, type WaitOptions } from './poll.ts';
import { isBlocked } from './refusals.ts';
import { type CallLimits, retryWhileBusy } from './retry.ts';
import { kindOf } from './schedule.ts';
import { checkTime, within } from './sleep.ts';
import { Task } from './task.ts';
import type { TaskReader } from './task-reader.ts';

/** How the operations of a client behave. */
export interface OperationOptions {
  /**
   * Milliseconds before the first poll of a task; the intervals then grow to 15 s. Without it, the first poll comes after a
   * second or a thirtieth of the usual duration, and the others when such tasks usually end, which the client learns from
   * earlier tasks. @default 1_000 for a mock on this machine without `durations`
   */
  interval?: number | undefined;
  /**
   * Where callbacks are announced, for every wait that names no other place: see `callback` of a wait. Only for a client whose
   * creates all have a `callback_url`, because its waits poll every half minute.
   */
  callback?: EventTarget | undefined;
  /**
   * Milliseconds that a create may take in all, including retries while the provider is busy, and the search for the task
   * when a response is lost: absence is proven after a minute. @default 120_000
   */
  createTimeout?: number | undefined;
  /** Milliseconds that one request of a create may take. @default 30_000 */
  requestTimeout?: number | undefined;
  /**
   * Tasks of this client that may run at once, as many as the account's resource pack allows: further creates wait in line
   * instead of being refused. A task for several pictures counts as that many, as it does at the provider. @default no limit
   */
  maxRunning?: number | undefined;
}

/** How long one call may take, and what ends it. */
export interface CallOptions {
  /** Ends the call at once. */
  signal?: AbortSignal | undefined;
  /** Milliseconds that this call may take, with its retries while the provider is busy, but without the wait for a slot of `maxRunning`. */
  timeout?: number | undefined;
}

/** One operation of one provider. Its types are those of the provider's document. */
export class Operation<Input, Snapshot, Result> {
  readonly #reader: TaskReader<Result>;

  constructor(reader: TaskReader<Result>) {
    this.#reader = reader;
  }

  /**
   * Creates a task and gives its handle. The create is sent again only when the provider said that it took nothing, or
   * has no such task.
   * @throws {TypeError} a time or an id is impossible, or the provider would ignore a field and charge; nothing was sent
   * @throws {ApiError} the provider refused
   * @throws {ConnectionError} the provider was not reached, nothing was created
   * @throws {TaskAbortedError} aborted before anything was created
   * @throws {CreateUncertainError} the task may exist, although no response named it
   */
  readonly create = (input: Input, options: CallOptions = {}): Promise<Task<Snapshot, Result>> =>
    this.#create(input as JsonObject, options);

  /**
   * Creates a task, waits for it, and gives its result. Throws what `create` and `Task.result` throw; a `TaskTimeoutError`
   * without `task` when time ran out before anything was created.
   */
  readonly run = async (input: Input, wait: WaitOptions<Snapshot> = {}): Promise<Result> => {
    const { signal, timeout = defaultTimeout } = wait;
    checkWait(wait);
    const deadline = performance.now() + timeout;
    const task = await this.#create(input as JsonObject, { signal }, deadline);
    return task.result({ ...wait, timeout: Math.max(deadline - performance.now(), 1) });
  };

  /** The handle of a task that exists already, by its id. Sends no request. */
  readonly task = (id: string): Task<Snapshot, Result> =>
    new Task(this.#reader, { id: checkId(id), status: undefined });

  async #create(
    input: JsonObject,
    { signal, timeout }: CallOptions,
    deadline = Number.POSITIVE_INFINITY,
  ): Promise<Task<Snapshot, Result>> {
    checkTime('timeout', timeout);
    const reader = this.#reader;
    // A copy of the input as it is now: the caller may change it while the create waits to be sent, or sent again.
    const copy: unknown = JSON.parse(JSON.stringify(input ?? null));
    if (!isObject(copy)) throw new TypeError('the input must be an object');
    // Made here, outside of all retries, so that every attempt names the same task.
    const { dialect } = reader.connection.provider;
    const own = dialect.externalIdIn(copy);
    const externalId = checkId(own ? text(own) : newId());
    const facts = { externalId, ...kindOf(dialect.traitsOf(copy)) };
    const request = dialect.create(reader.offer, copy, externalId);
    reader.connection.provider.check?.(request);
    const warning = describeRetired(reader, copy);
    if (warning) reader.shared.warnOnce(warning);
    const createTask = async () => {
      const order = {
        reader,
        handle: reader.handleOf({ ...facts, createdAt: Date.now() }),
        request,
      };
      const id = await createOnce(order, limitsOf(reader, { signal, timeout }, deadline));
      // `createdAt` is now: the create may have been repeated for long.
      return new Task<Snapshot, Result>(reader, { ...facts, createdAt: Date.now(), id });
    };
    const poll = (task: Task<Snapshot, Result>, stop: AbortSignal) =>
      within(
        pollTimeout + reader.delay,
        (signal) => reader.read(task.toJSON(), signal, false),
        stop,
      );
    const { limit, requestTimeout } = reader.shared;
    // Nothing is begun that would be aborted at once.
    const reserve = Math.min(requestTimeout, minTimeLeft);
    try {
      if (!limit) return await createTask();
      return await limit.run(createTask, poll, deadline - reserve, signal, dialect.filesOf(copy));
    } catch (error) {
      // The reason for the abort may be an error of ours, such as the refusal of another task.
      const isOurs = error !== signal?.reason && !(error instanceof ConnectionError);
      if (!signal?.aborted || isOurs) throw error;
      const { name: provider } = reader.connection.provider;
      throw new TaskAbortedError('aborted before the task was created', { provider, cause: error });
    }
  }
}

/** An operation whose tasks can be listed. */
export class ListedOperation<Input, Snapshot, Result, Query, Page = Snapshot[]> extends Operation<
  Input,
  Snapshot,
  Result
> {
  readonly #reader: TaskReader<Result>;

  constructor(reader: TaskReader<Result>) {
    super(reader);
    this.#reader = reader;
  }

  /**
   * One page of the account's tasks; at `klingai2` of all its operations, as no task there says which made it. `task(id)` makes
   * a handle of one. Throws what `create` throws but a `CreateUncertainError`.
   */
  readonly list = async (query?: Query, options: CallOptions = {}): Promise<Page> =>
    // As the document describes it; what is needed of each task is checked where it is used.
    (await this.#list((query ?? {}) as JsonObject, options)).snapshot as Page;

  /**
   * The tasks of all pages, each once, as `list` shows them. The timeout is that of each page. Throws what `list` throws, and an
   * `AnswerError` after a page that has others after it and does not say where.
   */
  async *listAll(query?: Query, options: CallOptions = {}): AsyncGenerator<Snapshot, void> {
    const seen = new Set<unknown>();
    for (let next: object | undefined = query ?? {}; next; ) {
      const asked: JsonObject = { ...next };
      const page = await this.#list(asked, options);
      let isRepeated = page.tasks.length > 0;
      for (const { id, snapshot } of page.tasks) {
        if (seen.has(id)) continue;
        isRepeated &&= id === undefined;
        if (id !== undefined) seen.add(id);
        yield snapshot as Snapshot;
      }
      if (page.next === null) throw this.#reader.lacking('the response is not a whole list');
      // Tasks move down the list while it is read. A page that only repeats others would do so for ever, as would a circle.
      const place = JSON.stringify(page.next);
      next = isRepeated || seen.has(place) ? undefined : page.next && { ...asked, ...page.next };
      seen.add(place);
    }
  }

  #list(query: JsonObject, options: CallOptions) {
    checkTime('timeout', options.timeout);
    const read = (stop: AbortSignal) => this.#reader.list(query, stop);
    return retryWhileBusy(read, limitsOf(this.#reader, options));
  }
}

/** What is kept for later creates, such as a voice: made by a task, listed and deleted. */
export class Resource<Input, Snapshot, Result, Query, Presets> extends ListedOperation<
  Input,
  Snapshot,
  Result,
  Query
> {
  readonly #reader: TaskReader<Result>;

  constructor(reader: TaskReader<Result>) {
    super(reader);
    this.#reader = reader;
  }

  /** One page of those that the provider has for everybody. Throws what `list` throws. */
  readonly presets = (query?: Query, options: CallOptions = {}): Promise<Presets> => {
    const { presets: route = '' } = this.#reader.offer;
    return answerOf(this.#reader, { route, query: query ?? {} }, options);
  };

  /**
   * Deletes one of the account's own by its id, which is that in the result and not the task's. Throws what `list` throws; the
   * message says where it may have been carried out all the same.
   */
  readonly delete = async (id: string, options: CallOptions = {}): Promise<void> => {
    const { delete: route = '', id: name = '' } = this.#reader.offer;
    await answerOf(this.#reader, { route, body: { [name]: checkId(id) }, isBare: true }, options);
  };
}

/** An operation without a task: the response is all there is. */
export class Call<Input, Output> {
  readonly #reader: TaskReader;

  constructor(reader: TaskReader) {
    this.#reader = reader;
  }

  /**
   * Sends the request and gives the response's `data`. It is sent again only when the provider said that it took nothing.
   * @throws {TypeError} the timeout is not a positive number
   * @throws {ApiError} the provider refused
   * @throws {TaskFailedError} it was carried out, and failed; there is no task to resume
   * @throws {ConnectionError} there was no response. Where `sent` is true it may have been charged; nobody can look it up
   * @throws {AnswerError} what came is empty or no response of the provider, which may have been charged, too
   */
  readonly call = async (input: Input, options: CallOptions = {}): Promise<Output> => {
    const { route, get } = this.#reader.offer;
    const place = get ? 'query' : 'body';
    // A copy of the input as it is now, which a retry sends again.
    const copy = JSON.parse(JSON.stringify(input));
    return answerOf(this.#reader, { route, [place]: copy }, options);
  };
}

/** What is asked for in one request. */
interface Question {
  route: string;
  query?: object;
  body?: object;
  /** Whether an answer may have nothing in it. */
  isBare?: boolean;
}

/** What is answered at once, as the document types it. */
async function answerOf<Output>(
  reader: TaskReader<unknown>,
  request: Question,
  options: CallOptions,
): Promise<Output> {
  checkTime('timeout', options.timeout);
  const { connection } = reader;
  const send = (signal: AbortSignal) => connection.call({ ...request, signal });
  // No time is left for a lookup, as there is none: an answer that is given up was perhaps paid for.
  const limits = { ...limitsOf(reader, options), requestTimeout: Number.POSITIVE_INFINITY };
  const data = await retryWhileBusy(send, limits).catch((error) => {
    if (request.body && isUncertain(error, options.signal) && !isBlocked(error))
      error.message += `; it may have ${request.isBare ? 'been carried out' : 'arrived and been charged'}`;
    throw error;
  });
  const shown = connection.provider.dialect.show(data);
  const outcome = reader.outcomeOf(shown);
  if (!outcome || 'result' in outcome) return data as Output;
  const task = reader.handleOf({ id: text(shown.id) });
  throw new TaskFailedError(outcome.reason, { ...outcome, task });
}

/** The limits of a call that begins now. */
const limitsOf = (
  { shared, onRetry }: Pick<TaskReader, 'shared' | 'onRetry'>,
  { signal, timeout = shared.createTimeout }: CallOptions,
  latest = Number.POSITIVE_INFINITY,
): CallLimits => {
  const deadline = Math.min(performance.now() + timeout, latest);
  return { deadline, requestTimeout: shared.requestTimeout, signal, onRetry };
};

/** What to tell the caller about the model of a create that the provider retired; undefined while that is served. */
function describeRetired(
  { connection: { provider }, offer }: TaskReader<unknown>,
  input: JsonObject,
): string | undefined {
  const path = provider.prefix + offer.route;
  const { since = {}, without = '', served = '' } = provider.retired?.[path] ?? {};
  const named = text(provider.dialect.traitsOf(input)[0]);
  const model = named || without;
  if (!Object.hasOwn(since, model)) return undefined;
  const which = named ? model : `${model}, the default of model_name,`;
  const others = served && `; still served: ${served}`;
  return `Kling retired ${which} on ${since[model]}${others}`;
}

/** A new external id; also where there is no `crypto`, or only half of it, as on insecure pages and in React Native. */
function newId(): string {
  const id = globalThis.crypto?.randomUUID?.();
  if (id) return id;
  const digits = () => Math.random().toString(36).slice(2, 12).padEnd(10, '0');
  return `${Date.now().toString(36)}-${digits()}-${digits()}`;
}
