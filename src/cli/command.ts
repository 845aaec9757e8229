import type { ProviderName } from '../documents/documents.ts';
import type { Schema } from '../documents/openapi.ts';
import type { OperationName } from '../index.ts';
import type { DriftOptions } from './drift-options.ts';
import type { Fields } from './fields.ts';

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
  /** Where answers are typed; left out where nobody is asked. */
  stdin?: (NodeJS.ReadableStream & { isTTY?: boolean | undefined }) | undefined;
  /** The folder that relative file names start from. */
  cwd: string;
  /** Aborts when the user interrupts. */
  signal?: AbortSignal | undefined;
}

/** The flags that are not fields of a provider's document. Their schemas are in `options.ts`. */
export interface Options extends DriftOptions {
  provider: ProviderName;
  operation: string;
  out?: string;
  noSave?: boolean;
  timeout: number;
  baseUrl?: string;
  json?: boolean;
  port: number;
  host: string;
  speed: string;
  scenario: string;
  scenarios?: boolean;
  seed: number;
  allowCallbacks?: string;
  replay?: string;
  live?: boolean;
}

/** One run of a command, its arguments read and checked. */
export interface Call {
  options: Options;
  /** The flags that the user gave, defaults left out. */
  given: ReadonlySet<string>;
  /** The fields of the provider's document: a body, or a query. */
  input: Record<string, unknown>;
  operation: OperationName;
  /** What is not a flag: a task's id or handle. */
  argument: string;
  context: Context;
}

/** A command of the command line. */
export interface Command {
  summary: string;
  /** More to say in its help. */
  details?: string;
  /** What it takes besides flags. */
  argument?: string;
  /** The operation, where the command's name says it. */
  operation?: OperationName;
  options: Fields;
  /** The fields that a provider's document adds; throws where the provider does not offer this. */
  fields?: (provider: ProviderName, operation: OperationName) => Schema;
  /** Fields that are filled in when they are not given. */
  defaults?: Record<string, unknown>;
  /** What its exit codes mean, where they are not the usual ones. */
  exitCodes?: Record<number, string>;
  /** Whether its tasks are gone when it ends. */
  forgets?: (options: Options) => boolean;
  run(call: Call): Promise<void>;
}

/** The command cannot be carried out as it was typed, or here. The message is all there is to say. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** The command did what it was asked, and the answer is a bad one. The message says which, in a line. */
export class Verdict extends Error {
  override readonly name = 'Verdict';
  /** The exit code. */
  readonly code: 1 | 3;

  constructor(code: Verdict['code'], message: string) {
    super(message);
    this.code = code;
  }
}
