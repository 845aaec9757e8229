import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { environment } from '../../src/cli/environment.ts';
import { makeRunner, readYaml, type Step, scriptOf } from '../support/workflow.ts';

const workflow = readYaml('.github/workflows/drift.yml');
const steps: Step[] = workflow.jobs.drift.steps;

let runner: ReturnType<typeof makeRunner>;
beforeEach(() => {
  runner = makeRunner();
});
afterEach(() => runner.remove());

/** Runs a script with programs that only write down what they were asked. */
function run(script: string, programs: Record<string, string>, env: Record<string, string>) {
  for (const [name, body] of Object.entries(programs)) runner.addProgram(name, body);
  return runner.run(script, env);
}

const readJson = (file: string) => JSON.parse(readFileSync(file, 'utf8'));

describe('the workflows', () => {
  const folder = '.github/workflows';
  const all = readdirSync(folder).map((name) => readYaml(`${folder}/${name}`));
  const jobs = all.flatMap((each) => Object.values<{ steps: Step[] }>(each.jobs));
  const allSteps = jobs.flatMap((job) => job.steps);

  it('use one version of each action', () => {
    const used = new Set(allSteps.flatMap(({ uses }) => uses ?? []));
    const names = [...used].map((each) => each.split('@')[0]);
    expect(names.length).toBeGreaterThan(2);
    expect(new Set(names).size).toBe(names.length);
  });

  it('put no expression into a script, where it would be run', () => {
    for (const { run: script = '' } of allSteps) expect(script).not.toContain('${{');
  });

  it('may do no more than each job needs', () => {
    expect(all.map(({ permissions }) => permissions)).toEqual([{ contents: 'read' }, {}, {}]);
  });
});

describe('the release', () => {
  const { jobs } = readYaml('.github/workflows/release.yml');
  const { packages } = readJson('.github/release-please-config.json');
  const { version } = readJson('package.json');
  const publish = scriptOf(jobs.publish.steps, 'Publish');

  it('knows the version, and every other place that has it', () => {
    expect(readJson('.github/.release-please-manifest.json')).toEqual({ '.': version });
    const extra: { path: string; jsonpath: string }[] = packages['.']['extra-files'];
    const known = (file: string) =>
      extra.flatMap(({ path, jsonpath }) => (path === file ? [jsonpath] : []));
    expect(known('packages/cli/package.json').sort()).toEqual(
      versionsIn(readJson('packages/cli/package.json')),
    );
    // The first two it finds itself.
    const own = ["$.packages[''].version", '$.version'];
    expect([...known('package-lock.json'), ...own].sort()).toEqual(
      versionsIn(readJson('package-lock.json')),
    );
  });

  it('lets only publishing sign, after the tests, and moves the tag last', () => {
    const signing = Object.keys(jobs).filter((name) => jobs[name].permissions['id-token']);
    expect(signing).toEqual(['publish']);
    expect([jobs.test.needs, jobs.publish.needs, jobs.tag.needs]).toEqual([
      'propose',
      ['propose', 'test'],
      ['propose', 'publish'],
    ]);
  });

  it('builds both, also when the first is published already and only the second is packed', () => {
    const scripts = jobs.publish.steps.map(({ run: script = '' }: Step) => script);
    expect(scripts.slice(-2)).toEqual(['npm ci --ignore-scripts && npm run build', publish]);
  });

  /** Runs the publishing with a registry that has these, and that shows what is published after so many looks. */
  const at = async (there: string[], looks = 0) => {
    writeFileSync(runner.inFolder('there'), there.map((each) => `${each}\n`).join(''));
    writeFileSync(runner.inFolder('looks'), String(looks));
    const npm = `
      case $1 in
        publish)
          [ ! -e "$HOME/refuse" ] || exit 1
          node -p 'const { name, version } = require("./package.json"); name + "@" + version' >> "$HOME/new" ;;
        view)
          if [ -e "$HOME/new" ]; then
            left=$(cat "$HOME/looks"); echo $((left - 1)) > "$HOME/looks"
            if [ "$left" -le 0 ]; then cat "$HOME/new" >> "$HOME/there"; rm "$HOME/new"; fi
          fi
          grep -qx "$2" "$HOME/there" && echo 1 ;;
      esac`;
    runner.addProgram('npm', npm);
    runner.addProgram('sleep', '');
    const { status, calls } = await runner.run(publish, {}, resolve('.'));
    const done = calls.filter((call) => !call.startsWith('npm [view]'));
    return { status, done, there: runner.contentOf('there').trim().split('\n') };
  };
  const [client, cli] = [`kling-fetch@${version}`, `kling-fetch-cli@${version}`];
  const asked = 'npm [publish] [--provenance] [--access] [public]';

  it('publishes the client, waits until it is there, and then the command line', async () => {
    expect(await at([], 2)).toEqual({
      status: 0,
      done: [asked, 'sleep [5]', 'sleep [5]', asked],
      there: [client, cli],
    });
  });

  it('leaves what an earlier try has published', async () => {
    expect(await at([client])).toEqual({ status: 0, done: [asked], there: [client, cli] });
    expect((await at([client, cli])).done).toEqual([]);
  });

  it('ends when a package is refused', async () => {
    writeFileSync(runner.inFolder('refuse'), '');
    expect(await at([])).toMatchObject({ status: 1, done: [asked] });
  });
});

