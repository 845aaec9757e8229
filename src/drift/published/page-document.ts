/** What was read of a page for people, as an OpenAPI document that holds that and nothing else. */
import { decodeUri, type JsonObject, join, objectOf } from '../../documents/json.ts';
import { normalPath, operationsIn } from './operations.ts';
import type { PageField } from './reference-lines.ts';

/** A line of a page that says something to people. */
export interface PageLine {
  /** Counted from 1. */
  line: number;
  text: string;
  /** The operation and the field that it is about, where that is known: `POST /v1/audio/text-to-audio prompt`. */
  about?: string;
}

/** A sample of a response: its lines, and the number of the first of them. */
interface Sample {
  line: number;
  lines: readonly string[];
}

/** An operation as far as it was read. */
export interface Draft {
  method: string;
  path: string;
  /** The line where it was first named, counted from 1. */
  line: number;
  /** The media type of the body. @default 'application/json' */
  media?: string;
  body: PageField[];
  query: PageField[];
  header: PageField[];
  /** By status: the schema, or the fields that it is made of. */
  responses: Map<string, JsonObject | PageField[]>;
  /** The samples that responses were read from, by status. */
  samples: Map<string, Sample>;
}

/** The operation with this method and path, which is made when the page has not had it yet. */
export function draftOf(
  drafts: Map<string, Draft>,
  method: string,
  path: string,
  line: number,
): Draft {
  const key = `${method} ${normalPath(path)}`;
  const known = drafts.get(key);
  const fields = { body: [], query: [], header: [], responses: new Map(), samples: new Map() };
  const draft = known ?? { method, path, line, ...fields };
  drafts.set(key, draft);
  return draft;
}

/** An operation and a field of it, as lines of pages name what they are about. */
export const aboutField = (method: string, path: string, field: string): string =>
  `${method} ${normalPath(path)} ${field}`;

/** An OpenAPI document that holds what was read, and nothing else. */
export function toDocument(drafts: readonly Draft[], urls: readonly string[]): JsonObject {
  const addresses = urls.filter((url) => URL.canParse(url)).map((url) => new URL(url));
  const routes = addresses.map(({ origin, pathname }) => ({
    origin,
    full: normalPath(decodeUri(pathname)),
  }));
  const servers = [...new Set(drafts.flatMap((draft) => serversOf(draft, routes)))];
  const paths: Record<string, JsonObject> = {};
  for (const draft of drafts) {
    paths[draft.path] = { ...paths[draft.path], [draft.method.toLowerCase()]: toOperation(draft) };
  }
  return {
    openapi: '3.1.0',
    ...(servers.length > 0 ? { servers: servers.map((url) => ({ url })) } : {}),
    paths,
  };
}

/**
 * The operations that sample calls on a page go to and that could not be read on it, in words. Addresses of other hosts than
 * those of the operations are values in the samples.
 */
export function callsUnread(drafts: readonly Draft[], urls: readonly string[]): string[] {
  const partsOf = (path: string) => normalPath(decodeUri(path)).split('/').slice(1);
  const paths = drafts.map(({ path }) => partsOf(path));
  const calls = urls.filter((url) => URL.canParse(url)).map((url) => new URL(url));
  const isRead = ({ pathname }: URL) => {
    const asked = partsOf(pathname);
    return paths.some((path) => {
      const tail = asked.slice(asked.length - path.length);
      return path.every((part, index) => part === '{}' || part === tail[index]);
    });
  };
  const hosts = new Set(calls.filter(isRead).map(({ host }) => host));
  const unread = calls.filter((call) => hosts.has(call.host) && !isRead(call));
  return [
    ...new Set(
      unread.map(({ pathname }) => `the operation that is called at ${decodeUri(pathname)}`),
    ),
  ];
}

/** The addresses that sample calls of the operation go to, without the operation's path. */
function serversOf({ path }: Draft, routes: readonly { origin: string; full: string }[]): string[] {
  const end = normalPath(path);
  return routes
    .filter(({ full }) => full.endsWith(end))
    .map(({ origin, full }) => origin + full.slice(0, full.length - end.length));
}

