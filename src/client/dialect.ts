/**
 * What two generations of Kling's API call differently: where an id of ours goes, how tasks are asked for, and what the fields
 * of a task are called. All others ask the dialect of their provider, and name none of these fields.
 */
import { cut, isObject, type JsonObject, text } from './json.ts';
import type { Offer } from './operations.ts';
import { endOf } from './refusals.ts';

/** A task as a response shows it. */
export interface Shown {
  /** As the document describes it. */
  readonly snapshot: JsonObject;
  /** The provider's id; in a response that names no task, it is something else. */
  readonly id: unknown;
  readonly externalId: string;
  /** `succeed` or `failed` where it has ended, and otherwise the provider's word; empty where the response shows no task. */
  readonly status: string;
  /** Why it failed. */
  readonly reason: string;
  /** When it was created and when it changed last; NaN where the response does not say. In milliseconds, at some gateways in seconds. */
  readonly created: number;
  readonly updated: number;
}

/** A request, without what is the same for all. */
export interface Query {
  route: string;
  id?: string;
  query?: object;
  body?: object;
}

/** A page of a list. */
export interface Page {
  tasks: Shown[];
  /** As the document describes it. */
  snapshot: unknown;
  /** What the query for the next page has in another way; undefined where this is the last one, null where nothing leads on. */
  next: JsonObject | undefined | null;
}

/** How one generation speaks. */
export interface Dialect {
  /** The request that creates a task under an external id. */
  create(offer: Offer, input: JsonObject, externalId: string): Query;
  /** The external id that a caller has put into the input. */
  externalIdIn(input: JsonObject): unknown;
  /** The model, the quality and the seconds that an input asks for. */
  traitsOf(input: JsonObject): [model: unknown, quality: unknown, seconds: unknown];
  /** How many files an input asks for, at most. Each takes one of the provider's slots for running tasks. */
  filesOf(input: JsonObject): number;
  /** The most tasks that one request reads. */
  readonly most: number;
  /** The request that reads tasks by their ids, or by their external ids. */
  get(offer: Offer, ids: string[], isExternal: boolean): Query;
  /** The tasks in the data of a response to that; undefined where it has no place for any. */
  tasksIn(data: unknown): unknown[] | undefined;
  /** The request for one page of the account's tasks. */
  list(offer: Offer, query: JsonObject): Query;
  /** The data of a response to that; undefined where it is no list. */
  pageIn(data: unknown, query: JsonObject): Page | undefined;
  /** A task as everybody else wants it. */
  show(task: unknown): Shown;
  /** The result of a task that has succeeded; undefined while it is not filled. */
  resultIn(snapshot: JsonObject, offer: Offer): JsonObject | undefined;
}

/** Where a client keeps its dialect, for those who get a client and words that may be meant for another one. */
export const dialectKey = Symbol.for('kling-fetch.dialect');

/** Whether there is something in a field whose name begins so. */
const hasFilled = (item: JsonObject, name: string) =>
  Object.entries(item).some(([key, value]) => key.startsWith(name) && value && text(value));

/** Tasks on a page where the query does not say. */
const usualPageSize = 30;

