import { expect, it, vi } from 'vitest';
import { inFolder } from './support.ts';

vi.mock('../../src/mock/index.ts', () => ({
  startMock: () =>
    Promise.reject(
      Object.assign(new Error("Cannot find package '@stoplight/prism-http' imported from x"), {
        code: 'ERR_MODULE_NOT_FOUND',
      }),
    ),
}));

const { kling } = inFolder();

it.each(['mock', 'demo'])('%s says what to install when Prism is missing', async (command) => {
  const { code, out, errLines } = await kling([command]);
  expect({ code, out, line: errLines.at(-1) }).toEqual({
    code: 2,
    out: '',
    line: expect.stringMatching(
      /^kling-fetch: the mock needs packages that are not installed: npm install --save-dev @stoplight\/prism-http@5/,
    ),
  });
});
