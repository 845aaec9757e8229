import { type OperationName, operations } from '../../src/client/operations.ts';
import { pathOf } from '../../src/documents/documents.ts';
import { objectOf } from '../../src/documents/json.ts';
import {
  add,
  addValue,
  all,
  type Edit,
  type EditAt,
  editOf,
  makeOptional,
  removeField,
  removeValue,
  rename,
  requireField,
  type SchemaEdit,
  schemaPath,
  setTo,
  text,
  unset,
} from './edit.ts';
import {
  actionsNaming,
  allButDeerapi,
  cometapi,
  type DocumentMutant,
  deerapi,
  exactly,
  expandAll,
  type FieldRow,
  gateways,
  kling,
  namesOf,
  naming,
  type Section,
} from './mutant.ts';

/** A change of one field of a create's body, as it is published. */
type RequestRow = FieldRow & SchemaEdit;

const renameRequired =
  (to: string): EditAt =>
  (path) =>
    all(rename(to)(path), makeOptional(path), add(to)('required'));
const nest: Edit = (schema) => {
  schema.properties = { input: { type: 'object', properties: schema.properties } };
  schema.required = ['input'];
};
const addRequired: EditAt = (path) => all(setTo(text)(path), requireField(path));
/** A rule of several fields stands beside them and not in one of them. */
const requireOne = (field: string) => () => setTo([{ required: [field] }])('oneOf');

