/** What is known of Kling's models before anything is sent: what they rule out, and what a request costs. Reads data only. */
import {
  type Certainty,
  defaults,
  ended,
  type Fact,
  facts,
  modelFields,
  type Rules,
  type Value,
} from '../../generated/models.ts';
import { dollars, type Price, prices } from '../../generated/prices.ts';
import { isObject, text } from '../client/json.ts';
import type { OperationName } from '../client/operations.ts';

export type { Certainty };

/** Something that is known against a request. */
export interface Warning {
  /** The field, such as `sound` or `image_list[].type`; empty for the operation as a whole. */
  field: string;
  /** What is wrong with it, as a sentence without a full stop. */
  message: string;
  /** How certain that is. */
  certainty: Certainty;
  /** The day since when, or as of which, it is known: `2026-09-15`. */
  since: string;
}

/** What a request costs, as far as that can be known before it is sent. */
export interface Estimate {
  /** Units of a resource pack: for the whole request, or with `per` for a part of it. */
  units: number;
  /** The same in US dollars, at list price. */
  dollars: number;
  /** Which resource packs pay: those for videos, which pay for sounds and voices, too, or those for images. */
  unit: 'video' | 'image';
  /** What costs so much, where no field tells how many there will be, such as a video whose length is that of another one. */
  per?: 'second' | '5 seconds' | 'image';
  /** With `per`, the fewest units that the whole request can cost. */
  atLeast?: number;
  /** With `per`, the most units that the whole request can cost. */
  atMost?: number;
  /** The day on which the price was read: `2026-09-20`. Left out where nobody noted it. */
  pricesOf?: string;
  /** How certain the price is. */
  certainty: Certainty;
}

/**
 * Tells what Kling's models rule out in a request: a model that is retired, or that has no sound, no last frame or not that
 * length. A field that is left out counts with its documented default. Sends nothing and never throws.
 *
 * These are warnings: what the documents forbid, types and the provider refuse. A gateway may differ.
 * @returns what is known against the request; nothing for a model that nobody here has heard of
 */
export function check(operation: OperationName, input: object): Warning[] {
  const warnings: Warning[] = [];
  type Source = Pick<Warning, 'certainty' | 'since'>;
  const warn = (field: string, message: string, { certainty, since }: Source) =>
    warnings.push({ field, message, certainty, since });
  const end = Object.hasOwn(ended, operation) ? ended[operation] : undefined;
  const isElsewhere = end?.elsewhere?.some((field) => valuesAt(input, field).length);
  if (end && !isElsewhere) {
    const message = `Kling serves ${operation} no more since ${end.until}`;
    warn('', message + (end.isContested ? ', which is contested' : ''), {
      ...end,
      since: end.until,
    });
  }
  const [usual = ''] = modelFields;
  const field = modelFields.find((each) => valuesAt(input, each).length) ?? usual;
  const [given] = valuesAt(input, field);
  const model = asText(given ?? defaults[operation]?.[field]);
  const name = given === undefined ? `${model}, the model when none is named,` : model;
  const ofModel = facts.filter((each) => each.model === model && isNamedBy(field, each));
  const found = ofModel.filter(({ operations }) => operations.includes(operation));
  const served = servedIn(operation, field);
  const known = ofModel.find(({ isRetired }) => !isRetired) ?? ofModel[0];
  if (known && served && !found.length)
    warn(field, `${name} has no ${operation}; models that have it: ${served}`, known);
  for (const fact of found) {
    const { isRetired, when = {}, allows = {}, since } = fact;
    const others = served && `; still served: ${served}`;
    if (isRetired) warn(field, `${name} is retired since ${since}${others}`, fact);
    if (!fits(operation, input, when)) continue;
    for (const [path, rule] of Object.entries(allows)) {
      const problem = problemWith(operation, input, path, rule);
      if (problem) warn(path, `${name}${inWords(when)} ${problem}`, fact);
    }
  }
  return warnings;
}

/** What a fact is about, for a sentence. */
function inWords(when: Rules): string {
  const parts = Object.entries(when).flatMap(([path, rule]) => {
    if (rule === false) return [];
    return typeof rule === 'object' ? `${path} ${rule.join(' or ')}` : path;
  });
  return parts.length ? ` with ${parts.join(' and ')}` : '';
}

/**
 * Tells what a request costs at Kling, by its price list. Gateways have prices of their own. Sends nothing and never throws.
 * @returns undefined where no price is known: a guess would be worse
 */
