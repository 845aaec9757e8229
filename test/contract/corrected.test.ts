import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { homedir, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import SwaggerParser from '@apidevtools/swagger-parser';
import { generateSource } from 'oazapfts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { documents, providerNames } from '../../src/documents/documents.ts';

const locate = createRequire(import.meta.url).resolve;
/** As users find them. */
const fileOf = (path: string) => locate(`kling-fetch-cli/openapi/corrected/${path}`);
const read = (path: string) => readFile(fileOf(path), 'utf8');

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kling-fetch-'));
  await symlink(resolve('node_modules'), join(folder, 'node_modules'), 'junction');
});
afterAll(() => rm(folder, { recursive: true }));

/** What TypeScript 7 says of each of the modules, which are compiled together as that takes its time. */
async function compile(sources: Record<string, string>): Promise<Record<string, string[]>> {
  const files = Object.keys(sources).map((name) => `${name}.ts`);
  for (const [name, source] of Object.entries(sources))
    await writeFile(join(folder, `${name}.ts`), source);
  const compilerOptions = {
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    target: 'es2022',
    module: 'nodenext',
    lib: ['es2022', 'dom', 'dom.iterable'],
    types: [],
  };
  await writeFile(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, files }));
  const tsc = resolve('node_modules/typescript7/bin/tsc');
  const compiling = promisify(execFile)(process.execPath, [tsc, '-p', '.'], { cwd: folder });
  const { stdout } = await compiling.catch((error: { stdout: string }) => {
    // It did not even begin, which is no praise.
    if (!error.stdout) throw error;
    return error;
  });
  // One line for each complaint, and those that are about no file are everybody's.
  const all = stdout.trim().split('\n');
  const told = (name: string) =>
    all.filter((line) => line.startsWith(`${name}.ts(`) || /^error /.test(line));
  return Object.fromEntries(Object.keys(sources).map((name) => [name, told(name)]));
}

describe.each(providerNames)('the corrected document of %s as a single file', (provider) => {
  it('is our document with the overlay, in JSON and in YAML, for parsers of YAML 1.1, too', async () => {
    const json = JSON.parse(await read(`${provider}.json`));
    expect(json).toEqual(documents[provider]);
    // Its parser reads YAML 1.2.
    expect(await SwaggerParser.parse(fileOf(`${provider}.yaml`))).toEqual(json);
    expect(parse(await read(`${provider}.yaml`), { version: '1.1' })).toEqual(json);
  });

  it('stands alone: it refers to nothing outside, and names no machine', async () => {
    for (const text of [await read(`${provider}.json`), await read(`${provider}.yaml`)]) {
      const references = [...text.matchAll(/\$ref"?: ?["']?([^"'\s]+)/g)].map(([, to]) => to);
      expect(references.length).toBeGreaterThan(5);
      for (const each of references) expect(each).toMatch(/^#\//);
      for (const path of [process.cwd(), homedir(), tmpdir(), 'file:/'])
        expect(text).not.toContain(path);
    }
  });

  it('is valid for another validator', async () => {
    const document = await SwaggerParser.validate(fileOf(`${provider}.json`));
    expect(Object.keys(document.paths ?? {})).toEqual(Object.keys(documents[provider].paths));
  });
});

it('a document without what OpenAPI demands is not valid for that validator', async () => {
  const { info: _, ...broken } = JSON.parse(await read('deerapi.json'));
  await expect(SwaggerParser.validate(broken)).rejects.toThrow("required property 'info'");
});

it('each give a client that compiles with another generator, which takes YAML, too', async () => {
  // That both hold the same is shown above.
  expect(await generateSource(fileOf('deerapi.yaml'))).toBe(
    await generateSource(fileOf('deerapi.json')),
  );
  const sources: Record<string, string> = {};
  for (const provider of providerNames) {
    const source = await generateSource(fileOf(`${provider}.json`));
    for (const path of Object.keys(documents[provider].paths)) {
      const [fixed = ''] = path.split('{');
      expect(source).toContain(fixed.replace(/\/$/, ''));
    }
    // Says so itself where this is no error.
    const wrong = "// @ts-expect-error: no such state\nexport const wrong: TaskStatus = 'lost';\n";
    sources[provider] = `${source}\n${wrong}`;
  }
  const told = await compile({ ...sources, wrong: 'export const wrong: string = 1;\n' });
  for (const provider of providerNames) expect(told[provider]).toEqual([]);
  expect(told.wrong).toEqual([expect.stringContaining('not assignable')]);
});

it('leaves the documents as they are published, and the overlays, under names of their own', async () => {
  for (const provider of providerNames) {
    const published = await SwaggerParser.parse(locate(`kling-fetch-cli/openapi/${provider}.yaml`));
    expect(published.paths).not.toEqual(documents[provider].paths);
    const overlay = await readFile(
      locate(`kling-fetch-cli/openapi/overlays/${provider}.yaml`),
      'utf8',
    );
    expect(parse(overlay).actions.length).toBeGreaterThan(0);
  }
});
