import { readFile } from 'node:fs/promises';
import { documents, providerNames } from '../documents/documents.ts';
import { appPath, html, icon } from './page/html.ts';
import type { Answer } from './server/answers.ts';

/** The page as it is built, also when the mock itself runs from its sources. */
const folder = new URL(
  import.meta.url.endsWith('.ts') ? '../../packages/cli/dist/page/' : './page/',
  import.meta.url,
);

/** Nothing of other origins but files that somebody chose from the disk, nothing inline, no text that becomes markup, in no frame. */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "img-src 'self' blob:",
  "media-src 'self' blob:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
].join('; ');

const texts: Record<string, readonly [type: string, text: string]> = {
  '/': ['text/html', html],
  [`${appPath}/icon.svg`]: ['image/svg+xml', icon],
  ...Object.fromEntries(
    providerNames.map((name) => [
      `${appPath}/${name}.json`,
      ['application/json', JSON.stringify(documents[name])],
    ]),
  ),
};

/** The types of the files that the build makes for the page. */
const types: Record<string, string> = {
  'page.js': 'text/javascript',
  'page.js.map': 'application/json',
  'page.css': 'text/css',
  'overlays.json': 'application/json',
};

/** Serves the page at `/` and the files that it loads; undefined when the path is none of them. */
export async function servePage(path: string): Promise<Answer | undefined> {
  const [type, text] = Object.hasOwn(texts, path) ? (texts[path] ?? []) : [];
  if (type) return toAnswer(type, new TextEncoder().encode(text));
  if (!path.startsWith(`${appPath}/`)) return undefined;
  const name = path.slice(appPath.length + 1);
  const built = Object.hasOwn(types, name) ? types[name] : undefined;
  const found = built && (await readFile(new URL(name, folder)).catch(() => undefined));
  if (found) return toAnswer(built, found);
  return { status: 404, body: { message: `the page has no file ${path}` } };
}

const toAnswer = (type: string, body: Uint8Array): Answer => ({
  status: 200,
  body,
  headers: {
    'content-type': `${type}; charset=utf-8`,
    'cache-control': 'no-cache',
    'content-security-policy': policy,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
  },
});
