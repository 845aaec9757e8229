import { Ajv2020 } from 'ajv/dist/2020.js';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  constraintsOf,
  type NegativeCase,
  negativeCases,
  parameterCases,
  validCases,
} from '../../src/contract/cases.ts';
import { type Rule, removeRule, rulesOf } from '../../src/contract/constraints.ts';
import { check } from '../../src/documents/check.ts';
import { inputSchema, type ProviderName, providerNames } from '../../src/documents/documents.ts';
import type { Schema } from '../../src/documents/openapi.ts';
import { bodiesOf, casesOf, exampleOf, isFields } from '../support/contract.ts';

const inputs = providerNames.flatMap((provider) => bodiesOf(provider));
/** The second opinion. Not strict: a schema without one of its rules may look unfinished. */
const judge = new Ajv2020({
  ...{ strict: false, formats: { float: true as const }, validateSchema: false, allErrors: true },
  // Each of a thousand schemas judges a few bodies, so making their code short takes longer than it saves.
  code: { optimize: false },
});
const ajv = (schema: Schema) => judge.compile(schema);

/**
 * Whether all that ajv finds in a body is in one rule, so that it keeps the rest. A value of another type hides what else it
 * breaks of its own schema, so that is asked for itself.
 */
function isAllThatIsBroken(holds: ReturnType<typeof ajv>, rule: Rule, each: NegativeCase): boolean {
  const { pointer, keyword, schema } = rule;
  const place = `#${pointer.replace(/(required)\/\d+$/, '$1')}`;
  holds(each.body);
  const areThere = holds.errors?.every(
    ({ schemaPath, params }) =>
      (schemaPath === place || schemaPath.startsWith(`${place}/`)) &&
      (keyword !== 'required' || params.missingProperty === rule.path.at(-1)),
  );
  if (!areThere || keyword !== 'type') return areThere === true;
  const { type: _, ...rest } = schema;
  const text = JSON.stringify(rest);
  const allows = restOf.get(text) ?? ajv(rest);
  restOf.set(text, allows);
  return allows(each.value);
}

/** Schemas without their type, by what they say. */
const restOf = new Map<string, ReturnType<typeof ajv>>();

const bodies = (schema: Schema, hints = {}) => validCases(schema, hints).map(({ body }) => body);

/** What takes the most different requests. */
const largestOf = (provider: ProviderName) =>
  bodiesOf(provider)
    .map(({ documented }) => documented)
    .reduce((a, b) => (casesOf(b).valid.length > casesOf(a).valid.length ? b : a));

describe.each(inputs)('the cases of $provider $documented.key, by ajv', ({ documented }) => {
  const { schema, valid, negative } = casesOf(documented);
  let holds: ReturnType<typeof ajv>;
  beforeAll(() => {
    holds = ajv(schema);
  });

  it('keep all rules, or break one', () => {
    expect(valid.filter(({ body }) => !holds(body))).toEqual([]);
    expect(negative.filter(({ body }) => holds(body))).toEqual([]);
  });

  it('are refused for one rule alone, where they say so', () => {
    for (const rule of rulesOf(schema)) {
      const alone = negative.filter((each) => each.pointer === rule.pointer && each.isAlone);
      const others = alone.filter((each) => !isAllThatIsBroken(holds, rule, each));
      if (others.length === 0) continue;
      const allows = ajv(removeRule(schema, rule));
      expect(others.filter(({ body }) => !allows(body))).toEqual([]);
    }
  });

  it('are judged alike by check() and ajv, also when the fields of two of them are combined', () => {
    const all = [...valid, ...negative].map(({ body }) => body).filter(isFields);
    // Each with a handful of others, spread over the list.
    const mixed = all.flatMap((a, at) =>
      [1, 7, 31, 97].map((step) => ({ ...a, ...all[(at + step) % all.length] })),
    );
    const disagreed = mixed.filter((body) => holds(body) !== (check(schema, body).length === 0));
    expect(disagreed).toEqual([]);
    expect(mixed.some((body) => holds(body))).toBe(true);
  });
});

it.each(providerNames)('the cases of %s are the same every time', (provider) => {
  const documented = largestOf(provider);
  const { schema, valid, negative } = casesOf(documented);
  const example = exampleOf(documented);
  const again = validCases(schema, { example });
  // The document's own examples come after them.
  expect(again).toEqual(valid.slice(0, again.length));
  const broken = negativeCases(schema, { example });
  expect(broken).toEqual(negative.slice(0, broken.length));
});

