import { createHmac } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { orAbort, within } from '../../client/sleep.ts';
import type { Clock } from './clock.ts';
import { isOver } from './life.ts';
import { isLocal } from './local.ts';
import type { MockTask, State } from './tasks.ts';
import { callbackBody, webhookOf } from './webhook.ts';

/** How callbacks are sent. */
export interface CallbackOptions {
  /** Hosts besides this machine that may be called. */
  allowed: readonly string[];
  /** Signs callbacks where the provider does that: `whsec_` and Base64. */
  secret: string | undefined;
  /** How often a callback that was not answered with 2xx is sent again. */
  retries: number;
  /** Whether a task is still remembered. */
  isKnown: (task: MockTask) => boolean;
  log: (line: string) => void;
}

/** The task in a state, as an answer would show it. */
type Show = (state: State) => Promise<object>;

/** A task whose address is told of its changes. */
interface Watched {
  task: MockTask;
  url: string;
  show: Show;
  /** How many changes were told. */
  told: number;
  /** Settles when all that was told so far has been sent: one after the other, or their order would be chance. */
  sent: Promise<void>;
}

/** Milliseconds before the first repetition; each further one takes twice as long. */
const firstPause = 200;
/** Milliseconds that a receiver may take. */
const patience = 5_000;
/** As long as a timer of Node can be. */
const longest = 2 ** 31 - 1;

/** Tells `callback_url` of each change of a task, as the provider documents it. */
export class Callbacks {
  readonly #clock: Clock;
  readonly #options: CallbackOptions;
  readonly #watched = new Set<Watched>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #stopped = new AbortController();

  constructor(clock: Clock, options: CallbackOptions) {
    this.#clock = clock;
    this.#options = options;
  }

  /** Tells of a new task's changes from now on; says why not, when its address may not be called. */
  watch(task: MockTask, show: Show): string | undefined {
    const url = String(task.input.callback_url ?? '');
    if (url === '' || task.callbacks === 'lost') return undefined;
    if (!this.#mayCall(url)) {
      const note = 'callback_url is not on this machine: not called, see --allow-callbacks';
      this.#options.log(`task ${task.id}: ${note}`);
      return note;
    }
    this.#watched.add({ task, url, show, told: 0, sent: Promise.resolve() });
    this.tick();
    return undefined;
  }

  /** Sends what is due by now, and waits for the next. Also called when the clock or a task was moved. */
  tick(): void {
    const now = this.#clock.now();
    let next = Number.POSITIVE_INFINITY;
    for (const watched of this.#watched) {
      if (this.#options.isKnown(watched.task)) next = Math.min(next, this.#tell(watched, now));
      else this.#watched.delete(watched);
    }
    clearTimeout(this.#timer);
    if (next === Number.POSITIVE_INFINITY) return;
    this.#timer = setTimeout(() => this.tick(), Math.min(next - now, longest));
    this.#timer.unref();
  }

  /** Tells what is due of one task; says when the next of its changes is. */
  #tell(watched: Watched, now: number): number {
    const { task } = watched;
    const changes = task.states.slice(1);
    for (const { since } of changes.slice(watched.told)) {
      if (since > now) return since;
      watched.told += 1;
      const place =
        task.callbacks === 'reordered' ? changes.length - watched.told : watched.told - 1;
      const state = changes[place];
      if (!state) continue;
      const id = `msg_${task.id}_${place + 1}`;
      const times = task.callbacks === 'repeated' ? 2 : 1;
      for (let time = 0; time < times; time++) {
        watched.sent = watched.sent.then(() => this.#send(watched, state, id)).catch(() => {});
      }
    }
    // A task that never ends may yet be failed from the control API.
    if (isOver(changes.at(-1)?.status ?? '')) this.#watched.delete(watched);
    return Number.POSITIVE_INFINITY;
  }

  /** Forgets all that is due, and gives up what is on its way. */
  clear(): void {
    clearTimeout(this.#timer);
    this.#watched.clear();
    this.#stopped.abort();
    this.#stopped = new AbortController();
  }

  #mayCall(address: string): boolean {
    const url = URL.canParse(address) ? new URL(address) : undefined;
    if (!url || !/^https?:$/.test(url.protocol)) return false;
    // In an address, a host is always in small letters.
    const isAllowed = this.#options.allowed.some((name) => name.toLowerCase() === url.hostname);
    return isLocal(url.hostname) || isAllowed;
  }

  async #send({ task, url, show }: Watched, state: State, id: string): Promise<void> {
    const { signal } = this.#stopped;
    const webhook = webhookOf(task.provider);
    const text = JSON.stringify(callbackBody(webhook, await show(state)));
    for (let attempt = 0; !signal.aborted; attempt++) {
      const headers = this.#headers(webhook.isSigned, id, text);
      const init = { method: 'POST', body: text, headers, redirect: 'manual' } as const;
      const answer = await within(
        patience,
        (limit) => orAbort(fetch(url, { ...init, signal: limit }), limit),
        signal,
      ).catch(() => undefined);
      await answer?.body?.cancel();
      if (answer?.ok || attempt >= this.#options.retries) return;
      await sleep(firstPause * 2 ** attempt, undefined, { signal, ref: false });
    }
  }

  /** The scheme that Kling documents, which is that of Standard Webhooks. */
  #headers(isSigned: boolean, id: string, text: string): Record<string, string> {
    const headers = { 'content-type': 'application/json' };
    const { secret } = this.#options;
    if (!secret || !isSigned) return headers;
    // Real time, because the receiver's clock was not moved.
    const timestamp = String(Math.floor(Date.now() / 1000));
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
