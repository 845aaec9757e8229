/** Looking at source files through the compiler's own parser. */
import { readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import ts from 'typescript';

const root = new URL('../../', import.meta.url);

/** The TypeScript files below a folder, by their path from the root of the project; none of what is installed there. */
export function filesIn(folder: string): string[] {
  const entries = readdirSync(new URL(folder, root), { withFileTypes: true });
  return entries
    .flatMap((entry) => {
      const path = `${folder}/${entry.name}`;
      // Not even looked into: there may be tens of thousands of files.
      if (entry.isDirectory()) return entry.name === 'node_modules' ? [] : filesIn(path);
      return path.endsWith('.ts') ? path : [];
    })
    .sort();
}

const sources = new Map<string, string>();

export function sourceOf(file: string): string {
  const text = sources.get(file) ?? readFileSync(new URL(file, root), 'utf8');
  sources.set(file, text);
  return text;
}

const parsed = new Map<string, ts.SourceFile>();

function parse(file: string, text = sourceOf(file)): ts.SourceFile {
  const key = file + text;
  const source = parsed.get(key) ?? ts.createSourceFile(file, text, ts.ScriptTarget.Latest);
  parsed.set(key, source);
  return source;
}

/** A node and all below it; with the file that it is in, down to every bracket. */
function nodesIn(node: ts.Node, tokensOf?: ts.SourceFile, found: ts.Node[] = []): ts.Node[] {
  found.push(node);
  const add = (child: ts.Node) => void nodesIn(child, tokensOf, found);
  if (tokensOf)
    node
      .getChildren(tokensOf)
      .filter((child) => !ts.isJSDoc(child))
      .forEach(add);
  else ts.forEachChild(node, add);
  return found;
}

const imports = new Map<string, string[]>();

/** What a file imports, types included: files by their path, packages as they are called. */
export function importsOf(file: string): string[] {
  const known = imports.get(file) ?? importsIn(file, sourceOf(file));
  imports.set(file, known);
  return known;
}

/** What a text imports that stands, or would stand, in this file. */
export function importsIn(file: string, text: string): string[] {
  // The compiler's own search, which parses nothing: a tree of all files takes twenty times as long.
  const found = ts.preProcessFile(text).importedFiles.map(({ fileName }) => fileName);
  const paths = found.map((from) =>
    from.startsWith('.') ? posix.join(posix.dirname(file), from) : from,
  );
  return [...new Set(paths)].sort();
}

/** How many lines hold code: a token, not only a comment. */
export function linesOfCode(file: string, text?: string): number {
  const source = parse(file, text);
  const lines = new Set<number>();
  for (const node of nodesIn(source, source)) {
    if (node.getChildCount(source) > 0 || node.kind === ts.SyntaxKind.EndOfFileToken) continue;
    if (node.getWidth(source) === 0) continue;
    const line = (at: number) => source.getLineAndCharacterOfPosition(at).line;
    for (let at = line(node.getStart(source)); at <= line(node.end); at++) lines.add(at);
  }
  return lines.size;
}

/** The bodies of all functions of a file: where each begins and how many lines it has. */
export function functionsOf(file: string, text?: string): { at: string; lines: number }[] {
  const source = parse(file, text);
  const bodies: { at: string; lines: number }[] = [];
  for (const node of nodesIn(source)) {
    if (!ts.isFunctionLike(node) || !('body' in node) || !node.body) continue;
    const first = source.getLineAndCharacterOfPosition(node.body.getStart(source)).line;
    const last = source.getLineAndCharacterOfPosition(node.body.end).line;
    bodies.push({ at: `${file}:${first + 1}`, lines: last - first + 1 });
  }
  return bodies;
}
