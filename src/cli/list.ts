/** The lists of the account's tasks, and tasks on lines. */
import { isId } from '../client/connection.ts';
import type { Shown } from '../client/dialect.ts';
import { type ProviderName, providers } from '../documents/documents.ts';
import type { JsonObject } from '../documents/json.ts';
import type { OperationName } from '../index.ts';
import { type Call, type Flags, UsageError } from './command.ts';
import { flagOf } from './fields.ts';
import { oneLine, tell } from './progress.ts';
import { offerFor, openClient, print, providerFlags, stderrOf } from './provider.ts';
import { formatKept } from './result.ts';

/** The flags of a list. */
export const listFlags = {
  all: { type: 'boolean', description: 'All pages, from the one that is asked for.' },
  ...providerFlags,
} satisfies Flags;

/** Prints the account's tasks, those of one page or all; of those that made something kept, what they made. */
export async function list(call: Call<typeof listFlags>): Promise<void> {
  const { options, operation, input, context } = call;
  const { provider } = options;
  const stderr = stderrOf(call);
  const client = openClient(call)[operation];
  if (!client.list || !client.listAll) throw new UsageError(`${provider} cannot list tasks`);
  const { signal } = context;
  const shown: Shown[] = [];
  const { show, pageIn } = providers[provider].dialect;
  if (options.all) {
    for await (const snapshot of client.listAll(input, { signal })) shown.push(show(snapshot));
  }
  const page = options.all ? undefined : pageIn(await client.list(input, { signal }), input);
  shown.push(...(page?.tasks ?? []));
  const next =
    page?.next && Object.entries(page.next).map(([name, value]) => [flagOf(name), value]);
  if (shown.length === 0) tell({ stderr }, 'no tasks on this page');
  else if (next) tell({ stderr }, `there may be more, with ${next.flat().join(' ')} or --all`);
  if (page?.next === null) tell({ stderr }, 'there are more, but nothing leads to them');
  const lines = shown.flatMap(({ snapshot }) => formatTask(provider, operation, snapshot));
  // One that has no id is shown all the same, and cannot be asked for.
  const tasks = shown.map(({ id, snapshot }) => ({
    ...(isId(id) && { task: client.task(id) }),
    snapshot,
  }));
  print(call, { lines, json: { tasks, next: page?.next } });
}

/** What is kept of a task, or else the task itself. */
export function formatTask(
  provider: ProviderName,
  operation: OperationName,
  snapshot: JsonObject,
): string[] {
  const { dialect } = providers[provider];
  const result = dialect.resultIn(snapshot, offerFor(provider, operation)) ?? {};
  const kept = formatKept(operation, result);
  return kept.length > 0 ? kept : [formatSnapshot(provider, snapshot)];
}

/** Puts a task on a line: its id, its status, when it was created, and why it failed. */
export function formatSnapshot(provider: ProviderName, snapshot: JsonObject): string {
  const { id, status, created, reason } = providers[provider].dialect.show(snapshot);
  const day = new Date(created);
  const time = Number.isNaN(day.getTime()) ? '-' : day.toISOString();
  const fields = [id, status, time, reason].map((field) => String(field ?? ''));
  return fields.map(oneLine).join('\t').trim();
}
