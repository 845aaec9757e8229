import { describe, expect, it } from 'vitest';
import { applyOverlay as applyStrictly, readContract } from '../../scripts/contract.ts';
import { documents, providerNames } from '../../src/documents/documents.ts';
import {
  applyAction,
  applyOverlay,
  findOutdatedCorrections,
} from '../../src/drift/published/overlay.ts';

// Whole documents take their time on a busy machine.

describe.each(providerNames)('the corrections to %s', (provider) => {
  it('give the document that the client and the mock use, with none left out', async () => {
    const { document, overlay } = await readContract(provider);
    const corrected = applyOverlay(document, overlay);
    expect(corrected).toEqual(await applyStrictly(document, overlay));
    expect(corrected).toEqual(documents[provider]);
  });

  it('leave the document that they are applied to as it is', async () => {
    const { document, overlay } = await readContract(provider);
    const before = structuredClone(document);
    applyOverlay(document, overlay);
    expect(document).toEqual(before);
  });

  it('are all needed', async () => {
    const { document, overlay } = await readContract(provider);
    expect(findOutdatedCorrections(document, document, overlay, provider)).toEqual([]);
  });
});

describe('an action', () => {
  const document = {
    paths: { '/a': { get: { tags: ['x'], n: 1 } }, '/b': { get: { n: 2 } } },
    list: [{ n: 1 }, { n: 2 }],
  };
  const apply = (target: string, rest: object) =>
    applyOverlay(document, { actions: [{ target, ...rest }] });

  it.each([
    [
      "$.paths['/a'].get",
      { update: { n: 5 } },
      { paths: { ...document.paths, '/a': { get: { tags: ['x'], n: 5 } } } },
    ],
    [
      "$.paths['/a'].get.tags",
      { update: 'y' },
      { paths: { ...document.paths, '/a': { get: { tags: ['x', 'y'], n: 1 } } } },
    ],
    [
      "$.paths['/a'].get",
      { update: { tags: ['y'] } },
      { paths: { ...document.paths, '/a': { get: { tags: ['x', 'y'], n: 1 } } } },
    ],
    [
      '$.paths[*].get',
      { update: { k: 1 } },
      { paths: { '/a': { get: { tags: ['x'], n: 1, k: 1 } }, '/b': { get: { n: 2, k: 1 } } } },
    ],
    ['$.paths["/b"]', { remove: true }, { paths: { '/a': document.paths['/a'] } }],
    ['$.list[0]', { remove: true }, { list: [{ n: 2 }] }],
    ['$.list[*]', { remove: true }, { list: [] }],
    ['$', { update: { new: true } }, { new: true }],
  ])('at %s with %j', (target, rest, expected) => {
    expect(apply(target, rest)).toEqual({ ...document, ...expected });
  });

  it('says whether its target selects anything', () => {
    const copy = structuredClone<Record<string, unknown>>(document);
    expect(applyAction(copy, { target: '$.paths.c', update: {} })).toBe(false);
    expect(applyAction(copy, { target: "$.paths['/a'].post", remove: true })).toBe(false);
    expect(copy).toEqual(document);
    expect(applyAction(copy, { target: "$.paths['/a'].get", remove: true })).toBe(true);
  });

  it.each(['$..n', '$.list[?@.n]', '$.a[1:2]', 'paths', '$.'])(
    'is refused at %s, which is JSONPath that is not supported',
    (target) => {
      expect(() => apply(target, { remove: true })).toThrow(`not understood: ${target}`);
    },
  );
});

describe('a correction', () => {
  const field = (schema: object) => ({ fields: { text: schema } });
  const limit = { target: '$.fields.text', description: 'Text only.', update: { maxLength: 200 } };
  const find = (is: object, actions: object[]) =>
    findOutdatedCorrections(
      field({ type: 'string' }),
      is,
      { actions: actions as never },
      'example',
    );

  it('is reported when the provider has adopted it', () => {
    expect(find(field({ type: 'string', maxLength: 200 }), [limit])).toMatchObject([
      {
        kind: 'overlay-adopted',
        severity: 'warning',
        location: 'overlays/example.yaml#/actions/0',
      },
    ]);
    expect(find(field({ type: 'string', maxLength: 300 }), [limit])).toEqual([]);
  });

  it('is reported when its target is gone', () => {
    expect(find({ fields: {} }, [limit])).toMatchObject([
      { kind: 'overlay-unused', severity: 'warning', expected: '$.fields.text' },
    ]);
  });

  it('counts as one when it removes a thing and puts another in its place', () => {
    const actions = [
      { target: '$.fields.text.type', remove: true },
      { target: '$.fields.text', update: { type: 'number' } },
    ];
    expect(find(field({ type: 'string' }), actions)).toEqual([]);
    const adopted = find(field({ type: 'number' }), actions);
    expect(adopted.map(({ kind }) => kind)).toEqual(['overlay-adopted', 'overlay-adopted']);
  });

  it('is adopted, not unused, when the provider has removed its target itself', () => {
    const removal = { target: '$.fields.text.type', remove: true };
    expect(find(field({}), [removal])).toMatchObject([{ kind: 'overlay-adopted' }]);
    expect(find({ fields: {} }, [removal])).toMatchObject([{ kind: 'overlay-unused' }]);
  });

  it('is adopted when the provider has the same list in another order', () => {
    const values = { target: '$.fields.text', update: { enum: ['a', 'b'] } };
    expect(find(field({ type: 'string', enum: ['b', 'a'] }), [values])).toMatchObject([
      { kind: 'overlay-adopted' },
    ]);
  });
});
