import { expect, it } from 'vitest';
import { chaos } from './run.ts';

/** One of each kind that a run could be without by chance. Which of those of lists and queries depends on when they are asked for. */
const atLeast = [
  /by nobody after accepting/,
  /spell of/,
  /delivered twice/,
  /delivered late/,
  /task with code 1/,
  /from a cache/,
  /another task, finished/,
  /list (of|with|mixed)|shuffled list/,
  /object in place of a list/,
  /query (of|for|with)|shuffled query/,
];

it('through every fault, a restart and a kill, no task is lost or created twice', async () => {
  const counts = await chaos({
    // One with which lists show the end of many tasks.
    seed: 3,
    tasks: 160,
    kills: 1,
    restarts: 1,
    workers: 100,
  });
  expect(counts.wrong).toEqual([]);
  expect(counts).toMatchObject({ lost: 0, createdTwice: 0, unhandledRejections: 0, kills: 1 });
  expect(counts.finished).toBeGreaterThan(110);
  const names = Object.keys(counts.faults);
  expect(names.length).toBeGreaterThan(50);
  for (const name of atLeast) expect(names.join(', ')).toMatch(name);
});
