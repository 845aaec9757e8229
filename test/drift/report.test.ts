import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import {
  type CreatedTask,
  type Finding,
  makeFinding,
  type Report,
} from '../../src/contract/finding.ts';
import { kinds } from '../../src/contract/kinds.ts';
import { type Format, formats } from '../../src/drift/report/formats.ts';
import { elementsOf } from '../support/xml.ts';

const base: Finding = makeFinding({
  kind: 'request-type-changed',
  provider: 'cometapi',
  operation: 'POST /kling/v1/audio/text-to-audio',
  location: '/properties/duration',
  expected: 'number',
  actual: 'integer',
  message: 'duration: number became integer',
});
const found = (facts: Partial<Finding>): Finding =>
  makeFinding({
    ...base,
    ...facts,
    ...(facts.kind ? { severity: kinds[facts.kind].severity } : {}),
  });
const newField = found({ kind: 'answer-field-undocumented', provider: 'deerapi', message: 'seed' });
const newDefault = found({ kind: 'request-default-changed', message: 'duration: 5 became 10' });

const report: Report = {
  checked: 1234,
  skipped: [
    { what: 'tasks', why: '--spend was not given' },
    { what: 'klingai', why: 'no answer', failed: true },
  ],
  findings: [newField, newDefault, base],
};
const created: CreatedTask = {
  ...{ provider: 'klingai', operation: 'POST /v1/audio/text-to-audio' },
  ...{ id: '861254119619698760', externalId: 'kling-fetch-drift-1', why: 'a valid create' },
  ...{ isProbe: false, isCertain: true, status: 'succeed', units: '0.25' },
};
const probed: CreatedTask = {
  ...{ provider: 'deerapi', operation: 'POST /kling/v1/audio/text-to-audio' },
  ...{ id: '', externalId: 'kling-fetch-drift-2', why: 'prompt: maxLength, too long' },
  ...{ isProbe: true, isCertain: false, status: 'unknown' },
};
const spent: Report = { ...report, tasks: [created, probed] };
const clean: Report = { checked: 40, skipped: [], findings: [] };
const nothing: Report = { checked: 0, skipped: [], findings: [] };
const names = Object.keys(formats) as Format[];

/** A page may say anything. */
const nasty = `a|b\`c\`, <b>"x"&'y'</b> 100% ::error::\r\n| @admin \u001b[2J\u0000 [l](http://x) \\| ]]>`;
const poisoned: Report = {
  checked: 1,
  skipped: [{ what: nasty, why: nasty }],
  findings: [
    found({ message: nasty, location: nasty, expected: nasty, actual: { nasty } }),
    found({ message: 'the next one', operation: '', location: '' }),
  ],
  tasks: [{ ...created, id: nasty, status: nasty, why: nasty }],
};

describe.each(names)('%s', (format) => {
  it('says how much was checked when nothing was found', () => {
    expect(formats[format](clean)).toMatch(/\b40\b/);
    expect(formats[format](nothing)).toMatch(/nothing was checked|"checked": 0/);
  });

  it('lists what was not checked, and why', () => {
    for (const said of ['tasks', '--spend was not given', 'klingai', 'no answer']) {
      expect(formats[format](report)).toContain(said);
    }
  });

  it('names each task that exists or may exist, why, and what it cost', () => {
    const text = formats[format](spent);
    const said =
      format === 'json' ? [] : ['(may exist)', 'cost unknown, counted as 1', '0.25 units'];
    const names = [created.id, probed.externalId, created.operation, probed.operation];
    for (const each of [...names, created.provider, created.why, probed.why, ...said]) {
      expect(text.replaceAll('\\(', '(')).toContain(each);
    }
    expect(formats[format]({ ...report, tasks: [] })).not.toContain('may exist');
  });

  it('names each finding with its kind, its place and its message', () => {
    for (const { kind, operation, location, message } of report.findings) {
      for (const said of [kind, operation, location, message]) {
        const escaped = format === 'github' ? said.replaceAll(':', '%3A') : said;
        const text = formats[format](report);
        expect(text.includes(said) || text.includes(escaped), said).toBe(true);
      }
    }
  });

  it('says on which line of which page a finding is, and names the page where the line is not known', () => {
    const page = 'pages/text to audio.md';
    const text = formats[format]({ ...clean, findings: [found({ page, line: 34 })] });
    expect(text).toMatch(
      format === 'json' ? /"page": "pages\/text to audio.md",\s*"line": 34/ : /to audio.md:34\b/,
    );
    const whole = formats[format]({ ...clean, findings: [found({ page: 'https://x.test/a.md' })] });
    expect(whole).toMatch(/https:\/\/x\.test\/a\.md(?!:\d)/);
  });

  it('warns of entries of the baseline that match nothing', () => {
    const unmatched = [{ what: 'answer-null klingai /data', why: 'take the entry out' }];
    const text = formats[format]({ ...clean, unmatched });
    expect(text).toMatch(/answer-null klingai \/data/);
    expect(text).toMatch(/take the entry out/);
    expect(text).toMatch(/warning|unmatched/i);
    expect(formats[format]({ ...clean, unmatched: [] })).not.toMatch(/without a finding/);
  });

  it('ends with a line break and has no control characters', () => {
    const text = formats[format](poisoned);
    expect(text).toMatch(/[^\n]\n$/);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: the test is about them
    expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f]/);
  });
});

