import { execFile, spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Browser, Page } from 'playwright-core';
import { listen } from './provider.ts';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Where programs and settings for the runtimes are put; git leaves it out. */
const made = here('./dist');

/** The binary that a package for this platform brings; its install scripts are not run. */
function binaryOf(scope: string, path: string): string | undefined {
  const folder = here(`./node_modules/${scope}`);
  const packages = existsSync(folder) ? readdirSync(folder) : [];
  return packages.map((name) => `${folder}/${name}/${path}`).find((file) => existsSync(file));
}

/** What starts each runtime that comes from npm; undefined where it is not installed. */
export const binaries: Record<string, string | undefined> = {
  Deno: binaryOf('@deno', 'deno'),
  Bun: binaryOf('@oven', 'bin/bun'),
  workerd: binaryOf('@cloudflare', 'bin/workerd'),
  Next: [here('./node_modules/next/dist/bin/next')].find((file) => existsSync(file)),
};

/** How a program is started in the runtimes that have a command line. */
const commands: Record<string, string[]> = {
  Node: [process.execPath],
  Bun: [binaries['Bun'] ?? ''],
  Deno: [binaries['Deno'] ?? '', 'run', '--allow-all'],
};

/** Runs one of the programs in Node, Bun or Deno. Returns what it printed. */
export async function runProgram(runtime: string, name: string, input: unknown): Promise<unknown> {
  const [command = '', ...args] = commands[runtime] ?? [];
  const argv = [...args, here(`./programs/${name}`), JSON.stringify(input)];
  const { stdout } = await promisify(execFile)(command, argv, { timeout: 180_000 });
  return JSON.parse(stdout);
}

/** Makes one file of a program with the built package. Returns its text. */
async function bundle(name: string): Promise<string> {
  const { build } = await import(here('./node_modules/esbuild/lib/main.js'));
  const { outputFiles } = await build({
    entryPoints: [here(`./programs/${name}`)],
    bundle: true,
    format: 'esm',
    target: 'es2022',
    write: false,
  });
  return outputFiles[0].text;
}

/** What pages have of the program with the cases. */
export interface Cases {
  tryCreates(cases: object[]): Promise<string[]>;
  tryRun(of: object): Promise<Run>;
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

/** Opens a page. @param host a name that the browser takes for this machine @default 127.0.0.1, which is a secure context */
export async function openPage(browser: Browser, host = '127.0.0.1'): Promise<OpenPage> {
  const program = await bundle('cases.mjs');
  const { url, stop } = await listen(async ({ url: path }, response) => {
    const isProgram = path === '/cases.js';
    response.setHeader('content-type', isProgram ? 'text/javascript' : 'text/html');
    const html = '<script type="module">window.cases = await import("/cases.js");</script>';
    response.end(isProgram ? program : html);
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

/** A program that serves HTTP. */
export interface Served {
  url: string;
  stop: () => void;
}

/** A port on which nothing listens. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const address = server.address();
  await new Promise((closed) => server.close(closed));
  return typeof address === 'object' && address ? address.port : 0;
}

/** Starts a program and waits until it answers. */
async function serve(argv: string[], port: number, cwd: string): Promise<Served> {
  const [command = '', ...args] = argv;
  const env = { ...process.env, NEXT_TELEMETRY_DISABLED: '1' };
  const child = spawn(command, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
  let log = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (text) => {
      log += text;
    });
  }
  const url = `http://127.0.0.1:${port}`;
  // Asked to end, workerd would first wait for all of its connections.
  const stop = () => void child.kill('SIGKILL');
  for (let tries = 0; tries < 300; tries++) {
    const isUp = await fetch(url).then(
      () => true,
      () => false,
    );
    if (isUp) return { url, stop };
    if (child.exitCode !== null) break;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  stop();
  throw new Error(`${command} does not serve:\n${log}`);
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

/** Builds the application of Next, and starts it. */
export async function startNext(): Promise<Served> {
  const cwd = here('./next');
  const next = [process.execPath, binaries['Next'] ?? ''];
  const env = { ...process.env, NEXT_TELEMETRY_DISABLED: '1' };
  const [node = '', ...args] = [...next, 'build'];
  await promisify(execFile)(node, args, { cwd, env });
  const port = await freePort();
  return serve([...next, 'start', '--hostname', '127.0.0.1', '--port', String(port)], port, cwd);
}

/** Starts a built program of the package, as its users import it. */
export const importBuilt = (path: string) => import(here(`../../dist/src/${path}`));
