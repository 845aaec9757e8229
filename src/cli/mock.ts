import { randomInt } from 'node:crypto';
import { resolve } from 'node:path';
import { codeOf } from '../client/connection.ts';
import { type ProviderName, providerNames, providersOf } from '../documents/documents.ts';
import type { Mock, MockOptions } from '../mock/index.ts';
import {
  type Call,
  type Command,
  type Context,
  defineCommand,
  type Flags,
  UsageError,
  waitForInterrupt,
} from './command.ts';
import { environment } from './environment.ts';
import { helpFlag, portFlag } from './flags.ts';
import { inputFields } from './provider.ts';
import { RequestLog } from './request-log.ts';
import { create, createFlags } from './tasks.ts';

const mockFlags = {
  port: portFlag(4010),
  host: { type: 'string', default: '127.0.0.1', description: 'Address to listen on.' },
  allowHosts: {
    type: 'string',
    description: 'Further names under which the mock is reached, separated by commas.',
  },
  provider: {
    type: 'string',
    enum: providerNames,
    default: 'klingai',
    description: 'Whose lines to print for your program; the mock serves all of them.',
  },
  speed: {
    type: 'string',
    default: '60',
    description: 'How many times faster than in reality tasks run, or "instant".',
  },
  scenario: {
    type: 'string',
    default: 'normal',
    description: 'What happens to the tasks that are created; --scenarios lists the choices.',
  },
  scenarios: { type: 'boolean', description: 'List all scenarios and exit.' },
  seed: {
    type: 'integer',
    minimum: 0,
    default: 1,
    description: 'The same seed gives the same ids and the same random choices.',
  },
  allowCallbacks: {
    type: 'string',
    description: 'Hosts other than this machine that callback_url may name, separated by commas.',
  },
  replay: {
    type: 'string',
    format: 'dir',
    description:
      'Let creates with a recorded input live through what was recorded, from this folder made with drift --record.',
  },
  replayOnly: {
    type: 'boolean',
    description: 'Refuse creates whose input was not recorded. Needs --replay.',
  },
  log: {
    type: 'string',
    format: 'file',
    description: 'Append each request to this file, as one line of JSON without keys and prompts.',
  },
  quiet: { type: 'boolean', description: 'Do not log the requests on stderr.' },
  ...helpFlag,
} satisfies Flags;

const demoFlags = {
  live: {
    type: 'boolean',
    description: 'Use the provider itself, not a mock. Needs a key and costs money.',
  },
  ...createFlags,
  provider: { ...createFlags.provider, enum: providersOf('textToAudio') },
} satisfies Flags;

/** The commands that start a mock. */
export const mockCommands: Record<string, Command> = {
  mock: defineCommand({
    summary: 'Run a mock server of all providers until Ctrl-C.',
    options: mockFlags,
    exitCodes: {
      0: 'ended by Ctrl-C',
      2: 'wrong usage, or a port that cannot be used',
      3: 'something unexpected happened',
    },
    run: runMock,
  }),
  demo: defineCommand({
    summary: 'Make a sound with a mock server of its own; needs no key.',
    operation: 'textToAudio',
    options: demoFlags,
    isCreate: true,
    fields: inputFields,
    defaults: { prompt: 'Rain on a tin roof', duration: 5 },
    losesTasks: ({ live }) => !live,
    run: runDemo,
  }),
};

/** Runs the mock until it is interrupted, or lists its scenarios. */
async function runMock({ options, context }: Call<typeof mockFlags>): Promise<void> {
  if (options.scenarios) return listScenarios(context);
  if (options.replayOnly && options.replay === undefined)
    throw new UsageError('--replay-only needs --replay');
  const settings = mockOptions(options, context);
  if (options.log === undefined) return serveMock(settings, options.provider, context);
  const log = await RequestLog.open(resolve(context.cwd, options.log), context.stderr);
  try {
    const onRequest = log.add.bind(log);
    await serveMock({ ...settings, onRequest }, options.provider, context);
  } finally {
    await log.close();
  }
}

/** Runs the mock until it is interrupted. */
async function serveMock(
  settings: MockOptions,
  provider: ProviderName,
  context: Context,
): Promise<void> {
  const mock = await openMock(settings);
  try {
    // Two that share a variable share an account, and the mock of one answers for both.
    const variables = providerNames.map((name) => environment[name].baseUrl);
    for (const name of providerNames.filter(
      (_, at) => variables.indexOf(variables[at] ?? '') === at,
    )) {
      const { baseUrl, credentials } = environment[name];
      const key = credentials.find(({ apiKey }) => apiKey)?.apiKey;
      context.stdout.write(`export ${key}=any ${baseUrl}=${mock.url}/${name}\n`);
    }
    context.stderr.write(explainUse(mock.url, provider));
    await waitForInterrupt(context);
  } finally {
    await mock.close();
  }
}

