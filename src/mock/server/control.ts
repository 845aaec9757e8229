import { objectOf } from '../../documents/json.ts';
import type { Schema } from '../../documents/openapi.ts';
import type { Answer } from './answers.ts';
import { joinJson } from './budget.ts';
import { advanceTask, failTask, isExpired, stateAt } from './lifecycle.ts';
import { scenarios } from './scenarios.ts';
import { inputOf, type MockTask, type TaskMemory } from './tasks.ts';
import { type Rule, readRule, reset, ruleSchema, type World } from './world.ts';

/** A request to the control API, below `/_mock`. */
export interface ControlRequest {
  method: string;
  path: string;
  body: unknown;
}

/** A task as the control API shows it. */
export interface TaskView {
  id: string;
  /** The external id that the create gave; empty when it gave none. */
  externalId: string;
  provider: string;
  operation: string;
  /** The status that a poll sees now. */
  status: string;
  /** Name of the scenario that it was created under. */
  scenario: string;
  /** Unix time in milliseconds, by the mock's clock. */
  createdAt: number;
  /** Milliseconds since then, by the mock's clock. */
  age: number;
  /** When each state begins, future ones included; Unix time in milliseconds. */
  states: { status: string; since: number }[];
  /** Whether a poll sees the result now. */
  hasResult: boolean;
  /** Whether the files of the result are gone. */
  isExpired: boolean;
  /** Why it failed. */
  reason?: string;
  /** The body of the create. */
  input: Record<string, unknown>;
}

/** The tasks as they are now, newest first. */
export function viewTasks({ memory, clock }: World): TaskView[] {
  const now = clock.now();
  return [...memory.all].map((task) => viewTask(task, now)).reverse();
}

function viewTask(task: MockTask, now: number): TaskView {
  return {
    ...viewFacts(task, now),
    // Read when it is asked for: as objects, all at once may take more memory than there is.
    get input() {
      return inputOf(task);
    },
  };
}

/** A task without its account, which is nobody's business, and without what its create sent. */
function viewFacts(task: MockTask, now: number): Omit<TaskView, 'input'> {
  const { id, externalId, provider, operation, scenario, createdAt, states, reason } = task;
  const { status, hasResult } = stateAt(task, now);
  return {
    id,
    externalId,
    provider,
    operation,
    status,
    scenario,
    createdAt,
    age: now - createdAt,
    states: structuredClone(states),
    hasResult,
    isExpired: isExpired(task, now),
    ...(status === 'failed' && reason && { reason }),
  };
}

/** The tasks as JSON, newest first. What their creates sent is copied: reading it would take long. */
function writeTasks(memory: TaskMemory, now: number): Uint8Array {
  const texts = [...memory.all].reverse().map((task) => {
    const head = JSON.stringify(viewFacts(task, now)).slice(0, -1);
    return Buffer.concat([Buffer.from(`${head},"input":`), task.body, Buffer.from('}')]);
  });
  return joinJson(texts);
}

/** Rules that there may be at a time: each request looks through all of them. */
const maxRules = 1_000;

/**
 * Applies a scenario to the requests to come.
 * @throws {TypeError} there are too many rules
 */
export function addRule({ rules }: World, rule: Rule): void {
  if (rules.length >= maxRules)
    throw new TypeError(`there are ${maxRules} rules: clear them first`);
  rules.unshift(rule);
}

/** Moves the mock's time forward, and sends the callbacks that are due then. */
export function advanceTime({ clock, callbacks }: World, by: number | string): void {
  clock.advance(by);
  callbacks.sendDue();
}

/** Answers a request to the control API: 400 or 404 with a message where something is wrong with it. */
export function answerControl(world: World, { method, path, body }: ControlRequest): Answer {
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
  try {
    const result = found.route.handle(world, body, found.parameters);
    const isJson = result instanceof Uint8Array;
    const headers = isJson ? { 'content-type': 'application/json' } : {};
    return { status: result === undefined ? 204 : 200, body: result, headers };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { status: error instanceof RangeError ? 404 : 400, body: { message } };
  }
}

/** One thing that the control API does, and how its document describes it. */
interface Route extends Handled {
  summary: string;
  /** The request's body, where it has one. */
  body?: object;
  responses: object;
}

