import { type OperationName, operations } from '../../client/operations.ts';
import { check } from '../../documents/check.ts';
import { type ProviderName, providerNames } from '../../documents/documents.ts';
import { objectOf } from '../../documents/json.ts';
import { findScenario, type Scenario, scenarios } from './scenarios.ts';

/** What a request does: `create` is also a call that makes something at once, such as a speech, and `read` one that does not. */
export type RequestKind = 'create' | 'read' | 'list' | 'delete';

/** The names of all operations. */
export const operationNames = Object.keys(operations) as OperationName[];

const choice = <const Value extends string>(values: readonly Value[]) => ({ enum: [...values] });
const count = { type: 'integer', minimum: 1 };

/** The fields of a rule. Validation, the control API's document and the type `Rule` are all made from this. */
const ruleFields = {
  scenario: choice(Object.keys(scenarios)),
  /** Which requests it is for. @default those that the scenario is about, which are creates for most */
  on: choice(['create', 'read', 'list', 'delete', 'any']),
  /** Which provider it is for. @default all of them */
  provider: choice(providerNames),
  /** Which operation it is for. @default all of them */
  operation: choice(operationNames),
  /** How many requests it is for. @default no limit */
  times: count,
  /** The share of these requests that it applies to, from 0 to 1: drawn from the seed, for each account by itself. @default 1 */
  chance: { type: 'number', minimum: 0, maximum: 1 },
  /** For `concurrency-full`: how many tasks may run. @default 2 */
  running: count,
};

/** A rule as JSON Schema. */
export const ruleSchema = {
  type: 'object',
  required: ['scenario'],
  properties: ruleFields,
  additionalProperties: false,
};

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
 * @throws {TypeError} names the field that is wrong, or that no rule has
 */
export function readRule(sent: unknown): Rule {
  const given = Object.entries(objectOf(sent)).filter(([, value]) => value !== undefined);
  const fields = Object.fromEntries(given);
  const { scenario } = fields;
  // Not left to the schema, whose message would list all scenarios.
  findScenario(typeof scenario === 'string' ? scenario : String(JSON.stringify(scenario)));
  const known = Object.keys(ruleFields);
  const unknown = Object.keys(fields).find((name) => !known.includes(name));
  if (unknown !== undefined) {
    throw new TypeError(`a rule has no field ${unknown}; it may have ${known.join(', ')}`);
  }
  const [broken] = check(ruleSchema, fields);
  if (broken) throw new TypeError(`${broken.field} ${broken.rule}`);
  return fields as object as Rule;
}

/** What a rule can tell requests apart by. */
interface RuleTarget {
  kind: RequestKind;
  provider: ProviderName;
  /** Several where it reads the tasks of several. */
  operations: readonly OperationName[];
  /** Whether it is answered at once, without a task to which something could happen. */
  isCall: boolean;
}

/**
 * Chooses the scenario of a request: the one that it asks for itself, or else that of the first rule that fits.
 * @param lists the rules, those of the first list before those of the next; a rule that is used up is removed from its list
 * @param random draws whether a rule with a chance applies
 */
export function chooseScenario(
  lists: readonly Rule[][],
  random: () => number,
  request: RuleTarget & { prefer: string },
): { name: string; scenario: Scenario } {
  const wanted = readPreference(request.prefer);
  if (wanted !== undefined) {
    const scenario = findScenario(wanted);
    // Our own name for it: a part of a header would hold the whole header as long as the task is kept.
    const [name = ''] = Object.entries(scenarios).find(([, each]) => each === scenario) ?? [];
    return { name, scenario };
  }
  const applies = (rule: Rule) =>
    fits(rule, request) && (rule.chance === undefined || random() < rule.chance);
  for (const rules of lists) {
    const rule = rules.find(applies);
    if (!rule) continue;
    const { scenario: name, times, running } = rule;
    if (times === 1) rules.splice(rules.indexOf(rule), 1);
    else if (times !== undefined) rule.times = times - 1;
    const scenario = findScenario(name);
    return { name, scenario: running === undefined ? scenario : { ...scenario, running } };
  }
  return { name: 'normal', scenario: findScenario('normal') };
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
    !(request.isCall && findScenario(scenario).lifecycle) &&
    (provider ?? request.provider) === request.provider &&
    (operation === undefined || request.operations.includes(operation))
  );
}
