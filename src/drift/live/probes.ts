import { type NegativeCase, negativeCases, parameterCases } from '../../contract/cases.ts';
import {
  type DocumentedOperation,
  requestExample,
  requestSchema,
} from '../../contract/documented.ts';
import { isAccepted, refusalReason } from '../../contract/exchange.ts';
import { CouldNotCheck } from '../../contract/finding.ts';
import type { Problem } from '../../contract/problems.ts';
import { isObject, valueAt } from '../../documents/json.ts';
import type { Parameter } from '../../documents/openapi.ts';
import { type Ledger, newExternalId, sendCreate } from './ledger.ts';
import type { Session } from './session.ts';

/** It looks like an id, and belongs to no task. */
const unusedId = '100000000000000001';

/** Checks that a request without credentials is refused. */
export async function checkCredentials(session: Session, get: DocumentedOperation): Promise<void> {
  const exchange = await session.send(get, { id: unusedId, isSigned: false });
  const reason = refusalReason(exchange);
  const { status } = exchange;
  if (reason === 'credentials' && status !== 403) {
    session.addCheck(get);
    return;
  }
  if (reason === 'rate' || reason === 'server') {
    session.skipIfInconclusive(`${get.key} without credentials`, exchange);
    return;
  }
  // With 403 the provider does refuse, but says that it knows the caller.
  const kind = status === 403 ? 'answer-status' : 'auth-not-required';
  session.addCheck(get, { kind, location: 'status', expected: 401, actual: status });
}

/**
 * Checks that an unknown id is refused, with 404 where that is documented.
 * @throws {CouldNotCheck} the credentials were refused
 */
export async function checkUnknownId(session: Session, get: DocumentedOperation): Promise<void> {
  const exchange = await session.send(get, { id: unusedId });
  if (refusalReason(exchange) === 'credentials') {
    throw new CouldNotCheck(`${get.provider} refused the credentials (HTTP ${exchange.status})`);
  }
  if (session.skipIfInconclusive(`${get.key} with an unknown id`, exchange)) return;
  const expected = '404' in get.operation.responses ? 404 : 400;
  const { status: actual } = exchange;
  const isRight = actual === expected || session.isKnown(get, 'status');
  const problem: Problem = { kind: 'answer-status', location: 'status', expected, actual };
  session.addCheck(get, isRight ? undefined : problem);
}

/** Checks a list: two pages of one task each, then the cases that keep the rules for pages and those that break one. */
export async function checkList(session: Session, list: DocumentedOperation): Promise<void> {
  const ids: unknown[] = [];
  for (const pageNum of ['1', '2']) {
    const exchange = await session.send(list, { query: { pageNum, pageSize: '1' } });
    if (session.skipIfInconclusive(`${list.key}, page ${pageNum}`, exchange)) return;
    ids.push(valueAt(exchange.body, '/data/0/task_id'));
  }
  const isSame = ids[0] !== undefined && ids[0] === ids[1];
  const problem: Problem = {
    kind: 'paging-ignored',
    location: '/data',
    expected: 'the second page',
    actual: 'the first page again',
  };
  session.addCheck(list, isSame ? problem : undefined);
  const { valid, negative } = parameterCases((list.operation.parameters ?? []) as Parameter[]);
  const breaking = new Set<object>(negative);
  for (const each of [...valid, ...negative]) {
    const query = Object.entries(each.body as object).map(([key, value]) => [key, String(value)]);
    const exchange = await session.send(list, { query: Object.fromEntries(query) });
    if (session.skipIfInconclusive(`${list.key}: ${each.name}`, exchange)) return;
    if (breaking.has(each) && isAccepted(exchange)) return;
  }
}

/**
 * Sends creates that have to be refused, and then cost nothing. As soon as one is accepted there is a task that nobody
 * wanted: it is added to the ledger, and no more such creates are sent, of this operation or any other.
 */
export async function checkRefusals(
  session: Session,
  ledger: Ledger,
  create: DocumentedOperation,
): Promise<void> {
  const cases = refusalCases(create);
  for (const [index, { body, field, name }] of cases.entries()) {
    const left = `${create.key}: ${cases.length - index} of ${cases.length} creates that break a rule`;
    if (ledger.hasAccident()) {
      const why = 'one such create was accepted, and the next may cost money, too';
      session.skip({ what: left, why });
      return;
    }
    const externalId = newExternalId();
    const canBeNamed = isObject(body) && field !== 'external_task_id';
    const sent = canBeNamed ? { ...body, external_task_id: externalId } : body;
    session.setup.tell(`${create.name}: ${name}`);
    const exchange = await sendCreate(session, create, sent, externalId);
    if (isAccepted(exchange)) {
      ledger.add(exchange, externalId, true);
      continue;
    }
    if (session.skipIfInconclusive(left, exchange)) return;
    session.addCheck(create);
  }
}

const casesByOperation = new Map<DocumentedOperation, NegativeCase[]>();

/** Creates that break one rule each, without those that send null, which many providers take for absent. */
function refusalCases(create: DocumentedOperation): NegativeCase[] {
  const cases = casesByOperation.get(create) ?? makeRefusalCases(create);
  casesByOperation.set(create, cases);
  return cases;
}

function makeRefusalCases(create: DocumentedOperation): NegativeCase[] {
  const schema = requestSchema(create) ?? {};
  return negativeCases(schema, { example: requestExample(create) })
    .filter((each) => each.value !== null && (each.isAlone || isBound(each)))
    .sort((a, b) => rank(a) - rank(b));
}

/** Rules from the one that is surest to be enforced to the one that providers are likeliest to ignore. */
const surest = ['required', 'enum', 'maximum', 'minimum', 'maxLength', 'type'];
const rank = ({ keyword }: NegativeCase) =>
  surest.includes(keyword) ? surest.indexOf(keyword) : surest.length;

/** A limit of a range. It is also tried where an enum of the numbers in the range refuses the same value. */
const isBound = ({ keyword }: NegativeCase) => keyword === 'minimum' || keyword === 'maximum';
