import type { Document } from 'yaml';
import { objectOf } from '../../documents/json.ts';

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

/** A text that was parsed, not to be changed: with its layout, and as plain data. */
interface Parsed {
  document: Document;
  readonly object: object;
}

const kept: (Parsed & { text: string })[] = [];

/** Parses a text; the last few are kept, as the same one is asked for again and again. */
export function parsed(text: string): Parsed {
  const known = kept.find((each) => each.text === text);
  if (known) return known;
  const document: Document = yaml().parseDocument(text);
  let object: object | undefined;
  const result = {
    text,
    document,
    get object() {
      object ??= objectOf(document.toJS());
      return object;
    },
  };
  kept.unshift(result);
  kept.length = Math.min(kept.length, 4);
  return result;
}
