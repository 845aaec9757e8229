/** Reads YAML, and edits it so that comments and wording stay. */
import {
  type Document,
  isAlias,
  isCollection,
  isMap,
  isNode,
  isScalar,
  isSeq,
  type Node,
  visit,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import { type JsonObject, objectOf, stepsOf } from '../../documents/json.ts';

/** A document with its comments and its layout, and what it says; neither must be changed. */
export interface Yaml {
  document: Document;
  value: JsonObject;
}

export const yamlOf = (document: Document): Yaml => ({
  document,
  value: objectOf(readNode(document.contents, document)),
});

const values = new WeakMap<Node, unknown>();

/** What a node says. Documents that share a node share its value, so that an update reads only what it has edited. */
function readNode(node: unknown, document: Document): unknown {
  if (isAlias(node)) return readNode(node.resolve(document), document);
  if (!isCollection(node)) return isNode(node) ? node.toJS(document) : node;
  const known = values.get(node);
  if (known) return known;
  const value = isMap(node)
    ? Object.fromEntries(
        node.items.map((each) => [String(each.key), readNode(each.value, document)]),
      )
    : node.items.map((each) => readNode(each, document));
  values.set(node, value);
  return value;
}

/** Of each document that shares nodes with another one, the collections that it has for itself. */
const ownIn = new WeakMap<Document, WeakSet<Collection>>();

/** A document to be edited, while the one that it is made from stays as it is: an edit copies only what it leads through. */
export function editable(document: Document): Document {
  const copy = shallow(document);
  ownIn.set(copy, new WeakSet());
  return copy;
}

const shallow = <T extends object>(thing: T): T =>
  Object.create(Object.getPrototypeOf(thing), Object.getOwnPropertyDescriptors(thing));

/** The collection, or a copy of it where it is another document's, too. */
function toOwn(document: Document, collection: Collection): Collection {
  const own = ownIn.get(document);
  if (!own || own.has(collection)) return collection;
  const copy = shallow(collection);
  if (isMap(copy)) copy.items = copy.items.map(shallow);
  else copy.items = [...copy.items];
  own.add(copy);
  return copy;
}

/** The text of a document. The files in `openapi/` are written like this, so that an update changes no other line. */
export const writeYaml = (document: Document): string => document.toString({ lineWidth: 0 });

/** The longest that a value may be to stand in one line. */
const maxLine = 100;

/**
 * Writes a value into a document, with all that has to hold it. Steps lead through `$ref`, so what is behind a reference
 * changes for all that use it; `-` stands for the end of a list.
 */
export function setIn(document: Document, steps: readonly string[], value: unknown): void {
  const { holder, rest } = follow(document, steps);
  const [step = '', ...inner] = rest;
  const missing = inner.reduceRight<unknown>(
    (held, key) => (key === '-' ? [held] : { [key]: held }),
    value,
  );
  const key = keyIn(holder, step);
  const before = childOf(holder, step);
  // A scalar in place of a scalar keeps its comment and its quotes.
  if (isScalar(before) && (typeof missing !== 'object' || missing === null)) {
    const scalar = Object.assign(shallow(before), { value: missing });
    holder.set(key, scalar);
    return;
  }
  const flow = JSON.stringify(missing).length <= maxLine;
  const node = document.createNode(missing, { aliasDuplicateObjects: false });
  // What is inside, too: it stays in one line when it is taken out of what holds it.
  visit(node, {
    Collection: (_, each) => {
      each.flow = flow;
    },
  });
  if (isNode(before)) {
    node.comment = before.comment ?? null;
    node.commentBefore = before.commentBefore ?? null;
    node.spaceBefore = before.spaceBefore ?? false;
  }
  if (key === undefined && isSeq(holder)) holder.add(node);
  else holder.set(key ?? step, node);
}

/** Removes what the steps lead to from a document, and whatever would be left empty by that. */
export function deleteIn(document: Document, steps: readonly string[]): void {
  const { holder, rest, at } = follow(document, steps);
  const [step = '', ...inner] = rest;
  const key = keyIn(holder, step);
  if (inner.length > 0 || key === undefined) return;
  if (holder.items.length === 1 && at.length > 0) deleteIn(document, at);
  else holder.delete(key);
}

/** Replaces each reference that the steps lead through by a copy of its target, if that is used elsewhere, too. */
export function unshareIn(document: Document, steps: readonly string[]): void {
  for (let length = 1; length < steps.length; ) {
    const { holder, rest } = follow(document, steps.slice(0, length));
    const [step = ''] = rest;
    const reference = rest.length === 1 ? referenceIn(childOf(holder, step)) : undefined;
    const target =
      reference && isShared(document, reference) && nodeAt(document, stepsOf(reference));
    if (isNode(target)) holder.set(keyIn(holder, step), target.clone());
    else length += 1;
  }
}

type Collection = YAMLMap | YAMLSeq;

/**
 * Follows the steps down to the collection that holds the last of them, or to the last collection that exists. `rest` are
 * the steps from there on, `at` are those that lead there without a reference.
 */
function follow(
  document: Document,
  steps: readonly string[],
): { holder: Collection; rest: string[]; at: string[] } {
  if (!isCollection(document.contents)) throw new TypeError('the document has no fields');
  let holder = toOwn(document, document.contents);
  document.contents = holder;
  let at: string[] = [];
  for (const [index, step] of steps.slice(0, -1).entries()) {
    let child = ownChildOf(document, holder, step);
    let childAt = [...at, step];
    for (let found = referenceIn(child); found; found = referenceIn(child)) {
      childAt = stepsOf(found);
      child = nodeAt(document, childAt);
    }
    if (!isCollection(child)) return { holder, rest: steps.slice(index), at };
    holder = child;
    at = childAt;
  }
  return { holder, rest: steps.slice(-1), at };
}

function nodeAt(document: Document, steps: readonly string[]): unknown {
  const { holder, rest } = follow(document, steps);
  return rest.length === 1 ? ownChildOf(document, holder, rest[0] ?? '') : undefined;
}

/** What a collection of a document holds at a step, as the document's own where that can hold something itself. */
function ownChildOf(document: Document, holder: Collection, step: string): unknown {
  const child = childOf(holder, step);
  if (!isCollection(child)) return child;
  const own = toOwn(document, child);
  if (own !== child) holder.set(keyIn(holder, step), own);
  return own;
}

/** The key as the map has it, or the position in the list; `undefined` where there is nothing. */
function keyIn(holder: Collection, step: string): unknown {
  if (isSeq(holder)) return holder.has(step) ? step : undefined;
  return holder.items.find(({ key }) => String(key) === step)?.key;
}

function childOf(holder: Collection, step: string): unknown {
  const key = keyIn(holder, step);
  return key === undefined ? undefined : holder.get(key, true);
}

function referenceIn(node: unknown): string | undefined {
  const reference = isMap(node) ? node.get('$ref') : undefined;
  return typeof reference === 'string' ? reference : undefined;
}

function isShared(document: Document, reference: string): boolean {
  let uses = 0;
  visit(document, {
    Map: (_, map) => {
      if (referenceIn(map) === reference) uses += 1;
    },
  });
  return uses > 1;
}
