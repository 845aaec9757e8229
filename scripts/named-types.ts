/** A document's types under names that a person can read when an editor shows them. */
import openapiTypescript, { astToString } from 'openapi-typescript';
import ts from 'typescript';
import { isObject, objectOf } from '../src/documents/json.ts';
import {
  type OpenApiDocument,
  operationsOf,
  resolve,
  type Schema,
} from '../src/documents/openapi.ts';

/**
 * Gives names to what documents write inline: what a create takes (`TextToVideoInput`), a task (`TextToVideoTask`) and its
 * result (`TextToVideoTaskResult`).
 */
function nameSchemas(document: OpenApiDocument): OpenApiDocument {
  const copy = structuredClone(document);
  const schemas = objectOf(copy.components?.schemas) as Record<string, Schema>;
  copy.components = { ...copy.components, schemas };
  for (const { operation } of operationsOf(copy)) {
    operation.parameters = operation.parameters?.map((each) => resolve(copy, each)) ?? [];
    const media = operation.requestBody?.content['application/json'];
    if (!media?.schema) continue;
    const name = `${operation.operationId.replace(/^create/, '')}Input`;
    schemas[name] = media.schema;
    media.schema = { $ref: `#/components/schemas/${name}` };
  }
  for (const name of Object.keys(schemas).filter((each) => each.endsWith('Query')))
    nameField(schemas, name, 'data', name.replace(/Query$/, 'Task'));
  for (const name of Object.keys(schemas)) nameField(schemas, name, 'task_result', `${name}Result`);
  describeFields(copy, copy);
  return copy;
}

/** Makes a schema of its own of a field that has an object or null, where the schema has such a field. */
function nameField(
  schemas: Record<string, Schema>,
  schema: string,
  field: string,
  name: string,
): void {
  const { properties } = schemas[schema] ?? {};
  const inline = properties?.[field];
  if (!properties || !isObject(inline) || !inline.properties) return;
  schemas[name] = { ...inline, type: 'object' };
  const reference = { $ref: `#/components/schemas/${name}` };
  const isNullable = [inline.type].flat().includes('null');
  properties[field] = isNullable ? { oneOf: [reference, { type: 'null' }] } : reference;
}

/** Repeats the description of what a field refers to at the field itself, where editors show it. */
function describeFields(document: OpenApiDocument, node: unknown): void {
  if (typeof node !== 'object' || node === null) return;
  const { properties = {} } = node as Schema;
  for (const field of Object.values(properties)) {
    if (!isObject(field) || !('$ref' in field)) continue;
    const { description } = resolve(document, field as Schema);
    if (description) Object.assign(field, { description });
  }
  for (const child of Object.values(node)) describeFields(document, child);
}

const isNumber = (value: unknown) => typeof value === 'number';

/** Types that an editor shows by their name when they are declared under it. */
const isShownByName = (type: ts.TypeNode) =>
  ts.isTypeLiteralNode(type) || ts.isUnionTypeNode(type) || ts.isIntersectionTypeNode(type);

/** The types of one document, as openapi-typescript writes them, each schema of its components as an exported type. */
export async function typesOf(document: OpenApiDocument): Promise<string> {
  const ast = await openapiTypescript(JSON.stringify(nameSchemas(document)), {
    // A field with a default may be left out of a request; no response has one.
    defaultNonNullable: false,
    transform: (schema) => {
      // A list of numbers is a rule about values, not a choice: a computed number must compile.
      if (schema.enum?.every(isNumber) && schema.type === 'number')
        return ts.factory.createKeywordTypeNode(ts.SyntaxKind.NumberKeyword);
      // An id of 64 bits in a response: reading makes text of it.
      if (schema.readOnly && schema.format === 'int64')
        return ts.factory.createKeywordTypeNode(ts.SyntaxKind.StringKeyword);
      return undefined;
    },
  });
  const named: ts.Node[] = [];
  const nameIn = (member: ts.PropertySignature) => {
    const { type, name } = member;
    if (!type || !ts.isIdentifier(name) || !isShownByName(type)) return member;
    const exported = [ts.factory.createToken(ts.SyntaxKind.ExportKeyword)];
    named.push(ts.factory.createTypeAliasDeclaration(exported, name, undefined, type));
    const reference = ts.factory.createTypeReferenceNode(name);
    return ts.factory.updatePropertySignature(
      member,
      member.modifiers,
      name,
      member.questionToken,
      reference,
    );
  };
  const nodes = ast.map((node) => {
    if (!ts.isInterfaceDeclaration(node) || node.name.text !== 'components') return node;
    return ts.visitEachChild(
      node,
      (child) => {
        const isSchemas =
          ts.isPropertySignature(child) &&
          ts.isIdentifier(child.name) &&
          child.name.text === 'schemas';
        if (!isSchemas || !child.type || !ts.isTypeLiteralNode(child.type)) return child;
        const members = child.type.members.map((each) =>
          ts.isPropertySignature(each) ? nameIn(each) : each,
        );
        const type = ts.factory.createTypeLiteralNode(members);
        const { modifiers, name, questionToken } = child;
        return ts.factory.updatePropertySignature(child, modifiers, name, questionToken, type);
      },
      undefined,
    );
  });
  return (
    astToString([...nodes, ...named])
      // A comment's own text is shown first and as it stands, a tag after it and with its name.
      .replaceAll('@description ', '')
      .replace(/^ *\* Format: \w+\n/gm, '')
  );
}
