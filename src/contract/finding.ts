import { type Kind, kinds, type Severity } from './kinds.ts';

export { isAtLeast, type Severity, severities } from './kinds.ts';

/** One difference between the vendored contract and what a provider publishes or sends back. */
export interface Finding {
  severity: Severity;
  kind: Kind;
  provider: string;
  /** Method and path in the provider's document, such as `POST /v1/audio/text-to-audio`; empty for the document as a whole. */
  operation: string;
  /** Where it is: a JSON pointer into the body or schema, the name of a header, or `status`. */
  location: string;
  /** What the vendored contract says. */
  expected: unknown;
  /** What was found. */
  actual: unknown;
  /** The difference in one line. */
  message: string;
  /** The page that it was found on, as a file or an address; absent where no page was compared. */
  page?: string;
  /** The line of that page, counted from 1, or of what should hold it; absent where that is not known. */
  line?: number;
}

/** A check that was not made. */
export interface Skipped {
  what: string;
  why: string;
  /** Whether it was requested but could not be made, which must never count as "no drift". JSON reports leave this out. */
  failed?: boolean;
}

/** A task that exists, or may exist, because of a check. It counts as one of those that may be paid for. */
export interface CreatedTask {
  provider: string;
  /** Method and path of the create, as in findings. */
  operation: string;
  /** Empty when the answer named none. */
  id: string;
  /** Empty when the create had none. */
  externalId: string;
  /** Why the create was sent: as `a valid create`, or which rule it broke. */
  why: string;
  /** Whether the create broke a rule and should have been refused. */
  isProbe: boolean;
  /** Whether the provider has said that it took the create. Otherwise its answer was no clear refusal, or was lost. */
  isCertain: boolean;
  /** The last status that the provider gave. */
  status: string;
  /** What it cost, in the provider's units, where the provider says so. */
  units?: string;
}

/** The result of a drift check: how many checks were made, which were not and why, and what was found. */
export interface Report {
  checked: number;
  skipped: Skipped[];
  findings: Finding[];
  /** The entries of a baseline that match nothing; only a report with which one was compared has the list. */
  unmatched?: Skipped[];
  /** The tasks that the check has created or may have created; only a check that can create some has the list. */
  tasks?: CreatedTask[];
}

/** A check could not be made: no key, no network, no response in time, or one that is not the provider's. */
export class CouldNotCheck extends Error {
  override readonly name = 'CouldNotCheck';
}

/** Makes a finding. Its severity is that of its kind, unless another one is given. */
export function makeFinding(facts: Omit<Finding, 'severity'> & { severity?: Severity }): Finding {
  return { ...facts, severity: facts.severity ?? kinds[facts.kind].severity };
}
