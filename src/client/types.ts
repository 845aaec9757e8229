import type { Call, ListedOperation, Operation, Resource } from './operation.ts';
import type { OperationName, operations } from './operations.ts';
import type { Contract } from './providers.ts';
import type { Task } from './task.ts';

type At<T, Key> = Key extends keyof T ? T[Key] : never;

/** The JSON of a request or a response. */
type Json<T> = T extends { content: { 'application/json': infer J } } ? J : never;

/** An operation's line in the table: `result` is the list that makes its result a finished one. */
type Entry<O> = O extends OperationName ? (typeof operations)[O] : never;

type InputOf<Path> = Path extends { post: { requestBody: infer Body } } ? Json<Body> : never;
type QueryOf<Path> = Path extends { get: { parameters: { query?: infer Q } } }
  ? NonNullable<Q>
  : never;
/** One task, as the document describes it at the path below that of the creates. */
type TaskAt<Paths, Path> = Path extends string ? DataOf<At<Paths, `${Path}/{task_id}`>> : never;
type DataOf<Path, Method extends string = 'get'> = Path extends {
  [M in Method]: { responses: { 200: infer Answer } };
}
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
type TaskOperation<Path, Snapshot, Result> = [QueryOf<Path>] extends [never]
  ? Operation<InputOf<Path>, Snapshot, Result>
  : ListedOperation<InputOf<Path>, Snapshot, Result, QueryOf<Path>>;

/** One that answers at once. */
type CallAt<Path> = Path extends { post: unknown }
  ? Call<InputOf<Path>, DataOf<Path, 'post'>>
  : Call<QueryOf<Path>, DataOf<Path>>;

/** What creates take whose model is a part of the path: one shape for each. */
type InputByModel<Paths, Models> = {
  [M in keyof Models]: M extends ''
    ? InputOf<At<Paths, Models[M]>>
    : { model: M } & InputOf<At<Paths, Models[M]>>;
}[keyof Models];
/** A task of the second generation, as the query for tasks shows it. */
type TaskIn<Data> = Data extends (infer T)[] ? T : never;
/** The outputs of one type, under the name that results have in the first generation. */
type OutputsOf<T, List extends string, Type> = T extends { outputs?: (infer Each)[] }
  ? { [L in List]: Extract<Each, { type: Type }>[] }
  : never;
type OperationByModel<Paths, Models, Line> = Line extends {
  second: { tasks: infer Tasks; result: infer List extends string; output: infer Type };
}
  ? ListedOperation<
      InputByModel<Paths, Models>,
      TaskIn<DataOf<At<Paths, Tasks>>>,
      OutputsOf<TaskIn<DataOf<At<Paths, Tasks>>>, List, Type>,
      InputOf<At<Paths, Tasks>>,
      DataOf<At<Paths, Tasks>, 'post'>
    >
  : never;

/** The paths of a document, and in it the path of an operation. */
type OperationAt<Paths, Path, Line, Snapshot> = Line extends { result: '' }
  ? CallAt<At<Paths, Path>>
  : Line extends { presets: infer Presets; result: infer List extends string }
    ? Resource<
        InputOf<At<Paths, Path>>,
        Snapshot,
        ResultOf<Snapshot, List>,
        QueryOf<At<Paths, Path>>,
        DataOf<At<Paths, Presets>>
      >
    : Line extends { result: infer List extends string }
      ? TaskOperation<At<Paths, Path>, Snapshot, ResultOf<Snapshot, List>>
      : never;

/** The operations that a provider offers, each with its comment from the document. */
export type OperationsOf<Types extends Contract> = {
  readonly [O in keyof Types['offered']]: Types['offered'][O] extends string
    ? OperationAt<
        Types['paths'],
        Types['offered'][O],
        Entry<O>,
        TaskAt<Types['paths'], Types['offered'][O]>
      >
    : OperationByModel<Types['paths'], Types['offered'][O], Entry<O>>;
};

/** The paths of a provider's document without its prefix, as `kling.http` takes them. */
export type Unprefixed<Paths, Prefix extends string> = {
  [Key in keyof Paths as Key extends `${Prefix}${infer Rest}` ? Rest : never]: Paths[Key];
};

/** A task of any of the operations: each list of results may be there. */
type AnyTask<T> = Task<Snapshot<T>, Partial<Intersection<TaskOutput<T>>>>;
type TaskOutput<T> = T extends { task(id: string): Task<infer _, infer R> } ? R : never;
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
export type Input<T> = T extends { create(input: infer I, ...rest: never): unknown }
  ? I
  : T extends { call(input: infer I, ...rest: never): unknown }
    ? I
    : never;
/** What an operation gives in the end: `Output<typeof kling.textToAudio>`. */
export type Output<T> = T extends { call(...all: never): Promise<infer R> } ? R : TaskOutput<T>;
/** A task as the provider describes it: `Snapshot<typeof kling.textToAudio>`. */
export type Snapshot<T> = T extends { task(id: string): Task<infer S, infer _> } ? S : never;
