import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Ajv2020 } from 'ajv/dist/2020.js';
import type { OperationName } from '../../src/client/operations.ts';
import { findByRequest } from '../../src/contract/documented.ts';
import { externalIdIn } from '../../src/contract/tasks.ts';
import {
  documents,
  lookupProves,
  type ProviderName,
  providers,
} from '../../src/documents/documents.ts';
import { objectOf } from '../../src/documents/json.ts';
import type {
  ApiOperation,
  OpenApiDocument,
  Parameter,
  Schema,
} from '../../src/documents/openapi.ts';
import { placesOf } from '../../src/documents/places.ts';
import { randomFrom } from './arbitrary.ts';
import { type FakeAnswer, type FakeTask, fakeAnswers, followed } from './fake-answers.ts';
import { requestFrom } from './fetch.ts';
import { silentMp3, silentMp4, silentWav, tinyPng } from './silent-media.ts';

/** One request and what will be answered to it. A mutation changes `answer`, or puts another one in its place. */
export interface FakeExchange {
  action: 'create' | 'get' | 'list' | 'presets' | 'delete' | 'call' | 'file';
  name: OperationName;
  request: FakeRequest;
  answer: FakeAnswer;
  /** The task concerned, and all there are. */
  task: FakeTask | undefined;
  tasks: FakeTask[];
  /** The answer to this request as if it broke no rule: makes the task of a create. */
  accept(): FakeAnswer;
  /** A refusal as documented, by its service code where there are any. Takes back the task of a create. */
  refuse(status: number, code?: number): FakeAnswer;
}

export interface FakeRequest {
  method: string;
  path: string;
  query: Record<string, string>;
  authorization: string | null;
  body: Record<string, unknown>;
}

export type Mutation = (exchange: FakeExchange) => FakeExchange;

export interface FakeOptions {
  provider: ProviderName;
  /** Another seed gives other answers, valid all the same. @default 1 */
  seed?: number;
  /** How many tasks of each operation the account has from earlier. @default 0 to 40, by the seed */
  history?: number | undefined;
  /** What it keeps to. @default the provider's document; another one is a drift, too */
  document?: OpenApiDocument;
  mutate?: Mutation;
  /** Whether it answers as it was observed to, where that is not as documented. @default false */
  isObserved?: boolean | undefined;
}

const files = {
  mp3: { type: 'audio/mpeg', make: silentMp3 },
  wav: { type: 'audio/wav', make: silentWav },
  mp4: { type: 'video/mp4', make: silentMp4 },
  png: { type: 'image/png', make: tinyPng },
};
const startOfTime = 1_773_367_502_225;

/** A provider that does as its document says, and answers whatever that allows. */
export function fakeProvider({
  provider,
  seed = 1,
  history,
  document = documents[provider],
  mutate = (same) => same,
  isObserved = false,
}: FakeOptions) {
  const random = randomFrom(seed);
  const tasks: FakeTask[] = [];
  const exchanges: FakeExchange[] = [];
  let base = 'https://files.example';
  const answers = fakeAnswers(random, () => base);
  const addTask: AddTask = (name, body = {}) => {
    const task = makeTask(account, name, body, tasks.length);
    tasks.push(task);
    return task;
  };
  const kept = { provider, document, tasks, calls: [], isObserved, random };
  const account: Account = { ...kept, addTask, answers };
  for (const name of Object.keys(providers[provider].offers) as OperationName[]) {
    const count = history ?? [0, 1, 2, 40][Math.floor(random() * 4)] ?? 0;
    for (let each = 0; each < count; each++) addTask(name).polls = Math.floor(random() * 9);
  }

  function respond(request: FakeRequest): FakeAnswer {
    const made = makeExchange(account, request);
    if (!made)
      return { status: 404, headers: { 'content-type': 'text/html' }, body: '<html>404</html>' };
    const exchange = mutate(made);
    exchanges.push(exchange);
    return exchange.answer;
  }

  /** What the checks and the client take as `fetch`. */
  async function fetch(input: string | Request, init?: RequestInit): Promise<Response> {
    const request = requestFrom(input, init);
    const url = new URL(request.url);
    const text = await request.text();
    const answer = respond({
      method: request.method,
      path: url.pathname,
      query: Object.fromEntries(url.searchParams),
      authorization: request.headers.get('authorization'),
      body: text ? JSON.parse(text) : {},
    });
    return new Response(sent(answer.body), { status: answer.status, headers: answer.headers });
  }

  return {
    fetch,
    tasks,
    exchanges,
    /** How many creates and calls with credentials it said yes to: what the account has to pay for. */
    accepted: () =>
      exchanges.filter(
        ({ action, answer, request }) =>
          (action === 'create' || (action === 'call' && request.method === 'POST')) &&
          answer.status < 300 &&
          request.authorization !== null,
      ).length,
    /** Serves it on a free port of this machine until `close`. */
    async listen() {
      const server = await serve(fetch);
      base = server.url;
      return server;
    },
  };
}

