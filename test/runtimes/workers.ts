/** Many requests at a time to a worker whose client lives at module level. */
import type { Finding } from './findings.ts';
import { Provider } from './provider.ts';
import { startWorker } from './runtimes.ts';

const requests = 30;
const maxRunning = 10;
/** Between two and three seconds, so that tasks end at different times. */
const takes = (nth: number) => 2_000 + (nth % 10) * 100;

/** Runs at once through a worker. Returns how many succeeded, by how they ended. */
async function runAll(date: string, settings: Record<string, unknown>): Promise<Finding> {
  const provider = await Provider.start({ takes });
  const worker = await startWorker(date);
  const text = encodeURIComponent(JSON.stringify({ ...settings, baseUrl: provider.url }));
  const run = async () => {
    const answer = await fetch(`${worker.url}/run?settings=${text}`);
    return answer.ok ? answer.text() : `HTTP ${answer.status}`;
  };
  try {
    const ends = await Promise.all(Array.from({ length: requests }, run));
    const { polls, lists, atOnce, paid } = provider.saw;
    const failures = ends.filter((end) => end !== 'task');
    const counted = [...new Set(failures)].map(
      (end) => `${failures.filter((other) => other === end).length} × ${end}`,
    );
    const succeeded = `${requests - failures.length} of ${requests} succeeded`;
    const rest = `${paid} paid, ${polls} polls, ${lists} lists, at most ${atOnce} tasks at once`;
    const limit = settings['maxRunning'] === undefined ? requests : maxRunning;
    return {
      what: `runs in workerd (${date}) with ${JSON.stringify(settings)}`,
      found: [succeeded, ...counted, rest].join(', '),
      wanted: `${requests} of ${requests}, each paid once, at most ${limit} at once`,
      isRight: failures.length === 0 && paid === requests && atOnce <= limit,
    };
  } finally {
    worker.stop();
    provider.stop();
  }
}

/** Every provider, the batching of lists and `maxRunning`, and a date at which workerd knew less of `fetch`. */
export async function measureWorkers(): Promise<Finding[]> {
  const now = '2026-04-01';
  const findings: Finding[] = [];
  for (const provider of ['klingai', 'cometapi', 'deerapi']) {
    findings.push(await runAll(now, { provider }));
  }
  for (const provider of ['klingai', 'cometapi']) {
    findings.push(await runAll(now, { provider, maxRunning }));
  }
  findings.push(await runAll('2024-01-01', { provider: 'klingai' }));
  return findings;
}
