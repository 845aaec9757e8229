import type { Severity } from './finding.ts';

/** What a kind of finding means; the README's list is made from it. */
interface KindFacts {
  severity: Severity;
  /** What has happened. */
  means: string;
  /** One such finding in a line. */
  example: string;
}

/** Differences between what is published now and what is vendored, from the caller's side. */
const spec = {
  'operation-removed': {
    severity: 'breaking',
    means: 'an operation is not published any more',
    example: 'POST /v1/audio/text-to-audio is gone',
  },
  'operation-added': {
    severity: 'info',
    means: 'an operation is published that is not vendored',
    example: 'POST /v1/audio/tts is new',
  },
  'request-field-required': {
    severity: 'breaking',
    means: 'a field or parameter has to be sent now',
    example: 'duration is required now',
  },
  'request-field-optional': {
    severity: 'info',
    means: 'a field or parameter may be left out now',
    example: 'duration is optional now',
  },
  'request-field-removed': {
    severity: 'breaking',
    means: 'a field or parameter is not taken any more',
    example: 'bgm_prompt is gone',
  },
  'request-field-added': {
    severity: 'info',
    means: 'a field or parameter may be sent now',
    example: 'seed is new',
  },
  'request-type-changed': {
    severity: 'breaking',
    means: 'a type takes less than before, or something else',
    example: 'duration: number became integer',
  },
  'request-type-loosened': {
    severity: 'info',
    means: 'a type takes more than before',
    example: 'duration: integer became number',
  },
  'request-limit-tightened': {
    severity: 'breaking',
    means: 'a limit allows less than before',
    example: 'prompt: at most 200 became at most 100 characters',
  },
  'request-limit-loosened': {
    severity: 'info',
    means: 'a limit allows more than before',
    example: 'prompt: at most 200 became at most 500 characters',
  },
  'request-enum-removed': {
    severity: 'breaking',
    means: 'a value is not taken any more',
    example: 'model_name: kling-v1 is gone',
  },
  'request-enum-added': {
    severity: 'info',
    means: 'a value is taken now',
    example: 'model_name: kling-v4 is new',
  },
  'request-default-changed': {
    severity: 'warning',
    means: 'leaving a field out means something else now',
    example: 'duration: default 5 became 10',
  },
  'security-changed': {
    severity: 'breaking',
    means: 'credentials are sent in another way',
    example: 'bearer became apiKey in header',
  },
  'server-changed': {
    severity: 'breaking',
    means: 'the host or its base path is another one',
    example: 'https://api.example.com became https://eu.example.com',
  },
  'response-field-removed': {
    severity: 'breaking',
    means: 'a field of an answer is not promised any more',
    example: 'data.task_id is gone',
  },
  'response-field-optional': {
    severity: 'breaking',
    means: 'a field of an answer may be missing now',
    example: 'data.task_id is optional now',
  },
  'response-field-required': {
    severity: 'info',
    means: 'a field of an answer is always there now',
    example: 'request_id is required now',
  },
  'response-field-added': {
    severity: 'info',
    means: 'a field of an answer is new',
    example: 'data.queue_position is new',
  },
  'response-type-changed': {
    severity: 'breaking',
    means: 'a field of an answer has another type',
    example: 'data.task_id: string became integer',
  },
  'response-moved': {
    severity: 'breaking',
    means: 'a field of an answer stands somewhere else',
    example: 'data.task_status moved to data.status',
  },
  'response-enum-added': {
    severity: 'warning',
    means: 'an answer may hold a value that is new',
    example: 'data.task_status: queued is new',
  },
  'response-enum-removed': {
    severity: 'info',
    means: 'an answer holds a value no more',
    example: 'data.task_status: submitted is gone',
  },
  'response-status-added': {
    severity: 'info',
    means: 'a status is documented that was not',
    example: '422 is new',
  },
  'response-status-removed': {
    severity: 'breaking',
    means: 'a status is not documented any more',
    example: '200 is gone',
  },
  'media-type-changed': {
    severity: 'breaking',
    means: 'a body has another media type',
    example: 'application/json became text/plain',
  },
  'overlay-unused': {
    severity: 'warning',
    means: 'a correction of ours finds nothing to correct',
    example: 'nothing at $.paths[…].properties.duration',
  },
  'overlay-adopted': {
    severity: 'warning',
    means: 'the provider says now what our correction said',
    example: 'maxLength 200 is published now',
  },
  'page-changed': {
    severity: 'info',
    means: 'the prose of a reference page is another one',
    example: '+ Prompts may be longer soon',
  },
} as const satisfies Record<string, KindFacts>;

