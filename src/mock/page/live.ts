import type { TaskView } from '../server/control.ts';
import type { JournalEntry } from '../server/journal.ts';
import type { Rule } from '../server/world.ts';
import { mockApi } from './mock-api.ts';

/** Who is told what the mock does. */
export interface Listener {
  /** Tasks and rules as they stand, newest first, and the journal as far as it is known, oldest first. */
  onState(state: MockState): void;
  onConnection(isConnected: boolean): void;
}

/** What the page shows of the mock. */
export interface MockState {
  tasks: TaskView[];
  rules: Rule[];
  entries: JournalEntry[];
}

/** Milliseconds between two looks at the tasks, when nothing calls for one earlier. */
const interval = 1_000;
/** Milliseconds in which events are gathered before the page is drawn again. */
const gathering = 50;
/** Journal entries kept here. */
const kept = 300;

/**
 * Follows the mock: requests by its events, tasks by looking at them, because they change with time alone. A page that
 * nobody sees holds no connection, of which a browser has but six per server.
 */
export class Live {
  readonly #listener: Listener;
  #entries = new Map<number, JournalEntry>();
  #events: EventSource | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #dueAt = Number.POSITIVE_INFINITY;
  #isLooking = false;

  constructor(listener: Listener) {
    this.#listener = listener;
    document.addEventListener('visibilitychange', () => this.#connect());
    this.#connect();
  }

  /** Looks soon, because something was done to the tasks or the rules. */
  refresh(): void {
    this.#lookIn(gathering);
  }

  /** Forgets the journal, because the mock did. */
  clear(): void {
    this.#entries.clear();
    this.refresh();
  }

  #connect(): void {
    this.#events?.close();
    clearTimeout(this.#timer);
    this.#dueAt = Number.POSITIVE_INFINITY;
    if (document.hidden) return;
    const events = new EventSource('/_mock/events');
    this.#events = events;
    events.addEventListener('open', () => this.#reload());
    events.addEventListener('error', () => this.#listener.onConnection(false));
    events.addEventListener('message', ({ data }) => this.#add([JSON.parse(data)]));
  }

  /** A mock that was started anew counts from 1 again, so what was known before is no good. */
  async #reload(): Promise<void> {
    this.#entries.clear();
    this.#listener.onConnection(true);
    this.#add(await mockApi.journal().catch(() => []));
  }

  #add(entries: JournalEntry[]): void {
    for (const entry of entries) this.#entries.set(entry.number, entry);
    this.refresh();
  }

  /** Looks within so many milliseconds; an earlier look that is planned already will do. */
  #lookIn(ms: number): void {
    const at = performance.now() + ms;
    if (at >= this.#dueAt) return;
    this.#dueAt = at;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#look(), ms);
  }

  async #look(): Promise<void> {
    this.#dueAt = Number.POSITIVE_INFINITY;
    if (this.#isLooking) return this.#lookIn(gathering);
    this.#isLooking = true;
    const began = performance.now();
    const wait = await this.#state().catch(() => interval);
    this.#isLooking = false;
    // Ten thousand tasks take a while to send: looking must not be all that the mock does.
    if (!document.hidden) this.#lookIn(Math.max(wait, (performance.now() - began) * 5));
  }

  /** Tells how everything stands; gives the milliseconds until a task changes by itself. */
  async #state(): Promise<number> {
    const [tasks, rules] = await Promise.all([mockApi.tasks(), mockApi.rules()]);
    const known = [...this.#entries].sort(([a], [b]) => a - b).slice(-kept);
    this.#entries = new Map(known);
    this.#listener.onState({ tasks, rules, entries: [...this.#entries.values()] });
    const left = tasks
      .slice(0, 500)
      .flatMap(({ states, createdAt, age }) => states.map(({ since }) => since - createdAt - age))
      .filter((ms) => ms > 0);
    return Math.max(gathering, Math.min(interval, ...left));
  }
}
