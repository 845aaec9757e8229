import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { appPath, html, icon, importMap } from './page/html.ts';
import { style } from './page/style.ts';
import type { Answer } from './server/answers.ts';

/** The build, where the page's modules come from even when the mock itself runs from its sources. */
const dist = new URL(import.meta.url.endsWith('.ts') ? '../../dist/' : '../../', import.meta.url);

/** The modules that the page may load: those that run in a browser. No name that fits can leave its folder. */
const modules =
  /^(generated\/\w+(\.document)?|src\/(index|client\/[\w-]+|documents\/[\w-]+|mock\/page\/[\w-]+))\.js$/;

const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** Nothing of other origins, nothing inline but the import map, no text that becomes markup, in no frame. */
const policy = [
  "default-src 'none'",
  `script-src 'self' ${hash(importMap)}`,
  "style-src 'self'",
  "connect-src 'self'",
  "img-src 'self'",
  "media-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
].join('; ');

const texts: Record<string, readonly [type: string, text: string]> = {
  '/': ['text/html', html],
  [`${appPath}/style.css`]: ['text/css', style],
  [`${appPath}/icon.svg`]: ['image/svg+xml', icon],
};

/** Serves the page at `/` and the files that it loads; undefined when the path is none of them. */
export async function servePage(path: string): Promise<Answer | undefined> {
  const [type, text] = Object.hasOwn(texts, path) ? (texts[path] ?? []) : [];
  if (type) return toAnswer(type, new TextEncoder().encode(text));
  if (!path.startsWith(`${appPath}/`)) return undefined;
  const name = path.slice(appPath.length + 1);
  const address =
    name === 'openapi-fetch.js' ? locateClientLibrary() : modules.test(name) && new URL(name, dist);
  const found = address && (await readFile(address).catch(() => undefined));
  if (found) return toAnswer('text/javascript', found);
  return { status: 404, body: { message: `the page has no file ${path}` } };
}

/** openapi-fetch as a module for browsers, which is next to the one for require. */
function locateClientLibrary(): string {
  const { resolve } = createRequire(import.meta.url);
  return resolve('openapi-fetch').replace(/\.cjs$/, '.mjs');
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
