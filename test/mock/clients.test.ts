/** Clients that this project did not write, against the mock. */
import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  afterAll,
  afterEach,
  beforeAll,
  beforeEach,
  describe,
  expect,
  it,
  onTestFinished,
  vi,
} from 'vitest';
import { type ProviderName, providerNames, providers } from '../../src/documents/documents.ts';
import { type Mock, startMock } from '../../src/mock/index.ts';
import { curls, requestOf, type Sample, scripts } from '../support/samples.ts';

let mock: Mock;
let folder: string;
beforeAll(async () => {
  mock = await startMock({ speed: 1, keys: { access: 'a secret key' } });
  folder = await mkdtemp(join(tmpdir(), 'kling-samples-'));
});
beforeEach(() => mock.reset());
afterEach(() => void vi.unstubAllGlobals());
afterAll(async () => {
  await mock.close();
  await rm(folder, { recursive: true });
});

const env = { COMETAPI_KEY: 'a-comet-key', DEERAPI_KEY: 'a-deer-key' };

/** A sample with the mock in the place of the provider's address. */
function moved(text: string, to: (provider: ProviderName) => string): string {
  const named = providerNames.find((name) => text.includes(providers[name].origin));
  if (!named) throw new Error('the sample is for none of the providers');
  return text.replaceAll(providers[named].origin, to(named));
}
const below = (provider: ProviderName) => `${mock.url}/${provider}`;
/** With nothing but the host changed. */
const atHost = (provider: ProviderName) => `http://${provider}.localhost:${mock.port}`;

function run(
  command: string,
  args: string[],
): Promise<{ code: number | null; out: string; err: string }> {
  return new Promise((resolve, reject) => {
    const { PATH } = process.env;
    const child = spawn(command, args, { env: { PATH, ...env } });
    const said = { out: '', err: '' };
    child.stdout.on('data', (text) => (said.out += text));
    child.stderr.on('data', (text) => (said.err += text));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, ...said }));
  });
}

/** Sends what curl would send, to this machine under any host name: not every resolver knows names under localhost. */
async function sendAsCurl(command: string): Promise<unknown> {
  const { url, method, headers, body } = requestOf(command, env);
  const { host, pathname, search } = new URL(url);
  const text = body ? await new Response(body).text() : '';
  const sent = {
    'user-agent': 'curl/8.5.0',
    accept: '*/*',
    ...Object.fromEntries(headers),
    host,
    ...(text && { 'content-length': String(Buffer.byteLength(text)) }),
  };
  const to = { host: '127.0.0.1', port: mock.port, path: pathname + search };
  return new Promise((resolve, reject) => {
    const outgoing = request({ ...to, method, headers: sent }, (response) => {
      let received = '';
      response.on('data', (chunk) => (received += chunk));
      response.on('end', () => resolve(JSON.parse(received)));
    });
    outgoing.on('error', reject);
    outgoing.end(text);
  });
}

/** Checks the response that each kind of sample must get. */
function expectGood(command: string, answer: unknown): void {
  const { url, method } = requestOf(moved(command, below), env);
  const isList = new URL(url).searchParams.has('pageNum');
  const isRead = method === 'GET' && !isList;
  // The samples have a placeholder for the task's id, and there is no such task.
  const good = isRead
    ? { code: 1201, message: 'Task not found' }
    : {
        code: 0,
        data: isList
          ? []
          : { task_id: expect.stringMatching(/^\d{18}$/), task_status: 'submitted' },
      };
  expect(answer).toMatchObject(good);
}

describe('the curl samples of the providers’ pages', () => {
  it('are found: of every provider and of every kind', () => {
    const requests = curls.map(({ text }) => requestOf(text, env));
    const hosts = new Set(requests.map(({ url }) => new URL(url).origin));
    expect(hosts).toEqual(new Set(providerNames.map((name) => providers[name].origin)));
    expect(new Set(requests.map(({ method }) => method))).toEqual(new Set(['GET', 'POST']));
    expect(curls.length).toBeGreaterThanOrEqual(7);
  });

  it.for(curls)(
    '$name, with the headers of curl, by path and by host',
    async ({ text }: Sample) => {
      for (const to of [below, atHost]) expectGood(text, await sendAsCurl(moved(text, to)));
    },
  );

  it.for(curls)('$name, by fetch', async ({ text }: Sample) => {
    const answer = await fetch(requestOf(moved(text, below), env));
    expectGood(text, await answer.json());
  });

  it('take a task from its create to its result', async () => {
    const find = (what: RegExp) => curls.find(({ text }) => what.test(text))?.text ?? '';
    const create = find(/POST[\s\S]*text-to-audio/);
    const read = find(/GET[\s\S]*\{task_id\}/);
    const send = async (text: string) => (await fetch(requestOf(moved(text, below), env))).json();
    const { data } = await send(create);
    mock.advance('1m');
    const { data: done } = await send(read.replace('{task_id}', data.task_id));
    expect(done).toMatchObject({ task_status: 'succeed', task_result: { audios: [{}] } });
    expect((await fetch(done.task_result.audios[0].url_mp3)).status).toBe(200);
  });
});

