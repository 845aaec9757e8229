import { type Finding, finding } from '../finding.ts';
import { canonical } from './canonical.ts';
import type { JsonObject } from './json.ts';
import { applyAction, type Overlay, type OverlayAction } from './overlay.ts';

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
  let [before, after] = [vendored as JsonObject, updated as JsonObject];
  const groups = grouped(overlay.actions);
  return groups.flatMap((group) => {
    const [was, is] = [tried(before, group), tried(after, group)];
    const findings = group.flatMap(({ action, index }) => {
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
        // What was to be removed is not there: the provider has removed it, or all of it is gone.
        const isDone = action.remove && applyAction(after, { target: parentOf(action.target) });
        return isDone
          ? [describe('overlay-adopted', `gone by now: ${action.target}`)]
          : [describe('overlay-unused', `nothing at ${action.target}`)];
      }
      const isIdle = canonical(is.document) === canonical(after);
      const wasIdle = canonical(was.document) === canonical(before);
      return isIdle && !wasIdle
        ? [describe('overlay-adopted', `published now: ${action.target}`)]
        : [];
    });
    [before, after] = [was.document, is.document];
    return findings;
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

function tried(
  document: JsonObject,
  group: Numbered,
): { document: JsonObject; unused: Set<number> } {
  let result = document;
  const unused = new Set<number>();
  for (const { action, index } of group) {
    const applied = applyAction(result, action);
    if (applied) result = applied;
    else unused.add(index);
  }
  return { document: result, unused };
}
