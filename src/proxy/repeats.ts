import { ConnectionError } from '../client/errors.ts';
import { text } from '../client/json.ts';
import type { Provider } from '../client/providers.ts';
import { tookNothing } from '../client/refusals.ts';
import { sleep } from '../client/sleep.ts';
import { noAnswer, openAnswer, type PlainAnswer, refuse } from './upstream.ts';

/** Milliseconds for which an answer that names a task is kept. */
const keptWithTask = 600_000;

/**
 * Milliseconds for which an end is kept that leaves the task unclear: less than the minute that the client takes to prove that
 * there is no task, before it sends the create again.
 */
const keptUnclear = 50_000;

/** Milliseconds after which a repeat checks again whether the first has its answer. */
const interval = 75;

/** What is remembered at most: creates, and characters of their answers. One answer always has room. */
export const most = { creates: 10_000, characters: 20_000_000 };

/**
 * A create and what became of it: plain data, for all who ask. They may share no more than that: Cloudflare Workers end a
 * request that awaits what another one began.
 */
interface SentCreate {
  answer?: PlainAnswer;
  /** When it is forgotten, by `performance.now()`. Of one under way: also when its host has killed it. */
  until: number;
}

/**
 * The creates that this process sent lately. A browser repeats a POST whose connection broke; the task is paid for once. A repeat that
 * reaches another process is not known there and is sent.
 */
export class SentCreates {
  readonly #provider: Pick<Provider, 'name' | 'dialect'>;
  readonly #timeout: number;
  readonly #most: typeof most;
  /** In the order in which they began or, later, ended. */
  readonly #creates = new Map<string, SentCreate>();
  #characters = 0;

  /** `timeout`: milliseconds after which a create that is under way has ended. */
  constructor(provider: Pick<Provider, 'name' | 'dialect'>, timeout: number, limits = most) {
    this.#provider = provider;
    this.#timeout = timeout;
    this.#most = limits;
  }

  /**
   * Sends a create, unless the same one was sent before: then waits for the answer to that. Only the first is asked whether it
   * may be sent: to be refused as too many would tell the page of a repeat that nothing was created.
   * @param admit gives the refusal of a create that may not be sent
   */
  async sendOnce(
    identity: readonly string[],
    admit: () => Promise<PlainAnswer | undefined>,
    send: () => Promise<PlainAnswer>,
    signal: AbortSignal,
  ): Promise<PlainAnswer> {
    const key = await hash(JSON.stringify(identity));
    const known = this.#creates.get(key);
    if (known && known.until > performance.now()) return waitForAnswer(known, signal);
    this.#delete(key);
    if (!this.#makeRoomFor(1))
      return refuse(429, 'too many creates at once', { 'retry-after': '5' });
    const create: SentCreate = { until: performance.now() + this.#timeout + keptUnclear };
    this.#creates.set(key, create);
    try {
      const refusal = await admit();
      const answer = refusal ?? (await send());
      this.#keep(key, create, answer, refusal ? 0 : this.#timeToKeep(answer));
      return answer;
    } catch (error) {
      const wasSent = !(error instanceof ConnectionError) || error.sent;
      this.#keep(key, create, noAnswer, wasSent ? keptUnclear : 0);
      throw error;
    }
  }

  /** Gives the answer to those who wait for it, and to those who ask within `ms`. */
  #keep(key: string, create: SentCreate, answer: PlainAnswer, ms: number): void {
    create.answer = answer;
    create.until = performance.now() + ms;
    // One that took longer than it may has lost its place.
    if (this.#creates.get(key) !== create) return;
    this.#creates.delete(key);
    if (ms === 0) return;
    this.#creates.set(key, create);
    this.#characters += answer.body.length;
    this.#makeRoomFor(0);
  }

  /** How long the answer stands for the create; 0 when the provider took nothing, so that the caller may try again. */
  #timeToKeep(answer: PlainAnswer): number {
    const opened = openAnswer(
      { status: answer.status, headers: new Headers(answer.headers), text: answer.body },
      this.#provider.name,
    );
    if (tookNothing(opened)) return 0;
    return text(this.#provider.dialect.show(opened).id) ? keptWithTask : keptUnclear;
  }

  /** Forgets what is over and, when there is too much, the oldest that have ended. False when that is not enough. */
  #makeRoomFor(more: number): boolean {
    const now = performance.now();
    for (const [key, { until, answer }] of this.#creates) {
      const isFull = this.#isFull(more);
      if (!isFull && until > now) break;
      if (answer || until <= now) this.#delete(key);
    }
    return !this.#isFull(more);
  }

  #isFull(more: number): boolean {
    const { creates, characters } = this.#most;
    return this.#creates.size + more > creates || this.#characters > characters;
  }

  #delete(key: string): void {
    this.#characters -= this.#creates.get(key)?.answer?.body.length ?? 0;
    this.#creates.delete(key);
  }
}

async function waitForAnswer(create: SentCreate, signal: AbortSignal): Promise<PlainAnswer> {
  while (!create.answer) await sleep(interval, signal);
  return create.answer;
}

async function hash(value: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(value));
  return String.fromCharCode(...new Uint8Array(digest));
}
