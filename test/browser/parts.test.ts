/** The parts of the page that can be tested without a browser. */
import { describe, expect, it } from 'vitest';
import { check } from '../../src/documents/check.ts';
import { groupOf, providerNames } from '../../src/documents/documents.ts';
import { checkFile, describeLimits, formatOf } from '../../src/documents/files.ts';
import type { Schema } from '../../src/documents/openapi.ts';
import {
  createDraft,
  type Draft,
  documentedOf,
  draftFrom,
  kindsOf,
  operationNames,
  operationsOfProvider,
  schemaOf,
} from '../../src/mock/page/draft.ts';
import {
  branchOf,
  controlOf,
  type Field,
  fieldsOf,
  isUseless,
  itemOf,
  parseValue,
  takeBranch,
  variantsOf,
  withKey,
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

/** All fields of a form with an entry in each list, those in groups and lists as well. */
function allFields(schema: Schema, name = ''): Field[] {
  return fieldsOf(schema, name).flatMap((field) => [field, ...fieldsBelow(field)]);
}
function fieldsBelow(field: Field): Field[] {
  const kind = controlOf(field);
  if (kind === 'group') return allFields(field.schema, field.name);
  if (kind !== 'rows') return [];
  const item = itemOf(field, 0);
  return controlOf(item) === 'group' ? allFields(item.schema, item.name) : [item];
}

describe('a form', () => {
  it.each(choices)('of $provider $operation $kind has fields, and each only once', (choice) => {
    const names = allFields(schemaOf(choice)).map(({ name }) => name);
    expect(names.length).toBeGreaterThan(0);
    expect(new Set(names).size).toBe(names.length);
  });

  it.each(choices.filter(({ kind }) => kind !== 'get'))(
    'of $provider $operation $kind starts with a valid request',
    (choice) => expect(check(schemaOf(choice), createDraft(choice).values)).toEqual([]),
  );

  it('needs JSON only for what a document names no fields of', () => {
    const fields = choices.flatMap((choice) => allFields(schemaOf(choice)));
    const asJson = fields.filter((field) => controlOf(field) === 'json');
    for (const { name, schema } of asJson) expect(schema, name).not.toHaveProperty('properties');
  });

  it('has a field for a file wherever a document tells what file it takes', () => {
    const fields = choices.flatMap((choice) => allFields(schemaOf(choice)));
    const withLimits = fields.filter(({ schema }) => schema['x-media']);
    expect(withLimits.length).toBeGreaterThan(20);
    for (const field of withLimits) expect(controlOf(field), field.name).toBe('media');
  });

  it('has a suitable control for each kind of value', () => {
    const fields = allFields(schemaOf(video));
    const controls = Object.fromEntries(fields.map((field) => [field.name, controlOf(field)]));
    expect(controls).toMatchObject({
      prompt: 'long',
      mode: 'choice',
      multi_shot: 'choice',
      multi_prompt: 'rows',
      cfg_scale: 'number',
      camera_control: 'group',
      'camera_control.config.zoom': 'number',
      external_task_id: 'text',
    });
  });

  it('takes an id of more digits than a number can hold as text', () => {
    const field = { name: 'id', schema: { type: ['string', 'integer'], format: 'int64' } };
    expect(parseValue(field, '829836802793406551')).toBe('829836802793406551');
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

  it('has the fields of each object in a list, those of objects in it as well, and of plain values', () => {
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
    const item = itemOf({ name: 'scenes', schema: { type: 'array', items } }, 1);
    const fields = allFields(item.schema, item.name);
    expect(fields.map((each) => [each.name, each.key, controlOf(each), each.isRequired])).toEqual([
      ['scenes[1].text', 'text', 'text', true],
      ['scenes[1].place', 'place', 'group', false],
      ['scenes[1].place.x', 'x', 'number', false],
      ['scenes[1].marks', 'marks', 'rows', false],
      ['scenes[1].marks[0].at', 'at', 'number', false],
      ['scenes[1].tags', 'tags', 'rows', false],
      ['scenes[1].tags[0]', '', 'text', true],
    ]);
  });

  it('sets a value, or leaves the field out', () => {
    expect(withKey({ prompt: 'x' }, 'zoom', 3)).toEqual({ prompt: 'x', zoom: 3 });
    expect(withKey({ prompt: 'x', zoom: 3 }, 'zoom', undefined)).toEqual({ prompt: 'x' });
  });
});

describe('a choice of kinds', () => {
  const text = { type: 'string' };
  const schema: Schema = {
    type: 'object',
    properties: { kind: text, text, url: text, seconds: text },
    oneOf: [
      {
        title: 'A text',
        required: ['text'],
        properties: { url: { type: 'string', const: '' } },
      },
      {
        title: 'An address',
        required: ['url', 'kind'],
        properties: { text: {}, kind: { const: 'web' } },
      },
    ],
  };
  const [variant = { titles: [], branches: [] }] = variantsOf(schema);

  it('is offered where the kinds have titles or one field each, and not for rules alone', () => {
    expect(variant.titles).toEqual(['A text', 'An address']);
    const needed = (...names: string[]) => ({ required: names });
    const without = (name: string) => ({ properties: { [name]: false } });
    const oneOf = [
      { ...needed('text'), ...without('url') },
      { ...needed('url'), ...without('text') },
    ];
    expect(variantsOf({ oneOf }).map(({ titles }) => titles)).toEqual([['text', 'url']]);
    expect(variantsOf({ allOf: [{ oneOf }] })).toHaveLength(1);
    expect(variantsOf({ oneOf: [needed('a'), needed('b')] })).toEqual([]);
    expect(variantsOf({ oneOf: [needed('a', 'b'), needed('a')] })).toEqual([]);
  });

  it('follows the values, and what somebody picked as long as only something is missing', () => {
    expect(branchOf(variant, {})).toBe(0);
    expect(branchOf(variant, { url: 'x' })).toBe(1);
    expect(branchOf(variant, {}, 1)).toBe(1);
    expect(branchOf(variant, { text: 'a' }, 1)).toBe(1);
    expect(branchOf(variant, { kind: 'other', text: 'a' }, 1)).toBe(0);
  });

  it('sets what a kind fixes, and removes what it has no use for', () => {
    expect(takeBranch(variant, 1, { text: 'a', seconds: '5' })).toEqual({
      text: 'a',
      seconds: '5',
      kind: 'web',
    });
    expect(takeBranch(variant, 0, { url: 'x', kind: 'web', seconds: '5' })).toEqual({
      seconds: '5',
    });
    expect(isUseless(variant, 0, 'kind')).toBe(true);
    expect(isUseless(variant, 1, 'text')).toBe(false);
  });

  it.each(choices.filter(({ kind }) => kind !== 'get'))(
    'of $provider $operation $kind is at a kind that the example is of',
    (choice) => {
      const { values } = createDraft(choice);
      for (const each of variantsOf(schemaOf(choice))) {
        const branch = each.branches[branchOf(each, values)] ?? {};
        expect(check(branch, values)).toEqual([]);
      }
    },
  );
});

describe('the operations', () => {
  it.each(providerNames)('of %s are all there, under headings that stand together', (provider) => {
    const names = operationsOfProvider(provider);
    const offered = choices.filter((each) => each.provider === provider);
    expect(new Set(names)).toEqual(new Set(offered.map(({ operation }) => operation)));
    const headings = names.map(groupOf);
    const changes = headings.filter((heading, at) => heading !== headings[at - 1]);
    expect(new Set(changes).size).toBe(changes.length);
  });

  it('stand under what they make, and what makes nothing under its route', () => {
    expect(groupOf('imageToVideo')).toBe('Videos');
    expect(groupOf('identifyFace')).toBe('Videos');
    expect(groupOf('textToSpeech')).toBe('Sounds');
    expect(groupOf('voices')).toBe('Kept');
    expect(groupOf('accountUsage')).toBe('Account');
  });
});

describe('a file', () => {
  const limits = {
    kind: 'image' as const,
    formats: ['jpg', 'jpeg', 'png'],
    maxBytes: 10_000_000,
    minSide: 300,
    ratio: [0.4, 2.5] as [number, number],
    takes: ['url', 'base64'] as ('url' | 'base64')[],
  };
  const good = { format: 'png', bytes: 10_000_000, width: 300, height: 750 };

  it.each([
    ['', {}],
    ['', { format: 'jpg' }],
    ['is of the type gif, not jpg, jpeg or png', { format: 'gif' }],
    ['is of no known type, not jpg, jpeg or png', { format: undefined }],
    ['has 12.3 MB, more than 10 MB', { bytes: 12_345_678 }],
    ['has an unknown size, more than 10 MB', { bytes: undefined }],
    ['is 299 × 700 px, with a side below 300 px', { width: 299, height: 700 }],
    ['is 900 × 300 px, width by height 3, not 0.4 to 2.5', { width: 900, height: 300 }],
    ['has sides that cannot be read', { width: undefined, height: undefined }],
  ])('%s', (said, facts) => {
    expect(checkFile(limits, { ...good, ...facts }).join()).toBe(said);
  });

  it('has limits that read as words, and a length', () => {
    expect(describeLimits(limits)).toBe(
      'jpg, jpeg or png; at most 10 MB; sides of at least 300 px; width by height 0.4 to 2.5',
    );
    const speech = { kind: 'audio' as const, seconds: [2, 60] as [number, number], takes: [] };
    expect(checkFile(speech, { format: 'mp3', bytes: 1, seconds: 61.04 })).toEqual([
      'has 61 s, not 2 to 60',
    ]);
    expect(checkFile(speech, { format: 'mp3', bytes: 1, seconds: 60 })).toEqual([]);
  });

  it('is recognized by how it begins', () => {
    const begin = (text: string) => formatOf(Uint8Array.from(text, (char) => char.charCodeAt(0)));
    expect(begin('\x89PNG\r\n\x1a\n\0\0\0\r')).toBe('png');
    expect(begin('\xff\xd8\xff\xe0')).toBe('jpg');
    expect(begin('\0\0\0\x18ftypmp42')).toBe('mp4');
    expect(begin('RIFF\0\0\0\0WAVE')).toBe('wav');
    expect(begin('\x89PN')).toBeUndefined();
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
    const line = (changed: Partial<Draft>) => writeProgram({ ...draft, ...changed }, '')[2];
    expect(line({ kind: 'list', values: { pageSize: 5 } })).toBe(
      'const tasks = await kling.textToVideo.list({ pageSize: 5 });',
    );
    expect(line({ kind: 'get', values: { task_id: '86' } })).toBe(
      "const { task_status } = await kling.textToVideo.task('86').snapshot();",
    );
    expect(line({ operation: 'voices', kind: 'presets', values: {} })).toBe(
      'const presets = await kling.voices.presets();',
    );
    expect(line({ operation: 'voices', kind: 'delete', values: { voice_id: '86' } })).toBe(
      "await kling.voices.delete('86');",
    );
    expect(line({ operation: 'accountUsage', kind: 'call', values: { start_time: 1 } })).toBe(
      'const answer = await kling.accountUsage.call({ start_time: 1 });',
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
    expect(draftFrom(read)).toMatchObject({ kind: 'get', values: { task_id: '86' } });
    const odd = { ...read, path: `${path}/a%20b%` };
    expect(draftFrom(odd)).toMatchObject({ values: { task_id: 'a%20b%' } });
  });

  it.each(choices)('for $provider $operation $kind is found again', (choice) => {
    const documented = documentedOf(choice);
    const path = `/${choice.provider}${documented?.path}`.replace('{task_id}', '86');
    const { values } = createDraft(choice);
    const isPost = documented?.method === 'POST';
    const asked = Object.entries(values).filter(([name]) => name !== 'task_id');
    // A query arrives as text.
    const texts = Object.fromEntries(asked.map(([name, value]) => [name, String(value)]));
    const sent = isPost ? { request: values } : { query: texts, request: undefined };
    const found = draftFrom({ ...entry, method: documented?.method ?? '', path, ...sent });
    // A query for the tasks of several operations is that of the first of them.
    const operation = documented?.others ? documented.name : choice.operation;
    const expected = isPost ? values : Object.fromEntries(asked);
    expect(found).toMatchObject({ ...choice, operation, values: expected });
  });

  it.each([
    ['POST', '/cometapi/elsewhere/kling/v1/audio/text-to-audio', {}],
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
