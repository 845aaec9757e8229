import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { mp3, mp4, wav } from '../../src/mock/media/media.ts';
import { download, SaveError, save } from '../../src/node/index.ts';
import { failure } from '../support/outcome.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kling-save-'));
});
afterEach(() => rm(folder, { recursive: true }));

const url = 'https://1.2.3.4/a';
const sound = Buffer.alloc(600, 7);

/** Answers with a body, in one piece or byte by byte. */
function giving(body: string | Uint8Array, headers: Record<string, string> = {}, size = Infinity) {
  const bytes = Buffer.from(body);
  return async () => {
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        for (let at = 0; at < bytes.length; at += size)
          controller.enqueue(bytes.subarray(at, at + size));
        controller.close();
      },
    });
    return new Response(body, { headers });
  };
}

async function refused(name: string, fetch: () => Promise<Response>): Promise<string> {
  const { reason, message } = await failure(save(url, join(folder, name), { fetch }), SaveError);
  expect(reason).toBe('download');
  expect(await readdir(folder)).toEqual([]);
  return message;
}

describe('the type of a file', () => {
  it.each([
    ['a.mp3', 'audio/mpeg'],
    ['a.MP3', 'Audio/MPEG; charset=binary'],
    ['a.wav', 'audio/x-wav'],
    ['a.mp4', 'video/mp4'],
    ['a.mp4', 'application/mp4'],
    ['a.png', 'image/png'],
    ['a.jpg', 'application/octet-stream'],
    ['a.mp4', 'binary/octet-stream'],
    ['a.webm', ''],
    ['a.bin', 'video/mp4'],
    ['a', 'image/png'],
  ])('%s may be %s', async (name, type) => {
    const fetch = giving(sound, type ? { 'content-type': type } : {});
    expect((await save(url, join(folder, name), { fetch })).bytes).toBe(600);
  });

  it.each([
    ['a.mp4', 'audio/mpeg', 'audio instead of video'],
    ['a.mp3', 'video/mp4', 'a video instead of audio'],
    ['a.wav', 'image/png', 'an image instead of audio'],
    ['a.png', 'video/mp4', 'a video instead of image'],
    ['a.mp3', 'text/html; charset=utf-8', 'a page of HTML instead of audio'],
    ['a', 'TEXT/HTML', 'a page of HTML;'],
    ['a', 'application/xhtml+xml', 'a page of HTML;'],
    ['a.mp4', 'application/xml', 'XML instead of video'],
    ['a.mp4', 'text/xml', 'XML instead of video'],
    ['a.png', 'image/svg+xml', 'XML instead of image'],
    ['a.mp3', 'application/json', 'JSON instead of audio'],
    ['a', 'application/problem+json', 'JSON;'],
    ['a.mp3', 'application/x-ndjson', 'JSON instead of audio'],
    ['a.mp3', 'text/plain', 'text instead of audio'],
    ['a', 'text/javascript', 'text;'],
    ['a', 'application/javascript', 'text;'],
  ])('%s may not be %s', async (name, type, why) => {
    const message = await refused(name, giving(sound, { 'content-type': type }));
    expect(message).toContain(`1.2.3.4 answered with ${why}`);
    expect(message).toContain('read the task again for a fresh address');
  });

  it('is what the caller expects where the name does not tell', async () => {
    const fetch = giving(sound, { 'content-type': 'audio/mpeg' });
    const file = join(folder, 'a.bin');
    await failure(save(url, file, { fetch, expect: 'video' }), SaveError);
    await save(url, file, { fetch, expect: 'audio' });
    await failure(download(url, { fetch, expect: 'video' }).next(), SaveError);
    expect((await download(url, { fetch }).next()).done).toBe(false);
  });
});

describe('the first bytes of a file', () => {
  const long = 'not found '.repeat(200);
  it.each<[string, string | Uint8Array]>([
    ['a page of HTML', '<!DOCTYPE html><title>log in</title>'],
    ['a page of HTML', '\r\n\t <HTML>'],
    ['XML', '<?xml version="1.0"?><Error><Code>AccessDenied</Code></Error>'],
    ['XML', '\ufeff<Error>'],
    ['text', `${' '.repeat(700)}<Error>`],
    ['XML', Buffer.from('<a>\xfc\x01</a>', 'latin1')],
    ['JSON', '{"code":1001,"message":"\\u0001"}'],
    ['JSON', ' [1]'],
    ['JSON', '{"a":"\x01\x02"}'],
    ['text', 'Access denied'],
    ['text', 'Zugriff für \x1b[1mniemand'],
    ['text', Buffer.from('gr\xfc\xdfe', 'latin1')],
    ['text', Buffer.from('\ufeff<Error>', 'utf16le')],
    ['text', long],
  ])('are seen to be %s, whatever the type says', async (what, body) => {
    for (const type of ['audio/mpeg', 'application/octet-stream']) {
      const headers = { 'content-type': type };
      expect(await refused('a.mp3', giving(body, headers))).toContain(`answered with ${what} inst`);
      expect(await refused('a.mp3', giving(body, headers, 1))).toContain('answered with ');
    }
    expect(await refused('a', giving(body))).toContain('answered with');
  });

  it.each([
    ['a.mp3', () => mp3(1, 'x')],
    ['a.wav', () => wav(1, 'x')],
    ['a.mp4', () => mp4({ seconds: 1, aspectRatio: '1:1', seed: 'x' })],
    ['a.png', () => Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')],
    ['b.mp4', () => Buffer.from('\0\0\0<ftypisom', 'latin1')],
    ['c.mp4', () => Buffer.from(`\t<\0\0mdat${'x'.repeat(600)}`, 'latin1')],
    ['d.mp4', () => Buffer.from('<\0\0\0mdat\x01', 'latin1')],
    ['b.mp3', () => Buffer.from(`ID3\x04\0\0${'x'.repeat(600)}`, 'latin1')],
  ])('of %s are media, whole or byte by byte', async (name, make) => {
    const body = Buffer.from((await make()).slice(0, 2_000));
    const file = join(folder, name);
    for (const size of [Infinity, 1, 7]) {
      await save(url, file, { fetch: giving(body, {}, size) });
      expect((await readFile(file)).equals(body)).toBe(true);
    }
  });
});
