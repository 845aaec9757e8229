import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Finding } from '../../src/contract/drift/finding.ts';
import { driftSpec } from '../../src/contract/drift/spec/index.ts';

vi.setConfig({ testTimeout: 300_000 });

/** The five documents as they were found; they are the providers', so they stand beside the repository, not in it. */
const sources = process.env.KLING_FETCH_SOURCES ?? '../shared/sources';
const isThere = existsSync(sources);
if (!isThere) {
  console.error(`SKIPPED: no folder ${sources}; set KLING_FETCH_SOURCES to the five documents`);
}

const folders: string[] = [];
afterEach(async () => {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true });
});

/** The findings about one of the documents, with a text in it replaced everywhere. */
async function findingsOf(number: string, from: RegExp | string, to: string): Promise<Finding[]> {
  const name = (await readdir(sources)).find((file) => file.startsWith(number)) ?? '';
  const text = await readFile(join(sources, name), 'utf8');
  const changed = text.replaceAll(from, to);
  expect(changed).not.toBe(text);
  const folder = await mkdtemp(join(tmpdir(), 'kling-fetch-'));
  folders.push(folder);
  await writeFile(join(folder, 'page.md'), changed);
  const { findings } = await driftSpec({ from: folder });
  return findings;
}

describe.skipIf(!isThere)('the five real documents', () => {
  it('say what is vendored, and nothing else', async () => {
    const { checked, findings, skipped } = await driftSpec({ from: sources });
    expect(checked).toBe(7);
    expect(skipped.filter(({ why }) => !/^no file in|^the provider publishes/.test(why))).toEqual(
      [],
    );
    expect(findings).toEqual([]);
  });

  it.each(['klingai', 'cometapi', 'deerapi'] as const)('are told apart: %s', async (provider) => {
    const { checked, findings } = await driftSpec({ from: sources, provider });
    expect(checked).toBe({ klingai: 3, cometapi: 3, deerapi: 1 }[provider]);
    expect(findings.every((finding) => finding.provider === provider)).toBe(true);
  });

  const openapi: [string, string, RegExp | string, string, string, string][] = [
    [
      '000',
      'a type',
      'type: integer\n                  description: >-\n                    Duration',
      'type: number\n                  description: >-\n                    Duration',
      'request-type-loosened',
      'duration/type',
    ],
    [
      '000',
      'a required field',
      '                - duration\n',
      '',
      'request-field-optional',
      'properties/duration',
    ],
    [
      '000',
      'a field of the answer',
      '                      task_id:',
      '                      id:',
      'response-field-removed',
      'properties/task_id',
    ],
    [
      '000',
      'the scheme of the credentials',
      'scheme: bearer',
      'scheme: basic',
      'security-changed',
      '#/security',
    ],
    [
      '000',
      'the host',
      'url: https://api.cometapi.com',
      'url: https://api2.cometapi.com',
      'server-changed',
      '#/servers/0/url',
    ],
    [
      '002',
      'a choice',
      '                - required:\n                    - video_url\n',
      '',
      'request-field-required',
      '/video_id',
    ],
    [
      '003',
      'a value',
      '                    - kling-v1-6\n',
      '',
      'request-enum-removed',
      'model_name/enum',
    ],
    ['003', 'a default', 'default: std', 'default: pro', 'request-default-changed', 'mode/default'],
    [
      '003',
      'a nested type',
      /(zoom:\n\s+type: )integer/g,
      '$1number',
      'request-type-loosened',
      'properties/zoom/type',
    ],
  ];
  it.each(openapi)('OpenAPI in Markdown, %s: %s', async (number, _, from, to, kind, end) => {
    const findings = await findingsOf(number, from, to);
    expect(findings).toContainEqual(
      expect.objectContaining({ kind, location: expect.stringMatching(new RegExp(`${end}$`)) }),
    );
  });

  it.each([
    ['000', 'Text prompt describing', 'A text which describes'],
    ['002', '# Create Kling video-to-audio', '# Another title'],
    ['003', 'x-codeSamples', 'x-samples'],
    ['003', 'operationId: text_to_video', 'operationId: other'],
  ])('prose around and in OpenAPI means nothing: %s, %s', async (number, from, to) => {
    expect(await findingsOf(number, from, to)).toEqual([]);
  });

  const reference: [string, string, RegExp | string, string, string, string][] = [
    [
      '001',
      'a limit',
      'Cannot exceed 200 characters',
      'Cannot exceed 100 characters',
      'request-limit-tightened',
      'prompt/maxLength',
    ],
    [
      '001',
      'a range',
      '3.0s - 10.0s',
      '3.0s - 15.0s',
      'request-limit-loosened',
      'duration/maximum',
    ],
    ['001', 'a type', 'durationfloat', 'durationint', 'request-type-changed', 'duration/type'],
    [
      '001',
      'what is required',
      'callback_urlstringOptional',
      'callback_urlstringRequired',
      'request-field-required',
      'callback_url',
    ],
    [
      '001',
      'a field',
      'durationfloatRequired',
      'lengthfloatRequired',
      'request-field-removed',
      'properties/duration',
    ],
    [
      '001',
      'a state',
      'submitted, processing, succeed,',
      'queued, submitted, processing, succeed,',
      'response-enum-added',
      'task_status/enum',
    ],
    [
      '001',
      'the name of a result',
      '"url_mp3"',
      '"mp3_url"',
      'response-field-removed',
      'properties/url_mp3',
    ],
    [
      '001',
      'the type of a time',
      '"updated_at": 1722769557708',
      '"updated_at": "string"',
      'response-type-changed',
      'updated_at/type',
    ],
    [
      '001',
      'a default',
      'pageSizeintOptionalDefault to 30',
      'pageSizeintOptionalDefault to 50',
      'request-default-changed',
      'parameters/1/schema/default',
    ],
    [
      '001',
      'the range of a parameter',
      '[1, 500]',
      '[1, 100]',
      'request-limit-tightened',
      'parameters/1/schema/maximum',
    ],
    [
      '001',
      'an operation',
      /^GET\/v1\/audio\/text-to-audio$/gm,
      'GET/v1/audio/all-sounds',
      'operation-removed',
      'text-to-audio/get',
    ],
    [
      '001',
      'the host',
      'api-singapore.klingai.com',
      'api-tokyo.klingai.com',
      'server-changed',
      '#/servers/0/url',
    ],
    ['001', 'the status of an answer', /^200$/gm, '202', 'response-status-added', 'responses/202'],
    [
      '004',
      'a limit',
      'Max 200 characters',
      'Max 100 characters',
      'request-limit-tightened',
      'prompt/maxLength',
    ],
    [
      '004',
      'a range',
      'Range: 3.0–10.0',
      'Range: 5.0–10.0',
      'request-limit-tightened',
      'duration/minimum',
    ],
    [
      '004',
      'a type',
      'duration\ninteger',
      'duration\nstring',
      'request-type-changed',
      'duration/type',
    ],
    ['004', 'a default', 'default:5', 'default:10', 'request-default-changed', 'duration/default'],
    [
      '004',
      'what is required',
      'code\ninteger\nrequired',
      'code\ninteger',
      'response-field-optional',
      'properties/code',
    ],
    [
      '004',
      'a type of the answer',
      'data\nobject',
      'data\nstring',
      'response-type-changed',
      'data/type',
    ],
  ];
  it.each(reference)('a page for people, %s: %s', async (number, _, from, to, kind, end) => {
    const findings = await findingsOf(number, from, to);
    expect(findings).toContainEqual(
      expect.objectContaining({
        kind,
        location: expect.stringMatching(new RegExp(`${end.replaceAll('/', '\\/')}$`)),
      }),
    );
  });

  it('shows other sentences of a page for people as new lines, and gone ones by their number', async () => {
    const findings = await findingsOf('001', 'Generated audio duration', 'How long it lasts');
    expect(findings).toEqual([
      {
        severity: 'info',
        kind: 'page-changed',
        provider: 'klingai',
        operation: '',
        location: 'https://kling.ai/document-api/apiReference/model/textToAudio',
        expected: ['- line 55'],
        actual: ['+ How long it lasts'],
        message: '- line 55; + How long it lasts',
      },
    ]);
  });

  it.each([
    ['001', '"Fireworks sound during Chinese New Year celebration"', '"Rain"'],
    ['004', '"Soft ambient ocean waves at sunrise."', '"Rain"'],
    ['004', '861254119619698760', '1'],
  ])('finds nothing in other examples: %s, %s', async (number, from, to) => {
    expect(await findingsOf(number, from, to)).toEqual([]);
  });

  it('keeps none of their sentences', async () => {
    const kept = await Promise.all(
      ['klingai', 'deerapi'].map((name) => readFile(`openapi/pages/${name}.json`, 'utf8')),
    );
    for (const text of kept) {
      const words = text.match(/[a-z]{5,}/gi)?.filter((word) => !/^[a-f]+$/.test(word)) ?? [];
      const address = /https?|kling|audio|model|reference|document|deerapi|apidoc|text/i;
      expect(words.filter((word) => !address.test(word))).toEqual([]);
    }
  });
});
