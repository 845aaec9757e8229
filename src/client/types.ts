import type { ListedOperation, Operation } from './operation.ts';
import type { OperationName, operations } from './operations.ts';
import type { Contract } from './providers.ts';
import type { Task } from './task.ts';

type At<T, Key> = Key extends keyof T ? T[Key] : never;

/** The JSON of a request or a response. */
type Json<T> = T extends { content: { 'application/json': infer J } } ? J : never;

/** The list that makes the result of an operation a finished one. */
type ListName<O> = O extends OperationName ? (typeof operations)[O]['result'] : never;

type InputOf<Path> = Path extends { post: { requestBody: infer Body } } ? Json<Body> : never;
/** One task, as the document describes it at the path below that of the creates. */
type TaskAt<Paths, Path> = Path extends string ? DataOf<At<Paths, `${Path}/{task_id}`>> : never;
type DataOf<Path> = Path extends { get: { responses: { 200: infer Answer } } }
  ? At<Json<Answer>, 'data'>
  : never;
type Ends<R> = { task_result?: R | null };
type ResultOf<Snapshot, List extends string> =
  Snapshot extends Ends<infer R> ? Finished<R, List> : never;
/** The result of a finished task: its files are there. */
type Finished<R, List extends string> = R & {
  [K in List & keyof R]-?: NonNullable<R[K]>;
};

/** One operation, with `list` where the document can list its tasks. */
type OperationAt<Path, Snapshot, Result> = Path extends { get: { parameters: { query?: infer Q } } }
  ? ListedOperation<InputOf<Path>, Snapshot, Result, NonNullable<Q>>
  : Operation<InputOf<Path>, Snapshot, Result>;

/** The operations that a provider offers, each with its comment from the document. */
export type OperationsOf<Types extends Contract> = {
  readonly [O in keyof Types['offered']]: OperationAt<
    At<Types['paths'], Types['offered'][O]>,
    TaskAt<Types['paths'], Types['offered'][O]>,
    ResultOf<TaskAt<Types['paths'], Types['offered'][O]>, ListName<O>>
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
