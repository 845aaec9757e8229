import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { NegativeCase } from '../../src/contract/cases.ts';
import { documentedOperations, requestSchema } from '../../src/contract/documented.ts';
import { documents, providerNames, providers } from '../../src/documents/documents.ts';
import { listOf, parentOf, valueAt } from '../../src/documents/json.ts';
import type { Schema } from '../../src/documents/openapi.ts';
import { placesOf } from '../../src/documents/places.ts';
import { TaskFailedError, TaskTimeoutError } from '../../src/index.ts';
import {
  bodiesOf,
  casesOf,
  examplesOf,
  exchanged,
  plainInput,
  queriesOf,
  resultIn,
  type Target,
  targetAt,
  taskIn,
} from '../support/contract.ts';
import {
  type Coverage,
  coverageOf,
  missingIn,
  rulesMet,
  tableOf,
  telling,
} from '../support/coverage.ts';
import { type Documented, documentedAs, samples, tasks } from '../support/offered.ts';
import { failure } from '../support/outcome.ts';
import { type Prism, startPrism } from '../support/prism.ts';
import {
  misjudged,
  problemsOf,
  raw,
  wronglyListed,
  wronglyNotListed,
  wronglyPosted,
  wronglyRefused,
  wronglyServed,
  wronglyTaken,
  wronglyTyped,
} from '../support/verdicts.ts';

const coverages = new Map<string, Coverage>();
afterAll(() => console.log(tableOf(coverages)));