/** Kling's legacy generation and the gateways that pass it on: `task_id`, `task_status`, `task_result`. */
export const legacy: Dialect = {
  create: ({ route }, input, externalId) => ({
    route,
    body: { ...input, external_task_id: externalId },
  }),
  externalIdIn: ({ external_task_id: id }) => id,
  traitsOf: ({ model_name: model, mode, duration }) => [model, mode, duration],
  // A series that says no number may have as many as any.
  filesOf: ({ n, result_type: type, series_amount: amount }) =>
    type === 'series' ? Number(amount) || 9 : Math.max(Number(n) || 1, 1),
  most: 1,
  get: ({ route }, [id = '']) => ({ route, id }),
  tasksIn: (data) => [data],
  list: ({ route }, query) => ({ route, query }),
  pageIn(data, { pageNum = 1, pageSize = usualPageSize }) {
    if (!Array.isArray(data) || !data.every(isObject)) return undefined;
    const tasks = data.map(legacy.show);
    const next = data.length < Number(pageSize) ? undefined : { pageNum: Number(pageNum) + 1 };
    return { tasks, snapshot: tasks.map(({ snapshot }) => snapshot), next };
  },
  show(task) {
    const outer = isObject(task) ? task : {};
    // A gateway wraps it once more, or has other words for its end.
    const inner = isObject(outer.data) ? { ...outer, ...outer.data } : outer;
    const word = text(inner.task_status ?? inner.status);
    const status = endOf(word) ?? word;
    const { task_id: id, task_info: info, task_status_msg, created_at, updated_at } = inner;
    return {
      snapshot: { ...inner, task_status: status },
      id,
      externalId: isObject(info) ? text(info.external_task_id) : '',
      status,
      reason: cut(task_status_msg),
      created: Number.parseFloat(text(created_at)),
      updated: Number.parseFloat(text(updated_at)),
    };
  },
  resultIn({ task_result: result }, { result: name, series = '', id: sign = 'url' }) {
    if (!isObject(result)) return undefined;
    // One gateway documents a single object where everybody else has a list.
    const listOf = (each: string) => [result[each] ?? []].flat().filter(isObject);
    const list = listOf(name);
    // Of a file, its address has to be there; of what is kept, its id.
    const isFilled = [...list, ...listOf(series)].some((item) => hasFilled(item, sign));
    return isFilled ? { ...result, [name]: list } : undefined;
  },
};

/** An id for a query that takes many of them. @throws {TypeError} it would be read as several */
function withoutComma(id: string): string {
  if (!id.includes(',')) return id;
  throw new TypeError(`an id for this provider has no comma: ${JSON.stringify(id)}`);
}

/**
 * The second generation of Kling's own API: `id`, `status`, `outputs`. The model is a part of the route, our id stands in
 * `options`, where alone the provider reads it, and one query reads the tasks of all operations.
 */
export const second: Dialect = {
  create: ({ route }, { model, options, ...rest }, externalId) => ({
    route: model === undefined ? route : `${route}/${encodeURIComponent(text(model))}`,
    body: {
      ...rest,
      // What is no object becomes fields that no document has.
      options: { ...(options as object), external_task_id: withoutComma(externalId) },
    },
  }),
  externalIdIn: ({ options }) => (isObject(options) ? options.external_task_id : undefined),
  traitsOf({ model, settings }) {
    const { resolution, duration } = isObject(settings) ? settings : {};
    return [model, resolution, duration];
  },
  filesOf: () => 1,
  most: 20,
  get: ({ tasks: route = '' }, ids, isExternal) => ({
    route,
    query: { [isExternal ? 'external_task_ids' : 'task_ids']: ids.map(withoutComma).join() },
  }),
  tasksIn: (data) => (Array.isArray(data) ? data : undefined),
  list: ({ tasks: route = '' }, body) => ({ route, body }),
  pageIn(data, { cursor: own }) {
    const { result, count, next_cursor: cursor, has_more } = isObject(data) ? data : {};
    // An account without tasks has no `result`, and a count of 0.
    const all = result ?? (count === undefined ? undefined : []);
    if (!Array.isArray(all)) return undefined;
    const isStuck = !cursor || cursor === own;
    const end = has_more === true ? null : undefined;
    return {
      tasks: all.map(second.show),
      snapshot: data,
      next: has_more === false || isStuck ? end : { cursor },
    };
  },
  show(task) {
    const snapshot = isObject(task) ? task : {};
    // The response to a create of try-on calls its id as the first generation did.
    const { task_id, id = task_id, external_id, status, message } = snapshot;
    const word = text(status);
    return {
      // A status that is no text is shown as one, as in the first generation.
      snapshot: { ...snapshot, status: word },
      id,
      externalId: text(external_id),
      status: endOf(word) ?? word,
      reason: cut(message),
      created: Number.parseFloat(text(snapshot.create_time)),
      updated: Number.parseFloat(text(snapshot.update_time)),
    };
  },
  resultIn({ outputs }, { result, output }) {
    const all = Array.isArray(outputs) ? outputs.filter(isObject) : [];
    const list = all.filter(({ type }) => type === output);
    return list.some((item) => hasFilled(item, 'url')) ? { [result]: list } : undefined;
  },
};
