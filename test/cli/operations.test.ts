/** Every operation that the documents have, through the command line: none is named here. */
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fieldsOf, flagOf, kebab, kindOf } from '../../src/cli/fields.ts';
import { tasksByName } from '../../src/cli/flags.ts';
import { inputFields } from '../../src/cli/provider.ts';
import { formatsOf } from '../../src/cli/result.ts';
import {
  type Action,
  findOperation,
  nameServed,
  requestExample,
} from '../../src/contract/documented.ts';
import { type ProviderName, providerNames, providersOf } from '../../src/documents/documents.ts';
import { type JsonObject, objectOf } from '../../src/documents/json.ts';
import type { Schema } from '../../src/documents/openapi.ts';
import { type OperationName, operations } from '../../src/index.ts';
import { type Mock, startMock } from '../../src/mock/index.ts';
import { decodePng, secondsOfMedia } from '../support/media.ts';
import { calls, resources, tasks } from '../support/offered.ts';
import { withoutWaits } from '../support/waits.ts';
import { inFolder } from './support.ts';

withoutWaits();
const { kling, folder, files } = inFolder();
let mock: Mock;
/** How the command of each operation ended that makes a task. */
const made = new Map<string, Awaited<ReturnType<typeof kling>> & { cwd: string }>();
beforeAll(async () => {
  mock = await startMock({ speed: 'instant' });
  await Promise.all(
    tasks.map(async ([provider, name]) => {
      const cwd = await mkdtemp(join(tmpdir(), 'kling-operations-'));
      const argv = [kebab(name), ...flagsOf(provider, name, 'create'), ...at(provider)];
      made.set(`${provider} ${name}`, { ...(await kling([...argv, '--json'], { cwd })), cwd });
    }),
  );
});
afterAll(async () => {
  await Promise.all([...made.values()].map(({ cwd }) => rm(cwd, { recursive: true })));
  await mock.close();
});

/** How the command ended that made a task of this operation, and what it left in its folder. */
async function madeBy(provider: ProviderName, name: OperationName) {
  const ran = made.get(`${provider} ${name}`);
  if (!ran) throw new Error(`${provider} ${name} was not run`);
  expect({ code: ran.code, err: ran.code ? ran.err : '' }).toEqual({ code: 0, err: '' });
  return { ...JSON.parse(ran.out), left: await readdir(ran.cwd) };
}

const at = (provider: ProviderName) => [
  ...['--provider', provider],
  ...['--base-url', `${mock.url}/${provider}`],
];

/** A request that is served, as flags: the document's first example, or else what it requires. */
function flagsOf(provider: ProviderName, name: OperationName, action: Action): string[] {
  const documented = findOperation(provider, name, action);
  const example = documented && requestExample(documented);
  const schema = inputFields(provider, name);
  const required = (schema.required ?? []).map((field, index) => [
    field,
    1_760_000_000_000 + index,
  ]);
  const body: JsonObject =
    documented && example
      ? {
          ...(documented.model && { model: documented.model }),
          ...nameServed(documented, objectOf(example)),
        }
      : Object.fromEntries(required);
  return Object.entries(body).flatMap(([field, value]) => {
    // Neither is a way to say something: a shell's empty variable, and what is the default.
    if (value === '' || value === false) return [];
    const kind = kindOf(fieldsOf(schema)[field] ?? {});
    if (kind === 'bare') return [flagOf(field)];
    return [flagOf(field), typeof value === 'object' ? JSON.stringify(value) : String(value)];
  });
}

const decoded = new Set<string>();

/** Decodes a file, one of each format. */
async function checkFile(file: string): Promise<void> {
  const bytes = await readFile(file);
  const format = file.split('.').at(-1) ?? '';
  expect(bytes.length).toBeGreaterThan(100);
  if (decoded.has(format)) return;
  decoded.add(format);
  if (format === 'png') expect(decodePng(bytes).colours).toBeGreaterThan(10);
  else expect(await secondsOfMedia(bytes, file)).toBeGreaterThan(1);
}

