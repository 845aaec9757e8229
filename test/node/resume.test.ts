import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { download, SaveError, type SaveOptions, save } from '../../src/node/index.ts';
import { failure } from '../support/outcome.ts';
import { serve } from '../support/serve.ts';

let folder: string;
let file: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kling-save-'));
  file = join(folder, 'rain.mp3');
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
});
afterEach(async () => {
  vi.useRealTimers();
  await rm(folder, { recursive: true });
});

/** Lets the pauses between attempts pass at once. */
async function hurried<T>(work: Promise<T>): Promise<T> {
  let isDone = false;
  const end = () => {
    isDone = true;
  };
  work.then(end, end);
  while (!isDone) {
    await nextTurn();
    vi.advanceTimersByTime(10);
  }
  return work;
}

const sound = Buffer.from(Array.from({ length: 1000 }, (_, at) => at % 251));
const other = Buffer.alloc(1000, 3);
const etag = '"v1"';

/** One response, to a request for that range. */
type Answer = (response: ServerResponse, start: number) => void;

/** Breaks the connection when the other side, in this same process, has had its turns to read what was sent. */
async function breakOff(response: ServerResponse): Promise<void> {
  for (let turn = 0; turn < 20; turn++) await nextTurn();
  response.destroy();
}

/** Begins a file and then breaks the connection. */
const broken =
  (bytes: number, headers: object = { etag }, body = sound): Answer =>
  (response) => {
    response.writeHead(200, { 'content-length': '1000', ...headers });
    response.write(body.subarray(0, bytes), () => breakOff(response));
  };
const rest =
  (headers: object = {}, body = sound, bytes = 1000): Answer =>
  (response, start) => {
    const range = { 'content-range': `bytes ${start}-999/1000`, etag };
    response.writeHead(206, { ...range, ...headers });
    if (start + bytes >= 1000) response.end(body.subarray(start));
    else response.write(body.subarray(start, start + bytes), () => breakOff(response));
  };
const whole =
  (body = sound, headers: object = { etag }): Answer =>
  (response) =>
    response.writeHead(200, { 'content-length': String(body.length), ...headers }).end(body);
const status =
  (code: number, headers = {}): Answer =>
  (response) =>
    response.writeHead(code, headers).end('no');

/** A server that gives these answers in turn, the last one again and again. */
async function answering(...answers: Answer[]) {
  const asked: string[] = [];
  const server = await serve(async ({ headers }: IncomingMessage, response) => {
    const { range = 'all', 'if-range': condition = '' } = headers;
    const answer = answers[Math.min(asked.length, answers.length - 1)];
    asked.push(`${range} ${condition}`.trim());
    answer?.(response, Number(/\d+/.exec(range)?.[0] ?? 0));
  });
  return { ...server, asked };
}

async function saved(url: string, options: SaveOptions = {}): Promise<Buffer> {
  const { bytes } = await hurried(save(url, file, options));
  const content = await readFile(file);
  expect(content.length).toBe(bytes);
  expect(await readdir(folder)).toEqual(['rain.mp3']);
  return content;
}

async function refused(url: string, options: SaveOptions = {}): Promise<SaveError> {
  const error = await hurried(failure(save(url, file, options), SaveError));
  expect(await readdir(folder)).toEqual([]);
  return error;
}

const date = (at: number) => new Date(at).toUTCString();
const old = { 'last-modified': date(0), date: date(1_000), etag: 'W/"weak"' };
const onlyOld = { 'last-modified': date(0), date: date(1_000) };

