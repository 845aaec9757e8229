import type { Kind, Severity } from '../../src/contract/kinds.ts';

// biome-ignore lint/suspicious/noExplicitAny: seeds reach deep into a literal, and a typed path would say nothing more
export type Loose = any;

export const route = '/v1/sounds';
export const id = '/v1/sounds/{task_id}';

/** One document with something of everything. */
export function base(): Loose {
  return {
    openapi: '3.1.0',
    info: { title: 'Sounds', version: '1' },
    servers: [{ url: 'https://api.example.com' }, { url: 'https://eu.example.com' }],
    security: [{ bearer: [] }],
    paths: {
      [route]: { post: create(), get: list() },
      [id]: { get: query() },
    },
    components: { securitySchemes: { bearer: { type: 'http', scheme: 'bearer' } } },
  };
}

export const task = (): Loose => ({
  type: 'object',
  required: ['code', 'data'],
  properties: {
    code: { type: 'integer' },
    request_id: { type: 'string' },
    data: {
      type: 'object',
      required: ['task_id', 'task_status'],
      properties: {
        task_id: { type: 'string' },
        task_status: { type: 'string', enum: ['submitted', 'processing', 'succeed', 'failed'] },
        progress: { type: 'number', minimum: 0, maximum: 1 },
        message: { type: ['string', 'null'] },
        created_at: { type: 'integer' },
        task_result: {
          type: 'object',
          properties: {
            audios: {
              type: 'array',
              maxItems: 1,
              items: {
                type: 'object',
                required: ['id', 'url'],
                properties: { id: { type: 'string' }, url: { type: 'string' } },
              },
            },
          },
        },
      },
    },
  },
});

export const json = (schema: Loose): Loose => ({ content: { 'application/json': { schema } } });
const ok = (): Loose => ({ description: 'Done.', ...json(task()) });
const refused = (): Loose => ({
  description: 'No.',
  ...json({ type: 'object', required: ['code'], properties: { code: { type: 'integer' } } }),
});

const create = (): Loose => ({
  operationId: 'create',
  parameters: [{ name: 'X-Trace', in: 'header', schema: { type: 'string' } }],
  requestBody: {
    required: true,
    ...json({
      type: 'object',
      required: ['prompt'],
      properties: {
        prompt: { type: 'string', minLength: 1, maxLength: 200, pattern: '^\\S' },
        duration: { type: 'number', minimum: 3, maximum: 10, default: 5 },
        steps: { type: 'integer' },
        model: { type: 'string', enum: ['v1', 'v2', 'v3'], default: 'v1' },
        seed: { type: ['integer', 'null'] },
        tags: { type: 'array', maxItems: 6, items: { type: 'string', maxLength: 20 } },
        camera: {
          type: 'object',
          required: ['type'],
          properties: { type: { type: 'string' }, zoom: { type: 'number', maximum: 10 } },
        },
        source: {
          oneOf: [
            { type: 'object', required: ['id'], properties: { id: { type: 'string' } } },
            { type: 'object', required: ['url'], properties: { url: { type: 'string' } } },
          ],
        },
      },
    }),
  },
  responses: { 200: ok(), 400: refused() },
});
const list = (): Loose => ({
  parameters: [
    { name: 'page', in: 'query', schema: { type: 'integer', minimum: 1, maximum: 1000 } },
    { name: 'size', in: 'query', required: true, schema: { type: 'integer', default: 30 } },
  ],
  responses: { 200: { description: 'Page.', ...json({ type: 'array', items: task() }) } },
});
const query = (): Loose => ({
  parameters: [{ name: 'task_id', in: 'path', required: true, schema: { type: 'string' } }],
  responses: { 200: ok() },
});

const at = (path: string, rest: string) => `#/paths/${path.replaceAll('/', '~1')}/${rest}`;
const inBody = 'requestBody/content/application~1json/schema';
const inAnswer = 'responses/200/content/application~1json/schema';
export const body = (doc: Loose) =>
  doc.paths[route].post.requestBody.content['application/json'].schema.properties;
export const answer = (doc: Loose) =>
  doc.paths[route].post.responses[200].content['application/json'].schema;
export const sent = (rest: string) => at(route, `post/${inBody}/properties/${rest}`);
export const got = (rest: string) => at(route, `post/${inAnswer}/properties/${rest}`);

/** A change, and the finding that it must give. */
export interface Seed {
  name: string;
  change: (doc: Loose) => void;
  kind: Kind;
  severity: Severity;
  location: string;
  /** Why `redocly diff` sees it otherwise. */
  oracle?: string;
}

