import { providerNames } from '../documents/documents.ts';
import type { Schema } from '../documents/openapi.ts';
import { ruleOf } from '../documents/rules.ts';
import type { Call, Command, Options } from './command.ts';
import { environment, keysOf } from './environment.ts';
import { fieldsOf, flagOf, kindOf } from './fields.ts';
import { exitCodes } from './report.ts';

const width = 80;

/** The help of the program. */
export function programHelp(commands: ReadonlyMap<string, Command>): string {
  return [
    'Sounds and videos by Kling, through its own API, CometAPI or DeerAPI.',
    'Usage: kling-fetch COMMAND [flags]\n       kling-fetch COMMAND --help\n       kling-fetch --version',
    section(
      'Commands',
      [...commands].map(([name, { summary }]) => [name, summary]),
    ),
    keys(),
    section('Exit codes', Object.entries(exitCodes)),
    'Results are on stdout, progress and errors on stderr.',
  ]
    .join('\n\n')
    .concat('\n');
}

/** The help of one command, for one provider. */
export function commandHelp(
  name: string,
  command: Command,
  { provider, operation }: Pick<Options, 'provider'> & Pick<Call, 'operation'>,
): string {
  const schema = command.fields?.(provider, operation) ?? {};
  const fields = Object.entries(fieldsOf(schema));
  const isRequired = (field: string) =>
    schema.required?.includes(field) === true && command.defaults?.[field] === undefined;
  const required = fields.filter(([field]) => isRequired(field));
  const usage = [
    `Usage: kling-fetch ${name}`,
    command.argument,
    ...required.map(([field, each]) => spelled(field, each)),
    '[flags]',
  ];
  const rows = (entries: [string, Schema][]) =>
    entries.map(([field, each]): [string, string] => [
      spelled(field, each),
      described(each, schema, isRequired(field), command.defaults?.[field]),
    ]);
  return [
    command.summary,
    usage.filter(Boolean).join(' '),
    command.details,
    fields.length > 0 && section(`Fields of ${provider}, by its document`, rows(fields)),
    section('Flags', rows(Object.entries(command.options))),
    'baseUrl' in command.options && keys(),
    section('Exit codes', Object.entries(command.exitCodes ?? exitCodes)),
  ]
    .filter(Boolean)
    .join('\n\n')
    .concat('\n');
}

/** What OpenAPI calls formats of numbers; other formats name what a flag takes: `FILE`, `SECONDS`. */
const numeric = new Set(['float', 'double', 'int32', 'int64']);

/** `--duration NUMBER`. */
function spelled(field: string, schema: Schema): string {
  const kinds = { bare: '', number: ' NUMBER', json: ' JSON', text: ' TEXT' };
  const { format = 'float' } = schema;
  return flagOf(field) + (numeric.has(format) ? kinds[kindOf(schema)] : ` ${format.toUpperCase()}`);
}

function described(field: Schema, body: Schema, isRequired: boolean, filled?: unknown): string {
  const { description = '' } = field;
  const known = body.properties ?? {};
  const text = description.replace(/`(\w+)`/g, (_, word) => (known[word] ? flagOf(word) : word));
  const rule =
    kindOf(field) === 'bare'
      ? ''
      : ruleOf(field).replace(/^(text|a number|an object|an array)(, |$)/, '');
  const value = filled ?? field.default;
  const notes = [
    isRequired && 'required',
    !text.toLowerCase().includes(rule) && rule,
    value !== undefined && value !== false && `default: ${value}`,
  ].filter(Boolean);
  return [text, notes.length > 0 && `[${notes.join('; ')}]`].filter(Boolean).join(' ');
}

const keys = () =>
  section(
    'Environment, for the key and another address',
    providerNames.map((name) => [name, `${keysOf(name)}; ${environment[name].baseUrl}`]),
  );

/** Two columns under a title; the right one is wrapped. */
function section(title: string, rows: [string, string][]): string {
  const left = Math.min(26, Math.max(...rows.map(([name]) => name.length)) + 4);
  const lines = rows.flatMap(([name, text]) => {
    const [first = '', ...rest] = wrap(text, width - left);
    const head = `  ${name}`;
    // A name too long for its column has a line of its own.
    const start =
      head.length + 2 > left ? [head, ' '.repeat(left) + first] : [head.padEnd(left) + first];
    return [...start, ...rest.map((line) => ' '.repeat(left) + line)];
  });
  return [`${title}:`, ...lines].join('\n');
}

function wrap(text: string, columns: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= columns) {
      lines.splice(-1, 1, `${last} ${word}`);
    } else lines.push(word);
  }
  return lines;
}
