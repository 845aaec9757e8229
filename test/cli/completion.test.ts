import { spawnSync } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { flagOf } from '../../src/cli/fields.ts';
import { fieldsFor } from '../../src/cli/flags.ts';
import { commands } from '../../src/cli/main.ts';
import { providerNames } from '../../src/documents/documents.ts';
import { inFolder } from './support.ts';

const { kling, folder } = inFolder();
const scriptOf = async (shell: string) => (await kling(['completion', shell], { env: {} })).out;
const top = [...commands.keys()].filter((name) => !name.includes(' '));

/** What bash offers for each command line, cut into words as bash does it: all in one bash, whose start takes longer than the rest. */
async function offered(...lines: string[][]): Promise<string[][]> {
  const presses = lines.map((words) => {
    const all = ['kling-fetch', ...words].map((word) => `'${word}'`).join(' ');
    return `COMP_WORDS=(${all}); COMP_CWORD=${words.length}; _kling_fetch; (IFS=' '; echo "\${COMPREPLY[*]}")`;
  });
  const script = ['set -u', await scriptOf('bash'), ...presses].join('\n');
  const { stdout, stderr } = spawnSync('bash', ['--norc', '-c', script], { cwd: folder() });
  expect(String(stderr)).not.toMatch(/syntax|unbound|command not found/);
  const answers = String(stdout).split('\n').slice(0, -1);
  return answers.map((answer) => answer.split(' ').filter(Boolean));
}

describe('bash offers', () => {
  it('every command', async () => {
    expect(await offered([''], ['text-to-v'])).toEqual([top, ['text-to-video']]);
  });

  it('every flag of every command, as its provider has them', async () => {
    const lines = [...commands.keys()].flatMap((name) =>
      providerNames.map((provider) => ({ name, provider })),
    );
    const found = await offered(
      ...lines.map(({ name, provider }) => [...name.split(' '), '--provider', provider, '--']),
    );
    const expected = lines.map(({ name, provider }) => {
      const command = commands.get(name);
      return command ? Object.keys(fieldsFor(command, provider)).map(flagOf) : [];
    });
    expect(found).toEqual(expected);
    expect(found.flat().length).toBeGreaterThan(200);
  });

  it('every subcommand of a group, and every word that an argument may be', async () => {
    const names = [...commands.keys()];
    const groups = [
      ...new Set(names.flatMap((name) => (name.includes(' ') ? name.split(' ').slice(0, 1) : []))),
    ];
    const expected = groups.map((group) => {
      const subcommands = names.flatMap((name) =>
        name.startsWith(`${group} `) ? name.split(' ').slice(1, 2) : [],
      );
      const command = commands.get(group);
      const flags = command ? Object.keys(fieldsFor(command, 'klingai')).map(flagOf) : [];
      return [...subcommands, ...flags];
    });
    const asked = [...groups, 'completion'].map((group) => [group, '']);
    expect(await offered(...asked)).toEqual([...expected, ['bash', 'zsh', 'fish', '--help']]);
  });

  it('the values that a document allows, as the provider has them', async () => {
    const found = await offered(
      ['list', '--provider', ''],
      ['text-to-video', '--prompt', 'a --provider b', '--mode', ''],
      ['text-to-video', '--provider', 'cometapi', '--mode', ''],
      ['drift', 'spec', '--fail-on', 'b'],
    );
    expect(found).toEqual([[...providerNames], ['std', 'pro', '4k'], ['std', 'pro'], ['breaking']]);
  });

  it('models that are served, and no others', async () => {
    const served = ['kling-v2-5-turbo', 'kling-v2-6', 'kling-v3'];
    const [models = []] = await offered(['text-to-video', '--model-name', '']);
    expect(models.sort()).toEqual(served);
    const fish = await scriptOf('fish');
    expect(fish).toContain(`-a '${served.join(' ')}'`);
    expect(fish).not.toContain('kling-v2-master');
  });

  it('what the provider has that stands in one word with its flag, as zsh leaves it', async () => {
    const words = `_kling_fetch_words text-to-video --provider=cometapi --mode`;
    const script = `${await scriptOf('bash')}\n${words}`;
    const { stdout } = spawnSync('bash', ['--norc', '-c', script]);
    expect(String(stdout)).toBe('std\npro\n');
  });

  it('the same after = and within 16:9, where bash cuts words', async () => {
    const comet = ['--provider', '=', 'cometapi'];
    const url = ['--base-url', 'http', ':', '//127.0.0.1', ':', '4010'];
    const found = await offered(
      ['text-to-video', ...comet, '--mode', '='],
      ['text-to-video', ...comet, '--mode', '=', 'p'],
      ['text-to-video', '--aspect-ratio', '16', ':'],
      ['text-to-video', '--aspect-ratio', ''],
      ['list', ...url, '--provider', 'd'],
    );
    expect(found).toEqual([['std', 'pro'], ['pro'], ['9'], ['16:9', '9:16', '1:1'], ['deerapi']]);
  });

  it('files and folders where a flag takes one, and nothing for a text', async () => {
    await mkdir(join(folder(), 'videos'));
    await writeFile(join(folder(), 'vase.mp3'), '');
    const found = await offered(
      ['text-to-audio', '--out', 'v'],
      ['mock', '--replay', 'v'],
      ['image-to-video', '--image', 'v'],
      ['text-to-audio', '--prompt', 'v'],
      ['text-to-audio', '--no-wait', '--js'],
    );
    const both = ['vase.mp3', 'videos'];
    expect(found.map((each) => each.sort())).toEqual([both, ['videos'], both, [], ['--json']]);
  });
});

it('fish has a line for every flag of every command', async () => {
  const lines = (await scriptOf('fish')).split('\n').filter((line) => line.startsWith('complete'));
  for (const [name, command] of commands) {
    for (const provider of providerNames) {
      for (const field of Object.keys(fieldsFor(command, provider))) {
        const line = new RegExp(`is '${name}'[^"]*" -l ${flagOf(field).slice(2)} `);
        const where = lines.filter((each) => line.test(each));
        expect(
          where.filter((each) => /is '[^']*'"/.test(each) || each.includes(provider)),
        ).toHaveLength(1);
      }
    }
  }
  // Quotes end where they should: an odd number of them would swallow the next line.
  for (const line of lines) expect(line.replaceAll("\\'", '').split("'").length % 2).toBe(1);
});

it('zsh gets the same words as bash, by the same function', async () => {
  const words = /^_kling_fetch_words\(\) \{\n[\s\S]*?\n\}\n/m;
  const [bash, zsh] = [await scriptOf('bash'), await scriptOf('zsh')];
  expect(zsh).toMatch(/^#compdef kling-fetch\n/);
  expect(words.exec(zsh)?.[0]).toBe(words.exec(bash)?.[0]);
});
