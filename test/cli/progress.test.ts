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

  it('a download shows its share, or what has arrived when the size is unknown', async () => {
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

  it('what is waited for follows the time, counts down, and is gone with the next state', async () => {
    const texts = await written({}, async (progress) => {
      progress.state('submitted');
      progress.retry('busy: too\nfast', 3_500);
      await vi.advanceTimersByTimeAsync(2_000);
      progress.state('submitted');
      await vi.advanceTimersByTimeAsync(100);
    });
    const shown = texts.join('');
    expect(shown).toContain('submitted 0:00, busy: too fast, next try in 4 s\x1b[K');
    expect(shown).toContain('submitted 0:02, busy: too fast, next try in 2 s\x1b[K');
    expect(shown).not.toContain('\n');
    expect(texts.at(-2)?.endsWith('submitted 0:02\x1b[K')).toBe(true);
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

  it('what is waited for is a short line, the same one only once in a row', async () => {
    const texts = await written(where, (progress) => {
      for (const delay of [400, 1_000, 1_001]) progress.retry('no answer', delay);
      progress.state('processing');
      progress.retry('no answer', 1_001);
      progress.retry('x'.repeat(1_000), 1_000);
    });
    const lines = texts.join('').split('\n');
    expect(lines.slice(0, 4)).toEqual([
      'no answer, next try in 1 s',
      'no answer, next try in 2 s',
      'processing',
      'no answer, next try in 2 s',
    ]);
    expect(lines[4]).toMatch(/^x{50,}…, next try in 1 s$/);
    expect(lines[4]?.length).toBeLessThan(200);
  });
});
