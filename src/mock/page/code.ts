import { operations } from '../../index.ts';
import type { Draft } from './draft.ts';

/** The three lines of a program that send a request to this mock. */
export function codeFor(draft: Draft, origin: string): string[] {
  const { provider } = draft;
  const baseUrl = quoted(`${origin}/${provider}`);
  return [
    `import { createKling, ${provider} } from 'kling-fetch';`,
    `const kling = createKling(${provider}, { apiKey: 'any' }, { baseUrl: ${baseUrl} });`,
    lastLine(draft),
  ];
}

function lastLine({ operation, kind, values }: Draft): string {
  const on = `await kling.${operation}`;
  const whole = literal(values);
  if (kind === 'create') return `const { ${operations[operation].result} } = ${on}.run(${whole});`;
  if (kind === 'list') return `const tasks = ${on}.list(${whole === '{}' ? '' : whole});`;
  return `const { task_status } = ${on}.task(${literal(values.task_id ?? '')}).snapshot();`;
}

/** JSON as somebody would write it in a program. */
function literal(value: unknown): string {
  if (typeof value === 'string') return quoted(value);
  if (Array.isArray(value)) return `[${value.map(literal).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const fields = Object.entries(value).map(
    ([key, child]) => `${/^[A-Za-z_$][\w$]*$/.test(key) ? key : quoted(key)}: ${literal(child)}`,
  );
  return fields.length > 0 ? `{ ${fields.join(', ')} }` : '{}';
}

/** JSON escapes all that a program needs escaped, but for the other kind of quotes. */
function quoted(text: string): string {
  const inner = JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'");
  return `'${inner}'`;
}
