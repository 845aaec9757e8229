import { expect, it } from 'vitest';
import { klingai } from '../../src/client/providers.ts';
import { createKling } from '../../src/index.ts';
import { startMock } from '../../src/mock/index.ts';
import { save } from '../../src/node/index.ts';
import { published } from './vitest.config.ts';

// Without this, a mistake in the configuration would let the sources pass in the place of what is built.
it.each<[source: string, given: object]>([
  ['src/index.ts', { createKling }],
  ['src/client/providers.ts', { klingai }],
  ['src/node/index.ts', { save }],
  ['src/mock/index.ts', { startMock }],
])('%s is the built one', async (source, given) => {
  const built = await import(published.get(source) ?? 'nothing');
  for (const [name, value] of Object.entries(given)) expect(value === built[name]).toBe(true);
});