const seed = (
  name: string,
  [kind, severity]: [Kind, Severity],
  location: string,
  change: (doc: Loose) => void,
  oracle?: string,
): Seed => ({ name, change, kind, severity, location, ...(oracle ? { oracle } : {}) });

const requests: Seed[] = [
  seed('an operation goes', ['operation-removed', 'breaking'], at(id, 'get'), (doc) => {
    delete doc.paths[id].get;
  }),
  seed('an operation comes', ['operation-added', 'info'], at('/v1/new', 'get'), (doc) => {
    doc.paths['/v1/new'] = { get: query() };
  }),
  seed('a field becomes required', ['request-field-required', 'breaking'], sent('steps'), (doc) => {
    doc.paths[route].post.requestBody.content['application/json'].schema.required.push('steps');
  }),
  seed(
    'a nested field becomes required',
    ['request-field-required', 'breaking'],
    sent('camera/properties/zoom'),
    (doc) => body(doc).camera.required.push('zoom'),
  ),
  seed('a required field comes', ['request-field-required', 'breaking'], sent('voice'), (doc) => {
    body(doc).voice = { type: 'string' };
    doc.paths[route].post.requestBody.content['application/json'].schema.required.push('voice');
  }),
  seed('a field becomes optional', ['request-field-optional', 'info'], sent('prompt'), (doc) => {
    doc.paths[route].post.requestBody.content['application/json'].schema.required = [];
  }),
  seed(
    'a field goes',
    ['request-field-removed', 'breaking'],
    sent('steps'),
    (doc) => {
      delete body(doc).steps;
    },
    'it counts on further fields being ignored',
  ),
  seed('a field comes', ['request-field-added', 'info'], sent('voice'), (doc) => {
    body(doc).voice = { type: 'string' };
  }),
  seed('a type changes', ['request-type-changed', 'breaking'], sent('steps/type'), (doc) => {
    body(doc).steps.type = 'string';
  }),
  seed(
    'a number must be whole',
    ['request-type-changed', 'breaking'],
    sent('duration/type'),
    (doc) => {
      body(doc).duration.type = 'integer';
    },
  ),
  seed(
    'a whole number may be any',
    ['request-type-loosened', 'info'],
    sent('steps/type'),
    (doc) => {
      body(doc).steps.type = 'number';
    },
  ),
  seed('null is refused', ['request-type-changed', 'breaking'], sent('seed/type'), (doc) => {
    body(doc).seed.type = 'integer';
  }),
  seed('null is taken', ['request-type-loosened', 'info'], sent('steps/type'), (doc) => {
    body(doc).steps.type = ['integer', 'null'];
  }),
  seed(
    'a text may be shorter only',
    ['request-limit-tightened', 'breaking'],
    sent('prompt/maxLength'),
    (doc) => {
      body(doc).prompt.maxLength = 100;
    },
  ),
  seed(
    'a text may be longer',
    ['request-limit-loosened', 'info'],
    sent('prompt/maxLength'),
    (doc) => {
      body(doc).prompt.maxLength = 500;
    },
  ),
  seed('a limit goes', ['request-limit-loosened', 'info'], sent('prompt/maxLength'), (doc) => {
    delete body(doc).prompt.maxLength;
  }),
  seed('a limit comes', ['request-limit-tightened', 'breaking'], sent('steps/maximum'), (doc) => {
    body(doc).steps.maximum = 50;
  }),
  seed(
    'a least value rises',
    ['request-limit-tightened', 'breaking'],
    sent('duration/minimum'),
    (doc) => {
      body(doc).duration.minimum = 5;
    },
  ),
  seed(
    'a limit is not allowed itself any more',
    ['request-limit-tightened', 'breaking'],
    sent('duration/maximum'),
    (doc) => {
      delete body(doc).duration.maximum;
      body(doc).duration.exclusiveMaximum = 10;
    },
  ),
  seed(
    'fewer entries are taken',
    ['request-limit-tightened', 'breaking'],
    sent('tags/maxItems'),
    (doc) => {
      body(doc).tags.maxItems = 3;
    },
  ),
  seed(
    'an entry may be shorter only',
    ['request-limit-tightened', 'breaking'],
    sent('tags/items/maxLength'),
    (doc) => {
      body(doc).tags.items.maxLength = 10;
    },
  ),
  seed(
    'another pattern',
    ['request-limit-tightened', 'breaking'],
    sent('prompt/pattern'),
    (doc) => {
      body(doc).prompt.pattern = '^[a-z]';
    },
  ),
  seed('a value is withdrawn', ['request-enum-removed', 'breaking'], sent('model/enum'), (doc) =>
    body(doc).model.enum.pop(),
  ),
  seed('a value is new', ['request-enum-added', 'info'], sent('model/enum'), (doc) =>
    body(doc).model.enum.push('v4'),
  ),
  seed('values get a list', ['request-enum-removed', 'breaking'], sent('steps/enum'), (doc) => {
    body(doc).steps.enum = [10, 20];
  }),
  seed('a list of values goes', ['request-enum-added', 'info'], sent('model/enum'), (doc) => {
    delete body(doc).model.enum;
  }),
  seed(
    'a default changes',
    ['request-default-changed', 'warning'],
    sent('duration/default'),
    (doc) => {
      body(doc).duration.default = 10;
    },
  ),
  seed('a default goes', ['request-default-changed', 'warning'], sent('model/default'), (doc) => {
    delete body(doc).model.default;
  }),
  seed('a default comes', ['request-default-changed', 'warning'], sent('steps/default'), (doc) => {
    body(doc).steps.default = 3;
  }),
  seed(
    'an alternative changes',
    ['request-type-changed', 'breaking'],
    sent('source/oneOf/1/properties/url/type'),
    (doc) => {
      body(doc).source.oneOf[1].properties.url.type = 'integer';
    },
  ),
  seed('an alternative comes', ['request-type-loosened', 'info'], sent('source/oneOf/2'), (doc) =>
    body(doc).source.oneOf.push({ type: 'string' }),
  ),
  seed(
    'an object becomes a text',
    ['request-type-changed', 'breaking'],
    sent('camera/type'),
    (doc) => {
      body(doc).camera = { type: 'string' };
    },
  ),
  seed(
    'further fields are refused',
    ['request-limit-tightened', 'breaking'],
    at(route, `post/${inBody}/additionalProperties`),
    (doc) => {
      doc.paths[route].post.requestBody.content['application/json'].schema.additionalProperties =
        false;
    },
  ),
];

