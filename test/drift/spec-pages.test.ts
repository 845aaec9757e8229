import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Finding } from '../../src/contract/finding.ts';
import { providerNames } from '../../src/documents/documents.ts';
import { objectOf } from '../../src/documents/json.ts';
import { driftSpec, updateSpec } from '../../src/drift/published/drift.ts';
import { readPublished } from '../../src/drift/published/published-page.ts';
import { groupsOf, hashLines } from '../../src/drift/published/sentences.ts';
import { type Contract, readContracts } from '../../src/drift/published/vendored.ts';
import { pagesFolder } from '../support/samples.ts';

/** Five pages in the providers' layouts and with their facts, but in our words: see test/fixtures/README.md. */
const pages = fileURLToPath(pagesFolder);
const cometSound = 'cometapi-text-to-audio.md';
const klingSound = 'klingai-text-to-audio.txt';
const cometVideoSound = 'cometapi-video-to-audio.md';
const cometVideo = 'cometapi-text-to-video.md';
const deerSound = 'deerapi-text-to-audio.txt';

const folders: string[] = [];
afterEach(async () => {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true });
});

type Edit = [from: RegExp | string, to: string];

/** The findings about one of the pages, with texts in it replaced everywhere. */
async function findingsOf(name: string, ...edits: Edit[]): Promise<Finding[]> {
  let changed = await readFile(join(pages, name), 'utf8');
  for (const [from, to] of edits) {
    const before = changed;
    changed = before.replaceAll(from, to);
    expect(changed, String(from)).not.toBe(before);
  }
  const folder = await mkdtemp(join(tmpdir(), 'kling-fetch-'));
  folders.push(folder);
  await writeFile(join(folder, 'page.md'), changed);
  const { findings } = await driftSpec({ from: folder });
  return findings;
}

/** A page, what is edited, how, what has to be found where, and whether no other edit may be beside it. */
type Row = [page: string, what: string, ...edit: Edit, kind: string, end: string, how?: 'alone'];

/** Edits of the same page are found beside each other, but for those that others are within, or the other way round. */
function byPage(rows: readonly Row[]): [page: string, what: string, rows: Row[]][] {
  const keyOf = ([page, what, , , , , how]: Row) => (how ? `${page} ${what}` : page);
  return [...new Set(rows.map(keyOf))].map((key) => {
    const own = rows.filter((row) => keyOf(row) === key);
    return [own[0]?.[0] ?? '', own.map(([, what]) => what).join(', '), own];
  });
}

/** All edits are made in one page, and each has to be found. */
async function expectAll(page: string, _: string, rows: Row[]) {
  const findings = await findingsOf(page, ...rows.map(([, , from, to]): Edit => [from, to]));
  for (const [, what, , , kind, end] of rows) {
    const own = findings.filter((each) => each.kind === kind && each.location.endsWith(end));
    expect(own, what).not.toEqual([]);
  }
}

describe('the five pages, compared with everything that is vendored', () => {
  it.each(['klingai', 'cometapi', 'deerapi'] as const)('are told apart: %s', async (provider) => {
    const { checked, findings } = await driftSpec({ from: pages, provider });
    expect(checked).toBe({ klingai: 3, cometapi: 3, deerapi: 1 }[provider]);
    expect(findings.every((finding) => finding.provider === provider)).toBe(true);
  });

  it('differ only in their sentences, and repeat none of the providers’', async () => {
    const { findings } = await driftSpec({ from: pages });
    const kinds = new Set(findings.map(({ kind }) => kind));
    expect(kinds).toEqual(new Set(['page-changed', 'sentence-changed']));
    const repeated = await Promise.all(
      [klingSound, deerSound].map(async (name) => {
        const contract = (await readContracts()).find(({ provider }) => name.startsWith(provider));
        if (!contract) throw new Error(`no contract for ${name}`);
        const page = readPublished(await readFile(join(pages, name), 'utf8'), name);
        const [source] = Object.values(contract.sources);
        const groups = groupsOf(page, contract, source?.address ?? '');
        const known = groups.flatMap((group) => {
          const own = hashLines(group);
          const kept = Object.keys(contract.pages[group.key] ?? {});
          const lines = kept.flatMap((hash) => own[hash] ?? []).map((line) => [line].flat()[0]);
          return group.lines.filter(({ line }) => lines.includes(line)).map(({ text }) => text);
        });
        return known.join(' / ');
      }),
    );
    // These are facts. That they are recognized shows that what is kept of the providers' pages can still be compared.
    expect(repeated).toEqual([
      'Learn More / Text to Audio / Create Task / Query Task (Single) / Query Task (List) / ' +
        '• Value range: [1, 1000] / • Value range: [1, 500]',
      'Skip to main content / cURL / Overview / Before you start / https://api.deerapi.com / ' +
        'Authorization: Bearer $DEERAPI_KEY / Model selection / Implementation notes / application/json',
    ]);
  });

  it('change nothing in an update except the hashes of sentences', async () => {
    const files = await updateSpec({ from: pages });
    expect(files.map(({ path }) => path).sort()).toEqual([
      'pages/cometapi.json',
      'pages/deerapi.json',
      'pages/klingai.json',
    ]);
  });

  it('are compared with hashes, so that none of the providers’ sentences is kept', async () => {
    const kept = await Promise.all(
      providerNames.map((name) => readFile(`openapi/pages/${name}.json`, 'utf8')),
    );
    const address = /^https:\/\/[\w./-]+( as (text|page|OpenAPI))?$/;
    const about = /^(GET|POST) \/[\w/{}.-]+ [\w.[\]-]+( \/ [\w.[\]-]+)*$/;
    for (const text of kept) {
      const values: unknown = JSON.parse(text, (key, value) => {
        if (typeof value === 'string') expect(value).toMatch(about);
        else if (key !== '' && !/^\d+$/.test(key)) expect(key).toMatch(/^[0-9a-f]{12}$|^https:/);
        return value;
      });
      expect(Object.keys(objectOf(values)).filter((key) => !address.test(key))).toEqual([]);
    }
  });
});

