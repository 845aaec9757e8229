import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Interruption } from '../../src/cli/command.ts';
import { describeCreate } from '../../src/cli/exit.ts';
import { findOperation } from '../../src/contract/documented.ts';
import {
  lookupProves,
  providerNames,
  providers,
  providersOf,
} from '../../src/documents/documents.ts';
import { accepted, looksLike, taskId } from '../support/kling.ts';
import { tasks } from '../support/offered.ts';
import { withoutWaits } from '../support/waits.ts';
import { fakeProvider, inFolder } from './support.ts';

withoutWaits();
const { kling, folder, files } = inFolder();
const rain = ['text-to-audio', '--prompt', 'rain', '--duration', '5'];
/** Bytes that no text has: each of them, and some more. */
const bytes = Buffer.from([...Array(256).keys(), 0x1b, 0x5b, 0x9b, 0x0d]);

/** What the create was sent with, and how much was on stderr by then. */
let sent: { externalId: unknown; printed: string } | undefined;
let printed = '';
const stderr = { write: (text: string) => (printed += text) };

const provider = fakeProvider((request) => {
  const { at } = request;
  if (at.endsWith('/odd/1.mp3')) return [200, {}, { 'content-type': 'image/png' }];
  if (at.endsWith('.mp3')) return bytes;
  if (at.includes('?') || at.endsWith('/list')) return { code: 0, data: [] };
  if (at.startsWith('POST')) {
    const before = printed;
    request.on('data', (body) => {
      const { external_task_id: externalId, options } = JSON.parse(String(body));
      sent = { externalId: externalId ?? options?.external_task_id, printed: before };
    });
    return accepted(at.includes('/dash/') ? '--json' : taskId);
  }
  const urls = at.includes('/two/') ? ['1', '2'] : ['1'];
  const audios = urls.map((id) => ({
    id,
    url_mp3: `${provider.url()}/${at.includes('/odd/') ? 'odd/' : ''}${id}.mp3`,
  }));
  const final_unit_deduction = at.includes('/odd/') ? '\u001b[31mfree' : '0.25';
  const task_id = at.includes('/dash/') ? '--json' : taskId;
  return looksLike('succeed', { task_id, task_result: { audios }, final_unit_deduction });
});
const at = (path = '') => ['--base-url', `${provider.url()}${path}`];
const name = `text-to-audio-${taskId}.mp3`;

/** A place for bytes. */
function sink(fails?: NodeJS.ErrnoException) {
  const pieces: Buffer[] = [];
  const write = (piece: string | Uint8Array, done?: (error?: Error) => void) => {
    if (!fails) pieces.push(Buffer.from(piece));
    done?.(fails);
  };
  return { stdout: { write }, all: () => Buffer.concat(pieces) };
}

describe('before a create is sent, the way to its task is printed', () => {
  it.each(providerNames)('at %s', async (name) => {
    printed = '';
    const isHeard = providersOf('textToAudio').includes(name);
    const boat = ['text-to-video', '--prompt', 'boat', '--model', 'kling-2.6'];
    const [operation] = isHeard ? rain : boat;
    await kling([...(isHeard ? rain : boat), '--no-wait', '--provider', name, ...at()], { stderr });
    const id = String(sent?.externalId);
    expect(id).toMatch(/^[\da-f-]{36}$/);
    const way =
      providers[name].lookupProves !== 'nothing'
        ? `search for it with: npx kling-fetch-cli get ${id} --provider ${name} --operation ${operation} ${at().join(' ')}`
        : `ask the support of ${name} for it`;
    expect(sent?.printed).toMatch(/^(about [^\n]*\n)?creating[^\n]*\n$/);
    expect(sent?.printed).toContain(way);
    expect(sent?.printed).toContain(id);
  });

  it.each(tasks)('as far as there is one, at %s for %s', (provider, operation) => {
    const said = describeCreate({ provider, operation, externalId: 'mine' }, { explicit: {} });
    const [, command, argument] = /npx kling-fetch-cli (get|list) (\S+)/.exec(said) ?? [];
    if (lookupProves(provider, operation) !== 'nothing')
      expect([command, argument]).toEqual(['get', 'mine']);
    else if (findOperation(provider, operation, 'list'))
      expect([command, argument]).toEqual(['list', '--provider']);
    else expect(said).toMatch(`ask the support of ${provider}`);
  });

  it('with the external id of the user, where there is one', async () => {
    printed = '';
    await kling([...rain, '--no-wait', '--external-task-id', 'rain-1', ...at()], { stderr });
    expect(sent).toMatchObject({ externalId: 'rain-1' });
    expect(sent?.printed).toContain('npx kling-fetch-cli get rain-1 --provider');
  });
});

