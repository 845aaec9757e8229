import { type Ending, endings, json } from '../../test/chaos/endings.ts';
import type { Client } from './client.ts';
import { type Behaviour, id, measured, type Saw } from './provider.ts';
import {
  ended,
  nameOf,
  pause,
  placeOf,
  quoted,
  resolved,
  settled,
  stillWaiting,
} from './settled.ts';

const minute = 60_000;
const outage = 30 * minute;
const window = 20_000;
/** A minute of life for whoever gives up within one, two hours for whoever lasts. */
const patience = ({ scale }: Client) => minute * scale;

const run = (client: Client, behaviour: Behaviour) =>
  measured(client, behaviour, ({ run }) => ended(run(), patience(client)));

/** A wait for a task of 30 s that no look shows for half an hour. */
async function survived(client: Client, ending: Ending): Promise<string> {
  const { value, saw } = await measured(
    client,
    {
      look: (age) => (age < outage ? ending : undefined),
      task: (age) => (age < 30_000 ? 'running' : 'finished'),
    },
    async ({ run }) => [await ended(run(), patience(client)), performance.now()] as const,
  );
  const [how, at] = value;
  const seconds = ((at - (saw.looks[0] ?? at)) / 1_000).toFixed(1);
  const lasted =
    how === resolved
      ? `**all ${outage / minute} min of it**`
      : how === stillWaiting
        ? how
        : `${seconds} s`;
  return `${counted(saw.looks.length)}, ${lasted}`;
}

/** Looks at a task whose status nobody knows for a while. */
async function unknownStatus(client: Client): Promise<string> {
  const { value, saw } = await run(client, {
    task: (age) => (age < window ? 'unknown' : 'finished'),
  });
  const begun = saw.creates[0] ?? 0;
  const looks = saw.looks.filter((at) => at - begun < window).length;
  const how = value === resolved ? 'keeps looking' : quoted(value);
  return `${how}: ${counted(looks)} in ${window / 1_000} s`;
}

/** Whether what ends a wait says which task it was about. */
async function endsWithTask(client: Client): Promise<string> {
  const { value } = await measured(client, { look: () => endings['503'] }, ({ run }) =>
    settled(run(), patience(client)),
  );
  if (value === stillWaiting) return value;
  const place = placeOf(id, value);
  return `\`${nameOf(value)}\`: ${place ? `yes, \`${place}\`` : 'no'}`;
}

async function failedTask(client: Client): Promise<string> {
  const { value } = await measured(client, { task: () => 'failed' }, ({ run }) =>
    settled(run(), patience(client)),
  );
  if (value === resolved || value === stillWaiting) return value;
  const [reason, task] = [placeOf('content risk', value), placeOf(id, value)];
  const holds = [reason && 'the reason', task && 'the task'].filter(Boolean).join(' and ');
  return `\`${nameOf(value)}\` with ${holds || 'neither the reason nor the task'}`;
}

/** What a client does about trouble with the looks at its task. */
export async function waits(client: Client): Promise<Record<string, string>> {
  const late: Ending = (response) => json(404)(response, {});
  const looks: Record<string, Behaviour> = {
    missing: { look: (age) => (age < 10_000 ? late : undefined) },
    malformed: { look: (_, nth) => (nth === 1 ? endings['truncated JSON'] : undefined) },
  };
  const goesOn = async (behaviour: Behaviour = {}) => {
    const { value } = await run(client, behaviour);
    return value === resolved ? 'goes on' : quoted(value);
  };
  const [down, reset, tooFast, named, missing, malformed, failed] = await Promise.all([
    survived(client, endings['503']),
    survived(client, endings.reset),
    survived(client, (response) => json(429, { 'retry-after': '3' })(response, {})),
    endsWithTask(client),
    goesOn(looks['missing']),
    goesOn(looks['malformed']),
    failedTask(client),
  ]);
  // By itself: somebody may do nothing else but look.
  const unknown = await unknownStatus(client);
  return { down, reset, tooFast, named, missing, malformed, failed, unknown };
}

/** Milliseconds from an abort to the end of a wait, and the looks after it. */
async function abort(client: Client, behaviour: Behaviour, isTime: (saw: Saw) => boolean) {
  const stop = new AbortController();
  const { value } = await measured(client, behaviour, async ({ run }, saw) => {
    const running = run(stop.signal);
    running.catch(() => {});
    while (!isTime(saw)) await pause(20);
    // The create is answered by then, and what was to be looked at first.
    await pause(300);
    const looks = saw.looks.length;
    const began = performance.now();
    stop.abort();
    const how = await ended(running, minute / 2);
    const ms = performance.now() - began;
    await pause(1_000);
    const after = saw.looks.length - looks;
    return how === stillWaiting
      ? `${how} after ${minute / 2_000} s`
      : `${time(ms)}, ${quoted(how)}, ${counted(after)} after it`;
  });
  return value;
}

const counted = (looks: number) =>
  `${looks.toLocaleString('en')} ${looks === 1 ? 'look' : 'looks'}`;
const time = (ms: number) => (ms < 100 ? `${ms.toFixed(1)} ms` : `${(ms / 1_000).toFixed(1)} s`);

/** What an abort does during a pause and during a request. Nothing else may be under way meanwhile. */
export async function aborts(client: Client): Promise<Record<string, string>> {
  const asleep = await abort(client, { task: () => 'running' }, ({ jobs }) => jobs > 0);
  const silent: Behaviour = { look: () => endings['time-out'] };
  const asking = await abort(client, silent, ({ looks }) => looks.length > 0);
  return { asleep, asking };
}
