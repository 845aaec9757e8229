/** A mock in tests of Playwright. */
import {
  test as base,
  type PlaywrightTestArgs,
  type PlaywrightTestOptions,
  type PlaywrightWorkerArgs,
  type PlaywrightWorkerOptions,
  type TestType,
} from '@playwright/test';
import type { Mock, MockOptions, Session } from '../mock/index.ts';
import { closeSession, openSession, start, startTimeout } from './use-session.ts';

/** What a test is given. */
export interface Fixtures {
  /** The test's own part of the mock. When it was used, the test fails if a request was wrong and not allowed. */
  session: Session;
}

/** What the tests of a worker share. */
export interface WorkerFixtures {
  /** The options of the mock, for `use` in the configuration. @default `speed: 'instant'` */
  mockOptions: MockOptions;
  /** The mock, which is started once for each worker. */
  mock: Mock;
}

/** Playwright's `test` with `mock` and `session`. */
export const test: TestType<
  PlaywrightTestArgs & PlaywrightTestOptions & Fixtures,
  PlaywrightWorkerArgs & PlaywrightWorkerOptions & WorkerFixtures
> = base.extend<Fixtures, WorkerFixtures>({
  mockOptions: [{}, { option: true, scope: 'worker' }],
  mock: [
    async ({ mockOptions }, use) => {
      const mock = await start(mockOptions);
      await use(mock);
      await mock.close();
    },
    { scope: 'worker', timeout: startTimeout },
  ],
  session: async ({ mock }, use, { testId }) => {
    const session = openSession(mock, testId);
    await use(session);
    await closeSession(session);
  },
});
