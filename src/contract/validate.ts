import type { ProviderName } from '../documents/documents.ts';
import { generic, shown } from '../documents/json.ts';
import { findBodyProblems, kindOfCode, statusesThatFit } from './bodies.ts';
import { codeIn, type DocumentedOperation, findByRef, type OperationRef } from './documented.ts';
import { type Finding, makeFinding } from './finding.ts';
import { type Kind, kinds, severities, severityAtMost } from './kinds.ts';
import { describeProblem, jsonType, type Problem } from './problems.ts';

/** A provider's answer as it came. */
export interface Answer {
  status: number;
  /** Names in lower case. Without headers, the content type is not checked. */
  headers?: Readonly<Record<string, string>>;
  /** The parsed JSON; the text when it is not JSON; undefined when there was no body. */
  body: unknown;
}

/**
 * Checks an answer, such as the fixture of a test, against the document of its provider.
 * @param operation `POST /v1/audio/text-to-audio`, `textToAudio.create`, or `textToAudio` for whichever of create, get
 *   and list the answer is most like
 * @param body the parsed JSON
 * @returns what differs; nothing when the answer is as documented
 * @throws {TypeError} there is no such provider or operation
 */
export function validate(
  provider: ProviderName,
  operation: OperationRef,
  status: number,
  body: unknown,
): Finding[] {
  return validateAnswer(provider, operation, { status, body });
}

/** Like {@link validate}, but also checks the headers of the answer. */
export function validateAnswer(
  provider: ProviderName,
  operation: OperationRef,
  answer: Answer,
): Finding[] {
  const results = findByRef(provider, operation).map((each) => checkAnswer(each, answer));
  return results.reduce((best, each) => (each.length < best.length ? each : best));
}

declare global {
  // vitest, and other test runners that follow jest, take the types of new matchers from here.
  namespace jest {
    interface Matchers<R, T> {
      /** Passes when a body is as the provider's document describes it for this operation and status. */
      toMatchContract(provider: ProviderName, operation: OperationRef, status?: number): R;
    }
  }
}

/**
 * The matcher `toMatchContract`, for `expect.extend({ toMatchContract })`. Then
 * `expect(body).toMatchContract('cometapi', 'textToAudio.create', 200)` checks a fixture against the contract and says
 * what differs. When the status is left out, it is 200.
 * @throws {TypeError} as `validate`
 */
export function toMatchContract(
  received: unknown,
  provider: ProviderName,
  operation: OperationRef,
  status = 200,
): { pass: boolean; message: () => string } {
  const findings = validate(provider, operation, status, received);
  const what = `${provider} ${operation} ${status}`;
  const lines = findings.map(({ severity, kind, message }) => `  ${severity} ${kind}: ${message}`);
  return {
    pass: findings.length === 0,
    message: () =>
      findings.length === 0
        ? `expected a body that differs from the contract of ${what}`
        : `expected a body as in the contract of ${what}, but:\n${lines.join('\n')}`,
  };
}

/** The most findings about one answer: nobody reads more, and a list of all would be far larger than the answer. */
const maxFindings = 1_000;

/**
 * The differences between an answer and one operation of a document, the worst thousand where there are more. What has one
 * cause is one finding.
 */
export function checkAnswer(documented: DocumentedOperation, answer: Answer): Finding[] {
  const byCause = new Map<string, Problem>();
  for (const problem of findProblems(documented, answer)) {
    const cause = `${problem.kind} ${generic(problem.location)}`;
    if (!byCause.has(cause)) byCause.set(cause, problem);
  }
  const found = [...byCause.values()];
  const rank = ({ kind }: Problem) => severities.indexOf(kinds[kind].severity);
  const kept = found.length > maxFindings ? found.sort((a, b) => rank(a) - rank(b)) : found;
  return kept.slice(0, maxFindings).map((problem) => toFinding(documented, problem, answer.status));
}

/**
 * Makes a finding from a problem with an operation. What rests on something that was only inferred is a warning at most.
 * @param status that of the response that broke a rule
 */
export function toFinding(
  documented: DocumentedOperation,
  { isInferred = false, ...problem }: Problem,
  status?: number,
): Finding {
  const { provider, key } = documented;
  const location = shown(problem.location) || problem.location;
  const message = describeProblem({ ...problem, location });
  const most = isInferred || isGuess(documented, problem, status) ? 'warning' : 'breaking';
  const severity = severityAtMost(kinds[problem.kind].severity, most);
  return makeFinding({ ...problem, severity, provider, operation: key, location, message });
}

/** Kinds that contradict another answer or the same one, whatever is documented. */
const ofItself = new Set<Kind>(['answer-other-task', 'answer-time-order']);

/** Whether the response that is documented in this case, or else the operation as a whole, was only inferred. */
function isGuess({ operation }: DocumentedOperation, problem: Problem, status = 0): boolean {
  const { kind, expected } = problem;
  if (!kind.startsWith('answer-') || ofItself.has(kind)) return false;
  const expectedStatuses = kind === 'answer-status' ? [expected].flat().map(Number) : [status];
  return expectedStatuses.every(
    (each) =>
      (operation.responses[each]?.['x-certainty'] ?? operation['x-certainty']) === 'inferred',
  );
}

function findProblems(
  documented: DocumentedOperation,
  { status, headers, body }: Answer,
): Problem[] {
  const { responses } = documented.operation;
  if (!(status in responses)) {
    const fitting = statusesThatFit(documented, status, body);
    const known = Object.keys(responses).map(Number);
    return [wrongStatus(status, fitting.length > 0 ? fitting : known)];
  }
  const type = headers && mediaType(headers);
  const types = Object.keys(responses[status]?.content ?? {});
  const isOther = type !== undefined && types.length > 0 && !types.includes(type);
  const aboutType: Problem[] = isOther
    ? [{ kind: 'answer-content-type', location: 'content-type', expected: types, actual: type }]
    : [];
  // A body that is not JSON at all is explained by its type.
  if (isOther && (typeof body === 'string' || body === undefined)) return aboutType;
  const found = findBodyProblems(documented, status, body);
  const fitting = found.length > 0 ? statusesThatFit(documented, status, body) : [];
  if (fitting.length === 0) return [...aboutType, ...found];
  return [...aboutType, rightForAnother(documented, status, body, fitting)];
}

const wrongStatus = (actual: number, expected: number[]): Problem => ({
  kind: 'answer-status',
  location: 'status',
  expected,
  actual,
});

/** An answer that would be right for another status. A refusal is recognised by its code. */
function rightForAnother(
  documented: DocumentedOperation,
  status: number,
  body: unknown,
  expected: number[],
): Problem {
  const found = codeIn(documented, body);
  if (!found?.code) return wrongStatus(status, expected);
  const actual = { code: found.code, status };
  return {
    kind: kindOfCode(status, found.pointer),
    location: found.pointer,
    expected,
    actual,
  };
}

/** The content type without parameters such as `charset`. */
function mediaType(headers: Readonly<Record<string, string>>): string {
  const type = headers['content-type']?.split(';')[0]?.trim().toLowerCase();
  return type || jsonType(undefined);
}
