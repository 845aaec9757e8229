import { type ParseArgsConfig, parseArgs } from 'node:util';
import { UsageError } from './command.ts';
import { type Fields, flagOf, kindOf, valueFrom } from './fields.ts';
import { kebab, nearest } from './words.ts';

/** What stood on a command line, by the names of the fields. */
export interface Parsed {
  values: Record<string, unknown>;
  arguments: string[];
}

/**
 * Reads flags and arguments; what the values are allowed to be is checked elsewhere. A flag that comes twice has its
 * last value.
 * @throws {UsageError} an unknown flag, or one without its value
 */
export function parse(args: readonly string[], fields: Fields): Parsed {
  const byFlag = new Map(Object.keys(fields).map((name) => [kebab(name), name]));
  const parsed: Parsed = { values: {}, arguments: [] };
  for (const token of tokensOf(args, fields)) {
    if (token.kind === 'positional') parsed.arguments.push(token.value);
    if (token.kind !== 'option') continue;
    const name = byFlag.get(token.name);
    const schema = name && fields[name];
    if (!schema) throw unknown(token.rawName, Object.keys(fields));
    parsed.values[name] = read(schema, flagOf(name), token.value, token.inlineValue);
  }
  return parsed;
}

/** One flag's value, before the others are known: which provider is meant decides what flags there are. */
export function peek(args: readonly string[], fields: Fields, name: string): string | undefined {
  const value = parseArgs({ ...config(args, fields), strict: false }).values[kebab(name)];
  return value === undefined ? undefined : String(value);
}

const config = (args: readonly string[], fields: Fields) => {
  const options: NonNullable<ParseArgsConfig['options']> = {};
  for (const [name, schema] of Object.entries(fields)) {
    const type = kindOf(schema) === 'bare' ? 'boolean' : 'string';
    options[kebab(name)] = name === 'help' ? { type, short: 'h' } : { type };
  }
  return { args: [...args], options, allowPositionals: true };
};

const tokensOf = (args: readonly string[], fields: Fields) =>
  parseArgs({ ...config(args, fields), strict: false, tokens: true }).tokens;

function read(
  schema: Fields[string],
  flag: string,
  argument: string | undefined,
  isInline: boolean | undefined,
): unknown {
  if (kindOf(schema) === 'bare') {
    if (argument !== undefined) throw new UsageError(`${flag} takes no value`);
    return true;
  }
  // A value that looks like a flag is a forgotten value more often than not.
  if (argument === undefined || (!isInline && argument.startsWith('--'))) {
    throw new UsageError(`${flag} needs a value; write ${flag}=… for one that starts with --`);
  }
  return valueFrom(schema, argument);
}

function unknown(flag: string, names: string[]): UsageError {
  const advice = /key|token|secret/.test(flag)
    ? 'keys come from the environment only, see --help'
    : `did you mean ${nearest(flag, names.map(flagOf))}?`;
  return new UsageError(`unknown flag ${flag}; ${advice}`);
}
