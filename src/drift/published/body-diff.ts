import { isObject, type JsonObject, join, objectOf } from '../../documents/json.ts';
import type { Difference, Scope } from './difference.ts';
import type { Operation } from './match.ts';
import { compareSchemas } from './schema-diff.ts';
import type { Place } from './shape.ts';

/** What is sent: whether it has to be, and what may be in it. */
export function compareRequestBody(
  before: Operation,
  after: Operation,
  scope: Scope,
): Difference[] {
  const [vendored, published] = [before, after].map(({ at }) => join(at, 'requestBody'));
  const [was, is] = [before, after].map(({ operation }) => operation.requestBody);
  const [from, to] = [vendored ?? '', published ?? ''];
  if (!isObject(was)) return isObject(is) ? [newBody(is, from, to)] : [];
  if (!isObject(is) && scope.isPartial) return [];
  const [needed, needs] = [was.required === true, objectOf(is).required === true];
  const isKnown = isObject(is) && (is.required !== undefined || !scope.isPartial);
  const changed: Difference[] =
    isKnown && needed !== needs
      ? [
          {
            kind: needs ? 'request-field-required' : 'request-field-optional',
            vendored: join(from, 'required'),
            published: join(to, 'required'),
            expected: needed ? 'required' : 'optional',
            actual: needs ? 'required' : 'optional',
            message: `the body is ${needs ? 'required' : 'optional'} now`,
          },
        ]
      : [];
  return [...changed, ...compareContent(was, objectOf(is), [from, to], scope)];
}

const newBody = (body: JsonObject, vendored: string, published: string): Difference => ({
  kind: body.required === true ? 'request-field-required' : 'request-field-added',
  vendored,
  published,
  actual: Object.keys(objectOf(body.content)),
  message: `the body is new${body.required === true ? ' and required' : ''}`,
});

/** A media type without its parameters. */
const plain = (media: string) => media.split(';')[0]?.trim().toLowerCase() ?? '';

/** The bodies of a request or an answer, media type by media type. */
export function compareContent(
  before: JsonObject,
  after: JsonObject,
  [vendored, published]: [string, string],
  scope: Scope,
): Difference[] {
  const [ours, theirs] = [objectOf(before.content), objectOf(after.content)];
  const names = Object.keys(theirs);
  if (scope.isPartial && names.length === 0) return [];
  return Object.entries(ours).flatMap(([media, value]) => {
    const other = names.find((name) => plain(name) === plain(media) || plain(name) === '*/*');
    const at = join(vendored, 'content', media);
    if (other === undefined) return [otherMedia(media, names, at, join(published, 'content'))];
    const places = (entry: unknown, pointer: string): Place[] => [
      { schema: objectOf(entry).schema ?? true, at: join(pointer, 'schema') },
    ];
    const there = join(published, 'content', other);
    if (scope.isPartial && objectOf(theirs[other]).schema === undefined) return [];
    return compareSchemas(places(value, at), places(theirs[other], there), scope);
  });
}

const otherMedia = (
  media: string,
  names: string[],
  vendored: string,
  content: string,
): Difference => ({
  kind: 'media-type-changed',
  vendored,
  published: content,
  expected: media,
  actual: names,
  message: `${media} became ${names.join(', ') || 'no body'}`,
  copies: [[vendored.slice(0, vendored.lastIndexOf('/')), content]],
});
