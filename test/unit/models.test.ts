import { describe, expect, it } from 'vitest';
import { facts, type Rules } from '../../generated/models.ts';
import { dollars, type Price, prices } from '../../generated/prices.ts';
import {
  documents,
  inputSchema,
  type ProviderName,
  pathOf,
  pathsOf,
  providerNames,
  providers,
} from '../../src/documents/documents.ts';
import { objectOf } from '../../src/documents/json.ts';
import type { Schema } from '../../src/documents/openapi.ts';
import { check, estimate, type OperationName, operations } from '../../src/index.ts';

const names = Object.keys(operations) as OperationName[];
const modelOf = (name: OperationName, provider?: ProviderName) =>
  fieldAt(name, 'model_name', provider);

/** Whether the document takes the operation for one that still works. */
const isServed = (name: OperationName) =>
  !('x-served' in Object(documents.klingai.paths[pathOf('klingai', name)]?.post));

/** Kling itself, whose routes have no prefix. */
const own = providerNames.filter((each) => providers[each].prefix === '');

/** The field of a request at a path such as `image_list[].type`, where a document has it: of the provider, or else of Kling. */
function fieldAt(name: OperationName, path: string, provider?: ProviderName): Schema | undefined {
  if (!provider) return own.map((each) => fieldAt(name, path, each)).find(Boolean);
  const { post } = documents[provider].paths[pathOf(provider, name)] ?? {};
  let node: Schema | undefined = post?.requestBody && inputSchema(provider, name);
  for (const step of path.split('.')) {
    const field = node?.properties?.[step.replace('[]', '')];
    node = typeof field === 'object' ? field : undefined;
    if (step.endsWith('[]')) node = node?.items;
  }
  return node;
}

/** Which kinds of contents there are: no field of its own says so, each kind is a shape. */
function inPathOf(name: OperationName, path: string): Schema[] {
  const kinds = facts.filter(({ operations: some }) => some.includes(name));
  const values = kinds.flatMap(({ allows }) => (path.endsWith('[].type') && allows?.[path]) || []);
  return values.length ? [{ enum: values }] : [];
}

/** The requests that Kling's documents show, each with the operation. */
const shown = own.flatMap((provider) =>
  names.flatMap((name) =>
    [...pathsOf(provider, name)].flatMap(([model, path]) => {
      const body = documents[provider].paths[path]?.post?.requestBody;
      const examples = Object.entries(body?.content['application/json']?.examples ?? {});
      return examples.map(([example, { value }]) => ({
        name,
        example,
        input: { ...objectOf(value), ...(model && { model }) },
        isServed: !('x-served' in Object(documents[provider].paths[path]?.post)),
      }));
    }),
  ),
);

describe('the map of models', () => {
  const factsOf = (name: OperationName) => facts.filter((each) => each.operations.includes(name));

  it.each(providerNames)('has every model that a document of %s names', (provider) => {
    const unknown = names.flatMap((name) => {
      const known = new Set(factsOf(name).map(({ model }) => model));
      const inPaths = [...pathsOf(provider, name).keys()].filter(Boolean);
      const all = [...(modelOf(name, provider)?.enum ?? []), ...inPaths];
      return all.filter((model) => !known.has(String(model)));
    });
    expect(unknown).toEqual([]);
  });

  it.each(names)('has the same models of %s retired as the document', (name) => {
    const { enum: all = [], 'x-retired': retired } = modelOf(name) ?? {};
    const found = factsOf(name)
      .filter(({ model, isRetired }) => isRetired && all.includes(model))
      .map(({ model, since }) => [model, since]);
    // With an operation that is not served any more, its models have gone, too.
    if (!isServed(name)) expect(retired).toBeUndefined();
    else expect(Object.fromEntries(found)).toEqual(retired ?? {});
  });

  it('speaks of fields and values that a document has', () => {
    const rulesOf = facts.flatMap(({ operations: some, when = {}, allows = {} }) =>
      [when, allows].map((rules) => ({ some, rules })),
    );
    const ofPrices = prices.flatMap(({ operations: some, when = {}, units, times }) => {
      const rates = typeof units === 'number' ? {} : units;
      const values = Object.entries(rates).map(([field, each]) => [field, Object.keys(each)]);
      const count = times ? { [times]: true } : {};
      return [when, Object.fromEntries(values) as Rules, count].map((rules) => ({ some, rules }));
    });
    for (const { some, rules } of [...rulesOf, ...ofPrices])
      for (const [path, rule] of Object.entries(rules)) {
        const where = names.filter((name) => some.includes(name));
        expect(where).toHaveLength(some.length);
        const fields = where.flatMap((name) => fieldAt(name, path) ?? inPathOf(name, path));
        // A video is extended in the mode that it has.
        const isElsewhere = where.includes('videoExtend') && path === 'mode';
        expect(fields.length > 0 || isElsewhere, `${where} ${path}`).toBe(true);
        const values = fields.flatMap((field) => field.enum ?? []).map(String);
        if (Array.isArray(rule) && values.length && path !== 'model_name')
          expect(values, `${where} ${path}`).toEqual(expect.arrayContaining(rule.map(String)));
      }
  });
});

