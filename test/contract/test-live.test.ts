import { execFile } from 'node:child_process';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { readLive } from '../../scripts/live-flags.ts';
import { environment } from '../../src/cli/environment.ts';
import { providerNames } from '../../src/documents/documents.ts';
import { type Mock, startMock } from '../../src/mock/index.ts';
import { type Target, targetAt } from '../support/contract.ts';
import { tasks } from '../support/offered.ts';
import { routeOf, Spending } from '../support/spending.ts';

// A run of vitest inside this one.
vi.setConfig({ testTimeout: 300_000 });

const variables = Object.values(environment).flatMap(({ baseUrl, credentials }) => [
  baseUrl,
  ...credentials.flatMap((set) => Object.values(set)),
]);

/** Runs a program with no other keys than these. */
function run(command: string[], keys: Record<string, string> = {}) {
  const env = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !variables.includes(name) && name !== 'VITEST'),
  );
  return new Promise<{ code: unknown; text: string }>((resolve) => {
    const options = { env: { ...env, NO_COLOR: '1', ...keys } };
    execFile(process.execPath, command, options, (error, stdout, stderr) =>
      resolve({ code: error?.code ?? 0, text: stdout + stderr }),
    );
  });
}

/** Runs `npm run test:live -- …`. */
const testLive = (args: string[], keys: Record<string, string> = {}) =>
  run(['--import', 'tsx', 'scripts/test-live.ts', ...args], keys);

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
    [['--provider', 'klingai', '--spent', '1'], "Unknown option '--spent'"],
    [['--provider', 'klingai', '--base-url', 'x'], '--base-url must be an address like'],
    [['--provider', 'kling'], `--provider must be one of ${providerNames.join(', ')}`],
    [['--provider', 'klingai', '--spend', 'much'], '--spend must be a number of tasks'],
    [
      ['--provider', 'klingai', '--probe-limits'],
      '--probe-limits may cost money: add --spend 1 or more',
    ],
  ])('refuses %j', (args, message) => {
    const refused = readLive(args, { KLING_API_KEY: 'a-key' });
    expect(refused).toEqual({ code: 2, message: expect.stringMatching(`^${message}`) });
  });

  it('passes with a provider that keeps its document, and creates as many tasks as allowed', async () => {
    // The one that documents the fewest operations of those with lists: each rule of each is tried.
    const provider = 'klingai2';
    const at = ['--provider', provider, '--base-url', `${mock.url}/${provider}`];
    const args = [...at, '--spend', '2', '--probe-limits'];
    const { code, text } = await testLive(args, { KLING_API_KEY: 'a-key' });
    // Each is refused without a key, refused for what it breaks, not found, and listed; two are paid.
    const count = 4 * tasks.filter(([each]) => each === provider).length + 2;
    expect(text).toMatch(new RegExp(`Tests +${count} passed \\| \\d+ skipped`));
    expect(text).toMatch('textToVideo: succeed');
    expect(code).toBe(0);
  });

  describe('at a provider that accepts what its document refuses', () => {
    let paid = 0;
    const server = createServer((request, response) => {
      const isSigned = request.headers.authorization !== undefined;
      if (request.method === 'POST' && isSigned) paid++;
      const body = isSigned ? { code: 0, message: 'SUCCEED', data: task } : refusal;
      response.writeHead(isSigned ? 200 : 401, { 'content-type': 'application/json' });
      response.end(JSON.stringify(body));
    });
    const task = { task_id: '861254119619698760', task_status: 'submitted' };
    const refusal = { error: { message: 'no key', type: 't', param: '', code: null } };
    beforeAll(() => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve)));
    afterAll(() => server.close());
    const address = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const atLax = (...args: string[]) => {
      paid = 0;
      const keys = { DEERAPI_KEY: 'a-key', DEERAPI_BASE_URL: address() };
      const read = readLive(['--provider', 'deerapi', ...args], keys);
      if (!('env' in read)) throw new Error(read.message);
      // What the script would start.
      const vitest = ['node_modules/vitest/vitest.mjs', 'run', 'test/contract/live.test.ts'];
      return run(vitest, { ...keys, ...read.env });
    };

    it('sends no create with the key unless told', async () => {
      const { code, text } = await atLax();
      expect(paid).toBe(0);
      expect(text).toMatch('needs --spend N --probe-limits');
      expect(code).toBe(1);
    });

    const create = ({ kling }: Target) =>
      kling.http.POST(routeOf('deerapi', 'textToAudio'), { body: { prompt: 'rain' } });

    it('fails at the first one, names its task, and sends no other', async () => {
      paid = 0;
      const target = targetAt('deerapi', address());
      const spending = new Spending(target, 3);
      await expect(spending.breakRules('textToVideo')).rejects.toThrow(
        /prompt: required.*taken as task 861254119619698760, which may be charged/,
      );
      expect(paid).toBe(1);
      await expect(spending.breakRules('textToAudio')).rejects.toThrow(
        /^not asked, after prompt: required/,
      );
      await expect(create(target)).rejects.toThrow();
      expect(paid).toBe(1);
    });

    it('sends no more creates than it may, and what is free without end', async () => {
      paid = 0;
      const target = targetAt('deerapi', address());
      new Spending(target, 2);
      await create(target);
      await create(target);
      await expect(create(target)).rejects.toThrow();
      await target.kling.textToAudio.task('861254119619698760').snapshot();
      expect(paid).toBe(2);
    });
  });
});
