import { describe, expect, it } from 'vitest';
import { sealObjects } from '../../src/contract/bodies.ts';
import { documentedOperations } from '../../src/contract/documented.ts';
import { validate, validateAnswer } from '../../src/contract/validate.ts';
import { providerNames } from '../../src/documents/documents.ts';
import { nameOf } from '../../src/documents/json.ts';
import { placesOf } from '../../src/documents/places.ts';
import { accepted, audio, looksLike, succeeded, taskId } from '../support/kling.ts';
import { processorTime } from '../support/processor.ts';

const examples = providerNames.flatMap((provider) =>
  documentedOperations(provider).flatMap(({ key, operation }) =>
    Object.entries(operation.responses).flatMap(([status, { content }]) =>
      Object.entries(content?.['application/json']?.examples ?? {}).map(([name, { value }]) => ({
        ...{ provider, key, status: Number(status), name, value },
      })),
    ),
  ),
);

describe('every example of every document', () => {
  it('is as documented', () => {
    expect(examples.length).toBeGreaterThan(300);
    for (const { provider, key, status, name, value } of examples) {
      const findings = validate(provider, key as 'textToAudio', status, value);
      expect(findings, `${provider} ${key} ${status} ${name}`).toEqual([]);
    }
  });

  it('is wrong for any status that is not documented', () => {
    for (const { provider, key, value } of examples) {
      const [found, ...more] = validate(provider, key as 'textToAudio', 418, value);
      expect(found).toMatchObject({ kind: 'answer-status', location: 'status', actual: 418 });
      expect(more).toEqual([]);
    }
  });
});

const problems = (body: unknown, status = 200, operation = 'textToAudio.get') =>
  validate('klingai', operation as 'textToAudio', status, body).map(
    ({ severity, kind, location }) => `${severity} ${kind} ${location}`,
  );
const result = (more: object) =>
  looksLike('succeed', { task_result: { audios: [{ ...audio, ...more }] } });

describe('one cause is one finding', () => {
  it.each<[string, unknown, string[], number?]>([
    [
      'a text in place of a list',
      looksLike('succeed', { task_result: { audios: 'none' } }),
      ['breaking answer-type /data/task_result/audios'],
    ],
    [
      'a number in place of a word, which is no value of the list, either',
      looksLike('x', { task_status: 7 }),
      ['breaking answer-type /data/task_status'],
    ],
    [
      'the same fault in every entry',
      looksLike('succeed', {
        task_result: { audios: Array.from({ length: 5 }, () => ({ ...audio, id: 1 })) },
      }),
      ['breaking answer-type /data/task_result/audios/0/id'],
    ],
    ['a whole envelope below another', { data: succeeded }, ['breaking answer-moved ']],
    [
      'data below data',
      { ...succeeded, data: { data: succeeded.data } },
      ['breaking answer-moved /data'],
    ],
    [
      'data with another name',
      { code: 0, message: '', request_id: 'r', payload: succeeded.data },
      ['breaking answer-moved /data'],
    ],
    [
      'everything in the envelope itself',
      { code: 0, message: '', request_id: 'r', ...looksLike('submitted').data },
      ['breaking answer-moved /data'],
    ],
    [
      'a field in another object',
      looksLike('submitted', { external_task_id: 'mine', task_info: {} }),
      ['breaking answer-moved /data/task_info/external_task_id'],
    ],
    [
      'another name for a field',
      result({ url_mp3: undefined, mp3Url: 'https://files.example/1.mp3' }),
      ['breaking answer-moved /data/task_result/audios/0/url_mp3'],
    ],
    [
      'a refusal with 200',
      { code: 1102, message: 'no', request_id: 'r' },
      ['warning answer-code-contested /code'],
    ],
    [
      'another code with a task',
      { ...looksLike('submitted'), code: 1 },
      ['warning answer-code-contested /code'],
    ],
    [
      'another code, and a task that lacks a field',
      { ...looksLike('submitted', { created_at: undefined }), code: 1 },
      ['warning answer-code-contested /code', 'warning answer-field-missing /data/created_at'],
    ],
    [
      'a refusal under another status',
      { code: 1102, message: 'no', request_id: 'r' },
      ['breaking answer-code /code'],
      400,
    ],
    [
      'a code that nobody knows',
      { code: 4711, message: 'no', request_id: 'r' },
      ['breaking answer-code /code'],
      400,
    ],
    ['a right answer under a refusal’s status', succeeded, ['breaking answer-status status'], 500],
    ['nothing at all', undefined, ['breaking answer-type ']],
    [
      'two different things',
      looksLike('queued', { created_at: 1 }),
      ['warning answer-enum /data/task_status', 'breaking answer-time-unit /data/created_at'],
    ],
  ])('%s', (_what, body, expected, status) => {
    expect(
      problems(JSON.parse(JSON.stringify(body) ?? 'null') ?? undefined, status).sort(),
    ).toEqual([...expected].sort());
  });

  it('a gateway’s refusal is checked against the form that it is most like', () => {
    const of = (body: unknown) =>
      validate('cometapi', 'textToAudio.create', 400, body).map(
        ({ kind, location }) => `${kind} ${location}`,
      );
    expect(of({ error: { message: 'no', type: 7 } })).toEqual(['answer-type /error/type']);
    expect(of({ error: { message: 'no', type: 't', hint: 'x' } })).toEqual([
      'answer-field-undocumented /error/hint',
    ]);
    expect(of({ message: 'no', data: { data: { code: '1201', message: 'no' } } })).toEqual([
      'answer-type /data/data/code',
    ]);
  });
});

