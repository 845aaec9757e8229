import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { driftCommands } from '../../src/cli/drift.ts';
import { environment } from '../../src/cli/environment.ts';
import { flagOf } from '../../src/cli/fields.ts';

interface Step {
  id?: string;
  name?: string;
  uses?: string;
  if?: string;
  run?: string;
  env?: Record<string, string>;
}
const read = (file: string) => parse(readFileSync(file, 'utf8'));
const action = read('action.yml');
const workflow = read('.github/workflows/drift.yml');
const steps: Step[] = workflow.jobs.drift.steps;
const scriptOf = (list: Step[], name: string) =>
  list.find((step) => step.id === name || step.name === name)?.run ?? '';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kling-action-'));
});
afterEach(() => rmSync(folder, { recursive: true }));
const inFolder = (name: string) => join(folder, name);
const contentOf = (name: string) => readFileSync(inFolder(name), 'utf8');

/** Runs a script as a runner does, with programs that only write down what they were asked. */
function run(script: string, programs: Record<string, string>, env: Record<string, string>) {
  for (const name of ['calls', 'summary', 'output']) writeFileSync(inFolder(name), '');
  for (const [name, body] of Object.entries(programs)) {
    const record = `{ printf '%s' ${name}; printf ' [%s]' "$@"; echo; } >> "$CALLS"`;
    writeFileSync(inFolder(name), `#!/bin/bash\n${record}\n${body}\n`, { mode: 0o755 });
  }
  writeFileSync(inFolder('script.sh'), script);
  const bash = ['--noprofile', '--norc', '-e', '-o', 'pipefail', inFolder('script.sh')];
  const { status, stderr } = spawnSync('/bin/bash', bash, {
    encoding: 'utf8',
    cwd: folder,
    env: {
      PATH: `${folder}:/usr/bin:/bin`,
      CALLS: inFolder('calls'),
      RUNNER_TEMP: folder,
      GITHUB_STEP_SUMMARY: inFolder('summary'),
      GITHUB_OUTPUT: inFolder('output'),
      ...env,
    },
  });
  const calls = contentOf('calls').trimEnd().split('\n').filter(Boolean);
  return { status, stderr, calls, output: contentOf('output') };
}

describe('action.yml', () => {
  const script = scriptOf(action.runs.steps, 'drift');
  const variables: Record<string, string> = action.runs.steps[0].env;

  /** Runs the action with these inputs and the defaults of the others. */
  function use(inputs: Record<string, string>, code = 0) {
    const env = Object.entries(variables).map(([variable, expression]) => {
      const [, input = ''] = /^\$\{\{ inputs\.([\w-]+) \}\}$/.exec(expression) ?? [];
      return [variable, inputs[input] ?? action.inputs[input].default];
    });
    return run(script, { npx: `exit ${code}` }, Object.fromEntries(env));
  }

  it('is a composite action whose inputs are all used, described, and have a default', () => {
    expect(action.runs.using).toBe('composite');
    const used = Object.values(variables).map((each) => /inputs\.([\w-]+)/.exec(each)?.[1]);
    expect(used.sort()).toEqual(Object.keys(action.inputs).sort());
    for (const input of Object.values<Record<string, string>>(action.inputs)) {
      expect(input).toEqual({ description: expect.any(String), default: expect.any(String) });
    }
  });

  it('checks what is published, annotates, and writes the summary', () => {
    const { status, calls, output } = use({});
    expect(status).toBe(0);
    expect(calls).toEqual([
      [
        'npx [--yes] [--package] [kling-fetch@0] [--package] [ajv@8] [--package] [ajv-formats@3] [--package] [yaml@2]',
        '[--] [kling-fetch] [drift] [spec] [--format] [github] [--fail-on] [breaking]',
        `[--summary] [${inFolder('summary')}]`,
      ].join(' '),
    ]);
    expect(output).toBe('exit-code=0\n');
  });

  it('passes every input on, as one word each', () => {
    const { calls } = use({
      command: 'live',
      provider: 'cometapi',
      format: 'sarif',
      output: 'a report.sarif',
      baseline: '$(touch pwned) "; exit 7; #.json',
      'fail-on': 'warning',
      spend: '2',
      'probe-limits': 'true',
      version: '0.1.0',
    });
    expect(calls[0]).toContain('[kling-fetch@0.1.0]');
    expect(calls[0]).toContain(
      `[drift] [live] [--format] [sarif] [--fail-on] [warning] [--summary] [${inFolder('summary')}] [--provider] [cometapi] [--output] [a report.sarif] [--baseline] [$(touch pwned) "; exit 7; #.json] [--spend] [2] [--probe-limits]`,
    );
    expect(() => contentOf('pwned')).toThrow();
  });

  it('does not probe unless told to, and then in live only', () => {
    const probes = (inputs: Record<string, string>) =>
      use({ spend: '1', ...inputs })
        .calls.join()
        .includes('--probe-limits');
    expect(probes({ command: 'live' })).toBe(false);
    expect(probes({ command: 'live', 'probe-limits': 'yes' })).toBe(false);
    expect(probes({ command: 'spec', 'probe-limits': 'true' })).toBe(false);
    expect(probes({ command: 'live', 'probe-limits': 'true' })).toBe(true);
  });

  it.each([1, 2, 3])('fails with the exit code %i of the command, and gives it away', (code) => {
    const { status, output } = use({}, code);
    expect({ status, output }).toEqual({ status: code, output: `exit-code=${code}\n` });
  });

  it('uses only flags that the commands have', () => {
    const engines = { spec: none, update: none, live: none, proxy: none, recordings: none };
    const commands = new Map(driftCommands(engines));
    const flagsOf = (name: string) => Object.keys(commands.get(name)?.options ?? {}).map(flagOf);
    const { calls: spec } = use({ provider: 'a', output: 'b', baseline: 'c' });
    const inputs = { provider: 'a', output: 'b', baseline: 'c', 'probe-limits': 'true' };
    const { calls: live } = use({ command: 'live', ...inputs });
    const flagsIn = (calls: string[]) =>
      [...(calls[0]?.split('[drift]')[1] ?? '').matchAll(/\[(--[\w-]+)\]/g)].map(
        ([, flag]) => flag,
      );
    expect(flagsIn(spec).length).toBe(6);
    expect(flagsOf('drift spec')).toEqual(expect.arrayContaining(flagsIn(spec)));
    expect(flagsIn(live).length).toBe(8);
    expect(flagsOf('drift live')).toEqual(expect.arrayContaining(flagsIn(live)));
  });
});

