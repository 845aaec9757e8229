import { type EndingName, endings, json } from '../../test/chaos/endings.ts';
import { coded } from '../../test/chaos/faults.ts';
import { type Behaviour, measured, type ProviderName, type Saw } from './provider.ts';

const input = { prompt: 'rain on a tin roof', duration: 5 };

/** The creates that one logical create became, and how it ended: `1 → task`. */
async function createsOf(name: ProviderName, behaviour: Behaviour): Promise<string> {
  const { value, saw } = await measured(
    name,
    behaviour,
    ({ textToAudio }) => textToAudio.create(input).then(() => 'task', nameOf),
    // What is waited for is not the patience of one request.
    { requestTimeout: 1_000 },
  );
  if (saw.jobs > 1) throw new Error(`${name}: ${saw.jobs} jobs of one create`);
  return `${saw.creates.length} → ${value}`;
}

export const nameOf = (error: unknown) => (error instanceof Error ? error.name : String(error));

/** One row: every answer to a create is spoilt after the job was accepted, or the first one before. */
async function row(ending: EndingName): Promise<Record<string, string>> {
  const answer = endings[ending];
  const accepted: Behaviour = {
    hidden: 2_000,
    create: () => ({ isAccepted: true, ending: answer }),
  };
  const first: Behaviour = {
    create: (nth) => (nth === 1 ? { isAccepted: false, ending: answer } : { isAccepted: true }),
  };
  const [own, gateways, ownFirst, gatewaysFirst] = await Promise.all([
    createsOf('klingai', accepted),
    both(accepted),
    createsOf('klingai', first),
    both(first),
  ]);
  return { ending, own, gateways, ownFirst, gatewaysFirst };
}

async function both(behaviour: Behaviour): Promise<string> {
  const found = [await createsOf('cometapi', behaviour), await createsOf('deerapi', behaviour)];
  return [...new Set(found)].join(' or ');
}

/** The creates sent for every ending of the answer. */
export const creates = () =>
  Promise.all(Object.keys(endings).map((name) => row(name as EndingName)));

/** The pause after a 429 that asks for three seconds. */
export async function pauseAsked(): Promise<string> {
  const notNow = json(429, { 'retry-after': '3' });
  const create: Behaviour['create'] = (nth) =>
    nth === 1 ? { isAccepted: false, ending: notNow } : { isAccepted: true };
  const { saw } = await measured('klingai', { create }, ({ textToAudio }) =>
    textToAudio.create(input),
  );
  return `${seconds(pauses(saw)[0] ?? 0)} s`;
}

const pauses = ({ creates }: Saw) => creates.slice(1).map((at, nth) => at - (creates[nth] ?? at));
const seconds = (ms: number) => (ms / 1_000).toFixed(1);

/** The creates sent while the account has no credit, which Kling says with 429. */
export async function withoutCredit(): Promise<string> {
  const ending = coded(429, 1102, 'resource pack used up');
  return createsOf('klingai', { create: () => ({ isAccepted: false, ending }) });
}

/** What a refused create gives, and whether anybody had to catch it elsewhere. */
export async function refusedCreate(): Promise<string> {
  const unhandled: unknown[] = [];
  const note = (reason: unknown) => unhandled.push(reason);
  process.on('unhandledRejection', note);
  const ending = coded(400, 1201, 'prompt is missing');
  const { value } = await measured(
    'klingai',
    { create: () => ({ isAccepted: false, ending }) },
    ({ textToAudio }) => textToAudio.run(input).then(() => 'a result', nameOf),
  );
  await new Promise((resolve) => setTimeout(resolve, 100));
  process.off('unhandledRejection', note);
  return `\`${value}\`, ${unhandled.length ? 'unhandled' : 'caught'}`;
}
