import type { Client } from 'openapi-fetch';
import { type ConnectionOptions, connect, isLocalHost } from './connection.ts';
import type { TaskHandle } from './errors.ts';
import { Limit } from './limit.ts';
import { createOperation, type OperationOptions } from './operation.ts';
import { type OperationName, operations } from './operations.ts';
import type { Provider } from './providers.ts';
import { copyDurations, type Durations } from './schedule.ts';
import { Task } from './task.ts';
import { TimerPool } from './timer-pool.ts';
import type { Contract, OperationsOf, Resumed, Unprefixed } from './types.ts';

/** How a client behaves; every field may be left out. */
export interface KlingOptions extends ConnectionOptions, OperationOptions {
  /** Called with one line about each thing that the client corrects by itself, such as a wrong clock. @default console.warn */
  onWarning?: ((message: string) => void) | undefined;
  /** What another client has learnt of how long tasks take: its `kling.durations`. @default an estimate for each operation */
  durations?: Readonly<Durations> | undefined;
}

/** A provider's client: its operations by name, and the whole of its document in `http`. */
export type Kling<Types extends Contract, Prefix extends string> = OperationsOf<Types> & {
  /** openapi-fetch on the provider's document, signed: for everything that has no name here. Routes have no prefix. */
  readonly http: Client<Unprefixed<Types['paths'], Prefix>>;
  /** What the client has learnt of how long tasks take, for the `durations` of another one: keep `JSON.stringify(kling.durations)`. */
  readonly durations: Readonly<Durations>;
  /**
   * Makes a task again from what `JSON.stringify(task)` or an error's `task` kept, in any process. Sends no request.
   * @throws {TypeError} this is not a handle, or that of another provider
   */
  resume<O extends string>(handle: TaskHandle<O>): Resumed<OperationsOf<Types>, O>;
};

/**
 * A client of one provider.
 * @param provider `klingai`, `cometapi` or `deerapi`
 * @param credentials what that provider takes; the wrong kind does not compile
 * @throws {TypeError} a credential is missing or cannot be one
 */
export function createKling<Types extends Contract, Prefix extends string, Credentials>(
  provider: Provider<Credentials, Types, Prefix>,
  credentials: NoInfer<Credentials>,
  options: KlingOptions = {},
): Kling<Types, Prefix> {
  const { maxRunning, onWarning = console.warn } = options;
  const warn = (message: string) => onWarning(`kling-fetch: ${message}`);
  const connection = connect(provider, provider.auth(credentials, warn), options);
  const shared = {
    timers: new TimerPool(),
    limit: maxRunning === undefined ? undefined : new Limit(maxRunning),
    durations: copyDurations(options.durations),
  };
  // A mock on this machine is quicker than any provider, and polling it costs nothing.
  const { hostname } = new URL(options.baseUrl ?? provider.origin);
  const isMock = options.durations === undefined && isLocalHost(hostname);
  const behaviour = isMock ? { ...options, interval: options.interval ?? 1_000 } : options;
  const offered = (Object.keys(operations) as OperationName[])
    .filter((name) => `${provider.prefix}${operations[name].route}` in provider.routes)
    .map((name) => [name, createOperation(connection, name, behaviour, shared)] as const);
  const kling = {
    ...Object.fromEntries(offered.map(([name, { methods }]) => [name, methods])),
    http: connection.http,
    durations: shared.durations,
    resume(handle: TaskHandle) {
      const found = offered.find(([name]) => name === handle?.operation);
      if (found && handle.v === 1 && handle.provider === provider.name)
        return new Task(found[1].reader, { ...handle });
      const other = handle?.provider ? `${handle.provider} ${handle.operation}` : 'something else';
      throw new TypeError(`${provider.name} cannot resume a handle of ${other}`);
    },
  };
  // The table of operations and the document decide what is in there; the types are made from the same two.
  return kling as object as Kling<Types, Prefix>;
}
