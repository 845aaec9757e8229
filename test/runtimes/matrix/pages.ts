/** Browsers, and what builds and serves their pages. */
import { readFile, rm } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import type { Mock } from '../../../src/mock/index.ts';
import { insecureHost } from '../faults/browsers.ts';
import type { Measured } from '../findings.ts';
import { here, importPackage, made, versionOf } from '../packages.ts';
import { callInPage, openPage, startNext } from '../runtimes.ts';
import { expectResults, measureList, type Row, type TryProviders } from './rows.ts';

/** Opens a page and calls a function with it. */
async function inPage<Result>(
  browser: Browser,
  use: (page: Page) => Promise<Result>,
  { host, program }: { host?: string; program?: string } = {},
): Promise<Result> {
  const { page, close } = await openPage(browser, host, program);
  try {
    return await use(page);
  } finally {
    await close();
  }
}

const tryInWorker = (page: Page, mock: string) =>
  page.evaluate(
    (told) =>
      new Promise((resolve, reject) => {
        const worker = new Worker('/worker.js', { type: 'module' });
        worker.onmessage = ({ data }) => resolve(data);
        worker.onerror = ({ message }) => reject(new Error(message));
        worker.postMessage(told);
      }),
    { mock },
  );

/** Creates, waits and results of every provider in Chromium. */
export async function measurePages(mock: Mock, browser: Browser): Promise<Measured> {
  const where = `Chromium ${browser.version()}`;
  const row = (what: string, tryProviders: TryProviders): Row => {
    return { where, what, try: () => expectResults(mock, tryProviders) };
  };
  const onLan = mock.url.replace('127.0.0.1', insecureHost);
  return measureList([
    row('page', (mock) => inPage(browser, (page) => callInPage(page, 'tryProviders', { mock }))),
    row('module worker', (mock) => inPage(browser, (page) => tryInWorker(page, mock))),
    row('page of another host without HTTPS', () =>
      inPage(browser, (page) => callInPage(page, 'tryProviders', { mock: onLan }), {
        host: insecureHost,
      }),
    ),
  ]);
}

/** Creates, waits and results of every provider in an application of Next. */
export async function measureFrameworks(mock: Mock): Promise<Measured> {
  const where = `Next ${await versionOf('next')}`;
  const kinds = {
    'route handler': 'route',
    'Server Component': 'component',
    'route of the edge runtime': 'edge',
  };
  const tryRoute = async (route: string, address: string) => {
    const next = await startNext();
    const answer = await fetch(`${next.url}/${route}?mock=${encodeURIComponent(address)}`);
    const text = await answer.text();
    const [, found] = /data-found="([^"]*)"/.exec(text) ?? [];
    return JSON.parse(found === undefined ? text : decodeURIComponent(found));
  };
  return measureList(
    Object.entries(kinds).map(([what, route]) => ({
      where,
      what,
      needs: 'Next',
      try: () => expectResults(mock, (address) => tryRoute(route, address)),
    })),
  );
}

const entry = here('./programs/cases.mjs');

/** What a bundler makes of the cases, as one file with their exports. */
type Build = (isForNode: boolean) => Promise<string>;

const vite: Build = async (isForNode) => {
  const { build } = await importPackage('vite');
  const { output } = await build({
    root: here('./programs'),
    configFile: false,
    logLevel: 'error',
    ...(isForNode && { ssr: { noExternal: true } }),
    build: {
      write: false,
      ssr: isForNode ? entry : false,
      rollupOptions: { input: entry, preserveEntrySignatures: 'strict' },
    },
  });
  return output[0].code;
};

const webpack: Build = async (isForNode) => {
  const { default: pack } = await importPackage('webpack');
  const folder = `${made}/webpack`;
  await rm(folder, { recursive: true, force: true });
  const compiler = pack({
    mode: 'production',
    target: isForNode ? 'node20' : 'web',
    entry,
    context: here('./programs'),
    experiments: { outputModule: true },
    output: { path: folder, filename: 'cases.mjs', library: { type: 'module' }, module: true },
  });
  await new Promise<void>((resolve, reject) => {
    compiler.run((error: Error | null, stats: { hasErrors(): boolean; toString(): string }) => {
      if (error || stats.hasErrors()) reject(error ?? new Error(stats.toString()));
      else resolve();
    });
  });
  return readFile(`${folder}/cases.mjs`, 'utf8');
};

/** Creates, waits and results of every provider in what bundlers make. */
export async function measureBundlers(mock: Mock, browser: Browser): Promise<Measured> {
  const rows = Object.entries({ vite, webpack }).map(async ([name, build]): Promise<Row[]> => {
    const where = `${name} ${await versionOf(name)}`;
    const inChromium = async (mock: string) => {
      const program = await build(false);
      return inPage(browser, (page) => callInPage(page, 'tryProviders', { mock }), { program });
    };
    const inNode = async (mock: string) => {
      const text = Buffer.from(await build(true)).toString('base64');
      const { tryProviders } = await import(`data:text/javascript;base64,${text}`);
      return tryProviders({ mock });
    };
    return [
      { where, what: 'built, run in Chromium', try: () => expectResults(mock, inChromium) },
      { where, what: 'built for Node, run there', try: () => expectResults(mock, inNode) },
    ];
  });
  return measureList((await Promise.all(rows)).flat());
}
