import { inspect } from 'node:util';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import {
  AnswerError,
  ApiError,
  ConnectionError,
  CreateUncertainError,
  cometapi,
  createKling,
  klingai,
  klingai2,
  TaskFailedError,
  TaskTimeoutError,
} from '../../src/index.ts';
import { signAtOnce } from '../support/outcome.ts';
import { type Call, call, type Outcome, outcomeOf } from './calls.ts';

/** How many calls are tried: few, and always the same ones, unless `npm run test:fuzz` asks for another number of new ones. */
const runs = Number(process.env.FUZZ_RUNS ?? 1_000);
const seed = Number(process.env.FUZZ_SEED ?? 5);
/** Calls that are under way at once. */
const batch = 50;

const kinds = [
  AnswerError,
  ApiError,
  ConnectionError,
  CreateUncertainError,
  TaskFailedError,
  TaskTimeoutError,
];

const isPlain = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' &&
  value !== null &&
  [Object.prototype, Array.prototype].includes(Object.getPrototypeOf(value));

function hasStatus(value: unknown): boolean {
  if (!isPlain(value)) return false;
  const { task_status: status = value.status } = value;
  return typeof status === 'string' && status !== '';
}

const hasResult = (value: unknown) => {
  if (!isPlain(value)) return false;
  const lists = Object.values(value).filter(Array.isArray).flat();
  return lists.some((item) => isPlain(item) && Object.values(item).some((each) => each !== ''));
};

/** Whether a task can be asked for by its id, which is what it was paid for. */
const isTask = (value: unknown) => {
  const { id, externalId } = JSON.parse(JSON.stringify(value));
  const isPart = typeof id === 'string' && !/\p{Surrogate}|^\.{0,2}$/u.test(id);
  return isPart && typeof externalId === 'string' && externalId !== '';
};

const hasData = (value: unknown) => value !== undefined && value !== null;
/** What waits, and what is answered at once: here the answer may say that it failed. */
const mayFail: Call['action'][] = ['result', 'presets', 'call', 'delete'];

/** What a call gives that goes well. */
const isRight: Record<Call['action'], (value: unknown) => boolean> = {
  create: isTask,
  reconcile: (value) => value === undefined || isTask(value),
  snapshot: hasStatus,
  resume: hasStatus,
  result: hasResult,
  list: (value) => (Array.isArray(value) ? value.every(isPlain) : isPlain(value)),
  presets: hasData,
  call: hasData,
  delete: (value) => value === undefined,
};

function isFine({ action }: Call, outcome: Outcome): boolean {
  if ('value' in outcome) return isRight[action](outcome.value);
  const { error } = outcome;
  const isKind = kinds.some((kind) => error instanceof kind);
  const isEnd = error instanceof TaskFailedError || error instanceof TaskTimeoutError;
  if (!isKind || (isEnd && !mayFail.includes(action))) return false;
  return isPlain(JSON.parse(JSON.stringify(error))) && inspect(error, { depth: 9 }) !== '';
}

const describe = ({ provider, operation, action, replies }: Call, outcome: Outcome) =>
  `${provider}.${operation} ${action} of ${replies.map(({ shown }) => shown).join(' | ')}: ${inspect(outcome)}`;

const realTurn = setImmediate;
const names = Object.getOwnPropertyNames(Object.prototype).join();

/** Tries the property; a call that it does not hold for is in the error, with what makes it come back. */
async function holds(property: fc.IAsyncProperty<unknown>, times: number, what: string, each = 1) {
  const parameters = { seed, numRuns: Math.ceil(times / each), endOnFailure: each > 1 };
  const { failed, counterexample, errorInstance, numRuns } = await fc.check(property, parameters);
  if (process.env.FUZZ_RUNS) process.stderr.write(`${numRuns * each} ${what}, seed ${seed}\n`);
  // A batch is too long to be shown, and takes minutes to be made smaller; its error shows the one call.
  const shown = each > 1 ? '' : ` for ${fc.stringify(counterexample)}`;
  if (failed) throw new Error(`seed ${seed}, after ${numRuns}${shown}`, { cause: errorInstance });
}

