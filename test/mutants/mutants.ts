import { answerMutants } from './answers.ts';
import { behaviourMutants } from './behaviour.ts';
import { mutantsEverywhere } from './everywhere.ts';
import { forPeople, type LayoutName, layouts } from './layouts.ts';
import { type DocumentMutant, type Mutant, published } from './mutant.ts';
import { operationMutants } from './operations.ts';
import { requestMutants } from './requests.ts';
import { responseMutants } from './responses.ts';

const documentMutants = [...requestMutants, ...operationMutants, ...responseMutants];

/**
 * The mutants of a layout for people. Left out are those that it cannot show: its pages are the same with them and without,
 * or only say less, or one of them is missing (which could not be checked, and says so); and those of our corrections, as such
 * pages state in sentences what OpenAPI leaves to them.
 */
function mutantsIn(layout: LayoutName): DocumentMutant[] {
  const { at, render } = layouts[layout];
  const providers: readonly string[] = at;
  const before = new Map(
    at.map((provider) => {
      const pages = render(published[provider]);
      return [provider, { names: Object.keys(pages), text: JSON.stringify(pages) }];
    }),
  );
  return documentMutants
    .filter(({ provider, change, isSilent }) => {
      return providers.includes(provider) && !isSilent && !change.startsWith('overlay');
    })
    .filter(({ provider, edit }) => {
      const document = structuredClone(published[provider]);
      edit(document);
      const pages = render(document);
      const { names = [], text } = before.get(provider) ?? {};
      return names.every((name) => name in pages) && JSON.stringify(pages) !== text;
    })
    .map((mutant) => ({ ...mutant, layout, name: `${mutant.name} [${layout}]` }));
}

/** Every mutant, those of documents first. */
export const mutants: readonly Mutant[] = [
  ...documentMutants,
  ...forPeople.flatMap(mutantsIn),
  ...answerMutants,
  ...behaviourMutants,
  ...mutantsEverywhere.documents,
  ...mutantsEverywhere.answers,
];
