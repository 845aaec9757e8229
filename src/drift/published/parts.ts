/** Documents and overlays are in parts in `openapi/`, a file for each operation: puts them together, and takes them apart. */
import { readdir, readFile } from 'node:fs/promises';
import {
  Document,
  isMap,
  isNode,
  isSeq,
  type Node,
  type Pair,
  parse,
  parseDocument,
  YAMLSeq,
} from 'yaml';
import { operations } from '../../client/operations.ts';
import type { Overlay, OverlayAction } from './overlay.ts';
import { deleteIn, writeYaml } from './yaml.ts';

/** A file of YAML that holds a part of a document or of an overlay. */
export interface Part {
  /** Where it is below `openapi/`, as `klingai/text-to-audio.yaml`. */
  path: string;
  text: string;
}

/** The files in their order: what is shared, the operations as the client has them, and others by name. */
const order = ['shared', ...Object.keys(operations).map(withDashes)].map((name) => `${name}.yaml`);

function withDashes(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

/** Reads the parts of a document, whose folder below `openapi/` is called like the provider, or of an overlay, in their order. */
export async function readParts(openapi: URL, folder: string): Promise<Part[]> {
  const files = (await readdir(new URL(folder, openapi))).filter((file) => file.endsWith('.yaml'));
  const rank = (file: string) => (order.includes(file) ? order.indexOf(file) : order.length);
  const sorted = files.sort().sort((a, b) => rank(a) - rank(b));
  return Promise.all(
    sorted.map(async (file) => {
      const path = `${folder}/${file}`;
      return { path, text: await readFile(new URL(path, openapi), 'utf8') };
    }),
  );
}

/**
 * Reads the corrections to a provider's document; each says where it stands.
 * @throws {Error} a part has none; the message names the file
 */
export async function readOverlay(openapi: URL, provider: string): Promise<Overlay> {
  const parts = await readParts(openapi, `overlays/${provider}`);
  const actions = parts.flatMap(({ path, text }) => {
    const own: OverlayAction[] | undefined = parse(text)?.actions;
    if (!own) throw new Error(`openapi/${path} has no actions`);
    return own.map((action, index) => ({ ...action, at: `${path}#/actions/${index}` }));
  });
  return { actions };
}

/** What stands in one part alone, and the steps to it, or to the list that it is in. */
interface Piece {
  steps: string[];
  node: Node;
  /** What holds it, where that is no list. */
  pair?: Pair;
}

/** How many steps lead to a piece, by the first of them; anywhere else it is one. */
const depths: Record<string, number> = {
  tags: 2,
  paths: 2,
  webhooks: 2,
  components: 3,
  actions: 2,
};

const last = Object.keys(depths);

/** The text of the document that the parts are together. */
export const writeParts = (parts: readonly Part[]): string => writeYaml(joinParts(parts));

/**
 * The document that the parts are together, without comments on what several of them hold.
 * @throws {Error} two parts hold the same, or one is no YAML with fields; the message names the files
 */
export function joinParts(parts: readonly Part[]): Document {
  const document = new Document({});
  const found = new Map<string, string>();
  for (const part of parts) {
    for (const { steps, node, pair } of piecesOf(part)) {
      if (!pair) {
        if (!document.hasIn(steps)) document.setIn(steps, new YAMLSeq());
        document.addIn(steps, node);
        continue;
      }
      const what = steps.join(' ');
      const other = found.get(what);
      if (other) throw new Error(`${what} is in openapi/${other} and in openapi/${part.path}`);
      found.set(what, part.path);
      document.setIn(steps, node);
    }
  }
  // As everybody has them: what the document is about first, and components behind the paths.
  const rank = ({ key }: { key: unknown }) => last.indexOf(String(key));
  if (isMap(document.contents)) document.contents.items.sort((a, b) => rank(a) - rank(b));
  return document;
}

/**
 * The parts with what stands now in the document that they make together: what is new in it goes into the first, and lists
 * stay as they are.
 */
export function splitDocument(parts: readonly Part[], whole: Document): Part[] {
  const pieces = piecesIn(whole, 'the document').filter(({ pair }) => pair);
  const now = new Map(pieces.map((piece) => [piece.steps.join(' '), piece]));
  const updated = parts.map((part) => {
    const document = parseDocument(part.text);
    for (const { steps, pair } of piecesIn(document, part.path)) {
      if (!pair) continue;
      const piece = now.get(steps.join(' '));
      if (piece) pair.value = piece.node;
      else deleteIn(document, steps);
      now.delete(steps.join(' '));
    }
    return { path: part.path, document };
  });
  for (const { steps, node } of now.values()) updated[0]?.document.setIn(steps, node);
  return updated.map(({ path, document }) => ({ path, text: writeYaml(document) }));
}

const piecesOf = ({ path, text }: Part) => piecesIn(parseDocument(text), path);

/** Everything that a part holds. */
function piecesIn(document: Document, path: string): Piece[] {
  const [problem] = document.errors;
  if (problem) throw new Error(`openapi/${path} is not valid YAML: ${problem.message}`);
  const findIn = (node: unknown, steps: string[], pair?: Pair): Piece[] => {
    const [first] = steps;
    const isPiece = first !== undefined && steps.length >= (depths[first] ?? 1);
    if (isPiece && pair && isNode(node)) return [{ steps, node, pair }];
    if (first && isSeq(node))
      return node.items.flatMap((item) => (isNode(item) ? { steps, node: item } : []));
    if (isMap(node))
      return node.items.flatMap((each) => findIn(each.value, [...steps, String(each.key)], each));
    throw new Error(`openapi/${path} has no fields at /${steps.join('/')}`);
  };
  return findIn(document.contents, []);
}
