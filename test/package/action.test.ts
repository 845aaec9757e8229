import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { delimiter, dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import {
  afterAll,
  afterEach,
  beforeAll,
  beforeEach,
  describe,
  expect,
  it,
  onTestFinished,
  vi,
} from 'vitest';
import { driftCommands } from '../../src/cli/drift.ts';
import { flagOf } from '../../src/cli/fields.ts';
import { mockCommands } from '../../src/cli/mock.ts';
import { startRegistry } from '../support/registry.ts';
import { makeRunner, readYaml, scriptOf } from '../support/workflow.ts';

type Inputs = Record<string, string>;
/** A port that nobody listens on. */
async function freePort(): Promise<string> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return String(typeof address === 'object' ? address?.port : '');
}

type Runner = ReturnType<typeof makeRunner>;

const action = readYaml('action.yml');
const script = scriptOf(action.runs.steps, 'run');
const variables: Record<string, string> = action.runs.steps[0].env;
const { version } = JSON.parse(readFileSync('package.json', 'utf8'));

/** Runs the action with these inputs and the defaults of the others. */
function use(runner: Runner, inputs: Inputs, env: Record<string, string> = {}, cwd?: string) {
  const given = Object.entries(variables).map(([variable, expression]) => {
    const [, input = ''] = /^\$\{\{ inputs\.([\w-]+) \}\}$/.exec(expression) ?? [];
    return [variable, inputs[input] ?? action.inputs[input].default];
  });
  const GITHUB_ACTION_PATH = resolve('.');
  return runner.run(script, { ...Object.fromEntries(given), GITHUB_ACTION_PATH, ...env }, cwd);
}

describe('action.yml', () => {
  it('is a composite action whose inputs are all used, described, and have a default', () => {
    expect(action.runs.using).toBe('composite');
    const used = Object.values(variables).map((each) => /inputs\.([\w-]+)/.exec(each)?.[1]);
    expect(used.sort()).toEqual(Object.keys(action.inputs).sort());
    for (const input of Object.values<Record<string, string>>(action.inputs)) {
      expect(input).toEqual({ description: expect.any(String), default: expect.any(String) });
    }
  });

  it('puts no expression into a script, where it would be run', () => {
    expect(script).not.toBe('');
    expect(script).not.toContain('${{');
  });
});

