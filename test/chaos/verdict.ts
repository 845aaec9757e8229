import type { End, Journal } from './journal.ts';
import type { Job } from './ledger.ts';
import { type Order, orderOf } from './orders.ts';
import type { FaultServer } from './server.ts';

/** What a run is judged by. */
interface Evidence {
  tasks: number;
  /** How often the client was to be killed, and the server to be restarted. */
  kills: number;
  restarts: number;
  seconds: number;
  /** Of the run's own time. */
  minutes: number;
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
  /** Of the run's own time, which stands still while anything is under way. */
  minutes: number;
  finished: number;
  failed: number;
  refused: number;
  /** Ended in a CreateUncertainError that names the task; of these, as the server knows, so many were accepted. */
  uncertain: number;
  uncertainAndAccepted: number;
  /** Killed in the middle of a create: the application's own journal names the task. So many were accepted. */
  interrupted: number;
  interruptedAndAccepted: number;
  /** Accepted, and the application does not know of it, or knows something wrong. */
  lost: number;
  createdTwice: number;
  unhandledRejections: number;
  kills: number;
  restarts: number;
  requests: number;
  requestsOfOneTask: number;
  /** Pages of lists that were asked for, and tasks whose end was shown by them only. */
  lists: number;
  endsByLists: number;
  faults: Record<string, number>;
  megabytes: number;
  /** What is not as it should be; empty for a good run. */
  wrong: string[];
}

/** Requests that a task may take: one of them at most, its answers lost and its client killed, and all on average. */
const mostRequests = 80;
const meanRequests = 10;
/** Of so many tasks at least one has to be seen finished by a list only; a page has to be worth more than a request. */
const tasksPerEndByList = 100;

/** Compares what the application believes with what the provider knows. */
export function count(evidence: Evidence): Counts {
  const { tasks, seconds, minutes, ends, server, journal } = evidence;
  const counts: Counts = {
    tasks,
    seconds: Math.round(seconds),
    minutes: Math.round(minutes),
    finished: 0,
    failed: 0,
    refused: 0,
    uncertain: 0,
    uncertainAndAccepted: 0,
    interrupted: 0,
    interruptedAndAccepted: 0,
    lost: 0,
    createdTwice: 0,
    unhandledRejections: journal.rejections.length,
    kills: ends.filter((end) => end === 'SIGKILL').length,
    restarts: server.restarts,
    requests: server.total,
    requestsOfOneTask: Math.max(...[...server.requests.values()].map(({ length }) => length)),
    lists: server.lists,
    endsByLists: server.endsByLists,
    faults: Object.fromEntries([...server.faults].sort()),
    megabytes: journal.megabytes,
    wrong: [],
  };
  for (let number = 0; number < tasks; number++) {
    const order = orderOf(number);
    const { externalId } = order;
    const problems = countOrder(
      counts,
      order,
      server.ledger.jobs(externalId),
      journal.of(number).end,
    );
    const asked = () => server.requests.get(externalId)?.join(', ');
    counts.wrong.push(...problems.map((problem) => `${externalId}: ${problem}, after ${asked()}`));
  }
  counts.wrong.push(...wrongInAll(counts, evidence));
  return counts;
}

/** Counts one order, and says what is wrong about it. */
function countOrder(counts: Counts, order: Order, jobs: Job[], end: End | undefined): string[] {
  const isAccepted = jobs.length > 0;
  const problem = problemOf(order, jobs, end);
  if (problem && isAccepted) counts.lost += 1;
  if (jobs.length > 1) counts.createdTwice += 1;
  if (end && end.how !== 'wrong') {
    counts[end.how] += 1;
    if (isAccepted && (end.how === 'uncertain' || end.how === 'interrupted'))
      counts[`${end.how}AndAccepted`] += 1;
  }
  const twice = jobs.length > 1 ? [`created twice, ${JSON.stringify(jobs)}`] : [];
  return problem ? [problem, ...twice] : twice;
}

/** What is wrong about one order, if anything is. */
function problemOf({ provider, externalId }: Order, jobs: Job[], end: End | undefined) {
  if (!end) return 'no end';
  const { how, what } = end;
  if (how === 'wrong') return what;
  if (how === 'uncertain' || how === 'interrupted') {
    if (provider === 'klingai') return `${how}, although the provider finds external ids`;
    return how === 'interrupted' || what === externalId ? undefined : `an error names ‘${what}’`;
  }
  if (how === 'refused') return jobs.length > 0 ? `refused (${what}), but accepted` : undefined;
  const isIt = jobs.some(({ id, fails }) =>
    how === 'failed' ? fails : !fails && what.includes(id),
  );
  return isIt ? undefined : `${how} (${what}), but ${JSON.stringify(jobs)}`;
}

function wrongInAll(counts: Counts, { tasks, kills, restarts, heap, ends, journal }: Evidence) {
  const { requests, requestsOfOneTask, megabytes, lists, endsByLists } = counts;
  const wrong = journal.rejections.map((text) => `unhandled rejection: ${text}`);
  if (requestsOfOneTask > mostRequests) wrong.push(`${requestsOfOneTask} requests for one task`);
  if (requests > meanRequests * tasks) wrong.push(`${requests} requests`);
  if (endsByLists < Math.floor(tasks / tasksPerEndByList))
    wrong.push(`${endsByLists} ends shown by lists only`);
  if (lists > requests / 20) wrong.push(`${lists} pages of lists`);
  if (megabytes >= heap) wrong.push(`${megabytes} MB of memory`);
  if (counts.kills !== kills) wrong.push(`${counts.kills} kills instead of ${kills}`);
  if (counts.restarts !== restarts) wrong.push(`${counts.restarts} restarts, not ${restarts}`);
  if (ends.at(-1) !== '0') wrong.push(`the client ended with ${ends.at(-1)}`);
  return wrong;
}
