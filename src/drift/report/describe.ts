import {
  type CreatedTask,
  type Finding,
  type Report,
  type Skipped,
  severities,
} from '../../contract/finding.ts';

/** Puts a text on one line and removes whatever would move a terminal's cursor. */
export function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ').trim();
}

/** Cuts a text to at most `maxLength` characters, the last of them `…`. */
export function cutText(text: string, maxLength: number): string {
  const characters = [...text];
  return characters.length > maxLength ? `${characters.slice(0, maxLength - 1).join('')}…` : text;
}

/** Formats a value from a contract or a response on one line: a string as it is, anything else as JSON, cut when it is long. */
export function formatValue(value: unknown): string {
  const text = typeof value === 'string' && value ? value : (JSON.stringify(value) ?? 'nothing');
  return cutText(oneLine(text), 200);
}

/** Says where a finding is: the provider, the operation, then the location in it. */
export function describePlace({ provider, operation, location }: Finding): string {
  return [provider, operation || 'document', location].filter(Boolean).join(' ');
}

/** Says on which page a finding is, and on which line where that is known; empty where no page was compared. */
export function describePage({ page = '', line }: Finding): string {
  return oneLine(line === undefined ? page : `${page}:${line}`);
}

/**
 * The file that a finding is in, where that is one of the caller's repository: its path, relative to where the check ran.
 * Addresses and files elsewhere are none.
 */
export function fileOf({ page }: Finding): string | undefined {
  const isOwn = page && !/^([a-z][\w+.-]*:|[\\/]|\.\.([\\/]|$))/i.test(page);
  return isOwn ? page.replaceAll('\\', '/') : undefined;
}

/** Says what was not checked and why. When the reason begins with the name, the name is not repeated. */
export const describeSkipped = ({ what, why }: Skipped): string =>
  oneLine(why.startsWith(what) ? why : `${what}: ${why}`);

/** Names a task: by its id or else by its external id, and says when it only may exist. */
export function nameTask({ id, externalId, isCertain }: CreatedTask): string {
  const name = id || (externalId ? `external_task_id ${externalId}` : 'without a name');
  return oneLine(isCertain ? name : `${name} (may exist)`);
}

/** Says what a task cost. What the provider does not say counts as one of those that were allowed. */
export const describeCost = ({ units }: CreatedTask): string =>
  units === undefined ? 'cost unknown, counted as 1' : `${units} units`;

/** Says why a task was created: `a valid create`, or which rule was tried. */
export const describePurpose = ({ isProbe, why }: CreatedTask): string =>
  oneLine(isProbe ? `a probe of ${why}` : why);

/** A task in one line: which, where, why, its status and what it cost. */
export function describeTask(task: CreatedTask): string {
  const { provider, operation, status } = task;
  const place = `${provider} ${operation}: task ${nameTask(task)}`;
  return oneLine(`${place}, by ${describePurpose(task)}: ${status}, ${describeCost(task)}`);
}

/** Sorts findings, the worst first; equally bad ones by provider, operation and location. */
export function sortBySeverity(findings: readonly Finding[]): Finding[] {
  const rank = (each: Finding) => severities.indexOf(each.severity);
  const compare = (a: string, b: string) => Number(a > b) - Number(a < b);
  return [...findings].sort(
    (a, b) => rank(a) - rank(b) || compare(describePlace(a), describePlace(b)),
  );
}

/** Groups items by a name. The groups stand in the order of their first items. */
export function groupBy<T>(items: readonly T[], nameOf: (item: T) => string): [string, T[]][] {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const name = nameOf(item);
    const group = groups.get(name);
    if (group) group.push(item);
    else groups.set(name, [item]);
  }
  return [...groups];
}

/**
 * Summarizes a report: `2 breaking, 1 info in 40 checks`, or that nothing was found, then what was not checked and how many
 * tasks there are now because of it.
 */
export function summarize({
  checked,
  findings,
  skipped,
  tasks = [],
  unmatched = [],
}: Report): string {
  const counts = severities.flatMap((severity) => {
    const count = findings.filter((each) => each.severity === severity).length;
    return count ? [`${count} ${severity}`] : [];
  });
  const failed = skipped.filter((each) => each.failed).length;
  const others = skipped.length - failed;
  const found = `${counts.join(', ') || 'nothing found'} in ${formatCheckCount(checked)}`;
  return [
    checked === 0 && counts.length === 0 ? 'nothing was checked' : found,
    failed && `${formatCheckCount(failed)} could not be made`,
    others && `${others} skipped`,
    unmatched.length &&
      `${unmatched.length} ${unmatched.length === 1 ? 'entry' : 'entries'} of the baseline without a finding`,
    tasks.length && `${tasks.length} ${tasks.length === 1 ? 'task' : 'tasks'} created`,
  ]
    .filter(Boolean)
    .join('; ');
}

const formatCheckCount = (count: number) =>
  `${count.toLocaleString('en')} ${count === 1 ? 'check' : 'checks'}`;
