import { join } from '../../documents/json.ts';
import { canonical } from './canonical.ts';
import { type Difference, named, type Scope, show } from './difference.ts';
import { covers, type Fact, isTighter, limitKeywords } from './facts.ts';
import { counterpart, type Shape } from './shape.ts';

/** What a change of a fact is called, by who sends the value. */
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
export function compareFacts(before: Shape, after: Shape, scope: Scope): Difference[] {
  const limits = [...limitKeywords.keys()].flatMap((keyword) =>
    compareLimit(keyword, before, after, scope),
  );
  return [...compareTypes(before, after, scope), ...compareValues(before, after, scope), ...limits];
}

/** Whether no value fits both, so that there is nothing more to compare. */
export function areDisjoint(before: Shape, after: Shape): boolean {
  const [a, b] = [typesIn(before), typesIn(after)];
  if (!a || !b) return false;
  return !a.some((type) => covers(b, [type])) && !b.some((type) => covers(a, [type]));
}

const typesIn = ({ facts }: Shape) => facts.get('type')?.value as string[] | undefined;

/** A difference in one keyword. */
function difference(
  change: Change,
  keyword: string,
  [before, after]: [Shape, Shape],
  scope: Scope,
  message: string,
): Difference {
  const [was, is] = [before.facts.get(keyword), after.facts.get(keyword)];
  const vendored = was?.at ?? counterpart(is?.at ?? '', after, before);
  const published = is?.at ?? counterpart(was?.at ?? '', before, after);
  return {
    kind: kinds[scope.direction][change],
    vendored,
    published,
    expected: was?.value,
    actual: is?.value,
    message: `${named(scope)}: ${message}`,
    copies: copiesOf(vendored, published),
  };
}

/** The same thing may be said by another keyword now: both are brought over, one of them as missing. */
function copiesOf(vendored: string, published: string): [string, string][] {
  const [a, b] = [vendored, published].map((pointer) => pointer.split('/'));
  const [from, to] = [a?.pop() ?? '', b?.pop() ?? ''];
  const keywords = from === to ? [from] : [from, to];
  return keywords.map((keyword) => [`${a?.join('/')}/${keyword}`, `${b?.join('/')}/${keyword}`]);
}

function compareTypes(before: Shape, after: Shape, scope: Scope): Difference[] {
  const [was, is] = [typesIn(before), typesIn(after)];
  const [isWider, isNarrower] = [covers(is, was), covers(was, is)];
  if ((isWider && isNarrower) || (scope.isPartial && !is)) return [];
  // The list of values says it more exactly.
  const isListed = before.facts.has('enum') && after.facts.has('enum');
  if (isListed && (isWider || isNarrower)) return [];
  const change = isWider ? 'typeWider' : isNarrower ? 'typeNarrower' : 'typeOther';
  const message = `${typeWords(was)} became ${typeWords(is)}`;
  return [difference(change, 'type', [before, after], scope, message)];
}

const typeWords = (types: string[] | undefined) => types?.join(' or ') ?? 'anything';

function compareValues(before: Shape, after: Shape, scope: Scope): Difference[] {
  const [was, is] = [valuesIn(before), valuesIn(after)];
  if ((!was && !is) || (scope.isPartial && !is)) return [];
  const make = (change: Change, message: string) => {
    const found = difference(change, 'enum', [before, after], scope, message);
    // New values may need a type that was not said as long as the list said it all.
    const type: [string, string] = [join(before.at, 'type'), join(after.at, 'type')];
    return { ...found, copies: [...(found.copies ?? []), type] };
  };
  if (!was) return [make('valuesGone', `only ${show(is)} now`)];
  if (!is) return [make('valuesNew', `no longer ${show(was)} only`)];
  const gone = missing(was, is);
  const fresh = missing(is, was);
  const are = (values: unknown[], what: string) =>
    `${show(values)} ${values.length === 1 ? 'is' : 'are'} ${what}`;
  return [
    ...(gone.length > 0 ? [make('valuesGone', are(gone, 'gone'))] : []),
    ...(fresh.length > 0 ? [make('valuesNew', are(fresh, 'new'))] : []),
  ];
}

const valuesIn = ({ facts }: Shape) => facts.get('enum')?.value as unknown[] | undefined;

function missing(values: unknown[], others: unknown[]): unknown[] {
  const known = new Set(others.map(canonical));
  return values.filter((value) => !known.has(canonical(value)));
}

function compareLimit(keyword: string, before: Shape, after: Shape, scope: Scope): Difference[] {
  const [was, is] = [before.facts.get(keyword), after.facts.get(keyword)];
  if ((!was && !is) || (scope.isPartial && !is)) return [];
  const isTightened = is !== undefined && (was === undefined || isTighter(keyword, was, is));
  const isLoosened = was !== undefined && (is === undefined || isTighter(keyword, is, was));
  if (!isTightened && !isLoosened) return [];
  const change = isTightened ? 'limitTighter' : 'limitLooser';
  const message = `${keyword} ${limitWords(was)} became ${limitWords(is)}`;
  const found = difference(change, keyword, [before, after], scope, message);
  return [keyword === 'format' ? asFormat(found, isTightened && isLoosened) : found];
}

const limitWords = (fact: Fact | undefined) =>
  `${fact?.isExclusive ? 'beyond ' : ''}${show(fact?.value)}`;

/** A format is a hint that few enforce; but another one means other values. */
function asFormat(found: Difference, isOther: boolean): Difference {
  if (isOther) {
    const kind = found.kind.startsWith('request')
      ? 'request-type-changed'
      : 'response-type-changed';
    return { ...found, kind };
  }
  return found.kind === 'request-limit-tightened' ? { ...found, severity: 'warning' } : found;
}