describe('check', () => {
  const cases: [OperationName, object, string[]][] = [
    ['textToVideo', { model_name: 'kling-v2-5-turbo', sound: 'on' }, ['sound']],
    ['textToVideo', { model_name: 'kling-v2-5-turbo', duration: '7' }, ['duration']],
    ['textToVideo', { model_name: 'kling-v2-5-turbo', duration: 10 }, []],
    ['textToVideo', { model_name: 'kling-v2-6', mode: '4k' }, ['mode']],
    ['textToVideo', { model_name: 'kling-v3', mode: '4k', duration: '15', sound: 'on' }, []],
    ['textToVideo', { model_name: 'kling-v2-6', sound: 'on' }, ['sound']],
    ['textToVideo', { model_name: 'kling-v2-6', mode: 'pro', sound: 'on' }, []],
    ['textToVideo', { model_name: 'kling-v2-6', multi_shot: true }, ['multi_shot']],
    ['textToVideo', { model_name: 'kling-v2-6', multi_shot: 'false', cfg_scale: '' }, []],
    ['textToVideo', { model_name: 'kling-v2-6', cfg_scale: 0.5 }, ['cfg_scale']],
    ['textToVideo', { model_name: 'kling-v1-5' }, ['model_name']],
    ['textToVideo', { model_name: 'kling-v3-omni' }, ['model_name']],
    ['imageToVideo', { model_name: 'kling-v2-6', image: 'a', image_tail: 'b' }, ['mode']],
    ['imageToVideo', { model_name: 'kling-v3', image_tail: 'b' }, ['image']],
    ['imageToVideo', { model_name: 'kling-v3', image: 'a', voice_list: [] }, []],
    ['imageToVideo', { model_name: 'kling-v3', voice_list: [{ voice_id: '1' }] }, ['voice_list']],
    ['imageToVideo', { model_name: 'kling-v3', element_list: [1, 2, 3, 4] }, ['element_list']],
    [
      'omniVideo',
      { model_name: 'kling-v3-omni', sound: 'on', video_list: [{ video_url: 'a' }] },
      ['sound'],
    ],
    [
      'omniVideo',
      {
        image_list: [{ image_url: 'a' }, { image_url: 'b', type: 'end_frame' }],
        element_list: [1],
      },
      ['element_list'],
    ],
    ['omniVideo', { prompt: 'a', duration: '7' }, ['duration']],
    ['omniVideo', { image_list: [{ type: 'first_frame' }], duration: '7' }, ['duration']],
    [
      'omniVideo',
      { image_list: [{ type: 'first_frame' }, { type: 'end_frame' }], duration: '7' },
      [],
    ],
    ['omniVideo', { image_list: [{ type: 'first_frame' }, {}, {}] }, ['image_list']],
    [
      'omniVideo',
      { image_list: [{ type: 'first_frame' }], element_list: [1, 2, 3, 4] },
      ['element_list'],
    ],
    ['motionControl', { mode: 'std', element_list: [1] }, ['element_list']],
    ['imageGeneration', { image_fidelity: 0.4 }, ['image_fidelity']],
    ['imageGeneration', { model_name: 'kling-v2-1', image_fidelity: 0.4 }, []],
    ['imageGeneration', { model_name: 'kling-v2-1', human_fidelity: 0.4 }, ['image_reference']],
    ['omniImage', { resolution: '4k' }, ['resolution']],
    ['omniImage', { model_name: 'kling-v3-omni' }, []],
    ['textToAudio', { model_name: 'kling-v3' }, []],
    ['textToVideo', { model_name: 'not-of-this-world', mode: '9k' }, []],
    ['textToVideo', { model: 'kling-3.0-turbo', settings: { duration: 12 } }, []],
    ['textToVideo', { model: 'kling-2.6', settings: { duration: 12 } }, ['settings.duration']],
    [
      'textToVideo',
      { model: 'kling-3.0-turbo', settings: { audio: 'native', resolution: '4k' } },
      ['settings.resolution', 'settings.audio'],
    ],
    [
      'imageToVideo',
      { model: 'kling-3.0-turbo', contents: [{ type: 'first_frame' }, { type: 'last_frame' }] },
      ['contents[].type'],
    ],
    ['textToVideo', { model: 'kling-v3' }, []],
    ['omniVideo', { model: 'kling-2.6' }, ['model']],
    ['virtualTryOn', { contents: [{ type: 'image' }] }, []],
  ];
  it.each(cases)('%s %j: %j', (name, input, fields) => {
    expect(check(name, input).map(({ field }) => field)).toEqual(fields);
  });

  it('says what is wrong, since when, and how certain that is', () => {
    const input = { model_name: 'kling-v2-6', image: 'a', image_tail: 'b' };
    expect(check('imageToVideo', input)).toEqual([
      {
        field: 'mode',
        message: 'kling-v2-6 with image_tail takes mode pro, not std, which it is when left out',
        certainty: 'transcribed',
        since: '2026-05-19',
      },
    ]);
  });

  it.each(names)('%s: warns of every model that is retired, and of the default', (name) => {
    const { default: usual, 'x-retired': retired = {} } = modelOf(name) ?? {};
    for (const [model_name, since] of Object.entries(retired)) {
      const named = new RegExp(`^${model_name} is retired since ${since}; still served: `);
      const warning = { field: 'model_name', since, message: expect.stringMatching(named) };
      expect(check(name, { model_name })).toContainEqual(expect.objectContaining(warning));
      if (model_name !== usual) continue;
      const message = expect.stringContaining(`${usual}, the model when none is named, is retired`);
      expect(check(name, {})).toContainEqual(expect.objectContaining({ ...warning, message }));
    }
  });

  it.each(shown)(
    'has nothing against the example $example of $name',
    ({ name, input, isServed }) => {
      // They have to name a model that is served, also for what others could do.
      const found = check(name, input).filter(
        ({ field, certainty }) => field === '' || (isServed && certainty !== 'inferred'),
      );
      expect(found.map(({ field }) => field)).toEqual(isServed ? [] : ['']);
    },
  );

  it('knows nothing against what every object has', () => {
    for (const name of ['__proto__', 'constructor', 'toString']) {
      expect(check(name as OperationName, { model_name: name })).toEqual([]);
      expect(estimate(name as OperationName, { model_name: name })).toBeUndefined();
    }
  });

  it('never throws', () => {
    const odd = [{}, [], Object.create(null), { model_name: {} }, { image_list: 'x', mode: [] }];
    for (const name of names)
      for (const input of odd) {
        expect(Array.isArray(check(name, { model_name: 'kling-v3', ...input }))).toBe(true);
        expect(() => [check(name, input), estimate(name, input)]).not.toThrow();
      }
  });
});

