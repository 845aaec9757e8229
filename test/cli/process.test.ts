import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { accepted, looksLike } from '../support/kling.ts';
import { canary, fakeProvider, inFolder } from './support.ts';

const { env, folder, files, kling } = inFolder();
/** Told of a create that is never answered: what it was sent with. */
let onHanging = (_externalId: string) => {};
const provider = fakeProvider((request) => {
  const { at } = request;
  if (at.startsWith('POST /hang/')) {
    request.on('data', (body) => onHanging(JSON.parse(String(body)).external_task_id));
    return 'never';
  }
  if (at.includes('?')) {
    const task = { task_id: '1', task_status: 'succeed', task_status_msg: 'x'.repeat(1_000_000) };
    return { code: 0, message: '', request_id: 'r', data: [task] };
  }
  if (at.startsWith('POST')) return accepted();
  if (at.endsWith('.mp3')) return Buffer.alloc(3 * 1024 * 1024);
  if (at.includes('/stuck/')) return looksLike('processing');
  const url_mp3 = `${provider.url()}/sound.mp3`;
  return looksLike('succeed', { task_result: { audios: [{ id: '1', url_mp3 }] } });
});

const bin = resolve('packages/cli/dist/bin.js');
const rain = ['text-to-audio', '--prompt', 'rain', '--duration', '5'];

/** Runs the command, as it is published, as a process of its own; `react` is called once, when it has printed `cue`. */
function run(
  argv: string[],
  { wrapped = '', cue = '', react = (_: ChildProcessWithoutNullStreams) => {} } = {},
) {
  const node = [bin, ...argv];
  const [command, args] = wrapped
    ? ['bash', ['-c', `${wrapped} exec "$0" "$@"`, process.execPath, ...node]]
    : [process.execPath, node];
  const { PATH, HOME } = process.env;
  const child = spawn(command, args, { cwd: folder(), env: { PATH, HOME, ...env } });
  onTestFinished(() => void child.kill('SIGKILL'));
  const printed = { out: '', err: '' };
  let isWaiting = cue !== '';
  for (const [name, stream] of [['out', child.stdout] as const, ['err', child.stderr] as const]) {
    stream.on('data', (text) => {
      printed[name] += text;
      if (!isWaiting || !printed[name].includes(cue)) return;
      isWaiting = false;
      react(child);
    });
  }
  return new Promise<{ code: number | null; out: string; err: string }>((ended) => {
    child.on('close', (code) => {
      expect(printed.out + printed.err).not.toContain(canary);
      ended({ code, ...printed });
    });
  });
}

it('a full disk gives one line, leaves no file, and does not lose the task', async () => {
  // A limit on the size of files: the disk refuses in the middle, as a full one does.
  const argv = [...rain, '--base-url', provider.url()];
  const { code, out, err } = await run(argv, { wrapped: 'ulimit -f 1024;' });
  expect({ code, out }).toEqual({ code: 2, out: '' });
  const errors = err.split('\n').filter((line) => line.startsWith('kling-fetch: '));
  expect(errors).toEqual([
    expect.stringMatching(
      /cannot be saved: a file there may not.*The task is done; fetch its result with: npx kling-fetch-cli wait 86125/,
    ),
  ]);
  expect(err.trimEnd().split('\n').at(-1)).toBe(errors[0]);
  expect(await files()).toEqual([]);
});

it('a file that cannot be sent is a mistake on the command line, and says nothing of the network', async () => {
  await writeFile(join(folder(), 'boat.png'), 'no picture');
  const { code, out, err } = await run(['image-to-video', '--prompt', 'x', '--image', 'boat.png']);
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err).toMatch(/^kling-fetch: boat\.png is of no known type, .* 0\.4 to 2\.5\n$/);
});

it('a stdout that cannot be written gives one line, and is not a success', async () => {
  const argv = [...rain, '--no-save', '--base-url', provider.url()];
  const { code, err } = await run(argv, { wrapped: 'exec >printed; ulimit -f 0;' });
  expect(code).toBe(2);
  expect(err).toMatch(/\nkling-fetch: cannot write to stdout: EFBIG\n$/);
});

