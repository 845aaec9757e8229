import { createRequire } from 'node:module';
import { KlingError } from '../index.ts';
import {
  type Call,
  type Command,
  type Context,
  type Options,
  type Output,
  UsageError,
} from './command.ts';
import { commands as allCommands } from './commands.ts';
import { withoutKeys } from './environment.ts';
import { complaints, fieldsOf, flagOf } from './fields.ts';
import { parse, peek } from './flags.ts';
import { commandHelp, programHelp } from './help.ts';
import { operationWords } from './options.ts';
import { type Background, type ExitCode, explain } from './report.ts';
import { nearest } from './words.ts';

/**
 * The command line, without a process of its own: results go to `stdout`, progress and the one line of an error to
 * `stderr`. Never throws; the exit codes are those of `--help`.
 */
export async function main(
  process: Context & { argv: readonly string[] },
  commands: ReadonlyMap<string, Command> = allCommands,
): Promise<ExitCode> {
  const context = withoutSecrets(process);
  const [name, args] = namedIn(process.argv, commands);
  let background: Background | undefined;
  try {
    if (name === '') {
      context.stderr.write(programHelp(commands));
      return 2;
    }
    const told = program.get(name)?.(commands);
    if (told) {
      context.stdout.write(told);
      return 0;
    }
    const command = commands.get(name);
    if (!command) {
      throw new UsageError(`unknown command; did you mean ${nearest(name, [...commands.keys()])}?`);
    }
    const subject = subjectOf(command, args);
    if (peek(args, command.options, 'help')) {
      context.stdout.write(commandHelp(name, command, subject));
      return 0;
    }
    const call = { ...read(name, command, subject, args), context };
    const { options, given } = call;
    const forgets = command.forgets?.(options) ?? false;
    background = { options, given, creates: command.operation !== undefined, forgets };
    await command.run(call);
    return 0;
  } catch (error) {
    const { code, line } = explain(error, background);
    context.stderr.write(`kling-fetch: ${line}\n`);
    if (background?.options.json && error instanceof KlingError) {
      context.stdout.write(`${JSON.stringify({ task: error.task, error })}\n`);
    }
    return code;
  }
}

// By the package's name, so that the same line works in the sources and in what is built of them.
const version = () => `${createRequire(import.meta.url)('kling-fetch/package.json').version}\n`;

/** What the program tells of itself. */
const program = new Map([
  ['help', programHelp],
  ['--help', programHelp],
  ['-h', programHelp],
  ['--version', version],
  ['-v', version],
]);

/** The command's name, of one word or two, and what follows it. */
function namedIn(argv: readonly string[], commands: ReadonlyMap<string, Command>) {
  const [first = '', second = '-'] = argv;
  const isGroup = [...commands.keys()].some((name) => name.startsWith(`${first} `));
  const words = isGroup && !second.startsWith('-') ? 2 : 1;
  return [argv.slice(0, words).join(' '), argv.slice(words)] as const;
}

/** Provider and operation: they decide which other flags there are. */
function subjectOf(command: Command, args: readonly string[]) {
  const { options } = command;
  const chosen = ['provider', 'operation'].flatMap((name) => {
    const schema = options[name];
    return schema ? [[name, peek(args, options, name) ?? schema.default]] : [];
  });
  const values = Object.fromEntries(chosen);
  refuse(complaints({ properties: options }, values));
  const { provider, operation }: Pick<Options, 'provider' | 'operation'> = values;
  return {
    provider,
    operation: command.operation ?? operationWords.get(operation) ?? ('textToAudio' as const),
  };
}

function read(
  name: string,
  command: Command,
  { provider, operation }: Pick<Options, 'provider'> & Pick<Call, 'operation'>,
  args: readonly string[],
): Omit<Call, 'context'> {
  const schema = command.fields?.(provider, operation) ?? {};
  const fields = fieldsOf(schema);
  const { values, arguments: words } = parse(args, { ...fields, ...command.options });
  const [argument = ''] = words;
  if (!command.argument && words.length > 0) {
    throw new UsageError(`${name} takes flags only; put a text with spaces in quotes`);
  }
  if (command.argument && (words.length !== 1 || !argument)) {
    throw new UsageError(`${name} needs one ${command.argument}`);
  }
  const given = Object.entries(values);
  const defaults = Object.entries(command.options).flatMap(([option, { default: value }]) =>
    value === undefined ? [] : [[option, value]],
  );
  const chosen = given.filter(([option]) => option in command.options);
  const options = Object.fromEntries([...defaults, ...chosen]);
  const input = {
    ...command.defaults,
    ...Object.fromEntries(given.filter(([field]) => field in fields)),
  };
  const empty = given.filter(([field, value]) => field in fields && value === '');
  refuse([
    // A variable of the shell that is not set, as a rule: such a prompt would be paid for.
    ...empty.map(([field]) => `${flagOf(field)} is empty`),
    ...complaints({ properties: command.options }, options),
    ...complaints(schema, input, name),
  ]);
  // The schemas in options.ts, which it was just checked against, are what this type says.
  return {
    options: options as Options,
    given: new Set(Object.keys(values)),
    input,
    operation,
    argument,
  };
}

function refuse(complaints: string[]): void {
  if (complaints.length > 0) throw new UsageError(complaints.join('; '));
}

/** The process with outputs that no key gets through, not even one that a provider repeats in its answer. */
function withoutSecrets(process: Context): Context {
  const clean = withoutKeys(process.env);
  const guard = (output: Output): Output => ({
    write: (text) => output.write(clean(text)),
    isTTY: output.isTTY,
    columns: output.columns,
  });
  return { ...process, stdout: guard(process.stdout), stderr: guard(process.stderr) };
}
