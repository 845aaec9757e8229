import { AsyncLocalStorage } from 'node:async_hooks';
import chromium from '@sparticuz/chromium';
import {
  type Browser,
  type BrowserContextOptions,
  type Locator,
  type Page,
  chromium as playwright,
} from 'playwright-core';
import { expect, vi } from 'vitest';

/** Which browser plays MP3, WAV and H.264: the one from npm on Linux, an installed Chrome elsewhere. */
export async function chooseBrowser(): Promise<{
  executablePath?: string;
  channel?: string;
  args?: string[];
}> {
  if (process.platform !== 'linux') return { channel: 'chrome' };
  chromium.setGraphicsMode = false;
  // Not the package's own flags: they turn off the same-origin policy, which these tests rely on.
  // Without a graphics card, to imitate one costs more than to draw without it.
  return {
    executablePath: await chromium.executablePath(),
    args: ['--no-sandbox', '--disable-gpu'],
  };
}

/** Starts that browser. */
export async function launch(
  env: Record<string, string> = {},
  args: string[] = [],
): Promise<Browser> {
  const { args: always = [], ...choice } = await chooseBrowser();
  const options = { headless: true, env: { ...process.env, ...env } as Record<string, string> };
  // Playwright knows by a storage which call is which. Node follows each promise of the process for it, also when no browser
  // is open any more: all that a worker tests after that would take a tenth longer.
  const stored = vi.spyOn(AsyncLocalStorage.prototype, 'run');
  try {
    const browser = await playwright.launch({ ...options, ...choice, args: [...always, ...args] });
    const storages = stored.mock.contexts;
    browser.on('disconnected', () => {
      for (const each of storages) if (each instanceof AsyncLocalStorage) each.disable();
    });
    return browser;
  } catch (cause) {
    if (process.platform === 'linux') throw cause;
    const message = 'NO BROWSER: these tests need Linux or an installed Google Chrome';
    throw new Error(message, { cause });
  } finally {
    stored.mockRestore();
  }
}

/** Milliseconds that a page has for anything: a limit against hanging, not a measure. */
const patience = 120_000;

/** An open page, which must not log errors or warnings. */
export interface Visit {
  page: Page;
  /** Expects the page to log an error or a warning like this, once or more. */
  expectComplaint(text: RegExp): void;
  /** Fails if since the last call the page logged something unexpected, or did not log what was expected. */
  settle(): void;
  /** Settles and closes the page. */
  leave(): Promise<void>;
}

/** Opens an address, and collects the errors and warnings of its page. */
export async function visit(
  browser: Browser,
  address: string,
  options: BrowserContextOptions = {},
): Promise<Visit> {
  const context = await browser.newContext(options);
  context.setDefaultTimeout(patience);
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
    const found = complaints;
    const wanted = expected;
    complaints = [];
    expected = [];
    // A player may still be loading a file when a reset deletes its task. Other tests make sure that files are there.
    const allowed = [...wanted, /status of 404 .*\/media\/\d+\.\w+$/];
    const unexpected = found.filter((line) => !allowed.some((text) => text.test(line)));
    expect(unexpected).toEqual([]);
    for (const text of wanted) expect(found).toContainEqual(expect.stringMatching(text));
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

/** Makes the mock forget everything, and waits until the page shows nothing of it. */
export const reset = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    const has = (selector: string) => document.querySelector(selector) !== null;
    const told = document.querySelector('#message');
    if (told) told.textContent = '';
    document.querySelector<HTMLElement>('#controls button:last-child')?.click();
    while (!told?.textContent || has('.card, .exchange, .rules li'))
      await new Promise((resolve) => setTimeout(resolve, 10));
  });

/** Picks one of a few that stand side by side. */
export const pick = (page: Page, name: string): Promise<void> =>
  press(page.locator('form label').getByText(name, { exact: true }));

/** Chooses from a list with a search. */
export async function choose(page: Page, field: string, name: string): Promise<void> {
  await page.locator(`.chooser:has([aria-label="${field}"])`).evaluate((chooser, name) => {
    const input = chooser.querySelector('input');
    if (input) input.value = name;
    input?.dispatchEvent(new Event('input'));
    const options = [...chooser.querySelectorAll<HTMLElement>('[role=option]')];
    const [found] = options.filter((each) => each.firstElementChild?.textContent === name);
    if (!found) throw new Error(`nothing to choose is called ${name}`);
    found.click();
  }, name);
}

/** Sends the request in the form. */
export const send = (page: Page): Promise<void> => press(page.locator('#send'));

/**
 * Clicks within the page. To find a thing by its role, to scroll to it and to wait until it is still takes most of the time of
 * a test; those that are about the mouse and the keyboard do what people do.
 */
const press = (place: Locator): Promise<void> =>
  place.evaluate((each: HTMLElement) => each.click());

/** Waits until the form says how the request went: within the page, as each look from outside costs as much as a click. */
export async function outcome(page: Page, text: string | RegExp): Promise<void> {
  const said = await page.evaluate(
    async ([text, limit]) => {
      // No function has a name here: under tsx it would look for a helper of tsx in the page.
      for (const ends = performance.now() + limit; ; ) {
        const said = document.querySelector('#outcome')?.textContent ?? 'nothing';
        if (typeof text === 'string' ? said.includes(text) : text.test(said)) return undefined;
        if (performance.now() > ends) return said;
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
    },
    [text, patience] as const,
  );
  if (said !== undefined) throw new Error(`the form does not say ${text} but: ${said}`);
}
