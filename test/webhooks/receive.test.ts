import { inspect } from 'node:util';
import { afterEach, describe, expect, expectTypeOf, it, vi } from 'vitest';
import { createKling, klingai } from '../../src/index.ts';
import { callbackUrl, receive, type Seen, WebhookError } from '../../src/webhooks/index.ts';
import { broken, html, silence, text } from '../support/fetch.ts';
import { looksLike, refused, succeeded, taskId } from '../support/kling.ts';
import { address, flat, post, receiver, secret, signed } from './support.ts';

afterEach(() => {
  vi.useRealTimers();
});

/** An answer with this body. */
const json = (status: number, body: object) => () => Response.json(body, { status });

const renewed = (more: object = {}) =>
  JSON.stringify({
    id: taskId,
    status: 'succeeded',
    message: '',
    create_time: 1781080778802,
    update_time: 1781080794151,
    external_id: 'mine',
    outputs: [{ type: 'audio', id: '1', mp3_url: 'https://evil.example/1.mp3' }],
    billing: [{ charge_type: 'unit', amount: '1' }],
    ...more,
  });

/** The body that Kling documents for the test in its console. */
const testOfConsole = JSON.stringify({
  id: '913827032734642185',
  status: 'submitted',
  outputs: [],
  message: '',
  create_time: 1785901861504,
  update_time: 1785901861504,
});

describe('a callback', () => {
  it.each([
    ['flat', flat()],
    ['of the new generation', renewed()],
    ['wrapped by a gateway', `{"code":"success","data":${flat()}}`],
    ['with a number for an id', `{"task_id":${taskId},"task_status":"succeed"}`],
  ])('%s gives the task as the provider shows it', async (_, body) => {
    const { receive, requests } = receiver(succeeded);
    const received = await receive(post(body));
    expect(received).toMatchObject({
      operation: 'textToAudio',
      snapshot: succeeded.data,
      isVerified: false,
    });
    expect(received.task?.toJSON()).toMatchObject({ v: 1, operation: 'textToAudio', id: taskId });
    expect(received.response.status).toBe(200);
    expect(requests).toMatchObject([
      { method: 'GET', url: expect.stringMatching(`/text-to-audio/${taskId}$`) },
    ]);
  });

  it('is told to those who wait for the task', async () => {
    const { receive } = receiver();
    const callback = new EventTarget();
    const told: string[] = [];
    callback.addEventListener(taskId, ({ type }) => told.push(type));
    await receive(post(flat()), { callback });
    await receive(post('{}'), { callback });
    expect(told).toEqual([taskId]);
  });

  it('has the types of its operation', async () => {
    const kling = createKling(klingai, { apiKey: 'k' });
    const { operation, snapshot, task } = await receive(post(flat(), {}, 'https://app.example'), {
      kling,
    });
    if (operation === 'textToVideo') {
      expectTypeOf(snapshot.task_result?.videos?.[0]?.url).toEqualTypeOf<string | undefined>();
      expectTypeOf(task).toEqualTypeOf<ReturnType<typeof kling.textToVideo.task>>();
    }
    if (task) expectTypeOf(snapshot.task_status).toBeString();
  });
});

