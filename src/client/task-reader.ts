import { type Connection, checkId } from './connection.ts';
import type { Page, Query, Shown } from './dialect.ts';
import { AnswerError, type TaskHandle } from './errors.ts';
import { type JsonObject, text } from './json.ts';
import type { Limit } from './limit.ts';
import type { Offer, OperationName } from './operations.ts';
import type { Provider } from './providers.ts';
import { endOf, isBadRequest, isBlocked, isUnauthorized, missingTask } from './refusals.ts';
import type { SharedReader } from './round.ts';
import { type Durations, Schedule } from './schedule.ts';

/** What the operations of a client share. */
export interface Shared {
  readonly durations: Durations;
  /** What reads many tasks, by the route where it reads them: waits of several operations may share it. */
  readonly readers: Map<string, SharedReader | undefined>;
  /** Milliseconds before the first poll of a task, where the polls do not follow the usual durations. */
  readonly interval: number | undefined;
  /** Where callbacks are announced to waits that name no other place. */
  readonly callback: EventTarget | undefined;
  readonly limit: Limit | undefined;
  /** Milliseconds that a call may take in all, and each of its requests. */
  readonly createTimeout: number;
  readonly requestTimeout: number;
  /** Tells the caller something, the first time that there is reason to. */
  readonly warnOnce: (message: string) => void;
}

/** What a task knows about itself: its handle, without what the reader knows. */
export type TaskFacts = Omit<TaskHandle, 'v' | 'provider' | 'operation'> & {
  /** The status that was seen last. */
  status?: string | undefined;
};

/** The end of a task: its result, or why it failed. */
export type Outcome<Result> = { result: Result } | { reason: string };

const usualStatuses = ['submitted', 'processing'];
/**
 * Milliseconds in which a new task may not be found yet, and in which a create may still arrive. Kling promises neither that a
 * task can be read at once, nor how late; with 10 s, trials with lookups that lagged by 14 and 30 s paid twice.
 */
export const graceOfNewTasks = 60_000;

/** Reads the tasks of one operation, and says how they have ended. */
export class TaskReader<Result = JsonObject> {
  readonly connection: Connection;
  readonly operation: OperationName;
  readonly offer: Offer;
  readonly schedule: Schedule;
  readonly shared: Shared;
  readonly #list: SharedReader | undefined;

