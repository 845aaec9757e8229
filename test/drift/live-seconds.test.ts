import { describe, expect, it } from 'vitest';
import { type Container, readSeconds } from '../../src/documents/seconds.ts';
import { mp3, mp4, wav } from '../../src/mock/media/media.ts';
import { silentMp3, silentMp4, silentWav } from '../support/silent-media.ts';

const containers = ['mp3', 'wav', 'mp4'] as const;
const made: Record<Container, (seconds: number) => Uint8Array | Promise<Uint8Array>> = {
  mp3: (seconds) => mp3(seconds, 'x'),
  wav: (seconds) => wav(seconds, 'x'),
  mp4: (seconds) => mp4({ seconds, aspectRatio: '1:1', seed: 'x' }),
};
const silent = { mp3: silentMp3, wav: silentWav, mp4: silentMp4 };

describe.each(containers)('the length of an %s', (container) => {
  it.each([3, 4.5, 10])('of %d s is read', async (seconds) => {
    expect(readSeconds(await made[container](seconds), container)).toBeCloseTo(seconds, 0.8);
    expect(readSeconds(silent[container](seconds), container)).toBeCloseTo(seconds, 0.8);
  });

  it('is not found in a file of another kind, an empty one, or the beginning of one', async () => {
    const file = await made[container](3);
    for (const other of containers.filter((each) => each !== container)) {
      expect(readSeconds(file, other)).toBeUndefined();
    }
    for (const bytes of [
      new Uint8Array(),
      file.subarray(0, 3),
      file.subarray(0, 30),
      new TextEncoder().encode('<html>'),
    ]) {
      expect(readSeconds(bytes, container)).toBeUndefined();
    }
  });

  it('is that of the part that has arrived, when a file broke off', async () => {
    const file = await made[container](10);
    const half = readSeconds(file.subarray(0, file.length / 2), container);
    if (container === 'mp4') expect(half).toBeUndefined();
    else expect(half).toBeLessThan(6);
  });
});

it('an ID3 tag before the sound is skipped', () => {
  const tag = Buffer.alloc(10 + 300);
  tag.write('ID3');
  tag.set([0, 0, 2, 44], 6);
  expect(readSeconds(Buffer.concat([tag, silentMp3(5)]), 'mp3')).toBeCloseTo(5, 0.8);
});
