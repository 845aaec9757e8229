/**
 * One client measured in a process of its own: prints what was found as JSON. `tsx bench/faults/column.ts klingai creates`
 * for what becomes of creates, `retaken` for those not accepted at first, `waits` for what becomes of waits, `refused` for a refused create, which may end it.
 */
import type { Client } from './client.ts';
import { creates, pauseAsked, refusedCreate, retaken, withoutCredit } from './creates.ts';
import { liveBy } from './fast-clock.ts';
import { kling } from './kling.ts';
import { aborts, waits } from './waits.ts';

const measurements: Record<string, (client: Client) => Promise<Record<string, string>>> = {
  async creates(client) {
    // Nothing else is under way while a pause is timed.
    const pause = await pauseAsked(client);
    const [sent, credit] = await Promise.all([creates(client), withoutCredit(client)]);
    return { ...sent, pauseAsked: pause, withoutCredit: credit };
  },
  retaken,
  async waits(client) {
    const short = await aborts(client);
    // Half an hour of outage in 15 seconds: all of a client's own intervals and limits as they are.
    if (client.scale > 1) liveBy(client.scale);
    return { ...short, ...(await waits(client)) };
  },
  refused: async (client) => ({ refused: await refusedCreate(client) }),
};

const [name = '', what = ''] = process.argv.slice(2);
const measure = measurements[what];
if (!measure) throw new Error(`nothing is measured that is called ${what}`);
const client: Client = Object.hasOwn(kling, name)
  ? kling[name as keyof typeof kling]
  : { ...(await import(`./peers/${name}.mjs`)), scale: 1 };
console.log(JSON.stringify(await measure(client)));
// Who waits on is not waited for.
process.exit();
