import { type ProviderName, providerNames, providers } from '../../src/documents/documents.ts';
import {
  type ApiKey,
  createKling,
  type KlingOptions,
  type ListedOperation,
  type Operation,
  type OperationName,
  type Provider,
  type TaskHandle,
} from '../../src/index.ts';

/** What Kling's API says, in its documents' words. */

export const taskId = '861254119619698760';

export const envelope = {
  code: 0,
  message: 'SUCCEED',
  request_id: 'd6b1c6c5-2d6f-4f7e-9a35-0a3f4a1f8a11',
};
/** Later than any create: the client would not take an older task for its own, and this file is loaded once for many tests. */
const later = Date.now() + 3_600_000;
const times = { created_at: later, updated_at: later };

/** The answer to a create. */
export const accepted = (task_id: unknown = taskId) => ({
  ...envelope,
  data: { task_id, task_info: {}, task_status: 'submitted', ...times },
});

/** The answer to a look at a task. */
export const looksLike = (task_status: string, more: object = {}) => ({
  ...envelope,
  data: { task_id: taskId, task_status, task_result: {}, ...times, ...more },
});

export const audio = {
  id: '1',
  url_mp3: 'https://files.example/1.mp3',
  url_wav: 'https://files.example/1.wav',
  duration_mp3: '5.0',
  duration_wav: '5.0',
};

export const succeeded = looksLike('succeed', { task_result: { audios: [audio] } });

/** Kling's way to say no. */
export const refused =
  (code: number, status: number, headers: Record<string, string> = {}) =>
  () =>
    Response.json({ code, message: `because of ${code}`, request_id: 'r-1' }, { status, headers });

/** A gateway's own way to say no. */
export const gatewayRefused =
  (status: number, code = '') =>
  () =>
    Response.json(
      {
        error: {
          message: 'not like this (request id: 20260313abc)',
          type: 'comet_api_error',
          param: '',
          code,
        },
      },
      { status },
    );

export type Fields = Record<string, unknown>;
type AnyTask = ReturnType<Operation<Fields, Fields, Fields>['task']>;

/** A client of any provider, as loosely typed as a test over all of them needs it. */
export type AnyKling = Record<
  OperationName,
  Operation<Fields, Fields, Fields> &
    Partial<Pick<ListedOperation<Fields, Fields, Fields, Fields>, 'list'>>
> & { resume(handle: TaskHandle): AnyTask; http: { GET(path: string): Promise<unknown> } };

/** The key of the clients below; long enough to be taken for one. */
export const apiKey = 'canary-key-0123456789';

/** A client of that provider. The options may be some that only a later version has. */
export const klingOf = (provider: ProviderName, options: object = {}): AnyKling =>
  createKling(
    providers[provider] as object as Provider<ApiKey>,
    { apiKey },
    options as KlingOptions,
  ) as object as AnyKling;

/** The providers by what a search for an external id proves there: also that there is no task, only that there is one, or nothing. */
export const finders = providerNames.filter((name) => providers[name].lookupProves === 'absence');
export const hinting = providerNames.filter((name) => providers[name].lookupProves === 'presence');
export const blind = providerNames.filter((name) => providers[name].lookupProves === 'nothing');

/** The body of a create that any operation takes: clients do not check it. */
export const anyInput = { prompt: 'rain on a tin roof', duration: 5 };

/** The handle of a task that is a minute old: too old to be unknown because it is new. */
export const oldHandle = (provider: ProviderName, operation: OperationName): TaskHandle => ({
  v: 1,
  provider,
  operation,
  id: taskId,
  createdAt: Date.now() - 60_000,
});

const saying =
  (body: string, type = 'application/json') =>
  (status: number) =>
  () =>
    new Response(body, { status, headers: { 'content-type': type } });

/** What may stand in place of an answer under any status: the words of nobody who knows. */
export const nobodys: [string, (status: number) => () => Response][] = [
  ['a page', saying('<html>nginx</html>', 'text/html')],
  ['an empty body', saying('')],
  ['a bare message', saying('{"message":"forbidden"}')],
  ['an empty error', saying('{"error":{}}')],
  ['a status for a code', saying('{"code":404,"message":"no route"}')],
  ['an empty list', saying('[]')],
  ['a text', saying('"no"')],
];

/** The statuses of refusals that a firewall, a load balancer or a proxy gives by itself. */
export const strangersStatuses = [400, 401, 402, 403, 404, 405, 410, 413, 421, 451];
