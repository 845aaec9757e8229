import { isObject, type JsonObject } from '../../documents/json.ts';

/** One action of an OpenAPI Overlay document. */
export interface OverlayAction {
  target: string;
  description?: string;
  update?: unknown;
  remove?: boolean;
}

/** A document of the OpenAPI Overlay specification, 1.0. */
export interface Overlay {
  actions: OverlayAction[];
}

/** Something selected in a document, and what holds it. */
interface Selected {
  value: unknown;
  parent: JsonObject | unknown[] | undefined;
  key: string | number;
}

/**
 * Applies an action to a document, in place. Targets are the part of JSONPath that overlays here are written in: names,
 * quoted names, positions, and `[*]`.
 * @returns whether the target selects anything
 * @throws {SyntaxError} the target uses more of JSONPath than that
 */
export function applyAction(document: JsonObject, action: OverlayAction): boolean {
  const selected = select(document, action.target);
  // From the end, so that positions in a list stay what they are.
  for (const { value, parent, key } of [...selected].reverse()) {
    if (action.remove) remove(parent, key);
    else if (isObject(value) || Array.isArray(value)) merge(value, action.update);
  }
  return selected.length > 0;
}

/** A copy of a document with every action applied that finds its target. */
export function applyOverlay(document: object, { actions }: Overlay): JsonObject {
  const copy: JsonObject = structuredClone({ ...document });
  for (const action of actions) applyAction(copy, action);
  return copy;
}

/** Everything in a document that a target selects. */
export const valuesAt = (document: JsonObject, target: string): unknown[] =>
  select(document, target).map(({ value }) => value);

const step =
  /\.([A-Za-z_][\w-]*)|\['((?:[^'\\]|\\.)*)'\]|\["((?:[^"\\]|\\.)*)"\]|\[(\d+)\]|(\[\*\]|\.\*)/y;

function stepsOf(target: string): (string | undefined)[] {
  const steps: (string | undefined)[] = [];
  step.lastIndex = 1;
  while (step.lastIndex < target.length) {
    const found = step.exec(target);
    if (!target.startsWith('$') || !found) {
      throw new SyntaxError(`an overlay's target is not understood: ${target}`);
    }
    const [, name, single, double, position] = found;
    steps.push(name ?? (single ?? double)?.replaceAll(/\\(.)/g, '$1') ?? position);
  }
  return steps;
}

function select(root: JsonObject, target: string): Selected[] {
  return stepsOf(target).reduce<Selected[]>(
    (selected, name) => selected.flatMap(({ value }) => childrenOf(value, name)),
    [{ value: root, parent: undefined, key: '' }],
  );
}

function childrenOf(value: unknown, name: string | undefined): Selected[] {
  if (!isObject(value) && !Array.isArray(value)) return [];
  const entries = Object.entries(value).filter(([key]) => name === undefined || key === name);
  return entries.map(([key, child]) => ({
    value: child,
    parent: value,
    key: Array.isArray(value) ? Number(key) : key,
  }));
}

function remove(parent: Selected['parent'], key: string | number): void {
  if (Array.isArray(parent)) parent.splice(Number(key), 1);
  else if (parent) delete parent[key];
}

/** Objects are joined, lists grow, anything else is replaced. */
function merge(target: JsonObject | unknown[], update: unknown): void {
  if (Array.isArray(target)) {
    target.push(...(Array.isArray(update) ? structuredClone(update) : [structuredClone(update)]));
    return;
  }
  if (!isObject(update)) return;
  for (const [key, value] of Object.entries(update)) {
    const held = target[key];
    const grows =
      (isObject(held) && isObject(value)) || (Array.isArray(held) && Array.isArray(value));
    if (grows) merge(held as JsonObject | unknown[], value);
    else target[key] = structuredClone(value);
  }
}
