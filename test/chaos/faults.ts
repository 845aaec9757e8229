import { chance, pick } from './chance.ts';
import { type Ending, endings, json } from './endings.ts';
import type { Job } from './ledger.ts';
import { pickRefusal } from './nobody.ts';
import type { ShownTask } from './shown.ts';

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
  list?: (jobs: Job[]) => Job[];
  behind?: number;
  rows?: (rows: ShownTask[]) => ShownTask[];
}

/** What the faults of a request depend on. */
export interface Situation {
  isGateway: boolean;
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

/** Fields of the task or of each in a list, or something else in its place. */
const showing = (data: unknown) =>
  changed((text) => {
    const body = JSON.parse(text);
    const isFields = typeof data === 'object' && data !== null && 'task_status' in data;
    const changedTask = (task: object) => (isFields ? { ...task, ...data } : data);
    const all = Array.isArray(body.data) && isFields;
    return JSON.stringify({
      ...body,
      data: all ? body.data.map(changedTask) : changedTask(body.data),
    });
  });

/** Something else around the same task. */
const around = (fields: object) =>
  changed((text) => JSON.stringify({ ...JSON.parse(text), ...fields }));

const unknownStatuses = ['queued', 'SUBMITTED', '?'];
const noResults = [null, 'none', {}, { audios: [], videos: [] }, { audios: [{ id: '1' }, null] }];
const malformedData: unknown[] = [
  null,
  [],
  {},
  'x',
  7,
  { task_status: 7 },
  { task_id: {}, task_status: null },
  { task_id: { toString: 1 }, task_status: 'submitted' },
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

const numberId = changed((text) => text.replace(/"task_id":"(\d+)"/g, '"task_id":$1'));

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
const envelopes = (): Fault[] => [
  { ...fault('id as a number', numberId, true), isTrue: true },
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
    envelopes: envelopes(),
  };
}

/** What can go wrong with a request for one task. */
function readFaults(situation: Situation): Groups {
  const { isGateway, dice } = situation;
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
    envelopes: envelopes(),
    statuses: [
      ...unknownStatuses.map((task_status) =>
        fault('unknown status', showing({ task_status, task_result: {} }), true),
      ),
      ...noResults.map((task_result) =>
        fault('succeed before its URL', showing({ task_status: 'succeed', task_result }), true),
      ),
    ],
    malformed: [
      ...malformedData.map((data) => fault('malformed', showing(data))),
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

const isRunning = ({ task_status }: ShownTask) => !['succeed', 'failed'].includes(task_status);

/** Lists that say of tasks which still run that they have ended. */
const wrongRows: [string, NonNullable<Fault['rows']>][] = [
  [
    'list of failed tasks',
    (rows) =>
      rows.map((row) =>
        isRunning(row) ? { ...row, task_status: 'failed', task_status_msg: 'expired' } : row,
      ),
  ],
  [
    'list of finished tasks',
    (rows) => {
      const { task_result } = rows.find(({ task_status }) => task_status === 'succeed') ?? {};
      if (!task_result) return rows;
      return rows.map((row) =>
        isRunning(row) ? { ...row, task_status: 'succeed', task_result } : row,
      );
    },
  ],
  [
    'list mixed up',
    (rows) =>
      rows.map(({ task_id, task_info }, nth) => {
        const other = rows[(nth + 20) % rows.length] as ShownTask;
        return { ...other, task_id, task_info };
      }),
  ],
];

/** What can go wrong with a list: what can with a task, and much more often what only a list can be. */
function listFaults(situation: Situation): Groups {
  // After most of these nobody asks for a list for a minute.
  if (situation.dice('broken') < 0.2) {
    const { others: _, ...groups } = readFaults(situation);
    return groups;
  }
  return {
    outdated: [
      { ...fault('list of the past', json(), true), behind: 5_000 },
      { ...fault('list of the past', json(), true), behind: 15_000 },
      {
        ...fault('list with gaps', json(), true),
        list: (jobs: Job[]) => jobs.filter((job) => diceOf(job, jobs) < 0.7),
      },
      {
        ...fault('shuffled list', json(), true),
        list: (jobs: Job[]) => jobs.toSorted((a, b) => diceOf(a, jobs) - diceOf(b, jobs)),
      },
    ],
    rows: wrongRows.map(([name, rows]) => ({ ...fault(name, json(), true), rows })),
  };
}

/** What can go wrong with each kind of request. */
const faultsOf = { create: createFaults, read: readFaults, list: listFaults };
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
