import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { applyOverlay, readContract } from '../../scripts/contract.ts';
import { compile } from '../../src/contract/ajv.ts';
import {
  constraintsOf,
  negativeCases,
  parameterCases,
  validCases,
} from '../../src/contract/cases.ts';
import { removeRule, setAt } from '../../src/contract/constraints.ts';
import {
  type DocumentedOperation,
  documentedOperations,
  requestExample,
  requestSchema,
} from '../../src/contract/documented.ts';
import { check } from '../../src/documents/check.ts';
import { documents, providerNames } from '../../src/documents/documents.ts';
import { listOf, nameOf, objectOf, stepsOf, valueAt } from '../../src/documents/json.ts';
import { dereference, type Parameter, type Schema } from '../../src/documents/openapi.ts';
import { placesOf } from '../../src/documents/places.ts';
import { exchanged, type Target, targetAt } from '../support/contract.ts';
import { rulesMet } from '../support/coverage.ts';
import { startPrism } from '../support/prism.ts';

const url = 'https://example.com/boat.png';
const prompt = { type: 'prompt', text: 'A paper boat' };
const first = { type: 'first_frame', url };
const last = { type: 'last_frame', url };
const picture = { type: 'refer_image', url };
const element = { type: 'element', element_id: '1', id: 'captain' };
const voice = { type: 'voice', voice_id: '1', id: 'captain' };
const feature = { type: 'feature_video', url };
const base = { type: 'base_video', url };
const image = { type: 'image', url };
const video = { type: 'video', url };
const coat = { type: 'product_image', url };
const person = { type: 'person_image', url };
const times = (count: number, what: object) => Array.from({ length: count }, () => what);

const wide = { aspect_ratio: '16:9' };
const high = { resolution: '1080p' };
const turned = { character_orientation: 'video' };

type Body = { prompt?: string; contents?: object[]; settings?: object };
const withContents = (contents: object[], settings?: object): Body => ({
  contents,
  ...(settings && { settings }),
});
const withPrompt = (length: number, settings?: object): Body => ({
  prompt: 'x'.repeat(length),
  ...(settings && { settings }),
});

