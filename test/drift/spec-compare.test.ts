import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { compareDocuments } from '../../src/drift/published/compare-documents.ts';
import {
  answer,
  base,
  body,
  changed,
  got,
  id,
  json,
  type Loose,
  route,
  seeds,
  sent,
  task,
} from './spec-seeds.ts';

// Whole documents take their time on a busy machine.

const compare = (before: Loose, after: Loose) =>
  compareDocuments(before, after, { provider: 'example' });
describe('a change that is seeded', () => {
  it.each(seeds)('$kind: $name', (each) => {
    const { kind, severity, location } = each;
    const found = compare(base(), changed(each));
    expect(found).toContainEqual(expect.objectContaining({ kind, severity, location }));
    // One cause, one finding; a whole envelope, a server or credentials touch more than one place.
    if (!/envelope|host|path changes|credentials/.test(each.name)) expect(found).toHaveLength(1);
    expect(found.some((other) => other.severity === 'breaking')).toBe(severity === 'breaking');
  });

  it('is tried in more than 60 forms', () => expect(seeds.length).toBeGreaterThan(60));
});

describe('a change that means nothing', () => {
  const refactors: [string, (doc: Loose) => void][] = [
    [
      'prose',
      (doc) => {
        body(doc).prompt.description = 'Other words';
        body(doc).prompt.example = 'Rain';
        doc.paths[route].post.summary = 'Other words';
        doc.paths[route].post.operationId = 'other';
        doc.paths[route].post.tags = ['other'];
        doc.paths[route].post['x-codeSamples'] = [{ lang: 'Shell' }];
        doc.info.version = '9';
      },
    ],
    [
      'the order of fields, values, required names and types',
      (doc) => {
        const schema = doc.paths[route].post.requestBody.content['application/json'].schema;
        schema.properties = Object.fromEntries(Object.entries(schema.properties).reverse());
        body(doc).model.enum.reverse();
        body(doc).seed.type.reverse();
        answer(doc).required.reverse();
        doc.paths = Object.fromEntries(Object.entries(doc.paths).reverse());
      },
    ],
    [
      'a schema behind a reference',
      (doc) => {
        doc.components.schemas = { Task: task(), Text: { type: 'string' } };
        doc.paths[route].post.responses[200].content['application/json'].schema = {
          $ref: '#/components/schemas/Task',
        };
        doc.components.schemas.Task.properties.request_id = { $ref: '#/components/schemas/Text' };
        doc.components.responses = { Done: doc.paths[id].get.responses[200] };
        doc.paths[id].get.responses[200] = { $ref: '#/components/responses/Done' };
      },
    ],
    [
      'null said in five ways',
      (doc) => {
        body(doc).seed = { anyOf: [{ type: 'integer' }, { type: 'null' }] };
        answer(doc).properties.data.properties.message = { type: 'string', nullable: true };
        const entries =
          doc.paths[route].get.responses[200].content['application/json'].schema.items;
        entries.properties.data.properties.message = {
          oneOf: [{ type: 'null' }, { type: 'string' }],
        };
        const { properties } = doc.paths[id].get.responses[200].content['application/json'].schema;
        properties.data.properties.message = { type: ['null', 'string'] };
      },
    ],
    [
      'an enum as constants',
      (doc) => {
        const values: string[] = body(doc).model.enum;
        body(doc).model = { default: 'v1', oneOf: values.map((value) => ({ const: value })) };
      },
    ],
    [
      'an object in parts',
      (doc) => {
        const { type, required, properties } = answer(doc);
        const { code, ...rest } = properties;
        doc.paths[route].post.responses[200].content['application/json'].schema = {
          allOf: [
            { type, required, properties: { code } },
            { type, properties: rest },
          ],
        };
      },
    ],
    ['the order of alternatives', (doc) => body(doc).source.oneOf.reverse()],
    [
      'limits that allow everything',
      (doc) => {
        body(doc).steps = { type: 'integer', format: 'int32' };
        body(doc).tags.minItems = 0;
        body(doc).tags.uniqueItems = false;
        body(doc).camera.additionalProperties = true;
      },
    ],
    [
      'a whole limit said as an exclusive one',
      (doc) => {
        const [page] = doc.paths[route].get.parameters;
        page.schema = { type: 'integer', exclusiveMinimum: 0, exclusiveMaximum: 1001 };
      },
    ],
    [
      'headers that OpenAPI leaves aside',
      (doc) =>
        doc.paths[route].post.parameters.push({
          name: 'Content-Type',
          in: 'header',
          required: true,
        }),
    ],
    [
      'the name of a path parameter, and where it is declared',
      (doc) => {
        const { [id]: item, ...rest } = doc.paths;
        const [parameter] = item.get.parameters;
        const { parameters: _, ...get } = item.get;
        doc.paths = {
          ...rest,
          '/v1/sounds/{id}': { parameters: [{ ...parameter, name: 'id' }], get },
        };
      },
    ],
    [
      'the path split between server and route',
      (doc) => {
        doc.servers = [{ url: 'https://api.example.com/v1/' }];
        const paths = Object.entries(doc.paths).map(([path, item]) => [path.slice(3), item]);
        doc.paths = Object.fromEntries(paths);
      },
    ],
    [
      'the name of the security scheme',
      (doc) => {
        doc.components.securitySchemes = { key: { type: 'http', scheme: 'Bearer' } };
        doc.security = [{ key: [] }];
      },
    ],
    ['a server fewer', (doc) => doc.servers.pop()],
    [
      'a media type with its charset',
      (doc) => {
        const { content } = doc.paths[route].post.requestBody;
        doc.paths[route].post.requestBody.content = {
          'application/json; charset=utf-8': content['application/json'],
        };
      },
    ],
    [
      'a sample for the whole body as its default',
      (doc) => {
        const { schema } = doc.paths[route].post.requestBody.content['application/json'];
        schema.default = { prompt: 'Rain' };
      },
    ],
  ];

  it.each(refactors)('%s', (_, change) => {
    const doc = base();
    change(doc);
    expect(compare(base(), doc)).toEqual([]);
    expect(compare(doc, base())).toEqual([]);
  });

  it('a schema that contains itself, once inlined', () => {
    const recursive = () => {
      const doc = base();
      doc.components.schemas = {
        Node: { type: 'object', properties: { next: { $ref: '#/components/schemas/Node' } } },
      };
      answer(doc).properties.tree = { $ref: '#/components/schemas/Node' };
      return doc;
    };
    const inlined = recursive();
    answer(inlined).properties.tree = {
      type: 'object',
      properties: { next: { $ref: '#/components/schemas/Node' } },
    };
    expect(compare(recursive(), inlined)).toEqual([]);
  });
});

