import { orAbort, sleep, within } from '../../client/sleep.ts';
import type { Problem } from '../../contract/answers/problems.ts';
import type { Documented } from '../../contract/answers/routes.ts';
import { type Exchange, excuseOf, foreign, reasonOf } from '../../contract/exchange.ts';
import { CouldNotCheck, type Finding, type Report, type Skipped } from '../../contract/finding.ts';
import { findingOf } from '../../contract/validate.ts';
import type { providers } from '../../documents/documents.ts';
import { generic } from '../../documents/json.ts';
import { type Fetch, parsed } from '../traffic/http.ts';
import { Traffic } from '../traffic/traffic.ts';

/** What a session needs to reach a provider. */
export interface SessionSetup {
  /** Origin, and where needed a path of its own. */
  baseUrl: string;
  auth: ReturnType<(typeof providers)['klingai']['auth']>;
  fetch: Fetch;
  /** Milliseconds between two looks at a task. */
  interval: number;
  /** Ends every request and every wait. */
  signal: AbortSignal;
  /** Told what goes on. */
  tell: (line: string) => void;
  /** Keeps an exchange. */
  keep?: ((exchange: Exchange) => Promise<void>) | undefined;
}

/** One request. */
export interface Call {
  id?: string;
  query?: Record<string, string>;
  body?: unknown;
  /** Whether the credentials go with it. @default true */
  isSigned?: boolean;
}

/** How often a request is repeated that the provider would not take now, and the first wait. */
const repeats = 3;
const firstWait = 1_000;

/** Requests to one provider, each answer checked, and what came of it. */
export class Session {
  readonly setup: SessionSetup;
  readonly #traffic = new Traffic();
  readonly #findings = new Map<string, Finding>();
  readonly #skipped: Skipped[] = [];
  #checked = 0;

  constructor(setup: SessionSetup) {
    this.setup = setup;
  }

  /**
   * Sends a request and checks the answer. What the provider will not take now is sent again, a few times.
   * @throws {CouldNotCheck} no answer came, or another server's
   */
  async send(documented: Documented, call: Call = {}): Promise<Exchange> {
    const { interval, signal, keep } = this.setup;
    for (let attempt = 0; ; attempt++) {
      const exchange = await exchanged(this.setup, documented, call);
      this.#checked++;
      for (const found of this.#traffic.see(exchange)) this.#add(found);
      await keep?.(exchange);
      if (attempt === repeats || reasonOf(exchange) !== 'rate') return exchange;
      const asked = Number(exchange.headers['retry-after']) * 1000;
      const wait = asked > 0 ? asked : Math.min(firstWait, interval) * 2 ** attempt;
      await sleep(Math.min(wait, 30_000), signal);
    }
  }

  /** Counts a check that is more than the look at an answer, and adds what it found. */
  expect(documented: Documented, problem?: Problem): void {
    this.#checked++;
    if (problem) this.#add(findingOf(documented, problem));
  }

  /** Whether an answer of the operation has been found wrong at a place. */
  isKnown({ key }: Documented, location: string): boolean {
    const found = [...this.#findings.values()];
    return found.some((each) => each.operation === key && each.location === location);
  }

  skip(entry: Skipped): void {
    this.#skipped.push(entry);
  }

  /** Skips what a refusal leaves open; false when the refusal is about the request itself, or there is none. */
  excuse(what: string, exchange: Exchange): boolean {
    const why = excuseOf(exchange);
    if (why) this.skip({ what, why, failed: true });
    return why !== undefined;
  }

  report(): Report {
    for (const found of this.#traffic.missing()) this.#add(found);
    const findings = [...this.#findings.values()];
    return { checked: this.#checked, skipped: [...this.#skipped], findings };
  }

  #add(found: Finding): void {
    const cause = `${found.kind} ${found.operation} ${generic(found.location)}`;
    if (!this.#findings.has(cause)) this.#findings.set(cause, found);
  }
}

/** Larger answers than this are no task's. */
const maxBody = 10_000_000;

async function exchanged(
  setup: SessionSetup,
  documented: Documented,
  { id, query = {}, body, isSigned = true }: Call,
): Promise<Exchange> {
  const path = documented.path.replace('{task_id}', encodeURIComponent(id ?? ''));
  const url = new URL(setup.baseUrl.replace(/\/$/, '') + path);
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
  const headers = new Headers();
  if (isSigned) headers.set('authorization', await setup.auth.header());
  if (body !== undefined) headers.set('content-type', 'application/json');
  const { method } = documented;
  const sent = body === undefined ? {} : { body: JSON.stringify(body) };
  const init = { method, headers, ...sent, redirect: 'manual' } as const;
  const { status, headers: got, text } = await answered(setup, url, init);
  const exchange: Exchange = {
    documented,
    query,
    isSigned,
    status,
    headers: Object.fromEntries(got),
    body: parsed(text),
    text,
    ...(id !== undefined && { id }),
    ...(body !== undefined && { sent: body }),
  };
  const why = foreign(exchange);
  if (why) throw new CouldNotCheck(`${url.host} did not answer as the provider: ${why}`);
  return exchange;
}

async function answered({ fetch, signal }: SessionSetup, url: URL, init: RequestInit) {
  const { host } = url;
  const ask = async (stop: AbortSignal) => {
    const { status, headers, body } = await orAbort(
      fetch(new Request(url, { ...init, signal: stop })),
      stop,
    );
    return { status, headers, text: await orAbort(new Response(body).text(), stop) };
  };
  try {
    // A signal for each request: a Request listens to its own until it is collected, and a check sends thousands.
    const answer = await within(Number.POSITIVE_INFINITY, ask, signal);
    if (answer.text.length <= maxBody) return answer;
  } catch (error) {
    const why = signal.aborted ? reasonFor(signal) : codeOf(error);
    throw new CouldNotCheck(`no answer from ${host}: ${why}`);
  }
  throw new CouldNotCheck(`the answer of ${host} is larger than ${maxBody / 1e6} MB`);
}

/** Why a check was ended, in our words. */
export function reasonFor({ reason }: AbortSignal): string {
  const isLate = reason instanceof DOMException && reason.name === 'TimeoutError';
  return isLate ? 'the time was up' : 'the check was stopped';
}

function codeOf(error: unknown): string {
  for (let at = error; at instanceof Error; at = at.cause) {
    if ('code' in at && typeof at.code === 'string') return at.code;
  }
  return 'the network failed';
}
