/**
 * Writes `generated/`, `openapi/corrected/` and `openapi/sources.json` from the documents and overlays in `openapi/`.
 * With `--check` it writes nothing and exits 1 when what is committed is stale. What it no longer writes is deleted.
 */
import { execFile } from 'node:child_process';
import { copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
// Not from the package itself, which would load the makers of answers, too.
import { getHttpOperationsFromSpec } from '@stoplight/prism-http/dist/utils/operations.js';
import { stringify } from 'yaml';
import { type Offer, type OperationName, operations } from '../src/client/operations.ts';
import { isObject } from '../src/documents/json.ts';
import {
  dereference,
  type OpenApiDocument,
  operationsOf,
  resolve,
  type Schema,
  withBranches,
} from '../src/documents/openapi.ts';
import type { Overlay } from '../src/drift/published/overlay.ts';
import { findMovedPrices, findStray, findWithoutUnknown } from './complaints.ts';
import { applyOverlay, fingerprint, providerNames, readContract } from './contract.ts';
import { modelsIn, priceList, pricesText } from './models.ts';
import { typesOf } from './named-types.ts';

const root = new URL('../', import.meta.url);
const banner = (what: string) => `/** ${what} Made by scripts/generate.ts; do not edit. */\n`;

/** The lines of the table of operations that each provider has, so that a bundle holds those of its provider only. */
function offersOf(documents: Map<string, OpenApiDocument>): string {
  const tables = [...documents].map(([provider, document]) => {
    const rows = offeredPaths(document).map(({ name, line, paths: [path = ''] }) => {
      const get = document.paths[path]?.get !== undefined;
      const one = document.paths[`${path}/{task_id}`]?.get;
      const onlyById = dereference(document, one?.parameters ?? []).some(
        (each) => 'x-only-by-id' in each,
      );
      return `${name}: ${JSON.stringify({ ...line, ...(get && { get }), ...(onlyById && { onlyById }) })}`;
    });
    return `export const ${provider} = { ${rows.join(',')} };\n`;
  });
  return banner('The operations of every provider.') + tables.join('\n');
}

/** An operation that a document has: its line in the table for that generation, and its path, or one for each model. */
interface OfferedPaths {
  name: OperationName;
  line: Offer;
  paths: string[];
}

function offeredPaths(document: OpenApiDocument): OfferedPaths[] {
  const all = Object.keys(document.paths);
  return (Object.keys(operations) as OperationName[]).flatMap((name): OfferedPaths[] => {
    const { second, ...first }: Offer & { second?: Offer } = operations[name];
    const path = all.find((each) => each.endsWith(first.route));
    if (path !== undefined) return [{ name, line: first, paths: [path] }];
    const { route = '' } = second ?? {};
    const paths = all.filter((each) => route && (each === route || each.startsWith(`${route}/`)));
    return second && paths.length ? [{ name, line: second, paths }] : [];
  });
}

/** The fields that may stand inside a value, by all the schemas that say something about it. */
function fieldsOf(schemas: Schema[]): unknown {
  const parts = schemas.flatMap(withBranches);
  if (parts.some((part) => 'additionalProperties' in part && part.additionalProperties))
    return 'any';
  const items = parts.flatMap((part) => part.items ?? []);
  if (items.length) return [fieldsOf(items)];
  const fields = parts.flatMap(({ properties = {} }) => Object.entries(properties));
  if (!fields.length) return 'value';
  const names = [...new Set(fields.map(([name]) => name))];
  const schemasOf = (name: string) =>
    fields.flatMap(([each, field]) => (each === name && typeof field !== 'boolean' ? field : []));
  return Object.fromEntries(names.map((name) => [name, fieldsOf(schemasOf(name))]));
}

/** What a proxy lets through, and a client where the provider would ignore the rest: per provider and path, the fields of what is posted and the parameters of what is asked for. */
function fieldTableOf(documents: Map<string, OpenApiDocument>): string {
  const tables = [...documents].map(([provider, document]) => {
    const rows = Object.entries(dereference(document, document.paths)).flatMap(([path, item]) => {
      const body = item.post?.requestBody?.content['application/json']?.schema;
      const POST = body && fieldsOf([body]);
      const GET = item.get?.parameters?.flatMap((each) =>
        'name' in each && each.in === 'query' ? each.name : [],
      );
      // What has an id in its path is the task of another row.
      return path.includes('{') ? [] : [[path, { POST, GET }]];
    });
    return `export const ${provider}: FieldTable = ${JSON.stringify(Object.fromEntries(rows))};\n`;
  });
  return `${banner('The fields of every body and the parameters of every query.')}
/** What may stand in a field: no object and no list; anything; an object with these fields; a list of such. */
export type Field = 'value' | 'any' | { readonly [name: string]: Field } | readonly [Field];

/** By path. */
export type FieldTable = Record<string, { POST?: Field; GET?: string[] }>;

${tables.join('\n')}
/** By provider. */
export const fields: Record<string, FieldTable> = { ${[...documents.keys()].join(', ')} };
`;
}

/** The limits of files: per provider, of each field of an operation that takes one. */
function mediaLimitsOf(documents: Map<string, OpenApiDocument>): string {
  const tables = [...documents].map(([provider, document]) => {
    const rows = offeredPaths(document).flatMap(({ name, paths }) =>
      paths.flatMap((path) => {
        const body = document.paths[path]?.post?.requestBody?.content['application/json']?.schema;
        return body ? mediaFieldsIn(dereference(document, body), name) : [];
      }),
    );
    // Of branches that differ, the first counts: it is the first that the page shows.
    return [provider, Object.fromEntries([...new Map(rows.reverse())].reverse())];
  });
  return `${banner('The limits of the files that fields take, as the documents say them in `x-media`.')}
/** What a file has to be like. Sides are in pixels, the ratio is width by height. */
interface MediaLimits {
  kind: 'image' | 'audio' | 'video';
  formats?: string[];
  minBytes?: number;
  maxBytes?: number;
  minSide?: number;
  maxSide?: number;
  ratio?: [number, number];
  seconds?: [number, number];
  takes: ('url' | 'base64')[];
}

/** By provider and field, such as \`imageToVideo.image\`; those of a list have no index. */
export const mediaLimits = ${JSON.stringify(Object.fromEntries(tables))} satisfies Record<string, Record<string, MediaLimits>>;
`;
}

/** The fields below a place that take files, each with its limits. */
function mediaFieldsIn(schema: Schema, place: string): [string, unknown][] {
  return withBranches(schema).flatMap(({ properties = {}, items, 'x-media': limits }) => [
    ...(limits ? [[place, limits] as [string, unknown]] : []),
    ...(items ? mediaFieldsIn(items, place) : []),
    ...Object.entries(properties).flatMap(([name, field]) =>
      typeof field === 'boolean' ? [] : mediaFieldsIn(field, `${place}.${name}`),
    ),
  ]);
}

/** What the client warns of: per provider and path, the models that are served no more, and what is used without one. */
function retiredOf(documents: Map<string, OpenApiDocument>): string {
  const tables = [...documents].map(([provider, document]) => {
    const rows = Object.entries(document.paths).flatMap(([path, { post }]) => {
      const schema = post?.requestBody?.content['application/json']?.schema;
      const model = resolve(document, schema?.properties?.model_name);
      const since = isObject(model) && model['x-retired'];
      if (!isObject(model) || !isObject(since)) return [];
      const { default: without, enum: all = [] } = model as Schema;
      const served = all.filter((each) => !(String(each) in since)).join(', ');
      return [[path, { since, without, served }]];
    });
    return `export const ${provider} = ${JSON.stringify(Object.fromEntries(rows))};\n`;
  });
  return banner('Models that are served no more.') + tables.join('\n');
}

/** The operations that a document has, with the route of each, and with what editors show of it. */
function offeredIn(document: OpenApiDocument): string {
  const rows = offeredPaths(document).map(({ name, line, paths }) => {
    const [path = ''] = paths;
    const { post, get } = document.paths[path] ?? {};
    // Where the model is a part of the path, all of them by their models.
    const modelOf = (each: string) => each.slice(line.route.length + 1);
    const byModel = Object.fromEntries(paths.map((each) => [modelOf(each), each]));
    const type = line.tasks === undefined ? JSON.stringify(path) : JSON.stringify(byModel);
    return `/** ${(post ?? get)?.summary}. */ ${name}: ${type};`;
  });
  return `/** The operations of the client, with their paths. */export interface offered { ${rows.join('\n')} }\n\n/** All that the client's types are made from. */export interface contract { paths: paths; offered: offered }\n`;
}

/** What was put right in each document, and why. */
function correctionsOf(overlays: Map<string, Overlay>): string {
  const rows = [...overlays].map(([provider, { actions }]) => [
    provider,
    actions.map(({ target, description = '' }) => ({ target, description })),
  ]);
  const type = 'Record<string, readonly { target: string; description: string }[]>';
  const text = JSON.stringify(Object.fromEntries(rows));
  return `${banner('The corrections to each document.')}export const overlays: ${type} = ${text};\n`;
}

/** What Prism makes of a document, as far as it judges requests by it: this takes far longer than to judge one. */
async function prismOperationsOf(document: OpenApiDocument): Promise<string> {
  // A copy, because Prism resolves references in place.
  const all = await getHttpOperationsFromSpec(structuredClone(document));
  const rows = all.map(({ path, method, security, request = {}, responses }) => {
    const codes = responses.map(({ code }) => ({ code }));
    // It would look for what no rule is about, too.
    const parts = Object.entries(request).filter(([, part]) => isObject(part) || part.length > 0);
    return { path, method, security, request: Object.fromEntries(parts), responses: codes };
  });
  return `${banner('The operations of a document, as Prism reads them.')}export const operations: object[] = ${JSON.stringify(rows)};\n`;
}

/** Where each operation was read, and a fingerprint of its structure as it was read. */
function sourcesOf(bases: Map<string, OpenApiDocument>): string {
  const sources = [...bases].map(([provider, document]) => {
    const rows = operationsOf(document).map(({ operation, method, path }) => [
      `${method.toUpperCase()} ${path}`,
      {
        address: operation['x-source'],
        read: operation['x-read'],
        certainty: operation['x-certainty'],
        fingerprint: fingerprint(document, operation),
      },
    ]);
    return [provider, Object.fromEntries(rows)];
  });
  return JSON.stringify(Object.fromEntries(sources));
}

/** Formats files as those of the repository are, all of them in one run of Biome: its start takes longer than the rest. */
async function formatAll(files: Map<string, string>): Promise<Map<string, string>> {
  // Biome has no YAML.
  const paths = [...files.keys()].filter((path) => !path.endsWith('.yaml'));
  const folder = await mkdtemp(join(tmpdir(), 'kling-generate-'));
  try {
    await copyFile(new URL('biome.json', root), join(folder, 'biome.json'));
    for (const path of paths) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), files.get(path) ?? '');
    }
    const biome = fileURLToPath(new URL('node_modules/@biomejs/biome/bin/biome', root));
    await promisify(execFile)(process.execPath, [biome, 'format', '--write', '.'], { cwd: folder });
    const formatted = new Map(files);
    for (const path of paths) formatted.set(path, await readFile(join(folder, path), 'utf8'));
    return formatted;
  } finally {
    await rm(folder, { recursive: true });
  }
}

