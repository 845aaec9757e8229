import { expectTypeOf, it } from 'vitest';
import { cometapi, deerapi, createKling, klingai } from '../../src/index.ts';
const comet = createKling(cometapi, { apiKey: 'k' });
const own = createKling(klingai, { apiKey: 'k' });
const deer = createKling(deerapi, { apiKey: 'k' });
it('x', async () => {
  const t = comet.resume(JSON.parse('{}'));
  const r = await t.result();
  const x: number = r;
  own.textToVideo.create({ prompt: 'x', camera_control: { type: 'simple', config: { zoom: 3 } } });
  own.textToVideo.create({ prompt: 'x', camera_control: { type: 'down_back' } });
  deer.videoToAudio.create({});
  deer.textToVideo.create({prompt:'x', camera_control: {type:'simple'}});
});
