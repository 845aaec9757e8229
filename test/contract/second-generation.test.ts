import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { applyOverlay, readContract } from '../../scripts/contract.ts';
import { compile } from '../../src/contract/ajv.ts';
import { check } from '../../src/documents/check.ts';
import { documents, providerNames } from '../../src/documents/documents.ts';
import { dereference, type Schema } from '../../src/documents/openapi.ts';
import { type Body, contentRules } from '../support/content-rules.ts';
import { startPrism } from '../support/prism.ts';

/** The rules that a provider's document has. */
const judged = providerNames.flatMap((provider) => {
  const { paths } = documents[provider];
  const rules = contentRules.filter(([, path]) => path in paths);
  return rules.length > 0 ? [{ provider, rules }] : [];
});

describe.each(judged)('the rules of $provider about contents', ({ provider, rules }) => {
  const judges = new Map<string, (body: Body) => [ours: boolean, ajv: boolean]>();
  let prism: Awaited<ReturnType<typeof startPrism>>;
  beforeAll(async () => {
    prism = await startPrism(documents[provider]);
    const { document: published, overlay } = await readContract(provider);
    const document = await applyOverlay(published, overlay);
    for (const path of new Set(rules.map(([, each]) => each))) {
      const body = document.paths[path]?.post?.requestBody?.content['application/json']?.schema;
      const schema: Schema = dereference(document, body ?? {});
      const validate = compile(document, schema);
      judges.set(path, (each) => [check(schema, each).length === 0, validate(each)]);
    }
  });
  afterAll(() => prism.close());

  it.each(rules)('%s at %s', async (_, path, kept, broken) => {
    const judge = judges.get(path);
    const isTaken = async (body: Body) => {
      const headers = { authorization: 'Bearer a-key', 'content-type': 'application/json' };
      const init = { method: 'POST', headers, body: JSON.stringify(body) };
      const answer = await fetch(prism.url + path, init);
      await answer.text();
      return answer.status === 200 && !answer.headers.has('sl-violations');
    };
    expect([...(judge?.(kept) ?? []), await isTaken(kept)]).toEqual([true, true, true]);
    expect([...(judge?.(broken) ?? []), await isTaken(broken)]).toEqual([false, false, false]);
  });
});
