import { createHash } from 'node:crypto';
import { type Finding, finding } from '../../contract/finding.ts';
import type { PublishedPage } from './published.ts';

/** A page's sentences as hashes, each with the line where it stood first: whose words they are, they stay. */
export type LineHashes = Record<string, number>;

const hashOf = (text: string): string =>
  createHash('sha256').update(text.replaceAll(/\s+/g, ' ')).digest('hex').slice(0, 12);

/** What is kept of a page for people, to see later what it says otherwise. */
export const hashLines = ({ lines }: PublishedPage): LineHashes =>
  Object.fromEntries([...lines].reverse().map(({ line, text }) => [hashOf(text), line]));

/** The most lines that a finding shows of each sort. */
const maxShown = 50;

/** The sentences of a page that are new or gone; what is gone is known by its line only. */
export function lineFindings(
  page: PublishedPage,
  vendored: LineHashes,
  { provider, address }: { provider: string; address: string },
): Finding[] {
  const hashes = new Set(page.lines.map(({ text }) => hashOf(text)));
  const texts = page.lines.filter(({ text }) => !Object.hasOwn(vendored, hashOf(text)));
  const added = [...new Set(texts.map(({ text }) => `+ ${text}`))];
  const gone = Object.entries(vendored).filter(([hash]) => !hashes.has(hash));
  const removed = gone
    .map(([, line]) => line)
    .sort((a, b) => a - b)
    .map((line) => `- line ${line}`);
  if (added.length + removed.length === 0) return [];
  return [
    finding({
      kind: 'page-changed',
      provider,
      operation: '',
      location: address,
      expected: removed.slice(0, maxShown),
      actual: added.slice(0, maxShown),
      message: [...removed, ...added].slice(0, 3).join('; ').slice(0, 300) + restOf(added, removed),
    }),
  ];
}

function restOf(added: string[], removed: string[]): string {
  const rest = added.length + removed.length - 3;
  return rest > 0 ? `; and ${rest} more` : '';
}