  constructor(connection: Connection, operation: OperationName, offer: Offer, shared: Shared) {
    this.connection = connection;
    this.operation = operation;
    this.offer = offer;
    this.shared = shared;
    this.schedule = new Schedule(shared.durations, operation, offer.seconds, shared.interval);
    const { onEvent, provider } = connection;
    const { tasks: route = offer.route } = offer;
    const reads = {
      one: (id: string, signal: AbortSignal) => this.request({ id }, signal),
      many: (ids: string[], signal: AbortSignal) => this.#ask(ids, false, signal),
      page: async (query: JsonObject, signal: AbortSignal) =>
        (await this.list(query, signal)).tasks,
      isRefusal: (error: unknown) =>
        isBadRequest(error) || isUnauthorized(error) || isBlocked(error),
      onEvent,
    };
    this.#list = shared.readers.get(route) ?? provider.sharedReader?.(reads);
    shared.readers.set(route, this.#list);
  }

  /** Milliseconds until a read that can wait has its turn. */
  get delay(): number {
    return this.#list?.delay ?? 0;
  }

  /** What a lookup by the external id proves for this operation. */
  get lookupProves(): Provider['lookupProves'] {
    const { lookupProves } = this.connection.provider;
    return this.offer.onlyById && lookupProves === 'absence' ? 'presence' : lookupProves;
  }

  /** Tells of a retry. */
  readonly onRetry = (reason: string, delay: number): void => {
    const { route } = this.offer;
    this.connection.onEvent({ type: 'retry', route, reason, delay });
  };

  /** The handle of a task. */
  handleOf({ status, ...facts }: TaskFacts): TaskHandle {
    return { v: 1, provider: this.connection.provider.name, operation: this.operation, ...facts };
  }

  /** Reads the task; with others, where that costs less and a little later is early enough. */
  async read(facts: TaskFacts, signal: AbortSignal, isUrgent = true): Promise<Shown> {
    const { limit } = this.shared;
    const { id } = facts;
    const requestedAt = Date.now();
    const { provider } = this.connection;
    if (!id && this.lookupProves === 'nothing')
      throw new TypeError(`${provider.name} finds tasks by their own id only`);
    try {
      // An id that cannot be asked for must not spoil a request for several.
      if (id) provider.dialect.get(this.offer, [checkId(id)], false);
      const shown = await (id && this.#list && !isUrgent
        ? this.#list.read(id, signal)
        : this.request(facts, signal));
      const { status } = shown;
      if (!status) throw this.lacking('the response shows no task');
      // The usual words once, not a copy for each of thousands of waits.
      facts.status = usualStatuses.find((each) => each === status) ?? status;
      if (limit && endOf(status)) limit.release(id ?? '');
      return shown;
    } catch (error) {
      // A task whose end nobody will ever see holds no slot. A caller who gave up may have any reason.
      if (!signal.aborted && this.isFinal(error, facts, requestedAt)) limit?.release(id ?? '');
      throw error;
    }
  }

  /** Asks for one task by its id or, without one, by the external id. An answer about another task is none. */
  async request({ id, externalId }: TaskFacts, signal: AbortSignal): Promise<Shown> {
    // Without an id, the address would be that of the list.
    const asked = checkId(id || externalId || '');
    const all = await this.#ask([asked], !id, signal);
    const nameOf = (shown: Shown) =>
      id && shown.externalId !== asked ? text(shown.id) : shown.externalId;
    // One that has no name can only be meant where it stands alone.
    const found = all.find((shown) => (nameOf(shown) || (!all[1] && asked)) === asked);
    if (found) return found;
    if (!all.length) throw missingTask(this.connection.provider.name);
    throw this.lacking('the response is about another task');
  }

  /** One page of the account's tasks. */
  list(query: JsonObject, signal: AbortSignal): Promise<Page> {
    const { dialect } = this.connection.provider;
    const request = dialect.list(this.offer, query);
    return this.#call(request, (data) => dialect.pageIn(data, query), signal);
  }

  /** Asks for tasks by their ids, or by their external ids. */
  #ask(ids: string[], isExternal: boolean, signal: AbortSignal): Promise<Shown[]> {
    const { dialect } = this.connection.provider;
    const request = dialect.get(this.offer, ids, isExternal);
    return this.#call(request, (data) => dialect.tasksIn(data)?.map(dialect.show), signal);
  }

  /** The error of a response that lacks what was asked for. */
  lacking(message: string): AnswerError {
    return new AnswerError(message, { provider: this.connection.provider.name, status: 200 });
  }

  async #call<T>(request: Query, open: (data: unknown) => T | undefined, signal: AbortSignal) {
    const { provider } = this.connection;
    provider.check?.(request);
    const found = open(await this.connection.call({ ...request, signal }));
    if (found) return found;
    throw this.lacking('the response is not a list');
  }

  /** How the task has ended: its result, once its files are really there, or the provider's reason for the failure. */
  outcomeOf({ status, reason, snapshot }: Shown): Outcome<Result> | undefined {
    const end = endOf(status);
    if (end === 'failed') return { reason: reason || 'no reason was given' };
    const { dialect } = this.connection.provider;
    const result = end && dialect.resultIn(snapshot, this.offer);
    return result && { result: result as Result };
  }

  /** Whether polling again is pointless after this error. `requestedAt` is when the request was sent, Unix time in milliseconds. */
  isFinal(error: unknown, { id, createdAt = 0 }: TaskFacts, requestedAt: number): boolean {
    if (error instanceof TypeError || isUnauthorized(error)) return true;
    // How a provider says that it does not know an external id is not documented where finding it is only perhaps possible.
    const isHint = !id && this.lookupProves === 'presence';
    const isMiss = isHint && error instanceof AnswerError && error.status < 300;
    return (isMiss || isBadRequest(error)) && requestedAt - createdAt > graceOfNewTasks;
  }
}
