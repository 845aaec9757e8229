import { readFile } from 'node:fs/promises';
import { createLogger } from '@stoplight/prism-core';
import { createInstance, getHttpOperationsFromSpec } from '@stoplight/prism-http';
import { expect, it } from 'vitest';
import { negativeCases, validCases } from '../../src/contract/cases.ts';
import {
  documentedOperations,
  requestExample,
  requestSchema,
} from '../../src/contract/documented.ts';
import { documents, type ProviderName, providerNames } from '../../src/documents/documents.ts';
import { objectOf } from '../../src/documents/json.ts';
import { loadJudge, type PrismRequest, type Verdict } from '../../src/mock/server/prism.ts';

type Operations = Awaited<ReturnType<typeof getHttpOperationsFromSpec>>;

const config = {
  isProxy: false,
  checkSecurity: true,
  validateRequest: true,
  validateResponse: false,
  errors: false,
  upstreamProxy: undefined,
} as const;
const logger = createLogger('test', { level: 'silent' });
const prism = createInstance({ ...config, mock: { dynamic: false } }, { logger });

/** What the whole of Prism says of a request, responses included. Where there is no route, that is a status only. */
async function ask(operations: Operations, request: PrismRequest): Promise<Partial<Verdict>> {
  // A new configuration each time, because Prism writes into it.
  const result = await prism.request(request, operations, {
    ...config,
    mock: { dynamic: false },
  })();
  if (result._tag === 'Left')
    return { status: 'status' in result.left ? Number(result.left.status) : 0 };
  const { output, validations } = result.right;
  return { status: output.statusCode, violations: validations.input };
}

const headers = {
  authorization: 'Bearer x',
  'content-type': 'application/json',
  'content-length': '9',
};
const credentials = [headers, { ...headers, authorization: 'Basic eDp5' }, {}];
const types = [
  'text/plain',
  'application/json; charset=utf-8',
  'application/x-www-form-urlencoded',
  'multipart/form-data; boundary=a',
];

const get = (url: PrismRequest['url'], own: Record<string, string>): PrismRequest => ({
  method: 'get',
  url,
  headers: own,
});

/** Good and bad requests for all that a provider offers: of bad bodies, one for each kind of rule that an operation has. */
function requestsFor(provider: ProviderName): PrismRequest[] {
  const all = documentedOperations(provider);
  const inBody = all.flatMap((each): PrismRequest[] => {
    const schema = requestSchema(each);
    if (!schema) return [];
    const example = objectOf(requestExample(each));
    const broken = new Map(
      negativeCases(schema, { example }).map((one) => [one.keyword, one.body]),
    );
    const bodies = [
      example,
      ...validCases(schema, { example })
        .slice(0, 3)
        .map(({ body }) => body),
    ];
    const url = { path: each.path, query: {} };
    return [...bodies, ...broken.values()].map((body) => ({ method: 'post', url, headers, body }));
  });
  const post = all.find(({ action }) => action === 'create');
  if (!post) throw new Error(`${provider} makes no tasks`);
  const { path } = post;
  const body = requestExample(post);
  const create = { method: 'post', url: { path, query: {} }, headers } as const;
  const queries = [{}, { pageNum: '1', pageSize: '500' }, { pageNum: 'x' }, { pageNum: '' }];
  const paths = [path, `${path}/1`, `${path}/a%2Fb`, `${path}/a/b`, `${path}/`, '/', '/{x}'];
  const others = all.filter(({ method }) => method === 'GET').map((each) => each.path);
  const urls = paths.flatMap((each) => queries.map((query) => ({ path: each, query })));
  return [
    ...inBody,
    ...[undefined, null, 'text', [], 7].map((each) => ({ ...create, body: each })),
    ...credentials.map((each) => ({ ...create, body, headers: each })),
    ...types.map((type) => ({
      ...create,
      body: 'a=b&prompt=%ZZ',
      headers: { ...headers, 'content-type': type },
    })),
    ...urls.flatMap((url) => credentials.map((each) => get(url, each))),
    ...others.flatMap((each) => [headers, {}].map((own) => get({ path: each, query: {} }, own))),
    ...(['put', 'head', 'delete'] as const).map((method) => ({ ...create, method })),
  ];
}

/** The judge as the build puts it into the package. */
const built = new URL('../../packages/cli/dist/', import.meta.url);
const { loadJudge: loadBundled }: { loadJudge: typeof loadJudge } = await import(
  new URL('prism.js', built).href
);

it.each(providerNames)('judges as the whole of Prism, bundled or not: %s', async (provider) => {
  const operations = await getHttpOperationsFromSpec(structuredClone(documents[provider]));
  const [judge, bundled] = [await loadJudge(provider), await loadBundled(provider)];
  const verdicts = new Set<string>();
  const seen = new Set<unknown>();
  for (const request of requestsFor(provider)) {
    const expected = await ask(operations, structuredClone(request));
    seen.add(expected.status);
    const verdict = `${expected.status} ${expected.violations?.map(({ code }) => code)}`;
    const isNew = !verdicts.has(verdict);
    verdicts.add(verdict);
    // The bundle has the same code, or less of it: one request for each verdict tells that all is there.
    for (const each of isNew ? [judge, bundled] : [judge])
      expect(each(request), JSON.stringify(request)).toMatchObject(expected);
  }
  expect([...seen].sort()).toEqual(expect.arrayContaining([200, 400, 401, 404, 405]));
});

it('is bundled with the licences of what is in it, and without what makes answers up', async () => {
  const licences = await readFile(new URL('THIRD-PARTY-LICENSES.txt', built), 'utf8');
  const named = [...licences.matchAll(/^(\S+) \d+\.\d+\.\d+ \(\S+\)$/gm)].map(([, name]) => name);
  expect(named).toEqual(
    expect.arrayContaining(['@stoplight/prism-http', 'ajv', 'fp-ts', 'lodash', 'type-is']),
  );
  expect(licences.match(/Apache License\s+Version 2\.0/)).not.toBeNull();
  const code = await readFile(new URL('prism.js', built), 'utf8');
  expect(code).not.toMatch(/from\s*["'](?!node:)[^"'./]/);
  expect(named.join()).not.toMatch(/faker|postman|pino/);
});
