import { expect, test } from 'vitest';
import { providerNames } from '../../src/documents/documents.ts';
import { changes } from '../mutants/changes.ts';
import { canShow, mutants } from '../mutants/mutants.ts';
import { runConforming, runInParallel, runMutant } from '../mutants/run.ts';

// `npm run drift:mutants` runs all of them.
const sample = mutants.filter((_, index) => index % 251 === 7).filter(canShow);

test('There are 150 mutants of 30 kinds for every provider, each with a name of its own.', () => {
  const inOneLayout = mutants.filter((each) => !('layout' in each));
  expect(inOneLayout.length).toBeGreaterThanOrEqual(150);
  expect(new Set(mutants.map(({ change }) => change)).size).toBeGreaterThanOrEqual(30);
  expect(new Set(mutants.map(({ provider }) => provider)).size).toBe(providerNames.length);
  expect(new Set(mutants.map(({ name, change }) => `${name} ${change}`)).size).toBe(mutants.length);
});

test('A sample of the mutants is found, and called breaking where it is.', async () => {
  const outcomes = await runInParallel(sample, runMutant);
  const missed = outcomes.filter(
    ({ mutant, verdict }) =>
      verdict !== 'found' &&
      (verdict !== 'miscalled' || changes[mutant.change].severity === 'breaking'),
  );
  expect(missed.map(({ mutant, verdict }) => `${mutant.name}: ${verdict}`)).toEqual([]);
});

test('Nothing is found in documents that conform.', async () => {
  // One in each layout for people, and one as OpenAPI. Providers that answer are in live-conforming.
  const reports = await runInParallel([0, 2, 3, 6, 1000], (seed) =>
    runConforming('documents', seed),
  );
  expect(reports.flatMap(({ findings }) => findings)).toEqual([]);
});
