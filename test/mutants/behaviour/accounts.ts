import { listed, seen } from '../exchanges.ts';
import { anywhere, naming } from '../mutant.ts';
import { everyone, get, kling, list } from '../places.ts';
import { bad, isKnown, type Row, when } from './row.ts';

/** Credentials, names of one's own and pages, taken less seriously. */
export const accountRows: Row[] = [
  [
    everyone,
    'authentication not required',
    get,
    anywhere,
    'for a query',
    when(
      (each) => each.action === 'get' && each.answer.status === 401,
      (each) => each.accept(),
    ),
  ],
  [
    everyone,
    'authentication not required',
    anywhere,
    anywhere,
    'for anything',
    when(
      (each) => each.action !== 'file' && each.answer.status === 401,
      (each) => each.accept(),
    ),
  ],
  [
    everyone,
    'external id not unique',
    anywhere,
    naming('external_task_id'),
    'taken twice',
    when(
      (each) =>
        each.action === 'create' &&
        isKnown(each) &&
        each.answer.status === 400 &&
        each.tasks.some(
          ({ externalId }) => externalId && externalId === each.request.body.external_task_id,
        ),
      (each) => each.accept(),
    ),
  ],
  [
    kling,
    'external id not found',
    anywhere,
    anywhere,
    '404',
    when(
      (each) => seen(each) && each.request.path.endsWith(`/${each.task?.externalId}`),
      ({ refuse }) => refuse(404, 1203),
    ),
  ],
  [
    kling,
    'external id not found',
    anywhere,
    anywhere,
    '400',
    when((each) => seen(each) && each.request.path.endsWith(`/${each.task?.externalId}`), bad),
  ],
  [
    kling,
    'paging ignored',
    list,
    anywhere,
    'everything at once',
    when(listed, (each) => {
      each.request.query = { pageSize: '500' };
      return each.accept();
    }),
  ],
  [
    kling,
    'paging ignored',
    list,
    anywhere,
    'always the first page',
    when(listed, (each) => {
      each.request.query.pageNum = '1';
      return each.accept();
    }),
  ],
  [
    kling,
    'paging ignored',
    list,
    anywhere,
    'one more than asked for',
    when(listed, (each) => {
      each.request.query.pageSize = String(Number(each.request.query.pageSize ?? 30) + 1);
      return each.accept();
    }),
  ],
];
