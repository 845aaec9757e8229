import { CouldNotCheck } from '../contract/finding.ts';
import { answerKinds } from '../contract/kinds.ts';
import type { CreatedTask } from '../drift/live/ledger.ts';
import { type Call, UsageError } from './command.ts';
import { progressOn, recordOf, theProvider, unlessImpossible } from './drift-call.ts';
import type { Engines } from './drift-engines.ts';
import { reported } from './drift-report.ts';
import { baseUrlOf, connect, credentialsIn, keysOf } from './environment.ts';

/** Compares what a provider answers with its document. */
export async function live(call: Call, { live: check }: Engines): Promise<void> {
  const { options, given, context, operation } = call;
  const { env, signal } = context;
  const { spend, timeout, pollInterval, task } = options;
  const provider = theProvider(call, 'live');
  if (given.has('operation') && task === undefined) {
    throw new UsageError('--operation says what kind of task --task is: give both');
  }
  const baseUrl = baseUrlOf(provider, env, options.baseUrl);
  const credentials = credentialsIn(provider, env);
  // Finds fault with a key that is none, and calls it by its variable.
  if (credentials) connect(provider, env, { baseUrl });
  const tell = progressOn(context);
  await reported(call, async () => {
    const report = await unlessImpossible(provider, async () => {
      if (!credentials) throw new CouldNotCheck(`no key: set ${keysOf(provider)}`);
      const { tasks, ...rest } = await check({
        provider,
        // What the table of the environment holds for a provider is what that takes.
        credentials: credentials as { apiKey: string },
        baseUrl,
        spend,
        task,
        operation: given.has('operation') ? operation : undefined,
        timeout: timeout * 1000,
        pollInterval,
        signal,
        onProgress: tell,
        record: recordOf(call),
      });
      for (const each of tasks) tell(`created ${each.id}: ${each.status}${costOf(each)}`);
      return rest;
    });
    return { report, providers: [provider], kinds: answerKinds };
  });
}

const costOf = ({ units }: CreatedTask) => (units === undefined ? '' : `, ${units} units`);