describe('a download that breaks off', () => {
  it('goes on where it was, as often as that helps', async () => {
    await using server = await answering(broken(300), rest({}, sound, 300), status(503), rest());
    const seen: number[] = [];
    const onProgress = ({ received, total }: { received: number; total?: number }) => {
      expect(total).toBe(1000);
      seen.push(received);
    };
    expect(await saved(server.url, { onProgress })).toEqual(sound);
    expect(server.asked).toEqual([
      'all',
      `bytes=300- ${etag}`,
      `bytes=600- ${etag}`,
      `bytes=600- ${etag}`,
    ]);
    expect(seen).toEqual(seen.toSorted((a, b) => a - b));
    expect(seen.at(-1)).toBe(1000);
  });

  it('goes on by the time of the last change where there is no ETag', async () => {
    await using server = await answering(broken(300, onlyOld), rest(onlyOld));
    expect(await saved(server.url)).toEqual(sound);
    expect(server.asked).toEqual(['all', `bytes=300- ${onlyOld['last-modified']}`]);
  });

  it.each<[string, object]>([
    ['says nothing of its version', {}],
    ['has a weak ETag', { etag: 'W/"v1"' }],
    ['has a weak ETag beside a time', old],
    ['was changed a moment ago', { 'last-modified': date(1_000), date: date(1_000) }],
    ['has no clock', { 'last-modified': date(0), date: '' }],
  ])('begins anew where the file %s', async (_, headers) => {
    await using server = await answering(broken(300, headers, other), whole());
    expect(await saved(server.url)).toEqual(sound);
    expect(server.asked).toEqual(['all', 'all']);
  });

  it('begins anew where the file came packed', async () => {
    const packed = gzipSync(other, { level: 0 });
    const headers = { etag, 'content-encoding': 'gzip' };
    await using server = await answering(broken(600, headers, packed), whole());
    expect(await saved(server.url)).toEqual(sound);
    expect(server.asked).toEqual(['all', 'all']);
  });

  it.each<[string, Answer[], number]>([
    ['has changed', [whole(sound.subarray(0, 900), { etag: '"v2"' })], 900],
    ['comes whole', [whole()], 1000],
    ['has changed, whatever the server was told', [rest({ etag: '"v2"' }), whole()], 1000],
    ['may have changed', [rest({ etag: '' }), whole()], 1000],
    ['has another size', [rest({ 'content-range': 'bytes 300-998/999' }), whole()], 1000],
    ['comes from elsewhere', [rest({ 'content-range': 'bytes 299-999/1000' }), whole()], 1000],
    ['comes not to its end', [rest({ 'content-range': 'bytes 300-998/1000' }), whole()], 1000],
    ['has no known size', [rest({ 'content-range': 'bytes 300-999/*' }), whole()], 1000],
    ['comes in several parts', [rest({ 'content-range': '' }), whole()], 1000],
    ['comes packed', [rest({ 'content-encoding': 'gzip' }), whole()], 1000],
    ['comes whole, from a proxy', [(response) => response.writeHead(203).end(sound)], 1000],
    ['is shorter now', [status(416, { 'content-range': 'bytes */1' }), whole()], 1000],
  ])('is never mixed: begins anew where the file %s', async (_, answers, size) => {
    await using server = await answering(broken(300, { etag }, other), ...answers);
    expect(await saved(server.url)).toEqual(sound.subarray(0, size));
    expect(server.asked[1]).toBe(`bytes=300- ${etag}`);
    expect(server.asked[2] ?? 'all').toBe('all');
  });

  it('is not the whole file because the server says nothing more', async () => {
    await using server = await answering(broken(300), status(204));
    expect((await refused(server.url)).message).toContain('the file was empty');
  });

  it('is checked again when it begins anew', async () => {
    const page: Answer = (response) => response.writeHead(200).end('<html>log in');
    await using server = await answering(broken(300), page);
    expect((await refused(server.url)).message).toContain('a page of HTML instead of audio');
    await using large = await answering(broken(300), whole(Buffer.alloc(2_000)));
    expect((await refused(large.url, { maxBytes: 1_500 })).reason).toBe('size');
  });

  it('may not become larger than allowed by being put together', async () => {
    const chunk: Answer = (response) => {
      response.writeHead(200, { etag });
      response.write(sound.subarray(0, 300), () => breakOff(response));
    };
    await using server = await answering(chunk, rest());
    expect((await refused(server.url, { maxBytes: 999 })).reason).toBe('size');
  });

  it('is tried five times in all', async () => {
    await using server = await answering(broken(300, {}));
    expect((await refused(server.url)).message).toContain('broke off after');
    expect(server.asked).toHaveLength(5);
    await using drip = await answering(broken(1, { etag }), rest({}, sound, 1));
    await refused(drip.url);
    expect(drip.asked).toHaveLength(5);
  });

  it('is given up when it is refused, or has expired meanwhile', async () => {
    await using server = await answering(broken(300), status(403));
    expect((await refused(server.url)).message).toContain('HTTP 403 from 127.0.0.1');
    expect(server.asked).toHaveLength(2);
  });

  it('before the first byte is tried again, by a reader of pieces, too', async () => {
    const none: Answer = (response) => {
      response.writeHead(200, { 'content-length': '1000' }).flushHeaders();
      breakOff(response);
    };
    await using server = await answering(none, none, whole());
    expect(await saved(server.url)).toEqual(sound);
    await using again = await answering(none, whole());
    expect((await hurried(download(again.url).next())).done).toBe(false);
    expect([server.asked, again.asked]).toEqual([Array(3).fill('all'), Array(2).fill('all')]);
  });

  it('that never began is not tried again', async () => {
    await using server = await answering(status(503));
    expect((await refused(server.url)).message).toContain('HTTP 503');
    expect(server.asked).toHaveLength(1);
    await using silent = await answering((response) => response.destroy());
    expect((await refused(silent.url)).message).toContain('no answer from 127.0.0.1');
    expect(silent.asked).toHaveLength(1);
  });

  it('has no more time than one that does not', async () => {
    await using server = await answering(broken(300));
    const { reason, cause } = await refused(server.url, { timeout: 100 });
    expect(reason).toBe('download');
    expect(cause).toMatchObject({ name: 'TimeoutError' });
    expect(server.asked).toHaveLength(1);
  });

  it('can be aborted while it pauses', async () => {
    await using server = await answering(broken(300));
    const stop = new AbortController();
    const options = { signal: stop.signal, onProgress: () => setTimeout(() => stop.abort(), 100) };
    expect((await refused(server.url, options)).reason).toBe('aborted');
    expect(server.asked).toHaveLength(1);
  });

  it('is checked by address each time', async () => {
    const away: Answer = (response) =>
      response.writeHead(302, { location: 'http://169.254.169.254/' }).end();
    await using server = await answering(broken(300), away);
    expect((await refused(server.url)).message).toContain('redirects into this machine');
  });
});

