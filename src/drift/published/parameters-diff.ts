import { join, listOf, objectOf } from '../../documents/json.ts';
import type { Difference, Scope } from './difference.ts';
import { compareFields, type Fields } from './fields-diff.ts';
import type { Operation } from './match.ts';
import { compareSchemas } from './schema-diff.ts';
import type { Field } from './shape.ts';

interface Parameter {
  name: string;
  in: string;
  field: Field;
}

/** Headers that OpenAPI leaves to other parts of the document. */
const described = /^(accept|content-type|authorization)$/i;

function parametersOf({ operation, item, at, path }: Operation): Parameter[] {
  const read = (list: unknown, from: string) =>
    listOf(list).flatMap((each, index) => parameterOf(each, join(from, 'parameters', index)));
  const own = read(operation.parameters, at);
  const keyOf = (each: Parameter) => `${each.in} ${each.name}`;
  const keys = new Set(own.map(keyOf));
  const shared = read(item.parameters, join('#/paths', path));
  return [...own, ...shared.filter((each) => !keys.has(keyOf(each)))];
}

function parameterOf(parameter: unknown, at: string): Parameter[] {
  const { name, in: place, required, schema, content } = objectOf(parameter);
  if (typeof name !== 'string' || typeof place !== 'string') return [];
  const isHeader = place === 'header';
  if (isHeader && described.test(name)) return [];
  const [media = ''] = Object.keys(objectOf(content));
  const isContent = schema === undefined && media !== '';
  const value = isContent
    ? {
        schema: objectOf(objectOf(content)[media]).schema,
        at: join(at, 'content', media, 'schema'),
      }
    : { schema: schema ?? true, at: join(at, 'schema') };
  const field: Field = {
    at,
    requiredAt: [join(at, 'required')],
    isRequired: required === true,
    places: [value],
  };
  return [{ name: isHeader ? name.toLowerCase() : name, in: place, field }];
}

/** Query, header and cookie parameters by name, those of the path by their place. */
export function compareParameters(before: Operation, after: Operation, scope: Scope): Difference[] {
  const [vendored, published] = [parametersOf(before), parametersOf(after)];
  const fieldsIn = (parameters: Parameter[], place: string, at: string): Fields => {
    const found = parameters.filter((each) => each.in === place);
    return {
      fields: found.length > 0 ? new Map(found.map(({ name, field }) => [name, field])) : undefined,
      missingAt: () => join(at, 'parameters', '-'),
    };
  };
  const named = ['query', 'header', 'cookie'].flatMap((place) =>
    compareFields(
      fieldsIn(vendored, place, before.at),
      fieldsIn(published, place, after.at),
      scope,
      compareSchemas,
    ),
  );
  return [...named, ...comparePathParameters(before, after, scope)];
}

/** Parameters in the path are known by their place; their names travel nowhere. */
function comparePathParameters(before: Operation, after: Operation, scope: Scope): Difference[] {
  const inOrder = (operation: Operation) => {
    const parameters = parametersOf(operation).filter((each) => each.in === 'path');
    const names = operation.path.match(/(?<=\{)[^}]*(?=\})/g) ?? [];
    return names.map((name) => parameters.find((each) => each.name === name));
  };
  const theirs = inOrder(after);
  return inOrder(before).flatMap((ours, index) => {
    const other = theirs[index];
    if (!ours || !other) return [];
    return compareSchemas(ours.field.places, other.field.places, { ...scope, field: ours.name });
  });
}
