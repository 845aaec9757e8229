import type { OperationName } from '../client/operations.ts';
import { offerOf, type ProviderName } from '../documents/documents.ts';
import { isObject, join, listOf, nameOf, parentOf, stepsOf, valueAt } from '../documents/json.ts';
import { placesOf } from '../documents/places.ts';
import { setAt } from './constraints.ts';

/** What has to be known of a documented operation to find the tasks in its bodies. */
interface About {
  provider: ProviderName;
  name?: OperationName;
  action?: string;
}

/** A task in the body of a response. */
export interface TaskAt {
  /** JSON pointer to it. */
  pointer: string;
  value: unknown;
}

/** The tasks in the body of a response: that of a create, those of a query, those of a page. A place for one is there in any body. */
export function tasksAt({ provider, action }: About, body: unknown): TaskAt[] {
  const { created, read, page } = placesOf(provider);
  const isList = action === 'list' || action === 'presets';
  const at = isList ? page : action === 'get' ? read.replace(/\/0$/, '') : created;
  const value = valueAt(body, at);
  if (!Array.isArray(value)) return [{ pointer: at, value }];
  return value.map((item, index) => ({ pointer: join(at, index), value: item }));
}

/** A body as it would be if it showed this one of its tasks alone; one that is undefined is none. */
export function withOnly(body: unknown, { pointer, value }: TaskAt): unknown {
  const isOfMany = /^\d+$/.test(nameOf(pointer));
  return isOfMany
    ? setAt(body, stepsOf(parentOf(pointer)), value === undefined ? [] : [value])
    : body;
}

/** A task that a request asks for. */
export interface AskedFor {
  id: string;
  /** Whether the id is the caller's own; undefined where the request does not say. */
  isExternal?: boolean;
}

/** The tasks that a request asks for: by the id in its path, or by those in its query. */
export function askedIn({
  documented,
  id,
  query,
}: {
  documented: About;
  id?: string;
  query: Readonly<Record<string, string>>;
}): AskedFor[] {
  if (id !== undefined) return [{ id }];
  const { taskIds, externalTaskIds } = placesOf(documented.provider);
  const idsIn = (name: string, isExternal: boolean) =>
    (query[name] ?? '').split(',').flatMap((each) => (each ? [{ id: each, isExternal }] : []));
  return [...idsIn(taskIds, false), ...idsIn(externalTaskIds, true)];
}

/** The parts of a request that ask for one task. */
export function asking(
  { provider }: About,
  { id, isExternal = false }: AskedFor,
): { id?: string; query: Record<string, string> } {
  const { taskIds, externalTaskIds } = placesOf(provider);
  const name = isExternal ? externalTaskIds : taskIds;
  return name === '' ? { id, query: {} } : { query: { [name]: id } };
}

/** Where a task's result is: the list of the operation, or the one list of outputs of every type. */
export function resultAt({ provider, name }: About, task: TaskAt): string {
  const at = task.pointer + placesOf(provider).result;
  const { result = '', output } = (name && offerOf(provider, name)) ?? {};
  return output === undefined ? join(at, result) : at;
}

/** What a task has made so far. */
export const resultsOf = (documented: About, task: TaskAt): unknown[] =>
  listOf(valueAt(task.value, resultAt(documented, { ...task, pointer: '' })));

/** The external id in the body of a create; empty where there is none. */
export function externalIdIn(provider: ProviderName, body: unknown): string {
  const id = valueAt(body, placesOf(provider).sentExternalId);
  return typeof id === 'string' ? id : '';
}

/** The units that a task has cost, as it is billed, as a text; undefined where it does not say, or was paid in money. */
export function unitsOf(provider: ProviderName, task: unknown): string | undefined {
  const billed = valueAt(task, placesOf(provider).billing);
  if (!Array.isArray(billed)) return isAmount(billed) ? billed : undefined;
  const charges = billed.filter(isObject);
  if (charges.length === 0 || charges.some(({ charge_type: type }) => type === 'cash'))
    return undefined;
  const amounts = charges.map(({ amount }) => amount);
  if (!amounts.every(isAmount)) return undefined;
  return String(Number(amounts.reduce((sum, each) => sum + Number(each), 0).toFixed(6)));
}

const isAmount = (value: unknown): value is string =>
  typeof value === 'string' && /^[\d.]{1,12}$/.test(value);
