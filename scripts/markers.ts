/** The text with a part between its markers, `<!-- name -->` and `<!-- /name -->`. */
export function filled(text: string, [name, part]: [string, string]): string {
  const [start, end] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
  const [before, rest] = text.split(start);
  const after = rest?.split(end)[1];
  if (after === undefined) throw new Error(`README.md lacks ${start} … ${end}`);
  return `${before}${start}\n\n${part}\n\n${end}${after}`;
}
