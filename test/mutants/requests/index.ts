import { providers } from '../../../src/documents/documents.ts';
import type { Node } from '../edit.ts';
import { actionsNaming, type DocumentMutant, exactly, naming } from '../mutant.ts';
import { fieldRows } from './fields.ts';
import { limitRows } from './limits.ts';
import { overlayRows } from './overlays.ts';
import type { Row } from './row.ts';
import { typeRows } from './types.ts';
import { valueRows } from './values.ts';

const rows: Row[] = [...fieldRows, ...typeRows, ...limitRows, ...valueRows, ...overlayRows];

/** Mutants of what is published on requests. */
export const requestMutants: DocumentMutant[] = rows.map(
  ([provider, route, change, field, words, edit]) => ({
    name: `${provider} POST ${route}, ${field}: ${words}`,
    provider,
    change,
    operation: change.startsWith('overlay')
      ? new RegExp(`^$|^POST .*${route}$`)
      : exactly(`POST ${providers[provider].prefix}${route}`),
    location: change.startsWith('overlay') ? actionsNaming(provider, naming(field)) : naming(field),
    edit: (document) => {
      const paths = document.paths as Record<string, Record<string, Node>>;
      const operation = paths[providers[provider].prefix + route]?.post as {
        requestBody: { content: Record<string, { schema: Node }> };
      };
      const media = operation.requestBody.content['application/json'];
      if (media) edit(media.schema);
    },
  }),
);
