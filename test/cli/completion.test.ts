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

/** What bash offers for each command line, cut into words as bash does it. */
async function offered(lines: string[][]): Promise<string[][]> {
  const presses = lines.map((words) => {
    const all = ['kling-fetch', ...words].map((word) => `'${word}'`).join(' ');
    return `COMP_WORDS=(${all}); COMP_CWORD=${words.length}; _kling_fetch; (IFS=' '; echo "\${COMPREPLY[*]}")`;
  });
  const script = ['set -u', await scriptOf('bash'), ...presses].join('\n');
  const { stdout, stderr } = spawnSync('bash', ['--norc', '-c', script], { cwd: folder() });
  expect(String(stderr)).not.toMatch(/syntax|unbound|command not found/);
  const [...answers] = String(stdout).trimEnd().split('\n');
  return answers.map((answer) => answer.split(' ').filter(Boolean));
}
const offer = async (...words: string[]) => (await offered([words]))[0] ?? [];

describe('bash offers', () => {
  it('every command', async () => {
    expect(await offer('')).toEqual(top);
    expect(await offer('text-to-v')).toEqual(['text-to-video']);
  });

  it('every flag of every command, as its provider has them', async () => {
    const lines = [...commands.keys()].flatMap((name) =>
      providerNames.map((provider) => ({ name, provider })),
    );
    const found = await offered(
      lines.map(({ name, provider }) => [...name.split(' '), '--provider', provider, '--']),
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
    const groups = new Set(
      names.filter((name) => name.includes(' ')).map((name) => name.split(' ')[0]),
    );
    for (const group of groups) {
      const subcommands = names.flatMap((name) =>
        name.startsWith(`${group} `) ? name.split(' ')[1] : [],
      );
      const command = commands.get(group ?? '');
      const flags = command ? Object.keys(fieldsFor(command, 'klingai')).map(flagOf) : [];
      expect(await offer(group ?? '', '')).toEqual([...subcommands, ...flags]);
    }
    expect(await offer('completion', '')).toEqual(['bash', 'zsh', 'fish', '--help']);
  });

  it('the values that a document allows, as the provider has them', async () => {
    expect(await offer('list', '--provider', '')).toEqual([...providerNames]);
    const mode = ['text-to-video', '--prompt', 'a --provider b', '--mode', ''];
    expect(await offer(...mode)).toEqual(['std', 'pro', '4k']);
    expect(await offer('text-to-video', '--provider', 'cometapi', '--mode', '')).toEqual([
      'std',
      'pro',
    ]);
    expect(await offer('drift', 'spec', '--fail-on', 'b')).toEqual(['breaking']);
  });

  it('models that are served, and no others', async () => {
    const served = ['kling-v2-5-turbo', 'kling-v2-6', 'kling-v3'];
    expect((await offer('text-to-video', '--model-name', '')).sort()).toEqual(served);
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
    expect(await offer('text-to-video', ...comet, '--mode', '=')).toEqual(['std', 'pro']);
    expect(await offer('text-to-video', ...comet, '--mode', '=', 'p')).toEqual(['pro']);
    expect(await offer('text-to-video', '--aspect-ratio', '16', ':')).toEqual(['9']);
    expect(await offer('text-to-video', '--aspect-ratio', '')).toEqual(['16:9', '9:16', '1:1']);
    const url = ['--base-url', 'http', ':', '//127.0.0.1', ':', '4010'];
    expect(await offer('list', ...url, '--provider', 'd')).toEqual(['deerapi']);
  });

  it('files and folders where a flag takes one, and nothing for a text', async () => {
    await mkdir(join(folder(), 'videos'));
    await writeFile(join(folder(), 'vase.mp3'), '');
    expect((await offer('text-to-audio', '--out', 'v')).sort()).toEqual(['vase.mp3', 'videos']);
    expect(await offer('mock', '--replay', 'v')).toEqual(['videos']);
    expect((await offer('image-to-video', '--image', 'v')).sort()).toEqual(['vase.mp3', 'videos']);
    expect(await offer('text-to-audio', '--prompt', 'v')).toEqual([]);
    expect(await offer('text-to-audio', '--no-wait', '--js')).toEqual(['--json']);
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