const parameters: Seed[] = [
  seed(
    'a parameter becomes required',
    ['request-field-required', 'breaking'],
    at(route, 'get/parameters/0'),
    (doc) => {
      doc.paths[route].get.parameters[0].required = true;
    },
  ),
  seed(
    'a parameter goes',
    ['request-field-removed', 'breaking'],
    at(route, 'get/parameters/0'),
    (doc) => doc.paths[route].get.parameters.shift(),
  ),
  seed(
    'a required parameter comes',
    ['request-field-required', 'breaking'],
    at(route, 'get/parameters/2'),
    (doc) =>
      doc.paths[route].get.parameters.push({
        name: 'cursor',
        in: 'query',
        required: true,
        schema: { type: 'string' },
      }),
  ),
  seed(
    'a required header comes',
    ['request-field-required', 'breaking'],
    at(route, 'post/parameters/1'),
    (doc) =>
      doc.paths[route].post.parameters.push({
        name: 'X-Region',
        in: 'header',
        required: true,
        schema: { type: 'string' },
      }),
  ),
  seed(
    'the limit of a parameter falls',
    ['request-limit-tightened', 'breaking'],
    at(route, 'get/parameters/0/schema/maximum'),
    (doc) => {
      doc.paths[route].get.parameters[0].schema.maximum = 100;
    },
  ),
  seed(
    'an id becomes a number',
    ['request-type-changed', 'breaking'],
    at(id, 'get/parameters/0/schema/type'),
    (doc) => {
      doc.paths[id].get.parameters[0].schema.type = 'integer';
    },
  ),
  seed('credentials change', ['security-changed', 'breaking'], '#/security', (doc) => {
    doc.components.securitySchemes.bearer = { type: 'apiKey', in: 'header', name: 'X-Key' };
  }),
  seed(
    'the host changes',
    ['server-changed', 'breaking'],
    '#/servers/0/url',
    (doc) => {
      doc.servers = [{ url: 'https://api.example.org' }];
    },
    'a server is no rule of its own there',
  ),
  seed(
    'the base path changes',
    ['server-changed', 'breaking'],
    at(route, 'post'),
    (doc) => {
      doc.servers = [{ url: 'https://api.example.com/gateway' }];
    },
    'a server is no rule of its own there',
  ),
  seed(
    'a body has another media type',
    ['media-type-changed', 'breaking'],
    at(route, 'post/requestBody/content/application~1json'),
    (doc) => {
      const { content } = doc.paths[route].post.requestBody;
      doc.paths[route].post.requestBody.content = { 'text/plain': content['application/json'] };
    },
  ),
];

