import { sleep } from '../../client/sleep.ts';
import { type DocumentedOperation, findReader } from '../../contract/documented.ts';
import {
  type Exchange,
  hasResult,
  isAccepted,
  skipReason,
  taskStateIn,
} from '../../contract/exchange.ts';
import type { CreatedTask } from '../../contract/finding.ts';
import { maskValue, type Problem } from '../../contract/problems.ts';
import { tasksAt, unitsOf } from '../../contract/tasks.ts';
import { checkFiles } from './files.ts';
import type { Session } from './session.ts';

/** How a task ended, as far as the provider's answers show it. */
export interface Ending {
  /** The last status that the provider gave. */
  status: string;
  /** What the task cost, where the provider says so. */
  units?: string;
  /** The body of the last answer. */
  body: unknown;
}

/** After so many polls, what has not come will not: a result after success, a status, an answer that is no refusal. */
const patience = 5;

/** Follows a task that was created and completes its entry in the ledger. Returns the last answer about it. */
export async function followToEnd(
  session: Session,
  create: DocumentedOperation,
  task: CreatedTask,
): Promise<unknown> {
  const { name } = create;
  const get = findReader(create);
  if (!get) return undefined;
  const { status, units, body } = await followTask(session, get, task.id);
  Object.assign(task, { status, ...(units && { units }) });
  session.setup.tell(`${name} ${task.id}: ${status}${units ? `, ${units} units` : ''}`);
  return body;
}

/** Polls a task until it ends and once more after that, then checks the files of its result. */
export async function followTask(
  session: Session,
  get: DocumentedOperation,
  id: string,
): Promise<Ending> {
  const { tell, signal, pollInterval } = session.setup;
  let refused = 0;
  let withoutStatus = 0;
  let succeeded = 0;
  for (;;) {
    const exchange = await session.send(get, { id });
    const state = isAccepted(exchange) ? taskStateIn(exchange.body) : undefined;
    tell(`${get.name} ${id}: ${maskValue(state?.status ?? exchange.status)}`);
    refused = isAccepted(exchange) ? 0 : refused + 1;
    withoutStatus = isAccepted(exchange) && !state ? withoutStatus + 1 : 0;
    if (state?.end === 'succeed') succeeded++;
    if (refused >= patience) return endRefused(session, exchange, id);
    if (withoutStatus >= patience) return endWithoutStatus(session, exchange, id);
    if (state?.end === 'failed') return endFailed(session, exchange, id);
    if (hasResult(exchange) || succeeded > patience) break;
    await sleep(pollInterval, signal);
  }
  // A task that has ended must not change any more.
  const last = await session.send(get, { id });
  await checkFiles(session, get, last.body);
  return describeEnding(last);
}

/** How a task stands in an answer, or what a call has come to. */
export function describeEnding({ documented, body }: Exchange): Ending {
  const [task] = tasksAt(documented, body);
  const units = unitsOf(documented.provider, task?.value);
  const status = String(maskValue(taskStateIn(body)?.status ?? 'unknown'));
  return { status, body, ...(units !== undefined && { units }) };
}

function endFailed(session: Session, exchange: Exchange, id: string): Ending {
  const { documented } = exchange;
  session.skip({ what: `the result of ${documented.name} ${id}`, why: 'the task failed' });
  return describeEnding(exchange);
}

function endWithoutStatus(session: Session, exchange: Exchange, id: string): Ending {
  const { documented } = exchange;
  session.skip({ what: `${documented.name} ${id} to its end`, why: 'no status can be found' });
  return describeEnding(exchange);
}

/** The provider refuses every poll of a task that it has shown before. */
function endRefused(session: Session, exchange: Exchange, id: string): Ending {
  const { documented, status: actual } = exchange;
  const why = skipReason(exchange) ?? (actual < 300 ? 'the provider shows no task' : undefined);
  if (why) session.skip({ what: `${documented.name} ${id} to its end`, why, failed: true });
  const problem: Problem = { kind: 'answer-status', location: 'status', expected: 200, actual };
  session.addCheck(documented, why ? undefined : problem);
  return describeEnding(exchange);
}
