import fc from 'fast-check';
import { findOperation, requestExample } from '../../src/contract/documented.ts';
import type { ProviderName } from '../../src/documents/documents.ts';
import {
  CreateUncertainError,
  cometapi,
  createKling,
  deerapi,
  klingai,
  klingai2,
  type OperationName,
  type TaskHandle,
} from '../../src/index.ts';
import { calls, documentedAs, tasks } from '../support/offered.ts';
import { type Reply, reply } from './answers.ts';

/** What an application does with an operation that makes tasks, with one that has more than these, and with one that has none. */
const taskActions = ['create', 'reconcile', 'snapshot', 'result', 'resume'] as const;
const queries = ['list', 'presets', 'delete', 'call'] as const;
type Query = (typeof queries)[number];

type Asked = [ProviderName, OperationName, (typeof taskActions)[number] | Query];

/** All that can be asked of a provider. */
const asked: Asked[] = [
  ...tasks.flatMap(([provider, name]) =>
    taskActions.map((action): Asked => [provider, name, action]),
  ),
  ...documentedAs('list', 'presets', 'delete').map(
    ({ provider, name, action }): Asked => [provider, name, action as Query],
  ),
  ...calls.map(([provider, name]): Asked => [provider, name, 'call']),
];

/** One call, and the answers to its requests: one after the other, and the last one for ever. */
export interface Call {
  provider: ProviderName;
  operation: OperationName;
  action: Asked[2];
  replies: Reply[];
}

export const call: fc.Arbitrary<Call> = fc
  .record({
    asked: fc.constantFrom(...asked),
    replies: fc.array(reply, { minLength: 1, maxLength: 3 }),
  })
  .map(({ asked: [provider, operation, action], replies }) => ({
    provider,
    operation,
    action,
    replies,
  }));

/** How a call ended, and how many requests were sent for it. */
export type Outcome = { sent: number } & ({ value: unknown } | { error: unknown });

/** A task, as far as it is the same for every operation. */
interface AnyTask {
  id: string;
  snapshot(): Promise<unknown>;
  result(options: { timeout: number }): Promise<unknown>;
}
interface AnyOperation extends Record<Query, (input: unknown) => Promise<unknown>> {
  create(input: object): Promise<AnyTask>;
  task(id: string): AnyTask;
}
type AnyKling = Record<OperationName, AnyOperation> & { resume(handle: TaskHandle): AnyTask };

/** Makes the call, through a `fetch` that gives its answers. */
export async function outcomeOf({ provider, operation, action, replies }: Call): Promise<Outcome> {
  let sent = 0;
  const fetch = () => {
    const reply = replies[Math.min(sent++, replies.length - 1)];
    return reply ? reply.give() : Promise.reject(new Error('no reply'));
  };
  const options = { fetch, createTimeout: 20_000, onWarning: () => {} };
  const pair = { accessKey: 'ak', secretKey: 'sk' };
  const klings = {
    klingai: () => createKling(klingai, pair, options),
    klingai2: () => createKling(klingai2, { apiKey: 'k' }, options),
    cometapi: () => createKling(cometapi, { apiKey: 'k' }, options),
    deerapi: () => createKling(deerapi, { apiKey: 'k' }, options),
  };
  const kling = klings[provider]() as object as AnyKling;
  try {
    return { value: await perform(kling, { provider, operation, action }), sent };
  } catch (error) {
    return { error, sent };
  }
}

async function perform(
  kling: AnyKling,
  { provider, operation, action }: Omit<Call, 'replies'>,
): Promise<unknown> {
  const methods = kling[operation];
  if (action === 'snapshot') return methods.task('1').snapshot();
  if (action === 'result') return methods.task('1').result({ timeout: 20_000 });
  if (action === 'delete') return methods.delete('1');
  if (action === 'list' || action === 'presets' || action === 'call') return methods[action]({});
  const documented = findOperation(provider, operation, 'create');
  const model = documented?.model && { model: documented.model };
  const input = { ...Object(documented && requestExample(documented)), ...model };
  if (action === 'create') return methods.create(input);
  if (action === 'resume') {
    const task = await methods.create(input);
    return kling.resume(JSON.parse(JSON.stringify(task))).snapshot();
  }
  try {
    return await methods.create(input);
  } catch (error) {
    if (error instanceof CreateUncertainError) return error.reconcile();
    throw error;
  }
}
