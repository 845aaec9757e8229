import type { Client } from 'openapi-fetch';
import { type ConnectionOptions, connect, isLocal } from './connection.ts';
import type { TaskHandle } from './errors.ts';
import { Limit } from './limit.ts';
import { type OperationOptions, operation } from './operation.ts';
import { type OperationName, operations } from './operations.ts';
import { type Paces, validPaces } from './pace.ts';
import type { TaskSource } from './poll.ts';
import type { Provider } from './providers.ts';
import { Task } from './task.ts';
import type { OperationsOf, Resumed, Unprefixed } from './types.ts';
import { Wheel } from './wheel.ts';

/** How a client behaves; every field may be left out. */
export interface KlingOptions extends ConnectionOptions, OperationOptions {
  /** Told in a line what the client puts right by itself, such as a clock that is wrong. @default console.warn */
  onWarning?: ((message: string) => void) | undefined;
  /** What another client has learnt of how long tasks take: its `kling.pace`. @default what is known of each operation */
  pace?: Readonly<Paces> | undefined;
}

/** A provider's client: its operations by name, and the whole of its document in `http`. */
export type Kling<Paths, Prefix extends string> = OperationsOf<Paths, Prefix> & {
  /** openapi-fetch on the provider's document, signed: for everything that has no name here. Routes have no prefix. */
  readonly http: Client<Unprefixed<Paths, Prefix>>;
  /** What the client has learnt of how long tasks take, for the `pace` of another one: keep `JSON.stringify(kling.pace)`. */
  readonly pace: Readonly<Paces>;
  /**
   * Makes a task again from what `JSON.stringify(task)` or an error's `task` kept, in any process. Asks nobody.
   * @throws {TypeError} this is not a handle, or that of another provider
   */
  resume<O extends string>(handle: TaskHandle<O>): Resumed<OperationsOf<Paths, Prefix>, O>;
};

/**
 * A client of one provider.
 * @param provider `klingai`, `cometapi` or `deerapi`
 * @param credentials what that provider takes; the wrong kind does not compile
 * @throws {TypeError} a credential is missing or cannot be one
 */
export function createKling<Paths, Prefix extends string, Credentials>(
  provider: Provider<Paths, Prefix, Credentials>,
  credentials: NoInfer<Credentials>,
  options: KlingOptions = {},
): Kling<Paths, Prefix> {
  const { maxRunning, onWarning = console.warn } = options;
  const warn = (message: string) => onWarning(`kling-fetch: ${message}`);
  const connection = connect(provider, provider.auth(credentials, warn), options);
  const shared = {
    wheel: new Wheel(),
    limit: maxRunning === undefined ? undefined : new Limit(maxRunning),
    paces: validPaces(options.pace),
  };
  // A mock on this machine is quicker than any provider, and looking costs nothing there.
  const isMock = options.pace === undefined && isLocal(options.baseUrl ?? provider.origin);
  const behaviour = isMock ? { ...options, interval: options.interval ?? 1_000 } : options;
  const offered = Object.keys(operations)
    .filter((name): name is OperationName => name in operations)
    .filter((name) => `${provider.prefix}${operations[name].route}` in provider.routes)
    .map((name) => [name, operation(connection, name, behaviour, shared)] as const);
  const sources = new Map<string, TaskSource>(offered.map(([name, { source }]) => [name, source]));
  const kling = {
    ...Object.fromEntries(offered.map(([name, { methods }]) => [name, methods])),
    http: connection.http,
    pace: shared.paces,
    resume(handle: TaskHandle) {
      const source = sources.get(handle?.operation);
      if (source && handle.v === 1 && handle.provider === provider.name)
        return new Task(source, { ...handle });
      const found = handle?.provider
        ? `one of ${handle.provider} ${handle.operation}`
        : 'something else';
      throw new TypeError(
        `${provider.name} can resume its own tasks' handles, but this is ${found}`,
      );
    },
  };
  // The table of operations and the document decide what is in there; the types are made from the same two.
  return kling as object as Kling<Paths, Prefix>;
}
