import { objectOf } from '../../documents/json.ts';
import type { Schema } from '../../documents/openapi.ts';
import type { Answer } from './answers.ts';
import type { Caller } from './credentials.ts';
import { advanceTask, failTask } from './lifecycle.ts';
import { writeMetrics } from './metrics.ts';
import { type Rule, readRule, ruleSchema } from './rules.ts';
import { scenarios } from './scenarios.ts';
import { type TaskView, taskFields, viewTask, writeTasks } from './task-view.ts';
import type { MockTask } from './tasks.ts';
import { type Part, reset, type World } from './world.ts';

/** A request to the control API, below `/_mock`. */
export interface ControlRequest {
  method: string;
  path: string;
  body: unknown;
  /** Whose part of the mock it is about: that of the key in its `Authorization`, or all of it without one. */
  caller: Caller;
}

/** Rules that there may be at a time, for an account and for all: each request looks through both. */
const maxRules = 1_000;

/** The rules of an account, or those for every account. */
const rulesOf = ({ accounts, rules }: World, account: Part): Rule[] =>
  account === undefined ? rules : accounts.open(account).rules;

/**
 * Applies a scenario to the requests to come, of an account or of all.
 * @throws {TypeError} there are too many rules
 */
export function addRule(world: World, rule: Rule, account?: Part): void {
  const rules = rulesOf(world, account);
  if (rules.length >= maxRules)
    throw new TypeError(`there are ${maxRules} rules: clear them first`);
  rules.unshift(rule);
}

/** Moves the time of an account forward, or that of all, and sends the callbacks that are due then. */
export function advanceTime(world: World, by: number | string, account?: Part): void {
  const { clock, accounts, callbacks } = world;
  (account === undefined ? clock : accounts.open(account).clock).advance(by);
  callbacks.sendDue();
  accounts.tell(account);
}

/** Answers a request to the control API: 400 or 404 with a message where something is wrong with it. */
export function answerControl(
  world: World,
  { method, path, body, caller }: ControlRequest,
): Answer {
  const fitting = [...routes, documentRoute].flatMap((route) => {
    const match = patternOf(route.path).exec(path);
    return match ? [{ route, parameters: match.groups ?? {} }] : [];
  });
  const found = fitting.find(({ route }) => route.method === method);
  if (!found) {
    const refused = { body: { message: `no ${method} ${path}` } };
    if (fitting.length === 0) return { status: 404, ...refused };
    const allow = fitting.map(({ route }) => route.method).join(', ');
    return { status: 405, headers: { allow }, ...refused };
  }
  // Without a key, or with what is none, such as the password of a proxy in front of the mock. Whoever sends an empty key means
  // a part all the same, and must not clear that of everybody.
  const isForAll = caller.refused === '1001' || (caller.refused === '1002' && !caller.isBearer);
  if (caller.refused && !isForAll) return { status: 401, body: { message: 'not a valid token' } };
  const account = isForAll ? undefined : caller.account;
  try {
    const result = found.route.handle(world, { ...found.parameters, body, account });
    if (result instanceof Reply) return result.answer;
    const isJson = result instanceof Uint8Array;
    const headers = isJson ? { 'content-type': 'application/json' } : {};
    return { status: result === undefined ? 204 : 200, body: result, headers };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { status: error instanceof RangeError ? 404 : 400, body: { message } };
  }
}

/** What a route returns that is not 200 or not JSON. */
class Reply {
  readonly answer: Answer;

  constructor(answer: Answer) {
    this.answer = answer;
  }
}

/** One thing that the control API does, and how its document describes it. */
interface Route extends Handled {
  summary: string;
  /** Whether it is the same for every account. */
  isShared?: boolean;
  /** The request's body, where it has one. */
  body?: object;
  responses: object;
}

interface Handled {
  method: 'GET' | 'POST' | 'DELETE';
  /** The path as the document writes it. */
  path: string;
  /** Returns the response's body; throws a RangeError for what does not exist, another error for what is wrong. */
  handle(world: World, request: Handling): unknown;
}

/** What a route is told: the parameters of its path, and whose part of the mock it is about. */
interface Handling {
  id?: string;
  action?: string;
  body: unknown;
  account: Part;
}

