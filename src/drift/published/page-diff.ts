import { type JsonObject, objectOf } from '../../documents/json.ts';
import { locate } from './compare.ts';
import type { Located } from './difference.ts';
import { inline } from './inline.ts';
import { nameOf, operationsIn } from './match.ts';
import { applyOverlay, type Overlay } from './overlay.ts';
import type { PublishedPage } from './published.ts';

/**
 * What a page says otherwise than the vendored document. A page for people has rules in its sentences that OpenAPI
 * documents leave to overlays: what it says is a difference when neither the document nor the corrected one says so.
 */
export function comparePage(document: object, page: PublishedPage, overlay: Overlay): Located[] {
  const plain = locate(inline(document), page.document, page.isPartial);
  return page.isPartial ? besidesCorrections(plain, document, page, overlay) : plain;
}

/** Those differences that the corrected document has, too: the others say what we had put right already. */
export function besidesCorrections(
  plain: readonly Located[],
  document: object,
  page: PublishedPage,
  overlay: Overlay,
): Located[] {
  if (plain.length === 0) return [];
  const places = new Set(plain.map(({ difference }) => difference.vendored));
  const corrected = locate(inline(applyOverlay(document, overlay)), page.document, page.isPartial);
  return corrected.filter(({ difference }) => places.has(difference.vendored));
}

/** A document with some of its operations only, everything else as it is. */
export function withOperations(document: object, names: ReadonlySet<string>): JsonObject {
  const copy: JsonObject = { ...document };
  const paths = Object.entries(objectOf(copy.paths)).map(([path, item]): [string, unknown] => [
    path,
    { ...objectOf(item) },
  ]);
  copy.paths = Object.fromEntries(paths);
  for (const operation of operationsIn(copy)) {
    if (!names.has(nameOf(operation))) delete operation.item[operation.method.toLowerCase()];
  }
  return copy;
}
