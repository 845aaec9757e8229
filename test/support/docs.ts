import { readdirSync, readFileSync } from 'node:fs';

/** A block of code in Markdown. */
interface Block {
  file: string;
  /** As it stands behind the fence, such as `ts run`. */
  info: string;
  code: string;
}

/** What a user reads, by path from the root of the repository. */
export const pages: readonly string[] = [
  'README.md',
  'CONTRIBUTING.md',
  'bench/README.md',
  'test/README.md',
  ...readdirSync('docs').map((name) => `docs/${name}`),
  ...readdirSync('examples').map((name) => `examples/${name}/README.md`),
];

export const textOf = (page: string) => readFileSync(page, 'utf8');

/** The blocks of a page whose info begins with this word; those in lists lose their indentation. */
export function blocksIn(file: string, language: string): Block[] {
  const fence = /^( *)```(\S[^\n]*)\n(.*?)^\1```$/gms;
  return [...textOf(file).matchAll(fence)]
    .map(([, indent = '', info = '', code = '']) => ({
      file,
      info,
      code: code.replaceAll(new RegExp(`^${indent}`, 'gm'), ''),
    }))
    .filter(({ info }) => info.split(' ')[0] === language);
}
