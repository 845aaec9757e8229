import type { JournalEntry } from '../server/journal.ts';
import type { Rule } from '../server/rules.ts';
import type { TaskView } from '../server/task-view.ts';
import { mockApi } from './mock-api.ts';

/** What the page shows of the mock. */
export interface MockState {
  /** Newest first. */
  tasks: TaskView[];
  /** The rules in force, the one that wins first. */
  rules: Rule[];
  /** The latest journal entries, oldest first. */
  entries: JournalEntry[];
}

/** Is told when something changes in the mock. */
export interface MockListener {
  onState(state: MockState): void;
  onConnection(isConnected: boolean): void;
}

/** The longest time between two polls, in milliseconds. */
const pollInterval = 1_000;
/** Events that come within this many milliseconds of each other lead to one poll. */
const batchDelay = 50;
/** Journal entries that are kept. */
const maxEntries = 300;

/**
 * Follows the mock. Requests come as events; tasks are polled, because they change with time alone. While the page is
 * hidden it holds no connection, as a browser has only six per server.
 */
export class MockWatcher {
  readonly #listener: MockListener;
  #entries = new Map<number, JournalEntry>();
  #events: EventSource | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** When the next poll is due, by `performance.now()`. */
  #dueAt = Number.POSITIVE_INFINITY;
  #isPolling = false;

  constructor(listener: MockListener) {
    this.#listener = listener;
    document.addEventListener('visibilitychange', () => this.#connect());
    this.#connect();
  }

  /** Polls soon, because the tasks or the rules were changed. */
  refresh(): void {
    this.#schedulePoll(batchDelay);
  }

  /** Drops the journal, because the mock did. */
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

  /** Reloads the whole journal, because a mock that was restarted numbers its entries from 1 again. */
  async #reload(): Promise<void> {
    this.#entries.clear();
    this.#listener.onConnection(true);
    this.#add(await mockApi.journal().catch(() => []));
  }

  #add(entries: JournalEntry[]): void {
    for (const entry of entries) this.#entries.set(entry.number, entry);
    this.refresh();
  }

  /** Polls within this many milliseconds, unless an earlier poll is already scheduled. */
  #schedulePoll(delay: number): void {
    const at = performance.now() + delay;
    if (at >= this.#dueAt) return;
    this.#dueAt = at;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#poll(), delay);
  }

  async #poll(): Promise<void> {
    this.#dueAt = Number.POSITIVE_INFINITY;
    if (this.#isPolling) return this.#schedulePoll(batchDelay);
    this.#isPolling = true;
    const startedAt = performance.now();
    const delay = await this.#update().catch(() => pollInterval);
    this.#isPolling = false;
    // Ten thousand tasks take a while to send, and the mock must have time for other requests.
    const cost = performance.now() - startedAt;
    if (!document.hidden) this.#schedulePoll(Math.max(delay, cost * 5));
  }

  /** Passes the current state to the listener. Returns the milliseconds until the next poll. */
  async #update(): Promise<number> {
    const [tasks, rules] = await Promise.all([mockApi.tasks(), mockApi.rules()]);
    this.#entries = new Map([...this.#entries].sort(([a], [b]) => a - b).slice(-maxEntries));
    this.#listener.onState({ tasks, rules, entries: [...this.#entries.values()] });
    // The next poll comes as soon as a task is due to change its status.
    const changes = tasks
      .slice(0, 500)
      .flatMap(({ states, createdAt, age }) => states.map(({ since }) => since - createdAt - age))
      .filter((ms) => ms > 0);
    return Math.max(batchDelay, Math.min(pollInterval, ...changes));
  }
}
