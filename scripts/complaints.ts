/** What `npm run generate` does not go on with. Each says which file is wrong and what to do. */
import { readdir } from 'node:fs/promises';
import { type Offer, operations } from '../src/client/operations.ts';
import { dereference, type OpenApiDocument, operationsOf } from '../src/documents/openapi.ts';
import type { Part } from '../src/drift/published/parts.ts';

/** Where a document says how an unknown id of a task is answered, each read of one task has to say so. */
export function findWithoutUnknown(document: OpenApiDocument, parts: readonly Part[]): string[] {
  const reads = operationsOf(document).filter(
    ({ method, path }) => method === 'get' && path.endsWith('/{task_id}'),
  );
  const silent = reads.filter(
    ({ operation }) =>
      !dereference(document, operation.parameters ?? []).some((each) => 'x-unknown' in each),
  );
  if (silent.length === reads.length) return [];
  return silent.map(({ path }) => {
    const file = parts.find(({ text }) => text.includes(`${path}:`))?.path ?? '';
    return `openapi/${file}: GET ${path} has no \`x-unknown\`. Take its id from shared.yaml: \`#/components/parameters/taskId\`, or \`onlyTaskId\` where the page does not name the \`external_task_id\`.`;
  });
}

/** A price by route is for what is no operation yet. */
export function findMovedPrices(others: readonly { route?: string }[]): string[] {
  const named = Object.entries(operations).flatMap(([name, line]) => {
    const { second, ...first }: Offer & { second?: Offer } = line;
    const routes = [first.route, first.presets, first.delete, second?.route];
    return others.flatMap(({ route }) =>
      route && routes.includes(route) ? [{ name, route }] : [],
    );
  });
  return named.map(
    ({ name, route }) =>
      `openapi/prices.yaml: \`others\` has ${route}, which is ${name}. Move it up to \`prices\`, with \`operations: [${name}]\` in place of the route.`,
  );
}

/** Written by `npm run media`. */
const media = 'generated/media.ts';

/** The files in the folders of what is generated that nothing writes any more. */
export async function findStray(root: URL, written: Iterable<string>): Promise<string[]> {
  const known = new Set([...written, media]);
  const folders = ['generated/', 'generated/prism/', 'openapi/corrected/'];
  const all = folders.map(async (folder) => {
    const entries = await readdir(new URL(folder, root), { withFileTypes: true });
    return entries.filter((each) => each.isFile()).map(({ name }) => folder + name);
  });
  return (await Promise.all(all)).flat().filter((path) => !known.has(path));
}
