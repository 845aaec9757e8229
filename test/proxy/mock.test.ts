import { afterAll, beforeAll, expect, it } from 'vitest';
import { cometapi, createKling, deerapi, klingai } from '../../src/index.ts';
import { type Mock, startMock } from '../../src/mock/index.ts';
import { createProxy, fromNode, toNode } from '../../src/proxy/index.ts';
import { serve } from '../support/serve.ts';
import { key } from './support.ts';

let mock: Mock;
beforeAll(async () => {
  mock = await startMock({ speed: 300 });
});
afterAll(() => mock.close());

const providers = { klingai, cometapi, deerapi };

it.each(['klingai', 'cometapi', 'deerapi'] as const)(
  'the client reaches %s through a proxy behind node:http',
  async (name) => {
    const provider = providers[name] as typeof klingai;
    const allow = { textToAudio: ['create', 'read'] } as const;
    const rate = { requests: 200, perSeconds: 60 };
    const proxy = createProxy(
      provider,
      { apiKey: key },
      { allow, rate, baseUrl: `${mock.url}/${name}` },
    );
    await using server = await serve(async (incoming, outgoing) => {
      await toNode(await proxy(fromNode(incoming)), outgoing);
    });
    const answers: string[] = [];
    const kling = createKling(
      provider,
      { apiKey: 'session-7' },
      {
        baseUrl: `${server.url}/api`,
        interval: 20,
        async fetch(url, init) {
          const answer = await fetch(url, init);
          answers.push(JSON.stringify([...answer.headers]) + (await answer.clone().text()));
          return answer;
        },
      },
    );
    const { audios } = await kling.textToAudio.run({ prompt: 'rain', duration: 3 });
    expect(audios).toHaveLength(1);
    const tooLong = kling.textToAudio.create({ prompt: 'x'.repeat(201), duration: 5 });
    await expect(tooLong).rejects.toMatchObject({
      status: 400,
      message: expect.stringMatching(/prompt.*200/),
    });
    expect(answers.length).toBeGreaterThan(2);
    expect(answers.join()).not.toContain(key);
    expect(server.failures).toEqual([]);
  },
);
