import { readFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fieldsOf } from '../../src/cli/fields.ts';
import { operationsByName } from '../../src/cli/flags.ts';
import { commands } from '../../src/cli/main.ts';
import { findOperation } from '../../src/contract/documented.ts';
import { type ProviderName, providerNames, providersOf } from '../../src/documents/documents.ts';
import { secondsOfMedia } from '../support/media.ts';
import { resources } from '../support/offered.ts';
import { withoutWaits } from '../support/waits.ts';
import { inFolder } from './support.ts';

const { kling, folder, files } = inFolder();
/** The providers that have a command. */
const providersWith = (name: string) => {
  const command = commands.get(name);
  const operation = operationsByName.get(name.split(' ')[0] ?? '') ?? command?.operation;
  if (name === 'list') return providerNames.filter((each) => findListed(each));
  return operation ? providersOf(operation) : providerNames;
};
/** The first operation of a provider whose tasks can be listed. */
const findListed = (provider: ProviderName) =>
  [...operationsByName.values()].find((name) => findOperation(provider, name, 'list'));
const rain = ['text-to-audio', '--prompt', 'rain on a tin roof', '--duration', '3.3'];

describe('the demo', () => {
  // It looks at its task five times a second at first.
  withoutWaits({ shortest: 200 });

  it('makes a sound without a key, and shows every state of the task', async () => {
    const { code, out, err, errLines } = await kling(['demo', '--out', 'demo.wav'], { env: {} });
    expect(err).toMatch(/^about 0\.25 units, \$0\.035, by prices of \d{4}-\d\d-\d\d$/m);
    expect({ code, out }).toEqual({ code: 0, out: `${join(folder(), 'demo.wav')}\n` });
    expect(errLines).toEqual([
      'starting a mock of klingai',
      expect.stringMatching(/^task \d+ at klingai$/),
      ...['submitted', 'processing', 'succeed', 'saving'],
      expect.stringMatching(
        /^\d+ kB saved after 0:\d\d, 0\.25 units spent \(about 0\.25 expected\)$/,
      ),
    ]);
    const file = join(folder(), 'demo.wav');
    expect(await secondsOfMedia(await readFile(file), file)).toBe(5);
  });

  it('prints nothing on stderr with --quiet, and keeps the files of other runs', async () => {
    const run = () => kling(['demo', '--quiet'], { env: {} });
    const quiet = { code: 0, err: '' };
    expect(await Promise.all([run(), run()])).toMatchObject([quiet, quiet]);
    expect(await files()).toHaveLength(2);
  });

  it('takes the flags of text-to-audio, and gives no command to resume with', async () => {
    const argv = ['demo', '--duration', '3', '--provider', 'deerapi', '--timeout', '2'];
    const { code, errLines } = await kling(argv, { env: {} });
    expect({ code, line: errLines.at(-1) }).toEqual({
      code: 4,
      line: 'kling-fetch: the task is still running',
    });
  });

  it('uses the provider with --live, and then needs a key', async () => {
    expect((await kling(['demo', '--live'], { env: {} })).errLines[0]).toContain(
      'klingai needs KLING',
    );
    const nowhere = ['--base-url', 'http://127.0.0.1:2'];
    expect((await kling(['demo', '--live', ...nowhere])).errLines[0]).toContain('no answer');
  });
});

describe('the mock', () => {
  withoutWaits();

  it('says where it is, serves, and ends when it is interrupted', async () => {
    const stop = new AbortController();
    let out = '';
    const ended = kling(['mock', '--port', '0', '--speed', 'instant'], {
      signal: stop.signal,
      stdout: { write: (text) => (out += text) },
    });
    await expect.poll(() => out, { timeout: 60_000 }).toMatch(/DEERAPI/);
    const lines = out.trimEnd().split('\n');
    expect(lines).toEqual([
      expect.stringMatching(
        /^export KLING_API_KEY=any KLING_BASE_URL=http:\/\/127\.0\.0\.1:\d+\/klingai$/,
      ),
      expect.stringMatching(
        /^export COMETAPI_KEY=any COMETAPI_BASE_URL=http:\/\/127\.0\.0\.1:\d+\/cometapi$/,
      ),
      expect.stringMatching(
        /^export DEERAPI_KEY=any DEERAPI_BASE_URL=http:\/\/127\.0\.0\.1:\d+\/deerapi$/,
      ),
    ]);
    // What they say is enough, without any other variable.
    const variables = lines.flatMap((line) => line.split(' ').slice(1));
    const own = Object.fromEntries(variables.map((line) => line.split('=')));
    const made = await kling([...rain, '--provider', 'cometapi', '--no-save'], { env: own });
    expect(made.code).toBe(0);
    stop.abort();
    expect((await ended).code).toBe(0);
    expect((await kling([...rain, '--provider', 'cometapi'], { env: own })).code).toBe(3);
  });

  it('refuses a port that is in use', async () => {
    const server = createServer();
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
    const address = server.address();
    const port = typeof address === 'object' ? `${address?.port}` : '';
    const { code, errLines } = await kling(['mock', '--port', port]);
    server.close();
    expect({ code, errLines }).toEqual({
      code: 2,
      errLines: [`kling-fetch: port ${port} is in use; choose another --port, or 0 for a free one`],
    });
  });
});

