/** What a mock counts, in the text format of Prometheus. */
import type { Accounts } from './accounts.ts';
import { stateAt } from './lifecycle.ts';
import type { TaskMemory } from './tasks.ts';

/** What became of a callback. Of a task whose callbacks are lost or refused, all count as one. */
const callbackOutcomes = ['delivered', 'failed', 'dropped', 'lost', 'refused'] as const;
export type CallbackOutcome = (typeof callbackOutcomes)[number];

/** States of tasks that are counted by name; recordings and scenarios may have others. */
const knownStates = ['submitted', 'processing', 'succeed', 'failed'] as const;

/** Counts up under labels, each of which has few values: words, none of which is anything that somebody sent. */
class Counter {
  readonly #labels: readonly string[];
  /** By the values of the labels, with a space between them. */
  readonly #counts = new Map<string, number>();

  /** @param start values of the only label to show before they are counted */
  constructor(labels: readonly string[], start: readonly string[] = []) {
    this.#labels = labels;
    for (const value of start) this.#counts.set(value, 0);
  }

  /** Counts one, under a value for each label. */
  add(...values: (string | number)[]): void {
    const key = values.join(' ');
    this.#counts.set(key, (this.#counts.get(key) ?? 0) + 1);
  }

  /** Its lines under a name. */
  write(name: string, type: 'counter' | 'gauge', help: string): string {
    const lines = [...this.#counts].map(([key, count]) => {
      const values = key.split(' ');
      const labels = this.#labels.map((label, index) => `${label}="${values[index]}"`);
      return `${name}{${labels}} ${count}\n`;
    });
    return `# HELP ${name} ${help}\n# TYPE ${name} ${type}\n${lines.join('')}`;
  }
}

/** What the mock counts from its start to its end: a reset does not touch it. */
export class Counters {
  readonly requests = new Counter(['provider', 'operation', 'status']);
  readonly files = new Counter(['status']);
  readonly callbacks = new Counter(['outcome'], callbackOutcomes);
}

/** All that is counted, in the text format of Prometheus. */
export function writeMetrics({
  counters,
  memory,
  accounts,
}: {
  counters: Counters;
  memory: TaskMemory;
  accounts: Accounts;
}): string {
  const states = new Counter(['state'], [...knownStates, 'other']);
  for (const task of memory.all) {
    const { status } = stateAt(task, accounts.now(task.account));
    states.add(knownStates.find((known) => known === status) ?? 'other');
  }
  const { requests, files, callbacks } = counters;
  return [
    requests.write(
      'kling_mock_requests_total',
      'counter',
      'Requests to providers; status 0 is one without a response.',
    ),
    files.write('kling_mock_files_total', 'counter', 'Requests for the files of results.'),
    states.write('kling_mock_tasks', 'gauge', 'Tasks that are remembered, by their state now.'),
    callbacks.write(
      'kling_mock_callbacks_total',
      'counter',
      'Callbacks by what became of them; of a task whose callbacks are lost or refused, one.',
    ),
  ].join('');
}