describe('what a schema does not say', () => {
  it.each([1773367502, 0, 1.7e15])('%d is not a time in milliseconds', (created_at) => {
    expect(problems(looksLike('submitted', { created_at }))).toEqual([
      'breaking answer-time-unit /data/created_at',
    ]);
  });

  it.each(['5 s', '-1', 'five'])('%j is not a duration', (duration_mp3) => {
    expect(problems(result({ duration_mp3 }))).toEqual([
      'breaking answer-value /data/task_result/audios/0/duration_mp3',
    ]);
  });

  it.each(['/files/1.mp3', 'ftp://files.example/1.mp3', 'http://'])(
    '%j is not an address',
    (url_mp3) => {
      expect(problems(result({ url_mp3 }))).toEqual([
        'breaking answer-value /data/task_result/audios/0/url_mp3',
      ]);
    },
  );

  it('an empty id is wrong, and an empty address stands for nothing', () => {
    expect(problems(looksLike('submitted', { task_id: '' }))).toEqual([
      'breaking answer-value /data/task_id',
    ]);
    expect(problems(result({ url_mp3: '', duration_mp3: '' }))).toEqual([]);
  });

  it('each time of each document is described as one in milliseconds', () => {
    for (const provider of providerNames) {
      const text = JSON.stringify(
        documentedOperations(provider).map(({ operation }) => operation.responses),
      );
      const { createdAt, updatedAt } = placesOf(provider);
      const names = [createdAt, updatedAt].map(nameOf).join('|');
      const times = [...text.matchAll(RegExp(`"(?:${names})":(\\{[^}]*\\})`, 'g'))].map(
        ([, schema = '']) => schema,
      );
      expect(times.length).toBeGreaterThan(5);
      for (const schema of times) expect(schema).toContain('in milliseconds');
    }
  });
});

describe('validate', () => {
  it('takes a route, with or without an id in it, a name, and a name with its action', () => {
    for (const operation of [
      'GET /v1/audio/text-to-audio/{task_id}',
      `GET /v1/audio/text-to-audio/${taskId}`,
      'textToAudio.get',
      'textToAudio',
    ] as const) {
      expect(validate('klingai', operation, 200, succeeded), operation).toEqual([]);
    }
    const [found] = validate('cometapi', 'POST /kling/v1/videos/text2video', 200, {});
    expect(found).toMatchObject({
      provider: 'cometapi',
      operation: 'POST /kling/v1/videos/text2video',
    });
  });

  it('checks an answer for a bare name against the action that it is most like', () => {
    expect(validate('klingai', 'textToAudio', 200, accepted())).toEqual([]);
    expect(
      validate('klingai', 'textToAudio', 200, { ...succeeded, data: [succeeded.data] }),
    ).toEqual([]);
  });

  it.each([
    ['nobody', 'textToAudio', 'there is no provider nobody; choose one of klingai'],
    ['klingai', 'textToNothing', 'klingai has no operation textToNothing; it has POST'],
    ['deerapi', 'textToAudio.list', 'deerapi has no operation textToAudio.list'],
  ])('says of %s %s what is wrong', (provider, operation, message) => {
    expect(() => validate(provider as 'klingai', operation as 'textToAudio', 200, {})).toThrow(
      message,
    );
  });

  it('checks the content type where there are headers, and ignores its parameters', () => {
    const of = (type?: string, body: unknown = succeeded) =>
      validateAnswer('klingai', 'textToAudio.get', {
        status: 200,
        body,
        headers: type ? { 'content-type': type } : {},
      });
    expect(of('application/json; charset=utf-8')).toEqual([]);
    expect(of('Application/JSON')).toEqual([]);
    expect(of('text/plain')).toMatchObject([{ kind: 'answer-content-type', actual: 'text/plain' }]);
    expect(of('text/plain', 'OK')).toMatchObject([{ kind: 'answer-content-type' }]);
    expect(of()).toMatchObject([{ kind: 'answer-content-type', actual: 'nothing' }]);
  });

  it('describes each difference in one line, without anything that users wrote', () => {
    const secret = 'A very private prompt, https://example.com/?token=s3cret';
    const body = looksLike(secret, {
      task_id: 5,
      task_status_msg: 7,
      [secret]: secret,
      prompt: secret,
      task_info: secret,
    });
    const findings = validate('klingai', 'textToAudio.get', 200, body);
    expect(findings.length).toBeGreaterThan(3);
    expect(JSON.stringify(findings)).not.toMatch(/private|s3cret/);
    for (const { message } of findings) expect(message).not.toContain('\n');
  });

  it('is fast enough to check every answer', async () => {
    const work = await processorTime(() => {
      for (let times = 0; times < 1_000; times++)
        validate('klingai', 'textToAudio.get', 200, succeeded);
    });
    expect(work).toBeLessThan(5_000);
  });
});

describe('a sealed schema', () => {
  it('closes what lists its fields, and nothing else', () => {
    expect(sealObjects({ type: 'object', properties: { a: { type: 'object' } } })).toEqual({
      ...{ type: 'object', unevaluatedProperties: false },
      properties: { a: { type: 'object' } },
    });
    const open = { type: 'object', properties: {}, additionalProperties: true };
    expect(sealObjects(open)).toEqual(open);
  });

  it('closes a choice beside fields once outside, and a choice alone in each branch', () => {
    const branches = [{ properties: { a: {} } }, { properties: { b: {} } }];
    expect(sealObjects({ properties: { c: {} }, oneOf: branches })).toEqual({
      properties: { c: {} },
      oneOf: branches,
      unevaluatedProperties: false,
    });
    expect(sealObjects({ anyOf: branches }).anyOf).toEqual(
      branches.map((branch) => ({ ...branch, unevaluatedProperties: false })),
    );
    expect(sealObjects({ allOf: branches })).toEqual({
      allOf: branches,
      unevaluatedProperties: false,
    });
  });
});
