import { type OperationName, operations } from '../../client/operations.ts';
import { check } from '../../documents/check.ts';
import { type ProviderName, providerNames } from '../../documents/documents.ts';
import { objectOf } from '../../documents/json.ts';
import type { Callbacks } from './callbacks.ts';
import type { Journal } from './journal.ts';
import type { Clock } from './lifecycle.ts';
import type { Replay } from './replay.ts';
import { findScenario, type Scenario, scenarios } from './scenarios.ts';
import type { TaskMemory } from './tasks.ts';

/** What a request does. */
export type RequestKind = 'create' | 'read' | 'list';

/** The names of all operations. */
export const operationNames = Object.keys(operations) as OperationName[];

const choice = <const Value extends string>(values: readonly Value[]) => ({ enum: [...values] });
const count = { type: 'integer', minimum: 1 };

/** The fields of a rule. Validation, the control API's document and the type `Rule` are all made from this. */
const ruleFields = {
  scenario: choice(Object.keys(scenarios)),
  /** Which requests it is for. @default those that the scenario is about, which are creates for most */
  on: choice(['create', 'read', 'list', 'any']),
  /** Which provider it is for. @default all of them */
  provider: choice(providerNames),
  /** Which operation it is for. @default all of them */
  operation: choice(operationNames),
  /** How many requests it is for. @default no limit */
  times: count,
  /** For `concurrency-full`: how many tasks may run. @default 2 */
  running: count,
};

/** A rule as JSON Schema. */
export const ruleSchema = { type: 'object', required: ['scenario'], properties: ruleFields };

type RuleFields = {
  [Name in keyof typeof ruleFields]: (typeof ruleFields)[Name] extends { enum: (infer Value)[] }
    ? Value
    : number;
};

/** Applies a scenario to requests, until it is used up or cleared. */
export interface Rule extends Partial<RuleFields> {
  /** Name of the scenario; `scenarios` has them all. */
  scenario: string;
}

/**
 * Reads a rule from what somebody sent.
 * @throws {TypeError} names the field that is wrong
 */
export function readRule(sent: unknown): Rule {
  const fields = objectOf(sent);
  const { scenario } = fields;
  // Not left to the schema, whose message would list all scenarios.
  findScenario(typeof scenario === 'string' ? scenario : String(JSON.stringify(scenario)));
  const [broken] = check(ruleSchema, fields);
  if (broken) throw new TypeError(`${broken.field} ${broken.rule}`);
  const given = Object.keys(ruleFields).filter((name) => fields[name] !== undefined);
  return Object.fromEntries(given.map((name) => [name, fields[name]])) as object as Rule;
}

/** All that the parts of one mock share. */
export interface World {
  clock: Clock;
  random: () => number;
  memory: TaskMemory;
  journal: Journal;
  callbacks: Callbacks;
  /** The active rules, the one that wins first. */
  rules: Rule[];
  /** Name of the scenario that applies where no rule does. */
  scenario: string;
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
}

/** Clears tasks, rules and journal. The mock is as it was when it started, except for its clock. */
export function reset({ memory, rules, journal, callbacks, replay }: World): void {
  replay?.rewind();
  memory.clear();
  rules.splice(0);
  journal.clear();
  callbacks.clear();
}

/** What a rule can tell requests apart by. */
interface RuleTarget {
  kind: RequestKind;
  provider: ProviderName;
  operation: OperationName;
}

/** Chooses the scenario of a request: the one that it asks for itself, or else that of the first rule that fits. */
export function chooseScenario(
  world: World,
  request: RuleTarget & { prefer: string },
): { name: string; scenario: Scenario } {
  const wanted = readPreference(request.prefer);
  if (wanted !== undefined) {
    const scenario = findScenario(wanted);
    // Our own name for it: a part of a header would hold the whole header as long as the task is kept.
    const [name = ''] = Object.entries(scenarios).find(([, each]) => each === scenario) ?? [];
    return { name, scenario };
  }
  const rules: Rule[] = [...world.rules, { scenario: world.scenario }];
  const rule = rules.find((each) => fits(each, request));
  if (rule?.times !== undefined) useUp(world, rule, rule.times);
  const { scenario: name = 'normal', running } = rule ?? {};
  const scenario = findScenario(name);
  return { name, scenario: running === undefined ? scenario : { ...scenario, running } };
}

/** The scenario that a `Prefer` header names, in the forms of RFC 7240: quoted or not, the word in any case. */
const readPreference = (prefer: string): string | undefined =>
  /(?:^|[;,\s])scenario\s*=\s*"?([^\s";,]*)/i.exec(prefer)?.[1];

function fits(
  { scenario, on = findScenario(scenario).on ?? 'create', provider, operation }: Rule,
  request: RuleTarget,
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
