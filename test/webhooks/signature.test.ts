import { afterEach, describe, expect, it, vi } from 'vitest';
import { receive } from '../../src/webhooks/index.ts';
import { looksLike } from '../support/kling.ts';
import { flat, post, published, receiver, secret, signed } from './support.ts';

afterEach(() => {
  vi.useRealTimers();
});

/** Receives with the secret of this test; what became of it, and how often the provider was asked. */
async function outcome(
  body: string,
  headers: Record<string, string>,
  key: string | string[] = secret,
) {
  const { receive, requests } = receiver();
  const { error, isVerified, response } = await receive(post(body, headers), { secret: key });
  return { reason: error?.reason, isVerified, status: response.status, asked: requests.length };
}

const believed = { reason: undefined, isVerified: true, status: 200, asked: 1 };
const refusedAs = (reason: string) => ({ reason, isVerified: false, status: 401, asked: 0 });

describe('the published test vector', () => {
  const { id, timestamp, signature, body } = published;
  const headers = {
    'webhook-id': id,
    'webhook-timestamp': timestamp,
    'webhook-signature': signature,
  };
  const at = (seconds: number) =>
    vi.useFakeTimers({ now: (Number(timestamp) + seconds) * 1000, toFake: ['Date'] });

  it('is believed', async () => {
    at(3);
    const { receive } = receiver(looksLike('succeed', { task_id: '1234567890' }));
    const { task, isVerified } = await receive(post(body, headers), { secret: published.secret });
    expect(task?.id).toBe('1234567890');
    expect(isVerified).toBe(true);
  });

  it.each([
    ['its body', {}, body.replace('succeeded', 'failed')],
    ['its id', { 'webhook-id': '9876543211' }, body],
    ['its time', { 'webhook-timestamp': '1781080795' }, body],
    ['its signature', { 'webhook-signature': signature.replace('U', 'V') }, body],
  ])('is refused with another %s than its own', async (_, changed, text) => {
    at(3);
    const tampered = { ...headers, ...changed };
    expect(await outcome(text, tampered, published.secret)).toEqual(refusedAs('signature'));
  });

  it('is refused as signed with another secret', async () => {
    at(3);
    expect(await outcome(body, headers)).toEqual(refusedAs('signature'));
  });
});

describe('a signature', () => {
  it('counts when it is one of several, as while a secret is rotated', async () => {
    const body = flat();
    const { 'webhook-signature': good, ...rest } = signed(body);
    const { 'webhook-signature': other } = signed(body, { key: 'whsec_b3RoZXI=' });
    const list = (text: string) =>
      outcome(body, { ...rest, 'webhook-id': rest['webhook-id'], 'webhook-signature': text });
    expect(await list(`${other} ${good}`)).toEqual(believed);
    expect(await list(`${other} ${other}`)).toEqual(refusedAs('signature'));
  });

  it('counts with any of several secrets', async () => {
    const body = flat();
    expect(await outcome(body, signed(body), ['whsec_b3RoZXI=', secret])).toEqual(believed);
    expect(await outcome(body, signed(body), ['whsec_b3RoZXI='])).toEqual(refusedAs('signature'));
  });

  it.each([
    ['another version', 'v2'],
    ['no version', ''],
  ])('of %s does not count', async (_, version) => {
    const body = flat();
    const headers = signed(body);
    const changed = headers['webhook-signature'].replace('v1', version);
    expect(await outcome(body, { ...headers, 'webhook-signature': changed })).toEqual(
      refusedAs('signature'),
    );
  });

  it.each(['v1,', 'v1,%%%', 'v1,AAAA', 'v1', ' ', 'v1,é'.normalize(), 'v1,'.repeat(5_000)])(
    'of garbage does not count: %.9j',
    async (text) => {
      const body = flat();
      const headers = { ...signed(body), 'webhook-signature': text };
      const { reason, status, asked } = await outcome(body, headers);
      expect(['signature', 'unsigned']).toContain(reason);
      expect({ status, asked }).toEqual({ status: 401, asked: 0 });
    },
  );

  it.each(['webhook-id', 'webhook-timestamp', 'webhook-signature'])(
    'is none without %s',
    async (name) => {
      const body = flat();
      const headers = Object.entries(signed(body)).filter(([each]) => each !== name);
      expect(await outcome(body, Object.fromEntries(headers))).toEqual(refusedAs('unsigned'));
    },
  );

  it('is over the bytes of the body, whatever they are', async () => {
    const body = flat({ task_status_msg: '雨 on a tin roof \u{1F327}' });
    expect(await outcome(body, signed(body))).toEqual(believed);
  });
});

