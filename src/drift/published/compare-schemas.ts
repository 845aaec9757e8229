/** Compares schemas by what they mean, down into fields and items. */
import { isDeepStrictEqual } from 'node:util';
import { kinds } from '../../contract/kinds.ts';
import { join, nameOf, objectOf, parentOf } from '../../documents/json.ts';
import { overlappingChoices } from './choices.ts';
import { areDisjoint, compareConstraints, typesIn } from './compare-constraints.ts';
import {
  type Difference,
  type Direction,
  describeChange,
  describeField,
  describeTypes,
  enterField,
  type PointerPair,
  type Scope,
} from './difference.ts';
import { canonical } from './normalize.ts';
import {
  alternativesOf,
  counterpart,
  type Field,
  type SchemaAt,
  type Shape,
  shapeOf,
} from './schema-shape.ts';

/**
 * The differences between two schemas, each given as all the schemas that must hold. Every alternative that matters to a
 * caller (what it sends today, what it may receive now) is compared with the nearest alternative of the other side.
 */
export function compareSchemas(
  before: readonly SchemaAt[],
  after: readonly SchemaAt[],
  scope: Scope,
): Difference[] {
  // Most of a page is as it was.
  if (isDeepStrictEqual(before.map(toSchema), after.map(toSchema))) return [];
  const pointers = [...before, { at: '|' }, ...after].map(({ at }) => at).join(' ');
  const key = `${scope.direction} ${pointers}`;
  const known = scope.compared.get(key);
  if (known) return known;
  const differences = compareAlternatives(before, after, scope);
  scope.compared.set(key, differences);
  return differences;
}

const toSchema = ({ schema }: SchemaAt) => schema;

function compareAlternatives(
  before: readonly SchemaAt[],
  after: readonly SchemaAt[],
  scope: Scope,
): Difference[] {
  const vendored = alternativesOf(before).map(shapeOf);
  const published = alternativesOf(after).map(shapeOf);
  const isRequest = scope.direction === 'request';
  const needed = isRequest ? vendored : published;
  const offered = isRequest ? published : vendored;
  const used = new Set<number>();
  const found = needed.map((shape, index) => {
    const candidates = offered.map((other, position) => {
      const found = isRequest
        ? compareShapes(shape, other, scope)
        : compareShapes(other, shape, scope);
      return { position, found, cost: costOf(found), distance: Math.abs(position - index) };
    });
    const [nearest] = candidates.sort((a, b) => a.cost - b.cost || a.distance - b.distance);
    if (nearest) used.add(nearest.position);
    return nearest?.found ?? [];
  });
  const differences = scope.isPartial ? withoutChoices(found) : found.flat();
  const unused = offered
    .filter((_, position) => !used.has(position))
    .map((shape) => reportUnusedAlternative(shape, before, after, scope));
  const exclusion = compareExclusion(before, after, scope);
  return dropDuplicates([...differences, ...unused, ...exclusion]);
}

/**
 * What differs from alternatives of which a page for people shows all fields in one table: such a field is optional there, as it
 * is needed in one alternative and not taken in another. That differs only where it does so from each of them.
 */
function withoutChoices(found: readonly Difference[][]): Difference[] {
  const isAboutNeed = ({ kind }: Difference) => /^request-field-(optional|added)$/.test(kind);
  const isIn = (all: readonly Difference[], { published }: Difference) =>
    all.some((each) => isAboutNeed(each) && each.published === published);
  return found.flat().filter((each) => !isAboutNeed(each) || found.every((all) => isIn(all, each)));
}

/** Alternatives of which a value may fit several, that exclude each other in one document (`oneOf`) and not in the other (`anyOf`). */
function compareExclusion(
  before: readonly SchemaAt[],
  after: readonly SchemaAt[],
  scope: Scope,
): Difference[] {
  const [was, is] = overlappingChoices(before, after);
  const isTightened = is.oneOf.length > was.oneOf.length;
  const change = isTightened ? 'tightened' : 'loosened';
  const ours = isTightened ? was.anyOf[0] : was.oneOf[0];
  const theirs = isTightened ? is.oneOf[0] : is.anyOf[0];
  if (!ours || !theirs) return [];
  const [vendored, published] = [parentOf(ours), parentOf(theirs)];
  return [
    {
      kind: `${scope.direction}-limit-${change}`,
      vendored: ours,
      published: theirs,
      expected: nameOf(ours),
      actual: nameOf(theirs),
      message: `${describeField(scope)}: alternatives exclude each other ${isTightened ? 'now' : 'no longer'}`,
      edits: ['oneOf', 'anyOf'].map((name) => [join(vendored, name), join(published, name)]),
    },
  ];
}

