import { access, mkdir, stat } from 'node:fs/promises';
import { isAbsolute, join, relative, resolve } from 'node:path';
import { orAbort } from '../client/sleep.ts';
import { CouldNotCheck, type Finding } from '../contract/finding.ts';
import { publishedKinds, responseKinds } from '../contract/kinds.ts';
import { type ProviderName, providerNames } from '../documents/documents.ts';
import { matrix } from '../drift/matrix.ts';
import type { SpecReport } from '../drift/published/drift.ts';
import type { Accepted } from '../drift/report/baseline.ts';
import {
  type Call,
  type Command,
  type Context,
  defineCommand,
  type Flag,
  type Flags,
  UsageError,
  waitForInterrupt,
} from './command.ts';
import type { Engines } from './drift-engines.ts';
import {
  coverage,
  outputFlag,
  printReport,
  reportExitCodes,
  reportFlags,
  repositoryOf,
  runAndReport,
} from './drift-report.ts';
import { baseUrlOf, connect, credentialsIn, environment, keysOf } from './environment.ts';
import { replaceFile } from './files.ts';
import { baseUrlFlag, helpFlag, operationsByName, portFlag, tasksByName } from './flags.ts';
import { tell } from './progress.ts';

const providerFlag = (description: string) =>
  ({ type: 'string', enum: providerNames, description }) satisfies Flag;

const timeoutFlag = (seconds: number, description: string) =>
  ({
    type: 'number',
    format: 'seconds',
    minimum: 1,
    default: seconds,
    description,
  }) satisfies Flag;

const recordFlag = {
  record: {
    type: 'string',
    format: 'dir',
    description: 'Save the tasks and other exchanges in this folder, without keys and prompts.',
  },
  recordTexts: {
    type: 'boolean',
    description: "Save prompts, other free texts and the provider's messages, too. Needs --record.",
  },
  recordFiles: {
    type: 'boolean',
    description: 'Save the files of results up to 50 MB, too. Needs --record.',
  },
} satisfies Flags;

const specFlags = {
  provider: providerFlag('Check the pages of this provider only, instead of all.'),
  operation: {
    type: 'array',
    format: 'name',
    items: { enum: [...operationsByName.keys()] },
    description:
      'Check only this kind of task. For several, separate them by commas or give the flag again.',
  },
  from: {
    type: 'string',
    format: 'path',
    description: 'Read this page, or the pages in this folder, instead of fetching them.',
  },
  update: {
    type: 'boolean',
    description: 'Write what is published now into openapi/, and keep our wording.',
  },
  timeout: timeoutFlag(60, 'How long to wait for each page.'),
  ...reportFlags,
  ...helpFlag,
} satisfies Flags;

const liveFlags = {
  provider: providerFlag('The provider to check. Required.'),
  ...baseUrlFlag,
  spend: {
    type: 'integer',
    minimum: 0,
    maximum: 100,
    default: 0,
    description: 'How many tasks may be created and paid for. Without it nothing is.',
  },
  probeLimits: {
    type: 'boolean',
    description:
      'Also send creates that break a documented rule and should be refused. One that is not may be charged, so it needs --spend 1 or more.',
  },
  task: { type: 'string', description: 'The id of an existing task, which is checked too.' },
  operation: {
    type: 'string',
    enum: [...tasksByName.keys()],
    description: 'The kind of that task.',
  },
  timeout: timeoutFlag(900, 'How long the whole check may take.'),
  pollInterval: {
    type: 'number',
    format: 'ms',
    minimum: 1,
    default: 5000,
    description: 'How long to wait between two polls of a task.',
  },
  ...recordFlag,
  ...reportFlags,
  ...helpFlag,
} satisfies Flags;

const proxyFlags = {
  provider: providerFlag('The provider to forward requests to. Required.'),
  port: portFlag(4011),
  ...baseUrlFlag,
  ...recordFlag,
  ...reportFlags,
  ...helpFlag,
} satisfies Flags;

const recordingsFlags = {
  provider: providerFlag('Check the recordings of this provider only, instead of all.'),
  live: {
    type: 'boolean',
    description:
      'Also ask the providers that were recorded, as drift live does without --spend. Needs their keys.',
  },
  ...reportFlags,
  ...helpFlag,
} satisfies Flags;

const matrixFlags = { ...outputFlag, ...helpFlag } satisfies Flags;