/** A request of the second generation. */
const of = (model: string, resolution: string, more: object = {}, ...types: string[]) => ({
  model,
  settings: { resolution, ...more },
  ...(types.length && { contents: types.map((type) => ({ type })) }),
});

/** What the fields are that an operation's prices ask for, by their paths; undefined where one is left out. */
type Choice = Readonly<Record<string, unknown>>;

/** Every way to fill those fields in: with what a price asks for, with what the document takes, or not at all. */
function choicesOf(own: readonly Price[], name: OperationName): Choice[] {
  const asked = own.flatMap(({ when = {} }) => Object.entries(when));
  let choices: Choice[] = [{}];
  for (const path of new Set(asked.map(([each]) => each))) {
    const { type, enum: all = [] } = fieldAt(name, path) ?? {};
    const present = type === 'array' ? [{}] : 'x';
    const values = asked.flatMap(([each, rule]) =>
      each === path ? (Array.isArray(rule) ? rule : [present]) : [],
    );
    const different = [undefined, ...new Set([...values, ...all])];
    choices = choices.flatMap((choice) => different.map((value) => ({ ...choice, [path]: value })));
  }
  return choices;
}

/** Whether a price is for such a request. */
function isFor({ when = {} }: Price, choice: Choice, name: OperationName): boolean {
  const isThere = (path: string) =>
    Object.entries(choice).some(
      ([each, value]) => value !== undefined && (each === path || each.startsWith(`${path}[].`)),
    );
  return Object.entries(when).every(([path, rule]) => {
    if (typeof rule === 'boolean') return isThere(path) === rule;
    if (typeof rule === 'number') return Number(isThere(path)) <= rule;
    const [list = '', field] = path.split('[].');
    const value = choice[path] ?? fieldAt(name, path)?.default;
    return (field === undefined || isThere(list)) && rule.map(String).includes(String(value));
  });
}

