/** Reference pages that are text for people, read as far as a program can. */
import { assertAtMost } from '../../contract/modest-json.ts';
import type { JsonObject } from '../../documents/json.ts';
import { limits } from './limits.ts';
import {
  aboutField,
  callsUnread,
  type Draft,
  draftOf,
  type PageLine,
  toDocument,
} from './page-document.ts';
import { type Places, placesOf } from './page-places.ts';
import {
  addRules,
  curlAt,
  fieldAt,
  operationAt,
  type PageField,
  type Section,
  sectionAt,
  statusAt,
} from './reference-lines.ts';
import { commentIn, linesOfValue, schemaOfSample } from './sample.ts';

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
export function readReference(text: string): {
  document: JsonObject;
  lines: PageLine[];
  places: () => Places;
  unread: string[];
} {
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
  const drafts = [...operations.values()];
  const places = () => placesOf(drafts);
  const unread = callsUnread(drafts, [...urls]);
  return { document: toDocument(drafts, [...urls]), lines: prose, places, unread };
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
  if (operation) return startOperation(progress, operation, index);
  if (readHeading(progress, line, rest[1] ?? '')) return 1;
  const { draft, section, field: about } = progress;
  const field = draft && section ? fieldAt(rest) : undefined;
  if (field) return addField(progress, { ...field, line: index + 1 });
  const named = about && draft && { about: aboutField(draft.method, draft.path, about.name) };
  progress.prose.push({ line: index + 1, text: line, ...named });
  if (about) addRules(about, line, index + 1);
  return 1;
}

function startOperation(
  progress: Progress,
  { method, path, taken }: { method: string; path: string; taken: number },
  index: number,
): number {
  const draft = draftOf(progress.operations, method, path, index + 1);
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
  if (draft && status && schema) {
    draft.responses.set(status, schema);
    draft.samples.set(status, { line: index + 1, lines: sample });
  }
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
