import { TaskFailedError, TaskTimeoutError } from '../../src/index.ts';
import { type Ending, endings, json } from '../../test/chaos/endings.ts';
import { nameOf } from './creates.ts';
import { type Behaviour, type Kling, measured, processing, type Saw } from './provider.ts';

const input = { prompt: 'rain on a tin roof', duration: 5 };
const minute = 60_000;
const outage = 30 * minute;

/** Creates a task and waits for it; says what came of that. */
const run = ({ textToAudio }: Kling) => textToAudio.run(input).then(() => 'result', nameOf);

/** A wait for a task of 30 s that no look shows for half an hour. */
async function survived(ending: Ending): Promise<string> {
  const { value, saw } = await measured(
    'cometapi',
    {
      look: (age) => (age < outage ? ending : undefined),
      task: (age) => (age < 30_000 ? processing() : result),
    },
    run,
  );
  const lasted = value === 'result' ? `all ${outage / minute} min of it` : value;
  return `${saw.looks.length} looks, **${lasted}**`;
}

const result = {
  task_status: 'succeed',
  task_result: { audios: [{ id: '1', url_mp3: 'https://files.example/1.mp3' }] },
};

/** Looks in the first minute of a status that nobody knows, and in each one after that. */
async function unknownStatus(): Promise<string> {
  const { value, saw } = await measured(
    'cometapi',
    { task: (age) => (age < 6 * minute ? { task_status: 'daydreaming' } : result) },
    run,
  );
  const begun = saw.creates[0] ?? 0;
  const within = (from: number, to: number) =>
    saw.looks.filter((at) => at - begun >= from * minute && at - begun < to * minute).length;
  return `${value === 'result' ? 'keeps looking' : value}: ${within(0, 1)} looks in the first minute, then ${within(1, 6) / 5} a minute`;
}

/** Whether what ends a wait says which task it was about. */
async function endsWithTask(): Promise<string> {
  const behaviour = { look: () => endings['503'] };
  const wait = async ({ textToAudio }: Kling) => {
    const task = await textToAudio.create(input);
    const error: unknown = await task.result({ timeout: minute }).catch((error: unknown) => error);
    const isNamed = error instanceof TaskTimeoutError && error.task.id === task.id;
    return isNamed ? 'yes: `error.task`' : `no: ${nameOf(error)}`;
  };
  return (await measured('cometapi', behaviour, wait)).value;
}

/** What the process has to live by a faster clock for. */
export async function longWaits(): Promise<Record<string, string>> {
  const late: Ending = (response) =>
    json(404)(response, { error: { message: 'no such task', code: '' } });
  const once = (ending: Ending): Behaviour => ({
    look: (_, nth) => (nth === 1 ? ending : undefined),
  });
  const [down, reset, tooFast, unknown, named, missing, malformed] = await Promise.all([
    survived(endings['503']),
    survived(endings.reset),
    survived((response) => json(429, { 'retry-after': '3' })(response, {})),
    unknownStatus(),
    endsWithTask(),
    measured('cometapi', { look: (age) => (age < 10_000 ? late : undefined) }, run),
    measured('cometapi', once(endings['truncated JSON']), run),
  ]);
  const goesOn = ({ value }: { value: string }) => (value === 'result' ? 'goes on' : value);
  return {
    down,
    reset,
    tooFast,
    unknown,
    named,
    missing: goesOn(missing),
    malformed: goesOn(malformed),
  };
}

/** Milliseconds from an abort to the end of a wait, and the looks after it. */
async function abort(behaviour: Behaviour, isTime: (saw: Saw) => boolean, interval: number) {
  const stop = new AbortController();
  const { value } = await measured(
    'cometapi',
    behaviour,
    async ({ textToAudio }, saw) => {
      const task = await textToAudio.create(input);
      const ended = task.result({ signal: stop.signal }).catch(nameOf);
      while (!isTime(saw)) await pause(20);
      await pause(50);
      const looks = saw.looks.length;
      const began = performance.now();
      stop.abort();
      const how = await ended;
      const ms = performance.now() - began;
      await pause(1_000);
      return `${ms.toFixed(1)} ms, \`${how}\`, ${saw.looks.length - looks} looks after it`;
    },
    { interval },
  );
  return value;
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** What is measured in real time. */
export async function shortWaits(): Promise<Record<string, string>> {
  const asleep = await abort({ task: processing }, () => true, 400);
  const asking = await abort(
    { look: () => endings['time-out'] },
    ({ looks }) => looks.length > 0,
    1,
  );
  const failed = { task: () => ({ task_status: 'failed', task_status_msg: 'content risk' }) };
  const { value } = await measured('cometapi', failed, async ({ textToAudio }) => {
    const error: unknown = await textToAudio.run(input).catch((error: unknown) => error);
    const isWhole = error instanceof TaskFailedError && error.message === 'content risk';
    return `\`${nameOf(error)}\`${isWhole && error.task.id === '1' ? ' with the reason and the task' : ''}`;
  });
  return { asleep, asking, failed: value };
}