it.each(['version', '--version', '-v'])('%s prints the version of the package', async (flag) => {
  const { version } = JSON.parse(await readFile('package.json', 'utf8'));
  expect(await kling([flag], { env: {} })).toMatchObject({ code: 0, out: `${version}\n`, err: '' });
});

describe('the help', () => {
  it('names every command, variable and exit code, and needs no key', async () => {
    const { code, out, err } = await kling(['--help'], { env: {} });
    expect({ code, err }).toEqual({ code: 0, err: '' });
    for (const word of [...commands.keys(), 'KLING_SECRET_KEY', 'DEERAPI_BASE_URL', 'Exit codes']) {
      expect(out).toContain(word);
    }
    expect(await kling([])).toEqual({
      code: 2,
      out: '',
      err: out,
      errLines: out.trimEnd().split('\n'),
    });
  });

  it.each([...commands.keys()])('of %s fits a terminal and has every flag', async (name) => {
    for (const provider of providersWith(name)) {
      const chosen = name === 'mock' ? [] : ['--provider', provider];
      const { code, out } = await kling([name, '-h', ...chosen]);
      expect(code).toBe(0);
      expect(Math.max(...out.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
      expect(out).toContain('--help');
    }
  });

  it('of a group has its own subcommands and exit codes', async () => {
    const names = [...commands.keys()];
    const groups = names.filter((name) => names.some((other) => other.startsWith(`${name} `)));
    expect(groups).not.toEqual([]);
    for (const group of groups) {
      const { code, out } = await kling([group, '--help']);
      expect(code).toBe(0);
      for (const name of names.filter((other) => other.startsWith(`${group} `))) {
        const { exitCodes = {} } = commands.get(name) ?? {};
        expect(out).toMatch(new RegExp(`^  ${name} +\\S`, 'm'));
        for (const number of Object.keys(exitCodes)) {
          expect(out.slice(out.indexOf('Exit codes:'))).toMatch(new RegExp(`^  ${number}  `, 'm'));
        }
      }
      // What also makes something has the codes of that.
      const isMaker = commands.get(group)?.isCreate === true;
      expect(out.includes('the task is still running')).toBe(isMaker);
    }
  });

  it('describes fields as the document of the provider does', async () => {
    const { out } = await kling(['text-to-video', '--help', '--provider', 'cometapi']);
    expect(out).toContain('What should not be seen. At most 200 characters.');
    expect(out).not.toContain('--multi-shot');
    expect((await kling(['text-to-audio', '--help'])).out).toContain(
      'Usage: kling-fetch text-to-audio --prompt TEXT --duration NUMBER [flags]',
    );
  });

  it('offers the models that are served, and says since when the others are not', async () => {
    const helpOf = async (provider: string) => {
      const { out } = await kling(['text-to-video', '--help', '--provider', provider]);
      return out.replace(/\s+/g, ' ');
    };
    const gone = 'retired on 2026-09-15: kling-v1, kling-v1-6, kling-v2-master, kling-v2-1-master';
    for (const provider of ['klingai', 'cometapi']) {
      expect(await helpOf(provider)).toContain(
        `[one of kling-v2-5-turbo, kling-v2-6, kling-v3; ${gone}; default: kling-v1]`,
      );
    }
    expect(await helpOf('deerapi')).toContain(`draws the video. [${gone}]`);
    const { errLines } = await kling(['text-to-video', '--prompt', 'x', '--model-name', 'v9']);
    expect(errLines.at(-1)).toContain(
      '--model-name must be one of kling-v2-5-turbo, kling-v2-6, kling-v3, not v9',
    );
  });

  it('shares no name between fields of documents and flags of commands', () => {
    for (const [name, { options, fields, operation }] of commands) {
      for (const provider of providersWith(name)) {
        const known = fieldsOf(
          fields?.(provider, operation ?? findListed(provider) ?? 'elements') ?? {},
        );
        expect(Object.keys(known).filter((field) => field in options)).toEqual([]);
      }
    }
    // Each operation has one, what is kept has three more, and there are those that are about no operation.
    const kept = new Set(resources.map(([, name]) => name)).size;
    expect([...commands.keys()]).toHaveLength(operationsByName.size + 3 * kept + 13);
  });
});
