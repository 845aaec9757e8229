/** Samples of JSON as pages print them: with comments, bare words for values, commas too many or too few. */
import { isObject, type JsonObject, objectOf } from '../../documents/json.ts';
import { limits } from './limits.ts';
import { rulesIn } from './reference-lines.ts';

/** How deep a sample may be nested. */
const maxDepth = 40;

// A string that is not closed ends with its line, so that no character is read twice.
const tokensIn = (text: string): string[] =>
  text.match(/\/\/[^\n]*|"(?:[^"\\\n]|\\[^\n])*"?|[{}[\]:,]|[^\s{}[\]:,"/]+|\S/g) ?? [];

/** How many lines a JSON value takes, from the line that opens it; 0 when it does not end. */
export function linesOfValue(lines: readonly string[]): number {
  let depth = 0;
  for (const [index, line] of lines.entries()) {
    for (const token of tokensIn(line)) {
      if (token === '{' || token === '[') depth += 1;
      if (token === '}' || token === ']') depth -= 1;
    }
    if (depth <= 0) return index + 1;
  }
  return 0;
}

/** The comment of a line of JSON, with its slashes; an address in a string is none. */
export const commentIn = (line: string): string =>
  tokensIn(line).find((token) => token.startsWith('//')) ?? '';

/**
 * The schema that a sample response stands for: names and types from the sample, values from comments that list them. The
 * entries of a list are taken for one kind with the fields of all, unless each names a `type` of its own. `undefined` when it is
 * no JSON, not even nearly.
 */
export function schemaOfSample(lines: readonly string[]): JsonObject | undefined {
  const reader = new SampleReader(tokensIn(lines.join('\n')));
  const schema = reader.readValue(0);
  return schema && reader.isDone() ? schema : undefined;
}

const wordTypes: Record<string, string> = {
  string: 'string',
  boolean: 'boolean',
  bool: 'boolean',
  true: 'boolean',
  false: 'boolean',
  int: 'integer',
  integer: 'integer',
  long: 'integer',
  float: 'number',
  double: 'number',
  number: 'number',
};

class SampleReader {
  readonly #tokens: readonly string[];
  #next = 0;
  /** What objects say of themselves in a field called `type`. */
  readonly #kinds = new Map<JsonObject, string>();
  /** The schema that a comment is about: that of the value before it. */
  #last: JsonObject = {};

  constructor(tokens: readonly string[]) {
    this.#tokens = tokens;
  }

  isDone(): boolean {
    return this.#peek() === undefined;
  }

  /** Reads a value; `undefined` when none begins here. */
  readValue(depth: number): JsonObject | undefined {
    const token = this.#take();
    if (token === undefined || depth > maxDepth) return undefined;
    if (token === '{') return this.#readObject(depth);
    if (token === '[') return this.#readList(depth);
    const schema = schemaOfScalar(token);
    if (schema) this.#last = schema;
    return schema;
  }

  #readObject(depth: number): JsonObject | undefined {
    const properties: Record<string, JsonObject> = {};
    let kind: string | undefined;
    for (;;) {
      const token = this.#take();
      if (token === '}') break;
      if (token === ',') continue;
      if (!token?.startsWith('"') || this.#take() !== ':') return undefined;
      // Until its value is read, so that the comment behind an opening brace is not taken for the field before.
      this.#last = {};
      const name = token.slice(1, -1);
      const text = this.#peek();
      if (name === 'type' && text?.startsWith('"')) kind = text.slice(1, -1);
      const value = this.readValue(depth + 1);
      if (!value) return undefined;
      const known = Object.hasOwn(properties, name) ? properties[name] : undefined;
      Object.defineProperty(properties, name, {
        value: known ? merge(known, value) : value,
        enumerable: true,
        configurable: true,
        writable: true,
      });
    }
    const object = {
      type: 'object',
      ...(Object.keys(properties).length > 0 ? { properties } : {}),
    };
    if (kind) this.#kinds.set(object, kind);
    return object;
  }

  #readList(depth: number): JsonObject | undefined {
    const entries: JsonObject[] = [];
    for (;;) {
      const token = this.#peek();
      if (token === ']' || token === ',') {
        this.#take();
        if (token === ']') break;
        continue;
      }
      const item = this.readValue(depth + 1);
      if (!item) return undefined;
      entries.push(item);
    }
    const kinds = new Set(entries.map((entry) => this.#kinds.get(entry)));
    const isChoice = kinds.size > 1 && kinds.size === entries.length && !kinds.has(undefined);
    if (!isChoice || kinds.size > limits.branches)
      return { type: 'array', ...(entries.length > 0 && { items: entries.reduce(merge) }) };
    const oneOf = entries.map((entry) => {
      const type = { type: 'string', const: this.#kinds.get(entry) };
      return { ...entry, properties: { ...objectOf(entry.properties), type } };
    });
    return { type: 'array', items: { oneOf } };
  }

  #take(): string | undefined {
    const token = this.#peek();
    this.#next += 1;
    return token;
  }

  /** The next token that is no comment; comments before it are read. */
  #peek(): string | undefined {
    for (;;) {
      const token = this.#tokens[this.#next];
      if (!token?.startsWith('//')) return token;
      const { enum: values } = rulesIn(token, { type: 'string' });
      if (values && this.#last.type === 'string') this.#last.enum = values;
      this.#next += 1;
    }
  }
}

function schemaOfScalar(token: string): JsonObject | undefined {
  if (token.startsWith('"') && token.length > 1) return { type: 'string' };
  if (/^-?\d+$/.test(token)) return { type: 'integer' };
  if (/^-?\d+\.\d+(e[-+]?\d+)?$/i.test(token)) return { type: 'number' };
  if (token === 'null') return {};
  const type = Object.hasOwn(wordTypes, token) ? wordTypes[token] : undefined;
  return type ? { type } : undefined;
}

/** What two entries of a list have between them. A field whose type differs from entry to entry has none. */
function merge(one: JsonObject, other: JsonObject): JsonObject {
  if (one.type !== other.type) return {};
  if (isObject(one.properties) || isObject(other.properties)) {
    const properties = { ...objectOf(one.properties) };
    for (const [name, schema] of Object.entries(objectOf(other.properties))) {
      const known = properties[name];
      properties[name] = known ? merge(objectOf(known), objectOf(schema)) : schema;
    }
    return { type: 'object', properties };
  }
  if (isObject(one.items) && isObject(other.items))
    return { type: 'array', items: merge(one.items, other.items) };
  return { ...other, ...one };
}
