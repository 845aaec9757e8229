/** Compares two versions of an operation: its parameters, its request body and its responses. */
import {
  isObject,
  type JsonObject,
  join,
  listOf,
  objectOf,
  parentOf,
} from '../../documents/json.ts';
import { compareSecurity, compareServers } from './compare-access.ts';
import { compareFields, compareSchemas, type Fields } from './compare-schemas.ts';
import {
  type Difference,
  type Located,
  type PointerPair,
  type Scope,
  scopeOf,
} from './difference.ts';
import { hasMoved, nameOf, type Operation, operationsIn } from './operations.ts';
import type { Field, SchemaAt } from './schema-shape.ts';

/** Everything that differs between two versions of an operation. */
export function compareOperation(
  before: Operation,
  after: Operation,
  isPartial: boolean,
): Located[] {
  const request = scopeOf('request', isPartial);
  const servers = hasMoved(before, after) ? [] : compareServers(before, after, isPartial);
  const others = [
    ...compareSecurity(before, after, isPartial),
    ...compareParameters(before, after, request),
    ...compareRequestBody(before, after, request),
    ...compareResponses(before, after, scopeOf('response', isPartial)),
  ];
  return [
    ...servers.map((difference) => ({
      operation: difference.vendored === before.at ? nameOf(before) : '',
      difference,
    })),
    ...others.map((difference) => ({ operation: nameOf(before), difference })),
  ];
}

/**
 * The callbacks that the provider sends, by their names; for the program that receives them they are responses. One that
 * the published document does not have is documented elsewhere.
 */
export function compareWebhooks(
  vendored: JsonObject,
  published: JsonObject,
  isPartial: boolean,
): Located[] {
  const theirs = objectOf(published.webhooks);
  return Object.entries(objectOf(vendored.webhooks)).flatMap(([name, item]) =>
    Object.entries(objectOf(item)).flatMap(([method, operation]) => {
      // A page may show the callbacks of several generations: ours is the one with most of our fields.
      const ours = fieldsOf(operation);
      const shared = (other: string) =>
        fieldsOf(objectOf(theirs[other])[method]).filter((field) => ours.includes(field)).length;
      const all = Object.keys(theirs).sort((a, b) => shared(b) - shared(a));
      const match = all.find((each) => shared(each) > 0) ?? name;
      const other = objectOf(objectOf(theirs[match])[method]);
      if (!other.requestBody) return [];
      const at = (each: string) => join('#/webhooks', each, method, 'requestBody');
      return compareContent(
        objectOf(objectOf(operation).requestBody),
        objectOf(other.requestBody),
        [at(name), at(match)],
        scopeOf('response', isPartial),
      ).map((difference) => ({ operation: `webhook ${name}`, difference }));
    }),
  );
}

/** The names of the fields that an operation's body has. */
function fieldsOf(operation: unknown): string[] {
  const [media] = Object.values(objectOf(objectOf(objectOf(operation).requestBody).content));
  return Object.keys(objectOf(objectOf(objectOf(media).schema).properties));
}

interface Parameter {
  name: string;
  in: string;
  field: Field;
}

/** Query, header and cookie parameters by their names, path parameters by their positions. */
function compareParameters(before: Operation, after: Operation, scope: Scope): Difference[] {
  const vendored = parametersOf(before);
  const published = parametersOf(after);
  const named = ['query', 'header', 'cookie'].flatMap((location) =>
    compareFields(
      fieldsAmong(vendored, location, before.at),
      fieldsAmong(published, location, after.at),
      scope,
    ),
  );
  return [...named, ...comparePathParameters(before, after, scope)];
}

function fieldsAmong(parameters: Parameter[], location: string, at: string): Fields {
  const found = parameters.filter((each) => each.in === location);
  return {
    fields: found.length > 0 ? new Map(found.map(({ name, field }) => [name, field])) : undefined,
    missingAt: () => join(at, 'parameters', '-'),
  };
}

/** Parameters in the path are known by their positions: their names are never sent. */
function comparePathParameters(before: Operation, after: Operation, scope: Scope): Difference[] {
  const inOrder = (operation: Operation) => {
    const parameters = parametersOf(operation).filter((each) => each.in === 'path');
    const names = operation.path.match(/(?<=\{)[^}]*(?=\})/g) ?? [];
    return names.map((name) => parameters.find((each) => each.name === name));
  };
  const theirs = inOrder(after);
  return inOrder(before).flatMap((ours, index) => {
    const other = theirs[index];
    if (!ours || !other) return [];
    return compareSchemas(ours.field.schemas, other.field.schemas, { ...scope, field: ours.name });
  });
}

