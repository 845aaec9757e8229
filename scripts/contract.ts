/** Reads `openapi/`: a provider's document, its overlay, the two together, and a fingerprint of every operation. */
import { createHash } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { isObject } from '../src/documents/json.ts';
import { type OpenApiDocument, resolve } from '../src/documents/openapi.ts';
import { withoutProse } from '../src/drift/published/normalize.ts';
import { applyAction, type Overlay } from '../src/drift/published/overlay.ts';
import { joinParts, type Part, readOverlay, readParts } from '../src/drift/published/parts.ts';

const openapi = new URL('../openapi/', import.meta.url);

/** The others are measured against it. */
const first = 'klingai';

/** The providers that have a document, that one first. */
export async function providerNames(): Promise<string[]> {
  const entries = await readdir(new URL('overlays/', openapi), { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  return [first, ...names.filter((name) => name !== first).sort()];
}

/** Reads a provider's document as it is published, the files that it is in, and the corrections to it. */
export async function readContract(
  provider: string,
): Promise<{ document: OpenApiDocument; parts: Part[]; overlay: Overlay }> {
  const parts = await readParts(openapi, provider);
  const overlay = await readOverlay(openapi, provider);
  return { document: joinParts(parts).toJS(), parts, overlay };
}

/** A copy of the document with every action applied; throws when one finds nothing to act on. */
export async function applyOverlay(
  document: OpenApiDocument,
  overlay: Overlay,
): Promise<OpenApiDocument> {
  const copy = structuredClone(document);
  for (const action of overlay.actions) {
    if (!applyAction(copy, action)) {
      throw new Error(`overlay: nothing at ${action.target} (${action.description})`);
    }
  }
  return copy;
}

/** A short hash of what an operation means to a program: its structure without prose, in whichever order. */
export function fingerprint(document: OpenApiDocument, operation: object): string {
  const structure = withoutProse(resolveAll(document, operation));
  return createHash('sha256').update(JSON.stringify(structure)).digest('hex').slice(0, 16);
}

/** A copy with every reference followed and all keys sorted. */
function resolveAll(document: OpenApiDocument, node: unknown): unknown {
  const value = resolve(document, node);
  if (Array.isArray(value)) return value.map((item) => resolveAll(document, item));
  if (!isObject(value)) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, child]) => [key, resolveAll(document, child)]));
}
