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

/** Whether credentials are sent in another way: each way that is documented has to be enough still. */
export function compareSecurity(
  before: Operation,
  after: Operation,
  isPartial: boolean,
): Difference[] {
  const theirs = schemesOf(after);
  if (isPartial && !theirs) return [];
  const was = schemesOf(before) ?? [[]];
  const is = theirs ?? [[]];
  const describe = (ways: string[][]) => [
    ...new Set(ways.map((way) => way.join(' and ') || 'none')),
  ];
  const gone = describe(was).filter((way) => !describe(is).includes(way));
  const fresh = describe(is).filter((way) => !describe(was).includes(way));
  if (gone.length === 0 && fresh.length === 0) return [];
  // Whoever sends more than is needed is not affected.
  const isEnough = was.every((way) =>
    is.some((other) => other.every((each) => way.includes(each))),
  );
  const vendored = securityAt(before);
  const published = securityAt(after);
  return [
    {
      kind: isEnough ? 'security-loosened' : 'security-changed',
      vendored,
      published,
      expected: describe(was),
      actual: describe(is),
      message: `${describe(was).join(' or ')} became ${describe(is).join(' or ')}`,
      edits: [
        [vendored, published],
        ['#/components/securitySchemes', '#/components/securitySchemes'],
      ],
    },
  ];
}

const securityAt = ({ operation, at }: Operation) =>
  operation.security ? join(at, 'security') : '#/security';

/** The ways to authenticate, each with all that has to be sent: what the document calls a scheme does not matter. */
function schemesOf({ operation, document }: Operation): string[][] | undefined {
  const requirements = operation.security ?? document.security;
  if (!Array.isArray(requirements)) return undefined;
  const schemes = objectOf(objectOf(document.components).securitySchemes);
  const ways = listOf(requirements).map((requirement) =>
    Object.keys(objectOf(requirement))
      .map((name) => describeScheme(objectOf(schemes[name]), name))
      .sort(),
  );
  return ways.length === 0 ? [[]] : ways;
}

function describeScheme(
  { type, scheme, in: location, name: key }: JsonObject,
  name: string,
): string {
  if (type === 'http') return String(scheme).toLowerCase();
  if (type === 'apiKey') return `apiKey in ${location} ${key}`;
  return String(type ?? name);
}
