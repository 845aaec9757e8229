import type { Document, Node, Pair, YAMLMap, YAMLSeq } from 'yaml';
import { isObject } from '../../documents/json.ts';
import { parsed, yaml } from './yaml.ts';

type Step = string;

/**
 * Writes a value into a YAML document, and nothing else: the text around it stays as it is. Steps lead through `$ref`,
 * so what is behind a reference is changed for all who use it. `-` stands for the end of a list.
 */
export function setIn(text: string, steps: readonly Step[], value: unknown): string {
  const { document } = parsed(text);
  const { holder, rest } = walk(document, steps);
  const [step = '', ...inner] = rest;
  const wrapped = inner.reduceRight<unknown>(
    (held, key) => (key === '-' ? [held] : { [key]: held }),
    value,
  );
  if (yaml().isSeq(holder)) {
    const entry = holder.items[Number(step)];
    if (!yaml().isNode(entry)) return append(text, holder, wrapped);
    const [start, end] = rangeOf(entry);
    return splice(text, [start, end], render(wrapped) + (text[end - 1] === '\n' ? '\n' : ''));
  }
  if (!yaml().isMap(holder)) throw new TypeError(`nothing to write into at ${steps.join('/')}`);
  const pair = pairOf(holder, step);
  return pair ? replace(text, holder, pair, wrapped) : insert(text, holder, step, wrapped);
}

/** Takes what the steps lead to out of a YAML document, and what would be left empty with it. */
export function deleteIn(text: string, steps: readonly Step[]): string {
  const { document } = parsed(text);
  const { holder, rest, at } = walk(document, steps);
  const [step = ''] = rest;
  if (rest.length !== 1 || !(yaml().isMap(holder) || yaml().isSeq(holder))) return text;
  const items: readonly unknown[] = holder.items;
  const index = yaml().isMap(holder)
    ? holder.items.findIndex((pair) => keyOf(pair) === step)
    : Number(step);
  if (!items[index]) return text;
  if (items.length === 1 && at.length > 0) return deleteIn(text, at);
  const [start, end] = extent(text, holder, index);
  return text.slice(0, start) + text.slice(end);
}

/** Puts a copy of what is used elsewhere, too, in place of each reference on the way. */
export function unshareIn(text: string, steps: readonly Step[]): string {
  const { document } = parsed(text);
  for (let length = 1; length < steps.length; length += 1) {
    const at = steps.slice(0, length);
    const { holder, rest } = walk(document, at);
    const node = rest.length === 1 ? childOf(holder, rest[0] ?? '') : undefined;
    const reference = referenceIn(node);
    if (!reference || text.split(`'${reference}'`).length <= 2) continue;
    const target: unknown = nodeAt(document, reference.split('/').slice(1))?.toJS(document);
    return unshareIn(setIn(text, at, target), steps);
  }
  return text;
}

const keyOf = (pair: Pair) => String(yaml().isScalar(pair.key) ? pair.key.value : pair.key);
const pairOf = (map: YAMLMap, step: Step): Pair | undefined =>
  map.items.find((pair) => keyOf(pair) === step);

function childOf(holder: unknown, step: Step): unknown {
  if (yaml().isMap(holder)) return pairOf(holder, step)?.value;
  return yaml().isSeq(holder) ? holder.items[Number(step)] : undefined;
}

function referenceIn(node: unknown): string | undefined {
  const reference = yaml().isMap(node) ? node.get('$ref') : undefined;
  return typeof reference === 'string' ? reference : undefined;
}

function nodeAt(document: Document, steps: readonly Step[]): Node | undefined {
  const { holder, rest } = walk(document, steps);
  const node = rest.length === 1 ? childOf(holder, rest[0] ?? '') : undefined;
  return yaml().isNode(node) ? node : undefined;
}

