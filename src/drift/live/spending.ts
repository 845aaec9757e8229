import { endOf } from '../../client/refusals.ts';
import {
  type DocumentedOperation,
  findOperation,
  findReader,
  requestSchema,
} from '../../contract/documented.ts';
import { isAccepted } from '../../contract/exchange.ts';
import type { CreatedTask } from '../../contract/finding.ts';
import { resultsOf, tasksAt } from '../../contract/tasks.ts';
import { lookupProves, offerOf } from '../../documents/documents.ts';
import { objectOf } from '../../documents/json.ts';
import { schemaAt } from '../../documents/openapi.ts';
import { placesOf } from '../../documents/places.ts';
import { estimate } from '../../index.ts';
import { findNewRule } from '../traffic/request-rules.ts';
import { addSources, ends, type Fields, makeBodies, needsOf, type Sources } from './bodies.ts';
import { checkFiles } from './files.ts';
import { describeEnding, followToEnd } from './follow.ts';
import { type Created, type Ledger, sendCreate } from './ledger.ts';
import type { Session } from './session.ts';

/** What {@link spend} needs. */
export interface Spending {
  session: Session;
  ledger: Ledger;
  /** The creates and calls that money may be spent on. */
  creates: readonly DocumentedOperation[];
  /** Whether creates may be sent that have to be refused. */
  probeLimits: boolean;
}

/** Creates tasks while the ledger allows it, one of each operation in each round, and follows each to its end. */
export async function spend(spending: Spending): Promise<void> {
  const { session, ledger } = spending;
  const creates = orderCreates(spending.creates);
  const bodiesFor = new Map<DocumentedOperation, Fields[]>();
  const sources: Sources = new Map();
  const missing = (create: DocumentedOperation) =>
    needsOf(create).find((need) => !sources.has(need));
  for (const round of ends.keys()) {
    for (const create of creates) {
      if (missing(create)) continue;
      const bodies = bodiesFor.get(create) ?? makeBodies(create, sources);
      bodiesFor.set(create, bodies);
      const answer = await tryBodies(spending, create, bodies, round === 0);
      if (answer) addSources(sources, answer.get, answer.body);
    }
  }
  if (ledger.stopped && ledger.unspent() > 0) {
    session.skip({ what: 'more tasks to their end', why: ledger.stopped, failed: true });
  }
  for (const create of creates.filter((each) => !bodiesFor.has(each))) {
    const need = `${missing(create)}`.replace('image', 'picture').replace('audio', 'sound');
    const isSpent = ledger.left() < 1;
    const why = isSpent ? 'no more may be spent' : `it needs a ${need}, and none was made`;
    session.skip({ what: nameOf(create), why });
  }
}

const nameOf = ({ name, action, model }: DocumentedOperation) =>
  `a ${action === 'call' ? 'call' : 'task'} of ${name}${model ? ` with ${model}` : ''}`;

/** Those that need nothing first, of these sounds and pictures, which are cheap; last those that are made from others. */
function orderCreates(creates: readonly DocumentedOperation[]): DocumentedOperation[] {
  const rank = (create: DocumentedOperation) => {
    const isVideo = create.name && offerOf(create.provider, create.name)?.result === 'videos';
    return 2 * needsOf(create).length + (isVideo ? 1 : 0);
  };
  return creates.toSorted((a, b) => rank(a) - rank(b));
}

/** The last answer about a task or of a call, and what it answers. */
interface Answered {
  get: DocumentedOperation;
  body: unknown;
}

/** Takes bodies from the list until one is accepted, and follows its task. */
async function tryBodies(
  spending: Spending,
  create: DocumentedOperation,
  bodies: Fields[],
  isFirstRound: boolean,
): Promise<Answered | undefined> {
  const { session, ledger } = spending;
  for (let body = bodies.shift(); body; body = bodies.shift()) {
    if (ledger.left() < 1) return undefined;
    const created = await createTask(spending, create, body);
    if (!created) continue;
    const answered =
      create.action === 'call'
        ? await finishCall(session, created)
        : await finishTask(spending, create, body, created.task, isFirstRound);
    checkCost(session, create, answered?.get ?? create, created.task, body);
    session.setup.tell(`${ledger.left()} left to spend`);
    return answered;
  }
  return undefined;
}

/** Checks the files of a call's answer and notes what it cost. */
async function finishCall(session: Session, { exchange, task }: Created): Promise<Answered> {
  const { documented: get, body } = exchange;
  const { units } = describeEnding(exchange);
  Object.assign(task, { status: 'succeed', ...(units && { units }) });
  await checkFiles(session, get, body);
  return { get, body };
}