describe.each(providerNames)('%s: client and document, judged by Prism', (provider) => {
  const document = documents[provider];
  const all = documentedOperations(provider);
  const bodies = bodiesOf(provider).map(
    (each) => [[each.name, each.documented.model].filter(Boolean).join(' '), each] as const,
  );
  const queries = queriesOf(provider);
  const places = placesOf(provider);
  const own = tasks.flatMap(([from, name]) => (from === provider ? [name] : []));
  // What deletes, and what the client has no name for.
  const others = all.filter(
    (each) => requestSchema(each) && (each.action === 'delete' || !each.name),
  );
  let prism: Prism;
  let target: Target;
  let rules: Coverage[string];
  beforeAll(async () => {
    const asked = queries.map(({ documented }) => documented);
    const ruled = all.filter((each) => requestSchema(each) || asked.includes(each));
    rules = rulesMet(ruled.map(casesOf));
    prism = await startPrism(document);
    target = Object.assign(targetAt(provider, prism.url), { fetch: prism.fetch });
  });
  afterAll(() => prism.close());
  afterEach(() => {
    target.prefer = {};
    target.isAnonymous = false;
    target.fetch = prism.fetch;
  });

  // Of thousands of requests, Prism judges all but the plainest without a connection. The errors of the first operation
  // and the lives of some tasks have one, too.
  // A value, a limit or a branch that a request before has shown is in about half of them again; cases.test.ts has ajv
  // and check() judge those, too.
  it.each(bodies)('every request to %s that keeps the rules is accepted', async (_, asked) => {
    const { documented } = asked;
    const { valid: all } = casesOf(documented);
    expect(all.length).toBeGreaterThan(3);
    const valid = telling(documented.operation, all);
    const problemsIn = (some: typeof valid) =>
      problemsOf(some, (each) => wronglyRefused(target, asked, each));
    target.fetch = prism.connect;
    expect(await problemsIn(valid.slice(0, 1))).toEqual([]);
    target.fetch = prism.fetch;
    expect(await problemsIn(valid.slice(1))).toEqual([]);
  });

  // What a field of several operations says in the same words, Prism judges in the first of them; a limit in each, and
  // cases.test.ts has ajv judge all.
  const broken = new Set<string>();
  const isNew = (schema: Schema, { name, value, keyword, pointer }: NegativeCase) => {
    const rule = JSON.stringify([name, value, valueAt(schema, parentOf(pointer))]);
    return /^(min|max)/.test(keyword) || (!broken.has(rule) && broken.add(rule));
  };
  it.each(bodies)(
    'every request to %s that breaks one rule is refused, by check() too',
    async (_, asked) => {
      const { schema, negative } = casesOf(asked.documented);
      // A body of one plain field can be wrong in five ways.
      expect(negative.length).toBeGreaterThan(4);
      const problems = await problemsOf(negative, async (each) =>
        isNew(schema, each) || each === negative[0]
          ? wronglyTaken(target, asked, each)
          : misjudged(schema, each),
      );
      expect(problems).toEqual([]);
    },
  );

  it('every query within the limits is answered, every other one is refused', async () => {
    for (const asked of queries) {
      const { valid, negative } = casesOf(asked.documented);
      expect(await problemsOf(valid, (each) => wronglyNotListed(target, asked, each))).toEqual([]);
      expect(await problemsOf(negative, (each) => wronglyListed(target, asked, each))).toEqual([]);
    }
  });

  it('every delete by a documented id is taken, every other one is refused', async () => {
    for (const asked of others) {
      const { valid, negative } = casesOf(asked);
      const all = [...valid, ...negative];
      expect(await problemsOf(all, (each) => wronglyPosted(target, asked, each))).toEqual([]);
    }
  });

  it('every rule has a request that it decides about', () => {
    expect(rules.missing).toEqual([]);
  });

  // Each operation meets each status once, and each kind of request all the examples of it.
  const met = new Set<string>();
  it.each(all)(
    'each documented status of $key becomes an error that says as much',
    async (each) => {
      const { name, action, method, operation } = each;
      const kind = name ? action : method;
      if (each === all[0]) target.fetch = prism.connect;
      const shown = Object.keys(operation.responses)
        .filter((status) => status !== '200')
        .flatMap((status) =>
          Object.entries(examplesOf(operation, status)).map(([example, body]) => ({
            name: `${status} ${example}`,
            status,
            example,
            body,
          })),
        );
      expect(shown.length).toBeGreaterThan(5);
      const errors = shown.filter(({ status, body }, index) => {
        const key = JSON.stringify([kind, status, body]);
        const isNew = !met.has(key);
        met.add(key);
        return isNew || status !== shown[index - 1]?.status;
      });
      expect(await problemsOf(errors, (error) => wronglyTyped(target, each, error))).toEqual([]);
    },
  );

  it.each(own)(
    'every state of %s is recognised, and ends the task where it should',
    async (name) => {
      const { id } = providers[provider].dialect.show(taskIn(provider, name, 'submitted').task);
      const task = target.kling[name].task(String(id));
      const show = async (state: string) => {
        const { example, task: shown } = taskIn(provider, name, state);
        target.prefer = { example };
        const { exchange, value } = await exchanged(target, () => task.snapshot());
        expect(exchange).toMatchObject({ status: 200, violations: [] });
        expect(value).toEqual(shown);
        return shown;
      };
      for (const running of ['submitted', 'processing']) {
        await show(running);
        const error = await failure(task.result({ timeout: 5 }), TaskTimeoutError);
        expect(error.task).toMatchObject({ provider, operation: name, id: task.id });
      }
      const done = await show('succeed');
      await expect(task.result()).resolves.toEqual(resultIn(provider, name, done));
      const failed = await show('failed');
      const error = await failure(task.result(), TaskFailedError);
      expect(error.reason).toBe(valueAt(failed, places.reason));
    },
  );

  it.each(own)('a task of %s is followed through its states to its result', async (name) => {
    if (samples.some((each) => each[0] === provider && each[1] === name))
      target.fetch = prism.connect;
    const before = target.exchanges.length;
    const life = ['submitted', 'processing', 'succeed'].map((each) => taskIn(provider, name, each));
    const seen: unknown[] = [];
    const [create] = bodiesOf(provider).filter((each) => each.name === name);
    const showNext = () => {
      target.prefer = { example: (life[seen.length] ?? life[2])?.example ?? '' };
    };
    showNext();
    const result = await target.kling[name].run(create ? plainInput(create.documented) : {}, {
      onProgress: (snapshot) => {
        seen.push(snapshot);
        showNext();
      },
    });
    expect(seen).toEqual(life.map(({ task }) => task));
    // Over a connection, Prism judges its answers, too.
    expect(target.exchanges.slice(before).flatMap(({ violations }) => violations)).toEqual([]);
    expect(result).toEqual(resultIn(provider, name, life[2]?.task ?? {}));
  });

  const lists = documentedAs('list').filter((each) => each.provider === provider);
  it.each(lists)('$documented.key is asked for page after page, up to the last', async (each) => {
    const { name, documented } = each;
    const tasksOn = (page: unknown) => listOf(valueAt(page, places.page));
    const shown = Object.entries(examplesOf(documented.operation));
    const [example = '', page] = shown.find(([, page]) => tasksOn(page).length > 0) ?? [];
    const [last = ''] = shown.find(([, page]) => tasksOn(page).length === 0) ?? [];
    target.prefer = { example };
    const before = target.exchanges.length;
    const found: unknown[] = [];
    const query = { [places.limit]: tasksOn(page).length };
    for await (const task of target.kling[name].listAll?.(query) ?? []) {
      found.push(task);
      target.prefer = { example: last };
    }
    expect(found).toEqual(tasksOn(page));
    const asked = target.exchanges.slice(before);
    const next = places.cursor
      ? { body: { ...query, [places.cursor]: valueAt(page, places.nextCursor) } }
      : { query: { [places.limit]: `${found.length}`, pageNum: '2' } };
    expect(asked).toMatchObject([{ violations: [] }, { violations: [], ...next }]);
  });

  it('every example of a response to GET comes through unchanged', async () => {
    for (const each of all) {
      if (each.method !== 'GET') continue;
      for (const [example, data] of Object.entries(examplesOf(each.operation))) {
        target.prefer = { example };
        await expect(raw(target, each)).resolves.toEqual({ data });
      }
    }
  });

  it('no request is answered without a key', async () => {
    target.isAnonymous = true;
    const each = all.map((documented) => ({ name: documented.key, documented }));
    expect(await problemsOf(each, ({ documented }) => wronglyServed(target, documented))).toEqual(
      [],
    );
  });

  it('the whole document was covered', () => {
    const coverage = { ...coverageOf(provider, target.exchanges), rules };
    coverages.set(provider, coverage);
    expect(missingIn(coverage)).toEqual([]);
  });
});

