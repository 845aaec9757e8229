/** Reading `openapi/`: a provider's document, its overlay, and the two together. */
import { readdir, readFile } from 'node:fs/promises';
import openapiFormat from 'openapi-format';
import { parse } from 'yaml';
import type { OpenApiDocument } from '../src/documents/openapi.ts';

const openapi = new URL('../openapi/', import.meta.url);

/** A document of the OpenAPI Overlay specification, 1.0. */
export interface Overlay {
  overlay: string;
  actions: { target: string; description?: string; update?: unknown; remove?: boolean }[];
}

export async function providerNames(): Promise<string[]> {
  const files = await readdir(openapi);
  const names = files.flatMap((file) => (file.endsWith('.yaml') ? [file.slice(0, -5)] : []));
  // Kling's own contract first: the others are measured against it.
  return names.sort(
    (a, b) => Number(b === 'klingai') - Number(a === 'klingai') || a.localeCompare(b),
  );
}

export async function readContract(
  provider: string,
): Promise<{ document: OpenApiDocument; overlay: Overlay }> {
  const read = async (path: string) => parse(await readFile(new URL(path, openapi), 'utf8'));
  return {
    document: await read(`${provider}.yaml`),
    overlay: await read(`overlays/${provider}.yaml`),
  };
}

/** A copy of the document with every action applied; throws when one finds nothing to act on. */
export async function applyOverlay(
  document: OpenApiDocument,
  overlay: Overlay,
): Promise<OpenApiDocument> {
  let result = structuredClone(document);
  // One action at a time: a later one may act on what an earlier one made.
  for (const action of overlay.actions) {
    const { data, resultData } = await openapiFormat.openapiOverlay(result, {
      overlaySet: { ...overlay, actions: [structuredClone(action)] },
    });
    if (resultData.totalUsedActions !== 1) {
      throw new Error(`overlay: nothing at ${action.target} (${action.description})`);
    }
    result = data;
  }
  return result;
}
