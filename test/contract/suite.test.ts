import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { constraintsOf, negativeCases, validCases } from '../../src/contract/cases.ts';
import {
  type DocumentedOperation,
  documentedOperations,
  requestExample,
  requestSchema,
} from '../../src/contract/documented.ts';
import { documents, providerNames } from '../../src/documents/documents.ts';
import { dereference, operationsOf } from '../../src/documents/openapi.ts';
import { placesOf } from '../../src/documents/places.ts';
import { ApiError, TaskFailedError, TaskTimeoutError } from '../../src/index.ts';
import {
  bodiesOf,
  casesOf,
  examplesOf,
  exchanged,
  plainInput,
  queriesOf,
  queryCasesOf,
  type Target,
  targetAt,
  taskIn,
} from '../support/contract.ts';
import { type Coverage, coverageOf, missingIn, rulesMet, tableOf } from '../support/coverage.ts';
import { tasks } from '../support/offered.ts';
import { failure } from '../support/outcome.ts';
import { startPrism } from '../support/prism.ts';
import {
  problemsOf,
  raw,
  wronglyListed,
  wronglyNotListed,
  wronglyPosted,
  wronglyRefused,
  wronglyTaken,
  wronglyTyped,
} from '../support/verdicts.ts';

// Hundreds of requests each, and machines may be busy.

const coverages = new Map<string, Coverage>();
afterAll(() => console.log(tableOf(coverages)));

// Where queries read several tasks and each model has a path, second-generation.test.ts judges in the same way.
const judged = providerNames.filter((each) => placesOf(each).taskIds === '');

