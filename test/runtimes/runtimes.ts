/** How each runtime is started. */
import { existsSync, readdirSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { here, importPackage, made, run } from './packages.ts';
import { freePort, listen, type Served, serve } from './serve.ts';

/** The binary that a package for this platform brings; its install scripts are not run. */
function binaryOf(scope: string, path: string): string | undefined {
  const folder = here(`./node_modules/${scope}`);
  const packages = existsSync(folder) ? readdirSync(folder) : [];
  return packages.map((name) => `${folder}/${name}/${path}`).find((file) => existsSync(file));
}

const findFile = (path: string) =>
  [here(`./node_modules/${path}`)].find((file) => existsSync(file));

/** What starts each runtime that comes from npm; undefined where it is not installed. */
export const binaries: Record<string, string | undefined> = {
  Deno: binaryOf('@deno', 'deno'),
  Bun: binaryOf('@oven', 'bin/bun'),
  workerd: binaryOf('@cloudflare', 'bin/workerd'),
  pnpm: binaryOf('@pnpm', 'pnpm'),
  ...Object.fromEntries(
    ['20', '22', '24', '26'].map((major) => [`Node ${major}`, findFile(`node${major}/bin/node`)]),
  ),
  Next: findFile('next/dist/bin/next'),
};

/** How a program is started in the runtimes that have a command line; `Node` is the one that runs this. */
export function commandLine(runtime: string): string[] {
  if (runtime === 'Node') return [process.execPath];
  const binary = binaries[runtime] ?? '';
  return runtime === 'Deno' ? [binary, 'run', '--allow-all'] : [binary];
}

/** Runs one of the programs in Node, Bun or Deno. Returns what it printed. */
export async function runProgram(runtime: string, name: string, input: unknown): Promise<unknown> {
  const argv = [...commandLine(runtime), here(`./programs/${name}`), JSON.stringify(input)];
  return JSON.parse(await run(argv, here('.')));
}

/** Makes one file of a program with the packages. Returns its text. */
export async function bundle(name: string, options: object = {}): Promise<string> {
  const { build } = await importPackage('esbuild');
  const { outputFiles } = await build({
    entryPoints: [here(`./programs/${name}`)],
    bundle: true,
    format: 'esm',
    target: 'es2022',
    write: false,
    ...options,
  });
  return outputFiles[0].text;
}

/** What pages have of the program with the cases. */
export interface Cases {
  tryCreates(cases: object[]): Promise<string[]>;
  tryRun(of: object): Promise<Run>;
  tryProviders(of: { mock: string }): Promise<unknown>;
}

/** How a task ended from create to result, and the polls that the client believes it made. */
export interface Run {
  end: string;
  polls: number;
}

/** An open page on a server of its own, with the cases in `window.cases`. */
export interface OpenPage {
  page: Page;
  origin: string;
  close(): Promise<void>;
}

const pageFiles: Record<string, string> = {
  '/': '<script type="module">window.cases = await import("/cases.js");</script>',
  '/worker.js':
    'import * as cases from "/cases.js"; onmessage = async ({ data }) => postMessage(await cases.tryProviders(data));',
};

/**
 * Opens a page.
 * @param host a name that the browser takes for this machine @default 127.0.0.1, which is a secure context
 * @param program the cases as one file, made by another bundler
 */
export async function openPage(
  browser: Browser,
  host = '127.0.0.1',
  program?: string,
): Promise<OpenPage> {
  const files = { ...pageFiles, '/cases.js': program ?? (await bundle('cases.mjs')) };
  const { url, stop } = await listen(async ({ url: path = '/' }, response) => {
    response.setHeader('content-type', path === '/' ? 'text/html' : 'text/javascript');
    response.end(files[path as keyof typeof files]);
  });
  const context = await browser.newContext();
  const page = await context.newPage();
  const origin = url.replace('127.0.0.1', host);
  await page.goto(origin);
  await page.waitForFunction('window.cases');
  const close = async () => {
    await context.close();
    stop();
  };
  return { page, origin, close };
}

/** Calls a function of the cases in a page. */
export function callInPage<Name extends keyof Cases>(
  page: Page,
  name: Name,
  input: Parameters<Cases[Name]>[0],
): Promise<Awaited<ReturnType<Cases[Name]>>> {
  return page.evaluate(`cases.${name}(${JSON.stringify(input)})`);
}

/** Starts the worker in workerd, with that compatibility date. */
export async function startWorker(date: string): Promise<Served> {
  const port = await freePort();
  await mkdir(made, { recursive: true });
  await writeFile(`${made}/worker.js`, await bundle('worker.mjs'));
  const config = `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [
    (name = "main", worker = .main),
    (name = "internet", network = (allow = ["private", "public"])),
  ],
  sockets = [(name = "http", address = "127.0.0.1:${port}", http = (), service = "main")],
);
const main :Workerd.Worker = (
  modules = [(name = "worker.js", esModule = embed "worker.js")],
  compatibilityDate = "${date}",
);
`;
  await writeFile(`${made}/worker.capnp`, config);
  return serve([binaries['workerd'] ?? '', 'serve', 'worker.capnp'], port, made);
}

let next: Promise<Served> | undefined;

/** Builds the application of Next and starts it, once; it runs until `stopNext`. */
export function startNext(): Promise<Served> {
  next ??= buildNext();
  return next;
}

async function buildNext(): Promise<Served> {
  const cwd = here('./next');
  const command = [process.execPath, binaries['Next'] ?? ''];
  await run([...command, 'build'], cwd, { NEXT_TELEMETRY_DISABLED: '1' });
  const port = await freePort();
  const args = ['start', '--hostname', '127.0.0.1', '--port', String(port)];
  return serve([...command, ...args], port, cwd);
}

/** Stops the application of Next, if it was started. */
export async function stopNext(): Promise<void> {
  (await next?.catch(() => undefined))?.stop();
}