/** Where a document has the version of one of our packages, as release-please writes places. */
function versionsIn(node: unknown, place = '$'): string[] {
  if (typeof node !== 'object' || node === null) return [];
  const isOurs = 'name' in node && /^kling-fetch(-cli)?$/.test(String(node.name));
  return Object.entries(node)
    .flatMap(([key, value]) => {
      const at = /^[a-z]\w*$/i.test(key) ? `${place}.${key}` : `${place}['${key}']`;
      const isVersion = (isOurs && key === 'version') || /^kling-fetch(-cli)?$/.test(key);
      const isOne = isVersion && /^\d/.test(String(value));
      return isOne ? [at] : versionsIn(value, at);
    })
    .sort();
}

describe('the nightly workflow', () => {
  it('may read the repository and write issues, and nothing else', () => {
    expect(workflow.permissions).toEqual({});
    expect(workflow.jobs.drift.permissions).toEqual({ contents: 'read', issues: 'write' });
    expect(workflow.concurrency).toBeTruthy();
    expect(workflow.on.schedule[0].cron).toMatch(/^\d+ \d+ \* \* \*$/);
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
      expect(Object.keys(keys).sort()).toEqual([...new Set(variables)].sort());
      for (const [name, value] of Object.entries(keys)) {
        expect(value).toBe(`\${{ secrets.${name} }}`);
      }
      // What costs money is for the owner of a repository to say, in its variables.
      expect([SPEND, PROBE_LIMITS]).toEqual([
        `\${{ vars.DRIFT_SPEND }}`,
        `\${{ vars.DRIFT_PROBE_LIMITS }}`,
      ]);
    });

    it('what is published, without any secret', async () => {
      const { status, calls, output } = await at();
      expect(status).toBe(0);
      expect(asked(calls)).toEqual(['[spec]']);
      expect(output).toBe('found=false\nunchecked=false\n');
      expect(runner.contentOf('summary')).toBe('## drift spec\nreport on spec\n');
    });

    it.each([
      [{ KLING_API_KEY: 'k' }, ['klingai']],
      [{ KLING_ACCESS_KEY: 'a', KLING_SECRET_KEY: 's' }, ['klingai']],
      [{ KLING_ACCESS_KEY: 'a' }, []],
      [{ COMETAPI_KEY: 'c' }, ['cometapi']],
      [{ DEERAPI_KEY: 'd', KLING_API_KEY: 'k' }, ['klingai', 'deerapi']],
    ])('what providers answer with %j: %j, and pays nothing', async (env, providers) => {
      const { calls } = await at(env);
      const live = providers.map((name) => `[live] [--provider] [${name}]`);
      expect(asked(calls)).toEqual(['[spec]', ...live]);
      expect(calls.join()).not.toMatch(/spend|probe/);
    });

    it.each([
      [{ SPEND: '2' }, '[--spend] [2]'],
      [{ SPEND: '1', PROBE_LIMITS: 'true' }, '[--spend] [1] [--probe-limits]'],
      [{ SPEND: '1', PROBE_LIMITS: 'false' }, '[--spend] [1]'],
    ])('and spends and probes as the owner says: %j', async (variables, flags) => {
      const { calls } = await at({ COMETAPI_KEY: 'c', ...variables });
      expect(asked(calls)).toEqual(['[spec]', `[live] [--provider] [cometapi] ${flags}`]);
    });

    it.each([
      [{ SPEC: '1' }, 'found=true\nunchecked=false\n'],
      [{ SPEC: '3', COMETAPI_KEY: 'c', LIVE: '1' }, 'found=true\nunchecked=true\n'],
      [{ SPEC: '3' }, 'found=false\nunchecked=true\n'],
      [{ SPEC: '2' }, 'found=false\nunchecked=true\n'],
      [{ SPEC: '137' }, 'found=false\nunchecked=true\n'],
    ])('and remembers %j', async (env, output) => {
      const done = await at(env);
      expect(done.status).toBe(0);
      expect(done.output).toBe(output);
    });
  });

  describe('keeps one issue', () => {
    const script = scriptOf(steps, 'Keep one issue about it');
    const at = async (found: boolean, unchecked: boolean, issue = '', report = 'the report\n') => {
      writeFileSync(runner.inFolder('drift.md'), report);
      const flags = { FOUND: String(found), UNCHECKED: String(unchecked), ISSUE: issue };
      const { status, calls } = await run(script, programs, {
        ...flags,
        RUN: 'https://example.com/1',
      });
      expect(status).toBe(0);
      expect(calls[0]).toMatch(
        /^gh \[issue\] \[list\] .*\[--state\] \[open\] \[--label\] \[drift\]/,
      );
      return calls.slice(1);
    };

    it('makes it when there is none', async () => {
      const [label, create, ...more] = await at(true, false);
      expect(label).toMatch(/^gh \[label\] \[create\] \[drift\] \[--force\]/);
      expect(create).toMatch(/^gh \[issue\] \[create\] \[--title\] \[Drift: a provider changed\] /);
      expect(more).toEqual([]);
      expect(runner.contentOf('body')).toBe(
        'the report\nFrom [this run](https://example.com/1).\n',
      );
    });

    it('writes it anew when there is one', async () => {
      expect(await at(true, true, '7')).toEqual([
        expect.stringMatching(/^gh \[issue\] \[edit\] \[7\] \[--body-file\]/),
      ]);
      expect(runner.contentOf('body')).toContain('the report');
    });

    it('closes it when everything was checked and nothing found', async () => {
      expect(await at(false, false, '7')).toEqual([
        expect.stringMatching(/^gh \[issue\] \[close\] \[7\]/),
      ]);
    });

    it('leaves it alone when something could not be checked', async () => {
      expect(await at(false, true, '7')).toEqual([]);
    });

    it('does nothing when there is nothing', async () => {
      expect(await at(false, false)).toEqual([]);
    });

    it('never sends more than an issue takes, nor half a character', async () => {
      await at(true, false, '7', `x${'…'.repeat(40_000)}`);
      const body = runner.contentOf('body');
      expect(body.length).toBeLessThan(65_536);
      expect(body).not.toContain('\ufffd');
    });
  });

  it('fails where something could not be checked, and only there', async () => {
    const last = steps.at(-1);
    expect(last?.if).toBe("steps.check.outputs.unchecked == 'true'");
    expect((await run(last?.run ?? '', {}, {})).status).toBe(1);
  });
});
