type Yaml = typeof import('yaml');

const library: Yaml | undefined = await import('yaml').catch(() => undefined);

/**
 * The library that reads YAML, an optional peer: only this part of the drift check needs it.
 * @throws {TypeError} it is not installed
 */
export function yaml(): Yaml {
  if (library) return library;
  throw new TypeError('documents are read with yaml: npm install --save-dev yaml');
}
