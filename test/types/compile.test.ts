import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';

// Not by vitest's own type checking, which greets every newcomer with a warning; `npm run types` has the same files
// checked by TypeScript 7.
it('the type tests compile under TypeScript 5.9, and what must not compile does not', async () => {
  const tsc = ['node_modules/typescript/bin/tsc', '--noEmit', '-p', 'test/types'];
  const { stdout } = await promisify(execFile)(process.execPath, tsc).catch((error) => error);
  expect(stdout).toBe('');
});
