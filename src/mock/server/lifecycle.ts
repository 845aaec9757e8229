import { endOf } from '../../client/refusals.ts';
import { offerOf } from '../../documents/documents.ts';
import type { Lifecycle } from './scenarios.ts';
import type { Course, MockTask, Owner, State } from './tasks.ts';

/**
 * The mock's own time, which tasks and results live by: real time, plus what `advance` added. Tokens and signatures use
 * real time, because nobody else's clock is moved with this one.
 */
export class Clock {
  readonly #base: () => number;
  #ahead = 0;

  /** @param base the time that it is ahead of */
  constructor(base: () => number = () => Date.now()) {
    this.#base = base;
  }

  /** Unix time in milliseconds, as the mock sees it. */
  readonly now = (): number => this.#base() + this.#ahead;

  /** Moves the time forward. Takes milliseconds, or a number with a unit: `90s`, `5m`, `2h`, `30d`. */
  advance(by: number | string): void {
    const ahead = this.#ahead + parseDuration(by);
    if (ahead > maxAhead) throw new TypeError('the clock can be at most 100 years ahead');
    this.#ahead = ahead;
  }
}

/** Milliseconds that the clock may be ahead: JavaScript has no dates far beyond. */
const maxAhead = 100 * 365 * 8.64e7;

const units: Record<string, number> = { ms: 1, s: 1e3, m: 6e4, h: 3.6e6, d: 8.64e7 };

function parseDuration(by: number | string): number {
  const [, count = '', unit = 'ms'] = /^(\d+(?:\.\d+)?)(ms|s|m|h|d)?$/.exec(String(by)) ?? [];
  if (count === '') throw new TypeError(`not a duration: ${by}; write 90s, 5m or 2h`);
  return Math.round(Number(count) * (units[unit] ?? 1));
}

/** A state as a response shows it. */
export interface VisibleState extends State {
  /** Whether the result is there, too. */
  hasResult: boolean;
}

/** How many milliseconds a task of this operation takes at a speed; 1 is real life. */
export function durationOf({ provider, operation }: Owner, speed: number | 'instant'): number {
  const { seconds = 0 } = offerOf(provider, operation) ?? {};
  return speed === 'instant' ? 0 : (seconds * 1000) / speed;
}

/** The share of its time that a task is `submitted`. */
const shareSubmitted = 0.2;
/** How late a late result is at least, in milliseconds: an instant task has no time of which to take a share. */
const leastLater = 100;
/** How long results are kept, in milliseconds: 30 days, as documented. */
const lifetime = 30 * 24 * 3_600_000;

/** Plans a new task: its states in order, and how much later than `succeed` its result comes. */
export function planLifecycle(
  createdAt: number,
  takes: number,
  { ends = 'succeed', runningStatus = 'processing', resultDelay }: Lifecycle,
): Pick<MockTask, 'states' | 'resultDelay'> {
  const states = [
    { status: 'submitted', since: createdAt },
    { status: runningStatus, since: Math.round(createdAt + takes * shareSubmitted) },
  ];
  if (ends !== 'never') states.push({ status: ends, since: Math.round(createdAt + takes) });
  const later = resultDelay ? Math.max(leastLater, Math.round(resultDelay * takes)) : 0;
  return { states, resultDelay: later };
}

/** Plans a task that lives through what was recorded of another one, at a speed. */
export function planCourse(
  createdAt: number,
  speed: number | 'instant',
  { states, resultAfter = Number.POSITIVE_INFINITY }: Course,
): Pick<MockTask, 'states' | 'resultDelay'> {
  const pace = speed === 'instant' ? 0 : 1 / speed;
  const end = states.at(-1)?.after ?? 0;
  // Of no time, however fast it goes, a result that never came is still not there.
  const later = Number.isFinite(resultAfter) ? Math.max(0, resultAfter - end) * pace : resultAfter;
  return {
    states: states.map(({ status, after }) => ({
      status,
      since: Math.round(createdAt + after * pace),
    })),
    resultDelay: Math.round(later),
  };
}

/** A state of a task as it is seen at a time. */
export function viewState({ resultDelay }: MockTask, state: State, now: number): VisibleState {
  const hasResult = state.status === 'succeed' && now >= state.since + resultDelay;
  return { ...state, hasResult };
}

/** The state of a task at a time. */
export function stateAt(task: MockTask, now: number): VisibleState {
  const { states, createdAt } = task;
  const reached = states.findLast(({ since }) => since <= now);
  return viewState(task, reached ?? { status: 'submitted', since: createdAt }, now);
}

/** Whether a task with this status has ended and changes no more. */
export const isOver = (status: string): boolean => endOf(status) !== undefined;

/** When a task changes next, Unix time in milliseconds; never without help where that is infinite; undefined where it is done. */
export function nextChange(task: MockTask, now: number): number | undefined {
  const next = task.states.find(({ since }) => since > now);
  if (next) return next.since;
  const { status, since } = stateAt(task, now);
  if (!isOver(status)) return Number.POSITIVE_INFINITY;
  const result = since + task.resultDelay;
  return result > now ? result : undefined;
}

/** Whether the files of the result are gone: the control API expired them, or their time has passed. */
export function isExpired(task: MockTask, now: number): boolean {
  const { status, since } = stateAt(task, now);
  return task.isExpired === true || (isOver(status) && now >= since + lifetime);
}

/** Brings a task to its next state now, and all later states as much earlier; or to its late result. */
export function advanceTask(task: MockTask, now: number): void {
  const next = task.states.find(({ since }) => since > now);
  const current = stateAt(task, now);
  if (next) {
    const early = next.since - now;
    for (const state of task.states) if (state.since > now) state.since -= early;
  } else if (isOver(current.status)) {
    task.resultDelay = Math.min(task.resultDelay, now - current.since);
  }
}

/**
 * Lets a running task fail now.
 * @throws {TypeError} it has already ended
 */
export function failTask(task: MockTask, now: number): void {
  const { status } = stateAt(task, now);
  if (isOver(status)) throw new TypeError(`the task has already ended: ${status}`);
  const past = task.states.filter(({ since }) => since <= now);
  task.states = [...past, { status: 'failed', since: now }];
  task.reason = 'Failed from the control API';
}
