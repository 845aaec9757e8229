import chromium from '@sparticuz/chromium';
import {
  type Browser,
  type BrowserContextOptions,
  type Page,
  chromium as playwright,
} from 'playwright-core';
import { expect } from 'vitest';

/** A browser that plays MP3, WAV and H.264: the one from npm on Linux, an installed Chrome elsewhere. */
export async function launch(env: Record<string, string> = {}): Promise<Browser> {
  const options = { headless: true, env: { ...process.env, ...env } as Record<string, string> };
  if (process.platform === 'linux') {
    chromium.setGraphicsMode = false;
    const executablePath = await chromium.executablePath();
    // Its own list of flags turns the same-origin policy off, which is a part of what is tested here.
    return playwright.launch({ ...options, executablePath, args: ['--no-sandbox'] });
  }
  return playwright.launch({ ...options, channel: 'chrome' }).catch((cause: unknown) => {
    const message = 'NO BROWSER: these tests need Linux or an installed Google Chrome';
    throw new Error(message, { cause });
  });
}

/** An open page, which must not complain. */
export interface Visit {
  page: Page;
  /** Says that the page is right to complain of something like this, once or more. */
  expectComplaint(text: RegExp): void;
  /** Fails when the page has complained since the last time, or has not although it should have. */
  settle(): void;
  /** Settles and closes the page. */
  leave(): Promise<void>;
}

/** Opens an address and listens for whatever goes wrong there. */
export async function visit(
  browser: Browser,
  address: string,
  options: BrowserContextOptions = {},
): Promise<Visit> {
  const context = await browser.newContext(options);
  // A limit against hanging, not a measure.
  context.setDefaultTimeout(120_000);
  const page = await context.newPage();
  let complaints: string[] = [];
  let expected: RegExp[] = [];
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => {
    const isBad = ['error', 'warning'].includes(message.type());
    if (isBad) complaints.push(`${message.text()} ${message.location().url}`);
  });
  await page.goto(address);
  const settle = () => {
    const [said, foretold] = [complaints, expected];
    [complaints, expected] = [[], []];
    // A file that was on its way when a reset took its task; that files are there, other lines tell.
    const expectedOrLate = [...foretold, /status of 404 .*\/media\/\d+\.\w+$/];
    const isForetold = (line: string) => expectedOrLate.some((text) => text.test(line));
    expect(said.filter((line) => !isForetold(line))).toEqual([]);
    for (const text of foretold) expect(said).toContainEqual(expect.stringMatching(text));
  };
  return {
    page,
    expectComplaint: (text) => expected.push(text),
    settle,
    async leave() {
      await context.close();
      settle();
    },
  };
}
