import { describe, expect, it } from 'vitest';
import { findOperation, isFree } from '../../src/contract/documented.ts';
import type { Exchange } from '../../src/contract/exchange.ts';
import { Redactor } from '../../src/contract/redact.ts';
import { providerNames } from '../../src/documents/documents.ts';
import { placesOf } from '../../src/documents/places.ts';
import { ExchangeChecker } from '../../src/drift/traffic/exchange-checker.ts';
import { changing, checkFake } from '../support/drift.ts';
import { documentedAs } from '../support/offered.ts';

const several = providerNames.filter((each) => placesOf(each).taskIds !== '');

describe.each(several)('queries of several tasks at %s', (provider) => {
  const get = findOperation(provider, 'textToVideo', 'get');
  const create = findOperation(provider, 'textToVideo', 'create');
  if (!get || !create) throw new Error('no operation');
  const task = (id: string, more: object = {}) => ({
    ...{ id, status: 'processing', message: '', create_time: 1781080778802 },
    ...{ update_time: 1781080782655, outputs: [], billing: [], ...more },
  });
  const answer = (data: unknown) => ({ code: 0, message: 'SUCCEED', request_id: 'r', data });
  const exchange = (
    query: Record<string, string>,
    data: unknown,
    more: Partial<Exchange> = {},
  ) => ({
    ...{ documented: get, query, isSigned: true, status: 200, body: answer(data) },
    ...{ headers: { 'content-type': 'application/json' }, ...more },
  });
  const made = (id: string, own: string) =>
    exchange(
      {},
      { ...task(id), external_id: own },
      {
        documented: create,
        requestBody: { prompt: 'Rain', options: { external_task_id: own } },
        body: answer({
          id,
          status: 'submitted',
          create_time: 1781080778802,
          update_time: 1781080778802,
          external_id: own,
        }),
      },
    );
  const [one, two, third] = ['893605946402811985', '893605946402811986', '893605946402811987'];
  const found = (...exchanges: Exchange[]) => {
    const checker = new ExchangeChecker();
    return exchanges
      .flatMap((each) => checker.check(each))
      .map(({ kind, location }) => `${kind} ${location}`);
  };
  const both = { task_ids: `${one},${two}` };

  it.each<[string, Exchange[], string[]]>([
    ['in any order', [exchange(both, [task(two), task(one)])], []],
    ['some of which nobody has', [exchange(both, [task(two)])], []],
    [
      'with one that nobody asked for',
      [exchange(both, [task(one), task(third)])],
      ['answer-other-task /data/1/id'],
    ],
    [
      'one of which goes back',
      [
        exchange(both, [task(one), task(two)]),
        exchange(both, [task(two, { status: 'submitted' }), task(one)]),
      ],
      ['state-backwards /data/0/status'],
    ],
    [
      'by an external id that was taken twice, and that is not repeated for the first',
      [
        made(one, 'a'),
        made(two, 'a'),
        exchange({ external_task_ids: 'a' }, [
          task(one),
          task(two, { external_id: 'a', status: 'submitted' }),
        ]),
      ],
      ['external-id-not-unique /options/external_task_id'],
    ],
    [
      'by external ids',
      [
        made(one, 'a'),
        made(two, 'b'),
        exchange({ external_task_ids: 'b,a' }, [
          task(one, { external_id: 'a' }),
          task(two, { external_id: 'b' }),
        ]),
      ],
      [],
    ],
    [
      'one of which is another’s',
      [
        made(one, 'a'),
        exchange({ task_ids: `${one},${two}` }, [task(one, { external_id: 'b' }), task(two)]),
      ],
      ['answer-other-task /data/0/external_id'],
    ],
    [
      'by an external id that is left out',
      [made(one, 'a'), exchange({ external_task_ids: 'a,c' }, [])],
      ['external-id-not-found /data'],
    ],
    [
      'one of which was shown before and is gone',
      [exchange(both, [task(one), task(two)]), exchange(both, [task(two)])],
      ['state-backwards /data'],
    ],
  ])('%s', (_, exchanges, problems) => {
    expect(found(...exchanges)).toEqual(problems);
  });

  it.each<[string, object, string[]]>([
    ['is the last', { has_more: false }, []],
    ['is not the last', { has_more: true, next_cursor: 'c2' }, []],
    ['has no cursor of the next', { has_more: true }, ['paging-ignored /data/next_cursor']],
    ['has an empty one', { has_more: true, next_cursor: '' }, ['paging-ignored /data/next_cursor']],
    ['has its own', { has_more: true, next_cursor: 'c1' }, ['paging-ignored /data/next_cursor']],
  ])('a page of the list that %s', (_, more, problems) => {
    const documented = findOperation(provider, 'textToVideo', 'list');
    if (!documented) throw new Error('no list');
    const data = { result: [task(one)], count: 1, ...more };
    expect(found(exchange({}, data, { documented, requestBody: { cursor: 'c1' } }))).toEqual(
      problems,
    );
  });

  it('are recorded with a placeholder for each id, and own ids and addresses are the caller’s', () => {
    const redactor = new Redactor(provider);
    const sent = redactor.redactRequest(create, {
      prompt: 'Rain on a roof',
      options: { external_task_id: 'mine-1', callback_url: 'https://me.example/x' },
    });
    expect(sent).toMatchObject({
      prompt: expect.stringMatching(/^sha256:/),
      options: { external_task_id: 'external_task_id-1', callback_url: 'https://example.com/1' },
    });
    const { external_task_ids: ids } = redactor.redactQuery({ external_task_ids: 'mine-1,mine-2' });
    expect(ids?.split(',')).toEqual(['external_task_id-1', expect.not.stringMatching(/mine/)]);
  });

  it('and lists that are posted are read with the key and without --spend; creates are not', async () => {
    const lists = documentedAs('list').filter((each) => each.provider === provider);
    expect(
      lists.every(({ documented }) => documented.method === 'POST' && isFree(documented)),
    ).toBe(true);
    const { fake, findings } = await checkFake({ provider }, { only: undefined });
    const posted = fake.exchanges.filter(({ request }) => request.method === 'POST');
    const signed = posted.filter(({ request }) => request.authorization !== null);
    expect(findings).toEqual([]);
    expect(new Set(signed.map(({ action }) => action))).toEqual(new Set(['list']));
    const creates = posted.filter(({ action }) => action === 'create');
    const documented = documentedAs('create').filter((each) => each.provider === provider);
    expect(creates.map(({ request }) => request.path)).toEqual(
      documented.map(({ documented: { path } }) => path),
    );
    expect(fake.accepted()).toBe(0);
  });

  it('whose bill is not as the prices say are told', async () => {
    const mutate = changing('get', '/data', (data) =>
      [data]
        .flat()
        .map((each) => ({ ...Object(each), billing: [{ charge_type: 'unit', amount: '99.5' }] })),
    );
    const { tasks, findings } = await checkFake({ provider, mutate }, { spend: 1 });
    expect(tasks).toMatchObject([{ units: '99.5' }]);
    expect(findings.map(({ kind }) => kind)).toEqual(['cost-differs']);
  });
});
