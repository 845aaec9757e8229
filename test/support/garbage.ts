import { setTimeout as pause } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** Collects garbage for so many milliseconds, again and again, as a process does that has much to do. */
export async function collectGarbage(ms: number): Promise<void> {
  setFlagsFromString('--expose-gc');
  const collect: () => void = runInNewContext('gc');
  for (let left = ms; left > 0; left -= 50) {
    await pause(50);
    collect();
  }
}