describe('nothing that a stranger says is believed', () => {
  it('the provider is asked, and its word counts', async () => {
    const said = looksLike('processing');
    const { receive } = receiver(said);
    const { snapshot } = await receive(post(flat({ task_status: 'failed' })));
    expect(snapshot).toEqual(said.data);
    expect(JSON.stringify(snapshot)).not.toContain('evil');
  });

  it('a task that the provider does not know is refused', async () => {
    const { receive, requests } = receiver(refused(1201, 400));
    const { error, task, response } = await receive(post(flat()));
    expect(error).toMatchObject({
      reason: 'task',
      message: 'the provider knows no such task of this account and operation',
    });
    expect(task).toBeUndefined();
    expect(response.status).toBe(404);
    expect(requests).toHaveLength(1);
  });

  it('a task that was named by its external id is not accepted', async () => {
    const { receive } = receiver(succeeded);
    const callback = new EventTarget();
    const tell = vi.fn();
    for (const id of ['mine', taskId]) callback.addEventListener(id, tell);
    const { error, task, response } = await receive(post(flat({ task_id: 'mine' })), { callback });
    expect([error?.reason, task, response.status]).toEqual(['provider', undefined, 503]);
    expect(tell).not.toHaveBeenCalled();
  });

  it('what is signed only counts with a secret', async () => {
    const body = flat();
    const { receive } = receiver();
    expect((await receive(post(body, signed(body)))).isVerified).toBe(false);
  });

  it('what is not signed is refused where there is a secret, before anybody is asked', async () => {
    const { receive, requests } = receiver();
    const { error, response } = await receive(post(flat()), { secret });
    expect(error).toBeInstanceOf(WebhookError);
    expect(error?.reason).toBe('unsigned');
    expect(response.status).toBe(401);
    expect(requests).toHaveLength(0);
  });
});

describe('garbage', () => {
  it.each<[string, BodyInit | null]>([
    ['nothing', null],
    ['no JSON', '<html>'],
    ['half of it', flat().slice(0, 40)],
    ['a list', `[${flat()}]`],
    ['text', '"hello"'],
    ['null', 'null'],
    ['a number', '5'],
    ['no id', '{"task_status":"succeed"}'],
    ['an id of null', flat({ task_id: null })],
    ['an empty id', flat({ task_id: '' })],
    ['an object for an id', flat({ task_id: { a: 1 } })],
    ['an id that is a path', flat({ task_id: '../../user' })],
    ['an id that is dots', flat({ task_id: '..' })],
    ['an id with a query', flat({ task_id: '1?x=1' })],
    ['an endless id', flat({ task_id: '1'.repeat(129) })],
    ['an id in the prototype', '{"__proto__":{"task_id":"1"}}'],
    ['bytes', new Uint8Array([0xff, 0xfe, 0x00])],
    ['a form', new URLSearchParams({ task_id: taskId })],
    ['a deep hole', '['.repeat(30_000)],
  ])('is refused before anybody is asked: %s', async (_, body) => {
    const { receive, requests } = receiver();
    const { error, response } = await receive(post(body));
    expect(error).toMatchObject({
      reason: 'body',
      message: 'the body is not JSON with a task id',
    });
    expect(response.status).toBe(400);
    expect(requests).toHaveLength(0);
  });

  it.each([
    ['none', 'https://app.example/kling'],
    ['one that nobody has', 'https://app.example/kling?operation=textToTea'],
    ['one of JavaScript', 'https://app.example/kling?operation=__proto__'],
    ['a method of the client', 'https://app.example/kling?operation=resume'],
  ])('in the address is refused, too: an operation that is %s', async (_, to) => {
    const { receive, requests } = receiver();
    const { error, response } = await receive(post(flat(), {}, to));
    expect(error?.reason).toBe('operation');
    expect(response.status).toBe(404);
    expect(requests).toHaveLength(0);
  });

  it.each(['GET', 'PUT', 'DELETE', 'HEAD'])('as %s is refused', async (method) => {
    const { receive } = receiver();
    const { error, response } = await receive(new Request(address, { method }));
    expect([error?.reason, response.status]).toEqual(['method', 405]);
  });

  it('that is signed gets a 200, because sending it again would not help', async () => {
    const body = '{"test":true}';
    const { receive } = receiver();
    const { error, isVerified, response } = await receive(post(body, signed(body)), { secret });
    expect([error?.reason, isVerified, response.status]).toEqual(['body', true, 200]);
  });

  it('such as the test of the console gets its 200', async () => {
    const { receive } = receiver(refused(1203, 404));
    const received = await receive(post(testOfConsole, signed(testOfConsole)), { secret });
    expect([received.error?.reason, received.response.status]).toEqual(['test', 200]);
    const unsigned = await receive(post(testOfConsole));
    expect([unsigned.error?.reason, unsigned.response.status]).toEqual(['test', 200]);
  });
});

