/** How badly a difference affects a program written against the document. */
export type Severity = 'breaking' | 'warning' | 'info';

/** All severities, the worst first. */
export const severities: readonly Severity[] = ['breaking', 'warning', 'info'];

/** Whether a severity is at least as bad as a threshold. */
export function isAtLeast(severity: Severity, threshold: Severity): boolean {
  return severities.indexOf(severity) <= severities.indexOf(threshold);
}

/** The severity itself, or the most that it may be where that is less. */
export const severityAtMost = (severity: Severity, most: Severity): Severity =>
  isAtLeast(severity, most) ? most : severity;

/** What a kind of finding means. The table of kinds in the documentation is made from this. */
interface KindFacts {
  severity: Severity;
  /** What has happened. */
  means: string;
  /** An example of such a finding, in one line. */
  example: string;
}

const withSeverity =
  (severity: Severity) =>
  (means: string, example: string): KindFacts => ({ severity, means, example });
const breaking = withSeverity('breaking');
const warning = withSeverity('warning');
const info = withSeverity('info');

/** Differences between the page that is published now and the vendored document, as a caller sees them. */
export const publishedKinds = {
  'operation-removed': breaking(
    'an operation is no longer published',
    'POST /v1/audio/text-to-audio is gone',
  ),
  'operation-moved': breaking(
    'an operation has another method or another version in its path',
    'POST /v1/audio/text-to-audio is now POST /v2/audio/text-to-audio',
  ),
  'operation-added': info(
    'a new operation is published, which this package does not have',
    'POST /v1/audio/tts is new',
  ),
  'request-field-required': breaking(
    'a field or parameter is now required',
    'duration is required now',
  ),
  'request-field-optional': info(
    'a field or parameter is now optional',
    'duration is optional now',
  ),
  'request-field-removed': breaking(
    'a field or parameter is no longer accepted',
    'bgm_prompt is gone',
  ),
  'request-field-added': info('a field or parameter has been added', 'seed is new'),
  'request-type-changed': breaking(
    'a type accepts less than before, or something else',
    'duration: number became integer',
  ),
  'request-type-loosened': info(
    'a type accepts more than before',
    'duration: integer became number',
  ),
  'request-limit-tightened': breaking(
    'a limit allows less than before',
    'prompt: maxLength 200 became 100',
  ),
  'request-limit-loosened': info(
    'a limit allows more than before',
    'prompt: maxLength 200 became 500',
  ),
  'request-enum-removed': breaking('a value is no longer accepted', 'model_name: kling-v1 is gone'),
  'request-enum-added': info('a new value is accepted', 'model_name: kling-v4 is new'),
  'request-default-changed': warning(
    'leaving a field out now means something else',
    'duration: default 5 became 10',
  ),
  'security-changed': breaking(
    'credentials have to be sent in another way',
    'bearer became apiKey in header',
  ),
  'security-loosened': info(
    'credentials may be sent in more ways than before, or left out',
    'bearer became bearer or none',
  ),
  'server-changed': breaking(
    'the host or its base path has changed',
    'https://api.example.com became https://eu.example.com',
  ),
  'response-field-removed': breaking(
    'a field is no longer documented for a response',
    'data.task_id is gone',
  ),
  'response-field-optional': breaking(
    'a field of a response may now be missing',
    'data.task_id is optional now',
  ),
  'response-field-required': info('a field is now in every response', 'request_id is required'),
  'response-field-added': info('a response has a new field', 'data.queue_position is new'),
  'response-type-changed': breaking(
    'a field of a response has another type',
    'data.task_id: string became integer',
  ),
  'response-type-narrowed': info(
    'a field of a response has fewer types than before',
    'progress: number became integer',
  ),
  'response-limit-loosened': warning(
    'responses may have values that were not allowed before',
    'maxItems 1 is gone',
  ),
  'response-limit-tightened': info(
    'responses have fewer possible values than before',
    'maxItems 1 is new',
  ),
  'response-moved': breaking(
    'a field of a response has moved',
    'data.task_status moved to data.status',
  ),
  'response-enum-added': warning(
    'responses may have a new value',
    'data.task_status: queued is new',
  ),
  'response-enum-removed': info(
    'a value no longer occurs in responses',
    'data.task_status: submitted is gone',
  ),
  'error-code-added': warning(
    'errors may have a code that is not known yet',
    'code 1305 is new (429)',
  ),
  'error-code-removed': info('an error code is no longer documented', 'code 1304 is gone'),
  'error-code-moved': warning(
    'an error code comes with another status',
    'code 1203 came with 404 and comes with 400',
  ),
  'response-status-added': info('a new status is documented', '422 is new'),
  'response-status-removed': breaking('a status is no longer documented', '200 is gone'),
  'media-type-changed': breaking(
    'a body has another media type, or one of several is gone',
    'application/json became text/plain',
  ),
  'request-media-type-added': info(
    'a request may have one more media type',
    'multipart/form-data is new',
  ),
  'response-media-type-added': warning(
    'a response may have one more media type',
    'text/event-stream is new',
  ),
  'overlay-unused': warning(
    'one of our corrections no longer applies to anything',
    'nothing at $.paths[…].properties.duration',
  ),
  'overlay-adopted': warning(
    'the provider now publishes what one of our corrections says',
    'maxLength 200 is published now',
  ),
  'sentence-changed': warning(
    'a sentence has changed about a field whose limits, or a correction of ours, rest on it',
    'duration: at most 10; + line 40: Up to 20 seconds',
  ),
  'page-removed': warning(
    "a page is no longer in the index of the provider's pages",
    'https://kling.ai/document-api/api/video/avatar is gone',
  ),
  'page-added': info(
    "a page has come into the index of the provider's pages",
    'https://kling.ai/document-api/api/video/4-0/text-to-video is new',
  ),
  'page-changed': info('the text of a reference page has changed', '+ Prompts may be longer soon'),
} satisfies Record<string, KindFacts>;