describe.each(tasks)('%s, %s', (provider, name) => {
  it('is created, waited for, saved, and found again', async () => {
    const command = kebab(name);
    const { task, result, files: saved, left } = await madeBy(provider, name);
    expect(task).toMatchObject({ v: 1, provider, operation: name });
    expect(result[operations[name].result].length).toBeGreaterThan(0);
    const hasFiles = formatsOf(provider, name).length > 0;
    expect(saved.length > 0).toBe(hasFiles);
    expect(left.sort()).toEqual(saved.map((file: string) => basename(file)).sort());
    for (const file of saved) await checkFile(file);
    const about = ['--operation', command, ...at(provider)];
    const got = await kling(['get', task.id, ...about]);
    expect(got.out).toMatch(new RegExp(`^${task.id}\tsucceed\t\\S+Z\n.`));
    if (!findOperation(provider, name, 'list')) return;
    const listed = await kling(['list', '--json', ...about]);
    const { tasks } = JSON.parse(listed.out);
    expect(tasks.map((each: { task: object }) => each.task)).toContainEqual(
      expect.objectContaining({ id: task.id }),
    );
  });
});

describe.each(calls)('%s, %s', (provider, name) => {
  it('prints the answer, and saves the files that it has', async () => {
    const argv = [kebab(name), ...flagsOf(provider, name, 'call'), ...at(provider)];
    const { code, out, err } = await kling(argv);
    expect({ code, err: code ? err : '' }).toEqual({ code: 0, err: '' });
    expect(Object.keys(JSON.parse(out)).length).toBeGreaterThan(0);
    const [format] = formatsOf(provider, name);
    if (!format) return;
    const file = join(folder(), `answer.${format}`);
    const named = (await kling([...argv, '--out', file])).out.trimEnd().split('\n');
    expect(named[0]).toBe(file);
    for (const each of named) await checkFile(each);
    const { files: saved } = JSON.parse((await kling([...argv, '--out', './', '--json'])).out);
    expect(saved).toHaveLength(named.length);
    const ownName = new RegExp(`${kebab(name)}-\\d+(-\\d)?\\.${format}$`);
    for (const each of saved) expect(each).toMatch(ownName);
  });
});

describe.each(resources)('%s, %s', (provider, name) => {
  const command = kebab(name);

  it('are made, listed and deleted, by an id that keeps all its digits', async () => {
    const { result, left } = await madeBy(provider, name);
    const { result: list, ...entry } = operations[name];
    const id = String('id' in entry && result[list][0][entry.id]);
    expect(left).toEqual([]);
    const listed = await kling([`${command}`, 'list', ...at(provider)]);
    expect(listed.out.split('\n').map((line) => line.split('\t')[0])).toContain(id);
    expect((await kling([command, 'presets', ...at(provider)])).out).toMatch(/^[\w-]+\t/);
    expect(await kling([command, 'delete', id, ...at(provider)])).toMatchObject({
      code: 0,
      out: `${id}\n`,
    });
    expect((await kling([command, 'delete', id, ...at(provider)])).code).toBe(3);
  });

  it('are no file to save', async () => {
    const { code, errLines } = await kling([
      ...['wait', '1', '--operation', command, '--out', 'x.mp4', ...at(provider)],
    ]);
    expect({ code, errLines }).toEqual({
      code: 2,
      errLines: [`kling-fetch: ${command} gives no files at ${provider}; leave out --out`],
    });
  });
});

/** Values that break a rule of the field, as they are typed. */
function wrongValues(field: Schema): string[] {
  const { enum: known, maxLength, minimum, maximum, maxItems, 'x-media': limits } = field;
  const kind = kindOf(field);
  return [
    known && 'nonsense',
    maxLength !== undefined && 'x'.repeat(maxLength + 1),
    minimum !== undefined && String(minimum - 1),
    maximum !== undefined && String(maximum + 1),
    maxItems !== undefined && kind === 'json' && JSON.stringify(Array(maxItems + 1).fill({})),
    kind === 'number' && 'many',
    kind === 'json' && '{',
    limits && kind === 'text' && 'no-such-file',
  ].filter((value) => typeof value === 'string');
}