export function estimate(operation: OperationName, input: object): Estimate | undefined {
  const price = prices.find(
    ({ operations, when = {} }) => operations.includes(operation) && fits(operation, input, when),
  );
  const rate = price && rateOf(price, operation, input);
  if (!price || rate === undefined) return undefined;
  const { unit, per, times, range, certainty, of } = price;
  const count = per === 'call' ? 1 : Number(times && firstAt(operation, input, times));
  const known = { unit, certainty, ...(of && { pricesOf: of }) };
  const costing = (units: number) => ({
    units: rounded(units),
    dollars: rounded(units * dollars[unit]),
  });
  // A part that was begun is paid like a whole one.
  if (count > 0 && Number.isFinite(count)) return { ...costing(rate * Math.ceil(count)), ...known };
  if (per === 'call') return undefined;
  const [least, most] = range ?? [];
  return {
    ...costing(rate),
    ...known,
    per,
    ...(least && { atLeast: rounded(rate * least) }),
    ...(most && { atMost: rounded(rate * most) }),
  };
}

/** Without the crumbs of binary fractions. */
const rounded = (value: number) => Number(value.toFixed(6));

/** The units for one of what the price is per. */
function rateOf({ units }: Price, operation: OperationName, input: object): number | undefined {
  if (typeof units === 'number') return units;
  const [[field = '', rates = {}] = []] = Object.entries(units);
  const value = text(firstAt(operation, input, field));
  return Object.hasOwn(rates, value) ? rates[value] : undefined;
}

/** Whether requests name a fact's model in this field. */
const isNamedBy = (name: string, { field = modelFields[0] }: Fact) => field === name;

/** The models of an operation that are served and named in a field, in words. */
function servedIn(operation: OperationName, field: string): string {
  const all = facts.filter((each) => each.operations.includes(operation) && isNamedBy(field, each));
  const retired = new Set(all.filter(({ isRetired }) => isRetired).map(({ model }) => model));
  const models = new Set(all.map(({ model }) => model).filter((model) => !retired.has(model)));
  return [...models].join(', ');
}

/** Whether a request is such as the rules say. */
const fits = (operation: OperationName, input: object, rules: Rules): boolean =>
  Object.entries(rules).every(([path, rule]) => {
    if (typeof rule === 'boolean') return valuesAt(input, path).length > 0 === rule;
    const values = valuesAt(input, path, defaultOf(operation, input, path));
    return typeof rule === 'number'
      ? values.flat().length <= rule
      : values.some((value) => isAmong(rule, value));
  });

/** What a model does instead of what a field asks for; empty where it does that. */
function problemWith(operation: OperationName, input: object, path: string, rule: Rules[string]) {
  const given = valuesAt(input, path);
  if (rule === true) return given.length ? '' : `needs ${path}`;
  if (rule === false) return given.length ? `takes no ${path}` : '';
  if (typeof rule === 'number')
    return given.flat().length > rule ? `takes at most ${rule} in ${path}` : '';
  const values = valuesAt(input, path, defaultOf(operation, input, path));
  const wrong = values.find((value) => !isAmong(rule, value));
  if (wrong === undefined) return '';
  const isLong = rule.length > 4 && rule.every((each) => Number(each) > 0);
  const right = isLong ? `${rule[0]} to ${rule.at(-1)}` : rule.join(', ');
  return `takes ${path} ${right}, not ${asText(wrong)}${given.length ? '' : ', which it is when left out'}`;
}

const asText = (value: unknown) => (typeof value === 'boolean' ? `${value}` : text(value));
// Some send every value as text.
const isAmong = (values: readonly Value[], value: unknown) =>
  values.some((each) => `${each}` === asText(value));

/** The first value at a path, or its default. */
const firstAt = (operation: OperationName, input: object, path: string): unknown =>
  valuesAt(input, path, defaultOf(operation, input, path))[0];

/** What a field is where it is left out; of a model, only where no other field names it. */
const defaultOf = (operation: OperationName, input: object, path: string): Value | undefined =>
  modelFields.includes(path) && modelFields.some((each) => valuesAt(input, each).length)
    ? undefined
    : defaults[operation]?.[path];

/** What stands at a path such as `image_list[].type`, in every entry of a list. Samples send empty text for what is left out. */
function valuesAt(input: unknown, path: string, fallback?: Value): unknown[] {
  const [step = '', ...rest] = path.split('.');
  const isList = step.endsWith('[]');
  const value = isObject(input) ? input[isList ? step.slice(0, -2) : step] : undefined;
  const values = isList ? (Array.isArray(value) ? value : []) : [value];
  if (rest.length) return values.flatMap((each) => valuesAt(each, rest.join('.'), fallback));
  const isEmpty = (each: unknown) =>
    each === undefined || each === null || each === '' || (Array.isArray(each) && !each.length);
  return values
    .map((each) => (isEmpty(each) ? fallback : each))
    .filter((each) => each !== undefined);
}
