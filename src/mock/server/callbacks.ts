import { createHmac } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { isLocalHost } from '../../client/connection.ts';
import { longestTimer, orAbort, within } from '../../client/sleep.ts';
import { documents, type ProviderName } from '../../documents/documents.ts';
import { dereference } from '../../documents/openapi.ts';
import { Gate } from './gate.ts';
import { isOver } from './lifecycle.ts';
import type { CallbackOutcome } from './metrics.ts';
import type { MockTask, State } from './tasks.ts';

/** How callbacks are sent. */
export interface CallbackOptions {
  /** Hosts besides this machine that may be called. */
  allowed: readonly string[];
  /** Signs callbacks where the provider does that: `whsec_` and Base64. */
  secret: string | undefined;
  /** How often a callback is sent again after a response other than 2xx. */
  retries: number;
  /** The time of an account: Unix time in milliseconds. */
  now: (account: string) => number;
  /** The task with an id, while it is remembered. */
  find: (id: string) => MockTask | undefined;
  log: (line: string) => void;
  /** Is told what became of each callback. */
  count: (outcome: CallbackOutcome) => void;
}

/** Gives a task in a state, as a response would show it. */
type ShowTask = (task: MockTask, state: State) => Promise<object>;

/** A task whose changes are sent to its `callback_url`. Not the task itself: it would be held until the last one was sent. */
interface WatchedTask {
  id: string;
  url: string;
  show: ShowTask;
  /** How many of its changes have been due. */
  due: number;
  /** Settles when all callbacks so far were sent: one after the other, because otherwise chance would order them. */
  sent: Promise<void>;
}

/** Milliseconds before the first retry; each further one waits twice as long. */
const firstRetryDelay = 200;
/** Milliseconds that a receiver may take to respond. */
const responseTimeout = 5_000;
/** Bytes that may be sent at once, and those that each callback counts beside the texts that are the caller's. */
const [maxSending, overhead] = [50_000_000, 1_000_000];
/** Characters of a `callback_url` that is called: it is kept beside the request. */
const maxAddress = 2_000;
/** Callbacks that may wait to be sent before no more tasks are watched. */
const maxUnsent = 10_000;

/** Sends each change of a task to its `callback_url`, as the provider documents it. */
export class Callbacks {
  readonly #options: CallbackOptions;
  readonly #watched = new Set<WatchedTask>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #stopped = new AbortController();
  readonly #gate = new Gate(maxSending);
  #unsent = 0;

  constructor(options: CallbackOptions) {
    this.#options = options;
  }

  /** Sends a new task's changes to an address from now on. Where it may not be called, returns a note that says so. */
  watch(task: MockTask, url: string, show: ShowTask): string | undefined {
    if (url === '') return undefined;
    if (task.callbacks === 'lost') {
      this.#options.count('lost');
      return undefined;
    }
    const note = this.#whyNot(url);
    if (note !== undefined) {
      this.#options.log(`task ${task.id}: ${note}`);
      this.#options.count('refused');
      return note;
    }
    this.#watched.add({ id: task.id, url, show, due: 0, sent: Promise.resolve() });
    this.sendDue();
    return undefined;
  }