/** The request itself. */
function inputOf(choice: Choice): Record<string, unknown> {
  const input: Record<string, unknown> = {};
  // What stands in an entry makes the list.
  for (const [path, value] of Object.entries(choice).sort(([a], [b]) => b.length - a.length))
    if (value !== undefined) put(input, path.split('.'), value);
  return input;
}

function put(
  target: Record<string, unknown>,
  [step = '', ...rest]: string[],
  value: unknown,
): void {
  const name = step.replace('[]', '');
  const inner = {};
  if (target[name] === undefined)
    target[name] = rest.length === 0 ? value : name === step ? inner : [inner];
  if (rest.length) put(objectOf([target[name]].flat()[0]), rest, value);
}

/** The highest number that a field takes, as far as the document has one. */
function highestOf({ enum: values = [], maximum, oneOf = [], anyOf = [] }: Schema = {}): number {
  const branches = [...oneOf, ...anyOf].map(highestOf);
  return Math.max(...[...values, maximum, ...branches].map(Number).filter((each) => each > 0));
}

/** Of every price: each operation, each rate, and a request that costs it; none where an earlier price takes them all. */
const priced = names.flatMap((name) => {
  const all = prices.filter(({ operations: some }) => some.includes(name));
  return all.flatMap((price) => {
    // No request has the fields of both generations.
    const own = all.filter(({ when = {} }) => 'model' in when === 'model' in (price.when ?? {}));
    const index = own.indexOf(price);
    const choices = choicesOf(own, name);
    const choice = choices.find(
      (each) =>
        isFor(price, each, name) &&
        !own.slice(0, index).some((earlier) => isFor(earlier, each, name)),
    );
    const { units, times } = price;
    const rates: [object, number][] =
      typeof units === 'number'
        ? [[{}, units]]
        : Object.entries(units).flatMap(([field, all]) =>
            Object.entries(all).map(([value, rate]): [object, number] => [
              { [field]: value },
              rate,
            ]),
          );
    const count = times === undefined ? undefined : highestOf(fieldAt(name, times));
    return rates.map(([more, rate]) => ({
      name,
      price,
      rate,
      count,
      input: choice && inputOf({ ...choice, ...more, ...(times && { [times]: count }) }),
    }));
  });
});

