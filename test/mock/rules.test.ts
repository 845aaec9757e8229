import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { findOperation } from '../../src/contract/documented.ts';
import { type Mock, startMock } from '../../src/mock/index.ts';
import { clientsOf, control, rain, raw } from '../support/mock-clients.ts';
import { withoutWaits } from '../support/waits.ts';

let mock: Mock;
beforeAll(async () => {
  mock = await startMock({ speed: 'instant' });
});
beforeEach(() => mock.reset());
afterAll(() => mock.close());

/** The status of a request of each kind. */
async function statuses(of: Mock = mock, provider: 'klingai' | 'cometapi' = 'klingai') {
  const { create, get } = raw(of, provider);
  return {
    create: (await create()).status,
    read: (await get('/861254119619690000')).status,
    ...(findOperation(provider, 'textToAudio', 'list') && { list: (await get('')).status }),
  };
}
const ordinary = { create: 200, read: 400, list: 200 };

describe('the scenario of a request', () => {
  it('is the one that its Prefer header names, among other preferences', async () => {
    const status = async (prefer: string) => (await raw(mock).create(rain, { prefer })).status;
    expect(await status('scenario=code-5000')).toBe(500);
    expect(await status('respond-async, scenario=code-5001; x=1')).toBe(503);
    expect(await status('handling=strict')).toBe(200);
    expect(mock.requests.map(({ scenario }) => scenario)).toEqual([
      'code-5000',
      'code-5001',
      'normal',
    ]);
  });

  it.each([
    'scenario="code-5000"',
    'Scenario=code-5000',
    'scenario = code-5000',
    'respond-async, SCENARIO\t= "code-5000"; x=1',
  ])('may be named in any form that the header allows: %s', async (prefer) => {
    expect((await raw(mock).create(rain, { prefer })).status).toBe(500);
  });

  it.each([
    ['scenario=', ''],
    ['scenario=""', ''],
    ['scenario= , handling=strict', ''],
    ['scenario=Fails', 'Fails'],
    ['scenario=fails.x', 'fails.x'],
  ])('is refused when there is none of that name: %s', async (prefer, name) => {
    const answer = await raw(mock).create(rain, { prefer });
    const { message } = await answer.json();
    expect([answer.status, message.split(';')[0]]).toEqual([400, `no such scenario: ${name}`]);
    expect(mock.tasks).toEqual([]);
  });

  it('may be named by reads and lists, too', async () => {
    const prefer = { prefer: 'scenario=code-5002' };
    expect((await raw(mock).get('', prefer)).status).toBe(504);
    expect((await raw(mock).get('/1', prefer)).status).toBe(504);
  });

  it('wins over any rule', async () => {
    mock.scenario('code-5000');
    expect((await raw(mock).create(rain, { prefer: 'scenario=normal' })).status).toBe(200);
  });

  it('that does not exist is refused with a message that names others', async () => {
    const answer = await raw(mock).create(rain, { prefer: 'scenario=toString' });
    expect([answer.status, await answer.json()]).toEqual([
      400,
      { message: expect.stringMatching(/^no such scenario: toString; there are normal, fails/) },
    ]);
    expect(() => mock.scenario('nonsense')).toThrow('no such scenario: nonsense');
    await expect(startMock({ scenario: 'nonsense' })).rejects.toThrow('no such scenario: nonsense');
  });

  it('does not change that a bad request is refused', async () => {
    mock.scenario('code-5000');
    expect((await raw(mock).create({ duration: 3 })).status).toBe(400);
  });
});

describe('the scenario of a server', () => {
  it('applies to creates, also after a reset and when the rules are cleared', async () => {
    await using other = await startMock({ speed: 'instant', scenario: 'code-5000' });
    expect(await statuses(other)).toEqual({ ...ordinary, create: 500 });
    other.scenario('normal');
    expect(await statuses(other)).toEqual(ordinary);
    other.reset();
    expect(await statuses(other)).toEqual({ ...ordinary, create: 500 });
    other.scenario('normal');
    await control(other, 'DELETE', '/rules');
    expect(await statuses(other)).toEqual({ ...ordinary, create: 500 });
  });

  it('applies to all requests if it is about all responses', async () => {
    await using other = await startMock({ speed: 'instant', scenario: 'latency' });
    const began = performance.now();
    await raw(other).get('');
    expect(performance.now() - began).toBeGreaterThan(490);
  });
});

describe('a rule', () => {
  it.each([
    [{}, { create: 500, read: 400, list: 200 }],
    [{ on: 'create' }, { create: 500, read: 400, list: 200 }],
    [{ on: 'read' }, { create: 200, read: 500, list: 200 }],
    [{ on: 'list' }, { create: 200, read: 400, list: 500 }],
    [{ on: 'any' }, { create: 500, read: 500, list: 500 }],
    [{ provider: 'klingai' }, { create: 500, read: 400, list: 200 }],
    [{ provider: 'cometapi' }, ordinary],
    [{ operation: 'textToAudio' }, { create: 500, read: 400, list: 200 }],
    [{ operation: 'textToVideo', on: 'any' }, ordinary],
  ] as const)('%o applies to the requests that it names', async (rule, expected) => {
    mock.scenario('code-5000', rule);
    expect(await statuses()).toEqual(expected);
  });

  it('is used up after the number of requests that it says', async () => {
    mock.scenario('code-5000', { times: 2 });
    const created: number[] = [];
    for (let time = 0; time < 3; time++) created.push((await statuses()).create);
    expect(created).toEqual([500, 500, 200]);
    expect((await control(mock, 'GET', '/rules')).body).toEqual([]);
  });

  it('wins over earlier ones, until it is used up', async () => {
    mock.scenario('code-5000');
    mock.scenario('code-5001', { times: 1 });
    expect([(await statuses()).create, (await statuses()).create]).toEqual([503, 500]);
  });

  it('of one provider leaves the others alone', async () => {
    mock.scenario('code-5000', { provider: 'cometapi' });
    expect((await statuses()).create).toBe(200);
    expect((await statuses(mock, 'cometapi')).create).toBe(500);
  });
});

describe('the same seed', () => {
  withoutWaits();

  async function run(seed: number) {
    await using other = await startMock({ seed, speed: 1, callbackRetries: 0 });
    other.scenario('latency', { times: 2 });
    const seen: unknown[] = [];
    for (const provider of ['klingai', 'cometapi', 'deerapi'] as const) {
      const { create, get } = raw(other, provider);
      const made = await (await create()).json();
      const { data } = await (await get(`/${made.data.task_id}`)).json();
      const refused = await (await create({})).json();
      seen.push(made.data.task_id, made.request_id, data.task_id, refused);
    }
    // A callback comes at its own time, and must not change what follows.
    await create(other);
    other.advance('1m');
    seen.push((await (await raw(other).get('')).json()).request_id);
    return seen;
  }
  const create = (of: Mock) => raw(of).create({ ...rain, callback_url: 'http://127.0.0.1:9/' });

  it('gives the same run, and another seed another one', async () => {
    const first = await run(7);
    expect(await run(7)).toEqual(first);
    expect(await run(8)).not.toEqual(first);
    expect(first[0]).toMatch(/^\d{18}$/);
  });

  it('gives the same sound', async () => {
    const bytes = async () => {
      await using other = await startMock({ speed: 'instant' });
      const { audios } = await clientsOf(other).klingai.textToAudio.run(rain);
      return Buffer.from(await (await fetch(audios[0]?.url_wav ?? '')).arrayBuffer());
    };
    expect((await bytes()).equals(await bytes())).toBe(true);
  });
});
