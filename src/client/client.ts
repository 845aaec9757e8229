import type { Client } from 'openapi-fetch';
import { Connection, type ConnectionOptions, isLocalHost } from './connection.ts';
import { dialectKey } from './dialect.ts';
import type { TaskHandle } from './errors.ts';
import type { OnEvent } from './events.ts';
import { Limit } from './limit.ts';
import { Call, ListedOperation, Operation, type OperationOptions, Resource } from './operation.ts';
import type { OperationName } from './operations.ts';
import { checkWait } from './poll.ts';
import type { Contract, Provider } from './providers.ts';
import { copyDurations, type Durations } from './schedule.ts';
import { checkTime } from './sleep.ts';
import { Task } from './task.ts';
import { TaskReader } from './task-reader.ts';
import type { OperationsOf, Resumed, Unprefixed } from './types.ts';

/** How a client behaves; every field may be left out. */
export interface KlingOptions extends ConnectionOptions, OperationOptions {
  /**
   * Called with one line about what you should know: that the client corrects a wrong clock, and once for each model that a create
   * names, or has by default, although the provider retired it. Nothing is changed in the create. @default console.warn
   */
  onWarning?: ((message: string) => void) | undefined;
  /** Called with each thing that the client does: requests, responses, retries and why. Holds no key and no prompt. */
  onEvent?: OnEvent | undefined;
  /** What another client has learnt of how long tasks take: its `kling.durations`. @default an estimate for each operation */
  durations?: Readonly<Durations> | undefined;
}

/** Tells a listener. One that fails must not cost a task, nor one that fails later. */
function tell<T>(listener: ((what: T) => unknown) | undefined, what: T): void {
  try {
    const heard = listener?.(what);
    if (heard instanceof Promise) heard.catch(() => {});
  } catch {}
}

/** A provider's client: its operations by name, and the whole of its document in `http`. */
export type Kling<Types extends Contract, Prefix extends string> = OperationsOf<Types> & {
  /** openapi-fetch on the provider's document, signed: for everything that has no name here. Routes have no prefix. */
  readonly http: Client<Unprefixed<Types['paths'], Prefix>>;
  /** What the client has learnt of how long tasks take, for the `durations` of another one: keep `JSON.stringify(kling.durations)`. */
  readonly durations: Readonly<Durations>;
  /**
   * Makes a task again from what `JSON.stringify(task)` or an error's `task` kept, in any process. Sends no request. Without
   * an `id`, the task is read by its external id: at `deerapi` that is not possible, and at `cometapi` a task that is not found
   * may exist all the same.
   * @throws {TypeError} this is not a handle, or that of another provider
   */
  resume<O extends string>(handle: TaskHandle<O>): Resumed<OperationsOf<Types>, O>;
};

/**
 * A client of one provider.
 * @param provider `klingai`, `klingai2`, `cometapi` or `deerapi`
 * @param credentials what that provider takes; the wrong kind does not compile
 * @throws {TypeError} a credential is missing or cannot be one
 */
export function createKling<Types extends Contract, Prefix extends string, Credentials>(
  provider: Provider<Credentials, Types, Prefix>,
  credentials: NoInfer<Credentials>,
  options: KlingOptions = {},
): Kling<Types, Prefix> {
  const { maxRunning, onWarning = console.warn } = options;
  const { createTimeout = 120_000, requestTimeout = 30_000 } = options;
  checkTime('createTimeout', createTimeout);
  checkTime('requestTimeout', requestTimeout);
  checkWait({ callback: options.callback });
  const warn = (message: string) => tell(onWarning, `kling-fetch: ${message}`);
  const told = new Set<string>();
  const onEvent: OnEvent = (event) => tell(options.onEvent, event);
  const connection = new Connection(provider, provider.auth(credentials, warn), options, onEvent);
  // A mock on this machine is quicker than any provider, and polling it costs nothing.
  const { hostname } = new URL(options.baseUrl ?? provider.origin);
  const isMock = options.durations === undefined && isLocalHost(hostname);
  const given = (options.interval ?? -1) >= 0 ? options.interval : undefined;
  const shared = {
    limit:
      maxRunning === undefined ? undefined : new Limit(maxRunning, provider.name, createTimeout),
    durations: copyDurations(options.durations),
    readers: new Map(),
    interval: given ?? (isMock ? 1_000 : undefined),
    callback: options.callback,
    createTimeout,
    requestTimeout,
    warnOnce(message: string) {
      if (told.has(message)) return;
      told.add(message);
      warn(message);
    },
  };
  const readers = new Map<string, TaskReader>();
  const operationsByName: Record<string, object> = {};
  for (const [name, offer] of Object.entries(provider.offers)) {
    const reader = new TaskReader(connection, name as OperationName, offer, shared);
    if (offer.result) readers.set(name, reader);
    const OperationClass: new (reader: TaskReader) => object = !offer.result
      ? Call
      : offer.presets
        ? Resource
        : offer.get || offer.tasks
          ? ListedOperation
          : Operation;
    operationsByName[name] = new OperationClass(reader);
  }
  const kling = {
    ...operationsByName,
    [dialectKey]: provider.dialect,
    http: connection.http,
    durations: shared.durations,
    resume(handle: TaskHandle) {
      const { v, provider: from, operation, ...facts } = handle ?? {};
      const reader = readers.get(operation);
      if (reader && v === 1 && from === provider.name) return new Task(reader, facts);
      const other = from ? `${from} ${operation}` : 'something else';
      throw new TypeError(`${provider.name} cannot resume a handle of ${other}`);
    },
  };
  // The table of operations and the document decide what is in there; the types are made from the same two.
  return kling as object as Kling<Types, Prefix>;
}