/** Reports an alternative without a counterpart, which breaks nobody: one more may be sent, or one fewer may come back. */
function reportUnusedAlternative(
  shape: Shape,
  before: readonly SchemaAt[],
  after: readonly SchemaAt[],
  scope: Scope,
): Difference {
  const isRequest = scope.direction === 'request';
  const types = typesIn(shape);
  const branch = shape.branchAt ?? shape.at;
  const vendored = before[0]?.at ?? '';
  const published = after[0]?.at ?? '';
  const change = isRequest ? 'one more alternative' : 'one fewer alternative';
  return {
    kind: isRequest ? 'request-type-loosened' : 'response-type-narrowed',
    vendored: isRequest ? vendored : branch,
    published: isRequest ? branch : published,
    expected: isRequest ? undefined : types,
    actual: isRequest ? types : undefined,
    message: `${describeField(scope)}: ${change} (${describeTypes(types)})`,
    edits: ['oneOf', 'anyOf'].map((name) => [join(vendored, name), join(published, name)]),
  };
}

const costs = { breaking: 10_000, warning: 100, info: 1 };

function costOf(differences: readonly Difference[]): number {
  const severities = differences.map(({ kind, severity }) => severity ?? kinds[kind].severity);
  return severities.reduce((sum, severity) => sum + costs[severity], 0);
}

/** Drops duplicates: a difference outside the alternatives is found once for each of them. */
function dropDuplicates(differences: readonly Difference[]): Difference[] {
  const keyOf = ({ kind, vendored, published }: Difference) => `${kind} ${vendored} ${published}`;
  return [...new Map(differences.map((each) => [keyOf(each), each])).values()];
}

function compareShapes(before: Shape, after: Shape, scope: Scope): Difference[] {
  if (before.isRecursive || after.isRecursive) return [];
  const constraints = compareConstraints(before, after, scope);
  if (areDisjoint(before, after)) {
    // The types have nothing in common: an update copies all keywords, and nothing further down is worth a finding.
    const keywords = [...new Set([...before.keywords, ...after.keywords])];
    const edits = keywords.map(
      (keyword): PointerPair => [join(before.at, keyword), join(after.at, keyword)],
    );
    const types = constraints.filter(({ kind }) => kind === `${scope.direction}-type-changed`);
    return types.map((found) => ({ ...found, edits }));
  }
  return [
    ...constraints,
    ...compareFields(fieldsOfShape(before, after), fieldsOfShape(after, before), scope),
    ...compareItems(before, after, scope),
  ];
}

const fieldsOfShape = (shape: Shape, other: Shape): Fields => ({
  fields: shape.fields,
  missingAt: ({ at }) => counterpart(at, other, shape),
  requiredAt: shape.requiredAt,
});

function compareItems(before: Shape, after: Shape, scope: Scope): Difference[] {
  if (before.items.length === 0 && after.items.length === 0) return [];
  if (after.items.length === 0 && scope.isPartial) return [];
  if (![before, after].every((shape) => typesIn(shape)?.includes('array'))) return [];
  const itemsOf = (shape: Shape) =>
    shape.items.length > 0 ? shape.items : [{ schema: true, at: join(shape.at, 'items') }];
  return compareSchemas(itemsOf(before), itemsOf(after), enterField(scope, '[]'));
}

/** The fields of an object, or the parameters in one place of an operation. */
export interface Fields {
  /** By name; `undefined` where the schema names none. */
  fields: Map<string, Field> | undefined;
  /** JSON pointer where a field that only the other side has would stand here. */
  missingAt: (field: Field, name: string) => string;
  /** JSON pointers to the lists of required names, where there are any. */
  requiredAt?: string[];
}

type Sides = [before: Fields, after: Fields];

/** The differences between fields: added, removed or changed, with everything below them. */
export function compareFields(before: Fields, after: Fields, scope: Scope): Difference[] {
  if (scope.isPartial && !after.fields) return [];
  const vendored = fieldsSent(before, scope.direction);
  const published = fieldsSent(after, scope.direction);
  const differences = [...vendored].flatMap(([name, oldField]) => {
    const inner = enterField(scope, name);
    const newField = published.get(name);
    if (!newField || (newField.isOnlyListed && !oldField.isOnlyListed)) {
      return [reportRemovedField(oldField, name, [before, after], inner)];
    }
    if (oldField.isOnlyListed && !newField.isOnlyListed) {
      return [reportAddedField({ ...newField, isRequired: false }, name, [before, after], inner)];
    }
    return [
      ...compareRequired(oldField, newField, inner),
      ...compareDefaults(oldField, newField, inner),
      ...compareSchemas(oldField.schemas, newField.schemas, inner),
    ];
  });
  const added = [...published].filter(([name]) => !vendored.has(name));
  return [
    ...differences,
    ...added.map(([name, field]) =>
      reportAddedField(field, name, [before, after], enterField(scope, name)),
    ),
  ];
}