beforeEach(() => {
  vi.useFakeTimers();
  signAtOnce();
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

/** Makes the calls at once, in fake time; no call may take longer than this much of it. */
async function outcomesOf(calls: Call[], longest = 120_000): Promise<(Outcome | undefined)[]> {
  const outcomes: (Outcome | undefined)[] = calls.map(() => undefined);
  let open = calls.length;
  calls.forEach((call, index) => {
    void outcomeOf(call).then((outcome) => {
      outcomes[index] = outcome;
      open -= 1;
    });
  });
  const end = performance.now() + longest;
  while (open > 0 && performance.now() < end) {
    // What an answer takes to be read does not come from timers.
    for (let turn = 0; turn < 3; turn++) await new Promise((next) => realTurn(next));
    await vi.advanceTimersByTimeAsync(1_000);
  }
  return outcomes;
}

it('whatever comes back, every call gives a typed error or what its type says, and ends', async () => {
  const calls = fc.array(call, { minLength: batch, maxLength: batch });
  const property = fc.asyncProperty(calls, async (calls) => {
    const outcomes = await outcomesOf(calls);
    outcomes.forEach((outcome, index) => {
      const call = calls[index];
      if (!call) return;
      if (!outcome) throw new Error(`no end: ${describe(call, { value: undefined, sent: 0 })}`);
      if (!isFine(call, outcome)) throw new Error(describe(call, outcome));
    });
    expect(Object.getOwnPropertyNames(Object.prototype).join()).toBe(names);
  });
  await holds(property, runs, 'calls', batch);
}, 1_800_000);

it('whatever a handle or an id is, it makes a task or a TypeError, and nothing is sent', async () => {
  let sent = 0;
  const fetch = async (url: string) => {
    sent += 1;
    const id = decodeURIComponent(new URL(url).pathname.split('/').at(-1) ?? '');
    const data = { task_id: id, task_info: { external_task_id: id }, task_status: 'processing' };
    return Response.json({ code: 0, data });
  };
  const kling = createKling(klingai, { apiKey: 'k' }, { fetch });
  const fields = fc.record(
    {
      v: fc.constantFrom(1, 2),
      provider: fc.constantFrom('klingai', 'cometapi'),
      operation: fc.constantFrom('textToAudio', '__proto__', 'constructor'),
      id: fc.oneof(fc.string(), fc.constantFrom('..', '.', '\ud800', 'a/b'), fc.jsonValue()),
      externalId: fc.jsonValue(),
      createdAt: fc.jsonValue(),
    },
    { requiredKeys: [] },
  );
  const handle = fc.oneof({ weight: 5, arbitrary: fields }, fc.jsonValue());
  const property = fc.asyncProperty(handle, async (handle) => {
    sent = 0;
    try {
      const task = kling.resume(JSON.parse(JSON.stringify(handle)));
      await task.snapshot();
      expect(sent).toBe(1);
    } catch (error) {
      expect(error).toBeInstanceOf(TypeError);
      expect(sent).toBe(0);
    }
  });
  await holds(property, runs / 3, 'handles');
}, 1_800_000);

it('whatever an external id is, a create sends it once or gives a TypeError', async () => {
  const bodies: unknown[] = [];
  const fetch = async (_: string, { body }: RequestInit) => {
    bodies.push(JSON.parse(String(body)));
    return Response.json({ code: 0, data: { task_id: '1' } });
  };
  const kling = createKling(cometapi, { apiKey: 'k' }, { fetch, onWarning() {} });
  const kling2 = createKling(klingai2, { apiKey: 'k' }, { fetch });
  // A string of `binary` units is the same but for the halves of characters, and lists a million of these before it starts.
  const text = fc.array(fc.nat(0x10ffff)).map((codes) => String.fromCodePoint(...codes));
  const ids = fc.oneof(text, fc.constantFrom('', '.', '..', '\udfff', '__proto__', 'a,b'));
  const property = fc.asyncProperty(ids, async (external_task_id) => {
    const named = { external_task_id };
    const creates = [
      async () => {
        const task = await kling.textToVideo.create({ prompt: 'p', ...named });
        return { external_task_id: external_task_id || task.externalId };
      },
      async () => {
        const model = 'kling-3.0';
        const task = await kling2.textToVideo.create({ prompt: 'p', model, options: named });
        return { options: { external_task_id: external_task_id || task.externalId } };
      },
    ];
    for (const create of creates) {
      bodies.length = 0;
      const sent = await create().catch((error: unknown) => {
        expect(error).toBeInstanceOf(TypeError);
        expect(bodies).toEqual([]);
      });
      if (sent) expect(bodies).toMatchObject([sent]);
    }
  });
  await holds(property, runs / 10, 'external ids');
}, 1_800_000);
