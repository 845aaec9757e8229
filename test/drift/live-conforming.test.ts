import { describe, expect, it } from 'vitest';
import { findOperation } from '../../src/contract/documented.ts';
import { providerNames } from '../../src/documents/documents.ts';
import { checkFake } from '../support/drift.ts';
import { type FakeExchange, fakeProvider } from '../support/fake-provider.ts';

const seeds = Array.from({ length: 20 }, (_, index) => index + 1);
const unwanted = { history: undefined };

describe.each(providerNames)('a %s that keeps its document', { timeout: 300_000 }, (provider) => {
  // `npm run drift:mutants` has two hundred.
  it.each(seeds.slice(0, 4))(
    'has no drift, whatever valid answers it gives: seed %i',
    async (seed) => {
      const spend = [0, 3, 9][seed % 3] ?? 0;
      const probeLimits = spend > 0;
      const { findings, skipped, checked, tasks, fake } = await checkFake(
        { provider, seed, ...unwanted },
        { spend, probeLimits },
      );
      expect(findings).toEqual([]);
      expect(skipped.filter(({ failed }) => failed)).toEqual([]);
      expect(checked).toBeGreaterThan(probeLimits ? 50 : 10);
      expect(tasks).toHaveLength(spend);
      expect(fake.accepted()).toBe(spend);
    },
  );

  it('is checked in every way that costs nothing', async () => {
    const { fake, skipped, tasks } = await checkFake({ provider });
    const seen = fake.exchanges.map(({ action, answer }) => `${action} ${answer.status}`);
    expect(seen).toContain('get 401');
    expect(seen.filter((each) => each.startsWith('create'))).toEqual(Array(3).fill('create 401'));
    expect(seen).toContain(provider === 'klingai' ? 'get 404' : 'get 400');
    expect(seen.includes('list 200')).toBe(provider === 'klingai');
    expect(fake.accepted()).toBe(0);
    expect(tasks).toEqual([]);
    expect(skipped).toEqual([
      { what: 'a task of yours', why: expect.stringContaining('--task') },
      { what: 'creates that break a rule', why: expect.stringContaining('--probe-limits') },
      { what: 'tasks to their end', why: expect.stringContaining('--spend') },
    ]);
  });

  it('may answer an unknown id in each way that its document knows', async () => {
    const { parameters = [] } = findOperation(provider, 'textToAudio', 'get')?.operation ?? {};
    const answers = parameters.flatMap((each) => ('name' in each && each['x-unknown']) || []);
    expect(answers.map(({ status }) => status)).toEqual(provider === 'klingai' ? [404, 400] : []);
    for (const { status, code } of answers) {
      const mutate = (each: FakeExchange): FakeExchange =>
        each.action === 'get' && each.answer.status === 404
          ? { ...each, answer: each.refuse(status, code) }
          : each;
      const { findings, skipped } = await checkFake({ provider, mutate });
      expect(findings).toEqual([]);
      expect(skipped.filter(({ failed }) => failed)).toEqual([]);
    }
  });

  it('lets a given task be checked, whichever operation it is of', async () => {
    const fake = fakeProvider({ provider, history: 1 });
    const id = fake.tasks.find(({ name }) => name === 'textToVideo')?.id ?? '';
    for (const operation of [undefined, 'textToVideo'] as const) {
      const { findings, skipped } = await checkFake(
        { provider, history: 1 },
        { task: id, operation },
      );
      expect(findings).toEqual([]);
      expect(skipped.map(({ what }) => what)).toEqual([
        'creates that break a rule',
        'tasks to their end',
      ]);
    }
  });
});

describe('answers of the fake provider', () => {
  it('differ from seed to seed and are the same for the same one', async () => {
    const answersOf = async (seed: number) => {
      const { fake } = await checkFake({ provider: 'klingai', seed });
      return fake.exchanges.map(({ answer }) => JSON.stringify(answer)).join();
    };
    const first = await answersOf(1);
    expect((await answersOf(1)) === first).toBe(true);
    expect((await answersOf(2)) === first).toBe(false);
  });

  it('have every optional field in some and not in others, and lists of every length', async () => {
    const bodies: string[] = [];
    const lengths = new Set<number>();
    for (const seed of seeds) {
      const { fake } = await checkFake({ provider: 'deerapi', seed }, { spend: 1 });
      for (const { action, name, answer } of fake.exchanges) {
        if (action !== 'get' || name !== 'textToAudio' || answer.status !== 200) continue;
        const { data } = answer.body as { data: { task_result?: { audios?: unknown[] } | null } };
        bodies.push(JSON.stringify(answer.body));
        if (data.task_result?.audios) lengths.add(data.task_result.audios.length);
      }
    }
    for (const field of ['"request_id"', '"task_info"', '"task_status_msg"', '"task_result"']) {
      expect(
        bodies.some((body) => body.includes(field)),
        field,
      ).toBe(true);
      expect(
        bodies.some((body) => !body.includes(field)),
        field,
      ).toBe(true);
    }
    expect(bodies.some((body) => body.includes('"task_result":null'))).toBe(true);
    expect(lengths.has(1)).toBe(true);
    expect(lengths.has(40)).toBe(true);
  }, 60_000);
});
