import { assert, expect, vi } from 'vitest';

type Class<T> = abstract new (...args: never) => T;

/** The error that this ends with, which has to be one of that class. */
export async function failure<T>(promise: Promise<unknown>, of: Class<T>): Promise<T> {
  const error = await promise.then(
    (value) => assert.fail(`gave ${JSON.stringify(value)} instead of failing`),
    (error: unknown) => error,
  );
  expect(error).toBeInstanceOf(of);
  return error as T;
}

/** Lets fake time pass until the promise is settled, at most this many milliseconds of it. */
export async function eventually<T>(promise: Promise<T>, ms = 7_200_000): Promise<T> {
  let settled = false;
  const done = () => {
    settled = true;
  };
  promise.then(done, done);
  const end = performance.now() + ms;
  while (!settled && performance.now() < end) await vi.advanceTimersByTimeAsync(Math.min(ms, 500));
  assert(settled, `not settled within ${ms} ms`);
  return promise;
}

/** Makes signing take no real time, which fake time would run away from. `vi.restoreAllMocks` undoes it. */
export function signAtOnce(): void {
  vi.spyOn(crypto.subtle, 'importKey').mockResolvedValue({} as CryptoKey);
  vi.spyOn(crypto.subtle, 'sign').mockResolvedValue(new ArrayBuffer(32));
}
