/** The operations of a document, and which of two documents' operations are the same one. */
import {
  isObject,
  type JsonObject,
  join,
  listOf,
  objectOf,
  textsOf,
} from '../../documents/json.ts';

/** An operation and where it stands in its document. */
export interface Operation {
  /** In capitals. */
  method: string;
  path: string;
  /** JSON pointer to it. */
  at: string;
  operation: JsonObject;
  /** The path item that holds it, with what all methods of the path share. */
  item: JsonObject;
  document: JsonObject;
}

const methods = new Set(['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace']);

/** Every operation of a document. */
export function operationsIn(document: JsonObject): Operation[] {
  return Object.entries(objectOf(document.paths)).flatMap(([path, value]) => {
    const item = objectOf(value);
    return Object.entries(item).flatMap(([key, operation]): Operation[] => {
      if (!methods.has(key) || !isObject(operation)) return [];
      const at = join('#/paths', path, key);
      return [{ method: key.toUpperCase(), path, at, operation, item, document }];
    });
  });
}

/** Method and path, as findings and `sources.json` name an operation. */
export const nameOf = ({ method, path }: Operation): string => `${method} ${path}`;

/** A document with only some of its operations, and everything else as it is. */
export function withOperations(document: object, names: ReadonlySet<string>): JsonObject {
  const copy: JsonObject = { ...document };
  const paths = Object.entries(objectOf(copy.paths)).map(([path, item]): [string, unknown] => [
    path,
    { ...objectOf(item) },
  ]);
  copy.paths = Object.fromEntries(paths);
  for (const operation of operationsIn(copy)) {
    if (!names.has(nameOf(operation))) delete operation.item[operation.method.toLowerCase()];
  }
  return copy;
}

/** More addresses than this are not read of an operation, and none that is longer. */
const maxServers = 20;
const maxAddress = 2000;

/** The addresses of an operation, one for every choice of a server variable; relative ones are left out. */
export function serversOf({ operation, item, document }: Operation): string[] {
  const lists = [operation.servers, item.servers, document.servers];
  const servers = lists.find((list) => Array.isArray(list) && list.length > 0);
  const urls = listOf(servers).slice(0, maxServers).map(objectOf).flatMap(expandVariables);
  const first = urls.slice(0, maxServers).filter((url) => URL.canParse(url));
  return first.map((url) => url.replace(/\/+$/, ''));
}

function expandVariables({ url, variables }: JsonObject): string[] {
  return Object.entries(objectOf(variables)).reduce((urls, [name, variable]) => {
    const { enum: values, default: usual } = objectOf(variable);
    const choices = [...new Set([...textsOf(usual), ...textsOf(values)])].filter(isShort);
    return urls
      .flatMap((each) => choices.map((choice) => each.replaceAll(`{${name}}`, choice)))
      .filter(isShort)
      .slice(0, maxServers);
  }, textsOf(url).filter(isShort));
}

const isShort = ({ length }: string) => length <= maxAddress;

/** A path without the names of its parameters and without superfluous slashes. */
export const normalPath = (path: string): string => `/${partsOf(path).join('/')}`;

/** The parts of a path; what a parameter is called does not matter. */
const partsOf = (path: string) =>
  path
    .replaceAll(/\{[^{}]*\}/g, '{}')
    .split('/')
    .filter(Boolean);

/**
 * The operations of two documents that are the same one: the methods are equal, and so are the paths, or one of the paths
 * is the other behind a prefix. What is left may have moved: to another method, or by one step of its path.
 */
export function pairOperations(
  vendored: readonly Operation[],
  published: readonly Operation[],
): [vendored: Operation, published: Operation][] {
  const parts = new Map([...vendored, ...published].map((each) => [each, partsOf(fullPath(each))]));
  const match = (ours: Operation, theirs: Operation) =>
    matchOperations(ours, theirs, parts.get(ours), parts.get(theirs));
  const left = new Set(published);
  const keyOf = (each: Operation) => `${each.method} ${parts.get(each)?.join('/')}`;
  // Nearly all are equal, and need not be compared with each other.
  const equal = new Map(published.toReversed().map((each) => [keyOf(each), each]));
  const pairs = new Map<Operation, Operation>();
  // Equal paths first, so that one with a prefix or one that has moved does not take the partner of another.
  for (const wanted of ['equal', 'prefixed', 'moved']) {
    for (const ours of vendored) {
      if (pairs.has(ours)) continue;
      const theirs =
        wanted === 'equal'
          ? equal.get(keyOf(ours))
          : [...left].find((each) => match(ours, each) === wanted);
      if (!theirs || !left.has(theirs)) continue;
      pairs.set(ours, theirs);
      left.delete(theirs);
    }
  }
  return vendored.flatMap((ours): [Operation, Operation][] => {
    const theirs = pairs.get(ours);
    return theirs ? [[ours, theirs]] : [];
  });
}

/** Whether an operation is the other one in another place. */
export const hasMoved = (before: Operation, after: Operation): boolean =>
  matchOperations(before, after) === 'moved';

function matchOperations(
  one: Operation,
  other: Operation,
  path = partsOf(fullPath(one)),
  otherPath = partsOf(fullPath(other)),
) {
  const paths = matchPaths(path, otherPath);
  if (one.method === other.method) return paths;
  return paths === 'equal' ? 'moved' : undefined;
}

/** The path of an operation with the path of its server in front. */
function fullPath(operation: Operation): string {
  const [server] = serversOf(operation);
  return (server ? new URL(server).pathname : '') + operation.path;
}

function matchPaths(
  path: readonly string[],
  other: readonly string[],
): 'equal' | 'prefixed' | 'moved' | undefined {
  const [short = [], long = []] = [path, other].sort((a, b) => a.length - b.length);
  const tail = long.slice(long.length - short.length);
  const changed = short.filter((part, index) => part !== tail[index]);
  // A single part is too common to be the end of just one path.
  if (changed.length === 0 && short.length === long.length) return 'equal';
  if (changed.length === 0 && short.length > 1) return 'prefixed';
  // Another version, as v2 in place of v1. What names the operation has to be the same.
  const isVersion = changed.length === 1 && /^v\d+(\.\d+)?$/.test(changed[0] ?? '');
  return isVersion && short.length === long.length ? 'moved' : undefined;
}
