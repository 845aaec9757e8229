import { randomInt } from 'node:crypto';
import { resolve } from 'node:path';
import { providerNames } from '../documents/documents.ts';
import type { Mock, MockOptions } from '../mock/index.ts';
import { type Call, type Context, type Options, UsageError } from './command.ts';
import { environment } from './environment.ts';
import { installCommand, offerInstall } from './install.ts';
import { create } from './tasks.ts';

/** Runs the mock until it is interrupted, or lists its scenarios. */
export async function serve({ options, context }: Call): Promise<void> {
  if (options.scenarios) return listScenarios(context);
  const mock = await openMock(mockOptions(options, context), context);
  try {
    for (const name of providerNames) {
      context.stdout.write(`export ${environment[name].baseUrl}=${mock.url}/${name}\n`);
    }
    context.stderr.write(`Its page: ${mock.url}/\nThe mock takes any key. Ctrl-C ends it.\n`);
    await interrupted(context.signal);
  } finally {
    await mock.close();
  }
}

function mockOptions(options: Options, { env, stderr, cwd }: Context): MockOptions {
  const { port, host, scenario, seed, allowCallbacks = '', replay } = options;
  const { KLING_ACCESS_KEY: access, KLING_SECRET_KEY: secret, KLING_WEBHOOK_SECRET: hook } = env;
  return {
    port,
    host,
    scenario,
    seed,
    speed: speedOf(options.speed),
    ...(replay !== undefined && { replay: resolve(cwd, replay) }),
    allowCallbacks: allowCallbacks
      .split(',')
      .map((name) => name.trim())
      .filter((name) => name !== ''),
    log: (line) => stderr.write(`${line}\n`),
    // The pair that the client will sign with, so that the mock can verify its tokens.
    ...(access && secret && { keys: { [access]: secret } }),
    ...(hook && { webhookSecret: hook }),
  };
}

async function listScenarios({ stdout }: Context): Promise<void> {
  const { scenarios } = await import('../mock/index.ts');
  for (const [name, { means }] of Object.entries(scenarios)) {
    stdout.write(`${name.padEnd(24)} ${means}\n`);
  }
}

/** Makes a sound: against a mock of its own, or against the provider. */
export async function demo(call: Call): Promise<void> {
  const { options, given, context } = call;
  if (options.live) return create(call);
  if (given.has('baseUrl'))
    throw new UsageError('--base-url needs --live: the demo has its own mock');
  context.stderr.write(`starting a mock of ${options.provider}\n`);
  const mock = await openMock({ port: 0, speed: 10, seed: randomInt(2 ** 32) }, context);
  const baseUrl = `${mock.url}/${options.provider}`;
  const [keys = {}] = environment[options.provider].credentials;
  const anyKey = Object.fromEntries(Object.values(keys).map((variable) => [variable, 'demo']));
  const env = { ...context.env, ...anyKey };
  try {
    // Often enough to see each state, which the mock goes through in seconds.
    await create({ ...call, options: { ...options, baseUrl }, context: { ...context, env } }, 200);
  } finally {
    await mock.close();
  }
}

async function openMock(options: MockOptions, context: Context): Promise<Mock> {
  const { startMock } = await import('../mock/index.ts');
  return startMock(options)
    .catch(async (error) => {
      if (isMissing(error) && (await offerInstall(context))) return startMock(options);
      throw error;
    })
    .catch((error) => {
      throw usageErrorOf(error, options);
    });
}

const codeOf = (error: unknown) =>
  error instanceof Error && 'code' in error ? String(error.code) : '';
const isMissing = (error: unknown) => messages[codeOf(error)] === notInstalled;

/** What the user can put right, as that; anything else as it is. */
function usageErrorOf(error: unknown, options: MockOptions): unknown {
  const { message: said = '' } = error instanceof TypeError ? error : {};
  if (
    /^no such scenario|folder of recordings|no recordings in|not a recording|must (not )?be/.test(
      said,
    )
  ) {
    return new UsageError(said);
  }
  const message = messages[codeOf(error)]?.(options);
  return message ? new UsageError(message) : error;
}

const notInstalled = () => `the mock needs packages that are not installed: ${installCommand}`;
const notThere = ({ host }: MockOptions) =>
  `${host} is no address of this machine; choose another --host`;
const messages: Record<string, (options: MockOptions) => string> = {
  ERR_MODULE_NOT_FOUND: notInstalled,
  MODULE_NOT_FOUND: notInstalled,
  EADDRINUSE: ({ port }) => `port ${port} is in use; choose another --port, or 0 for a free one`,
  EACCES: ({ port }) => `no permission to listen on port ${port}; choose a --port above 1023`,
  EADDRNOTAVAIL: notThere,
  ENOTFOUND: notThere,
};

function speedOf(speed: string): number | 'instant' {
  if (speed === 'instant') return speed;
  if (/^\d+(\.\d+)?$/.test(speed) && Number(speed) > 0) return Number(speed);
  throw new UsageError(`--speed must be a number above 0, or instant, not ${speed}`);
}

/** Settles when the user interrupts. */
export function interrupted(signal: AbortSignal | undefined): Promise<void> {
  return new Promise((settle) => {
    if (signal?.aborted) settle();
    signal?.addEventListener('abort', () => settle(), { once: true });
  });
}
