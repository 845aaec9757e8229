import { readContract } from '../../scripts/contract.ts';
import type { OperationName } from '../../src/client/operations.ts';
import { type ProviderName, providerNames, providersOf } from '../../src/documents/documents.ts';
import { dereference, type OpenApiDocument } from '../../src/documents/openapi.ts';
import { placesOf } from '../../src/documents/places.ts';
import { applyAction } from '../../src/drift/published/overlay.ts';
import type { Mutation } from '../support/fake-provider.ts';
import { type ChangeName, changes } from './changes.ts';
import type { LayoutName } from './layouts.ts';

interface Expected {
  name: string;
  provider: ProviderName;
  /** Says the severity and the right kinds of finding. */
  change: ChangeName;
  /** Where it has to be found: method and path, and the location within. */
  operation: RegExp;
  location: RegExp;
}

/** One change of a published document. */
export interface DocumentMutant extends Expected {
  /** The layout in which it is published. @default 'openapi' */
  layout?: LayoutName;
  isSilent?: boolean | undefined;
  edit(document: OpenApiDocument): void;
}

/** One change of what a provider answers. */
export interface AnswerMutant extends Expected {
  mutation: Mutation;
  /** Whether it is about refusals. */
  isRefused?: boolean | undefined;
  /** Tasks of each operation that the account has. */
  history?: number;
  /** The operations that are checked. @default the first three that make tasks */
  only?: OperationName[];
  /** Tasks that the check may create, where four do not show the change. */
  spend?: number | undefined;
}

export type Mutant = DocumentMutant | AnswerMutant;

/** Providers that a change is about. */
export type Providers = readonly ProviderName[];

/** All whose responses and routes the tables describe: those that have what most rows are about. */
export const everyone: Providers = providersOf('textToAudio');

/** Those whose query reads several tasks at once. */
export const several: Providers = providerNames.filter((each) => placesOf(each).taskIds !== '');

// Kling's own API alone, those that pass on what Kling does, and each of these alone.
export const kling: Providers = ['klingai'];
export const gateways: Providers = everyone.filter((provider) => !kling.includes(provider));
export const cometapi: Providers = ['cometapi'];
export const deerapi: Providers = ['deerapi'];

/** For changes of what DeerAPI documents in another way, or not at all. */
export const allButDeerapi: Providers = [...kling, ...cometapi];

/** What the rows of all tables have. */
export interface Row {
  /** The providers that it is about, when not every one. */
  at?: Providers;
  /** Says in the mutant's name what is changed. */
  what: string;
  /**
   * Whether a rule only vanishes. A page for people that says nothing more about it may say as much elsewhere: its structure
   * shows nothing, and its sentences have tests of their own.
   */
  isSilent?: boolean;
}

/** A row about one field. */
export interface FieldRow extends Row {
  /** Where the field is, such as `data.videos.*.url`. */
  field: string;
  /** Other names, or patterns, that the finding may have in place of the field's name. */
  or?: string[];
}

/** Changes of one part of the contract as rows, each under the kind of change that it is. */
export type Changes<R> = { readonly [Name in ChangeName]?: readonly R[] };

/** Lists the mutants: of each row one for each of these providers, unless the row says which ones it is about. */
export function expand<R extends Row>(rows: Changes<R>, at = everyone) {
  const names = Object.keys(changes) as ChangeName[];
  return names.flatMap((change) =>
    (rows[change] ?? []).flatMap((row) =>
      (row.at ?? at).map((provider) => ({ provider, change, row })),
    ),
  );
}

/** Changes of the same thing, such as an operation. */
export interface Section<On, R> {
  on: On;
  at?: Providers;
  changes: Changes<R>;
}

/** Lists the mutants of all sections. */
export function expandAll<On, R extends Row>(sections: Section<On, R>[]) {
  return sections.flatMap(({ on, at, changes }) =>
    expand(changes, at).map((each) => ({ on, ...each })),
  );
}

/** A pattern for locations that name a field, whatever stands around it. */
export const naming = (...fields: string[]): RegExp =>
  new RegExp(`(^|[^\\w-])(${fields.join('|')})($|[^\\w-])`);

/** The name of a row's field, and the others that a finding may have in its place. */
export const namesOf = ({ field, or = [] }: FieldRow) => [field.split('.').at(-1) ?? '', ...or];

/** A pattern for this text and nothing else. */
export const exactly = (text: string): RegExp =>
  new RegExp(`^${text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')}$`);

/** A pattern for anything. */
export const anywhere = /(?:)/;

const contracts = new Map(
  await Promise.all(providerNames.map(async (name) => [name, await readContract(name)] as const)),
);

function contractOf(provider: ProviderName) {
  const contract = contracts.get(provider);
  if (!contract) throw new TypeError(`there is no ${provider}`);
  return contract;
}

/** What a provider publishes, without our overlays. */
export const readPublished = (provider: ProviderName): OpenApiDocument =>
  structuredClone(contractOf(provider).document);

/** Follows all references, and lets nothing be in two places: a change in one of them must stay there. */
const writeOut = (document: OpenApiDocument): OpenApiDocument =>
  JSON.parse(JSON.stringify(dereference(document, document)));

const documents = providerNames.map((provider) => [provider, writeOut(readPublished(provider))]);

/** The same of each, references followed, so that what operations share can be changed in one of them. */
export const published = Object.fromEntries(documents) as Record<ProviderName, OpenApiDocument>;

/**
 * A pattern for the actions of a provider's overlay that name a field. What is adopted or unused is an action of ours, so
 * the finding stands there and not in the provider's document.
 */
export function actionsNaming(provider: ProviderName, field: RegExp): RegExp {
  const found = contractOf(provider).overlay.actions.flatMap(({ at = '', ...action }) =>
    field.test(JSON.stringify(action)) ? at : [],
  );
  return new RegExp(`^(${found.join('|')})$`);
}

/** What each publishes, with those of our corrections that are as certain: where somebody says it, and we did not conclude it. */
export const certain = Object.fromEntries(
  providerNames.map((provider) => {
    const document = readPublished(provider);
    for (const action of contractOf(provider).overlay.actions)
      if (action['x-certainty'] !== 'inferred') applyAction(document, action);
    return [provider, writeOut(document)];
  }),
) as Record<ProviderName, OpenApiDocument>;
