import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { OperationName } from '../../src/client/operations.ts';
import { isBadRequest, isUnauthorized } from '../../src/client/refusals.ts';
import type { OperationRef } from '../../src/contract/documented.ts';
import { validate } from '../../src/contract/validate.ts';
import { providerNames } from '../../src/documents/documents.ts';
import { ApiError } from '../../src/index.ts';
import {
  casesOf,
  type Fields,
  liveTarget,
  operationNames as names,
  operationAt,
  plainInput,
  settled,
  type Target,
} from '../support/contract.ts';
import { failure } from '../support/outcome.ts';

// Set by scripts/test-live.ts, which says what is missing. In `npm test` all of this is skipped.
const chosen = providerNames.find((name) => name === process.env.LIVE_PROVIDER);
const provider = chosen ?? 'klingai';
const spend = Number(process.env.LIVE_SPEND ?? 0);

vi.setConfig({ testTimeout: 3_600_000 });

/** It has the form of an id, and no task has it. */
const unusedId = '100000000000000001';
/** A gateway's words for a request that is refused for good, whatever the status. */
const isForGood = ({ reason = '' }: ApiError) =>
  ['invalid_request', 'model_not_found'].includes(reason);

describe.skipIf(!chosen)(`${chosen ?? 'a provider'} itself, by npm run test:live`, () => {
  let target: Target;
  beforeAll(() => {
    target = liveTarget(provider);
  });
  afterEach(() => {
    target.isAnonymous = false;
    target.exchanges = [];
  });

  /** How the answers that came differ from the document. */
  const differences = (operation: OperationRef, method?: string) =>
    target.exchanges
      .filter((exchange) => !method || exchange.method === method)
      .flatMap(({ status, answer }) => validate(provider, operation, status, answer))
      .map(({ message }) => message);

  it.each(names)('%s is refused without a key', async (name) => {
    target.isAnonymous = true;
    const input = plainInput(provider, name);
    const error = await failure(target.kling[name].create(input), ApiError);
    expect(error.status).toBe(401);
    expect(differences(`${name}.create`)).toEqual([]);
  });

  let accident: string | undefined;
  it.each(names)('%s is refused when it breaks a rule', async (name) => {
    // The next one may be taken, too, and be charged.
    if (accident) throw new Error(`not asked, after ${accident}`);
    // The client names a task by a text in any case; and a null counts as nothing with many providers.
    const cases = casesOf(provider, name).negative.filter(
      ({ field, value, isAlone }) =>
        isAlone && value !== null && field !== '' && field !== 'external_task_id',
    );
    const problems: string[] = [];
    for (const { name: rule, body } of cases) {
      const { value: task, error } = await settled(
        target.kling[name].create(body as Fields, { timeout: 60_000 }),
      );
      if (task) accident = `${rule}: taken as task ${task.id}, which may be charged`;
      if (accident) throw new Error(accident);
      // Neither refused nor taken: nothing is learnt from asking on.
      if (!(error instanceof ApiError)) throw error;
      if (!isBadRequest(error) && !isForGood(error)) problems.push(`${rule}: ${error}`);
    }
    expect(problems).toEqual([]);
    expect(differences(`${name}.create`)).toEqual([]);
  });

  it.each(names)('an unknown task of %s is not found', async (name) => {
    const error = await failure(target.kling[name].task(unusedId).snapshot(), ApiError);
    expect(isUnauthorized(error), `${error}`).toBe(false);
    expect(differences(`${name}.get`)).toEqual([]);
  });

  it.each(names.filter((name) => operationAt(provider, name, 'list')))(
    'tasks of %s are listed, one per page where that is asked for',
    async (name) => {
      const page = await target.kling[name].list?.({ pageNum: 1, pageSize: 1 });
      expect(page?.length).toBeLessThanOrEqual(1);
      expect(differences(`${name}.list`)).toEqual([]);
    },
  );

  const needsFile = (name: OperationName) =>
    Object.keys(plainInput(provider, name)).some((field) => /_(id|url)$/.test(field));
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
    const { kling } = target;
    const result = await kling[name].run(plainInput(provider, name), {
      onProgress: ({ task_status: status }) => console.log(`${name}: ${status}`),
    });
    const addresses = JSON.stringify(result).match(/https?:[^"]+/g) ?? [];
    expect(addresses.length).toBeGreaterThan(0);
    for (const address of addresses) expect(await fetch(address)).toMatchObject({ ok: true });
    expect(differences(`${name}.create`, 'POST')).toEqual([]);
    expect(differences(`${name}.get`, 'GET')).toEqual([]);
  });
});
