import { kindOf } from '../../contract/answers/problems.ts';
import { type Documented, documentedBy } from '../../contract/answers/routes.ts';
import { sightOf } from '../../contract/exchange.ts';
import type { Finding } from '../../contract/finding.ts';
import type { Recording } from '../../contract/record.ts';
import { answerFindings, findingOf } from '../../contract/validate.ts';
import { generic, isObject, join } from '../../documents/json.ts';

/** Answers of one operation, status and state of the task. */
interface Group {
  documented: Documented;
  recorded: unknown[];
  shown: unknown[];
}

/**
 * Checks three things against each other: the document, the examples in it, which are what the mock answers with, and
 * what was recorded. What a recording or an example breaks in the document is found as in a live answer; where both
 * keep to it and still look different, the example is what to correct.
 */
export function triangulate(recordings: Recording[]): Finding[] {
  const groups = new Map<string, Group>();
  const findings: Finding[] = [];
  for (const recording of recordings) {
    const documented = operationOf(recording);
    const { status, body, contentType } = recording;
    if (!documented) continue;
    findings.push(
      ...answerFindings(documented, { status, body, headers: { 'content-type': contentType } }),
    );
    const state = sightOf(body)?.word ?? '';
    const key = `${documented.provider} ${documented.key} ${status} ${state}`;
    const group = groups.get(key) ?? {
      documented,
      recorded: [],
      shown: shownBy(documented, status, state),
    };
    group.recorded.push(body);
    groups.set(key, group);
    if (group.recorded.length > 1) continue;
    findings.push(
      ...group.shown.flatMap((example) => answerFindings(documented, { status, body: example })),
    );
  }
  return unique([...findings, ...[...groups.values()].flatMap(differences)]);
}

const operationOf = ({ provider, method, path }: Recording) =>
  documentedBy(provider).find((each) => each.method === method && each.path === path);

/** The examples of a state, which the mock answers with; all of a status where no state is said. */
function shownBy({ operation }: Documented, status: number, state: string): unknown[] {
  const content = operation.responses[status]?.content?.['application/json'];
  const values = Object.values(content?.examples ?? {}).map(({ value }) => value);
  return values.filter((value) => (sightOf(value)?.word ?? '') === state);
}

/** Fields that every recording has and no example shows, and the other way round. */
function differences({ documented, recorded, shown }: Group): Finding[] {
  if (shown.length === 0) return [];
  const always = common(recorded);
  const ever = new Set(recorded.flatMap((body) => fieldsOf(body)));
  const examples = new Set(shown.flatMap((body) => fieldsOf(body)));
  const lacking = [...always].filter((place) => !examples.has(place) && isInside(place, examples));
  const beyond = [...examples].filter((place) => !ever.has(place) && isInside(place, ever));
  const differing = (place: string, expected: string, actual: string) =>
    findingOf(documented, { kind: 'example-differs', location: place, expected, actual });
  return [
    ...lacking.map((place) => differing(place, 'nothing in the example', 'in every recording')),
    ...beyond.map((place) => differing(place, 'in the example', 'in no recording')),
  ];
}

/** Whether what holds the field is there: of a whole object that is not, its fields need not be named. */
function isInside(place: string, places: Set<string>): boolean {
  const parent = place.slice(0, place.lastIndexOf('/'));
  return parent === '' || places.has(parent);
}

function common(bodies: unknown[]): Set<string> {
  const [first = [], ...rest] = bodies.map((body) => new Set(fieldsOf(body)));
  return new Set([...first].filter((place) => rest.every((each) => each.has(place))));
}

/** The pointers of everything that holds a value. */
function fieldsOf(value: unknown, pointer = ''): string[] {
  if (Array.isArray(value)) {
    return [
      ...new Set(
        value
          .flatMap((item) => fieldsOf(item, `${pointer}/*`))
          .concat(value.length ? [`${pointer}/*`] : []),
      ),
    ];
  }
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([name, child]) => {
    const at = generic(join(pointer, name));
    return kindOf(child) === 'null' ? [] : [at, ...fieldsOf(child, at)];
  });
}

function unique(findings: Finding[]): Finding[] {
  const byCause = findings.map(
    (each) => [`${each.provider} ${each.operation} ${each.kind} ${each.location}`, each] as const,
  );
  return [...new Map(byCause).values()];
}
