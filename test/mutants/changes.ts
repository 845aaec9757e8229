import type { Kind, Severity } from '../../src/contract/kinds.ts';

/** What it means to a caller, and the kinds of finding that are a right name for it. */
export interface Change {
  severity: Severity;
  kinds: readonly Kind[];
}

const change =
  (severity: Severity) =>
  (...kinds: Kind[]): Change => ({ severity, kinds });
const breaking = change('breaking');
const warning = change('warning');
const info = change('info');

/** Kinds of mutation. Severities were decided from the caller's side before the first run. */
export const changes = {
  // Documents, requests.
  'operation removed': breaking('operation-removed'),
  'operation moved': breaking('operation-removed', 'operation-moved'),
  'operation added': info('operation-added'),
  'request field removed': breaking('request-field-removed'),
  'request field renamed': breaking('request-field-removed', 'request-field-required'),
  'request field moved': breaking('request-field-removed', 'request-field-required'),
  'request field added': info('request-field-added'),
  'request field required': breaking('request-field-required'),
  'request field optional': info('request-field-optional', 'request-limit-loosened'),
  'request retyped': breaking('request-type-changed'),
  'request type loosened': info('request-type-loosened', 'request-type-changed'),
  'request limit tightened': breaking('request-limit-tightened'),
  'request limit loosened': info('request-limit-loosened'),
  'request choice tightened': breaking(
    'request-limit-tightened',
    'request-field-required',
    'request-field-removed',
  ),
  'request enum withdrawn': breaking('request-enum-removed', 'request-limit-tightened'),
  'request enum extended': info('request-enum-added', 'request-limit-loosened'),
  'request default changed': warning('request-default-changed'),
  'request media type changed': breaking('media-type-changed'),
  'request media type added': info('request-media-type-added'),
  'request choice loosened': info('request-limit-loosened'),
  'security changed': breaking('security-changed'),
  'security loosened': info('security-loosened'),
  'server changed': breaking('server-changed'),
  // Documents, answers.
  'response field removed': breaking('response-field-removed', 'response-moved'),
  'response field renamed': breaking('response-field-removed', 'response-moved'),
  'response field moved': breaking('response-moved', 'response-field-removed'),
  'response field added': info('response-field-added'),
  'response field optional': breaking('response-field-optional'),
  'response field required': info('response-field-required'),
  'response retyped': breaking('response-type-changed'),
  'response nullable': breaking('response-type-changed'),
  'response type narrowed': info('response-type-narrowed', 'response-type-changed'),
  'response enum extended': warning('response-enum-added', 'response-limit-loosened'),
  'response enum withdrawn': info('response-enum-removed', 'response-limit-tightened'),
  'response status added': info('response-status-added'),
  'response status changed': breaking('response-status-removed'),
  'response media type changed': breaking('media-type-changed'),
  'response media type added': warning('response-media-type-added'),
  'response choice tightened': info('response-limit-tightened'),
  'overlay adopted': warning('overlay-adopted'),
  'overlay unused': warning('overlay-unused', 'overlay-adopted'),
  // Answers.
  'answer field missing': breaking('answer-field-missing', 'result-missing'),
  'answer field renamed': breaking('answer-field-missing', 'answer-moved', 'result-missing'),
  'answer field added': info('answer-field-undocumented'),
  'answer retyped': breaking('answer-type', 'result-missing'),
  'answer nulled': breaking('answer-null', 'answer-type', 'result-missing'),
  // A field that may be left out is missed by what it was for.
  'answer moved': breaking('answer-moved', 'answer-field-missing', 'answer-type', 'result-missing'),
  'answer re-enumerated': warning('answer-enum'),
  'answer in seconds': breaking('answer-time-unit'),
  'answer times reversed': breaking('answer-time-order'),
  'answer about another task': breaking('answer-other-task', 'external-id-not-found'),
  'failure without a reason': warning('answer-reason-missing'),
  'answer re-statused': breaking('answer-status'),
  'answer re-coded': breaking('answer-code', 'answer-enum', 'answer-value', 'answer-status'),
  'success re-coded': warning('answer-code-contested'),
  'refusal as success': breaking('answer-code', 'answer-value', 'answer-status', 'answer-type'),
  'refusal reshaped': breaking(
    'answer-field-missing',
    'answer-moved',
    'answer-type',
    'answer-null',
  ),
  'unknown id answered otherwise': breaking('answer-status', 'answer-code', 'answer-type'),
  'content type changed': breaking('answer-content-type'),
  'limit not enforced': info('limit-not-enforced'),
  'limit newly enforced': breaking('limit-newly-enforced'),
  'authentication not required': breaking('auth-not-required'),
  'external id not unique': warning('external-id-not-unique'),
  'external id not found': breaking('external-id-not-found'),
  'paging ignored': breaking('paging-ignored'),
  'result missing': breaking('result-missing', 'answer-value', 'answer-field-missing'),
  'result unplayable': breaking('result-unplayable', 'answer-value'),
  'state backwards': breaking('state-backwards'),
} satisfies Record<string, Change>;

/** Name of a kind of mutation. */
export type ChangeName = keyof typeof changes;
