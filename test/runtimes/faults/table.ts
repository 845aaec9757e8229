/** What becomes of a create whose connection breaks, in every runtime. */
import type { Browser } from 'playwright-core';
import { toTable } from '../../../scripts/markers.ts';
import { type ProviderName, providerNames } from '../../../src/documents/documents.ts';
import type { Finding, Measured } from '../findings.ts';
import { callInPage, openPage, runProgram, startWorker } from '../runtimes.ts';
import { Front } from './front.ts';
import { type Behaviour, type Break, breaks, findsUnnamed, Provider } from './provider.ts';

/** Milliseconds. A platform that tells nothing about a connection makes the client search until then. */
const createTimeout = 8_000;

/** One way in which a create may fail, and what it is tried with. */
interface Case {
  row: string;
  provider: ProviderName;
  isUnique: boolean;
  isReused: boolean;
  /** Undefined when nothing can be reached at all. */
  behaviour?: Behaviour;
  baseUrl?: string;
}

/** What became of one case. */
interface Outcome {
  of: Case;
  creates: number;
  paid: number;
  end: string;
}

/** Nothing listens on that port, which no server is given by itself either; and `.invalid` never resolves. */
const unreachable = {
  'connection refused': 'http://127.0.0.1:1999',
  'unknown host name': 'http://nowhere.invalid',
};

/** Every way in which a connection breaks, on a new and on a reused socket, for one provider that insists on unique external ids or not. */
const cases: Case[] = providerNames.flatMap((provider) => [
  ...Object.entries<Break>(breaks).flatMap(([how, end]) =>
    [false, true].flatMap((isReused) =>
      [true, false].map((isUnique) => ({
        row: `${how}, ${isReused ? 'reused' : 'new'} socket`,
        provider,
        isUnique,
        isReused,
        behaviour: { breaks: end, isUnique, closesAfterPreflight: !isReused },
      })),
    ),
  ),
  ...Object.entries(unreachable).map(([row, baseUrl]) => {
    return { row, provider, isUnique: true, isReused: false, baseUrl };
  }),
]);

/** What a program in a runtime is told about a case. */
interface Told {
  provider: string;
  baseUrl: string;
  createTimeout: number;
  isReused: boolean;
}

type Try = (told: Told[]) => Promise<string[]>;

/** Tries all of the cases in one runtime, each with a provider of its own. */
async function measure(tryAll: Try): Promise<{ outcomes: Outcome[]; wrongSockets: string[] }> {
  const outcomes: Outcome[] = [];
  const wrongSockets: string[] = [];
  // Not all at once: Bun keeps 64 sockets for reuse.
  for (const isReused of [false, true]) {
    const tried = cases.filter((of) => of.isReused === isReused);
    const servers = await Promise.all(
      tried.map(({ provider, behaviour }) => Provider.start(provider, behaviour)),
    );
    const told = tried.map(({ provider, baseUrl }, nth) => ({
      provider,
      baseUrl: baseUrl ?? servers[nth]?.url ?? '',
      createTimeout,
      isReused,
    }));
    try {
      const ends = await tryAll(told);
      for (const [nth, of] of tried.entries()) {
        const { creates = 0, paid = 0, wasReused = false } = servers[nth]?.saw ?? {};
        outcomes.push({ of, creates, paid, end: ends[nth] ?? 'nothing' });
        if (of.behaviour && wasReused !== isReused) wrongSockets.push(`${of.provider}, ${of.row}`);
      }
    } finally {
      for (const server of servers) server.stop();
    }
  }
  return { outcomes, wrongSockets };
}

/** The cases through proxies, where it is the connection between page and proxy that breaks. */
async function measureProxy(tryAll: Try, origin: string): Promise<Outcome[]> {
  const tried = cases.filter(({ behaviour }) => behaviour);
  const fronts = await Promise.all(
    tried.map(({ provider, behaviour = {} }) => Front.start(provider, behaviour, origin)),
  );
  try {
    const ends = await tryAll(
      tried.map(({ provider, isReused }, nth) => {
        const baseUrl = fronts[nth]?.url ?? '';
        return { provider, baseUrl, createTimeout, isReused };
      }),
    );
    return tried.map((of, nth) => {
      const { creates = 0, paid = 0 } = fronts[nth]?.saw ?? {};
      return { of, creates, paid, end: ends[nth] ?? 'nothing' };
    });
  } finally {
    for (const front of fronts) front.stop();
  }
}

/** The outcomes by runtime, the title of a column. */
type Columns = Record<string, Outcome[]>;

const neverSent = 'ConnectionError, sent: false';
const uncertain = 'CreateUncertainError';
/** Where a failed connection looks like a broken one. */
const silent = ['workerd', 'Chromium'];
const throughProxy = 'Chromium, proxy in Node';

