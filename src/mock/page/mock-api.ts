import type { TaskView } from '../server/control.ts';
import type { JournalEntry } from '../server/journal.ts';
import type { Rule } from '../server/world.ts';

/** A scenario as the control API lists it. */
export interface ScenarioView {
  name: string;
  means: string;
}

/** The control API of the mock that served this page. Each throws an Error with the mock's own words when refused. */
export const mockApi = {
  tasks: () => call<TaskView[]>('GET', '/tasks'),
  journal: () => call<JournalEntry[]>('GET', '/journal'),
  rules: () => call<Rule[]>('GET', '/rules'),
  scenarios: () => call<ScenarioView[]>('GET', '/scenarios'),
  act: (id: string, action: 'advance' | 'fail' | 'expire') =>
    call('POST', `/tasks/${id}/${action}`),
  forget: (id: string) => call('DELETE', `/tasks/${id}`),
  addRule: (rule: Rule) => call('POST', '/rules', rule),
  clearRules: () => call('DELETE', '/rules'),
  advance: (by: string) => call('POST', '/advance', { by }),
  reset: () => call('POST', '/reset'),
};

async function call<T>(method: string, path: string, body?: unknown): Promise<T> {
  const answer = await fetch(`/_mock${path}`, {
    method,
    ...(body !== undefined && {
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json' },
    }),
  });
  const text = await answer.text();
  // What the mock sends is as its own types say.
  const result = text === '' ? undefined : JSON.parse(text);
  if (!answer.ok) throw new Error(result?.message ?? `${method} ${path}: ${answer.status}`);
  return result as T;
}
