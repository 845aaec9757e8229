import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { HttpResponse, http } from 'msw';
import { setupServer } from 'msw/node';
import { expect, it } from 'vitest';
import { createKling, klingai } from '../../src/index.ts';
import { startMock } from '../../src/mock/index.ts';
import { chooseBrowser } from '../browser/browser.ts';

/** Each test of `cases.mjs`, and what its failure says; nothing where it passes. */
const cases: Record<string, string> = {
  'a right test': '',
  'a wrong request that is meant': '',
  'a field that no document has':
    'POST /klingai/v1/audio/text-to-audio (200): promt is unknown and ignored; did you mean prompt?',
  'a refusal that the application hides':
    'POST /klingai/v1/audio/text-to-audio (400): duration must be from 3 to 10 in steps of 0.1',
};

/** Runs a test runner in the folder of its project, and reads its report. */
async function run(args: string[], folder: string, env: Record<string, string> = {}) {
  const output = await mkdtemp(join(tmpdir(), `kling-${folder}-`));
  const report = join(output, 'report.json');
  // What this runner has set in its own environment would reach another one.
  const own = Object.entries(process.env).filter(
    ([name]) => !/^(VITEST|NODE_ENV|TEST|JEST)/.test(name),
  );
  const outcome = await new Promise<{ code: number; printed: string }>((resolve) => {
    const child = execFile(
      process.execPath,
      args.map((arg) => arg.replace('REPORT', report)),
      {
        cwd: `test/runners/${folder}`,
        env: {
          ...Object.fromEntries(own),
          ...env,
          OUTPUT: output,
          PLAYWRIGHT_JSON_OUTPUT_FILE: report,
        },
      },
      (_, stdout, stderr) => resolve({ code: child.exitCode ?? -1, printed: stdout + stderr }),
    );
  });
  const text = await readFile(report, 'utf8').catch(() => {
    throw new Error(outcome.printed);
  });
  await rm(output, { recursive: true });
  // Wrong tests are wrong, and it is the runner that says so.
  expect(outcome.code).toBe(1);
  expect(outcome.printed + text).not.toMatch(/a secret|test-[0-9a-f]{32}/);
  return JSON.parse(text);
}

/** What Vitest and Jest report in the same form: the message of each test, empty where it passed. */
const messages = ({ testResults: [file] }: JestReport) =>
  Object.fromEntries(
    (file?.assertionResults ?? []).map(({ title, status, failureMessages }) => [
      title,
      status === 'passed' ? '' : failureMessages.join('\n'),
    ]),
  );
interface JestReport {
  testResults: {
    assertionResults: { title: string; status: string; failureMessages: string[] }[];
  }[];
}

/** Expects each test to pass, or to fail and say that. */
function compare(found: Record<string, string>, expected: Record<string, string>) {
  expect(Object.keys(found)).toEqual(Object.keys(expected));
  for (const [name, message] of Object.entries(expected)) {
    if (message === '') expect(found[name]).toBe('');
    else expect(found[name]).toContain(message);
  }
}

const modules = join(process.cwd(), 'node_modules');

it('in a project with Vitest wrong tests fail and name the field, right ones pass', async () => {
  const flags = ['run', '--reporter=json', '--outputFile=REPORT'];
  compare(messages(await run([join(modules, 'vitest/vitest.mjs'), ...flags], 'vitest')), cases);
});

it('in a project with Jest wrong tests fail and name the field, right ones pass', async () => {
  const flags = ['--experimental-vm-modules', join(modules, 'jest/bin/jest.js')];
  compare(messages(await run([...flags, '--json', '--outputFile=REPORT'], 'jest')), cases);
});

it('in a project with Playwright wrong tests fail and name the field, right ones pass', async () => {
  const launchOptions = JSON.stringify(await chooseBrowser());
  const env = { LAUNCH_OPTIONS: launchOptions };
  const report = await run(
    [join(modules, '@playwright/test/cli.js'), 'test', '--reporter=json'],
    'playwright',
    env,
  );
  const [{ specs }] = report.suites as { specs: PlaywrightSpec[] }[] as [
    { specs: PlaywrightSpec[] },
  ];
  const found = specs.map(({ title, tests: [test] }) => [
    title,
    (test?.results[0]?.errors ?? []).map(({ message }) => message).join('\n'),
  ]);
  compare(Object.fromEntries(found), {
    'a wrong request that is meant': '',
    'a front end that is right': '',
    'a front end that names an unknown field': cases['a field that no document has'] ?? '',
  });
});
interface PlaywrightSpec {
  title: string;
  tests: { results: { errors: { message: string }[] }[] }[];
}

it('behind MSW a session answers what is sent to the provider itself', async () => {
  await using mock = await startMock({ speed: 'instant' });
  await using session = mock.session();
  const server = setupServer(
    http.all('https://api-singapore.klingai.com/*', ({ request }) => session.fetch(request)),
    http.all('https://*', () => HttpResponse.error()),
  );
  server.listen({ onUnhandledRequest: 'bypass' });
  try {
    const kling = createKling(klingai, { apiKey: 'of-the-application' }, { interval: 1 });
    const { audios } = await kling.textToAudio.run({ prompt: 'rain', duration: 3 });
    expect((await fetch(audios?.[0]?.url_mp3 ?? '')).headers.get('content-type')).toBe(
      'audio/mpeg',
    );
    expect([session.tasks.length, session.findings]).toEqual([1, []]);
  } finally {
    server.close();
  }
});
