/** Waits in a Server Component, where Next memoizes what it can. */
import { type ProviderName, providerNames } from '../../../src/documents/documents.ts';
import type { Finding, Measured } from '../findings.ts';
import { type Run, startNext } from '../runtimes.ts';
import type { Served } from '../serve.ts';
import { type Behaviour, breaks, findsUnnamed, Provider } from './provider.ts';

/** Lets a page wait for a task while it is rendered. */
async function render(next: Served, name: ProviderName, behaviour: Behaviour, settings: object) {
  const provider = await Provider.start(name, behaviour);
  const told = { ...settings, provider: name, baseUrl: provider.url };
  const text = encodeURIComponent(JSON.stringify(told));
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

/** Whether every poll goes out. */
async function measureWait(next: Served, name: ProviderName): Promise<Finding> {
  const { run, saw } = await render(next, name, { takes: () => 3_000 }, { timeout: 15_000 });
  const isAsked = saw.polls > 1 && saw.polls >= run.polls;
  return {
    what: `a wait in a Server Component of Next, ${name}`,
    found: `${run.end}, ${run.polls} polls made, ${saw.polls} arrived`,
    wanted: 'task, all arrived',
    isRight: run.end === 'task' && isAsked,
  };
}

/** Whether a create is still paid once, where its task is found by its external id. */
async function measureLost(next: Served, name: ProviderName): Promise<Finding> {
  const { run, saw } = await render(
    next,
    name,
    { breaks: breaks['reset (RST)'], hidden: 1_500, isUnique: false },
    // Longer than the minute after which the provider's "no such task" counts.
    { timeout: 90_000, createTimeout: 90_000 },
  );
  return {
    what: `a create in a Server Component whose response is lost and whose task is found after 1.5 s, ${name}`,
    found: `${run.end}, ${saw.creates} sent, ${saw.paid} paid, ${saw.polls} reads`,
    wanted: 'task, 1 sent, 1 paid',
    isRight: run.end === 'task' && saw.creates === 1 && saw.paid === 1,
  };
}

/** Both at every provider. */
export async function measureNext(): Promise<Measured> {
  const next = await startNext();
  const findings: Finding[] = [];
  for (const name of providerNames) findings.push(await measureWait(next, name));
  for (const name of providerNames.filter(findsUnnamed))
    findings.push(await measureLost(next, name));
  return { findings };
}
