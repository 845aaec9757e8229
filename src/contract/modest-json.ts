/**
 * Reading JSON that others wrote. What takes a reader's time or memory is counted before anything is parsed, in one pass
 * over the text: a few megabytes can become gigabytes.
 */

/** What a JSON document may hold at most. */
export const jsonLimits = {
  /** Values: fields and items. */
  nodes: 100_000,
  /** Levels. */
  depth: 150,
  /** Characters of a name. */
  name: 500,
};

/** @throws {RangeError} there are more; the message says `is too large: more than 20,000 lines` */
export function assertAtMost(limit: number, count: number, what: string): void {
  if (count > limit)
    throw new RangeError(`is too large: more than ${limit.toLocaleString('en')} ${what}`);
}

/**
 * Parses JSON.
 * @throws {RangeError} it holds more than the limits allow
 * @throws {SyntaxError} it is not JSON
 */
export function parseModestJson(text: string): unknown {
  let depth = 0;
  let nodes = 0;
  let start = 0;
  let end = -1;
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at];
    if (character === '"') {
      start = at;
      end = endOfString(text, at);
      at = end;
    } else if (character === ':') {
      // Pointers repeat a name for everything below it.
      assertAtMost(jsonLimits.name, end - start - 1, 'characters in one name');
    } else if (character === '}' || character === ']') depth -= 1;
    else if (character === '{' || character === '[' || character === ',') {
      nodes += 1;
      if (character !== ',') depth += 1;
      assertAtMost(jsonLimits.depth, depth, 'levels');
      assertAtMost(jsonLimits.nodes, nodes, 'values');
    }
  }
  return JSON.parse(text);
}

function endOfString(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at += 1) {
    if (text[at] === '\\') at += 1;
    else if (text[at] === '"') return at;
  }
  return text.length;
}
