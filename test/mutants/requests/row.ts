import type { ProviderName } from '../../../src/documents/documents.ts';
import type { ChangeName } from '../changes.ts';
import type { Edit } from '../edit.ts';

/** A change of the body of a create, as a line of a table. */
export type Row = [ProviderName, route: string, ChangeName, field: string, words: string, Edit];

/** Where the fields of a schema are. */
export const p = 'properties.';
