/** The parts of the page that need no browser. */
import { describe, expect, it } from 'vitest';
import { check } from '../../src/documents/check.ts';
import { providerNames } from '../../src/documents/documents.ts';
import { codeFor } from '../../src/mock/page/code.ts';
import {
  type Draft,
  draftFor,
  draftOf,
  kindsOf,
  operationNames,
  schemaOf,
} from '../../src/mock/page/draft.ts';
import { controlOf, fieldsOf, valueAt, valueFrom, withValue } from '../../src/mock/page/fields.ts';
import { lengthOf } from '../../src/mock/page/time.ts';
import { byField, notesOn, refusalsOf, wordsOf } from '../../src/mock/page/violations.ts';

const choices = providerNames.flatMap((provider) =>
  operationNames.flatMap((operation) =>
    kindsOf({ provider, operation }).map((kind) => ({ provider, operation, kind })),
  ),
);
const video = { provider: 'klingai', operation: 'textToVideo', kind: 'create' } as const;

describe('a form', () => {
  it.each(choices)('of $provider $operation $kind has fields, none of them twice', (choice) => {
    const names = fieldsOf(schemaOf(choice)).map(({ name }) => name);
    expect(names.length).toBeGreaterThan(0);
    expect(new Set(names).size).toBe(names.length);
  });

  it.each(choices.filter(({ kind }) => kind === 'create'))(
    'of $provider $operation begins with a request that keeps the rules',
    (choice) => expect(check(schemaOf(choice), draftFor(choice).values)).toEqual([]),
  );

  it('gives each kind of value the control that it needs', () => {
    const fields = fieldsOf(schemaOf(video));
    const controls = Object.fromEntries(fields.map((field) => [field.name, controlOf(field)]));
    expect(controls).toMatchObject({
      prompt: 'long',
      mode: 'choice',
      multi_shot: 'choice',
      multi_prompt: 'json',
      cfg_scale: 'number',
      'camera_control.config.zoom': 'number',
      external_task_id: 'text',
    });
  });

  it('takes what is typed for what it says, and keeps what makes no sense as it is', () => {
    const field = (name: string, type: string) => ({ name, schema: { type } });
    expect(valueFrom(field('x', 'number'), '4.5')).toBe(4.5);
    expect(valueFrom(field('x', 'number'), 'four')).toBe('four');
    expect(valueFrom(field('x', 'boolean'), 'true')).toBe(true);
    expect(valueFrom(field('x', 'array'), '[1]')).toEqual([1]);
    expect(valueFrom(field('x', 'array'), '[1')).toBe('[1');
    expect(valueFrom(field('x', 'string'), '5')).toBe('5');
    expect(valueFrom(field('x', 'string'), '')).toBeUndefined();
  });

  it('puts values in their places, and leaves no empty object behind', () => {
    const path = ['camera_control', 'config', 'zoom'];
    const given = withValue({ prompt: 'x' }, path, 3);
    expect(given).toEqual({ prompt: 'x', camera_control: { config: { zoom: 3 } } });
    expect(valueAt(given, path)).toBe(3);
    expect(withValue(given, path, undefined)).toEqual({ prompt: 'x' });
  });
});

