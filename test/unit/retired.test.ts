import { afterEach, expect, it, vi } from 'vitest';
import type { KlingOptions } from '../../src/index.ts';
import { scripted } from '../support/fetch.ts';
import { accepted, klingOf } from '../support/kling.ts';

const prompt = 'a paper boat';

/** A client that accepts everything, what it was told and what it has sent. */
function client(provider: 'klingai' | 'cometapi' | 'deerapi', options: KlingOptions = {}) {
  const { fetch, posts } = scripted(accepted());
  const warnings: string[] = [];
  const onWarning = (message: string) => warnings.push(message);
  return { kling: klingOf(provider, { fetch, onWarning, ...options }), warnings, posts };
}

afterEach(() => {
  vi.restoreAllMocks();
});

it.each(['klingai', 'cometapi'] as const)(
  '%s: a retired model is warned of once, and sent as it is',
  async (provider) => {
    const { kling, warnings, posts } = client(provider);
    for (const model_name of ['kling-v1-6', 'kling-v1-6', 'kling-v2-master', 'kling-v3'])
      await kling.textToVideo.create({ prompt, model_name });
    expect(warnings).toEqual([
      expect.stringMatching(
        /^kling-fetch: Kling retired kling-v1-6 on 2026-09-15; still served: .*kling-v3$/,
      ),
      expect.stringContaining('kling-v2-master'),
    ]);
    expect(posts().map(({ body }) => body.model_name)).toEqual([
      'kling-v1-6',
      'kling-v1-6',
      'kling-v2-master',
      'kling-v3',
    ]);
  },
);

it.each(['klingai', 'cometapi'] as const)(
  '%s: no model is the default, which is retired; none is filled in',
  async (provider) => {
    const { kling, warnings, posts } = client(provider);
    for (const more of [{}, { model_name: '' }, { model_name: null }])
      await kling.textToVideo.create({ prompt, ...more });
    expect(warnings).toEqual([expect.stringMatching(/kling-v1, the default of model_name,/)]);
    expect(posts()[0]?.body).not.toHaveProperty('model_name');
  },
);

it('deerapi, which names neither models nor a default, is only known not to serve what Kling retired', async () => {
  const { kling, warnings } = client('deerapi');
  await kling.textToVideo.create({ prompt });
  expect(warnings).toEqual([]);
  await kling.textToVideo.create({ prompt, model_name: 'kling-v1' });
  expect(warnings).toEqual([expect.stringMatching(/retired kling-v1 on 2026-09-15$/)]);
});

it('models that nobody retired, or that are none, are not warned of', async () => {
  const { kling, warnings } = client('klingai');
  for (const model_name of ['kling-v3', 'kling-v9', 'constructor', 'toString', { a: 1 }, 7])
    await kling.textToVideo.create({ prompt, model_name });
  await kling.textToAudio.create({ prompt, duration: 5 });
  const without = warnings.filter((message) => !message.includes('the default'));
  expect(without).toEqual([]);
});

it('the warning goes to console.warn where nobody listens', async () => {
  const warn = vi.spyOn(console, 'warn').mockReturnValue();
  const { kling } = client('klingai', { onWarning: undefined });
  await kling.textToVideo.create({ prompt });
  await kling.textToVideo.create({ prompt });
  expect(warn.mock.calls).toEqual([[expect.stringMatching(/^kling-fetch: /)]]);
});

it('a listener that throws, or rejects later, costs no task', async () => {
  const listeners = [
    () => {
      throw new Error('mine');
    },
    async () => {
      throw new Error('later');
    },
  ];
  for (const onWarning of listeners) {
    const { kling, posts } = client('klingai', { onWarning });
    await kling.textToVideo.create({ prompt });
    expect(posts()).toHaveLength(1);
  }
});
