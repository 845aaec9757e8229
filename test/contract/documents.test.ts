import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { applyOverlay, readContract } from '../../scripts/contract.ts';
import { endOf } from '../../src/client/refusals.ts';
import { compile } from '../../src/contract/ajv.ts';
import { type DocumentedOperation, documentedOperations } from '../../src/contract/documented.ts';
import { check } from '../../src/documents/check.ts';
import {
  documents,
  inputSchema,
  type ProviderName,
  pathOf,
  providerNames,
  providersOf,
} from '../../src/documents/documents.ts';
import { isObject, type JsonObject, objectOf } from '../../src/documents/json.ts';
import {
  type ApiOperation,
  certainties,
  dereference,
  type Media,
  operationsOf,
  type Schema,
  widestOf,
} from '../../src/documents/openapi.ts';
import { applyAction } from '../../src/drift/published/overlay.ts';
import type { OperationName } from '../../src/index.ts';

const states = ['submitted', 'processing', 'succeed', 'failed'];

/** What each document is made from. */
const contracts = Object.fromEntries(
  await Promise.all(providerNames.map(async (name) => [name, await readContract(name)] as const)),
);
const contractOf = (provider: ProviderName) => {
  const contract = contracts[provider];
  if (!contract) throw new Error(`no contract of ${provider}`);
  return contract;
};

/**
 * Every place of a provider's document that has a schema and perhaps examples: of those that have the same, such as the
 * refusals of all operations, the first.
 */
function mediaOf(provider: ProviderName): { place: string; schema: Schema; media: Media }[] {
  const document = documents[provider];
  const webhooks = Object.entries(document.webhooks ?? {}).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]) => ({ path, method, operation })),
  );
  const all = [...operationsOf(document), ...webhooks].flatMap(
    ({ path, method, operation: raw }) => {
      const operation: ApiOperation = dereference(document, raw);
      const contents = [
        ['request', operation.requestBody?.content],
        ...Object.entries(operation.responses).map(([status, { content }]) => [status, content]),
      ] as [string, Record<string, Media> | undefined][];
      return contents.flatMap(([what, content]) =>
        Object.values(content ?? {}).map((media) => ({
          place: `${method} ${path} ${what}`,
          schema: media.schema ?? {},
          media,
        })),
      );
    },
  );
  const distinct = new Map(all.toReversed().map((each) => [JSON.stringify(each.media), each]));
  return [...distinct.values()].reverse();
}

/** Every object that says how certain it is. */
function claimsIn(node: unknown): JsonObject[] {
  if (typeof node !== 'object' || node === null) return [];
  const own = isObject(node) && 'x-certainty' in node ? [node] : [];
  return [...own, ...Object.values(node).flatMap(claimsIn)];
}

it('each document is valid OpenAPI 3.1 as it is published', async () => {
  const run = promisify(execFile);
  const redocly = 'node_modules/@redocly/cli/bin/cli.js';
  const files = providerNames.map((name) => `packages/cli/dist/openapi/${name}.yaml`);
  const args = [redocly, 'lint', '--extends=spec', '--format=json', ...files];
  const { stdout } = await run(process.execPath, args);
  // It prints an object for each of them.
  const totals = stdout.split(/(?<=^\})/m).map((text) => JSON.parse(text).totals);
  expect(totals).toEqual(files.map(() => ({ errors: 0, warnings: 0, ignored: 0 })));
});

