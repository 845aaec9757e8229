/** What a browser has besides connections that break: a cache, and pages that are not in a secure context. */
import type { Browser } from 'playwright-core';
import type { Measured } from '../findings.ts';
import { callInPage, openPage, type Run } from '../runtimes.ts';
import { type Behaviour, Provider } from './provider.ts';

/** A name that the browser takes for this machine, but not for a secure context. */
export const insecureHost = 'page.test';

/** Lets a page make a task and wait for it. Counts the polls that its network stack was asked for, too. */
async function runInPage(browser: Browser, behaviour: Behaviour, host?: string) {
  const name = 'cometapi';
  const provider = await Provider.start(name, behaviour);
  const { page, close } = await openPage(browser, host);
  try {
    let asked = 0;
    page.on('request', (request) => {
      if (request.method() === 'GET') asked += 1;
    });
    const settings = { provider: name, baseUrl: provider.url, timeout: 15_000 };
    const run: Run = await callInPage(page, 'tryRun', settings);
    const isSecure = await page.evaluate(() => isSecureContext);
    return { run, asked, saw: provider.saw, isSecure };
  } finally {
    await close();
    provider.stop();
  }
}

/** Whether polls reach the provider although their answers may be cached, and whether a page of a LAN works. */
export async function measureBrowsers(browser: Browser): Promise<Measured> {
  const takes = () => 3_000;
  const pollHeaders = { 'cache-control': 'max-age=60' };
  const cached = await runInPage(browser, { takes, pollHeaders });
  const insecure = await runInPage(browser, {}, insecureHost);
  return {
    findings: [
      {
        what: 'polls in Chromium whose answers may be cached for a minute',
        found: `${cached.run.end}, ${cached.asked} polls made, ${cached.saw.polls} arrived`,
        wanted: 'task, all arrived',
        isRight:
          cached.run.end === 'task' && cached.saw.polls > 1 && cached.asked === cached.saw.polls,
      },
      {
        what: 'a task from a page that is not in a secure context',
        found: `${insecure.run.end}, ${insecure.isSecure ? 'secure' : 'not secure'}`,
        wanted: 'task, not secure',
        isRight: insecure.run.end === 'task' && !insecure.isSecure,
      },
    ],
  };
}