/** The commands that check whether the contract still holds, by their names. */
export function driftCommands(engines: Engines): [string, Command][] {
  return Object.entries({
    drift: defineCommand({
      summary: 'Check whether a provider has changed.',
      options: helpFlag,
      exitCodes: reportExitCodes,
      run: refuseBareDrift,
    }),
    'drift spec': defineCommand({
      summary: 'Compare what providers publish now with the contract.',
      details:
        'A page that cannot be fetched or read counts as not checked, and so does an operation that no page in a folder has, unless --operation names others; see the exit codes.',
      options: specFlags,
      exitCodes: reportExitCodes,
      run: (call) => checkSpec(call, engines),
    }),
    'drift live': defineCommand({
      summary: 'Compare the responses of a provider with its document.',
      details:
        'Costs nothing without --spend. With it, the report names every task that exists or may exist.',
      options: liveFlags,
      exitCodes: reportExitCodes,
      run: (call) => checkLive(call, engines),
    }),
    'drift proxy': defineCommand({
      summary: "Check an application's own traffic against its provider's document, until Ctrl-C.",
      details: 'Neither the report nor the recordings hold keys or prompts.',
      options: proxyFlags,
      exitCodes: reportExitCodes,
      run: (call) => checkTraffic(call, engines),
    }),
    'drift recordings': defineCommand({
      summary: 'Check recordings, made with --record, against the documents of today.',
      details: 'Sends nothing without --live, and creates nothing with it.',
      argument: 'FOLDER',
      options: recordingsFlags,
      exitCodes: reportExitCodes,
      run: (call) => checkRecordings(call, engines),
    }),
    'drift matrix': defineCommand({
      summary: "Print the providers' documents side by side, as Markdown.",
      options: matrixFlags,
      exitCodes: { 0: 'done', 2: 'wrong usage, or a file that cannot be written' },
      run: (call) => printReport(matrix(), call),
    }),
  });
}

async function refuseBareDrift(): Promise<never> {
  throw new UsageError('drift needs a subcommand: spec, live, proxy, recordings or matrix');
}

/** Compares what is published with the vendored documents, and updates these where that is asked for. */
async function checkSpec(call: Call<typeof specFlags>, engines: Engines): Promise<void> {
  const { options, context } = call;
  const { provider, from } = options;
  const openapi = options.update ? await findDocuments(context.cwd) : undefined;
  const check = {
    provider,
    operations: options.operation?.flatMap((name) => operationsByName.get(name) ?? []),
    from: from === undefined ? undefined : resolve(context.cwd, from),
    timeout: options.timeout * 1000,
    // The user can interrupt.
    fetch: (url: string, init: RequestInit) => orAbort(fetch(url, init), context.signal),
  };
  await runAndReport(call, async () => {
    const report = await reportImpossible('the pages', () =>
      engines.spec({
        ...check,
        onProgress: ({ what, done, total }) => tell(context, `${done}/${total} ${what}`),
      }),
    );
    if (openapi !== undefined) {
      const files = await engines.update(check);
      await mkdir(join(openapi, 'pages'), { recursive: true });
      for (const { path, text } of files) await replaceFile(join(openapi, path), text, '--update');
      tell(context, describeUpdate(files.map(({ path }) => `openapi/${path}`)));
    }
    const { operations = [] } = report;
    const isPart = options.operation !== undefined || (await isFile(check.from));
    const isWhole = !report.skipped.some(({ failed }) => failed);
    const isAbout = (entry: Accepted) =>
      !isPart || operations.includes(`${entry.provider} ${entry.operation}`);
    return {
      report: { ...report, findings: report.findings.map((each) => withOwnPage(each, context)) },
      coverageOf: coverage({ report, isWhole, isAbout, kinds: publishedKinds }, provider),
    };
  });
}

const isFile = async (path: string | undefined) =>
  path !== undefined && (await stat(path).catch(() => undefined))?.isFile() === true;

/** Names a page of the caller's repository by its path in there. */
function withOwnPage(finding: Finding, context: Context): Finding {
  const { page } = finding;
  if (page === undefined || !isAbsolute(page)) return finding;
  const path = relative(repositoryOf(context), page);
  return path.startsWith('..') || isAbsolute(path) ? finding : { ...finding, page: path };
}

function describeUpdate(paths: string[]): string {
  if (paths.length === 0) return 'openapi/ is up to date';
  return `wrote ${paths.join(', ')}; review the changes, then run: npm run generate`;
}

/** Finds the folder of the documents, which only a clone has. */
async function findDocuments(cwd: string): Promise<string> {
  const folder = join(cwd, 'openapi');
  try {
    await access(join(folder, 'sources.json'));
    return folder;
  } catch {
    throw new UsageError('--update writes into openapi/ of a clone of kling-fetch; run it there');
  }
}