describe('valid requests', () => {
  it('have every value of an enum, and every field alone and together', () => {
    const found = bodies({
      type: 'object',
      required: ['a'],
      properties: {
        a: { type: 'string', enum: ['x', 'y'] },
        b: { type: 'boolean' },
        c: { type: 'integer', minimum: 2, maximum: 5 },
      },
    });
    expect(found).toEqual([
      { a: 'x' },
      { a: 'y' },
      { a: 'x', b: true },
      { a: 'x', b: false },
      { a: 'x', c: 2 },
      { a: 'x', c: 5 },
      { a: 'x', b: true, c: 2 },
    ]);
  });

  it('have both ends of every limit, where an emoji is one character', () => {
    const prompts = bodies({ type: 'string', minLength: 2, maxLength: 200 });
    expect(prompts).toEqual(expect.arrayContaining(['xx', 'x'.repeat(200), '🎧'.repeat(200)]));
    const lists = bodies({ type: 'array', minItems: 1, maxItems: 3, items: { type: 'boolean' } });
    expect(lists).toEqual(expect.arrayContaining([[true], [false], [true, true, true]]));
  });

  it('have all 71 lengths of a sound', () => {
    const [sound] = bodiesOf('klingai').filter(({ name }) => name === 'textToAudio');
    const durations =
      sound &&
      casesOf(sound.documented).valid.map(({ body }) =>
        isFields(body) ? body.duration : undefined,
      );
    const tenths = Array.from({ length: 71 }, (_, index) => (30 + index) / 10);
    expect(new Set(durations)).toEqual(new Set(tenths));
  });

  it('have the required fields of each branch of a choice', () => {
    const found = bodies({
      type: 'object',
      properties: { a: { type: 'string' }, b: { type: 'string' } },
      oneOf: [
        { required: ['a'], properties: { b: false } },
        { required: ['b'], properties: { a: false } },
      ],
    });
    expect(found).toEqual([{ a: 'x' }, { b: 'x' }]);
  });

  it('have every branch of each of several choices beside every one of the others that it goes with', () => {
    const choice = (...names: string[]) => ({
      oneOf: names.map((name) => ({ required: [name], properties: { [name]: { const: 1 } } })),
    });
    const free = { type: 'object', allOf: [choice('a', 'b'), choice('c', 'd'), choice('e', 'f')] };
    const pairs = (schema: Schema) =>
      bodies(schema).flatMap((body) => {
        const names = Object.keys(body as object);
        return names.flatMap((a) => names.filter((b) => a < b).map((b) => a + b));
      });
    expect(new Set(pairs(free))).toEqual(
      new Set(['ac', 'ad', 'ae', 'af', 'bc', 'bd', 'be', 'bf', 'ce', 'cf', 'de', 'df']),
    );
    // Four of the eight combinations have every pair.
    expect(bodies(free).length).toBeLessThan(8);
    const [first, second] = choice('a', 'b').oneOf;
    const alone = { ...first, properties: { ...first?.properties, c: false } };
    const bound = { type: 'object', allOf: [{ oneOf: [alone, second ?? {}] }, choice('c', 'd')] };
    expect(new Set(pairs(bound))).toEqual(new Set(['ad', 'bc', 'bd']));
  });

  it('cannot be made where a branch can never hold', () => {
    const required = ['a'];
    const oneOf = [
      { required, properties: { a: { type: 'string', pattern: '^never$' } } },
      { required, properties: { a: { type: 'boolean' } } },
    ];
    expect(() => bodies({ type: 'object', oneOf })).toThrow(/no value keeps the rules of a/);
  });

  it('take the values of the example where these keep the rules', () => {
    const schema: Schema = {
      type: 'object',
      required: ['url', 'size'],
      properties: {
        url: { type: 'string', pattern: '^https:' },
        size: { type: 'integer', maximum: 9 },
      },
    };
    const example = { url: 'https://example.com/', size: 10 };
    expect(bodies(schema, { example })[0]).toEqual({ url: 'https://example.com/', size: 9 });
    expect(() => bodies(schema)).toThrow(/no value keeps the rules of url/);
  });
});

