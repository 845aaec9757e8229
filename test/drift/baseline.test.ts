import { describe, expect, it } from 'vitest';
import { type Finding, makeFinding, type Report } from '../../src/contract/finding.ts';
import {
  type Accepted,
  BaselineError,
  type Coverage,
  parseBaseline,
  renewBaseline,
  withBaseline,
} from '../../src/drift/report/baseline.ts';

const place = {
  kind: 'request-type-changed',
  provider: 'cometapi',
  operation: 'POST /kling/v1/audio/text-to-audio',
  location: '/properties/duration',
} as const;
const entry: Accepted = { ...place, reason: 'they say it is a slip', until: '2026-12-31' };
const known = makeFinding({ ...place, expected: 'number', actual: 'integer', message: 'changed' });
const other = makeFinding({ ...known, location: '/properties/prompt', message: 'changed, too' });
const report: Report = { checked: 9, skipped: [], findings: [known, other] };

const at = (day: string) => new Date(`${day}T12:00:00Z`);
const always = () => 'all' as const;

describe('a baseline', () => {
  it('removes what is accepted and lists it as skipped, with the reason', () => {
    const { checked, findings, skipped } = withBaseline(report, [entry], always, at('2026-12-01'));
    expect(findings).toEqual([other]);
    expect(checked).toBe(9);
    expect(skipped).toEqual([
      {
        what: 'request-type-changed cometapi POST /kling/v1/audio/text-to-audio /properties/duration',
        why: 'accepted until 2026-12-31: they say it is a slip',
      },
    ]);
  });

  it('holds through its last day, and not a day longer', () => {
    const left = (now: Date) => withBaseline(report, [entry], always, now).findings.length;
    expect(left(new Date('2026-12-31T23:59:59Z'))).toBe(1);
    expect(left(new Date('2027-01-01T00:00:00Z'))).toBe(2);
  });

  it('that has expired says so in the finding that counts again', () => {
    const { findings, skipped } = withBaseline(report, [entry], always, at('2027-06-01'));
    expect(findings[0]?.message).toBe('changed (was accepted until 2026-12-31)');
    expect(findings[0]?.severity).toBe('breaking');
    expect(skipped).toEqual([]);
  });

  it.each(['kind', 'provider', 'operation', 'location'] as const)(
    'accepts a finding in one place only: one with another %s counts',
    (field) => {
      const elsewhere = { ...entry, [field]: field === 'kind' ? 'server-changed' : 'another' };
      const { findings } = withBaseline(report, [elsewhere], always, at('2026-12-01'));
      expect(findings).toEqual(report.findings);
    },
  );

  it('tells which entry is no longer needed, where this run would have found it', () => {
    const unmatched = (coverage: Coverage) =>
      withBaseline({ ...report, findings: [] }, [entry], () => coverage, at('2026-12-01'))
        .unmatched;
    const what = expect.stringContaining('/properties/duration');
    expect(unmatched('all')).toEqual([{ what, why: expect.stringMatching(/take the entry out$/) }]);
    expect(unmatched('part')).toEqual([
      { what, why: expect.stringMatching(/left something out$/) },
    ]);
    expect(unmatched('none')).toEqual([]);
    expect(withBaseline(report, [entry], always, at('2026-12-01')).unmatched).toEqual([]);
  });

  it('leaves the report that it is given unchanged', () => {
    const before = structuredClone(report);
    withBaseline(report, [entry], always, at('2027-06-01'));
    expect(report).toEqual(before);
  });
});

