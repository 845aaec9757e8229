/** Compares the error codes of a provider with a page that lists them. */
import { type JsonObject, join, objectOf, valueAt } from '../../documents/json.ts';
import type { Difference, Located } from './difference.ts';
import { operationsIn } from './operations.ts';

/** An error code, with the status that it comes with and where that stands. */
interface Code {
  status: string;
  at: string;
}

/** The codes of a document: those that a page lists (`x-codes`), or the examples of the responses, which are named by them. */
function codesIn(document: JsonObject): Map<string, Code> {
  const listed: [string, Code][] = Object.entries(objectOf(document['x-codes'])).map(
    ([code, status]): [string, Code] => [
      code,
      { status: String(status), at: join('#/x-codes', code) },
    ],
  );
  const follow = (node: JsonObject) =>
    typeof node.$ref === 'string' ? objectOf(valueAt(document, node.$ref)) : node;
  const shown: [string, Code][] = operationsIn(document).flatMap(({ operation, at }) =>
    Object.entries(objectOf(operation.responses)).flatMap(([status, response]) => {
      const media = objectOf(objectOf(follow(objectOf(response)).content)['application/json']);
      const codes = Object.keys(objectOf(media.examples)).filter((name) => /^\d+$/.test(name));
      const place = join(at, 'responses', status, 'content', 'application/json', 'examples');
      return codes.map((code): [string, Code] => [code, { status, at: join(place, code) }]);
    }),
  );
  return new Map(listed.length > 0 ? listed : shown);
}

/** How a page that lists error codes differs; nothing where the published document lists none. */
export function compareCodes(vendored: JsonObject, published: JsonObject): Located[] {
  if (!published['x-codes']) return [];
  const ours = codesIn(vendored);
  const theirs = codesIn(published);
  const differences: Difference[] = [];
  for (const [code, { status, at }] of ours) {
    const is = theirs.get(code);
    if (is?.status === status) continue;
    const pointers = { vendored: at, published: is?.at ?? join('#/x-codes', code), edits: [] };
    differences.push(
      is
        ? {
            ...pointers,
            kind: 'error-code-moved',
            expected: status,
            actual: is.status,
            message: `code ${code} came with ${status} and comes with ${is.status}`,
          }
        : {
            ...pointers,
            kind: 'error-code-removed',
            expected: code,
            message: `code ${code} is gone`,
          },
    );
  }
  for (const [code, { status, at }] of theirs) {
    // A success is documented with each operation.
    if (ours.has(code) || status.startsWith('2')) continue;
    const message = `code ${code} is new (${status})`;
    differences.push({
      kind: 'error-code-added',
      vendored: at,
      published: at,
      actual: code,
      message,
      edits: [],
    });
  }
  return differences.map((difference) => ({ operation: '', difference }));
}
