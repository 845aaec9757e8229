import type { ProviderName } from '../documents/documents.ts';
import { generic, shown } from '../documents/json.ts';
import { bodyProblems, mediaOf, statusFor } from './answers/bodies.ts';
import { codeIn } from './answers/codes.ts';
import { kindOf, type Problem } from './answers/problems.ts';
import { type Documented, type OperationRef, referred } from './answers/routes.ts';
import { wordsOf } from './answers/words.ts';
import { type Finding, finding } from './finding.ts';

/** An answer as it came. */
export interface Answer {
  status: number;
  /** Names in lower case. Without them the content type is not looked at. */
  headers?: Readonly<Record<string, string>>;
  /** The parsed JSON; the text when it is none; undefined when there was no body. */
  body: unknown;
}

/**
 * Checks an answer, such as a fixture of a test, against the document of its provider.
 * @param operation `POST /v1/audio/text-to-audio`, `textToAudio.create`, or `textToAudio` for whichever of create, get
 *   and list the answer is most like
 * @param body the parsed JSON
 * @returns what differs; nothing when the answer is as documented
 * @throws {TypeError} there is no such provider or operation, or ajv and ajv-formats are not installed
 */
export function validate(
  provider: ProviderName,
  operation: OperationRef,
  status: number,
  body: unknown,
): Finding[] {
  return validateAnswer(provider, operation, { status, body });
}

/** Like {@link validate}, with the headers of the answer. */
export function validateAnswer(
  provider: ProviderName,
  operation: OperationRef,
  answer: Answer,
): Finding[] {
  const results = referred(provider, operation).map((each) => answerFindings(each, answer));
  return results.reduce((best, each) => (each.length < best.length ? each : best));
}

/** What differs between an answer and one operation of a document; one cause is one finding. */
export function answerFindings(documented: Documented, answer: Answer): Finding[] {
  const seen = new Set<string>();
  return problemsWith(documented, answer)
    .filter(({ kind, location }) => {
      const cause = `${kind} ${generic(location)}`;
      return !seen.has(cause) && seen.add(cause);
    })
    .map((problem) => findingOf(documented, problem));
}

/** A finding about an operation, in one line. */
export function findingOf({ provider, key }: Documented, problem: Problem): Finding {
  const location = shown(problem.location) || problem.location;
  const words = wordsOf({ ...problem, location });
  return finding({ ...problem, provider, operation: key, location, message: words });
}

function problemsWith(documented: Documented, { status, headers, body }: Answer): Problem[] {
  const content = mediaOf(documented, status);
  const fitting = () => statusFor(documented, status, body);
  if (!(status in documented.operation.responses))
    return [undocumented(documented, status, fitting())];
  const type = headers && mediaType(headers);
  const types = Object.keys(content ?? {});
  const isOther = type !== undefined && types.length > 0 && !types.includes(type);
  const aboutType: Problem[] = isOther
    ? [{ kind: 'answer-content-type', location: 'content-type', expected: types, actual: type }]
    : [];
  // What is no JSON at all is explained by its type.
  if (isOther && (typeof body === 'string' || body === undefined)) return aboutType;
  const found = bodyProblems(documented, status, body);
  const statuses = found.length > 0 ? fitting() : [];
  if (statuses.length === 0) return [...aboutType, ...found];
  return [...aboutType, misplaced(documented, status, body, statuses)];
}

function undocumented({ operation }: Documented, status: number, fitting: number[]): Problem {
  const known = Object.keys(operation.responses).map(Number);
  const expected = fitting.length > 0 ? fitting : known;
  return { kind: 'answer-status', location: 'status', expected, actual: status };
}

/** A right answer under the wrong status. A refusal is known by its code. */
function misplaced(
  documented: Documented,
  status: number,
  body: unknown,
  expected: number[],
): Problem {
  const found = codeIn(documented, body);
  if (!found?.code) return { kind: 'answer-status', location: 'status', expected, actual: status };
  const actual = { code: found.code, status };
  return { kind: 'answer-code', location: found.pointer, expected, actual };
}

/** Without parameters such as `charset`. */
function mediaType(headers: Readonly<Record<string, string>>): string {
  const type = headers['content-type']?.split(';')[0]?.trim().toLowerCase();
  return type || kindOf(undefined);
}
