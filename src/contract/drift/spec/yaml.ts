import type { Document } from 'yaml';

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

const kept: { text: string; document: Document }[] = [];

/** A parsed document, not to be changed: the last few are kept, as the same text is asked for again and again. */
export function parsed(text: string): Document {
  const known = kept.find((each) => each.text === text);
  if (known) return known.document;
  const document: Document = yaml().parseDocument(text);
  kept.unshift({ text, document });
  kept.length = Math.min(kept.length, 4);
  return document;
}
