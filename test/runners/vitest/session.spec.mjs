import { test } from 'kling-fetch-cli/vitest';
import { cases } from '../cases.mjs';

for (const [name, run] of Object.entries(cases)) test(name, ({ session }) => run(session));
