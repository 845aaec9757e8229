import { readdir } from 'node:fs/promises';
import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { breaking, clean, drifted, inDriftFolder, info, warning } from './drift-support.ts';
import { canary } from './support.ts';

const { drift, write, read, folder } = inDriftFolder();
const spec = () => drifted;
const placeOf = ({ kind, provider, operation, location }: typeof breaking) => ({
  kind,
  provider,
  operation,
  location,
});
const accepted = (finding: typeof breaking, reason: string, until = '2999-12-31') => ({
  ...placeOf(finding),
  reason,
  until,
});
const entries = async () => JSON.parse(await read('b.json'));
const writing = ['spec', '--write-baseline', 'b.json'];
const known = [...writing, '--reason', 'known', '--until', '2999-12-31'];

describe('--write-baseline', () => {
  it('accepts all findings of the run, the worst first, and the next run knows them', async () => {
    const { code, out, err } = await drift(known, { spec });
    expect(code).toBe(0);
    expect(out).toContain('accepted until 2999-12-31: known');
    expect(err).toBe('wrote b.json: 3 accepted\n');
    expect(await entries()).toEqual(
      [breaking, warning, info].map((finding) => accepted(finding, 'known')),
    );
    const again = await drift(['spec', '--baseline', 'b.json', '--fail-on', 'info'], { spec });
    expect(again.code).toBe(0);
    expect(await readdir(folder())).toEqual(['b.json']);
  });

  it('accepts for 90 days where no date is given', async () => {
    const soon = Date.now() + 89 * 24 * 60 * 60 * 1000;
    await drift([...writing, '--reason', 'x'], { spec });
    const [{ until }] = await entries();
    expect(Date.parse(until)).toBeGreaterThan(soon);
    expect(Date.parse(until)).toBeLessThanOrEqual(soon + 2 * 24 * 60 * 60 * 1000);
  });

  it('keeps the reasons of the file and of --baseline, and takes out what is no longer found', async () => {
    const gone = accepted({ ...breaking, location: '/gone' }, 'long ago');
    const elsewhere = accepted({ ...breaking, kind: 'answer-null' }, 'live');
    await write('b.json', [gone, elsewhere, accepted(breaking, 'mine')]);
    await write('other.json', [accepted(warning, 'theirs'), accepted(breaking, 'not this')]);
    const { err } = await drift([...known, '--baseline', 'other.json'], { spec });
    expect(err).toMatch(
      /^no longer found, taken out: request-type-changed .* \/gone\nwrote b.json: 4/,
    );
    expect((await entries()).map(({ reason }: { reason: string }) => reason)).toEqual([
      'live',
      'mine',
      'theirs',
      'known',
    ]);
  });

  it('takes nothing out that this run could not have found', async () => {
    const gone = accepted({ ...breaking, location: '/gone' }, 'long ago');
    await write('b.json', [gone]);
    const skipped = [{ what: 'a page', why: 'no answer', failed: true }];
    const { code } = await drift(known, { spec: () => ({ ...clean, skipped }) });
    expect(code).toBe(3);
    expect(await entries()).toEqual([gone]);
  });

  it('never writes a key', async () => {
    const leaky = { ...breaking, location: `/${canary}` };
    await drift(known, { spec: () => ({ ...clean, findings: [leaky] }) });
    expect(await read('b.json')).not.toContain(canary);
  });

  it.each([
    ['{', /^--write-baseline b.json: it is not JSON$/],
    ['[{}]', /^--write-baseline b.json: entry 1: /],
  ])('refuses a file that is no baseline before the check: %j', async (content, line) => {
    await write('b.json', content);
    const { code, last, asked } = await drift(known);
    expect({ code, asked }).toEqual({ code: 2, asked: [] });
    expect(last?.replace('kling-fetch: ', '')).toMatch(line);
    expect(await read('b.json')).toBe(content);
  });
});

describe('--write-baseline on a terminal', () => {
  /** A terminal on which somebody has typed this. */
  function terminal(typed: string) {
    let err = '';
    const stdin = Object.assign(new PassThrough(), { isTTY: true });
    stdin.end(typed);
    const stderr = { isTTY: true, write: (text: string | Uint8Array) => (err += text) };
    return { stdin, stderr, shown: () => err };
  }

  it('asks for the reason of each finding, the worst first; Enter leaves one out', async () => {
    const { shown, ...streams } = terminal('a slip\n\n  fine by us \n');
    const { code } = await drift([...writing, '--until', '2999-12-31'], { spec }, streams);
    expect(code).toBe(0);
    expect(await entries()).toEqual([accepted(breaking, 'a slip'), accepted(info, 'fine by us')]);
    expect(shown().match(/(BREAKING|WARNING|INFO) \S+/g)).toEqual([
      'BREAKING request-type-changed',
      'WARNING request-default-changed',
      'INFO request-field-added',
    ]);
    expect(shown()).toContain('Why is it accepted until 2999-12-31?');
  });

  it('asks for nothing that has a reason', async () => {
    await write(
      'b.json',
      [breaking, warning, info].map((each) => accepted(each, 'old')),
    );
    const { shown, ...streams } = terminal('');
    await drift(writing, { spec }, streams);
    expect(shown()).not.toContain('Why');
    expect(await entries()).toHaveLength(3);
  });

  it('accepts nothing more once the input has ended', async () => {
    const { shown, ...streams } = terminal('a slip\n');
    await drift(writing, { spec }, streams);
    expect(shown()).toContain('wrote b.json: 1 accepted');
    expect(shown().match(/Why/g)).toHaveLength(2);
    expect(await entries()).toHaveLength(1);
  });

  it('writes nothing when it is interrupted', async () => {
    const interruption = new AbortController();
    const stdin = Object.assign(new PassThrough(), { isTTY: true });
    const stderr = {
      isTTY: true,
      write: (text: string | Uint8Array) => {
        if (String(text).includes('Why')) interruption.abort(new Error('Ctrl-C'));
      },
    };
    const { code } = await drift(writing, { spec }, { stdin, stderr, signal: interruption.signal });
    expect(code).not.toBe(0);
    expect(await readdir(folder())).toEqual([]);
  });
});
