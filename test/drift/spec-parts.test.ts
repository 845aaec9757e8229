import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import { parse, parseDocument } from 'yaml';
import { operations } from '../../src/client/operations.ts';
import { textsOf } from '../../src/documents/json.ts';
import {
  joinParts,
  type Part,
  readOverlay,
  splitDocument,
  writeParts,
} from '../../src/drift/published/parts.ts';
import { type Contract, readContracts } from '../../src/drift/published/vendored.ts';

const contracts = await readContracts();

const shared = `# What several use.

openapi: 3.1.0
info: { title: Tasks, version: '1' }
components:
  schemas:
    # Everywhere the same.
    Task: { type: object } # an object
`;
const create = `# One of two.

tags:
  - { name: create, description: Makes one. }
paths:
  # In two ways.
  /v1/tasks:
    # As JSON.
    post: { responses: { '200': { description: Taken. } } }

  # Of a kind.
  /v1/{kind}/tasks:
    post: { responses: { '200': { description: Taken. } } }
components:
  schemas:
    Only: { type: object }
  responses:
    404: { description: Not there. }
`;
const get =
  "paths:\n  /v1/tasks/{id}: { get: { responses: { '200': { description: There. } } } }\n";
const parts: Part[] = [
  { path: 'a/shared.yaml', text: shared },
  { path: 'a/create.yaml', text: create },
  { path: 'a/get.yaml', text: get },
];
const [first, second, third] = parts as [Part, Part, Part];

/** The parts with an edit made in what they are together. */
const editedAs = (edit: (text: string) => string) => {
  const text = edit(writeParts(parts));
  const after = splitDocument(parts, parseDocument(text));
  expect(parse(writeParts(after))).toEqual(parse(text));
  return after.map((part) => part.text);
};

const referencesIn = (text: string) => [...text.matchAll(/\$ref: '#\/components\/(\w+)\/(\w+)'/g)];

describe.each(contracts)('the document of $provider in parts', (contract: Contract) => {
  it('is one document, of which each part has its own', () => {
    const { parts, yaml, document } = contract;
    expect(splitDocument(parts, yaml.document)).toEqual(parts);
    expect(document).toMatchObject({ openapi: '3.1.0', components: {} });
  });

  it('has in the file of an operation all that it refers to, or it is shared', () => {
    const [base, ...others] = contract.parts;
    expect(base?.path).toBe(`${contract.provider}/shared.yaml`);
    const all = others.flatMap(({ text }) => referencesIn(text));
    expect(all.length).toBeGreaterThan(others.length);
    const componentsIn = (text: string) => Object.entries<object>(parse(text).components ?? {});
    const namesIn = (text: string) =>
      componentsIn(text).flatMap(([kind, held]) => Object.keys(held).map((name) => kind + name));
    const ofAll = namesIn(base?.text ?? '');
    for (const { path, text } of others) {
      const own = new Set([...ofAll, ...namesIn(text)]);
      const strange = referencesIn(text).filter(([, kind = '', name]) => !own.has(kind + name));
      expect(strange, `${path} refers to what is of another part`).toEqual([]);
    }
  });

  it('has corrections that say where they stand', async () => {
    const openapi = new URL('../../openapi/', import.meta.url);
    const { actions } = await readOverlay(openapi, contract.provider);
    const places = textsOf(actions.map(({ at }) => at));
    expect(new Set(places).size).toBe(actions.length);
    expect(places[0]).toBe(`overlays/${contract.provider}/shared.yaml#/actions/0`);
  });
});

