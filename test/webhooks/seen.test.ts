import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Seen, SeenState } from '../../src/webhooks/index.ts';
import { inMemory, mostMessages } from '../../src/webhooks/seen.ts';
import type { Answer } from '../support/fetch.ts';
import { looksLike, refused, succeeded, taskId } from '../support/kling.ts';
import { flat, post, receiver, secret, signed } from './support.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'] });
});
afterEach(() => {
  vi.useRealTimers();
});

const until = (check: () => void) => vi.waitFor(check, { timeout: 60_000, interval: 5 });

/** What several processes share: it does what Redis does with the commands that docs/callbacks.md shows. */
class Store implements Seen {
  readonly #known = new Map<string, { state: SeenState; end: number }>();
  readonly calls: string[] = [];

  async claim(id: string, ms: number): Promise<SeenState> {
    this.calls.push(`claim for ${ms}`);
    const found = this.#known.get(id);
    if (found && found.end > Date.now()) return found.state;
    this.#known.set(id, { state: 'claimed', end: Date.now() + ms });
    return 'new';
  }

  async confirm(id: string, ms: number): Promise<void> {
    this.calls.push(`confirm for ${ms}`);
    this.#known.set(id, { state: 'done', end: Date.now() + ms });
  }

  async release(id: string): Promise<void> {
    this.calls.push('release');
    this.#known.delete(id);
  }
}

/** A process behind the address, and how often the message has counted in it. */
function startProcess(seen: Seen, answer: Answer = succeeded) {
  const { receive, requests } = receiver(answer);
  const callback = new EventTarget();
  const tell = vi.fn();
  callback.addEventListener(taskId, tell);
  let counted = 0;
  return {
    requests,
    counted: () => [counted, tell.mock.calls.length],
    async receive(headers: Record<string, string>) {
      const received = await receive(post(flat(), headers), { secret, seen, callback });
      if (received.task) counted += 1;
      return [received.error?.reason, received.response.status];
    },
  };
}

/** An answer that comes when it is let go. */
function held(answer: object) {
  let letGo = () => {};
  const gate = new Promise<void>((resolve) => (letGo = resolve));
  return { answer: () => gate.then(() => answer), letGo: () => letGo() };
}

const counted = [undefined, 200];

describe('one message in two processes with a shared store', () => {
  it('counts once, and the second is not told that it has arrived before it has', async () => {
    const store = new Store();
    const { answer, letGo } = held(succeeded);
    const first = startProcess(store, answer);
    const second = startProcess(store);
    const message = signed(flat());
    const receiving = first.receive(message);
    await until(() => expect(first.requests).toHaveLength(1));
    expect(await second.receive(message)).toEqual(['claimed', 503]);
    letGo();
    expect(await receiving).toEqual(counted);
    expect(await second.receive(message)).toEqual(['replay', 200]);
    expect(first.counted()).toEqual([1, 1]);
    expect(second.counted()).toEqual([0, 0]);
    expect(second.requests).toHaveLength(0);
    expect(store.calls).toEqual([
      'claim for 20000',
      'claim for 20000',
      'confirm for 600000',
      'claim for 20000',
    ]);
  });

  it('counts in the second when the first has crashed between claim and confirmation', async () => {
    const store = new Store();
    const gone = async () => {
      throw new Error('this process is dead');
    };
    const dead = { claim: store.claim.bind(store), confirm: gone, release: gone };
    const first = startProcess(dead);
    const second = startProcess(store);
    const message = signed(flat());
    await expect(first.receive(message)).rejects.toThrow('this process is dead');
    expect(first.counted()).toEqual([0, 0]);
    vi.advanceTimersByTime(19_000);
    expect(await second.receive(message)).toEqual(['claimed', 503]);
    vi.advanceTimersByTime(2_000);
    expect(await second.receive(message)).toEqual(counted);
    expect(await second.receive(message)).toEqual(['replay', 200]);
  });

  it.each([
    ['cannot be asked', refused(5001, 503), 'provider'],
    ['does not know the task yet', refused(1203, 404), 'task'],
  ])('is open to the second at once when the provider %s', async (_, answer, reason) => {
    const store = new Store();
    const first = startProcess(store, answer);
    const second = startProcess(store);
    const message = signed(flat());
    expect(await first.receive(message)).toEqual([reason, 503]);
    expect(await second.receive(message)).toEqual(counted);
    expect(await first.receive(message)).toEqual(['replay', 200]);
  });

  it('does not count in a process that was stopped for longer than its claim, nor is it forgotten', async () => {
    const store = new Store();
    const { answer, letGo } = held(succeeded);
    const first = startProcess(store, answer);
    const second = startProcess(store);
    const message = signed(flat());
    const receiving = first.receive(message);
    await until(() => expect(first.requests).toHaveLength(1));
    vi.advanceTimersByTime(20_000);
    expect(await second.receive(message)).toEqual(counted);
    letGo();
    expect(await receiving).toEqual(['claimed', 503]);
    expect(first.counted()).toEqual([0, 0]);
    expect(await first.receive(message)).toEqual(['replay', 200]);
  });

  it('stays claimed by the second when the first hears of its own claim after that has ended', async () => {
    const store = new Store();
    let letGo = () => {};
    const gate = new Promise<void>((resolve) => (letGo = resolve));
    const claim = async (id: string, ms: number) => {
      const state = await store.claim(id, ms);
      await gate;
      return state;
    };
    const confirm = store.confirm.bind(store);
    const release = store.release.bind(store);
    const { receive } = receiver();
    const message = signed(flat());
    const options = { secret, seen: { claim, confirm, release }, timeout: 20 };
    await expect(receive(post(flat(), message), options)).rejects.toThrow('no answer in time');
    vi.advanceTimersByTime(50);
    const { answer, letGo: end } = held(succeeded);
    const second = startProcess(store, answer);
    const receiving = second.receive(message);
    await until(() => expect(second.requests).toHaveLength(1));
    letGo();
    await new Promise(setImmediate);
    expect(store.calls).not.toContain('release');
    end();
    expect(await receiving).toEqual(counted);
  });

  it('may come again when it is not known whether it was confirmed', async () => {
    const store = new Store();
    const confirm = async (id: string, ms: number) => {
      await store.confirm(id, ms);
      throw new Error('connection lost');
    };
    const claim = store.claim.bind(store);
    const release = store.release.bind(store);
    const first = startProcess({ claim, confirm, release });
    const second = startProcess(store);
    const message = signed(flat());
    await expect(first.receive(message)).rejects.toThrow('connection lost');
    expect(await second.receive(message)).toEqual(counted);
    expect(first.counted()).toEqual([0, 0]);
  });
});