/** Differences between what a provider answers and what its document says. */
const answers = {
  'answer-field-missing': {
    severity: 'breaking',
    means: 'a required field is missing in an answer',
    example: '/data/task_id is missing',
  },
  'answer-field-undocumented': {
    severity: 'info',
    means: 'an answer has a field that no document names',
    example: '/data/queue_position is not documented',
  },
  'answer-type': {
    severity: 'breaking',
    means: 'a field has another type than documented',
    example: '/data/created_at is a string, not an integer',
  },
  'answer-null': {
    severity: 'breaking',
    means: 'a field is null that may not be',
    example: '/data/task_info is null',
  },
  'answer-enum': {
    severity: 'warning',
    means: 'a field has a value that is not on its list',
    example: '/data/task_status is queued',
  },
  'answer-value': {
    severity: 'breaking',
    means: 'a field breaks another rule of its schema',
    example: '/data/task_result/videos/0/url is no address',
  },
  'answer-time-unit': {
    severity: 'breaking',
    means: 'a time in seconds where milliseconds are documented',
    example: '/data/created_at is 1722769557',
  },
  'answer-moved': {
    severity: 'breaking',
    means: 'the envelope is nested, flattened or has moved fields',
    example: '/data/task_status moved to /data/status',
  },
  'answer-status': {
    severity: 'breaking',
    means: 'an HTTP status that is not documented, or not for this',
    example: '200 came where 400 is documented',
  },
  'answer-content-type': {
    severity: 'breaking',
    means: 'an answer of another media type',
    example: 'text/plain came',
  },
  'answer-code': {
    severity: 'breaking',
    means: 'a service code that is not documented, or under another status',
    example: '1102 came under 400, not 429',
  },
  'limit-not-enforced': {
    severity: 'info',
    means: 'a request that breaks a documented rule was taken',
    example: 'a prompt of 201 characters was taken',
  },
  'limit-newly-enforced': {
    severity: 'breaking',
    means: 'a request that keeps every documented rule was refused',
    example: 'a duration of 4.5 was refused',
  },
  'auth-not-required': {
    severity: 'breaking',
    means: 'a request without credentials was taken',
    example: 'GET without Authorization came back with 200',
  },
  'external-id-not-unique': {
    severity: 'warning',
    means: 'the same external id was taken twice',
    example: 'a second task of the same external_task_id was made',
  },
  'external-id-not-found': {
    severity: 'breaking',
    means: 'a task is not found by its external id',
    example: 'GET …/my-name came back with 404',
  },
  'paging-ignored': {
    severity: 'breaking',
    means: 'a list does not keep to the page asked for',
    example: '3 tasks came for pageSize 1',
  },
  'result-missing': {
    severity: 'breaking',
    means: 'a task succeeded and its result is not there',
    example: '/data/task_result/audios is empty',
  },
  'result-unplayable': {
    severity: 'breaking',
    means: 'the file of a result cannot be had or played',
    example: 'url_mp3 came back with 403',
  },
  'state-backwards': {
    severity: 'breaking',
    means: 'a task went from a later state to an earlier one',
    example: 'processing came after succeed',
  },
} as const satisfies Record<string, KindFacts>;

/** Every kind of finding. */
export const kinds = { ...spec, ...answers };

/** Name of a kind of finding, such as `request-limit-tightened`. */
export type Kind = keyof typeof kinds;
