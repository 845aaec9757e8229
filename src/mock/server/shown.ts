/** Tasks as responses and callbacks show them, each without the envelope. */
import { endOf } from '../../client/refusals.ts';
import {
  type DocumentedOperation,
  findOperation,
  responseSchema,
} from '../../contract/documented.ts';
import { type JsonObject, listOf, nameOf, objectOf, valueAt } from '../../documents/json.ts';
import type { ApiOperation, Schema } from '../../documents/openapi.ts';
import { placesOf } from '../../documents/places.ts';
import { formats } from '../../documents/result-files.ts';
import { replaceValues } from './answers.ts';
import { fromBytes } from './budget.ts';
import type { VisibleState } from './lifecycle.ts';
import { fillTask, resultOf, taskIn } from './results.ts';
import type { MockTask, Owner } from './tasks.ts';

/** The name of the document's example for a status; an unknown status otherwise looks like `processing`. */
export const exampleFor = (status: string): string =>
  ['submitted', 'succeed', 'failed'].includes(status) ? status : 'processing';

/** The example of a good response with that name, or of the end that it means, or else the first. */
export function findExample({ responses }: ApiOperation, name = ''): unknown {
  const examples = responses['200']?.content?.['application/json']?.examples ?? {};
  const means = (each: string) => each === name || endOf(each) === (endOf(name) ?? '');
  const found = name in examples ? name : Object.keys(examples).find(means);
  return (found === undefined ? Object.values(examples)[0] : examples[found])?.value;
}

/** The example of a finished task of an operation. */
export function exampleOf({ provider, operation }: Owner, name = 'succeed'): unknown {
  const get = findOperation(provider, operation, 'get');
  return get && findExample(get.operation, name);
}

/** A task in a state, as its own provider shows it in lists and callbacks. */
export function showTask(task: MockTask, state: VisibleState, base: string): unknown {
  // What a poll of the recorded task showed in that state.
  const recorded = task.course?.shown.get(state.status);
  const example = recorded ? fromBytes(recorded) : exampleOf(task, exampleFor(state.status));
  return fillTask(taskIn(example), { task, state, base });
}

/** A task as the provider of a query shows it, also where another provider of the same account has made it. */
export function showTo(reader: Owner, task: MockTask, state: VisibleState, base: string): unknown {
  const shown = showTask(task, state, base);
  const { provider, operation } = reader;
  if (task.provider === provider) return shown;
  const example = taskIn(exampleOf(reader, exampleFor(state.status)));
  const own = { ...task, provider, shape: undefined };
  const name = nameOf(placesOf(provider).result);
  const get = findOperation(provider, operation, 'get');
  const result = objectOf(valueAt(shown, placesOf(task.provider).result));
  const kind = singular(resultOf(task));
  const seconds = task.seconds.toFixed(1);
  const isPacked = Object.values(formats).some((format) => format.kind === kind);
  return replaceValues(fillTask(example, { task: own, state, base }), {
    [name]: state.hasResult ? translate(result, get ? branchesIn(get, name) : [], seconds) : [],
    ...(isPacked && { package_type: kind }),
  });
}

/** The schemas of what a result may have, by the response to a query for many tasks. */
const branchesIn = (get: DocumentedOperation, result: string) => {
  const { properties: data = {} } = responseSchema(get, 200) ?? {};
  const { items } = objectOf(data.data) as Schema;
  const outputs = objectOf(items?.properties?.[result]) as Schema;
  return outputs.items?.oneOf ?? [];
};

const singular = (list: string) => list.replace(/^.*_/, '').replace(/s$/, '');

/** The result of one generation as the outputs of another, which tell themselves what they are. */
function translate(result: JsonObject, branches: Schema[], seconds: string): JsonObject[] {
  return Object.entries(result).flatMap(([list, items]) => {
    const type = singular(list);
    const branch = branches.find(({ properties }) => objectOf(properties?.type).const === type);
    if (!branch) return [];
    const fields = Object.entries(branch.properties ?? {});
    return listOf(items)
      .flatMap(splitNumbered)
      .map((item) => ({
        type,
        // Not every route of before says how long its files are.
        ...(branch.properties?.duration !== undefined && { duration: seconds }),
        ...Object.fromEntries(
          Object.entries(item).flatMap(([name, value]) => {
            const names = namesFor(name, type);
            const found = fields.find(([each]) => names.includes(each));
            return found ? [[found[0], wordOf(value, objectOf(found[1]))]] : [];
          }),
        ),
      }));
  });
}

/** An item with several files, `url_1` and `url_2`, as items with one of them each. */
function splitNumbered(item: unknown): JsonObject[] {
  const fields = Object.entries(objectOf(item)).map(([name, value]) => {
    const [, base = name, nth = ''] = /^(.+)_(\d+)$/.exec(name) ?? [];
    return { base, nth, value };
  });
  const all = new Set(fields.flatMap(({ nth }) => nth || []));
  return [...(all.size > 0 ? all : [''])].map((each) =>
    Object.fromEntries(
      fields.filter(({ nth }) => !nth || nth === each).map(({ base, value }) => [base, value]),
    ),
  );
}

/** What a field may be called in another generation: `voice_name` is `name`, `url_mp3` is `mp3_url`, `trial_url` is `url`. */
const namesFor = (name: string, type: string): string[] => [
  name,
  name.replace(`${type}_`, ''),
  name.split('_').reverse().join('_'),
  ...(name.endsWith('_url') && !name.startsWith('watermark') ? ['url'] : []),
];

/** A value in the words that a field takes. */
const wordOf = (value: unknown, { enum: words = [] }: Schema): unknown =>
  words.find((word) => endOf(String(word)) && endOf(String(word)) === endOf(String(value))) ??
  value;
