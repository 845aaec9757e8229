import type { FakeExchange } from '../../support/fake-provider.ts';
import { created, listed, seen } from '../exchanges.ts';
import { anywhere } from '../mutant.ts';
import { everyone, get, kling, list, post } from '../places.ts';
import { error, isKnown, json, type Row, sending, when } from './row.ts';

const isUnknown = (exchange: FakeExchange) =>
  exchange.action === 'get' && isKnown(exchange) && !exchange.task;
const typed = (type: string) => sending({ headers: type ? { 'content-type': type } : {} });

/** Other statuses and content types. */
export const statusRows: Row[] = [
  [
    everyone,
    'answer re-statused',
    post,
    /20\d|status/,
    '201 for a create',
    when(created, sending({ status: 201 })),
  ],
  [
    everyone,
    'answer re-statused',
    post,
    /20\d|status/,
    '202 for a create',
    when(created, sending({ status: 202 })),
  ],
  [
    everyone,
    'answer re-statused',
    get,
    /20\d|status/,
    '203 for a query',
    when(seen, sending({ status: 203 })),
  ],
  [
    everyone,
    'answer re-statused',
    post,
    /4\d\d|status/,
    '422 for a bad create',
    when(
      (each) => each.action === 'create' && each.answer.status === 400,
      sending({ status: 422 }),
    ),
  ],
  [
    everyone,
    'answer re-statused',
    anywhere,
    /4\d\d|status|authorization/i,
    '418 without credentials',
    when((each) => !isKnown(each) && each.action !== 'file', sending({ status: 418 })),
  ],
  [
    kling,
    'answer re-statused',
    list,
    /20\d|status/,
    '206 for a page',
    when(listed, sending({ status: 206 })),
  ],
  [
    everyone,
    'unknown id answered otherwise',
    get,
    /410|status/,
    '410',
    when(isUnknown, sending({ status: 410 })),
  ],
  [
    everyone,
    'unknown id answered otherwise',
    get,
    /200|status|data/,
    '200 with no task',
    when(isUnknown, () => json(200, { code: 0, message: 'SUCCEED', request_id: 'r-1', data: [] })),
  ],
  [
    everyone,
    'unknown id answered otherwise',
    get,
    /200|status|data/,
    '200 with another task',
    when(isUnknown, ({ accept }) => accept()),
  ],
  [
    kling,
    'unknown id answered otherwise',
    get,
    /40\d|code|status/,
    '1302 under 400',
    when(isUnknown, () => json(400, error(1302))),
  ],
  [
    everyone,
    'content type changed',
    post,
    /content-type/i,
    'text/plain for a create',
    when(created, typed('text/plain')),
  ],
  [
    everyone,
    'content type changed',
    get,
    /content-type/i,
    'octet-stream for a query',
    when(seen, typed('application/octet-stream')),
  ],
  [
    kling,
    'content type changed',
    list,
    /content-type/i,
    'text/json for a page',
    when(listed, typed('text/json')),
  ],
  [
    everyone,
    'content type changed',
    anywhere,
    /content-type/i,
    'text/plain for a refusal',
    when((each) => each.answer.status === 400, typed('text/plain')),
  ],
];
