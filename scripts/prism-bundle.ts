/**
 * Puts Prism's judge of requests into the package, with nothing else that comes with Prism: as one module, made by a build of its
 * own, so that it has the versions that Prism was tested with, whatever the package itself depends on.
 */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Rolldown } from 'tsdown';

type Plugin = Rolldown.Plugin;

/** All that `src/mock/server/prism.ts` takes from Prism. */
const entry = `
  export { matchPath } from '@stoplight/prism-http/dist/router/matchPath.js';
  export { MatchType } from '@stoplight/prism-http/dist/router/types.js';
  export { validateInput, validateSecurity } from '@stoplight/prism-http/dist/validator/index.js';`;

/** Changes to modules on their way into the bundle. */
const trim: Plugin = {
  name: 'trim',
  resolveId: (source) =>
    source === 'entry' || source === 'mime-types' ? `\0${source}` : undefined,
  load(id) {
    if (id === '\0entry') return entry;
    // Turns the endings of files into types, which no request has. Its table would be a fourth of the bundle.
    if (id !== '\0mime-types') return undefined;
    return `exports.lookup = (name) => { throw new Error(\`the mock knows no type of file: \${name}\`); };`;
  },
  transform(code, id) {
    // Takes `this` for `exports`, as it is in Node.
    if (id.includes('uri-template-lite')) return code.replaceAll('this.URI', 'exports.URI');
    if (!id.includes('prism-http')) return undefined;
    // One function of lodash instead of all of them. Its form for functional programs is made when it is loaded, from all of them.
    const names = new Set(Array.from(code.matchAll(/lodash_1\.(\w+)/g), ([, name]) => name));
    const picked = Array.from(names, (name) => `${name}: require('lodash/${name}')`);
    return code
      .replace('require("lodash")', `({ ${picked.join(', ')} })`)
      .replace(
        'require("lodash/fp")',
        `({ set: (path, value, object) => require('lodash/set')(require('lodash/cloneDeep')(object), path, value) })`,
      );
  },
};

/** A rolldown plugin for the build of the package. Beside Prism, it writes the licences of all that is in the bundle. */
export function bundlePrism(): Plugin {
  const id = '\0prism-bundle';
  return {
    name: 'prism-bundle',
    resolveId: {
      order: 'pre',
      handler: (source) => (source.startsWith('@stoplight/prism-http/') ? id : undefined),
    },
    async load(asked) {
      if (asked !== id) return undefined;
      const { code, moduleIds } = await makeBundle();
      const source = await licencesOf(moduleIds);
      this.emitFile({ type: 'asset', fileName: 'THIRD-PARTY-LICENSES.txt', source });
      // Without a map, which would be larger than all the rest of the package.
      return { code, map: { mappings: '' }, moduleSideEffects: false };
    },
  };
}

async function makeBundle(): Promise<{ code: string; moduleIds: string[] }> {
  const build = await Rolldown.rolldown({
    input: 'entry',
    platform: 'node',
    plugins: [trim],
    // How long a plugin takes is nothing to warn of.
    checks: { pluginTimings: false },
  });
  const { output } = await build.generate({ format: 'esm', minify: true });
  await build.close();
  if (output.length > 1) throw new Error('Prism must become a single module');
  return output[0];
}

/** Writes the licences of the packages that are part of a bundle. */
export const writeLicences = (): Plugin => ({
  name: 'licences',
  async generateBundle(_, bundle) {
    const moduleIds = Object.values(bundle).flatMap((part) =>
      part.type === 'chunk' ? part.moduleIds : [],
    );
    const source = await licencesOf(moduleIds);
    this.emitFile({ type: 'asset', fileName: 'THIRD-PARTY-LICENSES.txt', source });
  },
});

/** The licences of the packages that the modules belong to, each with its text. */
async function licencesOf(moduleIds: string[]): Promise<string> {
  const folders = new Set(
    moduleIds.flatMap(
      (each) => /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+/.exec(each.replaceAll('\\', '/'))?.[0] ?? [],
    ),
  );
  const texts = await Promise.all([...folders].sort().map(licenceOf));
  const intro = 'This program contains parts of these packages, under their own licences.';
  return `${[intro, ...texts].join(`\n\n${'-'.repeat(80)}\n\n`)}\n`;
}

async function licenceOf(folder: string): Promise<string> {
  const { name, version, ...about } = JSON.parse(
    await readFile(join(folder, 'package.json'), 'utf8'),
  );
  // The second is the form of older packages.
  const license = about.license ?? about.licenses?.[0]?.type;
  if (!license) throw new Error(`${name} names no licence`);
  const files = (await readdir(folder)).filter((each) => /^(licen[cs]e|notice)/i.test(each));
  const texts = files.map((file) => readFile(join(folder, file), 'utf8'));
  // Some say only here whose they are.
  const people = [about.author, ...(about.contributors ?? [])].flatMap(
    (one) => one?.name ?? one ?? [],
  );
  const by = files.length === 0 && people.length > 0 ? `By ${people.join(', ')}` : '';
  return [`${name} ${version} (${license})`, by, ...(await Promise.all(texts))]
    .filter((text) => text)
    .map((text) => text.trim())
    .join('\n\n');
}
