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

/** A page of its own, which must not complain. */
export interface Visit {
  page: Page;
  /** Says that the page is right to complain of something like this, once or more. */
  expectComplaint(text: RegExp): void;
  /** Closes the page; fails when it complained, or did not although it should have. */
  leave(): Promise<void>;
}

/** Opens an address and listens for whatever goes wrong there. */
export async function visit(
  browser: Browser,
  address: string,
  options: BrowserContextOptions = {},
): Promise<Visit> {
  const context = await browser.newContext(options);
  context.setDefaultTimeout(5_000);
  const page = await context.newPage();
  const complaints: string[] = [];
  const expected: RegExp[] = [];
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => {
    const isBad = ['error', 'warning'].includes(message.type());
    if (isBad) complaints.push(`${message.text()} ${message.location().url}`);
  });
  await page.goto(address);
  return {
    page,
    expectComplaint: (text) => expected.push(text),
    async leave() {
      await context.close();
      const isExpected = (line: string) => expected.some((text) => text.test(line));
      expect(complaints.filter((line) => !isExpected(line))).toEqual([]);
      for (const text of expected) expect(complaints).toContainEqual(expect.stringMatching(text));
    },
  };
}
