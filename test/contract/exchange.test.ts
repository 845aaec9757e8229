import { expect, it } from 'vitest';
import { documentedOperations } from '../../src/contract/documented.ts';
import { type Exchange, refusalReason } from '../../src/contract/exchange.ts';

it.each<[number, object, ReturnType<typeof refusalReason>]>([
  [401, { code: 1002 }, 'credentials'],
  [403, { code: 1103 }, 'account'],
  [429, { code: 1102 }, 'account'],
  [429, { code: 1303 }, 'rate'],
  [400, { code: 1201 }, 'request'],
  [500, { code: 5000 }, 'server'],
  [400, { code: 5001 }, 'server'],
  [401, { code: 5000 }, 'credentials'],
  [429, { code: 5001 }, 'rate'],
  [400, { code: 429 }, 'request'],
  [503, {}, 'server'],
  [403, {}, 'account'],
  [200, { code: 0 }, undefined],
])('a refusal with HTTP %i and %j is about: %s', (status, body, reason) => {
  const [documented] = documentedOperations('klingai');
  const exchange = { documented, query: {}, isSigned: true, status, headers: {}, body } as Exchange;
  expect(refusalReason(exchange)).toBe(reason);
});
