import { expect, it } from 'vitest';
import { Budget, toBytes } from '../../src/mock/server/budget.ts';
import { MediaFiles } from '../../src/mock/server/media-files.ts';
import { TaskMemory } from '../../src/mock/server/tasks.ts';

const facts = {
  provider: 'klingai',
  operation: 'textToAudio',
  account: 'a',
  externalId: '',
  files: ['mp3', 'wav', 'mp4', 'png', 'png'],
  hasWatermark: false,
  scenario: 'normal',
  createdAt: 0,
  resultDelay: 0,
} as const;

/** Files of new tasks, each asked for once as it is made. */
function createFiles() {
  const memory = new TaskMemory(1_000, Math.random, new Budget());
  const files = new MediaFiles(memory);
  return (prompt: string, seconds: number, extension: string, more = {}) => {
    const states = [{ status: 'succeed', since: 0 }];
    const body = toBytes({ prompt, ...more });
    const { task } = memory.add({ ...facts, states, body, seconds });
    return async () =>
      (await files.serve(`/media/${task?.id}.${extension}`, undefined, () => 1)).body;
  };
}

it.each(['mp3', 'wav', 'mp4'])(
  'a file is made once, for all tasks that ask for the same: %s',
  async (kind) => {
    const create = createFiles();
    const file = await create('rain', 5, kind)();
    expect(file).toBeInstanceOf(Uint8Array);
    expect(await create('rain', 5, kind)()).toBe(file);
    for (const other of [create('wind', 5, kind), create('rain', 10, kind)]) {
      expect(await other()).not.toEqual(file);
    }
    expect(await create('rain', 5, kind)()).toBe(file);
  },
);

it('a film is another one in another aspect ratio', async () => {
  const create = createFiles();
  const film = await create('rain', 5, 'mp4')();
  expect(await create('rain', 5, 'mp4', { aspect_ratio: '16:9' })()).toBe(film);
  expect(await create('rain', 5, 'mp4', { aspect_ratio: '9:16' })()).not.toEqual(film);
});

it('of many files those are kept that were read last, up to 32 MiB', async () => {
  const create = createFiles();
  const [often, once] = [create('often', 60, 'wav'), create('once', 60, 'wav')];
  const [first, second] = [await often(), await once()];
  for (let at = 0; at < 5; at++) {
    await create(`other ${at}`, 60, 'wav')();
    // Six of these fit.
    expect((await often()) === first).toBe(true);
  }
  expect((await once()) === second).toBe(false);
});
