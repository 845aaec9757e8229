/** The parts of the page that can be tested without a browser. */
import { describe, expect, it } from 'vitest';
import { check } from '../../src/documents/check.ts';
import { providerNames } from '../../src/documents/documents.ts';
import { valueAt } from '../../src/documents/json.ts';
import { operations } from '../../src/index.ts';
import {
  createDraft,
  type Draft,
  draftFrom,
  kindsOf,
  operationNames,
  resultListsOf,
  schemaOf,
} from '../../src/mock/page/draft.ts';
import {
  controlOf,
  fieldsOf,
  fieldsOfRow,
  parseValue,
  withValue,
} from '../../src/mock/page/fields.ts';
import { writeProgram } from '../../src/mock/page/program.ts';
import { formatDuration } from '../../src/mock/page/tasks.ts';
import {
  checkDraft,
  describeNote,
  explainViolations,
  groupByField,
} from '../../src/mock/page/violations.ts';

const choices = providerNames.flatMap((provider) =>
  operationNames.flatMap((operation) =>
    kindsOf({ provider, operation }).map((kind) => ({ provider, operation, kind })),
  ),
);
const video = { provider: 'klingai', operation: 'textToVideo', kind: 'create' } as const;

describe('a form', () => {
  it.each(choices)('of $provider $operation $kind has fields, and each only once', (choice) => {
    const names = fieldsOf(schemaOf(choice)).map(({ name }) => name);
    expect(names.length).toBeGreaterThan(0);
    expect(new Set(names).size).toBe(names.length);
  });

  it.each(choices.filter(({ kind }) => kind === 'create'))(
    'of $provider $operation starts with a valid request',
    (choice) => expect(check(schemaOf(choice), createDraft(choice).values)).toEqual([]),
  );

  it('has a suitable control for each kind of value', () => {
    const fields = fieldsOf(schemaOf(video));
    const controls = Object.fromEntries(fields.map((field) => [field.name, controlOf(field)]));
    expect(controls).toMatchObject({
      prompt: 'long',
      mode: 'choice',
      multi_shot: 'choice',
      multi_prompt: 'rows',
      cfg_scale: 'number',
      'camera_control.config.zoom': 'number',
      external_task_id: 'text',
    });
  });

  it('parses what is typed, and keeps invalid input as text', () => {
    const field = (name: string, type: string) => ({ name, schema: { type } });
    expect(parseValue(field('x', 'number'), '4.5')).toBe(4.5);
    expect(parseValue(field('x', 'number'), 'four')).toBe('four');
    expect(parseValue(field('x', 'boolean'), 'true')).toBe(true);
    expect(parseValue(field('x', 'array'), '[1]')).toEqual([1]);
    expect(parseValue(field('x', 'array'), '[1')).toBe('[1');
    expect(parseValue(field('x', 'string'), '5')).toBe('5');
    expect(parseValue(field('x', 'string'), '')).toBeUndefined();
  });

  it('has the fields of each object in a list, those of objects in it as well', () => {
    const items = {
      type: 'object',
      required: ['text'],
      properties: {
        text: { type: 'string' },
        place: { type: 'object', properties: { x: { type: 'number' } } },
        marks: {
          type: 'array',
          items: { type: 'object', properties: { at: { type: 'integer' } } },
        },
        tags: { type: 'array', items: { type: 'string' } },
      },
    };
    const fields = fieldsOfRow({ name: 'scenes', schema: { type: 'array', items } }, 1);
    expect(
      fields.map((each) => [each.name, each.pointer, controlOf(each), each.isRequired]),
    ).toEqual([
      ['scenes[1].text', '/text', 'text', true],
      ['scenes[1].place.x', '/place/x', 'number', false],
      ['scenes[1].marks', '/marks', 'rows', false],
      ['scenes[1].tags', '/tags', 'json', false],
    ]);
  });

  it('sets values deep in the request, and leaves no empty object behind', () => {
    const pointer = '/camera_control/config/zoom';
    const given = withValue({ prompt: 'x' }, pointer, 3);
    expect(given).toEqual({ prompt: 'x', camera_control: { config: { zoom: 3 } } });
    expect(valueAt(given, pointer)).toBe(3);
    expect(withValue(given, pointer, undefined)).toEqual({ prompt: 'x' });
  });
});

describe('a task', () => {
  it.each(choices.filter(({ kind }) => kind === 'read'))(
    'of $provider $operation has the files that its document lists',
    (choice) => expect(resultListsOf(choice)).toContain(operations[choice.operation].result),
  );

  it('that adds a sound to a video has the video first, then the sound', () => {
    const lists = resultListsOf({ provider: 'cometapi', operation: 'videoToAudio' });
    expect(lists).toEqual(['videos', 'audios']);
  });
});

