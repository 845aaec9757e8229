import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { inputSchema, providerNames } from '../../src/documents/documents.ts';
import type { Schema } from '../../src/documents/openapi.ts';
import { servedOf } from '../../src/documents/rules.ts';
import { type Mock, startMock } from '../../src/mock/index.ts';
import { clientsOf } from '../support/mock-clients.ts';

let mock: Mock;
const lines: string[] = [];
beforeAll(async () => {
  mock = await startMock({ log: (line) => lines.push(line), logRequests: true });
});
beforeEach(() => {
  mock.reset();
  lines.splice(0);
});
afterAll(() => mock.close());

const models = (provider: (typeof providerNames)[number]) =>
  inputSchema(provider, 'textToVideo').properties?.model_name as Schema;
const known = models('klingai');
const retired = Object.keys(known['x-retired'] ?? {});
const prompt = 'a boat';

/** A create at one provider, past the types; its status and what the mock says of it. */
async function create(provider: (typeof providerNames)[number], body: object) {
  const prefix = provider === 'klingai' ? '' : '/kling';
  const answer = await fetch(`${mock.url}/${provider}${prefix}/v1/videos/text2video`, {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { authorization: 'Bearer test', 'content-type': 'application/json' },
  });
  return { status: answer.status, body: await answer.json() };
}

it('there are retired models and served ones', () => {
  expect(retired.length).toBeGreaterThan(0);
  expect(servedOf(known).length).toBeGreaterThan(0);
  expect(retired).not.toContain(servedOf(known)[0]);
});

it.each(retired)('klingai refuses %s as Kling does, and says why', async (model_name) => {
  const message = `model_name ${model_name} was retired on 2026-09-15`;
  expect(await create('klingai', { prompt, model_name })).toMatchObject({
    status: 404,
    body: { code: 1203, message },
  });
  expect(mock.tasks).toEqual([]);
  expect(mock.requests[0]?.violations).toEqual([
    { path: ['body', 'model_name'], code: 'retired', message, severity: 0 },
  ]);
  expect(lines[0]).toMatch(`404 POST /klingai/v1/videos/text2video: ${message}`);
});

it('a create without a model is one of the default, which is retired', async () => {
  const message = 'model_name is missing, and its default kling-v1 was retired on 2026-09-15';
  const { status, body } = await create('klingai', { prompt });
  expect([status, body]).toMatchObject([404, { code: 1203, message }]);
});

it('the client is refused with a code that no retry helps', async () => {
  const warnings: string[] = [];
  const { klingai } = clientsOf(mock, 'test', { onWarning: (line) => warnings.push(line) });
  await expect(klingai.textToVideo.create({ prompt })).rejects.toMatchObject({
    name: 'ApiError',
    status: 404,
    code: 1203,
  });
  expect(mock.requests.filter(({ method }) => method === 'POST')).toHaveLength(1);
  expect(warnings).toEqual([expect.stringContaining('the default of model_name')]);
});

it.each(providerNames)('%s takes every model that is served', async (provider) => {
  for (const model_name of servedOf(models('klingai'))) {
    expect(await create(provider, { prompt, model_name })).toMatchObject({ status: 200 });
  }
  for (const { violations } of mock.requests) expect(violations).toEqual([]);
});

it.each(providerNames.filter((name) => !models(name)['x-retired-answer']))(
  '%s takes retired ones, as nobody has seen how it refuses them, and the log says so',
  async (provider) => {
    for (const model_name of retired) {
      expect(await create(provider, { prompt, model_name })).toMatchObject({ status: 200 });
      expect(lines.at(-1)).toContain(`${model_name} was retired on 2026-09-15`);
    }
    for (const { violations } of mock.requests) {
      expect(violations).toMatchObject([{ code: 'retired', severity: 1 }]);
    }
  },
);

it('a field that breaks a rule is told of first', async () => {
  const { status, body } = await create('klingai', { prompt: 'x'.repeat(2_501) });
  expect([status, body.message]).toEqual([400, expect.stringMatching(/^prompt must/)]);
});

it.each(providerNames)(
  '%s refuses what is no name, and is not confused by it',
  async (provider) => {
    for (const model_name of [{ toString: 1 }, { valueOf: {} }, ['kling-v1'], 7, true]) {
      expect(await create(provider, { prompt, model_name })).toMatchObject({ status: 400 });
    }
    for (const body of [null, [], 'kling-v1', { prompt, model_name: 'constructor' }]) {
      const { status } = await create(provider, body as object);
      expect([200, 400]).toContain(status);
    }
  },
);

it('an unknown id is answered as it was seen, and with a scenario as it is documented', async () => {
  const { klingai } = clientsOf(mock);
  const read = () => klingai.textToVideo.task('861254119619690000').snapshot();
  await expect(read()).rejects.toMatchObject({ status: 400, code: 1201 });
  mock.scenario('unknown-404');
  await expect(read()).rejects.toMatchObject({ status: 404, code: 1203 });
});
