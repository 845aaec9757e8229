import { type Kind, kinds } from './kinds.ts';
import type { Severity } from './severity.ts';

export { isAtLeast, type Severity, severities } from './severity.ts';

/** One difference between the vendored contract and what a provider publishes or answers. */
export interface Finding {
  severity: Severity;
  kind: Kind;
  provider: string;
  /** Method and path in the provider's document, as `POST /v1/audio/text-to-audio`; empty for the document as a whole. */
  operation: string;
  /** Where: a JSON pointer into body or schema, a header's name, or a status. */
  location: string;
  /** What the vendored contract says. */
  expected: unknown;
  /** What was found. */
  actual: unknown;
  /** Both in one line. */
  message: string;
}

/** A check that was not made. */
export interface Skipped {
  what: string;
  why: string;
  /** Whether it was asked for and could not be made: that is never "no drift". JSON reports leave it out. */
  failed?: boolean;
}

/** What a drift check says: how much was looked at, what was not and why, and what was found. */
export interface Report {
  checked: number;
  skipped: Skipped[];
  findings: Finding[];
}

/** A check that could not be made: no key, no network, no answer in time, or an answer that is not the provider's. */
export class CouldNotCheck extends Error {
  override readonly name = 'CouldNotCheck';
}

/** Makes a finding with its kind's severity, unless another one is given. */
export function finding(facts: Omit<Finding, 'severity'> & { severity?: Severity }): Finding {
  return { ...facts, severity: facts.severity ?? kinds[facts.kind].severity };
}
