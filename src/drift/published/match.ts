import { isObject, type JsonObject, join, objectOf, textsOf } from '../../documents/json.ts';

/** An operation where it stands in its document. */
export interface Operation {
  /** In capitals. */
  method: string;
  path: string;
  /** JSON pointer to it. */
  at: string;
  operation: JsonObject;
  /** What holds it, for what all methods of the path share. */
  item: JsonObject;
  document: JsonObject;
}

const methods = new Set(['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace']);

/** Every operation of a document. */
export function operationsIn(document: JsonObject): Operation[] {
  return Object.entries(objectOf(document.paths)).flatMap(([path, value]) => {
    const item = objectOf(value);
    return Object.entries(item).flatMap(([key, operation]) =>
      methods.has(key) && isObject(operation)
        ? [
            {
              method: key.toUpperCase(),
              path,
              at: join('#/paths', path, key),
              operation,
              item,
              document,
            },
          ]
        : [],
    );
  });
}

/** Method and path, as findings and `sources.json` name an operation. */
export const nameOf = ({ method, path }: Operation): string => `${method} ${path}`;

/** The addresses that a document gives for an operation, every choice of a variable counted; relative ones left out. */
export function serversOf({ operation, item, document }: Operation): string[] {
  const lists = [operation.servers, item.servers, document.servers];
  const servers = lists.find((list) => Array.isArray(list) && list.length > 0);
  const urls = (Array.isArray(servers) ? servers : []).map(objectOf).flatMap(expand);
  return urls.filter((url) => URL.canParse(url)).map((url) => url.replace(/\/+$/, ''));
}

function expand({ url, variables }: JsonObject): string[] {
  return Object.entries(objectOf(variables)).reduce((urls, [name, variable]) => {
    const { enum: values, default: usual } = objectOf(variable);
    const choices = [...new Set([...textsOf(usual), ...textsOf(values)])];
    return urls.flatMap((each) => choices.map((choice) => each.replaceAll(`{${name}}`, choice)));
  }, textsOf(url));
}

/** The parts of a path; what a parameter is called does not matter. */
const partsOf = (path: string) =>
  path
    .replaceAll(/\{[^}]*\}/g, '{}')
    .split('/')
    .filter(Boolean);

const isEnd = (parts: string[], others: string[]) =>
  parts.every((part, index) => part === others[others.length - parts.length + index]);

/** How well two paths agree: 2 when they are one, 1 when one is the other behind a prefix, else 0. */
function agreement(path: string, other: string): number {
  const [short = [], long = []] = [partsOf(path), partsOf(other)].sort(
    (a, b) => a.length - b.length,
  );
  if (!isEnd(short, long)) return 0;
  if (short.length === long.length) return 2;
  // A single part is too common to be the end of just one path.
  return short.length > 1 ? 1 : 0;
}

/** A path without the names of its parameters and without superfluous slashes. */
export const normalPath = (path: string): string => `/${partsOf(path).join('/')}`;

/** The path of an operation with the one of its server in front. */
function fullPath(operation: Operation): string {
  const [server] = serversOf(operation);
  return (server ? new URL(server).pathname : '') + operation.path;
}

/** Operations of two documents that are one: same method, and a path that is the same but for a prefix. */
export function pairOperations(
  vendored: readonly Operation[],
  published: readonly Operation[],
): [Operation, Operation][] {
  const left = new Set(published);
  const pairs = new Map<Operation, Operation>();
  for (const wanted of [2, 1]) {
    for (const ours of vendored) {
      if (pairs.has(ours)) continue;
      const theirs = [...left].find(
        (each) =>
          each.method === ours.method && agreement(fullPath(ours), fullPath(each)) === wanted,
      );
      if (!theirs) continue;
      pairs.set(ours, theirs);
      left.delete(theirs);
    }
  }
  return vendored.flatMap((ours) => {
    const theirs = pairs.get(ours);
    return theirs ? [[ours, theirs] as [Operation, Operation]] : [];
  });
}
