/**
 * Prints the requests that a mock on this machine got as Markdown, the oldest first: for the action's `mock-summary`, which has
 * nothing installed. Takes the port, and ends with 1 when no mock answers there.
 */
const port = process.argv[2];

/** A cell in which nothing is Markdown or HTML, as a path is what a program sent. */
const toCell = (text) => {
  const line = String(text).replace(/\s+/g, ' ').slice(0, 300);
  return line.replace(/[\\`*_{}[\]<>()#+!|~&@]/g, (mark) => `&#${mark.charCodeAt(0)};`);
};

const toRow = ({ number, method, path, status, scenario, violations, note }) => {
  const told = [...violations.map(({ message }) => message), ...(note ? [note] : [])].slice(0, 5);
  const cells = [number, status, `${method} ${path}`, scenario ?? '', told.join('; ')];
  return `| ${cells.map(toCell).join(' | ')} |`;
};

try {
  const signal = AbortSignal.timeout(60_000);
  const response = await fetch(`http://127.0.0.1:${port}/_mock/journal`, { signal });
  const entries = await response.json();
  const rows = entries.map(toRow);
  const refused = entries.filter(({ status }) => status >= 400).length;
  const isCut = entries.length > 0 && entries[0].number > 1;
  const count = `${isCut ? 'the last ' : ''}${entries.length} request${entries.length === 1 ? '' : 's'}`;
  const lines = [`## Mock: ${count}, ${refused} refused`, ''];
  const heads = ['', 'status', 'request', 'scenario', 'what was said about it'];
  const table = [`| ${heads.join(' | ')} |`, `|${' --- |'.repeat(heads.length)}`, ...rows];
  console.log([...lines, ...(rows.length > 0 ? table : [])].join('\n'));
} catch (error) {
  console.error(`http://127.0.0.1:${port}: ${error.cause?.message ?? error.message}`);
  process.exitCode = 1;
}