describe('a finding', () => {
  it('names provider and operation, what was there, and what is', () => {
    const doc = base();
    body(doc).prompt.maxLength = 100;
    expect(compare(base(), doc)).toEqual([
      {
        severity: 'breaking',
        kind: 'request-limit-tightened',
        provider: 'example',
        operation: `POST ${route}`,
        location: sent('prompt/maxLength'),
        expected: 200,
        actual: 100,
        message: 'prompt: maxLength 200 became 100',
      },
    ]);
  });

  const sentences: [string, (doc: Loose) => void, string][] = [
    [
      'a limit changes',
      (doc) => (body(doc).prompt.maxLength = 100),
      'prompt: maxLength 200 became 100',
    ],
    ['a limit is new', (doc) => (body(doc).steps.maximum = 50), 'steps: maximum 50 is new'],
    ['a limit is gone', (doc) => delete body(doc).prompt.pattern, 'prompt: pattern ^\\S is gone'],
    [
      'a limit is exclusive now',
      (doc) => {
        delete body(doc).duration.maximum;
        body(doc).duration.exclusiveMaximum = 10;
      },
      'duration: maximum 10 became 10 (exclusive)',
    ],
    ['a default changes', (doc) => (body(doc).model.default = 'v2'), 'model: default v1 became v2'],
    ['a default is new', (doc) => (body(doc).steps.default = 9), 'steps: default 9 is new'],
    [
      'a default is gone',
      (doc) => delete body(doc).duration.default,
      'duration: default 5 is gone',
    ],
    ['one value is gone', (doc) => body(doc).model.enum.pop(), 'model: v3 is gone'],
    ['two values are gone', (doc) => body(doc).model.enum.splice(1), 'model: v2, v3 are gone'],
    [
      'values get a list',
      (doc) => (body(doc).prompt.enum = ['rain', 'wind']),
      'prompt: limited to rain, wind now',
    ],
    [
      'values lose their list',
      (doc) => delete body(doc).model.enum,
      'model: no longer limited to v1, v2, v3',
    ],
    ['a type changes', (doc) => (body(doc).steps.type = 'string'), 'steps: integer became string'],
    ['any type is allowed', (doc) => delete body(doc).steps.type, 'steps: integer became anything'],
    [
      'an alternative is new',
      (doc) => body(doc).source.oneOf.push({ type: 'string' }),
      'source: one more alternative (string)',
    ],
    [
      'an alternative of a response is gone',
      (doc) => {
        const before = answer(doc).properties.code;
        answer(doc).properties.code = {
          oneOf: [before, { type: 'object', properties: { n: {} } }],
        };
      },
      'code: one fewer alternative (object)',
    ],
    [
      'the body is optional now',
      (doc) => delete doc.paths[route].post.requestBody.required,
      'the body is optional now',
    ],
  ];
  it.each(sentences)('is said in a sentence: %s', (name, change, message) => {
    const doc = base();
    change(doc);
    // An alternative of a response is missed in the other direction.
    const found = name.includes('response') ? compare(doc, base()) : compare(base(), doc);
    expect(found.map((each) => each.message)).toEqual([message]);
  });

  it('points through a reference to where the schema is used', () => {
    const referring = base();
    referring.components.schemas = { Task: task() };
    const use = { $ref: '#/components/schemas/Task' };
    referring.paths[route].post.responses[200].content['application/json'].schema = use;
    const doc = base();
    answer(doc).properties.code.type = 'string';
    expect(compare(referring, doc)).toMatchObject([{ location: got('code/type') }]);
  });

  it('says what moved into a nested envelope, and nothing of the envelope', () => {
    const doc = base();
    const { data } = answer(doc).properties;
    answer(doc).properties.data = { type: 'object', required: ['data'], properties: { data } };
    const found = compare(base(), doc);
    expect(new Set(found.map(({ kind }) => kind))).toEqual(new Set(['response-moved']));
    expect(found).toContainEqual(
      expect.objectContaining({ expected: 'data.task_id', actual: 'data.data.task_id' }),
    );
    expect(found).toHaveLength(Object.keys(data.properties).length);
  });

  it('treats the callbacks of a provider as responses', () => {
    const withCall = (schema: Loose) => ({
      ...base(),
      webhooks: { done: { post: { requestBody: json(schema), responses: {} } } },
    });
    const was = withCall({ type: 'object', properties: { id: { type: 'string' } } });
    const is = withCall({ type: 'object', properties: { id: { type: 'integer' } } });
    expect(compare(was, is)).toMatchObject([
      {
        kind: 'response-type-changed',
        operation: 'webhook done',
        location:
          '#/webhooks/done/post/requestBody/content/application~1json/schema/properties/id/type',
      },
    ]);
    expect(compare(was, base())).toEqual([]);
  });

  it('refuses a reference that leads nowhere, and a document that grows without end', () => {
    const dangling = base();
    answer(dangling).properties.code = { $ref: '#/components/schemas/Nothing' };
    expect(() => compare(base(), dangling)).toThrow(
      'refers to #/components/schemas/Nothing, which is not in it',
    );
    const growing = base();
    growing.components.schemas = Object.fromEntries(
      Array.from({ length: 30 }, (_, index) => {
        const $ref = `#/components/schemas/S${index + 1}`;
        return [`S${index}`, { type: 'object', properties: { a: { $ref }, b: { $ref } } }];
      }),
    );
    growing.components.schemas.S30 = { type: 'string' };
    answer(growing).properties.code = { $ref: '#/components/schemas/S0' };
    expect(() => compare(base(), growing)).toThrow('too large once its references are followed');
  });

  it.each([
    ['nothing', {}],
    [
      'nonsense',
      { paths: { [route]: { post: { parameters: 'x', requestBody: 7, responses: [] } } } },
    ],
    ['numbers as paths', { paths: 5 }],
    [
      'schemas that are none',
      (() => {
        const doc = base();
        body(doc).prompt = 'text';
        body(doc).steps = null;
        body(doc).tags = { type: 5, items: 'x', enum: 'y', oneOf: {}, required: 3 };
        return doc;
      })(),
    ],
  ])('is made even from a document that holds %s', (_, doc) => {
    expect(compare(base(), doc).length).toBeGreaterThan(0);
  });
});