type AddTask = (name: OperationName, body?: Record<string, unknown>) => FakeTask;

/** What the fake has and keeps to. */
interface Account {
  provider: ProviderName;
  document: OpenApiDocument;
  tasks: FakeTask[];
  /** What calls have come to, which is no task that could be asked for. */
  calls: FakeTask[];
  addTask: AddTask;
  answers: ReturnType<typeof fakeAnswers>;
  isObserved: boolean;
  random: () => number;
}

/** The exchange that a request makes, with the answer of a provider that conforms; none where there is no such route. */
function makeExchange(account: Account, request: FakeRequest): FakeExchange | undefined {
  const { provider, document, tasks, calls, addTask, answers, isObserved } = account;
  const found = routeOf(account, request);
  if (!found) return fileOf(request, [...tasks, ...calls]);
  const { name, names, action, model, id, raw } = found;
  const operation = followed(document, raw);
  const isWanted = (task: FakeTask) =>
    names.includes(task.name) &&
    (task.id === id || (lookupProves(provider, task.name) === 'absence' && task.externalId === id));
  const asked = idsIn(account, request);
  const own = tasks.filter((task) => names.includes(task.name));
  const many = asked && own.filter((task) => asked.ids.includes(task[asked.by]));
  const input = { ...request.body, ...(model && { model }) };
  const exchange: Omit<FakeExchange, 'answer'> = {
    action,
    name,
    request,
    task: id ? tasks.find(isWanted) : many?.[0],
    tasks,
    accept() {
      if (action === 'list' || action === 'presets') {
        // The provider's own were made long ago.
        const theirs = action === 'list' ? own : own.map((task) => ({ ...task, polls: 99 }));
        const { page, next } = pageOf(theirs, request);
        return answers.page(operation, page, next);
      }
      if (action === 'call' || action === 'delete') {
        const called = atOnce(account, name, input, tasks.length + calls.length);
        calls.push(called);
        return answers.task(operation, called);
      }
      exchange.task ??= action === 'create' ? addTask(name, input) : tasks[0];
      const task = exchange.task ?? addTask(name);
      if (action !== 'get') return answers.task(operation, task);
      const shown = many?.length ? many : [task];
      for (const each of shown) each.polls++;
      return many ? answers.page(operation, shown) : answers.task(operation, task);
    },
    refuse(status, code) {
      const isNew = action === 'create' && exchange.task;
      if (isNew) tasks.splice(tasks.indexOf(isNew), 1);
      return answers.refusal(operation, status, code);
    },
  };
  const none = () => answers.page(operation, []);
  const isAsked = asked && asked.ids.length > 0 && asked.ids.length <= 20;
  const unknown = asked && (isAsked ? none : () => exchange.refuse(400, 1201));
  return Object.assign(exchange, { answer: judge(exchange, operation, isObserved, unknown) });
}

/** The tasks that a query names, and by which of their ids; undefined where ids are in paths. */
function idsIn({ provider }: Account, { method, query }: FakeRequest) {
  const { taskIds, externalTaskIds } = placesOf(provider);
  if (taskIds === '' || method !== 'GET') return undefined;
  const by = externalTaskIds in query ? ('externalId' as const) : ('id' as const);
  const text = query[by === 'id' ? taskIds : externalTaskIds] ?? '';
  return { by, ids: text.split(',').filter(Boolean) };
}

/** What a request is for, and the operation in the document; none where that has no such route. */
function routeOf({ provider, document }: Account, { method, path }: FakeRequest) {
  const { documented, params = {} } = findByRequest(provider, method, path) ?? {};
  const { name, others = [], action, model } = documented ?? {};
  const raw = documented && document.paths[documented.path]?.[method.toLowerCase()];
  if (!name || !action || !raw) return undefined;
  const id = decodeURIComponent(params.task_id ?? '');
  return { name, names: [name, ...others], action, model, id, raw };
}

/** What a call comes to: a task that ends with the answer. */
function atOnce(
  account: Account,
  name: OperationName,
  body: Record<string, unknown>,
  index: number,
): FakeTask {
  const task = makeTask(account, name, body, index);
  return { ...task, life: ['succeed'], polls: 1 };
}

