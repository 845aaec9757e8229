import type { ProviderName } from '../contract/documents.ts';
import type { OperationName } from '../operations.ts';
import type { Scenario } from './scenarios.ts';

/** A task as the mock remembers it. */
export interface MockTask {
  id: string;
  /** What the create named it; empty when it did not. */
  externalId: string;
  provider: ProviderName;
  operation: OperationName;
  /** Whose task it is: the `Authorization` header of the create. */
  account: string;
  input: Record<string, unknown>;
  scenario: Scenario;
  createdAt: number;
  /** Milliseconds from create to end. */
  takes: number;
}

/** Mean seconds from create to end. For videos as ComfyUI measured it; for sounds nobody says, so a guess. */
const meanSeconds: Record<OperationName, number> = {
  textToAudio: 30,
  videoToAudio: 40,
  textToVideo: 319,
};

/** How long a task of this kind takes at a speed: 1 is real life. */
export function durationOf(operation: OperationName, speed: number | 'instant'): number {
  return speed === 'instant' ? 0 : (meanSeconds[operation] * 1000) / speed;
}

/** The share of its time that a task spends waiting for its turn. */
const shareSubmitted = 0.2;

/** Where a task stands at a time, and when it came there. */
export function stateAt(task: MockTask, now: number): { status: string; since: number } {
  const begins = task.createdAt + task.takes * shareSubmitted;
  const ends = task.createdAt + task.takes;
  if (now < begins) return { status: 'submitted', since: task.createdAt };
  if (now < ends || !task.scenario.ends) return { status: 'processing', since: Math.round(begins) };
  return { status: task.scenario.ends, since: Math.round(ends) };
}

/** What Prism lacks: tasks that are still there at the next request. */
export class TaskMemory {
  readonly #byId = new Map<string, MockTask>();
  readonly #byName = new Map<string, MockTask>();
  #lastId = 861_254_119_619_698_760n;

  /** Remembers a new task; nothing when the account has one of that external id already. */
  add(facts: Omit<MockTask, 'id'>): MockTask | undefined {
    const name = nameOf(facts, facts.externalId);
    if (facts.externalId && this.#byName.has(name)) return undefined;
    this.#lastId += 1n + BigInt(Math.floor(Math.random() * 1000));
    const task = { ...facts, id: String(this.#lastId) };
    this.#byId.set(task.id, task);
    if (facts.externalId) this.#byName.set(name, task);
    return task;
  }

  /** The account's task by its own or its external id. */
  find(by: Pick<MockTask, 'provider' | 'operation' | 'account'>, id: string): MockTask | undefined {
    const task = this.#byId.get(id) ?? this.#byName.get(nameOf(by, id));
    const isTheirs =
      task?.provider === by.provider &&
      task.operation === by.operation &&
      task.account === by.account;
    return isTheirs ? task : undefined;
  }

  /** A task by its own id, whosesoever it is: result files are not protected. */
  get(id: string): MockTask | undefined {
    return this.#byId.get(id);
  }

  /** One page of the account's tasks of one operation, newest first. */
  page(
    by: Pick<MockTask, 'provider' | 'operation' | 'account'>,
    { pageNum, pageSize }: { pageNum: number; pageSize: number },
  ): MockTask[] {
    const theirs = [...this.#byId.values()].filter(({ id }) => this.find(by, id)).reverse();
    return theirs.slice((pageNum - 1) * pageSize, pageNum * pageSize);
  }
}

const nameOf = (by: Pick<MockTask, 'provider' | 'account'>, externalId: string) =>
  JSON.stringify([by.provider, by.account, externalId]);