describe('the step of the action', () => {
  let runner: Runner;
  beforeEach(() => {
    runner = makeRunner();
    // Installs a command that writes down what it is asked, and ends as it is told.
    runner.addProgram(
      'npm',
      `[ -z "$NPM_FAILS" ] || exit 1
       mkdir -p node_modules/.bin && cp "$HOME/command" node_modules/.bin/kling-fetch`,
    );
    runner.addProgram('command', 'exit $CODE');
  });
  afterEach(() => runner.remove());
  const ask = async (inputs: Inputs, env = {}) => {
    const { calls, ...done } = await use(runner, inputs, env);
    return { ...done, calls, install: calls[0] ?? '', command: calls.at(-1) ?? '' };
  };

  it('checks what is published, annotates, and writes the summary', async () => {
    const { status, install, command, output } = await ask({});
    expect(status).toBe(0);
    expect(install).toMatch(
      new RegExp(`^npm \\[install\\] \\[--ignore-scripts\\] .* \\[kling-fetch-cli@${version}\\]$`),
    );
    const summary = `[--summary=${runner.inFolder('summary')}]`;
    expect(command).toBe(
      `command [drift] [spec] ${summary} [--format=github] [--fail-on=breaking]`,
    );
    expect(output).toBe('exit-code=0\n');
  });

  it('passes every input on, as one word each', async () => {
    const { install, command } = await ask({
      command: 'live',
      provider: 'cometapi',
      operation: 'text-to-audio',
      from: 'some pages',
      task: '-7',
      record: 'kept here',
      timeout: '9',
      format: 'sarif',
      output: 'a report.sarif',
      baseline: '$(touch pwned) "; exit 7; #.json',
      'fail-on': 'warning',
      spend: '2',
      'probe-limits': 'true',
      version: '0.0.7',
    });
    expect(install).toContain('[kling-fetch-cli@0.0.7]');
    expect(command).toBe(
      `command [drift] [live] [--summary=${runner.inFolder('summary')}] [--provider=cometapi] [--operation=text-to-audio] [--from=some pages] [--task=-7] [--record=kept here] [--timeout=9] [--spend=2] [--probe-limits] [--format=sarif] [--output=a report.sarif] [--baseline=$(touch pwned) "; exit 7; #.json] [--fail-on=warning]`,
    );
    expect(existsSync(runner.inFolder('pwned'))).toBe(false);
  });

  it('probes only when told to by that word', async () => {
    const { command } = await ask({ command: 'live', spend: '1', 'probe-limits': 'yes' });
    expect(command).toContain('[--spend=1]');
    expect(command).not.toContain('--probe-limits');
  });

  it('says why a mock did not start, with the exit code of the command', async () => {
    runner.addProgram('command', 'echo the port is in use >&2; exit $CODE');
    const { status, stdout, output } = await ask({ command: 'mock' }, { CODE: '2' });
    expect({ status, output }).toEqual({ status: 2, output: 'exit-code=2\n' });
    expect(stdout).toMatch(/the port is in use\n::error .*The mock did not start/);
  });

  it.each([1, 2, 3])(
    'fails with the exit code %i of the command, and gives it away',
    async (CODE) => {
      const { status, output } = await ask({}, { CODE: String(CODE) });
      expect({ status, output }).toEqual({ status: CODE, output: `exit-code=${CODE}\n` });
    },
  );

  it.each([
    ['a command that would never end', 2, { command: 'proxy' }, {}],
    ['a folder that is not there', 2, { 'working-directory': 'nowhere' }, {}],
    ['no version', 3, {}, { GITHUB_ACTION_PATH: '/nowhere' }],
    ['no place to install', 3, {}, { RUNNER_TEMP: '/dev/null' }],
    ['no mock', 3, { command: 'mock-summary', port: '1' }, {}],
  ])('has no drift where there is %s, but %i', async (_, code, inputs, env) => {
    const { status, stdout, output } = await ask(inputs, { CODE: '1', ...env });
    expect({ status, output }).toEqual({ status: code, output: `exit-code=${code}\n` });
    expect(stdout).toContain('::error title=kling-fetch::');
  });

  it('says that it could not be installed, and installs the next time', async () => {
    const { stdout, output } = await ask({}, { NPM_FAILS: 'yes' });
    expect(output).toBe('exit-code=3\n');
    expect(stdout).toMatch(/^::error title=kling-fetch::.*could not be installed/m);
    expect((await ask({})).status).toBe(0);
  });

  it.each([
    'exit 127',
    '[ "$1" = -e ] && exec "$REAL" -e "Object.defineProperty(process.versions, \'node\', { value: \'18.20.8\' }); $2"',
  ])('says which Node it needs: %s', async (node) => {
    runner.addProgram('node', node);
    const { status, stdout, calls } = await ask({}, { REAL: process.execPath });
    expect(status).toBe(3);
    expect(stdout).toContain('Needs Node 20 or newer');
    expect(calls.join()).not.toContain('npm');
  });

  it('uses only flags that the commands have', async () => {
    const none = async () => Promise.reject(new Error('nobody runs this'));
    const engines = { spec: none, update: none, live: none, proxy: none, recordings: none };
    const commands = new Map([...driftCommands(engines), ...Object.entries(mockCommands)]);
    for (const [words, count] of [
      ['drift spec', 9],
      ['drift live', 12],
      ['mock', 5],
    ] as const) {
      const name = words.replace('drift ', '');
      // As its description begins, or one of the sentences in there.
      const isFor = new RegExp(`\\b${name}\\b[^.:]*: `);
      const own = Object.keys(action.inputs).filter((input) =>
        isFor.test(action.inputs[input].description),
      );
      const inputs = Object.fromEntries(own.map((input) => [input, 'true']));
      const { command } = await ask({ ...inputs, command: name });
      const flags = [...command.matchAll(/\[(--[\w-]+)/g)].map(([, flag]) => flag);
      expect(flags).toHaveLength(count);
      expect(Object.keys(commands.get(words)?.options ?? {}).map(flagOf)).toEqual(
        expect.arrayContaining(flags),
      );
    }
  });
});

/** A project in which all of what is installed for it, and its settings, would get into the way of the command. */
const project: Record<string, string> = {
  'package.json': JSON.stringify({
    name: 'locked',
    version: '1.0.0',
    dependencies: { a: '1.0.0', ajv: '^6.0.0', 'kling-fetch': '^0.0.1' },
    overrides: { ajv: '6.12.6' },
    engines: { node: '1' },
    packageManager: 'pnpm@12.21.0',
    devEngines: { packageManager: { name: 'pnpm', onFail: 'error' } },
  }),
  // Settings of its own, and two lock files.
  '.npmrc': 'engine-strict=true\nregistry=http://127.0.0.1:1/\noffline=true\n',
  'package-lock.json':
    '{ "name": "locked", "version": "1.0.0", "lockfileVersion": 3, "packages": {} }',
  'pnpm-workspace.yaml': 'packages: ["*"]\n',
  'pnpm-lock.yaml': "lockfileVersion: '9.0'\n",
  // yaml 2 somewhere in the tree, as npm places it and as pnpm does.
  'node_modules/a/package.json':
    '{ "name": "a", "version": "1.0.0", "dependencies": { "yaml": "^2.0.0" } }',
  'node_modules/yaml/package.json':
    '{ "name": "yaml", "version": "2.0.0", "bin": { "yaml": "bin.mjs" } }',
  'node_modules/yaml/bin.mjs': 'process.exit(1);',
  'node_modules/.pnpm/yaml@2.0.0/node_modules/yaml/package.json':
    '{ "name": "yaml", "version": "2.0.0" }',
  'node_modules/ajv/package.json': '{ "name": "ajv", "version": "6.12.6" }',
  'node_modules/ajv/index.js': 'throw new Error("not this one");',
  'node_modules/kling-fetch/package.json': '{ "name": "kling-fetch", "version": "0.0.1" }',
};

/** All files of a folder, and what is in them. */
const contentsOf = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .sort()
    .map((file) => [file, readFileSync(file, 'utf8')]);

/** A page that is as it should be but for its sentences, which are ours. */
const page = readFileSync('test/fixtures/exports/text-to-audio.en.md', 'utf8');

describe('the action with the packages as they are published', () => {
  let registry: Awaited<ReturnType<typeof startRegistry>>;
  const runners: Runner[] = [];
  const unreachable = {
    npm_config_registry: 'http://127.0.0.1:1',
    npm_config_fetch_retries: '0',
  };
  /** A folder for a job. */
  const makeJob = () => {
    const runner = makeRunner();
    runners.push(runner);
    return runner;
  };
  let cwd: string;
  /** Where the programs are that the action has installed. */
  let programs: string;
  let before: unknown;
  /** Runs a step of the one job that all share, as an install takes seconds. */
  let at: (inputs: Inputs, env?: Record<string, string>) => ReturnType<typeof use>;
  let drifted: Awaited<ReturnType<typeof use>>;
  beforeAll(async () => {
    registry = await startRegistry();
    const runner = makeJob();
    cwd = runner.inFolder('project');
    programs = runner.inFolder(`kling-fetch-cli-${version}/node_modules/.bin`);
    for (const [name, content] of Object.entries({ ...project, 'page.md': page })) {
      mkdirSync(dirname(join(cwd, name)), { recursive: true });
      writeFileSync(join(cwd, name), content);
    }
    before = contentsOf(cwd);
    at = (inputs, env = {}) =>
      use(runner, inputs, { npm_config_registry: registry.url, ...env }, cwd);
    // From here on it is installed.
    drifted = await at({ from: 'page.md', 'fail-on': 'warning' });
  });
  afterAll(async () => {
    for (const runner of runners) runner.remove();
    await registry.close();
  });

  it('ends as it should, whatever the project has installed and set', () => {
    expect(drifted).toMatchObject({ status: 1, output: 'exit-code=1\n' });
    expect(drifted.stdout).toContain('::warning title=sentence-changed');
    expect(drifted.summary).toContain('sentence-changed');
    expect(contentsOf(cwd)).toEqual(before);
  });

  it('starts a mock for the steps that follow, and says what it was asked', async () => {
    const inputs = { command: 'mock', port: '0', speed: 'instant', log: '../log.jsonl' };
    const started = await at(inputs, unreachable);
    onTestFinished(started.end);
    const [, url, port = ''] = /^url=(.*)\nport=(\d+)\nexit-code=0\n$/.exec(started.output) ?? [];
    expect(url).toBe(`http://127.0.0.1:${port}`);
    expect((await fetch(`${url}/_mock/health`)).status).toBe(200);
    expect((await fetch(`${url}/klingai/v1/audio/text-to-audio/<b>|x`)).status).toBe(401);
    const { status, summary } = await at({ command: 'mock-summary', port });
    expect(status).toBe(0);
    expect(summary).toMatch(/^## Mock: 1 request, 1 refused\n\n(\|.*\|\n){3}$/);
    expect(summary).toContain('text-to-audio/%3Cb%3E&#124;x');

    const log = () => readFileSync(join(cwd, '../log.jsonl'), 'utf8');
    await vi.waitFor(() => expect(JSON.parse(log())).toMatchObject({ status: 401 }));
  });

  it('the steps of the Dockerfile name the package, start, tell their health and end at a SIGTERM', async () => {
    const lines = readFileSync('examples/docker/Dockerfile', 'utf8').replaceAll(/\\\n\s*/g, '');
    const [version, port] = ['$' + '{VERSION}', await freePort()];
    const step = (name: string) =>
      (new RegExp(`^${name} (.*)$`, 'm').exec(lines)?.[1] ?? '')
        .replace(version, 'latest')
        .replaceAll('4010', port);
    const runner = makeJob();
    // What the action has installed is what npm would install here again.
    runner.addProgram('npm', '');
    const { status, calls } = await runner.run(step('RUN'), {});
    expect([status, ...calls]).toEqual([
      0,
      expect.stringMatching(/^npm \[install\].* \[--global\].* \[kling-fetch-cli@latest\]$/),
    ]);
    const env = { PATH: [dirname(process.execPath), '/bin'].join(delimiter) };
    const [entry = '', ...words] = ['ENTRYPOINT', 'CMD'].flatMap((name) => JSON.parse(step(name)));
    const mock = spawn(join(programs, entry), words, { env, stdio: 'ignore' });
    onTestFinished(() => void mock.kill('SIGKILL'));
    const ended = once(mock, 'exit');
    const [command = '', ...args] = JSON.parse(/CMD (.*)/.exec(step('HEALTHCHECK'))?.[1] ?? '');
    const check = () => promisify(execFile)(command, args, { env });
    await vi.waitFor(check, { timeout: 60_000, interval: 100 });
    mock.kill('SIGTERM');
    expect(await ended).toEqual([0, null]);
    await expect(check()).rejects.toMatchObject({ code: 1 });
  });
});
