import { Agent } from 'node:http';
import { type Load, once } from './load.ts';
import type { Running } from './servers.ts';

/** Megabytes that the mock may hold, whatever it was asked. */
const limit = 400;

/**
 * Creates tasks, far more than are kept, and reads each of them over ten connections. Says how much memory the process
 * had after each tenth; false when that was more than the limit at any time.
 */
export async function holdsMemory(
  { megabytes }: Running,
  create: Load,
  tasks: number,
): Promise<boolean> {
  const agent = new Agent({ keepAlive: true, maxSockets: 10 });
  const seen: number[] = [];
  let left = tasks;
  const worker = async () => {
    while (left > 0) {
      left -= 1;
      const { data }: { data: { task_id: string } } = JSON.parse(await once(create, agent));
      const { headers } = create;
      await once({ url: `${create.url}/${data.task_id}`, method: 'GET', headers }, agent);
      if (left % (tasks / 10) === 0) seen.push(megabytes());
    }
  };
  await Promise.all(Array.from({ length: 10 }, worker));
  agent.destroy();
  const tenths = seen.slice(0, 10).join(' ');
  console.log(`memory       after each ${tasks / 10} tasks, MB: ${tenths}   limit ${limit}`);
  return Math.max(...seen) < limit;
}
