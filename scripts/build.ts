/**
 * Builds both packages: `dist/` is what kling-fetch consists of, `packages/cli/dist/` what kling-fetch-cli does, with the
 * page of the mock in one script and one style.
 */
import { execFile } from 'node:child_process';
import { copyFile, cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { build, type InlineConfig } from 'tsdown';
import { overlays } from '../generated/overlays.ts';
import manifest from '../packages/cli/package.json' with { type: 'json' };
import { documents } from '../src/documents/documents.ts';
import { readParts, writeParts } from '../src/drift/published/parts.ts';
import { style } from '../src/mock/page/style.ts';
import { bundlePrism, writeLicences } from './prism-bundle.ts';

const root = fileURLToPath(new URL('../', import.meta.url));
const client = `${root}dist`;
const cli = `${root}packages/cli/dist`;

type Plugin = Extract<InlineConfig['plugins'], { name: string }>;

/** Modules that stand in for files of ours, by the file's path. */
type Replacements = Record<string, { external: string } | { code: string }>;

/** Puts other modules in the place of files of ours. */
const replace = (replacements: Replacements): Plugin => ({
  name: 'replace',
  resolveId: {
    order: 'pre',
    handler(source, importer) {
      if (!importer || !source.startsWith('.')) return undefined;
      const path = relative(root, resolve(dirname(importer), source)).replaceAll(sep, '/');
      const found = replacements[path];
      if (!found) return undefined;
      if ('external' in found)
        return { id: found.external, external: true, moduleSideEffects: false };
      return { id: `\0${path}.js`, moduleSideEffects: false };
    },
  },
  load(id) {
    const found = replacements[id.slice(1, -'.js'.length)];
    return found && 'code' in found ? found.code : undefined;
  },
});

/** The corrected documents come from elsewhere than from the bundle, so that they are there only once. */
const documentsFrom = (code: (name: string) => string): Replacements =>
  Object.fromEntries(
    Object.keys(documents).map((name) => [`openapi/corrected/${name}.json`, { code: code(name) }]),
  );

/** To the second package the first is a dependency like any other: what its users import is not in the bundle. */
const clientAsDependency: Replacements = {
  ...Object.fromEntries(
    ['index', 'client/errors', 'client/operations', 'client/providers'].map((name) => [
      `src/${name}.ts`,
      { external: 'kling-fetch' },
    ]),
  ),
  ...Object.fromEntries(
    ['node', 'webhooks', 'proxy'].map((name) => [
      `src/${name}/index.ts`,
      { external: `kling-fetch/${name}` },
    ]),
  ),
  // Bundlers for browsers find the JSON there, and Node the modules below, as not every Node imports JSON in silence.
  ...documentsFrom((name) => `export { default } from '#documents/${name}';`),
};

/** The documents as JSON, and for Node a module that reads each. */
async function writeDocuments(): Promise<void> {
  await mkdir(`${cli}/documents`, { recursive: true });
  for (const [name, document] of Object.entries(documents)) {
    await writeFile(`${cli}/openapi/corrected/${name}.json`, JSON.stringify(document));
    const code = `import { createRequire } from 'node:module';
export default createRequire(import.meta.url)('../openapi/corrected/${name}.json');
`;
    await writeFile(`${cli}/documents/${name}.js`, code);
  }
}

/** The types of the documents stay files of their own, so that editors show each type under its name. */
const typesAsFiles: Replacements = Object.fromEntries(
  Object.keys(documents).map((name) => [
    `generated/${name}.ts`,
    { external: `./generated/${name}.js` },
  ]),
);

/** A package, and each module of it that is imported by its path. */
const withPaths = (name: string) => new RegExp(`^${name}(/|$)`);

const common: InlineConfig = {
  cwd: root,
  format: 'esm',
  target: 'es2022',
  fixedExtension: false,
  hash: false,
  clean: false,
  config: false,
  report: false,
  logLevel: 'warn',
  inputOptions: { checks: { pluginTimings: false } },
};

const declared = await mkdtemp(join(tmpdir(), 'kling-declarations-'));

/** Takes our declarations from the native compiler, which writes all of them at once; the build's own needs ten times as long. */
const declarations: Plugin = {
  name: 'declarations',
  load: {
    order: 'pre',
    handler(id) {
      const path = relative(root, id);
      const isOurs = /^(src|generated)\b.*\.d\.ts$/.test(path);
      return isOurs ? readFile(join(declared, path), 'utf8') : undefined;
    },
  },
};

async function writeDeclarations(): Promise<void> {
  const compiler = `${root}node_modules/typescript7/bin/tsc`;
  const project = `${root}scripts/declarations.tsconfig.json`;
  await promisify(execFile)(process.execPath, [compiler, '-p', project, '--outDir', declared]);
}

/** The types of each document as a file of its own. */
async function writeTypes(): Promise<void> {
  await mkdir(`${client}/generated`, { recursive: true });
  for (const name of Object.keys(documents)) {
    // It holds nothing but types.
    await copyFile(`${root}generated/${name}.ts`, `${client}/generated/${name}.d.ts`);
    await writeFile(`${client}/generated/${name}.js`, 'export {};\n');
  }
}

/** Each provider's document and overlay in one file, as they are imported; here they are in a file for each operation. */
async function writePublished(): Promise<void> {
  for (const name of Object.keys(documents)) {
    for (const folder of [name, `overlays/${name}`]) {
      const parts = await readParts(new URL('../openapi/', import.meta.url), folder);
      await writeFile(`${cli}/openapi/${folder}.yaml`, writeParts(parts));
    }
  }
}

const clientBuild: InlineConfig = {
  ...common,
  entry: {
    index: 'src/index.ts',
    node: 'src/node/index.ts',
    webhooks: 'src/webhooks/index.ts',
    proxy: 'src/proxy/index.ts',
  },
  outDir: client,
  platform: 'neutral',
  deps: { neverBundle: /^node:/, alwaysBundle: /^openapi-/, onlyBundle: false },
};

const cliBuild: InlineConfig = {
  ...common,
  entry: {
    bin: 'src/cli/bin.ts',
    mock: 'src/mock/index.ts',
    contract: 'src/contract/index.ts',
    drift: 'src/drift/index.ts',
    vitest: 'src/runners/vitest.ts',
    jest: 'src/runners/jest.ts',
    playwright: 'src/runners/playwright.ts',
  },
  outDir: cli,
  platform: 'node',
  deps: {
    neverBundle: [
      ...Object.keys(manifest.dependencies),
      ...Object.keys(manifest.peerDependencies),
      '#documents',
    ].map(withPaths),
    onlyBundle: false,
  },
};

/** What the page loads from beside its script, as an expression. */
const fetched = (name: string) =>
  `await (await fetch(new URL('${name}.json', import.meta.url))).json()`;

const configs: InlineConfig[] = [
  {
    ...clientBuild,
    // A file for each module: bundlers leave out whole modules that nobody uses, and of a single one only what they can prove.
    unbundle: true,
    dts: false,
    outputOptions: {
      // The declarations have them, where editors show them.
      comments: { jsdoc: false },
      // Nothing below a folder called node_modules is published.
      entryFileNames: ({ name }) => `${name.replace(/.*node_modules.(openapi[\w-]+).*/, '$1')}.js`,
    },
    hooks: { 'build:done': writeTypes },
  },
  {
    ...clientBuild,
    dts: { emitDtsOnly: true },
    // Of types alone there is one package more.
    plugins: [declarations, replace(typesAsFiles), writeLicences()],
  },
  {
    ...cliBuild,
    dts: false,
    sourcemap: true,
    plugins: [replace(clientAsDependency), bundlePrism()],
    hooks: {
      async 'build:done'() {
        await cp(`${root}openapi`, `${cli}/openapi`, {
          recursive: true,
          // Those are written without white space.
          filter: (path) => !/corrected[\\/].*\.json$/.test(path),
        });
        await writeDocuments();
        await writePublished();
        await copyFile(`${root}LICENSE`, `${cli}/../LICENSE`);
      },
    },
  },
  {
    ...cliBuild,
    // Without maps: the sources that they would lead to are not in the package.
    dts: { emitDtsOnly: true },
    plugins: [declarations, replace(clientAsDependency)],
  },
  {
    ...common,
    entry: { page: 'src/mock/page/main.ts' },
    outDir: `${cli}/page`,
    platform: 'browser',
    deps: { alwaysBundle: /./, onlyBundle: false },
    dts: false,
    minify: true,
    sourcemap: true,
    plugins: [
      writeLicences(),
      replace({
        ...documentsFrom((name) => `export default ${fetched(name)};`),
        'generated/overlays.ts': { code: `export const overlays = ${fetched('overlays')};` },
      }),
    ],
    hooks: {
      async 'build:done'() {
        await writeFile(`${cli}/page/page.css`, style);
        await writeFile(`${cli}/page/overlays.json`, JSON.stringify(overlays));
      },
    },
  },
];

await Promise.all([client, cli].map((folder) => rm(folder, { recursive: true, force: true })));
try {
  await writeDeclarations();
  await Promise.all(configs.map(build));
} finally {
  await rm(declared, { recursive: true });
}
