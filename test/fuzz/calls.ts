import fc from 'fast-check';
import {
  CreateUncertainError,
  cometapi,
  createKling,
  deerapi,
  klingai,
  type OperationName,
  type TaskHandle,
} from '../../src/index.ts';
import { type Reply, reply } from './answers.ts';

/** What an application does with one operation. */
const actions = ['create', 'reconcile', 'snapshot', 'result', 'list', 'resume'] as const;

/** One call, and the answers to its requests: one after the other, and the last one for ever. */
export interface Call {
  provider: 'klingai' | 'cometapi' | 'deerapi';
  operation: OperationName;
  action: (typeof actions)[number];
  replies: Reply[];
}

export const call: fc.Arbitrary<Call> = fc.record({
  provider: fc.constantFrom('klingai', 'cometapi', 'deerapi'),
  operation: fc.constantFrom('textToAudio', 'videoToAudio', 'textToVideo'),
  action: fc.constantFrom(...actions),
  replies: fc.array(reply, { minLength: 1, maxLength: 3 }),
});

/** How a call ended, and how many requests were sent for it. */
export type Outcome = { sent: number } & ({ value: unknown } | { error: unknown });

/** A task, as far as it is the same for every operation. */
interface AnyTask {
  id: string;
  snapshot(): Promise<unknown>;
  result(options: { timeout: number }): Promise<unknown>;
}
interface AnyOperation {
  create(input: object): Promise<AnyTask>;
  task(id: string): AnyTask;
  list?(): Promise<unknown>;
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
    cometapi: () => createKling(cometapi, { apiKey: 'k' }, options),
    deerapi: () => createKling(deerapi, { apiKey: 'k' }, options),
  };
  const kling = klings[provider]() as object as AnyKling;
  try {
    return { value: await perform(kling, operation, action), sent };
  } catch (error) {
    return { error, sent };
  }
}

async function perform(
  kling: AnyKling,
  operation: OperationName,
  action: Call['action'],
): Promise<unknown> {
  const methods = kling[operation];
  const input = { prompt: 'rain', duration: 5 };
  if (action === 'snapshot') return methods.task('1').snapshot();
  if (action === 'result') return methods.task('1').result({ timeout: 20_000 });
  if (action === 'list') return methods.list ? methods.list() : [];
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
