import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Mock, startMock } from '../../src/mock/index.ts';
import { secondsOfMedia } from '../support/media.ts';
import { clientsOf, control, rain } from '../support/mock-clients.ts';

let mock: Mock;
let sound: { mp3: string; wav: string };
let whole: Buffer;
const bytesOf = async (answer: Response) => Buffer.from(await answer.arrayBuffer());
beforeAll(async () => {
  mock = await startMock({ speed: 'instant' });
  sound = await makeSound('rain');
  whole = await bytesOf(await fetch(sound.mp3));
});
afterAll(() => mock.close());

async function makeSound(prompt: string, duration = 3) {
  const { audios } = await clientsOf(mock).klingai.textToAudio.run({ prompt, duration });
  return { mp3: audios[0]?.url_mp3 ?? '', wav: audios[0]?.url_wav ?? '' };
}

async function makeVideo(input: { prompt: string; aspect_ratio?: '9:16' | '1:1'; duration?: '3' }) {
  const { videos } = await clientsOf(mock).klingai.textToVideo.run({
    model_name: 'kling-v3',
    duration: '3',
    ...input,
  });
  return videos[0]?.url ?? '';
}

describe('a file', () => {
  it.each([
    ['mp3', 'audio/mpeg'],
    ['wav', 'audio/wav'],
  ] as const)('of kind %s has its content type, length and seconds', async (kind, type) => {
    const answer = await fetch(sound[kind]);
    const bytes = await bytesOf(answer);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': type,
      'content-length': String(bytes.length),
      'accept-ranges': 'bytes',
    });
    expect(await secondsOfMedia(bytes, sound[kind])).toBeCloseTo(3, 0);
  });

  it('of a video has the width and height that were asked for', async () => {
    const sizes: number[][] = [];
    for (const more of [{}, { aspect_ratio: '9:16' }, { aspect_ratio: '1:1' }] as const) {
      const answer = await fetch(await makeVideo({ prompt: 'boat', ...more }));
      expect(answer.headers.get('content-type')).toBe('video/mp4');
      const bytes = await bytesOf(answer);
      const track = bytes.indexOf('tkhd') + 4;
      sizes.push([bytes.readUInt32BE(track + 76) >> 16, bytes.readUInt32BE(track + 80) >> 16]);
    }
    expect(sizes.map(([width = 0, height = 1]) => width / height)).toEqual([16 / 9, 9 / 16, 1]);
  });

  it('differs from that of another prompt, and is the same each time', async () => {
    const other = await makeSound('fireworks');
    expect((await bytesOf(await fetch(other.mp3))).equals(whole)).toBe(false);
    expect((await bytesOf(await fetch(sound.mp3))).equals(whole)).toBe(true);
  });

  it('exists only once its task has succeeded', async () => {
    await using slow = await startMock({ speed: 1 });
    const task = await clientsOf(slow).klingai.textToAudio.create(rain);
    expect((await fetch(`${slow.url}/media/${task.id}.mp3`)).status).toBe(404);
    slow.advance('1m');
    expect((await fetch(`${slow.url}/media/${task.id}.mp3`)).status).toBe(200);
  });

  it.each(['/media/1.mp3', '/media/x.mp3', '/media/', '/media/1.exe', '/media/..%2f1.mp3'])(
    'that was never made is not found: %s',
    async (path) => {
      expect((await fetch(mock.url + path)).status).toBe(404);
    },
  );

  it('can only be read', async () => {
    const answer = await fetch(sound.mp3, { method: 'POST', body: 'x' });
    expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
  });
});

describe('a range', () => {
  const size = () => whole.length;
  it.each([
    ['bytes=0-9', () => [0, 9]],
    ['bytes=10-19', () => [10, 19]],
    ['bytes=100-', () => [100, size() - 1]],
    ['bytes=-100', () => [size() - 100, size() - 1]],
    ['bytes=-999999999', () => [0, size() - 1]],
    ['bytes=5-999999999', () => [5, size() - 1]],
  ] as [string, () => [number, number]][])('%s is answered with that part', async (range, part) => {
    const [from, to] = part();
    const answer = await fetch(sound.mp3, { headers: { range } });
    const bytes = await bytesOf(answer);
    expect(answer.status).toBe(206);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-range': `bytes ${from}-${to}/${size()}`,
      'content-length': String(to - from + 1),
      'content-type': 'audio/mpeg',
      'accept-ranges': 'bytes',
    });
    expect(bytes.equals(whole.subarray(from, to + 1))).toBe(true);
  });

  it.each(['bytes=999999999-', 'bytes=-0'])('%s cannot be satisfied', async (range) => {
    const answer = await fetch(sound.mp3, { headers: { range } });
    expect([answer.status, answer.headers.get('content-range')]).toEqual([
      416,
      `bytes */${size()}`,
    ]);
  });

  it.each(['bytes=0-1,5-6', 'bytes=9-3', 'bytes=-', 'bytes=a-b', 'lines=1-2', ''])(
    '"%s" is not supported, and the whole file is sent',
    async (range) => {
      const answer = await fetch(sound.mp3, { headers: { range } });
      expect([answer.status, (await bytesOf(answer)).length]).toEqual([200, size()]);
    },
  );
});

describe('HEAD', () => {
  it.each([
    [{}, 200],
    [{ range: 'bytes=0-9' }, 206],
  ])('with %o has the headers of GET and no body', async (headers, status) => {
    const head = await fetch(sound.mp3, { method: 'HEAD', headers });
    const get = await fetch(sound.mp3, { headers });
    expect([head.status, await head.text()]).toEqual([status, '']);
    const about = (answer: Response) =>
      [...answer.headers].filter(([name]) => /^(content-|accept-|vary)/.test(name));
    expect(about(head)).toEqual(about(get));
    expect(about(get).length).toBeGreaterThan(3);
  });
});

describe('time', () => {
  it('is up for a file when the control API says so', async () => {
    const { mp3 } = await makeSound('to expire');
    const [, id] = /(\d+)\.mp3/.exec(mp3) ?? [];
    await control(mock, 'POST', `/tasks/${id}/expire`);
    expect((await fetch(mp3)).status).toBe(403);
    expect((await fetch(sound.mp3)).status).toBe(200);
  });

  it('is up for a file after 30 days, as documented', async () => {
    await using other = await startMock({ speed: 'instant' });
    const { audios } = await clientsOf(other).klingai.textToAudio.run(rain);
    const url = audios[0]?.url_wav ?? '';
    other.advance('29d');
    expect((await fetch(url)).status).toBe(200);
    other.advance('1d');
    expect((await fetch(url)).status).toBe(403);
    expect(other.tasks[0]?.isExpired).toBe(true);
  });
});
