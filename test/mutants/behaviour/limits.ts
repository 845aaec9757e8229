import { created, listed } from '../exchanges.ts';
import { anywhere, naming } from '../mutant.ts';
import { everyone, kling, list, post } from '../places.ts';
import { type Behaviour, bad, isKnown, type Row, when } from './row.ts';

/** Says yes to a create of one kind that breaks a rule, when the body is so. */
const lax = (name: string, is: (body: Record<string, unknown>) => boolean): Behaviour =>
  when(
    (each) =>
      each.action === 'create' &&
      each.name === name &&
      isKnown(each) &&
      each.answer.status === 400 &&
      is(each.request.body),
    (each) => each.accept(),
  );
/** Says no to a create of one kind that keeps every rule, when the body is so. */
const strict = (name: string, is: (body: Record<string, unknown>) => boolean): Behaviour =>
  when((each) => created(each) && each.name === name && is(each.request.body), bad);
const length = (value: unknown) => (typeof value === 'string' ? [...value].length : 0);

/** Limits that are not kept, and new ones. */
export const limitRows: Row[] = [
  [
    everyone,
    'limit not enforced',
    post,
    naming('prompt'),
    'a long prompt for a sound',
    lax('textToAudio', ({ prompt }) => length(prompt) > 200),
  ],
  [
    everyone,
    'limit not enforced',
    post,
    naming('duration'),
    'duration of a sound',
    lax(
      'textToAudio',
      ({ duration }) => typeof duration === 'number' && (duration < 3 || duration > 10),
    ),
  ],
  [
    everyone,
    'limit not enforced',
    post,
    naming('duration'),
    'duration in hundredths',
    lax(
      'textToAudio',
      ({ duration }) =>
        typeof duration === 'number' &&
        duration >= 3 &&
        duration <= 10 &&
        Math.round(duration * 10) !== duration * 10,
    ),
  ],
  [
    everyone,
    'limit not enforced',
    post,
    naming('prompt'),
    'no prompt for a sound',
    lax('textToAudio', (body) => !('prompt' in body)),
  ],
  [
    everyone,
    'limit not enforced',
    post,
    // A rule of two fields stands at the body.
    /^$/,
    'video_id and video_url',
    lax('videoToAudio', (body) => Boolean(body.video_id && body.video_url)),
  ],
  [
    ['klingai', 'cometapi'],
    'limit not enforced',
    post,
    naming('cfg_scale'),
    'cfg_scale',
    lax('textToVideo', ({ cfg_scale }) => Number(cfg_scale) > 1 || Number(cfg_scale) < 0),
  ],
  [
    ['klingai', 'cometapi'],
    'limit not enforced',
    post,
    naming('mode'),
    'any mode',
    lax('textToVideo', ({ mode }) => mode !== undefined),
  ],
  [
    ['klingai', 'cometapi'],
    'limit not enforced',
    post,
    naming('negative_prompt'),
    'a long negative_prompt',
    lax('textToVideo', ({ negative_prompt }) => length(negative_prompt) > 200),
  ],
  [
    kling,
    'limit not enforced',
    post,
    naming('bgm_prompt'),
    'a long bgm_prompt',
    lax('videoToAudio', ({ bgm_prompt }) => length(bgm_prompt) > 200),
  ],
  [
    kling,
    'limit not enforced',
    list,
    naming('pageSize'),
    'pageSize',
    when(
      (each) =>
        each.action === 'list' && isKnown(each) && Number(each.request.query.pageSize) > 500,
      (each) => each.accept(),
    ),
  ],
  [
    everyone,
    'limit newly enforced',
    post,
    anywhere,
    'no sound any more',
    strict('textToAudio', () => true),
  ],
  [
    everyone,
    'limit newly enforced',
    post,
    anywhere,
    'a model to be named',
    strict('textToVideo', ({ model_name }) => !model_name),
  ],
  [
    everyone,
    'limit newly enforced',
    post,
    anywhere,
    'prompts of 100 at most',
    strict('textToAudio', ({ prompt }) => length(prompt) > 100),
  ],
  [
    everyone,
    'limit newly enforced',
    post,
    anywhere,
    'whole seconds only',
    strict('textToAudio', ({ duration }) => !Number.isInteger(duration)),
    12,
  ],
  [
    kling,
    'limit newly enforced',
    list,
    anywhere,
    'pageSize of 100 at most',
    when((each) => listed(each) && Number(each.request.query.pageSize) > 100, bad),
  ],
];
