/** What a client is doing, as plain facts without key and prompt, for `onEvent`. */
export type KlingEvent =
  /** A request is sent. `route` is the path of its address, with the task's id. */
  | { type: 'request'; method: string; route: string }
  /** Its response came, after so many milliseconds. */
  | { type: 'response'; method: string; route: string; status: number; ms: number }
  /** Something went wrong that the client gets over: with what, why, and in how many milliseconds it sends the next request. */
  | { type: 'retry'; route: string; reason: string; delay: number }
  /** The provider refused the token, and a new one was made. */
  | { type: 'token' }
  /** Running tasks are read by pages of the provider's list from now on, or no longer. */
  | { type: 'lists'; on: boolean };

/** Takes events. What it throws is ignored. */
export type OnEvent = (event: KlingEvent) => void;