async function none(): Promise<never> {
  throw new Error('nobody runs this');
}

describe('the nightly workflow', () => {
  it('may read the repository and write issues, and nothing else', () => {
    expect(workflow.permissions).toEqual({});
    expect(workflow.jobs.drift.permissions).toEqual({ contents: 'read', issues: 'write' });
    expect(workflow.concurrency).toBeTruthy();
    expect(workflow.on.schedule[0].cron).toMatch(/^\d+ \d+ \* \* \*$/);
  });

  it('uses the versions of actions that ci.yml uses', () => {
    const ci: Step[] = read('.github/workflows/ci.yml').jobs.test.steps;
    const used = (list: Step[]) => list.flatMap(({ uses }) => uses ?? []);
    expect(used(steps)).toEqual(used(ci));
  });

  it('puts no expression into a script, where it would be run', () => {
    for (const step of [...steps, ...action.runs.steps])
      expect(step.run ?? '').not.toContain('${{');
  });

  const programs = {
    node: `
      while [ $# -gt 0 ]; do [ "$1" = --summary ] && summary=$2; case $1 in spec|live) question=$1;; esac; shift; done
      echo "report on $question" >> "$summary"
      case $question in spec) exit "\${SPEC:-0}";; *) exit "\${LIVE:-0}";; esac`,
    gh: `
      case "$1 $2" in 'issue list') echo "$ISSUE";; esac
      while [ $# -gt 0 ]; do [ "$1" = --body-file ] && cp "$2" "$RUNNER_TEMP/body"; shift; done
      exit 0`,
  };

  describe('checks', () => {
    const check = steps.find(({ id }) => id === 'check');
    const secrets = Object.fromEntries(Object.keys(check?.env ?? {}).map((name) => [name, '']));
    const at = (env: Record<string, string> = {}) =>
      run(scriptOf(steps, 'check'), programs, { ...secrets, ...env });
    const asked = (calls: string[]) =>
      calls.map((call) => /\[drift\] (.*?) \[--format\]/.exec(call)?.[1]);

    it('knows the variables of every provider', () => {
      const variables = Object.values(environment).flatMap(({ credentials }) =>
        credentials.flatMap((set) => Object.values(set)),
      );
      const { SPEND, PROBE_LIMITS, ...keys } = check?.env ?? {};
      expect(Object.keys(keys).sort()).toEqual(variables.sort());
      for (const [name, value] of Object.entries(keys)) {
        expect(value).toBe(`\${{ secrets.${name} }}`);
      }
      // What costs money is for the owner of a repository to say, in its variables.
      expect([SPEND, PROBE_LIMITS]).toEqual([
        `\${{ vars.DRIFT_SPEND }}`,
        `\${{ vars.DRIFT_PROBE_LIMITS }}`,
      ]);
    });

    it('what is published, without any secret', () => {
      const { status, calls, output } = at();
      expect(status).toBe(0);
      expect(asked(calls)).toEqual(['[spec]']);
      expect(output).toBe('found=false\nunchecked=false\n');
      expect(contentOf('summary')).toBe('## drift spec\nreport on spec\n');
    });

    it.each([
      [{ KLING_API_KEY: 'k' }, ['klingai']],
      [{ KLING_ACCESS_KEY: 'a', KLING_SECRET_KEY: 's' }, ['klingai']],
      [{ KLING_ACCESS_KEY: 'a' }, []],
      [{ COMETAPI_KEY: 'c' }, ['cometapi']],
      [{ DEERAPI_KEY: 'd', KLING_API_KEY: 'k' }, ['klingai', 'deerapi']],
    ])('what providers answer with %j: %j, and pays nothing', (env, providers) => {
      const { calls } = at(env);
      const live = providers.map((name) => `[live] [--provider] [${name}]`);
      expect(asked(calls)).toEqual(['[spec]', ...live]);
      expect(calls.join()).not.toMatch(/spend|probe/);
    });

    it.each([
      [{ SPEND: '2' }, '[--spend] [2]'],
      [{ SPEND: '1', PROBE_LIMITS: 'true' }, '[--spend] [1] [--probe-limits]'],
      [{ SPEND: '1', PROBE_LIMITS: 'false' }, '[--spend] [1]'],
    ])('and spends and probes as the owner says: %j', (variables, flags) => {
      const { calls } = at({ COMETAPI_KEY: 'c', ...variables });
      expect(asked(calls)).toEqual(['[spec]', `[live] [--provider] [cometapi] ${flags}`]);
    });

    it.each([
      [{ SPEC: '1' }, 'found=true\nunchecked=false\n'],
      [{ SPEC: '3', COMETAPI_KEY: 'c', LIVE: '1' }, 'found=true\nunchecked=true\n'],
      [{ SPEC: '3' }, 'found=false\nunchecked=true\n'],
      [{ SPEC: '2' }, 'found=false\nunchecked=true\n'],
      [{ SPEC: '137' }, 'found=false\nunchecked=true\n'],
    ])('and remembers %j', (env, output) => {
      const done = at(env);
      expect(done.status).toBe(0);
      expect(done.output).toBe(output);
    });
  });

  describe('keeps one issue', () => {
    const script = scriptOf(steps, 'Keep one issue about it');
    const at = (found: boolean, unchecked: boolean, issue = '', report = 'the report\n') => {
      writeFileSync(inFolder('drift.md'), report);
      const flags = { FOUND: String(found), UNCHECKED: String(unchecked), ISSUE: issue };
      const { status, calls } = run(script, programs, { ...flags, RUN: 'https://example.com/1' });
      expect(status).toBe(0);
      expect(calls[0]).toMatch(
        /^gh \[issue\] \[list\] .*\[--state\] \[open\] \[--label\] \[drift\]/,
      );
      return calls.slice(1);
    };

    it('makes it when there is none', () => {
      const [label, create, ...more] = at(true, false);
      expect(label).toMatch(/^gh \[label\] \[create\] \[drift\] \[--force\]/);
      expect(create).toMatch(/^gh \[issue\] \[create\] \[--title\] \[Drift: a provider changed\] /);
      expect(more).toEqual([]);
      expect(contentOf('body')).toBe('the report\nFrom [this run](https://example.com/1).\n');
    });

    it('writes it anew when there is one', () => {
      expect(at(true, true, '7')).toEqual([
        expect.stringMatching(/^gh \[issue\] \[edit\] \[7\] \[--body-file\]/),
      ]);
      expect(contentOf('body')).toContain('the report');
    });

    it('closes it when everything was checked and nothing found', () => {
      expect(at(false, false, '7')).toEqual([
        expect.stringMatching(/^gh \[issue\] \[close\] \[7\]/),
      ]);
    });

    it('leaves it alone when something could not be checked', () => {
      expect(at(false, true, '7')).toEqual([]);
    });

    it('does nothing when there is nothing', () => {
      expect(at(false, false)).toEqual([]);
    });

    it('never sends more than an issue takes, nor half a character', () => {
      at(true, false, '7', `x${'…'.repeat(40_000)}`);
      const body = contentOf('body');
      expect(body.length).toBeLessThan(65_536);
      expect(body).not.toContain('\ufffd');
    });
  });

  it('fails where something could not be checked, and only there', () => {
    const last = steps.at(-1);
    expect(last?.if).toBe("steps.check.outputs.unchecked == 'true'");
    expect(run(last?.run ?? '', {}, {}).status).toBe(1);
  });
});
