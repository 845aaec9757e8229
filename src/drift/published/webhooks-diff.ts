import { type JsonObject, join, objectOf } from '../../documents/json.ts';
import { compareContent } from './body-diff.ts';
import type { Located } from './difference.ts';

/**
 * What the provider sends by itself, by the names of the calls: to the program that is an answer. A call that the
 * published document does not have is documented elsewhere.
 */
export function compareWebhooks(
  vendored: JsonObject,
  published: JsonObject,
  isPartial: boolean,
): Located[] {
  const theirs = objectOf(published.webhooks);
  return Object.entries(objectOf(vendored.webhooks)).flatMap(([name, item]) =>
    Object.entries(objectOf(item)).flatMap(([method, operation]) => {
      const other = objectOf(objectOf(theirs[name])[method]);
      if (!other.requestBody) return [];
      const at = join('#/webhooks', name, method, 'requestBody');
      return compareContent(
        objectOf(objectOf(operation).requestBody),
        objectOf(other.requestBody),
        [at, at],
        { direction: 'response', isPartial, field: '', known: new Map() },
      ).map((difference) => ({ operation: `webhook ${name}`, difference }));
    }),
  );
}