describe('a task that cannot be read yet', () => {
  it.each([
    ['1203', refused(1203, 404)],
    ['1201', refused(1201, 400)],
  ])('is announced again, because the callback is answered 503: %s', async (_, answer) => {
    const { receive, requests } = receiver(answer, answer, succeeded);
    const callback = new EventTarget();
    const tell = vi.fn();
    callback.addEventListener(taskId, tell);
    const body = flat();
    const headers = signed(body);
    for (let attempt = 0; attempt < 2; attempt++) {
      const { error, isVerified, response } = await receive(post(body, headers), {
        secret,
        callback,
      });
      expect([error?.reason, isVerified, response.status]).toEqual(['task', true, 503]);
      expect(response.headers.get('retry-after')).toBe('5');
    }
    expect(tell).not.toHaveBeenCalled();
    const { snapshot, response } = await receive(post(body, headers), { secret, callback });
    expect([snapshot, response.status]).toEqual([succeeded.data, 200]);
    expect(tell).toHaveBeenCalledOnce();
    expect(requests).toHaveLength(3);
  });

  it.each([
    ['of the older routes', flat({ task_status: 'submitted', task_result: {} })],
    ['that has gone on', renewed({ status: 'processing', outputs: [] })],
    ['that began before it was updated', renewed({ status: 'submitted', outputs: [] })],
  ])('is not taken for the test of the console: one %s', async (_, body) => {
    const { receive } = receiver(refused(1203, 404));
    const { error, response } = await receive(post(body, signed(body)), { secret });
    expect([error?.reason, response.status]).toEqual(['task', 503]);
  });

  it('is read when it has become known, also from what looks like a test', async () => {
    const { receive } = receiver(looksLike('submitted', { task_id: '913827032734642185' }));
    const { task } = await receive(post(testOfConsole, signed(testOfConsole)), { secret });
    expect(task?.id).toBe('913827032734642185');
  });
});

describe('a body', () => {
  /** Sends pieces for ever, and counts them. */
  function endless(size: number) {
    let sent = 0;
    const body = new ReadableStream<Uint8Array>({
      pull(stream) {
        sent += size;
        stream.enqueue(new Uint8Array(size).fill(32));
      },
    });
    const request = new Request(address, { method: 'POST', body, duplex: 'half' } as RequestInit);
    return { request, sent: () => sent };
  }

  it('that is too large is refused, and not read to its end', async () => {
    const { receive } = receiver();
    const { request, sent } = endless(10_000);
    const { error, response } = await receive(request);
    expect([error?.reason, response.status]).toEqual(['size', 413]);
    expect(sent()).toBeLessThan(100_000);
  });

  it.each([
    [0, undefined],
    [1, 'size'],
  ])('may be as large as maxBytes and %d more: %s', async (more, reason) => {
    const { receive } = receiver();
    const body = flat();
    const { error } = await receive(post(body), { maxBytes: body.length - more });
    expect(error?.reason).toBe(reason);
  });

  it('that never ends is given up', async () => {
    const { receive } = receiver();
    const body = new ReadableStream();
    const request = new Request(address, { method: 'POST', body, duplex: 'half' } as RequestInit);
    const { error, response } = await receive(request, { timeout: 20 });
    expect([error?.reason, response.status]).toEqual(['slow', 408]);
  });

  it('that breaks off is no error of ours', async () => {
    const { receive } = receiver();
    const body = new ReadableStream({ start: (stream) => stream.error(broken('ECONNRESET')) });
    const request = new Request(address, { method: 'POST', body, duplex: 'half' } as RequestInit);
    expect((await receive(request)).error?.reason).toBe('slow');
  });

  it('that somebody has read is a mistake in the program', async () => {
    const { receive } = receiver();
    const request = post(flat());
    await request.text();
    await expect(receive(request)).rejects.toThrow(
      'the body was read before: pass the request unread',
    );
  });
});