describe('--no-wait', () => {
  it('prints the id and how to wait for it, and polls nothing', async () => {
    const { code, out, errLines } = await kling([...rain, '--no-wait', ...at()]);
    expect({ code, out, errLines }).toEqual({
      code: 0,
      out: `${taskId}\n`,
      errLines: [
        `task ${taskId} at klingai`,
        `wait for it with: npx kling-fetch-cli wait ${taskId} --provider klingai --operation text-to-audio ${at().join(' ')}`,
      ],
    });
    expect(provider.seen).toEqual([expect.stringMatching(/^POST/)]);
  });

  it('prints no id that would be read as a flag', async () => {
    const { out, errLines } = await kling([...rain, '--no-wait', ...at('/dash')]);
    const [, words = ''] = /with: npx kling-fetch-cli (.*)$/.exec(errLines.at(-1) ?? '') ?? [];
    expect({ out, words }).toEqual({
      out: '--json\n',
      words: `wait --provider klingai --operation text-to-audio ${at('/dash').join(' ')} -- --json`,
    });
    expect(await kling(words.split(' '))).toMatchObject({
      code: 0,
      out: expect.not.stringContaining('{'),
    });
  });

  it('prints the handle with --json, which wait takes', async () => {
    const { out } = await kling([...rain, '--no-wait', '--json', ...at()]);
    const { task } = JSON.parse(out);
    expect(task).toMatchObject({ v: 1, id: taskId, externalId: expect.any(String) });
    expect((await kling(['wait', JSON.stringify(task), ...at()])).code).toBe(0);
    expect(await files()).toEqual([name]);
  });
});

describe('a list that is interrupted', () => {
  let stop: AbortController;
  const silent = fakeProvider(() => {
    stop.abort(new Interruption('SIGINT'));
    return 'never';
  });

  it('gives no advice about the network', async () => {
    stop = new AbortController();
    const argv = ['list', '--base-url', silent.url()];
    const { code, err } = await kling(argv, { signal: stop.signal });
    expect(code).toBe(130);
    expect(err).toMatch(/the request was aborted\n$/);
  });
});

describe('--quiet', () => {
  it.each([
    ['a create with an id of its own', () => [...rain, '--external-task-id', 'a', ...at()]],
    ['wait', () => ['wait', taskId, ...at()]],
    ['list', () => ['list', '--page-num', '1', ...at()]],
  ])('%s prints nothing on stderr', async (_, argv) => {
    expect(await kling([...argv(), '--quiet'])).toMatchObject({ err: '' });
  });

  it.each([[], ['--no-wait']])('still prints what finds a task: %j', async (...more) => {
    const { err } = await kling([...rain, ...more, ...at(), '--quiet']);
    expect(err).toMatch(
      new RegExp(`^creating; .* npx kling-fetch-cli get .*\ntask ${taskId} at klingai\n$`),
    );
  });

  it('still prints errors', async () => {
    const { code, errLines } = await kling([
      ...rain,
      '--quiet',
      '--base-url',
      'http://127.0.0.1:2',
    ]);
    expect({ code, errLines }).toEqual({ code: 3, errLines: [expect.stringMatching(/no answer/)] });
  });
});

