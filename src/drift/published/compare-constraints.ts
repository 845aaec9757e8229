/** Compares types, values and limits of two schemas. */
import { join, listOf, nameOf, parentOf, textsOf } from '../../documents/json.ts';
import {
  type Difference,
  describeChange,
  describeField,
  describeTypes,
  formatValue,
  type PointerPair,
  type Scope,
} from './difference.ts';
import { canonical } from './normalize.ts';
import {
  type Constraint,
  counterpart,
  covers,
  isTighter,
  limitKeywords,
  type Shape,
} from './schema-shape.ts';

/** The kind of finding for each change: what harms a caller depends on who sends the value. */
const kinds = {
  request: {
    typeNarrower: 'request-type-changed',
    typeWider: 'request-type-loosened',
    typeOther: 'request-type-changed',
    valuesGone: 'request-enum-removed',
    valuesNew: 'request-enum-added',
    limitTighter: 'request-limit-tightened',
    limitLooser: 'request-limit-loosened',
  },
  response: {
    typeNarrower: 'response-type-narrowed',
    typeWider: 'response-type-changed',
    typeOther: 'response-type-changed',
    valuesGone: 'response-enum-removed',
    valuesNew: 'response-enum-added',
    limitTighter: 'response-limit-tightened',
    limitLooser: 'response-limit-loosened',
  },
} as const;

type Change = keyof (typeof kinds)['request'];

/** The differences in types, values and limits of two shapes. */
export function compareConstraints(before: Shape, after: Shape, scope: Scope): Difference[] {
  return [
    ...compareTypes(before, after, scope),
    ...compareValues(before, after, scope),
    ...limitKeywords.flatMap((keyword) => compareLimit(keyword, before, after, scope)),
  ];
}

/** Whether no value fits both, so that there is nothing more to compare. */
export function areDisjoint(before: Shape, after: Shape): boolean {
  const was = typesIn(before);
  const is = typesIn(after);
  if (!was || !is) return false;
  return !was.some((type) => covers(is, [type])) && !is.some((type) => covers(was, [type]));
}

/** The types that a shape allows; `undefined` stands for any. */
export function typesIn({ constraints }: Shape): string[] | undefined {
  const types = constraints.get('type');
  return types && textsOf(types.value);
}

function valuesIn({ constraints }: Shape): unknown[] | undefined {
  const values = constraints.get('enum');
  return values && listOf(values.value);
}

/** The difference that a change of one keyword makes. */
function differenceOf(
  change: Change,
  keyword: string,
  [before, after]: [Shape, Shape],
  scope: Scope,
  message: string,
): Difference {
  const was = before.constraints.get(keyword);
  const is = after.constraints.get(keyword);
  const vendored = was?.at ?? counterpart(is?.at ?? '', after, before);
  const published = is?.at ?? counterpart(was?.at ?? '', before, after);
  return {
    kind: kinds[scope.direction][change],
    vendored,
    published,
    expected: was?.value,
    actual: is?.value,
    message: `${describeField(scope)}: ${message}`,
    edits: editsFor(vendored, published),
  };
}

/** Another keyword may say the same now: then both are copied, which removes the one that is no longer used. */
function editsFor(vendored: string, published: string): PointerPair[] {
  const keywords = new Set([nameOf(vendored), nameOf(published)]);
  return [...keywords].map((keyword) => [
    join(parentOf(vendored), keyword),
    join(parentOf(published), keyword),
  ]);
}

function compareTypes(before: Shape, after: Shape, scope: Scope): Difference[] {
  const was = typesIn(before);
  const shown = typesIn(after);
  // A page for people names one type, or has a sample of it: whether null may come instead is not said.
  const mayBeNull = scope.isPartial && shown && was?.includes('null');
  const is = mayBeNull ? [...new Set([...shown, 'null'])] : shown;
  const isWider = covers(is, was);
  const isNarrower = covers(was, is);
  if ((isWider && isNarrower) || (scope.isPartial && !is)) return [];
  // A comparison of the listed values is more exact.
  const isListed = before.constraints.has('enum') && after.constraints.has('enum');
  if (isListed && (isWider || isNarrower)) return [];
  const change = isWider ? 'typeWider' : isNarrower ? 'typeNarrower' : 'typeOther';
  const message = `${describeTypes(was)} became ${describeTypes(is)}`;
  return [differenceOf(change, 'type', [before, after], scope, message)];
}

function compareValues(before: Shape, after: Shape, scope: Scope): Difference[] {
  const was = valuesIn(before);
  const is = valuesIn(after);
  if ((!was && !is) || (scope.isPartial && !is)) return [];
  const make = (change: Change, message: string): Difference => {
    const found = differenceOf(change, 'enum', [before, after], scope, message);
    // While the list said it all, no type was needed; new values may need one.
    const type: PointerPair = [join(before.at, 'type'), join(after.at, 'type')];
    return { ...found, edits: [...(found.edits ?? []), type] };
  };
  if (!was) return [make('valuesGone', `limited to ${formatValue(is)} now`)];
  if (!is) return [make('valuesNew', `no longer limited to ${formatValue(was)}`)];
  const gone = missingFrom(is, was);
  const fresh = missingFrom(was, is);
  const describe = (values: unknown[], what: string) =>
    `${formatValue(values)} ${values.length === 1 ? 'is' : 'are'} ${what}`;
  return [
    ...(gone.length > 0 ? [make('valuesGone', describe(gone, 'gone'))] : []),
    ...(fresh.length > 0 ? [make('valuesNew', describe(fresh, 'new'))] : []),
  ];
}

function missingFrom(values: unknown[], others: unknown[]): unknown[] {
  const known = new Set(values.map(canonical));
  return others.filter((value) => !known.has(canonical(value)));
}

function compareLimit(keyword: string, before: Shape, after: Shape, scope: Scope): Difference[] {
  const was = before.constraints.get(keyword);
  const is = after.constraints.get(keyword);
  if ((!was && !is) || (scope.isPartial && !is)) return [];
  const isTightened = is !== undefined && (was === undefined || isTighter(keyword, was, is));
  const isLoosened = was !== undefined && (is === undefined || isTighter(keyword, is, was));
  if (!isTightened && !isLoosened) return [];
  const change = isTightened ? 'limitTighter' : 'limitLooser';
  const message = `${keyword} ${describeChange(was, is, describeLimit)}`;
  const found = differenceOf(change, keyword, [before, after], scope, message);
  return [keyword === 'format' ? asFormat(found, isTightened && isLoosened) : found];
}

const describeLimit = (limit: Constraint | undefined) =>
  `${formatValue(limit?.value)}${limit?.isExclusive ? ' (exclusive)' : ''}`;

/** A format is a hint that few enforce, but another format means other values. */
function asFormat(found: Difference, isOther: boolean): Difference {
  if (isOther) {
    const kind = found.kind.startsWith('request')
      ? 'request-type-changed'
      : 'response-type-changed';
    return { ...found, kind };
  }
  return found.kind === 'request-limit-tightened' ? { ...found, severity: 'warning' } : found;
}
