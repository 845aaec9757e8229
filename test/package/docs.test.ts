import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import ts from 'typescript';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inFolder } from '../cli/support.ts';
import { blocksIn, pages, textOf } from '../support/docs.ts';
import { placePackages } from '../support/packages.ts';

const execute = promisify(execFile);
const run = async (args: string[], cwd = '.') =>
  (await execute(process.execPath, args, { cwd })).stdout.trim();

describe('the README and the docs', () => {
  it.each(pages)('%s is short, apart from its generated tables', (page) => {
    const written = textOf(page).replaceAll(/<!-- (\w+) -->.*<!-- \/\1 -->/gs, '');
    expect(Buffer.byteLength(written)).toBeLessThan(page === 'README.md' ? 12_000 : 10_000);
  });

  it('are all reached from the README', () => {
    const readme = textOf('README.md');
    const lost = pages.filter((page) => page.startsWith('docs/') && !readme.includes(`(${page})`));
    expect(lost).toEqual([]);
  });

  it.each(pages)('%s links to files and headings that exist', (page) => {
    const links = [...textOf(page).matchAll(/\]\((?!https?:)([^)]*)\)/g)].map(([, to = '']) => to);
    const broken = links.filter((link) => {
      const [path = '', heading] = link.split('#');
      const target = path ? join(dirname(page), path) : page;
      return !existsSync(target) || (heading && !headingsOf(target).includes(heading));
    });
    expect(broken).toEqual([]);
  });

  it('name the owner of the repository nowhere but in what is derived from package.json', () => {
    const derived = /<!-- action -->.*<!-- \/action -->/s;
    const { repository } = JSON.parse(readFileSync('package.json', 'utf8'));
    const owner = /github\.com\/([^/]+)\//.exec(repository.url)?.[1];
    // CONTRIBUTING says what the placeholder means.
    const others = pages.filter((page) => page !== 'CONTRIBUTING.md');
    const named = others.filter((page) => textOf(page).replace(derived, '').includes(`${owner}/`));
    expect(named).toEqual([]);
  });
});

/** The headings of a page, as GitHub names them in addresses. */
const headingsOf = (page: string) =>
  [...textOf(page).matchAll(/^#+ (.*)$/gm)].map(([, text = '']) =>
    text
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N} -]/gu, '')
      .replaceAll(' ', '-'),
  );