/** Differences between a provider's responses and its document. */
export const responseKinds = {
  'answer-field-missing': breaking(
    'a required field is missing from a response',
    '/data/task_id is missing',
  ),
  'answer-field-undocumented': info(
    'a response has an undocumented field',
    '/data/queue_position is not documented',
  ),
  'answer-type': breaking(
    'a field has another type than documented',
    '/data/created_at is a string, not an integer',
  ),
  'answer-null': breaking('a field is null that must not be null', '/data/task_info is null'),
  'answer-enum': warning(
    'a field has a value that is not in its enum',
    '/data/task_status is queued',
  ),
  'answer-value': breaking(
    'a field breaks another rule of its schema',
    '/data/task_result/videos/0/url is not an address',
  ),
  'answer-time-unit': breaking(
    'a time is in seconds where milliseconds are documented',
    '/data/created_at is 1722769557',
  ),
  'answer-time-order': breaking(
    'a task was changed before it was created',
    '/data/updated_at is 1722769557000, before the task was created at 1722769557708',
  ),
  'answer-other-task': breaking(
    'a response is about another task than the one asked for',
    '/data/task_id is not that of the task asked for',
  ),
  'answer-reason-missing': warning(
    'a task has failed, and the response does not say why',
    '/data/task_status_msg is empty, though the task has failed',
  ),
  'answer-moved': breaking(
    'the envelope is nested or flattened, or fields have moved',
    '/data/task_status moved to /data/status',
  ),
  'answer-status': breaking(
    'the HTTP status is not documented, or not for this case',
    '200 came where 400 is documented',
  ),
  'answer-content-type': breaking(
    'a response has another media type than documented',
    'text/plain came',
  ),
  'answer-code': breaking(
    'the service code is not documented, or only with another status',
    '1102 came under 400, not 429',
  ),
  'answer-code-contested': warning(
    'a response with HTTP 200 has another code than 0, which no page rules out',
    '1102 came under 200, not 429',
  ),
  'limit-not-enforced': info(
    'a request that breaks a documented rule was accepted',
    'a prompt of 201 characters was accepted',
  ),
  'limit-newly-enforced': breaking(
    'a request that follows every documented rule was refused',
    'a duration of 4.5 was refused',
  ),
  'auth-not-required': breaking(
    'a request without credentials was accepted',
    'GET without Authorization came back with 200',
  ),
  'external-id-not-unique': warning(
    'the same external id was accepted twice',
    'a second task was created with the same external_task_id',
  ),
  'external-id-not-found': breaking(
    'a task is not found by its external id',
    'GET …/my-name came back with 404',
  ),
  'paging-ignored': breaking('a list ignores the requested page', '3 tasks came for pageSize 1'),
  'result-missing': breaking(
    'a task has succeeded, but its result is missing',
    '/data/task_result/audios is empty',
  ),
  'result-unplayable': breaking(
    'a file of the result cannot be fetched or played',
    'url_mp3 came back with 403',
  ),
  'cost-differs': warning(
    'a task was charged otherwise than the prices of this package say',
    '/data/final_unit_deduction is 3, not 2.5',
  ),
  'state-backwards': breaking('a task went back to an earlier state', 'processing after succeed'),
  'recording-differs': info(
    'responses of today have other fields than those that were recorded',
    'queue_position is in every recording and in no response of today',
  ),
} satisfies Record<string, KindFacts>;

/** Every kind of finding. */
export const kinds = { ...publishedKinds, ...responseKinds };

/** Name of a kind of finding, such as `request-limit-tightened`. */
export type Kind = keyof typeof kinds;
