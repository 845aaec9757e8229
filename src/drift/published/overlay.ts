/** Overlays: the corrections to a provider's document, how they are applied, and which of them are outdated. */
import { isDeepStrictEqual } from 'node:util';
import { type Finding, makeFinding } from '../../contract/finding.ts';
import {
  isObject,
  isWithin,
  type JsonObject,
  join,
  nameOf,
  objectOf,
} from '../../documents/json.ts';
import { canonical } from './normalize.ts';

/** One action of an OpenAPI Overlay document. */
export interface OverlayAction {
  target: string;
  description?: string;
  update?: unknown;
  remove?: boolean;
  /** How certain the correction is, where it is not as certain as what it corrects. */
  'x-certainty'?: string;
  /** Where it stands below `openapi/`, as `overlays/klingai/text-to-audio.yaml#/actions/0`. */
  at?: string;
}

/** A document of the OpenAPI Overlay specification, 1.0. */
export interface Overlay {
  actions: OverlayAction[];
}

/** A copy of a document with every action applied that finds its target. */
export function applyOverlay(document: object, { actions }: Overlay): JsonObject {
  const copy: JsonObject = structuredClone({ ...document });
  for (const action of actions) applyAction(copy, action);
  return copy;
}

/**
 * Applies an action to a document, in place. Of JSONPath, a target may use names, quoted names, positions and `[*]`.
 * @returns whether the target selects anything
 * @throws {SyntaxError} the target uses more of JSONPath than that
 */
export function applyAction(document: object, action: OverlayAction): boolean {
  const selected = select(document, action.target);
  // From the end, so that removing an item does not shift those still to come.
  for (const { value, parent, key } of selected.toReversed()) {
    if (action.remove) remove(parent, key);
    else if (isObject(value) || Array.isArray(value)) {
      const isInferred = action['x-certainty'] === 'inferred';
      merge(value, isInferred ? markInferred(action.update, value) : action.update);
    }
  }
  return selected.length > 0;
}

/** Something selected in a document, and what holds it. */
interface Selected {
  value: unknown;
  /** JSON pointer to it. */
  at: string;
  parent: JsonObject | unknown[] | undefined;
  key: string | number;
}

function select(root: object, target: string): Selected[] {
  return stepsOf(target).reduce<Selected[]>(
    (selected, name) => selected.flatMap(({ value, at }) => childrenOf(value, name, at)),
    [{ value: root, at: '#', parent: undefined, key: '' }],
  );
}

const step =
  /\.([A-Za-z_][\w-]*)|\['((?:[^'\\]|\\.)*)'\]|\["((?:[^"\\]|\\.)*)"\]|\[(\d+)\]|(\[\*\]|\.\*)/y;

/** The steps of a target; `undefined` stands for every child. */
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

function childrenOf(value: unknown, name: string | undefined, at: string): Selected[] {
  if (!isObject(value) && !Array.isArray(value)) return [];
  if (name !== undefined && !Object.prototype.propertyIsEnumerable.call(value, name)) return [];
  const entries =
    name === undefined ? Object.entries(value) : [[name, Reflect.get(value, name)] as const];
  return entries.map(([key, child]) => ({
    value: child,
    at: join(at, key),
    parent: value,
    key: Array.isArray(value) ? Number(key) : key,
  }));
}

function remove(parent: Selected['parent'], key: string | number): void {
  if (Array.isArray(parent)) parent.splice(Number(key), 1);
  else if (parent) delete parent[key];
}

/** Objects are merged, lists grow, anything else is replaced. */
function merge(target: JsonObject | unknown[], update: unknown): void {
  if (Array.isArray(target)) {
    target.push(...(Array.isArray(update) ? structuredClone(update) : [structuredClone(update)]));
    return;
  }
  if (!isObject(update)) return;
  for (const [key, value] of Object.entries(update)) {
    const held = target[key];
    if (isObject(held) && isObject(value)) merge(held, value);
    else if (Array.isArray(held) && Array.isArray(value)) merge(held, value);
    else target[key] = structuredClone(value);
  }
}

/** Keywords of schemas that are rules, where their value is no object: a field may have such a name. */
const rules = new Set([
  'type',
  'enum',
  'const',
  'required',
  'minimum',
  'maximum',
  'minLength',
  'maxLength',
  'minItems',
  'maxItems',
  'pattern',
]);