describe.each([...tasks, ...calls])('%s, %s, before anything is sent', (provider, name) => {
  const action = operations[name].result ? 'create' : 'call';
  const nowhere = ['--provider', provider, '--base-url', 'http://127.0.0.1:2'];
  const schema = inputFields(provider, name);

  it('refuses what breaks a rule of a field, and a required flag that is missing', async () => {
    const good = flagsOf(provider, name, action);
    for (const [field, rules] of Object.entries(fieldsOf(schema))) {
      for (const wrong of wrongValues(rules)) {
        // The last of two values counts; of a list both do.
        const { code, errLines } = await kling([
          kebab(name),
          ...good,
          flagOf(field),
          wrong,
          ...nowhere,
        ]);
        expect({ code, errLines }).toEqual({
          code: 2,
          // Where it makes no difference which of two fields is too many, the line is about the operation.
          errLines: [expect.stringMatching(`${flagOf(field)}|^kling-fetch: ${kebab(name)} `)],
        });
        expect(errLines[0]?.length).toBeLessThan(1_500);
      }
    }
    for (const field of schema.required ?? []) {
      const where = good.indexOf(flagOf(field));
      const { code, errLines } = await kling([
        ...[kebab(name), ...good.slice(0, where), ...good.slice(where + 2), ...nowhere],
      ]);
      expect({ code, errLines }).toEqual({
        code: 2,
        errLines: [expect.stringContaining(`${flagOf(field)} is required`)],
      });
    }
  });
});

describe('what a provider does not have', () => {
  const missing = [...tasksByName].flatMap(([command, name]) =>
    providerNames
      .filter((provider) => !providersOf(name).includes(provider))
      .map((provider) => [command, provider, providersOf(name)] as const),
  );

  it.each(missing)('%s at %s: the line says who has it', async (command, provider, owners) => {
    const { code, errLines } = await kling([command, '--provider', provider], { env: {} });
    const [verb] = owners.length === 1 ? ['does'] : ['do'];
    expect({ code, errLines }).toEqual({
      code: 2,
      errLines: [
        `kling-fetch: ${provider} does not offer ${command}; ${owners.join(' and ')} ${verb}`,
      ],
    });
  });
});

describe('several pictures of one result', () => {
  it('have names of their own', async () => {
    const argv = ['image-generation', '--prompt', 'boat', '--model-name', 'kling-v3', '--n', '3'];
    const { out } = await kling([...argv, '--out', 'boat.png', ...at('klingai')]);
    const names = ['boat.png', 'boat-2.png', 'boat-3.png'];
    expect(out.trimEnd().split('\n')).toEqual(names.map((name) => join(folder(), name)));
    expect((await files()).sort()).toEqual([...names].sort());
  });

  const boats = ['image-generation', '--prompt', 'boat', '--model-name', 'kling-v3', '--n', '3'];
  const series = ['--result-type', 'series', '--model-name', 'kling-v3-omni', '--n', '1'];

  it.each([
    ['several', boats],
    ['a series', ['omni-image', '--prompt', 'boat', ...series, '--series-amount', 'auto']],
  ])('are not created where one of %s would replace what nobody named', async (_, argv) => {
    await writeFile(join(folder(), 'boat.png'), 'named');
    await writeFile(join(folder(), 'boat-3.png'), 'older');
    const before = mock.tasks.length;
    const { code, errLines } = await kling([...argv, '--out', 'boat.png', ...at('klingai')]);
    const why = /boat-3\.png is there already.*; move it away, or choose another --out$/;
    expect({ code, errLines }).toEqual({ code: 2, errLines: [expect.stringMatching(why)] });
    const stdout = await kling([...argv, '--out', '-', ...at('klingai')]);
    expect(stdout).toMatchObject({ code: 2, out: '' });
    expect(stdout.errLines).toEqual([expect.stringMatching(/--out - takes one file, and this/)]);
    expect(mock.tasks).toHaveLength(before);
    expect(await readFile(join(folder(), 'boat-3.png'), 'utf8')).toBe('older');
  });

  it('replace nothing where their number was not known, and say so', async () => {
    const { out: id } = await kling([...boats, '--no-wait', ...at('klingai')]);
    await writeFile(join(folder(), 'boat-2.png'), 'older');
    const wait = ['wait', id.trim(), '--operation', 'image-generation', '--out', 'boat.png'];
    const { code, out, errLines } = await kling([...wait, ...at('klingai')]);
    expect(code).toBe(0);
    const names = ['boat.png', 'boat-3.png', 'boat-4.png'].map((name) => join(folder(), name));
    expect(out.trimEnd().split('\n')).toEqual(names);
    expect(errLines.filter((line) => line.includes('is there already'))).toEqual([
      `${join(folder(), 'boat-2.png')} is there already, and is not replaced`,
    ]);
    expect(await readFile(join(folder(), 'boat-2.png'), 'utf8')).toBe('older');
  });
});
