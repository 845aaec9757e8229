import type { End, Journal } from './journal.ts';
import type { Job } from './ledger.ts';
import { orderOf } from './orders.ts';
import type { FaultServer } from './server.ts';

/** What a run is judged by. */
interface Evidence {
  tasks: number;
  seconds: number;
  scale: number;
  /** Megabytes that a client may have. */
  heap: number;
  /** How each process of the client ended. */
  ends: string[];
  server: FaultServer;
  journal: Journal;
}

/** The counts of a run. */
export interface Counts {
  tasks: number;
  seconds: number;
  finished: number;
  failed: number;
  refused: number;
  /** Only where nobody finds tasks by external id; of these, as the ledger tells, so many were accepted. */
  uncertain: number;
  uncertainAndAccepted: number;
  /** Accepted, and the application does not know of it, or knows something wrong. */
  lost: number;
  createdTwice: number;
  /** Uncertain although the provider finds tasks by external id. */
  needlesslyUncertain: number;
  unhandledRejections: number;
  kills: number;
  restarts: number;
  requests: number;
  requestsOfOneTask: number;
  faults: Record<string, number>;
  megabytes: number;
  /** What is not as it should be; empty for a good run. */
  wrong: string[];
}

/** Requests that one task may take at most, its answers lost and its client killed on the way. */
const mostRequests = 150;

/** Compares what the application believes with what the provider knows. */
export function count({ tasks, seconds, heap, ends, server, journal }: Evidence): Counts {
  const { ledger } = server;
  const wrong: string[] = [];
  const counts: Counts = {
    tasks,
    seconds,
    finished: 0,
    failed: 0,
    refused: 0,
    uncertain: 0,
    uncertainAndAccepted: 0,
    lost: 0,
    createdTwice: 0,
    needlesslyUncertain: 0,
    unhandledRejections: journal.rejections.length,
    kills: ends.filter((end) => end === 'SIGKILL').length,
    restarts: server.restarts,
    requests: server.total,
    requestsOfOneTask: Math.max(...server.requests.values()),
    faults: Object.fromEntries(server.faults),
    megabytes: journal.megabytes,
    wrong,
  };
  for (let number = 0; number < tasks; number++) {
    const { externalId, provider } = orderOf(number);
    const jobs = ledger.jobs(externalId);
    const { end } = journal.of(number);
    const problem = problemOf(jobs, end);
    if (problem) wrong.push(`${externalId}: ${problem}`);
    if (jobs.length > 1) counts.createdTwice += 1;
    if (problem && jobs.length > 0) counts.lost += 1;
    if (end && end.how !== 'wrong') counts[end.how] += 1;
    if (end?.how === 'uncertain' && jobs.length > 0) counts.uncertainAndAccepted += 1;
    if (end?.how === 'uncertain' && provider === 'klingai') counts.needlesslyUncertain += 1;
  }
  const { createdTwice, needlesslyUncertain, requestsOfOneTask, megabytes } = counts;
  if (createdTwice) wrong.push(`${createdTwice} created twice`);
  if (needlesslyUncertain) wrong.push(`${needlesslyUncertain} needlessly uncertain`);
  if (requestsOfOneTask > mostRequests) wrong.push(`${requestsOfOneTask} requests for one task`);
  if (megabytes >= heap) wrong.push(`${megabytes} MB of memory`);
  wrong.push(...journal.rejections.map((text) => `unhandled rejection: ${text}`));
  if (ends.at(-1) !== '0') wrong.push(`the client ended with ${ends.at(-1)}`);
  return counts;
}

/** What is wrong about one order, if anything is. */
function problemOf(jobs: Job[], end: End | undefined): string | undefined {
  if (!end) return 'no end';
  const { how, what } = end;
  if (how === 'wrong') return what;
  if (how === 'uncertain') return undefined;
  if (how === 'refused') return jobs.length > 0 ? `refused (${what}), but accepted` : undefined;
  const isIt = jobs.some(({ id, fails }) =>
    how === 'failed' ? fails : !fails && what.includes(id),
  );
  return isIt ? undefined : `${how} (${what}), but ${JSON.stringify(jobs)}`;
}
