import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import type { TaskHandle } from '../../src/client/errors.ts';

/**
 * How an order ended, as far as the application knows. `uncertain` is what a CreateUncertainError says; `interrupted` was
 * killed between create and answer, where nobody finds tasks by external id.
 */
export interface End {
  how: 'finished' | 'failed' | 'refused' | 'uncertain' | 'interrupted' | 'wrong';
  /** The address of the result, the external id of an uncertain create, or what went wrong. */
  what: string;
}

/** What the application knows of one order. */
interface Entry {
  /** It is about to send the create: from here on there may be a task. */
  isAsked?: boolean;
  handle?: TaskHandle;
  end?: End;
}

/** The application's memory on disk: written before it acts, so that being killed at any moment loses nothing. */
export class Journal {
  readonly #file: string;
  readonly #entries = new Map<number, Entry>();
  /** Megabytes of heap at most, over all processes. */
  megabytes = 0;
  rejections: string[] = [];

  constructor(file: string) {
    this.#file = file;
    if (!existsSync(file)) return;
    for (const line of readFileSync(file, 'utf8').split('\n')) if (line) this.#learn(line);
    // A line that was cut off by the end of a process must not swallow the next one.
    appendFileSync(file, '\n');
  }

  of(order: number): Entry {
    return this.#entries.get(order) ?? {};
  }

  write(order: number, entry: Entry): void {
    this.#append({ order, ...entry });
  }

  note(facts: { megabytes?: number; rejection?: string }): void {
    this.#append(facts);
  }

  #append(facts: object): void {
    const line = JSON.stringify(facts);
    appendFileSync(this.#file, `${line}\n`);
    this.#learn(line);
  }

  #learn(line: string): void {
    let facts: Entry & { order?: number; megabytes?: number; rejection?: string };
    try {
      facts = JSON.parse(line);
    } catch {
      return;
    }
    const { order, megabytes = 0, rejection, ...entry } = facts;
    this.megabytes = Math.max(this.megabytes, megabytes);
    if (rejection) this.rejections.push(rejection);
    if (order !== undefined) this.#entries.set(order, { ...this.of(order), ...entry });
  }
}