describe('requests that break a rule', () => {
  const kinds: [Schema, Record<string, unknown[]>][] = [
    [
      { type: 'string', maxLength: 3 },
      { type: [{}, null], maxLength: ['xxxx'] },
    ],
    [
      { type: ['string', 'null'], minLength: 2 },
      { type: [{}], minLength: ['x'] },
    ],
    [
      { type: 'integer', minimum: 1, maximum: 5 },
      { type: ['x', null, 1.5], minimum: [0], maximum: [6] },
    ],
    [
      { type: 'number', minimum: 0, maximum: 1 },
      { type: ['x', null], minimum: [-0.1], maximum: [1.1] },
    ],
    [
      { type: 'number', enum: [3, 3.1] },
      { type: ['x', null], enum: [3.05, 2.9, 3.2] },
    ],
    [
      { type: 'boolean', const: true },
      { type: ['x', null], const: [false] },
    ],
    [
      { type: 'string', pattern: '^[1-9]$' },
      { type: [{}, null], pattern: ['none-of-these'] },
    ],
    [
      { type: 'array', items: { type: 'boolean' }, minItems: 1, maxItems: 2 },
      { type: ['x', null, ['x'], [null]], minItems: [[]], maxItems: [[true, true, true]] },
    ],
    [
      { type: 'number', not: { const: 0 } },
      { type: ['x', null], not: [0] },
    ],
    [
      { type: 'object', required: ['a'], properties: { a: { type: 'boolean' } } },
      { type: ['x', null, { a: 'x' }, { a: null }], required: [{}] },
    ],
    [
      {
        type: 'object',
        properties: { a: { type: 'integer' }, b: { type: 'integer' } },
        oneOf: [{ required: ['a'] }, { required: ['b'] }],
      },
      { oneOf: [{}, { a: 0, b: 0 }] },
    ],
    [
      {
        type: 'object',
        properties: { a: { type: 'integer' }, b: { type: 'integer' } },
        anyOf: [{ required: ['a'] }, { required: ['b'] }],
      },
      { anyOf: [{}], required: [{}, {}] },
    ],
    [
      {
        type: 'array',
        items: { type: 'string', enum: ['first', 'last'] },
        maxItems: 1,
        not: { items: { not: { const: 'first' } } },
      },
      { not: [['last']], maxItems: [['first', 'first']] },
    ],
  ];
  it.each(kinds)('break every rule of %j', (schema, expected) => {
    const cases = negativeCases(schema);
    for (const [keyword, bodies] of Object.entries(expected)) {
      const found = cases.filter((each) => each.keyword === keyword).map(({ body }) => body);
      expect(found).toEqual(bodies);
    }
    expect(new Set(cases.map(({ pointer }) => pointer))).toEqual(
      new Set(constraintsOf(schema).map(({ pointer }) => pointer)),
    );
  });

  it('say where one rule cannot be broken without another', () => {
    const cases = negativeCases({ type: 'number', minimum: 3, enum: [3, 4] });
    const alone = (keyword: string) => cases.find((each) => each.keyword === keyword)?.isAlone;
    expect(alone('minimum')).toBe(false);
    expect(alone('enum')).toBe(true);
  });

  it('are missing for an unknown rule, which is found by that', () => {
    const schema = { type: 'number', multipleOf: 2 };
    const broken = negativeCases(schema).map(({ keyword }) => keyword);
    expect(constraintsOf(schema)).toContainEqual({ pointer: '/multipleOf', keyword: 'multipleOf' });
    expect(broken).not.toContain('multipleOf');
  });

  it('leave out what a query cannot express', () => {
    const limits = { type: 'integer', minimum: 1 };
    const { valid, negative, constraints } = parameterCases([
      { name: 'page', in: 'query', schema: limits },
      { name: 'word', in: 'query', schema: { type: 'string' } },
      { name: 'id', in: 'path', required: true, schema: { type: 'string' } },
    ]);
    expect(valid.map(({ body }) => body)).toContainEqual({ page: 1, word: 'x' });
    expect(negative.map(({ body }) => body)).toEqual([{ page: 'x' }, { page: 1.5 }, { page: 0 }]);
    expect(constraints).toEqual([
      { pointer: '/properties/page/type', keyword: 'type' },
      { pointer: '/properties/page/minimum', keyword: 'minimum' },
    ]);
  });
});

describe('check()', () => {
  it('refuses what matches two branches that should exclude each other', () => {
    const schema: Schema = {
      type: 'object',
      oneOf: [{ required: ['a', 'b'] }, { required: ['c'] }],
    };
    expect(check(schema, { a: 1, b: 1 })).toEqual([]);
    expect(check(schema, { a: 1, b: 1, c: 1 })).toEqual([
      { field: '', rule: 'has fields that exclude each other', keyword: 'oneOf' },
    ]);
  });

  it('wants all parts, and of alternatives at least one', () => {
    const schema: Schema = {
      type: 'object',
      allOf: [
        { anyOf: [{ required: ['a', 'b'] }, { required: ['c'] }] },
        { anyOf: [{ properties: { d: false } }, { required: ['e'] }] },
      ],
    };
    for (const good of [{ c: 1 }, { a: 1, b: 1, c: 1 }, { c: 1, d: 1, e: 1 }, { c: 1, e: 1 }])
      expect(check(schema, good)).toEqual([]);
    const missing = (field: string) => ({ field, rule: 'is required', keyword: 'anyOf' });
    expect(check(schema, { a: 1 })).toEqual([missing('b')]);
    expect(check(schema, { d: 1 })).toEqual([missing('c'), missing('e')]);
  });

  it('says in words what a schema that must not hold stands for', () => {
    const not = { title: 'one without a first frame', items: { not: { const: 'first' } } };
    expect(check({ type: 'array', not }, ['last'])).toEqual([
      { field: '', rule: 'must be an array, not one without a first frame', keyword: 'not' },
    ]);
    expect(check({ type: 'array', not }, ['last', 'first'])).toEqual([]);
  });

  it('refuses numbers that JSON does not have', () => {
    for (const value of [Number.NaN, Number.POSITIVE_INFINITY]) {
      expect(check({ type: 'number' }, value)).toMatchObject([{ keyword: 'type' }]);
    }
  });

  it('says first what is missing beside the given fields, then what would have to be removed', () => {
    const input = inputSchema('klingai', 'textToVideo');
    const found = check(input, { prompt: 'A boat', multi_shot: true });
    expect(found).toMatchObject([{ field: 'shot_type', rule: 'is required' }]);
  });
});
