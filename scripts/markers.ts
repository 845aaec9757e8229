import { readFile, writeFile } from 'node:fs/promises';

/** Puts a generated part into a text, between its markers `<!-- name -->` and `<!-- /name -->`. */
function fillPart(text: string, name: string, part: string): string {
  const start = `<!-- ${name} -->`;
  const end = `<!-- /${name} -->`;
  const [before, rest] = text.split(start);
  const after = rest?.split(end)[1];
  if (after === undefined) throw new Error(`${start} … ${end} is missing`);
  return `${before}${start}\n\n${part}\n\n${end}${after}`;
}

/**
 * Writes generated parts into a file of Markdown; with `isCheckOnly`, writes nothing. Returns whether the file was up to date.
 * @param path from the root of the repository
 */
export async function fillFile(
  path: string,
  parts: Record<string, string>,
  isCheckOnly = false,
): Promise<boolean> {
  const file = new URL(`../${path}`, import.meta.url);
  const text = await readFile(file, 'utf8');
  const filled = Object.entries(parts).reduce(
    (made, [name, part]) => fillPart(made, name, part),
    text,
  );
  if (!isCheckOnly && filled !== text) await writeFile(file, filled);
  return filled === text;
}

/** A table in Markdown. */
export function toTable(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [heads, heads.map(() => '---'), ...rows].map(line).join('\n');
}