const sections: Section<OperationName, RequestRow>[] = [
  {
    on: 'textToAudio',
    changes: {
      'request field removed': [{ field: 'callback_url', what: 'gone', edit: removeField }],
      'request field renamed': [
        { field: 'prompt', what: 'now text', edit: renameRequired('text') },
        { field: 'duration', what: 'now seconds', edit: renameRequired('seconds') },
      ],
      'request field moved': [{ field: 'prompt', what: 'now in input', edit: () => nest }],
      'request field added': [{ field: 'seed', what: 'new', edit: setTo({ type: 'integer' }) }],
      'request field required': [{ field: 'callback_url', what: 'required', edit: requireField }],
      'request field optional': [{ field: 'duration', what: 'not required', edit: makeOptional }],
      'request retyped': [
        { field: 'duration', what: 'now a string', edit: setTo(text) },
        { field: 'prompt', what: 'now a list', edit: setTo({ type: 'array', items: text }) },
        { at: kling, field: 'duration', what: 'whole seconds only', set: { type: 'integer' } },
      ],
      'request type loosened': [
        { field: 'callback_url', what: 'may be null', set: { type: ['string', 'null'] } },
      ],
      'request limit tightened': [
        { field: 'prompt', what: 'maxLength 100', set: { maxLength: 100 } },
        { field: 'prompt', what: 'minLength 20', set: { minLength: 20 } },
        { field: 'external_task_id', what: 'a pattern', set: { pattern: '^[a-z]+$' } },
        { at: kling, field: 'duration', what: 'minimum 5', set: { minimum: 5 } },
        { at: kling, field: 'duration', what: 'maximum 8', set: { maximum: 8 } },
      ],
      'request limit loosened': [
        { at: kling, field: 'prompt', what: 'maxLength 500', set: { maxLength: 500 } },
        { at: kling, field: 'duration', what: 'maximum 20', set: { maximum: 20 } },
      ],
      'overlay adopted': [
        { at: gateways, field: 'prompt', what: 'maxLength 200', set: { maxLength: 200 } },
      ],
      'overlay unused': [
        { at: cometapi, field: 'duration', what: 'no type', edit: unset('type') },
        { at: deerapi, field: 'prompt', what: 'no default', edit: unset('default') },
      ],
    },
  },
  {
    on: 'videoToAudio',
    changes: {
      'request field removed': [
        { field: 'video_id', what: 'gone', edit: removeField },
        { at: kling, field: 'bgm_prompt', what: 'gone', edit: removeField },
      ],
      'request field required': [{ field: 'voice', what: 'new and required', edit: addRequired }],
      'request retyped': [
        { field: 'video_url', what: 'now an object', edit: setTo({ type: 'object' }) },
      ],
      'request limit loosened': [
        {
          at: kling,
          field: 'bgm_prompt',
          what: 'no maxLength',
          isSilent: true,
          edit: unset('maxLength'),
        },
      ],
      'request choice tightened': [
        {
          at: cometapi,
          field: 'video_id',
          or: ['video_url', 'oneOf'],
          what: 'by address only',
          edit: requireOne('video_url'),
        },
        {
          at: deerapi,
          field: 'video_id',
          or: ['video_url', 'oneOf'],
          what: 'by id only',
          edit: requireOne('video_id'),
        },
      ],
      'request choice loosened': [
        {
          at: gateways,
          field: 'oneOf',
          or: ['anyOf'],
          what: 'both may be sent',
          edit: () => rename('anyOf')('oneOf'),
        },
      ],
      'request default changed': [
        { at: kling, field: 'asmr_mode', what: 'on by itself', set: { default: true } },
      ],
    },
  },
  {
    on: 'textToVideo',
    changes: {
      'request field removed': [
        { field: 'cfg_scale', what: 'gone', edit: removeField },
        { at: cometapi, field: 'camera_control.config.zoom', what: 'gone', edit: removeField },
      ],
      'request field added': [{ field: 'seed', what: 'new', edit: setTo({ type: 'integer' }) }],
      'request field required': [{ field: 'model_name', what: 'required', edit: requireField }],
      'request retyped': [
        { field: 'cfg_scale', what: 'now a string', edit: setTo(text) },
        {
          at: kling,
          field: 'camera_control.config.pan',
          what: 'whole steps only',
          set: { type: 'integer' },
        },
      ],
      'request type loosened': [
        {
          at: cometapi,
          field: 'camera_control.config.pan',
          what: 'any number',
          set: { type: 'number' },
        },
      ],
      'request limit tightened': [
        { field: 'negative_prompt', what: 'maxLength 20', set: { maxLength: 20 } },
        { at: kling, field: 'multi_prompt', what: 'three shots', set: { maxItems: 3 } },
        { at: kling, field: 'cfg_scale', what: 'above 0', set: { minimum: 0.1 } },
      ],
      'request limit loosened': [
        { at: kling, field: 'multi_prompt', what: 'ten shots', set: { maxItems: 10 } },
      ],
      'request enum withdrawn': [
        {
          at: allButDeerapi,
          field: 'model_name',
          what: 'kling-v1 gone',
          edit: removeValue('kling-v1'),
        },
        { at: allButDeerapi, field: 'aspect_ratio', what: '1:1 gone', edit: removeValue('1:1') },
        {
          at: allButDeerapi,
          field: 'camera_control.type',
          what: 'down_back gone',
          edit: removeValue('down_back'),
        },
        { at: deerapi, field: 'mode', what: 'std and pro only', set: { enum: ['std', 'pro'] } },
      ],
      'request enum extended': [
        {
          at: allButDeerapi,
          field: 'model_name',
          what: 'kling-v4 new',
          edit: addValue('kling-v4'),
        },
        {
          at: allButDeerapi,
          field: 'sound',
          what: 'any text',
          isSilent: true,
          edit: unset('enum'),
        },
      ],
      'request default changed': [
        { field: 'mode', what: 'default pro', set: { default: 'pro' } },
        { field: 'duration', what: 'default 10', set: { default: '10' } },
      ],
      'overlay adopted': [
        { at: cometapi, field: 'negative_prompt', what: 'maxLength 200', set: { maxLength: 200 } },
        { at: cometapi, field: 'duration', what: '5 and 10', set: { enum: ['5', '10'] } },
        { at: cometapi, field: 'cfg_scale', what: '0 to 1', set: { minimum: 0, maximum: 1 } },
      ],
    },
  },
];

/** Mutants of what is published on requests. */
export const requestMutants: DocumentMutant[] = expandAll(sections).map((each) => {
  const { on, provider, change, row } = each;
  const { route } = operations[on];
  const path = pathOf(provider, on);
  const fields = namesOf(row);
  const location = naming(...fields);
  const isOverlay = change.startsWith('overlay');
  return {
    name: `${provider} POST ${route}, ${fields.join('|')}: ${row.what}`,
    provider,
    change,
    isSilent: row.isSilent,
    operation: isOverlay ? new RegExp(`^$|^POST .*${route}$`) : exactly(`POST ${path}`),
    location: isOverlay ? actionsNaming(provider, location) : location,
    edit({ paths }) {
      const schema = paths[path]?.post?.requestBody?.content['application/json']?.schema;
      editOf(row)(schemaPath(row.field))(objectOf(schema));
    },
  };
});
