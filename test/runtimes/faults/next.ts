/** Waits in a Server Component, where Next memoizes what it can. */
import type { Measured } from '../findings.ts';
import { type Run, startNext } from '../runtimes.ts';
import type { Served } from '../serve.ts';
import { type Behaviour, breaks, Provider } from './provider.ts';

/** Lets a page wait for a task while it is rendered. */
async function render(next: Served, behaviour: Behaviour, settings: object) {
  const provider = await Provider.start(behaviour);
  const text = encodeURIComponent(JSON.stringify({ ...settings, baseUrl: provider.url }));
  try {
    const answer = await fetch(`${next.url}/wait?settings=${text}`);
    const [, found] = /data-found="([^"]*)"/.exec(await answer.text()) ?? [];
    if (found === undefined) throw new Error(`HTTP ${answer.status} without a result`);
    const run: Run = JSON.parse(decodeURIComponent(found));
    return { run, saw: provider.saw };
  } finally {
    provider.stop();
  }
}

/** Whether every poll goes out, and whether a create is still paid once. */
export async function measureNext(): Promise<Measured> {
  const next = await startNext();
  const takes = () => 3_000;
  const timeout = 15_000;
  const waited = await render(next, { takes }, { provider: 'cometapi', timeout });
  const lost = await render(
    next,
    { breaks: breaks['reset (RST)'], hidden: 1_500, isUnique: false },
    // Longer than the minute after which the provider's "no such task" counts.
    { provider: 'klingai', timeout: 90_000, createTimeout: 90_000 },
  );
  const isAsked = waited.saw.polls > 1 && waited.saw.polls >= waited.run.polls;
  return {
    findings: [
      {
        what: 'a wait in a Server Component of Next, cometapi',
        found: `${waited.run.end}, ${waited.run.polls} polls made, ${waited.saw.polls} arrived`,
        wanted: 'task, all arrived',
        isRight: waited.run.end === 'task' && isAsked,
      },
      {
        what: 'a create in a Server Component whose response is lost and whose task is found after 1.5 s, klingai',
        found: `${lost.run.end}, ${lost.saw.creates} sent, ${lost.saw.paid} paid, ${lost.saw.polls} reads`,
        wanted: 'task, 1 sent, 1 paid',
        isRight: lost.run.end === 'task' && lost.saw.creates === 1 && lost.saw.paid === 1,
      },
    ],
  };
}
