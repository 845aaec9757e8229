import { once } from 'node:events';
import { connect } from 'node:net';
import { setImmediate as turn } from 'node:timers/promises';
import { afterEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { openEnvelope } from '../../src/client/envelope.ts';
import { ApiError, klingai } from '../../src/index.ts';
import { fromNode, toNode } from '../../src/proxy/index.ts';
import { most, SentCreates } from '../../src/proxy/repeats.ts';
import type { PlainAnswer } from '../../src/proxy/upstream.ts';
import { type Answer, broken, html, silence, text } from '../support/fetch.ts';
import { accepted, gatewayRefused, refused } from '../support/kling.ts';
import { serve } from '../support/serve.ts';
import { home, input, key, proxied, route, userOf } from './support.ts';

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const seconds = 1_000;
const minutes = 60 * seconds;
const create = { ...input, external_task_id: 'rain-1' };
const statusOf = async (response: Promise<Response>) => (await response).status;
const idOf = async (response: Promise<Response>) => (await (await response).json()).data?.task_id;

/** Stops time. The function it gives lets that many milliseconds pass. */
function stopTime() {
  vi.useFakeTimers({ toFake: ['performance', 'setTimeout', 'clearTimeout'] });
  return (ms: number) => vi.advanceTimersByTime(ms);
}

/** Waits for what comes without any time passing. */
async function until(isSo: () => boolean) {
  while (!isSo()) await turn();
}

/** An answer that comes when it is told to. */
function held(answer: Answer) {
  let release = () => {};
  const given = new Promise<Answer>((resolve) => {
    release = () => resolve(answer);
  });
  return { answer: () => given, release: () => release() };
}

/** As many tasks as are created, each with its own id. */
function countTasks() {
  let count = 0;
  return () => accepted(`task-${++count}`);
}

describe('a create that comes again', () => {
  it('while the first is under way waits for its answer', async () => {
    const { answer, release } = held(countTasks());
    const { post, requests } = proxied({}, answer);
    const creates = Array.from({ length: 5 }, () => idOf(post(create)));
    await until(() => requests.length === 1);
    release();
    expect(await Promise.all(creates)).toEqual(Array(5).fill('task-1'));
    expect(requests).toHaveLength(1);
  });

  it('gets the whole answer, with the headers for its own page', async () => {
    const named = () => Response.json(accepted(), { headers: { 'x-request-id': 'r-7' } });
    const { post } = proxied({ origins: ['https://a.example', 'https://b.example'] }, named);
    const first = await post(create, { origin: 'https://a.example' });
    const second = await post(create, { origin: 'https://b.example' });
    const allowed = 'access-control-allow-origin';
    expect(second.headers.get(allowed)).toBe('https://b.example');
    for (const { headers } of [first, second]) headers.delete(allowed);
    expect([...second.headers]).toEqual([...first.headers]);
    expect(second.headers.get('x-request-id')).toBe('r-7');
    expect(await second.text()).toBe(await first.text());
  });

  it('is woken by its own timer, not by the request that it waits for', async () => {
    const pass = stopTime();
    const { answer, release } = held(accepted());
    const { post, requests } = proxied({}, answer);
    const first = post(create);
    await until(() => requests.length === 1);
    let isAnswered = false;
    const second = post(create).then((response) => {
      isAnswered = true;
      return response;
    });
    await until(() => vi.getTimerCount() === 3);
    release();
    await first;
    for (let turns = 0; turns < 20; turns++) await turn();
    expect(isAnswered).toBe(false);
    pass(100);
    expect(await statusOf(second)).toBe(200);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('has a time limit of its own, should the host have killed the first', async () => {
    stopTime();
    const { post, requests } = proxied({ timeout: 60 * seconds }, silence);
    void post(create);
    await until(() => requests.length === 1);
    vi.useRealTimers();
    // From here on the timers of the first are gone.
    const pass = stopTime();
    const second = post(create);
    await until(() => vi.getTimerCount() === 2);
    pass(60 * seconds);
    expect(await statusOf(second)).toBe(502);
    expect(requests).toHaveLength(1);
  });

  it('within ten minutes gets the task of the first', async () => {
    const pass = stopTime();
    const { post, requests } = proxied({}, countTasks());
    expect(await idOf(post(create))).toBe('task-1');
    pass(9 * minutes);
    expect(await idOf(post(create))).toBe('task-1');
    pass(2 * minutes);
    expect(await idOf(post(create))).toBe('task-2');
    expect(requests).toHaveLength(2);
  });

  it('is still asked about', async () => {
    const authorize = vi.fn().mockReturnValue(true);
    authorize.mockReturnValueOnce(true).mockReturnValueOnce(false);
    const { post } = proxied({ authorize });
    const statuses = [];
    for (let times = 0; times < 3; times++) statuses.push(await statusOf(post(create)));
    expect(statuses).toEqual([200, 403, 200]);
  });

  it('is not counted: a refusal would say that there is no task', async () => {
    const { answer, release } = held(countTasks());
    const { post, requests } = proxied({ rate: { requests: 1, perSeconds: 3_600 } }, answer);
    const creates = [idOf(post(create)), idOf(post(create))];
    await until(() => requests.length === 1);
    creates.push(idOf(post(create)));
    release();
    expect(await Promise.all([...creates, idOf(post(create))])).toEqual(Array(4).fill('task-1'));
    expect(await statusOf(post({ ...create, external_task_id: 'rain-2' }))).toBe(429);
    expect(requests).toHaveLength(1);
  });

  it('may be sent when the first was one too many, or could not be counted', async () => {
    vi.spyOn(console, 'warn').mockImplementation(() => {});
    const take = vi.fn().mockReturnValueOnce(7).mockRejectedValueOnce(new Error('no Redis'));
    take.mockReturnValue(0);
    const rate = { requests: 1, perSeconds: 60, store: { take } };
    const { post, requests } = proxied({ rate });
    const statuses = [];
    for (let times = 0; times < 4; times++) statuses.push(await statusOf(post(create)));
    expect(statuses).toEqual([429, 503, 200, 200]);
    expect(requests).toHaveLength(1);
    expect(take).toHaveBeenCalledTimes(3);
  });
});

describe('a page whose connection breaks in the middle of a create', () => {
  const body = JSON.stringify(create);
  const lines = [`POST ${route} HTTP/1.1`, 'host: app.example', `content-length: ${body.length}`];

  it.each([
    ['before the provider answers', false],
    ['and the provider answers before the repeat', true],
  ])('gets the task when its browser repeats it: %s', async (_, isAnswered) => {
    const { answer, release } = held(countTasks());
    const { proxy, requests } = proxied({}, answer);
    let ended = 0;
    await using server = await serve(async (incoming, outgoing) => {
      await toNode(await proxy(fromNode(incoming)), outgoing);
      ended++;
    });
    const socket = connect(server.port, '127.0.0.1');
    socket.write(`${lines.join('\r\n')}\r\n\r\n${body}`);
    await until(() => requests.length === 1);
    socket.destroy();
    await once(socket, 'close');
    if (isAnswered) {
      release();
      await until(() => ended === 1);
    }
    const repeat = idOf(fetch(server.url + route, { method: 'POST', body }));
    release();
    expect(await repeat).toBe('task-1');
    await until(() => ended === 2);
    expect(requests).toHaveLength(1);
    expect(server.failures).toEqual([]);
  });

  it('gets it also where the host aborts the request', async () => {
    const { answer, release } = held(countTasks());
    const { proxy, post, requests } = proxied({}, answer);
    const page = new AbortController();
    const init = { method: 'POST', body, signal: page.signal };
    const first = proxy(new Request(home + route, init));
    await until(() => requests.length === 1);
    page.abort();
    const repeat = post(create);
    release();
    expect(await Promise.all([idOf(first), idOf(repeat)])).toEqual(['task-1', 'task-1']);
    expect(requests).toHaveLength(1);
  });
});

describe('of creates that end without a task', () => {
  it.each([
    ['the provider’s own', refused(1303, 429)],
    ['the provider’s own, with HTTP 200', refused(1201, 200)],
    ['a gateway’s', gatewayRefused(400)],
    ['a connection that was never made', broken('ECONNREFUSED')],
  ])('a clear refusal is not kept, so that the page may try again: %s', async (_, refusal) => {
    const { post, requests } = proxied({}, refusal, accepted());
    expect((await (await post(create)).json()).data).toBeUndefined();
    expect(await statusOf(post(create))).toBe(200);
    expect(requests).toHaveLength(2);
  });

  it('a clear refusal is the answer to those that wait for it', async () => {
    const { answer, release } = held(refused(1102, 429));
    const { post, requests } = proxied({}, answer, accepted());
    const hashing = vi.spyOn(crypto.subtle, 'digest');
    onTestFinished(() => hashing.mockRestore());
    const creates = [post(create), post(create)].map(statusOf);
    // Until the second one waits for the first, which is right behind its hash.
    await until(() => requests.length === 1 && hashing.mock.results.length === 2);
    await Promise.all(hashing.mock.results.map(({ value }) => value));
    await turn();
    release();
    expect(await Promise.all(creates)).toEqual([429, 429]);
    expect(requests).toHaveLength(1);
  });

  it.each<[string, Answer, number, number?]>([
    ['a page', html(502), 502],
    ['a page that looks like a refusal', html(403), 403],
    ['JSON of nobody', text('{"message":"forbidden"}', 403), 403],
    ['the provider’s own trouble', refused(5000, 500), 500],
    ['no task', { code: 0, data: {} }, 200],
    ['a connection that breaks', broken('ECONNRESET'), 502],
    ['a redirect', () => Response.redirect('https://evil.example'), 502],
    ['no answer in time', silence, 502, 60 * seconds],
  ])('an unclear end is kept for 50 seconds: %s', async (_, unclear, status, duration = 0) => {
    const pass = stopTime();
    const { post, requests } = proxied({}, unclear, countTasks());
    const ending = post(create);
    await until(() => requests.length === 1);
    pass(duration);
    const first = await ending;
    expect(first.status).toBe(status);
    pass(49 * seconds);
    const again = await post(create);
    expect([again.status, await again.text()]).toEqual([status, await first.text()]);
    expect(requests).toHaveLength(1);
    pass(2 * seconds);
    expect(await idOf(post(create))).toBe('task-1');
  });

  it('one that the host killed stops the next for as long as it might have taken, and 50 seconds', async () => {
    let pass = stopTime();
    const { post, requests } = proxied({ timeout: 60 * seconds }, silence, countTasks());
    void post(create);
    await until(() => requests.length === 1);
    const now = performance.now();
    vi.useRealTimers();
    pass = stopTime();
    pass(now - performance.now() + 109 * seconds);
    const second = post(create);
    await until(() => vi.getTimerCount() === 2);
    pass(2 * seconds);
    expect(await idOf(post(create))).toBe('task-1');
    expect(requests).toHaveLength(2);
    pass(60 * seconds);
    expect(await statusOf(second)).toBe(502);
  });

  it('one that comes to its end after that does not take the place of the next', async () => {
    vi.useFakeTimers({ toFake: ['performance'] });
    const { answer, release } = held(accepted('task-late'));
    const { post, requests } = proxied({}, answer, countTasks());
    const late = post(create);
    await until(() => requests.length === 1);
    vi.advanceTimersByTime(111 * seconds);
    expect(await idOf(post(create))).toBe('task-1');
    release();
    expect(await idOf(late)).toBe('task-late');
    expect(await idOf(post(create))).toBe('task-1');
    expect(requests).toHaveLength(2);
  });
});

describe('another create', () => {
  it.each<[string, object, object]>([
    ['is one of another caller', [create, 'b'], [create, 'a']],
    ['has another external id', [{ ...create, external_task_id: 'rain-2' }, 'a'], [create, 'a']],
    [
      'has the same external id and another body',
      [{ ...create, duration: 10 }, 'a'],
      [create, 'a'],
    ],
    ['has no external id', [input, 'a'], [input, 'a']],
    [
      'has an empty one',
      [{ ...input, external_task_id: '' }, 'a'],
      [{ ...input, external_task_id: '' }, 'a'],
    ],
  ])('%s', async (_, ...both) => {
    const { post, requests } = proxied({ authorize: userOf }, countTasks());
    const creates = (both as [object, string][]).map(([body, user]) =>
      idOf(post(body, { 'x-user': user })),
    );
    expect((await Promise.all(creates)).sort()).toEqual(['task-1', 'task-2']);
    expect(requests).toHaveLength(2);
  });

  it('is of another operation', async () => {
    const { post, requests } = proxied({}, countTasks());
    const body = { prompt: 'rain', external_task_id: 'rain-1' };
    await Promise.all([post(body), post(body, {}, '/v1/videos/text2video')]);
    expect(requests).toHaveLength(2);
  });

  it('of the client has an id of its own, and reads are never kept', async () => {
    const { kling, requests } = proxied({}, countTasks());
    await Promise.all([kling.textToAudio.create(input), kling.textToAudio.create(input)]);
    // Each answer is a new task, so that neither is about the one that was asked for.
    await Promise.allSettled([1, 2].map(() => kling.textToAudio.task('1').snapshot()));
    expect(requests).toHaveLength(4);
  });
});

describe('what is remembered', () => {
  /** The memory of a proxy, with room for twenty creates and a million characters. */
  function remembering() {
    const creates = new SentCreates(klingai, minutes, { creates: 20, characters: 1_000_000 });
    const sent: number[] = [];
    const admit = async () => undefined;
    const { signal } = new AbortController();
    const post = (
      number: number,
      answer: PlainAnswer | Promise<PlainAnswer> = says(accepted()),
    ) => {
      const send = async () => {
        sent.push(number);
        return answer;
      };
      return creates.sendOnce([`${number}`], admit, send, signal);
    };
    return { post, sent };
  }
  const says = (body: object, status = 200): PlainAnswer => ({
    status,
    headers: {},
    body: JSON.stringify(body),
  });

  it('is ten thousand creates and some megabytes of answers', () => {
    expect(most).toEqual({ creates: 10_000, characters: 20_000_000 });
  });

  it('is so many creates: the oldest that have ended make room', async () => {
    const { post, sent } = remembering();
    const first = Array.from({ length: 20 }, (_, number) => number);
    expect((await post(0)).status).toBe(200);
    expect((await post(20, says({ code: 1102, message: 'no' }, 429))).status).toBe(429);
    for (const number of first.slice(1)) await post(number);
    // What was refused takes no room.
    for (const number of [0, 1, 19]) await post(number);
    expect(sent).toEqual([0, 20, ...first.slice(1)]);
    for (const number of [20, 1, 20]) await post(number);
    expect(sent.slice(21)).toEqual([20]);
    await post(0);
    expect(sent.slice(21)).toEqual([20, 0]);
  });

  it('is never given up while it is under way: then the next create is refused', async () => {
    const { post, sent } = remembering();
    let release = (_: PlainAnswer) => {};
    const answer = new Promise<PlainAnswer>((resolve) => {
      release = resolve;
    });
    const creates = Array.from({ length: 20 }, (_, number) => post(number, answer));
    await until(() => sent.length === 20);
    const { status, headers, body: text } = await post(20);
    expect(status).toBe(429);
    expect(Number(headers['retry-after'])).toBeGreaterThan(0);
    // A word that the client understands: nothing was taken, later there will be room.
    const read = () => openEnvelope({ status, headers: new Headers(headers), text }, 'klingai');
    expect(read).toThrow(ApiError);
    expect(read).toThrow('too many');
    const again = post(0);
    release(says(accepted()));
    for (const { status } of await Promise.all([...creates, again])) expect(status).toBe(200);
    expect((await post(20)).status).toBe(200);
    expect(sent).toHaveLength(21);
  });

  it('is so many characters of answers', async () => {
    const { post, sent } = remembering();
    const large = says({ ...accepted(), padding: 'x'.repeat(90_000) });
    for (let number = 0; number < 12; number++) await post(number, large);
    await post(11);
    expect(sent).toHaveLength(12);
    await post(0);
    expect(sent).toHaveLength(13);
  });

  it('has no key in it', async () => {
    const loud = () => Response.json({ ...accepted(), message: key });
    const { post } = proxied({}, loud);
    for (const response of [await post(create), await post(create)])
      expect(await response.text()).not.toContain(key);
  });
});
