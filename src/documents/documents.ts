import cometapi from '../../openapi/corrected/cometapi.json' with { type: 'json' };
import deerapi from '../../openapi/corrected/deerapi.json' with { type: 'json' };
import klingai from '../../openapi/corrected/klingai.json' with { type: 'json' };
import klingai2 from '../../openapi/corrected/klingai2.json' with { type: 'json' };
import type { Offer } from '../client/operations.ts';
import {
  cometapi as comet,
  deerapi as deer,
  klingai as kling,
  klingai2 as kling2,
  type OperationName,
  operations,
} from '../index.ts';
import { dereference, type OpenApiDocument, type Schema, widestOf } from './openapi.ts';

/** Every provider by its name, Kling's own API first. */
export const providers: {
  klingai: typeof kling;
  klingai2: typeof kling2;
  cometapi: typeof comet;
  deerapi: typeof deer;
} = { klingai: kling, klingai2: kling2, cometapi: comet, deerapi: deer };

/** `klingai`, `klingai2`, `cometapi` or `deerapi`. */
export type ProviderName = keyof typeof providers;

const corrected: Record<ProviderName, object> = { klingai, klingai2, cometapi, deerapi };

/** The providers' documents, overlays applied. That they have this form is checked by a test. */
export const documents = corrected as Record<ProviderName, OpenApiDocument>;

/** The names alone. */
export const providerNames = Object.keys(providers) as ProviderName[];

/** The providers that have an operation. */
export const providersOf = (operation: OperationName): ProviderName[] =>
  providerNames.filter((name) => operation in providers[name].offers);

/** An operation's line in the table, as a provider has it; undefined where it has no such operation. */
export const offerOf = (provider: ProviderName, name: OperationName): Offer | undefined =>
  providers[provider].offers[name];

/** The paths that an operation is created at: one under an empty name, or one for each model, by the name of the model. */
export function pathsOf(provider: ProviderName, name: OperationName): Map<string, string> {
  const { offers, prefix } = providers[provider];
  const own = prefix + (offers[name]?.route ?? operations[name].route);
  const { paths } = documents[provider];
  if (own in paths) return new Map([['', own]]);
  const all = Object.keys(paths).filter((path) => path.startsWith(`${own}/`) && paths[path]?.post);
  return new Map(all.map((path) => [path.slice(own.length + 1), path]));
}

/**
 * What it proves whether a task of an operation is found by its external id; `nothing`, too, where the page of the operation names
 * the task's own id alone.
 */
export function lookupProves(
  provider: ProviderName,
  operation: OperationName,
): 'absence' | 'presence' | 'nothing' {
  return offerOf(provider, operation)?.onlyById ? 'nothing' : providers[provider].lookupProves;
}

/** The path of an operation in its provider's document; where each model has its own, that of the first. */
export function pathOf(provider: ProviderName, name: OperationName): string {
  const [[, path = ''] = []] = pathsOf(provider, name);
  return path || providers[provider].prefix + operations[name].route;
}

/** The path and the body of the request that an input of an operation makes. */
export function requestOf(
  provider: ProviderName,
  name: OperationName,
  input: Readonly<Record<string, unknown>>,
): { path: string; body: Record<string, unknown> } {
  const paths = pathsOf(provider, name);
  const { model, ...body } = input;
  const path = paths.get('') ?? paths.get(String(model));
  return path === undefined || paths.has('')
    ? { path: path ?? pathOf(provider, name), body: { ...input } }
    : { path, body };
}

/**
 * What a provider takes as the input of a create. Where the model is a part of the path, it stands in `model`: then this is what
 * `model` takes alone, or without one all that any model takes, with a branch for each.
 */
export function inputSchema(provider: ProviderName, name: OperationName, model?: string): Schema {
  const bodies = [...pathsOf(provider, name)].flatMap(([each, path]): [string, Schema][] => {
    const body = documents[provider].paths[path]?.post?.requestBody;
    const schema = body?.content['application/json']?.schema;
    return schema ? [[each, dereference(documents[provider], schema)]] : [];
  });
  const [[first, schema] = []] = bodies;
  if (!schema) throw new TypeError(`${provider} has no ${name}`);
  if (first === '') return schema;
  const branches = bodies.map(([each, body]) => withModel(body, [each]));
  const one = branches.find(({ title }) => title === model);
  const widest = withModel(
    widestOf(bodies.map(([, body]) => body)),
    bodies.map(([each]) => each),
  );
  return one ?? { ...widest, oneOf: branches };
}

/** A body with the models whose paths take it. */
function withModel({ required = [], properties, ...schema }: Schema, models: string[]): Schema {
  const model = { type: 'string', enum: models, description: 'The model that makes it.' };
  return {
    ...schema,
    ...(models.length === 1 && { title: models[0] }),
    required: ['model', ...required],
    properties: { model, ...properties },
  };
}

/** The headings of operations, by what they make or, where that is answered at once, by their route. */
const headings: Record<string, string> = {
  videos: 'Videos',
  images: 'Images',
  audios: 'Sounds',
  audio: 'Sounds',
  kept: 'Kept',
  account: 'Account',
};

/** The heading that an operation stands under, where all of them are listed: `Videos`, `Kept`. */
export function groupOf(operation: OperationName): string {
  const { route, result, ...kept } = operations[operation];
  const [place = ''] = route
    .replace(/^\/v\d+/, '')
    .split('/')
    .filter(Boolean);
  const key = 'presets' in kept ? 'kept' : result || place;
  return headings[key] ?? key;
}

/** Those headings in their order. */
export const groups: readonly string[] = [
  ...new Set([
    ...Object.values(headings),
    ...(Object.keys(operations) as OperationName[]).map(groupOf),
  ]),
];