// What SIGHUP and SIGTERM end with is asked below.
it('SIGINT ends a wait with the command to resume, and with 130', async () => {
  const argv = [...rain, '--base-url', `${provider.url()}/stuck`];
  const { code, err } = await run(argv, {
    cue: 'processing',
    react: (child) => child.kill('SIGINT'),
  });
  expect(code).toBe(130);
  expect(err.trimEnd().split('\n').at(-1)).toMatch(
    /^kling-fetch: interrupted .*: npx kling-fetch-cli wait/,
  );
});

it('a second signal ends the process at once, whichever it is', async () => {
  // Something that the end of the command has to wait for.
  const stay = 'data:text/javascript,process.exit=()=>{};setInterval(()=>{},1e9)';
  const argv = [...rain, '--base-url', `${provider.url()}/stuck`];
  const { code, err } = await run(argv, {
    wrapped: `NODE_OPTIONS='--import ${stay}'`,
    cue: 'processing',
    react: (child) => {
      child.kill('SIGTERM');
      child.stderr.on('data', (text) => {
        if (String(text).includes('interrupted')) child.kill('SIGHUP');
      });
    },
  });
  expect({ code, lines: err.split('interrupted').length }).toEqual({ code: null, lines: 2 });
});

// One that no process can react to, and one that this one does.
it.each([
  ['SIGKILL', null],
  ['SIGHUP', 129],
] as const)(
  '%s during a create that hangs does not lose its task, and ends with %s',
  async (signal, number) => {
    let sent = '';
    const { code, err } = await run([...rain, '--base-url', `${provider.url()}/hang`], {
      cue: 'creating',
      react: (child) => {
        onHanging = (externalId) => {
          sent = externalId;
          child.kill(signal);
        };
      },
    });
    expect(code).toBe(number);
    const way =
      /with: npx kling-fetch-cli (get \S+ --provider \S+ --operation \S+) --base-url/.exec(err);
    expect(way?.[1]).toContain(`get ${sent} `);
    const found = await kling([...(way?.[1] ?? '').split(' '), '--base-url', provider.url()]);
    expect(found.out).toMatch(/^86125\d+\tsucceed\t/);
  },
);

it.each([
  ['JSON', ['list', '--page-num', '1', '--json']],
  ['bytes', ['wait', '1', '--out', '-', '--quiet']],
])('a reader that has seen enough of %s ends the command quietly', async (_, argv) => {
  const { err } = await run([...argv, '--base-url', provider.url()], {
    wrapped: 'exec > >(head -c 1);',
  });
  expect(err).toBe('');
});

it('a reader that does not read keeps nobody from ending a download', async () => {
  const argv = ['wait', '1', '--out', '-', '--base-url', provider.url()];
  const { code, err } = await run(argv, {
    // A pipe that is open at both ends, and that nobody reads.
    wrapped: 'mkfifo full; exec 3<>full >full;',
    cue: 'saving',
    react: (child) => child.kill('SIGTERM'),
  });
  expect(code).toBe(143);
  expect(err.trimEnd().split('\n').at(-1)).toMatch(
    /fetch its result with: npx kling-fetch-cli wait 8612/,
  );
});

// Any of the signals above reaches a command in the same way.
it('a signal ends the mock well', async () => {
  const { code, out } = await run(['mock', '--port', '0'], {
    cue: 'Ctrl-C',
    react: (child) => child.kill('SIGTERM'),
  });
  expect(code).toBe(0);
  expect(out).toContain('DEERAPI_BASE_URL');
});

it('a reader that goes away does not lose the result', async () => {
  const argv = [...rain, '--out', 'rain.mp3', '--base-url', provider.url()];
  const { code, err } = await run(argv, { cue: 'task', react: ({ stdout }) => stdout.destroy() });
  expect(code).toBe(0);
  expect(err).toMatch(/saving\n3\.1 MB saved after \d:\d\d\n$/);
  expect(await files()).toEqual(['rain.mp3']);
});