describe.each(providerNames)('the document of %s', (provider) => {
  const document = documents[provider];

  it('names its dialect, without which Prism reads it as draft-07', () => {
    expect(document).toMatchObject({
      openapi: '3.1.0',
      jsonSchemaDialect: 'https://json-schema.org/draft/2020-12/schema',
    });
  });

  it.each(mediaOf(provider))(
    'has a schema that compiles, and examples that fit it: $place',
    ({ schema, media }) => {
      const validate = compile(document, schema);
      const examples = Object.entries(media.examples ?? {});
      expect(examples.length).toBeGreaterThan(0);
      for (const [name, { value }] of examples) {
        expect(validate(value), `${name}: ${JSON.stringify(validate.errors)}`).toBe(true);
      }
    },
  );

  it('shows every state of every task, and what each call is answered', () => {
    const examplesOf = ({ operation }: DocumentedOperation) =>
      Object.keys(operation.responses['200']?.content?.['application/json']?.examples ?? {});
    for (const each of documentedOperations(provider)) {
      const shown = examplesOf(each);
      if (each.action === 'create') expect(shown, each.key).toEqual(['submitted']);
      // A gateway's one query shows the tasks of several operations.
      // A query of several tasks may find none of them.
      else if (each.action === 'get')
        expect(
          shown.filter((name) => name !== 'none').map((name) => endOf(name) ?? name),
          each.key,
        ).toEqual(states);
      else expect(shown.length, each.key).toBeGreaterThan(0);
    }
  });

  it('says where and when every operation was read, and how certain it is', () => {
    for (const { operation } of operationsOf(document)) {
      expect(operation['x-source']).toMatch(/^https:/);
      expect(operation['x-read']).toMatch(/^\d{4}-\d\d-\d\d$/);
      expect(operation).toHaveProperty('x-certainty');
    }
  });

  it('names how certain things are by five words, and who observed what when', () => {
    const { document: base, overlay } = contractOf(provider);
    const claims = [...claimsIn(document), ...claimsIn(base), ...claimsIn(overlay)];
    expect(claims.length).toBeGreaterThan(operationsOf(document).length);
    for (const claim of claims) {
      expect(Object.keys(certainties)).toContain(claim['x-certainty']);
      const isObserved = claim['x-certainty'] === 'observed';
      expect('x-observed' in claim, JSON.stringify(claim)).toBe(isObserved);
      if (!isObserved) continue;
      expect(claim['x-observed']).toMatch(/^20\d\d-\d\d-\d\d$/);
      expect(claim['x-source']).toMatch(/\w/);
    }
  });

  it('has only corrections that apply, each with its reason', async () => {
    const { document: base, overlay } = contractOf(provider);
    await expect(applyOverlay(base, overlay)).resolves.toEqual(document);
    for (const action of overlay.actions) expect(action.description).toMatch(/\w.*[.]$/s);
    const targets = overlay.actions.map(({ target }) => target).filter((target) => target !== '$');
    expect(targets.length).toBeGreaterThan(0);
    for (const target of targets) {
      const gone = { target: target.replace(/\w+(?=\W*$)/, 'gone'), remove: true };
      expect(applyAction(base, gone), gone.target).toBe(false);
    }
    const lost = { ...overlay, actions: [...overlay.actions, { target: '$.paths.gone' }] };
    await expect(applyOverlay(base, lost)).rejects.toThrow('overlay: nothing at $.paths.gone');
  });
});

// Those that have models and sounds in the way of the first generation.
describe.each(providersOf('textToAudio'))('the document of %s', (provider) => {
  const document = documents[provider];

  it('retires only models that it names, on a day, and shows none of them in an example', () => {
    const { properties = {} } = inputSchema(provider, 'textToVideo');
    const { enum: all, 'x-retired': retired = {} } = properties.model_name as Schema;
    expect(Object.keys(retired)).toEqual([
      'kling-v1',
      'kling-v1-6',
      'kling-v2-master',
      'kling-v2-1-master',
    ]);
    for (const [model, date] of Object.entries(retired)) {
      expect(all ?? [model]).toContain(model);
      expect(date).toBe('2026-09-15');
    }
    const create = document.paths[pathOf(provider, 'textToVideo')]?.post;
    const { examples = {} } = create?.requestBody?.content['application/json'] ?? {};
    for (const { value } of Object.values(examples)) {
      expect(value).toHaveProperty('model_name');
      expect(Object.keys(retired)).not.toContain(objectOf(value).model_name);
    }
  });

  it('allows all 71 durations from 3.0 to 10.0, and no others', () => {
    const validate = compile(document, inputSchema(provider, 'textToAudio'));
    const tenths = Array.from({ length: 71 }, (_, index) => (30 + index) / 10);
    for (const duration of tenths) {
      expect(validate({ prompt: 'x', duration }), String(duration)).toBe(true);
      expect(check(inputSchema(provider, 'textToAudio'), { prompt: 'x', duration })).toEqual([]);
    }
    for (const duration of [2.9, 10.1, 3.05, 5.55, '5', null]) {
      expect(validate({ prompt: 'x', duration }), String(duration)).toBe(false);
      expect(check(inputSchema(provider, 'textToAudio'), { prompt: 'x', duration })).not.toEqual(
        [],
      );
    }
  });
});

