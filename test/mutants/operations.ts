import { listOf, objectOf } from '../../src/documents/json.ts';
import type { OpenApiDocument } from '../../src/documents/openapi.ts';
import {
  add,
  all,
  convert,
  drop,
  type EditAt,
  editOf,
  rename,
  type SchemaEdit,
  setTo,
  unset,
} from './edit.ts';
import {
  anywhere,
  type Changes,
  cometapi,
  type DocumentMutant,
  expand,
  expandAll,
  kling,
  naming,
  published,
  type Row,
  type Section,
} from './mutant.ts';
import {
  anyQuery,
  create,
  findPlace,
  list,
  matching,
  nameTarget,
  type Place,
  publishing,
  type Target,
} from './targets.ts';

type EditPlace = (place: Place) => void;

/** A change of an operation. */
interface OperationRow extends Row {
  /** Where the finding has to be; not everywhere does it matter. */
  location?: RegExp;
  /** The method that the finding names, when it is another one. */
  found?: 'delete';
  edit: EditPlace;
}

/** A change of a parameter. */
type ParameterRow = Row & SchemaEdit & { parameter: string };

/** A change of what all operations share. */
interface DocumentRow extends Row {
  path: string;
  edit: EditAt;
}

const inItem =
  (path: string, edit: EditAt): EditPlace =>
  ({ item }) =>
    edit(path)(item);
const inOperation =
  (path: string, edit: EditAt): EditPlace =>
  ({ operation }) =>
    edit(path)(objectOf(operation));
const removeOperation: EditPlace = ({ item, method }) => drop(method)(item);
const moveTo =
  (path: string): EditPlace =>
  (place) => {
    const { paths } = place.document;
    paths[path] = { ...paths[path], [place.method]: place.operation };
    removeOperation(place);
  };
const addDelete: EditPlace = ({ item, operation }) => {
  item.delete = { ...operation, operationId: 'deleteTask' };
};

const addParameter = (name: string, required: boolean) => () =>
  add({ name, in: 'query', required, schema: { type: 'boolean' } })('parameters');
const removeParameter: EditAt = (path) =>
  convert((list) => listOf(list).filter((_, index) => path !== `parameters.${index}`))(
    'parameters',
  );

const otherBody = {
  'application/json': { schema: { type: 'object', properties: { id: { type: 'string' } } } },
};

const operationSections: Section<Target, OperationRow>[] = [
  {
    on: create('textToAudio'),
    changes: {
      'operation moved': [{ what: 'now PUT', edit: inItem('post', rename('put')) }],
      'request media type changed': [
        {
          what: 'now a form',
          edit: inOperation('requestBody.content.application/json', rename('multipart/form-data')),
        },
      ],
      'request media type added': [
        {
          what: 'or a form',
          location: /requestBody\/content\/multipart~1form-data$/,
          edit: inOperation('requestBody.content.multipart/form-data', setTo({ schema: {} })),
        },
      ],
      'response media type added': [
        {
          what: 'or a stream',
          location: /responses\/200\/content\/text~1event-stream$/,
          edit: inOperation('responses.200.content.text/event-stream', setTo({ schema: {} })),
        },
      ],
      'security loosened': [
        { what: 'none here', location: /security$/, edit: inOperation('security', setTo([])) },
      ],
      'response choice tightened': [
        {
          at: cometapi,
          what: 'one shape of two',
          location: /responses\/400\/content\/application~1json\/schema\/anyOf$/,
          edit: inOperation('responses.400.content.application/json.schema.anyOf', rename('oneOf')),
        },
      ],
      'response status changed': [
        {
          location: /20[01]/,
          what: '200 now 201',
          edit: inOperation('responses.200', rename('201')),
        },
      ],
      'response status added': [
        {
          location: /422/,
          what: '422 new',
          edit: inOperation('responses.422', setTo({ description: 'New', content: {} })),
        },
        {
          location: /responses\/201$/,
          what: '201 beside 200',
          edit: inOperation('responses.201', setTo({ description: 'New', content: otherBody })),
        },
        {
          location: /responses\/default$/,
          what: 'one for all others',
          edit: inOperation('responses.default', setTo({ description: 'New', content: otherBody })),
        },
      ],
    },
  },
  {
    on: create('videoToAudio'),
    changes: {
      'response media type changed': [
        {
          what: 'now text',
          edit: inOperation('responses.200.content.application/json', rename('text/plain')),
        },
      ],
    },
  },
  {
    on: create('textToVideo'),
    changes: { 'operation moved': [{ what: 'now v2', edit: moveTo('/v2/videos/text2video') }] },
  },
  {
    on: anyQuery,
    changes: {
      'operation removed': [{ at: publishing(anyQuery), what: 'gone', edit: removeOperation }],
      'operation added': [{ found: 'delete', what: 'DELETE new', edit: addDelete }],
    },
  },
  {
    on: list('textToAudio'),
    at: kling,
    changes: { 'operation removed': [{ what: 'gone', edit: removeOperation }] },
  },
];

