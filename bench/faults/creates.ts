import { type EndingName, endings } from '../../test/chaos/endings.ts';
import { coded } from '../../test/chaos/faults.ts';
import type { Client } from './client.ts';
import { type Behaviour, id, measured, notNow, type Saw } from './provider.ts';
import { ended, quoted, resolved } from './settled.ts';

const minute = 60_000;
/** Proving that a create was not accepted takes a minute in which the provider has no such task. */
const untilRetaken = 3 * minute;
/** What a refused create is told. */
export const refusal = 'prompt is missing';

/** The creates that one logical create became, and how it ended: `1 → task`. */
async function createsOf(client: Client, behaviour: Behaviour, patience = minute): Promise<string> {
  let made: unknown;
  const { value, saw } = await measured(
    client,
    behaviour,
    ({ create }) => {
      const creating = create().then((id) => {
        made = id;
      });
      return ended(creating, patience);
    },
    // What is waited for is not the patience of one request.
    1_000,
  );
  const task = made === id ? 'task' : 'no task';
  return `${saw.creates.length} → ${value === resolved ? task : value}`;
}

/** Every answer to a create is spoilt after the job was accepted. */
const spoilt = (name: EndingName): Behaviour => ({
  hidden: 2_000,
  create: () => ({ isAccepted: true, ending: endings[name] }),
});

/** The first answer is spoilt, and the job was not accepted. */
const spoiltBefore = (name: EndingName): Behaviour => ({
  create: (nth) =>
    nth === 1 ? { isAccepted: false, ending: endings[name] } : { isAccepted: true },
});

async function each(client: Client, behaviour: (name: EndingName) => Behaviour, patience?: number) {
  const found = (Object.keys(endings) as EndingName[]).map(
    async (name) => [name, await createsOf(client, behaviour(name), patience)] as const,
  );
  return Object.fromEntries(await Promise.all(found));
}

/** The creates sent for every ending of the answer to one that was accepted. */
export const creates = (client: Client) => each(client, spoilt);
/** The creates sent for every ending of the first answer, to one that was not accepted. */
export const retaken = (client: Client) => each(client, spoiltBefore, untilRetaken);

/** The pause after a 429 that asks for three seconds. */
export async function pauseAsked(client: Client): Promise<string> {
  const create: Behaviour['create'] = (nth) =>
    nth === 1 ? { isAccepted: false, ending: notNow } : { isAccepted: true };
  const { saw } = await measured(client, { create }, ({ create }) => ended(create(), minute));
  const [pause] = pauses(saw);
  return pause === undefined ? 'sends nothing again' : `${(pause / 1_000).toFixed(1)} s`;
}

const pauses = ({ creates }: Saw) => creates.slice(1).map((at, nth) => at - (creates[nth] ?? at));

/** The creates sent while the account has no credit, which Kling says with 429. */
export function withoutCredit(client: Client): Promise<string> {
  const ending = coded(429, 1102, 'resource pack used up');
  return createsOf(client, { create: () => ({ isAccepted: false, ending }) });
}

/** What a refused create ends with for who waits for its result. This may end the whole process. */
export async function refusedCreate(client: Client): Promise<string> {
  const ending = coded(400, 1201, refusal);
  const { value } = await measured(
    client,
    { create: () => ({ isAccepted: false, ending }) },
    ({ run }) => ended(run(), minute),
  );
  return `${quoted(value)}, caught`;
}
