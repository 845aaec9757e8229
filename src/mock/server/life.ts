import { type OperationName, operations } from '../../client/operations.ts';
import { endOf } from '../../client/refusals.ts';
import type { Course } from './scenarios.ts';
import type { MockTask, State } from './tasks.ts';

/** A state as an answer shows it. */
export interface Shown extends State {
  /** Whether the result is there, too. */
  hasResult: boolean;
}

/** Milliseconds that a task of this kind takes at a speed: 1 is real life. */
export function durationOf(operation: OperationName, speed: number | 'instant'): number {
  return speed === 'instant' ? 0 : (operations[operation].seconds * 1000) / speed;
}

/** The share of its time that a task spends waiting for its turn. */
const shareSubmitted = 0.2;
/** What a result that comes later than `succeed` comes later at least, in milliseconds: instant tasks have no time. */
const leastLater = 100;
/** Milliseconds that results are kept, as documented: 30 days. */
const lifetime = 30 * 24 * 3_600_000;

/** The life that is before a new task: its states in order, and how much later than `succeed` its result comes. */
export function lifeOf(
  createdAt: number,
  takes: number,
  { ends = 'succeed', word = 'processing', resultLater }: Course,
): Pick<MockTask, 'states' | 'resultLater'> {
  const states = [
    { status: 'submitted', since: createdAt },
    { status: word, since: Math.round(createdAt + takes * shareSubmitted) },
  ];
  if (ends !== 'never') states.push({ status: ends, since: Math.round(createdAt + takes) });
  const later = resultLater ? Math.max(leastLater, Math.round(resultLater * takes)) : 0;
  return { states, resultLater: later };
}

/** A state as it looks at a time. */
export function shown({ resultLater }: MockTask, state: State, now: number): Shown {
  const hasResult = state.status === 'succeed' && now >= state.since + resultLater;
  return { ...state, hasResult };
}

/** Where a task stands at a time. */
export function stateAt(task: MockTask, now: number): Shown {
  const { states, createdAt } = task;
  const reached = states.findLast(({ since }) => since <= now);
  return shown(task, reached ?? { status: 'submitted', since: createdAt }, now);
}

/** Whether a task has come to its end, after which it changes no more. */
export const isOver = (status: string): boolean => endOf(status) !== undefined;

/** Whether the files of the result are gone: the control API said so, or their time has passed. */
export function isExpired(task: MockTask, now: number): boolean {
  const { status, since } = stateAt(task, now);
  return task.isExpired === true || (isOver(status) && now >= since + lifetime);
}

/** Brings a task to its next state now, and what comes after that as much earlier; or to its late result. */
export function advance(task: MockTask, now: number): void {
  const next = task.states.find(({ since }) => since > now);
  const current = stateAt(task, now);
  if (next) {
    const early = next.since - now;
    for (const state of task.states) if (state.since > now) state.since -= early;
  } else if (isOver(current.status)) {
    task.resultLater = Math.min(task.resultLater, now - current.since);
  }
}

/**
 * Ends a task that is not over: it fails now.
 * @throws {TypeError} it is over
 */
export function fail(task: MockTask, now: number): void {
  const { status } = stateAt(task, now);
  if (isOver(status)) throw new TypeError(`the task is over: ${status}`);
  const past = task.states.filter(({ since }) => since <= now);
  task.states = [...past, { status: 'failed', since: now }];
  task.reason = 'Failed from the control API';
}
