import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { type ProviderName, providerNames } from '../../documents/documents.ts';
import { objectOf } from '../../documents/json.ts';
import type { LineHashes } from './lines-node.ts';
import type { Overlay } from './overlay.ts';
import { yaml } from './yaml.ts';

/** Where an operation was read, and how sure that is. */
interface Source {
  address: string;
  certainty: 'published' | 'transcribed' | 'inferred';
}

/** What is vendored of one provider, as the files in `openapi/` hold it. */
export interface Contract {
  provider: ProviderName;
  /** The document as published, before overlays, as it is written. */
  text: string;
  /** The same, read. */
  document: object;
  overlay: Overlay;
  /** By operation, as `POST /v1/audio/text-to-audio`. */
  sources: Record<string, Source>;
  /** The sentences of its reference pages, by address. */
  pages: Record<string, LineHashes>;
}

// The package's own entry points, so that the same line works in the sources and in what is built of them.
const locate = createRequire(import.meta.url).resolve;
const read = async (path: string) => readFile(locate(`kling-fetch/openapi/${path}`), 'utf8');

let contracts: Promise<Contract[]> | undefined;

/** What is vendored of every provider. It is read once: while a program runs, the package stays as it is. */
export function readContracts(): Promise<Contract[]> {
  contracts ??= readAll();
  return contracts;
}

async function readAll(): Promise<Contract[]> {
  const sources: Record<string, Record<string, Source>> = JSON.parse(await read('sources.json'));
  return Promise.all(
    providerNames.map(async (name) => {
      const [text, overlay, pages] = await Promise.all([
        read(`${name}.yaml`),
        read(`overlays/${name}.yaml`),
        read(`pages/${name}.json`).catch(() => '{}'),
      ]);
      return {
        provider: name,
        text,
        document: objectOf(yaml().parse(text)),
        overlay: yaml().parse(overlay),
        sources: sources[name] ?? {},
        pages: JSON.parse(pages),
      };
    }),
  );
}
