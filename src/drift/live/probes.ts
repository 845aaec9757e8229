import type { Documented } from '../../contract/answers/routes.ts';
import { parameterCases } from '../../contract/cases/index.ts';
import { isTaken, reasonOf } from '../../contract/exchange.ts';
import { CouldNotCheck } from '../../contract/finding.ts';
import { valueAt } from '../../documents/json.ts';
import type { Parameter } from '../../documents/openapi.ts';
import type { Session } from './session.ts';

/** Of the form of an id, and nobody's. */
const nobody = '100000000000000001';

/** A look without credentials has to be refused. */
export async function withoutCredentials(session: Session, get: Documented): Promise<void> {
  const exchange = await session.send(get, { id: nobody, isSigned: false });
  const reason = reasonOf(exchange);
  const { status } = exchange;
  if (reason === 'credentials' && status !== 403) return session.expect(get);
  if (reason === 'rate' || reason === 'server') {
    return void session.excuse(`${get.key} without credentials`, exchange);
  }
  // 403 says that somebody is known and may not; it refuses all the same.
  const kind = status === 403 ? 'answer-status' : 'auth-not-required';
  session.expect(get, { kind, location: 'status', expected: 401, actual: status });
}

/** A task that there is not has to be refused, by the status for what does not exist where one is documented. */
export async function unknownId(session: Session, get: Documented): Promise<void> {
  const exchange = await session.send(get, { id: nobody });
  if (reasonOf(exchange) === 'credentials') {
    throw new CouldNotCheck(`${get.provider} refused the credentials (HTTP ${exchange.status})`);
  }
  if (session.excuse(`${get.key} with an unknown id`, exchange)) return;
  const expected = '404' in get.operation.responses ? 404 : 400;
  const isRight = exchange.status === expected || session.isKnown(get, 'status');
  const problem = {
    kind: 'answer-status',
    location: 'status',
    expected,
    actual: exchange.status,
  } as const;
  session.expect(get, isRight ? undefined : problem);
}

/** Two pages of one task each, pages of every size that is allowed, and every rule for pages broken once. */
export async function list(session: Session, documented: Documented): Promise<void> {
  const ids: unknown[] = [];
  for (const pageNum of ['1', '2']) {
    const exchange = await session.send(documented, { query: { pageNum, pageSize: '1' } });
    if (session.excuse(`${documented.key}, page ${pageNum}`, exchange)) return;
    ids.push(valueAt(exchange.body, '/data/0/task_id'));
  }
  const isSame = ids[0] !== undefined && ids[0] === ids[1];
  const problem = {
    kind: 'paging-ignored',
    location: '/data',
    expected: 'the second page',
    actual: 'the first page again',
  } as const;
  session.expect(documented, isSame ? problem : undefined);
  const parameters = (documented.operation.parameters ?? []) as Parameter[];
  const { valid, negative } = parameterCases(parameters);
  const breaking = new Set<object>(negative);
  for (const each of [...valid, ...negative]) {
    const query = Object.entries(each.body as object).map(([key, value]) => [key, String(value)]);
    const exchange = await session.send(documented, { query: Object.fromEntries(query) });
    if (session.excuse(`${documented.key}: ${each.name}`, exchange)) return;
    if (breaking.has(each) && isTaken(exchange)) return;
  }
}
