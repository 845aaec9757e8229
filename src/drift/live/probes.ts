import {
  type NegativeCase,
  negativeCases,
  parameterCases,
  validCases,
} from '../../contract/cases.ts';
import {
  type DocumentedOperation,
  findReader,
  nameServed,
  requestExample,
  requestSchema,
} from '../../contract/documented.ts';
import { type Exchange, isAccepted, refusalReason } from '../../contract/exchange.ts';
import { CouldNotCheck } from '../../contract/finding.ts';
import type { Problem } from '../../contract/problems.ts';
import { tasksAt } from '../../contract/tasks.ts';
import { check } from '../../documents/check.ts';
import { isObject, stepsOf, valueAt } from '../../documents/json.ts';
import type { Parameter } from '../../documents/openapi.ts';
import { placesOf } from '../../documents/places.ts';
import { followToEnd } from './follow.ts';
import { type Ledger, sendCreate } from './ledger.ts';
import type { Call, Session } from './session.ts';

/** It looks like an id, and belongs to no task. */
const unusedId = '100000000000000001';

/**
 * Checks that a request without credentials is refused: a poll or a call first and, where a poll was, one of each of its creates. The bodies of calls
 * and creates are not even objects. Nobody can be charged for it; if it is taken all the same, it is named, and no more creates are
 * sent.
 */
export async function checkCredentials(
  session: Session,
  ledger: Ledger,
  asked: DocumentedOperation,
  creates: readonly DocumentedOperation[],
): Promise<void> {
  const isCall = asked.action === 'call';
  if (isCall && asked.method === 'POST') return checkUnsignedCreate(session, ledger, asked);
  const poll = await session.send(asked, { ...(!isCall && { id: unusedId }), isSigned: false });
  if (!checkRefused(session, poll)) return;
  for (const create of creates.filter((each) => findReader(each) === asked))
    await checkUnsignedCreate(session, ledger, create);
}

async function checkUnsignedCreate(
  session: Session,
  ledger: Ledger,
  create: DocumentedOperation,
): Promise<void> {
  if (ledger.stopped) return;
  const exchange = await session.send(create, { body: [], isSigned: false });
  if (isAccepted(exchange)) {
    const why = 'a create without credentials and fields';
    ledger.settle(ledger.count(create, { why, isProbe: true, usedId: '' }), exchange);
  }
  const why = 'a create without credentials was not refused for that';
  if (!checkRefused(session, exchange)) ledger.stop(why);
}

/** Checks that a request was refused for lack of credentials, and returns whether it was. */
function checkRefused(session: Session, exchange: Exchange): boolean {
  const { documented, status } = exchange;
  const reason = refusalReason(exchange);
  if (reason === 'credentials' && status !== 403) {
    session.addCheck(documented);
    return true;
  }
  if (reason === 'rate' || reason === 'server') {
    session.skipIfInconclusive(`${documented.key} without credentials`, exchange);
    return false;
  }
  // With 403 the provider does refuse, but says that it knows the caller.
  const kind = status === 403 ? 'answer-status' : 'auth-not-required';
  session.addCheck(documented, { kind, location: 'status', expected: 401, actual: status });
  return status === 403;
}

/**
 * Checks that an unknown id is refused in a way that is documented or was observed.
 * @throws {CouldNotCheck} the credentials were refused
 */
export async function checkUnknownId(session: Session, get: DocumentedOperation): Promise<void> {
  const exchange = await session.send(get, { id: unusedId });
  if (refusalReason(exchange) === 'credentials') {
    throw new CouldNotCheck(`${get.provider} refused the credentials (HTTP ${exchange.status})`);
  }
  if (session.skipIfInconclusive(`${get.key} with an unknown id`, exchange)) return;
  const expected = unknownStatuses(get);
  const { status: actual } = exchange;
  const isRight = expected.includes(actual) || session.isKnown(get, 'status');
  const problem: Problem = { kind: 'answer-status', location: 'status', expected, actual };
  session.addCheck(get, isRight ? undefined : problem);
}

/** The statuses for an unknown id: all that are documented or were observed, else the one that fits best. */
function unknownStatuses({ operation: { parameters = [], responses } }: DocumentedOperation) {
  const known = parameters.flatMap((each) =>
    'x-unknown' in each ? (each['x-unknown'] ?? []) : [],
  );
  if (known.length > 0) return [...new Set(known.map(({ status }) => status))];
  return ['404' in responses ? 404 : 400];
}

/** Checks a list: two pages of one task each, then the cases that keep the rules for pages and those that break one. */
export async function checkList(session: Session, list: DocumentedOperation): Promise<void> {
  const places = placesOf(list.provider);
  const { limit, cursor, nextCursor } = places;
  const ids: unknown[] = [];
  let more: object = cursor ? {} : { pageNum: 1 };
  for (const page of [1, 2]) {
    const exchange = await session.send(list, listing(list, { ...more, [limit]: 1 }));
    if (session.skipIfInconclusive(`${list.key}, page ${page}`, exchange)) return;
    ids.push(valueAt(tasksAt(list, exchange.body)[0]?.value, places.id));
    const next = cursor && valueAt(exchange.body, nextCursor);
    if (cursor && !next) break;
    more = cursor ? { [cursor]: next } : { pageNum: 2 };
  }
  const isSame = ids[0] !== undefined && ids[0] === ids[1];
  const problem: Problem = {
    kind: 'paging-ignored',
    location: places.page,
    expected: 'the second page',
    actual: 'the first page again',
  };
  session.addCheck(list, isSame ? problem : undefined);
  const { valid, negative } = listCases(list);
  const breaking = new Set<object>(negative);
  for (const each of [...valid, ...negative]) {
    const exchange = await session.send(list, listing(list, each.body));
    if (session.skipIfInconclusive(`${list.key}: ${each.name}`, exchange)) return;
    if (breaking.has(each) && isAccepted(exchange)) return;
  }
}

