/**
 * Answers every operation with whatever a server could send: `npm run test:fuzz` tries 100,000 calls that nobody has
 * tried before, `npm run test:fuzz -- 5000 7` tries so many, of that seed. Exits 1 when one ends in another way than its
 * types say.
 */
import { startVitest } from 'vitest/node';

const [runs = '100000', seed = String(Math.floor(Math.random() * 2 ** 31))] = process.argv.slice(2);
process.env.FUZZ_RUNS = runs;
process.env.FUZZ_SEED = seed;
const vitest = await startVitest('test', ['test/fuzz/fuzz.test.ts'], {
  watch: false,
  globalSetup: [],
});
await vitest.close();
