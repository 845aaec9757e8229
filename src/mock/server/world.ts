import type { Accounts } from './accounts.ts';
import type { Callbacks } from './callbacks.ts';
import type { Journal } from './journal.ts';
import type { Clock } from './lifecycle.ts';
import type { Counters } from './metrics.ts';
import type { RequestRecord } from './records.ts';
import type { Replay } from './replay.ts';
import type { Rule } from './rules.ts';
import type { TaskMemory } from './tasks.ts';

/** All that the parts of one mock share. */
export interface World {
  /** The time of every account, before what was added for one alone. */
  clock: Clock;
  accounts: Accounts;
  /** Draws the ids: those of all accounts are of one sequence. */
  random: () => number;
  memory: TaskMemory;
  journal: Journal;
  callbacks: Callbacks;
  /** The active rules for every account, the one that wins first. */
  rules: Rule[];
  /** The rules that apply where those do not: the scenario that the mock was started with. */
  defaults: Rule[];
  speed: number | 'instant';
  /** Access keys and their secret keys; undefined accepts any pair. */
  keys: Readonly<Record<string, string>> | undefined;
  /** The recorded creates to answer from. */
  replay?: Replay | undefined;
  /** Whether creates are refused whose input was not recorded. */
  replaysOnly: boolean;
  /** The mock's own address; empty before it listens. */
  url: string;
  log: (line: string) => void;
  /** Whether all requests are logged, not only those that are refused. */
  logsAll: boolean;
  /** Is told of each request to a provider or for a file, and of each that is refused for where it came from. */
  onRequest: ((record: RequestRecord) => void) | undefined;
  counters: Counters;
  /** How far Prism has come. */
  prism: 'loading' | 'loaded' | 'failed';
}

/** A part of the world: what one account sees of it. The whole, where there is no account. */
export type Part = string | undefined;

/**
 * Clears tasks, rules and journal, of one account or of all. An account is then as if it had never been used; the mock is as
 * it was when it started, except for its own clock.
 */
export function reset(
  { memory, rules, journal, callbacks, accounts, replay }: World,
  account?: Part,
): void {
  memory.clear(account);
  journal.clear(account);
  accounts.reset(account);
  replay?.rewind(account);
  if (account !== undefined) return;
  rules.splice(0);
  callbacks.clear();
}
