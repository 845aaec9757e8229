import { type ParseArgsConfig, parseArgs } from 'node:util';
import { countMistakes } from '../documents/unknown.ts';
import { type OperationName, operations } from '../index.ts';
import { type Flag, type Flags, UsageError } from './command.ts';
import { type Fields, flagOf, kebab, kindOf, parseValue } from './fields.ts';

/** The operations as commands and `--operation` spell them. */
export const operationsByName = new Map<string, OperationName>(
  Object.keys(operations)
    .filter((name): name is OperationName => name in operations)
    .map((name) => [kebab(name), name]),
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

/** What stood on a command line, by the names of the fields. */
export interface Parsed {
  values: Record<string, unknown>;
  arguments: string[];
}

/**
 * Reads flags and arguments; which values are allowed is checked elsewhere. Of a flag that comes twice, the last value
 * counts.
 * @throws {UsageError} an unknown flag, or one without its value
 */
export function parse(args: readonly string[], fields: Fields): Parsed {
  const byFlag = new Map(Object.keys(fields).map((name) => [kebab(name), name]));
  const parsed: Parsed = { values: {}, arguments: [] };
  const { tokens } = parseArgs({ ...configFor(args, fields), strict: false, tokens: true });
  for (const token of tokens) {
    if (token.kind === 'positional') parsed.arguments.push(token.value);
    if (token.kind !== 'option') continue;
    const name = byFlag.get(token.name);
    const schema = name && fields[name];
    if (!schema) throw unknownFlag(token.rawName, Object.keys(fields));
    parsed.values[name] = readValue(schema, flagOf(name), token.value, token.inlineValue);
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

function unknownFlag(flag: string, names: string[]): UsageError {
  const isKey = /key|token|secret/.test(flag);
  const advice = isKey
    ? 'keys come from the environment only, see --help'
    : suggest(flag, names.map(flagOf), 'flags');
  return new UsageError(`unknown flag ${flag}; ${advice}`);
}

/** Points to the candidate that was probably meant, or to the help where none is near. */
export function suggest(word: string, candidates: string[], what: string): string {
  const [nearest] = candidates
    .map((candidate) => ({ candidate, mistakes: countMistakes(word, candidate) }))
    .sort((a, b) => a.mistakes - b.mistakes);
  if (nearest && nearest.mistakes <= word.length / 2) return `did you mean ${nearest.candidate}?`;
  return `--help lists the ${what}`;
}