describe('a part that nobody asked for', () => {
  it('is not the file', async () => {
    await using server = await answering((response) => {
      response.writeHead(206, { 'content-range': 'bytes 0-499/1000' }).end(sound.subarray(0, 500));
    });
    expect((await refused(server.url)).message).toMatch(/sent a part of the file, unasked/);
  });
});

describe('the pieces of a download', () => {
  async function read(url: string, options: SaveOptions = {}): Promise<Buffer> {
    const pieces: Uint8Array[] = [];
    for await (const piece of download(url, options)) pieces.push(piece);
    return Buffer.concat(pieces);
  }

  it('are the file, also when it had to go on', async () => {
    await using server = await answering(broken(300), rest());
    expect(await hurried(read(server.url))).toEqual(sound);
    expect(server.asked).toHaveLength(2);
  });

  it.each<[string, Answer, Answer]>([
    ['has changed', broken(300), whole(other, { etag: '"v2"' })],
    ['says nothing of its version', broken(300, {}), whole()],
  ])('never begin anew, as they cannot be taken back: the file %s', async (_, first, second) => {
    await using server = await answering(first, second);
    const error = await hurried(failure(read(server.url), SaveError));
    expect(error.reason).toBe('download');
    expect(error.message).toMatch(/^the download broke off after/);
  });

  it('are refused like what is saved, and aborted', async () => {
    await using server = await answering(status(403));
    const { message } = await hurried(failure(read(server.url), SaveError));
    expect(message).toMatch(/^HTTP 403 from /);
    const signal = AbortSignal.abort('enough');
    const { reason, cause } = await failure(read(server.url, { signal }), SaveError);
    expect([reason, cause]).toEqual(['aborted', 'enough']);
    await failure(read(server.url, { timeout: Number.NaN }), TypeError);
    await failure(read('http://10.0.0.1/'), SaveError);
  });

  it('end, and the connection with them, when nobody reads on', async () => {
    let isClosed = false;
    await using server = await answering((response) => {
      response.on('close', () => {
        isClosed = true;
      });
      response.writeHead(200, { 'content-length': '1000' }).write(sound.subarray(0, 300));
    });
    for await (const piece of download(server.url)) {
      expect(piece.length).toBe(300);
      break;
    }
    while (!isClosed) await nextTurn();
    expect(vi.getTimerCount()).toBe(0);
  });
});
