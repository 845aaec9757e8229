import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { inspect } from 'node:util';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { main } from '../../src/cli/main.ts';
import {
  CreateUncertainError,
  cometapi,
  createKling,
  deerapi,
  KlingError,
  klingai,
  type Task,
} from '../../src/index.ts';
import { type Ending, json } from '../chaos/endings.ts';
import { withoutWaits } from '../support/waits.ts';

const key = 'canary-key-0123456789';
/** An access key names the account, and is no secret by itself. */
const pair = { accessKey: 'access-0123456789', secretKey: 'canary-secret-0123456789' };
const prompt = 'canary-prompt of a rainy day';
/** The beginning of every token is the same. */
const secrets = /canary|eyJ/;

/** Providers that repeat the credentials that they were sent, as some do. For all else, see errors.test.ts. */
const echo =
  (status: number, body: (said: string) => object): Ending =>
  (response) => {
    const said = `${response.req.headers.authorization} is wrong`;
    json(status)(response, body(said));
  };
const wayward: Record<string, Ending> = {
  'key repeated by Kling': echo(401, (message) => ({ code: 1002, message, request_id: 'r' })),
  'key repeated under 200': echo(200, (message) => ({ code: 1200, message, request_id: message })),
  'key repeated by a gateway': echo(400, (message) => ({ error: { message, code: message } })),
  'key repeated two levels down': echo(500, (message) => ({
    message: '',
    data: { data: { code: 1201, message } },
  })),
  'key repeated in HTML': (response) => {
    response.writeHead(403).end(`<html>${JSON.stringify(response.req.headers)}</html>`);
  },
  'key repeated in a task': echo(200, (message) => ({
    code: 0,
    data: { task_id: '1', task_status: 'failed', task_status_msg: message },
  })),
};

let ending: Ending = json();
const seen: { url: string; authorization: string; body: string }[] = [];
const server = createServer(async (request, response) => {
  let body = '';
  for await (const chunk of request) body += chunk;
  const { url = '', headers } = request;
  seen.push({ url, authorization: headers.authorization ?? '', body });
  ending(response, { code: 0, data: { task_id: '1', task_status: 'processing' } });
});
let baseUrl = '';
let printed: string[] = [];

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => void server.close().closeAllConnections());

beforeEach(() => {
  seen.length = 0;
  printed = [];
  const print = (...texts: unknown[]) => printed.push(inspect(texts)) > 0;
  for (const method of ['log', 'info', 'warn', 'error', 'debug', 'trace'] as const) {
    vi.spyOn(console, method).mockImplementation(print);
  }
  vi.spyOn(process.stderr, 'write').mockImplementation(print);
  vi.spyOn(process.stdout, 'write').mockImplementation(print);
});
afterEach(() => {
  vi.restoreAllMocks();
});

const hasty = { interval: 1, createTimeout: 20_000, requestTimeout: 10_000 };
/** Clients by the beginning of the paths that they ask for. */
const clients: Record<string, (baseUrl: string) => object> = {
  '/pair': (baseUrl) => createKling(klingai, pair, { ...hasty, baseUrl }),
  '/key': (baseUrl) => createKling(klingai, { apiKey: key }, { ...hasty, baseUrl }),
  '/cometapi': (baseUrl) => createKling(cometapi, { apiKey: key }, { ...hasty, baseUrl }),
  '/deerapi': (baseUrl) => createKling(deerapi, { apiKey: key }, { ...hasty, baseUrl }),
};

/** All that can be seen of a value, wherever it is printed. */
const allOf = (value: unknown) =>
  [
    inspect(value, { depth: 20, showHidden: true }),
    JSON.stringify(value),
    String(value),
    value instanceof Error ? value.stack : '',
    value instanceof KlingError ? JSON.stringify(value.task) : '',
  ].join('\n');

/** A client, as far as it is the same for every provider. */
interface AnyKling {
  textToVideo: {
    create(input: object, options?: object): Promise<unknown>;
    run(input: object, options?: object): Promise<unknown>;
    task(id: string): AnyTask;
    list?(query: object, options?: object): Promise<unknown>;
  };
}
type AnyTask = Task<unknown, unknown>;

async function afterwards(error: unknown): Promise<string> {
  if (!(error instanceof CreateUncertainError)) return allOf(error);
  return allOf(error) + (await error.reconcile().then(allOf, allOf));
}

/** Does all that can be done with a client, and gives all that is to be seen of what came of it. */
async function tryAll(kling: AnyKling): Promise<string> {
  const { textToVideo } = kling;
  const task = textToVideo.task('1');
  const soon = { timeout: 10 };
  const calls = [
    textToVideo.create({ prompt }),
    textToVideo.run({ prompt }, soon),
    task.snapshot(),
    task.result({ timeout: 10 }),
    task.watch({ timeout: 10 }).next(),
    textToVideo.list?.({}, soon),
  ];
  const shown = await Promise.all(
    calls.map((call) => Promise.resolve(call).then(allOf, afterwards)),
  );
  return [...shown, allOf(kling), allOf(task)].join('\n');
}

describe('nothing secret is to be seen by any client', () => {
  // A task that may be there is looked up every five seconds in the end.
  withoutWaits({ longest: 5_000 });

  it.each(Object.entries(wayward))('when an answer is %s', async (_, one) => {
    ending = one;
    const check = async ([path, client]: [string, (url: string) => object]) => {
      const shown = await tryAll(client(baseUrl + path) as AnyKling);
      const own = seen.filter(({ url }) => url.startsWith(`${path}/`));
      expect(own.some(({ authorization }) => authorization.startsWith('Bearer '))).toBe(true);
      expect(own.some(({ body }) => body.includes(prompt))).toBe(true);
      expect(shown).not.toMatch(secrets);
    };
    await Promise.all(Object.entries(clients).map(check));
    expect(seen.map(({ url }) => url).join()).not.toMatch(secrets);
    expect(printed.join()).not.toMatch(secrets);
  });
});

describe('nothing secret is to be seen on the command line', () => {
  const commands = [
    ['text-to-audio', '--duration', '5', '--prompt', prompt, '--no-save'],
    ['text-to-video', '--prompt', prompt, '--json', '--no-save'],
    ['text-to-video', '--prompt', prompt, '--duration', '77'],
    ['get', '1', '--json'],
    ['wait', '1', '--no-save'],
  ];
  const env = {
    KLING_ACCESS_KEY: pair.accessKey,
    KLING_SECRET_KEY: pair.secretKey,
    COMETAPI_KEY: key,
  };

  it.each(Object.entries(wayward))('when an answer is %s', async (_, one) => {
    ending = one;
    const shown: string[] = [];
    const output = { write: (text: string) => shown.push(text) };
    for (const provider of ['klingai', 'cometapi']) {
      await Promise.all(
        commands.map((command) =>
          main({
            argv: [...command, '--provider', provider, '--base-url', baseUrl],
            env,
            cwd: '.',
            stdout: output,
            stderr: output,
            signal: AbortSignal.timeout(300),
          }),
        ),
      );
    }
    expect(seen.length).toBeGreaterThan(0);
    expect(shown.length).toBeGreaterThan(0);
    expect([...shown, ...printed].join()).not.toMatch(secrets);
  });
});