/** The last thing on the way that exists and holds others, what is left of the way, and the way to the thing. */
function walk(
  document: Document,
  steps: readonly Step[],
): { holder: unknown; rest: Step[]; at: Step[] } {
  let holder: unknown = document.contents;
  let at: Step[] = [];
  for (const [index, step] of steps.entries()) {
    let child = childOf(holder, step);
    let way = [...at, step];
    for (let found = referenceIn(child); found; found = referenceIn(child)) {
      if (index === steps.length - 1) break;
      way = found.split('/').slice(1);
      child = nodeAt(document, way);
    }
    const isHolder = yaml().isMap(child) || yaml().isSeq(child);
    if (index === steps.length - 1 || !isHolder) return { holder, rest: steps.slice(index), at };
    holder = child;
    at = way;
  }
  return { holder, rest: [], at };
}

const rangeOf = (node: unknown): [number, number, number] =>
  (yaml().isNode(node) && node.range) || [0, 0, 0];

/** From where to where an entry reaches, with the comma or line end that belongs to it. */
function extent(text: string, holder: YAMLMap | YAMLSeq, index: number): [number, number] {
  const items: readonly unknown[] = holder.items;
  const startOf = (item: unknown) => rangeOf(yaml().isPair(item) ? item.key : item)[0];
  const endOf = (item: unknown, which: 1 | 2) => {
    const node = yaml().isPair(item) ? (item.value ?? item.key) : item;
    return rangeOf(node)[which];
  };
  const item = items[index];
  if (!holder.flow) return [text.lastIndexOf('\n', startOf(item)) + 1, endOf(item, 2)];
  return index > 0
    ? [endOf(items[index - 1], 1), endOf(item, 1)]
    : [startOf(item), startOf(items[1])];
}

const columnOf = (text: string, position: number) =>
  position - text.lastIndexOf('\n', position - 1) - 1;

function insert(text: string, map: YAMLMap, key: string, value: unknown): string {
  const entry = `${render(key)}: `;
  if (map.items.length === 0) return splice(text, rangeOf(map), `{ ${entry}${render(value)} }`);
  const [, end] = extent(text, map, map.items.length - 1);
  if (map.flow) return splice(text, [end, end], `, ${entry}${render(value)}`);
  const indent = columnOf(text, rangeOf(map.items[0]?.key)[0]);
  const line = `${' '.repeat(indent)}${entry.trim()}${laidOut(value, indent)}\n`;
  return splice(text, [end, end], text[end - 1] === '\n' ? line : `\n${line}`);
}

function append(text: string, list: YAMLSeq, value: unknown): string {
  const [, end] = extent(text, list, list.items.length - 1);
  if (list.flow) return splice(text, [end, end], `, ${render(value)}`);
  const indent = columnOf(text, rangeOf(list.items[0])[0]) - 2;
  return splice(text, [end, end], `${' '.repeat(indent)}- ${render(value)}\n`);
}

function replace(text: string, map: YAMLMap, pair: Pair, value: unknown): string {
  const [start, keyEnd] = rangeOf(pair.key);
  const [, end] = rangeOf(pair.value);
  const colon = text.indexOf(':', keyEnd);
  const written = map.flow ? ` ${render(value)}` : laidOut(value, columnOf(text, start));
  return splice(text, [colon + 1, end], written + (text[end - 1] === '\n' ? '\n' : ''));
}

const splice = (text: string, [start, end]: readonly number[], written: string) =>
  text.slice(0, start) + written + text.slice(end);

/** The longest that a value may be to stand in one line. */
const maxLine = 110;

/** A value behind its key: in the same line, or below it when it is long. */
function laidOut(value: unknown, indent: number): string {
  const line = render(value);
  if (line.length + indent <= maxLine || typeof value !== 'object') return ` ${line}`;
  const block = yaml().stringify(value, { lineWidth: 0 }).trimEnd();
  return `\n${block.replaceAll(/^/gm, ' '.repeat(indent + 2))}`;
}

/** A value in one line, as the documents here are written. */
function render(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(render).join(', ')}]`;
  if (isObject(value)) {
    const entries = Object.entries(value).map(([key, child]) => `${render(key)}: ${render(child)}`);
    return entries.length > 0 ? `{ ${entries.join(', ')} }` : '{}';
  }
  // In a list, so that what would end a value there is quoted.
  return yaml().stringify([value], { collectionStyle: 'flow', lineWidth: 0 }).trim().slice(2, -2);
}
