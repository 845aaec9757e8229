/** Many requests at a time to a worker whose client lives at module level. */
import { type ProviderName, providerNames, providers } from '../../../src/documents/documents.ts';
import type { Finding, Measured } from '../findings.ts';
import { startWorker } from '../runtimes.ts';
import { Provider } from './provider.ts';

const requests = 30;
const maxRunning = 10;
/** Between two and three seconds, so that tasks end at different times. */
const takes = (nth: number) => 2_000 + (nth % 10) * 100;

/** Milliseconds after which those leave who do not wait for their task. */
const leaveAfter = 1_000;

/** Milliseconds. All of them together take ten seconds at most. */
const patience = 30_000;

/** What a worker is told, and the date whose behaviour it has. */
interface Setting {
  date?: string;
  client: { provider: ProviderName; maxRunning?: number };
  /** Requests that come first and whose clients disconnect: the platform ends these then, without any `finally`. */
  leaving?: number;
}

/** How a run in a worker ends. Its client disconnects after so many milliseconds. */
async function endOf(address: string, ms: number): Promise<string> {
  const stop = new AbortController();
  // Not `AbortSignal.timeout`: Node may collect that as garbage before it goes off.
  const timer = setTimeout(() => stop.abort(), ms);
  try {
    const answer = await fetch(address, { signal: stop.signal });
    return answer.ok ? await answer.text() : `HTTP ${answer.status}`;
  } catch {
    return `no answer in ${ms / 1_000} s`;
  } finally {
    clearTimeout(timer);
  }
}

/** Runs tasks at once through a worker, and finds out how many succeed. */
async function runAll({ date = '2026-04-01', client, leaving = 0 }: Setting): Promise<Finding> {
  const provider = await Provider.start(client.provider, { takes });
  const worker = await startWorker(date);
  const text = encodeURIComponent(JSON.stringify({ ...client, baseUrl: provider.url }));
  const address = `${worker.url}/run?settings=${text}`;
  const runs = (count: number, ms: number) =>
    Array.from({ length: count }, () => endOf(address, ms));
  try {
    const left = runs(leaving, leaveAfter);
    // They are first in every line.
    if (leaving > 0) await new Promise((resolve) => setTimeout(resolve, leaveAfter / 2));
    const ends = await Promise.all(runs(requests, patience));
    await Promise.all(left);
    const { polls, lists, atOnce, paid } = provider.saw;
    const failures = ends.filter((end) => end !== 'task');
    const counted = [...new Set(failures)].map(
      (end) => `${failures.filter((other) => other === end).length} × ${end}`,
    );
    const succeeded = `${requests - failures.length} of ${requests} succeeded`;
    const rest = `${paid} paid, ${polls} polls, ${lists} lists, at most ${atOnce} tasks at once`;
    const most = client.maxRunning ?? requests + leaving;
    const isPaidOnce = paid >= requests && paid <= requests + leaving;
    const gone = leaving > 0 ? `, after ${leaving} others whose clients disconnect` : '';
    return {
      what: `${requests} runs in workerd (${date}) with ${JSON.stringify(client)}${gone}`,
      found: [succeeded, ...counted, rest].join(', '),
      wanted: `${requests} of ${requests}, each paid once, at most ${most} at once`,
      isRight: failures.length === 0 && isPaidOnce && atOnce <= most,
    };
  } finally {
    worker.stop();
    provider.stop();
  }
}

/** Where requests of several callers may share a read. */
const sharing = providerNames.filter((name) => providers[name].sharedReader);

/** Every provider, the sharing of reads and `maxRunning`, and a date at which workerd knew less of `fetch`. */
const settings: Setting[] = [
  ...providerNames.map((provider) => ({ client: { provider } })),
  ...sharing.flatMap((provider) => [
    { client: { provider }, date: '2024-01-01' },
    { client: { provider }, leaving: 15 },
    { client: { provider, maxRunning } },
  ]),
  { client: { provider: 'cometapi', maxRunning } },
  { client: { provider: 'cometapi', maxRunning }, leaving: 15 },
];

/** Many requests at a time to workers with these settings. */
export async function measureWorkers(): Promise<Measured> {
  const findings: Finding[] = [];
  for (const setting of settings) findings.push(await runAll(setting));
  return { findings };
}
