/** Choices between schemas: `oneOf` refuses what fits several of its branches, `anyOf` takes it. */
import { check } from '../../documents/check.ts';
import { isObject, type JsonObject, join, listOf, objectOf } from '../../documents/json.ts';
import { areDisjoint } from './compare-constraints.ts';
import { alternativesOf, type SchemaAt, type Shape, shapeOf } from './schema-shape.ts';

/** JSON pointers to the choices of which a value may fit several branches: those that refuse it, and those that take it. */
interface Choices {
  oneOf: string[];
  anyOf: string[];
}

/** More branches than this are not compared with each other, and no fields so deep within fields. */
const maxBranches = 16;
const maxDepth = 3;

/**
 * The choices in schemas that must all hold, for two versions of them. Which branches overlap is found out only where one
 * version has more of one keyword than the other: everywhere else it makes no difference.
 */
export function overlappingChoices(
  before: readonly SchemaAt[],
  after: readonly SchemaAt[],
): [before: Choices, after: Choices] {
  const [was, is] = [before.flatMap(choicesIn), after.flatMap(choicesIn)];
  const count = (choices: readonly SchemaAt[]) =>
    choices.filter(({ at }) => at.endsWith('/oneOf')).length;
  const isOther = count(was) !== count(is);
  return [isOther ? sortChoices(was) : none, isOther ? sortChoices(is) : none];
}

const none: Choices = { oneOf: [], anyOf: [] };

function sortChoices(choices: readonly SchemaAt[]): Choices {
  const overlapping = choices.filter(({ schema, at }) => haveOverlap(listOf(schema), at));
  const pointersTo = (keyword: string) =>
    overlapping.map(({ at }) => at).filter((at) => at.endsWith(`/${keyword}`));
  return { oneOf: pointersTo('oneOf'), anyOf: pointersTo('anyOf') };
}

/** The lists of branches in a schema, also those of its parts and within its branches. */
function choicesIn({ schema, at }: SchemaAt): SchemaAt[] {
  return ['allOf', 'oneOf', 'anyOf'].flatMap((keyword) => {
    const branches = listOf(objectOf(schema)[keyword]);
    const pointer = join(at, keyword);
    const own =
      keyword === 'allOf' || branches.length === 0 ? [] : [{ schema: branches, at: pointer }];
    const inner = branches.map((branch, index) => ({ schema: branch, at: join(pointer, index) }));
    return [...own, ...inner.flatMap(choicesIn)];
  });
}

function haveOverlap(branches: readonly unknown[], at: string): boolean {
  if (branches.length > maxBranches) return false;
  const all = branches.map((schema, index) => [{ schema, at: join(at, index) }]);
  return all.some((one, index) => all.slice(index + 1).some((other) => canFitBoth(one, other, 0)));
}

/** Whether there may be a value that fits two schemas, each given as all the schemas that must hold. */
function canFitBoth(one: readonly SchemaAt[], other: readonly SchemaAt[], depth: number): boolean {
  if (depth > maxDepth) return true;
  const others = alternativesOf(other);
  return alternativesOf(one).some((a) => others.some((b) => canMeet(a, b, depth)));
}

function canMeet(one: SchemaAt[], other: SchemaAt[], depth: number): boolean {
  const [a, b] = [shapeOf(one), shapeOf(other)];
  if (areDisjoint(a, b) || !canShareValue(a, b) || !canShareValue(b, a)) return false;
  const names = new Set([...(a.fields ?? new Map()).keys(), ...(b.fields ?? new Map()).keys()]);
  return [...names].every((name) => {
    const [mine, theirs] = [a.fields?.get(name), b.fields?.get(name)];
    // A field that neither needs can be left out.
    if (!mine?.isRequired && !theirs?.isRequired) return true;
    if (refuses(one, name) || refuses(other, name)) return false;
    return !mine || !theirs || canFitBoth(mine.schemas, theirs.schemas, depth + 1);
  });
}

/** Whether a schema has `false` for a field. */
const refuses = (schemas: readonly SchemaAt[], name: string) =>
  schemas.some(({ schema }) => objectOf(objectOf(schema).properties)[name] === false);

/** Whether one of the values that a shape lists keeps the rules of another shape. */
function canShareValue({ constraints }: Shape, other: Shape): boolean {
  const listed = constraints.get('enum');
  if (!listed) return true;
  const rules: JsonObject = Object.fromEntries(
    [...other.constraints].map(([keyword, { value }]) => [keyword, value]),
  );
  return listOf(listed.value).some((value) => isObject(value) || check(rules, value).length === 0);
}
