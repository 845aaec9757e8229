import type { OperationName } from '../../client/operations.ts';
import type { ProviderName } from '../../documents/documents.ts';
import type { Lifecycle } from './scenarios.ts';

/** A status of a task, and when it begins. */
export interface State {
  status: string;
  /** Unix time in milliseconds. */
  since: number;
}

/** Whose tasks they are, and of which operation: each account of each provider has its own. */
export interface Owner {
  provider: ProviderName;
  operation: OperationName;
  account: string;
}

/** A task as the mock remembers it. */
export interface MockTask extends Owner {
  id: string;
  /** The external id in the create; empty when there was none. */
  externalId: string;
  /** The body of the create. */
  input: Record<string, unknown>;
  /** Characters of the create's body. */
  size: number;
  /** Name of the scenario that it was created under. */
  scenario: string;
  createdAt: number;
  /** Its states in order, future ones included. */
  states: State[];
  /** Milliseconds from `succeed` until the result is there, too. */
  resultDelay: number;
  /** Why it fails, if it does. */
  reason?: string | undefined;
  /** What happens to its callbacks. */
  callbacks?: Lifecycle['callbacks'];
  /** Set by the control API: the files of the result are gone. */
  isExpired?: boolean;
}

/** The most characters that the bodies of all creates may have together before the oldest tasks are dropped. */
const maxSize = 64 * 1024 * 1024;

/** Remembers tasks from one request to the next, which Prism does not. Drops the oldest beyond a limit. */
export class TaskMemory {
  readonly #byId = new Map<string, MockTask>();
  readonly #byExternalId = new Map<string, MockTask>();
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

  /** Adds a task, and drops the oldest where needed. Adds none when the account already has one with that external id. */
  add(facts: Omit<MockTask, 'id'>): { task?: MockTask; dropped: MockTask[] } {
    const key = keyOf(facts, facts.externalId);
    if (facts.externalId && this.#byExternalId.has(key)) return { dropped: [] };
    // Steps of ten leave room for the ids of results.
    this.#lastId += 10n + BigInt(Math.floor(this.#random() * 1000));
    const task = { ...facts, id: String(this.#lastId) };
    this.#byId.set(task.id, task);
    if (facts.externalId) this.#byExternalId.set(key, task);
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

  /** The account's task with that id or external id. */
  find(owner: Owner, { id = '', externalId = '' }): MockTask | undefined {
    const task = this.#byId.get(id) ?? this.#byExternalId.get(keyOf(owner, externalId));
    return task && belongsTo(task, owner) ? task : undefined;
  }

  /** The task with that id, of any account. */
  get(id: string): MockTask | undefined {
    return this.#byId.get(id);
  }

  remove(task: MockTask): void {
    if (!this.#byId.delete(task.id)) return;
    this.#byExternalId.delete(keyOf(task, task.externalId));
    this.#size -= task.size;
  }

  clear(): void {
    this.#byId.clear();
    this.#byExternalId.clear();
    this.#size = 0;
  }

  /** One page of the account's tasks of one operation, newest first. */
  page(owner: Owner, { pageNum, pageSize }: { pageNum: number; pageSize: number }): MockTask[] {
    const tasks = [...this.all].filter((task) => belongsTo(task, owner)).reverse();
    return tasks.slice((pageNum - 1) * pageSize, pageNum * pageSize);
  }
}

const belongsTo = (task: Owner, { provider, operation, account }: Owner) =>
  task.provider === provider && task.operation === operation && task.account === account;

const keyOf = ({ provider, account }: Pick<Owner, 'provider' | 'account'>, externalId: string) =>
  JSON.stringify([provider, account, externalId]);