describe('a page for people, which has the fields of all alternatives in one table,', () => {
  const choice = base();
  const { content } = choice.paths[route].post.requestBody;
  const schema = content['application/json'].schema;
  schema.oneOf = [{ required: ['cat'] }, { required: ['dog'] }];
  Object.assign(schema.properties, { cat: { type: 'string' }, dog: { type: 'string' } });
  const found = (change: (flat: Loose) => void, isPartial = true) => {
    const flat = structuredClone(choice);
    const published = flat.paths[route].post.requestBody.content['application/json'].schema;
    delete published.oneOf;
    change(published);
    return compareDocuments(choice, flat, { provider: 'example', isPartial }).map(
      ({ kind, location }) => `${kind} ${location.split('/').at(-1)}`,
    );
  };

  it('may call a field optional that is needed in one of them', () => {
    expect(found(() => {})).toEqual([]);
    expect(found(() => {}, false)).not.toEqual([]);
  });

  it('shows what is new or changed in each', () => {
    expect(found(({ properties }) => Object.assign(properties, { fox: {} }))).toEqual([
      'request-field-added fox',
    ]);
    expect(found((flat) => flat.required.push('cat'))).toEqual(['request-field-required cat']);
    const [needed = ''] = schema.required;
    const isOther = (name: string) => name !== needed;
    expect(
      found((flat) => Object.assign(flat, { required: flat.required.filter(isOther) })),
    ).toEqual([`request-field-optional ${needed}`]);
  });
});

