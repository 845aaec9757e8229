import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { operationsByName } from '../../src/cli/flags.ts';
import { CouldNotCheck, type Report } from '../../src/contract/finding.ts';
import {
  breaking,
  clean,
  drifted,
  failToCheck,
  inDriftFolder,
  info,
  warning,
} from './drift-support.ts';
import { canary } from './support.ts';

const { drift, write, read, folder, env } = inDriftFolder();

describe('exit codes', () => {
  it('0 and the report, when there are no findings', async () => {
    const { code, out, err } = await drift(['spec']);
    expect({ code, out, err }).toEqual({
      code: 0,
      out: 'drift: nothing found in 7 checks\n',
      err: '',
    });
  });

  it.each([
    ['breaking', [breaking], 1],
    ['breaking', [warning, info], 0],
    ['warning', [warning], 1],
    ['warning', [info], 0],
    ['info', [info], 1],
    ['info', [], 0],
  ])('--fail-on %s with %j is %i', async (failOn, findings, expected) => {
    const { code } = await drift(['spec', '--provider', 'cometapi', '--fail-on', failOn], {
      spec: () => ({ ...clean, findings }),
    });
    expect(code).toBe(expected);
  });

  it('1 comes with a line on stderr, as every exit code but 0 does', async () => {
    const { code, last } = await drift(['spec', '--provider', 'cometapi'], { spec: () => drifted });
    expect(code).toBe(1);
    expect(last).toBe('kling-fetch: drift: 1 finding at or above breaking; see the report');
  });

  it('3 when nothing could be checked, and the report says what', async () => {
    const { code, out, last } = await drift(
      ['spec', '--provider', 'cometapi', '--format', 'json'],
      {
        spec: failToCheck,
      },
    );
    expect(code).toBe(3);
    expect(last).toBe('kling-fetch: could not be checked: the pages: no answer from example.com');
    expect(JSON.parse(out)).toEqual({
      checked: 0,
      skipped: [{ what: 'the pages', why: 'no answer from example.com' }],
      findings: [],
    });
  });

  it('1 when one check was impossible and another found drift: both are in the report', async () => {
    const skipped = [{ what: 'deerapi', why: 'no answer', failed: true }];
    const { code, out } = await drift(['spec'], { spec: () => ({ ...drifted, skipped }) });
    expect(code).toBe(1);
    expect(out).toContain('duration: number became integer');
    expect(out).toContain('deerapi: no answer');
  });

  it('3 when a part could not be checked, 0 when it only was not asked for', async () => {
    const skipped = { what: 'tasks', why: 'not asked for' };
    const spec = (failed: boolean) => () => ({ ...clean, skipped: [{ ...skipped, failed }] });
    expect((await drift(['spec'], { spec: spec(true) })).code).toBe(3);
    expect((await drift(['spec'], { spec: spec(false) })).code).toBe(0);
  });

  it('3 when there was nothing to check at all', async () => {
    const { code, last } = await drift(['spec'], { spec: () => ({ ...clean, checked: 0 }) });
    expect({ code, last }).toEqual({ code: 3, last: 'kling-fetch: nothing was checked' });
  });

  it('3 for an engine that fails otherwise', async () => {
    const { code, last } = await drift(['spec'], { spec: () => Promise.reject(new Error('oh')) });
    expect({ code, last }).toEqual({ code: 3, last: 'kling-fetch: unexpected error: oh' });
  });
});

