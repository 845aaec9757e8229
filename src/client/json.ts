/** Reads JSON that others wrote: it may hold anything. */

/** An object of JSON. */
export type JsonObject = Record<string, unknown>;

/** Whether it is an object and not an array. The only test of this in the project. */
export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A string as it is, a number as its digits, anything else as '': `String()` throws on some objects that JSON can hold. */
export const text = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : '';

/** Text from outside, short enough for a message and for matching. */
export const cut = (value: unknown): string => text(value).slice(0, 1_000);

/** Parses JSON and keeps all digits of ids; undefined when the text is not JSON. */
export function parse(json: string): unknown {
  try {
    // Ids have 18 or 19 digits, more than a number holds. They rarely are numbers at all.
    return JSON.parse(
      /id"\s*:\s*\d/.test(json)
        ? json.replace(/"((?:\w+_)?id)"\s*:\s*(\d+)(?=\s*[,}])/g, '"$1":"$2"')
        : json,
    );
  } catch {
    return undefined;
  }
}
