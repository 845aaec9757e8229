import { type Dialect, dialectKey, legacy } from '../client/dialect.ts';
import { type ErrorFacts, KlingError } from '../client/errors.ts';
import { type JsonObject, parse, text } from '../client/json.ts';
import { type OperationName, operations, type TaskName } from '../client/operations.ts';
import { isBadRequest } from '../client/refusals.ts';
import { longestTimer, orAbort, within } from '../client/sleep.ts';
import type { Task } from '../client/task.ts';
import type { Snapshot } from '../client/types.ts';
import { bytesOf } from '../server/body.ts';
import { ReadBacks, takeTurn, type UnsignedLimits } from './read-back.ts';
import { inMemory, type Seen, type SeenState } from './seen.ts';
import { findFlaw, importKeys } from './signature.ts';

export { fromNode, type NodeRequest, type NodeResponse, toNode } from '../server/node.ts';
export type { UnsignedLimits } from './read-back.ts';
export type { Seen, SeenState } from './seen.ts';

/** The operations of a client, as far as a callback needs them. */
type Operations = { readonly [O in TaskName]?: { task(id: string): Task<unknown, unknown> } };

/** How callbacks are received. */
export interface ReceiveOptions<K extends Operations> {
  /**
   * The client that created the tasks: what a callback says is read back through it. Of several, such as one for each generation of
   * Kling's API at one address, it is the first in whose words the callback is: with `id` and `status`, or `task_id` and `task_status`.
   */
  kling: K | readonly K[];
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
  /** How many unsigned callbacks of this process may be read back; the others are answered 503. Signed ones are not limited. */
  unsigned?: UnsignedLimits | undefined;
}

/** A genuine callback: the task that it was about, and how that stands at the provider now. */
type Arrived<K> = K extends unknown
  ? {
      [O in TaskName & keyof K]: K[O] extends { task(id: string): infer T }
        ? { operation: O; task: T; snapshot: Snapshot<K[O]>; error?: undefined }
        : never;
    }[TaskName & keyof K]
  : never;

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

/** Why a callback is refused, and what is answered: to a stranger and, if it is not 200, to the provider. */
const refusals = {
  method: ['a callback is a POST', 405],
  size: ['the body is larger than maxBytes', 413],
  slow: ['the body did not come in time', 408],
  unsigned: ['the callback is not signed; does the account have a webhook secret?', 401],
  timestamp: ['the signature is too old or from the future; is this machine’s clock right?', 401],
  signature: ['the signature was made with another secret, or for another body', 401],
  replay: ['this message came before', 409],
  claimed: ['this message is being received already', 503, 503],
  body: ['the body is not JSON with a task id', 400],
  operation: ['the address names no operation of this client; make it with callbackUrl', 404],
  busy: ['too many unsigned callbacks; nothing was read', 503],
  test: ['this is the test of the console, not a task; all is well', 200],
  // A new task may be announced before it can be read. Nobody but the provider decides how often it tries again.
  task: ['the provider knows no such task of this account and operation', 404, 503],
  provider: ['the task could not be read back from the provider', 503, 503],
} as const;

type Reason = keyof typeof refusals;

/** A callback that was not accepted. Log it; the `response` beside it tells the sender all it needs to know. */
export class WebhookError extends KlingError<
  ErrorFacts & { reason: Reason; retryAfter?: number | undefined }
> {
  override readonly name = 'WebhookError';
  /**
   * What was wrong: with the request (`method`, `size`, `slow`, `body`), with its signature (`unsigned`, `timestamp`,
   * `signature`), with what it names (`operation`, `task`), or with reading it back (`provider`, see `cause`). Or nothing: the
   * message has counted (`replay`) or is being received (`claimed`), it is a `test`, or there are too many unsigned ones (`busy`).
   */
  declare readonly reason: Reason;
  /** Milliseconds after which the sender may try again, where that is known. */
  declare readonly retryAfter: number | undefined;
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
  const { secret, timeout = 10_000, tolerance = 300_000 } = options;
  const keys = secret === undefined ? undefined : await importKeys(secret);
  const id = request.headers.get('webhook-id') ?? '';
  let isVerified = false;
  try {
    const arrived = await within(timeout, async (signal) => {
      const body = await bodyOf(request, options.maxBytes ?? 65_536, signal);
      const flaw = keys && (await findFlaw(request.headers, body, keys, tolerance));
      if (flaw) throw refusal(flaw);
      isVerified = keys !== undefined;
      const callback = { ...findTask(request, body, options.kling), isVerified };
      const read = () => readBack(callback, timeout, signal);
      if (!isVerified) return readInTurn(options.unsigned, read);
      const seen = { store: options.seen ?? remembered, timeout, forget: 2 * tolerance };
      return readOnce(id, seen, read, signal);
    });
    options.callback?.dispatchEvent(new Event(arrived.task.id));
    // The types of the rest follow from the operation's name, which the compiler cannot see.
    return { ...arrived, isVerified, response: answer(200) } as object as Received<K>;
  } catch (error) {
    if (!(error instanceof WebhookError)) throw error;
    const [, stranger, provider = 200] = refusals[error.reason];
    const status = isVerified ? provider : stranger;
    return { error, isVerified, response: answer(status, error.retryAfter) };
  }
}

function answer(status: number, retryAfter = 5_000): Response {
  const headers: HeadersInit =
    status === 503 ? { 'retry-after': String(Math.ceil(retryAfter / 1_000)) } : {};
  return new Response(null, { status, headers });
}