/** What to do with a mock: lines that can be pasted into a program, which reads none of the variables. */
const explainUse = (url: string, provider: ProviderName) => `
Those lines are for npx kling-fetch-cli in another terminal. Your program does not read them:

import { createKling, ${provider} } from 'kling-fetch';
const options = { baseUrl: '${url}/${provider}' };
const kling = createKling(${provider}, { apiKey: 'any' }, options);

Open ${url}/ in a browser to try it there.
The mock accepts any key. Press Ctrl-C to stop it.
`;

function mockOptions(
  options: Call<typeof mockFlags>['options'],
  { env, stderr, cwd }: Context,
): MockOptions {
  const { port, host, scenario, seed, replay } = options;
  const { KLING_ACCESS_KEY: access, KLING_SECRET_KEY: secret, KLING_WEBHOOK_SECRET: hook } = env;
  return {
    port,
    host,
    scenario,
    seed,
    speed: parseSpeed(options.speed),
    ...(replay !== undefined && { replay: resolve(cwd, replay) }),
    ...(options.replayOnly && { replayOnly: true }),
    allowHosts: splitNames(options.allowHosts),
    allowCallbacks: splitNames(options.allowCallbacks),
    ...(!options.quiet && { log: (line) => stderr.write(`${line}\n`), logRequests: true }),
    // The pair that the client will sign with, so that the mock can verify its tokens.
    ...(access && secret && { keys: { [access]: secret } }),
    ...(hook && { webhookSecret: hook }),
  };
}

const splitNames = (names = '') =>
  names
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');

function parseSpeed(speed: string): number | 'instant' {
  if (speed === 'instant') return speed;
  if (/^\d+(\.\d+)?$/.test(speed) && Number(speed) > 0) return Number(speed);
  throw new UsageError(`--speed must be a number above 0, or instant, not ${speed}`);
}

async function listScenarios({ stdout }: Context): Promise<void> {
  const { scenarios } = await import('../mock/index.ts');
  let listed = '';
  for (const [name, { group, means }] of Object.entries(scenarios)) {
    if (group !== listed) stdout.write(`${listed && '\n'}${group}\n`);
    listed = group;
    stdout.write(`  ${name.padEnd(24)} ${means}\n`);
  }
}

/** Makes a sound: with a mock of its own, or with the provider. */
async function runDemo(call: Call<typeof demoFlags>): Promise<void> {
  const { options, context } = call;
  if (options.live) return create(call);
  if (options.baseUrl !== undefined) {
    throw new UsageError('--base-url needs --live; otherwise the demo uses its own mock');
  }
  if (!options.quiet) context.stderr.write(`starting a mock of ${options.provider}\n`);
  const mock = await openMock({ port: 0, speed: 10, seed: randomInt(2 ** 32) });
  const baseUrl = `${mock.url}/${options.provider}`;
  const [keys = {}] = environment[options.provider].credentials;
  const anyKey = Object.fromEntries(Object.values(keys).map((variable) => [variable, 'demo']));
  const env = { ...context.env, ...anyKey };
  try {
    // Polled often enough to see each state, as the mock goes through them in seconds.
    await create({ ...call, options: { ...options, baseUrl }, context: { ...context, env } }, 200);
  } finally {
    await mock.close();
  }
}

/** Starts a mock, or says what is wrong with its options. */
async function openMock(options: MockOptions): Promise<Mock> {
  const { startMock } = await import('../mock/index.ts');
  return startMock(options).catch((error) => {
    throw explainStartError(error, options);
  });
}

/** Finds the mock's own messages about options that are wrong. */
const optionErrors =
  /^no such scenario|recording|has more than|cannot be read|is not a file|is (too large|larger)|must (not )?be/;

/** Turns what the user can put right into wrong usage, and leaves anything else as it is. */
function explainStartError(error: unknown, { port, host }: MockOptions): unknown {
  if (error instanceof TypeError && optionErrors.test(error.message)) {
    return new UsageError(error.message);
  }
  const notThere = `${host} is not an address of this machine; choose another --host`;
  const messages: Record<string, string> = {
    EADDRINUSE: `port ${port} is in use; choose another --port, or 0 for a free one`,
    EACCES: `no permission to listen on port ${port}; choose a --port above 1023`,
    EADDRNOTAVAIL: notThere,
    ENOTFOUND: notThere,
  };
  const message = messages[codeOf(error) ?? ''];
  return message ? new UsageError(message) : error;
}
