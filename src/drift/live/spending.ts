import type { OperationName } from '../../client/operations.ts';
import { type Documented, documented } from '../../contract/answers/routes.ts';
import { idIn, isTaken } from '../../contract/exchange.ts';
import { type ProviderName, providers } from '../../documents/documents.ts';
import { valueAt } from '../../documents/json.ts';
import { enforcedAnew } from '../traffic/request-rules.ts';
import { follow } from './follow.ts';
import type { CreatedTask, Ledger } from './ledger.ts';
import type { Session } from './session.ts';
import { trialsOf } from './trials.ts';

type Fields = Record<string, unknown>;

/** What spending needs beside a session. */
export interface Spending {
  session: Session;
  ledger: Ledger;
  provider: ProviderName;
  pollInterval: number;
}

/** Sounds first, which are cheap; a sound for a video comes after the video that it is for. */
const order: OperationName[] = ['textToAudio', 'textToVideo', 'videoToAudio'];
/** As many as there are bodies to try. */
const rounds = 3;

/** Creates tasks while the ledger allows it, one of each operation and then over again, and follows each to its end. */
export async function spend(spending: Spending): Promise<void> {
  const { session, ledger, provider } = spending;
  const trials = new Map<OperationName, Fields[]>();
  let video: Fields | undefined;
  for (let round = 0; round < rounds; round++) {
    for (const name of order) {
      const create = documented(provider, name, 'create');
      const needsVideo = name === 'videoToAudio';
      if (!create || (needsVideo && !video)) continue;
      const left = trials.get(name) ?? trialsOf(create, needsVideo ? video : undefined);
      trials.set(name, left);
      const body = await firstTaken(spending, create, left, round === 0);
      const url = valueAt(body, '/data/task_result/videos/0/url');
      if (name === 'textToVideo' && typeof url === 'string') video = { video_url: url };
    }
  }
  for (const name of order.filter((each) => !trials.has(each))) {
    const why = ledger.left() < 1 ? 'no more may be spent' : 'it needs a video, and none was made';
    session.skip({ what: `a task of ${name}`, why });
  }
}

/** Tries one body after the other until one is taken; gives the last answer about its task. */
async function firstTaken(
  spending: Spending,
  create: Documented,
  trials: Fields[],
  isFirst: boolean,
): Promise<unknown> {
  for (let body = trials.shift(); body; body = trials.shift()) {
    if (spending.ledger.left() < 1) return undefined;
    const task = await createTask(spending, create, body);
    if (!task) continue;
    const sent = { ...body, external_task_id: task.externalId };
    if (isFirst) await createAgain(spending, create, sent);
    return toItsEnd(spending, create, task, isFirst);
  }
  return undefined;
}

/** Follows a task; gives the last answer about it. */
async function toItsEnd(
  { session, ledger, pollInterval }: Spending,
  { provider, name }: Documented,
  task: CreatedTask,
  isFirst: boolean,
): Promise<unknown> {
  const get = name && documented(provider, name, 'get');
  if (!get || task.id === '') {
    session.skip({ what: `${name} to its end`, why: 'the create named no task' });
    return undefined;
  }
  const { status, units, body } = await follow(session, get, task.id, pollInterval);
  // At the end, because nobody promises that a new task is found at once.
  if (isFirst && providers[provider].findsExternalIds) {
    await session.send(get, { id: task.externalId });
  }
  Object.assign(task, { status, ...(units && { units }) });
  const cost = units ? `, ${units} units` : '';
  session.setup.tell(`${name} ${task.id}: ${status}${cost}; ${ledger.left()} left to spend`);
  return body;
}

async function createTask(
  spending: Spending,
  create: Documented,
  input: Fields,
): Promise<CreatedTask | undefined> {
  const { session, ledger } = spending;
  const externalId = ledger.name();
  const sent = { ...input, external_task_id: externalId };
  const exchange = await ledger.during(externalId, () => session.send(create, { body: sent }));
  if (isTaken(exchange)) return ledger.add(exchange, externalId, false);
  const what = `a task of ${create.name}`;
  if (session.excuse(what, exchange)) return undefined;
  const problem = enforcedAnew(exchange);
  session.expect(create, problem);
  if (!problem) session.skip({ what, why: 'its content was refused', failed: true });
  return undefined;
}

/** The same external id again has to be refused; as it may be taken all the same, it is only tried with something left. */
async function createAgain(
  { session, ledger }: Spending,
  create: Documented,
  sent: Fields,
): Promise<void> {
  const what = `${create.name}: the same external_task_id twice`;
  const schema = create.operation.requestBody?.content['application/json']?.schema;
  const field = schema?.properties?.external_task_id;
  if (typeof field !== 'object' || !/unique/.test(field.description ?? '')) return;
  if (ledger.left() < 1)
    return session.skip({ what, why: 'it might be taken, and no more may be spent' });
  const externalId = String(sent.external_task_id);
  const exchange = await ledger.during(externalId, () => session.send(create, { body: sent }));
  if (!isTaken(exchange)) return void (session.excuse(what, exchange) || session.expect(create));
  // The same task once more is no second one.
  if (ledger.tasks.some(({ id }) => id === idIn(exchange))) return;
  ledger.add(exchange, externalId, true);
}
