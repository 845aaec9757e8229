import type { End, Journal } from './journal.ts';
import type { Job } from './ledger.ts';
import { lookupProves, type Order, orderOf } from './orders.ts';
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
  /** Whether lists say wrongly that tasks have ended. Where they do not, a client may believe them. */
  listsLie: boolean;
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
  /** Pages of lists that were asked for, and tasks whose end was shown there first. */
  lists: number;
  endsFirstInLists: number;
  /** Queries for several tasks, and tasks whose end one of these showed. */
  queries: number;
  endsInQueries: number;
  /** Ends of tasks that no request for that task had shown: somebody else's word was taken for it. */
  endsUnseen: number;
  faults: Record<string, number>;
  megabytes: number;
  /** What is not as it should be; empty for a good run. */
  wrong: string[];
}

/**
 * Requests that a task may take: one of them at most, its answers lost and its client killed, and all on average. A minute in
 * which a create is looked up takes fifteen, and a spell some more; with five thousand tasks, one is created five times before it
 * is accepted.
 */
const mostRequests = 160;
const meanRequests = 12;
/** Of so many tasks at least one has to be seen finished by a list first, and by a query; a page has to be worth more than a request. */
const tasksPerEndInList = 100;

/** Compares what the application believes with what the provider knows. */
export function count(evidence: Evidence): Counts {
  const { tasks, seconds, minutes, listsLie, ends, server, journal } = evidence;
  const { ledger, requests, total, lists, queries, faults, endsShown, named } = server.providers;
  // What a query for several costs, it costs once.
  const alone = [...requests].map(
    ([name, all]) => [name, all.filter((each) => !each.includes(' query '))] as const,
  );
  const most = alone.reduce((a, b) => (b[1].length > a[1].length ? b : a), ['', []]);
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
    requests: total,
    requestsOfOneTask: most[1].length,
    lists,
    endsFirstInLists: endsShown.firstInList.size,
    queries,
    endsInQueries: endsShown.inQuery.size,
    endsUnseen: 0,
    faults: Object.fromEntries([...faults].sort()),
    megabytes: journal.megabytes,
    wrong: [],
  };
  for (let number = 0; number < tasks; number++) {
    const order = orderOf(number);
    const { externalId } = order;
    const jobs = ledger.jobs(externalId);
    const { end } = journal.of(number);
    const problems = countOrder(counts, order, { jobs, isNamed: named.has(externalId) }, end);
    if (listsLie && problems.length === 0 && isUnseen(jobs, end, endsShown.alone)) {
      counts.endsUnseen += 1;
      problems.push(`${end?.how}, which no request for it had shown`);
    }
    const asked = () => requests.get(externalId)?.join(', ');
    counts.wrong.push(...problems.map((problem) => `${externalId}: ${problem}, after ${asked()}`));
  }
  // Nobody can find these any more.
  const nameless = ledger.jobs('').length;
  counts.lost += nameless;
  if (nameless) counts.wrong.push(`${nameless} jobs without an external id`);
  if (counts.requestsOfOneTask > mostRequests)
    counts.wrong.push(`${counts.requestsOfOneTask} requests for ${most[0]}: ${most[1].join(', ')}`);
  counts.wrong.push(...wrongInAll(counts, evidence));
  return counts;
}

/** What the provider knows of an order: its jobs, and whether a response to a create has named one. */
interface Truth {
  jobs: Job[];
  isNamed: boolean;
}

/** Counts one order, and says what is wrong about it. */
function countOrder(counts: Counts, order: Order, truth: Truth, end: End | undefined): string[] {
  const { jobs } = truth;
  const isAccepted = jobs.length > 0;
  const problem = problemOf(order, truth, end);
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

/** Whether the application believes in an end that its own requests for the task cannot have shown. */
const isUnseen = (jobs: Job[], end: End | undefined, shown: Set<string>): boolean =>
  (end?.how === 'finished' || end?.how === 'failed') && !jobs.some(({ id }) => shown.has(id));

/** What is wrong about one order, if anything is. */
function problemOf(
  order: Order,
  { jobs, isNamed }: Truth,
  end: End | undefined,
): string | undefined {
  const { externalId } = order;
  if (!end) return 'no end';
  const { how, what } = end;
  if (how === 'wrong') return what;
  if (how === 'uncertain' || how === 'interrupted') {
    if (lookupProves(order) === 'absence')
      return `${how}, although the provider finds external ids`;
    if (how === 'uncertain' && isNamed) return 'uncertain, although a response named the task';
    return how === 'interrupted' || what === externalId ? undefined : `an error names ‘${what}’`;
  }
  if (how === 'refused') return jobs.length > 0 ? `refused (${what}), but accepted` : undefined;
  const isIt = jobs.some(({ id, fails }) =>
    how === 'failed' ? fails : !fails && what.includes(id),
  );
  return isIt ? undefined : `${how} (${what}), but ${JSON.stringify(jobs)}`;
}

function wrongInAll(counts: Counts, { tasks, kills, restarts, heap, ends, journal }: Evidence) {
  const { requests, megabytes, lists, endsFirstInLists, endsInQueries } = counts;
  const wrong = journal.rejections.map((text) => `unhandled rejection: ${text}`);
  if (requests > meanRequests * tasks) wrong.push(`${requests} requests`);
  if (endsFirstInLists < Math.floor(tasks / tasksPerEndInList))
    wrong.push(`${endsFirstInLists} ends shown by lists first`);
  if (endsInQueries < Math.floor(tasks / tasksPerEndInList))
    wrong.push(`${endsInQueries} ends shown by queries for several tasks`);
  if (lists > requests / 20) wrong.push(`${lists} pages of lists`);
  if (megabytes >= heap) wrong.push(`${megabytes} MB of memory`);
  if (counts.kills !== kills) wrong.push(`${counts.kills} kills instead of ${kills}`);
  if (counts.restarts !== restarts) wrong.push(`${counts.restarts} restarts, not ${restarts}`);
  if (ends.at(-1) !== '0') wrong.push(`the client ended with ${ends.at(-1)}`);
  return wrong;
}
