import { type Node, put, rename } from '../edit.ts';
import { anywhere } from '../mutant.ts';
import { everyone, t2a, t2v, v2a } from '../places.ts';
import { inPost, type Row, tasks } from './row.ts';

const retypedMedia = (path: string) => rename(`${path}.content.application/json`, 'text/plain');
const moved =
  (method: string, path: string): Row[5] =>
  (item, paths) => {
    paths[path] = { ...(paths[path] as Node), [method]: item[method] };
    delete item[method];
  };

/** What operations there are, by which media types and statuses, changed once each. */
export const routeRows: Row[] = [
  ...everyone.flatMap((provider): Row[] => [
    ...[t2a, v2a, t2v].map(
      (route): Row => [
        provider,
        `POST ${route}`,
        'operation removed',
        anywhere,
        'gone',
        (item) => delete item.post,
      ],
    ),
    [
      provider,
      `POST ${t2a}`,
      'operation moved',
      anywhere,
      'now PUT',
      (item) => rename('post', 'put')(item),
    ],
    [
      provider,
      `POST ${t2v}`,
      'operation moved',
      anywhere,
      'now v2',
      moved('post', '/v2/videos/text2video'),
    ],
    [
      provider,
      `POST ${t2a}`,
      'request media type changed',
      anywhere,
      'now a form',
      inPost(rename('requestBody.content.application/json', 'multipart/form-data')),
    ],
    [
      provider,
      `POST ${v2a}`,
      'response media type changed',
      anywhere,
      'now text',
      inPost(retypedMedia('responses.200')),
    ],
    [
      provider,
      `POST ${t2a}`,
      'response status changed',
      /20[01]/,
      '200 now 201',
      inPost(rename('responses.200', '201')),
    ],
    [
      provider,
      `POST ${t2a}`,
      'response status added',
      /422/,
      '422 new',
      inPost(put('responses.422', { description: 'New', content: {} })),
    ],
  ]),
  ...tasks.flatMap(([provider, get]): Row[] => [
    [
      provider,
      get,
      'operation added',
      anywhere,
      'DELETE new',
      (item) => put('delete', { ...(item.get as Node), operationId: 'deleteTask' })(item),
    ],
  ]),
  // Not for DeerAPI, on a second look: it publishes no query, so one that is not published is how things are.
  ...tasks
    .slice(0, 2)
    .map(
      ([provider, get]): Row => [
        provider,
        get,
        'operation removed',
        anywhere,
        'gone',
        (item) => delete item.get,
      ],
    ),
  ['klingai', `GET ${t2a}`, 'operation removed', anywhere, 'gone', (item) => delete item.get],
];
