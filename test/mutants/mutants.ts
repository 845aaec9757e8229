import { answerMutants } from './answers.ts';
import { behaviourMutants } from './behaviour.ts';
import { mutantsEverywhere } from './everywhere.ts';
import { forPeople, layouts } from './layouts.ts';
import { type DocumentMutant, everyone, type Mutant, published } from './mutant.ts';
import { operationMutants } from './operations.ts';
import { requestMutants } from './requests.ts';
import { responseMutants } from './responses.ts';
import { renderBefore } from './run.ts';
import { severalMutants } from './several.ts';

const documentMutants = [...requestMutants, ...operationMutants, ...responseMutants];

/**
 * A mutant in the layouts for people that its provider has. Left out are changes that only say less, and changes of our corrections,
 * as such pages state in sentences what OpenAPI leaves to them.
 */
function inLayouts(mutant: DocumentMutant): DocumentMutant[] {
  const { provider, change, isSilent } = mutant;
  if (isSilent || change.startsWith('overlay')) return [];
  return forPeople
    .filter((layout) => layouts[layout].at.some((each) => each === provider))
    .map((layout) => ({ ...mutant, layout, name: `${mutant.name} [${layout}]` }));
}

/**
 * Whether a mutant can be seen in its layout: the pages for people may be the same with it and without, or one of them be missing
 * (which could not be checked, and says so). To find out takes two renderings, so ask about those alone that are to be run.
 */
export function canShow(mutant: Mutant): boolean {
  const layout = 'layout' in mutant ? mutant.layout : undefined;
  if (!('edit' in mutant) || !layout) return true;
  const document = structuredClone(published[mutant.provider]);
  mutant.edit(document);
  const pages: Record<string, string> = layouts[layout].render(document);
  const before = Object.entries(renderBefore(layout, mutant.provider));
  const isWhole = before.every(([name]) => name in pages);
  return isWhole && before.some(([name, text]) => pages[name] !== text);
}

/** Every mutant, those of documents first; also those that cannot be seen in their layout (`canShow`). */
export const mutants: readonly Mutant[] = [
  ...documentMutants,
  ...documentMutants.flatMap(inLayouts),
  ...answerMutants,
  ...behaviourMutants,
  ...severalMutants,
  ...mutantsEverywhere.documents,
  // Whose pages the tables above do not change.
  ...mutantsEverywhere.documents
    .filter(({ provider }) => !everyone.includes(provider))
    .flatMap(inLayouts),
  ...mutantsEverywhere.answers,
];
