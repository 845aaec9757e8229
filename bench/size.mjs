/** Bytes of "create, wait" for a browser, minified and gzipped, by two bundlers. */
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
export async function sizeOf(name) {
  const sizes = await Promise.allSettled([byEsbuild(fileOf(name)), byRolldown(fileOf(name))]);
  const known = sizes.filter(({ status }) => status === 'fulfilled').map(({ value }) => value);
  return known.length > 0 ? Math.min(...known) : Number.NaN;
}
