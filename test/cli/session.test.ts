/** The commands of the docs that record a session and replay it, as they stand there. */
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Interruption } from '../../src/cli/command.ts';
import { main } from '../../src/cli/main.ts';
import { createKling, klingai } from '../../src/index.ts';
import { type Mock, startMock } from '../../src/mock/index.ts';
import { blocksIn } from '../support/docs.ts';

let folder: string;
let provider: Mock;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kling-session-'));
  provider = await startMock({ speed: 'instant' });
});
afterAll(async () => {
  await provider.close();
  await rm(folder, { recursive: true });
});

/** The arguments of a command in the docs, by its first words. */
function documented(page: string, words: string): string[] {
  const lines = blocksIn(page, 'sh').flatMap(({ code }) => code.split('\n'));
  const line = lines.find((each) => each.startsWith(`npx kling-fetch-cli ${words}`)) ?? '';
  expect(line).not.toBe('');
  return line.replace(/ +#.*/, '').split(' ').slice(2);
}

/** Runs a command until Ctrl-C, which comes when `use` is done with the address that it prints. */
async function during(argv: string[], use: (address: string) => Promise<void>) {
  const interrupt = new AbortController();
  let [out, err] = ['', ''];
  let tell = (_: string) => {};
  const address = new Promise<string>((resolve) => {
    tell = (text) => {
      const [, found] = /KLING_BASE_URL=(\S+)/.exec(text) ?? [];
      if (found) resolve(found);
    };
  });
  const running = main({
    argv,
    env: {},
    cwd: folder,
    stdout: {
      write(text) {
        out += text;
        tell(out);
      },
    },
    stderr: {
      write(text) {
        err += text;
        tell(err);
      },
    },
    signal: interrupt.signal,
  });
  await Promise.race([address.then(use), running]);
  interrupt.abort(new Interruption('SIGINT'));
  return { code: await running, out, err };
}

const input = { prompt: 'a canary prompt', duration: 3 };

it('the commands of the docs record a session, replay it, and check it', {
  timeout: 60_000,
}, async () => {
  const upstream = ['--base-url', `${provider.url}/klingai`, '--port', '0'];
  const recorded = await during(
    [...documented('docs/recordings.md', 'drift proxy'), ...upstream, '--record-files'],
    async (baseUrl) => {
      const kling = createKling(klingai, { apiKey: 'any' }, { baseUrl, interval: 5 });
      await kling.textToAudio.run(input);
    },
  );
  expect(recorded).toMatchObject({ code: 0, err: expect.not.stringContaining('canary') });
  expect(await readdir(join(folder, 'session', 'files'))).toHaveLength(2);

  const more = ['--port', '0', '--speed', 'instant', '--replay-only'];
  const replayed = await during(
    [...documented('docs/recordings.md', 'mock --replay'), ...more],
    async (baseUrl) => {
      const kling = createKling(klingai, { apiKey: 'any' }, { baseUrl, interval: 5 });
      expect((await kling.textToAudio.run(input)).audios).toHaveLength(1);
      await expect(kling.textToAudio.run({ ...input, prompt: 'x' })).rejects.toThrow(
        'not recorded',
      );
    },
  );
  expect(replayed.code).toBe(0);
  expect(replayed.err).toContain('is nearest, and differs in prompt');
  expect(replayed.err).not.toContain('canary');

  const checked = await during(
    documented('docs/recordings.md', 'drift recordings'),
    async () => {},
  );
  expect(checked.code).toBe(0);
});

it.each<[string[], string]>([
  [['mock', '--replay-only'], '--replay-only needs --replay'],
  [['mock', '--port', '0', '--replay', 'none'], 'there is no folder of recordings'],
  [['drift', 'proxy', '--provider', 'klingai', '--record-texts'], 'need --record'],
  [['drift', 'live', '--provider', 'klingai', '--record-files'], 'need --record'],
])('%j is wrong usage', async (argv, line) => {
  const { code, err } = await during(argv, async () => {});
  expect({ code, err }).toEqual({ code: 2, err: expect.stringContaining(line) });
});
