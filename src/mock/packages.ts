import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** This file, and the project that the process works in: a command run by npx is not installed there. */
const places = () => [dirname(fileURLToPath(import.meta.url)), process.cwd()];

/** Asks the resolver of the folder that has the package: it remembers what was not there before an install. */
function requireFor(name: string): NodeJS.Require {
  const [scopeOrName = '', rest = ''] = name.split('/');
  const folder = name.startsWith('@') ? join(scopeOrName, rest) : scopeOrName;
  for (const place of places()) {
    for (let at = place; ; at = dirname(at)) {
      if (existsSync(join(at, 'node_modules', folder))) return createRequire(join(at, 'x.js'));
      if (at === dirname(at)) break;
    }
  }
  return createRequire(import.meta.url);
}

/**
 * Where an optional package is, without loading it.
 * @throws with the code MODULE_NOT_FOUND when it is not installed
 */
export const locate = (name: string): string => requireFor(name).resolve(name);

/** Loads an optional package. The type is the caller's to know. */
export const load = <T>(name: string): Promise<T> => import(pathToFileURL(locate(name)).href);

/** Loads an optional package at once. The type is the caller's to know. */
export const loadNow = <T>(name: string): T => requireFor(name)(name);
