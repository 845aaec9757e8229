import { vi } from 'vitest';
import type { RecordOptions } from '../../src/contract/recorder.ts';
import { driftProxy } from '../../src/drift/traffic/proxy.ts';
import { createKling, klingai } from '../../src/index.ts';
import { startMock } from '../../src/mock/index.ts';

/** What is asked for in a recorded session: its second sound is the first again. */
export const asked = {
  sound: { prompt: 'rain on a tin roof', duration: 3 },
  failing: { prompt: 'something forbidden', duration: 4 },
  video: { prompt: 'a paper boat', model_name: 'kling-v3', duration: '5' },
} as const;

/** Seconds that each task of a recorded session takes. */
export const takes = { sound: 11, failing: 11, video: 120 };

/**
 * Records a session of four creates in a folder, through the proxy before a mock: a sound, the same again, one that fails, and
 * a video that takes two minutes. Needs a fake `Date`, which is moved on.
 */
export async function recordSession(record: string, keep: RecordOptions = {}): Promise<void> {
  await using mock = await startMock({ speed: 319 / 120 });
  await using proxy = await driftProxy({
    provider: 'klingai',
    upstream: `${mock.url}/klingai`,
    record,
    keep,
  });
  const kling = createKling(klingai, { apiKey: 'a-canary-key' }, { baseUrl: proxy.url });
  // Looked at now and then, as each look is a request; what a state began at is what the provider says.
  const follow = async (task: { snapshot(): Promise<unknown> }, seconds: number) => {
    for (let passed = 0; passed <= seconds + 5; passed += 5) {
      vi.setSystemTime(Date.now() + 5_000);
      await task.snapshot();
    }
  };
  await follow(await kling.textToAudio.create(asked.sound), takes.sound);
  mock.scenario('fails-policy', { times: 1 });
  await follow(await kling.textToAudio.create(asked.failing), takes.failing);
  await follow(await kling.textToAudio.create(asked.sound), takes.sound);
  await follow(await kling.textToVideo.create(asked.video), takes.video);
}
