import fs from 'node:fs';
import { mkdir, readFile, rename, symlink, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import * as library from '../../src/index.ts';
import { scenarios } from '../../src/mock/index.ts';
import { rain, raw } from '../support/mock-clients.ts';
import { inFolder } from './support.ts';

const { kling, folder } = inFolder();

/** Runs the command until `use` has used the mock that it started. */
async function running<T>(flags: string[], use: (mock: { url: string }) => Promise<T>) {
  const stop = new AbortController();
  let used: Promise<T> | undefined;
  let err = '';
  const stdout = {
    write(text: string) {
      const [, url] = /KLING_BASE_URL=(\S+)\/klingai/.exec(text) ?? [];
      if (url) used = use({ url }).finally(() => stop.abort());
    },
  };
  const stderr = { write: (text: string) => (err += text) };
  const argv = ['mock', '--port', '0', '--speed', 'instant', ...flags];
  const { code } = await kling(argv, { stdout, stderr, signal: stop.signal });
  // What it says when it has started is above.
  const lines = err.slice(err.indexOf('Ctrl-C')).trimEnd().split('\n').slice(1);
  return { code, lines, used: await used };
}

it('--scenarios lists every scenario with what it means, group by group', async () => {
  const { code, out } = await kling(['mock', '--scenarios']);
  expect(code).toBe(0);
  const listed = out
    .trimEnd()
    .split('\n\n')
    .map((part) => part.split('\n'))
    .flatMap(([group, ...lines]) =>
      lines.map((line) => [group, ...(/^ {2}(\S+) +(.*)$/.exec(line)?.slice(1) ?? [line])]),
    );
  expect(listed).toEqual(
    Object.entries(scenarios).map(([name, { group, means }]) => [group, name, means]),
  );
});

it('--scenario and --seed decide what happens', async () => {
  const id = async (mock: { url: string }) =>
    (await (await raw(mock).create(rain, { prefer: 'scenario=normal' })).json()).data.task_id;
  const runs = [];
  for (const seed of ['5', '5', '6']) {
    const { code, used } = await running(
      ['--seed', seed, '--scenario', 'code-5001'],
      async (mock) => [(await raw(mock).create()).status, await id(mock)],
    );
    expect(code).toBe(0);
    runs.push(used);
  }
  const [first, again, other] = runs;
  expect(first).toEqual([503, expect.stringMatching(/^\d{18}$/)]);
  expect(again).toEqual(first);
  expect(other).not.toEqual(first);
});

it('--replay replies from a folder, relative to the current one', async () => {
  const create = {
    after: 0,
    method: 'POST',
    path: '/v1/audio/text-to-audio',
    query: {},
    isSigned: true,
    request: rain,
    status: 429,
    contentType: 'application/json',
    body: { code: 1302, message: 'as recorded', request_id: 'r' },
  };
  const recorded = '2026-11-22T00:00:00.000Z';
  const recording = { v: 2, provider: 'klingai', recorded, exchanges: [create] };
  await writeFile(join(folder(), 'one.json'), JSON.stringify(recording));
  const { used } = await running(['--replay', '.'], async (mock) =>
    (await raw(mock).create()).json(),
  );
  expect(used).toMatchObject({ message: 'as recorded' });
});

it.each([
  [['--replay', 'none'], /there is no folder of recordings .*none$/],
  [['--replay', '.'], /there are no recordings in .*kling-cli-\w+$/],
  [['--replay', 'full'], /x\.json is not a recording of kling-fetch$/],
  [['--replay', 'deep'], /x\.json is too large: more than 150 levels$/],
  [['--replay', 'large'], /x\.json is larger than 5 MB/],
  [['--replay', 'device'], /x\.json is not a file$/],
  [['--scenario', 'nonsense'], /no such scenario: nonsense/],
])('%j is refused in one line', async (flags, line) => {
  await writeFile(join(folder(), 'notes.txt'), 'not a recording');
  const texts = { full: '[', deep: '['.repeat(1_000), large: ' '.repeat(6_000_000) };
  for (const [name, text] of Object.entries(texts)) {
    await mkdir(join(folder(), name));
    await writeFile(join(folder(), name, 'x.json'), text);
  }
  await mkdir(join(folder(), 'device'));
  await symlink('/dev/zero', join(folder(), 'device', 'x.json'));
  const { code, errLines } = await kling(['mock', '--port', '0', ...flags]);
  expect({ code, line: errLines.at(-1) }).toEqual({ code: 2, line: expect.stringMatching(line) });
});

it.each(['klingai', 'deerapi'])('prints lines for a program that uses %s', async (provider) => {
  const stop = new AbortController();
  let err = '';
  const { code } = await kling(['mock', '--port', '0', '--provider', provider], {
    signal: stop.signal,
    stderr: {
      write(text: string) {
        err += text;
        if (err.includes('Ctrl-C')) stop.abort();
      },
    },
  });
  expect(code).toBe(0);
  const [, program = ''] = /(import .*?)\n\n/s.exec(err) ?? [];
  const text = program.replace(
    /import (.*) from 'kling-fetch';/,
    (_, names) => `const ${names} = it;`,
  );
  const client = new Function('it', `${text}\nreturn { kling, options };`)(library);
  expect(client.options.baseUrl).toMatch(new RegExp(`^http://127.0.0.1:\\d+/${provider}$`));
  expect(client.kling.textToAudio.run).toBeTypeOf('function');
});

it('each request is a line on stderr, which says what was wrong with it', async () => {
  const { lines } = await running([], async (mock) => {
    await raw(mock).create({ ...rain, duration: 99 });
    await raw(mock).create({ ...rain, callback_url: 'http://192.168.1.1/' });
  });
  expect(lines).toEqual([
    expect.stringMatching(/^400 POST \/klingai\/v1\/audio\/text-to-audio: duration must be/),
    expect.stringMatching(
      /^200 POST \S+: callback_url is not on this machine.*--allow-callbacks \(\d+ ms\)$/,
    ),
  ]);
});

it('--quiet logs nothing', async () => {
  const { lines } = await running(['--quiet'], async (mock) => {
    await raw(mock).create();
    await raw(mock).create({ ...rain, duration: 99 });
  });
  expect(lines).toEqual([]);
});

it('--allow-hosts names hosts that it answers to', async () => {
  const { used } = await running(['--allow-hosts', 'mock, kling.test'], (mock) =>
    Promise.all(['mock', 'kling.test', 'other.test'].map((host) => statusFor(mock.url, host))),
  );
  expect(used).toEqual([200, 200, 403]);
});

/** Asks with a `Host` header that `fetch` does not allow. */
const statusFor = (url: string, host: string) =>
  new Promise((resolve, reject) => {
    const sent = request(`${url}/_mock/rules`, { headers: { host } }, (answer) =>
      resolve(answer.resume().statusCode),
    );
    sent.on('error', reject).end();
  });

it.each(['hooks.invalid,other.invalid', ' hooks.invalid , other.invalid ,', 'Other.Invalid'])(
  '--allow-callbacks names hosts that may be called: "%s"',
  async (names) => {
    const { lines, used } = await running(['--allow-callbacks', names], (mock) =>
      raw(mock).create({ ...rain, callback_url: 'http://other.invalid/' }),
    );
    expect(used?.status).toBe(200);
    expect(lines).toEqual([expect.stringMatching(/^200 POST \S+ \(\d+ ms\)$/)]);
  },
);

describe('--log', () => {
  const linesOf = async (name: string) =>
    (await readFile(join(folder(), name), 'utf8')).trimEnd().split('\n');

  it('appends each request as a line of JSON, the last one included', async () => {
    await writeFile(join(folder(), 'log.jsonl'), '{"status":1}\n');
    const { code } = await running(['--log', 'log.jsonl'], async (mock) => {
      for (let time = 0; time < 20; time++) await raw(mock).create();
      await raw(mock).create({ promt: 'x' });
    });
    expect(code).toBe(0);
    const written = (await linesOf('log.jsonl')).map((line) => JSON.parse(line));
    expect(written.map(({ status }) => status)).toEqual([1, ...Array(20).fill(200), 400]);
    expect(written.at(-1)).toMatchObject({
      method: 'POST',
      path: '/klingai/v1/audio/text-to-audio',
      unknown: ['body.promt'],
    });
  });

  it('writes on where the file is, though it was moved away', async () => {
    const file = join(folder(), 'log.jsonl');
    await running(['--log', file], async (mock) => {
      await raw(mock).create();
      await rename(file, `${file}.1`);
      await raw(mock).create();
    });
    expect(await linesOf('log.jsonl.1')).toHaveLength(2);
    await expect(linesOf('log.jsonl')).rejects.toThrow('ENOENT');
  });

  it('of a full disk ends, and the mock goes on', async () => {
    const refuse = (...args: unknown[]) => {
      const done = args.at(-1);
      if (typeof done === 'function') done(new Error('ENOSPC: no space left on device, write'));
    };
    onTestFinished(() => void vi.restoreAllMocks());
    for (const name of ['write', 'writev'] as const) vi.spyOn(fs, name).mockImplementation(refuse);
    const { code, lines, used } = await running(['--quiet', '--log', 'full'], async (mock) => {
      const statuses = [];
      for (let time = 0; time < 3; time++) statuses.push((await raw(mock).create()).status);
      return statuses;
    });
    expect([code, used]).toEqual([0, [200, 200, 200]]);
    expect(lines).toEqual([
      '--log ends here: no space left on device; the mock goes on',
      '--log: 3 of the requests are not in it',
    ]);
  });

  it.each([
    ['.', /--log cannot be written: illegal operation/],
    ['no/log', /--log cannot be written: no such file/],
  ])('%s is wrong usage', async (name, message) => {
    const { code, errLines } = await kling(['mock', '--port', '0', '--log', name]);
    expect([code, errLines.at(-1)]).toEqual([2, expect.stringMatching(message)]);
  });
});