/** What each rule allows, and the same with what it forbids. */
const rules: [rule: string, path: string, kept: Body, broken: Body][] = [
  ...(['kling-3.0-turbo', 'kling-3.0'] as const).map((model): (typeof rules)[number] => [
    'at most 3,072 characters',
    `/text-to-video/${model}`,
    withPrompt(3072),
    withPrompt(3073),
  ]),
  ...(['kling-2.6', 'kling-2.5-turbo'] as const).map((model): (typeof rules)[number] => [
    'at most 2,500 characters',
    `/text-to-video/${model}`,
    withPrompt(2500),
    withPrompt(2501),
  ]),
  ...Object.entries({
    '/text-to-video/kling-3.0-turbo': [3, 15, 16],
    '/text-to-video/kling-3.0': [3, 15, 2],
    '/text-to-video/kling-2.6': [5, 10, 12],
    '/text-to-video/kling-2.5-turbo': [5, 10, 6],
  }).map(([path, [least, most, wrong]]): (typeof rules)[number] => [
    `${least} to ${most} seconds`,
    path,
    withPrompt(1, { duration: most }),
    withPrompt(1, { duration: wrong }),
  ]),
  [
    'no 4k',
    '/text-to-video/kling-3.0-turbo',
    withPrompt(1, high),
    withPrompt(1, { resolution: '4k' }),
  ],
  [
    'lower case',
    '/text-to-video/kling-3.0',
    withPrompt(1, { resolution: '4k' }),
    withPrompt(1, { resolution: '4K' }),
  ],
  [
    'sound needs 1080p',
    '/text-to-video/kling-2.6',
    withPrompt(1, { audio: 'native', ...high }),
    withPrompt(1, { audio: 'native' }),
  ],
  [
    'sound needs 1080p',
    '/image-to-video/kling-2.6',
    withContents([first], { audio: 'native', ...high }),
    withContents([first], { audio: 'native', resolution: '720p' }),
  ],
  ...['kling-3.0-turbo', 'kling-3.0', 'kling-2.6', 'kling-2.5-turbo'].flatMap(
    (model): (typeof rules)[number][] => [
      ['a first frame', `/image-to-video/${model}`, withContents([first]), withContents([prompt])],
      [
        'one first frame',
        `/image-to-video/${model}`,
        withContents([first]),
        withContents([first, first]),
      ],
      [
        'one prompt',
        `/image-to-video/${model}`,
        withContents([first, prompt]),
        withContents([first, prompt, prompt]),
      ],
    ],
  ),
  [
    'no last frame',
    '/image-to-video/kling-3.0-turbo',
    withContents([first, prompt]),
    withContents([first, last]),
  ],
  [
    'one last frame',
    '/image-to-video/kling-3.0',
    withContents([first, last]),
    withContents([first, last, last]),
  ],
  [
    'three elements',
    '/image-to-video/kling-3.0',
    withContents([first, ...times(3, element)]),
    withContents([first, ...times(4, element)]),
  ],
  [
    'a last frame needs 1080p',
    '/image-to-video/kling-2.6',
    withContents([first, last], high),
    withContents([first, last]),
  ],
  [
    'a last frame needs 1080p',
    '/image-to-video/kling-2.5-turbo',
    withContents([first, last], high),
    withContents([first, last], { resolution: '720p' }),
  ],
  [
    'a voice needs sound',
    '/image-to-video/kling-2.6',
    withContents([first, voice], { audio: 'native', ...high }),
    withContents([first, voice], high),
  ],
  [
    'two voices',
    '/image-to-video/kling-2.6',
    withContents([first, voice, voice], { audio: 'native', ...high }),
    withContents([first, ...times(3, voice)], { audio: 'native', ...high }),
  ],
  ...['kling-3.0-omni', 'kling-o1'].flatMap((model): (typeof rules)[number][] => {
    const path = `/omni-video/${model}`;
    return [
      ['some contents', path, withContents([prompt], wide), withContents([], wide)],
      ['an aspect_ratio of its own', path, withContents([prompt], wide), withContents([prompt])],
      ['the aspect_ratio of a first frame', path, withContents([first]), withContents([picture])],
      ['the aspect_ratio of a video', path, withContents([feature]), withContents([element], {})],
      [
        'a last frame needs a first one',
        path,
        withContents([first, last]),
        withContents([last], wide),
      ],
      ['one video', path, withContents([base]), withContents([base, base])],
      ['one video of either kind', path, withContents([feature]), withContents([feature, base])],
      [
        'seven references',
        path,
        withContents([...times(4, picture), ...times(3, element)], wide),
        withContents([...times(4, picture), ...times(4, element)], wide),
      ],
      [
        'four beside a video',
        path,
        withContents([feature, ...times(4, picture)]),
        withContents([feature, ...times(4, picture), element]),
      ],
    ];
  }),
  [
    'three elements beside a frame',
    '/omni-video/kling-3.0-omni',
    withContents([first, ...times(3, element)]),
    withContents([first, ...times(4, element)]),
  ],
  [
    'silence beside a video to refer to',
    '/omni-video/kling-3.0-omni',
    withContents([feature], { audio: 'off' }),
    withContents([feature], { audio: 'original' }),
  ],
  [
    'shots beside a video to refer to',
    '/omni-video/kling-3.0-omni',
    withContents([feature], { multi_shot: true }),
    withContents([feature], { multi_shot: false }),
  ],
  [
    'no shots beside a video to change',
    '/omni-video/kling-3.0-omni',
    withContents([base], { multi_shot: false }),
    withContents([base], { multi_shot: true }),
  ],
  [
    'the sound of a video to change',
    '/omni-video/kling-3.0-omni',
    withContents([base], { audio: 'original' }),
    withContents([base], { audio: 'native' }),
  ],
  [
    'no frames beside a video to change',
    '/omni-video/kling-3.0-omni',
    withContents([base, picture]),
    withContents([base, first]),
  ],
  [
    'nothing beside both frames',
    '/omni-video/kling-o1',
    withContents([first, last]),
    withContents([first, last, element]),
  ],
  [
    '5 or 10 seconds of a first frame alone',
    '/omni-video/kling-o1',
    withContents([first, prompt], { duration: 10 }),
    withContents([first, prompt], { duration: 7 }),
  ],
  [
    'other lengths with a reference',
    '/omni-video/kling-o1',
    withContents([first, picture], { duration: 7 }),
    withContents([first], { duration: 7 }),
  ],
  [
    'at most 10 seconds',
    '/omni-video/kling-o1',
    withContents([prompt], { ...wide, duration: 10 }),
    withContents([prompt], { ...wide, duration: 11 }),
  ],
  ...['kling-3.0', 'kling-2.6'].flatMap((model): (typeof rules)[number][] => [
    [
      'one prompt',
      `/motion-control/${model}`,
      withContents([image, video, prompt], turned),
      withContents([image, video, prompt, prompt], turned),
    ],
    [
      'a picture',
      `/motion-control/${model}`,
      withContents([image, video], turned),
      withContents([video], turned),
    ],
    [
      'a video',
      `/motion-control/${model}`,
      withContents([image, video], turned),
      withContents([image], turned),
    ],
    [
      'an orientation',
      `/motion-control/${model}`,
      withContents([image, video], turned),
      withContents([image, video], {}),
    ],
    [
      'settings',
      `/motion-control/${model}`,
      withContents([image, video], turned),
      withContents([image, video]),
    ],
  ]),
  [
    'one element',
    '/motion-control/kling-3.0',
    withContents([image, video, element], turned),
    withContents([image, video, element, element], turned),
  ],
  [
    'an element faces as in the video',
    '/motion-control/kling-3.0',
    withContents([image, video, element], turned),
    withContents([image, video, element], { character_orientation: 'image' }),
  ],
  [
    'no element',
    '/motion-control/kling-2.6',
    withContents([image, video], turned),
    withContents([image, video, element], turned),
  ],
  [
    'one picture of each',
    '/solutions/virtual_try_on',
    withContents([person, coat]),
    withContents([person, person]),
  ],
  [
    'no third picture',
    '/solutions/virtual_try_on',
    withContents([person, coat]),
    withContents([person, coat, coat]),
  ],
];

