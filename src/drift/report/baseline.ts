import type { Finding, Report } from '../../contract/finding.ts';
import { type Kind, kinds } from '../../contract/kinds.ts';
import { check } from '../../documents/check.ts';

/** A finding that is known and put up with for a while. */
export interface Accepted {
  kind: Kind;
  provider: string;
  operation: string;
  location: string;
  /** Why it is put up with. */
  reason: string;
  /** The last day on which it is, as `2026-12-31`, in UTC. */
  until: string;
}

/** A baseline that is none. The message says which entry, and what is wrong with it. */
export class BaselineError extends Error {
  override readonly name = 'BaselineError';
}

const text = { type: 'string' };
const entry = {
  type: 'object',
  required: ['kind', 'provider', 'operation', 'location', 'reason', 'until'],
  properties: {
    kind: text,
    provider: text,
    operation: text,
    location: text,
    reason: { ...text, pattern: '\\S' },
    until: text,
  },
};

/**
 * Reads a baseline: a JSON array of accepted findings.
 * @throws {BaselineError} not JSON, an entry without reason or date, an unknown field or kind
 */
export function parseBaseline(content: string): Accepted[] {
  let value: unknown;
  try {
    value = JSON.parse(content);
  } catch {
    throw new BaselineError('it is not JSON');
  }
  if (!Array.isArray(value)) throw new BaselineError('it must be an array of accepted findings');
  const keys: string[] = [];
  return value.map((each: unknown, index) => {
    const wrong = faultOf(each);
    if (wrong) throw new BaselineError(`entry ${index + 1}: ${wrong}`);
    const accepted = each as Accepted;
    const first = keys.indexOf(key(accepted));
    if (first >= 0) throw new BaselineError(`entry ${index + 1} repeats entry ${first + 1}`);
    keys.push(key(accepted));
    return accepted;
  });
}

/** What is wrong with an entry, if anything. */
function faultOf(value: unknown): string | undefined {
  const [violation] = check(entry, value);
  if (violation?.keyword === 'pattern') return 'reason must say something';
  if (violation) return `${violation.field || 'it'} ${violation.rule}`;
  const fields = value as Accepted;
  const unknown = Object.keys(fields).find((name) => !entry.required.includes(name));
  if (unknown !== undefined) return `unknown field ${unknown}`;
  if (!Object.hasOwn(kinds, fields.kind)) return `${fields.kind} is no kind of finding`;
  return isDate(fields.until) ? undefined : 'until must be a date like 2026-12-31';
}

function isDate(text: string): boolean {
  const time = /^\d{4}-\d\d-\d\d$/.test(text) ? Date.parse(text) : Number.NaN;
  // Some engines take the 31st of February for the 3rd of March.
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

/**
 * The report without the findings that are accepted today: they are listed as skipped, with their reason. One whose
 * time is over counts again, and says so. An entry that matches no finding is listed, too, where `isLookedAt` says that
 * this run would have found it.
 */
export function withBaseline(
  report: Report,
  baseline: readonly Accepted[],
  isLookedAt: (entry: Accepted) => boolean = () => true,
  now: Date = new Date(),
): Report {
  const today = now.toISOString().slice(0, 10);
  const entryOf = (finding: Finding) => baseline.find((each) => key(each) === key(finding));
  const isAccepted = (finding: Finding) => today <= (entryOf(finding)?.until ?? '');
  const found = new Set(report.findings.map(key));
  const accepted = baseline.filter((each) => found.has(key(each)) && today <= each.until);
  const unused = baseline.filter((each) => !found.has(key(each)) && isLookedAt(each));
  const remaining = report.findings.filter((finding) => !isAccepted(finding));
  return {
    checked: report.checked,
    findings: remaining.map((finding) => {
      const over = entryOf(finding);
      return over
        ? { ...finding, message: `${finding.message} (was accepted until ${over.until})` }
        : finding;
    }),
    skipped: [
      ...report.skipped,
      ...accepted.map((each) => ({
        what: nameOf(each),
        why: `accepted until ${each.until}: ${each.reason}`,
      })),
      ...unused.map((each) => ({
        what: nameOf(each),
        why: 'in the baseline, and not found any more: take the entry out',
      })),
    ],
  };
}

type Place = Pick<Finding, 'kind' | 'provider' | 'operation' | 'location'>;
const partsOf = ({ kind, provider, operation, location }: Place) => [
  kind,
  provider,
  operation,
  location,
];
const key = (place: Place) => JSON.stringify(partsOf(place));
const nameOf = (place: Place) => partsOf(place).filter(Boolean).join(' ');
