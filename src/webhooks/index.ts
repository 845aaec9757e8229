import { openTask } from '../client/envelope.ts';
import { type ErrorFacts, KlingError } from '../client/errors.ts';
import { parse } from '../client/json.ts';
import { type OperationName, operations } from '../client/operations.ts';
import { isBadRequest } from '../client/refusals.ts';
import { orAbort, within } from '../client/sleep.ts';
import type { Task } from '../client/task.ts';
import type { Snapshot } from '../client/types.ts';
import { bytesOf } from '../server/body.ts';
import { findFlaw, importKeys } from './signature.ts';

export { fromNode, type NodeRequest, type NodeResponse, toNode } from '../server/node.ts';

/** The operations of a client, as far as a callback needs them. */
type Operations = { readonly [O in OperationName]?: { task(id: string): Task<unknown, unknown> } };

/**
 * Remembers which messages have come, so that none counts twice. Several processes behind one address need a store that
 * they share, such as Redis with `SET id 1 NX PX ms` and `DEL id`.
 */
export interface Seen {
  /** Remembers an id for that many milliseconds, in one atomic step. False when it was remembered already. */
  add(id: string, ms: number): boolean | Promise<boolean>;
  /** Forgets an id: its message could not be used and may come again. */
  delete(id: string): unknown;
}

/** How callbacks are received. */
export interface ReceiveOptions<K extends Operations> {
  /** The client that created the tasks: what a callback says is read back through it. */
  kling: K;
  /**
   * The account's webhook secret; several while you rotate them. With it, unsigned callbacks are refused. Without it,
   * nobody knows who is calling: keep the address to yourself.
   */
  secret?: string | readonly string[] | undefined;
  /** Told of each genuine callback, so that `task.result({ callback })` polls at once. */
  callback?: EventTarget | undefined;
  /** Milliseconds by which a signature's time may differ from this machine's. @default 300_000 */
  tolerance?: number | undefined;
  /** A larger body is refused. @default 65_536 */
  maxBytes?: number | undefined;
  /** Milliseconds that reading the body and reading the task back may take together. @default 10_000 */
  timeout?: number | undefined;
  /** Remembers the messages that have come. @default 10,000 of them, in the memory of this process */
  seen?: Seen | undefined;
}

/** A genuine callback: the task that it was about, and how that stands at the provider now. */
type Arrived<K> = {
  [O in OperationName & keyof K]: K[O] extends { task(id: string): infer T }
    ? { operation: O; task: T; snapshot: Snapshot<K[O]>; error?: undefined }
    : never;
}[OperationName & keyof K];

interface Refused {
  operation?: undefined;
  task?: undefined;
  snapshot?: undefined;
  /** Why the callback was not accepted. */
  error: WebhookError;
}

/** What became of a callback. */
export type Received<K> = (Arrived<K> | Refused) & {
  /** Whether the signature was good, so that it came from the provider. */
  isVerified: boolean;
  /** What to answer. Has no body. */
  response: Response;
};

/** Why a callback is refused, and the HTTP status that a stranger gets. */
const refusals = {
  method: [405, 'a callback is a POST'],
  size: [413, 'the body is larger than maxBytes'],
  slow: [408, 'the body did not come in time'],
  unsigned: [401, 'the callback is not signed; does the account have a webhook secret?'],
  timestamp: [401, 'the signature is too old or from the future; is this machine’s clock right?'],
  signature: [401, 'the signature was made with another secret, or for another body'],
  replay: [409, 'this message came before'],
  body: [400, 'the body is not JSON with a task id'],
  operation: [404, 'the address names no operation of this client; make it with callbackUrl'],
  task: [404, 'the provider knows no such task of this account and operation'],
  provider: [503, 'the task could not be read back from the provider'],
} as const;

/** A callback that was not accepted. Log it; the `response` beside it tells the sender all it needs to know. */
export class WebhookError extends KlingError<ErrorFacts & { reason: keyof typeof refusals }> {
  override readonly name = 'WebhookError';
  /**
   * What was wrong: with the request (`method`, `size`, `slow`, `body`), with its signature (`unsigned`, `timestamp`,
   * `signature`, `replay`), with what it names (`operation`, `task`), or with reading it back (`provider`, see `cause`).
   */
  declare readonly reason: keyof typeof refusals;
}

const remembered = inMemory();

/** The address to pass as `callback_url`. It names the operation of the task, because a callback does not. */
export function callbackUrl(base: string, operation: OperationName): string {
  const url = new URL(base);
  url.searchParams.set('operation', operation);
  return url.href;
}