function parametersOf({ operation, item, at, path }: Operation): Parameter[] {
  const read = (list: unknown, from: string) =>
    listOf(list).flatMap((each, index) => readParameter(each, join(from, 'parameters', index)));
  const own = read(operation.parameters, at);
  const keyOf = (each: Parameter) => `${each.in} ${each.name}`;
  const keys = new Set(own.map(keyOf));
  const shared = read(item.parameters, join('#/paths', path));
  return [...own, ...shared.filter((each) => !keys.has(keyOf(each)))];
}

/** Headers that OpenAPI describes in other parts of the document. */
const describedElsewhere = /^(accept|content-type|authorization)$/i;

function readParameter(parameter: unknown, at: string): Parameter[] {
  const { name, in: location, required, schema, content } = objectOf(parameter);
  if (typeof name !== 'string' || typeof location !== 'string') return [];
  const isHeader = location === 'header';
  if (isHeader && describedElsewhere.test(name)) return [];
  const [media = ''] = Object.keys(objectOf(content));
  const value =
    schema === undefined && media !== ''
      ? {
          schema: objectOf(objectOf(content)[media]).schema,
          at: join(at, 'content', media, 'schema'),
        }
      : { schema: schema ?? true, at: join(at, 'schema') };
  const field: Field = {
    at,
    requiredAt: [join(at, 'required')],
    isRequired: required === true,
    schemas: [value],
  };
  return [{ name: isHeader ? name.toLowerCase() : name, in: location, field }];
}

/** The body of a request: whether it is required, and what may be in it. */
function compareRequestBody(before: Operation, after: Operation, scope: Scope): Difference[] {
  const vendored = join(before.at, 'requestBody');
  const published = join(after.at, 'requestBody');
  const was = before.operation.requestBody;
  const is = after.operation.requestBody;
  if (!isObject(was)) return isObject(is) ? [addedBody(is, vendored, published)] : [];
  if (!isObject(is) && scope.isPartial) return [];
  const change = (body: unknown) => (objectOf(body).required === true ? 'required' : 'optional');
  const isSaid = isObject(is) && (is.required !== undefined || !scope.isPartial);
  const required: Difference[] =
    isSaid && change(was) !== change(is)
      ? [
          {
            kind: `request-field-${change(is)}`,
            vendored: join(vendored, 'required'),
            published: join(published, 'required'),
            expected: change(was),
            actual: change(is),
            message: `the body is ${change(is)} now`,
          },
        ]
      : [];
  return [...required, ...compareContent(was, objectOf(is), [vendored, published], scope)];
}

const addedBody = (body: JsonObject, vendored: string, published: string): Difference => ({
  kind: body.required === true ? 'request-field-required' : 'request-field-added',
  vendored,
  published,
  actual: Object.keys(objectOf(body.content)),
  message: `the body is new${body.required === true ? ' and required' : ''}`,
});

/** The bodies of a request or a response, media type by media type. */
function compareContent(
  before: JsonObject,
  after: JsonObject,
  [vendored, published]: PointerPair,
  scope: Scope,
): Difference[] {
  const theirs = objectOf(after.content);
  const names = Object.keys(theirs);
  if (scope.isPartial && names.length === 0) return [];
  const ours = Object.keys(objectOf(before.content));
  const findIn = (all: string[], media: string) =>
    all.find((name) => mediaType(name) === mediaType(media)) ??
    all.find((name) => mediaType(name) === '*/*');
  const fresh = names.filter((name) => findIn(ours, name) === undefined);
  const isReplaced = ours.some((media) => findIn(names, media) === undefined);
  const kept = Object.entries(objectOf(before.content)).flatMap(([media, value]) => {
    const other = findIn(names, media);
    const at = join(vendored, 'content', media);
    if (other === undefined) {
      const became = names.length > 0 && fresh.length === 0 ? undefined : fresh;
      return [changedMedia(media, became, at, join(published, 'content'))];
    }
    if (scope.isPartial && objectOf(theirs[other]).schema === undefined) return [];
    const schemasOf = (entry: unknown, pointer: string): SchemaAt[] => [
      { schema: objectOf(entry).schema ?? true, at: join(pointer, 'schema') },
    ];
    const there = join(published, 'content', other);
    return compareSchemas(schemasOf(value, at), schemasOf(theirs[other], there), scope);
  });
  // Where one is in the place of another, that has been said. A body that had none yet has not changed its type.
  if (isReplaced || ours.length === 0) return kept;
  return [
    ...kept,
    ...fresh.map(
      (media): Difference => ({
        kind: `${scope.direction}-media-type-added`,
        vendored: join(vendored, 'content', media),
        published: join(published, 'content', media),
        actual: media,
        message: `${media} is new`,
      }),
    ),
  ];
}

/** A media type without its parameters. */
const mediaType = (media: string) => media.split(';')[0]?.trim().toLowerCase() ?? '';