describe('the suite itself', () => {
  const asked = bodiesOf('cometapi').find(({ name }) => name === 'textToAudio') as Documented;
  const { path } = asked.documented;
  const cometapi = { ...documents.cometapi, paths: { [path]: documents.cometapi.paths[path] } };
  const { valid, negative } = casesOf(asked.documented);
  // Prism looks in another place whether there is a body; the client itself names every task by a text.
  const broken = negative.filter(({ field }) => field !== '' && field !== 'external_task_id');

  const unvalidated: [string, object][] = [
    [
      'names a dialect that Prism does not know',
      { ...cometapi, jsonSchemaDialect: 'https://spec.openapis.org/oas/3.1/dialect/base' },
    ],
    [
      'has a schema that does not compile',
      JSON.parse(JSON.stringify(cometapi).replaceAll('"maxLength":200', '"pattern":"["')),
    ],
  ];
  it.each(unvalidated)(
    'fails on a document that %s, so that everything is accepted',
    async (_, document) => {
      const problems = await onPrism(document, (target) =>
        problemsOf(broken, (each) => wronglyTaken(target, asked, each)),
      );
      expect(problems).toHaveLength(broken.length);
      for (const problem of problems) expect(problem).toMatch('taken with HTTP 200');
    },
  );

  it('fails when requests that break a rule pass for valid, and the other way round', async () => {
    const refused = await onPrism(cometapi, (target) =>
      problemsOf(broken, (each) => wronglyRefused(target, asked, each)),
    );
    expect(refused).toHaveLength(broken.length);
    const [any] = broken;
    const taken = await onPrism(cometapi, (target) =>
      problemsOf(valid, ({ name, body }) =>
        wronglyTaken(target, asked, Object.assign({}, any, { name, body })),
      ),
    );
    expect(taken).toHaveLength(valid.length);
  });

  it('fails when an error differs from the document', async () => {
    const body = { error: { message: 'Somebody else’s words', type: 'x' } };
    const problems = await onPrism(cometapi, (target) => {
      target.fetch = fetch;
      return problemsOf([{ name: '400', status: '400', example: 'gateway', body }], (each) =>
        wronglyTyped(target, asked.documented, each),
      );
    });
    expect(problems).toEqual([expect.stringMatching(/^400: came as \{"error"/)]);
  });

  it('fails when a part of the document was not covered', () => {
    expect(missingIn(coverageOf('klingai', []))).toEqual(
      expect.arrayContaining([
        'operations: createTextToAudio',
        'parameters: listTextToAudio pageSize',
        'body fields: createTextToVideo camera_control.config.zoom',
        'values: createTextToAudio duration 3.3',
        'branches: createTextToVideo camera_control.config 6',
        'limits: createTextToAudio prompt maxLength kept',
        'limits: createTextToAudio prompt maxLength broken',
        'statuses: getTextToVideo 504',
        'codes: 1304',
      ]),
    );
  });
});

async function onPrism<T>(document: object, act: (target: Target) => Promise<T>): Promise<T> {
  const prism = await startPrism(document);
  try {
    return await act(Object.assign(targetAt('cometapi', prism.url), { fetch: prism.fetch }));
  } finally {
    await prism.close();
  }
}
