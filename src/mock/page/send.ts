import type { ProviderName } from '../../documents/documents.ts';
import { providers } from '../../documents/documents.ts';
import { ApiError, createKling, type OperationName, type Provider } from '../../index.ts';
import type { Draft, Values } from './draft.ts';
import { type Note, type PrismViolation, refusalsOf } from './violations.ts';

/** The little that the page uses of a task and an operation, whichever provider's they are. */
interface AnyTask {
  id: string;
  snapshot(options: { signal: AbortSignal }): Promise<Values>;
  result(options: { signal: AbortSignal; onProgress(snapshot: Values): void }): Promise<Values>;
}
interface AnyOperation {
  create(input: Values, options: { signal: AbortSignal }): Promise<AnyTask>;
  task(id: string): AnyTask;
  list?(query: Values, options: { signal: AbortSignal }): Promise<Values[]>;
}

/** How a request went, told as it goes. */
export interface Progress {
  /** The task was created. */
  onTask(id: string): void;
  /** The task was seen in this state. */
  onStatus(status: string): void;
  /** What the mock found wrong with the request. */
  onRefusal(notes: Note[]): void;
}

/**
 * Sends a request through the client, as an application would, and waits for the task that it creates.
 * @returns what came of it, in a line
 * @throws what the client throws
 */
export async function send(draft: Draft, progress: Progress, signal: AbortSignal): Promise<string> {
  let violations: PrismViolation[] = [];
  const kling = clientOf(draft.provider, (answer) => {
    violations = violationsIn(answer);
  });
  try {
    return await carriedOut(kling[draft.operation], draft, progress, signal);
  } catch (error) {
    if (error instanceof ApiError) progress.onRefusal(refusalsOf(draft, violations));
    throw error;
  }
}

async function carriedOut(
  operation: AnyOperation,
  { kind, values }: Draft,
  { onTask, onStatus }: Progress,
  signal: AbortSignal,
): Promise<string> {
  if (kind === 'list') {
    const tasks = (await operation.list?.(values, { signal })) ?? [];
    return `${tasks.length} task${tasks.length === 1 ? '' : 's'} on this page of the list`;
  }
  if (kind === 'read') {
    const found = await operation.task(String(values.task_id ?? '')).snapshot({ signal });
    return `task ${found.task_id}: ${found.task_status}`;
  }
  const task = await operation.create(values, { signal });
  onTask(task.id);
  onStatus('submitted');
  await task.result({ signal, onProgress: ({ task_status }) => onStatus(String(task_status)) });
  return `task ${task.id}: the result is there`;
}

function clientOf(
  provider: ProviderName,
  onAnswer: (answer: Response) => void,
): Record<OperationName, AnyOperation> {
  // Which provider, and so which types, is known at run time only.
  const anyProvider = providers[provider] as object as Provider<object, string, { apiKey: string }>;
  const baseUrl = `${location.origin}/${provider}`;
  const watched = async (request: Request) => {
    const answer = await fetch(request);
    onAnswer(answer);
    return answer;
  };
  // Any key will do here, so there is none to protect.
  const options = { baseUrl, fetch: watched, interval: 300, dangerouslyAllowBrowser: true };
  const kling = createKling(anyProvider, { apiKey: 'any' }, options);
  return kling as object as Record<OperationName, AnyOperation>;
}

/** Prism's header for what is wrong with a request. */
function violationsIn({ headers }: Response): PrismViolation[] {
  const rows: (PrismViolation & { location?: string[] })[] = JSON.parse(
    headers.get('sl-violations') ?? '[]',
  );
  return rows.map(({ location = [], ...rest }) => ({ ...rest, path: location }));
}
