import { operations } from '../../client/operations.ts';
import { sleep } from '../../client/sleep.ts';
import { safe } from '../../contract/answers/problems.ts';
import type { Documented } from '../../contract/answers/routes.ts';
import { type Exchange, excuseOf, isTaken, sightOf } from '../../contract/exchange.ts';
import { valueAt } from '../../documents/json.ts';
import { lookAtFiles } from './files.ts';
import type { Session } from './session.ts';

/** How a task ended, as far as it could be seen. */
export interface Ending {
  /** The provider's last word. */
  status: string;
  /** What it cost, where the provider says so. */
  units?: string;
  /** The last answer. */
  body: unknown;
}

/** Looks in a row after which what has not come will not: a result after success, a status, an answer at all. */
const patience = 5;

/** Looks at a task until it ends, once more after that, and then at the files of its result. */
export async function follow(
  session: Session,
  get: Documented,
  id: string,
  pollInterval: number,
): Promise<Ending> {
  const inRow = { late: 0, refused: 0, blind: 0 };
  for (;;) {
    const exchange = await session.send(get, { id });
    const sight = isTaken(exchange) ? sightOf(exchange.body) : undefined;
    session.setup.tell(`${get.name} ${id}: ${safe(sight?.word ?? exchange.status)}`);
    inRow.refused = isTaken(exchange) ? 0 : inRow.refused + 1;
    inRow.blind = !isTaken(exchange) || sight ? 0 : inRow.blind + 1;
    inRow.late += sight?.end === 'succeed' ? 1 : 0;
    if (inRow.refused >= patience) return unseen(session, exchange);
    if (inRow.blind >= patience) return unread(session, exchange);
    if (sight?.end === 'failed') return failed(session, exchange);
    if (hasResult(exchange) || inRow.late > patience) break;
    await sleep(pollInterval, session.setup.signal);
  }
  // What has ended stays as it is.
  const last = await session.send(get, { id });
  await lookAtFiles(session, get, last.body);
  return endingOf(last);
}

function hasResult({ documented: { name }, body }: Exchange): boolean {
  const list = name && valueAt(body, `/data/task_result/${operations[name].result}`);
  return Array.isArray(list) && list.length > 0;
}

function endingOf({ body }: Exchange): Ending {
  const units = valueAt(body, '/data/final_unit_deduction');
  const status = String(safe(sightOf(body)?.word ?? 'unknown'));
  return {
    status,
    body,
    ...(typeof units === 'string' && /^[\d.]{1,12}$/.test(units) && { units }),
  };
}

function failed(session: Session, exchange: Exchange): Ending {
  const { documented, id } = exchange;
  session.skip({ what: `the result of ${documented.name} ${id}`, why: 'the task failed' });
  return endingOf(exchange);
}

function unread(session: Session, exchange: Exchange): Ending {
  const { documented, id } = exchange;
  session.skip({ what: `${documented.name} ${id} to its end`, why: 'no status can be made out' });
  return endingOf(exchange);
}

/** A task that was there is refused every time. */
function unseen(session: Session, exchange: Exchange): Ending {
  const { documented, status: actual, id } = exchange;
  const why = excuseOf(exchange) ?? (actual < 300 ? 'the provider shows no task' : undefined);
  if (why) session.skip({ what: `${documented.name} ${id} to its end`, why, failed: true });
  const problem = { kind: 'answer-status', location: 'status', expected: 200, actual } as const;
  session.expect(documented, why ? undefined : problem);
  return endingOf(exchange);
}
