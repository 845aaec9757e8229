/** Compares how an operation is reached: its server and its credentials. */
import { type JsonObject, join, listOf, objectOf } from '../../documents/json.ts';
import { type Difference, formatValue } from './difference.ts';
import { normalPath, type Operation, serversOf } from './operations.ts';

/**
 * Whether an operation has moved to another address: the one in use has to be among those published. The samples on a page
 * for people show one of several addresses, as those in another language do: there, any of ours will do.
 */
export function compareServers(
  before: Operation,
  after: Operation,
  isPartial: boolean,
): Difference[] {
  const all = serversOf(before);
  const [ours] = all;
  const theirs = serversOf(after);
  if (!ours || theirs.length === 0) return [];
  const wanted = (isPartial ? all : [ours]).map((server) => addressOf(server, before.path));
  if (theirs.some((server) => wanted.includes(addressOf(server, after.path)))) return [];
  const isSameHost = theirs.some((server) => new URL(server).host === new URL(ours).host);
  if (isSameHost) {
    const expected = ours + before.path;
    const actual = theirs.map((server) => server + after.path);
    return [
      {
        kind: 'server-changed',
        vendored: before.at,
        published: after.at,
        expected,
        actual,
        message: `${expected} became ${formatValue(actual)}`,
        // Another path concerns the whole document and the client's routes: no edit in one place brings it up to date.
        edits: [],
      },
    ];
  }
  const isShared = !after.operation.servers && !after.item.servers;
  return [
    {
      kind: 'server-changed',
      vendored: '#/servers/0/url',
      published: isShared ? '#/servers/0/url' : after.at,
      expected: ours,
      actual: theirs,
      message: `${ours} became ${formatValue(theirs)}`,
    },
  ];
}

/** Host and path, whatever the parameters are called. */
const addressOf = (server: string, path: string) =>
  `${new URL(server).host}${normalPath(new URL(server).pathname + path)}`;

/** Whether credentials are sent in another way: the way in use has to be among those published. */
export function compareSecurity(
  before: Operation,
  after: Operation,
  isPartial: boolean,
): Difference[] {
  const theirs = schemesOf(after);
  if (isPartial && !theirs) return [];
  const was = schemesOf(before) ?? ['none'];
  const is = theirs ?? ['none'];
  const gone = was.filter((way) => !is.includes(way));
  const fresh = is.filter((way) => !was.includes(way));
  if (gone.length === 0 && fresh.length === 0) return [];
  const vendored = securityAt(before);
  const published = securityAt(after);
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
      edits: [
        [vendored, published],
        ['#/components/securitySchemes', '#/components/securitySchemes'],
      ],
    },
  ];
}

const securityAt = ({ operation, at }: Operation) =>
  operation.security ? join(at, 'security') : '#/security';

/** The ways to authenticate, each described: what the document calls a scheme does not matter. */
function schemesOf({ operation, document }: Operation): string[] | undefined {
  const requirements = operation.security ?? document.security;
  if (!Array.isArray(requirements)) return undefined;
  const schemes = objectOf(objectOf(document.components).securitySchemes);
  const ways = listOf(requirements).map((requirement) => {
    const names = Object.keys(objectOf(requirement));
    return names
      .map((name) => describeScheme(objectOf(schemes[name]), name))
      .sort()
      .join(' and ');
  });
  return ways.length === 0 ? ['none'] : ways.map((way) => way || 'none');
}

function describeScheme(
  { type, scheme, in: location, name: key }: JsonObject,
  name: string,
): string {
  if (type === 'http') return String(scheme).toLowerCase();
  if (type === 'apiKey') return `apiKey in ${location} ${key}`;
  return String(type ?? name);
}
