import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // `--typecheck` adds these; the compiler only reads them.
    typecheck: { include: ['test/types/*.test-d.ts'], tsconfig: './test/types/tsconfig.json' },
  },
});
