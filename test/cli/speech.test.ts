import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fakeProvider, inFolder } from './support.ts';

const { kling, folder, files } = inFolder();
const sound = Buffer.concat([Buffer.from('ID3\0\0\0\0\0', 'latin1'), Buffer.alloc(600)]);
const provider = fakeProvider(({ at, headers }) => {
  if (at === 'GET /lost.mp3') return [404, {}];
  if (at.startsWith('GET')) return sound;
  if (at.startsWith('POST /trouble')) return [502, {}];
  const url = `http://${headers.host}/${at.startsWith('POST /lost') ? 'lost' : 'found'}.mp3`;
  return { code: 0, data: { task_status: 'succeed', task_result: { audios: [{ id: '7', url }] } } };
});
const speech = (path: string, ...more: string[]) =>
  kling([
    ...['text-to-speech', '--text', 'x', '--voice-id', 'v', '--voice-language', 'en'],
    ...['--base-url', provider.url() + path, ...more],
  ]);

describe('a speech that was paid for', () => {
  it('is not lost with its file: the answer is printed, as nothing gives it again', async () => {
    for (const more of [[], ['--quiet']]) {
      const { code, err } = await speech('/lost', '--out', 'a.mp3', ...more);
      expect(code).toBe(3);
      expect(err).toContain(`"url":"${provider.url()}/lost.mp3"`);
    }
  });

  it('takes the place of no other one in a folder, also where the answer names no task', async () => {
    await writeFile(join(folder(), 'text-to-speech-.mp3'), 'an older one');
    expect((await speech('/found', '--out', '.')).code).toBe(0);
    expect((await files()).sort()).toEqual([
      'text-to-speech-.mp3',
      expect.stringMatching(/^text-to-speech-\d{13}\.mp3$/),
    ]);
  });

  it('is said to be one where the answer is none of the provider', async () => {
    const { code, errLines } = await speech('/trouble');
    expect({ code, errLines }).toEqual({
      code: 3,
      errLines: [expect.stringMatching(/; it may have arrived and been charged; /)],
    });
  });
});
