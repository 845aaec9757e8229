import {
  type DocumentedOperation,
  documentedOperations,
  responseExamples,
} from '../../contract/documented.ts';
import { taskStateIn } from '../../contract/exchange.ts';
import type { Finding } from '../../contract/finding.ts';
import type { Recording } from '../../contract/recordings.ts';
import { checkAnswer, toFinding } from '../../contract/validate.ts';
import { generic, isObject, join, parentOf } from '../../documents/json.ts';

/** Recorded answers of one operation with one status and one state of the task, and the examples of the same. */
interface Group {
  documented: DocumentedOperation;
  recorded: unknown[];
  examples: unknown[];
}

/**
 * Compares three things: the document, its examples, with which the mock answers, and recordings of a provider. Where a
 * recording or an example breaks the document, the findings are those of a live answer. Where both keep to the document
 * and still have different fields, the finding is about the example.
 */
export function triangulate(recordings: Recording[]): Finding[] {
  const groups = new Map<string, Group>();
  const findings: Finding[] = [];
  for (const { provider, method, path, status, body, contentType } of recordings) {
    const documented = documentedOperations(provider).find(
      (each) => each.method === method && each.path === path,
    );
    if (!documented) continue;
    const headers = { 'content-type': contentType };
    findings.push(...checkAnswer(documented, { status, body, headers }));
    const state = stateOf(body);
    const key = `${documented.provider} ${documented.key} ${status} ${state}`;
    const known = groups.get(key);
    if (known) {
      known.recorded.push(body);
      continue;
    }
    // For a task in this state the mock answers with one of these.
    const examples = responseExamples(documented, status).filter((each) => stateOf(each) === state);
    groups.set(key, { documented, recorded: [body], examples });
    findings.push(
      ...examples.flatMap((example) => checkAnswer(documented, { status, body: example })),
    );
  }
  return removeRepeats([...findings, ...[...groups.values()].flatMap(compareFields)]);
}

const stateOf = (body: unknown) => taskStateIn(body)?.status ?? '';

/** Finds fields that every recording has and no example, and the other way round. */
function compareFields({ documented, recorded, examples }: Group): Finding[] {
  if (examples.length === 0) return [];
  const [first = new Set<string>(), ...others] = recorded.map((body) => new Set(pointersIn(body)));
  const inEvery = [...first].filter((pointer) => others.every((each) => each.has(pointer)));
  const inAny = new Set(recorded.flatMap((body) => pointersIn(body)));
  const inExamples = new Set(examples.flatMap((body) => pointersIn(body)));
  const lacking = inEvery.filter((each) => !inExamples.has(each) && hasParent(each, inExamples));
  const extra = [...inExamples].filter((each) => !inAny.has(each) && hasParent(each, inAny));
  const differing = (location: string, expected: string, actual: string) =>
    toFinding(documented, { kind: 'example-differs', location, expected, actual });
  return [
    ...lacking.map((each) => differing(each, 'nothing in the example', 'in every recording')),
    ...extra.map((each) => differing(each, 'in the example', 'in no recording')),
  ];
}

/** Whether the object that holds the field is there. Where a whole object is missing, its fields are not named. */
function hasParent(pointer: string, pointers: Set<string>): boolean {
  const parent = parentOf(pointer);
  return parent === '' || pointers.has(parent);
}

/** The pointers to everything that has a value, the same for all items of an array. */
function pointersIn(value: unknown, pointer = ''): string[] {
  if (Array.isArray(value)) {
    const items = `${pointer}/*`;
    const inside = value.flatMap((item) => pointersIn(item, items));
    return [...new Set(value.length > 0 ? [...inside, items] : inside)];
  }
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([name, child]) => {
    const at = generic(join(pointer, name));
    return child === null ? [] : [at, ...pointersIn(child, at)];
  });
}

function removeRepeats(findings: Finding[]): Finding[] {
  const byCause = new Map<string, Finding>();
  for (const each of findings) {
    byCause.set(`${each.provider} ${each.operation} ${each.kind} ${each.location}`, each);
  }
  return [...byCause.values()];
}
