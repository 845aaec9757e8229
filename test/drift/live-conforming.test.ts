import { describe, expect, it } from 'vitest';
import type { OperationName } from '../../src/client/operations.ts';
import { findOperation, isFree } from '../../src/contract/documented.ts';
import {
  offerOf,
  type ProviderName,
  providerNames,
  providers,
} from '../../src/documents/documents.ts';
import { needsOf } from '../../src/drift/live/bodies.ts';
import { checkFake, firstTasks, oneOfEachKind } from '../support/drift.ts';
import { type FakeExchange, fakeProvider } from '../support/fake-provider.ts';
import { documentedAs, resources } from '../support/offered.ts';

/** How an id is answered that nobody has, as the document says. */
const unknownOf = (provider: ProviderName, name: OperationName) =>
  (findOperation(provider, name, 'get')?.operation.parameters ?? []).flatMap(
    (each) => ('name' in each && each['x-unknown']) || [],
  );

const seeds = Array.from({ length: 20 }, (_, index) => index + 1);
/** Each operation has tasks from earlier or none. */
const unwanted = { history: undefined };

describe.each(providerNames)('a %s that keeps its document', { timeout: 300_000 }, (provider) => {
  it('has no drift, whatever valid answers it gives, and refuses what breaks a rule', async () => {
    // Another operation of each kind than where nothing is spent; `npm run drift:mutants` has all, and 200 seeds.
    const only = [...firstTasks(provider), ...oneOfEachKind(provider)];
    const { findings, skipped, checked, tasks, fake } = await checkFake(
      { provider, ...unwanted },
      { spend: 3, probeLimits: true, only },
    );
    expect(findings).toEqual([]);
    expect(skipped.filter(({ failed }) => failed)).toEqual([]);
    expect(checked).toBeGreaterThan(50);
    expect(tasks).toHaveLength(3);
    expect(fake.accepted()).toBe(3);
  });

  it('has no drift in any of its operations, is paid no more than was allowed, and has only that deleted', async () => {
    const paid = documentedAs('create', 'call').filter(
      (each) => each.provider === provider && !isFree(each.documented),
    );
    // What breaks a rule is sent to a few above, which is most of the requests and the same code for all.
    const limits = { spend: paid.length, only: undefined };
    const { findings, skipped, tasks, fake } = await checkFake({ provider, seed: 5 }, limits);
    expect(findings).toEqual([]);
    expect(skipped.filter(({ failed }) => failed)).toEqual([]);
    expect(fake.accepted()).toBe(tasks.length);
    expect(tasks.length).toBeLessThanOrEqual(limits.spend);
    const skippedNames = skipped.flatMap(
      ({ what }) => / of (\w+)( with \S+)?$/.exec(what)?.[1] ?? [],
    );
    const made = new Set([...tasks.map(({ operation }) => operation)]);
    for (const { name, documented } of paid) {
      expect(made.has(documented.key) || skippedNames.includes(name), documented.key).toBe(true);
    }
    // Who makes no pictures has nothing for what is made from one.
    const hasPictures = paid.some(
      ({ name, documented }) =>
        needsOf(documented).length === 0 && offerOf(provider, name)?.result === 'images',
    );
    const needPictures = paid.filter(({ documented }) => needsOf(documented).includes('image'));
    const excused = hasPictures ? [] : needPictures.map(({ name }) => String(name));
    const left = skippedNames.filter((name) => !excused.includes(name));
    expect(left.length).toBeLessThan(3);
    const kept = resources.flatMap(([from, name]) => (from === provider ? [name] : []));
    const deletes = fake.exchanges.filter(({ action }) => action === 'delete');
    const created = fake.tasks.filter(({ externalId }) => externalId.startsWith('kling-fetch-'));
    for (const { request, name } of deletes) {
      const [id] = Object.values(request.body);
      expect(created.filter((task) => task.name === name).map((task) => task.id)).toContain(id);
    }
    expect(new Set(deletes.map(({ name }) => name)).size).toBe(kept.length);
  });

  it('has nothing deleted by a check that makes nothing, and is called for nothing that it does not say is free', async () => {
    const all = documentedAs('call').filter((each) => each.provider === provider);
    const { fake } = await checkFake({ provider }, { only: undefined });
    expect(fake.exchanges.filter(({ action }) => action === 'delete')).toEqual([]);
    const signed = fake.exchanges.filter(
      ({ action, request }) => action === 'call' && request.authorization,
    );
    const free = all.filter(({ documented }) => isFree(documented)).map(({ name }) => name);
    expect(new Set(signed.map(({ name }) => name))).toEqual(new Set(free));
  });

  it('is checked in every way that costs nothing', async () => {
    const { fake, findings, skipped, tasks } = await checkFake({ provider, ...unwanted, seed: 3 });
    expect(findings).toEqual([]);
    const seen = fake.exchanges.map(({ action, answer }) => `${action} ${answer.status}`);
    const names = firstTasks(provider);
    const creates = documentedAs('create').filter(
      (each) => each.provider === provider && names.includes(each.name),
    );
    expect(seen).toContain('get 401');
    expect(seen.filter((each) => each.startsWith('create'))).toEqual(
      creates.map(() => 'create 401'),
    );
    const [first = 'textToVideo'] = names;
    const [unknown] = unknownOf(provider, first);
    expect(seen).toContain(`get ${unknown?.status ?? 400}`);
    expect(seen.includes('list 200')).toBe(findOperation(provider, first, 'list') !== undefined);
    expect(fake.accepted()).toBe(0);
    expect(tasks).toEqual([]);
    expect(skipped).toEqual([
      { what: 'a task of yours', why: expect.stringContaining('--task') },
      { what: 'creates that break a rule', why: expect.stringContaining('--probe-limits') },
      { what: 'tasks to their end', why: expect.stringContaining('--spend') },
    ]);
  });

  it('may answer an unknown id in each way that its document knows', async () => {
    const [name = 'textToVideo'] = firstTasks(provider);
    const answers = unknownOf(provider, name);
    const isKlings = providers[provider].origin.endsWith('klingai.com');
    expect(answers.length > 0).toBe(isKlings);
    for (const { status, code } of answers) {
      const mutate = (each: FakeExchange): FakeExchange =>
        each.action === 'get' && each.answer.status === 404 && status >= 400
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
      const { fake } = await checkFake(
        { provider: 'deerapi', seed },
        { spend: 1, only: ['textToAudio'] },
      );
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