describe('the JavaScript samples of the providers’ pages', () => {
  it('are found', () => {
    expect(scripts.length).toBeGreaterThan(0);
  });

  it.for(scripts)('$name, run with only its address changed', async ({ name, text }: Sample) => {
    const file = join(folder, `${name.replace(/\W+/g, '-')}.mjs`);
    await writeFile(file, moved(text, below));
    const { code, out, err } = await run(process.execPath, [file]);
    expect({ code, out, err }).toEqual({
      code: 0,
      out: expect.stringMatching(/^0 \d{18}\n$/),
      err: '',
    });
    expect(mock.tasks[0]?.id).toBe(out.trim().slice(2));
  });
});

describe('the package @microfox/kling-ai', () => {
  // Its build for import does not run on Node: it imports jsonwebtoken in a way that has no `sign`.
  const { createKlingaiSDK }: typeof import('@microfox/kling-ai') = createRequire(import.meta.url)(
    '@microfox/kling-ai',
  );
  const sdk = (secretKey = 'a secret key') => createKlingaiSDK({ accessKey: 'access', secretKey });

  /** It has no option for its address, so its host is changed on the way. */
  function changeHost(): void {
    const { fetch } = globalThis;
    vi.stubGlobal('fetch', (address: string, init: RequestInit) =>
      fetch(address.replace(providers.klingai.origin, below('klingai')), init),
    );
  }
  /** Names a model in its creates: it only knows some that Kling retired. */
  function nameServed() {
    const { fetch } = globalThis;
    const withModel = (body: BodyInit) =>
      JSON.stringify({ ...JSON.parse(String(body)), model_name: 'kling-v3' });
    vi.stubGlobal('fetch', (address: string, { body, ...init }: RequestInit = {}) =>
      fetch(address, { ...init, ...(body && { body: withModel(body) }) }),
    );
  }
  const ways = {
    'with its host changed': changeHost,
    'with mock.fetch as the global one': () => vi.stubGlobal('fetch', mock.fetch),
  };

  it.each(Object.entries(ways))('creates, reads and lists, %s', async (_, way) => {
    way();
    nameServed();
    const { code, data } = await sdk().textToVideo({ prompt: 'a boat', duration: '5' as never });
    expect([code, data.task_status]).toEqual([0, 'submitted']);
    // It signs a token for each request, and a task belongs to none of them.
    vi.useFakeTimers({ now: Date.now() + 1_000, toFake: ['Date'] });
    onTestFinished(() => void vi.useRealTimers());
    expect((await sdk().queryTextToVideoTask(data.task_id)).data.task_status).toBe('submitted');
    mock.advance('6m');
    const { data: done } = await sdk().queryTextToVideoTask(data.task_id);
    expect(done).toMatchObject({
      task_status: 'succeed',
      task_result: { videos: [{ url: expect.stringMatching(/\.mp4$/) }] },
    });
    const { data: list } = await sdk().listTextToVideoTasks();
    expect(list).toMatchObject([{ task_id: data.task_id }]);
  });

  it('gets refusals as it would from the provider', async () => {
    changeHost();
    await expect(sdk('wrong').textToVideo({ prompt: 'x' })).rejects.toThrow(
      /^API request failed: /,
    );
    await expect(sdk().queryTextToVideoTask('1')).rejects.toThrow(
      'API request failed: Task not found',
    );
    await expect(sdk().textToVideo({ prompt: 'x' })).rejects.toThrow(/kling-v1 was retired/);
    await expect(sdk().textToVideo({ prompt: 'x'.repeat(2_501) })).rejects.toThrow(
      /prompt must.* 2,500 characters/,
    );
    await expect(sdk().queryImageToVideoTask('1')).rejects.toThrow(/API request failed: /);
  });
});
