import { groupOf, groups, type ProviderName, providerNames } from '../documents/documents.ts';
import type { Schema } from '../documents/openapi.ts';
import { describeRetired, ruleOf } from '../documents/rules.ts';
import type { OperationName } from '../index.ts';
import type { Command, Commands } from './command.ts';
import { environment, keysOf } from './environment.ts';
import { exitCodes } from './exit.ts';
import { fieldsOf, flagOf, kindOf, takesFile } from './fields.ts';
import { operationsByName } from './flags.ts';

const width = 80;

/** The help of the program. */
export function programHelp(commands: Commands): string {
  return joinParts([
    'Videos, pictures and sounds by Kling, through its own two APIs, CometAPI or DeerAPI.',
    'Usage: kling-fetch COMMAND [flags]\n       kling-fetch COMMAND --help\n       kling-fetch --version',
    ...operationSections(commands),
    commandSection(
      [...commands.keys()].filter((name) => !operationOf(name)),
      commands,
    ),
    environmentSection(),
    section('Exit codes', Object.entries(exitCodes)),
    'Results are on stdout, progress and errors on stderr.',
  ]);
}

/** The help of one command, for one provider. */
export function commandHelp(
  name: string,
  command: Command,
  {
    provider,
    operation,
    model,
  }: { provider: ProviderName; operation: OperationName; model?: string },
  commands: Commands,
): string {
  const schema = command.fields?.(provider, operation, model) ?? {};
  const fields = Object.entries(fieldsOf(schema));
  const isRequired = (field: string) =>
    schema.required?.includes(field) === true && command.defaults?.[field] === undefined;
  const required = fields.filter(([field]) => isRequired(field));
  const subcommands = [...commands.keys()].filter((other) => other.startsWith(`${name} `));
  const usage = [
    `Usage: kling-fetch ${name}`,
    subcommands.length > 0 && !command.fields && 'COMMAND',
    command.argument,
    ...required.map(([field, each]) => spell(field, each)),
    '[flags]',
  ];
  const describeAll = (entries: [string, Schema][]) =>
    entries.flatMap(([field, each]): [string, string][] => [
      [spell(field, each), describe(each, schema, isRequired(field), command.defaults?.[field])],
      ...describeInside(each),
    ]);
  return joinParts([
    wrap(command.summary, width).join('\n'),
    wrap(usage.filter(Boolean).join(' '), width - 7).join('\n       '),
    command.details && wrap(command.details, width).join('\n'),
    subcommands.length > 0 && commandSection(subcommands, commands),
    fields.length > 0 && section(`Fields of the request to ${provider}`, describeAll(fields)),
    section('Flags', describeAll(Object.entries(command.options))),
    'baseUrl' in command.options && environmentSection(),
    section('Exit codes', Object.entries(command.exitCodes ?? exitCodes)),
  ]);
}

const joinParts = (parts: (string | false | undefined)[]) =>
  `${parts.filter(Boolean).join('\n\n')}\n`;

/** What OpenAPI calls formats of numbers; other formats name what a flag takes: `FILE`, `SECONDS`. */
const numeric = new Set(['float', 'double', 'int32', 'int64']);

/** `--duration NUMBER`. */
function spell(field: string, schema: Schema): string {
  const kinds = { bare: '', number: ' NUMBER', list: ' NAME', json: ' JSON', text: ' TEXT' };
  const { format = takesFile(schema) ? 'file' : 'float' } = schema;
  return flagOf(field) + (numeric.has(format) ? kinds[kindOf(schema)] : ` ${format.toUpperCase()}`);
}

/** The description of a field, and in brackets what its value has to be. */
function describe(field: Schema, body: Schema, isRequired: boolean, filledIn?: unknown): string {
  const { description = '' } = field;
  const known = body.properties ?? {};
  const text = description.replace(/`(\w+)`/g, (_, word) => (known[word] ? flagOf(word) : word));
  const rule =
    kindOf(field) === 'bare'
      ? ''
      : ruleOf(field).replace(/^(text|a number|an object|an array)(, |$)/, '');
  const value = filledIn ?? field.default;
  const notes = [
    isRequired && 'required',
    !text.toLowerCase().includes(rule) && rule,
    describeRetired(field),
    value !== undefined && value !== false && `default: ${value}`,
  ].filter(Boolean);
  return [text, notes.length > 0 && `[${notes.join('; ')}]`].filter(Boolean).join(' ');
}

/** The fields of a flag's JSON, each with its own rules; of a list whose entries differ, the kinds of entries. */
function describeInside({ properties = {}, items }: Schema): [string, string][] {
  const kinds = items?.oneOf ?? [];
  if (kinds.length > 0) {
    return kinds.map((kind) => {
      const { type, ...fields } = fieldsOf(kind);
      const required = new Set(kind.required);
      const names = Object.keys(fields).map((name) => (required.has(name) ? name : `${name}?`));
      return [`  ${type?.const ?? ''}`, `${kind.title}: ${names.join(', ')}`];
    });
  }
  const { required = [], properties: ofItems = {} } = items ?? {};
  const inside = Object.entries(fieldsOf({ properties: { ...properties, ...ofItems } }));
  return inside.map(([name, field]) => [`  ${name}`, describe(field, {}, required.includes(name))]);
}

const commandSection = (names: string[], commands: Commands, title = 'Commands') =>
  section(
    title,
    names.map((name) => [name, commands.get(name)?.summary ?? '']),
  );

/** The operation that a command is named after. */
const operationOf = (name: string) => operationsByName.get(name.split(' ')[0] ?? '');

/** The commands of the operations, by what they make. */
function operationSections(commands: Commands): string[] {
  return groups.flatMap((title) => {
    const isIn = (operation?: OperationName) => operation && groupOf(operation) === title;
    const names = [...commands.keys()].filter((name) => isIn(operationOf(name)));
    return names.length > 0 ? [commandSection(names, commands, title)] : [];
  });
}

const environmentSection = () =>
  section(
    'Environment variables for the key and for another address',
    providerNames.map((name) => [name, `${keysOf(name)}; ${environment[name].baseUrl}`]),
  );

/** Puts rows in two columns under a title, and wraps the right one. */
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