  /** Sends what is due by now, and sets a timer for what comes next. To be called when the clock or a task was moved. */
  sendDue(): void {
    let wait = Number.POSITIVE_INFINITY;
    for (const watched of this.#watched) {
      const task = this.#options.find(watched.id);
      const now = task && this.#options.now(task.account);
      if (task && now) wait = Math.min(wait, this.#sendChanges(watched, task, now) - now);
      else this.#watched.delete(watched);
    }
    clearTimeout(this.#timer);
    if (wait === Number.POSITIVE_INFINITY) return;
    this.#timer = setTimeout(() => this.sendDue(), Math.min(wait, longestTimer));
    this.#timer.unref();
  }

  /** Sends what is due of one task. Returns the time of its next change. */
  #sendChanges(watched: WatchedTask, task: MockTask, now: number): number {
    const changes = task.states.slice(1);
    // Of now, not of the time when those before it have been sent: by then all may have been dropped.
    const { signal } = this.#stopped;
    for (const { since } of changes.slice(watched.due)) {
      if (since > now) return since;
      watched.due += 1;
      const index = task.callbacks === 'reordered' ? changes.length - watched.due : watched.due - 1;
      const state = changes[index];
      if (!state) continue;
      const id = `msg_${task.id}_${index + 1}`;
      const times = task.callbacks === 'repeated' ? 2 : 1;
      for (let time = 0; time < times; time++) {
        this.#unsent += 1;
        watched.sent = watched.sent
          .then(() => this.#send(watched, state, id, signal))
          .catch(() => 'dropped' as const)
          .then((outcome) => {
            this.#unsent -= 1;
            this.#options.count(outcome);
          });
      }
    }
    // A task that never ends may still be failed from the control API.
    if (isOver(changes.at(-1)?.status ?? '')) this.#watched.delete(watched);
    return Number.POSITIVE_INFINITY;
  }

  /** Drops all callbacks, those that are being sent included. */
  clear(): void {
    clearTimeout(this.#timer);
    this.#watched.clear();
    this.#stopped.abort();
    this.#stopped = new AbortController();
  }

  /** Why an address is not called, for the journal; undefined when it is. */
  #whyNot(address: string): string | undefined {
    const url = URL.canParse(address) ? new URL(address) : undefined;
    // A URL always has its host in lower case.
    const isAllowed = this.#options.allowed.some((name) => name.toLowerCase() === url?.hostname);
    if (!url || !/^https?:$/.test(url.protocol) || !(isLocalHost(url.hostname) || isAllowed))
      return 'callback_url is not on this machine and is not called, see --allow-callbacks';
    if (address.length > maxAddress)
      return `callback_url has more than ${maxAddress} characters and is not called`;
    return this.#unsent < maxUnsent
      ? undefined
      : `${maxUnsent} callbacks wait to be sent: callback_url is not called`;
  }

  async #send(
    watched: WatchedTask,
    state: State,
    id: string,
    signal: AbortSignal,
  ): Promise<CallbackOutcome> {
    for (let attempt = 0; !signal.aborted; attempt++) {
      const { externalId = '' } = this.#options.find(watched.id) ?? {};
      const size = Math.min(overhead + 4 * externalId.length, maxSending);
      const outcome = await this.#gate.hold(size, () => this.#sendOnce(watched, state, id, signal));
      if (outcome !== 'failed' || attempt >= this.#options.retries) return outcome;
      // Node's own timer would add a listener of its own for each callback that waits, and warn of the eleventh.
      await orAbort(pause(firstRetryDelay * 2 ** attempt, undefined, { ref: false }), signal);
    }
    return 'dropped';
  }

  /** Sends a callback, unless its task has been forgotten. Only one that `failed` need be sent again. */
  async #sendOnce(
    { id: taskId, url, show }: WatchedTask,
    state: State,
    id: string,
    signal: AbortSignal,
  ): Promise<CallbackOutcome> {
    const task = this.#options.find(taskId);
    if (!task || signal.aborted) return 'dropped';
    const webhook = findWebhook(task.provider);
    const text = JSON.stringify(toCallbackBody(webhook, await show(task, state)));
    const headers = this.#signedHeaders(webhook.isSigned, id, text);
    const init = { method: 'POST', body: text, headers, redirect: 'manual' } as const;
    const response = await within(
      responseTimeout,
      (limit) => orAbort(fetch(url, { ...init, signal: limit }), limit),
      signal,
    ).catch(() => undefined);
    await response?.body?.cancel();
    if (response?.ok) return 'delivered';
    return signal.aborted ? 'dropped' : 'failed';
  }

  /** Signs as Kling documents it, which is the scheme of Standard Webhooks. */
  #signedHeaders(isSigned: boolean, id: string, text: string): Record<string, string> {
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

/** What a provider's document says about its callbacks. */
interface Webhook {
  /** The names of the body's fields; undefined where the document does not describe them. */
  fields?: ReadonlySet<string>;
  /** Whether callbacks can be signed. */
  isSigned: boolean;
}

const webhooks = new Map<ProviderName, Webhook>();

function findWebhook(provider: ProviderName): Webhook {
  const webhook = webhooks.get(provider) ?? readWebhook(provider);
  webhooks.set(provider, webhook);
  return webhook;
}

function readWebhook(provider: ProviderName): Webhook {
  const [item] = Object.values(documents[provider].webhooks ?? {});
  const { post } = dereference(documents[provider], item) ?? {};
  const schema = post?.requestBody?.content['application/json']?.schema;
  const isSignature = (parameter: object) =>
    'name' in parameter && parameter.name === 'webhook-signature';
  return {
    ...(schema?.properties && { fields: new Set(Object.keys(schema.properties)) }),
    isSigned: post?.parameters?.some(isSignature) ?? false,
  };
}

/** A task as a callback shows it: flat, and only with the fields that the document has. */
function toCallbackBody({ fields }: Webhook, task: object): object {
  return Object.fromEntries(Object.entries(task).filter(([name]) => fields?.has(name) ?? true));
}
