import { type JsonObject, join, listOf, objectOf } from '../../documents/json.ts';
import { type Difference, show } from './difference.ts';
import { normalPath, type Operation, serversOf } from './match.ts';

/** Whether an operation is reached at another address: the one in use has to be among those published. */
export function compareServers(before: Operation, after: Operation): Difference[] {
  const [ours] = serversOf(before);
  const theirs = serversOf(after);
  if (!ours || theirs.length === 0) return [];
  const wanted = placeOf(ours, before.path);
  if (theirs.some((server) => placeOf(server, after.path) === wanted)) return [];
  const isListed = theirs.some((server) => new URL(server).host === new URL(ours).host);
  const isShared = !after.operation.servers && !after.item.servers;
  const [expected, actual] = isListed
    ? [ours + before.path, theirs.map((server) => server + after.path)]
    : [ours, theirs];
  return [
    {
      kind: 'server-changed',
      vendored: isListed ? before.at : '#/servers/0/url',
      published: isShared && !isListed ? '#/servers/0/url' : after.at,
      expected,
      actual,
      message: `${show(expected)} became ${show(actual)}`,
      // Another path is a matter of the whole document and of the program's routes.
      ...(isListed ? { copies: [] } : {}),
    },
  ];
}

/** Host and path, whatever the parameters are called. */
const placeOf = (server: string, path: string) =>
  `${new URL(server).host}${normalPath(new URL(server).pathname + path)}`;

/** Whether credentials are sent in another way: the way in use has to be among those published. */
export function compareSecurity(
  before: Operation,
  after: Operation,
  isPartial: boolean,
): Difference[] {
  const [ours, theirs] = [waysIn(before), waysIn(after)];
  if (isPartial && !theirs) return [];
  const [was, is] = [ours ?? ['none'], theirs ?? ['none']];
  const gone = was.filter((way) => !is.includes(way));
  const fresh = is.filter((way) => !was.includes(way));
  if (gone.length === 0 && fresh.length === 0) return [];
  const [vendored, published] = [pointerOf(before), pointerOf(after)];
  return [
    {
      kind: 'security-changed',
      // One way more or less harms nobody who uses another.
      ...(gone.length < was.length ? { severity: 'info' as const } : {}),
      vendored,
      published,
      expected: was,
      actual: is,
      message: `${was.join(' or ')} became ${is.join(' or ')}`,
      copies: [
        [vendored, published],
        ['#/components/securitySchemes', '#/components/securitySchemes'],
      ],
    },
  ];
}

const pointerOf = ({ operation, at }: Operation) =>
  operation.security ? join(at, 'security') : '#/security';

/** The ways to authenticate, each in words: what a scheme is called does not matter. */
function waysIn({ operation, document }: Operation): string[] | undefined {
  const requirements = operation.security ?? document.security;
  if (!Array.isArray(requirements)) return undefined;
  const schemes = objectOf(objectOf(document.components).securitySchemes);
  const ways = listOf(requirements).map((requirement) => {
    const names = Object.keys(objectOf(requirement));
    return names
      .map((name) => wordsOf(objectOf(schemes[name]), name))
      .sort()
      .join(' and ');
  });
  return ways.length === 0 ? ['none'] : ways.map((way) => way || 'none');
}

function wordsOf({ type, scheme, in: place, name: key }: JsonObject, name: string): string {
  if (type === 'http') return String(scheme).toLowerCase();
  if (type === 'apiKey') return `apiKey in ${place} ${key}`;
  return String(type ?? name);
}
