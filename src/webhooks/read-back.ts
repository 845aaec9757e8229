import { Slots } from '../client/limit.ts';
import { sleep } from '../client/sleep.ts';

/** Milliseconds after which a callback checks again whether the read-back that it waits for has ended. */
const interval = 75;
/** Milliseconds after which the place of a callback that its host has killed is free again. */
const longestTurn = 60_000;

/** How many unsigned callbacks may have their tasks read back, in the whole process. */
export interface UnsignedLimits {
  /** At once. @default 8 */
  atOnce?: number | undefined;
  /** In a burst; after that, so many in each minute. @default 120 */
  perMinute?: number | undefined;
}

const turns = new Slots(Number.POSITIVE_INFINITY, longestTurn);
/** When the last of those let in would begin if they were spread evenly, by `performance.now()`. */
let lastTurn = 0;

/** Lets an unsigned callback in and gives the function that ends its turn; or milliseconds after which to try again. */
export function takeTurn({ atOnce = 8, perMinute = 120 }: UnsignedLimits): (() => void) | number {
  // Not the other way round, so that what is not a number lets nobody in.
  if (!(turns.taken < atOnce)) return 1_000;
  const now = performance.now();
  const next = Math.max(lastTurn, now) + 60_000 / Math.max(perMinute, 0);
  if (!(next <= now + 60_000)) return Math.min(next - now - 60_000, 60_000) || 60_000;
  lastTurn = next;
  return turns.take();
}

/**
 * A read-back that others may wait for: plain data. They may share no more than that: Cloudflare Workers end a request that
 * awaits what another one began.
 */
interface ReadBack<T> {
  outcome?: { value: T } | { error: unknown };
  /** The one that began after it. */
  next?: ReadBack<T>;
  /** When it counts as killed by its host, by `performance.now()`. */
  until: number;
}

/** The read-backs under way for one client. */
export class ReadBacks<T> {
  /** In the order in which they began. */
  readonly #underWay = new Map<string, ReadBack<T>>();

  /**
   * Reads, unless somebody is reading the same: then waits, and takes the outcome of the next one, which all who wait share.
   * That of the one under way may be older than the change that a callback tells of.
   * @param timeout milliseconds after which `read` has ended
   */
  async read(
    key: string,
    timeout: number,
    signal: AbortSignal,
    read: () => Promise<T>,
  ): Promise<T> {
    let last = this.#find(key);
    if (last) await waitForEnd(last, signal);
    for (;;) {
      const next: ReadBack<T> | undefined = last?.next ?? this.#find(key);
      if (!next) break;
      await waitForEnd(next, signal);
      if (next.outcome) return open(next.outcome);
      last = next;
    }
    const own = this.#begin(key, timeout);
    if (last) last.next = own;
    try {
      own.outcome = { value: await read() };
    } catch (error) {
      own.outcome = { error };
    }
    if (this.#underWay.get(key) === own) this.#underWay.delete(key);
    return open(own.outcome);
  }

  /** How many are remembered. */
  get size(): number {
    return this.#underWay.size;
  }

  #find(key: string): ReadBack<T> | undefined {
    const found = this.#underWay.get(key);
    return found && found.until > performance.now() ? found : undefined;
  }

  #begin(key: string, timeout: number): ReadBack<T> {
    const now = performance.now();
    for (const [oldest, { until }] of this.#underWay) {
      if (until > now) break;
      this.#underWay.delete(oldest);
    }
    const own: ReadBack<T> = { until: now + timeout };
    this.#underWay.delete(key);
    this.#underWay.set(key, own);
    return own;
  }
}

/** Waits until a read-back has ended, or counts as killed. */
async function waitForEnd(other: ReadBack<unknown>, signal: AbortSignal): Promise<void> {
  while (!other.outcome && other.until > performance.now()) await sleep(interval, signal);
}

function open<T>(outcome: { value: T } | { error: unknown }): T {
  if ('error' in outcome) throw outcome.error;
  return outcome.value;
}
