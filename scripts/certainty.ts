/** How certain everything in the documents is, as tables for the docs. */
import { type OperationName, operations } from '../src/client/operations.ts';
import { type DocumentedOperation, documentedOperations } from '../src/contract/documented.ts';
import {
  offerOf,
  type ProviderName,
  providerNames,
  providersOf,
} from '../src/documents/documents.ts';
import { isObject, type JsonObject, objectOf } from '../src/documents/json.ts';
import { applyOverlay, readContract } from './contract.ts';
import { toTable } from './markers.ts';

/** What an operation is known by: its create, or its only request. */
const isMain = ({ action }: DocumentedOperation) => action === 'create' || action === 'call';

/** A certainty, with the page that it rests on and the day on which that was read. */
function linkOf({ operation }: DocumentedOperation): string {
  const { 'x-certainty': certainty, 'x-source': source, 'x-read': read } = operation;
  return `[${certainty}](${source} "read on ${read}")`;
}

/** How certain an operation is at a provider, and what of it is otherwise certain. */
function cellOf(provider: ProviderName, name: OperationName): string {
  const all = documentedOperations(provider).filter((each) => each.name === name);
  const main = all.find(isMain);
  if (!main) return '–';
  const { 'x-certainty': certainty, 'x-served': served } = main.operation;
  const others = all.filter(({ operation }) => operation['x-certainty'] !== certainty);
  const notes = others.map((each) => `${each.action} ${linkOf(each)}`);
  if (served) {
    notes.push(`**${served.isContested ? 'perhaps not' : 'not'} served since ${served.until}**`);
  }
  const { route } = offerOf(provider, name) ?? operations[name];
  const own = main.model === undefined ? route : `${route}/{model}`;
  const place = own === operations[name].route ? '' : `\`${own}\` `;
  return place + [linkOf(main), ...notes].join(', ');
}

/** Renders how certain each operation is at each provider. */
export function renderOperations(): string {
  const names = Object.keys(operations) as OperationName[];
  const rows = names.map((name) => [
    `\`${name}\``,
    `\`${operations[name].route}\``,
    ...providerNames.map((provider) => cellOf(provider, name)),
  ]);
  return toTable(['operation', 'route', ...providerNames], rows);
}

/** Renders the routes of the documents that the client has no name for. */
export function renderOtherRoutes(): string {
  const rows = providerNames.flatMap((provider) =>
    documentedOperations(provider)
      .filter(({ name }) => name === undefined)
      .map((each) => [provider, `\`${each.key}\``, linkOf(each)]),
  );
  return toTable(['provider', 'route', 'certainty'], rows);
}

/** What says how certain it is, and where that stands. */
interface Claim {
  steps: string[];
  node: JsonObject;
}

/** Every place below a node that says how certain it is. */
function claimsIn(node: unknown, steps: string[] = []): Claim[] {
  if (typeof node !== 'object' || node === null) return [];
  const own = isObject(node) && 'x-certainty' in node ? [{ steps, node }] : [];
  const children = Object.entries(node);
  return [...own, ...children.flatMap(([key, child]) => claimsIn(child, [...steps, key]))];
}

/** Steps that every address in a document has. */
const usualSteps =
  /^(paths|components|schemas|requestBody|content|application\/json|schema|properties|x-unknown|\d)$/;

/** What is less or otherwise certain than the operation around it: parts of the document, and our corrections. */
async function claimsOf(provider: ProviderName): Promise<Claim[]> {
  const { document, overlay } = await readContract(provider);
  // The table of operations has those of whole operations.
  const inDocument = claimsIn(await applyOverlay(document, overlay)).filter(
    ({ steps }) => steps[0] !== 'paths' || steps.length > 3,
  );
  const corrections = overlay.actions.flatMap((node): Claim[] => {
    const target = node.target.match(/(?<=\[')[^']+|(?<=\.)\w+|\*/g) ?? [];
    // A correction of all schemas adds some: their names say more.
    const isGeneral = target.every((each) => usualSteps.test(each));
    const steps = isGeneral ? Object.keys(objectOf(node.update)) : target;
    return 'x-certainty' in node ? [{ steps, node: { ...node } }] : [];
  });
  return [...inDocument, ...corrections];
}

/** Renders those of each provider as a table that opens. */
export async function renderDiffering(): Promise<string> {
  const tables = providerNames.map(async (provider) => {
    const rows = new Map<string, { cells: string[]; places: string[] }>();
    for (const { steps, node } of await claimsOf(provider)) {
      const place = steps.filter((each) => !usualSteps.test(each)).join(' ');
      const source = String(node['x-source'] ?? '');
      const said = [
        URL.canParse(source) ? `[${new URL(source).host}](${source})` : source,
        node['x-observed'] ?? node['x-read'],
      ];
      const what = String(node.description ?? node.summary ?? '').trim();
      const cells = [String(node['x-certainty']), what, said.filter(Boolean).join(', ')];
      const row = rows.get(cells.join('|')) ?? { cells, places: [] };
      row.places.push(`\`${place}\``);
      rows.set(cells.join('|'), row);
    }
    const table = toTable(
      ['certainty', 'what', 'source', 'where'],
      [...rows.values()].map(({ cells, places }) => [...cells, places.join('<br>')]),
    );
    return fold(`${provider} (${rows.size})`, table);
  });
  return (await Promise.all(tables)).join('\n\n');
}

/**
 * The tables of the matrix, those of each operation in a part that opens. An operation that only one provider has is compared
 * with nothing.
 */
export function foldMatrix(matrix: string): string {
  const [all = '', ...tables] = matrix.trim().split('\n\n');
  const byOperations = new Map<string, string[]>();
  for (const table of tables) {
    const [, title = ''] = /^\| ([^|]*) \|/.exec(table) ?? [];
    const names = [...new Set(title.split(', ').map((each) => each.split(':')[0] ?? ''))];
    if (names.every((name) => providersOf(name as OperationName).length < 2)) continue;
    byOperations.set(names.join(', '), [...(byOperations.get(names.join(', ')) ?? []), table]);
  }
  const folded = [...byOperations].map(([names, own]) => fold(names, own.join('\n\n')));
  return [all, ...folded].join('\n\n');
}

const fold = (title: string, inside: string) =>
  `<details>\n<summary>${title}</summary>\n\n${inside}\n\n</details>`;