/** What is wrong with an outcome; undefined when it is as it should be. */
function fault(runtime: string, { of, creates, paid, end }: Outcome): string | undefined {
  if (!of.behaviour) {
    const wanted = silent.includes(runtime) ? uncertain : neverSent;
    return end === wanted && creates === 0 ? undefined : `${wanted} and no create`;
  }
  // Only a browser repeats a create by itself, and only its provider or proxy can tell.
  const mayRepeat = runtime === 'Chromium';
  const ends = endsOf(runtime, of);
  const isSentOnce = mayRepeat || creates === 1;
  const isPaidOnce = paid === 1 || (mayRepeat && !of.isUnique);
  if (isSentOnce && isPaidOnce && ends.includes(end)) return undefined;
  return `${mayRepeat ? '' : '1 sent, '}1 paid, ${ends.join(' or ')}`;
}

/** How a create of this case may end whose connection broke. */
function endsOf(runtime: string, { provider, isUnique, behaviour }: Case): string[] {
  if (behaviour?.breaks?.isGone) return [uncertain];
  if (findsUnnamed(provider)) return ['task'];
  // A task where the browser's second create was answered, by the proxy or by a provider that takes it for another.
  const isAnswered = runtime === throughProxy || (runtime === 'Chromium' && !isUnique);
  return isAnswered ? ['task', uncertain] : [uncertain];
}

const textOf = ({ creates, paid, end }: Outcome) => `${creates} sent, ${paid} paid: ${end}`;

/** Findings about a runtime, one for each provider: what is not as it should be. */
function judge(runtime: string, outcomes: Outcome[]): Finding[] {
  return providerNames.map((provider) => {
    const own = outcomes.filter(({ of }) => of.provider === provider);
    const wrong = own.flatMap((outcome) => {
      const { row, isUnique } = outcome.of;
      const wanted = fault(runtime, outcome);
      const of = `${row}${isUnique ? '' : ', external ids not enforced'}`;
      return wanted ? [`${of}: ${textOf(outcome)} (wanted: ${wanted})`] : [];
    });
    return {
      what: `broken creates in ${runtime}, ${provider}`,
      found: [`${own.length - wrong.length} of ${own.length} right`, ...wrong].join('\n      '),
      wanted: 'all right',
      isRight: wrong.length === 0 && own.length > 0,
    };
  });
}

/** A cell: creates on the wire / tasks paid → how it ended; twice where it matters whether external ids are enforced. */
function cellOf(outcomes: Outcome[]): string {
  const texts = outcomes.map(({ creates, paid, end }) => `${creates} / ${paid} → ${end}`);
  return [...new Set(texts)].join('; ') || '–';
}

function tables(columns: Columns): string {
  const rows = [...new Set(cases.map(({ row }) => row))];
  return providerNames
    .map((provider) =>
      toTable(
        [provider, ...Object.keys(columns)],
        rows.map((row) => [
          row,
          ...Object.values(columns).map((outcomes) =>
            cellOf(outcomes.filter(({ of }) => of.row === row && of.provider === provider)),
          ),
        ]),
      ),
    )
    .join('\n\n');
}

/** Measures the table of docs/reliability.md. */
export async function measureTable(browser: Browser): Promise<Measured> {
  const columns: Columns = {};
  const findings: Finding[] = [];
  const add = async (runtime: string, tryAll: Try) => {
    const { outcomes, wrongSockets } = await measure(tryAll);
    columns[runtime] = outcomes;
    findings.push(...judge(runtime, outcomes));
    findings.push({
      what: `sockets of ${runtime} were as said`,
      found: wrongSockets.length ? `not so: ${wrongSockets.join('; ')}` : 'all',
      wanted: 'all',
      isRight: wrongSockets.length === 0,
    });
  };
  for (const runtime of ['Node', 'Bun', 'Deno']) {
    await add(runtime, (told) => runProgram(runtime, 'command.mjs', told) as Promise<string[]>);
  }
  const worker = await startWorker('2026-04-01');
  try {
    await add('workerd', async (told) => {
      const settings = encodeURIComponent(JSON.stringify(told));
      const answer = await fetch(`${worker.url}/creates?settings=${settings}`);
      return answer.json() as Promise<string[]>;
    });
  } finally {
    worker.stop();
  }
  const { page, origin, close } = await openPage(browser);
  try {
    await add('Chromium', (told) => callInPage(page, 'tryCreates', told));
    const outcomes = await measureProxy((told) => callInPage(page, 'tryCreates', told), origin);
    columns[throughProxy] = outcomes;
    findings.push(...judge(throughProxy, outcomes));
  } finally {
    await close();
  }
  return { findings, table: tables(columns) };
}
