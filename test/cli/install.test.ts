import { spawnSync } from 'node:child_process';
import { chmod, cp, mkdir, readFile, realpath, symlink, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { PassThrough } from 'node:stream';
import { expect, it, vi } from 'vitest';
import { inFolder } from './support.ts';

const { installed } = vi.hoisted(() => ({
  installed: { yes: false, stop: new AbortController() },
}));
vi.mock('../../src/mock/index.ts', () => ({
  startMock: async () => {
    const message = "Cannot find package '@stoplight/prism-http' imported from x";
    if (!installed.yes) throw Object.assign(new Error(message), { code: 'MODULE_NOT_FOUND' });
    // Ctrl-C, as soon as it runs.
    installed.stop.abort();
    return { url: 'http://127.0.0.1:4010', close: async () => {} };
  },
}));

const { kling, folder, files } = inFolder();

/** An npm that keeps what it was asked for, and does `then`. */
async function fakeNpm(then: string): Promise<string> {
  const bin = join(folder(), 'bin');
  await mkdir(bin);
  await writeFile(join(bin, 'npm'), `#!/bin/sh\necho "$@" > npm.txt\necho added\n${then}\n`);
  await chmod(join(bin, 'npm'), 0o755);
  return `${bin}:${process.env.PATH}`;
}

/** Runs `mock` at a terminal where somebody types. */
async function typing(answer: string, PATH: string, { isTTY = true, succeeds = true } = {}) {
  Object.assign(installed, { yes: false, stop: new AbortController() });
  const { signal } = installed.stop;
  let err = '';
  const stdin = Object.assign(new PassThrough(), { isTTY });
  stdin.end(answer);
  const stderr = {
    isTTY: true,
    write(text: string) {
      err += text;
      if (text.includes('added')) installed.yes = succeeds;
    },
  };
  const { code, out } = await kling(['mock'], {
    stdin,
    stderr,
    env: { PATH },
    signal,
  });
  return { code, out, err };
}

const pinned = async () => {
  const { peerDependencies } = JSON.parse(await readFile('package.json', 'utf8'));
  return ['@stoplight/prism-http', '@stoplight/prism-core']
    .map((name) => `${name}@${peerDependencies[name].replace('^', '')}`)
    .join(' ');
};

it.each(['y\n', 'Y\n', 'yes\n'])(
  'at a terminal, %j installs what is missing and goes on',
  async (answer) => {
    const { code, out, err } = await typing(answer, await fakeNpm('exit 0'));
    expect(code).toBe(0);
    expect(out).toContain('export KLING_BASE_URL=http://127.0.0.1:4010/klingai');
    expect(err).toMatch(/Run this\? \[y\/N\] added\n/);
    expect(await readFile(join(folder(), 'npm.txt'), 'utf8')).toBe(
      `install --save-dev ${await pinned()}\n`,
    );
  },
);

it.each(['n\n', '\n', '', 'yeah\n'])(
  'at a terminal, %j installs nothing and prints the command',
  async (answer) => {
    const { code, out, err } = await typing(answer, await fakeNpm('exit 0'));
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err.trimEnd().split('\n').at(-1)).toMatch(
      /kling-fetch: the mock needs packages that are not installed: npm install --save-dev @stoplight/,
    );
    expect(await files()).toEqual(['bin']);
  },
);

it.each(['npm fails', 'npm is not there'])('when %s, the command is printed', async (why) => {
  const PATH = why === 'npm fails' ? await fakeNpm('exit 1') : folder();
  const { code, err } = await typing('y\n', PATH, { succeeds: false });
  expect(code).toBe(2);
  expect(err.trimEnd().split('\n').at(-1)).toMatch(/not installed: npm install --save-dev/);
});

it('without a terminal, nobody is asked', async () => {
  const { code, err } = await typing('y\n', await fakeNpm('exit 0'), { isTTY: false });
  expect(code).toBe(2);
  expect(err).not.toContain('[y/N]');
  expect(await files()).toEqual(['bin']);
});

it('run by npx, from a folder without these packages, the mock finds what was installed into the project', async () => {
  // Where npx keeps a package: on its own, with what it depends on and nothing else.
  const cache = join(folder(), 'npx', 'node_modules');
  await mkdir(cache, { recursive: true });
  await cp(resolve('dist'), join(cache, 'kling-fetch', 'dist'), { recursive: true });
  await cp(resolve('package.json'), join(cache, 'kling-fetch', 'package.json'));
  for (const name of ['openapi-fetch', 'openapi-typescript-helpers']) {
    await symlink(resolve('node_modules', name), join(cache, name));
  }
  const project = join(folder(), 'project');
  await mkdir(project);
  const there = resolve('node_modules');
  const names = ['@stoplight'];
  const links = names.map((name) => `ln -s ${join(there, name)} node_modules/${name}`);
  const PATH = await fakeNpm(['mkdir node_modules', ...links].join('\n'));
  const program = `
    import { PassThrough } from 'node:stream';
    import { main } from ${JSON.stringify(join(cache, 'kling-fetch/dist/src/cli/main.js'))};
    const stdin = Object.assign(new PassThrough(), { isTTY: true });
    stdin.end('y\\n');
    const { stdout, stderr, env } = process;
    const heard = { isTTY: true, write: (text) => stderr.write(text) };
    const argv = ['demo', '--out', 'rain.mp3'];
    process.exitCode = await main({ argv, env, cwd: process.cwd(), stdin, stdout, stderr: heard });`;
  const args = ['--input-type=module', '-e', program];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    cwd: project,
    env: { PATH },
    encoding: 'utf8',
  });
  expect({ status, stdout, stderr }).toEqual({
    status: 0,
    stdout: `${await realpath(join(project, 'rain.mp3'))}\n`,
    stderr: expect.stringContaining('[y/N] added'),
  });
});
