import { createRequire } from 'node:module';
import {
  type ProviderName,
  providerNames,
  providers,
  providersOf,
} from '../documents/documents.ts';
import type { Schema } from '../documents/openapi.ts';
import { KlingError, type OperationName } from '../index.ts';
import {
  type Call,
  CheckFailed,
  type Command,
  type Commands,
  type Context,
  defineCommand,
  Interruption,
  type Output,
  UsageError,
} from './command.ts';
import { completion } from './completion.ts';
import { driftCommands } from './drift.ts';
import { engines } from './drift-engines.ts';
import { redactKeys } from './environment.ts';
import { explain, type RunningCommand } from './exit.ts';
import { describeIgnored, describeViolations, fieldsOf, flagOf, kindOf } from './fields.ts';
import {
  fieldsFor,
  helpFlag,
  operationsByName,
  parse,
  peek,
  suggest,
  tasksByName,
} from './flags.ts';
import { commandHelp, programHelp } from './help.ts';
import { readFiles } from './media.ts';
import { mockCommands } from './mock.ts';
import { operationCommands } from './operations.ts';
import { escapeControls } from './progress.ts';
import { taskCommands } from './tasks.ts';

/** Every command by its name. */
export const commands: Commands = new Map([
  ...operationCommands,
  ...Object.entries({ ...taskCommands, ...mockCommands }),
  ...driftCommands(engines),
  ['completion', completion(() => commands)],
  [
    'version',
    defineCommand({
      summary: 'Print the version.',
      options: helpFlag,
      run: async ({ context }) => void context.stdout.write(version()),
    }),
  ],
]);

/**
 * Runs a command line inside the given process: results go to `stdout`, progress and the one line of an error to `stderr`.
 * Never throws and never exits; it returns one of the exit codes of `--help`.
 */
export async function main(
  process: Context & { argv: readonly string[] },
  table: Commands = commands,
): Promise<number> {
  const context = protectOutputs(process);
  const { name, args } = splitCommand(process.argv, table);
  let running: RunningCommand | undefined;
  try {
    if (name === '') {
      context.stderr.write(programHelp(table));
      return 2;
    }
    const about = aboutProgram.get(name)?.(table);
    if (about) {
      context.stdout.write(about);
      return 0;
    }
    const command = table.get(name);
    if (!command) {
      throw new UsageError(`unknown command; ${suggest(name, [...table.keys()], 'commands')}`);
    }
    const subject = readSubject(command, args);
    if (peek(args, command.options, 'help')) {
      const model = peekModel(command, subject, args);
      context.stdout.write(commandHelp(name, command, { ...subject, model }, table));
      return 0;
    }
    const { schema, ...read } = readCall(name, command, subject, args, table);
    const typed = { ...read, context };
    const stderr = typed.options.quiet ? { write: () => {} } : context.stderr;
    const input = await readFiles(schema, typed.input, { ...context, stderr });
    const call = { ...typed, input };
    running = { command, call };
    await command.run(call);
    return 0;
  } catch (error) {
    if (error instanceof Interruption) return error.exitCode;
    const { code, line } = explain(error, running);
    context.stderr.write(`kling-fetch: ${line}\n`);
    if (running?.call.options.json && error instanceof KlingError) {
      context.stdout.write(`${JSON.stringify({ task: error.task, error })}\n`);
    }
    const reason = context.signal?.reason;
    const isInterrupted = reason instanceof Interruption && !(error instanceof CheckFailed);
    return isInterrupted && code > 2 ? reason.exitCode : code;
  }
}

// By the package's name, so that the same line works in the sources and in the build.
const version = () => `${createRequire(import.meta.url)('kling-fetch-cli/package.json').version}\n`;

/** The words that ask about the program itself, each with what it prints. */
const aboutProgram = new Map([
  ['help', programHelp],
  ['--help', programHelp],
  ['-h', programHelp],
  ['--version', version],
  ['-v', version],
]);

/** Splits the command line into the command's name, of one word or two, and what follows it. */
function splitCommand(argv: readonly string[], table: Commands): { name: string; args: string[] } {
  const [first = '', second = '-'] = argv;
  const isGroup = [...table.keys()].some((name) => name.startsWith(`${first} `));
  const words = isGroup && !second.startsWith('-') ? 2 : 1;
  return { name: argv.slice(0, words).join(' '), args: argv.slice(words) };
}

/** The provider and the operation of a command, which decide what other flags it has. */
interface Subject {
  provider: ProviderName;
  operation: OperationName;
}

function readSubject(command: Command, args: readonly string[]): Subject {
  const { options } = command;
  const values: Record<string, unknown> = {};
  for (const name of ['provider', 'operation']) {
    const flag = options[name];
    // Whoever names several operations does not say which one it is about.
    if (flag && kindOf(flag) !== 'list') values[name] = peek(args, options, name) ?? flag.default;
  }
  throwViolations(describeViolations({ properties: options }, values));
  const provider = providerNames.find((name) => name === values.provider) ?? 'klingai';
  const named = command.operation ?? operationsByName.get(String(values.operation));
  const [first = 'textToAudio'] = [...tasksByName.values()].filter((name) =>
    providersOf(name).includes(provider),
  );
  return { provider, operation: named ?? first };
}

