import type { JournalEntry } from '../server/journal.ts';
import type { Rule } from '../server/rules.ts';
import type { TaskView } from '../server/task-view.ts';

/** A scenario as the control API lists it. */
export interface ScenarioView {
  name: string;
  /** The title of its group. */
  group: string;
  /** What it does, in a line. */
  means: string;
}

/** What the control API can do to a task. */
export type TaskAction = 'advance' | 'fail' | 'expire';

/** The control API of the mock that served this page. If a call is refused, it throws an Error with the mock's message. */
export const mockApi = {
  tasks: () => call<TaskView[]>('GET', '/tasks'),
  journal: () => call<JournalEntry[]>('GET', '/journal'),
  /** The rules for every account, or those of one key. */
  rules: (key = '') => call<Rule[]>('GET', '/rules', undefined, key),
  scenarios: () => call<ScenarioView[]>('GET', '/scenarios'),
  act: (id: string, action: TaskAction) => call('POST', `/tasks/${id}/${action}`),
  deleteTask: (id: string) => call('DELETE', `/tasks/${id}`),
  addRule: (rule: Rule, key: string) => call('POST', '/rules', rule, key),
  clearRules: (key: string) => call('DELETE', '/rules', undefined, key),
  advance: (by: string) => call('POST', '/advance', { by }),
  reset: () => call('POST', '/reset'),
};

async function call<T>(method: string, path: string, body?: unknown, key = ''): Promise<T> {
  const response = await fetch(`/_mock${path}`, {
    method,
    headers: {
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...(key && { authorization: `Bearer ${key}` }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  // The page comes from the same version of the mock, so its types can be trusted.
  const result = text === '' ? undefined : JSON.parse(text);
  if (!response.ok) {
    throw new Error(result?.message ?? `${method} ${path} returned ${response.status}`);
  }
  return result as T;
}
