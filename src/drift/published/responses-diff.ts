import { type JsonObject, join, objectOf } from '../../documents/json.ts';
import { compareContent } from './body-diff.ts';
import type { Difference, Scope } from './difference.ts';
import { compareFields, type Fields } from './fields-diff.ts';
import { type Operation, operationsIn } from './match.ts';
import { compareSchemas } from './schema-diff.ts';
import type { Field } from './shape.ts';

/** The answers, status by status. */
export function compareResponses(before: Operation, after: Operation, scope: Scope): Difference[] {
  const [ours, theirs] = [before, after].map(({ operation }) => objectOf(operation.responses));
  const at = (operation: Operation, status: string) => join(operation.at, 'responses', status);
  const kept = Object.entries(ours ?? {}).flatMap(([status, value]) => {
    const was = objectOf(value);
    const key = covering(status, theirs ?? {});
    if (key === undefined) {
      if (scope.isPartial || isFromElsewhere(was, status, before, after)) return [];
      return [gone(status, at(before, status), at(after, status))];
    }
    const is = objectOf(theirs?.[key]);
    const pointers: [string, string] = [at(before, status), at(after, key)];
    const content = isBodyElsewhere(was, is, before)
      ? []
      : compareContent(was, is, pointers, scope);
    return [...compareHeaders(was, is, pointers, scope), ...content];
  });
  const fresh = Object.keys(theirs ?? {}).filter(
    (status) => covering(status, ours ?? {}) === undefined && status !== 'default',
  );
  return [...kept, ...fresh.map((status) => added(status, at(before, status), at(after, status)))];
}

/** The entry that speaks of a status: its own, that of its hundred, or the one for all others. */
function covering(status: string, responses: JsonObject): string | undefined {
  const range = `${status[0]}xx`;
  return [status, range, range.toUpperCase(), 'default'].find((key) => key in responses);
}

/** Whether an answer was read on another page than its operation. */
const hasOwnSource = (response: JsonObject, { operation }: Operation) =>
  typeof response['x-source'] === 'string' && response['x-source'] !== operation['x-source'];

/** Such an answer is missed only where the published document has its status for another operation. */
function isFromElsewhere(
  was: JsonObject,
  status: string,
  before: Operation,
  after: Operation,
): boolean {
  if (!hasOwnSource(was, before)) return false;
  const others = operationsIn(after.document);
  return !others.some(({ operation }) => status in objectOf(operation.responses));
}

const isBodyElsewhere = (was: JsonObject, is: JsonObject, before: Operation) =>
  hasOwnSource(was, before) && is.content === undefined;

const gone = (status: string, vendored: string, published: string): Difference => ({
  kind: 'response-status-removed',
  vendored,
  published,
  expected: status,
  message: `${status} is gone`,
});

const added = (status: string, vendored: string, published: string): Difference => ({
  kind: 'response-status-added',
  vendored,
  published,
  actual: status,
  message: `${status} is new`,
});

function compareHeaders(
  before: JsonObject,
  after: JsonObject,
  [vendored, published]: [string, string],
  scope: Scope,
): Difference[] {
  return compareFields(
    headersOf(before, join(vendored, 'headers')),
    headersOf(after, join(published, 'headers')),
    scope,
    compareSchemas,
  );
}

function headersOf({ headers }: JsonObject, at: string): Fields {
  const entries = Object.entries(objectOf(headers)).map(([name, value]): [string, Field] => {
    const { required, schema } = objectOf(value);
    const pointer = join(at, name);
    const places = [{ schema: schema ?? true, at: join(pointer, 'schema') }];
    const field = {
      at: pointer,
      requiredAt: [join(pointer, 'required')],
      isRequired: required === true,
      places,
    };
    return [name.toLowerCase(), field];
  });
  const named = entries.filter(([name]) => name !== 'content-type');
  return {
    fields: named.length > 0 ? new Map(named) : undefined,
    missingAt: (_, name) => join(at, name),
  };
}
