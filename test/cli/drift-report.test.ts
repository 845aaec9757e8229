import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  breaking,
  clean,
  drifted,
  type FakeEngines,
  failToCheck,
  inDriftFolder,
  warning,
} from './drift-support.ts';
import { canary } from './support.ts';

const { drift, write, read, folder } = inDriftFolder();

describe('the report', () => {
  it.each([
    ['json', '{\n'],
    ['markdown', '**drift: '],
    ['junit', '<?xml'],
    ['sarif', '{\n'],
    ['github', '::error '],
    ['text', 'BREAKING '],
  ])('comes as %s', async (format, start) => {
    const { out, code } = await drift(['spec', '--format', format], { spec: () => drifted });
    expect(out.startsWith(start)).toBe(true);
    expect(code).toBe(1);
  });

  it('fails in JUnit what fails the command', async () => {
    const spec = () => ({ ...clean, findings: [warning] });
    const failures = async (failOn: string) =>
      (await drift(['spec', '--format', 'junit', '--fail-on', failOn], { spec })).out.match(
        /<failure/g,
      )?.length;
    expect(await failures('breaking')).toBeUndefined();
    expect(await failures('warning')).toBe(1);
  });

  it('goes into a file instead, in place of the old one, without keys', async () => {
    await write('report.json', 'old');
    const { out, code } = await drift(['spec', '--format', 'json', '--output', 'report.json'], {
      spec: () => ({ ...clean, findings: [{ ...warning, message: `your key ${canary}` }] }),
    });
    expect({ code, out }).toEqual({ code: 0, out: '' });
    expect(JSON.parse(await read('report.json')).findings[0].message).toBe('your key ***');
    expect(await readdir(folder())).toEqual(['report.json']);
  });

  it('goes into the file even when nothing could be checked', async () => {
    const argv = ['spec', '--format', 'json', '--output', 'report.json'];
    expect((await drift(argv, { spec: failToCheck })).code).toBe(3);
    expect(JSON.parse(await read('report.json')).skipped.length).toBe(1);
  });

  it('is appended to a summary as Markdown, whatever its own format', async () => {
    await write('summary.md', '# Before\n');
    const argv = ['spec', '--format', 'github', '--summary', 'summary.md'];
    const { out } = await drift(argv, { spec: () => drifted });
    expect(out).toMatch(/^::error/);
    expect(await read('summary.md')).toMatch(
      /^# Before\n\*\*drift: 1 breaking.*\n\n### cometapi\n/,
    );
  });

  it('is not started when its summary cannot be written', async () => {
    await mkdir(join(folder(), 'summary.md'));
    const { code, out, last, asked } = await drift(['spec', '--summary', 'summary.md']);
    expect({ code, out, asked }).toEqual({ code: 2, out: '', asked: [] });
    expect(last).toBe('kling-fetch: --summary cannot be written: illegal operation on a directory');
  });
});

describe('a baseline', () => {
  const place = {
    kind: breaking.kind,
    provider: 'cometapi',
    operation: breaking.operation,
    location: breaking.location,
  };
  const entry = { ...place, reason: 'known', until: '2999-12-31' };
  const spec = () => ({ ...clean, findings: [breaking] });

  it('accepts a finding, which the report still mentions', async () => {
    await write('baseline.json', [entry]);
    const { code, out } = await drift(['spec', '--baseline', 'baseline.json'], { spec });
    expect(code).toBe(0);
    expect(out).toContain('accepted until 2999-12-31: known');
    expect(out).not.toContain('BREAKING');
  });

  it('does not accept a finding after its date', async () => {
    await write('baseline.json', [{ ...entry, until: '2020-01-01' }]);
    const { code, out } = await drift(['spec', '--baseline', 'baseline.json'], { spec });
    expect(code).toBe(1);
    expect(out).toContain('was accepted until 2020-01-01');
  });

  it.each([
    ['{', '--baseline baseline.json: it is not JSON'],
    [[{ ...entry, reason: '' }], '--baseline baseline.json: entry 1: reason must say something'],
    [[{ ...place, reason: 'x' }], '--baseline baseline.json: entry 1: until is required'],
    [[{ ...entry, why: 'x' }], '--baseline baseline.json: entry 1: unknown field why'],
  ])('%j gives one line and exit code 2, before any check', async (content, line) => {
    await write('baseline.json', content);
    const { code, err, out, asked } = await drift(['spec', '--baseline', 'baseline.json']);
    expect({ code, err, out, asked }).toEqual({
      code: 2,
      err: `kling-fetch: ${line}\n`,
      out: '',
      asked: [],
    });
  });

  it('names its unused entries, when everything that they are about was checked', async () => {
    await write('baseline.json', [entry, { ...entry, kind: 'answer-null', location: '/data' }]);
    const unused = /^ {2}(\S+) .*(take the entry out|left something out)$/gm;
    const found = async (argv: string[], engines: FakeEngines, words = 'take the entry out') => {
      const { out, code } = await drift([...argv, '--baseline', 'baseline.json'], engines);
      const lines = [...out.matchAll(unused)];
      if (lines.length > 0) expect(code).not.toBe(1);
      for (const [, , said] of lines) expect(said).toBe(words);
      return lines.map(([, kind]) => kind);
    };
    expect(await found(['spec'], { spec: () => clean })).toEqual(['request-type-changed']);
    // What nobody publishes changes nothing about the rest.
    const skipped = [{ what: 'deerapi GET /x', why: 'the provider publishes nothing about it' }];
    const inferred = { spec: () => ({ ...clean, skipped }) };
    expect(await found(['spec'], inferred)).toEqual(['request-type-changed']);
    const failed = { spec: () => ({ ...clean, skipped: [{ ...skipped[0], failed: true }] }) };
    const part = 'left something out';
    expect(await found(['spec'], failed, part)).toEqual(['request-type-changed']);
    const named = ['spec', '--operation', 'text-to-audio'];
    const operations = [`cometapi ${breaking.operation}`];
    expect(await found(named, { spec: () => ({ ...clean, operations }) })).toHaveLength(1);
    expect(await found(named, { spec: () => ({ ...clean, operations: [] }) })).toEqual([]);
    const unasked = { live: () => ({ ...clean, skipped, tasks: [] }) };
    expect(await found(['live', '--provider', 'cometapi'], unasked, part)).toEqual(['answer-null']);
    expect(await found(['spec', '--provider', 'deerapi'], {})).toEqual([]);
    expect(await found(['spec'], { spec: failToCheck })).toEqual([]);
    expect(await found(['live', '--provider', 'cometapi'], {})).toEqual(['answer-null']);
  });
});
