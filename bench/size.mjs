/** Bytes of "create, wait" for a browser, minified and gzipped, by two bundlers. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { rolldown } from 'rolldown';

const gzipped = (text) => gzipSync(text, { level: 9 }).length;
const fileOf = (name) => fileURLToPath(new URL(`programs/${name}.mjs`, import.meta.url));

async function byEsbuild(file) {
  const { outputFiles } = await build({
    entryPoints: [file],
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'browser',
    write: false,
    logLevel: 'silent',
  });
  return gzipped(outputFiles[0].contents);
}

async function byRolldown(file) {
  const bundle = await rolldown({ input: file, platform: 'browser', logLevel: 'silent' });
  const { output } = await bundle.generate({ format: 'esm', minify: true });
  await bundle.close();
  return gzipped(output[0].code);
}

/** Bytes by the bundler that makes less of it; not a number where neither can. */
export const sizeOf = (name) => smallest(fileOf(name));

async function smallest(file) {
  const sizes = await Promise.allSettled([byEsbuild(file), byRolldown(file)]);
  const known = sizes.filter(({ status }) => status === 'fulfilled').map(({ value }) => value);
  return known.length > 0 ? Math.min(...known) : Number.NaN;
}

/** The same for our own program with each provider, which makes there what its table of operations has first, and how many that has. */
export async function sizesByProvider() {
  const program = await readFile(fileOf('kling-fetch'), 'utf8');
  const dist = fileURLToPath(new URL('../dist/index.js', import.meta.url));
  const providers = Object.values(await import(dist)).filter(({ offers }) => offers);
  const folder = await mkdtemp(join(tmpdir(), 'kling-size-'));
  const sizes = {};
  try {
    for (const { name, offers } of providers) {
      const operations = Object.keys(offers);
      const [operation] = operations;
      const file = join(folder, `${name}.mjs`);
      const text = program
        .replace('../../dist/index.js', dist)
        .replace('./fetch.mjs', fileOf('fetch'))
        .replaceAll('cometapi', name)
        .replaceAll('textToAudio', operation);
      await writeFile(file, text);
      sizes[name] = { bytes: await smallest(file), operations: operations.length };
    }
  } finally {
    await rm(folder, { recursive: true });
  }
  return sizes;
}
