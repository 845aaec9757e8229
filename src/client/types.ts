import type { OperationName, operations } from './operations.ts';
import type { WaitOptions } from './poll.ts';
import type { Task } from './task.ts';

/** The JSON of a request body or an answer. */
type Json<T> = T extends { content: { 'application/json': infer J } } ? J : never;

type Route<O extends OperationName> = (typeof operations)[O]['route'];
type ListName<O extends OperationName> = (typeof operations)[O]['result'];

/** What the document of a provider holds for one route: the create, and the list where there is one. */
type Creates = { post: { requestBody: unknown } };
type Reads = { get: { responses: { 200: unknown } } };
type Lists = { get: { parameters: { query?: unknown }; responses: { 200: unknown } } };

type InputOf<Path> = Path extends Creates ? Json<Path['post']['requestBody']> : never;
type DataOf<Path> = Path extends Reads
  ? Json<Path['get']['responses'][200]> extends { data: infer D }
    ? D
    : never
  : never;
type ResultOf<Snapshot, List extends string> = Snapshot extends { task_result?: infer R }
  ? Finished<NonNullable<R>, List>
  : never;
/** The result of a finished task: the list that makes it one is there. */
type Finished<R, List extends string> = Omit<R, List> & {
  [K in List & keyof R]-?: NonNullable<R[K]>;
};

/** How one call goes. */
export interface CallOptions {
  /** Gives the call up at once. */
  signal?: AbortSignal | undefined;
  /** Milliseconds that this call may take, waiting for a provider that takes nothing right now included. */
  timeout?: number | undefined;
}

/** One operation of one provider. */
export interface Operation<Input, Snapshot, Result> {
  /**
   * Creates a task and gives its handle. The create is sent once: it is repeated only when the provider said that it
   * took nothing.
   * @throws {ApiError} the provider refused
   * @throws {ConnectionError} the provider was not reached, nothing was created
   * @throws {CreateUncertainError} the task may exist, although no answer came
   */
  create(input: Input, options?: CallOptions): Promise<Task<Snapshot, Result>>;
  /** Creates a task, waits for it, and gives its result. Throws what `create` and `Task.result` throw. */
  run(input: Input, options?: WaitOptions<Snapshot>): Promise<Result>;
  /** The handle of a task that exists already, by its id. Asks nobody. */
  task(id: string): Task<Snapshot, Result>;
}

/** An operation whose tasks can be listed. */
export interface Listed<Query, Snapshot> {
  /** One page of the account's tasks. Throws what `create` throws, the last one excepted. */
  list(query?: Query, options?: CallOptions): Promise<Snapshot[]>;
}

type OperationOf<Path, One, O extends OperationName> = Operation<
  InputOf<Path>,
  DataOf<One>,
  ResultOf<DataOf<One>, ListName<O>>
> &
  (Path extends Lists
    ? Listed<NonNullable<Path['get']['parameters']['query']>, DataOf<One>>
    : unknown);

type At<Paths, Key> = Key extends keyof Paths ? Paths[Key] : never;

/** The operations that a provider's document has. */
export type OperationsOf<Paths, Prefix extends string> = {
  [O in OperationName as `${Prefix}${Route<O>}` extends keyof Paths ? O : never]: OperationOf<
    At<Paths, `${Prefix}${Route<O>}`>,
    At<Paths, `${Prefix}${Route<O>}/{task_id}`>,
    O
  >;
};

/** The paths of a provider's document without its prefix, as `kling.http` takes them. */
export type Unprefixed<Paths, Prefix extends string> = {
  [Key in keyof Paths as Key extends `${Prefix}${infer Rest}` ? Rest : never]: Paths[Key];
};

/** A task of any of the operations: each list of results may be there. */
type AnyTask<T> = Task<Snapshot<T>, Partial<Intersection<Output<T>>>>;
type Intersection<U> = (U extends unknown ? (each: U) => void : never) extends (
  all: infer I,
) => void
  ? I
  : never;

/** The task that a handle makes, as exactly as the handle's type says which operation it is of. */
export type Resumed<Operations, O> = O extends keyof Operations
  ? Operations[O] extends { task(id: string): infer T }
    ? T
    : never
  : AnyTask<Operations[keyof Operations]>;

/** What an operation takes: `Input<typeof kling.textToAudio>`. */
export type Input<T> = T extends { create(input: infer I, ...rest: never): unknown } ? I : never;
/** What an operation gives in the end: `Output<typeof kling.textToAudio>`. */
export type Output<T> = T extends { task(id: string): Task<infer _, infer R> } ? R : never;
/** A task as the provider describes it: `Snapshot<typeof kling.textToAudio>`. */
export type Snapshot<T> = T extends { task(id: string): Task<infer S, infer _> } ? S : never;
