import { chance } from './chance.ts';
import { type Ending, endings, json } from './endings.ts';
import type { Job } from './ledger.ts';

/** Something that goes wrong with one request. */
export interface Fault {
  name: string;
  answer: Ending;
  /** For a create, the job is accepted all the same; for a read, the response shows the task. */
  hasTask: boolean;
  /** For lists that are well formed: what they leave out or put elsewhere, and how many milliseconds they are behind. */
  list?: (jobs: Job[]) => Job[];
  behind?: number;
}

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

const numberId = changed((text) => text.replace(/"task_id":"(\d+)"/g, '"task_id":$1'));

/** Refusals that are over in a while. `date` is the provider's clock, for one form of `Retry-After`. */
const notNow = (isGateway: boolean, date: () => number) => [
  fault('429 with 1302', coded(429, 1302, 'too fast', isGateway)),
  fault('429 with 1303', coded(429, 1303, 'parallel task over resource pack limit', isGateway)),
  fault('429 without a code', (response) => json(429, { 'retry-after': '2' })(response, {})),
  fault('429 without a code', (response) => {
    const until = new Date(date() + 3_000).toUTCString();
    response.writeHead(429, { 'content-type': 'text/html', 'retry-after': until }).end('<html>');
  }),
];

/** What can go wrong with a create. */
const createFaults = (isGateway: boolean, date: () => number): Fault[] => [
  ...Object.entries(endings).flatMap(([name, ending]) => [
    fault(`${name} before accepting`, ending),
    fault(`${name} after accepting`, ending, true),
  ]),
  ...notNow(isGateway, date),
  fault('429 with 1102', coded(429, 1102, 'resource pack used up', isGateway)),
  fault('id as a number', numberId, true),
];

/** What can go wrong with a request for one task. */
const readFaults = (isGateway: boolean, date: () => number): Fault[] => [
  ...Object.entries(endings).map(([name, ending]) => fault(name, ending)),
  ...notNow(isGateway, date),
  fault('429 with 1101', coded(429, 1101, 'in arrears', isGateway)),
  fault('429 with 1304', coded(429, 1304, 'this address is not allowed', isGateway)),
  fault('id as a number', numberId, true),
  ...unknownStatuses.map((task_status) =>
    fault('unknown status', showing({ task_status, task_result: {} }), true),
  ),
  ...noResults.map((task_result) =>
    fault('succeed before its URL', showing({ task_status: 'succeed', task_result }), true),
  ),
  ...malformedData.map((data) => fault('malformed', showing(data))),
  ...malformedBodies.map((text) =>
    fault(
      'malformed',
      changed(() => text),
    ),
  ),
];

/** By another number each time that the list has changed. */
const diceOf = ({ id }: Job, { length }: Job[]) => chance('list', id, length);

/** What can go wrong with a list: all that can with a task, and what only a list can be. */
const listFaults = (_: boolean, date: () => number): Fault[] => {
  const wellFormed = [
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
  ];
  // Half of what goes wrong: after most of the others nobody asks for a list for a minute.
  const others = readFaults(false, date);
  return [...others, ...others.map((_, nth) => wellFormed[nth % wellFormed.length] as Fault)];
};

/** What can go wrong with each kind of request. */
export const faultsOf = { create: createFaults, read: readFaults, list: listFaults };
