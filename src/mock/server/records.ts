import type { OperationName } from '../../client/operations.ts';
import type { ProviderName } from '../../documents/documents.ts';
import { plainName } from '../../documents/json.ts';
import type { Answer } from './answers.ts';
import { faultStatus } from './scenarios.ts';

/** A request to a provider or for a file, and how it was answered. It has no key, no prompt, no body and no query. */
export interface RequestRecord {
  /** When it was answered, by the real clock: ISO 8601. */
  time: string;
  /** The status that was sent; 0 when there was no response. */
  status: number;
  method: string;
  /** The path without its query; the beginning of a long one. */
  path: string;
  /** Absent where it was for no provider, or for a file. */
  provider?: ProviderName;
  /** Absent where it was for none of the operations. */
  operation?: OperationName;
  /** Who sent it, as in the journal: the same for all requests with one key. Empty without a key. */
  account: string;
  /** Name of the scenario that applied. */
  scenario?: string;
  /** Why it was refused where no scenario asked for that. */
  why?: string;
  /** What else happened. */
  note?: string;
  /** The fields that break a rule, each with its rule: `maximum`, or `retired` of a model that is served no more. */
  violations: { field: string; rule: string }[];
  /** The fields that no document has. What may be no name is `…`. */
  unknown: string[];
  /** Milliseconds that it took, the delay of its scenario included. */
  duration: number;
}

/** Fields of one request that are named. */
const maxFields = 20;

/** The status that the client sees; 0 where no response arrives. */
export const statusOf = ({ status, fault }: Answer): number =>
  fault === undefined ? status : faultStatus[fault];

/** Makes the record of a request. */
export function createRecord(
  { method, url }: { method: string; url: URL },
  answer: Answer,
  milliseconds: number,
): RequestRecord {
  const { provider, operation, account = '', scenario, why, note, violations = [] } = answer;
  const named = violations.slice(0, maxFields).map(({ path = [], code = '' }) => {
    // A field may be named after a key, and a header have one in it.
    const isName = (step: string | number) => typeof step === 'number' || plainName.test(step);
    return { field: path.map((step) => (isName(step) ? step : '…')).join('.'), rule: `${code}` };
  });
  return {
    time: new Date().toISOString(),
    status: statusOf(answer),
    method,
    path: url.pathname.slice(0, 100),
    ...(provider && { provider }),
    ...(operation && { operation }),
    account,
    ...(scenario && { scenario }),
    ...(why !== undefined && { why: toLine(why) }),
    ...(note && { note: toLine(note) }),
    violations: named.filter(({ rule }) => rule !== 'unknown'),
    unknown: named.filter(({ rule }) => rule === 'unknown').map(({ field }) => field),
    duration: Math.round(milliseconds * 10) / 10,
  };
}

/** A request and its answer in one line: neither key nor prompt, and of names only what can be a field's. */
export function describeRequest(
  { method, url }: { method: string; url: URL },
  answer: Answer,
  milliseconds: number,
): string {
  const { violations = [], why, scenario, note } = answer;
  const ignored = violations.filter(({ severity }) => severity > 0).map(({ message }) => message);
  const facts = [why, scenario === 'normal' ? undefined : scenario, note, ...ignored];
  const said = facts.filter((fact) => fact !== undefined).join('; ');
  const path = url.pathname.slice(0, 100);
  const seen = statusOf(answer) || 'none';
  return `${seen} ${method} ${path}${said && `: ${said.slice(0, 180)}`} (${Math.round(milliseconds)} ms)`;
}

/** Whatever somebody sent as one line of a sensible length, with nothing that a terminal obeys. */
export const toLine = (text: string): string =>
  text
    .slice(0, 1_000)
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ')
    .slice(0, 400);
