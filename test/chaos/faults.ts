import { chance, pick } from './chance.ts';
import { type Ending, endings, json } from './endings.ts';
import type { Job } from './ledger.ts';
import { pickRefusal } from './nobody.ts';
import type { ShownTask, Wire } from './shown.ts';

/** Something that goes wrong with one request. */
export interface Fault {
  name: string;
  answer: Ending;
  /** For a create, the job is accepted all the same; for a read, the response shows the task. */
  hasTask: boolean;
  /** What it shows is the task as it is, and in a way that can be understood. */
  isTrue?: boolean;
  /** Every request is answered so, whatever the provider itself says. */
  isSpell?: boolean;
  /** For a create, milliseconds until it is delivered. */
  late?: number;
  /** For a read, which other task the answer is about. */
  about?: 'any other' | 'a finished one';
  /** Milliseconds for which a cache keeps the answer. */
  maxAge?: number;
  /** For lists: what they leave out or put elsewhere, how many milliseconds they are behind, and what they say instead. */
  list?: (jobs: Job[], all: Job[]) => Job[];
  behind?: number;
  rows?: (rows: ShownTask[]) => ShownTask[];
}

/** What the faults of a request depend on. */
export interface Situation {
  isGateway: boolean;
  wire: Wire;
  /** Whether the account refuses an external id that was used before. */
  isUnique: boolean;
  /** The provider's clock, for one form of `Retry-After`. */
  now: number;
  /** A number from 0 to 1 of this request and this name. */
  dice: (what: string) => number;
}

/** Faults by what they have in common. One of the groups is picked, and then one of its faults. */
type Groups = Partial<Record<FaultKind, Fault[]>>;

/** The kinds of faults. `spells` and `lag` are none of single requests. */
export const faultKinds = [
  'endings',
  'refusals',
  'malformed',
  'statuses',
  'outdated',
  'nobody',
  'spells',
  'repeats',
  'late',
  'lag',
  'envelopes',
  'caches',
  'others',
  'rows',
  'queries',
] as const;
export type FaultKind = (typeof faultKinds)[number];

const fault = (name: string, answer: Ending, hasTask = false): Fault => ({ name, answer, hasTask });

/** Changes the JSON of the answer that would have come. */
const changed =
  (change: (text: string) => string): Ending =>
  (response, body) => {
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(change(JSON.stringify(body)));
  };

/** Changes the data of the answer that would have come. */
const changedData = (change: (data: unknown) => unknown) =>
  changed((text) => {
    const body = JSON.parse(text);
    return JSON.stringify({ ...body, data: change(body.data) });
  });

/** Other fields in the task, or in each of a list. */
const showing = (fields: object) =>
  changedData((data) =>
    Array.isArray(data)
      ? data.map((task: object) => ({ ...task, ...fields }))
      : { ...Object(data), ...fields },
  );

/** Something else around the same task. */
const around = (fields: object) =>
  changed((text) => JSON.stringify({ ...JSON.parse(text), ...fields }));

const unknownStatuses = ['queued', 'SUBMITTED', '?'];
const malformedData: unknown[] = [null, [], {}, 'x', 7];
const malformedFields = ({ id, status }: Wire['names']): object[] => [
  { [status]: 7 },
  { [id]: {}, [status]: null },
  { [id]: { toString: 1 }, [status]: 'submitted' },
];
const malformedBodies = [
  '',
  '[]',
  'null',
  '"x"',
  '{"__proto__":{"data":{}},"message":{"toString":1},"code":[]}',
  '{"code":{"valueOf":1},"data":{"task_status":{"toString":1}}}',
];

/** A service code of Kling's, as it comes from there and through a gateway. */
export function coded(status: number, code: number, message: string, isGateway = false): Ending {
  const body = { code, message, request_id: 'r-1' };
  return (response) => json(status)(response, isGateway ? { message, data: { data: body } } : body);
}

/** What an account that enforces external ids says to a create whose id it knows. */
export const usedBefore = coded(400, 1201, 'external_task_id was used before');

