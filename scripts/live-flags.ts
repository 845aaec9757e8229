/** What the flags of `npm run test:live` and the environment ask for. */
import { parseArgs } from 'node:util';
import { baseUrlOf, connect, credentialsIn, environment, keysOf } from '../src/cli/environment.ts';
import { providerNames } from '../src/documents/documents.ts';

const usage =
  'usage: npm run test:live -- --provider NAME [--spend N [--probe-limits]] [--base-url URL]';
const options = {
  provider: { type: 'string' },
  spend: { type: 'string', default: '0' },
  'probe-limits': { type: 'boolean', default: false },
  'base-url': { type: 'string' },
} as const;

/** Why nothing is run, and the exit code for it. */
interface Refused {
  code: number;
  message: string;
}

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error));

/** What `test/contract/live.test.ts` is told by its environment; or why it is not run. */
export function readLive(
  args: string[],
  env: NodeJS.ProcessEnv,
): Refused | { env: Record<string, string> } {
  const refuse = (code: number, message: string): Refused => ({ code, message });
  let values: ReturnType<typeof parse>;
  try {
    values = parse(args);
  } catch (error) {
    return refuse(2, `${messageOf(error)}\n${usage}`);
  }
  const { provider: name, spend, 'probe-limits': probeLimits, 'base-url': baseUrl } = values;
  const provider = providerNames.find((each) => each === name);
  if (!provider)
    return refuse(2, `--provider must be one of ${providerNames.join(', ')}\n${usage}`);
  if (!/^\d{1,3}$/.test(spend)) return refuse(2, `--spend must be a number of tasks\n${usage}`);
  if (probeLimits && Number(spend) < 1)
    return refuse(2, `--probe-limits may cost money: add --spend 1 or more\n${usage}`);
  if (!credentialsIn(provider, env))
    return refuse(3, `not tested: ${provider} needs ${keysOf(provider)} in the environment`);
  try {
    connect(provider, env, { baseUrl });
  } catch (error) {
    return refuse(2, messageOf(error));
  }
  const address = baseUrlOf(provider, env, baseUrl);
  return {
    env: {
      ...(address && { [environment[provider].baseUrl]: address }),
      LIVE_PROVIDER: provider,
      LIVE_SPEND: spend,
      LIVE_PROBE_LIMITS: String(probeLimits),
    },
  };
}

const parse = (args: string[]) => parseArgs({ args, options }).values;