describe('its time', () => {
  it.each([
    [-299, believed],
    [-301, refusedAs('timestamp')],
    [299, believed],
    [302, refusedAs('timestamp')],
  ])('may be five minutes away from ours: %d s', async (seconds, expected) => {
    const body = flat();
    const headers = signed(body, { at: Date.now() + seconds * 1000 });
    expect(await outcome(body, headers)).toEqual(expected);
  });

  it.each(['NaN', '-1', '1e3', '0x10', '1781080794.5', '9'.repeat(30), 'soon'])(
    'must be a time: %s',
    async (text) => {
      const body = flat();
      const headers = { ...signed(body), 'webhook-timestamp': text };
      expect(await outcome(body, headers)).toEqual(refusedAs('timestamp'));
    },
  );

  it('may be further away when the caller says so', async () => {
    const body = flat();
    const headers = signed(body, { at: Date.now() - 600_000 });
    const { receive } = receiver();
    const { isVerified } = await receive(post(body, headers), { secret, tolerance: 700_000 });
    expect(isVerified).toBe(true);
  });
});

describe('a message that comes again', () => {
  it('is refused, and the sender told that it has arrived', async () => {
    const { receive, requests } = receiver();
    const body = flat();
    const headers = signed(body);
    expect((await receive(post(body, headers), { secret })).error).toBeUndefined();
    const { error, task, response } = await receive(post(body, headers), { secret });
    expect(error).toMatchObject({ reason: 'replay', message: 'this message came before' });
    expect(task).toBeUndefined();
    expect(response.status).toBe(200);
    expect(requests).toHaveLength(1);
  });

  it('at the same moment counts once', async () => {
    let letGo = () => {};
    const gate = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    const { receive } = receiver(() => gate.then(() => looksLike('processing')));
    const body = flat();
    const headers = signed(body);
    const reasons: (string | undefined)[] = [];
    const all = Array.from({ length: 5 }, async () => {
      const { error, response } = await receive(post(body, headers), { secret });
      reasons.push(error?.reason);
      return response.status;
    });
    await vi.waitFor(() => expect(reasons).toHaveLength(4), { timeout: 60_000 });
    letGo();
    // None of the others may be told that it has arrived before it has.
    expect((await Promise.all(all)).sort()).toEqual([200, 503, 503, 503, 503]);
    expect(reasons).toEqual([...Array(4).fill('claimed'), undefined]);
  });

  it('is refused as long as its signature is good, and no longer', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    const { receive } = receiver();
    const body = flat();
    const again = async () => {
      const { error } = await receive(post(body, headers), { secret });
      return error?.reason;
    };
    const headers = signed(body, { at: Date.now() + 299_000 });
    expect(await again()).toBeUndefined();
    vi.advanceTimersByTime(598_000);
    expect(await again()).toBe('replay');
    vi.advanceTimersByTime(10_000);
    expect(await again()).toBe('timestamp');
  });

  it('is believed when it could not be used the first time', async () => {
    const { receive } = receiver(() => new Response('', { status: 503 }), looksLike('processing'));
    const body = flat();
    const headers = signed(body);
    const first = await receive(post(body, headers), { secret });
    expect(first).toMatchObject({ error: { reason: 'provider' }, response: { status: 503 } });
    expect((await receive(post(body, headers), { secret })).task).toBeDefined();
  });

  it('is not known from a message with a bad signature', async () => {
    const { receive } = receiver();
    const body = flat();
    const headers = signed(body);
    await receive(post(`${body} `, headers), { secret });
    expect((await receive(post(body, headers), { secret })).error).toBeUndefined();
  });
});

describe('a secret', () => {
  it.each(['', 'whsec_', 'whsec_%%%', [], ['whsec_b3RoZXI=', '']].map((each) => [each]))(
    'that is none is said at once, without showing it: %j',
    async (wrong) => {
      const { receive } = receiver();
      const receiving = receive(post(flat()), { secret: wrong });
      await expect(receiving).rejects.toThrow(
        'a secret is whsec_ followed by Base64, as the console shows it',
      );
      await expect(receiving).rejects.toBeInstanceOf(TypeError);
    },
  );

  it.each([[null], [[null]], [true], [1234]])('that is no text is no key: %j', async (wrong) => {
    const { receive } = receiver();
    const guessed = signed(flat(), { key: String(wrong) });
    const options = Object.assign({}, { secret }, { secret: wrong });
    await expect(receive(post(flat(), guessed), options as { secret: string })).rejects.toThrow(
      TypeError,
    );
  });

  it('may come without its prefix', async () => {
    const body = flat();
    expect(await outcome(body, signed(body), secret.replace('whsec_', ''))).toEqual(believed);
  });
});

it('needs no client to be typed: a program that forgets it does not compile', () => {
  // @ts-expect-error
  () => receive(post(flat()), { secret });
});
