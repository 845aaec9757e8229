import { executionAsyncResource } from 'node:async_hooks';
import { expect, it } from 'vitest';
import { launch } from './browser.ts';

/** Whether Node follows promises: what goes on is then the promise that was waited for. */
async function areFollowed(): Promise<boolean> {
  await null;
  return executionAsyncResource() instanceof Promise;
}

it('a browser that is closed leaves no promise followed, which would slow down all other tests', async () => {
  expect(await areFollowed()).toBe(false);
  const browser = await launch();
  expect(await areFollowed()).toBe(true);
  await browser.close();
  expect(await areFollowed()).toBe(false);
});
