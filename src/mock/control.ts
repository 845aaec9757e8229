import { providerNames } from '../contract/documents.ts';
import { operations } from '../operations.ts';
import type { Answer } from './answers.ts';
import { controlDocument } from './control-document.ts';
import { scenarioOf, scenarios } from './scenarios.ts';
import { type MockTask, stateAt, statesOf } from './tasks.ts';
import type { Rule, World } from './world.ts';

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
export function viewOf(task: MockTask, now: number): TaskView {
  const { id, externalId, provider, operation, scenario, createdAt, input } = task;
  const { status, hasResult } = stateAt(task, now);
  const { isExpired = false } = task;
  const states = statesOf(task);
  const { reason } = task.course;
  return {
    id,
    externalId,
    provider,
    operation,
    status,
    scenario,
    createdAt,
    age: now - createdAt,
    states,
    hasResult,
    isExpired,
    ...(status === 'failed' && reason && { reason }),
    input,
  };
}

type Handler = (world: World, body: unknown, id: string) => unknown;

/** What can be done to a task. */
const taskActions: Record<string, (task: MockTask, now: number) => void> = {
  /** To the next of its states, now. */
  advance(task, now) {
    const next = statesOf(task).find(({ since }) => since > now);
    if (next) task.createdAt -= next.since - now;
  },
  fail(task, now) {
    task.course = { ends: 'failed', reason: 'Failed from the control API' };
    task.takes = Math.max(0, now - task.createdAt);
  },
  expire(task) {
    task.isExpired = true;
  },
};

const routes: [method: string, path: RegExp, handler: Handler][] = [
  [
    'GET',
    /^\/tasks$/,
    ({ memory, clock }) => [...memory.all].map((task) => viewOf(task, clock.now())).reverse(),
  ],
  ['DELETE', /^\/tasks\/(\d+)$/, (world, _, id) => world.memory.remove(taskOf(world, id))],
  [
    'POST',
    /^\/tasks\/(\d+\/\w+)$/,
    (world, _, which) => {
      const [id = '', action = ''] = which.split('/');
      const task = taskOf(world, id);
      const act = Object.hasOwn(taskActions, action) ? taskActions[action] : undefined;
      if (!act)
        throw new TypeError(
          `no such action: ${action}; there are ${Object.keys(taskActions).join(', ')}`,
        );
      act(task, world.clock.now());
      return viewOf(task, world.clock.now());
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
      clock.advance(String((body as { by?: unknown } | undefined)?.by));
      callbacks.tick();
    },
  ],
  ['GET', /^\/journal$/, ({ journal }) => journal.entries],
  [
    'POST',
    /^\/reset$/,
    ({ memory, rules, journal, callbacks }) => {
      memory.clear();
      rules.splice(0);
      journal.clear();
      callbacks.clear();
    },
  ],
  ['GET', /^\/openapi\.json$/, () => controlDocument],
];

/** Answers a request for the control API; what is wrong with one comes as 400 or 404 with a message. */
export function control(world: World, { method, path, body }: ControlRequest): Answer {
  const fitting = routes.filter(([, pattern]) => pattern.test(path));
  const [, pattern, handler] = fitting.find(([name]) => name === method) ?? [];
  if (!handler)
    return { status: fitting.length ? 405 : 404, body: { message: `no ${method} ${path}` } };
  try {
    const result = handler(world, body, pattern?.exec(path)?.[1] ?? '');
    return { status: result === undefined ? 204 : 200, body: result };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { status: error instanceof RangeError ? 404 : 400, body: { message } };
  }
}

function taskOf({ memory }: World, id: string): MockTask {
  const task = memory.get(id);
  if (!task) throw new RangeError(`no such task: ${id}`);
  return task;
}

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
  scenarioOf(String(given.scenario));
  for (const [field, values] of Object.entries(allowed)) {
    if (given[field] === undefined || values.includes(given[field])) continue;
    throw new TypeError(`${field} must be one of ${values.join(', ')}`);
  }
  const { times } = given;
  if (times !== undefined && !(Number.isInteger(times) && Number(times) > 0)) {
    throw new TypeError('times must be a whole number, at least 1');
  }
  const { scenario, on, provider, operation } = given;
  return { scenario, on, provider, operation, times } as Rule;
}
