/** What is vendored of every provider in `openapi/`. */

import { readFile } from 'node:fs/promises';
import { type ProviderName, providerNames } from '../../documents/documents.ts';
import { type JsonObject, objectOf, textsOf } from '../../documents/json.ts';
import type { Overlay } from './overlay.ts';
import { joinParts, type Part, readOverlay, readParts } from './parts.ts';
import { type Yaml, yamlOf } from './yaml.ts';

/** Where an operation was read, and how sure that is. */
interface Source {
  address: string;
  certainty: 'published' | 'transcribed' | 'inferred';
}

/** The line where a sentence first stood, and the operation and field that it was about, where that was known. */
export type KeptSentence = number | [line: number, about: string];

/** The sentences of a page as hashes, since they are not ours to keep. */
export type LineHashes = Record<string, KeptSentence>;

/** What is vendored of one provider. */
export interface Contract {
  provider: ProviderName;
  /** The files of the document as published, before overlays. */
  parts: Part[];
  /** What they are together, as it is written. */
  yaml: Yaml;
  /** The same, as an object. */
  document: JsonObject;
  overlay: Overlay;
  /** By operation, as `POST /v1/audio/text-to-audio`. */
  sources: Record<string, Source>;
  /** The pages of which responses and callbacks were read, and no operation. */
  others: string[];
  /** The address of the index of its pages, and the addresses that it had. */
  index: { address: string; pages: string[] } | undefined;
  /** The sentences of its reference pages, by address. */
  pages: Record<string, LineHashes>;
}

let contracts: Promise<Contract[]> | undefined;

/** Reads what is vendored of every provider, once: the package does not change while a program runs. */
export function readContracts(): Promise<Contract[]> {
  contracts ??= readAll();
  return contracts;
}

async function readAll(): Promise<Contract[]> {
  const sources: Record<string, Record<string, Source>> = JSON.parse(await read('sources.json'));
  const indexes: Record<string, Contract['index']> = JSON.parse(await read('pages/indexes.json'));
  return Promise.all(
    providerNames.map(async (name) => {
      const [parts, overlay, pages] = await Promise.all([
        readParts(openapi, name),
        readOverlay(openapi, name),
        read(`pages/${name}.json`).catch(() => '{}'),
      ]);
      const yaml = yamlOf(joinParts(parts));
      const document = yaml.value;
      const own = sources[name] ?? {};
      const addresses = new Set(Object.values(own).map(({ address }) => address));
      return {
        provider: name,
        parts,
        yaml,
        document,
        overlay,
        sources: own,
        others: sourcesIn(document).filter((address) => !addresses.has(address)),
        index: indexes[name],
        pages: JSON.parse(pages),
      };
    }),
  );
}

/** The addresses of the pages that webhooks and shared responses were read from. */
function sourcesIn({ webhooks, components }: JsonObject): string[] {
  const parts = [
    ...Object.values(objectOf(webhooks)).flatMap((item) => Object.values(objectOf(item))),
    ...Object.values(objectOf(objectOf(components).responses)),
  ];
  return [...new Set(parts.flatMap((part) => textsOf(objectOf(part)['x-source'])))];
}

/** In the repository three folders up; in the package beside this module. */
const folder = import.meta.url.endsWith('.ts') ? '../../../openapi/' : './openapi/';
const openapi = new URL(folder, import.meta.url);
const read = (path: string) => readFile(new URL(path, openapi), 'utf8');