describe('what is wrong', () => {
  const names = ['prompt', 'multi_prompt', 'camera_control.type', 'camera_control.config.zoom'];

  it('stands next to the field that it is about, or the nearest there is', () => {
    const notes = [
      { field: 'prompt', text: 'is required' },
      { field: 'multi_prompt[1].prompt', text: 'must be text' },
      { field: 'camera_control.config', text: 'is required' },
      { field: 'camera_control', text: 'must be an object' },
      { field: '', text: 'needs exactly one of video_id, video_url' },
    ];
    const sorted = byField(notes, names);
    expect(sorted.get('prompt')).toEqual([notes[0]]);
    expect(sorted.get('multi_prompt')).toEqual([notes[1]]);
    expect(sorted.get('camera_control.config.zoom')).toEqual([notes[2]]);
    expect(sorted.get('camera_control.type')).toEqual([notes[3]]);
    expect(sorted.get('')).toEqual([notes[4]]);
    expect(wordsOf({ field: 'multi_prompt[1].prompt', text: 'must be text' }, 'multi_prompt')).toBe(
      'multi_prompt[1].prompt must be text',
    );
  });

  it('is said once, though several keywords say it', () => {
    const draft: Draft = {
      provider: 'klingai',
      operation: 'textToAudio',
      kind: 'create',
      values: { prompt: 'x', duration: 12 },
    };
    const said = [{ field: 'duration', text: 'must be from 3 to 10 in steps of 0.1' }];
    expect(notesOn(draft)).toEqual(said);
    const violations = [{ path: ['body', 'duration'], message: 'must be <= 10', severity: 0 }];
    expect(refusalsOf(draft, violations)).toEqual(said);
  });

  it('is in Prism’s words where ours have none', () => {
    const draft = draftFor(video);
    const violations = [{ path: ['body', 'multi_prompt', 0], message: 'no', severity: 0 }];
    expect(refusalsOf(draft, violations)).toEqual([{ field: 'multi_prompt[0]', text: 'no' }]);
    expect(refusalsOf(draft, [])).toEqual([]);
  });
});

describe('the program', () => {
  it('is three lines for each request', () => {
    const draft = { ...draftFor(video), values: { prompt: "it's", multi_prompt: [{ index: 1 }] } };
    expect(codeFor(draft, 'http://localhost:4010')).toEqual([
      "import { createKling, klingai } from 'kling-fetch';",
      "const kling = createKling(klingai, { apiKey: 'any' }, { baseUrl: 'http://localhost:4010/klingai' });",
      "const { videos } = await kling.textToVideo.run({ prompt: 'it\\'s', multi_prompt: [{ index: 1 }] });",
    ]);
    const list: Draft = { ...draft, kind: 'list', values: { pageSize: 5 } };
    expect(codeFor(list, '')[2]).toBe(
      'const tasks = await kling.textToVideo.list({ pageSize: 5 });',
    );
    const read: Draft = { ...draft, kind: 'read', values: { task_id: '86' } };
    expect(codeFor(read, '')[2]).toBe(
      "const { task_status } = await kling.textToVideo.task('86').snapshot();",
    );
  });
});

describe('a journal entry', () => {
  const entry = { number: 1, at: 0, status: 200, answer: {}, violations: [] };

  it('goes back into the form when it was for one of the operations', () => {
    const path = '/cometapi/kling/v1/audio/text-to-audio';
    const request = { prompt: 'x' };
    expect(draftOf({ ...entry, method: 'POST', path, request })).toEqual({
      provider: 'cometapi',
      operation: 'textToAudio',
      kind: 'create',
      values: request,
    });
    const read = { ...entry, method: 'GET', path: `${path}/86`, request: undefined };
    expect(draftOf(read)).toMatchObject({ kind: 'read', values: { task_id: '86' } });
    const odd = { ...read, path: `${path}/a%20b%` };
    expect(draftOf(odd)).toMatchObject({ values: { task_id: 'a%20b%' } });
  });

  it.each([
    ['POST', '/cometapi/kling/v1/elsewhere', {}],
    ['POST', '/nobody/v1/audio/text-to-audio', {}],
    ['POST', '/klingai/v1/audio/text-to-audio', 'not JSON'],
    ['GET', '/', undefined],
  ])('does not when it was not: %s %s', (method, path, request) => {
    expect(draftOf({ ...entry, method, path, request })).toBeUndefined();
  });
});

it('says a length of time as somebody would', () => {
  expect([40, 400, 9_960, 12_300, 119_000, 600_000, 8_000_000].map(lengthOf)).toEqual([
    '0 s',
    '0.4 s',
    '10 s',
    '12 s',
    '119 s',
    '10 min',
    '2 h',
  ]);
});