/** The model that the help is asked for; empty where none is named. */
function peekModel(command: Command, { provider, operation }: Subject, args: readonly string[]) {
  const fields = fieldsOf(command.fields?.(provider, operation) ?? {});
  const typed = Object.keys(fields).map((name) => [name, peek(args, fields, name)]);
  return String(providers[provider].dialect.traitsOf(Object.fromEntries(typed))[0] ?? '');
}

/** Reads and checks what follows the command's name. */
function readCall(
  name: string,
  command: Command,
  { provider, operation }: Subject,
  args: readonly string[],
  table: Commands,
): Omit<Call, 'context'> & { schema: Schema } {
  const schema = command.fields?.(provider, operation) ?? {};
  const fields = fieldsOf(schema);
  const parsed = parse(args, { ...fields, ...command.options }, (flag) =>
    findFlag(flag, { name, command, provider, table }),
  );
  const [argument = ''] = parsed.arguments;
  if (!command.argument && parsed.arguments.length > 0) {
    throw new UsageError(`${name} takes only flags; put text with spaces in quotes`);
  }
  if (command.argument && (parsed.arguments.length !== 1 || !argument)) {
    throw new UsageError(`${name} needs one ${command.argument}`);
  }
  if (command.choices && !command.choices.includes(argument)) {
    throw new UsageError(`${name} takes one of ${command.choices.join(', ')}`);
  }
  const values = Object.entries(parsed.values);
  const explicit = Object.fromEntries(values.filter(([option]) => option in command.options));
  const explicitInput = Object.fromEntries(values.filter(([field]) => field in fields));
  const options = { ...defaultsOf(command), ...explicit };
  const input = { ...command.defaults, ...explicitInput };
  const empty = Object.keys(parsed.values).filter((field) => parsed.values[field] === '');
  const [model] = providers[provider].dialect.traitsOf(input);
  const exact = command.fields?.(provider, operation, String(model ?? '')) ?? schema;
  throwViolations([
    // Usually an unset shell variable. An empty prompt would be charged.
    ...empty.map((field) => `${flagOf(field)} is empty`),
    ...describeViolations({ properties: command.options }, options),
    ...describeViolations(exact, input, name),
    ...describeIgnored(exact, input),
  ]);
  // They were just checked against the table that this type is derived from.
  const checked = { options, explicit } as Pick<Call, 'options' | 'explicit'>;
  return { ...checked, input, operation, argument, schema: exact };
}

/** Which other provider, or else which other operation, has a flag; `undefined` when none does. */
function findFlag(
  flag: string,
  here: { name: string; command: Command; provider: ProviderName; table: Commands },
): string | undefined {
  const has = (command: Command, provider: ProviderName) =>
    Object.keys(fieldsFor(command, provider)).some((field) => flagOf(field) === flag);
  const owners = (command: Command) => providerNames.filter((each) => has(command, each));
  const say = (who: string, others: (string | undefined)[]) =>
    `${who} has no ${flag}; ${others.join(', ')} ${others.length === 1 ? 'has' : 'have'}`;
  const others = owners(here.command);
  if (others.length > 0) return say(here.provider, others);
  if (!operationsByName.has(here.name)) return undefined;
  const operations = [...operationsByName.keys()].flatMap((name) => {
    const command = here.table.get(name);
    const providers = command ? owners(command) : [];
    if (providers.length === 0) return [];
    return providers.includes(here.provider) ? [name] : [`${name} at ${providers.join(', ')}`];
  });
  const [first, second, third, ...more] = operations;
  const some = more.length > 0 ? [first, second, `${third} and ${more.length} more`] : operations;
  return operations.length > 0 ? say(here.name, some) : undefined;
}

function defaultsOf({ options }: Command): Record<string, unknown> {
  const defaults = Object.entries(options).map(([name, flag]) => [name, flag.default] as const);
  return Object.fromEntries(defaults.filter(([, value]) => value !== undefined));
}

function throwViolations(violations: string[]): void {
  if (violations.length > 0) throw new UsageError(violations.join('; '));
}

/**
 * Wraps the outputs so that in text no key gets through, not even one that a provider repeats in its response, and nothing that
 * a terminal would obey. Bytes pass as they are.
 */
export function protectOutputs(process: Context): Context {
  const clean = (text: string) => escapeControls(redactKeys(text, process.env));
  const protect = (output: Output): Output => ({
    write: (text, done) => output.write(typeof text === 'string' ? clean(text) : text, done),
    isTTY: output.isTTY,
    // Asked each time: the user may make the window narrower.
    get columns() {
      return output.columns;
    },
  });
  return { ...process, stdout: protect(process.stdout), stderr: protect(process.stderr) };
}
