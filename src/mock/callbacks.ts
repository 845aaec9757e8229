import { createHmac, randomUUID } from 'node:crypto';
import type { Clock } from './clock.ts';
import { isLocal } from './local.ts';
import { type MockTask, statesOf } from './tasks.ts';

/** How callbacks are sent. */
export interface CallbackOptions {
  /** Hosts besides this machine that may be called. */
  allowed: readonly string[];
  /** Signs every callback when set: `whsec_` and Base64. */
  secret: string | undefined;
  /** How often a callback that was not answered with 2xx is sent again. */
  retries: number;
  log: (line: string) => void;
}

/** A callback that is due at a time. */
interface Due {
  at: number;
  url: string;
  id: string;
  body: () => Promise<unknown>;
}

/** Milliseconds before the first repetition; each further one takes twice as long. */
const firstPause = 200;
/** Milliseconds that a receiver may take. */
const patience = 5_000;

/** Tells `callback_url` of each change of a task, as the provider documents it. */
export class Callbacks {
  readonly #clock: Clock;
  readonly #options: CallbackOptions;
  #due: Due[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #closed = new AbortController();

  constructor(clock: Clock, options: CallbackOptions) {
    this.#clock = clock;
    this.#options = options;
  }

  /** Plans the callbacks of a new task; says why not, when its address may not be called. */
  plan(task: MockTask, bodyAt: (at: number) => Promise<unknown>): string | undefined {
    const url = String(task.input.callback_url ?? '');
    const { callbacks: mishap } = task.course;
    if (url === '' || mishap === 'lost') return undefined;
    if (!this.#mayCall(url)) {
      const note = 'callback_url is not on this machine: not called, see --allow-callbacks';
      this.#options.log(note);
      return note;
    }
    const changes = statesOf(task).slice(1);
    const times = changes.map(({ since }) => since);
    const order = mishap === 'reordered' ? changes.toReversed() : changes;
    for (const [index, { since }] of order.entries()) {
      const due = { at: times[index] ?? since, url, id: randomUUID(), body: () => bodyAt(since) };
      this.#due.push(due, ...(mishap === 'repeated' ? [due] : []));
    }
    this.tick();
    return undefined;
  }

  /** Sends what is due by now, and waits for the next. Also called when the clock was moved. */
  tick(): void {
    const now = this.#clock.now();
    const ripe = this.#due.filter(({ at }) => at <= now).sort((a, b) => a.at - b.at);
    this.#due = this.#due.filter(({ at }) => at > now);
    for (const due of ripe) void this.#send(due);
    clearTimeout(this.#timer);
    const next = Math.min(...this.#due.map(({ at }) => at));
    if (this.#due.length === 0) return;
    this.#timer = setTimeout(() => this.tick(), Math.min(next - now, 2 ** 31 - 1));
    this.#timer.unref();
  }

  /** Forgets all that is due. */
  clear(): void {
    clearTimeout(this.#timer);
    this.#due = [];
  }

  close(): void {
    this.clear();
    this.#closed.abort();
  }

  #mayCall(address: string): boolean {
    const url = URL.canParse(address) ? new URL(address) : undefined;
    if (!url || !/^https?:$/.test(url.protocol)) return false;
    return isLocal(url.hostname) || this.#options.allowed.includes(url.hostname);
  }

  async #send({ url, id, body }: Due): Promise<void> {
    const text = JSON.stringify(await body());
    for (let attempt = 0; !this.#closed.signal.aborted; attempt++) {
      const init = { method: 'POST', body: text, headers: this.#headers(id, text) };
      const signal = AbortSignal.any([this.#closed.signal, AbortSignal.timeout(patience)]);
      const answer = await fetch(url, { ...init, signal, redirect: 'manual' }).catch(
        () => undefined,
      );
      if (answer?.ok || attempt >= this.#options.retries) return;
      await new Promise((resolve) => setTimeout(resolve, firstPause * 2 ** attempt).unref());
    }
  }

  /** The scheme that Kling documents, which is that of Standard Webhooks. */
  #headers(id: string, text: string): Record<string, string> {
    const headers = { 'content-type': 'application/json' };
    const { secret } = this.#options;
    if (!secret) return headers;
    const timestamp = String(Math.floor(this.#clock.now() / 1000));
    const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
    const signature = createHmac('sha256', key)
      .update(`${id}.${timestamp}.${text}`)
      .digest('base64');
    return {
      ...headers,
      'webhook-id': id,
      'webhook-timestamp': timestamp,
      'webhook-signature': `v1,${signature}`,
    };
  }
}