const answers: Seed[] = [
  seed('a field goes', ['response-field-removed', 'breaking'], got('request_id'), (doc) => {
    delete answer(doc).properties.request_id;
  }),
  seed(
    'a field may be missing',
    ['response-field-optional', 'breaking'],
    got('data/properties/task_id'),
    (doc) => answer(doc).properties.data.required.shift(),
  ),
  seed('a field is always there', ['response-field-required', 'info'], got('request_id'), (doc) =>
    answer(doc).required.push('request_id'),
  ),
  seed('a field comes', ['response-field-added', 'info'], got('data/properties/queue'), (doc) => {
    answer(doc).properties.data.properties.queue = { type: 'integer' };
  }),
  seed(
    'a type changes',
    ['response-type-changed', 'breaking'],
    got('data/properties/task_id/type'),
    (doc) => {
      answer(doc).properties.data.properties.task_id.type = 'integer';
    },
  ),
  seed(
    'a whole number may be any',
    ['response-type-changed', 'breaking'],
    got('code/type'),
    (doc) => {
      answer(doc).properties.code.type = 'number';
    },
  ),
  seed(
    'a number is always whole',
    ['response-type-narrowed', 'info'],
    got('data/properties/progress/type'),
    (doc) => {
      answer(doc).properties.data.properties.progress.type = 'integer';
    },
  ),
  seed(
    'a field may be null',
    ['response-type-changed', 'breaking'],
    got('data/properties/task_id/type'),
    (doc) => {
      answer(doc).properties.data.properties.task_id.type = ['string', 'null'];
    },
  ),
  seed(
    'a list becomes an object',
    ['response-type-changed', 'breaking'],
    got('data/properties/task_result/properties/audios/type'),
    (doc) => {
      const { audios } = answer(doc).properties.data.properties.task_result.properties;
      answer(doc).properties.data.properties.task_result.properties.audios = audios.items;
    },
  ),
  seed(
    'a field of an entry goes',
    ['response-field-removed', 'breaking'],
    got('data/properties/task_result/properties/audios/items/properties/url'),
    (doc) => {
      const { items } = answer(doc).properties.data.properties.task_result.properties.audios;
      delete items.properties.url;
      items.required = ['id'];
    },
  ),
  seed(
    'a value is new',
    ['response-enum-added', 'warning'],
    got('data/properties/task_status/enum'),
    (doc) => answer(doc).properties.data.properties.task_status.enum.push('queued'),
  ),
  seed(
    'a value is gone',
    ['response-enum-removed', 'info'],
    got('data/properties/task_status/enum'),
    (doc) => answer(doc).properties.data.properties.task_status.enum.shift(),
  ),
  seed(
    'more entries may come',
    ['response-limit-loosened', 'warning'],
    got('data/properties/task_result/properties/audios/maxItems'),
    (doc) => {
      answer(doc).properties.data.properties.task_result.properties.audios.maxItems = 9;
    },
  ),
  seed(
    'fewer values may come',
    ['response-limit-tightened', 'info'],
    got('data/properties/created_at/minimum'),
    (doc) => {
      answer(doc).properties.data.properties.created_at.minimum = 0;
    },
  ),
  seed(
    'a field moves up',
    ['response-moved', 'breaking'],
    got('data/properties/task_status'),
    (doc) => {
      const { data } = answer(doc).properties;
      answer(doc).properties.task_status = data.properties.task_status;
      delete data.properties.task_status;
      data.required = ['task_id'];
    },
  ),
  seed(
    'an envelope is nested',
    ['response-moved', 'breaking'],
    got('data/properties/task_id'),
    (doc) => {
      const { data } = answer(doc).properties;
      answer(doc).properties.data = { type: 'object', required: ['data'], properties: { data } };
    },
  ),
  seed(
    'a status goes',
    ['response-status-removed', 'breaking'],
    at(route, 'post/responses/400'),
    (doc) => {
      delete doc.paths[route].post.responses[400];
    },
  ),
  seed(
    'a status comes',
    ['response-status-added', 'info'],
    at(route, 'post/responses/422'),
    (doc) => {
      doc.paths[route].post.responses[422] = refused();
    },
  ),
  seed(
    'an answer loses its body',
    ['media-type-changed', 'breaking'],
    at(route, 'post/responses/200/content/application~1json'),
    (doc) => {
      delete doc.paths[route].post.responses[200].content;
    },
  ),
];

export const seeds: Seed[] = [...requests, ...parameters, ...answers];
/** The document with the change in it. */
export const changed = ({ change }: Seed) => {
  const doc = base();
  change(doc);
  return doc;
};