describe('a wrong command line', () => {
  it.each([
    [[], 'drift needs a subcommand: spec, live, proxy, recordings or matrix'],
    [['speck'], 'unknown command; did you mean drift spec?'],
    [['speck', '--format', 'json'], 'unknown command; did you mean drift spec?'],
    [['spec', '--formatt', 'x'], 'unknown flag --formatt; did you mean --format?'],
    [['spec', '--spend', '1'], /^unknown flag --spend;/],
    [
      ['spec', '--format', 'html'],
      /^--format must be one of text, json, markdown, junit, sarif, github, not html$/,
    ],
    [['spec', '--fail-on', 'all'], '--fail-on must be one of breaking, warning, info, not all'],
    [
      ['spec', '--provider', 'openai'],
      /^--provider must be one of klingai, klingai2, cometapi, deerapi/,
    ],
    [['spec', '--timeout', '0'], /^--timeout must be a number, at least 1, not 0$/],
    [['spec', '--timeout', 'soon'], /^--timeout must be a number/],
    [['spec', '--from'], /^--from needs a value/],
    [
      ['spec', '--operation', 'text-to-audio,song'],
      `--operation must be one of ${[...operationsByName.keys()].join(', ')}, not song`,
    ],
    [['spec', '--operation', ''], /^--operation must be one of .*, not an empty text$/],
    [['spec', '--operation'], /^--operation needs a value/],
    [['spec', '--reason', 'x'], '--reason goes with --write-baseline'],
    [['spec', '--until', '2999-01-01'], '--until goes with --write-baseline'],
    [
      ['spec', '--write-baseline', 'b.json'],
      '--write-baseline needs --reason where nobody can be asked',
    ],
    [['spec', '--write-baseline', 'b.json', '--reason', ' '], '--reason is empty'],
    [
      ['spec', '--write-baseline', 'b.json', '--reason', 'x', '--until', '2020-01-01'],
      '--until must be a day from today on, as 2026-12-31',
    ],
    [
      ['spec', '--write-baseline', 'b.json', '--reason', 'x', '--until', '2999-02-30'],
      '--until must be a day from today on, as 2026-12-31',
    ],
    [
      ['spec', '--write-baseline', 'b.json', '--reason', 'x', '--output', './b.json'],
      '--write-baseline and --output are the same file',
    ],
    [
      ['spec', '--write-baseline', 'no/b.json', '--reason', 'x'],
      /no\/b\.json cannot be saved: there is no such folder/,
    ],
    [['spec', 'cometapi'], /^drift spec takes only flags/],
    [['spec', '--api-key', 'x'], /keys come from the environment only/],
    [['live'], 'drift live needs --provider klingai | klingai2 | cometapi | deerapi'],
    [['proxy'], 'drift proxy needs --provider klingai | klingai2 | cometapi | deerapi'],
    [['live', '--provider', 'cometapi', '--operation', 'text-to-audio'], /give both$/],
    [
      ['live', '--provider', 'cometapi', '--spend', '-1'],
      /^--spend must be a whole number, from 0 to 100/,
    ],
    [
      ['live', '--provider', 'cometapi', '--probe-limits'],
      '--probe-limits may cost money: add --spend 1 or more',
    ],
    [['live', '--provider', 'cometapi', '--spend', '1.5'], /^--spend must be a whole number/],
    [['live', '--provider', 'cometapi', '--base-url', 'ftp://x'], /^--base-url must be an address/],
    [['spec', '--baseline', 'no.json'], '--baseline no.json: no such file or directory'],
    [['spec', '--baseline', '.'], '--baseline .: illegal operation on a directory'],
    [
      ['spec', '--output', 'no/report.txt'],
      /no\/report\.txt cannot be saved: there is no such folder/,
    ],
    [['matrix', '--format', 'json'], /^unknown flag --format;/],
  ])('%j gives one line and exit code 2, before any check', async (argv, line) => {
    const { code, out, err, asked } = await drift(argv);
    expect(code).toBe(2);
    expect(out).toBe('');
    const [, message] = /^kling-fetch: (.*)\n$/.exec(err) ?? [];
    expect(message).toMatch(line);
    expect(asked).toEqual([]);
  });

  it('an invalid key is named by its variable, and never shown', async () => {
    const { code, last, asked } = await drift(
      ['live', '--provider', 'deerapi'],
      {},
      {
        env: { DEERAPI_KEY: `${canary}\nx` },
      },
    );
    expect(code).toBe(2);
    expect(last).toMatch(/^kling-fetch: DEERAPI_KEY /);
    expect(asked).toEqual([]);
  });
});