/** A body with one entry of its contents twice, or one field of it left out, of another type, or too long. */
function withEntryChanged(body: unknown): unknown[] {
  const contents = listOf(objectOf(body).contents);
  const doubled = contents.map((entry) => ({ ...objectOf(body), contents: [...contents, entry] }));
  const changed = contents.flatMap((entry, index) =>
    Object.keys(objectOf(entry)).flatMap((name) =>
      [undefined, 5, 'x'.repeat(4000)].map((value) =>
        setAt(body, ['contents', index, name], value),
      ),
    ),
  );
  return [...doubled, ...changed];
}

/** Those whose models have paths of their own and whose queries read several tasks: the suite goes by what others have. */
const several = providerNames.filter((each) => placesOf(each).taskIds !== '');

describe.each(several)('%s, judged by Prism', (provider) => {
  const all = documentedOperations(provider).map((each) => [each.key, each] as const);
  const posted = all.filter(([, each]) => requestSchema(each));
  const asked = all.filter(([, { method }]) => method === 'GET');
  const creates = posted.filter(([, { action }]) => action === 'create');
  const judges = new Map<string, (body: Body) => [ours: boolean, ajv: boolean]>();
  let prism: Awaited<ReturnType<typeof startPrism>>;
  let target: Target;
  beforeAll(async () => {
    prism = await startPrism(documents[provider]);
    target = targetAt(provider, prism.url);
    const { document: published, overlay } = await readContract(provider);
    const document = await applyOverlay(published, overlay);
    for (const path of new Set(rules.map(([, each]) => each))) {
      const body = document.paths[path]?.post?.requestBody?.content['application/json']?.schema;
      const schema: Schema = dereference(document, body ?? {});
      const validate = compile(document, schema);
      judges.set(path, (each) => [check(schema, each).length === 0, validate(each)]);
    }
  });
  afterAll(() => prism.close());

  async function send({ method, path }: { method: string; path: string }, what: object = {}) {
    const { body, query, headers } = {
      body: undefined,
      query: {},
      headers: { authorization: 'Bearer a-key' },
      ...what,
    };
    const url = `${prism.url}${path}?${new URLSearchParams(query)}`;
    const type = body === undefined ? undefined : { 'content-type': 'application/json' };
    const init = { method, headers: { ...headers, ...type } };
    const answer = await fetch(
      url,
      body === undefined ? init : { ...init, body: JSON.stringify(body) },
    );
    await answer.text();
    const isTaken = answer.status === 200 && !answer.headers.has('sl-violations');
    return { isTaken, status: answer.status };
  }

  const casesOf = (documented: DocumentedOperation) => {
    const schema = requestSchema(documented) ?? {};
    const example = requestExample(documented);
    return {
      schema,
      valid: validCases(schema, { example }),
      negative: negativeCases(schema, { example }),
      constraints: constraintsOf(schema),
    };
  };

  it.each(posted)(
    'every body of %s that keeps the rules is taken, every other one is refused',
    async (_, each) => {
      const { schema, valid, negative, constraints } = casesOf(each);
      expect(valid.length).toBeGreaterThan(3);
      expect(negative.length).toBeGreaterThan(6);
      const wrong = async (body: unknown, isRight: boolean) => {
        const { isTaken } = await send(each, { body });
        return isTaken !== isRight || (check(schema, body).length === 0) !== isRight;
      };
      for (const { name, body } of valid) expect(await wrong(body, true), name).toBe(false);
      for (const { name, body } of negative) expect(await wrong(body, false), name).toBe(false);
      // What the cases do not reach, as it is about a later entry of a list, the bodies above decide about, or those with an entry changed.
      const { missing } = rulesMet([{ schema, valid, negative, constraints }]);
      const own = rules.filter(([, path]) => path === each.path);
      const known = [...valid.map(({ body }) => body), ...own.map(([, , kept]) => kept)];
      const broken = [
        ...own.map(([, , , body]) => body),
        ...known.flatMap(withEntryChanged),
        ...known.map((body) => setAt(body, ['options'], { watermark_info: { enabled: 'yes' } })),
      ];
      for (const pointer of missing) {
        const keyword = nameOf(pointer);
        const rest = removeRule(schema, { pointer, keyword });
        const found = broken.find(
          (body) => check(schema, body).length > 0 && check(rest, body).length === 0,
        );
        expect(found, pointer).toBeDefined();
        expect(await wrong(found, false), pointer).toBe(false);
      }
    },
  );

  it.each(asked)('every query of %s is judged by its rules', async (_, each) => {
    const { valid, negative } = parameterCases((each.operation.parameters ?? []) as Parameter[]);
    expect(negative.length).toBeGreaterThan(0);
    for (const { name, body: query } of valid)
      expect((await send(each, { query })).isTaken, name).toBe(true);
    for (const { name, body: query } of negative)
      expect((await send(each, { query })).isTaken, name).toBe(false);
  });

  it.each(all)(
    '%s without a key is refused, and every documented answer is given',
    async (_, each) => {
      const example = requestExample(each);
      const body = example === undefined ? {} : { body: example };
      expect((await send(each, { ...body, headers: {} })).status).toBe(401);
      for (const [status, response] of Object.entries(each.operation.responses)) {
        const examples = Object.keys(response.content?.['application/json']?.examples ?? {});
        expect(examples.length).toBeGreaterThan(0);
        for (const name of examples) {
          const headers = {
            authorization: 'Bearer a-key',
            prefer: `code=${status}, example=${name}`,
          };
          expect((await send(each, { ...body, headers })).status, name).toBe(Number(status));
        }
      }
    },
  );

  it.each(creates)(
    'the client sends to %s what the document shows, and our id where it belongs',
    async (_, each) => {
      const { name = 'textToVideo', model, path } = each;
      const input = { ...(model && { model }), ...objectOf(requestExample(each)) };
      const { exchange, value, error } = await exchanged(target, () =>
        target.kling[name].create(input),
      );
      expect(error).toBeUndefined();
      const { sentExternalId } = placesOf(provider);
      const id = valueAt(exchange.body, sentExternalId);
      expect(id).toEqual(expect.stringMatching(/./));
      const sent = setAt(requestExample(each), stepsOf(sentExternalId), id);
      expect(exchange).toMatchObject({ path, status: 200, violations: [], body: sent });
      expect(value).toMatchObject({ externalId: id, id: expect.stringMatching(/^\d+$/) });
    },
  );

  it.each(rules)('%s at %s', async (_, path, kept, broken) => {
    const judge = judges.get(path);
    const isTaken = async (body: Body) => (await send({ method: 'POST', path }, { body })).isTaken;
    expect([...(judge?.(kept) ?? []), await isTaken(kept)]).toEqual([true, true, true]);
    expect([...(judge?.(broken) ?? []), await isTaken(broken)]).toEqual([false, false, false]);
  });
});
