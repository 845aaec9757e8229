import type { Shown } from './dialect.ts';
import type { OnEvent } from './events.ts';
import { orAbort, sleep, stopIfAborted, within } from './sleep.ts';

/** How a reader of many tasks asks the provider. */
export interface Reads {
  /** Reads one task. */
  one(id: string, signal: AbortSignal): Promise<Shown>;
  /** Reads tasks by their ids, at most as many as the provider's dialect says; without those that it does not know. */
  many(ids: string[], signal: AbortSignal): Promise<Shown[]>;
  /** A page of the list, the newest task first; pages count from 1. */
  page(query: { pageNum: number; pageSize: number }, signal: AbortSignal): Promise<Shown[]>;
  /** Whether the request for several tasks was refused, which says nothing about any of them. */
  isRefusal(error: unknown): boolean;
  onEvent: OnEvent;
}

/** Reads tasks for many waits with few requests. */
export interface SharedReader {
  /** Milliseconds until a read that comes now has its turn, beyond those that every poll has time for. */
  readonly delay: number;
  /** Reads the task: at once, or with others in a moment. Throws what reading it singly throws. */
  read(id: string, signal: AbortSignal): Promise<Shown>;
}

/** Milliseconds between requests, on average. */
export const perRequest = 100;
/** Milliseconds that a request for several tasks may take. */
export const longestRequest = 5_000;
/** Milliseconds without requests for several tasks after they were refused, or proved to be of no use. */
export const pauseLength = 60_000;
/** Milliseconds between two checks whether a round is done. */
const checkInterval = 200;

/** Tasks that are asked for together. Plain data: each reader checks it by its own timer. */
export class Round {
  /** When it begins, on the clock of `performance.now()`. */
  begins: number;
  /** The ids that are not found yet. */
  readonly wanted = new Set<string>();
  readonly found = new Map<string, Shown>();
  /** Until when one of its readers has promised to send the requests. Another takes over if that one is gone by then. */
  leasedUntil = 0;
  isDone = false;
  /** What went wrong, for those whose task was not found. A refusal is not among it. */
  error: unknown;

  constructor(begins: number) {
    this.begins = begins;
  }
}

/** Waits until the round is done. Whoever finds it due first sends its requests, for all. */
export async function joinRound(
  round: Round,
  id: string,
  signal: AbortSignal,
  run: () => Promise<void>,
  begins = () => round.begins,
): Promise<void> {
  round.wanted.add(id);
  while (!round.isDone) {
    const now = performance.now();
    stopIfAborted(signal);
    if (now >= Math.max(begins(), round.leasedUntil)) await run();
    else await sleep(round.begins > now ? round.begins - now : checkInterval, signal);
  }
}

/** Sends one request of a round and keeps the tasks that somebody waits for. Gives how many came. */
export async function fillRound(
  { wanted, found }: Round,
  request: (signal: AbortSignal) => Promise<Shown[]>,
  signal: AbortSignal,
  ms = longestRequest,
): Promise<number> {
  const shown = await within(ms, (stop) => orAbort(request(stop), stop), signal);
  for (const task of shown) {
    // It may be anything, even something that no string can be made of.
    const id = task.id as string;
    if (task.status !== '' && wanted.delete(id)) found.set(id, task);
  }
  return shown.length;
}
