import type { Report } from '../../contract/finding.ts';

/** The report for programs: `checked`, `skipped` and `findings`, and nothing else. */
export function json({ checked, skipped, findings }: Report): string {
  const plain = {
    checked,
    skipped: skipped.map(({ what, why }) => ({ what, why })),
    findings: findings.map((each) => ({
      severity: each.severity,
      kind: each.kind,
      provider: each.provider,
      operation: each.operation,
      location: each.location,
      // A side that has nothing there says so; JSON would drop the key.
      expected: each.expected ?? null,
      actual: each.actual ?? null,
      message: each.message,
    })),
  };
  return `${JSON.stringify(plain, null, 2)}\n`;
}
