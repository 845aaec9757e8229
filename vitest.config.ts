import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // Asks a provider, so only `npm run test:live` has it; there it says what it leaves out.
    exclude: [
      '**/node_modules/**',
      ...(process.env.LIVE_PROVIDER ? [] : ['test/contract/live.test.ts']),
    ],
    // Prism and ajv load once for each worker, not for each file; nothing here changes what files share.
    isolate: false,
    // One more than two cores, as some tests wait for a browser or another program. Each loads everything once more.
    maxWorkers: 3,
    execArgv: [
      // With the few megabytes that Node has for what is new, a tenth of the time would go into clearing them out.
      '--min-semi-space-size=32',
      '--max-semi-space-size=64',
      // Most code here runs a few times: to make it fast as early as Node does by itself takes longer than it saves.
      '--interrupt-budget=1000000',
    ],
    globalSetup: process.env.LIVE_PROVIDER ? [] : 'scripts/build-once.mjs',
    env: {
      // Nothing here leaves this machine: redocly, which checks our documents, would report that it was used.
      REDOCLY_TELEMETRY: 'off',
      // As in `scripts/check.mjs`, for the compilers that tests start.
      GOGC: 'off',
    },
    // A limit against hanging, not a measure: no test may fail because the machine is slow.
    testTimeout: 300_000,
    hookTimeout: 300_000,
  },
});
