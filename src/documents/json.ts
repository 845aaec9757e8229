/** Reading what others wrote, and JSON pointers (RFC 6901): `/data/task_result/audios/0/url_mp3`. */
import { isObject, type JsonObject } from '../client/json.ts';

export { isObject, type JsonObject };

/** The value where it is an object, else an empty one. */
export const objectOf = (value: unknown): JsonObject => (isObject(value) ? value : {});

/** The value where it is an array, else an empty one. */
export const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

/** The texts of an array, or of a text alone. */
export const textsOf = (value: unknown): string[] =>
  [value].flat().filter((item): item is string => typeof item === 'string');

/** A part of an address as it was meant; what is not validly encoded stays as it is. */
export function decodeUri(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

// Hardly any step has anything to escape, and pointers are made by the million.
const escapeStep = (step: string) =>
  /[~/]/.test(step) ? step.replaceAll('~', '~0').replaceAll('/', '~1') : step;
const unescapeStep = (step: string) =>
  step.includes('~') ? step.replaceAll('~1', '/').replaceAll('~0', '~') : step;

/** The pointer to what stands below another one: `join('#/paths', '/v1')` is `#/paths/~1v1`. */
export function join(pointer: string, ...steps: (string | number)[]): string {
  return steps.reduce<string>((at, step) => `${at}/${escapeStep(String(step))}`, pointer);
}

/** The steps of a pointer, unescaped. */
export const stepsOf = (pointer: string): string[] => pointer.split('/').slice(1).map(unescapeStep);

/** The pointer without its last step. */
export function parentOf(pointer: string): string {
  return pointer.slice(0, Math.max(0, pointer.lastIndexOf('/')));
}

/** The last step. */
export function nameOf(pointer: string): string {
  return unescapeStep(pointer.slice(pointer.lastIndexOf('/') + 1));
}

/** Whether a pointer is the same as another one or leads further into it. */
export function isWithin(pointer: string, outer: string): boolean {
  return pointer === outer || pointer.startsWith(`${outer}/`);
}

/** What stands at a pointer; undefined where nothing does. */
export function valueAt(root: unknown, pointer: string): unknown {
  let value = root;
  for (const step of stepsOf(pointer)) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step))
      return undefined;
    value = Reflect.get(value, step);
  }
  return value;
}

/** The same pointer for every entry of a list: what is wrong with one of them is wrong with all. */
export function generic(pointer: string): string {
  return pointer.replace(/\/\d+(?=\/|$)/g, '/*');
}

/** Names as providers give them to fields, in snake or camel case. */
export const plainName = /^(?!.*\d{5})[a-z_]\w{0,39}$/;

/** The pointer as it may be shown to anybody: a step that may be something else than a name is covered. */
export function shown(pointer: string): string {
  const steps = pointer.split('/').slice(1);
  return steps
    .map((step) => `/${/^\d+$|^$/.test(step) || plainName.test(step) ? step : '…'}`)
    .join('');
}
