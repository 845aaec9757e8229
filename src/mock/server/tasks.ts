import type { OperationName } from '../../client/operations.ts';
import { offerOf, type ProviderName, providers } from '../../documents/documents.ts';
import { type JsonObject, objectOf } from '../../documents/json.ts';
import type { Format } from '../../documents/result-files.ts';
import { type Budget, fromBytes } from './budget.ts';
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

/** Who reads tasks, and which. */
export interface Reader extends Pick<Owner, 'provider' | 'account'> {
  operations: readonly OperationName[];
  /** Whether it sees the tasks of other providers of the same account, too. */
  seesOthers: boolean;
}

/** What became of a recorded task, for another one to live through. */
export interface Course {
  /** Its states in order, each with the milliseconds after the create. */
  states: { status: string; after: number }[];
  /** Milliseconds after the create until the result was there, too; absent where it never was. */
  resultAfter?: number;
  /** Why it failed. */
  reason?: string;
  /** Seconds that its result plays; absent where it had none. */
  seconds?: number | undefined;
  /** The recorded bodies as JSON: of the response to the create under `create`, of a poll under the status that it shows. */
  shown: Map<string, Uint8Array>;
  /** The recorded file of a kind, such as `mp3`; undefined where there is none. */
  file: (kind: string) => Promise<Uint8Array | undefined>;
}

/** A file of a result. */
export interface TaskFile {
  format: Format;
  /** The field with its address, such as `watermark_url`. */
  name: string;
}

/** What of a result depends on the create that asked for it. */
export interface Shape {
  /** How many items the lists have that are not as the example shows them. */
  counts: Record<string, number>;
  /** Fields of the create that the result repeats, without their files. */
  repeats: JsonObject;
  /** The id of the video that it is made from; undefined where the create names none. */
  parent?: string | undefined;
}

/** A task as the mock remembers it. */
export interface MockTask extends Owner {
  id: string;
  /** The external id in the create; empty when there was none. */
  externalId: string;
  /**
   * The body of the create as JSON, with `model` where that is in the path: `inputOf` reads it. Objects would take many times as
   * much memory.
   */
  body: Uint8Array;
  /** Seconds that the result plays. */
  seconds: number;
  /** The files of its result, in the order in which they are numbered. */
  files: readonly TaskFile[];
  /** What else of its result depends on the create; undefined where that was recorded. */
  shape?: Shape | undefined;
  /** The units that it is charged with, by Kling's price list; undefined where that does not say. */
  units?: string | undefined;
  /** Whether the result comes with a watermark, too. */
  hasWatermark: boolean;
  /** Name of the scenario that it was created under. */
  scenario: string;
  createdAt: number;
  /** Its states in order, future ones included. */
  states: State[];
  /** Milliseconds from `succeed` until the result is there, too. */
  resultDelay: number;
  /** Why it fails, if it does. */
  reason?: string | undefined;
  /** What it lives through, where that was recorded. */
  course?: Course | undefined;
  /** What happens to its callbacks. */
  callbacks?: Lifecycle['callbacks'];
  /** Whether what it made, such as a voice, was deleted. */
  isDeleted?: boolean;
  /** Set by the control API: the files of the result are gone. */
  isExpired?: boolean;
}

/** The input of the create that made a task. */
export const inputOf = ({ body }: MockTask): JsonObject => objectOf(fromBytes(body));

/** Remembers tasks from one request to the next, which Prism does not. Drops the oldest beyond a number and a budget. */
export class TaskMemory {
  readonly #byId = new Map<string, MockTask>();
  readonly #byExternalId = new Map<string, MockTask>();
  readonly #limit: number;
  readonly #random: () => number;
  readonly #budget: Budget;
  /** Stands at the oldest task. From the beginning, a Map would pass all that were dropped since it last grew. */
  readonly #oldest = this.#byId.values();
  /** The ids of tasks that were dropped and that nobody was told of yet. */
  #dropped: string[] = [];
  #lastId = 861_254_119_619_698_760n;

  constructor(limit: number, random: () => number, budget: Budget) {
    this.#limit = limit;
    this.#random = random;
    this.#budget = budget;
  }

  /** Every task, oldest first. */
  get all(): IterableIterator<MockTask> {
    return this.#byId.values();
  }

  /**
   * Adds a task, and drops the oldest where needed: `dropped` has the ids of all that went since the last call. Adds none
   * when the account already has one with that external id, at whichever provider of the same origin.
   */
  add(facts: Omit<MockTask, 'id'>): { task?: MockTask; dropped: string[] } {
    const key = keyOf(facts, facts.externalId);
    if (facts.externalId && this.#byExternalId.has(key)) return { dropped: [] };
    // Steps of ten leave room for the ids of results.
    this.#lastId += 10n + BigInt(Math.floor(this.#random() * 1000));
    const task = { ...facts, id: String(this.#lastId) };
    this.#byId.set(task.id, task);
    if (facts.externalId) this.#byExternalId.set(key, task);
    // An external id is kept twice more beside the body, as text.
    const shape = JSON.stringify(facts.shape ?? '').length;
    const size = task.body.length + 4 * facts.externalId.length + shape;
    this.#budget.keep(task, size, () => this.#drop(task));
    if (this.#byId.size > this.#limit) this.#drop(this.#oldest.next().value ?? task);
    const dropped = this.#dropped;
    this.#dropped = [];
    return { task, dropped };
  }

  #drop(task: MockTask): void {
    this.remove(task);
    this.#dropped.push(task.id);
  }

  /** The account's task with that id or external id. */
  find(reader: Reader, { id = '', externalId = '' }): MockTask | undefined {
    const task = this.#byId.get(id) ?? this.#byExternalId.get(keyOf(reader, externalId));
    return task && isSeen(task, reader) ? task : undefined;
  }

  /** The task with that id, of any account. */
  get(id: string): MockTask | undefined {
    return this.#byId.get(id);
  }

  remove(task: MockTask): void {
    if (!this.#byId.delete(task.id)) return;
    this.#byExternalId.delete(keyOf(task, task.externalId));
    this.#budget.release(task);
  }

  /** Removes the tasks of one account, or all of them. */
  clear(account?: string): void {
    for (const task of this.all) {
      if (account === undefined || task.account === account) this.remove(task);
    }
    if (account === undefined) this.#dropped = [];
  }

  /** The account's tasks, newest first, without those whose voice or element was deleted. */
  list(reader: Reader): MockTask[] {
    return [...this.all].filter((task) => isSeen(task, reader) && !task.isDeleted).reverse();
  }
}

type Place = Pick<Owner, 'provider' | 'account'>;

/** Whether two are of one account: that is the same at all providers that are one host. */
export const isSameAccount = (a: Place, b: Place): boolean =>
  a.account === b.account && providers[a.provider].origin === providers[b.provider].origin;

function isSeen(task: Owner, reader: Reader): boolean {
  if (!isSameAccount(task, reader)) return false;
  const { provider, operation } = task;
  if (provider === reader.provider) return reader.operations.includes(operation);
  // What was answered at once is no task to anybody else.
  return reader.seesOthers && offerOf(provider, operation)?.result !== '';
}

const keyOf = ({ provider, account }: Place, externalId: string) =>
  JSON.stringify([providers[provider].origin, account, externalId]);
