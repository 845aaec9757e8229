import type { Kind } from '../kinds.ts';
import type { Problem } from './problems.ts';

type Words = (problem: Problem) => string;

/** A problem in one line: what is where, and what was documented. */
export function wordsOf(problem: Problem): string {
  const place = problem.location || 'the body';
  const words = byKind[problem.kind] ?? (() => `${place} is ${listed(problem.actual)}`);
  return words({ ...problem, location: place });
}

const byKind: Partial<Record<Kind, Words>> = {
  'answer-field-missing': ({ location }) => `${location} is missing`,
  'answer-field-undocumented': ({ location }) => `${location} is not documented`,
  'answer-type': ({ location, actual, expected }) =>
    `${location} is ${article(actual)}, not ${article(expected)}`,
  'answer-null': ({ location }) => `${location} is null`,
  'answer-enum': ({ location, actual, expected }) =>
    `${location} is ${listed(actual)}, not ${listed(expected)}`,
  'answer-value': ({ location, actual, expected }) =>
    `${location} is ${listed(actual)}, not ${listed(expected)}`,
  'answer-time-unit': ({ location, actual }) =>
    `${location} is ${listed(actual)}, not Unix time in milliseconds`,
  'answer-moved': ({ expected, actual }) => `${expected} moved to ${actual}`,
  'answer-status': ({ expected, actual }) =>
    `${actual} came where ${listed(expected)} is documented`,
  'answer-content-type': ({ expected, actual }) => `${actual} came, not ${listed(expected)}`,
  'answer-code': ({ expected, actual }) =>
    actual instanceof Object && 'code' in actual && 'status' in actual
      ? `${actual.code} came under ${actual.status}, not ${listed(expected)}`
      : `${actual} came, and ${listed(expected) || 'no code'} is documented`,
  'limit-not-enforced': ({ location, expected, actual }) =>
    `${location}: ${listed(actual)} was taken, though it ${listed(expected)}`,
  'limit-newly-enforced': ({ location, actual }) =>
    `${location}: ${listed(actual)} was refused, though it keeps every documented rule`,
  'auth-not-required': ({ actual }) => `${actual} came for a request without credentials`,
  'external-id-not-unique': () => 'a second task was made under the same external_task_id',
  'external-id-not-found': ({ actual }) => `${actual} came for the external id of a task`,
  'paging-ignored': ({ expected, actual }) => `${listed(actual)} came for ${listed(expected)}`,
  'result-missing': ({ location }) => `${location} is empty, though the task has succeeded`,
  'result-unplayable': ({ location, actual }) => `the file of ${location} ${listed(actual)}`,
  'example-differs': ({ location, expected, actual }) => `${location} is ${expected} and ${actual}`,
  'state-backwards': ({ expected, actual }) => `${listed(actual)} came after ${listed(expected)}`,
};

function listed(value: unknown): string {
  if (!Array.isArray(value)) return value === '' ? 'an empty text' : String(value);
  const words = value.map(listed);
  if (words.length > 8) return `one of ${words.length} documented values`;
  return words.length > 1 ? `${words.slice(0, -1).join(', ')} or ${words.at(-1)}` : words.join('');
}

function article(type: unknown): string {
  const word = String(type);
  return word === 'nothing' || word === 'null'
    ? word
    : `${/^[aeio]/.test(word) ? 'an' : 'a'} ${word}`;
}
