import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'vitest';
import { driftCommands } from '../../src/cli/drift.ts';
import type { Engines } from '../../src/cli/drift-engines.ts';
import { main } from '../../src/cli/main.ts';
import {
  CouldNotCheck,
  type Finding,
  makeFinding,
  type Report,
} from '../../src/contract/finding.ts';
import { canary, inFolder } from './support.ts';

export const breaking = makeFinding({
  kind: 'request-type-changed',
  provider: 'cometapi',
  operation: 'POST /kling/v1/audio/text-to-audio',
  location: '/properties/duration',
  expected: 'number',
  actual: 'integer',
  message: 'duration: number became integer',
});
export const warning: Finding = {
  ...breaking,
  severity: 'warning',
  kind: 'request-default-changed',
};
export const info: Finding = { ...breaking, severity: 'info', kind: 'request-field-added' };
export const clean: Report = { checked: 7, skipped: [], findings: [] };
export const drifted: Report = { ...clean, findings: [info, warning, breaking] };
export const failToCheck = () => Promise.reject(new CouldNotCheck('no answer from example.com'));

/** Engines that a test puts in the place of the real ones. */
export type FakeEngines = { [K in keyof Engines]?: (asked: never) => unknown };

/** A folder for each test, in which `drift …` runs with fake engines. */
export function inDriftFolder() {
  const { folder, env } = inFolder();

  /** Runs `drift …`, and keeps what the engines were asked. */
  async function drift(
    argv: string[],
    engines: FakeEngines = {},
    more: Partial<Parameters<typeof main>[0]> = {},
  ) {
    const asked: Record<string, unknown>[] = [];
    const engine = (name: keyof Engines) => async (options: object) => {
      asked.push({ ...options });
      const report = await engines[name]?.(options as never);
      return (report ?? { ...clean, tasks: [] }) as never;
    };
    const table = new Map(
      driftCommands({
        spec: engine('spec'),
        update: engine('update'),
        live: engine('live'),
        proxy: engine('proxy'),
        recordings: engine('recordings'),
      }),
    );
    let out = '';
    let err = '';
    const code = await main(
      {
        argv: ['drift', ...argv],
        env,
        cwd: folder(),
        stdout: { write: (text) => (out += text) },
        stderr: { write: (text) => (err += text) },
        ...more,
      },
      table,
    );
    expect(out + err).not.toContain(canary);
    expect(err === '' || err.endsWith('\n')).toBe(true);
    return { code, out, err, asked, last: err.trimEnd().split('\n').at(-1) };
  }

  const write = (name: string, content: unknown) =>
    writeFile(
      join(folder(), name),
      typeof content === 'string' ? content : JSON.stringify(content),
    );
  const read = (name: string) => readFile(join(folder(), name), 'utf8');
  return { drift, write, read, folder, env };
}