/** The update, with the names of the rules that it adds in `x-inferred` beside them. */
function markInferred(update: unknown, held: unknown): unknown {
  if (!isObject(update)) return update;
  const before = objectOf(held);
  const added = Object.keys(update).filter(
    (key) => rules.has(key) && !isObject(update[key]) && !(key in before),
  );
  const fields = Object.entries(update).map(([key, value]) => [
    key,
    markInferred(value, before[key]),
  ]);
  return { ...Object.fromEntries(fields), ...(added.length > 0 ? { 'x-inferred': added } : {}) };
}

/** The corrections of what stands at a pointer: at it, further in it, or around it with its name. */
export function actionsOn(
  document: object,
  { actions }: Overlay,
  pointer: string,
): OverlayAction[] {
  const name = JSON.stringify(nameOf(pointer));
  return actions.filter(({ target, update }) =>
    select(document, target).some(
      ({ at }) =>
        isWithin(at, pointer) ||
        (isWithin(pointer, at) && JSON.stringify(update ?? '').includes(name)),
    ),
  );
}

/**
 * Corrections that are outdated, tried on the vendored document as it would be with everything that is published now:
 * those whose target is gone, and those that no longer change anything though they did before. A removal and the update
 * of the object it removed from are one correction.
 */
export function findOutdatedCorrections(
  vendored: object,
  updated: object,
  overlay: Overlay,
  provider: string,
): Finding[] {
  const before = structuredClone(vendored);
  const after = structuredClone(updated);
  return groupActions(overlay.actions).flatMap((group) => {
    const isSame = isDeepStrictEqual(concernedIn(before, group), concernedIn(after, group));
    // To what is the same in both, a correction does the same.
    if (isSame) {
      for (const { action } of group) for (const each of [before, after]) applyAction(each, action);
      return [];
    }
    const hasParent = group.map(({ action }) => select(after, parentOf(action.target)).length > 0);
    const was = tryCorrection(before, group);
    const is = tryCorrection(after, group);
    return group.flatMap(({ action, index }, position) => {
      const report = (kind: 'overlay-unused' | 'overlay-adopted', message: string) => [
        makeFinding({
          kind,
          provider,
          operation: '',
          location: action.at ?? `overlays/${provider}.yaml#/actions/${index}`,
          expected: action.target,
          actual: kind === 'overlay-unused' ? null : (action.update ?? 'removed'),
          message: `${message}: ${action.target} (${action.description ?? 'no reason given'})`,
        }),
      ];
      if (is.unused.has(index) && !was.unused.has(index)) {
        // Where the parent is still there, the provider has removed the target itself.
        return action.remove && hasParent[position]
          ? report('overlay-adopted', 'the provider has removed this itself')
          : report('overlay-unused', 'the provider no longer has this');
      }
      const isAdopted = !is.hasEffect && was.hasEffect;
      return isAdopted ? report('overlay-adopted', 'the provider says this itself now') : [];
    });
  });
}

/** A target without its last step. */
const parentOf = (target: string) => target.replace(/(\.[\w-]+|\[[^\]]*\])$/, '');

type Numbered = { action: OverlayAction; index: number }[];

/** The last action of a group is at the object that holds the targets of those before it. */
const targetOf = (group: Numbered) => group.at(-1)?.action.target ?? '$';

/** What the actions of a group can change: of an object that they are merged into, the fields that they name. */
function concernedIn(document: object, group: Numbered): unknown[] {
  const target = targetOf(group);
  const names = group.flatMap(({ action }) =>
    action.target === target ? Object.keys(objectOf(action.update)) : stepsOf(action.target).at(-1),
  );
  return select(document, target).map(({ value }) => {
    if (!isObject(value) || names.length === 0 || names.includes(undefined)) return value;
    return Object.fromEntries(Object.entries(value).filter(([name]) => names.includes(name)));
  });
}

/** The actions, those that make one correction together. */
function groupActions(actions: readonly OverlayAction[]): Numbered[] {
  const groups: Numbered[] = [];
  for (const [index, action] of actions.entries()) {
    const last = groups.at(-1)?.at(-1)?.action;
    const isSequel = last?.remove && parentOf(last.target) === action.target;
    if (isSequel) groups.at(-1)?.push({ action, index });
    else groups.push([{ action, index }]);
  }
  return groups;
}

/** Applies a correction, and tells which of its actions found no target and whether all of them together had an effect. */
function tryCorrection(
  document: object,
  group: Numbered,
): { hasEffect: boolean; unused: Set<number> } {
  const meaningOf = () => concernedIn(document, group).map(canonical).join();
  const before = meaningOf();
  const unused = group.filter(({ action }) => !applyAction(document, action));
  return {
    hasEffect: meaningOf() !== before,
    unused: new Set(unused.map(({ index }) => index)),
  };
}