describe('--out', () => {
  it.each(['videos', 'videos/', './videos', '.', 'a.mp3/'])('%s is a folder', async (out) => {
    for (const each of ['videos', 'a.mp3']) await mkdir(join(folder(), each));
    const ran = await kling([...rain, '--out', out, ...at()]);
    const file = join(folder(), out, name);
    expect(ran).toMatchObject({ code: 0, out: `${file}\n` });
    expect(await readFile(file)).toEqual(bytes);
  });

  it('- writes the bytes to stdout as they are, and nothing else', async () => {
    const { stdout, all } = sink();
    const { code, errLines } = await kling([...rain, '--out', '-', ...at()], { stdout });
    expect(code).toBe(0);
    expect(all()).toEqual(bytes);
    expect(errLines.at(-1)).toMatch(
      /^1 kB saved after 0:\d\d, 0\.25 units spent \(about 0\.25 expected\)$/,
    );
    expect(await files()).toEqual([]);
  });

  it('- is refused on a terminal, before anything is created', async () => {
    const { stdout, all } = sink();
    const onTerminal = { stdout: { ...stdout, isTTY: true } };
    const { code, errLines } = await kling([...rain, '--out', '-', ...at()], onTerminal);
    expect({ code, errLines }).toEqual({
      code: 2,
      errLines: ['kling-fetch: --out - would write a mp3 to the terminal; send it to a program'],
    });
    expect([all().length, provider.seen.length]).toEqual([0, 0]);
  });

  it('- takes no result of several files', async () => {
    const { stdout, all } = sink();
    const { code, errLines } = await kling([...rain, '--out', '-', ...at('/two')], { stdout });
    expect({ code, line: errLines.at(-1), bytes: all().length }).toEqual({
      code: 2,
      line: `kling-fetch: klingai task ${taskId}: the result has 2 files, and stdout takes one. The task is done; fetch its result with: npx kling-fetch-cli wait ${taskId} --provider klingai --operation text-to-audio ${at('/two').join(' ')}`,
      bytes: 0,
    });
  });

  it('- to a disk that is full says how to get it', async () => {
    const { stdout } = sink(Object.assign(new Error('full'), { code: 'ENOSPC' }));
    const { code, errLines } = await kling([...rain, '--out', '-', ...at()], { stdout });
    expect(code).toBe(2);
    expect(errLines.at(-1)).toMatch(/^kling-fetch: cannot write to stdout: ENOSPC\. .*wait 86125/);
  });

  it('- to a reader that does not read ends when it is interrupted', async () => {
    const stop = new AbortController();
    const write = () => stop.abort(new Interruption('SIGTERM'));
    const more = { stdout: { write }, signal: stop.signal };
    const { code, errLines } = await kling([...rain, '--out', '-', ...at()], more);
    expect(code).toBe(143);
    expect(errLines.at(-1)).toMatch(/fetch its result with: npx kling-fetch-cli wait 86125/);
  });

  it('- takes a picture for a sound no more than a file does', async () => {
    const { stdout, all } = sink();
    const { code, errLines } = await kling([...rain, '--out', '-', ...at('/odd')], { stdout });
    expect({ code, bytes: all().length }).toEqual({ code: 3, bytes: 0 });
    expect(errLines.at(-1)).toMatch(
      /The task is done; fetch its result with: npx kling-fetch-cli wait/,
    );
  });

  it('- to a reader that goes away ends quietly', async () => {
    const { stdout } = sink(Object.assign(new Error('gone'), { code: 'EPIPE' }));
    const { code, errLines } = await kling([...rain, '--out', '-', ...at()], { stdout });
    expect({ code, last: errLines.at(-1) }).toEqual({ code: 141, last: 'saving' });
  });
});

describe('what it came to', () => {
  it('is printed at the end, with the units where the provider says them', async () => {
    const saved = await kling([...rain, ...at()]);
    expect(saved.errLines.at(-1)).toMatch(
      /^1 kB saved after 0:\d\d, 0\.25 units spent \(about 0\.25 expected\)$/,
    );
    const found = await kling(['wait', taskId, '--no-save', ...at()]);
    expect(found.errLines.at(-1)).toMatch(/^done after 0:\d\d, 0\.25 units spent$/);
  });

  it('names no units that are no number', async () => {
    const { errLines } = await kling(['wait', taskId, '--no-save', ...at('/odd')]);
    expect(errLines.at(-1)).toMatch(/^done after 0:\d\d$/);
  });
});
