import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it, onTestFinished } from 'vitest';
import { findByRequest, findOperation } from '../../src/contract/documented.ts';
import { maxAnswer } from '../../src/contract/exchange.ts';
import { CouldNotCheck } from '../../src/contract/finding.ts';
import { providerNames } from '../../src/documents/documents.ts';
import { driftLive, type LiveOptions } from '../../src/drift/live/live.ts';
import { Session } from '../../src/drift/live/session.ts';
import { accepting, checkFake, firstTasks, oneOfEachKind } from '../support/drift.ts';
import { fakeProvider } from '../support/fake-provider.ts';
import { failure } from '../support/outcome.ts';

const timeout = 300_000;
const id = '861254119619000001';
const data = { task_id: id, task_status: 'submitted', created_at: 1, updated_at: 1 };
type Serve = (response: ServerResponse) => void;
type Taken = (url: string, init: RequestInit) => Promise<Response>;
const json =
  (status: number, body: object, headers = {}): Taken =>
  async () =>
    Response.json(body, { status, headers });

/** An answer that only a connection can give. */
const wired =
  (serve: Serve): Taken =>
  async (url, init) => {
    let asked = 0;
    const server = createServer((_, response) => {
      asked++;
      serve(response);
    });
    onTestFinished(() => {
      server.close().closeAllConnections();
      // A redirect that was followed, or an attempt that nobody sees, would be another one.
      expect(asked).toBe(1);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    return fetch(new URL(new URL(url).pathname, `http://127.0.0.1:${port}`), init);
  };

/** Answers of providers that take what they should refuse. A clear refusal is none of them. */
const answers: Record<string, Taken> = {
  'plain success': json(200, { code: 0, message: 'SUCCEED', request_id: 'r', data }),
  'an empty error': json(200, { error: {} }),
  'an empty error beside a task': json(200, { error: {}, data }),
  'code 200 and taskId': json(200, { code: 200, taskId: id }),
  'a code of a refusal beside a task': json(200, { code: 1201, message: 'no', data }),
  'another status and no body': json(202, {}),
  'a task list': json(200, { code: 0, message: 'SUCCEED', request_id: 'r', data: [] }),
  'JSON with 504': json(504, { code: 5002, message: 'late', request_id: 'r' }),
  'JSON with 500': json(500, { error: { message: 'late', type: 't' } }),
  "a refusal's code with 500": json(500, { code: 1201, message: 'no', request_id: 'r' }),
  'too many requests': json(
    429,
    { code: 1303, message: 'slow', request_id: 'r' },
    { 'retry-after': '0' },
  ),
  'too many requests of a gateway': json(429, { error: { message: 'slow', type: 't' } }),
  'an id that is in use': json(400, { code: 1201, message: 'external_task_id already exists' }),
  'a conflict': json(409, { error: { message: 'conflict', type: 't' } }),
  'an error without a word': json(400, { error: { message: '' } }),
  'a page': wired((response) =>
    response.writeHead(502, { 'content-type': 'text/html' }).end('<html>'),
  ),
  'a redirect': wired((response) => response.writeHead(307, { location: '/elsewhere' }).end()),
  'a cut connection': wired((response) => void response.socket?.destroy()),
  'half an answer': wired((response) => {
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': '999' });
    response.write('{"code":0,', () => response.socket?.destroy());
  }),
  'a bomb': wired((response) => {
    response.writeHead(200, { 'content-type': 'application/json', 'content-encoding': 'gzip' });
    response.end(gzipSync(Buffer.alloc(2 * maxAnswer, 32)));
  }),
};

type TakerOptions = Pick<LiveOptions, 'provider' | 'spend' | 'probeLimits' | 'only'>;

/** A check of a provider that takes every create with a key, and how often it did. */
async function checkTaker(
  taken: Taken = expect.unreachable,
  { provider, ...options }: TakerOptions,
) {
  let paid = 0;
  const fake = fakeProvider({ provider, history: 1 });
  const fetch = async (url: string, init: RequestInit) => {
    const { method = 'GET' } = init;
    const isSigned = new Headers(init.headers).has('authorization');
    const found = findByRequest(provider, method, new URL(url).pathname);
    // A list may be posted, too, and costs nothing.
    const isPaid = method === 'POST' && isSigned && found?.documented.action !== 'list';
    if (!isPaid) return fake.fetch(url, init);
    paid++;
    return taken(url, init);
  };
  const only = [...firstTasks(provider), ...oneOfEachKind(provider)];
  const asked = { credentials: { apiKey: 'key' }, pollInterval: 1, fetch, only, ...options };
  return { ...(await driftLive({ provider, baseUrl: 'http://localhost', ...asked })), paid };
}

/** Each answer at one provider, as nothing judges it by that, and a plain one at all of them. */
const takers = [
  ...Object.keys(answers).map(
    (name, index) => [providerNames[index % providerNames.length] ?? 'klingai', name] as const,
  ),
  ...providerNames.slice(1).map((provider) => [provider, 'plain success'] as const),
];

describe('a provider that takes everything', { timeout }, () => {
  // Whatever it would answer to what is paid for, as it is sent no such thing.
  it.each(providerNames)('is paid nothing unless told: %s', async (provider) => {
    const { paid, tasks, skipped } = await checkTaker(answers['plain success'], { provider });
    expect(paid).toBe(0);
    expect(tasks).toEqual([]);
    expect(skipped.filter(({ failed }) => failed)).toEqual([]);
  });

  it.each(takers)(
    'is paid at most one task, which is named: %s with %s',
    async (provider, name) => {
      // What else a provider has is asked in the same way, which the plain answer shows.
      const few = name !== 'plain success' && { only: firstTasks(provider).slice(0, 2) };
      for (const probeLimits of [true, false]) {
        const options = { provider, spend: probeLimits ? 9 : 1, probeLimits, ...few };
        const { paid, tasks, skipped, findings } = await checkTaker(answers[name], options);
        expect(paid).toBe(1);
        expect(tasks).toHaveLength(1);
        expect(tasks[0]).toMatchObject({ provider, isProbe: probeLimits });
        expect(tasks[0]?.externalId).toMatch(/^kling-fetch-drift-/);
        // What was left out is never passed over.
        const left = skipped.filter(({ failed }) => failed);
        if (probeLimits) expect(left.length).toBeGreaterThan(2);
        expect([...left, ...findings]).not.toEqual([]);
      }
    },
  );
});

describe('a provider that takes even what has no key', { timeout }, () => {
  it.each(providerNames)('is sent no create at all: %s', async (provider) => {
    const { fake, tasks } = await checkFake({ provider, mutate: accepting(() => true) });
    expect(fake.exchanges.filter(({ action }) => action === 'create')).toEqual([]);
    expect(tasks).toEqual([]);
  });

  it('in creates only gets one without fields, which is named and the last one', async () => {
    const mutate = accepting(({ action }) => action === 'create');
    const { fake, tasks, findings, skipped } = await checkFake(
      { provider: 'klingai', mutate },
      { spend: 3, probeLimits: true },
    );
    const creates = fake.exchanges.filter(({ action }) => action === 'create');
    expect(
      creates.map(({ request: { authorization, body } }) => ({ authorization, body })),
    ).toEqual([{ authorization: null, body: [] }]);
    expect(tasks).toMatchObject([{ id: fake.tasks.at(-1)?.id, externalId: '', isProbe: true }]);
    expect(findings.map(({ kind }) => kind)).toContain('auth-not-required');
    expect(skipped.filter(({ failed }) => failed)).toHaveLength(4);
  });
});

it('one rule that is not enforced costs nothing, however often the check is run', {
  timeout,
}, async () => {
  let paid = 0;
  for (let run = 0; run < 5; run++) {
    const mutate = accepting(({ request }) => String(request.body.prompt ?? '').length === 201);
    const { fake } = await checkFake({ provider: 'klingai', mutate });
    paid += fake.accepted();
  }
  expect(paid).toBe(0);
});

it('a task is reported even when the check itself fails after its create', async () => {
  const record = await mkdtemp(join(tmpdir(), 'kling-fetch-lost-'));
  const fake = fakeProvider({ provider: 'klingai' });
  const loseFolder = async (url: string, init: RequestInit) => {
    if (init.method === 'POST') await rm(record, { recursive: true, force: true });
    return fake.fetch(url, init);
  };
  const [only, credentials] = [firstTasks('klingai'), { apiKey: 'key' }];
  const asked = { provider: 'klingai', credentials, only, spend: 1 } as const;
  // Without a create there is nothing to report, and the error is told as it is.
  const lost = driftLive({ ...asked, fetch: loseFolder, record, spend: 0 });
  await expect(lost).rejects.not.toBeInstanceOf(CouldNotCheck);
  const onlyPaid = async (url: string, init: RequestInit) => {
    const isSigned = new Headers(init.headers).has('authorization');
    return isSigned ? loseFolder(url, init) : fake.fetch(url, init);
  };
  const { tasks, skipped } = await driftLive({ ...asked, fetch: onlyPaid, record });
  const { id, externalId } = fake.tasks.at(-1) ?? {};
  expect(tasks).toMatchObject([{ id, externalId, isCertain: true }]);
  const why = 'the check itself failed';
  expect(skipped).toContainEqual({ what: 'tasks to their end', why, failed: true });
});

it('no create with credentials leaves a session that has not counted it', async () => {
  const sent: string[] = [];
  const session = new Session({
    ...{ baseUrl: 'http://127.0.0.1', pollInterval: 1, signal: new AbortController().signal },
    ...{ auth: { header: async () => 'Bearer key' }, tell: () => {} },
    fetch: async (url) => {
      sent.push(url);
      return Response.json({});
    },
  });
  const create = findOperation('klingai', 'textToAudio', 'create');
  if (!create) throw new Error('there is no such create');
  await failure(session.send(create, { body: {} }), TypeError);
  expect(sent).toEqual([]);
});

it('an answer is measured while it is read, and the check says that it is too large', async () => {
  let taken = 0;
  const body = () =>
    new ReadableStream({
      pull(controller) {
        taken++;
        controller.enqueue(new Uint8Array(1_000_000).fill(32));
      },
    });
  const headers = { 'content-type': 'application/json' };
  const fetch = async () => new Response(body(), { headers });
  const asked = { provider: 'cometapi', credentials: { apiKey: 'key' }, fetch } as const;
  const error = await failure(driftLive(asked), CouldNotCheck);
  expect(error.message).toBe('the answer of api.cometapi.com is larger than 10 MB');
  expect(taken).toBeLessThan(15);
});
