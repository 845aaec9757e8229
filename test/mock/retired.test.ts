import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  type DocumentedOperation,
  findOperation,
  nameServed,
  requestExample,
  requestSchema,
} from '../../src/contract/documented.ts';
import { pathsOf, providerNames } from '../../src/documents/documents.ts';
import { objectOf } from '../../src/documents/json.ts';
import { servedOf } from '../../src/documents/rules.ts';
import { type Mock, startMock } from '../../src/mock/index.ts';
import { clientsOf } from '../support/mock-clients.ts';
import { tasks } from '../support/offered.ts';

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

/** Every field of which some values are served no more, wherever it is. */
const fields = tasks.flatMap(([provider, name]) => {
  const create = findOperation(provider, name, 'create');
  return Object.entries((create && requestSchema(create)?.properties) ?? {}).flatMap(
    ([field, schema]) =>
      create && schema instanceof Object && schema['x-retired']
        ? [{ provider, name, field, schema, create, retired: Object.entries(schema['x-retired']) }]
        : [],
  );
});
const prompt = 'a boat';

/** A create past the types; its status and its body. */
async function send({ provider, path }: DocumentedOperation, body: object) {
  const answer = await mock.fetch(`${mock.url}/${provider}${path}`, {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { authorization: 'Bearer test', 'content-type': 'application/json' },
  });
  return { status: answer.status, body: await answer.json() };
}

it('there are retired values and served ones', () => {
  expect(fields.length).toBeGreaterThan(0);
  for (const { schema, retired } of fields) {
    if (!schema.enum) continue;
    expect(servedOf(schema).length).toBeGreaterThan(0);
    expect(retired.map(([value]) => value)).not.toContain(servedOf(schema)[0]);
  }
});

describe.each(fields)('$provider, $name, $field', ({ schema, field, create, retired }) => {
  const good = () => nameServed(create, objectOf(requestExample(create)));
  const path = ['body', field];

  if (schema['x-retired-answer']) {
    const { status, code } = schema['x-retired-answer'];

    it('is refused as the provider does, and the reason is told', async () => {
      for (const [value, day] of retired) {
        mock.reset();
        const message = `${field} ${value} was retired on ${day}`;
        expect(await send(create, { ...good(), [field]: value })).toMatchObject({
          status,
          body: { code, message },
        });
        expect(mock.tasks).toEqual([]);
        expect(mock.requests[0]?.violations).toEqual([
          { path, code: 'retired', message, severity: 0 },
        ]);
        expect(lines.at(-1)).toContain(
          `${status} POST /${create.provider}${create.path}: ${message}`,
        );
      }
    });

    it('is the default where it is missing, and refused if that is retired', async () => {
      const [, day] = retired.find(([value]) => value === schema.default) ?? [];
      const { [field]: _, ...without } = good();
      const message = `${field} is missing, and its default ${schema.default} was retired on ${day}`;
      const answer = await send(create, without);
      expect(answer).toMatchObject(day ? { status, body: { code, message } } : { status: 200 });
    });
  } else {
    it('is taken, as nobody has seen how it is refused, and the log says so', async () => {
      for (const [value, day] of retired) {
        expect(await send(create, { ...good(), [field]: value })).toMatchObject({ status: 200 });
        expect(lines.at(-1)).toContain(`${value} was retired on ${day}`);
      }
      for (const { violations } of mock.requests) {
        expect(violations).toMatchObject([{ path, code: 'retired', severity: 1 }]);
      }
    });
  }

  it('takes every value that is served', async () => {
    for (const value of schema.enum ? servedOf(schema) : []) {
      const { status, body } = await send(create, { ...good(), [field]: value });
      if (status !== 200) expect(body.message).not.toContain(field);
    }
    for (const { violations } of mock.requests) {
      expect(violations.filter(({ code }) => code === 'retired')).toEqual([]);
    }
  });
});

const create = async (provider: (typeof providerNames)[number], body: object) => {
  const found = findOperation(provider, 'textToVideo', 'create');
  if (!found) throw new Error(`${provider} makes no videos`);
  return send(found, body);
};

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

it('a field that breaks a rule is told of first', async () => {
  const { status, body } = await create('klingai', { prompt: 'x'.repeat(2_501) });
  expect([status, body.message]).toEqual([400, expect.stringMatching(/^prompt must/)]);
});

// Where the model is a part of the path, it is no field.
it.each(providerNames.filter((name) => pathsOf(name, 'textToVideo').has('')))(
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
