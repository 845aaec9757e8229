import cometapi from '../../openapi/corrected/cometapi.json' with { type: 'json' };
import deerapi from '../../openapi/corrected/deerapi.json' with { type: 'json' };
import klingai from '../../openapi/corrected/klingai.json' with { type: 'json' };
import {
  cometapi as comet,
  deerapi as deer,
  klingai as kling,
  type OperationName,
  operations,
  type Provider,
} from '../index.ts';
import { dereference, type OpenApiDocument, type Schema } from './openapi.ts';

/** Every provider by its name, Kling's own API first. */
export const providers: {
  klingai: typeof kling;
  cometapi: typeof comet;
  deerapi: typeof deer;
} = { klingai: kling, cometapi: comet, deerapi: deer };

/** `klingai`, `cometapi` or `deerapi`. */
export type ProviderName = keyof typeof providers;

const corrected: Record<ProviderName, object> = { klingai, cometapi, deerapi };

/** The providers' documents, overlays applied. That they have this form is checked by a test. */
export const documents = corrected as Record<ProviderName, OpenApiDocument>;

/** The names alone. */
export const providerNames = Object.keys(providers) as ProviderName[];

/** The providers that have an operation. */
export const providersOf = (operation: OperationName): ProviderName[] =>
  providerNames.filter((name) => operation in providers[name].offers);

/**
 * What it proves whether a task of an operation is found by its external id; `nothing`, too, where the page of the operation names
 * the task's own id alone.
 */
export function lookupProves(
  provider: ProviderName,
  operation: OperationName,
): 'absence' | 'presence' | 'nothing' {
  const { offers, lookupProves: proves }: Provider = providers[provider];
  return offers[operation]?.onlyById ? 'nothing' : proves;
}

/** The path of an operation in its provider's document. */
export function pathOf(provider: ProviderName, name: OperationName): string {
  return providers[provider].prefix + operations[name].route;
}

/** What a provider takes as the body of a create. */
export function inputSchema(provider: ProviderName, name: OperationName): Schema {
  const body = documents[provider].paths[pathOf(provider, name)]?.post?.requestBody;
  const schema = body?.content['application/json']?.schema;
  if (!schema) throw new TypeError(`${provider} has no ${name}`);
  return dereference(documents[provider], schema);
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
