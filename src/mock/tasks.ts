import type { ProviderName } from '../contract/documents.ts';
import type { OperationName } from '../operations.ts';
import type { Course } from './scenarios.ts';

/** Whose tasks: each account of each provider has its own. */
export interface Owner {
  provider: ProviderName;
  operation: OperationName;
  account: string;
}

/** A task as the mock remembers it. */
export interface MockTask extends Owner {
  id: string;
  /** What the create named it; empty when it did not. */
  externalId: string;
  input: Record<string, unknown>;
  course: Course;
  /** Name of the scenario that it was created under. */
  scenario: string;
  createdAt: number;
  /** Milliseconds from create to end. */
  takes: number;
  /** Set by the control API: whether the files of the result are gone. */
  isExpired?: boolean;
}

/** Mean seconds from create to end. For videos as ComfyUI measured it; for sounds nobody says, so a guess. */
const meanSeconds: Record<OperationName, number> = {
  textToAudio: 30,
  videoToAudio: 40,
  textToVideo: 319,
};

/** Milliseconds that a task of this kind takes at a speed: 1 is real life. */
export function durationOf(operation: OperationName, speed: number | 'instant'): number {
  return speed === 'instant' ? 0 : (meanSeconds[operation] * 1000) / speed;
}

/** The share of its time that a task spends waiting for its turn. */
const shareSubmitted = 0.2;

/** The moments of a task's life, in order, and what begins at each. */
export function statesOf(task: MockTask): { status: string; since: number }[] {
  const { createdAt, takes, course } = task;
  const { ends = 'succeed', word = 'processing' } = course;
  const states = [
    { status: 'submitted', since: createdAt },
    { status: word, since: Math.round(createdAt + takes * shareSubmitted) },
  ];
  if (ends !== 'never') states.push({ status: ends, since: Math.round(createdAt + takes) });
  return states;
}

/** Where a task stands at a time, since when, and whether its result shows. */
export function stateAt(
  task: MockTask,
  now: number,
): { status: string; since: number; hasResult: boolean } {
  const reached = statesOf(task).filter(({ since }) => since <= now);
  const { status = 'submitted', since = task.createdAt } = reached.at(-1) ?? {};
  const later = (task.course.resultLater ?? 0) * task.takes;
  return { status, since, hasResult: status === 'succeed' && now >= since + later };
}

/** Whether a task still takes one of the account's places. */
export function isRunning(task: MockTask, now: number): boolean {
  return !['succeed', 'failed'].includes(stateAt(task, now).status);
}

/** What Prism lacks: tasks that are still there at the next request. The oldest are dropped beyond a limit. */
export class TaskMemory {
  readonly #byId = new Map<string, MockTask>();
  readonly #byName = new Map<string, MockTask>();
  readonly #limit: number;
  readonly #random: () => number;
  #lastId = 861_254_119_619_698_760n;

  constructor(limit: number, random: () => number) {
    this.#limit = limit;
    this.#random = random;
  }

  /** Every task, oldest first. */
  get all(): IterableIterator<MockTask> {
    return this.#byId.values();
  }

  /** Remembers a new task; nothing when the account has one of that external id already. */
  add(facts: Omit<MockTask, 'id'>): { task?: MockTask; dropped?: MockTask } {
    const name = nameOf(facts, facts.externalId);
    if (facts.externalId && this.#byName.has(name)) return {};
    this.#lastId += 1n + BigInt(Math.floor(this.#random() * 1000));
    const task = { ...facts, id: String(this.#lastId) };
    this.#byId.set(task.id, task);
    if (facts.externalId) this.#byName.set(name, task);
    const [oldest] = this.#byId.size > this.#limit ? this.all : [];
    if (!oldest) return { task };
    this.remove(oldest);
    return { task, dropped: oldest };
  }

  /** The account's task by its own or its external id. */
  find(by: Owner, id: string): MockTask | undefined {
    const task = this.#byId.get(id) ?? this.#byName.get(nameOf(by, id));
    return task && isOf(task, by) ? task : undefined;
  }

  /** A task by its own id, whosesoever it is. */
  get(id: string): MockTask | undefined {
    return this.#byId.get(id);
  }

  remove(task: MockTask): void {
    this.#byId.delete(task.id);
    this.#byName.delete(nameOf(task, task.externalId));
  }

  clear(): void {
    this.#byId.clear();
    this.#byName.clear();
  }

  /** One page of the account's tasks of one operation, newest first. */
  page(by: Owner, { pageNum, pageSize }: { pageNum: number; pageSize: number }): MockTask[] {
    const theirs = [...this.all].filter((task) => isOf(task, by)).reverse();
    return theirs.slice((pageNum - 1) * pageSize, pageNum * pageSize);
  }
}

const isOf = (task: Owner, { provider, operation, account }: Owner) =>
  task.provider === provider && task.operation === operation && task.account === account;

const nameOf = (by: Pick<Owner, 'provider' | 'account'>, externalId: string) =>
  JSON.stringify([by.provider, by.account, externalId]);
