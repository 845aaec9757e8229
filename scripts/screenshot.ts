/** Writes `.github/page.png`, the picture of the mock's page in the README. Needs the build: `npm run build`. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { startMock } from '../src/mock/index.ts';
import { launch } from '../test/browser/browser.ts';

const file = fileURLToPath(new URL('../.github/page.png', import.meta.url));

/** The fonts that come with the browser's package, so that the picture is the same on every machine. */
const fonts = `<fontconfig>
<dir>${join(tmpdir(), 'fonts')}</dir><dir>/usr/share/fonts</dir>
<alias><family>system-ui</family><prefer><family>Open Sans</family></prefer></alias>
</fontconfig>`;

/** Creates a task of each kind and status through the page's own form. */
async function fill(page: Page): Promise<void> {
  const pick = (name: string) => page.getByRole('radio', { name, exact: true }).check();
  const choose = async (field: string, name: string) => {
    await page.getByRole('combobox', { name: field, exact: true }).first().fill(name);
    await page
      .locator('.chooser')
      .getByRole('option')
      .filter({ has: page.getByText(name, { exact: true }) })
      .click();
  };
  /** Sends the request and waits until its task has this status; there are `count` tasks then. */
  const send = async (count: number, status: string) => {
    await page.getByRole('button', { name: 'Send' }).click();
    await page.locator(`.card:nth-last-child(${count})`).waitFor();
    await page.locator('.card').first().locator('.status').getByText(status).waitFor();
  };
  await pick('deerapi');
  await choose('Operation', 'Video to audio');
  await choose('Scenario', 'fails');
  await page.getByRole('button', { name: 'Apply' }).click();
  await page.locator('.rules li').waitFor();
  await send(1, 'failed');
  await pick('cometapi');
  await choose('Operation', 'Text to video');
  await send(2, 'succeed');
  await pick('klingai');
  await choose('Operation', 'Text to audio');
  await send(3, 'succeed');
  await choose('Operation', 'Text to video');
  await page.getByLabel('prompt', { exact: true }).fill('A lighthouse in a storm');
  await send(4, 'processing');
  await choose('Operation', 'Text to audio');
  await page.getByLabel('duration').fill('12');
}

const folder = await mkdtemp(join(tmpdir(), 'kling-fetch-'));
await writeFile(join(folder, 'fonts.conf'), fonts);
await using mock = await startMock({ speed: 60, port: 4010 });
const browser = await launch({ FONTCONFIG_FILE: join(folder, 'fonts.conf') });
const page = await browser.newPage({ viewport: { width: 1280, height: 1100 } });
await page.goto(mock.url.replace('127.0.0.1', 'localhost'));
await fill(page);
await page.screenshot({ path: file, animations: 'disabled' });
await browser.close();
await rm(folder, { recursive: true });
