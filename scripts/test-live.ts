/**
 * Runs the part of the contract suite that asks a provider itself: `npm run test:live -- --provider cometapi`. Costs
 * nothing unless `--spend N` allows N tasks; `--probe-limits` allows creates among them that should be refused. Exits 2 on a
 * wrong flag and 3 when there is no key.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { baseUrlOf, connect, credentialsIn, environment, keysOf } from '../src/cli/environment.ts';
import { providerNames } from '../src/documents/documents.ts';

const usage =
  'usage: npm run test:live -- --provider NAME [--spend N [--probe-limits]] [--base-url URL]';

function stop(code: number, message: string): never {
  console.error(message);
  process.exit(code);
}

function flags() {
  const options = {
    provider: { type: 'string' },
    spend: { type: 'string', default: '0' },
    'probe-limits': { type: 'boolean', default: false },
    'base-url': { type: 'string' },
  } as const;
  try {
    return parseArgs({ options }).values;
  } catch (error) {
    return stop(2, `${error instanceof Error ? error.message : error}\n${usage}`);
  }
}

const { provider: name, spend, 'probe-limits': probeLimits, 'base-url': baseUrl } = flags();
const provider = providerNames.find((each) => each === name);
if (!provider) stop(2, `--provider must be one of ${providerNames.join(', ')}\n${usage}`);
if (!/^\d{1,3}$/.test(spend)) stop(2, `--spend must be a number of tasks\n${usage}`);
if (probeLimits && Number(spend) < 1) {
  stop(2, `--probe-limits may cost money: add --spend 1 or more\n${usage}`);
}
if (!credentialsIn(provider, process.env)) {
  stop(3, `not tested: ${provider} needs ${keysOf(provider)} in the environment`);
}
try {
  connect(provider, process.env, { baseUrl });
} catch (error) {
  stop(2, error instanceof Error ? error.message : String(error));
}
const address = baseUrlOf(provider, process.env, baseUrl);
if (address) process.env[environment[provider].baseUrl] = address;
process.env.LIVE_PROVIDER = provider;
process.env.LIVE_SPEND = spend;
process.env.LIVE_PROBE_LIMITS = String(probeLimits);
// By plain Node, as loading vitest through tsx takes as long as some of the tests. What is published is not needed, so nothing is built.
const vitest = fileURLToPath(new URL('../node_modules/vitest/vitest.mjs', import.meta.url));
const child = spawn(process.execPath, [vitest, 'run', 'test/contract/live.test.ts'], {
  stdio: 'inherit',
});
const [code] = await once(child, 'exit');
process.exitCode = code ?? 1;