describe('the commands in the docs', () => {
  /** Each line of a shell block, and each command in the text. */
  const commands = pages.flatMap((page) => {
    const lines = blocksIn(page, 'sh').flatMap(({ code }) => code.split('\n'));
    const inText = [...textOf(page).matchAll(/`((?:npx )?kling-fetch(?:-cli)? [^`]+|npm [^`]+)`/g)];
    return [...lines, ...inText.map(([, line = '']) => line)].map((line) => ({ page, line }));
  });

  /** The flags that the docs show for each command of ours, by the words that ask for its help. */
  const flags = new Map<string, Set<string>>();
  for (const { line } of commands) {
    const [, used = ''] = /(?:^|\s)kling-fetch(?:-cli)? (\w[^#]*)/.exec(line) ?? [];
    const [, command = ''] = /^(drift \w+|[\w-]+)/.exec(used) ?? [];
    const [provider = ''] = /--provider \w+/.exec(used) ?? [];
    const words = `${command} ${provider}`.trim();
    const known = flags.get(words) ?? new Set();
    for (const flag of used.match(/--[a-z-]+/g) ?? []) known.add(flag);
    if (words) flags.set(words, known);
  }
  const { kling } = inFolder();
  it('are many', () => expect(flags.size).toBeGreaterThan(8));

  it.each([...flags])('kling-fetch %s has the flags that are shown', async (words, shown) => {
    const { code, out } = await kling([...words.split(' '), '--help']);
    expect(code).toBe(0);
    expect([...shown].filter((flag) => !out.includes(flag))).toEqual([]);
  });

  it('name scripts that exist', () => {
    const missing = commands.filter(({ page, line }) => {
      const script = /npm (?:run |--prefix \S+ run )?([\w:]+)/.exec(line)?.[1] ?? '';
      const known = ['ci', 'init', 'install'];
      const folders = ['.', dirname(page)].filter((each) => existsSync(join(each, 'package.json')));
      const scripts = folders.flatMap((folder) =>
        Object.keys(JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).scripts ?? {}),
      );
      return /\bnpm /.test(line) && ![...known, ...scripts].includes(script);
    });
    expect(missing).toEqual([]);
  });
});

describe('the programs in the docs', () => {
  let folder: string;
  /** What each of those printed that are run. */
  let printed: string[];
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'kling-fetch-docs-'));
    // Else a manifest above the folder would be theirs, and its name what they import.
    await writeFile(join(folder, 'package.json'), '{ "type": "module" }');
    await placePackages(folder);
    printed = await printedBy(runnable);
  });
  afterAll(() => rm(folder, { recursive: true }));

  const scripts = pages.flatMap((page) => blocksIn(page, 'js'));
  it.each(scripts)('$file: JavaScript that can be parsed', async ({ code }) => {
    await writeFile(join(folder, 'parsed.mjs'), code);
    await run(['--check', 'parsed.mjs'], folder);
  });

  const runnable = pages.flatMap((page) =>
    blocksIn(page, 'ts').filter(({ info }) => info === 'ts run'),
  );
  const options = { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext };

  const toModule = (code: string) =>
    ts.transpileModule(code, { compilerOptions: options }).outputText;

  const isOfMock = ({ file }: { file: string }) => file === 'docs/mock.md';
  const separator = '-- the next program --';

  /** Runs programs as they stand, and gives what each prints: in one process, because each new one would load Prism anew. */
  async function printedBy(programs: typeof runnable): Promise<string[]> {
    const modules = programs.map((_, index) => `./program-${index}.mjs`);
    for (const [index, { code }] of programs.entries())
      await writeFile(join(folder, modules[index] ?? ''), toModule(code));
    const lines = modules.map((name) => `await import('${name}');\nconsole.log('${separator}');\n`);
    await writeFile(join(folder, 'programs.mjs'), lines.join(''));
    const printed = (await run(['programs.mjs'], folder)).split(separator);
    return programs.map((_, index) => printed[index]?.trim() ?? '');
  }
  /** What the program printed that has this text in it. */
  function printedWith(text: string): string | undefined {
    const [found, ...others] = runnable.filter(({ code }) => code.includes(text));
    expect(others).toEqual([]);
    return found && printed[runnable.indexOf(found)];
  }

  it('are those that are run here', () => expect(runnable.filter(isOfMock)).toHaveLength(3));

  it('print what stands beside each line that prints', () => {
    const others = runnable.filter((each) => !isOfMock(each));
    const pagesOfFamilies = [...textOf('docs/operations.md').matchAll(/^\| \[.*?\]\((\S+)\) \|/gm)];
    const families = pagesOfFamilies.map(([, page]) => `docs/${page}`);
    expect(others.map(({ file }) => file).sort()).toEqual(families.sort());
    const promised = others.map(({ file, code }) => [
      file,
      [...code.matchAll(/^ *console\.log\(.*\/\/ (.*)$/gm)].map(([, text]) => text).join('\n'),
    ]);
    const said = others.map((each) => [each.file, printed[runnable.indexOf(each)]]);
    expect(said).toEqual(promised);
  });

  it('makes a video with the mock in milliseconds', async () => {
    // On a busy machine one run may be slow; a client that sleeps for a second is slow in each.
    let best = Number.POSITIVE_INFINITY;
    const timed = "console.time('a video')";
    let said = printedWith(timed) ?? '';
    for (let round = 0; round < 5 && best > 500; round++) {
      if (round > 0)
        [said = ''] = await printedBy(runnable.filter((each) => each.code.includes(timed)));
      const [, time = '', unit] = /a video: ([\d.]+)(m?s)/.exec(said) ?? [];
      expect(said).toMatch(/^http:.*\.mp4$/m);
      expect(time).not.toBe('');
      best = Math.min(best, Number(time) * (unit === 's' ? 1_000 : 1));
    }
    expect(best).toBeLessThan(500);
  });

  it('moves the time of the mock', () => {
    expect(printedWith("mock.advance('2m')")).toBe('submitted\nprocessing\n5.0');
  });

  it('makes things go wrong', () => {
    expect(printedWith("mock.scenario('out-of-credit'")).toBe('true true\n3 1');
  });
});
