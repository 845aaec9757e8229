import { isObject, type JsonObject } from '../../documents/json.ts';
import { factsIn } from './prose-facts.ts';

/** How many lines a value in braces takes, from the line that opens it; 0 when it does not end. */
export function linesOfValue(lines: readonly string[]): number {
  let depth = 0;
  for (const [index, line] of lines.entries()) {
    const code = withoutComment(line).replaceAll(/"(?:[^"\\]|\\.)*"/g, '');
    depth += (code.match(/[[{]/g) ?? []).length - (code.match(/[\]}]/g) ?? []).length;
    if (depth <= 0) return index + 1;
  }
  return 0;
}

/** A line of JSON without what follows `//`. */
function withoutComment(line: string): string {
  return line.slice(0, line.length - commentIn(line).length);
}

/** The comment of a line of JSON, with its slashes; an address in a text is none. */
export function commentIn(line: string): string {
  return /^(?:[^"/]|"(?:[^"\\]|\\.)*"|\/(?!\/))*(\/\/.*)$/.exec(line)?.[1] ?? '';
}

const marker = 'values:';

/**
 * The schema that a sample answer with comments stands for: names and types from the sample, values from comments that
 * list them. `undefined` when it is no JSON.
 */
export function schemaOfSample(lines: readonly string[]): JsonObject | undefined {
  const code = lines.map((line) => {
    const { enum: values } = factsIn(commentIn(line), { type: 'string' });
    const bare = withoutComment(line);
    if (!Array.isArray(values)) return bare;
    return bare.replace(/:\s*"[^"]*"/, `: ${JSON.stringify(marker + values.join(','))}`);
  });
  try {
    return schemaOf(JSON.parse(code.join('\n')));
  } catch {
    return undefined;
  }
}

function schemaOf(value: unknown): JsonObject {
  if (value === null) return {};
  if (Array.isArray(value)) {
    return { type: 'array', ...(value.length > 0 ? { items: schemaOf(value[0]) } : {}) };
  }
  if (isObject(value)) {
    const fields = Object.entries(value).map(([name, child]) => [name, schemaOf(child)]);
    return {
      type: 'object',
      ...(fields.length > 0 ? { properties: Object.fromEntries(fields) } : {}),
    };
  }
  if (typeof value === 'string' && value.startsWith(marker)) {
    return { type: 'string', enum: value.slice(marker.length).split(',') };
  }
  return { type: Number.isInteger(value) ? 'integer' : typeof value };
}