describe('drift spec', () => {
  it('checks every provider, unless one is named', async () => {
    expect((await drift(['spec'])).asked).toMatchObject([
      { provider: undefined, from: undefined, timeout: 60_000 },
    ]);
    expect((await drift(['spec', '--provider', 'deerapi'])).asked).toMatchObject([
      { provider: 'deerapi' },
    ]);
  });

  it('passes on the folder and the timeout', async () => {
    expect((await drift(['spec', '--from', 'pages', '--timeout', '5'])).asked).toMatchObject([
      { from: join(folder(), 'pages'), timeout: 5000 },
    ]);
  });

  it.each([
    [['text-to-audio']],
    [['text-to-audio,text-to-video']],
    [['text-to-audio', 'text-to-video, text-to-audio']],
  ])('passes on the operations of --operation %j', async (values) => {
    const words = values.join(',').split(',');
    const names = words.map((word) =>
      word.trim().replace(/-(\w)/g, (_, letter) => letter.toUpperCase()),
    );
    const argv = values.flatMap((value) => ['--operation', value]);
    expect((await drift(['spec', ...argv])).asked).toMatchObject([{ operations: names }]);
    expect((await drift(['spec'])).asked).toMatchObject([{ operations: undefined }]);
  });

  it('names pages below its folder, or in the repository of a workflow, by their paths there', async () => {
    const page = join(folder(), 'pages', 'a.md');
    const pageIn = async (shown: string, more: Record<string, string> = {}) => {
      const spec = () => ({ ...clean, findings: [{ ...breaking, page: shown, line: 3 }] });
      const argv = ['spec', '--format', 'json'];
      const { out } = await drift(argv, { spec }, { env: { ...env, ...more } });
      return JSON.parse(out).findings[0].page;
    };
    expect(await pageIn(page)).toBe(join('pages', 'a.md'));
    expect(await pageIn('https://x.test/a.md')).toBe('https://x.test/a.md');
    expect(await pageIn('/somewhere/else.md')).toBe('/somewhere/else.md');
    const above = join(folder(), '..');
    expect(await pageIn(page, { GITHUB_WORKSPACE: above })).toMatch(
      /^[^/\\].*[/\\]pages[/\\]a\.md$/,
    );
  });

  it('points SARIF at the workflow that runs it, where that is a file of the repository', async () => {
    const spec = () => ({ ...clean, findings: [{ ...breaking, page: 'https://x.test/a.md' }] });
    const workflow = async (reference: string) => {
      const more = { env: { ...env, GITHUB_WORKFLOW_REF: reference } };
      const { out } = await drift(['spec', '--format', 'sarif'], { spec }, more);
      const [only] = JSON.parse(out).runs[0].results[0].locations;
      return only.physicalLocation?.artifactLocation.uri;
    };
    const reference = 'owner/name/.github/workflows/drift.yml@refs/heads/main';
    expect(await workflow(reference)).toBeUndefined();
    await mkdir(join(folder(), '.github', 'workflows'), { recursive: true });
    await write('.github/workflows/drift.yml', 'on: push');
    expect(await workflow(reference)).toBe('.github/workflows/drift.yml');
    expect(await workflow('owner/name/../../etc/passwd@x')).toBeUndefined();
  });

  it('writes what is new into openapi/, and still reports', async () => {
    await mkdir(join(folder(), 'openapi'));
    await write('openapi/sources.json', '{}');
    await write('openapi/klingai.yaml', 'old');
    const update = () => [
      { path: 'klingai.yaml', text: 'new' },
      { path: 'pages/klingai.json', text: '{}' },
    ];
    const { code, err } = await drift(['spec', '--update'], { spec: () => drifted, update });
    expect(code).toBe(1);
    expect(await read('openapi/klingai.yaml')).toBe('new');
    expect(await read('openapi/pages/klingai.json')).toBe('{}');
    expect(err).toContain(
      'wrote openapi/klingai.yaml, openapi/pages/klingai.json; review the changes',
    );
    expect(await readdir(join(folder(), 'openapi'))).toEqual([
      'klingai.yaml',
      'pages',
      'sources.json',
    ]);
  });

  it('updates only in a clone, and only with --update', async () => {
    const { code, last, asked } = await drift(['spec', '--update']);
    expect(code).toBe(2);
    expect(last).toMatch(/^kling-fetch: --update writes into openapi\/ of a clone/);
    expect(asked).toEqual([]);
    expect((await drift(['spec'])).asked.length).toBe(1);
  });

  it('stops fetching when the user interrupts', async () => {
    const interruption = new AbortController();
    interruption.abort();
    let failed: unknown;
    const spec = async ({ fetch }: { fetch(request: Request): Promise<Response> }) => {
      failed = await fetch(new Request('http://127.0.0.1:1')).catch((error: Error) => error.name);
      return clean;
    };
    await drift(['spec'], { spec }, { signal: interruption.signal });
    expect(failed).toBe('AbortError');
  });

  it('shows progress on stderr, a line for each page, and only the report on stdout', async () => {
    const { out, err } = await drift(['spec', '--provider', 'cometapi'], {
      spec: ({ onProgress }: { onProgress(progress: object): void }) => {
        onProgress({ what: `page\n\u001b[2J${canary}`, done: 1, total: 2 });
        return clean;
      },
    });
    expect(err).toBe('1/2 page [2J***\n');
    expect(out).toBe('drift: nothing found in 7 checks\n');
  });
});