/** What can be done to a task. */
const taskActions: Record<string, (task: MockTask, now: number) => void> = {
  advance: advanceTask,
  fail: failTask,
  expire(task) {
    task.isExpired = true;
  },
};

/** The parameters that paths can have. */
const parameterSchemas: Record<string, Schema> = {
  id: { type: 'string', pattern: '^\\d+$' },
  action: { enum: Object.keys(taskActions) },
};

const patternOf = (path: string) =>
  new RegExp(
    `^${path.replace('.', '\\.').replace('{id}', '(?<id>\\d+)').replace('{action}', '(?<action>\\w+)')}$`,
  );

const refer = (name: 'Health' | 'Problem' | 'Rule' | 'Scenario' | 'Task') => ({
  $ref: `#/components/schemas/${name}`,
});
const listOf = (items: object) => ({ type: 'array', items });
const json = (schema: object) => ({ 'application/json': { schema } });
const ok = (description: string, schema: object) => ({
  200: { description, content: json(schema) },
});
const done = { 204: { description: 'Done.' } };
const unauthorized = {
  401: { description: 'The token is not valid.', content: json(refer('Problem')) },
};
const problem = { description: 'What is wrong.', content: json(refer('Problem')) };

const routes: Route[] = [
  {
    method: 'GET',
    path: '/tasks',
    summary: 'List all tasks, newest first',
    responses: ok('The tasks.', listOf(refer('Task'))),
    handle: (world, { account }) => writeTasks(world, account),
  },
  {
    method: 'DELETE',
    path: '/tasks/{id}',
    summary: 'Delete a task',
    responses: { ...done, 404: problem },
    handle: (world, asked) => world.memory.remove(findTask(world, asked)),
  },
  {
    method: 'POST',
    path: '/tasks/{id}/{action}',
    summary: 'Advance a task to its next state, let it fail, or let its files expire',
    responses: { ...ok('The task.', refer('Task')), 400: problem, 404: problem },
    handle: (world, asked) => act(world, findTask(world, asked), asked.action),
  },
  {
    method: 'GET',
    path: '/scenarios',
    summary: 'List all scenarios',
    isShared: true,
    responses: ok('Their names, groups and what they mean.', listOf(refer('Scenario'))),
    handle: () =>
      Object.entries(scenarios).map(([name, { group, means }]) => ({
        name,
        group,
        means,
      })),
  },
  {
    method: 'GET',
    path: '/rules',
    summary: 'List the active rules, the one that wins first',
    responses: ok('The rules.', listOf(refer('Rule'))),
    handle: ({ accounts, rules }, { account }) =>
      account === undefined ? rules : (accounts.find(account)?.rules ?? []),
  },
  {
    method: 'POST',
    path: '/rules',
    summary: 'Apply a scenario to the requests to come',
    body: refer('Rule'),
    responses: { ...done, 400: problem },
    handle: (world, { body, account }) => addRule(world, readRule(body), account),
  },
  {
    method: 'DELETE',
    path: '/rules',
    summary: 'Clear all rules',
    responses: done,
    handle(world, { account }) {
      rulesOf(world, account).splice(0);
    },
  },
  {
    method: 'POST',
    path: '/advance',
    summary: 'Move the time forward',
    body: {
      type: 'object',
      required: ['by'],
      properties: { by: { type: ['string', 'number'], examples: ['5m', '90s', 300_000] } },
    },
    responses: { ...done, 400: problem },
    handle(world, { body, account }) {
      const { by } = objectOf(body);
      // A list of one text would otherwise count as that text.
      advanceTime(world, typeof by === 'string' ? by : String(JSON.stringify(by)), account);
    },
  },
  {
    method: 'GET',
    path: '/journal',
    summary: 'List the latest requests and their responses, oldest first',
    responses: ok('The entries.', listOf({ type: 'object' })),
    handle: ({ journal }, { account }) => journal.json(account),
  },
  {
    method: 'GET',
    path: '/events',
    summary: 'Stream each journal entry as it is written',
    isShared: true,
    responses: {
      200: { description: 'Server-sent events.', content: { 'text/event-stream': {} } },
    },
    handle: refuseEvents,
  },
  {
    method: 'POST',
    path: '/reset',
    summary: 'Clear tasks, rules and journal',
    responses: done,
    handle: (world, { account }) => reset(world, account),
  },
  {
    method: 'GET',
    path: '/health',
    summary: 'Tell whether requests are answered at once',
    isShared: true,
    responses: {
      ...ok('It is ready.', refer('Health')),
      503: { description: 'It is not, or not yet.', content: json(refer('Health')) },
    },
    handle({ prism }) {
      const ready = prism === 'loaded';
      return new Reply({ status: ready ? 200 : 503, body: { ready, prism } });
    },
  },
  {
    method: 'GET',
    path: '/metrics',
    summary: 'Count requests, files, tasks and callbacks for Prometheus',
    isShared: true,
    responses: {
      200: {
        description: 'The counters since the start, in the text format of Prometheus.',
        content: { 'text/plain': { schema: { type: 'string' } } },
      },
    },
    handle(world) {
      const headers = { 'content-type': 'text/plain; version=0.0.4; charset=utf-8' };
      return new Reply({ status: 200, body: writeMetrics(world), headers });
    },
  },
];