const bases = new Map<string, OpenApiDocument>();
const documents = new Map<string, OpenApiDocument>();
const overlays = new Map<string, Overlay>();
const complaints = findMovedPrices(priceList.others);
for (const provider of await providerNames()) {
  const { document, parts, overlay } = await readContract(provider);
  bases.set(provider, document);
  overlays.set(provider, overlay);
  const corrected = await applyOverlay(document, overlay);
  documents.set(provider, corrected);
  complaints.push(...findWithoutUnknown(corrected, parts));
}
if (complaints.length) {
  console.error(complaints.join('\n'));
  process.exit(1);
}

const files = new Map<string, string>();
for (const [provider, document] of documents) {
  const types = await typesOf(document);
  files.set(
    `generated/${provider}.ts`,
    banner('The types of one provider’s document.') + types + offeredIn(document),
  );
}
for (const [provider, document] of documents) {
  const yaml = stringify(document, {
    // Parsers of YAML 1.1 would take `on` for a boolean, 16:9 for a number and a day for a date.
    compat: 'yaml-1.1',
    aliasDuplicateObjects: false,
    lineWidth: 0,
  });
  files.set(`openapi/corrected/${provider}.json`, JSON.stringify(document));
  files.set(
    `openapi/corrected/${provider}.yaml`,
    `# Made by scripts/generate.ts from openapi/${provider}/ and openapi/overlays/${provider}/; do not edit.\n${yaml}`,
  );
}
files.set('generated/offers.ts', offersOf(documents));
files.set('generated/fields.ts', fieldTableOf(documents));
files.set('generated/media-limits.ts', mediaLimitsOf(documents));
files.set('generated/retired.ts', retiredOf(documents));
for (const [provider, document] of documents)
  files.set(`generated/prism/${provider}.ts`, await prismOperationsOf(document));