describe('drift live', () => {
  const live = ['live', '--provider', 'cometapi'];

  it('passes on the key, the address and how much may be spent', async () => {
    const argv =
      '--base-url http://127.0.0.1:9/x --spend 2 --probe-limits --task 861 --operation text-to-video';
    const more = '--timeout 30 --poll-interval 200 --record kept';
    const { asked, code } = await drift([...live, ...argv.split(' '), ...more.split(' ')]);
    expect(code).toBe(0);
    expect(asked).toMatchObject([
      {
        provider: 'cometapi',
        credentials: { apiKey: canary },
        baseUrl: 'http://127.0.0.1:9/x',
        spend: 2,
        probeLimits: true,
        task: '861',
        operation: 'textToVideo',
        timeout: 30_000,
        pollInterval: 200,
        record: join(folder(), 'kept'),
      },
    ]);
  });

  it('spends nothing unless told to', async () => {
    expect((await drift(live)).asked).toMatchObject([
      {
        spend: 0,
        probeLimits: undefined,
        task: undefined,
        operation: undefined,
        baseUrl: undefined,
      },
    ]);
  });

  it('takes the address from the environment, as every command does', async () => {
    const more = { env: { ...env, COMETAPI_BASE_URL: 'http://127.0.0.1:8' } };
    expect((await drift(live, {}, more)).asked).toMatchObject([{ baseUrl: 'http://127.0.0.1:8' }]);
  });

  it.each([
    ['klingai', 'KLING_API_KEY, or KLING_ACCESS_KEY with KLING_SECRET_KEY'],
    ['cometapi', 'COMETAPI_KEY'],
    ['deerapi', 'DEERAPI_KEY'],
  ])('without a key for %s, names the variables and exits with 3', async (name, variables) => {
    const { code, out, last, asked } = await drift(['live', '--provider', name], {}, { env: {} });
    expect(code).toBe(3);
    expect(last).toBe(`kling-fetch: could not be checked: ${name}: no key: set ${variables}`);
    expect(out).toContain('COULD NOT BE CHECKED');
    expect(asked).toEqual([]);
  });

  it('has the created tasks in the report and in the summary, with a baseline too', async () => {
    await write('baseline.json', []);
    const task = { provider: 'cometapi', operation: 'POST /x', id: '861', isCertain: true };
    const tasks = [{ ...task, externalId: 'e', why: 'a valid create', status: 'succeed' }];
    const argv = ['--format', 'json', '--baseline', 'baseline.json', '--summary', 'summary.md'];
    const { out } = await drift([...live, ...argv], { live: () => ({ ...clean, tasks }) });
    expect(JSON.parse(out).tasks).toMatchObject([{ id: '861', units: null }]);
    expect(await read('summary.md')).toMatch(/861.*POST \/x.*a valid create.*cost unknown/);
  });

  it('ends when the user interrupts, because the engine has the signal', async () => {
    const interruption = new AbortController();
    const { code, last } = await drift(
      live,
      {
        live: ({ signal }: { signal: AbortSignal }) => {
          interruption.abort();
          return signal.aborted ? Promise.reject(new CouldNotCheck('stopped')) : clean;
        },
      },
      { signal: interruption.signal },
    );
    expect(code).toBe(3);
    expect(last).toMatch(/stopped/);
  });
});

