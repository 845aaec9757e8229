import fc from 'fast-check';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createKling, klingai } from '../../src/index.ts';
import { broken, html, type Seen, scripted, silence } from '../support/fetch.ts';
import { accepted, looksLike, refused, succeeded } from '../support/kling.ts';

/** What may happen to a create and its wait, each at a moment of its own, in milliseconds. */
const at = fc.integer({ min: 0, max: 20_000 });
const answers = {
  accepted: accepted(),
  processing: looksLike('processing'),
  succeeded,
  failed: looksLike('failed'),
  refused: refused(1201, 400),
  unauthorized: refused(1002, 401),
  'not now': refused(1303, 429),
  reset: broken('ECONNRESET'),
  'not reached': broken('ECONNREFUSED'),
  HTML: html(502),
  silence,
};
type AnswerName = keyof typeof answers;
const story = fc.record({
  /** Answers one after the other, each after so many milliseconds, and the last one for ever. */
  replies: fc.array(
    fc.tuple(
      fc.integer({ max: 3_000, min: 0 }),
      fc.constantFrom(...(Object.keys(answers) as AnswerName[])),
    ),
    { minLength: 1, maxLength: 5 },
  ),
  abort: fc.option(at),
  called: fc.array(at, { maxLength: 3 }),
  timeout: at,
  /** The look after which the listener throws. */
  throws: fc.option(fc.integer({ min: 1, max: 3 })),
  /** The look after which the listener gives the wait up. */
  aborts: fc.option(fc.integer({ min: 1, max: 3 })),
  /** How the wait goes: as one, in steps that are left after so many, or through a client that has one place. */
  way: fc.constantFrom('run', 'watch', 'leave', 'close', 'queue'),
});
type Story = typeof story extends fc.Arbitrary<infer T> ? T : never;

const realTurn = setImmediate;
const unhandled: unknown[] = [];
const note = (reason: unknown) => unhandled.push(reason);

beforeEach(() => {
  vi.useFakeTimers();
  process.on('unhandledRejection', note);
});
afterEach(() => {
  process.off('unhandledRejection', note);
  vi.useRealTimers();
});

/** Plays a story to its end; whatever comes of it is caught, once. */
async function play(told: Story): Promise<void> {
  const { replies, abort, called, timeout, throws, aborts, way } = told;
  let sent = 0;
  const { fetch } = scripted(async (_: Seen) => {
    const [ms, name] = replies[Math.min(sent++, replies.length - 1)] ?? [0, 'silence'];
    await new Promise((resolve) => setTimeout(resolve, ms));
    return answers[name];
  });
  const kling = createKling(
    klingai,
    { apiKey: 'k' },
    { fetch, maxRunning: 1, createTimeout: 9_000 },
  );
  const stop = new AbortController();
  const callback = new EventTarget();
  // A place in the queue is waited for until somebody gives up.
  if (abort !== null || way === 'queue') setTimeout(() => stop.abort(), abort ?? 20_000);
  const id = '861254119619698760';
  for (const ms of called) setTimeout(() => callback.dispatchEvent(new Event(id)), ms);
  let seen = 0;
  const onProgress = () => {
    if (++seen === aborts) stop.abort();
    if (seen === throws) throw new RangeError('mine');
  };
  const options = { signal: stop.signal, timeout, onProgress, callback };
  const input = { prompt: 'rain', duration: 5 };
  if (way === 'run') await kling.textToAudio.run(input, options);
  if (way === 'queue') {
    const all = [1, 2, 3].map(() => kling.textToAudio.run(input, options));
    await Promise.allSettled(all);
  }
  const steps = kling.textToAudio.task(id).watch(options);
  if (way === 'close') setTimeout(() => void steps.return(), 5_000);
  for await (const _ of steps) if (way === 'leave') break;
}

it('in whatever order things happen, nothing is rejected that nobody can catch, and all ends', async () => {
  const property = fc.asyncProperty(
    fc.array(story, { minLength: 20, maxLength: 20 }),
    async (all) => {
      let open = all.length;
      for (const each of all) void play(each).then(...done());
      function done(): [() => void, () => void] {
        const count = () => {
          open -= 1;
        };
        return [count, count];
      }
      const end = performance.now() + 300_000;
      while (open > 0 && performance.now() < end) {
        await new Promise((next) => realTurn(next));
        await vi.advanceTimersByTimeAsync(500);
      }
      await vi.advanceTimersByTimeAsync(60_000);
      await new Promise((next) => realTurn(next));
      expect(open).toBe(0);
      expect(unhandled).toEqual([]);
    },
  );
  await fc.assert(property, { seed: 1, numRuns: 15, endOnFailure: true });
});
