import { createHmac } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { compile } from '../../src/contract/ajv.ts';
import { documents, offerOf, providerNames, providers } from '../../src/documents/documents.ts';
import { valueAt } from '../../src/documents/json.ts';
import { placesOf } from '../../src/documents/places.ts';
import { type MockOptions, startMock } from '../../src/mock/index.ts';
import { Callbacks } from '../../src/mock/server/callbacks.ts';
import type { MockTask } from '../../src/mock/server/tasks.ts';
import { control, filmOf, filmRequest, rain, raw } from '../support/mock-clients.ts';
import { receiver } from '../support/receiver.ts';

afterEach(() => void vi.restoreAllMocks());

const until = (check: () => void) => vi.waitFor(check, { timeout: 60_000, interval: 10 });
/** Longer than an unwanted callback would take. */
const quiet = () => sleep(150);

/** A mock so slow that nothing changes by itself, and a receiver of its callbacks. */
async function started(options: MockOptions = {}, answer?: (count: number) => number) {
  const [mock, hook] = await Promise.all([startMock({ speed: 1, ...options }), receiver(answer)]);
  const create = async (
    provider: (typeof providerNames)[number] = 'klingai',
    scenario = 'normal',
  ) => {
    const body = { ...rain, callback_url: hook.url };
    const answer = await raw(mock, provider).create(body, { prefer: `scenario=${scenario}` });
    return (await answer.json()).data.task_id as string;
  };
  /** Creates a film, which every provider makes; its id. */
  const film = async (provider: (typeof providerNames)[number], scenario = 'normal') => {
    const body = filmOf(provider, { callbackUrl: hook.url, externalId: 'rain-1' });
    const request = filmRequest(mock, provider, body, { prefer: `scenario=${scenario}` });
    const { data } = await (await fetch(...request)).json();
    return providers[provider].dialect.show(data).id as string;
  };
  const close = async () => {
    await mock.close();
    await hook[Symbol.asyncDispose]();
  };
  return { mock, hook, create, film, [Symbol.asyncDispose]: close };
}

describe.each(providerNames)('a callback of %s', (provider) => {
  it('is sent at each change, flat, with the documented fields only', async () => {
    await using world = await started();
    const { mock, hook, film } = world;
    const { dialect } = providers[provider];
    const { seconds = 0 } = offerOf(provider, 'textToVideo') ?? {};
    const shown = () => hook.received.map(({ body }) => dialect.show(body));
    const id = await film(provider);
    await quiet();
    expect(hook.received).toEqual([]);
    mock.advance(seconds * 200 + 500);
    await until(() => expect(shown().map(({ status }) => status)).toEqual(['processing']));
    mock.advance(seconds * 800);
    const states = ['processing', 'succeed'];
    await until(() => expect(shown().map(({ status }) => status)).toEqual(states));
    const [processing, succeed] = hook.received;
    expect(processing?.body).not.toHaveProperty('code');
    expect(processing?.headers).toMatchObject({ 'content-type': 'application/json' });
    const [first, last] = shown();
    // Where nobody has described the body, nothing is known of the external id in it.
    const isKnown = hook.received.every(({ text }) => text.includes('external_'));
    const own = { id, externalId: isKnown ? 'rain-1' : '' };
    expect([first, last]).toMatchObject([
      own,
      { ...own, updated: (first?.created ?? 0) + seconds * 1_000 },
    ]);
    const result = valueAt(succeed?.body, placesOf(provider).result);
    expect(JSON.stringify(result)).toContain(`"${mock.url}/media/${id}.mp4"`);
    const [hookItem] = Object.values(documents[provider].webhooks ?? {});
    const schema = hookItem?.post?.requestBody?.content['application/json']?.schema;
    if (!schema) return;
    const validate = compile(documents[provider], schema);
    for (const { body } of hook.received) {
      expect(validate(body), JSON.stringify(validate.errors)).toBe(true);
    }
  });

  it('says why the task failed', async () => {
    await using world = await started();
    await world.film(provider, 'fails');
    world.mock.advance('10m');
    const { dialect } = providers[provider];
    await until(() =>
      expect(dialect.show(world.hook.received.at(-1)?.body)).toMatchObject({
        status: 'failed',
        reason: 'Image pixel is invalid',
      }),
    );
  });
});