function makeTask(
  { provider, random }: Account,
  name: OperationName,
  body: Record<string, unknown>,
  index: number,
): FakeTask {
  const some = (state: string) => Array.from({ length: Math.floor(random() * 3) }, () => state);
  const id = 861_254_119_619_000_000n + BigInt(Math.floor(random() * 1e9)) * 1000n;
  return {
    id: String(id + BigInt(index)),
    externalId: externalIdIn(provider, body),
    provider,
    name,
    input: body,
    seconds: Number(body.duration ?? objectOf(body.settings).duration ?? 5) || 5,
    createdAt: startOfTime + index,
    polls: 0,
    life: [...some('submitted'), ...some('processing'), 'succeed'],
  };
}

/** The tasks of a page, the newest first, and the cursor of the next one where there are more. */
function pageOf(tasks: FakeTask[], { query, body }: FakeRequest) {
  const { pageNum = '1', pageSize = '30' } = query;
  const { limit = pageSize, cursor = (Number(pageNum) - 1) * Number(limit) } = body;
  const end = Number(cursor) + Number(limit);
  const page = tasks.toReversed().slice(Number(cursor), end);
  return { page, next: end < tasks.length ? String(end) : undefined };
}

/** Applies the rules of the provider, one after the other. */
function judge(
  { action, request, task, tasks, accept, refuse }: Omit<FakeExchange, 'answer'>,
  operation: ApiOperation,
  isObserved: boolean,
  unknown?: () => FakeAnswer,
): FakeAnswer {
  const refuseInput = () => refuse(400, 1201);
  if (!/^Bearer \S/.test(request.authorization ?? '')) return refuse(401);
  if (action === 'get') {
    if (task) return accept();
    if (unknown) return unknown();
    const known = (operation.parameters ?? []).flatMap((each) =>
      'x-unknown' in each ? (each['x-unknown'] ?? []) : [],
    );
    const seen = known.find((each) => (each['x-certainty'] === 'observed') === isObserved);
    if (seen) return refuse(seen.status, seen.code);
    return '404' in operation.responses ? refuse(404, 1203) : refuseInput();
  }
  if (request.method === 'GET') {
    const isRight = (each: Parameter | { $ref: string }) =>
      !('name' in each) ||
      (each.name in request.query
        ? [each.schema?.type].flat().includes('string') ||
          keeps(each.schema, Number(request.query[each.name]))
        : !each.required || each.in !== 'query');
    return (operation.parameters ?? []).every(isRight) ? accept() : refuseInput();
  }
  const schema = operation.requestBody?.content['application/json']?.schema;
  if (!keeps(schema, request.body)) return refuseInput();
  const isTaken =
    action === 'create' &&
    tasks.some(
      ({ externalId, provider }) =>
        externalId && externalId === externalIdIn(provider, request.body),
    );
  return isTaken ? refuseInput() : accept();
}

function fileOf(request: FakeRequest, tasks: FakeTask[]): FakeExchange | undefined {
  const [, id, extension] = /^\/files\/(\d+)\.(mp3|wav|mp4|png)$/.exec(request.path) ?? [];
  const task = tasks.find((each) => each.id === id);
  if (!task) return undefined;
  const { type, make } = files[extension as keyof typeof files];
  const answer = { status: 200, headers: { 'content-type': type }, body: make(task.seconds) };
  return {
    action: 'file',
    name: task.name,
    request,
    answer,
    task,
    tasks,
    accept: () => answer,
    refuse: (status) => ({ ...answer, status }),
  };
}

async function serve(fetch: (request: Request) => Promise<Response>) {
  let url = '';
  // Node's five seconds may pass while the same process does something else.
  const server = createServer({ keepAliveTimeout: 60_000 }, async (incoming, outgoing) => {
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(chunk);
    const { method = 'GET', url: path = '/', headers } = incoming;
    const init = { method, headers: { authorization: headers.authorization ?? '' } };
    const body = chunks.length ? Buffer.concat(chunks) : null;
    const response = await fetch(new Request(new URL(path, url), { ...init, body }));
    outgoing.writeHead(response.status, Object.fromEntries(response.headers));
    outgoing.end(Buffer.from(await response.arrayBuffer()));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve()).closeAllConnections();
    });
  return { url, close, [Symbol.asyncDispose]: close };
}

function sent(body: unknown): BodyInit | null {
  if (body === undefined) return null;
  if (typeof body === 'string') return body;
  return body instanceof Uint8Array ? Buffer.from(body) : JSON.stringify(body);
}

// Documents are checked elsewhere, and a schema is used too seldom for its code to be made smaller.
const quick = { validateSchema: false, code: { optimize: false } };
const ajv = new Ajv2020({ strict: false, validateFormats: false, ...quick });
const validators = new WeakMap<Schema, (value: unknown) => unknown>();

/** Whether a value keeps a schema. Knows nothing of the checks that are tried out on this provider. */
function keeps(schema: Schema = {}, value: unknown): boolean {
  const validate = validators.get(schema) ?? ajv.compile(schema);
  validators.set(schema, validate);
  return Boolean(validate(value));
}