describe('a note', () => {
  const names = ['prompt', 'multi_prompt', 'camera_control.type', 'camera_control.config.zoom'];

  it('is shown next to the field that it is about, or next to the closest one', () => {
    const notes = [
      { field: 'prompt', text: 'is required' },
      { field: 'multi_prompt[1].prompt', text: 'must be text' },
      { field: 'camera_control.config', text: 'is required' },
      { field: 'camera_control', text: 'must be an object' },
      { field: '', text: 'needs exactly one of video_id, video_url' },
    ];
    const sorted = groupByField(notes, names);
    expect(sorted.get('prompt')).toEqual([notes[0]]);
    expect(sorted.get('multi_prompt')).toEqual([notes[1]]);
    expect(sorted.get('camera_control.config.zoom')).toEqual([notes[2]]);
    expect(sorted.get('camera_control.type')).toEqual([notes[3]]);
    expect(sorted.get('')).toEqual([notes[4]]);
    expect(
      describeNote({ field: 'multi_prompt[1].prompt', text: 'must be text' }, 'multi_prompt'),
    ).toBe('multi_prompt[1].prompt must be text');
  });

  it('is shown once, even if several keywords lead to it', () => {
    const draft: Draft = {
      provider: 'klingai',
      operation: 'textToAudio',
      kind: 'create',
      values: { prompt: 'x', duration: 12 },
    };
    const said = [{ field: 'duration', text: 'must be from 3 to 10 in steps of 0.1' }];
    expect(checkDraft(draft)).toEqual(said);
    const violations = [{ path: ['body', 'duration'], message: 'must be <= 10', severity: 0 }];
    expect(explainViolations(draft, violations)).toEqual(said);
  });

  it('tells of an unknown field as of something else than a broken rule, and once', () => {
    const values = {
      ...createDraft(video).values,
      camera_control: { type: 'simple', config: { zoom: 1, zom: 1 } },
    };
    const draft = { ...createDraft(video), values };
    const unknown = {
      field: 'camera_control.config.zom',
      text: 'is unknown and ignored; did you mean zoom?',
      isIgnored: true,
    };
    expect(checkDraft(draft)).toEqual([unknown]);
    const path = ['body', 'camera_control', 'config', 'zom'];
    const violations = [{ path, code: 'unknown', message: 'zom is unknown', severity: 1 }];
    expect(explainViolations(draft, violations)).toEqual([unknown]);
  });

  it('has Prism’s words if our own check does not know the rule', () => {
    const draft = createDraft(video);
    const violations = [{ path: ['body', 'multi_prompt', 0], message: 'no', severity: 0 }];
    expect(explainViolations(draft, violations)).toEqual([
      { field: 'multi_prompt[0]', text: 'no' },
    ]);
    expect(explainViolations(draft, [])).toEqual([]);
  });
});

describe('the program', () => {
  it('has three lines for each kind of request', () => {
    const draft = {
      ...createDraft(video),
      values: { prompt: "it's", multi_prompt: [{ index: 1 }] },
    };
    expect(writeProgram(draft, 'http://localhost:4010')).toEqual([
      "import { createKling, klingai } from 'kling-fetch';",
      "const kling = createKling(klingai, { apiKey: 'any' }, { baseUrl: 'http://localhost:4010/klingai' });",
      "const { videos } = await kling.textToVideo.run({ prompt: 'it\\'s', multi_prompt: [{ index: 1 }] });",
    ]);
    const list: Draft = { ...draft, kind: 'list', values: { pageSize: 5 } };
    expect(writeProgram(list, '')[2]).toBe(
      'const tasks = await kling.textToVideo.list({ pageSize: 5 });',
    );
    const read: Draft = { ...draft, kind: 'read', values: { task_id: '86' } };
    expect(writeProgram(read, '')[2]).toBe(
      "const { task_status } = await kling.textToVideo.task('86').snapshot();",
    );
  });
});

describe('a journal entry', () => {
  const entry = { number: 1, account: '', at: 0, status: 200, answer: {}, violations: [] };

  it('can be loaded into the form if it was for one of the operations', () => {
    const path = '/cometapi/kling/v1/audio/text-to-audio';
    const request = { prompt: 'x' };
    expect(draftFrom({ ...entry, method: 'POST', path, request })).toEqual({
      provider: 'cometapi',
      operation: 'textToAudio',
      kind: 'create',
      values: request,
    });
    const read = { ...entry, method: 'GET', path: `${path}/86`, request: undefined };
    expect(draftFrom(read)).toMatchObject({ kind: 'read', values: { task_id: '86' } });
    const odd = { ...read, path: `${path}/a%20b%` };
    expect(draftFrom(odd)).toMatchObject({ values: { task_id: 'a%20b%' } });
  });

  it.each([
    ['POST', '/cometapi/kling/v1/elsewhere', {}],
    ['POST', '/nobody/v1/audio/text-to-audio', {}],
    ['POST', '/klingai/v1/audio/text-to-audio', 'not JSON'],
    ['GET', '/', undefined],
  ])('cannot be loaded if it was not: %s %s', (method, path, request) => {
    expect(draftFrom({ ...entry, method, path, request })).toBeUndefined();
  });
});

it('writes a duration as people do', () => {
  expect([40, 400, 9_960, 12_300, 119_000, 600_000, 8_000_000].map(formatDuration)).toEqual([
    '0 s',
    '0.4 s',
    '10 s',
    '12 s',
    '119 s',
    '10 min',
    '2 h',
  ]);
});
