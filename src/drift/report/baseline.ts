import type { Finding, Report } from '../../contract/finding.ts';
import { type Kind, kinds } from '../../contract/kinds.ts';
import { parseModestJson } from '../../contract/modest-json.ts';
import { check } from '../../documents/check.ts';
import { sortBySeverity } from './describe.ts';

/** A finding that is known and accepted for a while. */
export interface Accepted {
  kind: Kind;
  provider: string;
  operation: string;
  location: string;
  /** Why it is accepted. */
  reason: string;
  /** The last day on which it is accepted, as `2026-12-31`, in UTC. */
  until: string;
}

/** Whether a check would have found everything that an entry could be about, only some of it, or nothing. */
export type Coverage = 'all' | 'part' | 'none';

/** A baseline cannot be used. The message says which entry is wrong, and why. */
export class BaselineError extends Error {
  override readonly name = 'BaselineError';
}

const text = { type: 'string' };
const entrySchema = {
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
    value = parseModestJson(content);
  } catch (error) {
    const why = error instanceof RangeError ? error.message : 'is not JSON';
    throw new BaselineError(`it ${why}`);
  }
  if (!Array.isArray(value)) throw new BaselineError('it must be an array of accepted findings');
  const keys: string[] = [];
  return value.map((each: unknown, index) => {
    const wrong = findFault(each);
    if (wrong) throw new BaselineError(`entry ${index + 1}: ${wrong}`);
    const accepted = each as Accepted;
    const first = keys.indexOf(keyOf(accepted));
    if (first >= 0) throw new BaselineError(`entry ${index + 1} repeats entry ${first + 1}`);
    keys.push(keyOf(accepted));
    return accepted;
  });
}

/** Says what is wrong with an entry, if anything. */
function findFault(value: unknown): string | undefined {
  const [violation] = check(entrySchema, value);
  if (violation?.keyword === 'pattern') return 'reason must say something';
  if (violation) return `${violation.field || 'it'} ${violation.rule}`;
  const fields = value as Accepted;
  const unknown = Object.keys(fields).find((name) => !entrySchema.required.includes(name));
  if (unknown !== undefined) return `unknown field ${unknown}`;
  if (!Object.hasOwn(kinds, fields.kind)) return `${fields.kind} is no kind of finding`;
  return isDate(fields.until) ? undefined : 'until must be a date like 2026-12-31';
}

/** Whether a text is a day that exists, as `2026-12-31`. */
export function isDate(text: string): boolean {
  const time = /^\d{4}-\d\d-\d\d$/.test(text) ? Date.parse(text) : Number.NaN;
  // Some engines take the 31st of February for the 3rd of March.
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

/**
 * Removes the findings that are accepted today from a report and lists them as skipped, with their reason. A finding whose
 * entry has expired counts again, and its message says so. An entry that matches no finding is listed as unmatched, where
 * `coverageOf` says that this run could have found one.
 */
export function withBaseline(
  report: Report,
  baseline: readonly Accepted[],
  coverageOf: (entry: Accepted) => Coverage = () => 'all',
  now: Date = new Date(),
): Report {
  const today = now.toISOString().slice(0, 10);
  const findEntry = (finding: Finding) => baseline.find((each) => keyOf(each) === keyOf(finding));
  const isAccepted = (finding: Finding) => today <= (findEntry(finding)?.until ?? '');
  const found = new Set(report.findings.map(keyOf));
  const accepted = baseline.filter((each) => found.has(keyOf(each)) && today <= each.until);
  const unused = baseline.filter((each) => !found.has(keyOf(each)) && coverageOf(each) !== 'none');
  const remaining = report.findings.filter((finding) => !isAccepted(finding));
  return {
    ...report,
    findings: remaining.map((finding) => {
      const expired = findEntry(finding);
      return expired
        ? { ...finding, message: `${finding.message} (was accepted until ${expired.until})` }
        : finding;
    }),
    skipped: [
      ...report.skipped,
      ...accepted.map((each) => ({
        what: describeEntry(each),
        why: `accepted until ${each.until}: ${each.reason}`,
      })),
    ],
    unmatched: unused.map((each) => ({
      what: describeEntry(each),
      why: unmatchedBecause[coverageOf(each) === 'all' ? 'all' : 'part'],
    })),
  };
}

const unmatchedBecause = {
  all: 'in the baseline, but no longer found: take the entry out',
  part: 'in the baseline, and not found by this check, which left something out',
};

/** How a baseline is renewed. */
export interface Renewal {
  coverageOf: (entry: Accepted) => Coverage;
  /** The reason to accept a finding that has no entry yet; nothing where it is not to be accepted. */
  reasonFor: (finding: Finding) => string | Promise<string>;
  /** The last day on which that is accepted. */
  until: string;
  /** @default now */
  now?: Date;
}

/**
 * The entries with which the findings of a report are accepted. Those that there were keep their reason, and their date
 * unless it has passed. Those that a check of everything no longer finds are left out.
 */
export async function renewBaseline(
  { findings }: Report,
  baseline: readonly Accepted[],
  { coverageOf, reasonFor, until, now = new Date() }: Renewal,
): Promise<Accepted[]> {
  const today = now.toISOString().slice(0, 10);
  const unique = new Map(sortBySeverity(findings).map((each) => [keyOf(each), each]));
  const kept = baseline
    .filter((each) => unique.has(keyOf(each)) || coverageOf(each) !== 'all')
    .map((each) => (unique.has(keyOf(each)) && each.until < today ? { ...each, until } : each));
  const known = new Set(kept.map(keyOf));
  const added: Accepted[] = [];
  for (const [key, finding] of unique) {
    if (known.has(key)) continue;
    const { kind, provider, operation, location } = finding;
    const reason = (await reasonFor(finding)).trim();
    if (reason !== '') added.push({ kind, provider, operation, location, reason, until });
  }
  return [...kept, ...added];
}

/** What a finding and an entry have in common. */
type Identity = Pick<Finding, 'kind' | 'provider' | 'operation' | 'location'>;
const partsOf = ({ kind, provider, operation, location }: Identity) => [
  kind,
  provider,
  operation,
  location,
];
const keyOf = (entry: Identity) => JSON.stringify(partsOf(entry));

/** An entry in one line, without its reason. */
export const describeEntry = (entry: Identity) => partsOf(entry).filter(Boolean).join(' ');
