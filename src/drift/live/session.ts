import { readBody } from '../../client/body.ts';
import { codeOf, type Fetch, isLocalHost } from '../../client/connection.ts';
import { orAbort, sleep, within } from '../../client/sleep.ts';
import { type DocumentedOperation, isFree } from '../../contract/documented.ts';
import {
  type Exchange,
  maxAnswer,
  notFromProvider,
  readAnswer,
  refusalReason,
  skipReason,
} from '../../contract/exchange.ts';
import {
  CouldNotCheck,
  type CreatedTask,
  type Report,
  type Skipped,
} from '../../contract/finding.ts';
import type { Problem } from '../../contract/problems.ts';
import { asking } from '../../contract/tasks.ts';
import { toFinding } from '../../contract/validate.ts';
import type { providers } from '../../documents/documents.ts';
import { ReportBuilder } from '../traffic/report-builder.ts';

/** What a session needs to reach a provider. */
export interface SessionSetup {
  /** Origin, and where needed a path of its own. */
  baseUrl: string;
  auth: ReturnType<(typeof providers)['klingai']['auth']>;
  fetch: Fetch;
  /** Milliseconds between two polls of a task. */
  pollInterval: number;
  /** Ends every request and every wait. */
  signal: AbortSignal;
  /** Called with a line about what is being done. */
  tell: (line: string) => void;
  /** Records an exchange. */
  keep?: ((exchange: Exchange) => Promise<void>) | undefined;
}

/** What one request consists of, beside its operation. */
export interface Call {
  /** The task that is asked for: by its id, or by its external id. */
  id?: string;
  isExternal?: boolean;
  query?: Record<string, string>;
  body?: unknown;
  /** Whether the credentials are sent. @default true */
  isSigned?: boolean;
  /** What a create counts as in the ledger: none is sent with credentials before it has been counted. */
  counted?: CreatedTask;
  /** Whose result a delete takes away: nothing else is ever deleted. */
  deletes?: CreatedTask;
  /** Called with the exchange before it is checked and recorded, which may fail. */
  onAnswer?: (exchange: Exchange) => void;
}

/** How often a request is repeated that the provider would not take at the moment, and the first wait. */
const repeats = 3;
const firstWait = 1_000;

/** Sends requests to one provider, checks each answer, and collects the report. */
export class Session {
  readonly setup: SessionSetup;
  readonly #report = new ReportBuilder();
  /** The operations that may only be asked so often and have been. */
  readonly #asked = new Set<string>();

  constructor(setup: SessionSetup) {
    this.setup = setup;
  }

  /**
   * Sends a request and checks the answer. Repeats a read a few times when the provider takes no more at the moment; what
   * may create a task is sent once.
   * @throws {CouldNotCheck} there was no answer, or it came from another server
   */
  async send(documented: DocumentedOperation, call: Call = {}): Promise<Exchange> {
    const { pollInterval, signal, keep } = this.setup;
    const isRead = documented.method === 'GET' || isFree(documented);
    const isOwn = documented.action === 'delete' && call.deletes?.isCertain === true;
    if (!isFree(documented) && !isOwn && !call.counted && call.isSigned !== false) {
      throw new TypeError(`${documented.key} may cost money, and nothing was reserved for it`);
    }
    await this.#waitForTurn(documented);
    for (let attempt = 0; ; attempt++) {
      const exchange = await sendOnce(this.setup, documented, call);
      call.onAnswer?.(exchange);
      this.#report.addExchange(exchange);
      await keep?.(exchange);
      const isBusy = refusalReason(exchange) === 'rate';
      if (!isRead || !isBusy || attempt === repeats) return exchange;
      const asked = Number(exchange.headers['retry-after']) * 1000;
      const wait = asked > 0 ? asked : Math.min(firstWait, pollInterval) * 2 ** attempt;
      await sleep(Math.min(wait, 30_000), signal);
    }
  }

