import type { OperationName } from '../../client/operations.ts';
import type { ProviderName } from '../../documents/documents.ts';
import type { Course } from './scenarios.ts';

/** A moment of a task's life, and what begins there. */
export interface State {
  status: string;
  /** Unix time in milliseconds. */
  since: number;
}

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
  /** Characters of the request that made it. */
  size: number;
  /** Name of the scenario that it was created under. */
  scenario: string;
  createdAt: number;
  /** The moments of its life in order, those to come included. */
  states: State[];
  /** Milliseconds from `succeed` until the result is there, too. */
  resultLater: number;
  /** Why it fails, if it does. */
  reason?: string | undefined;
  /** What becomes of its callbacks. */
  callbacks?: Course['callbacks'];
  /** Set by the control API: whether the files of the result are gone. */
  isExpired?: boolean;
}

/** Characters of requests that are kept with their tasks, all together. */
const maxSize = 64 * 1024 * 1024;

/** What Prism lacks: tasks that are still there at the next request. The oldest are dropped beyond a limit. */
export class TaskMemory {
  readonly #byId = new Map<string, MockTask>();
  readonly #byName = new Map<string, MockTask>();
  readonly #limit: number;
  readonly #random: () => number;
  #lastId = 861_254_119_619_698_760n;
  #size = 0;

  constructor(limit: number, random: () => number) {
    this.#limit = limit;
    this.#random = random;
  }

  /** Every task, oldest first. */
  get all(): IterableIterator<MockTask> {
    return this.#byId.values();
  }

  /** Remembers a new task, and drops the oldest where needed; no task when the account has one of that external id. */
  add(facts: Omit<MockTask, 'id'>): { task?: MockTask; dropped: MockTask[] } {
    const name = nameOf(facts, facts.externalId);
    if (facts.externalId && this.#byName.has(name)) return { dropped: [] };
    // Steps of ten leave room for the ids of results.
    this.#lastId += 10n + BigInt(Math.floor(this.#random() * 1000));
    const task = { ...facts, id: String(this.#lastId) };
    this.#byId.set(task.id, task);
    if (facts.externalId) this.#byName.set(name, task);
    this.#size += task.size;
    return { task, dropped: this.#shrink(task) };
  }

  #shrink(newest: MockTask): MockTask[] {
    const dropped: MockTask[] = [];
    for (const oldest of this.all) {
      const isFull = this.#byId.size > this.#limit || this.#size > maxSize;
      if (!isFull || oldest === newest) break;
      this.remove(oldest);
      dropped.push(oldest);
    }
    return dropped;
  }

  /** The account's task by its own id, or by the name that it was given. */
  find(by: Owner, { id = '', externalId = '' }): MockTask | undefined {
    const task = this.#byId.get(id) ?? this.#byName.get(nameOf(by, externalId));
    return task && isOf(task, by) ? task : undefined;
  }

  /** A task by its own id, whosesoever it is. */
  get(id: string): MockTask | undefined {
    return this.#byId.get(id);
  }

  remove(task: MockTask): void {
    if (!this.#byId.delete(task.id)) return;
    this.#byName.delete(nameOf(task, task.externalId));
    this.#size -= task.size;
  }

  clear(): void {
    this.#byId.clear();
    this.#byName.clear();
    this.#size = 0;
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