const parameterSections: Section<Target, ParameterRow>[] = [
  {
    on: anyQuery,
    changes: {
      'request field required': [
        {
          parameter: 'verbose',
          what: 'a parameter new and required',
          edit: addParameter('verbose', true),
        },
      ],
      'request field added': [
        { parameter: 'verbose', what: 'a parameter new', edit: addParameter('verbose', false) },
      ],
    },
  },
  {
    on: list('textToAudio'),
    at: kling,
    changes: {
      'request field required': [
        { parameter: 'pageNum', what: 'required', set: { required: true } },
      ],
      'request field removed': [{ parameter: 'pageSize', what: 'gone', edit: removeParameter }],
    },
  },
  {
    on: list('videoToAudio'),
    at: kling,
    changes: {
      'request default changed': [
        { parameter: 'pageSize', what: 'default 10', set: { 'schema.default': 10 } },
      ],
    },
  },
  {
    on: list('textToVideo'),
    at: kling,
    changes: {
      'request limit tightened': [
        { parameter: 'pageSize', what: 'maximum 100', set: { 'schema.maximum': 100 } },
      ],
      'request limit loosened': [
        { parameter: 'pageNum', what: 'no maximum', isSilent: true, edit: unset('schema.maximum') },
      ],
    },
  },
];

const documentChanges: Changes<DocumentRow> = {
  'security changed': [
    {
      path: 'components.securitySchemes.bearer',
      what: 'now a header',
      edit: setTo({ type: 'apiKey', in: 'header', name: 'X-Key' }),
    },
  ],
  'security loosened': [
    { path: 'security', what: 'optional', edit: setTo([{ bearer: [] }, {}]) },
    {
      path: 'components.securitySchemes.key',
      what: 'or a header',
      edit: (path) =>
        all(
          setTo({ type: 'apiKey', in: 'header', name: 'X-Key' })(path),
          add({ key: [] })('security'),
        ),
    },
  ],
  'server changed': [
    { path: 'servers', what: 'another host', edit: setTo([{ url: 'https://api.moved.example' }]) },
  ],
};

const indexOf = (parameter: string, place: Place | undefined) =>
  listOf(place?.operation.parameters).findIndex((each) => objectOf(each).name === parameter);

/** Mutants of what is published on operations and their parameters. */
export const operationMutants: DocumentMutant[] = [
  ...expandAll(operationSections).map(({ on, provider, change, row }) => ({
    name: `${nameTarget(on, provider)}, ${change}: ${row.what}`,
    provider,
    change,
    operation: matching(on, provider, row.found),
    location: row.location ?? anywhere,
    edit(document: OpenApiDocument) {
      const place = findPlace(document, on, provider);
      if (place) row.edit(place);
    },
  })),
  ...expandAll(parameterSections).map(({ on, provider, change, row }) => {
    const { parameter, what } = row;
    const index = indexOf(parameter, findPlace(published[provider], on, provider));
    return {
      name: `${nameTarget(on, provider)}, ${parameter}: ${what}`,
      provider,
      change,
      isSilent: row.isSilent,
      operation: matching(on, provider),
      // A JSON pointer to a parameter names its place in the list. A new one may have any.
      location: naming(parameter, `parameters/${index < 0 ? '\\d' : index}`),
      edit(document: OpenApiDocument) {
        const operation = findPlace(document, on, provider)?.operation;
        editOf(row)(`parameters.${index}`)(objectOf(operation));
      },
    };
  }),
  ...expand(documentChanges).map(({ provider, change, row }) => ({
    name: `${provider} all, ${change}: ${row.what}`,
    provider,
    change,
    operation: anywhere,
    location: anywhere,
    edit: (document: OpenApiDocument) => row.edit(row.path)(objectOf(document)),
  })),
];
