/** Reference pages that are text for people, read as far as a program can. */
import { assertAtMost } from '../../contract/modest-json.ts';
import { decodeUri, type JsonObject, objectOf } from '../../documents/json.ts';
import { limits } from './limits.ts';
import { normalPath } from './operations.ts';
import {
  commentIn,
  curlAt,
  fieldAt,
  linesOfValue,
  operationAt,
  type PageField,
  rulesIn,
  type Section,
  schemaOfSample,
  sectionAt,
  statusAt,
} from './reference-lines.ts';

/** A line of a page that says something to people. */
export interface PageLine {
  /** Counted from 1. */
  line: number;
  text: string;
}

/** An operation as far as it was read. */
interface Draft {
  method: string;
  path: string;
  body: PageField[];
  query: PageField[];
  /** By status: the schema, or the fields that it is made of. */
  responses: Map<string, JsonObject | PageField[]>;
}

/** What was read so far. */
interface Progress {
  lines: string[];
  operations: Map<string, Draft>;
  urls: Set<string>;
  prose: PageLine[];
  draft?: Draft | undefined;
  section?: Section | undefined;
  status?: string | undefined;
  field?: PageField | undefined;
  /** How many samples had no end. */
  endless: number;
}

/**
 * Reads a reference page that is text for people: operations, fields with type, need, default, limits and values, and
 * sample responses. They come back as an OpenAPI document that holds what was understood and nothing else; the sentences
 * come back line by line. Samples of calls and responses are in neither, except for the comments in them.
 * @throws {RangeError} it has more of something than the limits allow
 */
export function readReference(text: string): { document: JsonObject; lines: PageLine[] } {
  const progress: Progress = {
    lines: text.split(/\r?\n/).map((line) => line.trim()),
    operations: new Map(),
    urls: new Set(),
    prose: [],
    endless: 0,
  };
  for (let index = 0; index < progress.lines.length; ) {
    index += Math.max(1, readAt(progress, index));
  }
  const { operations, urls, prose } = progress;
  return { document: toDocument([...operations.values()], [...urls]), lines: prose };
}

/** The most lines that a sample may have, and the most samples without an end: each is read to there. */
const maxSample = 1000;
const maxEndless = 20;

/** Reads what begins at a line; returns how many lines that was. */
function readAt(progress: Progress, index: number): number {
  const rest = progress.lines.slice(index, index + maxSample);
  const [line = ''] = rest;
  if (line === '') return 1;
  const curl = curlAt(rest);
  if (curl) {
    for (const url of curl.urls) progress.urls.add(url);
    assertAtMost(limits.entries, progress.urls.size, 'addresses in calls');
    return curl.taken;
  }
  if (/^[[{]/.test(line)) return readSample(progress, rest, index);
  const operation = operationAt(rest);
  if (operation) return startOperation(progress, operation);
  if (readHeading(progress, line, rest[1] ?? '')) return 1;
  const { draft, section, field: about } = progress;
  const field = draft && section ? fieldAt(rest) : undefined;
  if (field) return addField(progress, field);
  progress.prose.push({ line: index + 1, text: line });
  if (about) Object.assign(about.schema, rulesIn(line, about.schema));
  return 1;
}

function startOperation(
  progress: Progress,
  { method, path, taken }: { method: string; path: string; taken: number },
): number {
  const key = `${method} ${normalPath(path)}`;
  const known = progress.operations.get(key);
  const draft = known ?? { method, path, body: [], query: [], responses: new Map() };
  progress.operations.set(key, draft);
  Object.assign(progress, { draft, section: undefined, status: undefined, field: undefined });
  assertAtMost(limits.entries, progress.operations.size, 'operations');
  return taken;
}

/** Reads a status or the heading of a section; returns whether the line is one. */
function readHeading(progress: Progress, line: string, next: string): boolean {
  const status = statusAt(line);
  if (status && (status.media || /^[[{]/.test(next) || progress.section === 'response')) {
    Object.assign(progress, { status: status.status, section: 'response', field: undefined });
    return true;
  }
  const section = sectionAt(line);
  if (!section) return false;
  Object.assign(progress, { section, status: undefined, field: undefined });
  return true;
}

/** A sample below a status shows the form of the response; any other is an example of values. */
function readSample(progress: Progress, rest: string[], index: number): number {
  const taken = linesOfValue(rest);
  if (taken === 0) progress.endless += 1;
  assertAtMost(maxEndless, progress.endless, 'samples without an end');
  const { draft, status } = progress;
  const sample = rest.slice(0, taken);
  for (const [offset, line] of sample.entries()) {
    const text = commentIn(line);
    if (text) progress.prose.push({ line: index + offset + 1, text });
  }
  const schema = draft && status ? schemaOfSample(sample) : undefined;
  if (draft && status && schema) draft.responses.set(status, schema);
  progress.status = undefined;
  return taken;
}

function addField(progress: Progress, { taken, ...field }: PageField & { taken: number }): number {
  const { draft, section, status } = progress;
  if (section === 'body' || section === 'query') draft?.[section].push(field);
  if (section === 'response' && status && draft) {
    const fields = draft.responses.get(status);
    if (Array.isArray(fields)) fields.push(field);
    else draft.responses.set(status, [field]);
  }
  progress.field = field;
  return taken;
}

/** An OpenAPI document that holds what was read, and nothing else. */
function toDocument(drafts: readonly Draft[], urls: readonly string[]): JsonObject {
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

/** The addresses that sample calls of the operation go to, without the operation's path. */
function serversOf({ path }: Draft, routes: readonly { origin: string; full: string }[]): string[] {
  const end = normalPath(path);
  return routes
    .filter(({ full }) => full.endsWith(end))
    .map(({ origin, full }) => origin + full.slice(0, full.length - end.length));
}

function toOperation({ body, query, responses }: Draft): JsonObject {
  const asJson = (schema: JsonObject) => ({ content: { 'application/json': { schema } } });
  const parameters = query.map(({ name, schema, isRequired }) => ({
    name,
    in: 'query',
    required: isRequired,
    schema,
  }));
  const documented = [...responses].map(([status, response]) => [
    status,
    asJson(Array.isArray(response) ? toObject(response) : response),
  ]);
  return {
    ...(parameters.length > 0 ? { parameters } : {}),
    ...(body.length > 0 ? { requestBody: asJson(toObject(body)) } : {}),
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
