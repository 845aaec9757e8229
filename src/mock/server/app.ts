import { documents, type ProviderName, providerNames } from '../../documents/documents.ts';
import type { Answer } from './answers.ts';
import { answerControl } from './control.ts';
import { identifyCaller } from './credentials.ts';
import { Gate } from './gate.ts';
import { MediaFiles } from './media-files.ts';
import type { Judge } from './prism.ts';
import { MockProvider } from './provider.ts';
import { createRecord, describeRequest, statusOf } from './records.ts';
import { findTarget, type MockRequest } from './target.ts';
import type { World } from './world.ts';

/** The largest body of a request, in bytes: as much as Prism itself takes. */
export const maxBody = 10 * 1024 * 1024;

/** A request as it came in, over a connection or through `mock.fetch`. */
interface Incoming {
  method: string;
  url: URL;
  headers: Record<string, string>;
  /** Empty when there was none, undefined when it was too large. */
  body: Uint8Array | undefined;
}

/** The mock without a server: answers each request. Never rejects. */
export type App = (incoming: Incoming) => Promise<Answer>;

/** What an app needs besides its world. */
export interface AppParts {
  /** Gives the judge of the requests to a provider, which it loads at its first call. */
  prism(provider: ProviderName): Promise<Judge>;
  /** Serves the page and its files; undefined when the path is none of them. */
  servePage(path: string): Promise<Answer | undefined>;
}

/** Puts providers, files, page and control API under their paths, and writes log and journal. */
export function createApp(world: World, { prism, servePage }: AppParts): App {
  const media = new MediaFiles(world.memory);
  const mocks = Object.fromEntries(
    providerNames.map((name) => [name, new MockProvider(name, world, prism)]),
  ) as Record<ProviderName, MockProvider>;

  // One after the other: what is read from a body takes far more memory than the body.
  const turn = new Gate(1);

  async function route(incoming: Incoming): Promise<Answer> {
    const { method, url, headers, body } = incoming;
    const { pathname, hostname } = url;
    const isRead = method === 'GET' || method === 'HEAD';
    if (pathname.startsWith('/media/')) {
      if (!isRead) return { status: 405, body: undefined, headers: { allow: 'GET, HEAD' } };
      return media.serve(pathname, headers.range, (account) => world.accounts.now(account));
    }
    if (body === undefined) return refuseBody(world, incoming, 'the body is too large');
    const page = isRead && !hosts.has(hostname) && (await servePage(pathname));
    if (page) return { ...page, isOwn: true };
    return turn.hold(1, () => answerOne(incoming, body));
  }

  async function answerOne(incoming: Incoming, bytes: Uint8Array): Promise<Answer> {
    const { method, url, headers } = incoming;
    const { pathname, hostname } = url;
    if (hasManyValues(bytes)) return refuseBody(world, incoming, 'the body has too many values');
    const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('utf8');
    const { body, isMalformed } = parseBody(text);
    // Real time, because the clock of whoever made the token was not moved.
    const caller = identifyCaller(headers.authorization, world.keys, Date.now() / 1000);
    if (pathname.startsWith('/_mock/')) {
      const control = { method, path: pathname.slice('/_mock'.length), body, caller };
      return { ...answerControl(world, control), isOwn: true };
    }
    const { name, path } = splitAddress(url);
    const named = providerNames.find((each) => each === name);
    const lost = refuse(404, `no such provider; paths begin with /${providerNames.join(', /')}`);
    // Whoever has a key meant a provider.
    if (!named && !caller.account) return lost;
    const query = Object.fromEntries(url.searchParams);
    // The results are not on the provider's own host, but on the mock.
    const base = realHosts.has(hostname) ? world.url : url.origin;
    const allHeaders = { ...headers, ...lengthHeader(headers, bytes.length) };
    const request = { method, path, query, headers: allHeaders, body, isMalformed, caller, base };
    if (!named) return writeJournal(world, request, pathname, lost, text);
    const { provider, target } = findTarget(named, request);
    const answer = await mocks[provider].answer(request, target).catch(toErrorAnswer);
    return writeJournal(world, request, pathname, answer, text);
  }

  return async (incoming) => {
    const startedAt = performance.now();
    const answer = await route(incoming).catch(toErrorAnswer);
    report(world, incoming, answer, performance.now() - startedAt + (answer.delay ?? 0));
    return answer;
  };
}

/** Writes the log, and counts all but what is the mock's own. */
function report(world: World, incoming: Incoming, answer: Answer, milliseconds: number): void {
  const { counters, logsAll, log, onRequest } = world;
  const { method, url } = incoming;
  const { isOwn, why, provider = 'none', operation = 'none' } = answer;
  if (logsAll && !isOwn) log(describeRequest(incoming, answer, milliseconds));
  else if (why) log(`${answer.status} ${method} ${url.pathname}: ${why}`);
  if (isOwn) return;
  const status = statusOf(answer);
  if (url.pathname.startsWith('/media/')) counters.files.add(status);
  else counters.requests.add(provider, operation, status);
  onRequest?.(createRecord(incoming, answer, milliseconds));
}