describe.each(judged)('%s: client and document, judged by Prism', (provider) => {
  const document = documents[provider];
  const bodies = bodiesOf(provider);
  const queries = queriesOf(provider);
  const ofProvider = (all: typeof tasks) =>
    all.flatMap(([from, name]) => (from === provider ? [name] : []));
  // What deletes, and what the client has no name for.
  const others = documentedOperations(provider).filter(
    (each) => requestSchema(each) && (each.action === 'delete' || !each.name),
  );
  const otherCasesOf = (documented: DocumentedOperation) => {
    const schema = requestSchema(documented) ?? {};
    const example = requestExample(documented);
    return {
      schema,
      valid: validCases(schema, { example }),
      negative: negativeCases(schema, { example }),
      constraints: constraintsOf(schema),
    };
  };
  let prism: Awaited<ReturnType<typeof startPrism>>;
  let target: Target;
  beforeAll(async () => {
    prism = await startPrism(document);
    target = targetAt(provider, prism.url);
  });
  afterAll(() => prism.close());
  afterEach(() => {
    target.prefer = {};
    target.isAnonymous = false;
  });

  it.each(bodies)('every request to %s that keeps the rules is accepted', async (name) => {
    const { valid } = casesOf(provider, name);
    expect(valid.length).toBeGreaterThan(3);
    expect(await problemsOf(valid, (each) => wronglyRefused(target, name, each))).toEqual([]);
  });

  it.each(bodies)(
    'every request to %s that breaks one rule is refused, by check() too',
    async (name) => {
      const { negative } = casesOf(provider, name);
      expect(negative.length).toBeGreaterThan(6);
      expect(await problemsOf(negative, (each) => wronglyTaken(target, name, each))).toEqual([]);
    },
  );

  it('every query within the limits is answered, every other one is refused', async () => {
    for (const asked of queries) {
      const { valid, negative } = queryCasesOf(asked);
      expect(await problemsOf(valid, (each) => wronglyNotListed(target, asked, each))).toEqual([]);
      expect(await problemsOf(negative, (each) => wronglyListed(target, asked, each))).toEqual([]);
    }
  });

  it('every delete by a documented id is taken, every other one is refused', async () => {
    for (const asked of others) {
      const { valid, negative } = otherCasesOf(asked);
      const all = [...valid, ...negative];
      expect(await problemsOf(all, (each) => wronglyPosted(target, asked, each))).toEqual([]);
    }
  });

  const rules = () =>
    rulesMet([
      ...bodies.map((name) => casesOf(provider, name)),
      ...queries.map(queryCasesOf),
      ...others.map(otherCasesOf),
    ]);
  it('every rule has a request that it decides about', () => {
    expect(rules().missing).toEqual([]);
  });

  // Each operation meets each status once, and each kind of request all the examples of it.
  const met = new Set<string>();
  it.each(
    operationsOf(document).map(({ path, method, operation }) => ({ path, method, operation })),
  )(
    'each documented status of $method $path becomes an error that says as much',
    async ({ path, method, operation }) => {
      const { responses } = dereference(document, operation);
      const key = `${method.toUpperCase()} ${path}`;
      const { name, action } =
        documentedOperations(provider).find((each) => each.key === key) ?? {};
      const kind = name ? action : method;
      const all = Object.keys(responses)
        .filter((status) => status !== '200')
        .flatMap((status) =>
          Object.entries(examplesOf(dereference(document, operation), status)).map(
            ([example, body]) => ({ name: `${status} ${example}`, status, example, body }),
          ),
        );
      expect(all.length).toBeGreaterThan(5);
      const errors = all.filter(({ status, body }, index) => {
        const shown = JSON.stringify([kind, status, body]);
        const isNew = !met.has(shown);
        met.add(shown);
        return isNew || status !== all[index - 1]?.status;
      });
      expect(
        await problemsOf(errors, (each) => wronglyTyped(target, { path, method }, each)),
      ).toEqual([]);
    },
  );

  it.each(ofProvider(tasks))(
    'every state of %s is recognised, and ends the task where it should',
    async (name) => {
      const { task_id: id } = taskIn(provider, name, 'submitted');
      const task = target.kling[name].task(String(id));
      const show = async (example: string) => {
        target.prefer = { example };
        const { exchange, value } = await exchanged(target, () => task.snapshot());
        expect(exchange).toMatchObject({ status: 200, violations: [] });
        expect(value).toEqual(taskIn(provider, name, example));
        return taskIn(provider, name, example);
      };
      for (const running of ['submitted', 'processing']) {
        await show(running);
        const error = await failure(task.result({ timeout: 20 }), TaskTimeoutError);
        expect(error.task).toMatchObject({ provider, operation: name, id: task.id });
      }
      const { task_result: result } = await show('succeed');
      await expect(task.result()).resolves.toEqual(result);
      const { task_status_msg: reason } = await show('failed');
      const error = await failure(task.result(), TaskFailedError);
      expect(error.reason).toBe(reason);
    },
  );

  it.each(ofProvider(tasks))(
    'a task of %s is followed through its states to its result',
    async (name) => {
      const life = ['submitted', 'processing', 'succeed'];
      const seen: unknown[] = [];
      target.prefer = { example: 'submitted' };
      const result = await target.kling[name].run(plainInput(provider, name), {
        onProgress: ({ task_status: status }) => {
          seen.push(status);
          target.prefer = { example: life[seen.length] ?? 'succeed' };
        },
      });
      expect(seen).toEqual(life);
      expect(result).toEqual(taskIn(provider, name, 'succeed').task_result);
    },
  );

  it('every example of a response to GET comes through unchanged', async () => {
    for (const { path, method, operation } of operationsOf(document)) {
      if (method !== 'get') continue;
      for (const [example, data] of Object.entries(examplesOf(dereference(document, operation)))) {
        target.prefer = { example };
        await expect(raw(target, path)).resolves.toEqual({ data });
      }
    }
  });

  it.each(ofProvider(tasks))('a request to %s without a key is refused', async (name) => {
    target.isAnonymous = true;
    const input = plainInput(provider, name);
    const { error, exchange } = await exchanged(target, () => target.kling[name].create(input));
    expect(exchange.status).toBe(401);
    expect(error).toBeInstanceOf(ApiError);
  });

  it('the whole document was covered', () => {
    const coverage = { ...coverageOf(provider, target.exchanges), rules: rules() };
    coverages.set(provider, coverage);
    expect(missingIn(coverage)).toEqual([]);
  });
});

describe('the suite itself', () => {
  const { cometapi } = documents;
  const { valid, negative } = casesOf('cometapi', 'textToAudio');
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
        problemsOf(broken, (each) => wronglyTaken(target, 'textToAudio', each)),
      );
      expect(problems).toHaveLength(broken.length);
      for (const problem of problems) expect(problem).toMatch('taken with HTTP 200');
    },
  );

  it('fails when requests that break a rule pass for valid, and the other way round', async () => {
    const refused = await onPrism(cometapi, (target) =>
      problemsOf(broken, (each) => wronglyRefused(target, 'textToAudio', each)),
    );
    expect(refused).toHaveLength(broken.length);
    const [any] = broken;
    const taken = await onPrism(cometapi, (target) =>
      problemsOf(valid, ({ name, body }) =>
        wronglyTaken(target, 'textToAudio', Object.assign({}, any, { name, body })),
      ),
    );
    expect(taken).toHaveLength(valid.length);
  });

  it('fails when an error differs from the document', async () => {
    const path = '/kling/v1/audio/text-to-audio';
    const body = { error: { message: 'Somebody else’s words', type: 'x' } };
    const problems = await onPrism(cometapi, (target) =>
      problemsOf([{ name: '400', status: '400', example: 'gateway', body }], (each) =>
        wronglyTyped(target, { path, method: 'post' }, each),
      ),
    );
    expect(problems).toHaveLength(1);
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
    return await act(targetAt('cometapi', prism.url));
  } finally {
    await prism.close();
  }
}
