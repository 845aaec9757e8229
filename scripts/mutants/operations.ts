import { type ProviderName, providers } from '../../src/contract/documents.ts';
import type { ChangeName } from './changes.ts';
import { all, drop, type Edit, including, type Node, put, rename, without } from './edit.ts';
import { actionsNaming, anywhere, type DocumentMutant, exactly, naming } from './mutant.ts';

const t2a = '/v1/audio/text-to-audio';
const v2a = '/v1/audio/video-to-audio';
const t2v = '/v1/videos/text2video';
const gateways = ['cometapi', 'deerapi'] as const;
const everyone = ['klingai', ...gateways] as const;
const any = '/v1/{action}/{action2}/{task_id}';

type Row = [
  ProviderName,
  operation: string,
  ChangeName,
  location: RegExp,
  words: string,
  (item: Node, paths: Node) => void,
];

const d = 'properties.data.properties.';
const text = { type: 'string' };
const answer = (edit: Edit): Edit => {
  return (operation) => {
    const { responses } = operation as {
      responses: Record<string, { content: Record<string, { schema: Node }> }>;
    };
    const schema = responses['200']?.content['application/json']?.schema;
    if (schema) edit(schema);
  };
};
const inPost = (edit: Edit) => (item: Node) => edit(item.post as Node);
const inGet = (edit: Edit) => (item: Node) => edit(item.get as Node);
const retypedMedia = (path: string) => rename(`${path}.content.application/json`, 'text/plain');
const nestedData: Edit = (schema) => {
  const properties = schema.properties as Record<string, Node>;
  properties.data = { type: 'object', properties: { data: properties.data } };
};
const flattened: Edit = (schema) => {
  const { data, ...others } = schema.properties as Record<string, { properties: Node }>;
  schema.properties = { ...others, ...data?.properties };
  schema.required = ['code', 'message'];
};
const moved =
  (method: string, path: string): Row[5] =>
  (item, paths) => {
    paths[path] = { ...(paths[path] as Node), [method]: item[method] };
    delete item[method];
  };

/** Corrected after the first run: a JSON pointer to a parameter names its place in the list. */
const parameter = (name: string, index: string) => naming(name, `parameters/${index}`);

const tasks: [ProviderName, string][] = [
  ['klingai', `GET ${t2a}/{task_id}`],
  ['cometapi', `GET ${any}`],
  ['deerapi', `GET ${any}`],
];