const refusal = (reason: Reason, facts: ErrorFacts & { retryAfter?: number } = {}) =>
  new WebhookError(refusals[reason][0], { ...facts, reason });

/** Reads for an unsigned callback, if it is its turn. */
async function readInTurn<T>(
  limits: UnsignedLimits | undefined,
  read: () => Promise<T>,
): Promise<T> {
  const turn = takeTurn(limits ?? {});
  if (typeof turn === 'number') throw refusal('busy', { retryAfter: turn });
  try {
    return await read();
  } finally {
    turn();
  }
}

/** Reads for a message that has not counted yet, and lets it count; if the read fails, the message may come again. */
async function readOnce<T>(
  id: string,
  { store, timeout, forget }: { store: Seen; timeout: number; forget: number },
  read: () => Promise<T>,
  signal: AbortSignal,
): Promise<T> {
  // Longer than all of this takes, so that nobody else has claimed the message before this has ended.
  const lease = Math.min(Math.ceil(2 * timeout), longestTimer);
  const end = Date.now() + lease;
  const state = await claim(store, id, lease, end, signal);
  if (state === 'done') throw refusal('replay');
  if (state !== 'new') throw refusal('claimed');
  const tell = (work: () => unknown) =>
    within(timeout / 2, (stop) => orAbort((async () => work())(), stop));
  try {
    const arrived = await read();
    // This process was stopped for longer than its claim: by now the message may be another's.
    if (Date.now() >= end) throw refusal('claimed');
    await tell(() => store.confirm(id, forget));
    return arrived;
  } catch (error) {
    const isTest = error instanceof WebhookError && error.reason === 'test';
    if (isTest) await tell(() => store.confirm(id, forget));
    else if (Date.now() < end) await tell(() => store.release(id));
    throw error;
  }
}

/** Claims a message. A claim that the store grants too late is taken back, because the message will be sent again. */
async function claim(store: Seen, id: string, ms: number, end: number, signal: AbortSignal) {
  const claiming = (async () => store.claim(id, ms))();
  try {
    return await orAbort(claiming, signal);
  } catch (error) {
    // After its end, the message may be another's.
    const takeBack = (state: SeenState) => state === 'new' && Date.now() < end && store.release(id);
    void claiming.then(takeBack).catch(() => {});
    throw error;
  }
}

async function bodyOf(request: Request, maxBytes: number, signal: AbortSignal) {
  if (request.method !== 'POST') throw refusal('method');
  const body = await bytesOf(request, maxBytes, signal);
  if (typeof body === 'string') throw refusal(body);
  return body;
}

/** The client that a callback is for, and the callback as that reads it. */
function findClient(said: unknown, clients: readonly Operations[]) {
  const all = clients.map((kling) => {
    const dialect = Reflect.get(kling, dialectKey) as Dialect | undefined;
    return { kling, shown: (dialect ?? legacy).show(said) };
  });
  return all.find(({ shown }) => text(shown.id) && shown.status) ?? all[0];
}

/** The task that a callback names, with nothing else of what it says. */
function findTask(request: Request, body: Uint8Array, given: Operations | readonly Operations[]) {
  const clients: readonly Operations[] = Array.isArray(given) ? given : [given];
  const found = findClient(parse(new TextDecoder().decode(body)), clients);
  if (!found) throw new TypeError('kling is a client, or a list of them');
  const { kling, shown } = found;
  // Flat, of the new generation, or wrapped by a gateway: only the id is taken from it.
  const said = shown.snapshot;
  const id = shown.id ?? said.id;
  if (typeof id !== 'string' || !/^[\w.=+-]{1,128}$/.test(id) || /^\.+$/.test(id))
    throw refusal('body');
  const name = new URL(request.url).searchParams.get('operation') ?? '';
  const operation = (Object.keys(operations) as OperationName[]).find(
    (each): each is TaskName => each === name && operations[each].result !== '',
  );
  const task = operation && kling[operation]?.task(id);
  if (!task) throw refusal('operation');
  return { kling, operation, task, isTest: isTest(said) };
}

/** Whether it looks like the test that Kling's console sends: of a task which has just begun, and which may not exist. */
function isTest({ status, outputs, create_time: created, update_time: updated }: JsonObject) {
  const isEmpty = Array.isArray(outputs) && outputs.length === 0;
  return status === 'submitted' && isEmpty && created !== undefined && created === updated;
}

/** The read-backs of each client: an id means another task in another account. */
const readBacks = new WeakMap<Operations, ReadBacks<unknown>>();

/** The task as the provider shows it to the client of this account. */
async function readBack(
  callback: ReturnType<typeof findTask> & { isVerified: boolean },
  timeout: number,
  signal: AbortSignal,
) {
  const { kling, operation, task, isVerified } = callback;
  const known = readBacks.get(kling) ?? new ReadBacks();
  readBacks.set(kling, known);
  // Signed callbacks do not wait for unsigned ones.
  const key = `${isVerified} ${operation} ${task.id}`;
  const read = () => orAbort(task.snapshot({ signal }), signal);
  const snapshot = await known.read(key, timeout, signal, read).catch((cause: unknown) => {
    // Only the provider's own word: a page, or an answer about another task, leaves it open, and the callback may come again.
    if (isBadRequest(cause)) throw refusal(callback.isTest ? 'test' : 'task', { cause });
    throw refusal('provider', { cause, task: task.toJSON() });
  });
  return { operation, task, snapshot };
}
