import { toTable } from '../../scripts/markers.ts';
import { endings } from '../../test/chaos/endings.ts';

/** What was measured of each client, by the client and by what was measured. */
export type Found = Record<string, Record<string, string>>;

const rows: Record<string, string> = {
  down: 'every poll gets a 503',
  reset: 'every poll ends in a connection reset',
  tooFast: 'every poll gets a 429 with `Retry-After: 3`',
  missing: '404 for ten seconds after the create',
  malformed: 'half a response, once',
  named: 'what ends a wait, and whether it names the task',
  unknown: 'an unknown status word',
  asleep: 'abort between two polls',
  asking: 'abort during a poll',
  failed: 'a task that failed',
  refused: 'a create that is refused with 400',
  pauseAsked: 'pause before a create is retried after 429, `Retry-After: 3`',
  withoutCredit: 'creates sent without credit at Kling (429 with 1102)',
};

const titles: Record<string, string> = { redirect: 'redirect to itself' };

/** The two tables of docs/reliability.md: of creates and of everything else. */
export function tables(
  { creates, retaken, others }: Record<'creates' | 'retaken' | 'others', Found>,
  generations: readonly string[],
  peers: Record<string, string>,
): string {
  const cell = (found: Found, name: string, what: string) => found[name]?.[what] ?? '–';
  const names = Object.keys(peers);
  const own = Object.keys(retaken);
  const first = toTable(
    [
      'the response to a create',
      ...own,
      ...own.map((name) => `${name}, not accepted`),
      ...Object.values(peers),
    ],
    Object.keys(endings).map((ending) => [
      titles[ending] ?? ending,
      ...own.map((name) => cell(creates, name, ending)),
      ...own.map((name) => cell(retaken, name, ending)),
      ...names.map((name) => cell(creates, name, ending)),
    ]),
  );
  const second = toTable(
    [
      'what happens',
      ...generations.map((name) => `kling-fetch, \`${name}\``),
      ...Object.values(peers),
    ],
    Object.entries(rows).map(([what, text]) => [
      text,
      ...[...generations, ...names].map((name) => cell(others, name, what)),
    ]),
  );
  return [first, second].join('\n\n');
}
