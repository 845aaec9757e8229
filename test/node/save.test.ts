import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { KlingError } from '../../src/index.ts';
import { checkTarget, SaveError, type SaveOptions, save } from '../../src/node/index.ts';
import { failure } from '../support/outcome.ts';
import { withoutWaits } from '../support/waits.ts';

withoutWaits();

/** What the server does at each path. */
const routes: Record<string, RequestListener> = {
  '/sound.mp3': (_, response) => response.end(Buffer.alloc(1000, 7)),
  '/chunked.mp3': (_, response) => {
    response.write(Buffer.alloc(600));
    response.end(Buffer.alloc(600));
  },
  '/expired.mp3': (_, response) => response.writeHead(403).end('expired'),
  '/page.mp3': (_, response) =>
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end('<html>log in'),
  '/empty.mp3': (_, response) => response.end(),
  '/half.mp3': (_, response) => {
    response.writeHead(200, { 'content-length': '1000' }).write(Buffer.alloc(400));
    setTimeout(() => response.destroy(), 20);
  },
  '/slow.mp3': (_, response) => {
    response.writeHead(200, { 'content-length': '1000' }).write(Buffer.alloc(400));
  },
  '/large.mp3': (_, response) => response.end(Buffer.alloc(3 * 1024 * 1024)),
};

const server = createServer((request, response) =>
  routes[request.url?.split('?')[0] ?? '']?.(request, response),
);
let folder: string;
let file: string;
const at = (path: string) => `http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`;

beforeAll(() => new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready)));
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kling-save-'));
  file = join(folder, 'rain.mp3');
});
afterEach(() => rm(folder, { recursive: true }));

/** The error of a save, which has to be a SaveError on one line and to leave nothing behind. */
async function refused(url: string, options: SaveOptions = {}, target = file): Promise<SaveError> {
  const before = await readdir(folder);
  const error = await failure(save(url, target, options), SaveError);
  expect(await readdir(folder)).toEqual(before);
  expect(error).toBeInstanceOf(KlingError);
  expect(error.message).toMatch(/^[^\n]+$/);
  expect(error.message).toContain(`${target} cannot be saved: `);
  return error;
}

describe('a result that arrives whole', () => {
  it('is the file, and nothing else is there', async () => {
    expect(await save(at('/sound.mp3'), file)).toEqual({ file, bytes: 1000 });
    expect(await readFile(file)).toEqual(Buffer.alloc(1000, 7));
    expect(await readdir(folder)).toEqual(['rain.mp3']);
  });

  it('takes the place of an older file', async () => {
    await writeFile(file, 'old');
    await save(new URL(at('/sound.mp3')), file);
    expect((await stat(file)).size).toBe(1000);
  });

  it('takes the place of the file behind a link, not of the link', async () => {
    await mkdir(join(folder, 'elsewhere'));
    await writeFile(join(folder, 'elsewhere', 'real.mp3'), 'old');
    await symlink(join('elsewhere', 'real.mp3'), file);
    await save(at('/sound.mp3'), file);
    expect((await stat(join(folder, 'elsewhere', 'real.mp3'))).size).toBe(1000);
  });

  it('tells how far it is, and of how much where that is known', async () => {
    const seen: object[] = [];
    const onProgress = (progress: object) => seen.push(progress);
    await save(at('/sound.mp3'), file, { onProgress });
    await save(at('/chunked.mp3'), file, { onProgress });
    expect(seen[0]).toEqual({ received: 1000, total: 1000 });
    expect(seen.at(-1)).toEqual({ received: 1200 });
  });

  it('is measured unpacked when it comes packed', async () => {
    const headers = { 'content-encoding': 'gzip', 'content-length': '20' };
    const fetch = async () => new Response(new Uint8Array(1000), { headers });
    expect(await save('https://1.2.3.4/a.mp3', file, { fetch })).toEqual({
      file,
      bytes: 1000,
    });
  });

  it('is never in memory as a whole', async () => {
    const piece = new Uint8Array(1024 * 1024);
    let made = 0;
    let ahead = 0;
    const pull = (controller: ReadableStreamDefaultController) =>
      ++made > 50 ? controller.close() : controller.enqueue(piece);
    const fetch = async () => new Response(new ReadableStream({ pull }));
    const onProgress = ({ received }: { received: number }) => {
      ahead = Math.max(ahead, made - received / piece.byteLength);
    };
    const { bytes } = await save('https://1.2.3.4/a.mp4', file, { fetch, onProgress });
    expect(bytes).toBe(50 * piece.byteLength);
    expect(ahead).toBeLessThanOrEqual(2);
  });
});

