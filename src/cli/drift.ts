import { resolve } from 'node:path';
import { type ProviderName, providerNames } from '../contract/documents.ts';
import { CouldNotCheck, type Report } from '../contract/drift/finding.ts';
import { answerKinds, specKinds } from '../contract/drift/kinds.ts';
import type { CreatedTask } from '../contract/drift/live/index.ts';
import { matrix } from '../contract/drift/matrix.ts';
import { type Call, type Command, UsageError } from './command.ts';
import type { Engines } from './drift-engines.ts';
import {
  driftCodes,
  driftOptions,
  liveOptions,
  matrixOptions,
  proxyOptions,
  specOptions,
} from './drift-options.ts';
import { print, progressOn, reported } from './drift-report.ts';
import { baseUrlOf, connect, credentialsIn, environment, keysOf } from './environment.ts';
import { interrupted } from './serve.ts';

/** The commands that ask whether the contract still holds, by their names. */
export function driftCommands(engines: Engines): [string, Command][] {
  return [
    [
      'drift',
      { summary: 'Does the contract still hold?', details, options: driftOptions, run: none },
    ],
    [
      'drift spec',
      {
        summary: 'What providers publish now, against what is vendored.',
        details: 'A page that cannot be had or read is no page without drift: see the exit codes.',
        options: specOptions,
        exitCodes: driftCodes,
        run: (call) => spec(call, engines),
      },
    ],
    [
      'drift live',
      {
        summary: 'What a provider answers, against its document.',
        details: 'Costs nothing without --spend.',
        options: liveOptions,
        exitCodes: driftCodes,
        run: (call) => live(call, engines),
      },
    ],
    [
      'drift proxy',
      {
        summary: "An application's own traffic, against the provider's document. Ctrl-C ends it.",
        details: 'Keys and prompts are in no report and no record.',
        options: proxyOptions,
        exitCodes: driftCodes,
        run: (call) => proxy(call, engines),
      },
    ],
    [
      'drift matrix',
      {
        summary: "The providers' documents side by side, as Markdown.",
        options: matrixOptions,
        run: (call) => print(matrix(), call),
      },
    ],
  ];
}

const details =
  'See drift spec --help, drift live --help, drift proxy --help, drift matrix --help.';

async function none(): Promise<never> {
  throw new UsageError('drift needs a question: spec, live, proxy or matrix');
}

async function spec(call: Call, { spec: check }: Engines): Promise<void> {
  const { options, given, context } = call;
  const { from, update = false, timeout } = options;
  const providers = given.has('provider') ? [options.provider] : providerNames;
  await reported(call, async () => {
    const reports: Report[] = [];
    for (const provider of providers) {
      const asked = {
        provider,
        update,
        timeout: timeout * 1000,
        signal: context.signal,
        onProgress: progressOn(context),
        ...(from === undefined ? {} : { from: resolve(context.cwd, from) }),
      };
      reports.push(await unlessImpossible(provider, () => check(asked)));
    }
    return { report: together(reports), providers, kinds: specKinds };
  });
}

async function live(call: Call, { live: check }: Engines): Promise<void> {
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
        ...recordOf(call),
      });
      for (const each of tasks) tell(`created ${each.id}: ${each.status}${costOf(each)}`);
      return rest;
    });
    return { report, providers: [provider], kinds: answerKinds };
  });
}

const costOf = ({ units }: CreatedTask) => (units === undefined ? '' : `, ${units} units`);

async function proxy(call: Call, { proxy: open }: Engines): Promise<void> {
  const { options, context } = call;
  const provider = theProvider(call, 'proxy');
  const upstream = baseUrlOf(provider, {}, options.baseUrl);
  await reported(call, async () => {
    const running = await open({ provider, port: options.port, upstream, ...recordOf(call) });
    const tell = progressOn(context);
    tell(`export ${environment[provider].baseUrl}=${running.url}`);
    tell(`What goes to ${provider} through this address is checked; Ctrl-C ends it.`);
    await interrupted(context.signal);
    await running.close();
    // Which kinds there could have been depends on the traffic.
    return { report: running.report(), providers: [provider], kinds: {} };
  });
}

function theProvider({ options, given }: Call, question: string): ProviderName {
  if (given.has('provider')) return options.provider;
  throw new UsageError(`drift ${question} needs --provider ${providerNames.join(' | ')}`);
}

const recordOf = ({ options, context }: Call) =>
  options.record === undefined ? {} : { record: resolve(context.cwd, options.record) };

/** A report, also where nothing could be checked. */
async function unlessImpossible(what: string, check: () => Promise<Report>): Promise<Report> {
  try {
    return await check();
  } catch (error) {
    if (!(error instanceof CouldNotCheck)) throw error;
    return { checked: 0, skipped: [{ what, why: error.message, failed: true }], findings: [] };
  }
}

const together = (reports: Report[]): Report => ({
  checked: reports.reduce((sum, { checked }) => sum + checked, 0),
  skipped: reports.flatMap(({ skipped }) => skipped),
  findings: reports.flatMap(({ findings }) => findings),
});