const documentRoute: Handled = {
  method: 'GET',
  path: '/openapi.json',
  handle: () => controlDocument,
};

/** The server streams events itself. Without a connection there is nothing to stream them over. */
function refuseEvents(): never {
  throw new RangeError('events need a connection: mock.fetch has none');
}

function findTask({ memory }: World, { id = '', account }: Handling): MockTask {
  const task = memory.get(id);
  if (!task || (account ?? task.account) !== task.account)
    throw new RangeError(`no such task: ${id}`);
  return task;
}

/** Does something to a task, and sends the callbacks that are due then. */
function act({ accounts, callbacks }: World, task: MockTask, action = ''): TaskView {
  const apply = Object.hasOwn(taskActions, action) ? taskActions[action] : undefined;
  if (!apply) {
    const actions = Object.keys(taskActions).join(', ');
    throw new TypeError(`no such action: ${action}; there are ${actions}`);
  }
  const now = accounts.now(task.account);
  apply(task, now);
  callbacks.sendDue();
  accounts.tell(task.account);
  return viewTask(task, now);
}

/** The control API as an OpenAPI document, served at `/_mock/openapi.json`. */
const controlDocument = {
  openapi: '3.1.0',
  info: { title: 'Control API of the kling-fetch mock', version: '1.0.0' },
  servers: [{ url: '/_mock' }],
  paths: describePaths(),
  components: {
    securitySchemes: {
      key: {
        type: 'http',
        scheme: 'bearer',
        description:
          'The key of one account, for its part of the mock alone; all of it without one.',
      },
    },
    schemas: {
      Health: {
        type: 'object',
        required: ['ready', 'prism'],
        properties: {
          ready: { type: 'boolean' },
          prism: {
            description: 'How far Prism has come, for which requests wait.',
            enum: ['loading', 'loaded', 'failed'],
          },
        },
      },
      Problem: {
        type: 'object',
        required: ['message'],
        properties: { message: { type: 'string' } },
      },
      Scenario: {
        type: 'object',
        required: ['name', 'group', 'means'],
        properties: {
          name: { enum: Object.keys(scenarios) },
          group: { type: 'string' },
          means: { type: 'string' },
        },
      },
      Rule: ruleSchema,
      Task: {
        type: 'object',
        required: ['id', 'provider', 'operation', 'status', 'scenario', 'createdAt', 'states'],
        properties: taskFields,
      },
    },
  },
};

function describePaths(): Record<string, Record<string, object>> {
  const paths: Record<string, Record<string, object>> = {};
  for (const { method, path, summary, isShared, body, responses } of routes) {
    const names = Object.keys(parameterSchemas).filter((name) => path.includes(`{${name}}`));
    const parameters = names.map((name) => ({
      name,
      in: 'path',
      required: true,
      schema: parameterSchemas[name],
    }));
    paths[path] = {
      ...paths[path],
      [method.toLowerCase()]: {
        summary,
        ...(parameters.length > 0 && { parameters }),
        ...(body && { requestBody: { required: true, content: json(body) } }),
        ...(!isShared && { security: [{}, { key: [] }] }),
        responses: isShared ? responses : { ...responses, ...unauthorized },
      },
    };
  }
  return paths;
}
