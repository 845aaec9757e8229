import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, it, onTestFinished } from 'vitest';
import { findMovedPrices, findStray, findWithoutUnknown } from '../../scripts/complaints.ts';
import { priceList } from '../../scripts/models.ts';
import { documents, providerNames } from '../../src/documents/documents.ts';
import { operationsOf } from '../../src/documents/openapi.ts';
import { operations } from '../../src/index.ts';

it.each(providerNames)(
  'every read of a task of %s says how an unknown id is answered, or none',
  (provider) => expect(findWithoutUnknown(documents[provider], [])).toEqual([]),
);

it('a read of a task that does not say how an unknown id is answered is named with its file', () => {
  const document = structuredClone(documents.klingai);
  const [read] = operationsOf(document).filter(({ path }) => path.endsWith('/{task_id}'));
  const { path = '', operation } = read ?? {};
  Object.assign(operation ?? {}, {
    parameters: [{ name: 'task_id', in: 'path', required: true, schema: { type: 'string' } }],
  });
  const parts = [
    { path: 'klingai/shared.yaml', text: 'paths: {}' },
    { path: 'klingai/some.yaml', text: `paths:\n  ${path}:\n` },
  ];
  expect(findWithoutUnknown(document, parts)).toEqual([
    expect.stringMatching(/^openapi\/klingai\/some\.yaml: GET .* no `x-unknown`.*onlyTaskId/),
  ]);
});

it('a price by route of what is an operation is named with the operation', () => {
  expect(findMovedPrices(priceList.others)).toEqual([]);
  for (const [name, line] of Object.entries(operations)) {
    const second = 'second' in line ? [line.second.route] : [];
    for (const route of [line.route, ...second])
      expect(findMovedPrices([{ route }, { route: '/v1/else' }])).toEqual([
        expect.stringMatching(`^openapi/prices.yaml: .*${route}.*\`operations: \\[${name}\\]\``),
      ]);
  }
});

it('a file that is no longer written is found, and none of somebody else’s', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'kling-stray-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const paths = ['generated/a.ts', 'generated/old.ts', 'generated/media.ts'];
  const more = ['generated/prism/old.ts', 'openapi/corrected/a.json', 'openapi/corrected/old.yaml'];
  for (const path of ['generated/prism', 'openapi/corrected'])
    await mkdir(join(folder, path), { recursive: true });
  for (const path of [...paths, ...more, 'openapi/prices.yaml'])
    await writeFile(join(folder, path), '');
  const root = pathToFileURL(`${folder}/`);
  expect(await findStray(root, ['generated/a.ts', 'openapi/corrected/a.json'])).toEqual([
    'generated/old.ts',
    'generated/prism/old.ts',
    'openapi/corrected/old.yaml',
  ]);
});