/** What the operations are and answer, changed once each. */
const rows: Row[] = [
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
    [
      provider,
      `POST ${t2a}`,
      'response field removed',
      naming('task_id'),
      'gone',
      inPost(answer(all(drop(`${d}task_id`), without('properties.data.required', 'task_id')))),
    ],
    [
      provider,
      `POST ${t2v}`,
      'response field renamed',
      naming('task_status', 'status'),
      'now status',
      inPost(answer(rename(`${d}task_status`, 'status'))),
    ],
    [
      provider,
      `POST ${t2v}`,
      'response field moved',
      naming('data'),
      'data in data',
      inPost(answer(nestedData)),
    ],
    [
      provider,
      `POST ${t2a}`,
      'response field moved',
      naming('data', 'task_id'),
      'data flattened',
      inPost(answer(flattened)),
    ],
    [
      provider,
      `POST ${t2a}`,
      'response field added',
      naming('queue_position'),
      'new',
      inPost(answer(put(`${d}queue_position`, { type: 'integer' }))),
    ],
    [
      provider,
      `POST ${t2a}`,
      'response retyped',
      naming('task_id'),
      'now a number',
      inPost(answer(put(`${d}task_id.type`, 'integer'))),
    ],
    [
      provider,
      `POST ${v2a}`,
      'response retyped',
      naming('created_at'),
      'now a string',
      inPost(answer(put(`${d}created_at`, text))),
    ],
    [
      provider,
      `POST ${t2a}`,
      'response nullable',
      naming('task_id'),
      'may be null',
      inPost(answer(put(`${d}task_id.type`, ['string', 'null']))),
    ],
    [
      provider,
      `POST ${t2v}`,
      'response retyped',
      naming('code'),
      'now a word',
      inPost(answer(put('properties.code', text))),
    ],
    [provider, '', 'security changed', anywhere, 'now a header', (_, paths) => void paths],
    [provider, '', 'server changed', anywhere, 'another host', (_, paths) => void paths],
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
    [
      provider,
      get,
      'request field required',
      parameter('verbose', '\\d'),
      'a parameter new and required',
      inGet(
        including('parameters', {
          name: 'verbose',
          in: 'query',
          required: true,
          schema: { type: 'boolean' },
        }),
      ),
    ],
    [
      provider,
      get,
      'request field added',
      parameter('verbose', '\\d'),
      'a parameter new',
      inGet(
        including('parameters', {
          name: 'verbose',
          in: 'query',
          required: false,
          schema: { type: 'boolean' },
        }),
      ),
    ],
    [
      provider,
      get,
      'response field renamed',
      naming('task_status', 'status'),
      'now status',
      inGet(answer(rename(`${d}task_status`, 'status'))),
    ],
    [
      provider,
      get,
      'response field removed',
      naming('task_result'),
      'gone',
      inGet(answer(drop(`${d}task_result`))),
    ],
    [
      provider,
      get,
      'response nullable',
      naming('task_id'),
      'may be null',
      inGet(answer(put(`${d}task_id.type`, ['string', 'null']))),
    ],
    [
      provider,
      get,
      'response field added',
      naming('progress'),
      'new',
      inGet(answer(put(`${d}progress`, text))),
    ],
    [
      provider,
      get,
      'response field moved',
      naming('task_status', 'status', 'data'),
      'data in data',
      inGet(answer(nestedData)),
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
  ...gateways.flatMap((provider): Row[] => [
    [
      provider,
      `POST ${t2a}`,
      'response field optional',
      naming('task_id', 'required'),
      'not required',
      inPost(answer(without('properties.data.required', 'task_id'))),
    ],
    [
      provider,
      `POST ${t2a}`,
      'response field optional',
      naming('data', 'required'),
      'not required',
      inPost(answer(without('required', 'data'))),
    ],
    [
      provider,
      `GET ${any}`,
      'response retyped',
      naming('videos'),
      'now an object',
      inGet(answer(put(`${d}task_result.properties.videos.type`, 'object'))),
    ],
    [
      provider,
      `GET ${any}`,
      'response retyped',
      naming('duration'),
      'now a number',
      inGet(
        answer(put(`${d}task_result.properties.videos.items.properties.duration.type`, 'number')),
      ),
    ],
    [
      provider,
      `POST ${t2a}`,
      'overlay adopted',
      naming('task_status'),
      'the four states',
      inPost(answer(put(`${d}task_status.enum`, ['submitted', 'processing', 'succeed', 'failed']))),
    ],
  ]),
  [
    'cometapi',
    `GET ${any}`,
    'response nullable',
    naming('task_result'),
    'may be null',
    inGet(answer(put(`${d}task_result.type`, ['object', 'null']))),
  ],
  [
    'deerapi',
    `GET ${any}`,
    'response type narrowed',
    naming('task_status_msg'),
    'never null',
    inGet(answer(put(`${d}task_status_msg.type`, 'string'))),
  ],
  [
    'klingai',
    `GET ${t2a}/{task_id}`,
    'response field renamed',
    naming('url_mp3', 'mp3_url'),
    'now mp3_url',
    inGet(answer(rename(`${d}task_result.properties.audios.items.properties.url_mp3`, 'mp3_url'))),
  ],
  [
    'klingai',
    `GET ${t2v}/{task_id}`,
    'response retyped',
    naming('duration'),
    'now an integer',
    inGet(
      answer(put(`${d}task_result.properties.videos.items.properties.duration.type`, 'integer')),
    ),
  ],
  [
    'klingai',
    `GET ${t2v}/{task_id}`,
    'response field removed',
    naming('watermark_url'),
    'gone',
    inGet(answer(drop(`${d}task_result.properties.videos.items.properties.watermark_url`))),
  ],
  [
    'klingai',
    `GET ${v2a}/{task_id}`,
    'response enum extended',
    naming('task_status'),
    'queued',
    inGet(answer(including(`${d}task_status.enum`, 'queued'))),
  ],
  [
    'klingai',
    `GET ${t2v}/{task_id}`,
    'response enum extended',
    naming('task_status'),
    'succeeded for succeed',
    inGet(answer(put(`${d}task_status.enum`, ['submitted', 'processing', 'succeeded', 'failed']))),
  ],
  [
    'klingai',
    `GET ${t2v}/{task_id}`,
    'response enum extended',
    naming('task_status'),
    'any text',
    inGet(answer(drop(`${d}task_status.enum`))),
  ],
  [
    'klingai',
    `GET ${t2a}/{task_id}`,
    'response enum withdrawn',
    naming('task_status'),
    'no submitted',
    inGet(answer(without(`${d}task_status.enum`, 'submitted'))),
  ],
  [
    'klingai',
    `GET ${t2a}`,
    'response retyped',
    naming('data'),
    'an object',
    inGet(answer(put('properties.data.type', 'object'))),
  ],
  ['klingai', `GET ${t2a}`, 'operation removed', anywhere, 'gone', (item) => delete item.get],
  [
    'klingai',
    `GET ${t2a}`,
    'request field required',
    parameter('pageNum', '0'),
    'required',
    inGet(put('parameters.0.required', true)),
  ],
  [
    'klingai',
    `GET ${t2a}`,
    'request field removed',
    parameter('pageSize', '1'),
    'gone',
    inGet((operation) => void (operation.parameters as unknown[]).pop()),
  ],
  [
    'klingai',
    `GET ${t2v}`,
    'request limit tightened',
    parameter('pageSize', '1'),
    'maximum 100',
    inGet(put('parameters.1.schema.maximum', 100)),
  ],
  [
    'klingai',
    `GET ${t2v}`,
    'request limit loosened',
    parameter('pageNum', '0'),
    'no maximum',
    inGet(drop('parameters.0.schema.maximum')),
  ],
  [
    'klingai',
    `GET ${v2a}`,
    'request default changed',
    parameter('pageSize', '1'),
    'default 10',
    inGet(put('parameters.1.schema.default', 10)),
  ],
];

const whole: Partial<Record<ChangeName, Edit>> = {
  'security changed': put('components.securitySchemes.bearer', {
    type: 'apiKey',
    in: 'header',
    name: 'X-Key',
  }),
  'server changed': put('servers', [{ url: 'https://api.moved.example' }]),
};

/** Mutants of what is published on operations and their answers. */
export const operationMutants: DocumentMutant[] = rows.map(
  ([provider, operation, change, location, words, edit]) => {
    const [method = '', route = ''] = operation.split(' ');
    const path = providers[provider].prefix + route;
    const field = /\((\w+)/.exec(location.source)?.[1];
    return {
      name: `${provider} ${operation || 'all'}, ${field ?? change}: ${words}`,
      provider,
      change,
      location: change.startsWith('overlay') ? actionsNaming(provider, location) : location,
      operation:
        change === 'operation added'
          ? exactly(`DELETE ${path}`)
          : !operation || change.startsWith('overlay')
            ? anywhere
            : exactly(`${method} ${path}`),
      edit: (document) => {
        const paths = document.paths as Record<string, Node>;
        const item = paths[path];
        if (item) edit(item, paths);
        else whole[change]?.(document);
      },
    };
  },
);
