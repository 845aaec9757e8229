import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { OperationName } from '../../src/client/operations.ts';
import { isUnauthorized } from '../../src/client/refusals.ts';
import { findOperation, type OperationRef } from '../../src/contract/documented.ts';
import { validate } from '../../src/contract/validate.ts';
import { providerNames, providers } from '../../src/documents/documents.ts';
import { listOf, valueAt } from '../../src/documents/json.ts';
import { placesOf } from '../../src/documents/places.ts';
import { ApiError } from '../../src/index.ts';
import { liveTarget, plainInput, type Target } from '../support/contract.ts';
import { tasks } from '../support/offered.ts';
import { failure } from '../support/outcome.ts';
import { routeOf, Spending } from '../support/spending.ts';

// Set by scripts/test-live.ts, which says what is missing. In `npm test` all of this is skipped.
const chosen = providerNames.find((name) => name === process.env.LIVE_PROVIDER);
const provider = chosen ?? 'klingai';
const names = tasks.flatMap(([from, name]) => (from === provider ? [name] : []));
const spend = Number(process.env.LIVE_SPEND ?? 0);
const probeLimits = process.env.LIVE_PROBE_LIMITS === 'true';

vi.setConfig({ testTimeout: 3_600_000 });

/** It has the form of an id, and no task has it. */
const unusedId = '100000000000000001';

describe.skipIf(!chosen)(`${chosen ?? 'a provider'} itself, by npm run test:live`, () => {
  let target: Target;
  let spending: Spending;
  beforeAll(() => {
    target = liveTarget(provider);
    spending = new Spending(target, spend);
  });
  afterEach(() => {
    target.isAnonymous = false;
    target.exchanges = [];
  });

  const inputOf = (name: OperationName) => {
    const create = findOperation(provider, name, 'create');
    return create ? plainInput(create) : {};
  };

  const { dialect } = providers[provider];

  /** How the answers that came differ from the document. */
  const differences = (operation: OperationRef, method?: string) =>
    target.exchanges
      .filter((exchange) => !method || exchange.method === method)
      .flatMap(({ status, answer }) => validate(provider, operation, status, answer))
      .map(({ message }) => message);

  it.each(names)('%s is refused without a key', async (name) => {
    target.isAnonymous = true;
    const poll = await failure(target.kling[name].task(unusedId).snapshot(), ApiError);
    expect(poll.status).toBe(401);
    // Only after that, and not even an object: nothing that anybody could make a task of.
    await target.kling.http.POST(routeOf(provider, name), { body: [] });
    expect(target.exchanges.at(-1)).toMatchObject({ method: 'POST', status: 401 });
    expect(differences(`${name}.create`, 'POST')).toEqual([]);
  });

  if (!probeLimits) it.skip('rules are tried: needs --spend N --probe-limits');
  it.skipIf(!probeLimits).each(names)('%s is refused when it breaks a rule', async (name) => {
    await spending.breakRules(name);
    expect(differences(`${name}.create`)).toEqual([]);
  });

  it.each(names)('an unknown task of %s is not found', async (name) => {
    const error = await failure(target.kling[name].task(unusedId).snapshot(), ApiError);
    expect(isUnauthorized(error), `${error}`).toBe(false);
    expect(differences(`${name}.get`)).toEqual([]);
  });

  it.each(names.filter((name) => findOperation(provider, name, 'list')))(
    'tasks of %s are listed, one per page where that is asked for',
    async (name) => {
      const { limit, page } = placesOf(provider);
      const data = await target.kling[name].list?.({ [limit]: 1 });
      expect(data).toBeDefined();
      expect(listOf(valueAt({ data }, page)).length).toBeLessThanOrEqual(1);
      expect(differences(`${name}.list`)).toEqual([]);
    },
  );

  const needsFile = (name: OperationName) => /_id":|https?:/.test(JSON.stringify(inputOf(name)));
  const affordable = names.filter((name) => !needsFile(name));
  const paid = Array.from({ length: spend }, (_, index) => ({
    name: affordable[index % affordable.length] ?? 'textToAudio',
    number: index + 1,
  }));
  if (spend === 0) it.skip('tasks are created and followed to their results: needs --spend N');
  it.skip.each(names.filter(needsFile))(
    '%s comes to its result: needs a video of the account',
    () => {},
  );
  it.each(paid)('paid task $number: $name gives its result', async ({ name }) => {
    spending.check();
    const { kling } = target;
    const running = kling[name].run(inputOf(name), {
      onProgress: (snapshot) => console.log(`${name}: ${dialect.show(snapshot).status}`),
    });
    const result = await running.catch((error: unknown) => {
      spending.accident = `${name} without a result`;
      throw error;
    });
    const addresses = JSON.stringify(result).match(/https?:[^"]+/g) ?? [];
    expect(addresses.length).toBeGreaterThan(0);
    for (const address of addresses) expect(await fetch(address)).toMatchObject({ ok: true });
    expect(differences(`${name}.create`, 'POST')).toEqual([]);
    expect(differences(`${name}.get`, 'GET')).toEqual([]);
  });
});
