import { type Ending, endings, json } from '../../test/chaos/endings.ts';
import type { Client } from './client.ts';
import { type Behaviour, id, measured, notNow, type Saw } from './provider.ts';
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

/** A wait for a task of 30 s that no poll shows for half an hour. */
async function survived(client: Client, ending: Ending): Promise<string> {
  const { value, saw } = await measured(
    client,
    {
      poll: (age) => (age < outage ? ending : undefined),
      task: (age) => (age < 30_000 ? 'running' : 'finished'),
    },
    async ({ run }) => [await ended(run(), patience(client)), performance.now()] as const,
  );
  const [how, at] = value;
  const seconds = ((at - (saw.polls[0] ?? at)) / 1_000).toFixed(1);
  const lasted =
    how === resolved
      ? `**all ${outage / minute} min**`
      : how === stillWaiting
        ? how
        : `${seconds} s`;
  return `${counted(saw.polls.length)}, ${lasted}`;
}

/** Polls for a task whose status nobody knows for a while. */
async function unknownStatus(client: Client): Promise<string> {
  const { value, saw } = await run(client, {
    task: (age) => (age < window ? 'unknown' : 'finished'),
  });
  const begun = saw.creates[0] ?? 0;
  const polls = saw.polls.filter((at) => at - begun < window).length;
  const how = value === resolved ? 'keeps polling' : quoted(value);
  return `${how}: ${counted(polls)} in ${window / 1_000} s`;
}

/** Whether what ends a wait says which task it was about. */
async function endsWithTask(client: Client): Promise<string> {
  const { value } = await measured(client, { poll: () => endings['503'] }, ({ run }) =>
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
  const reason = placeOf('content risk', value);
  const task = placeOf(id, value);
  const holds = [reason && 'the reason', task && 'the task'].filter(Boolean).join(' and ');
  return `\`${nameOf(value)}\` with ${holds || 'neither the reason nor the task'}`;
}

/** What a client does about trouble while it polls. */
export async function waits(client: Client): Promise<Record<string, string>> {
  const late: Ending = (response) => json(404)(response, {});
  const polls: Record<string, Behaviour> = {
    missing: { poll: (age) => (age < 10_000 ? late : undefined) },
    malformed: { poll: (_, nth) => (nth === 1 ? endings['truncated JSON'] : undefined) },
  };
  const goesOn = async (behaviour: Behaviour = {}) => {
    const { value } = await run(client, behaviour);
    return value === resolved ? 'continues' : quoted(value);
  };
  const [down, reset, tooFast, named, missing, malformed, failed] = await Promise.all([
    survived(client, endings['503']),
    survived(client, endings.reset),
    survived(client, notNow),
    endsWithTask(client),
    goesOn(polls['missing']),
    goesOn(polls['malformed']),
    failedTask(client),
  ]);
  // By itself: some client may do nothing else but poll.
  const unknown = await unknownStatus(client);
  return { down, reset, tooFast, named, missing, malformed, failed, unknown };
}

/** Milliseconds from an abort to the end of a wait, and the polls after it. */
async function abort(client: Client, behaviour: Behaviour, isTime: (saw: Saw) => boolean) {
  const stop = new AbortController();
  const { value } = await measured(client, behaviour, async ({ run }, saw) => {
    const running = run(stop.signal);
    running.catch(() => {});
    while (!isTime(saw)) await pause(20);
    // The create is answered by then, and the first poll.
    await pause(300);
    const polls = saw.polls.length;
    const began = performance.now();
    stop.abort();
    const how = await ended(running, minute / 2);
    const ms = performance.now() - began;
    await pause(1_000);
    const after = saw.polls.length - polls;
    return how === stillWaiting
      ? `${how} after ${minute / 2_000} s`
      : `${time(ms)}, ${quoted(how)}, ${counted(after)} after it`;
  });
  return value;
}

const counted = (polls: number) =>
  `${polls.toLocaleString('en')} ${polls === 1 ? 'poll' : 'polls'}`;
const time = (ms: number) => (ms < 100 ? `${ms.toFixed(1)} ms` : `${(ms / 1_000).toFixed(1)} s`);

/** What an abort does during a pause and during a request. Nothing else may be under way meanwhile. */
export async function aborts(client: Client): Promise<Record<string, string>> {
  const asleep = await abort(client, { task: () => 'running' }, ({ jobs }) => jobs > 0);
  const silent: Behaviour = { poll: () => endings['time-out'] };
  const asking = await abort(client, silent, ({ polls }) => polls.length > 0);
  return { asleep, asking };
}
