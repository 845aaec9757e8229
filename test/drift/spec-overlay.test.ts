import { describe, expect, it, vi } from 'vitest';
import { applyOverlay as applyByLibrary, readContract } from '../../scripts/contract.ts';
import { providerNames } from '../../src/contract/documents.ts';
import { applyAction, applyOverlay } from '../../src/contract/drift/spec/overlay.ts';
import { overlayFindings } from '../../src/contract/drift/spec/overlay-drift.ts';

// Whole documents take their time on a busy machine.
vi.setConfig({ testTimeout: 300_000 });

describe.each(providerNames)('the corrections to %s', (provider) => {
  it('come out as openapi-format applies them, one by one and all together', async () => {
    const { document, overlay } = await readContract(provider);
    let ours: Record<string, unknown> = { ...document };
    for (const action of overlay.actions) {
      const single = { ...overlay, actions: [action] };
      const theirs = await applyByLibrary(structuredClone(ours) as never, single);
      ours = applyOverlay(ours, single);
      expect(ours, action.target).toEqual(theirs);
    }
    expect(applyOverlay(document, overlay)).toEqual(await applyByLibrary(document, overlay));
  });

  it('leave the document that they are applied to as it is', async () => {
    const { document, overlay } = await readContract(provider);
    const before = structuredClone(document);
    applyOverlay(document, overlay);
    expect(document).toEqual(before);
  });

  it('are all needed', async () => {
    const { document, overlay } = await readContract(provider);
    expect(overlayFindings(document, document, overlay, provider)).toEqual([]);
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
    'is refused at %s, which is more JSONPath than is read here',
    (target) => {
      expect(() => apply(target, { remove: true })).toThrow(`not understood: ${target}`);
    },
  );
});

describe('a correction', () => {
  const field = (schema: object) => ({ fields: { text: schema } });
  const limit = { target: '$.fields.text', description: 'Text only.', update: { maxLength: 200 } };
  const find = (is: object, actions: object[]) =>
    overlayFindings(field({ type: 'string' }), is, { actions: actions as never }, 'example');

  it('that the provider has adopted is told', () => {
    expect(find(field({ type: 'string', maxLength: 200 }), [limit])).toMatchObject([
      {
        kind: 'overlay-adopted',
        severity: 'warning',
        location: 'overlays/example.yaml#/actions/0',
      },
    ]);
    expect(find(field({ type: 'string', maxLength: 300 }), [limit])).toEqual([]);
  });

  it('that finds nothing any more is told', () => {
    expect(find({ fields: {} }, [limit])).toMatchObject([
      { kind: 'overlay-unused', severity: 'warning', expected: '$.fields.text' },
    ]);
  });

  it('that takes a thing out and puts another in its place is one', () => {
    const actions = [
      { target: '$.fields.text.type', remove: true },
      { target: '$.fields.text', update: { type: 'number' } },
    ];
    expect(find(field({ type: 'string' }), actions)).toEqual([]);
    const adopted = find(field({ type: 'number' }), actions);
    expect(adopted.map(({ kind }) => kind)).toEqual(['overlay-adopted', 'overlay-adopted']);
  });

  it('that takes out what the provider has taken out is adopted, not lost', () => {
    const removal = { target: '$.fields.text.type', remove: true };
    expect(find(field({}), [removal])).toMatchObject([{ kind: 'overlay-adopted' }]);
    expect(find({ fields: {} }, [removal])).toMatchObject([{ kind: 'overlay-unused' }]);
  });

  it('with a list that the provider has in another order is adopted', () => {
    const values = { target: '$.fields.text', update: { enum: ['a', 'b'] } };
    expect(find(field({ type: 'string', enum: ['b', 'a'] }), [values])).toMatchObject([
      { kind: 'overlay-adopted' },
    ]);
  });
});