describe('a renewed baseline', () => {
  const now = at('2026-12-01');
  const stale: Accepted = { ...entry, location: '/properties/gone' };
  const renew = (
    baseline: readonly Accepted[],
    facts: Partial<Parameters<typeof renewBaseline>[2]> = {},
  ) => {
    const asked: string[] = [];
    const reasonFor = ({ location }: Finding) => {
      asked.push(location);
      return ' new ';
    };
    const renewal = { coverageOf: always, reasonFor, until: '2027-02-01', now, ...facts };
    return renewBaseline(report, baseline, renewal).then((entries) => ({ entries, asked }));
  };
  const added = { ...place, location: other.location, reason: 'new', until: '2027-02-01' };

  it('keeps the reasons that there are, and asks for the others only', async () => {
    expect(await renew([entry])).toEqual({ entries: [entry, added], asked: [other.location] });
  });

  it('has a new date where the old one has passed, with the old reason', async () => {
    const { entries } = await renew([{ ...entry, until: '2026-11-30' }]);
    expect(entries[0]).toEqual({ ...entry, until: '2027-02-01' });
  });

  it('loses what a check of everything no longer finds, and nothing else', async () => {
    const reasonsOf = async (coverage: Coverage) =>
      (await renew([entry, stale], { coverageOf: () => coverage })).entries.length;
    expect(await reasonsOf('all')).toBe(2);
    expect(await reasonsOf('part')).toBe(3);
    expect(await reasonsOf('none')).toBe(3);
  });

  it('leaves out what has no reason, and has one entry for findings in the same place', async () => {
    expect((await renew([], { reasonFor: () => ' ' })).entries).toEqual([]);
    const twice = { ...report, findings: [known, { ...known, message: 'changed again' }] };
    const renewal = { coverageOf: always, reasonFor: () => 'x', until: '2027-02-01', now };
    const entries = await renewBaseline(twice, [], renewal);
    expect(entries).toHaveLength(1);
    expect(parseBaseline(JSON.stringify(entries))).toEqual(entries);
  });
});

describe('a baseline file', () => {
  it('is an array of entries', () => {
    expect(parseBaseline(JSON.stringify([entry]))).toEqual([entry]);
    expect(parseBaseline('[]')).toEqual([]);
    expect(parseBaseline(JSON.stringify([{ ...entry, operation: '', location: '' }]))).toHaveLength(
      1,
    );
  });

  it.each([
    ['', 'it is not JSON'],
    ['\u0000\u0001', 'it is not JSON'],
    ['{}', 'it must be an array of accepted findings'],
    ['null', 'it must be an array of accepted findings'],
    ['[7]', 'entry 1: it must be an object'],
    ['[null]', 'entry 1: it must be an object'],
  ])('cannot be %j', (content, message) => {
    expect(() => parseBaseline(content)).toThrow(new BaselineError(message));
  });

  it.each([
    [{ reason: undefined }, 'reason is required'],
    [{ reason: '' }, 'reason must say something'],
    [{ reason: ' \n' }, 'reason must say something'],
    [{ until: undefined }, 'until is required'],
    [{ until: 'soon' }, 'until must be a date like 2026-12-31'],
    [{ until: '2026-02-30' }, 'until must be a date like 2026-12-31'],
    [{ until: '2026-13-01' }, 'until must be a date like 2026-12-31'],
    [{ until: '31.12.2026' }, 'until must be a date like 2026-12-31'],
    [{ until: 20261231 }, 'until must be text'],
    [{ kind: undefined }, 'kind is required'],
    [{ kind: 'no-such-kind' }, 'no-such-kind is no kind of finding'],
    [{ kind: 'toString' }, 'toString is no kind of finding'],
    [{ location: undefined }, 'location is required'],
    [{ severity: 'info' }, 'unknown field severity'],
    [{ untill: '2026-12-31' }, 'unknown field untill'],
  ])('with %j names the entry and the fault', (change, message) => {
    const content = JSON.stringify([
      { ...entry, location: '/first' },
      { ...entry, ...change },
    ]);
    expect(() => parseBaseline(content)).toThrow(new BaselineError(`entry 2: ${message}`));
  });

  it('may not have two entries for the same place', () => {
    const content = JSON.stringify([entry, { ...entry, until: '2027-12-31' }]);
    expect(() => parseBaseline(content)).toThrow(new BaselineError('entry 2 repeats entry 1'));
  });
});
