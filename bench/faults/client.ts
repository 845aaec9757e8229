/** What a task is like, whatever its provider calls it. */
export type State = 'running' | 'finished' | 'failed' | 'unknown';

/** How the provider of a client says things. */
export interface Wire {
  /** The answer to a create. */
  created: object;
  /** The response to a poll for the task or its result, at that path. */
  poll(state: State, path: string): { status?: number; body: object };
  /** Whether a poll at that address, after a create with that body, is for the task. @default every one is */
  finds?(url: URL, create: string): boolean;
  /** The response to a poll for a task that is not there. @default 404 with a code of Kling's */
  missing?: { status: number; body: object };
}

/** What an application does with a client. */
export interface Connected {
  /** Creates a task, and gives its id. */
  create(): Promise<unknown>;
  /** Creates a task and waits for it, as the client's documentation shows it. */
  run(signal?: AbortSignal): Promise<unknown>;
}

/** A client that is measured, ours or a peer. Everything that is not given here is as it comes. */
export interface Client {
  wire(id: string): Wire;
  /** Talks to that base URL; a request may take so many milliseconds, where the client has such a limit. */
  connect(baseUrl: string, timeout?: number): Connected;
  /** How many times faster than life its waits are measured: those that last for half an hour. */
  scale: number;
}
