import { answerMutants } from './answers.ts';
import { behaviourMutants } from './behaviour.ts';
import { mutantsEverywhere } from './everywhere.ts';
import { forPeople, layouts } from './layouts.ts';
import { type DocumentMutant, type Mutant, published } from './mutant.ts';
import { operationMutants } from './operations.ts';
import { requestMutants } from './requests.ts';
import { responseMutants } from './responses.ts';
import { renderBefore } from './run.ts';
import { severalMutants } from './several.ts';

const documentMutants = [...requestMutants, ...operationMutants, ...responseMutants];

/**
 * A mutant in the layouts for people that its provider has. Left out are those that cannot show it: their pages are the same with
 * it and without, or only say less, or one of them is missing (which could not be checked, and says so); and changes of our
 * corrections, as such pages state in sentences what OpenAPI leaves to them.
 */
function inLayouts(mutant: DocumentMutant): DocumentMutant[] {
  const { provider, change, isSilent, edit } = mutant;
  const own = forPeople.filter((layout) => layouts[layout].at.some((each) => each === provider));
  if (isSilent || change.startsWith('overlay') || own.length === 0) return [];
  const document = structuredClone(published[provider]);
  edit(document);
  return own
    .filter((layout) => {
      const pages = layouts[layout].render(document);
      const before = Object.entries(renderBefore(layout, provider));
      const isWhole = before.every(([name]) => name in pages);
      return isWhole && before.some(([name, text]) => pages[name] !== text);
    })
    .map((layout) => ({ ...mutant, layout, name: `${mutant.name} [${layout}]` }));
}

/** Every mutant, those of documents first. */
export const mutants: readonly Mutant[] = [
  ...documentMutants,
  ...documentMutants.flatMap(inLayouts),
  ...answerMutants,
  ...behaviourMutants,
  ...severalMutants,
  ...mutantsEverywhere.documents,
  ...mutantsEverywhere.answers,
];
