/**
 * How much a page may hold. What takes a reader's time or memory is counted before anything is parsed or compared, in one
 * pass over the text: a page above a limit could not be checked. Real pages stay far below each of them.
 */
import { isScalar, Lexer, LineCounter, parseDocument, visit } from 'yaml';
import { assertAtMost, jsonLimits } from '../../contract/modest-json.ts';

/** What a page may hold at most. */
export const limits = {
  /** Characters of YAML, and of a page for people. */
  text: 1_000_000,
  /** Lines of a page for people, and characters of each. */
  lines: 20_000,
  line: 10_000,
  /** Values and levels of a document, before and after its references are followed, and characters of a name. */
  ...jsonLimits,
  /** Tokens of YAML: about five to a value. */
  tokens: 100_000,
  /** Entries of one list or object. */
  entries: 1_000,
  /** Aliases of YAML, and keys that are marked with `?`. */
  aliases: 100,
  /** Branches of one `allOf`, `oneOf` or `anyOf`. */
  branches: 50,
  /** Differences of one page from what is vendored, and those up to which an update is tried. */
  differences: 1_000,
  edits: 100,
  /** Characters that an update may write, as JSON. */
  written: 50_000,
  /** New fields of a response among which fields that moved are searched. */
  moves: 500,
};

/**
 * Parses YAML. A key that comes twice is an error, as it always is in YAML; the library would look for it in a time that
 * grows with the square of the keys.
 * @throws {RangeError} it holds more than the limits allow
 * @throws {Error} it is not YAML
 */
export function parseModestYaml(text: string): unknown {
  assertModestYaml(text);
  const lineCounter = new LineCounter();
  // The library would show the line with each of the errors: of one long line, ten thousand times.
  const options = {
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: 'error',
    lineCounter,
  } as const;
  const document = parseDocument(text, options);
  const [error] = document.errors;
  if (error) {
    const { line, col } = lineCounter.linePos(error.pos[0]);
    throw new SyntaxError(`${error.message} at line ${line}, column ${col}`);
  }
  visit(document, {
    Map: (_, { items }) => {
      const keys = items.map(({ key }) => (isScalar(key) ? String(key.value) : key));
      if (new Set(keys).size < keys.length) throw new SyntaxError('Map keys must be unique');
    },
  });
  return document.toJS({ maxAliasCount: limits.aliases });
}

/** What the library's lexer puts before the text of a scalar. */
const scalarFollows = '\u001f';

/** @throws {RangeError} the text holds more than the limits allow */
export function assertModestYaml(text: string): void {
  assertAtMost(limits.text, text.length, 'characters of YAML');
  let tokens = 0;
  let depth = 0;
  let special = 0;
  // Marks that open a level each when they stand in one line, as in `- - -`.
  let opened = 0;
  let before = '';
  for (const token of new Lexer().lex(text)) {
    tokens += 1;
    assertAtMost(limits.tokens, tokens, 'tokens of YAML');
    const [mark = ''] = before === scalarFollows ? '' : token;
    if (mark === '\n' || mark === '\r') opened = 0;
    if ('-?:'.includes(mark) && mark !== '') opened += 1;
    if (mark === '*' || mark === '&' || mark === '?') special += 1;
    if (mark === '[' || mark === '{') depth += 1;
    if (mark === ']' || mark === '}') depth -= 1;
    assertAtMost(limits.depth, Math.max(depth, opened - depth), 'levels');
    assertAtMost(limits.aliases, special, 'anchors, aliases and marked keys');
    before = token;
  }
}
