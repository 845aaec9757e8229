import { createHash } from 'node:crypto';
import { type Mock, type MockOptions, type Session, startMock } from '../mock/index.ts';

/** Milliseconds that the start may take: on a slow machine more than a runner gives to a test. */
export const startTimeout = 60_000;

/** Starts the mock of a test runner: tasks end as they are created, unless its user says otherwise. */
export async function start(options: MockOptions): Promise<Mock> {
  const mock = await startMock({ speed: 'instant', ...options });
  // The first request waits for the judge of requests, which no test should have to do.
  await mock.fetch(`${mock.url}/klingai/v1`);
  return mock;
}

/** Opens the session of a test, whose name or id gives its key: the same one, and so the same chance, in every run. */
export const openSession = (mock: Mock, test: string): Session =>
  mock.session({ key: `test-${createHash('sha256').update(test).digest('hex').slice(0, 32)}` });

/** Closes the session of a test. @throws what `session.check()` throws */
export async function closeSession(session: Session): Promise<void> {
  try {
    session.check();
  } finally {
    await session[Symbol.asyncDispose]();
  }
}
