/** What a mock counts, in the text format of Prometheus. */
import type { Accounts } from './accounts.ts';
import { stateAt } from './lifecycle.ts';
import type { TaskMemory } from './tasks.ts';

/** What became of a callback. Of a task whose callbacks are lost or refused, all count as one. */
export const callbackOutcomes = ['delivered', 'failed', 'dropped', 'lost', 'refused'] as const;
export type CallbackOutcome = (typeof callbackOutcomes)[number];

/** States of tasks that are counted by name; recordings and scenarios may have others. */
const knownStates = ['submitted', 'processing', 'succeed', 'failed'] as const;

type Labels = Record<string, string | number>;

/** Counts up under labels, each of which has few values. */
export class Counter {
  readonly #counts = new Map<string, number>();

  /** @param start labels to show before they are counted */
  constructor(start: readonly Labels[] = []) {
    for (const labels of start) this.#counts.set(writeLabels(labels), 0);
  }

  add(labels: Labels): void {
    const key = writeLabels(labels);
    this.#counts.set(key, (this.#counts.get(key) ?? 0) + 1);
  }

  /** Its lines under a name. */
  write(name: string, type: 'counter' | 'gauge', help: string): string {
    const lines = [...this.#counts].map(([labels, count]) => `${name}${labels} ${count}\n`);
    return `# HELP ${name} ${help}\n# TYPE ${name} ${type}\n${lines.join('')}`;
  }
}

/** No value is anything that somebody sent, so none needs an escape. */
const writeLabels = (labels: Labels) =>
  `{${Object.entries(labels).map(([name, value]) => `${name}="${value}"`)}}`;

/** What the mock counts from its start to its end: a reset does not touch it. */
export class Counters {
  readonly requests = new Counter();
  readonly files = new Counter();
  readonly callbacks = new Counter(callbackOutcomes.map((outcome) => ({ outcome })));
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
  const states = new Counter([...knownStates, 'other'].map((state) => ({ state })));
  for (const task of memory.all) {
    const { status } = stateAt(task, accounts.now(task.account));
    states.add({ state: knownStates.find((known) => known === status) ?? 'other' });
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
