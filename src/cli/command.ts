import type { ProviderName } from '../documents/documents.ts';
import type { Schema } from '../documents/openapi.ts';
import type { OperationName } from '../index.ts';

/** A stream to write to, as `process.stdout` is one. */
export interface Output {
  write(text: string): unknown;
  isTTY?: boolean | undefined;
  columns?: number | undefined;
}

/** All that a command knows of the process it runs in. */
export interface Context {
  env: Readonly<Record<string, string | undefined>>;
  stdout: Output;
  stderr: Output;
  /** Where the user types; left out where nobody can be asked. */
  stdin?: (NodeJS.ReadableStream & { isTTY?: boolean | undefined }) | undefined;
  /** The folder that relative file names start from. */
  cwd: string;
  /** Aborts when the user interrupts. */
  signal?: AbortSignal | undefined;
}

/** A flag, described by the JSON Schema of its value. */
export interface Flag extends Schema {
  type: 'string' | 'number' | 'integer' | 'boolean';
  description: string;
}

/** The flags of a command by the names of its options: `baseUrl` is `--base-url`. */
export type Flags = Record<string, Flag>;

type ValueOf<F extends Flag> = F extends { enum: (infer Value)[] }
  ? Value
  : { string: string; number: number; integer: number; boolean: boolean }[F['type']];

/** The options that a table of flags describes. Those with a default always have a value. */
export type OptionsOf<F extends Flags> = {
  [Name in keyof F as F[Name] extends { default: unknown } ? Name : never]: ValueOf<F[Name]>;
} & {
  [Name in keyof F as F[Name] extends { default: unknown } ? never : Name]?: ValueOf<F[Name]>;
};

/** One run of a command: its arguments, read and checked. */
export interface Call<F extends Flags = Flags> {
  /** The values of the flags, defaults included. */
  options: OptionsOf<F>;
  /** The values that the user gave, without defaults. */
  given: Partial<OptionsOf<F>>;
  /** The fields of the provider's document: a body, or a query. */
  input: Record<string, unknown>;
  operation: OperationName;
  /** What is not a flag: the id or the handle of a task. */
  argument: string;
  context: Context;
}

/** A command of the command line. */
export interface Command<F extends Flags = Flags> {
  summary: string;
  /** More to say in its help. */
  details?: string;
  /** What it takes besides flags. */
  argument?: string;
  /** The operation, where the command's name says it. */
  operation?: OperationName;
  options: F;
  /** The fields that a provider's document adds; throws where the provider does not offer this. */
  fields?: (provider: ProviderName, operation: OperationName) => Schema;
  /** Fields that are filled in when they are not given. */
  defaults?: Record<string, unknown>;
  /** What its exit codes mean, where they are not the usual ones. */
  exitCodes?: Record<number, string>;
  /** Whether the tasks that it creates are gone when it ends. */
  forgets?(options: OptionsOf<F>): boolean;
  run(call: Call<F>): Promise<void>;
}

/** Commands by their names, in the order of the help. */
export type Commands = ReadonlyMap<string, Command>;

/**
 * Describes a command; the types of its options come from its table of flags. Afterwards commands of any flags can
 * stand in one table, as `main` checks the options of each against its own flags.
 */
export function defineCommand<F extends Flags>(command: Command<F>): Command {
  return command;
}

/** The command cannot be carried out as it was typed, or here. The message is all there is to say. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** The command did what it was asked to, and the check did not pass. The message says why, in a line. */
export class CheckFailed extends Error {
  override readonly name = 'CheckFailed';
  readonly exitCode: 1 | 3;

  constructor(exitCode: CheckFailed['exitCode'], message: string) {
    super(message);
    this.exitCode = exitCode;
  }
}

/** Resolves when the user interrupts. */
export function waitForInterrupt({ signal }: Context): Promise<void> {
  return new Promise((resolve) => {
    if (signal?.aborted) resolve();
    signal?.addEventListener('abort', () => resolve(), { once: true });
  });
}
