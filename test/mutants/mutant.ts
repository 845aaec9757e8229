import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { ProviderName } from '../../src/documents/documents.ts';
import type { Mutation } from '../support/fake-provider.ts';
import type { ChangeName } from './changes.ts';
import type { Edit } from './edit.ts';

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
  edit: Edit;
}

/** One change of what a provider answers. */
export interface AnswerMutant extends Expected {
  mutation: Mutation;
  /** Tasks of each operation that the account has. */
  history?: number;
  /** Tasks that the check may create, where four do not show the change. */
  spend?: number | undefined;
}

export type Mutant = DocumentMutant | AnswerMutant;

/** A pattern for locations that name a field, whatever stands around it. */
export const naming = (...fields: string[]): RegExp =>
  new RegExp(`(^|[^\\w-])(${fields.join('|')})($|[^\\w-])`);

/** A pattern for this text and nothing else. */
export const exactly = (text: string): RegExp =>
  new RegExp(`^${text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')}$`);

/** A pattern for anything. */
export const anywhere = /(?:)/;

/**
 * A pattern for the actions of a provider's overlay that name a field. Corrected after the first run: what is adopted or
 * unused is an action of ours, so the finding stands there and not in the provider's document.
 */
export function actionsNaming(provider: ProviderName, fields: RegExp): RegExp {
  const file = new URL(`../../openapi/overlays/${provider}.yaml`, import.meta.url);
  const { actions } = parse(readFileSync(file, 'utf8')) as { actions: object[] };
  const places = actions.flatMap((action, index) =>
    fields.test(JSON.stringify(action)) ? index : [],
  );
  return new RegExp(`overlays/${provider}\\.yaml#/actions/(${places.join('|')})$`);
}
