import { describe, expect, it, vi } from 'vitest';
import { documentedOperations } from '../../src/contract/documented.ts';
import { maxAnswer, parseBody } from '../../src/contract/exchange.ts';
import { CouldNotCheck } from '../../src/contract/finding.ts';
import { validate } from '../../src/contract/index.ts';
import { driftLive } from '../../src/drift/live/live.ts';
import { driftProxy } from '../../src/drift/traffic/proxy.ts';
import { ReportBuilder } from '../../src/drift/traffic/report-builder.ts';
import { reportDrift } from '../../src/drift/traffic/report-drift.ts';
import { succeeded } from '../support/kling.ts';
import { processorTime } from '../support/processor.ts';
import { withoutWaits } from '../support/waits.ts';

/** Ten times what it takes, and far less than it took when each new field was held against every other. */
const bound = 4_000;

/** A name that is shown as it is: in letters alone. */
const nameOf = (index: number) =>
  `x_${[...String(index)].map((digit) => 'abcdefghij'[Number(digit)]).join('')}`;
const fields = (count: number) =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [nameOf(index), index]));
const list = (count: number, item: object) => ({
  ...succeeded,
  data: Array.from({ length: count }, () => item),
});
const renamed = { ...succeeded.data, task_status: undefined, status: 'succeed' };

describe('an answer that was written to take time', () => {
  it.each<[string, 'textToAudio.get' | 'textToAudio.list', object, number]>([
    ['new fields', 'textToAudio.get', { ...succeeded, ...fields(20_000) }, 200],
    ['new fields of a refusal', 'textToAudio.get', fields(20_000), 400],
    ['tasks with a new field each', 'textToAudio.list', list(5_000, { a: 1 }), 200],
    ['tasks with a renamed field', 'textToAudio.list', list(5_000, renamed), 200],
    ['tasks that are none', 'textToAudio.list', list(15_000, {}), 200],
  ])('is checked: %s', { timeout: 120_000 }, async (_, operation, body, status) => {
    const check = () => {
      const found = validate('klingai', operation, status, body);
      expect(found.length).toBeGreaterThan(0);
      expect(found.length).toBeLessThanOrEqual(1_000);
    };
    expect(await processorTime(check)).toBeLessThan(bound);
  });
});

describe('of a thousand findings and more', () => {
  it('about one answer the worst are kept', () => {
    const body = { ...fields(2_000), ...succeeded, code: 'none' };
    const found = validate('klingai', 'textToAudio.get', 200, body);
    expect(found).toHaveLength(1_000);
    expect(found[0]).toMatchObject({ severity: 'breaking', location: '/code' });
  });

  it('about many answers the report has ten thousand, and says that there are more', () => {
    const report = new ReportBuilder();
    const [documented] = documentedOperations('klingai');
    if (!documented) return expect.unreachable();
    for (let answer = 0; answer < 12; answer++) {
      const names = Object.keys(fields(1_000)).map((name) => `${nameOf(answer)}${name}`);
      const body = Object.fromEntries(names.map((name) => [name, 1]));
      const facts = { query: {}, isSigned: true, status: 200, headers: {} };
      report.addExchange({ documented, ...facts, body: { ...succeeded, ...body } });
    }
    const { findings, skipped } = report.build();
    expect(findings).toHaveLength(10_000);
    expect(skipped).toMatchObject([{ what: 'more findings', failed: true }]);
  });
});

describe('entries of a list', () => {
  const found = (data: object[]) =>
    validate('klingai', 'textToAudio.list', 200, { ...succeeded, data }).map(
      ({ kind, location }) => `${kind} ${location}`,
    );
  const { task_status: _, ...without } = renamed;

  it('have moved together', () => {
    expect(found([without, without])).toEqual(['answer-moved /data/0/task_status']);
  });

  it('do not hide that one of them has lost the field', () => {
    const { status: _status, ...lost } = without;
    expect(found([without, lost])).toContain('answer-field-missing /data/0/task_status');
  });
});

/** Bodies that become gigabytes when they are parsed, or that no pointer can lead into. */
const bombs: Record<string, string> = {
  'lists in lists': '['.repeat(4_900_000) + ']'.repeat(4_900_000),
  'lists in a task': `{"data":${'['.repeat(200)}${']'.repeat(200)}}`,
  'empty lists': `[${'[],'.repeat(3_000_000)}[]]`,
  'a long name': `{"${'x'.repeat(4_000_000)}":{"a":1}}`,
};
const answer = (text: string, status = 200) =>
  new Response(text, { status, headers: { 'content-type': 'application/json' } });

describe.each(Object.entries(bombs))('a body of %s', (_, bomb) => {
  it('is not parsed', async () => {
    expect(() => parseBody(bomb)).toThrow(RangeError);
    expect(await processorTime(() => expect(() => parseBody(bomb)).toThrow())).toBeLessThan(2_000);
  });

  it('could not be checked by drift live', async () => {
    const fetch = async () => answer(bomb);
    const checked = driftLive({ provider: 'klingai', credentials: { apiKey: 'k' }, fetch });
    await expect(checked).rejects.toBeInstanceOf(CouldNotCheck);
    await expect(checked).rejects.toThrow(/^the answer of .* is too large: more than/);
  });

  it('could not be checked by the proxy, which forwards it', async () => {
    await using proxy = await driftProxy({ provider: 'klingai', fetch: async () => answer(bomb) });
    const response = await fetch(`${proxy.url}/v1/videos/text2video`);
    expect((await response.text()).length).toBe(bomb.length);
    await vi.waitFor(() => expect(proxy.report().skipped).toMatchObject([{ failed: true }]));
    expect(proxy.report().findings).toEqual([]);
  });
});

describe('a create whose answer holds too much', () => {
  withoutWaits();

  it('is the last one, and is named', async () => {
    const sent: string[] = [];
    const fetch = async (url: string, { method, headers }: RequestInit) => {
      const isSigned = new Headers(headers).has('authorization');
      if (method === 'POST' && isSigned) sent.push(url);
      if (!isSigned) return answer('{"code":1000,"message":"no","request_id":"r"}', 401);
      return method === 'POST' ? answer(bombs['lists in a task'] ?? '') : answer('{}', 404);
    };
    const credentials = { apiKey: 'k' };
    const asked = { provider: 'klingai', credentials, fetch, spend: 3, pollInterval: 1 } as const;
    const { tasks, skipped } = await driftLive(asked);
    expect(sent).toHaveLength(1);
    expect(tasks).toMatchObject([{ id: '', isCertain: false }]);
    expect(skipped.filter(({ failed }) => failed)).not.toEqual([]);
  });
});

it('an answer without an end is not read to its end by reportDrift', async () => {
  let sent = 0;
  const endless = new ReadableStream<Uint8Array>({
    pull(controller) {
      sent += 1_000_000;
      controller.enqueue(new Uint8Array(1_000_000));
    },
  });
  const watch = reportDrift('klingai', { sample: 1, onDrift: () => expect.unreachable() });
  const fetch = watch(async () => new Response(endless));
  const response = await fetch('https://example.com/v1/videos/text2video', {});
  await response.body?.cancel();
  await vi.waitFor(() => expect(sent).toBeGreaterThan(maxAnswer));
  const reached = sent;
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(sent).toBe(reached);
});