describe('estimate', () => {
  it.each(priced)('$name $input costs its price', ({ name, price, rate, count, input }) => {
    if (!input) throw new Error(`an earlier price of ${name} fits all that this one does`);
    const { per, unit, certainty, of, range } = price;
    const isWhole = per === 'call' || count !== undefined;
    const units = rate * (count ?? 1);
    const close = (value: number) => expect.closeTo(value, 5);
    const [least = 0, most = 0] = range ?? [];
    expect(estimate(name, input)).toEqual({
      units: close(units),
      dollars: close(units * dollars[unit]),
      unit,
      certainty,
      ...(of && { pricesOf: of }),
      ...(!isWhole && { per }),
      ...(!isWhole && range && { atLeast: close(rate * least), atMost: close(rate * most) }),
    });
  });

  it('has prices', () =>
    expect(new Set(priced.map(({ price }) => price)).size).toBe(prices.length));

  /** Some as the page has them, in units; what stands after them is the least and the most of the whole. */
  const cases: [OperationName, object, ...number[]][] = [
    ['textToVideo', { model_name: 'kling-v3' }, 3],
    ['textToVideo', { model_name: 'kling-v3', mode: 'pro', duration: '7' }, 5.6],
    ['textToVideo', { model_name: 'kling-v3', duration: '4.2' }, 3],
    ['imageToVideo', { model_name: 'kling-v3', sound: 'on', mode: 'pro', duration: '15' }, 18],
    [
      'imageToVideo',
      { model_name: 'kling-v2-6', mode: 'pro', sound: 'on', voice_list: [{ voice_id: '1' }] },
      6,
    ],
    ['omniVideo', {}, 4],
    ['omniVideo', { video_list: [{ video_url: 'a' }] }, 1.2, 3.6, 12],
    ['avatar', {}, 0.4, 0.8, 120],
    ['lipSync', {}, 0.5, 0.5, 6],
    ['textToAudio', { duration: 9.5 }, 0.25],
    ['imageGeneration', { n: 9 }, 72],
    ['imageGeneration', { model_name: 'kling-v2-1', image: 'a', resolution: '2k' }, 8],
    ['omniImage', { n: '2' }, 16],
    [
      'omniImage',
      { model_name: 'kling-v3-omni', result_type: 'series', series_amount: 'auto' },
      8,
      16,
      72,
    ],
    ['textToVideo', {}, 1],
    ['textToVideo', { model: 'kling-3.0-turbo' }, 4],
    ['textToVideo', of('kling-3.0', '1080p', { duration: 10 }), 8],
    ['imageToVideo', of('kling-2.6', '1080p', { audio: 'native' }, 'first_frame', 'voice'), 6],
    ['omniVideo', of('kling-3.0-omni', '1080p', {}, 'prompt', 'base_video'), 1.2, 3.6, 18.6],
    ['omniVideo', of('kling-o1', '720p', {}, 'feature_video'), 4.5],
    ['motionControl', of('kling-3.0', '720p', { character_orientation: 'image' }), 0.9, 2.7, 9],
    ['motionControl', of('kling-2.6', '1080p', { character_orientation: 'video' }), 0.8, 2.4, 24],
  ];
  it.each(cases)('%s %j: %d', (name, input, units, atLeast, atMost) => {
    const found = estimate(name, input);
    expect([found?.units, found?.atLeast, found?.atMost]).toEqual([units, atLeast, atMost]);
    expect(found && 'per' in found).toBe(atLeast !== undefined);
  });

  it('is in dollars, too, by what a unit of the pack costs', () => {
    expect(estimate('textToVideo', { model_name: 'kling-v3' })).toEqual({
      units: 3,
      dollars: 0.42,
      unit: 'video',
      certainty: 'transcribed',
      pricesOf: '2026-09-20',
    });
    expect(estimate('imageGeneration', {})).toMatchObject({ dollars: 0.028, unit: 'image' });
    expect(estimate('motionControl', { mode: 'std' })).toMatchObject({
      dollars: 0.07,
      per: 'second',
    });
    expect(estimate('lipSync', {})).toMatchObject({ per: '5 seconds', certainty: 'inferred' });
    expect(estimate('textToVideo', {})).not.toHaveProperty('pricesOf');
  });

  it('says nothing where no price is known', () => {
    const unknown: [OperationName, object][] = [
      ...names
        .filter((name) => !priced.some((each) => each.name === name))
        .map((name): [OperationName, object] => [name, {}]),
      ['videoExtend', { video_id: '1' }],
      ['textToVideo', { model_name: 'not-of-this-world' }],
      ['textToVideo', { model_name: 'kling-v2-6', sound: 'on' }],
      ['textToVideo', { model_name: 'kling-v3', mode: 'constructor' }],
      ['omniVideo', { mode: '4k' }],
      // Nor does the price of the other generation's default count.
      ['omniVideo', { model: 'not-of-this-world' }],
      ['omniVideo', of('kling-o1', '4k')],
    ];
    for (const [name, input] of unknown) expect(estimate(name, input), name).toBeUndefined();
  });
});
