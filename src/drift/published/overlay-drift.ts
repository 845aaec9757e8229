import { type Finding, finding } from '../../contract/finding.ts';
import type { JsonObject } from '../../documents/json.ts';
import { canonical } from './canonical.ts';
import { applyAction, type Overlay, type OverlayAction, valuesAt } from './overlay.ts';

/**
 * Corrections that have had their day, tried on the vendored document as it would be with everything that is published
 * now: those whose target is gone, and those that change nothing any more though they did before. A removal and the
 * update of what held it are one correction.
 */
export function overlayFindings(
  vendored: object,
  updated: object,
  overlay: Overlay,
  provider: string,
): Finding[] {
  const [before, after]: JsonObject[] = [vendored, updated].map((each) =>
    structuredClone({ ...each }),
  );
  return grouped(overlay.actions).flatMap((group) => {
    const parents = group.map(
      ({ action }) => valuesAt(after ?? {}, parentOf(action.target)).length > 0,
    );
    const [was, is] = [tried(before ?? {}, group), tried(after ?? {}, group)];
    return group.flatMap(({ action, index }, position) => {
      const describe = (kind: 'overlay-unused' | 'overlay-adopted', message: string) =>
        finding({
          kind,
          provider,
          operation: '',
          location: `overlays/${provider}.yaml#/actions/${index}`,
          expected: action.target,
          actual: kind === 'overlay-unused' ? null : (action.update ?? 'removed'),
          message: `${message} (${action.description ?? action.target})`,
        });
      if (is.unused.has(index) && !was.unused.has(index)) {
        // What was to be removed is not there: the provider has removed it, or all that held it is gone.
        const isDone = action.remove && parents[position];
        return isDone
          ? [describe('overlay-adopted', `gone by now: ${action.target}`)]
          : [describe('overlay-unused', `nothing at ${action.target}`)];
      }
      const isAdopted = is.isIdle && !was.isIdle;
      return isAdopted ? [describe('overlay-adopted', `published now: ${action.target}`)] : [];
    });
  });
}

/** A target without its last step. */
const parentOf = (target: string) => target.replace(/(\.[\w-]+|\[[^\]]*\])$/, '');

type Numbered = { action: OverlayAction; index: number }[];

/** Actions by correction. */
function grouped(actions: readonly OverlayAction[]): Numbered[] {
  const groups: Numbered[] = [];
  for (const [index, action] of actions.entries()) {
    const last = groups.at(-1)?.at(-1)?.action;
    const isSequel = last?.remove && parentOf(last.target) === action.target;
    if (isSequel) groups.at(-1)?.push({ action, index });
    else groups.push([{ action, index }]);
  }
  return groups;
}

/** Applies a correction; says which of its actions found nothing, and whether all of it together changed nothing. */
function tried(document: JsonObject, group: Numbered): { isIdle: boolean; unused: Set<number> } {
  // The last action of a group is at what holds the targets of those before it.
  const target = group.at(-1)?.action.target ?? '$';
  const meaning = () => valuesAt(document, target).map(canonical).join();
  const before = meaning();
  const unused = group.filter(({ action }) => !applyAction(document, action));
  return { isIdle: meaning() === before, unused: new Set(unused.map(({ index }) => index)) };
}
