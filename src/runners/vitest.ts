/** A mock in tests of Vitest. */
import { test as base, type TestAPI } from 'vitest';
import type { Mock, MockOptions, Session } from '../mock/index.ts';
import { closeSession, openSession, start } from './use-session.ts';

/** What a test is given. */
export interface Fixtures {
  /** The options of the mock. @default `speed: 'instant'` */
  mockOptions: MockOptions;
  /** The mock, which is started once. */
  mock: Mock;
  /** The test's own part of it. When it was used, the test fails if a request was wrong and not allowed. */
  session: Session;
}

/** Makes a `test` whose mock has these options. */
export const createTest = (options: MockOptions = {}): TestAPI<Fixtures> =>
  base.extend<Fixtures>({
    mockOptions: [options, { scope: 'worker' }],
    mock: [
      async ({ mockOptions }, use) => {
        const mock = await start(mockOptions);
        await use(mock);
        await mock.close();
      },
      { scope: 'worker' },
    ],
    session: async ({ mock, task }, use) => {
      const session = openSession(mock, task.id);
      await use(session);
      await closeSession(session);
    },
  });

/** Vitest's `test` with `mock` and `session`; tasks end as they are created. */
export const test: TestAPI<Fixtures> = createTest();
