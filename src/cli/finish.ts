import type { ProviderName } from '../documents/documents.ts';
import { KlingError, type OperationName } from '../index.ts';
import { save } from '../node/index.ts';
import { type Context, type Options, UsageError } from './command.ts';
import type { AnyTask } from './environment.ts';
import type { Progress } from './progress.ts';
import { addressesIn, type Format, formatsOf, type Target } from './target.ts';

/** A task that is there, and what is to become of it. */
export interface Waiting {
  task: AnyTask;
  provider: ProviderName;
  operation: OperationName;
  options: Options;
  context: Context;
  progress: Progress;
  /** Where the result goes; nowhere when only its addresses are asked for. */
  target: Target | undefined;
  /** When the wait ends, Unix time in milliseconds. */
  deadline: number;
}

/** What a command prints: lines for people, one object for machines. */
export interface Printed {
  lines: string[];
  json: object;
}

/** Waits for the task, saves its result, and gives what there is to print. */
export async function finish(waiting: Waiting): Promise<Printed> {
  const { task, target, progress, deadline, context } = waiting;
  const result = await task.result({
    signal: context.signal,
    timeout: Math.max(0, deadline - Date.now()),
    onProgress: ({ task_status }) => progress.state(String(task_status)),
  });
  const files = target ? await saveAll(result, target, waiting) : [];
  const lines = target ? files : addressesOf(result, waiting);
  return { lines, json: { task, result, files } };
}

async function saveAll(
  result: Record<string, unknown>,
  target: Target,
  { task, progress, context, ...about }: Waiting,
): Promise<string[]> {
  const present = formatsOf(about.provider, about.operation).filter(
    (format) => addressesIn(result, format).length > 0,
  );
  const format = present.find((each) => each === target.format) ?? orAny(present, target);
  const files: string[] = [];
  for (const [index, url] of addressesIn(result, format).entries()) {
    const file = target.fileOf(task.id || task.externalId || '', index, format);
    progress.state('saving');
    try {
      await save(url, file, { signal: context.signal, onProgress: progress.received });
    } catch (error) {
      if (error instanceof KlingError) error.task = task.toJSON();
      throw error;
    }
    files.push(file);
  }
  return files;
}

/** The format that is there instead, which nobody gets who asked for another one. */
function orAny([first]: Format[], { format, isChosen }: Target): Format {
  if (first && !isChosen) return first;
  const there = first ? `only ${first}: wait for it again with an --out that ends so` : 'no file';
  throw new UsageError(`the result has no ${format}, ${there}`);
}

const addressesOf = (result: Record<string, unknown>, { provider, operation }: Waiting) =>
  formatsOf(provider, operation).flatMap((format) => addressesIn(result, format));