it('a test of the console stays known: it does not make anybody read again', async () => {
  const store = new Store();
  const { receive, requests } = receiver(refused(1203, 404));
  const times = { create_time: 1, update_time: 1 };
  const body = JSON.stringify({ id: taskId, status: 'submitted', outputs: [], ...times });
  const headers = signed(body);
  const reasons = [];
  for (let nth = 0; nth < 3; nth++) {
    const { error } = await receive(post(body, headers), { secret, seen: store });
    reasons.push(error?.reason);
  }
  expect(reasons).toEqual(['test', 'replay', 'replay']);
  expect(requests).toHaveLength(1);
});

it('an answer of the store that is none of the three is no permission', async () => {
  const seen = { claim: () => JSON.parse('true'), confirm: vi.fn(), release: vi.fn() };
  const { receive, requests } = receiver(looksLike('processing'));
  const { error, response } = await receive(post(flat(), signed(flat())), { secret, seen });
  expect([error?.reason, response.status]).toEqual(['claimed', 503]);
  expect(requests).toHaveLength(0);
  expect(seen.confirm).not.toHaveBeenCalled();
  expect(seen.release).not.toHaveBeenCalled();
});

it('the memory of a process has room for so many messages, 10,000, and forgets the oldest', async () => {
  expect(mostMessages).toBe(10_000);
  const seen = inMemory(20);
  const { receive } = receiver(looksLike('processing'));
  const first = signed(flat());
  const reasonFor = async (message: Record<string, string>) =>
    (await receive(post(flat(), message), { secret, seen })).error?.reason;
  const others = async (length: number) => {
    for (let nth = 0; nth < length; nth++) expect(await reasonFor(signed(flat()))).toBeUndefined();
  };
  expect(await reasonFor(first)).toBeUndefined();
  await others(19);
  expect(await reasonFor(first)).toBe('replay');
  await others(1);
  expect(await reasonFor(first)).toBeUndefined();
});

it('without a store, the memory of the process is asked', async () => {
  const { receive } = receiver(looksLike('processing'));
  const message = signed(flat());
  const reasons = [];
  for (let nth = 0; nth < 2; nth++)
    reasons.push((await receive(post(flat(), message), { secret })).error?.reason);
  expect(reasons).toEqual([undefined, 'replay']);
});