/** The provider that an address is for, and the path below it. */
function splitAddress({ hostname, pathname }: URL): { name: string; path: string } {
  const host = hosts.get(hostname);
  const [, first = '', rest = '/'] = /^\/([a-z][a-z\d]*)(\/.*)$/.exec(pathname) ?? [];
  return host ? { name: host, path: pathname } : { name: first, path: rest };
}

/** The hosts of the providers themselves, for a client that uses `mock.fetch`. */
const realHosts = new Map(
  // Where several have the same, the first stands for all of them.
  providerNames
    .toReversed()
    .flatMap((name) =>
      documents[name].servers.map(({ url }) => [new URL(url).hostname, name] as const),
    ),
);
/** Hosts that belong to one provider, for code that can change only the host of an address. */
const hosts = new Map<string, ProviderName>([
  ...realHosts,
  ...providerNames.map((name) => [`${name}.localhost`, name] as const),
]);

const refuse = (status: number, why: string): Answer => ({ status, body: { message: why }, why });

/** Refuses a body that nobody reads. A session is told, as the application may hide it. */
function refuseBody(
  world: World,
  { method, url: { pathname }, headers }: Incoming,
  why: string,
): Answer {
  const caller = identifyCaller(headers.authorization, world.keys, Date.now() / 1000);
  const answer = refuse(413, why);
  if (!caller.account || pathname.startsWith('/_mock/')) return answer;
  return writeJournal(world, { method, query: {}, body: undefined, caller }, pathname, answer, '');
}

/** Writes the journal. Returns the answer with its body as text, so that it is not written out twice. */
function writeJournal(
  { accounts, journal }: World,
  {
    method,
    query,
    body,
    caller: { account },
  }: Pick<MockRequest, 'method' | 'query' | 'body' | 'caller'>,
  path: string,
  answer: Answer,
  requestText: string,
): Answer {
  const { violations = [], task, scenario, note, why } = answer;
  const text = answer.body === undefined ? '' : JSON.stringify(answer.body);
  const status = statusOf(answer);
  const known = {
    account,
    ...(Object.keys(query).length > 0 && { query }),
    ...(why !== undefined && { why }),
    ...(task && { task }),
    ...(scenario && { scenario }),
    ...(note && { note }),
  };
  journal.add(
    { at: accounts.now(account), method, path, status, violations, ...known },
    { request: { value: body, text: requestText }, answer: { value: answer.body, text } },
  );
  return {
    ...answer,
    account,
    text,
    headers: { ...violationsHeader(violations), ...answer.headers },
  };
}

/** The request asked for a scenario that does not exist, or the mock itself has failed. */
function toErrorAnswer(error: unknown): Answer {
  const message = error instanceof Error ? error.message : String(error);
  const isBadRequest = error instanceof TypeError && message.startsWith('no such scenario');
  return refuse(isBadRequest ? 400 : 500, message);
}

/** Prism checks the content type only where there is a length, and a chunked body comes without one. */
const lengthHeader = (headers: Record<string, string>, size: number) =>
  size > 0 && !headers['content-length'] ? { 'content-length': String(size) } : {};

/** Fields and items that a body may have: in memory, and to Prism, each is far more than its text. */
const maxValues = 40_000;
/** Objects and lists that it may have, one in the other. */
const maxOpened = 100_000;

/** Whether a body has too many values, which is found out before they take any memory. */
function hasManyValues(body: Uint8Array): boolean {
  let values = 0;
  let opened = 0;
  let isText = false;
  for (let at = 0; at < body.length && values <= maxValues && opened <= maxOpened; at++) {
    const byte = body[at];
    if (byte === quote) isText = !isText;
    else if (isText && byte === backslash) at += 1;
    else if (!isText && byte === comma) values += 1;
    else if (!isText && (byte === bracket || byte === brace)) opened += 1;
  }
  return values > maxValues || opened > maxOpened;
}
const [quote, backslash, comma, bracket, brace] = Buffer.from('"\\,[{');

/** Levels of a body: deeper ones can be parsed, but not be written as JSON again. */
const maxDepth = 200;

const isDeeper = (value: unknown, levels: number): boolean =>
  typeof value === 'object' &&
  value !== null &&
  (levels === 0 || Object.values(value).some((child) => isDeeper(child, levels - 1)));

function parseBody(text: string): { body: unknown; isMalformed: boolean } {
  if (text === '') return { body: undefined, isMalformed: false };
  try {
    const body: unknown = JSON.parse(text);
    if (isDeeper(body, maxDepth)) return { body: text.slice(0, maxDepth), isMalformed: true };
    return { body, isMalformed: false };
  } catch {
    return { body: text, isMalformed: true };
  }
}

/** The header that Prism itself reports violations in: as many as a header can hold, in ASCII. */
function violationsHeader(violations: NonNullable<Answer['violations']>): Record<string, string> {
  if (violations.length === 0) return {};
  const rows = violations.slice(0, 20).map(({ path, ...rest }) => ({ location: path, ...rest }));
  const text = () => JSON.stringify(rows).replace(/[^ -~]/g, '?');
  while (text().length > 4_000) rows.pop();
  return { 'sl-violations': text() };
}
