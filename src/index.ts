export type { ApiKey, Auth, KeyPair } from './auth.ts';
export { createKling, type Kling, type KlingOptions } from './client.ts';
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
} from './errors.ts';
export { type OperationName, operations } from './operations.ts';
export type { Pace, Paces } from './pace.ts';
export type { WaitOptions } from './poll.ts';
export { cometapi, deerapi, klingai, type Provider } from './providers.ts';
export type { Task } from './task.ts';
export type { CallOptions, Input, Listed, Operation, Output, Snapshot } from './types.ts';