async function finishTask(
  spending: Spending,
  create: DocumentedOperation,
  input: Fields,
  task: CreatedTask,
  isFirstRound: boolean,
): Promise<Answered | undefined> {
  const { session, probeLimits } = spending;
  const { provider, name } = create;
  if (isFirstRound && probeLimits) await createAgain(spending, create, input, task.externalId);
  const body = await followToEnd(session, create, task);
  const get = findReader(create);
  if (!get) return undefined;
  // Only now, as nobody promises that a new task is found by its external id at once.
  if (isFirstRound && name && lookupProves(provider, name) === 'absence') {
    await session.send(get, { id: task.externalId, isExternal: true });
  }
  const isGone = await deleteResult(session, get, task, body);
  return isGone ? undefined : { get, body };
}

/** Deletes what a task has made where that is kept, and says whether it is gone. Nothing else is ever deleted. */
async function deleteResult(
  session: Session,
  get: DocumentedOperation,
  task: CreatedTask,
  body: unknown,
): Promise<boolean> {
  const { provider, name } = get;
  const entry = name && offerOf(provider, name);
  const remove = name && findOperation(provider, name, 'delete');
  if (!remove || !entry?.id) return false;
  const [made] = tasksAt(get, body).flatMap((each) => resultsOf(get, each));
  const id = objectOf(made)[entry.id];
  if (typeof id !== 'string' || id === '') return false;
  const what = `${name}: deleting what was made`;
  session.setup.tell(what);
  const exchange = await session.send(remove, { body: { [entry.id]: id }, deletes: task });
  const { status: actual } = exchange;
  if (isAccepted(exchange)) return true;
  if (session.skipIfInconclusive(what, exchange)) return false;
  session.addCheck(remove, { kind: 'answer-status', location: 'status', expected: 200, actual });
  return false;
}

/**
 * Checks what the provider says that a task has cost, in Kling's units, where a price is known for all of it. Of one that
 * has not succeeded, nobody promises what it costs.
 */
function checkCost(
  session: Session,
  { name, model }: DocumentedOperation,
  answered: DocumentedOperation,
  { units, status }: CreatedTask,
  body: Fields,
): void {
  if (endOf(status) !== 'succeed') return;
  const price = name && estimate(name, { ...body, ...(model && { model }) });
  if (!price || price.per || units === undefined) return;
  const { read, billing } = placesOf(answered.provider);
  const { units: expected } = price;
  const actual = Number(units);
  session.addCheck(
    answered,
    actual === expected
      ? undefined
      : { kind: 'cost-differs', location: read + billing, expected, actual },
  );
}

async function createTask(
  { session, ledger }: Spending,
  create: DocumentedOperation,
  body: Fields,
): Promise<Created | undefined> {
  const isCall = create.action === 'call';
  const purpose = { why: isCall ? 'a valid call' : 'a valid create', isProbe: false };
  const created = await sendCreate(session, ledger, create, body, purpose);
  const { exchange, outcome } = created;
  if (outcome === 'taken') return created;
  const what = nameOf(create);
  if (session.skipIfInconclusive(what, exchange)) return undefined;
  if (outcome === 'unclear') {
    session.skip({ what, why: ledger.stopped ?? 'it is unclear', failed: true });
    return undefined;
  }
  const problem = findNewRule(exchange);
  session.addCheck(create, problem);
  if (!problem) session.skip({ what, why: 'its content was refused', failed: true });
  return undefined;
}

/**
 * Checks that the same external id is refused a second time, where the document says that it is unique. As it might be
 * accepted all the same, this is only tried while another task may be paid for.
 */
async function createAgain(
  { session, ledger }: Spending,
  create: DocumentedOperation,
  body: Fields,
  externalId: string,
): Promise<void> {
  const what = `${create.name}: the same external_task_id twice`;
  const field = schemaAt(requestSchema(create), placesOf(create.provider).sentExternalId);
  if (!/unique/.test(field?.description ?? '')) return;
  if (ledger.left() < 1) {
    session.skip({ what, why: 'it might be accepted, and no more may be spent' });
    return;
  }
  const purpose = { why: 'external_task_id: used twice', isProbe: true, usedId: externalId };
  const { exchange, outcome } = await sendCreate(session, ledger, create, body, purpose);
  if (outcome !== 'refused' || session.skipIfInconclusive(what, exchange)) return;
  session.addCheck(create);
}