/** The fields that are sent in a direction: `readOnly` ones only come back, `writeOnly` ones never do. */
function fieldsSent({ fields = new Map() }: Fields, direction: Direction): Map<string, Field> {
  const keyword = direction === 'request' ? 'readOnly' : 'writeOnly';
  const isSent = ({ schemas }: Field) =>
    !schemas.some(({ schema }) => objectOf(schema)[keyword] === true);
  return new Map([...fields].filter(([, field]) => isSent(field)));
}

function reportRemovedField(field: Field, name: string, sides: Sides, scope: Scope): Difference {
  const published = sides[1].missingAt(field, name);
  return {
    kind: scope.direction === 'request' ? 'request-field-removed' : 'response-field-removed',
    vendored: field.at,
    published,
    expected: typesOfField(field),
    message: `${describeField(scope)} is gone`,
    edits: [[field.at, published], ...requiredLists(sides)],
    field: { name, schemas: field.schemas },
  };
}

function reportAddedField(field: Field, name: string, sides: Sides, scope: Scope): Difference {
  const vendored = sides[0].missingAt(field, name);
  const isRequest = scope.direction === 'request';
  const mustBeSent = isRequest && field.isRequired === true;
  const kind = isRequest ? 'request-field-added' : 'response-field-added';
  return {
    kind: mustBeSent ? 'request-field-required' : kind,
    vendored,
    published: field.at,
    actual: typesOfField(field),
    message: `${describeField(scope)} is new${mustBeSent ? ' and required' : ''}`,
    edits: [[vendored, field.at], ...requiredLists(sides)],
    field: { name, schemas: field.schemas },
  };
}

/** The lists of required fields: an added or removed field changes them, too. */
const requiredLists = ([before, after]: Sides): PointerPair[] =>
  pairPointers(before.requiredAt ?? [], after.requiredAt ?? []);

/** Pairs the pointers of both sides by position, up to the length of the shorter list. */
const pairPointers = (vendored: string[], published: string[]): PointerPair[] =>
  vendored.slice(0, published.length).map((pointer, index) => [pointer, published[index] ?? '']);

function typesOfField({ schemas }: Field): string {
  const types = alternativesOf(schemas).flatMap((each) => typesIn(shapeOf(each)) ?? []);
  return describeTypes(types.length > 0 ? [...new Set(types)] : undefined);
}

function compareRequired(oldField: Field, newField: Field, scope: Scope): Difference[] {
  if (scope.isPartial && newField.isRequired === undefined) return [];
  if (Boolean(oldField.isRequired) === Boolean(newField.isRequired)) return [];
  const change = newField.isRequired ? 'required' : 'optional';
  return [
    {
      kind: `${scope.direction}-field-${change}`,
      vendored: oldField.at,
      published: newField.at,
      expected: oldField.isRequired ? 'required' : 'optional',
      actual: change,
      message: `${describeField(scope)} is ${change} now`,
      edits: pairPointers(oldField.requiredAt, newField.requiredAt),
    },
  ];
}

/** A default matters to callers who leave the field out. */
function compareDefaults(oldField: Field, newField: Field, scope: Scope): Difference[] {
  if (scope.direction === 'response') return [];
  const before = defaultOf(oldField);
  const after = defaultOf(newField);
  const isSame = canonical(before?.value) === canonical(after?.value);
  if (isSame || (scope.isPartial && !after)) return [];
  const defaultAt = ({ schemas, at }: Field) => join(schemas[0]?.at ?? at, 'default');
  return [
    {
      kind: 'request-default-changed',
      vendored: before?.at ?? defaultAt(oldField),
      published: after?.at ?? defaultAt(newField),
      expected: before?.value,
      actual: after?.value,
      message: `${describeField(scope)}: default ${describeChange(before?.value, after?.value)}`,
    },
  ];
}

const defaultOf = ({ schemas }: Field) =>
  shapeOf(alternativesOf(schemas)[0] ?? schemas).constraints.get('default');
