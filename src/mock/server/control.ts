import { operations } from '../../client/operations.ts';
import { providerNames } from '../../documents/documents.ts';
import type { Answer } from './answers.ts';
import { controlDocument } from './control-document.ts';
import { advance, fail, isExpired, stateAt } from './life.ts';
import { scenarioOf, scenarios } from './scenarios.ts';
import type { MockTask } from './tasks.ts';
import { type Rule, reset, type World } from './world.ts';

/** A request for the control API, below `/_mock`. */
export interface ControlRequest {
  method: string;
  path: string;
  body: unknown;
}

/** A task as the control API shows it. */
export interface TaskView {
  id: string;
  externalId: string;
  provider: string;
  operation: string;
  status: string;
  scenario: string;
  createdAt: number;
  /** Milliseconds since then, by the mock's clock. */
  age: number;
  /** When each state begins, those to come included; Unix time in milliseconds. */
  states: { status: string; since: number }[];
  /** Whether it shows its result. */
  hasResult: boolean;
  isExpired: boolean;
  /** Why it failed. */
  reason?: string;
  input: Record<string, unknown>;
}

/** A task without its account, which is a credential. */
function viewOf(task: MockTask, now: number): TaskView {
  const { id, externalId, provider, operation, scenario, createdAt, states, reason, input } = task;
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
    input,
  };
}

/** The tasks as they stand, newest first. */
export function viewAll({ memory, clock }: World): TaskView[] {
  const now = clock.now();
  return [...memory.all].map((task) => viewOf(task, now)).reverse();
}

type Handler = (world: World, body: unknown, id: string) => unknown;

/** What can be done to a task. */
const taskActions: Record<string, (task: MockTask, now: number) => void> = {
  advance,
  fail,
  expire(task) {
    task.isExpired = true;
  },
};

/** Does it to the task, and tells its callbacks. */
function act({ clock, callbacks }: World, task: MockTask, action: string): TaskView {
  const apply = Object.hasOwn(taskActions, action) ? taskActions[action] : undefined;
  if (!apply) {
    const some = Object.keys(taskActions).join(', ');
    throw new TypeError(`no such action: ${action}; there are ${some}`);
  }
  apply(task, clock.now());
  callbacks.tick();
  return viewOf(task, clock.now());
}

const routes: [method: string, path: RegExp, handler: Handler][] = [
  ['GET', /^\/tasks$/, viewAll],
  ['DELETE', /^\/tasks\/(\d+)$/, (world, _, id) => world.memory.remove(taskOf(world, id))],
  [
    'POST',
    /^\/tasks\/(\d+\/\w+)$/,
    (world, _, which) => {
      const [id = '', action = ''] = which.split('/');
      return act(world, taskOf(world, id), action);
    },
  ],
  [
    'GET',
    /^\/scenarios$/,
    () => Object.entries(scenarios).map(([name, { means }]) => ({ name, means })),
  ],
  ['GET', /^\/rules$/, ({ rules }) => rules],
  ['POST', /^\/rules$/, ({ rules }, body) => void rules.unshift(ruleOf(body))],
  ['DELETE', /^\/rules$/, ({ rules }) => void rules.splice(0)],
  [
    'POST',
    /^\/advance$/,
    ({ clock, callbacks }, body) => {
      clock.advance(textOf((body as { by?: unknown } | undefined)?.by));
      callbacks.tick();
    },
  ],
  ['GET', /^\/journal$/, ({ journal }) => journal.entries],
  ['GET', /^\/events$/, noEvents],
  ['POST', /^\/reset$/, reset],
  ['GET', /^\/openapi\.json$/, () => controlDocument],
];

/** Answers a request for the control API; what is wrong with one comes as 400 or 404 with a message. */
export function control(world: World, { method, path, body }: ControlRequest): Answer {
  const fitting = routes.filter(([, pattern]) => pattern.test(path));
  const [, pattern, handler] = fitting.find(([name]) => name === method) ?? [];
  if (!handler) {
    const refused = { body: { message: `no ${method} ${path}` } };
    if (fitting.length === 0) return { status: 404, ...refused };
    return {
      status: 405,
      headers: { allow: fitting.map(([name]) => name).join(', ') },
      ...refused,
    };
  }
  try {
    const result = handler(world, body, pattern?.exec(path)?.[1] ?? '');
    return { status: result === undefined ? 204 : 200, body: result };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { status: error instanceof RangeError ? 404 : 400, body: { message } };
  }
}

/** The server answers before this is asked; without a socket there is nothing that an event could come over. */
function noEvents(): never {
  throw new RangeError('events come over a socket alone');
}

function taskOf({ memory }: World, id: string): MockTask {
  const task = memory.get(id);
  if (!task) throw new RangeError(`no such task: ${id}`);
  return task;
}

/** A text as it is, anything else as JSON: a list of one name is no name. */
const textOf = (value: unknown): string =>
  typeof value === 'string' ? value : String(JSON.stringify(value));

/**
 * Reads a rule from what somebody sent.
 * @throws {TypeError} names the field that is wrong
 */
export function ruleOf(body: unknown): Rule {
  const given = (typeof body === 'object' && body ? body : {}) as Record<string, unknown>;
  const allowed: Record<string, readonly unknown[]> = {
    on: ['create', 'read', 'list', 'any'],
    provider: providerNames,
    operation: Object.keys(operations),
  };
  scenarioOf(textOf(given.scenario));
  for (const [field, values] of Object.entries(allowed)) {
    if (given[field] === undefined || values.includes(given[field])) continue;
    throw new TypeError(`${field} must be one of ${values.join(', ')}`);
  }
  for (const count of ['times', 'running']) {
    const value = given[count];
    if (value === undefined || (Number.isInteger(value) && Number(value) > 0)) continue;
    throw new TypeError(`${count} must be a whole number, at least 1`);
  }
  const { scenario, on, provider, operation, times, running } = given;
  const rule = { scenario, on, provider, operation, times, running };
  return Object.fromEntries(
    Object.entries(rule).filter(([, value]) => value !== undefined),
  ) as object as Rule;
}
