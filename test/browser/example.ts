import { spawn } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { placePackages } from '../support/packages.ts';
import { visit } from './browser.ts';
import { play } from './player.ts';

const source = 'examples/browser';

/** Copies the example into a folder of its own and installs the packages there as npm would. Returns the folder. */
async function install(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'kling-fetch-example-'));
  await cp(source, folder, { recursive: true });
  await placePackages(folder);
  return folder;
}

/** Starts a program that prints its address, and returns the address. */
export function start(args: string[], cwd: string, running: AbortSignal): Promise<string> {
  const child = spawn(process.execPath, args, {
    cwd,
    signal: running,
    env: { ...process.env, PORT: '0' },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  return new Promise((resolve, reject) => {
    child.on('error', (error) => (running.aborted ? undefined : reject(error)));
    child.on('exit', (code) => reject(new Error(`${args[0]} ended with ${code}`)));
    child.stdout.on('data', (text: Buffer) => {
      const [address] = /http:\/\/[\w.]+:\d+/.exec(String(text)) ?? [];
      if (address) resolve(address);
    });
  });
}

/** Tests for the way from an empty folder to a sound in a page. */
export function exampleTests(browser: () => Browser): void {
  const programs = new AbortController();
  let folder: string;
  let mock: string;
  let server: string;

  beforeAll(async () => {
    folder = await install();
    const { scripts } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
    expect(scripts).toEqual({ mock: 'kling-fetch mock', start: 'node server.mjs' });
    const command = 'node_modules/kling-fetch-cli/dist/bin.js';
    [mock, server] = await Promise.all([
      start([command, 'mock', '--port', '0'], folder, programs.signal),
      start(['server.mjs'], folder, programs.signal),
    ]);
    // The only difference from the example as published: a port that is certainly free.
    const page = await readFile(join(folder, 'index.html'), 'utf8');
    expect(page).toContain('http://localhost:4010');
    await writeFile(join(folder, 'index.html'), page.replace('http://localhost:4010', mock));
  });
  afterAll(async () => {
    programs.abort();
    await rm(folder, { recursive: true });
  });

  it('plays a sound that the mock made', async () => {
    const { page, leave } = await visit(browser(), server);
    await page.getByRole('button', { name: 'Make it' }).click();
    await page.getByRole('status').getByText('succeed').waitFor();
    const player = page.locator('audio[src]');
    await player.waitFor({ state: 'attached' });
    const { duration, fromStart, afterSeek } = await play(player);
    expect(Math.abs(duration - 5)).toBeLessThan(0.1);
    expect(fromStart).toBeGreaterThan(0.1);
    expect(afterSeek).toBeGreaterThan(duration * 0.75);
    await leave();
  });

  it('gets the mock’s page from the package as well', async () => {
    const { page, leave } = await visit(browser(), mock);
    await page.locator('#live[data-live]').waitFor();
    await page.locator('.card, .empty').first().waitFor();
    await leave();
  });

  it('is in the docs word for word', async () => {
    const page = await readFile('docs/browser-and-proxy.md', 'utf8');
    for (const name of ['index.html', 'server.mjs'])
      expect(page).toContain((await readFile(join(source, name), 'utf8')).trim());
  });
}
