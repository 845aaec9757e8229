import type { ProviderName } from '../contract/documents.ts';
import type { OperationName } from '../operations.ts';
import type { Callbacks } from './callbacks.ts';
import type { Clock } from './clock.ts';
import type { Journal } from './journal.ts';
import { type Scenario, scenarioOf } from './scenarios.ts';
import type { TaskMemory } from './tasks.ts';

/** What a request does. */
export type RequestKind = 'create' | 'read' | 'list';

/** A scenario that is laid over requests until it is used up or taken back. */
export interface Rule {
  scenario: string;
  /** Which requests it is for. @default 'create' */
  on?: RequestKind | 'any';
  provider?: ProviderName;
  operation?: OperationName;
  /** How many requests it is for. @default without end */
  times?: number;
}

/** All that the parts of one mock share. */
export interface World {
  clock: Clock;
  random: () => number;
  memory: TaskMemory;
  journal: Journal;
  callbacks: Callbacks;
  rules: Rule[];
  speed: number | 'instant';
  /** Access keys and their secret keys. */
  keys: Readonly<Record<string, string>>;
}

/** The scenario of a request: the one that it asks for itself, else that of the first rule that fits. */
export function scenarioFor(
  world: World,
  request: { kind: RequestKind; provider: ProviderName; operation: OperationName; prefer: string },
): { name: string; scenario: Scenario } {
  const [, asked] = /(?:^|[;,\s])scenario=([\w-]+)/.exec(request.prefer) ?? [];
  if (asked) return { name: asked, scenario: scenarioOf(asked) };
  const { kind, provider, operation } = request;
  const rule = world.rules.find(
    (rule) =>
      [kind, 'any'].includes(rule.on ?? 'create') &&
      (rule.provider ?? provider) === provider &&
      (rule.operation ?? operation) === operation,
  );
  if (rule?.times !== undefined) {
    rule.times -= 1;
    if (rule.times <= 0) world.rules.splice(world.rules.indexOf(rule), 1);
  }
  const name = rule?.scenario ?? 'normal';
  return { name, scenario: scenarioOf(name) };
}