describe('the five pages, compared with what is vendored and their own sentences', () => {
  const vendored = new Map<Contract, Contract['pages']>();
  // As if the project had been brought up to date from these pages; the contracts are shared with other test files.
  beforeAll(async () => {
    const files = await updateSpec({ from: pages });
    for (const contract of await readContracts()) {
      vendored.set(contract, contract.pages);
      const file = files.find(({ path }) => path === `pages/${contract.provider}.json`);
      if (file) contract.pages = JSON.parse(file.text);
    }
  });
  afterAll(() => {
    for (const [contract, kept] of vendored) contract.pages = kept;
  });

  it('say what is vendored, and nothing else', async () => {
    const { checked, findings, skipped } = await driftSpec({ from: pages });
    expect(checked).toBe(7);
    expect(skipped.filter(({ why }) => !/^no file in|^the provider publishes/.test(why))).toEqual(
      [],
    );
    expect(findings).toEqual([]);
  });

  const openapi: Row[] = [
    [
      cometSound,
      'a type',
      'type: integer\n                  description: >-\n                    How many seconds',
      'type: number\n                  description: >-\n                    How many seconds',
      'request-type-loosened',
      'duration/type',
    ],
    [
      cometSound,
      'a required field',
      '                - duration\n',
      '',
      'request-field-optional',
      'properties/duration',
    ],
    [
      cometSound,
      'a field of the answer',
      '                      task_id:',
      '                      id:',
      'response-field-removed',
      'properties/task_id',
    ],
    [
      cometSound,
      'the scheme of the credentials',
      'scheme: bearer',
      'scheme: basic',
      'security-changed',
      '#/security',
    ],
    [
      cometSound,
      'the host',
      'url: https://api.cometapi.com',
      'url: https://api2.cometapi.com',
      'server-changed',
      '#/servers/0/url',
      'alone',
    ],
    [
      cometVideoSound,
      'a choice',
      '                - required:\n                    - video_url\n',
      '',
      'request-field-required',
      '/video_id',
    ],
    [
      cometVideo,
      'a value',
      '                    - kling-v1-6\n',
      '',
      'request-enum-removed',
      'model_name/enum',
    ],
    [
      cometVideo,
      'a default',
      'default: std',
      'default: pro',
      'request-default-changed',
      'mode/default',
    ],
    [
      cometVideo,
      'a nested type',
      /(zoom:\n\s+type: )integer/g,
      '$1number',
      'request-type-loosened',
      'properties/zoom/type',
    ],
  ];
  it.each(byPage(openapi))('OpenAPI in Markdown, %s: %s', expectAll);

  it.each([
    [cometSound, '# Create Kling text-to-audio', '# Another title'],
    [cometVideoSound, '# Create Kling video-to-audio', '# Another title'],
    [cometVideo, 'x-codeSamples', 'x-samples'],
    [cometVideo, 'operationId: text_to_video', 'operationId: other'],
  ])('prose around and in OpenAPI means nothing: %s, %s', async (page, from, to) => {
    expect(await findingsOf(page, [from, to])).toEqual([]);
  });

  const reference: Row[] = [
    [
      klingSound,
      'a limit',
      'cannot exceed 200 characters',
      'cannot exceed 100 characters',
      'request-limit-tightened',
      'prompt/maxLength',
    ],
    [
      klingSound,
      'a range',
      '3.0s - 10.0s',
      '3.0s - 15.0s',
      'request-limit-loosened',
      'duration/maximum',
    ],
    [
      klingSound,
      'a type',
      'durationfloat',
      'durationint',
      'request-type-changed',
      'duration/type',
      'alone',
    ],
    [
      klingSound,
      'what is required',
      'callback_urlstringOptional',
      'callback_urlstringRequired',
      'request-field-required',
      'callback_url',
    ],
    [
      klingSound,
      'a field',
      'durationfloatRequired',
      'lengthfloatRequired',
      'request-field-removed',
      'properties/duration',
      'alone',
    ],
    [
      klingSound,
      'a state',
      'submitted, processing, succeed,',
      'queued, submitted, processing, succeed,',
      'response-enum-added',
      'task_status/enum',
    ],
    [
      klingSound,
      'the name of a result',
      '"url_mp3"',
      '"mp3_url"',
      'response-field-removed',
      'properties/url_mp3',
    ],
    [
      klingSound,
      'the type of a time',
      '"updated_at": 1760000000000',
      '"updated_at": "string"',
      'response-type-changed',
      'updated_at/type',
    ],
    [
      klingSound,
      'a default',
      'pageSizeintOptionalDefault to 30',
      'pageSizeintOptionalDefault to 50',
      'request-default-changed',
      'parameters/1/schema/default',
    ],
    [
      klingSound,
      'the range of a parameter',
      '[1, 500]',
      '[1, 100]',
      'request-limit-tightened',
      'parameters/1/schema/maximum',
    ],
    [
      klingSound,
      'an operation',
      /^GET\/v1\/audio\/text-to-audio$/gm,
      'GET/v1/audio/all-sounds',
      'operation-removed',
      'text-to-audio/get',
      'alone',
    ],
    [
      klingSound,
      'the host',
      'api-singapore.klingai.com',
      'api-tokyo.klingai.com',
      'server-changed',
      '#/servers/0/url',
      'alone',
    ],
    [
      klingSound,
      'the status of an answer',
      /^200$/gm,
      '202',
      'response-status-added',
      'responses/202',
      'alone',
    ],
    [
      deerSound,
      'a limit',
      'Max 200 characters',
      'Max 100 characters',
      'request-limit-tightened',
      'prompt/maxLength',
    ],
    [
      deerSound,
      'a range',
      'Range: 3.0–10.0',
      'Range: 5.0–10.0',
      'request-limit-tightened',
      'duration/minimum',
    ],
    [
      deerSound,
      'a type',
      'duration\ninteger',
      'duration\nstring',
      'request-type-changed',
      'duration/type',
      'alone',
    ],
    [
      deerSound,
      'a default',
      'default:5',
      'default:10',
      'request-default-changed',
      'duration/default',
    ],
    [
      deerSound,
      'what is required',
      'code\ninteger\nrequired',
      'code\ninteger',
      'response-field-optional',
      'properties/code',
    ],
    [
      deerSound,
      'a type of the answer',
      'data\nobject',
      'data\nstring',
      'response-type-changed',
      'data/type',
    ],
  ];
  it.each(byPage(reference))('a page for people, %s: %s', expectAll);

  it.each([
    [klingSound, 'How many seconds the sound lasts', 'How long it lasts', 'duration'],
    [cometSound, 'What should be heard', 'What the sound is', 'prompt'],
  ])(
    'a sentence on which rules of ours rest is a warning: %s, %s',
    async (name, from, to, field) => {
      const findings = await findingsOf(name, [from, to]);
      expect(findings).toMatchObject([
        {
          severity: 'warning',
          kind: 'sentence-changed',
          operation: expect.stringMatching(/^POST .*\/text-to-audio$/),
          actual: [expect.stringMatching(new RegExp(`^\\+ line \\d+: ${to}`))],
          message: expect.stringContaining(`something else about ${field}, on which this rests: `),
        },
      ]);
      expect(findings[0]?.message).toContain(`.properties.${field} (`);
    },
  );

  it('gives other new sentences of a page for people as text, and missing ones by their line', async () => {
    const text = await readFile(join(pages, klingSound), 'utf8');
    const line = text.split('\n').findIndex((each) => each.includes('A name that you give')) + 1;
    expect(line).toBeGreaterThan(0);
    const findings = await findingsOf(klingSound, [
      /A name that you give the task/g,
      'A name that is yours',
    ]);
    expect(findings).toEqual([
      {
        severity: 'info',
        kind: 'page-changed',
        provider: 'klingai',
        operation: '',
        location: 'https://kling.ai/document-api/api/video/audio-generation/text-to-audio',
        expected: [`- line ${line}`],
        actual: [`+ line ${line}: A name that is yours`],
        message: `- line ${line}; + line ${line}: A name that is yours`,
        page: expect.stringMatching(/page\.md$/),
        line,
      },
    ]);
  });

  it.each([
    [klingSound, '"Rain on a tin roof at night"', '"Wind"'],
    [deerSound, '"Rain on a tin roof at night."', '"Wind"'],
    [deerSound, '700000000000000001', '1'],
  ])('finds nothing in other examples: %s, %s', async (page, from, to) => {
    expect(await findingsOf(page, [from, to])).toEqual([]);
  });
});
