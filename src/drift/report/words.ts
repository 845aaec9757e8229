import { type Finding, type Report, type Skipped, severities } from '../../contract/finding.ts';

/** A text from elsewhere on one line, without anything that moves a terminal's cursor. */
export function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ').trim();
}

/** The text, or its beginning where it is longer than so many characters. */
export function cut(text: string, longest: number): string {
  const characters = [...text];
  return characters.length > longest ? `${characters.slice(0, longest - 1).join('')}…` : text;
}

/** A value of a contract or an answer on one line: texts as they are, the rest as JSON, cut when it is long. */
export function shown(value: unknown): string {
  const text = typeof value === 'string' && value ? value : (JSON.stringify(value) ?? 'nothing');
  return cut(oneLine(text), 200);
}

/** Where a finding is: its provider and operation, then the place in it. */
export function placeOf({ provider, operation, location }: Finding): string {
  return [provider, operation || 'document', location].filter(Boolean).join(' ');
}

/** What was not checked and why, once where the reason names it itself. */
export const reasonOf = ({ what, why }: Skipped) =>
  oneLine(why.startsWith(what) ? why : `${what}: ${why}`);

/** The findings worst first; equally bad ones by provider, operation and place. */
export function worstFirst(findings: readonly Finding[]): Finding[] {
  const rank = (each: Finding) => severities.indexOf(each.severity);
  return [...findings].sort((a, b) => rank(a) - rank(b) || compare(placeOf(a), placeOf(b)));
}

/** The items in groups, in the order in which each group comes first. */
export function groupBy<T>(items: readonly T[], nameOf: (item: T) => string): [string, T[]][] {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const name = nameOf(item);
    groups.set(name, [...(groups.get(name) ?? []), item]);
  }
  return [...groups];
}

/** `2 breaking, 1 info in 40 checks`, or how many checks found nothing, and what was not checked. */
export function summaryOf({ checked, findings, skipped }: Report): string {
  const counts = severities.flatMap((severity) => {
    const count = findings.filter((each) => each.severity === severity).length;
    return count ? [`${count} ${severity}`] : [];
  });
  const failed = skipped.filter((each) => each.failed).length;
  const rest = skipped.length - failed;
  const found = `${counts.join(', ') || 'nothing found'} in ${checks(checked)}`;
  return [
    checked === 0 && counts.length === 0 ? 'nothing was checked' : found,
    failed && `${checks(failed)} could not be made`,
    rest && `${rest} skipped`,
  ]
    .filter(Boolean)
    .join('; ');
}

const checks = (count: number) =>
  `${count.toLocaleString('en')} ${count === 1 ? 'check' : 'checks'}`;
const compare = (a: string, b: string) => Number(a > b) - Number(a < b);