/** The fields of a list's request where they belong: in its query, or in its body. */
function listing(list: DocumentedOperation, fields: unknown): Call {
  if (list.method === 'POST') return { body: fields };
  const query = Object.entries(Object(fields)).map(([key, value]) => [key, String(value)]);
  return { query: Object.fromEntries(query) };
}

const casesByList = new Map<DocumentedOperation, ReturnType<typeof makeListCases>>();

/** Requests for a list that keep its rules, and those that break one: without null, which many providers take for absent. */
function listCases(list: DocumentedOperation) {
  const cases = casesByList.get(list) ?? makeListCases(list);
  casesByList.set(list, cases);
  return cases;
}

function makeListCases(list: DocumentedOperation) {
  const schema = requestSchema(list);
  if (!schema) return parameterCases((list.operation.parameters ?? []) as Parameter[]);
  const example = requestExample(list);
  const isTold = ({ body, value }: NegativeCase) => isObject(body) && value !== null;
  return {
    valid: validCases(schema, { example }),
    negative: negativeCases(schema, { example }).filter(isTold),
  };
}

/** Checks a call that is free: with what it needs, then the cases that break a rule for its query. */
export async function checkCall(session: Session, call: DocumentedOperation): Promise<void> {
  const { schema, negative } = parameterCases((call.operation.parameters ?? []) as Parameter[]);
  const needed = (schema.required ?? []).map((name) => [name, timeOf(name)]);
  const plain: Record<string, string> = Object.fromEntries(needed);
  const example = requestExample(call);
  const body = call.method === 'POST' && isObject(example) ? { body: example } : {};
  const exchange = await session.send(call, { query: plain, ...body });
  if (session.skipIfInconclusive(call.key, exchange)) return;
  for (const { body: broken, name, field } of negative) {
    const values = Object.entries(broken as object).map(([key, value]) => [key, String(value)]);
    const { [field]: wrong } = Object.fromEntries(values);
    const { [field]: _, ...rest } = plain;
    const query = wrong === undefined ? rest : { ...rest, [field]: wrong };
    const refused = await session.send(call, { query });
    if (session.skipIfInconclusive(`${call.key}: ${name}`, refused)) return;
  }
}

/** What a query needs at the least: the last thirty days, from their beginning to their end. */
const timeOf = (name: string) => {
  const days = name.startsWith('start') ? 30 : 0;
  return String(Date.now() - days * 86_400_000);
};

/**
 * Sends creates that break one rule each and have to be refused. The first that is not refused clearly is the last create of
 * the whole check; what could not be tried counts as not checked.
 */
export async function checkRefusals(
  session: Session,
  ledger: Ledger,
  create: DocumentedOperation,
): Promise<void> {
  const cases = refusalCases(create);
  for (const [index, { body, name: why }] of cases.entries()) {
    const what = `${create.key}: ${cases.length - index} of ${cases.length} creates that break a rule`;
    if (ledger.stopped) {
      session.skip({ what, why: ledger.stopped, failed: true });
      return;
    }
    const purpose = { why, isProbe: true };
    const { exchange, outcome, task } = await sendCreate(session, ledger, create, body, purpose);
    if (outcome === 'taken') await followToEnd(session, create, task);
    else if (session.skipIfInconclusive(what, exchange)) return;
    else if (outcome === 'refused') session.addCheck(create);
  }
}

/** A case whose task could be found again: it has an external id of its own. */
type NamedCase = NegativeCase & { body: object };

const casesByOperation = new Map<DocumentedOperation, NamedCase[]>();

/**
 * Creates and calls that break one rule each, without those that send null, which many providers take for absent, and without those that
 * cannot be given an external id.
 */
function refusalCases(create: DocumentedOperation): NamedCase[] {
  const cases = casesByOperation.get(create) ?? makeRefusalCases(create);
  casesByOperation.set(create, cases);
  return cases;
}

function makeRefusalCases(create: DocumentedOperation): NamedCase[] {
  const schema = requestSchema(create) ?? {};
  const canBeNamed = (each: NegativeCase): each is NamedCase =>
    isObject(each.body) && each.field !== '' && !isOwn(create, each.field);
  return negativeCases(schema, { example: requestExample(create) })
    .filter(canBeNamed)
    .filter((each) => each.value !== null && (each.isAlone || isBound(each)))
    .map((each) => {
      // What is served no more may be what the case is about.
      const body = nameServed(create, each.body);
      return check(schema, body).length > 0 ? { ...each, body } : each;
    })
    .sort((a, b) => rank(a) - rank(b));
}

/** Rules from the one that is surest to be enforced to the one that providers are likeliest to ignore. */
const surest = ['required', 'enum', 'maximum', 'minimum', 'maxLength', 'type'];
const rank = ({ keyword }: NegativeCase) =>
  surest.includes(keyword) ? surest.indexOf(keyword) : surest.length;

/** Whether a field is the external id or holds it: what breaks a rule there cannot be given one. */
const isOwn = ({ provider }: DocumentedOperation, field: string) => {
  const own = stepsOf(placesOf(provider).sentExternalId).join('.');
  return own === field || own.startsWith(`${field}.`);
};

/** A limit of a range. It is also tried where an enum of the numbers in the range refuses the same value. */
const isBound = ({ keyword }: NegativeCase) => keyword === 'minimum' || keyword === 'maximum';
