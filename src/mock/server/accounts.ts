import { longestTimer } from '../../client/sleep.ts';
import type { Budget } from './budget.ts';
import { Clock, nextChange, stateAt } from './lifecycle.ts';
import type { Rule } from './rules.ts';
import type { MockTask } from './tasks.ts';

/** What somebody has laid on one account, and what touches no other. */
export class Account {
  /** Its own rules, the one that wins first. They win over those of the server. */
  readonly rules: Rule[] = [];
  /** Its time: that of the server, plus what was added for this account alone. */
  readonly clock: Clock;
  /** Its own draws from the seed, which do not depend on what other accounts do meanwhile. */
  readonly random: () => number;
  /** Announces the changes of its tasks, while a session of this process has the account. */
  news: News | undefined;

  constructor(clock: Clock, random: () => number) {
    this.clock = clock;
    this.random = random;
  }
}

/** Bytes that a rule takes, at most. */
const ruleSize = 500;

/**
 * The accounts on which something was laid. Those of sessions stay until they are closed; of the others, the one that was
 * not used for longest goes first.
 */
export class Accounts {
  readonly #byName = new Map<string, Account>();
  readonly #clock: Clock;
  readonly #seed: number;
  readonly #budget: Budget;

  constructor(clock: Clock, seed: number, budget: Budget) {
    this.#clock = clock;
    this.#seed = seed;
    this.#budget = budget;
  }

  /** The account of that name, if there is anything to know about it. */
  find(name: string): Account | undefined {
    const account = this.#byName.get(name);
    if (account && !account.news) this.#keep(name, account);
    return account;
  }

  /** The account of that name; a new one where nothing was laid on it so far. */
  open(name: string): Account {
    const found = this.find(name);
    if (found) return found;
    const account = new Account(new Clock(this.#clock.now), createRandom(this.#seed, name));
    this.#byName.set(name, account);
    this.#keep(name, account);
    return account;
  }

  /** The time of an account: Unix time in milliseconds. */
  now(name: string): number {
    return (this.#byName.get(name)?.clock ?? this.#clock).now();
  }

  /** Gives an account to a session: it is kept, and told of its tasks, until it is forgotten. */
  hold(name: string, news: News): void {
    const account = this.open(name);
    this.#budget.release(account);
    account.news = news;
  }

  /** Makes an account, or all of them, as if nothing had been laid on it. A session keeps its own. */
  reset(name?: string): void {
    for (const each of name === undefined ? [...this.#byName.keys()] : [name]) {
      const news = this.#byName.get(each)?.news;
      this.forget(each);
      if (news) this.hold(each, news);
    }
  }

  /** Forgets an account. */
  forget(name: string): void {
    const account = this.#byName.get(name);
    if (account) this.#budget.release(account);
    this.#byName.delete(name);
  }

  /** Announces news of an account, or of all of them: its time or its tasks were moved. */
  tell(name?: string): void {
    const told = name === undefined ? [...this.#byName.values()] : [this.#byName.get(name)];
    for (const account of told) account?.news?.tell();
  }

  #keep(name: string, account: Account): void {
    this.#budget.release(account);
    const size = account.rules.length * ruleSize;
    this.#budget.keep(account, size, () => this.#byName.delete(name));
  }
}

/** Announces each change of an account's tasks, by an event whose type is the task's id. */
export class News extends EventTarget {
  readonly #timers = new Map<string, ReturnType<typeof setTimeout>>();
  readonly #find: (id: string) => MockTask | undefined;
  readonly #now: () => number;

  /**
   * @param find the task with an id, while it is remembered
   * @param now the account's time
   */
  constructor(find: (id: string) => MockTask | undefined, now: () => number) {
    super();
    this.#find = find;
    this.#now = now;
  }

  /** Listens to the news of a task, from what was announced already: it may have ended before its create was answered. */
  override addEventListener(...args: Parameters<EventTarget['addEventListener']>): void {
    super.addEventListener(...args);
    const [id] = args;
    const task = this.#find(id);
    if (task && stateAt(task, this.#now()).status !== task.states[0]?.status)
      queueMicrotask(() => this.dispatchEvent(new Event(id)));
  }

  /** Announces the changes of a task from now on. */
  follow(id: string): void {
    clearTimeout(this.#timers.get(id));
    this.#timers.delete(id);
    const task = this.#find(id);
    if (!task) return;
    const now = this.#now();
    const next = nextChange(task, now);
    if (next === undefined) return;
    const timer = setTimeout(() => this.#tellOf(id), Math.min(next - now, longestTimer));
    timer.unref();
    this.#timers.set(id, timer);
  }

  /** Announces every task: each may have changed. */
  tell(): void {
    for (const id of [...this.#timers.keys()]) this.#tellOf(id);
  }

  /** Announces nothing any more. */
  close(): void {
    for (const timer of this.#timers.values()) clearTimeout(timer);
    this.#timers.clear();
  }

  #tellOf(id: string): void {
    this.follow(id);
    this.dispatchEvent(new Event(id));
  }
}

/** Numbers from 0 to 1 that are the same for the same seed and name (mulberry32). */
export function createRandom(seed: number, name = ''): () => number {
  let hash = 0;
  for (let at = 0; at < name.length; at++) hash = (Math.imul(hash, 31) + name.charCodeAt(at)) | 0;
  let state = (seed ^ Math.imul(hash, 0x9e3779b1)) >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