describe('text', () => {
  it('groups findings, the worst first, and ends with a summary', () => {
    expect(formats.text(report)).toBe(
      `${[
        'BREAKING cometapi POST /kling/v1/audio/text-to-audio',
        '  duration: number became integer',
        '    request-type-changed at /properties/duration',
        '',
        'WARNING cometapi POST /kling/v1/audio/text-to-audio',
        '  duration: 5 became 10',
        '    request-default-changed at /properties/duration',
        '',
        'INFO deerapi POST /kling/v1/audio/text-to-audio',
        '  seed',
        '    answer-field-undocumented at /properties/duration',
        '',
        'COULD NOT BE CHECKED',
        '  klingai: no answer',
        '',
        'SKIPPED',
        '  tasks: --spend was not given',
        '',
        'drift: 1 breaking, 1 warning, 1 info in 1,234 checks; 1 check could not be made; 1 skipped',
      ].join('\n')}\n`,
    );
  });

  it('does not name twice what the reason names itself', () => {
    const skipped = [{ what: 'page.md', why: 'page.md did not answer', failed: true }];
    expect(formats.text({ ...clean, skipped })).toContain('\n  page.md did not answer\n');
  });

  it('is one line when nothing was found', () => {
    expect(formats.text(clean)).toBe('drift: nothing found in 40 checks\n');
  });
});

describe('json', () => {
  it('has exactly the documented keys', () => {
    const read = JSON.parse(formats.json(report));
    expect(Object.keys(read)).toEqual(['checked', 'skipped', 'findings']);
    expect(read.checked).toBe(1234);
    expect(read.skipped).toEqual(report.skipped.map(({ what, why }) => ({ what, why })));
    const keys = ['severity', 'kind', 'provider', 'operation', 'location'];
    for (const each of read.findings) {
      expect(Object.keys(each)).toEqual([...keys, 'expected', 'actual', 'message']);
    }
    expect(read.findings).toEqual(report.findings);
  });

  it('has the entries of a baseline that match nothing, where there was one', () => {
    const unmatched = [{ what: 'answer-null klingai /data', why: 'take the entry out' }];
    expect(JSON.parse(formats.json({ ...clean, unmatched })).unmatched).toEqual(unmatched);
    expect(JSON.parse(formats.json({ ...clean, unmatched: [] })).unmatched).toEqual([]);
  });

  it('has the tasks of a check that can create some', () => {
    const read = JSON.parse(formats.json(spent));
    expect(Object.keys(read)).toEqual(['checked', 'skipped', 'findings', 'tasks']);
    expect(read.tasks).toEqual([created, { ...probed, units: null }]);
  });

  it('keeps both sides when one of them is nothing', () => {
    const gone = { ...clean, findings: [found({ expected: { a: [1] }, actual: undefined })] };
    expect(JSON.parse(formats.json(gone)).findings[0]).toMatchObject({
      expected: { a: [1] },
      actual: null,
    });
  });
});