describe('the comparison, beside `redocly diff`', () => {
  it('calls breaking what is breaking there, in one run over all seeds', async () => {
    const breaking = seeds.filter(({ severity, oracle }) => severity === 'breaking' && !oracle);
    const folder = await mkdtemp(join(tmpdir(), 'kling-fetch-'));
    try {
      // Each seed has a path of its own, so that one run judges all of them.
      const before = base();
      const after = base();
      before.paths = {};
      after.paths = {};
      for (const [index, each] of breaking.entries()) {
        const put = (doc: Loose, from: Loose) => {
          for (const [path, item] of Object.entries(from.paths)) {
            doc.paths[path.replace('/v1', `/case-${index}`)] = item;
          }
          for (const item of Object.values<Loose>(from.paths)) {
            for (const operation of Object.values<Loose>(item))
              operation.security = secured(doc, from, index);
          }
        };
        put(before, base());
        put(after, changed(each));
      }
      await writeFile(join(folder, 'redocly.yaml'), 'extends: [diff-recommended]\n');
      await writeFile(join(folder, 'before.json'), JSON.stringify(before));
      await writeFile(join(folder, 'after.json'), JSON.stringify(after));
      const cli = resolve('node_modules/@redocly/cli/bin/cli.js');
      const args = [cli, 'diff', 'before.json', 'after.json', '--format=json'];
      const run = promisify(execFile)(process.execPath, args, { cwd: folder, maxBuffer: 1e8 });
      // It exits 1: a known-breaking pair that passes would mean that its rules are off.
      const outcome: Loose = await run.then(
        () => expect.unreachable('the pair passed'),
        (error: unknown) => error,
      );
      const major = JSON.parse(outcome.stdout).changes.filter(
        (each: Loose) => each.impact === 'major',
      );
      const missed = breaking.filter(
        (_, index) =>
          !major.some(
            (each: Loose) =>
              each.path.includes(`case-${index}~1`) || each.path.endsWith(`/scheme-${index}`),
          ),
      );
      expect(missed.map(({ name }) => name)).toEqual([]);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }, 60_000);
});

/** Security schemes are shared by a document; here each seed has its own. */
function secured(doc: Loose, from: Loose, index: number): Loose {
  doc.components.securitySchemes[`scheme-${index}`] = from.components.securitySchemes.bearer;
  return [{ [`scheme-${index}`]: [] }];
}