function toOperation({ media, body, query, header, responses }: Draft): JsonObject {
  const asJson = (schema: JsonObject, type = 'application/json') => ({
    content: { [type]: { schema } },
  });
  const toParameters = (fields: readonly PageField[], location: string) =>
    fields.map(({ name, schema, isRequired }) => ({
      name,
      in: location,
      required: isRequired,
      schema,
    }));
  const parameters = [...toParameters(query, 'query'), ...toParameters(header, 'header')];
  const documented = [...responses].map(([status, response]) => [
    status,
    asJson(Array.isArray(response) ? toObject(response) : response),
  ]);
  return {
    ...(parameters.length > 0 ? { parameters } : {}),
    ...(body.length > 0 ? { requestBody: asJson(toObject(body), media) } : {}),
    responses: Object.fromEntries(documented),
  };
}

/** The schema of an object with these fields; dots in a name lead into the fields of fields. */
function toObject(fields: readonly PageField[]): JsonObject {
  const properties: Record<string, JsonObject> = {};
  const below = new Map<string, PageField[]>();
  for (const field of fields) {
    const [head = '', ...tail] = field.name.split('.');
    if (tail.length === 0) properties[field.name] = field.schema;
    const inner = below.get(head.replace('[]', '')) ?? [];
    if (tail.length > 0) inner.push({ ...field, name: tail.join('.') });
    below.set(head.replace('[]', ''), inner);
  }
  for (const [name, schema] of Object.entries(properties)) {
    const inner = below.get(name) ?? [];
    if (inner.length === 0) continue;
    const object = toObject(inner);
    properties[name] =
      schema.type === 'array' ? { ...schema, items: object } : { ...schema, ...objectOf(object) };
  }
  const required = fields.filter(({ name, isRequired }) => isRequired && name in properties);
  return { type: 'object', required: required.map(({ name }) => name), properties };
}

/** A field of a request body, at any depth. */
interface RequestField {
  /** As lines of pages name what they are about. */
  about: string;
  /** JSON pointer to its schema. */
  at: string;
  schema: JsonObject;
}

/** The fields of all request bodies of a document without references. */
export function requestFields(document: JsonObject): RequestField[] {
  return operationsIn(document).flatMap(({ method, path, operation, at }) =>
    Object.entries(objectOf(objectOf(operation.requestBody).content)).flatMap(([media, value]) => {
      const root = join(at, 'requestBody', 'content', media, 'schema');
      return fieldsBelow(objectOf(objectOf(value).schema), '', root).map(({ about, ...field }) => ({
        ...field,
        about: aboutField(method, path, about),
      }));
    }),
  );
}

function fieldsBelow(schema: JsonObject, prefix: string, at: string): RequestField[] {
  return Object.entries(objectOf(schema.properties)).flatMap(([key, value]) => {
    const field = objectOf(value);
    const name = prefix + key;
    const pointer = join(at, 'properties', key);
    return [
      { about: name, at: pointer, schema: field },
      ...fieldsBelow(field, `${name}.`, pointer),
      ...fieldsBelow(objectOf(field.items), `${name}[].`, join(pointer, 'items')),
    ];
  });
}

/** The descriptions of the fields of requests. */
export function descriptionsIn(document: JsonObject, text: string): PageLine[] {
  let line = 1;
  let place = 0;
  return requestFields(document).flatMap(({ about, schema: { description } }) => {
    if (typeof description !== 'string') return [];
    // As JSON or as it is, behind the one before: descriptions stand in the order of the fields, or their line stays open.
    const start = JSON.stringify(description.slice(0, 40)).slice(1, -1);
    const found = text.indexOf(start, place);
    if (found >= 0) {
      line += text.slice(place, found).split('\n').length - 1;
      place = found;
    }
    return [{ line, text: description, about }];
  });
}

/** The lines of a page around its OpenAPI block that name a field of a request. */
export function linesAround(document: JsonObject, text: string): PageLine[] {
  const fields = new Map<string, string>();
  for (const { about } of requestFields(document).toReversed()) {
    fields.set(about.slice(about.lastIndexOf(' ') + 1), about);
  }
  const isInside = insideFences(text);
  return text.split(/\r?\n/).flatMap((line, index) => {
    if (isInside(index)) return [];
    const names = [...line.matchAll(/`([\w.[\]]{1,80})`/g)].map(([, name = '']) => name);
    const about = names.flatMap((name) => fields.get(name) ?? [])[0];
    return about === undefined ? [] : [{ line: index + 1, text: line.trim(), about }];
  });
}

/** Whether a line stands in a block of code. */
function insideFences(text: string): (index: number) => boolean {
  let isOpen = false;
  const inside = text.split(/\r?\n/).map((line) => {
    if (/^\s{0,3}(```|~~~)/.test(line)) isOpen = !isOpen;
    return isOpen;
  });
  return (index) => inside[index] === true;
}
