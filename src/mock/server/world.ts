import type { OperationName } from '../../client/operations.ts';
import type { ProviderName } from '../../documents/documents.ts';
import type { Callbacks } from './callbacks.ts';
import type { Clock } from './clock.ts';
import type { Journal } from './journal.ts';
import type { Replay } from './replay.ts';
import { type Scenario, scenarioOf } from './scenarios.ts';
import type { TaskMemory } from './tasks.ts';

/** What a request does. */
export type RequestKind = 'create' | 'read' | 'list';

/** A scenario that is laid over requests until it is used up or taken back. */
export interface Rule {
  scenario: string;
  /** Which requests it is for. @default 'any' where the scenario is about answers of all kinds, else 'create' */
  on?: RequestKind | 'any';
  provider?: ProviderName;
  operation?: OperationName;
  /** How many requests it is for. @default without end */
  times?: number;
  /** For `concurrency-full`: how many tasks may run. @default 2 */
  running?: number;
}

/** All that the parts of one mock share. */
export interface World {
  clock: Clock;
  random: () => number;
  memory: TaskMemory;
  journal: Journal;
  callbacks: Callbacks;
  /** The rules, the one that wins first. */
  rules: Rule[];
  /** Name of the scenario where no rule fits. */
  scenario: string;
  speed: number | 'instant';
  /** Access keys and their secret keys, where only these are good. */
  keys: Readonly<Record<string, string>> | undefined;
  /** What was recorded, where that is played again. */
  replay?: Replay | undefined;
  /** The mock's own address; empty before it listens. */
  url: string;
  log: (line: string) => void;
}

/** Forgets tasks, rules and journal; the mock is as it was when it started, but for its clock. */
export function reset({ memory, rules, journal, callbacks }: World): void {
  memory.clear();
  rules.splice(0);
  journal.clear();
  callbacks.clear();
}

/** The scenario of a request: the one that it asks for itself, else that of the first rule that fits. */
export function scenarioFor(
  world: World,
  request: { kind: RequestKind; provider: ProviderName; operation: OperationName; prefer: string },
): { name: string; scenario: Scenario } {
  const asked = askedBy(request.prefer);
  if (asked !== undefined) return { name: asked, scenario: scenarioOf(asked) };
  const servers: Rule = { scenario: world.scenario };
  const rule = [...world.rules, servers].find((rule) => fits(rule, request));
  if (rule?.times !== undefined) useUp(world, rule, rule.times);
  const { scenario: name = 'normal', running } = rule ?? {};
  const scenario = scenarioOf(name);
  return { name, scenario: running === undefined ? scenario : { ...scenario, running } };
}

/** The scenario that a `Prefer` header names, in the forms of RFC 7240: in quotes or not, the word in any case. */
const askedBy = (prefer: string): string | undefined =>
  /(?:^|[;,\s])scenario\s*=\s*"?([^\s";,]*)/i.exec(prefer)?.[1];

function fits(
  { scenario, on = scenarioOf(scenario).on ?? 'create', provider, operation }: Rule,
  request: { kind: RequestKind; provider: ProviderName; operation: OperationName },
): boolean {
  return (
    [request.kind, 'any'].includes(on) &&
    (provider ?? request.provider) === request.provider &&
    (operation ?? request.operation) === request.operation
  );
}

function useUp(world: World, rule: Rule, times: number): void {
  rule.times = times - 1;
  if (times <= 1) world.rules.splice(world.rules.indexOf(rule), 1);
}