describe('a result that does not', () => {
  it('because its address has expired', async () => {
    const { reason, message } = await refused(at('/expired.mp3'));
    expect(reason).toBe('download');
    expect(message).toMatch(/HTTP 403 from 127\.0\.0\.1:\d+; read the task again for a fresh add/);
  });

  it('because a page of HTML comes in its place', async () => {
    expect((await refused(at('/page.mp3'))).message).toContain('a page of HTML');
  });

  it('because it is empty', async () => {
    expect((await refused(at('/empty.mp3'))).message).toContain('empty');
  });

  it.each(['/sound.mp3', '/chunked.mp3'])('because %s is larger than allowed', async (path) => {
    const { reason, message } = await refused(at(path), { maxBytes: 999 });
    expect(reason).toBe('size');
    expect(message).toContain('larger than 999 bytes; raise maxBytes');
  });

  it('because the connection breaks', async () => {
    const { reason, message, cause } = await refused(at('/half.mp3'));
    expect(reason).toBe('download');
    expect(message).toContain('broke off');
    expect(cause).toBeInstanceOf(Error);
  });

  it('because the body ends before its announced length', async () => {
    const headers = { 'content-length': '1000' };
    const fetch = async () => new Response(new Uint8Array(400), { headers });
    const { message } = await refused('https://1.2.3.4/a.mp3', { fetch });
    expect(message).toContain('400 of 1000 bytes');
  });

  it('because nobody answers', async () => {
    const { message } = await refused('http://127.0.0.1:2/a.mp3');
    expect(message).toContain('no answer from 127.0.0.1:2 (ECONNREFUSED)');
  });

  it('because that is not an address, which is not repeated, as it may hold a secret', async () => {
    expect((await refused('s3cret')).message).not.toContain('s3cret');
    expect((await refused(at('/expired.mp3?token=s3cret'))).message).not.toContain('s3cret');
  });

  it('because it takes longer than allowed', async () => {
    const { reason, cause } = await refused(at('/slow.mp3'), { timeout: 100 });
    expect(reason).toBe('download');
    expect(cause).toMatchObject({ name: 'TimeoutError' });
    const silent = () => new Promise<never>(() => {});
    const { message } = await refused(at('/slow.mp3'), { timeout: 100, fetch: silent });
    expect(message).toContain('no answer from 127.0.0.1');
  });

  it('because it is aborted on the way', async () => {
    const stop = new AbortController();
    const onProgress = () => stop.abort('enough');
    const error = await refused(at('/slow.mp3'), { signal: stop.signal, onProgress });
    expect(error.reason).toBe('aborted');
    expect(error.cause).toBe('enough');
  });

  it('because it is aborted on the way, although pieces are always there', async () => {
    const stop = new AbortController();
    let pieces = 0;
    const endless = () =>
      new ReadableStream<Uint8Array>({
        pull(controller) {
          pieces += 1;
          if (pieces > 2_000) controller.close();
          else controller.enqueue(new Uint8Array(1_024));
        },
      });
    const fetch = async () => new Response(endless());
    const onProgress = () => stop.abort('enough');
    const error = await refused(at('/sound.mp3'), { signal: stop.signal, onProgress, fetch });
    expect(error.reason).toBe('aborted');
    expect(pieces).toBeLessThan(10);
  });

  it('because it was aborted before', async () => {
    const { reason } = await refused(at('/sound.mp3'), { signal: AbortSignal.abort() });
    expect(reason).toBe('aborted');
  });

  it('leaves an older file as it was', async () => {
    await writeFile(file, 'old');
    await refused(at('/half.mp3'));
    expect(await readFile(file, 'utf8')).toBe('old');
  });

  it('and a callback that throws is not disguised, but cleaned up after', async () => {
    const onProgress = () => {
      throw new RangeError('mine');
    };
    await failure(save(at('/sound.mp3'), file, { onProgress }), RangeError);
    expect(await readdir(folder)).toEqual([]);
  });
});

describe('a place that no file can be written to', () => {
  it.each<[string, () => string, string]>([
    ['below a file', () => join(folder, 'a-file', 'rain.mp3'), 'its folder is a file'],
    ['in a folder that is not there', () => join(folder, 'no', 'rain.mp3'), 'no such folder'],
    ['that is a folder', () => join(folder, 'a-folder'), 'not a file'],
    ['in a folder with too long a name', () => join(folder, 'x'.repeat(300), 'a.mp3'), 'too long'],
    ['with too long a name', () => join(folder, `${'x'.repeat(300)}.mp3`), 'too long'],
    // The hidden file has a name that is short enough.
    ['with a name of 256 bytes', () => join(folder, `${'ü'.repeat(126)}.mp3`), 'too long'],
  ])('%s, is noticed before and after', async (_, target, why) => {
    await writeFile(join(folder, 'a-file'), '');
    await mkdir(join(folder, 'a-folder'));
    const { message, reason } = await refused(at('/sound.mp3'), {}, target());
    expect(reason).toBe('disk');
    expect(message).toContain(why);
    expect((await failure(checkTarget(target()), SaveError)).message).toBe(message);
  });

  it('is not confused with one that can be, which is left as it was', async () => {
    await writeFile(file, 'old');
    await checkTarget(file);
    await checkTarget(join(folder, 'new.mp3'));
    expect(await readdir(folder)).toEqual(['rain.mp3']);
    expect(await readFile(file, 'utf8')).toBe('old');
  });

  it('because the disk takes no more, is noticed in the middle', async () => {
    // A limit on the size of files, in a process of its own: the disk refuses as a full one does.
    const script = `import { save } from './src/node/index.ts';
      await save('${at('/large.mp3')}', '${file}').catch((error) => console.log(error.reason, error.message));`;
    const node = `'${process.execPath}' --import tsx --input-type=module -e "$0"`;
    const run = promisify(execFile);
    const { stdout } = await run('bash', ['-c', `ulimit -f 1024; exec ${node}`, script]);
    expect(stdout).toMatch(/^disk .*rain\.mp3 cannot be saved: a file there may not be that large/);
    expect(await readdir(folder)).toEqual([]);
  });
});
