import { describe, expect, it } from 'vitest';
import { accepted, audio, looksLike, succeeded, taskId } from '../support/kling.ts';
import { withoutWaits } from '../support/waits.ts';
import { fakeProvider, inFolder } from './support.ts';

const { kling } = inFolder();
const rain = ['text-to-audio', '--prompt', 'rain', '--duration', '5', '--no-save'];
const tooFast = { code: 1302, message: 'too fast' };
const done = () => looksLike('succeed', { task_result: { audios: [audio] } });
const missing = { code: 1203, message: 'no such task' };

/** The creates that are lost on their way back. */
let lost = 0;

const provider = fakeProvider(({ at, times }) => {
  const isCreate = at.startsWith('POST');
  if (at.includes('/hang/')) return 'never';
  if (at.includes('/full/')) return [429, { code: 1303, message: 'too many', request_id: 'r-1' }];
  if (at.includes('/later/')) return [429, tooFast, { 'retry-after': '300' }];
  if (at.includes('/lost/')) {
    if (!isCreate) return looksLike('processing');
    lost += 1;
    return 'never';
  }
  if (at.includes('/slow/')) {
    if (isCreate) return 'reset';
    // Of now: the task of another call is minutes older.
    return times === 1 && !at.endsWith(taskId) ? [404, missing] : done();
  }
  if (isCreate) return times === 1 ? [429, tooFast] : accepted();
  return times === 1 ? [502, { error: {} }] : succeeded;
});
const at = (path: string) => ['--base-url', `${provider.url()}${path}`];

/** Runs a command that is given a second or a few, and makes sure that it does not take the half minute of a request. */
async function within(timeout: string, argv: string[]) {
  const began = performance.now();
  const ran = await kling([...argv, '--timeout', timeout]);
  expect(performance.now() - began).toBeLessThan(25_000);
  return ran;
}

describe('--timeout', () => {
  // All at once, as each takes the time that it is given.
  it.concurrent('covers a create that is never answered', async () => {
    const gateway = ['--provider', 'deerapi', '--external-task-id', 'rain-1'];
    const { code, out, errLines } = await within('1', [...rain, ...gateway, ...at('/hang')]);
    expect({ code, out, lines: errLines.length }).toEqual({ code: 3, out: '', lines: 1 });
    expect(errLines[0]).toMatch(/^kling-fetch: deerapi: the task may exist.* rain-1$/);
  });

  it.concurrent('leaves time to find the task of such a create', async () => {
    const { code, errLines } = await within('3', [...rain, ...at('/lost')]);
    expect(code).toBe(4);
    expect(errLines).toContain(`task ${taskId} at klingai`);
    expect(errLines.at(-1)).toMatch(/still running; resume with: npx kling-fetch-cli wait 8612/);
    expect(lost).toBe(1);
  });

  it.concurrent('covers the time while the provider is busy: nothing was created, there is nothing to resume', async () => {
    const { code, errLines } = await within('1', [...rain, ...at('/full')]);
    expect({ code, errLines }).toEqual({
      code: 3,
      errLines: [
        'kling-fetch: klingai: too many (code 1303, request r-1); nothing was created, try again later',
      ],
    });
  });

  it.concurrent('covers the first poll of a wait', async () => {
    const { code, errLines } = await within('1', ['wait', taskId, ...at('/hang')]);
    expect(code).toBe(4);
    expect(errLines.at(-1)).toMatch(/^kling-fetch: the task is still running.*resume with: /);
  });

  it.each(['0', '-1', '0.0001'])('of %s s is none', async (timeout) => {
    const { code, errLines } = await kling([...rain, ...at(''), '--timeout', timeout]);
    expect({ code, errLines }).toEqual({
      code: 2,
      errLines: [expect.stringMatching(/^kling-fetch: --timeout must be a number, at least 0\.1/)],
    });
    expect(provider.seen).toEqual([]);
  });
});

it('a list that the provider has no time for says to try again, and nothing of creating', async () => {
  const { code, errLines } = await kling(['list', ...at('/later')]);
  expect({ code, errLines }).toEqual({
    code: 3,
    errLines: ['kling-fetch: klingai: too fast (code 1302); try again later'],
  });
});

describe('what is waited for is said on stderr, also where that is no terminal', () => {
  withoutWaits();

  it('while the provider is busy, and while it gives no answer', async () => {
    const { code, out, errLines } = await kling([...rain, '--json', ...at('')]);
    expect({ code, errLines }).toEqual({
      code: 0,
      errLines: [
        expect.stringMatching(/^busy: too fast \(code 1302\), next try in [12] s$/),
        `task ${taskId} at klingai`,
        'submitted',
        'JSON without data instead of an answer (HTTP 502), next try in 2 s',
        'succeed',
        expect.stringMatching(/^done after 0:\d\d$/),
      ],
    });
    expect(JSON.parse(out).task.id).toBe(taskId);
  });

  it('while the task of a lost create is looked up', async () => {
    const { code, errLines } = await kling([...rain, ...at('/slow')]);
    expect({ code, errLines }).toEqual({
      code: 0,
      errLines: [
        'the task may exist: it is looked up, next try in 1 s',
        `task ${taskId} at klingai`,
        'submitted',
        'succeed',
        expect.stringMatching(/^done after 0:\d\d$/),
      ],
    });
  });
});