const numberId = ({ id }: Wire['names']) =>
  changed((text) => text.replace(new RegExp(`"${id}":"(\\d+)"`, 'g'), `"${id}":$1`));

/** Refusals that are over in a while. */
const notNow = ({ isGateway, now }: Situation) => [
  fault('429 with 1302', coded(429, 1302, 'too fast', isGateway)),
  fault('429 with 1303', coded(429, 1303, 'parallel task over resource pack limit', isGateway)),
  fault('429 without a code', (response) => json(429, { 'retry-after': '2' })(response, {})),
  fault('429 without a code', (response) => {
    const until = new Date(now + 3_000).toUTCString();
    response.writeHead(429, { 'content-type': 'text/html', 'retry-after': until }).end('<html>');
  }),
  fault('429 of a gateway', (response) =>
    json(429)(response, { error: { message: 'too fast', type: 'rate_limit' } }),
  ),
];

/** The task in an answer that has something about it which only looks like a refusal. */
const envelopes = ({ wire }: Situation): Fault[] => [
  { ...fault('id as a number', numberId(wire.names), true), isTrue: true },
  { ...fault('task with code 200', around({ code: 200 }), true), isTrue: true },
  { ...fault('task with code 1', around({ code: 1 }), true), isTrue: true },
  { ...fault('task with an empty error', around({ error: {} }), true), isTrue: true },
];

/** What can go wrong with a create. */
function createFaults(situation: Situation): Groups {
  const { isGateway, isUnique, dice } = situation;
  const { status, answer } = pickRefusal(dice('refusal'));
  return {
    endings: Object.entries(endings).flatMap(([name, ending]) => [
      fault(`${name} before accepting`, ending),
      fault(`${name} after accepting`, ending, true),
    ]),
    refusals: [
      ...notNow(situation),
      fault('429 with 1102', coded(429, 1102, 'resource pack used up', isGateway)),
    ],
    nobody: [
      fault(`${status} by nobody before accepting`, answer),
      fault(`${status} by nobody after accepting`, answer, true),
    ],
    late: [{ ...fault('reset and delivered late', endings.reset), late: 30_000 * dice('late') }],
    // Where ids are not enforced, a second copy is a second task: no client can do anything about it.
    repeats: isUnique ? [fault('delivered twice', usedBefore, true)] : [],
    envelopes: envelopes(situation),
  };
}

/** What can go wrong with a request for one task. */
function readFaults(situation: Situation): Groups {
  const { isGateway, wire, dice } = situation;
  const { names, noResults, succeeded, isList } = wire;
  const { status, answer } = pickRefusal(dice('refusal'));
  const maxAge = 60_000 * dice('age');
  return {
    endings: Object.entries(endings).map(([name, ending]) => fault(name, ending)),
    refusals: [
      ...notNow(situation),
      fault('429 with 1101', coded(429, 1101, 'in arrears', isGateway)),
      fault('429 with 1304', coded(429, 1304, 'this address is not allowed', isGateway)),
    ],
    nobody: [fault(`${status} by nobody`, answer)],
    envelopes: envelopes(situation),
    statuses: [
      ...unknownStatuses.map((word) =>
        fault('unknown status', showing({ [names.status]: word, [names.result]: {} }), true),
      ),
      ...noResults.map((none) =>
        fault(
          'succeed before its URL',
          showing({ [names.status]: succeeded, [names.result]: none }),
          true,
        ),
      ),
    ],
    malformed: [
      ...malformedFields(names).map((fields) => fault('malformed', showing(fields))),
      // In an empty list there is nothing malformed: it says that there is no such task.
      ...malformedData
        .filter((data) => !isList || !Array.isArray(data))
        .map((data) =>
          fault(
            'malformed',
            changedData(() => data),
          ),
        ),
      ...(isList ? malformedData : []).map((data) =>
        fault(
          'malformed',
          changedData(() => [data]),
        ),
      ),
      ...malformedBodies.map((text) =>
        fault(
          'malformed',
          changed(() => text),
        ),
      ),
    ],
    caches: [{ ...fault('kept by a cache', json(), true), maxAge, isTrue: true }],
    others: [
      { ...fault('another task', json()), about: 'any other' },
      { ...fault('another task, finished', json()), about: 'a finished one' },
    ],
  };
}

