import { useMock } from 'kling-fetch-cli/jest';
import { cases } from '../cases.mjs';

const my = useMock();
for (const [name, run] of Object.entries(cases)) test(name, () => run(my.session));
