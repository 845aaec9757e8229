import { type ParseArgsConfig, parseArgs } from 'node:util';
import { type ProviderName, providersOf } from '../documents/documents.ts';
import { countMistakes } from '../documents/unknown.ts';
import { type OperationName, operations } from '../index.ts';
import { type Command, type Flag, type Flags, UsageError } from './command.ts';
import { type Fields, fieldsOf, flagOf, kebab, kindOf, parseValue } from './fields.ts';

/** The operations that a provider has, as commands and `--operation` spell them. */
export const operationsByName = new Map<string, OperationName>(
  (Object.keys(operations) as OperationName[])
    .filter((name) => providersOf(name).length > 0)
    .map((name) => [kebab(name), name]),
);

/** Those that make tasks. */
export const tasksByName = new Map(
  [...operationsByName].filter(([, name]) => operations[name].result !== ''),
);

/** The flag that every command has. */
export const helpFlag = {
  help: { type: 'boolean', description: 'Show this help.' },
} satisfies Flags;

/** The flag that replaces a provider's address. */
export const baseUrlFlag = {
  baseUrl: {
    type: 'string',
    format: 'url',
    description: "Used instead of the provider's own address: a mock, a proxy, another region.",
  },
} satisfies Flags;

/** The port that a command listens on. */
export const portFlag = (port: number) =>
  ({
    type: 'integer',
    minimum: 0,
    maximum: 65_535,
    default: port,
    description: 'Port to listen on; 0 picks a free one.',
  }) satisfies Flag;

/** All flags of a command by the names of their fields: only its own where the provider does not offer it. */
export function fieldsFor(
  { fields, options, operation = 'textToAudio' }: Command,
  provider: ProviderName,
): Fields {
  try {
    return { ...fieldsOf(fields?.(provider, operation) ?? {}), ...options };
  } catch (error) {
    if (error instanceof UsageError) return options;
    throw error;
  }
}

/** What stood on a command line, by the names of the fields. */
export interface Parsed {
  values: Record<string, unknown>;
  arguments: string[];
}

/**
 * Reads flags and arguments; which values are allowed is checked elsewhere. Of a flag that comes twice, the last value
 * counts, and of a list all of them. `explain` says more of an unknown flag, where there is more to say.
 * @throws {UsageError} an unknown flag, or one without its value
 */
export function parse(
  args: readonly string[],
  fields: Fields,
  explain: (flag: string) => string | undefined = () => undefined,
): Parsed {
  const byFlag = new Map(Object.keys(fields).map((name) => [kebab(name), name]));
  const parsed: Parsed = { values: {}, arguments: [] };
  const { tokens } = parseArgs({ ...configFor(args, fields), strict: false, tokens: true });
  for (const token of tokens) {
    if (token.kind === 'positional') parsed.arguments.push(token.value);
    if (token.kind !== 'option') continue;
    const name = byFlag.get(token.name);
    const schema = name && fields[name];
    // As it was typed: of `-prompt`, the token is only `-p`.
    if (!schema) throw unknownFlag(args[token.index] ?? '', Object.keys(fields), explain);
    const value = readValue(schema, flagOf(name), token.value, token.inlineValue);
    const before = kindOf(schema) === 'list' ? (parsed.values[name] ?? []) : [];
    parsed.values[name] = Array.isArray(value) ? [before, value].flat() : value;
  }
  return parsed;
}

/** Reads one flag before the others are known: the provider decides which flags there are. */
export function peek(args: readonly string[], fields: Fields, name: string): string | undefined {
  const { values } = parseArgs({ ...configFor(args, fields), strict: false });
  const value = values[kebab(name)];
  return value === undefined ? undefined : String(value);
}

function configFor(args: readonly string[], fields: Fields) {
  const options: NonNullable<ParseArgsConfig['options']> = {};
  for (const [name, schema] of Object.entries(fields)) {
    const type = kindOf(schema) === 'bare' ? 'boolean' : 'string';
    options[kebab(name)] = name === 'help' ? { type, short: 'h' } : { type };
  }
  return { args: [...args], options, allowPositionals: true };
}

function readValue(
  schema: Fields[string],
  flag: string,
  text: string | undefined,
  isInline: boolean | undefined,
): unknown {
  if (kindOf(schema) === 'bare') {
    if (text !== undefined) throw new UsageError(`${flag} takes no value`);
    return true;
  }
  // A value that starts like a flag usually means that the value was forgotten.
  if (text === undefined || (!isInline && text.startsWith('--'))) {
    throw new UsageError(`${flag} needs a value; write ${flag}=… if it starts with --`);
  }
  return parseValue(schema, text);
}

function unknownFlag(
  typed: string,
  names: string[],
  explain: (flag: string) => string | undefined,
): UsageError {
  const [flag = ''] = typed.split('=');
  const explained = explain(flag);
  if (explained !== undefined) return new UsageError(explained);
  const isKey = /key|token|secret/.test(flag);
  const advice = isKey
    ? 'keys come from the environment only, see --help'
    : suggest(flag, names.map(flagOf), 'flags');
  return new UsageError(`unknown flag ${flag}; ${advice}`);
}

/** Points to the candidate that was probably meant, or to the help where none is really near. */
export function suggest(word: string, candidates: string[], what: string): string {
  const bare = (flag: string) => flag.replaceAll('-', '');
  const typed = bare(word);
  const [nearest] = candidates
    .map((candidate) => ({ candidate, mistakes: countMistakes(typed, bare(candidate)) }))
    .filter(({ candidate, mistakes }) => {
      const known = bare(candidate);
      // `--negative` and `--output` are half of a flag, and one and a half. Of two letters, a mistake leaves nothing to go by.
      const isPart = typed.length > 2 && (known.startsWith(typed) || typed.startsWith(known));
      return isPart || mistakes <= typed.length / 3;
    })
    .sort((a, b) => a.mistakes - b.mistakes);
  return nearest ? `did you mean ${nearest.candidate}?` : `--help lists the ${what}`;
}
