/** How much a difference hurts a program written against the document. */
export type Severity = 'breaking' | 'warning' | 'info';

/** From the worst to the least. */
export const severities: readonly Severity[] = ['breaking', 'warning', 'info'];

/** Whether a severity is at least as bad as a threshold. */
export function isAtLeast(severity: Severity, threshold: Severity): boolean {
  return severities.indexOf(severity) <= severities.indexOf(threshold);
}
