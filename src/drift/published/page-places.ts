/** On which line of a page a thing stands that a pointer into its document leads to. */
import { type Document, isAlias, isMap, isNode, isSeq, LineCounter, parseDocument } from 'yaml';
import {
  decodeUri,
  type JsonObject,
  join,
  listOf,
  objectOf,
  parentOf,
  stepsOf,
} from '../../documents/json.ts';
import { assertModestYaml } from './limits.ts';
import type { Draft } from './page-document.ts';
import type { PageField } from './reference-lines.ts';

/** Lines by JSON pointer, counted from 1. */
export type Places = ReadonlyMap<string, number>;

/** Tells on which line of a page for people a pointer leads, or else where what should hold it stands. */
export function placeReader(find: () => Places): (pointer: string) => number | undefined {
  let places: Places | undefined;
  return (pointer) => {
    places ??= find();
    for (let at = pointer; at !== ''; at = parentOf(at)) {
      const line = places.get(at);
      if (line !== undefined) return line;
    }
    return undefined;
  };
}

/** Where the operations of a page for people stand, with their fields. */
export function placesOf(drafts: readonly Draft[]): Places {
  const places = new Map<string, number>();
  const placeField = ({ line, ruleLines = {} }: PageField, pointer: string, schema = pointer) => {
    if (line) places.set(pointer, line);
    for (const [keyword, at] of Object.entries(ruleLines)) places.set(join(schema, keyword), at);
  };
  const placeFields = (fields: readonly PageField[], pointer: string) => {
    for (const field of fields) placeField(field, pointerTo(field.name, pointer));
  };
  for (const { method, path, line, body, query, header, responses, samples } of drafts) {
    const at = join('#/paths', path, method.toLowerCase());
    places.set(at, line);
    for (const [index, field] of [...query, ...header].entries()) {
      const parameter = join(at, 'parameters', index);
      placeField(field, parameter, join(parameter, 'schema'));
    }
    const schemaIn = (pointer: string) => join(pointer, 'content', 'application/json', 'schema');
    placeFields(body, schemaIn(join(at, 'requestBody')));
    for (const [status, response] of responses) {
      const pointer = schemaIn(join(at, 'responses', status));
      const sample = samples.get(status);
      if (Array.isArray(response)) placeFields(response, pointer);
      else if (sample) placeSample(response, pointer, sample, places);
    }
  }
  return places;
}

/** `a[].b` as a pointer below a schema. */
const pointerTo = (name: string, pointer: string) =>
  name.split('.').reduce((at, step) => {
    const field = join(at, 'properties', step.replace('[]', ''));
    return step.endsWith('[]') ? join(field, 'items') : field;
  }, pointer);

/** How many lines may stand between two fields of a sample. */
const maxGap = 200;

/** Places the fields of a sample in the order in which they stand there. */
function placeSample(
  schema: JsonObject,
  pointer: string,
  { line, lines }: { line: number; lines: readonly string[] },
  places: Map<string, number>,
): void {
  let next = 0;
  const place = (each: JsonObject, at: string) => {
    for (const [name, child] of Object.entries(objectOf(each.properties))) {
      const field = join(at, 'properties', name);
      const found = lines
        .slice(next, next + maxGap)
        .findIndex((text) => text.includes(`"${name}"`));
      if (found >= 0) {
        next += found;
        places.set(field, line + next);
      }
      place(objectOf(child), field);
    }
    if (each.items) place(objectOf(each.items), join(at, 'items'));
    for (const [index, branch] of listOf(each.oneOf).entries())
      place(objectOf(branch), join(at, 'oneOf', index));
  };
  places.set(pointer, line);
  place(schema, pointer);
}

/** The most references that are followed to find one line. */
const maxJumps = 50;

/**
 * Tells on which line of YAML or JSON a pointer leads, through references, too. The text is parsed when the first line is
 * asked for: mostly, nothing has changed.
 * @param above how many lines of the page stand above the text
 */
export function lineReader(text: string, above = 0): (pointer: string) => number | undefined {
  let parsed: { document: Document; lines: LineCounter } | 'unreadable' | undefined;
  return (pointer) => {
    parsed ??= parseWithLines(text) ?? 'unreadable';
    if (parsed === 'unreadable') return undefined;
    const { document, lines } = parsed;
    return above + lines.linePos(offsetOf(document, stepsOf(pointer))).line;
  };
}

function parseWithLines(text: string): { document: Document; lines: LineCounter } | undefined {
  try {
    assertModestYaml(text);
  } catch {
    // JSON may be larger than YAML.
    return undefined;
  }
  const lines = new LineCounter();
  const options = { uniqueKeys: false, prettyErrors: false, logLevel: 'error' } as const;
  const document = parseDocument(text, { ...options, lineCounter: lines });
  return document.errors.length === 0 ? { document, lines } : undefined;
}

/** Where the last of the steps stands that the document has. */
function offsetOf(document: Document, steps: readonly string[]): number {
  let node: unknown = document.contents;
  let offset = 0;
  let jumps = 0;
  for (let index = 0; index < steps.length; ) {
    const reference = isMap(node) ? node.get('$ref') : undefined;
    if (isAlias(node)) node = node.resolve(document);
    else if (typeof reference === 'string') {
      jumps += 1;
      node = jumps < maxJumps ? document.getIn(stepsOf(decodeUri(reference)), true) : undefined;
    } else {
      const step = steps[index];
      const pair = isMap(node) ? node.items.find(({ key }) => String(key) === step) : undefined;
      const item = isSeq(node) ? node.items[Number(step)] : pair?.value;
      const start = pair?.key ?? item;
      if (!isNode(start)) return offset;
      offset = start.range?.[0] ?? offset;
      node = item;
      index += 1;
    }
  }
  return offset;
}