/** By another number each time that the list has changed. */
const diceOf = ({ id }: Job, { length }: Job[]) => chance('list', id, length);

const isRunning = ({ status }: ShownTask) => !['succeed', 'failed'].includes(status);

/** Lists that say of tasks which still run that they have ended. */
const wrongRows: [string, NonNullable<Fault['rows']>][] = [
  [
    'list of failed tasks',
    (rows) =>
      rows.map((row) => (isRunning(row) ? { ...row, status: 'failed', reason: 'expired' } : row)),
  ],
  [
    'list of finished tasks',
    (rows) => {
      const { url } = rows.find(({ status }) => status === 'succeed') ?? {};
      if (!url) return rows;
      return rows.map((row) => (isRunning(row) ? { ...row, status: 'succeed', url } : row));
    },
  ],
  [
    'list mixed up',
    (rows) =>
      rows.map(({ id, externalId }, nth) => {
        const other = rows[(nth + 20) % rows.length] as ShownTask;
        return { ...other, id, externalId };
      }),
  ],
];

/** Answers about several tasks of which some are old, missing or elsewhere. */
const outdated = (what: string): Fault[] => [
  { ...fault(`${what} of the past`, json(), true), behind: 5_000 },
  { ...fault(`${what} of the past`, json(), true), behind: 15_000 },
  {
    ...fault(`${what} with gaps`, json(), true),
    list: (jobs: Job[]) => jobs.filter((job) => diceOf(job, jobs) < 0.7),
  },
  {
    ...fault(`shuffled ${what}`, json(), true),
    list: (jobs: Job[]) => jobs.toSorted((a, b) => diceOf(a, jobs) - diceOf(b, jobs)),
  },
];

/** What can go wrong with a task, as far as it can with several. */
function brokenFaults(situation: Situation): Groups {
  const { others: _, ...groups } = readFaults(situation);
  return groups;
}

/** What can go wrong with a list: what can with a task, and much more often what only a list can be. */
function listFaults(situation: Situation): Groups {
  // After most of these nobody asks for a list for a minute.
  if (situation.dice('broken') < 0.2) return brokenFaults(situation);
  return {
    outdated: outdated('list'),
    rows: wrongRows.map(([name, rows]) => ({ ...fault(name, json(), true), rows })),
  };
}

/** What can go wrong with a query for several tasks: what can with one, and what only such a query can be answered with. */
function queryFaults(situation: Situation): Groups {
  if (situation.dice('broken') < 0.4) return brokenFaults(situation);
  const few = (all: Job[]) => all.filter((job) => diceOf(job, all) < 0.1).slice(0, 5);
  return {
    outdated: outdated('query'),
    queries: [
      fault('query refused', coded(400, 1201, 'task_ids cannot exceed 20 in total')),
      fault(
        'object in place of a list',
        changedData((data) => Object([data].flat()[0])),
      ),
      {
        ...fault('query with others', json(), true),
        list: (jobs, all) => [...few(all), ...jobs, ...jobs.slice(0, 1)],
      },
      { ...fault('query for others', json(), true), list: (_, all) => few(all) },
      { ...fault('query without any', json(), true), list: () => [] },
    ],
  };
}

/** What can go wrong with each kind of request. */
const faultsOf = { create: createFaults, read: readFaults, list: listFaults, query: queryFaults };
export type RequestKind = keyof typeof faultsOf;

/** What goes wrong with a request with which something does, unless nothing of these kinds can. */
export function pickFault(
  kind: RequestKind,
  situation: Situation,
  without: readonly FaultKind[],
): Fault | undefined {
  const groups = Object.entries(faultsOf[kind](situation))
    .filter(([name, { length }]) => length > 0 && !without.some((each) => each === name))
    .map(([, faults]) => faults);
  if (groups.length === 0) return undefined;
  return pick(pick(groups, situation.dice('group')), situation.dice('which'));
}