/** Compares what a provider responds with its document. */
async function checkLive(call: Call<typeof liveFlags>, engines: Engines): Promise<void> {
  const { options, context, operation } = call;
  const { spend, probeLimits, timeout, pollInterval, task } = options;
  const provider = requireProvider('drift live', options);
  if (probeLimits && spend < 1) {
    throw new UsageError('--probe-limits may cost money: add --spend 1 or more');
  }
  if (options.operation !== undefined && task === undefined) {
    throw new UsageError('--operation is the kind of the task in --task; give both');
  }
  const recording = recordOptions(call);
  const reach = prepareToAsk(provider, context, options.baseUrl);
  await runAndReport(call, async () => {
    const report = await reportImpossible(provider, async () =>
      engines.live({
        ...reach(),
        provider,
        spend,
        probeLimits,
        task,
        operation: options.operation === undefined ? undefined : operation,
        timeout: timeout * 1000,
        pollInterval,
        ...recording,
      }),
    );
    return { report, coverageOf: coverage({ report, kinds: responseKinds }, provider) };
  });
}

/**
 * Finds out how a provider is reached. What it returns throws where there is no key.
 * @throws {UsageError} the address is not one, or the key cannot be one
 */
function prepareToAsk(provider: ProviderName, context: Context, address?: string) {
  const { env, signal } = context;
  const baseUrl = baseUrlOf(provider, env, address);
  const credentials = credentialsIn(provider, env);
  // Refuses a key that cannot be one, by the name of its variable.
  if (credentials) connect(provider, env, { baseUrl });
  return () => {
    if (!credentials) throw new CouldNotCheck(`no key: set ${keysOf(provider)}`);
    return {
      // The table of variables in environment.ts has the fields that each provider takes.
      credentials: credentials as { apiKey: string },
      baseUrl,
      signal,
      onProgress: (line: string) => tell(context, line),
    };
  };
}

/** Forwards an application's requests to its provider until it is interrupted, and reports on what went through. */
async function checkTraffic(call: Call<typeof proxyFlags>, engines: Engines): Promise<void> {
  const { options, context } = call;
  const provider = requireProvider('drift proxy', options);
  const upstream = baseUrlOf(provider, {}, options.baseUrl);
  const recording = recordOptions(call);
  await runAndReport(call, async () => {
    const proxy = await engines
      .proxy({ provider, port: options.port, upstream, ...recording })
      .catch(refusePort);
    tell(context, `export ${environment[provider].baseUrl}=${proxy.url}`);
    tell(context, `Requests to ${provider} through this address are checked.`);
    tell(context, 'Press Ctrl-C to stop and get the report.');
    await waitForInterrupt(context);
    await proxy.close();
    const report = proxy.report();
    // What could have been found depends on the traffic.
    const check = { report, isWhole: false, kinds: responseKinds };
    return { report, coverageOf: coverage(check, provider) };
  });
}

/** An address that cannot be used, or a port that cannot be had, is wrong usage. */
function refusePort(error: unknown): never {
  if (error instanceof UsageError || !(error instanceof Error)) throw error;
  if (error instanceof TypeError)
    throw new UsageError(error.message.replace(/^upstream/, '--base-url'));
  throw new UsageError(`${error.message}; choose another --port`);
}

/** @throws {UsageError} no provider was named */
function requireProvider(name: string, options: { provider?: ProviderName }): ProviderName {
  if (options.provider !== undefined) return options.provider;
  throw new UsageError(`${name} needs --provider ${providerNames.join(' | ')}`);
}

/**
 * What `--record` and the flags beside it ask for.
 * @throws {UsageError} they are there without it
 */
function recordOptions({ options, context }: Pick<Call<typeof recordFlag>, 'options' | 'context'>) {
  const { record, recordTexts: texts, recordFiles: files } = options;
  const keep = (texts || files) && { texts, files };
  if (record !== undefined) return { record: resolve(context.cwd, record), ...(keep && { keep }) };
  if (keep) throw new UsageError('--record-texts and --record-files need --record DIR');
  return {};
}

/** Checks what was recorded, and asks the providers where that is wanted. */
async function checkRecordings(
  { argument, ...call }: Call<typeof recordingsFlags>,
  engines: Engines,
): Promise<void> {
  const { options, context } = call;
  const { provider } = options;
  await runAndReport(call, async () => {
    const report = await engines
      .recordings({
        folder: resolve(context.cwd, argument),
        provider,
        ...(options.live && { live: (name) => prepareToAsk(name, context)() }),
      })
      .catch(refuseFolder);
    // What could have been found depends on the recordings.
    const check = { report, isWhole: false, kinds: responseKinds };
    return { report, coverageOf: coverage(check, provider) };
  });
}

/** A folder that has no recordings, or too many, is wrong usage. */
function refuseFolder(error: unknown): never {
  throw error instanceof TypeError ? new UsageError(error.message) : error;
}

/** Runs a check. When it cannot be made, the report says so. */
async function reportImpossible(
  what: string,
  check: () => Promise<SpecReport>,
): Promise<SpecReport> {
  try {
    return await check();
  } catch (error) {
    if (!(error instanceof CouldNotCheck)) throw error;
    return { checked: 0, skipped: [{ what, why: error.message, failed: true }], findings: [] };
  }
}