describe('parts', () => {
  it('are one document, with what it is about first and components last', () => {
    const document = joinParts(parts).toJS();
    expect(parse(writeParts(parts))).toEqual(document);
    expect(Object.keys(document)).toEqual(['openapi', 'info', 'tags', 'paths', 'components']);
    expect(Object.keys(document.paths)).toEqual([
      '/v1/tasks',
      '/v1/{kind}/tasks',
      '/v1/tasks/{id}',
    ]);
    expect(document.components).toEqual({
      schemas: { Task: { type: 'object' }, Only: { type: 'object' } },
      responses: { '404': { description: 'Not there.' } },
    });
  });

  it.each([
    ['a path', 'paths: { /v1/tasks: {} }', 'paths /v1/tasks', 'create'],
    ['a component', 'components: { schemas: { Task: {} } }', 'components schemas Task', 'shared'],
    ['a field at the top', 'info: {}', 'info', 'shared'],
  ])('that both hold %s are refused by their names', (_, text, what, other) => {
    expect(() => writeParts([...parts, { path: 'a/new.yaml', text }])).toThrow(
      `${what} is in openapi/a/${other}.yaml and in openapi/a/new.yaml`,
    );
  });

  it.each([
    ['is no YAML', 'a: [', /openapi\/a\/new.yaml is not valid YAML: \S/],
    ['says a thing twice', 'a: 1\na: 2', /openapi\/a\/new.yaml is not valid YAML: .*unique/],
    ['is a list', '- a: 1\n', /openapi\/a\/new.yaml has no fields/],
    ['is empty', '# nothing\n', /openapi\/a\/new.yaml has no fields/],
    [
      'has an empty place',
      'components:\n  schemas:\n',
      /new.yaml has no fields at \/components\/schemas/,
    ],
  ])('of which one %s are refused by its name', (_, text, message) => {
    expect(() => writeParts([...parts, { path: 'a/new.yaml', text }])).toThrow(message);
  });

  it('come in order: what is shared, the operations as the client has them, others by name', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'kling-fetch-'));
    onTestFinished(() => rm(folder, { recursive: true }));
    await mkdir(join(folder, 'overlays', 'a'), { recursive: true });
    const openapi = pathToFileURL(`${folder}/`);
    const known = Object.keys(operations).map((name) =>
      name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`),
    );
    const names = ['shared', ...known, 'another', 'more'];
    const actions = JSON.stringify({ actions: [{ target: '$' }] });
    for (const name of names.toReversed())
      await writeFile(join(folder, 'overlays', 'a', `${name}.yaml`), actions);
    await writeFile(join(folder, 'overlays', 'a', 'notes.txt'), 'not read');
    expect((await readOverlay(openapi, 'a')).actions).toEqual(
      names.map((name) => ({ target: '$', at: `overlays/a/${name}.yaml#/actions/0` })),
    );
    await writeFile(join(folder, 'overlays', 'a', 'more.yaml'), 'action: []');
    await expect(readOverlay(openapi, 'a')).rejects.toThrow(
      'openapi/overlays/a/more.yaml has no actions',
    );
  });

  it('stay as they are, byte for byte, where nothing changed', () => {
    expect(editedAs((text) => text)).toEqual([shared, create, get]);
  });

  it('take a change where it belongs, and keep comments', () => {
    expect(editedAs((text) => text.replaceAll('Taken.', 'Noted.'))).toEqual([
      shared,
      create.replaceAll('Taken.', 'Noted.'),
      get,
    ]);
    expect(
      editedAs((text) => text.replace('Task: { type: object }', 'Task: { type: string }')),
    ).toEqual([shared.replace('type: object', 'type: string'), create, get]);
  });

  it('lose what is gone', () => {
    const without = (text: string) =>
      text.replace(/^ {2}\/v1\/tasks\/\{id\}.*\n/m, '').replace(/^ {2}responses:\n.*404.*\n/m, '');
    const after = create.replace(/^ {2}responses:\n.*\n/m, '');
    expect(editedAs(without)).toEqual([shared, after, '{}\n']);
    expect(writeParts([first, second, { ...third, text: '{}\n' }])).toBe(
      writeParts([first, second]),
    );
  });

  it('get what is new into the first', () => {
    const [base = '', ...others] = editedAs(
      (text) =>
        `${text.replace('components:', 'components:\n  headers: { Id: {} }')}servers: [ { url: x } ]\n`,
    );
    expect(parse(base)).toMatchObject({
      components: { headers: { Id: {} } },
      servers: [{ url: 'x' }],
    });
    expect(base.startsWith(shared)).toBe(true);
    expect(others).toEqual([create, get]);
  });
});