describe('markdown', () => {
  /** The cells of each row, by GitHub's rules: a backslash before a bar keeps the cell open. */
  const rowsOf = (text: string) =>
    text
      .split('\n')
      .filter((line) => line.startsWith('|'))
      .map((line) => [...line.slice(1).matchAll(/((?:\\.|[^|\\])*)\|/g)].map(([, cell]) => cell));

  it('has a table per provider, the worst first', () => {
    const text = formats.markdown(report);
    expect(text.match(/^### .*/gm)).toEqual(['### cometapi', '### deerapi', '### Not checked']);
    expect(text.indexOf('**breaking**')).toBeLessThan(text.indexOf('**warning**'));
  });

  it('keeps every table whole, whatever a page says', () => {
    const rows = rowsOf(formats.markdown(poisoned));
    expect(rows.map((cells) => cells.length)).toEqual([4, 4, 4, 4, 4, 4, 4, 3, 3, 3]);
  });

  it('mentions nobody, links nowhere, and has no markup from a page', () => {
    const text = formats.markdown(poisoned);
    expect(text).not.toMatch(/@admin/);
    expect(text).not.toMatch(/(?<!\\)<b>/);
    expect(text).not.toMatch(/(?<!\\)\[l\]/);
    expect(text).not.toMatch(/(?<!\\)`c/);
  });

  it('fits into an issue, and says what it left out', () => {
    const location = '/data'.repeat(200);
    const many = { ...clean, findings: Array.from({ length: 500 }, () => found({ location })) };
    const text = formats.markdown({ ...many, skipped: report.skipped });
    expect(text.length).toBeLessThan(60_000);
    expect(text).toMatch(/and \d+ more/);
    expect(text).toContain('no answer');
  });
});

describe('junit', () => {
  const attributes = (text: string, name: string) =>
    elementsOf(text)
      .filter((element) => element.name === name)
      .map((element) => element.attributes);

  it('counts every case and its outcome', () => {
    const text = formats.junit(report);
    const [sum] = attributes(text, 'testsuites');
    expect(sum).toMatchObject({ tests: '6', failures: '1', errors: '1', skipped: '1' });
    const suites = attributes(text, 'testsuite');
    expect(suites.map(({ name, tests }) => [name, tests])).toEqual([
      ['drift', '3'],
      ['cometapi', '2'],
      ['deerapi', '1'],
    ]);
    expect(attributes(text, 'testcase').length).toBe(6);
  });

  it.each([
    ['breaking', 1],
    ['warning', 2],
    ['info', 3],
  ] as const)('fails from %s on when that is asked for', (failOn, count) => {
    expect(attributes(formats.junit(report, failOn), 'failure').length).toBe(count);
  });

  it('is well-formed and complete, whatever a page says', () => {
    const lone = '\ud800';
    const text = formats.junit({
      ...poisoned,
      findings: [...poisoned.findings, found({ message: lone })],
    });
    expect(text).not.toContain(lone);
    const messages = attributes(text, 'failure').map(({ message }) => message);
    expect(messages.join()).toContain(`<b>"x"&'y'</b>`);
  });
});

describe('github', () => {
  it('has one command per line, and escapes what would end it', () => {
    const lines = formats.github(poisoned).trimEnd().split('\n');
    expect(lines.length).toBe(5);
    for (const line of lines) expect(line).toMatch(/^::(error|warning|notice) title=[^:,]*::/);
    expect(lines[0]).toContain('100%25');
  });

  it('keeps line breaks of a message, escaped', () => {
    const broken = { ...clean, findings: [found({ message: 'a\r\nb: 50%, c' })] };
    expect(formats.github(broken)).toContain('::a%0D%0Ab: 50%25, c\n');
  });

  it('is at the line of a page in the repository, and at no file for others', () => {
    const lineOf = (facts: Partial<Finding>) =>
      formats.github({ ...clean, findings: [found(facts)] }).split('\n')[0];
    expect(lineOf({ page: 'a,b.md', line: 3 })).toMatch(
      /^::error title=[^,]*,file=a%2Cb\.md,line=3::/,
    );
    for (const page of ['https://x.test/a.md', '/tmp/a.md', '../a.md', 'C:\\a.md'])
      expect(lineOf({ page, line: 3 })).not.toContain('file=');
  });

  it('has an error, a warning or a notice for each severity', () => {
    const commands = formats.github(report).match(/^::\w+/gm);
    expect(commands).toEqual([
      '::error',
      '::warning',
      '::notice',
      '::notice',
      '::warning',
      '::notice',
    ]);
  });
});

describe('sarif', () => {
  /** What the schema of SARIF 2.1.0 asks of the parts used here; like there, nothing else may stand in them. */
  const closed = (required: string[], properties: object) => ({
    type: 'object',
    required,
    properties: { ...properties, properties: { type: 'object' } },
    additionalProperties: false,
  });
  const text = { type: 'string', minLength: 1 };
  const level = { type: 'string', enum: ['none', 'note', 'warning', 'error'] };
  const message = closed(['text'], { text });
  const list = (items: object) => ({ type: 'array', items });
  const location = closed([], {
    physicalLocation: closed([], {
      artifactLocation: closed([], { uri: { type: 'string', format: 'uri-reference' } }),
      region: closed([], { startLine: { type: 'integer', minimum: 1 } }),
    }),
    logicalLocations: list(closed([], { fullyQualifiedName: text })),
  });
  const rule = closed(['id'], {
    id: text,
    shortDescription: message,
    fullDescription: message,
    defaultConfiguration: closed([], { level }),
  });
  const result = closed(['message'], {
    ruleId: text,
    ruleIndex: { type: 'integer', minimum: -1 },
    level,
    message,
    locations: list(location),
    partialFingerprints: { type: 'object', additionalProperties: { type: 'string' } },
  });
  const invocation = closed(['executionSuccessful'], {
    executionSuccessful: { type: 'boolean' },
    toolExecutionNotifications: list(closed(['message'], { level, message })),
  });
  const run = closed(['tool'], {
    tool: closed(['driver'], { driver: closed(['name'], { name: text, rules: list(rule) }) }),
    invocations: list(invocation),
    results: list(result),
  });
  const log = closed(['version', 'runs'], {
    $schema: { type: 'string', format: 'uri' },
    version: { const: '2.1.0' },
    runs: list(run),
  });

  const located = {
    ...clean,
    findings: [found({ page: 'a b.md', line: 2 }), found({ page: '/tmp/a.md' })],
    unmatched: [{ what: 'x', why: 'y' }],
  };

  it.each(Object.entries({ report, clean, nothing, poisoned, spent, located }))(
    'is valid for a %s one',
    async (_, each) => {
      const ajv = new Ajv2020({ allErrors: true });
      (await import('ajv-formats')).default.default(ajv);
      const validate = ajv.compile(log);
      validate(JSON.parse(formats.sarif(each)));
      expect(validate.errors).toBeNull();
    },
  );

  /** Where a result is; GitHub refuses a file with a result whose `physicalLocation` has no `uri`. */
  const placeOf = (facts: Partial<Finding>, caller?: string) => {
    const text = formats.sarif({ ...clean, findings: [found(facts)] }, 'breaking', caller);
    const [only] = JSON.parse(text).runs[0].results[0].locations;
    expect(only.logicalLocations[0].fullyQualifiedName).toContain('cometapi');
    const { artifactLocation, region } = only.physicalLocation ?? {};
    return artifactLocation && `${artifactLocation.uri}:${region.startLine}`;
  };

  it('points at the page in the repository, or else at the file that asked, or else at none', () => {
    expect(placeOf({ page: 'pages/täxt 1.md', line: 7 })).toBe('pages/t%C3%A4xt%201.md:7');
    expect(placeOf({ page: 'page.md' })).toBe('page.md:1');
    expect(placeOf({ page: 'page.md', line: 7 }, '.github/workflows/x.yml')).toBe('page.md:7');
    for (const page of [
      undefined,
      'https://x.test/a.md',
      '/tmp/a.md',
      '..',
      '../a.md',
      'C:\\a.md',
    ]) {
      const facts = page === undefined ? {} : { page, line: 7 };
      expect(placeOf(facts, '.github/workflows/x.yml')).toBe('.github/workflows/x.yml:1');
      expect(placeOf(facts)).toBeUndefined();
    }
  });

  it('has a rule for every kind, and each result has its own', () => {
    const [only] = JSON.parse(formats.sarif(report)).runs;
    const { rules } = only.tool.driver;
    expect(rules.map(({ id }: { id: string }) => id)).toEqual(Object.keys(kinds));
    for (const { ruleId, ruleIndex } of only.results) expect(rules[ruleIndex].id).toBe(ruleId);
    expect(only.results.map((each: { level: string }) => each.level)).toEqual([
      'error',
      'warning',
      'note',
    ]);
  });

  it('is unsuccessful when something could not be checked', () => {
    const successful = (each: Report) =>
      JSON.parse(formats.sarif(each)).runs[0].invocations[0].executionSuccessful;
    expect([report, clean, poisoned].map(successful)).toEqual([false, true, true]);
  });

  it('gives the same finding the same fingerprint, and another place another one', () => {
    const elsewhere = found({ location: '/properties/prompt' });
    const later = found({ message: 'in other words', actual: 'object' });
    const text = formats.sarif({ ...clean, findings: [base, later, elsewhere] });
    const prints = JSON.parse(text).runs[0].results.map((each: { partialFingerprints: object }) =>
      JSON.stringify(each.partialFingerprints),
    );
    expect(new Set(prints).size).toBe(2);
  });
});
