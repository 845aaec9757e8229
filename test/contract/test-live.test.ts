import { execFile } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { environment } from '../../src/cli/environment.ts';
import { documents } from '../../src/documents/documents.ts';
import { type Mock, startMock } from '../../src/mock/index.ts';
import { startPrism } from '../support/prism.ts';

// A run of vitest inside this one.
vi.setConfig({ testTimeout: 300_000 });

const variables = Object.values(environment).flatMap(({ baseUrl, credentials }) => [
  baseUrl,
  ...credentials.flatMap((set) => Object.values(set)),
]);

/** Runs `npm run test:live -- …` with no other keys than these. */
function testLive(args: string[], keys: Record<string, string> = {}) {
  const env = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !variables.includes(name) && name !== 'VITEST'),
  );
  const command = ['--import', 'tsx', 'scripts/test-live.ts', ...args];
  return new Promise<{ code: unknown; text: string }>((resolve) => {
    const options = { env: { ...env, NO_COLOR: '1', ...keys } };
    execFile(process.execPath, command, options, (error, stdout, stderr) =>
      resolve({ code: error?.code ?? 0, text: stdout + stderr }),
    );
  });
}

describe('npm run test:live', () => {
  let mock: Mock;
  beforeAll(async () => {
    mock = await startMock({ speed: 'instant' });
  });
  afterAll(() => mock.close());

  it('says which variable is missing, and does not pass', async () => {
    const { code, text } = await testLive(['--provider', 'klingai']);
    expect(text).toBe(
      'not tested: klingai needs KLING_API_KEY, or KLING_ACCESS_KEY with KLING_SECRET_KEY in the environment\n',
    );
    expect(code).toBe(3);
  });

  it.each([
    [['--provider', 'kling'], '--provider must be one of klingai, cometapi, deerapi'],
    [['--provider', 'klingai', '--spend', 'much'], '--spend must be a number of tasks'],
  ])('refuses %j', async (args, message) => {
    const { code, text } = await testLive(args, { KLING_API_KEY: 'a-key' });
    expect(text.split('\n')[0]).toBe(message);
    expect(code).toBe(2);
  });

  it('passes with a provider that keeps its document, and creates as many tasks as allowed', async () => {
    const args = ['--provider', 'klingai', '--base-url', `${mock.url}/klingai`, '--spend', '2'];
    const { code, text } = await testLive(args, { KLING_API_KEY: 'a-key' });
    expect(text).toMatch(/Tests +14 passed \| 1 skipped/);
    expect(text).toMatch('textToVideo: succeed');
    expect(code).toBe(0);
  });

  it('fails at once when a provider accepts what its document refuses, and names the task', async () => {
    const dialect = 'https://spec.openapis.org/oas/3.1/dialect/base';
    const lax = await startPrism({ ...documents.cometapi, jsonSchemaDialect: dialect });
    try {
      const keys = { COMETAPI_KEY: 'a-key', COMETAPI_BASE_URL: lax.url };
      const { code, text } = await testLive(['--provider', 'cometapi'], keys);
      expect(text).toMatch(
        /prompt: required.*taken as task 861254119619698760, which may be charged/,
      );
      expect(text.match(/not asked, after prompt: required/g)?.length).toBeGreaterThan(0);
      expect(code).toBe(1);
    } finally {
      await lax.close();
    }
  });
});
