import { type Format, formats } from '../../documents/result-files.ts';
import { joinJson } from './budget.ts';
import { isExpired, stateAt } from './lifecycle.ts';
import { fileName } from './results.ts';
import { inputOf, type MockTask } from './tasks.ts';
import type { Part, World } from './world.ts';

/** A task as the control API shows it. */
export interface TaskView {
  id: string;
  /** The external id that the create gave; empty when it gave none. */
  externalId: string;
  /** Whose it is: the same for all requests with one key, which nobody gets back from it. */
  account: string;
  provider: string;
  operation: string;
  /** The status that a poll sees now, with `succeed` for its success whatever its provider's word for that is. */
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
  /** The files of the result, by their paths on the mock, each with the field that has its address; none until it is there. */
  files: { url: string; format: Format; name: string }[];
  /** Why it failed. */
  reason?: string;
  /** The body of the create, with `model` where that is in its path. */
  input: Record<string, unknown>;
}

/** The tasks of an account as they are now, or all tasks, newest first. */
export const viewTasks = (world: World, account?: Part): TaskView[] =>
  tasksOf(world, account).map((task) => viewTask(task, world.accounts.now(task.account)));

const tasksOf = ({ memory }: World, account: Part): MockTask[] =>
  [...memory.all].filter((task) => account === undefined || task.account === account).reverse();

/** A task as it is now. */
export function viewTask(task: MockTask, now: number): TaskView {
  return {
    ...viewFacts(task, now),
    // Read when it is asked for: as objects, all at once may take more memory than there is.
    get input() {
      return inputOf(task);
    },
  };
}

/** A task without what its create sent. */
function viewFacts(task: MockTask, now: number): Omit<TaskView, 'input'> {
  const { id, externalId, account, provider, operation, scenario, createdAt, states, reason } =
    task;
  const { status, hasResult } = stateAt(task, now);
  const shown = hasResult ? task.files : [];
  const files = shown.map((file, at) => ({ url: `/media/${fileName(id, shown, at)}`, ...file }));
  return {
    id,
    externalId,
    account,
    provider,
    operation,
    status,
    scenario,
    createdAt,
    age: now - createdAt,
    states: structuredClone(states),
    hasResult,
    isExpired: isExpired(task, now),
    files,
    ...(status === 'failed' && reason && { reason }),
  };
}

/** The tasks as JSON, newest first. What their creates sent is copied: reading it would take long. */
export function writeTasks(world: World, account: Part): Uint8Array {
  const texts = tasksOf(world, account).map((task) => {
    const head = JSON.stringify(viewFacts(task, world.accounts.now(task.account))).slice(0, -1);
    return Buffer.concat([Buffer.from(`${head},"input":`), task.body, Buffer.from('}')]);
  });
  return joinJson(texts);
}

/** The fields of a task as JSON Schema. */
export const taskFields: Record<keyof TaskView, object> = {
  id: { type: 'string' },
  externalId: { type: 'string' },
  account: { type: 'string' },
  provider: { type: 'string' },
  operation: { type: 'string' },
  status: { type: 'string' },
  scenario: { type: 'string' },
  createdAt: { type: 'integer' },
  age: { type: 'integer' },
  hasResult: { type: 'boolean' },
  isExpired: { type: 'boolean' },
  files: {
    type: 'array',
    items: {
      type: 'object',
      properties: {
        url: { type: 'string' },
        format: { enum: Object.keys(formats) },
        name: { type: 'string' },
      },
    },
  },
  reason: { type: 'string' },
  states: {
    type: 'array',
    items: {
      type: 'object',
      properties: { status: { type: 'string' }, since: { type: 'integer' } },
    },
  },
  input: { type: 'object' },
};
