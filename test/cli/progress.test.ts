import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Progress, startProgress } from '../../src/cli/progress.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** What is written while the work goes on. */
async function written(
  { isTTY = true, columns = 80, TERM = 'xterm' },
  work: (progress: Progress) => Promise<void> | void,
): Promise<string[]> {
  const texts: string[] = [];
  const stderr = { isTTY, columns, write: (text: string) => texts.push(text) };
  const progress = startProgress({ stderr, env: { TERM, NO_COLOR: '1' } });
  await work(progress);
  progress.end();
  return texts;
}

/** What a terminal shows in the end. */
function screen(texts: string[]): string {
  return texts
    .join('')
    .split('\n')
    .map((line) => line.split('\r').at(-1)?.replace('\x1b[K', ''))
    .join('\n');
}

describe('on a terminal', () => {
  it('one line moves, counts the time, and is gone in the end', async () => {
    const texts = await written({}, async (progress) => {
      progress.state('submitted');
      progress.state('processing');
      await vi.advanceTimersByTimeAsync(1_150);
    });
    expect(texts.join('')).toContain('submitted > processing 0:01');
    expect(texts.join('')).not.toContain('\n');
    expect(screen(texts)).toBe('');
  });

  it('a download shows its share, or what has come when nobody knows the whole', async () => {
    const texts = await written({}, async (progress) => {
      progress.state('saving');
      progress.received({ received: 420, total: 1000 });
      await vi.advanceTimersByTimeAsync(120);
      progress.received({ received: 2_340_000 });
      await vi.advanceTimersByTimeAsync(120);
    });
    expect(texts.join('')).toContain('saving [########............] 42 % 0:00');
    expect(texts.join('')).toContain('saving 2.3 MB 0:00');
  });

  it('notes stay', async () => {
    const texts = await written({}, (progress) => {
      progress.state('submitted');
      progress.note('task 1 at klingai');
    });
    expect(screen(texts)).toBe('task 1 at klingai\n');
  });

  it('no line is longer than the terminal, or has a colour', async () => {
    const texts = await written({ columns: 20 }, (progress) => {
      for (const state of ['submitted', 'processing', 'succeed']) progress.state(state);
    });
    const lines = texts.map((text) => text.replace('\r', '').replace('\x1b[K', ''));
    expect(Math.max(...lines.map((line) => line.length))).toBe(19);
    expect(lines.join('')).not.toContain('\x1b');
  });
});

describe.each([
  ['without a terminal', { isTTY: false }],
  ['on a dumb terminal', { TERM: 'dumb' }],
])('%s', (_, where) => {
  it('each new state is a line, and nothing moves', async () => {
    const texts = await written(where, async (progress) => {
      progress.note('task 1 at klingai');
      for (const state of ['submitted', 'submitted', 'pro\ncessing\x1b[31m', 'succeed', 'saving']) {
        progress.state(state);
      }
      progress.received({ received: 1, total: 2 });
      await vi.advanceTimersByTimeAsync(120);
    });
    expect(texts.join('')).toBe(
      'task 1 at klingai\nsubmitted\npro cessing [31m\nsucceed\nsaving\n',
    );
  });
});
