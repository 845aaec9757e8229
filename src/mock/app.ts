import { documents, type ProviderName, providerNames } from '../contract/documents.ts';
import type { Answer } from './answers.ts';
import { control } from './control.ts';
import { MediaFiles } from './media-files.ts';
import type { AskPrism } from './prism.ts';
import { MockProvider } from './provider.ts';
import { pageFile } from './static.ts';
import type { World } from './world.ts';

/** A request as it came in, from a socket or from `mock.fetch`. */
export interface Incoming {
  method: string;
  url: URL;
  headers: Record<string, string>;
  /** The body's text; empty when there was none, undefined when it was too large. */
  text: string | undefined;
}

/** The mock without a socket: an answer to each request. */
export type App = (incoming: Incoming) => Promise<Answer>;

/** Puts providers, files and control API under their paths, and writes the journal. */
export function createApp(world: World, prism: (provider: ProviderName) => Promise<AskPrism>): App {
  const media = new MediaFiles(world.memory);
  const mocks = new Map(
    providerNames.map((name) => [name as string, new MockProvider(name, world, () => prism(name))]),
  );

  return async ({ method, url, headers, text }) => {
    const { pathname, origin: base } = url;
    const isHead = method === 'HEAD';
    if (pathname.startsWith('/media/')) {
      if (method !== 'GET' && !isHead) return { status: 405, body: undefined };
      return media.answer(pathname, headers.range, world.clock.now());
    }
    if (text === undefined) return { status: 413, body: { message: 'the body is too large' } };
    const page = (method === 'GET' || isHead) && (await pageFile(pathname));
    if (page) return page;
    const { body, isMalformed } = parsed(text);
    if (pathname.startsWith('/_mock/')) {
      return control(world, { method, path: pathname.slice('/_mock'.length), body });
    }
    const [, name = '', path = '/'] = /^\/([a-z]+)(\/.*)$/.exec(pathname) ?? [];
    const provider = mocks.get(name);
    if (!provider) {
      return {
        status: 404,
        body: {
          message: `no provider there; paths begin with /${Object.keys(documents).join(', /')}`,
        },
      };
    }
    const query = Object.fromEntries(url.searchParams);
    const request = { method, path, query, headers, body, isMalformed, base };
    const answer = await provider.answer(request).catch(problem);
    const { status, violations = [], task, scenario, note } = answer;
    const known = { ...(task && { task }), ...(scenario && { scenario }), ...(note && { note }) };
    const seen = { at: world.clock.now(), method, path: pathname, status, violations, ...known };
    world.journal.add({ ...seen, request: body, answer: answer.body });
    return { ...answer, headers: { ...violationsHeader(violations), ...answer.headers } };
  };
}

/** A scenario that does not exist was asked for, or the mock itself is at fault. */
function problem(error: unknown): Answer {
  const isAsked = error instanceof TypeError && error.message.startsWith('no such scenario');
  const message = error instanceof Error ? error.message : String(error);
  return { status: isAsked ? 400 : 500, body: { message } };
}

function parsed(text: string): { body: unknown; isMalformed: boolean } {
  if (text === '') return { body: undefined, isMalformed: false };
  try {
    return { body: JSON.parse(text), isMalformed: false };
  } catch {
    return { body: text, isMalformed: true };
  }
}

/** The header that Prism itself uses for violations: as many of them as a header can hold, in ASCII. */
function violationsHeader(violations: NonNullable<Answer['violations']>): Record<string, string> {
  const rows = violations.map(({ path, ...rest }) => ({ location: path, ...rest }));
  const text = () => JSON.stringify(rows).replace(/[^ -~]/g, '?');
  while (text().length > 4_000) rows.pop();
  return violations.length ? { 'sl-violations': text() } : {};
}
