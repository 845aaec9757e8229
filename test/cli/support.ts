import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect } from 'vitest';
import { main } from '../../src/cli/main.ts';

/** A key that must never be seen again. */
export const canary = 'canary-0123456789abcdef';

/** How one command ended. */
interface Ran {
  code: number;
  out: string;
  err: string;
  /** The lines of stderr but for `creating` and what it will cost, the last of which says what went wrong if anything did. */
  errLines: string[];
}

/** A folder for each test, which commands run in. */
export function inFolder() {
  let folder = '';
  const folders: string[] = [];
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'kling-cli-'));
    folders.push(folder);
  });
  // Not after each, as tests may run at the same time.
  afterAll(() => Promise.all(folders.map((each) => rm(each, { recursive: true }))));
  const env = { KLING_API_KEY: canary, COMETAPI_KEY: canary, DEERAPI_KEY: canary };

  /** Runs a command in this process, and makes sure that it shows no key. */
  async function kling(argv: readonly string[], more: Partial<Parameters<typeof main>[0]> = {}) {
    let out = '';
    let err = '';
    const code = await main({
      argv,
      env,
      cwd: folder,
      stdout: { write: (text) => (out += text) },
      stderr: { write: (text) => (err += text) },
      ...more,
    });
    expect(out + err).not.toContain(canary);
    const lines = err.trimEnd().split('\n');
    const errLines = lines.filter((line) => !/^(creating|about [\d.]+ units?,)/.test(line));
    return { code, out, err, errLines } satisfies Ran;
  }
  return { kling, env, folder: () => folder, files: () => readdir(folder) };
}

/** An answer: a body, a status with a body and headers, or `never`. */
export type Answer =
  | object
  | 'never'
  | 'reset'
  | [status: number, body: object, headers?: Record<string, string>];

/** A provider that answers with what it is told to, for what no mock does. */
export function fakeProvider(
  answer: (request: IncomingMessage & { at: string; times: number }) => Answer | Buffer,
) {
  const seen: string[] = [];
  const server = createServer((request, response) => {
    const at = `${request.method} ${request.url}`;
    seen.push(at);
    const times = seen.filter((other) => other === at).length;
    const reply = answer(Object.assign(request, { at, times }));
    if (reply === 'never') return;
    if (reply === 'reset') request.socket.destroy();
    else if (Buffer.isBuffer(reply)) response.end(reply);
    else {
      const [status, body, headers] = Array.isArray(reply) ? reply : [200, reply];
      const type = { 'content-type': 'application/json' };
      response.writeHead(status, { ...type, ...headers }).end(JSON.stringify(body));
    }
  });
  beforeAll(() => new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready)));
  beforeEach(() => void seen.splice(0));
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });
  const url = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { url, seen };
}
