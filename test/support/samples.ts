import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';

/** Pages in the providers' layouts, in our words: see test/fixtures/README.md. */
export const pagesFolder = new URL('../fixtures/pages/', import.meta.url);

/** A sample of a page, as it stands there. */
export interface Sample {
  /** The page's file and the sample's place on it. */
  name: string;
  text: string;
}

const pages = readdirSync(pagesFolder)
  .sort()
  .map((name) => ({ name, text: readFileSync(new URL(name, pagesFolder), 'utf8') }));

const numbered = (page: string, texts: string[]): Sample[] =>
  texts.map((text, index) => ({ name: `${page} ${index + 1}`, text }));

/** The samples of the OpenAPI documents that some pages hold. */
function inDocuments(lang: string): Sample[] {
  return pages.flatMap(({ name, text }) => {
    const [, yaml] = /^`{3,}yaml[^\n]*\n([\s\S]*?)^`{3,}/m.exec(text) ?? [];
    if (!yaml) return [];
    const { paths } = parse(yaml) as { paths: Record<string, Record<string, Documented>> };
    const samples = Object.values(paths)
      .flatMap((item) => Object.values(item))
      .flatMap((operation) => operation['x-codeSamples'] ?? []);
    return numbered(
      name,
      samples.filter((each) => each.lang === lang).map((each) => each.source),
    );
  });
}

interface Documented {
  'x-codeSamples'?: { lang: string; source: string }[];
}

/** The commands that stand on a page between other text: from `curl` to the line that continues no more. */
function onPages(): Sample[] {
  return pages.flatMap(({ name, text }) => {
    if (/^`{3,}yaml/m.test(text)) return [];
    const found = text.match(/^curl (?:\\\n|'[^']*'|[^\n'])*$/gm) ?? [];
    return numbered(name, [...new Set(found)]);
  });
}

/** Every JavaScript sample of every page. */
export const scripts = inDocuments('JavaScript');

/** Every curl sample of every page, each once. */
export const curls = [...inDocuments('Shell'), ...onPages()];

/** The request that a curl command sends, for `fetch`. */
export function requestOf(command: string, env: Record<string, string>): Request {
  const words = [...command.matchAll(/\\\n|'([^']*)'|"([^"]*)"|([^\s\\'"]+)/g)]
    .map(
      ([, single, double, bare]) =>
        single ?? double?.replace(/\$(\w+)/g, (_, name) => env[name] ?? '') ?? bare,
    )
    .filter((word) => word !== undefined);
  const headers = new Headers();
  let url = '';
  let method = '';
  let body: string | undefined;
  for (let at = 1; at < words.length; at++) {
    const word = words[at] ?? '';
    const value = () => words[++at] ?? '';
    if (word === '--url') url = value();
    else if (word === '--request' || word === '-X') method = value();
    else if (word === '--data' || word === '-d') body = value();
    else if (word === '--header' || word === '-H') {
      const [name = '', ...rest] = value().split(':');
      headers.set(name, rest.join(':').trim());
    } else if (!word.startsWith('-')) url = word;
    else throw new Error(`a curl option that is not known here: ${word}`);
  }
  return new Request(url, {
    method: method || (body ? 'POST' : 'GET'),
    headers,
    body: body ?? null,
  });
}