const changedMedia = (
  media: string,
  became: string[] | undefined,
  vendored: string,
  content: string,
): Difference => ({
  kind: 'media-type-changed',
  vendored,
  published: content,
  expected: media,
  actual: became,
  message: became ? `${media} became ${became.join(', ') || 'no body'}` : `${media} is gone`,
  edits: [[parentOf(vendored), content]],
});

/** The responses, status by status. */
function compareResponses(before: Operation, after: Operation, scope: Scope): Difference[] {
  const ours = objectOf(before.operation.responses);
  const theirs = objectOf(after.operation.responses);
  const at = (operation: Operation, status: string) => join(operation.at, 'responses', status);
  const keyOf = (status: string, was: JsonObject) =>
    keyFor(status, theirs, !hasOwnSource(was, before));
  const kept = Object.entries(ours).flatMap(([status, value]) => {
    const was = objectOf(value);
    const key = keyOf(status, was);
    if (key === undefined) {
      // A page for people need not say all, but success has one status in place of another.
      const isSaid = !scope.isPartial || (isSuccess(status) && Object.keys(theirs).some(isSuccess));
      const isExpected = isSaid && !isFromElsewhere(was, status, before, after);
      return isExpected ? [removedStatus(status, at(before, status), at(after, status))] : [];
    }
    const is = objectOf(theirs[key]);
    const pointers: PointerPair = [at(before, status), at(after, key)];
    const isBodyElsewhere = hasOwnSource(was, before) && is.content === undefined;
    return [
      ...compareHeaders(was, is, pointers, scope),
      ...(isBodyElsewhere ? [] : compareContent(was, is, pointers, scope)),
    ];
  });
  const used = new Set(
    Object.entries(ours).map(([status, value]) => keyOf(status, objectOf(value))),
  );
  const fresh = Object.keys(theirs).filter(
    (status) => keyFor(status, ours) === undefined && !used.has(status),
  );
  return [
    ...kept,
    ...fresh.map((status) => addedStatus(status, at(before, status), at(after, status))),
  ];
}

/**
 * The entry that describes a status: its own, that of its hundred, or the one for all others. That one is about errors where
 * another entry is about success, and says nothing of a status that was read elsewhere.
 */
function keyFor(status: string, responses: JsonObject, mayBeDefault = true): string | undefined {
  const range = `${status[0]}xx`;
  const isForErrors = isSuccess(status) && Object.keys(responses).some(isSuccess);
  const keys = [status, range, range.toUpperCase()];
  if (mayBeDefault && !isForErrors) keys.push('default');
  return keys.find((key) => key in responses);
}

const isSuccess = (status: string) => status.startsWith('2');

/** Whether a response was read on another page than its operation. */
const hasOwnSource = (response: JsonObject, { operation }: Operation) =>
  typeof response['x-source'] === 'string' && response['x-source'] !== operation['x-source'];

/** A response from another page is missed only where the published document has its status for all other operations. */
function isFromElsewhere(
  was: JsonObject,
  status: string,
  before: Operation,
  after: Operation,
): boolean {
  if (!hasOwnSource(was, before)) return false;
  if ('default' in objectOf(after.operation.responses)) return true;
  const others = operationsIn(after.document).filter(({ at }) => at !== after.at);
  // With few operations it may as well be new for the others.
  return (
    others.length < 2 || !others.every(({ operation }) => status in objectOf(operation.responses))
  );
}

const removedStatus = (status: string, vendored: string, published: string): Difference => ({
  kind: 'response-status-removed',
  vendored,
  published,
  expected: status,
  message: `${status} is gone`,
});

const addedStatus = (status: string, vendored: string, published: string): Difference => ({
  kind: 'response-status-added',
  vendored,
  published,
  actual: status,
  message: `${status} is new`,
});

function compareHeaders(
  before: JsonObject,
  after: JsonObject,
  [vendored, published]: PointerPair,
  scope: Scope,
): Difference[] {
  return compareFields(
    headersOf(before, join(vendored, 'headers')),
    headersOf(after, join(published, 'headers')),
    scope,
  );
}

function headersOf({ headers }: JsonObject, at: string): Fields {
  const fields = new Map<string, Field>();
  for (const [name, value] of Object.entries(objectOf(headers))) {
    if (/^content-type$/i.test(name)) continue;
    const { required, schema } = objectOf(value);
    const pointer = join(at, name);
    fields.set(name.toLowerCase(), {
      at: pointer,
      requiredAt: [join(pointer, 'required')],
      isRequired: required === true,
      schemas: [{ schema: schema ?? true, at: join(pointer, 'schema') }],
    });
  }
  return {
    fields: fields.size > 0 ? fields : undefined,
    missingAt: (_, name) => join(at, name),
  };
}
