import { describe, expect, it, vi } from 'vitest';
import { cometapi, createKling, deerapi, klingai } from '../../src/index.ts';
import { type MockOptions, startMock } from '../../src/mock/index.ts';
import { callbackUrl, fromNode, receive, toNode } from '../../src/webhooks/index.ts';
import { serve } from '../support/serve.ts';
import { secret } from './support.ts';

const providers = { klingai, cometapi, deerapi };
let seed = 100;

/** The mock, which calls a receiver behind a real server, and a client that looks at a task each minute unless it is called. */
async function calledBy(
  name: keyof typeof providers,
  options: MockOptions = {},
  { key = secret, interval = 60_000 }: { key?: string | null; interval?: number } = {},
) {
  const mock = await startMock({ webhookSecret: secret, seed: seed++, speed: 1, ...options });
  const kling = createKling(
    providers[name] as typeof klingai,
    { apiKey: 'test' },
    { baseUrl: `${mock.url}/${name}`, interval },
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
  /** Creates a task and waits for it. */
  const run = async () => {
    const callback_url = callbackUrl(`${server.url}/kling`, 'textToAudio');
    const task = await kling.textToAudio.create({ prompt: 'rain', duration: 3, callback_url });
    return task.result({ callback });
  };
  /** The same, while its time passes. Only callbacks end the wait so soon. */
  const runCalled = async () => {
    const start = performance.now();
    const running = run();
    await until(() => expect(mock.tasks).toHaveLength(1));
    mock.advance('10s');
    await until(() => expect(received).not.toEqual([]));
    mock.advance('1m');
    const { audios } = await running;
    expect(audios).toHaveLength(1);
    expect(performance.now() - start).toBeLessThan(30_000);
  };
  return {
    run,
    runCalled,
    received,
    async [Symbol.asyncDispose]() {
      await mock.close();
      await server[Symbol.asyncDispose]();
    },
  };
}

/** A wait may end a moment before the receiver has written down the callback that ended it. */
const until = (check: () => void) => vi.waitFor(check, { timeout: 60_000, interval: 20 });

describe('callbacks of the mock', () => {
  it('end a wait long before its next look', async () => {
    await using called = await calledBy('klingai');
    await called.runCalled();
    await until(() => expect(called.received).toContain('succeed, signed'));
  });

  it.each(['cometapi', 'deerapi'] as const)('of %s are unsigned, and true', async (name) => {
    await using called = await calledBy(name, {}, { key: null });
    await called.runCalled();
    await until(() => expect(called.received.at(-1)).toBe('succeed'));
  });

  it('signed with another secret are refused, and the wait ends by its looks', async () => {
    const looking = { key: 'whsec_b3RoZXI=', interval: 20 };
    await using called = await calledBy('klingai', { speed: 'instant' }, looking);
    expect((await called.run()).audios).toHaveLength(1);
    await until(() => expect(new Set(called.received)).toEqual(new Set(['signature'])));
  });

  it.each(['callbacks-repeated', 'callbacks-reordered'])(
    'that are %s do no harm',
    async (scenario) => {
      await using called = await calledBy('klingai', { scenario });
      await called.runCalled();
      const expected = scenario.endsWith('repeated')
        ? ['processing, signed', 'replay, signed', 'succeed, signed']
        : ['processing, signed', 'succeed, signed'];
      await until(() => expect(new Set(called.received)).toEqual(new Set(expected)));
    },
  );
});