  /** Waits until a request may be sent of which the document says how often it may be. */
  async #waitForTurn({ key, operation }: DocumentedOperation): Promise<void> {
    const seconds = operation['x-free']?.everySeconds;
    if (seconds === undefined) return;
    const { baseUrl, signal } = this.setup;
    // A mock on this machine counts no requests.
    const isKept = this.#asked.has(key) && !isLocalHost(new URL(baseUrl).hostname);
    if (isKept) await sleep(seconds * 1_000, signal);
    this.#asked.add(key);
  }

  /** Counts a check beyond those of the answers, and adds the problem if there was one. */
  addCheck(documented: DocumentedOperation, problem?: Problem): void {
    this.#report.addCheck(problem && toFinding(documented, problem));
  }

  /** Whether an answer of the operation has been found wrong at a location. */
  isKnown({ key }: DocumentedOperation, location: string): boolean {
    return this.#report.isKnown(key, location);
  }

  /** Whether any check has been made. */
  hasChecked(): boolean {
    return this.#report.checked > 0;
  }

  /** Adds a check that was not made to the report. */
  skip(entry: Skipped): void {
    this.#report.skip(entry);
  }

  /**
   * Skips a check when the provider refused for a reason that says nothing about the request. Returns whether it did; it
   * does not when the refusal is about the request itself, or there is none.
   */
  skipIfInconclusive(what: string, exchange: Exchange): boolean {
    const why = skipReason(exchange);
    if (why) this.skip({ what, why, failed: true });
    return why !== undefined;
  }

  /** The report so far. */
  report(): Report {
    return this.#report.build();
  }
}

async function sendOnce(
  setup: SessionSetup,
  documented: DocumentedOperation,
  { id: asked, isExternal = false, query: more = {}, body, isSigned = true }: Call,
): Promise<Exchange> {
  const { id, query: own } = asking(documented, { id: asked ?? '', isExternal });
  const query = asked === undefined ? more : { ...own, ...more };
  const path = documented.path.replace('{task_id}', encodeURIComponent(id ?? ''));
  const url = new URL(setup.baseUrl.replace(/\/$/, '') + path);
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
  const headers = new Headers();
  if (isSigned) headers.set('authorization', await setup.auth.header());
  if (body !== undefined) headers.set('content-type', 'application/json');
  const answer = await fetchAnswer(setup, url, {
    method: documented.method,
    headers,
    redirect: 'manual',
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const exchange: Exchange = {
    documented,
    query,
    isSigned,
    status: answer.status,
    ...checkSize(url, () =>
      readAnswer(answer.text, answer.headers, headers.get('authorization') ?? ''),
    ),
    ...(asked !== undefined && id !== undefined && { id }),
    ...(body !== undefined && { requestBody: body }),
  };
  const why = notFromProvider(exchange);
  if (why) throw new CouldNotCheck(`${url.host} did not answer as the provider: ${why}`);
  return exchange;
}

/** @throws {CouldNotCheck} there is too much in the answer */
function checkSize<T>({ host }: URL, read: () => T): T {
  try {
    return read();
  } catch (error) {
    const why = error instanceof RangeError ? error.message : 'cannot be read';
    throw new CouldNotCheck(`the answer of ${host} ${why}`);
  }
}

async function fetchAnswer({ fetch, signal }: SessionSetup, url: URL, init: RequestInit) {
  const { host } = url;
  const send = async (stop: AbortSignal) => {
    const request = fetch(url.href, { ...init, signal: stop });
    const { status, headers, body } = await orAbort(request, stop);
    const bytes = await readBody(body, maxAnswer, stop);
    return { status, headers, text: new TextDecoder().decode(bytes) };
  };
  try {
    // Each request has a signal of its own: `fetch` may listen to it for longer than the request lasts, and a check sends
    // thousands of them.
    return await within(Number.POSITIVE_INFINITY, send, signal);
  } catch (error) {
    if (error instanceof RangeError) {
      throw new CouldNotCheck(`the answer of ${host} is larger than ${maxAnswer / 1e6} MB`);
    }
    const why = signal.aborted ? describeAbort(signal) : (codeOf(error) ?? 'the network failed');
    throw new CouldNotCheck(`no answer from ${host}: ${why}`);
  }
}

/** Why a check was ended. Does not show the signal's reason, which may hold anything. */
export function describeAbort({ reason }: AbortSignal): string {
  const isLate = reason instanceof DOMException && reason.name === 'TimeoutError';
  return isLate ? 'the time was up' : 'the check was stopped';
}
