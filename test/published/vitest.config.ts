/**
 * Runs all tests with what is published in the place of the sources: `npm run test:published`. There, kling-fetch-cli has copies of
 * some of the client's modules, so that what is the same in the sources may be two things.
 */
import { dirname, relative, resolve, sep } from 'node:path';
import { defineConfig, mergeConfig } from 'vitest/config';
import client from '../../package.json' with { type: 'json' };
import cli from '../../packages/cli/package.json' with { type: 'json' };
import base from '../../vitest.config.ts';

/** The files of a package by the sources that they are built from. */
const builtFrom = (exports: Record<string, string>, folder: string) =>
  Object.entries(exports)
    .filter(([, file]) => file.endsWith('.js'))
    .map(
      ([entry, file]) => [`${entry.replace('.', 'src')}/index.ts`, resolve(folder, file)] as const,
    );
/** The built file of each source that has one, by its path in the repository. */
export const published = new Map<string, string>([
  ...builtFrom(client.exports, '.'),
  ...builtFrom(cli.exports, 'packages/cli'),
  // As in the build, kling-fetch-cli has these from the client.
  ...['errors', 'operations', 'providers'].map(
    (name) => [`src/client/${name}.ts`, resolve(client.exports['.'])] as const,
  ),
]);

export default mergeConfig(
  base,
  defineConfig({
    test: { include: ['test/published/swapped.ts'] },
    plugins: [
      {
        name: 'published',
        enforce: 'pre',
        resolveId(source, importer) {
          if (!importer || !source.startsWith('.')) return undefined;
          const path = relative('.', resolve(dirname(importer), source)).replaceAll(sep, '/');
          return published.get(path);
        },
      },
    ],
  }),
);
