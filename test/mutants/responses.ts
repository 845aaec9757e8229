import type { ProviderName } from '../../src/documents/documents.ts';
import { join, objectOf, valueAt } from '../../src/documents/json.ts';
import { operationsOf } from '../../src/documents/openapi.ts';
import {
  addValue,
  all,
  drop,
  type Edit,
  type EditAt,
  editOf,
  makeOptional,
  removeField,
  removeValue,
  rename,
  type SchemaEdit,
  schemaPath,
  set,
  setTo,
  text,
  unset,
} from './edit.ts';
import {
  actionsNaming,
  anywhere,
  cometapi,
  type DocumentMutant,
  deerapi,
  expandAll,
  type FieldRow,
  gateways,
  kling,
  namesOf,
  naming,
  readPublished,
  type Section,
} from './mutant.ts';
import { anyQuery, create, list, matching, nameTarget, query, type Target } from './targets.ts';

/** A change of one field of what an operation responds when all is well, as it is published. */
type ResponseRow = FieldRow &
  SchemaEdit & {
    /** Whether all operations whose responses refer to the same schema are changed. */
    isShared?: boolean;
  };

/** Puts all that is in `data` one deeper. */
const nestData = (): Edit => (schema) => {
  const properties = objectOf(schema.properties);
  properties.data = { type: 'object', properties: { data: properties.data } };
};
const flattenData = (): Edit => (schema) => {
  const { data, ...others } = objectOf(schema.properties);
  schema.properties = { ...others, ...objectOf(objectOf(data).properties) };
  schema.required = ['code', 'message'];
};
const states = ['submitted', 'processing', 'succeed', 'failed'];
const publishStates: EditAt = (path) =>
  all(set({ enum: states })(path), setTo({ type: 'object' })(schemaPath('data.task_info')));
const textOrNull = { type: ['string', 'null'] };
const objectOrNull = { type: ['object', 'null'] };
const videoDuration = 'data.task_result.videos.*.duration';

/** Where the schema of what is responded stands when all is well. */
const pointerIn = (path: string, method: string) =>
  join('/paths', path, method, 'responses', '200', 'content', 'application/json', 'schema');
const pointerTo = (provider: ProviderName, { method, pathAt }: Target) =>
  pointerIn(pathAt(provider), method);

const sections: Section<Target, ResponseRow>[] = [
  {
    on: create('textToAudio'),
    changes: {
      'response field removed': [{ field: 'data.task_id', what: 'gone', edit: removeField }],
      'response field moved': [
        { field: 'data', or: ['task_id'], what: 'data flattened', edit: flattenData },
      ],
      'response field added': [
        { field: 'data.queue_position', what: 'new', edit: setTo({ type: 'integer' }) },
      ],
      'response retyped': [
        { field: 'data.task_id', what: 'now a number', set: { type: 'integer' } },
      ],
      'response nullable': [{ field: 'data.task_id', what: 'may be null', set: textOrNull }],
    },
  },
  {
    on: create('textToAudio'),
    at: gateways,
    changes: {
      'response field optional': [
        { field: 'data.task_id', or: ['required'], what: 'not required', edit: makeOptional },
        { field: 'data', or: ['required'], what: 'not required', edit: makeOptional },
      ],
      'overlay adopted': [
        {
          field: 'data.task_status',
          what: 'the four states, and task_info',
          isShared: true,
          edit: publishStates,
        },
      ],
    },
  },
  {
    on: create('videoToAudio'),
    changes: {
      'response retyped': [{ field: 'data.created_at', what: 'now a string', edit: setTo(text) }],
    },
  },
  {
    on: create('textToVideo'),
    changes: {
      'response field renamed': [
        { field: 'data.task_status', or: ['status'], what: 'now status', edit: rename('status') },
      ],
      'response field moved': [{ field: 'data', what: 'data in data', edit: nestData }],
      'response retyped': [{ field: 'code', what: 'now a word', edit: setTo(text) }],
    },
  },
  {
    on: anyQuery,
    changes: {
      'response field removed': [{ field: 'data.task_result', what: 'gone', edit: drop }],
      'response field renamed': [
        { field: 'data.task_status', or: ['status'], what: 'now status', edit: rename('status') },
      ],
      'response field moved': [
        { field: 'data.task_status', or: ['status', 'data'], what: 'data in data', edit: nestData },
      ],
      'response field added': [{ field: 'data.progress', what: 'new', edit: setTo(text) }],
      'response nullable': [
        { field: 'data.task_id', what: 'may be null', set: textOrNull },
        { at: cometapi, field: 'data.task_result', what: 'may be null', set: objectOrNull },
      ],
      'response type narrowed': [
        { at: deerapi, field: 'data.task_status_msg', what: 'never null', set: text },
      ],
    },
  },
  {
    on: query('textToAudio'),
    at: kling,
    changes: {
      'response field renamed': [
        {
          field: 'data.task_result.audios.*.url_mp3',
          or: ['mp3_url'],
          what: 'now mp3_url',
          edit: rename('mp3_url'),
        },
      ],
      'response enum withdrawn': [
        { field: 'data.task_status', what: 'no submitted', edit: removeValue('submitted') },
      ],
    },
  },
  {
    on: query('videoToAudio'),
    at: kling,
    changes: {
      'response enum extended': [
        { field: 'data.task_status', what: 'queued', edit: addValue('queued') },
      ],
    },
  },
  {
    on: query('textToVideo'),
    at: kling,
    changes: {
      'response field removed': [
        { field: 'data.task_result.videos.*.watermark_url', what: 'gone', edit: drop },
      ],
      'response retyped': [
        { field: videoDuration, what: 'now an integer', set: { type: 'integer' } },
      ],
      'response enum extended': [
        {
          field: 'data.task_status',
          what: 'succeeded for succeed',
          set: { enum: states.with(2, 'succeeded') },
        },
        { field: 'data.task_status', what: 'any text', isSilent: true, edit: unset('enum') },
      ],
    },
  },
  {
    on: query('textToVideo'),
    at: gateways,
    changes: {
      'response retyped': [
        { field: 'data.task_result.videos', what: 'now an object', set: { type: 'object' } },
        { field: videoDuration, what: 'now a number', set: { type: 'number' } },
      ],
    },
  },
  {
    on: list('textToAudio'),
    at: kling,
    changes: {
      'response retyped': [{ field: 'data', what: 'an object', set: { type: 'object' } }],
    },
  },
];

/** Mutants of what is published on responses. */
export const responseMutants: DocumentMutant[] = expandAll(sections).map((each) => {
  const { on, provider, change, row } = each;
  const fields = namesOf(row);
  const location = naming(...fields);
  const isOverlay = change.startsWith('overlay');
  return {
    name: `${nameTarget(on, provider)}, ${fields[0]}: ${row.what}`,
    provider,
    change,
    isSilent: row.isSilent,
    operation: isOverlay ? anywhere : matching(on, provider),
    location: isOverlay ? actionsNaming(provider, location) : location,
    edit(document) {
      const pointer = pointerTo(provider, on);
      const raw = readPublished(provider);
      const reference = (each: string) => objectOf(valueAt(raw, each)).$ref;
      const own = reference(pointer);
      const others = operationsOf(raw)
        .map(({ method, path }) => pointerIn(path, method))
        .filter((each) => row.isShared && own && reference(each) === own);
      for (const each of new Set([pointer, ...others]))
        editOf(row)(schemaPath(row.field))(objectOf(valueAt(document, each)));
    },
  };
});
