export type { ApiKey, Auth, KeyPair } from './client/auth.ts';
export { createKling, type Kling, type KlingOptions } from './client/client.ts';
export {
  AnswerError,
  ApiError,
  ConnectionError,
  CreateUncertainError,
  isKlingError,
  KlingError,
  type ServiceCode,
  TaskAbortedError,
  TaskFailedError,
  type TaskHandle,
  TaskTimeoutError,
} from './client/errors.ts';
export type { KlingEvent } from './client/events.ts';
export type {
  Call,
  CallOptions,
  ListedOperation,
  Operation,
  Resource,
} from './client/operation.ts';
export { type OperationName, operations } from './client/operations.ts';
export type { WaitOptions } from './client/poll.ts';
export { cometapi, deerapi, klingai, klingai2, type Provider } from './client/providers.ts';
export type { DurationEstimate, Durations } from './client/schedule.ts';
export type { Task } from './client/task.ts';
export type { Input, Output, Snapshot } from './client/types.ts';
export { type Certainty, check, type Estimate, estimate, type Warning } from './models/models.ts';