it('Kling’s document has each of its 21 service codes once per operation, for its status', () => {
  const byStatus: Record<string, string[]> = {
    400: ['1200', '1201', '1300', '1301'],
    401: ['1000', '1001', '1002', '1003', '1004'],
    403: ['1103'],
    404: ['1202', '1203'],
    429: ['1100', '1101', '1102', '1302', '1303', '1304'],
    500: ['5000'],
    503: ['5001'],
    504: ['5002'],
  };
  expect(Object.values(byStatus).flat()).toHaveLength(21);
  for (const { operation } of operationsOf(documents.klingai)) {
    const { responses } = dereference(documents.klingai, operation);
    for (const [status, codes] of Object.entries(byStatus)) {
      const examples = responses[status]?.content?.['application/json']?.examples ?? {};
      expect(Object.keys(examples)).toEqual(codes);
      for (const [code, { value }] of Object.entries(examples)) {
        expect(value).toMatchObject({ code: Number(code) });
      }
    }
  }
});

describe('facts that pages state wrongly, or nowhere', () => {
  const video = (provider: ProviderName) => inputSchema(provider, 'textToVideo').properties ?? {};
  const schemaAt = (provider: ProviderName, name: string) => video(provider)[name] as Schema;
  const problems = (camera_control: unknown) =>
    check(inputSchema('klingai', 'textToVideo'), { prompt: 'x', camera_control });

  it('Kling allows `config: null` beside a preset, and not with simple', () => {
    for (const more of [{}, { config: null }])
      expect(problems({ type: 'down_back', ...more })).toEqual([]);
    expect(problems({ type: 'simple', config: { zoom: -3 } })).toEqual([]);
    for (const config of [null, undefined, {}, { zoom: 0 }, { zoom: 1, pan: 1 }])
      expect(problems({ type: 'simple', config })).not.toEqual([]);
    expect(problems({ type: 'down_back', config: { zoom: 1 } })).not.toEqual([]);
    expect(problems({ config: null })).not.toEqual([]);
  });

  it('both documents say that they contradict each other about zoom', () => {
    const zoomOf = (provider: ProviderName) => {
      const { properties = {} } = schemaAt(provider, 'camera_control');
      const { zoom } = (properties.config as Schema).properties ?? {};
      return (zoom as Schema).description;
    };
    expect(zoomOf('klingai')).toMatch(/closer \(-\).*wider view \(\+\).*CometAPI.*opposite/);
    expect(zoomOf('cometapi')).toMatch(/out \(-\) or in \(\+\).*Kling.*opposite/);
  });

  it('Kling’s pictures exclude what the pages exclude, and an empty text counts as absent', () => {
    const broken = (name: OperationName, body: object) =>
      check(inputSchema('klingai', name), { prompt: 'x', ...body }).length > 0;
    const image = 'https://example.com/boat.png';
    const elements = (count: number) => Array.from({ length: count }, () => ({ element_id: '1' }));
    const picture = { image, image_reference: 'subject' };
    expect(broken('imageGeneration', { ...picture, negative_prompt: '' })).toBe(false);
    expect(broken('imageGeneration', { image: '', negative_prompt: 'rain' })).toBe(false);
    expect(broken('imageGeneration', { ...picture, negative_prompt: 'rain' })).toBe(true);
    expect(broken('imageGeneration', { image: '', image_reference: 'face' })).toBe(true);
    expect(broken('imageGeneration', { element_list: elements(10) })).toBe(false);
    expect(broken('imageGeneration', { image, element_list: elements(10) })).toBe(true);
    const series = { result_type: 'series', series_amount: 'auto', resolution: '4k' };
    expect(broken('omniImage', { model_name: 'kling-v3-omni', ...series })).toBe(false);
    expect(broken('omniImage', series)).toBe(true);
    for (const series_amount of [1, 2.5, 10, '4'])
      expect(broken('omniImage', { series_amount })).toBe(true);
  });

  it('an omni video takes an empty list for none, and four pictures or elements beside a video', () => {
    const broken = (body: object) =>
      check(inputSchema('klingai', 'omniVideo'), { prompt: 'x', ...body }).length > 0;
    const ratio = { aspect_ratio: '16:9' };
    const pictures = (count: number) => Array.from({ length: count }, () => ({ image_url: 'x' }));
    const elements = (count: number) => Array.from({ length: count }, () => ({ element_id: '1' }));
    expect(broken({ ...ratio, video_list: [], image_list: [], element_list: [] })).toBe(false);
    expect(broken({ ...ratio, video_list: [], sound: 'on', image_list: pictures(7) })).toBe(false);
    for (const refer_type of ['feature', 'base']) {
      const beside = { ...ratio, video_list: [{ video_url: 'x', refer_type }] };
      expect(broken({ ...beside, image_list: pictures(4) })).toBe(false);
      expect(broken({ ...beside, image_list: pictures(5) })).toBe(true);
      expect(broken({ ...beside, element_list: elements(5) })).toBe(true);
    }
  });

  it.each(['cometapi', 'deerapi'] as const)('%s takes two shapes at one route', (provider) => {
    const broken = (body: object) => check(inputSchema(provider, 'imageGeneration'), body).length;
    const subject = { subject_image: 'https://example.com/boat.png' };
    const several = { subject_image_list: [subject, subject] };
    expect(broken({ prompt: 'x'.repeat(500) })).toBe(0);
    expect(broken({ ...several, prompt: 'x'.repeat(501), aspect_ratio: '21:9' })).toBe(0);
    for (const body of [
      { prompt: 'x'.repeat(501) },
      { prompt: 'x', aspect_ratio: '21:9' },
      { ...several, image: subject.subject_image },
      { subject_image_list: [subject] },
      {},
    ])
      expect(broken(body)).toBeGreaterThan(0);
  });

  it('an unknown task id has two answers at Kling, both documented', () => {
    const { operation } =
      operationsOf(documents.klingai).find(({ operation: { operationId } }) =>
        operationId.startsWith('getTextToVideo'),
      ) ?? {};
    const { parameters = [], responses = {} } = dereference(documents.klingai, operation) ?? {};
    const answers = parameters.flatMap((each) => ('name' in each && each['x-unknown']) || []);
    expect(answers).toMatchObject([
      { status: 404, code: 1203, 'x-certainty': 'transcribed' },
      { status: 400, code: 1201, 'x-certainty': 'observed' },
    ]);
    for (const { status, code } of answers) {
      const { examples = {} } = responses[status]?.content?.['application/json'] ?? {};
      expect(Object.keys(examples)).toContain(String(code));
    }
  });

  it('no code is promised under HTTP 200 at Kling', () => {
    const { SuccessCode } = documents.klingai.components?.schemas ?? {};
    expect(SuccessCode).not.toHaveProperty('const');
  });

  it('CometAPI has the default of aspect_ratio, and callbacks without a signature', () => {
    expect(schemaAt('cometapi', 'aspect_ratio')).toMatchObject({ default: '16:9' });
    const [hook] = Object.values(documents.cometapi.webhooks ?? {});
    expect(hook?.post).toMatchObject({ 'x-certainty': 'transcribed' });
    expect(hook?.post).not.toHaveProperty('parameters');
    const { Callback } = documents.cometapi.components?.schemas ?? {};
    expect(Object.keys(objectOf(objectOf(Callback).properties))).toEqual([
      'task_id',
      'task_status',
      'task_status_msg',
      'created_at',
      'updated_at',
      'task_result',
    ]);
  });

  it('DeerAPI has no default of a form’s samples, and no error type that nobody has seen', () => {
    const { properties = {} } = inputSchema('deerapi', 'textToAudio');
    for (const field of Object.values(properties)) expect(field).not.toHaveProperty('default');
    expect(JSON.stringify(documents.deerapi)).not.toMatch(/_api_error/);
  });
});

it('sources.json has the address, date, certainty and fingerprint of every operation', async () => {
  const sources = JSON.parse(await readFile('openapi/sources.json', 'utf8'));
  for (const provider of providerNames) {
    const { document } = contractOf(provider);
    const keys = operationsOf(document).map(
      ({ method, path }) => `${method.toUpperCase()} ${path}`,
    );
    expect(Object.keys(sources[provider])).toEqual(keys);
    for (const source of Object.values(sources[provider])) {
      expect(source).toMatchObject({
        address: expect.stringMatching(/^https:/),
        read: expect.stringMatching(/^\d{4}-/),
        certainty: expect.stringMatching(/^(published|transcribed|inferred)$/),
        fingerprint: expect.stringMatching(/^[0-9a-f]{16}$/),
      });
    }
  }
});

it('of several bodies together, only what all of them need is needed', () => {
  const field = { type: 'string' };
  const strict = { required: ['a', 'b'], properties: { a: field, b: field } };
  expect(widestOf([strict, { required: ['b'], properties: { b: field } }]).required).toEqual(['b']);
  expect(widestOf([strict, { properties: { b: field } }]).required).toEqual([]);
});
