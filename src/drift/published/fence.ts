/** A block of code in Markdown. */
export interface Fence {
  /** What stands behind the opening marks: the language, and whatever the author adds. */
  info: string;
  content: string;
}

/** The fenced blocks of a text, a last one without its end included. */
export function fencesIn(text: string): Fence[] {
  const fences: Fence[] = [];
  let open: { marks: string; info: string; lines: string[] } | undefined;
  const close = () => {
    if (open) fences.push({ info: open.info, content: open.lines.join('\n') });
    open = undefined;
  };
  for (const line of text.split(/\r?\n/)) {
    const [, marks = '', info = ''] = /^ {0,3}(`{3,}|~{3,})\s*(.*)$/.exec(line) ?? [];
    if (!open && marks) open = { marks, info: info.trim(), lines: [] };
    else if (open && marks.startsWith(open.marks) && info === '') close();
    else open?.lines.push(line);
  }
  close();
  return fences;
}
