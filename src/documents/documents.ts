import cometapi from '../../openapi/corrected/cometapi.json' with { type: 'json' };
import deerapi from '../../openapi/corrected/deerapi.json' with { type: 'json' };
import klingai from '../../openapi/corrected/klingai.json' with { type: 'json' };
import {
  cometapi as comet,
  deerapi as deer,
  klingai as kling,
  type OperationName,
  operations,
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

/** What people look for operations under, by a part of their routes. */
const groups = new Map([
  ['videos', 'Videos'],
  ['images', 'Images'],
  ['audio', 'Sounds'],
  ['general', 'Kept for later tasks'],
  ['account', 'Account'],
]);

const others = 'Others';

/** The titles of all groups, in the order that people are shown. */
export const groupNames = [...groups.values(), others];

/** The title under which people look for an operation: `Videos`. */
export const groupOf = (name: OperationName): string =>
  operations[name].route.split('/').flatMap((part) => groups.get(part) ?? [])[0] ?? others;

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
