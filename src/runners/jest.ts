/** A mock in tests of Jest. */
import { afterAll, afterEach, beforeAll, beforeEach, expect } from '@jest/globals';
import type { Mock, MockOptions, Session } from '../mock/index.ts';
import { closeSession, openSession, start, startTimeout } from './use-session.ts';

/** What the tests of a file share, and what each has for itself. Both are there while a test runs. */
export interface JestMock {
  /** The mock, which is started before the first test. */
  readonly mock: Mock;
  /** The test's own part of it. The test fails if a request was wrong and not allowed. */
  readonly session: Session;
}

/**
 * Starts a mock before the tests of a file, or of a `describe`, and gives each test a session. Not for `test.concurrent`, which
 * Jest runs outside of its hooks: there, open a session with `mock.session()` and end with `session.check()`.
 * @param options those of the mock @default `speed: 'instant'`
 */
export function useMock(options: MockOptions = {}): JestMock {
  const current: { mock?: Mock; session?: Session } = {};
  beforeAll(async () => {
    current.mock = await start(options);
  }, startTimeout);
  beforeEach(() => {
    const { currentTestName = '', testPath = '' } = expect.getState();
    if (current.mock) current.session = openSession(current.mock, `${testPath} ${currentTestName}`);
  });
  afterEach(() => current.session && closeSession(current.session));
  afterAll(() => current.mock?.close());
  return {
    get mock() {
      return needed(current.mock);
    },
    get session() {
      return needed(current.session);
    },
  };
}

function needed<T>(found: T | undefined): T {
  if (found) return found;
  throw new TypeError('there is a mock only while a test runs: use it inside of one');
}