describe('when the provider cannot be asked', () => {
  it.each([
    ['503', refused(5001, 503)],
    ['429', refused(1302, 429)],
    ['HTML', html(502)],
    ['a page that says 404, which is nobody’s word', html(404)],
    ['JSON of whatever stands in between', json(403, { message: 'forbidden' })],
    ['an answer about another task', looksLike('succeed', { task_id: 'another' })],
    ['a refused key', refused(1002, 401)],
    ['a broken line', broken('ECONNRESET')],
    ['silence', silence],
    ['half an answer', text('{"code":0,"data":{')],
  ])('the callback may come again: %s', async (_, answer) => {
    const { receive } = receiver(answer);
    const timeout = answer === silence ? 300 : undefined;
    const { error, response } = await receive(post(flat()), { timeout });
    expect(error).toMatchObject({ reason: 'provider', task: { id: taskId } });
    expect(error?.cause).toBeInstanceOf(Error);
    expect(response.status).toBe(503);
  });
});

const never = () => new Promise<never>(() => {});
it.each<[string, Seen]>([
  ['takes', { claim: never, confirm() {}, release() {} }],
  ['forgets', { claim: () => 'new', confirm() {}, release: never }],
])('a store that never %s a message is not waited for without end', async (_, seen) => {
  const { receive } = receiver(refused(5001, 503));
  const receiving = receive(post(flat(), signed(flat())), { secret, seen, timeout: 500 });
  await expect(receiving).rejects.toMatchObject({ name: 'TimeoutError' });
});

it('a message that the store took too late may come again', async () => {
  // The clock stands still, so that the claim has not ended by itself.
  vi.useFakeTimers({ toFake: ['Date'] });
  const { receive } = receiver();
  const known = new Set<string>();
  let wake = () => {};
  const late = new Promise<void>((resolve) => {
    wake = resolve;
  });
  const seen = {
    async claim(id: string) {
      await late;
      if (known.has(id)) return 'claimed';
      known.add(id);
      return 'new';
    },
    confirm() {},
    release: vi.fn((id: string) => known.delete(id)),
  } satisfies Seen;
  const headers = signed(flat());
  await expect(receive(post(flat(), headers), { secret, seen, timeout: 100 })).rejects.toThrow();
  wake();
  await vi.waitFor(() => expect(seen.release).toHaveBeenCalled(), { timeout: 60_000 });
  expect((await receive(post(flat(), headers), { secret, seen })).error).toBeUndefined();
  expect(known.size).toBe(1);
});

it('no answer has a body, and neither errors nor answers repeat what came', async () => {
  const canary = 'canary-body';
  const bodies = [flat({ task_status_msg: canary }), `{"task_id":"${canary}!"}`, canary];
  for (const body of bodies) {
    const { receive } = receiver(refused(1201, 400));
    for (const options of [{}, { secret }]) {
      const headers = { 'x-canary': canary, 'webhook-id': canary };
      const { error, response } = await receive(post(body, headers), options);
      expect(response.body).toBeNull();
      expect([...response.headers]).toEqual([]);
      expect(error?.message).not.toContain('\n');
      expect(`${inspect(error)}${JSON.stringify(error)}`).not.toMatch(/canary/);
    }
  }
});

it('the address names the operation and keeps what else is in it', () => {
  const url = callbackUrl('https://app.example/hooks/kling?tenant=7', 'textToVideo');
  expect(url).toBe('https://app.example/hooks/kling?tenant=7&operation=textToVideo');
  // @ts-expect-error
  expect(() => callbackUrl('/kling', 'textToTea')).toThrow(TypeError);
});