describe('the signature', () => {
  // Published by Kling as a sample to test receivers with.
  const sample = {
    secret: 'whsec_dGVzdHNlY3JldHRlc3RzZWNyZXR0ZXN0c2VjcmV0MTI=',
    id: '9876543210',
    timestamp: '1781080794',
    text: '{"id":"1234567890","status":"succeeded","message":"","create_time":1781080778802,"update_time":1781080794151}',
    signature: 'v1,UsKlJP00XoQyOn410NM9xv34sP+Gl0jnOO9Lcpr7NJ4=',
  };
  /** The scheme, computed here anew. */
  function signature({ secret, id, timestamp, text }: Omit<typeof sample, 'signature'>): string {
    const key = Buffer.from(secret.slice('whsec_'.length), 'base64');
    return `v1,${createHmac('sha256', key).update(`${id}.${timestamp}.${text}`).digest('base64')}`;
  }

  it('is computed by this test as the published sample has it', () => {
    expect(signature(sample)).toBe(sample.signature);
  });

  it('covers id, time and body of each callback, byte for byte', async () => {
    const { secret } = sample;
    await using world = await started({ webhookSecret: secret });
    await world.create();
    world.mock.advance('1h');
    await until(() => expect(world.hook.received).toHaveLength(2));
    const ids = new Set<unknown>();
    for (const { headers, text } of world.hook.received) {
      const id = String(headers['webhook-id']);
      const timestamp = String(headers['webhook-timestamp']);
      expect(headers['webhook-signature']).toBe(signature({ secret, id, timestamp, text }));
      // Receivers trust it for five minutes, and their clock was not moved.
      expect(Math.abs(Number(timestamp) - Date.now() / 1000)).toBeLessThan(60);
      ids.add(id);
    }
    expect(ids.size).toBe(2);
  });

  it('is sent only where it is documented, and only with a secret', async () => {
    await using signed = await started({ webhookSecret: sample.secret, speed: 'instant' });
    await signed.create('cometapi');
    await until(() => expect(signed.hook.received).toHaveLength(2));
    await using unsigned = await started({ speed: 'instant' });
    await unsigned.create();
    await until(() => expect(unsigned.hook.received).toHaveLength(2));
    for (const { headers } of [...signed.hook.received, ...unsigned.hook.received]) {
      expect(Object.keys(headers).filter((name) => name.startsWith('webhook'))).toEqual([]);
    }
  });
});

describe('the order', () => {
  it('is that of the changes, even when all of them are due at once', async () => {
    await using world = await started({ speed: 'instant' });
    for (let time = 0; time < 5; time++) await world.create();
    await until(() => expect(world.hook.received).toHaveLength(10));
    const sent = world.hook.received.map(({ body }) => body);
    const orders = world.mock.tasks.map(({ id }) =>
      sent.filter(({ task_id }) => task_id === id).map(({ task_status }) => task_status),
    );
    expect(orders).toEqual(Array(5).fill(['processing', 'succeed']));
  });

  it.each([
    ['callbacks-lost', []],
    ['callbacks-repeated', ['processing', 'processing', 'succeed', 'succeed']],
    ['callbacks-reordered', ['succeed', 'processing']],
  ])('%s', async (scenario, expected) => {
    await using world = await started({ webhookSecret: 'whsec_c2VjcmV0' });
    await world.create('klingai', scenario);
    world.mock.advance('7s');
    await quiet();
    world.mock.advance('1m');
    await until(() => expect(world.hook.statuses()).toEqual(expected));
    await quiet();
    expect(world.hook.statuses()).toEqual(expected);
    // A repetition is recognised by its id.
    const ids = world.hook.received.map(({ headers }) => headers['webhook-id']);
    expect(new Set(ids).size).toBe(new Set(expected).size);
  });
});

// At the same time, as each waits for callbacks that are sent again.
describe.concurrent('a response other than 2xx', () => {
  it('has the callback sent again until it is 2xx, before the next one is sent', async () => {
    await using world = await started({ speed: 'instant' }, (count) => (count < 3 ? 500 : 204));
    await world.create();
    const expected = ['processing', 'processing', 'processing', 'succeed'];
    await until(() => expect(world.hook.statuses()).toEqual(expected));
  });

  it('has it sent again only as often as configured', async () => {
    await using world = await started({ speed: 'instant', callbackRetries: 1 }, () => 302);
    await world.create();
    const expected = ['processing', 'processing', 'succeed', 'succeed'];
    await until(() => expect(world.hook.statuses()).toEqual(expected));
    await sleep(500);
    expect(world.hook.statuses()).toEqual(expected);
  });

  it('has it sent again three times where nothing is configured', async () => {
    await using world = await started({ speed: 'instant' }, (count) => (count <= 4 ? 500 : 204));
    await world.create();
    const expected = [...Array(4).fill('processing'), 'succeed'];
    await until(() => expect(world.hook.statuses()).toEqual(expected));
  });

  it('waits to be sent again without a listener for each, of which Node warns', async () => {
    const warnings: string[] = [];
    const hear = ({ name }: Error) => void warnings.push(name);
    process.on('warning', hear);
    await using world = await started({ speed: 'instant', callbackRetries: 1 }, () => 302);
    for (let count = 0; count < 12; count++) await world.create();
    await until(() => expect(world.hook.received).toHaveLength(48));
    process.off('warning', hear);
    expect(warnings).toEqual([]);
  });

  it('may also be no response at all', async () => {
    await using mock = await startMock({ speed: 'instant', callbackRetries: 0 });
    const body = { ...rain, callback_url: 'http://127.0.0.1:9/' };
    expect((await raw(mock).create(body)).status).toBe(200);
    await quiet();
    expect((await raw(mock).create(rain)).status).toBe(200);
  });
});

