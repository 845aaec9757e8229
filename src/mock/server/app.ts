import { documents, type ProviderName, providerNames } from '../../documents/documents.ts';
import type { Answer } from './answers.ts';
import { control } from './control.ts';
import { MediaFiles } from './media-files.ts';
import type { AskPrism } from './prism.ts';
import { MockProvider } from './provider.ts';
import type { MockRequest } from './requests.ts';
import { pageFile } from './static.ts';
import type { World } from './world.ts';

/** A request as it came in, from a socket or from `mock.fetch`. */
interface Incoming {
  method: string;
  url: URL;
  headers: Record<string, string>;
  /** The body's text; empty when there was none, undefined when it was too large. */
  text: string | undefined;
}

/** The mock without a socket: an answer to each request. Never rejects. */
export type App = (incoming: Incoming) => Promise<Answer>;

/** Puts providers, files, page and control API under their paths, and writes log and journal. */
export function createApp(world: World, prism: (provider: ProviderName) => Promise<AskPrism>): App {
  const media = new MediaFiles(world.memory);
  const mocks = new Map(
    providerNames.map((name) => [name as string, new MockProvider(name, world, () => prism(name))]),
  );

  async function answerTo({ method, url, headers, text }: Incoming): Promise<Answer> {
    const { pathname, hostname } = url;
    const isRead = method === 'GET' || method === 'HEAD';
    if (pathname.startsWith('/media/')) {
      if (!isRead) return { status: 405, body: undefined, headers: { allow: 'GET, HEAD' } };
      return media.answer(pathname, headers.range, world.clock.now());
    }
    if (text === undefined) return refused(413, 'the body is too large');
    const host = hosts.get(hostname);
    const page = isRead && !host && (await pageFile(pathname));
    if (page) return page;
    const { body, isMalformed } = parsed(text);
    if (pathname.startsWith('/_mock/')) {
      return control(world, { method, path: pathname.slice('/_mock'.length), body });
    }
    const [, first = '', rest = '/'] = /^\/([a-z]+)(\/.*)$/.exec(pathname) ?? [];
    const provider = mocks.get(host ?? first);
    if (!provider) {
      return refused(404, `no provider there; paths begin with /${providerNames.join(', /')}`);
    }
    const query = Object.fromEntries(url.searchParams);
    // The provider's own host is not where the results are.
    const base = realHosts.has(hostname) ? world.url : url.origin;
    const path = host ? pathname : rest;
    const size = text.length;
    const given = { ...headers, ...lengthOf(headers, size) };
    const request = { method, path, query, headers: given, body, size, isMalformed, base };
    return journaled(world, request, pathname, await provider.answer(request).catch(problem), text);
  }

  return async (incoming) => {
    const answer = await answerTo(incoming).catch(problem);
    const { method, url } = incoming;
    if (answer.why) world.log(`${answer.status} ${method} ${url.pathname}: ${answer.why}`);
    return answer;
  };
}

/** The hosts of the providers themselves, for a client whose `fetch` is the mock's. */
const realHosts = new Map(
  providerNames.flatMap((name) =>
    documents[name].servers.map(({ url }) => [new URL(url).hostname, name] as const),
  ),
);
/** Hosts that are one provider's alone, for code that can change nothing but the host. */
const hosts = new Map<string, ProviderName>([
  ...realHosts,
  ...providerNames.map((name) => [`${name}.localhost`, name] as const),
]);

const refused = (status: number, why: string): Answer => ({ status, body: { message: why }, why });

/** Writes the journal, and the answer's body as it will be sent. */
function journaled(
  { clock, journal }: World,
  { method, body }: MockRequest,
  path: string,
  answer: Answer,
  requestText: string,
): Answer {
  const { violations = [], task, scenario, note, spoil } = answer;
  const text = answer.body === undefined ? '' : JSON.stringify(answer.body);
  const status = spoil === undefined ? answer.status : sentInstead[spoil];
  const known = { ...(task && { task }), ...(scenario && { scenario }), ...(note && { note }) };
  journal.add(
    { at: clock.now(), method, path, status, violations, ...known },
    { request: { value: body, text: requestText }, answer: { value: answer.body, text } },
  );
  return { ...answer, text, headers: { ...violationsHeader(violations), ...answer.headers } };
}

/** The status that leaves when an answer is spoilt. */
const sentInstead = { html: 502, empty: 200, truncated: 200, reset: 0, hang: 0 };

/** A scenario that does not exist was asked for, or the mock itself is at fault. */
function problem(error: unknown): Answer {
  const message = error instanceof Error ? error.message : String(error);
  const isAsked = error instanceof TypeError && message.startsWith('no such scenario');
  return refused(isAsked ? 400 : 500, message);
}

/** Prism looks at no content type without it, and a body in pieces has none. */
const lengthOf = (headers: Record<string, string>, size: number) =>
  size > 0 && !headers['content-length'] ? { 'content-length': String(size) } : {};

/** Levels of a body; what is nested deeper can be parsed, but not be written down again. */
const deepest = 200;

const isDeeper = (value: unknown, levels: number): boolean =>
  typeof value === 'object' &&
  value !== null &&
  (levels === 0 || Object.values(value).some((child) => isDeeper(child, levels - 1)));

function parsed(text: string): { body: unknown; isMalformed: boolean } {
  if (text === '') return { body: undefined, isMalformed: false };
  try {
    const body: unknown = JSON.parse(text);
    if (isDeeper(body, deepest)) return { body: text.slice(0, deepest), isMalformed: true };
    return { body, isMalformed: false };
  } catch {
    return { body: text, isMalformed: true };
  }
}

/** The header that Prism itself uses for violations: as many of them as a header can hold, in ASCII. */
function violationsHeader(violations: NonNullable<Answer['violations']>): Record<string, string> {
  if (violations.length === 0) return {};
  const rows = violations.slice(0, 20).map(({ path, ...rest }) => ({ location: path, ...rest }));
  const text = () => JSON.stringify(rows).replace(/[^ -~]/g, '?');
  while (text().length > 4_000) rows.pop();
  return { 'sl-violations': text() };
}
