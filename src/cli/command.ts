import type { ProviderName } from '../documents/documents.ts';
import type { Schema } from '../documents/openapi.ts';
import type { OperationName } from '../index.ts';

/** A stream to write to, such as `process.stdout`. */
export interface Output {
  /** `done` is called when it is written, or with the error for which it is not. */
  write(text: string | Uint8Array, done?: (error?: Error | null) => void): unknown;
  isTTY?: boolean | undefined;
  columns?: number | undefined;
}

/** What a command uses of the process that it runs in. */
export interface Context {
  env: Readonly<Record<string, string | undefined>>;
  stdout: Output;
  stderr: Output;
  /** Where the user types answers to questions; absent where nobody can answer. */
  stdin?: (NodeJS.ReadableStream & { isTTY?: boolean | undefined }) | undefined;
  /** The folder that relative file names are resolved against. */
  cwd: string;
  /** Aborts when the user interrupts; an `Interruption` as its reason says how. */
  signal?: AbortSignal | undefined;
}

/** A flag, described by the JSON Schema of its value. */
export interface Flag extends Schema {
  type: 'string' | 'number' | 'integer' | 'boolean' | 'array';
  description: string;
}

/** The flags of a command by the names of its options: `baseUrl` is `--base-url`. */
export type Flags = Record<string, Flag>;

interface Values {
  string: string;
  number: number;
  integer: number;
  boolean: boolean;
  array: string[];
}

type ValueOf<F extends Flag> = F extends { enum: (infer Value)[] } ? Value : Values[F['type']];

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
  /** The options from the command line alone, without defaults. */
  explicit: Partial<OptionsOf<F>>;
  /** The fields of the provider's document: a body, or a query. */
  input: Record<string, unknown>;
  operation: OperationName;
  /** The argument that is not a flag: the id or the handle of a task; empty where there is none. */
  argument: string;
  context: Context;
}

/** A command of the command line. */
export interface Command<F extends Flags = Flags> {
  summary: string;
  /** Further lines of its help. */
  details?: string;
  /** The name of its argument that is not a flag, as the help shows it; absent where it takes none. */
  argument?: string;
  /** What that argument may be, where it is not free. */
  choices?: readonly string[];
  /** The operation, where the command is for only one. */
  operation?: OperationName;
  /** Whether it creates a task. */
  isCreate?: boolean;
  options: F;
  /** The fields that a provider's document adds, for one model or for any; throws where the provider does not offer this. */
  fields?: (provider: ProviderName, operation: OperationName, model?: string) => Schema;
  /** Values of fields that the user leaves out. */
  defaults?: Record<string, unknown>;
  /** What its exit codes mean, where that differs from other commands. */
  exitCodes?: Record<number, string>;
  /** Whether the tasks that it creates are gone when it ends, so that they cannot be resumed. */
  losesTasks?(options: OptionsOf<F>): boolean;
  run(call: Call<F>): Promise<void>;
}

/** Commands by their names, in the order of the help. */
export type Commands = ReadonlyMap<string, Command>;

/**
 * Defines a command; the types of its options come from its table of flags. The result fits in one table with all other
 * commands, because `main` checks the options of each against its own flags.
 */
export function defineCommand<F extends Flags>(command: Command<F>): Command {
  return command;
}

/** The command was typed wrong, or cannot run in this environment. The user sees nothing but the message. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** The command ran, and its check did not pass. The message says why, in one line. */
export class CheckFailed extends Error {
  override readonly name = 'CheckFailed';
  readonly exitCode: 1 | 3;

  constructor(exitCode: CheckFailed['exitCode'], message: string) {
    super(message);
    this.exitCode = exitCode;
  }
}

/** The numbers of signals; Windows has no names for all of them. */
const signals = { SIGHUP: 1, SIGINT: 2, SIGPIPE: 13, SIGTERM: 15 };

/** A signal ended the command, or a reader of its output that went away. */
export class Interruption extends Error {
  override readonly name = 'Interruption';
  /** 128 and the number of the signal, as in every shell. */
  readonly exitCode: number;

  constructor(signal: keyof typeof signals) {
    super(`interrupted by ${signal}`);
    this.exitCode = 128 + signals[signal];
  }
}

/** Resolves when the user interrupts. */
export function waitForInterrupt({ signal }: Context): Promise<void> {
  return new Promise((resolve) => {
    if (signal?.aborted) resolve();
    signal?.addEventListener('abort', () => resolve(), { once: true });
  });
}