/**
 * Receives a callback: checks its signature and reads the task back from the provider. What the body says about the task is
 * never passed on, signed or not: it may be late, out of order, without the result, or a lie.
 * @throws {TypeError} the secret is not a webhook secret, or the body was read before; nothing that a sender does makes it throw
 * @throws what `seen` throws, and a `TimeoutError` when that does not answer in time
 */
export async function receive<K extends Operations>(
  request: Request,
  options: ReceiveOptions<K>,
): Promise<Received<K>> {
  const { secret, timeout = 10_000, tolerance = 300_000, seen = remembered } = options;
  const keys = secret === undefined ? undefined : await importKeys(secret);
  const id = request.headers.get('webhook-id') ?? '';
  let isVerified = false;
  try {
    const arrived = await within(timeout, async (signal) => {
      const body = await bodyOf(request, options.maxBytes ?? 65_536, signal);
      const flaw = keys && (await findFlaw(request.headers, body, keys, tolerance));
      if (flaw) throw refusal(flaw);
      isVerified = keys !== undefined;
      // A signature whose time is ahead of ours stays valid for twice as long.
      if (isVerified && !(await remember(seen, id, 2 * tolerance, signal))) throw refusal('replay');
      return readBack(request, body, options.kling, signal);
    });
    options.callback?.dispatchEvent(new Event(arrived.task.id));
    // The types of the rest follow from the operation's name, which the compiler cannot see.
    return { ...arrived, isVerified, response: empty(200) } as object as Received<K>;
  } catch (error) {
    if (!(error instanceof WebhookError)) throw error;
    const { reason } = error;
    if (isVerified && reason === 'provider') {
      await within(timeout, (stop) => orAbort((async () => seen.delete(id))(), stop));
    }
    // A verified message is acknowledged: sending it again would change nothing.
    const status = isVerified && reason !== 'provider' ? 200 : refusals[reason][0];
    return { error, isVerified, response: empty(status) };
  }
}

/** Whether the message is new. One that the store accepts too late is deleted from it, because it will be sent again. */
async function remember(seen: Seen, id: string, ms: number, signal: AbortSignal) {
  const adding = (async () => seen.add(id, ms))();
  try {
    return await orAbort(adding, signal);
  } catch (error) {
    void adding.then((isNew) => isNew && seen.delete(id)).catch(() => {});
    throw error;
  }
}

const empty = (status: number) => new Response(null, { status });

const refusal = (reason: keyof typeof refusals, facts: ErrorFacts = {}) =>
  new WebhookError(refusals[reason][1], { ...facts, reason });

async function bodyOf(request: Request, maxBytes: number, signal: AbortSignal) {
  if (request.method !== 'POST') throw refusal('method');
  const body = await bytesOf(request, maxBytes, signal);
  if (typeof body === 'string') throw refusal(body);
  return body;
}

/** The task that the body names, as the provider shows it to the client of this account. */
async function readBack(
  request: Request,
  body: Uint8Array,
  kling: Operations,
  signal: AbortSignal,
) {
  // Flat, of the new generation, or wrapped by a gateway: only the id is taken from it.
  const { id: newId, task_id: id = newId } = openTask(parse(new TextDecoder().decode(body)));
  if (typeof id !== 'string' || !/^[\w.=+-]{1,128}$/.test(id) || /^\.+$/.test(id))
    throw refusal('body');
  const name = new URL(request.url).searchParams.get('operation') ?? '';
  const operation = (Object.keys(operations) as OperationName[]).find((each) => each === name);
  const task = operation && kling[operation]?.task(id);
  if (!task) throw refusal('operation');
  const snapshot = await orAbort(task.snapshot({ signal }), signal).catch((cause: unknown) => {
    // Only the provider's own word: a page, or an answer about another task, leaves it open, and the callback may come again.
    if (isBadRequest(cause)) throw refusal('task', { cause });
    throw refusal('provider', { cause, task: task.toJSON() });
  });
  return { operation, task, snapshot };
}

/** A store in the memory of this process. Only signed messages get here; the oldest are forgotten beyond `limit`. */
function inMemory(limit = 10_000): Seen {
  const ends = new Map<string, number>();
  return {
    add(id, ms) {
      const now = Date.now();
      if ((ends.get(id) ?? 0) > now) return false;
      ends.delete(id);
      ends.set(id, now + ms);
      for (const [oldest, end] of ends) {
        if (end > now && ends.size <= limit) break;
        ends.delete(oldest);
      }
      return true;
    },
    delete: (id) => ends.delete(id),
  };
}
