import { createsOfPeers, peers, peersDo } from './peers.ts';

const words: Record<string, string> = {
  down: 'every look is answered with 503',
  reset: 'every look ends in a reset',
  tooFast: 'every look is answered with 429, `Retry-After: 3`',
  missing: '404 for a moment after the create',
  malformed: 'half an answer, once',
  named: 'what ends a wait names the task',
  unknown: 'a status that nobody knows',
  asleep: 'abort during a pause',
  asking: 'abort during a request',
  failed: 'a task that failed',
  refused: 'a create that is refused with 400',
  pauseAsked: 'pause of a create after 429, `Retry-After: 3`',
  withoutCredit: 'creates sent without credit (429 with 1102)',
};

const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
const table = (head: readonly string[], rows: string[][]) =>
  [head, head.map(() => '---'), ...rows].map(line).join('\n');
const cited = (cells: string[] | undefined) => peers.map((_, nth) => cells?.[nth] || '–');

/** The two tables of README.md. */
export function tables(creates: Record<string, string>[], others: Record<string, string>): string {
  const endings = creates.map(
    ({ ending = '', own = '', gateways = '', ownFirst = '', gatewaysFirst = '' }) => [
      ending,
      ...[own, gateways, ownFirst, gatewaysFirst],
      ...cited(createsOfPeers[ending]),
    ],
  );
  const rest = Object.entries(words).map(([name, text]) => [
    text,
    others[name] ?? '',
    ...cited(peersDo[name]),
  ]);
  const head = [
    'klingai',
    'cometapi, deerapi',
    'klingai, not accepted',
    'cometapi, deerapi, not accepted',
  ];
  return [
    table(['the answer to a create', ...head, ...peers], endings),
    table(['what happens', 'kling-fetch', ...peers], rest),
  ].join('\n\n');
}
