import { objectOf } from '../../documents/json.ts';
import { canonical } from './canonical.ts';
import { below, type Difference, type Direction, named, type Scope, show } from './difference.ts';
import { alternativesOf, type Field, type Place, shapeOf } from './shape.ts';

/** The fields of an object, or the parameters of one place of an operation. */
export interface Fields {
  /** By name; `undefined` where none is named. */
  fields: Map<string, Field> | undefined;
  /** JSON pointer at which a field of the other side would stand that is not there. */
  missingAt: (field: Field, name: string) => string;
  /** JSON pointers to the lists of required names, where there are any. */
  requiredAt?: string[];
}

/** Compares the schemas of one field; given, as the two call each other. */
type CompareSchemas = (
  before: readonly Place[],
  after: readonly Place[],
  scope: Scope,
) => Difference[];

/** Fields that came, went, or changed, with everything below them. */
export function compareFields(
  before: Fields,
  after: Fields,
  scope: Scope,
  compareSchemas: CompareSchemas,
): Difference[] {
  if (scope.isPartial && !after.fields) return [];
  const vendored = sent(before.fields, scope.direction);
  const published = sent(after.fields, scope.direction);
  const kept = [...vendored].flatMap(([name, was]) => {
    const inner = below(scope, name);
    const is = published.get(name);
    if (!is || (is.isMentioned && !was.isMentioned)) {
      return [removed(was, name, [before, after], inner)];
    }
    if (was.isMentioned && !is.isMentioned) {
      return [added({ ...is, isRequired: false }, name, [before, after], inner)];
    }
    return [
      ...compareRequired(was, is, inner),
      ...compareDefaults(was, is, inner),
      ...compareSchemas(was.places, is.places, inner),
    ];
  });
  const fresh = [...published].filter(([name]) => !vendored.has(name));
  return [
    ...kept,
    ...fresh.map(([name, is]) => added(is, name, [before, after], below(scope, name))),
  ];
}

/** The fields that travel in a direction: `readOnly` ones only come back, `writeOnly` ones never do. */
function sent(fields: Map<string, Field> | undefined, direction: Direction): Map<string, Field> {
  const keyword = direction === 'request' ? 'readOnly' : 'writeOnly';
  const travels = ({ places }: Field) =>
    !places.some(({ schema }) => objectOf(schema)[keyword] === true);
  return new Map([...(fields ?? [])].filter(([, field]) => travels(field)));
}

function removed(was: Field, name: string, sides: [Fields, Fields], scope: Scope): Difference {
  const published = sides[1].missingAt(was, name);
  return {
    kind: scope.direction === 'request' ? 'request-field-removed' : 'response-field-removed',
    vendored: was.at,
    published,
    expected: typeWords(was),
    message: `${named(scope)} is gone`,
    copies: [[was.at, published], ...needs(sides)],
    field: { name, places: was.places },
  };
}

function added(is: Field, name: string, sides: [Fields, Fields], scope: Scope): Difference {
  const vendored = sides[0].missingAt(is, name);
  const isRequest = scope.direction === 'request';
  const isNeeded = isRequest && is.isRequired === true;
  const kind = isRequest ? 'request-field-added' : 'response-field-added';
  return {
    kind: isNeeded ? 'request-field-required' : kind,
    vendored,
    published: is.at,
    actual: typeWords(is),
    message: `${named(scope)} is new${isNeeded ? ' and required' : ''}`,
    copies: [[vendored, is.at], ...needs(sides)],
    field: { name, places: is.places },
  };
}

/** A field that comes or goes does so in the list of required ones, too. */
const needs = ([before, after]: [Fields, Fields]): [string, string][] =>
  pairs(before.requiredAt ?? [], after.requiredAt ?? []);

/** The pointers of two sides one by one, as far as both go. */
const pairs = (vendored: string[], published: string[]): [string, string][] =>
  vendored.slice(0, published.length).map((pointer, index) => [pointer, published[index] ?? '']);

/** What a field is, in a word or two. */
function typeWords({ places }: Field): string {
  const types = alternativesOf(places).map((each) => shapeOf(each).facts.get('type')?.value);
  return [...new Set(types.flat().filter(Boolean))].join(' or ') || 'anything';
}

function compareRequired(was: Field, is: Field, scope: Scope): Difference[] {
  if (scope.isPartial && is.isRequired === undefined) return [];
  const [before, after] = [Boolean(was.isRequired), Boolean(is.isRequired)];
  if (before === after) return [];
  const change = after ? 'required' : 'optional';
  return [
    {
      kind: `${scope.direction}-field-${change}`,
      vendored: was.at,
      published: is.at,
      expected: before ? 'required' : 'optional',
      actual: change,
      message: `${named(scope)} is ${change} now`,
      copies: pairs(was.requiredAt, is.requiredAt),
    },
  ];
}

/** A default matters to the caller, who leaves the field out. */
function compareDefaults(was: Field, is: Field, scope: Scope): Difference[] {
  if (scope.direction === 'response') return [];
  const [a, b] = [was, is].map(({ places }) => shapeOf(alternativesOf(places)[0] ?? places));
  const [before, after] = [a?.facts.get('default'), b?.facts.get('default')];
  if (canonical(before?.value) === canonical(after?.value) || (scope.isPartial && !after))
    return [];
  const [vendored, published] = [was, is].map(({ places, at }) => `${places[0]?.at ?? at}/default`);
  return [
    {
      kind: 'request-default-changed',
      vendored: before?.at ?? vendored ?? '',
      published: after?.at ?? published ?? '',
      expected: before?.value,
      actual: after?.value,
      message: `${named(scope)}: default ${show(before?.value)} became ${show(after?.value)}`,
    },
  ];
}
