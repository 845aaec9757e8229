import { type JsonObject, objectOf } from '../../documents/json.ts';
import { normalPath } from './match.ts';
import type { PageField } from './reference-lines.ts';

/** An operation as far as it was read. */
export interface Draft {
  method: string;
  path: string;
  body: PageField[];
  query: PageField[];
  /** By status: the schema, or the fields that it is made of. */
  answers: Map<string, JsonObject | PageField[]>;
}

/** An OpenAPI document that holds what was read of a page, and nothing else. */
export function documentOf(drafts: readonly Draft[], urls: readonly string[]): JsonObject {
  const servers = [...new Set(drafts.flatMap((draft) => serverOf(draft, urls)))];
  const paths: Record<string, JsonObject> = {};
  for (const draft of drafts) {
    paths[draft.path] = { ...paths[draft.path], [draft.method.toLowerCase()]: operationOf(draft) };
  }
  return {
    openapi: '3.1.0',
    ...(servers.length > 0 ? { servers: servers.map((url) => ({ url })) } : {}),
    paths,
  };
}

/** The address that a sample call of the operation goes to, without the operation's path. */
function serverOf({ path }: Draft, urls: readonly string[]): string[] {
  const end = normalPath(path);
  return urls.flatMap((url) => {
    if (!URL.canParse(url)) return [];
    const { origin, pathname } = new URL(url);
    const full = normalPath(decodeURI(pathname));
    return full.endsWith(end) ? [origin + full.slice(0, full.length - end.length)] : [];
  });
}

function operationOf({ body, query, answers }: Draft): JsonObject {
  const json = (schema: JsonObject) => ({ content: { 'application/json': { schema } } });
  const responses = [...answers].map(([status, answer]) => [
    status,
    json(Array.isArray(answer) ? objectFrom(answer) : answer),
  ]);
  const parameters = query.map(({ name, schema, isRequired }) => ({
    name,
    in: 'query',
    required: isRequired,
    schema,
  }));
  return {
    ...(parameters.length > 0 ? { parameters } : {}),
    ...(body.length > 0 ? { requestBody: json(objectFrom(body)) } : {}),
    responses: Object.fromEntries(responses),
  };
}

/** An object with these fields; dots in a name lead into the fields of fields. */
function objectFrom(fields: readonly PageField[]): JsonObject {
  const properties: Record<string, JsonObject> = {};
  for (const { name, schema } of fields) if (!name.includes('.')) properties[name] = schema;
  for (const [name, schema] of Object.entries(properties)) {
    const inner = fields.flatMap((field) => {
      const [head = '', ...tail] = field.name.split('.');
      return head.replace('[]', '') === name && tail.length > 0
        ? [{ ...field, name: tail.join('.') }]
        : [];
    });
    if (inner.length === 0) continue;
    const object = objectFrom(inner);
    properties[name] =
      schema.type === 'array' ? { ...schema, items: object } : { ...schema, ...objectOf(object) };
  }
  const required = fields.filter(({ name, isRequired }) => isRequired && name in properties);
  return { type: 'object', required: required.map(({ name }) => name), properties };
}