describe('a task changed through the control API', () => {
  it('has callbacks for its next state when it is advanced, and for its failure when it is failed', async () => {
    await using world = await started();
    const { mock, hook, create } = world;
    const first = await create();
    const second = await create();
    await control(mock, 'POST', `/tasks/${first}/advance`);
    await until(() => expect(hook.statuses()).toEqual(['processing']));
    await control(mock, 'POST', `/tasks/${second}/fail`);
    await until(() => expect(hook.statuses()).toEqual(['processing', 'failed']));
    expect(hook.received[1]?.body.task_id).toBe(second);
    mock.advance('1h');
    await until(() => expect(hook.statuses()).toEqual(['processing', 'failed', 'succeed']));
  });

  it('has one for its failure even if it would never have ended', async () => {
    await using world = await started();
    const id = await world.create('klingai', 'stuck');
    world.mock.advance('1h');
    await until(() => expect(world.hook.statuses()).toEqual(['processing']));
    await control(world.mock, 'POST', `/tasks/${id}/fail`);
    await until(() => expect(world.hook.statuses()).toEqual(['processing', 'failed']));
  });

  it('has none after it is deleted or the mock is reset', async () => {
    await using world = await started();
    await control(world.mock, 'DELETE', `/tasks/${await world.create()}`);
    await world.create();
    world.mock.reset();
    world.mock.advance('1h');
    await quiet();
    expect(world.hook.received).toEqual([]);
  });
});

describe('an address', () => {
  const refused = [
    'http://192.168.1.1/hook',
    'http://10.0.0.1:8080/',
    'http://169.254.169.254/latest/meta-data/',
    'http://0.0.0.0/',
    'http://[::ffff:10.0.0.1]/',
    'http://[fd00::1]/',
    'https://example.com/hook',
    'http://localhost.example.com/',
    'http://127.0.0.1.example.com/',
    'ftp://127.0.0.1/',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'no address at all',
  ];

  it.each(refused)('%s is not called, as log and journal say in a line', async (callback_url) => {
    const called = vi.spyOn(globalThis, 'fetch');
    const lines: string[] = [];
    await using mock = await startMock({ speed: 'instant', log: (line) => lines.push(line) });
    const request = new Request(raw(mock).to('/v1/audio/text-to-audio'), {
      method: 'POST',
      body: JSON.stringify({ ...rain, callback_url }),
      headers: { authorization: 'Bearer test', 'content-type': 'application/json' },
    });
    expect((await mock.fetch(request)).status).toBe(200);
    await sleep(20);
    expect(called).not.toHaveBeenCalled();
    expect(lines).toEqual([
      expect.stringMatching(/^task \d+: callback_url is not on this machine/),
    ]);
    expect(mock.requests[0]?.note).toMatch(/^callback_url is not on this machine/);
  });

  it.each(['127.0.0.1', 'localhost'])('of this machine is called: %s', async (host) => {
    await using world = await started({ speed: 'instant' });
    const callback_url = world.hook.url.replace('127.0.0.1', host);
    await raw(world.mock).create({ ...rain, callback_url });
    await until(() => expect(world.hook.received).toHaveLength(2));
  });

  it.each(['hooks.example.com', 'Hooks.Example.COM'])(
    'that was allowed is called: %s',
    async (name) => {
      const called: string[] = [];
      const { fetch } = globalThis;
      vi.spyOn(globalThis, 'fetch').mockImplementation(async (input, init) => {
        if (!String(input).startsWith('https://hooks.example.com')) return fetch(input, init);
        called.push(String(input));
        return new Response();
      });
      await using mock = await startMock({ speed: 'instant', allowCallbacks: [name] });
      await raw(mock).create({ ...rain, callback_url: 'https://hooks.example.com/a' });
      await raw(mock).create({ ...rain, callback_url: 'https://other.example.com/a' });
      await until(() => expect(called).toHaveLength(2));
      expect(new Set(called)).toEqual(new Set(['https://hooks.example.com/a']));
    },
  );
});

