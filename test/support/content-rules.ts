/** Bodies by hand, for rules about the entries of a list and what stands beside them: no generator thinks of these. */
import { type NegativeCase, type ValidCase, validCases } from '../../src/contract/cases.ts';
import {
  type Constraint,
  formatPath,
  getAt,
  type Path,
  removeRule,
  rulesOf,
  setAt,
} from '../../src/contract/constraints.ts';
import { isValid } from '../../src/documents/check.ts';
import { listOf, objectOf } from '../../src/documents/json.ts';
import type { Schema } from '../../src/documents/openapi.ts';
import { rulesMet } from './coverage.ts';

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

/** A body with contents, or with a prompt in their place. */
export type Body = { prompt?: string; contents?: object[]; settings?: object };
const withContents = (contents: object[], settings?: object): Body => ({
  contents,
  ...(settings && { settings }),
});
const withPrompt = (length: number, settings?: object): Body => ({
  prompt: 'x'.repeat(length),
  ...(settings && { settings }),
});

/** What each rule about contents and settings allows, and the same with what it forbids. */
export const contentRules: [rule: string, path: string, kept: Body, broken: Body][] = [
  ...(['kling-3.0-turbo', 'kling-3.0'] as const).map((model): (typeof contentRules)[number] => [
    'at most 3,072 characters',
    `/text-to-video/${model}`,
    withPrompt(3072),
    withPrompt(3073),
  ]),
  ...(['kling-2.6', 'kling-2.5-turbo'] as const).map((model): (typeof contentRules)[number] => [
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
  }).map(([path, [least, most, wrong]]): (typeof contentRules)[number] => [
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
    (model): (typeof contentRules)[number][] => [
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
  ...['kling-3.0-omni', 'kling-o1'].flatMap((model): (typeof contentRules)[number][] => {
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
  ...['kling-3.0', 'kling-2.6'].flatMap((model): (typeof contentRules)[number][] => [
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

/** All that is known of the requests to an operation. */
interface Cases {
  schema: Schema;
  valid: ValidCase[];
  negative: NegativeCase[];
  constraints: Constraint[];
}

/**
 * The cases of an operation with those that they do not reach, where a rule is about a later entry of a list: valid ones also
 * from the simplest example and with the longest texts, and for each such rule one that breaks it.
 */
export function addLater(path: string, cases: Cases, simplest: unknown): Cases {
  const { missing } = rulesMet([cases]);
  if (missing.length === 0) return cases;
  const own = contentRules.filter(([, each]) => each === path);
  const known = [...cases.valid, ...validCases(cases.schema, { example: simplest })];
  const all = [...known, ...longest(cases.schema, known)];
  const seen = new Map(all.toReversed().map((each) => [JSON.stringify(each.body), each]));
  const valid = all.filter((each) => seen.get(JSON.stringify(each.body)) === each);
  const kept = [...valid.map(({ body }) => body), ...own.map(([, , body]) => body)];
  const broken = [
    ...own.map(([, , , body]) => ({ where: ['contents'], value: body.contents, body })),
    ...kept.flatMap(withPartChanged),
  ].filter(({ body }) => !isValid(cases.schema, body));
  const added = cases.constraints.flatMap((rule): NegativeCase[] => {
    if (!missing.includes(rule.pointer)) return [];
    const rest = removeRule(cases.schema, rule);
    const found = broken.find(({ body }) => isValid(rest, body));
    if (!found) return [];
    const { where, value, body } = found;
    const field = formatPath(where);
    return [{ ...rule, name: `${field}: ${rule.pointer}`, field, value, isAlone: false, body }];
  });
  return { ...cases, valid, negative: [...cases.negative, ...added] };
}

/** Of each text in the entries of a list a valid body that has it as long as it may be, and one in emoji. */
function longest(schema: Schema, known: ValidCase[]): ValidCase[] {
  return rulesOf(schema).flatMap(
    ({ keyword, path: [list = '', first, ...inner], schema: field }) => {
      if (keyword !== 'maxLength' || first !== 0) return [];
      return ['x', '🎧'].flatMap((each) => {
        const text = each.repeat(field.maxLength ?? 0);
        const bodies = known.flatMap(({ body }) =>
          listOf(getAt(body, [list])).flatMap((entry, index) =>
            getAt(entry, inner) === undefined ? [] : [setAt(body, [list, index, ...inner], text)],
          ),
        );
        const body = bodies.find((each) => isValid(schema, each));
        return body === undefined ? [] : [{ name: `${list}: ${field.maxLength} ${each}`, body }];
      });
    },
  );
}

/** A body with one of its contents twice, or one field of these left out, of another type, or too long. */
function withPartChanged(body: unknown): { where: Path; value: unknown; body: unknown }[] {
  const contents = listOf(objectOf(body).contents);
  const doubled = contents.map((entry) => [...contents, entry]);
  const change = (where: Path, value: unknown) => ({
    where,
    value,
    body: setAt(body, where, value),
  });
  return [
    ...doubled.map((value) => change(['contents'], value)),
    ...contents.flatMap((entry, index) =>
      Object.keys(objectOf(entry)).flatMap((name) =>
        [undefined, 5, 'x'.repeat(4000)].map((value) => change(['contents', index, name], value)),
      ),
    ),
    change(['options', 'watermark_info', 'enabled'], 'yes'),
  ];
}
