import type { Exchange } from '../../contract/exchange.ts';
import type { Finding, Report, Skipped } from '../../contract/finding.ts';
import { generic } from '../../documents/json.ts';
import { ExchangeChecker } from './exchange-checker.ts';

/** The most findings of a report. */
const maxFindings = 10_000;

/** Collects what a report needs, exchange by exchange. A finding that comes more than once is in the report once. */
export class ReportBuilder {
  #checker = new ExchangeChecker();
  readonly #findings = new Map<string, Finding>();
  readonly #skipped: Skipped[] = [];
  readonly #skippedOnce = new Set<string>();
  #checked = 0;

  /** How many checks have been made. */
  get checked(): number {
    return this.#checked;
  }

  /** Checks an exchange. */
  addExchange(exchange: Exchange): void {
    this.#checked++;
    for (const found of this.#checker.check(exchange)) this.#addFinding(found);
  }

  /** Begins with other exchanges, which have nothing to do with those so far. */
  startAnew(): void {
    this.#addMissingResults();
    this.#checker = new ExchangeChecker();
  }

  /** Remembers an external id that was sent with a create before. */
  addUsedExternalId(externalId: string): void {
    this.#checker.addUsedExternalId(externalId);
  }

  /** Counts a check that was made elsewhere, and adds what it found. */
  addCheck(found?: Finding): void {
    this.#checked++;
    if (found) this.#addFinding(found);
  }

  /** Adds a check that was not made. */
  skip(entry: Skipped): void {
    this.#skipped.push(entry);
  }

  /** Adds a check that was not made, unless it has been added for the same reason before. */
  skipOnce(entry: Skipped): void {
    const cause = `${entry.what} ${entry.why}`;
    if (this.#skippedOnce.has(cause)) return;
    this.#skippedOnce.add(cause);
    this.skip(entry);
  }

  /** Whether an answer of the operation has been found wrong at a location. */
  isKnown(operation: string, location: string): boolean {
    const found = [...this.#findings.values()];
    return found.some((each) => each.operation === operation && each.location === location);
  }

  /** The report so far. */
  build(): Report {
    this.#addMissingResults();
    return {
      checked: this.#checked,
      skipped: [...this.#skipped],
      findings: [...this.#findings.values()],
    };
  }

  #addMissingResults(): void {
    for (const found of this.#checker.missingResults()) this.#addFinding(found);
  }

  #addFinding(found: Finding): void {
    const cause = `${found.kind} ${found.provider} ${found.operation} ${generic(found.location)}`;
    if (this.#findings.has(cause)) return;
    if (this.#findings.size < maxFindings) this.#findings.set(cause, found);
    else this.skipOnce({ what: 'more findings', why: 'there are too many to list', failed: true });
  }
}
