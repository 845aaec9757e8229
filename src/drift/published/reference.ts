import type { JsonObject } from '../../documents/json.ts';
import { normalPath } from './match.ts';
import { factsIn } from './prose-facts.ts';
import { type Draft, documentOf } from './reference-document.ts';
import {
  curlAt,
  fieldAt,
  operationAt,
  type PageField,
  type Section,
  sectionAt,
  statusAt,
} from './reference-lines.ts';
import { commentIn, linesOfValue, schemaOfSample } from './sample.ts';

/** A line of a page that says something to people. */
export interface PageLine {
  /** Counted from 1. */
  line: number;
  text: string;
}

/** What was read so far. */
interface Reading {
  lines: string[];
  operations: Map<string, Draft>;
  urls: Set<string>;
  prose: PageLine[];
  draft?: Draft | undefined;
  section?: Section | undefined;
  status?: string | undefined;
  field?: PageField | undefined;
}

/**
 * Reads a reference page that is text for people: operations, fields with type, need, default, limits and values, and
 * sample answers. They come back as an OpenAPI document that holds what was understood and nothing else; the sentences
 * come back line by line. Samples of calls and answers are in neither, but for the comments in them.
 */
export function readReference(text: string): { document: JsonObject; lines: PageLine[] } {
  const reading: Reading = {
    lines: text.split(/\r?\n/).map((line) => line.trim()),
    operations: new Map(),
    urls: new Set(),
    prose: [],
  };
  for (let index = 0; index < reading.lines.length; ) index += Math.max(1, read(reading, index));
  const { operations, urls, prose } = reading;
  return { document: documentOf([...operations.values()], [...urls]), lines: prose };
}

/** How many lines a sample may have. */
const window = 1000;

/** Reads what stands at a line; says how many lines that was. */
function read(reading: Reading, index: number): number {
  const rest = reading.lines.slice(index, index + window);
  const [line = ''] = rest;
  if (line === '') return 1;
  const curl = curlAt(rest);
  if (curl) {
    for (const url of curl.urls) reading.urls.add(url);
    return curl.taken;
  }
  if (/^[[{]/.test(line)) return readSample(reading, rest, index);
  const operation = operationAt(rest);
  if (operation) return startOperation(reading, operation);
  if (readHeading(reading, line, rest[1] ?? '')) return 1;
  const field = isListing(reading) ? fieldAt(rest) : undefined;
  if (field) return addField(reading, field);
  reading.prose.push({ line: index + 1, text: line });
  const { field: about } = reading;
  if (about) Object.assign(about.schema, factsIn(line, about.schema));
  return 1;
}

const isListing = ({ draft, section }: Reading) => draft !== undefined && section !== undefined;

function startOperation(
  reading: Reading,
  { method, path, taken }: { method: string; path: string; taken: number },
): number {
  const key = `${method} ${normalPath(path)}`;
  const known = reading.operations.get(key);
  const draft = known ?? { method, path, body: [], query: [], answers: new Map() };
  reading.operations.set(key, draft);
  Object.assign(reading, { draft, section: undefined, status: undefined, field: undefined });
  return taken;
}

/** A status or the heading of a section. */
function readHeading(reading: Reading, line: string, next: string): boolean {
  const status = statusAt(line);
  if (status && (status.media || /^[[{]/.test(next) || reading.section === 'response')) {
    Object.assign(reading, { status: status.status, section: 'response', field: undefined });
    return true;
  }
  const section = sectionAt(line);
  if (!section) return false;
  Object.assign(reading, { section, status: undefined, field: undefined });
  return true;
}

/** A sample below a status shows the form of the answer; any other is an example of values. */
function readSample(reading: Reading, rest: string[], index: number): number {
  const taken = linesOfValue(rest);
  const { draft, status } = reading;
  const sample = rest.slice(0, taken);
  for (const [offset, line] of sample.entries()) {
    const text = commentIn(line);
    if (text) reading.prose.push({ line: index + offset + 1, text });
  }
  const schema = draft && status ? schemaOfSample(sample) : undefined;
  if (draft && status && schema) draft.answers.set(status, schema);
  Object.assign(reading, { status: undefined });
  return taken;
}

function addField(reading: Reading, { taken, ...field }: PageField & { taken: number }): number {
  const { draft, section, status } = reading;
  if (section === 'body' || section === 'query') draft?.[section].push(field);
  if (section === 'response' && status && draft) {
    const fields = draft.answers.get(status);
    if (Array.isArray(fields)) fields.push(field);
    else draft.answers.set(status, [field]);
  }
  reading.field = field;
  return taken;
}
