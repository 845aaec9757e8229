import { providers } from '../../../src/documents/documents.ts';
import type { Node } from '../edit.ts';
import { actionsNaming, anywhere, type DocumentMutant, exactly } from '../mutant.ts';
import { createRows } from './creates.ts';
import { parameterRows } from './parameters.ts';
import { queryRows } from './queries.ts';
import { routeRows } from './routes.ts';
import type { Row } from './row.ts';
import { whole, wholeRows } from './whole.ts';

const rows: Row[] = [...routeRows, ...parameterRows, ...createRows, ...queryRows, ...wholeRows];

/** Mutants of what is published on operations and their answers. */
export const operationMutants: DocumentMutant[] = rows.map(
  ([provider, operation, change, location, words, edit]) => {
    const [method = '', route = ''] = operation.split(' ');
    const path = providers[provider].prefix + route;
    const field = /\((\w+)/.exec(location.source)?.[1];
    return {
      name: `${provider} ${operation || 'all'}, ${field ?? change}: ${words}`,
      provider,
      change,
      location: change.startsWith('overlay') ? actionsNaming(provider, location) : location,
      operation:
        change === 'operation added'
          ? exactly(`DELETE ${path}`)
          : !operation || change.startsWith('overlay')
            ? anywhere
            : exactly(`${method} ${path}`),
      edit: (document) => {
        const paths = document.paths as Record<string, Node>;
        const item = paths[path];
        if (item) edit(item, paths);
        else whole[change]?.(document);
      },
    };
  },
);
