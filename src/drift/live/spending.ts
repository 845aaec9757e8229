import { type OperationName, operations } from '../../client/operations.ts';
import {
  type DocumentedOperation,
  findOperation,
  nameServed,
  requestExample,
  requestSchema,
} from '../../contract/documented.ts';
import type { CreatedTask } from '../../contract/finding.ts';
import { check } from '../../documents/check.ts';
import { type ProviderName, providers } from '../../documents/documents.ts';
import { objectOf, valueAt } from '../../documents/json.ts';
import type { Schema } from '../../documents/openapi.ts';
import { findNewRule } from '../traffic/request-rules.ts';
import { followToEnd } from './follow.ts';
import { type Ledger, sendCreate } from './ledger.ts';
import type { Session } from './session.ts';

type Fields = Record<string, unknown>;

/** What {@link spend} needs. */
export interface Spending {
  session: Session;
  ledger: Ledger;
  provider: ProviderName;
  /** Whether creates may be sent that have to be refused. */
  probeLimits: boolean;
}

/** Which end of its limits a field is set to. */
type End = 'least' | 'most' | 'middle';

/** One body is made for each end, and one round of tasks can be paid for with each. */
const ends: readonly End[] = ['least', 'most', 'middle'];

/** Creates tasks while the ledger allows it, one of each operation in each round, and follows each to its end. */
export async function spend(spending: Spending): Promise<void> {
  const { session, ledger, provider } = spending;
  const creates = orderCreates(provider);
  const bodiesFor = new Map<DocumentedOperation, Fields[]>();
  let video: Fields | undefined;
  for (const round of ends.keys()) {
    for (const create of creates) {
      const source = needsVideo(create) ? video : {};
      if (!source) continue;
      const bodies = bodiesFor.get(create) ?? makeBodies(create, source);
      bodiesFor.set(create, bodies);
      const answer = await tryBodies(spending, create, bodies, round === 0);
      const url = valueAt(answer, '/data/task_result/videos/0/url');
      if (typeof url === 'string') video = { video_url: url };
    }
  }
  if (ledger.stopped && ledger.unspent() > 0) {
    session.skip({ what: 'more tasks to their end', why: ledger.stopped, failed: true });
  }
  for (const create of creates.filter((each) => !bodiesFor.has(each))) {
    const why = ledger.left() < 1 ? 'no more may be spent' : 'it needs a video, and none was made';
    session.skip({ what: `a task of ${create.name}`, why });
  }
}

const needsVideo = (create: DocumentedOperation): boolean =>
  requestSchema(create)?.properties?.video_url !== undefined;

/** The creates that a provider offers: sounds first, which are cheap, and last those that need a video. */
function orderCreates(provider: ProviderName): DocumentedOperation[] {
  const names = Object.keys(operations) as OperationName[];
  const rank = (create: DocumentedOperation) => {
    if (needsVideo(create)) return 2;
    return create.name && operations[create.name].result === 'videos' ? 1 : 0;
  };
  return names
    .flatMap((name) => findOperation(provider, name, 'create') ?? [])
    .sort((a, b) => rank(a) - rank(b));
}

/** Takes bodies from the list until one is accepted, and follows its task. Returns the last answer about that. */
async function tryBodies(
  spending: Spending,
  create: DocumentedOperation,
  bodies: Fields[],
  isFirstRound: boolean,
): Promise<unknown> {
  for (let body = bodies.shift(); body; body = bodies.shift()) {
    const { session, ledger, provider, probeLimits } = spending;
    if (ledger.left() < 1) return undefined;
    const task = await createTask(spending, create, body);
    if (!task) continue;
    if (isFirstRound && probeLimits) await createAgain(spending, create, body, task.externalId);
    const answer = await followToEnd(session, create, task);
    // Only now, as nobody promises that a new task is found by its external id at once.
    const get = create.name && findOperation(provider, create.name, 'get');
    if (isFirstRound && get && providers[provider].lookupProves === 'absence') {
      await session.send(get, { id: task.externalId });
    }
    session.setup.tell(`${ledger.left()} left to spend`);
    return answer;
  }
  return undefined;
}

async function createTask(
  { session, ledger }: Spending,
  create: DocumentedOperation,
  body: Fields,
): Promise<CreatedTask | undefined> {
  const purpose = { why: 'a valid create', isProbe: false };
  const { exchange, outcome, task } = await sendCreate(session, ledger, create, body, purpose);
  if (outcome === 'taken') return task;
  const what = `a task of ${create.name}`;
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
  const field = requestSchema(create)?.properties?.external_task_id;
  if (typeof field !== 'object' || !/unique/.test(field.description ?? '')) return;
  if (ledger.left() < 1) {
    session.skip({ what, why: 'it might be accepted, and no more may be spent' });
    return;
  }
  const purpose = { why: 'external_task_id: used twice', isProbe: true, usedId: externalId };
  const { exchange, outcome } = await sendCreate(session, ledger, create, body, purpose);
  if (outcome !== 'refused' || session.skipIfInconclusive(what, exchange)) return;
  session.addCheck(create);
}

/**
 * Makes bodies that keep every rule. The first is the cheapest: no optional fields, texts as long and numbers as small as
 * allowed. The second is the opposite, the third something in between. Only required fields and texts with a limit are
 * changed, as no schema says what else goes together.
 */
function makeBodies(create: DocumentedOperation, source: Fields): Fields[] {
  const schema = requestSchema(create) ?? {};
  const all = Object.entries(objectOf(requestExample(create)));
  const needed = all.filter(([name]) => schema.required?.includes(name));
  const makeBody = (end: End) => {
    const fields = Object.fromEntries(end === 'least' ? needed : all);
    return setLimits(schema, nameServed(create, { ...fields, ...source }), end);
  };
  return ends.map(makeBody).filter((body) => check(schema, body).length === 0);
}

function setLimits({ properties = {}, required = [] }: Schema, body: Fields, end: End): Fields {
  const fields = Object.entries(properties).flatMap(([name, field]) => {
    if (typeof field === 'boolean') return [];
    const isUsed = required.includes(name) || name in body;
    const { minimum, maximum, maxLength, enum: list } = field;
    if (maxLength !== undefined && (isUsed || end === 'least')) {
      return [[name, makeText(maxLength, end)]];
    }
    if (!isUsed || minimum === undefined || maximum === undefined) return [];
    return [[name, pickNumber(list?.map(Number) ?? [minimum, maximum], end)]];
  });
  return { ...body, ...Object.fromEntries(fields) };
}

const words = 'rain on a tin roof, a slow river and a far bell, ';

const makeText = (maxLength: number, end: End) =>
  end === 'least' ? words.repeat(Math.ceil(maxLength / words.length)).slice(0, maxLength) : 'rain';

/** The least or the most of the values; for the middle a fraction, where there is one. */
function pickNumber(values: number[], end: End): number | undefined {
  if (end === 'least') return Math.min(...values);
  if (end === 'most') return Math.max(...values);
  const fractions = values.filter((value) => !Number.isInteger(value));
  return fractions[Math.floor(fractions.length / 2)] ?? values[0];
}