interface Handled {
  method: 'GET' | 'POST' | 'DELETE';
  /** The path as the document writes it. */
  path: string;
  /** Returns the response's body; throws a RangeError for what does not exist, another error for what is wrong. */
  handle(world: World, body: unknown, parameters: Record<string, string>): unknown;
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

const refer = (name: 'Problem' | 'Rule' | 'Scenario' | 'Task') => ({
  $ref: `#/components/schemas/${name}`,
});
const listOf = (items: object) => ({ type: 'array', items });
const json = (schema: object) => ({ 'application/json': { schema } });
const ok = (description: string, schema: object) => ({
  200: { description, content: json(schema) },
});
const done = { 204: { description: 'Done.' } };
const problem = { description: 'What is wrong.', content: json(refer('Problem')) };

const routes: Route[] = [
  {
    method: 'GET',
    path: '/tasks',
    summary: 'List all tasks, newest first',
    responses: ok('The tasks.', listOf(refer('Task'))),
    handle: ({ memory, clock }) => writeTasks(memory, clock.now()),
  },
  {
    method: 'DELETE',
    path: '/tasks/{id}',
    summary: 'Delete a task',
    responses: { ...done, 404: problem },
    handle: (world, _, { id }) => world.memory.remove(findTask(world, id)),
  },
  {
    method: 'POST',
    path: '/tasks/{id}/{action}',
    summary: 'Advance a task to its next state, let it fail, or let its files expire',
    responses: { ...ok('The task.', refer('Task')), 400: problem, 404: problem },
    handle: (world, _, { id, action }) => act(world, findTask(world, id), action),
  },
  {
    method: 'GET',
    path: '/scenarios',
    summary: 'List all scenarios',
    responses: ok('Their names and what they mean.', listOf(refer('Scenario'))),
    handle: () => Object.entries(scenarios).map(([name, { means }]) => ({ name, means })),
  },
  {
    method: 'GET',
    path: '/rules',
    summary: 'List the active rules, the one that wins first',
    responses: ok('The rules.', listOf(refer('Rule'))),
    handle: ({ rules }) => rules,
  },
  {
    method: 'POST',
    path: '/rules',
    summary: 'Apply a scenario to the requests to come',
    body: refer('Rule'),
    responses: { ...done, 400: problem },
    handle: (world, body) => addRule(world, readRule(body)),
  },
  {
    method: 'DELETE',
    path: '/rules',
    summary: 'Clear all rules',
    responses: done,
    handle({ rules }) {
      rules.splice(0);
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
    handle(world, body) {
      const { by } = objectOf(body);
      // A list of one text would otherwise count as that text.
      advanceTime(world, typeof by === 'string' ? by : String(JSON.stringify(by)));
    },
  },
  {
    method: 'GET',
    path: '/journal',
    summary: 'List the latest requests and their responses, oldest first',
    responses: ok('The entries.', listOf({ type: 'object' })),
    handle: ({ journal }) => journal.json,
  },
  {
    method: 'GET',
    path: '/events',
    summary: 'Stream each journal entry as it is written',
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
    handle: reset,
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

function findTask({ memory }: World, id = ''): MockTask {
  const task = memory.get(id);
  if (!task) throw new RangeError(`no such task: ${id}`);
  return task;
}

/** Does something to a task, and sends the callbacks that are due then. */
function act({ clock, callbacks }: World, task: MockTask, action = ''): TaskView {
  const apply = Object.hasOwn(taskActions, action) ? taskActions[action] : undefined;
  if (!apply) {
    const actions = Object.keys(taskActions).join(', ');
    throw new TypeError(`no such action: ${action}; there are ${actions}`);
  }
  apply(task, clock.now());
  callbacks.sendDue();
  return viewTask(task, clock.now());
}

const taskFields: Record<keyof TaskView, object> = {
  id: { type: 'string' },
  externalId: { type: 'string' },
  provider: { type: 'string' },
  operation: { type: 'string' },
  status: { type: 'string' },
  scenario: { type: 'string' },
  createdAt: { type: 'integer' },
  age: { type: 'integer' },
  hasResult: { type: 'boolean' },
  isExpired: { type: 'boolean' },
  reason: { type: 'string' },
  states: listOf({
    type: 'object',
    properties: { status: { type: 'string' }, since: { type: 'integer' } },
  }),
  input: { type: 'object' },
};

/** The control API as an OpenAPI document, served at `/_mock/openapi.json`. */
const controlDocument = {
  openapi: '3.1.0',
  info: { title: 'Control API of the kling-fetch mock', version: '1.0.0' },
  servers: [{ url: '/_mock' }],
  paths: describePaths(),
  components: {
    schemas: {
      Problem: {
        type: 'object',
        required: ['message'],
        properties: { message: { type: 'string' } },
      },
      Scenario: {
        type: 'object',
        required: ['name', 'means'],
        properties: { name: { enum: Object.keys(scenarios) }, means: { type: 'string' } },
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
  for (const { method, path, summary, body, responses } of routes) {
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
        responses,
      },
    };
  }
  return paths;
}