// The facts are about Kling's models, however they are reached.
files.set('generated/models.ts', modelsIn([...documents.values()]));
files.set('generated/prices.ts', pricesText);
files.set('generated/overlays.ts', correctionsOf(overlays));
files.set('openapi/sources.json', sourcesOf(bases));

const isCheck = process.argv.includes('--check');
const stale: string[] = [];
for (const folder of ['generated/prism/', 'openapi/corrected/'])
  await mkdir(new URL(folder, root), { recursive: true });
for (const [path, text] of await formatAll(files)) {
  const committed = await readFile(new URL(path, root), 'utf8').catch(() => '');
  if (committed === text) continue;
  stale.push(path);
  if (!isCheck) await writeFile(new URL(path, root), text);
}
const stray = await findStray(root, files.keys());
if (!isCheck) for (const path of stray) await rm(new URL(path, root));

const said = [
  ...(stale.length ? [`${isCheck ? 'stale:' : 'wrote'} ${stale.join(', ')}`] : []),
  ...(stray.length ? [`${isCheck ? 'no longer written:' : 'deleted'} ${stray.join(', ')}`] : []),
].join('; ');
if (!isCheck) console.log(said || 'everything is up to date');
else if (said) {
  console.error(`${said}. Run \`npm run generate\` and commit what it writes and deletes.`);
  process.exitCode = 1;
}