describe('drift proxy', () => {
  /** A proxy which the user ends at once. */
  async function proxied(report: Report, argv: string[] = []) {
    const interruption = new AbortController();
    let closed = 0;
    const proxy = () => {
      setTimeout(() => interruption.abort(), 5);
      const close = async () => void closed++;
      return { url: 'http://127.0.0.1:4011', report: () => report, close };
    };
    const all = ['proxy', '--provider', 'deerapi', ...argv];
    const done = await drift(all, { proxy }, { signal: interruption.signal });
    return { ...done, closed };
  }

  it('runs until it is interrupted, says where, and then reports', async () => {
    const { code, out, err, asked, closed } = await proxied(drifted, [
      '--port',
      '0',
      '--record',
      'r',
    ]);
    expect(code).toBe(1);
    expect(err).toContain('export DEERAPI_BASE_URL=http://127.0.0.1:4011\n');
    expect(out).toContain('duration: number became integer');
    expect(asked).toEqual([
      { provider: 'deerapi', port: 0, upstream: undefined, record: join(folder(), 'r') },
    ]);
    expect(closed).toBe(1);
  });

  it('without any traffic has checked nothing', async () => {
    expect((await proxied({ ...clean, checked: 0 })).code).toBe(3);
    expect((await proxied(clean)).code).toBe(0);
  });
});

describe('help', () => {
  it.each(['', 'spec', 'live', 'proxy', 'recordings', 'matrix'])(
    'of drift %s is on stdout',
    async (question) => {
      const { code, out, err } = await drift([...question.split(' ').filter(Boolean), '--help']);
      expect({ code, err }).toEqual({ code: 0, err: '' });
      expect(out).toContain(`Usage: kling-fetch drift${question && ` ${question}`}`);
      for (const line of out.split('\n')) expect(line.length, line).toBeLessThanOrEqual(80);
    },
  );

  it('of drift itself lists its commands and their exit codes', async () => {
    const { out } = await drift(['--help']);
    expect(out).toContain('Usage: kling-fetch drift COMMAND [flags]');
    for (const name of ['spec', 'live', 'proxy', 'recordings', 'matrix'])
      expect(out).toContain(`  drift ${name}`);
    expect(out).toContain('1  drift was found');
  });

  it('says what the exit codes are, and which comes first', async () => {
    const { out } = await drift(['spec', '--help']);
    expect(out.replace(/\s+/g, ' ')).toContain(
      '1 drift was found; the report also lists what could not be checked',
    );
    expect(out.replace(/\s+/g, ' ')).toMatch(/3 something could not be checked, and no drift/);
  });

  it('names the keys where keys are needed', async () => {
    expect((await drift(['live', '--help'])).out).toContain('COMETAPI_KEY');
    expect((await drift(['spec', '--help'])).out).not.toContain('COMETAPI_KEY');
  });
});

it('drift matrix prints the documents side by side, or writes them', async () => {
  const { out, code } = await drift(['matrix']);
  expect(code).toBe(0);
  expect(out).toMatch(/^\| all operations \| klingai \| klingai2 \| cometapi \| deerapi \|\n/);
  await drift(['matrix', '--output', 'matrix.md']);
  expect(await read('matrix.md')).toBe(out);
});
