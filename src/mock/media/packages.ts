import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** The folders to search from: this file's, and the working directory, because what npx runs is not installed there. */
const startFolders = () => [dirname(fileURLToPath(import.meta.url)), process.cwd()];

/**
 * A `require` of the folder that holds the package. Resolving from anywhere else would remember that the package was
 * missing, even after it has been installed.
 */
function requireFor(name: string): NodeJS.Require {
  const [scopeOrName = '', rest = ''] = name.split('/');
  const folder = name.startsWith('@') ? join(scopeOrName, rest) : scopeOrName;
  for (const start of startFolders()) {
    for (let at = start; ; at = dirname(at)) {
      if (existsSync(join(at, 'node_modules', folder))) return createRequire(join(at, 'x.js'));
      if (at === dirname(at)) break;
    }
  }
  return createRequire(import.meta.url);
}

/**
 * Finds an optional package without loading it.
 * @throws with the code MODULE_NOT_FOUND when it is not installed
 */
export const locate = (name: string): string => requireFor(name).resolve(name);

/** Loads an optional package. The caller says what type it has. */
export const load = <T>(name: string): Promise<T> => import(pathToFileURL(locate(name)).href);

/** Loads an optional package synchronously. The caller says what type it has. */
export const loadNow = <T>(name: string): T => requireFor(name)(name);
