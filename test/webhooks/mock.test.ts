import { describe, expect, it, vi } from 'vitest';
import { cometapi, createKling, deerapi, klingai } from '../../src/index.ts';
import { type MockOptions, startMock } from '../../src/mock/index.ts';
import { callbackUrl, fromNode, receive, toNode } from '../../src/webhooks/index.ts';
import { serve } from '../support/serve.ts';
import { secret } from './support.ts';

const providers = { klingai, cometapi, deerapi };
let seed = 100;

/** The mock, which calls a receiver behind a real server. */
async function calledBy(
  name: keyof typeof providers,
  options: MockOptions,
  key: string | null = secret,
) {
  const mock = await startMock({ webhookSecret: secret, seed: seed++, ...options });
  const kling = createKling(
    providers[name] as typeof klingai,
    { apiKey: 'test' },
    { baseUrl: `${mock.url}/${name}` },
  );
  const callback = new EventTarget();
  const received: string[] = [];
  const server = await serve(async (incoming, outgoing) => {
    const signature = key === null ? {} : { secret: key };
    const { snapshot, error, response, isVerified } = await receive(fromNode(incoming), {
      kling,
      callback,
      ...signature,
    });
    received.push(`${snapshot?.task_status ?? error?.reason}${isVerified ? ', signed' : ''}`);
    await toNode(response, outgoing);
  });
  return {
    mock,
    kling,
    callback,
    received,
    callback_url: callbackUrl(`${server.url}/kling`, 'textToAudio'),
    async [Symbol.asyncDispose]() {
      await mock.close();
      await server[Symbol.asyncDispose]();
    },
  };
}

const prompt = 'rain on a tin roof';

/** A wait may end a moment before the receiver has written down the callback that ended it. */
const until = (check: () => void) => vi.waitFor(check, { timeout: 60_000, interval: 20 });

describe('callbacks of the mock', () => {
  it('end a wait long before its next look', async () => {
    await using called = await calledBy('klingai', { speed: 15 });
    const { kling, callback, callback_url, received } = called;
    const task = await kling.textToAudio.create({ prompt, duration: 3, callback_url });
    const start = performance.now();
    const { audios } = await task.result({ callback });
    expect(audios).toHaveLength(1);
    // Two seconds are waited for; without callbacks the second look would come half a minute after the first.
    expect(performance.now() - start).toBeLessThan(30_000);
    await until(() => expect(received).toContain('succeed, signed'));
  });

  it.each(['cometapi', 'deerapi'] as const)('of %s are unsigned, and true', async (name) => {
    await using called = await calledBy(name, { speed: 15 }, null);
    const { kling, callback, callback_url, received } = called;
    await kling.textToAudio.run({ prompt, duration: 3, callback_url }, { callback });
    await until(() => expect(received.at(-1)).toBe('succeed'));
  });

  it('signed with another secret are refused, and the wait ends by its looks', async () => {
    await using called = await calledBy('klingai', { speed: 100 }, 'whsec_b3RoZXI=');
    const { kling, callback, callback_url, received } = called;
    const { audios } = await kling.textToAudio.run(
      { prompt, duration: 3, callback_url },
      { callback },
    );
    expect(audios).toHaveLength(1);
    await until(() => expect(new Set(received)).toEqual(new Set(['signature'])));
  });

  it.each(['callbacks-repeated', 'callbacks-reordered'])(
    'that are %s do no harm',
    async (scenario) => {
      await using called = await calledBy('klingai', { speed: 15, scenario });
      const { kling, callback, callback_url, received } = called;
      const input = { prompt, duration: 3, callback_url };
      expect((await kling.textToAudio.run(input, { callback })).audios).toHaveLength(1);
      const expected = scenario.endsWith('repeated')
        ? ['processing, signed', 'replay, signed', 'succeed, signed']
        : ['processing, signed', 'succeed, signed'];
      await until(() => expect(new Set(received)).toEqual(new Set(expected)));
    },
  );
});