describe('many callbacks', () => {
  /** A receiver that answers nobody before it is told to. */
  async function silent(status: number) {
    const waiting = new Set<() => void>();
    const seen = { most: 0, received: 0 };
    const { fetch } = globalThis;
    vi.spyOn(globalThis, 'fetch').mockImplementation(async (input, init) => {
      if (!String(input).includes('127.0.0.2:9')) return fetch(input, init);
      seen.received += 1;
      await new Promise<void>((resolve) => {
        waiting.add(resolve);
        init?.signal?.addEventListener('abort', () => waiting.delete(resolve));
        seen.most = Math.max(seen.most, waiting.size);
      });
      return new Response(null, { status });
    });
    const answerAll = () => {
      for (const answer of waiting) answer();
      waiting.clear();
    };
    const options = { speed: 'instant' } as const;
    return { seen, answerAll, options };
  }
  const body = { ...rain, callback_url: 'http://127.0.0.2:9/hook' };

  it('are sent fifty at a time, and all of them in the end', async () => {
    const { seen, answerAll, options } = await silent(200);
    await using mock = await startMock(options);
    for (let count = 0; count < 55; count++) await raw(mock).create(body);
    await until(() => expect(seen.most).toBe(50));
    await until(() => {
      answerAll();
      expect(seen.received).toBeGreaterThanOrEqual(110);
    });
    answerAll();
    expect(seen.most).toBe(50);
  });

  it('are fewer at a time where they are large', async () => {
    const { seen, answerAll, options } = await silent(200);
    await using mock = await startMock(options);
    for (let count = 0; count < 4; count++) {
      const external_task_id = `${count}${'x'.repeat(3_000_000)}`;
      expect((await raw(mock).create({ ...body, external_task_id })).status).toBe(200);
    }
    await until(() => {
      answerAll();
      expect(seen.received).toBeGreaterThanOrEqual(8);
    });
    answerAll();
    expect(seen.most).toBeLessThanOrEqual(3);
  });

  it('that wait behind another one of their task are not sent once the mock is closed', async () => {
    const { seen, answerAll, options } = await silent(200);
    const mock = await startMock(options);
    await raw(mock).create(body);
    // The second one waits for the first.
    await until(() => expect(seen.received).toBe(1));
    await mock.close();
    answerAll();
    await quiet();
    expect(seen.received).toBe(1);
  });

  it('of tasks that are forgotten are not sent, and not sent again', async () => {
    const { seen, answerAll, options } = await silent(500);
    await using mock = await startMock({ ...options, maxTasks: 1, callbackRetries: 1 });
    for (let count = 0; count < 55; count++) await raw(mock).create(body);
    await until(() => expect(seen.received).toBe(50));
    // Of all these, only the last task is left: it has two callbacks, each of which is tried twice.
    await until(() => {
      answerAll();
      expect(seen.received).toBe(50 + 2 * 2);
    });
    answerAll();
    await quiet();
    expect(seen.received).toBe(50 + 2 * 2);
  });

  it('that wait have a bound, beyond which a new task has none and says so', async () => {
    await silent(200);
    const changing = (times: number): MockTask => ({
      ...{ provider: 'klingai', operation: 'textToAudio', account: 'a', id: '1', externalId: '' },
      ...{ body: new Uint8Array(), seconds: 3, files: [], hasWatermark: false, scenario: 'normal' },
      ...{ createdAt: 0, resultDelay: 0 },
      states: Array.from({ length: 1 + times }, () => ({ status: 'processing', since: 0 })),
    });
    const watching = {
      allowed: [],
      secret: undefined,
      retries: 0,
      now: () => 1,
      log() {},
      count() {},
    };
    let task = changing(9_999);
    const callbacks = new Callbacks({ ...watching, find: () => task });
    const watch = (changed: MockTask) => {
      task = changed;
      return callbacks.watch(changed, body.callback_url, async () => ({}));
    };
    expect(watch(task)).toBeUndefined();
    expect(watch(changing(1))).toBeUndefined();
    expect(watch(changing(1))).toBe('10000 callbacks wait to be sent: callback_url is not called');
    callbacks.clear();
  });

  it('need an address of a sensible length', async () => {
    const { options } = await silent(200);
    await using mock = await startMock(options);
    await raw(mock).create({ ...body, callback_url: `${body.callback_url}${'x'.repeat(2_000)}` });
    expect(mock.requests[0]?.note).toBe(
      'callback_url has more than 2000 characters and is not called',
    );
  });
});
