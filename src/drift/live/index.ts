import { type OperationName, operations } from '../../client/operations.ts';
import type { Provider } from '../../client/providers.ts';
import { within } from '../../client/sleep.ts';
import { type Documented, documented } from '../../contract/answers/routes.ts';
import { isTaken, reasonOf } from '../../contract/exchange.ts';
import { CouldNotCheck, type Report } from '../../contract/finding.ts';
import { recorder } from '../../contract/record.ts';
import { type ProviderName, providers } from '../../documents/documents.ts';
import type { Fetch } from '../traffic/http.ts';
import { follow } from './follow.ts';
import { type CreatedTask, type Ledger, openLedger } from './ledger.ts';
import { list, unknownId, withoutCredentials } from './probes.ts';
import { refusals } from './refusals.ts';
import { reasonFor, Session } from './session.ts';
import { spend } from './spending.ts';

export type { CreatedTask } from './ledger.ts';

/** How a provider's answers are checked. */
export interface LiveOptions<P extends ProviderName = ProviderName> {
  provider: P;
  /** What the provider takes, as for `createKling`. */
  credentials: Parameters<(typeof providers)[P]['auth']>[0];
  /** Stands in for the provider's origin; its prefix is still added. */
  baseUrl?: string | undefined;
  /** How many tasks may be created and paid for. @default 0 */
  spend?: number | undefined;
  /** The id of a task of the account to look at. */
  task?: string | undefined;
  /** What kind of task that is; the others are tried after it. */
  operation?: OperationName | undefined;
  /** Milliseconds that all of it may take. @default 900_000 */
  timeout?: number | undefined;
  /** Milliseconds between two looks at a task. @default 5000 */
  pollInterval?: number | undefined;
  /** Stands in for the global `fetch`. */
  fetch?: Fetch | undefined;
  /** Ends the check; what was found until then is reported. */
  signal?: AbortSignal | undefined;
  /** Told what goes on, in lines for people, without secrets. */
  onProgress?: ((line: string) => void) | undefined;
  /** Keeps every exchange in this folder, redacted. */
  record?: string | undefined;
}

/** What was found, and the tasks that this created. */
export interface LiveReport extends Report {
  tasks: CreatedTask[];
}

/** One part of a check. */
interface Step {
  what: string;
  run: () => Promise<void>;
}

/**
 * Asks a provider and checks every answer against its document. Costs nothing without `spend`, unless the provider
 * takes what its document says it refuses: then one task may have been made, and the report names it.
 * @throws {CouldNotCheck} nothing could be checked: no answer, another server's, or credentials that are refused. Where
 *   only some of it could not be, the report has that under `skipped` with `failed`.
 * @throws {TypeError} an option is of no use
 */
export async function driftLive<P extends ProviderName>(
  options: LiveOptions<P>,
): Promise<LiveReport> {
  const { provider, timeout = 900_000, signal, record } = options;
  // One provider's credentials are for its own `auth`; types cannot follow that through the table.
  const { auth, origin } = providers[provider] as Provider<unknown, string, never>;
  const signer = auth(options.credentials as never);
  const ledger = openLedger(whole('spend', options.spend ?? 0));
  const baseUrl = addressOf(options.baseUrl ?? origin);
  const keep = record === undefined ? undefined : await recorder(record);
  return within(
    timeout,
    async (stop) => {
      const session = new Session({
        baseUrl,
        auth: signer,
        fetch: options.fetch ?? ((request) => globalThis.fetch(request)),
        signal: stop,
        interval: options.pollInterval ?? 5000,
        tell: options.onProgress ?? (() => {}),
        keep,
      });
      await take(stepsOf(options, session, ledger), session, stop);
      notAsked(options, session);
      return { ...session.report(), tasks: [...ledger.tasks] };
    },
    signal,
  );
}

function stepsOf(options: LiveOptions, session: Session, ledger: Ledger): Step[] {
  const { provider, task, pollInterval = 5000 } = options;
  const names = Object.keys(operations) as OperationName[];
  const offered = (action: Documented['action'] & string) =>
    names.flatMap((name) => documented(provider, name, action) ?? []);
  const steps = (
    what: string,
    all: Documented[],
    run: (each: Documented) => Promise<void>,
  ): Step[] => all.map((each) => ({ what: `${each.name}: ${what}`, run: () => run(each) }));
  const gets = offered('get');
  return [
    ...steps('a look without credentials', gets, (get) => withoutCredentials(session, get)),
    ...steps('an unknown id', gets, (get) => unknownId(session, get)),
    ...steps('the list', offered('list'), (each) => list(session, each)),
    ...(task ? [{ what: `task ${task}`, run: () => given(session, options, gets, task) }] : []),
    ...steps('creates that break a rule', offered('create'), (each) =>
      refusals(session, ledger, each),
    ),
    ...(ledger.left() > 0
      ? [
          {
            what: 'tasks to their end',
            run: () => spend({ session, ledger, provider, pollInterval }),
          },
        ]
      : []),
  ];
}

/** Takes one step after the other. What stops one stops all after it. */
async function take(steps: Step[], session: Session, signal: AbortSignal): Promise<void> {
  for (const [index, { what, run }] of steps.entries()) {
    session.setup.tell(what);
    try {
      await run();
    } catch (error) {
      const isOurs = error instanceof CouldNotCheck;
      if (!isOurs && !signal.aborted) throw error;
      const why = isOurs ? error.message : reasonFor(signal);
      if (session.report().checked === 0) throw isOurs ? error : new CouldNotCheck(why);
      for (const { what } of steps.slice(index)) session.skip({ what, why, failed: true });
      return;
    }
  }
}

/** Follows a task that exists, whatever kind it is. */
async function given(
  session: Session,
  options: LiveOptions,
  gets: Documented[],
  id: string,
): Promise<void> {
  const { operation, pollInterval = 5000 } = options;
  const first = [...gets].sort(
    (a, b) => Number(b.name === operation) - Number(a.name === operation),
  );
  for (const get of first) {
    const exchange = await session.send(get, { id });
    if (isTaken(exchange)) return void (await follow(session, get, id, pollInterval));
    if (reasonOf(exchange) !== 'request') return void session.excuse(`task ${id}`, exchange);
  }
  session.skip({ what: `task ${id}`, why: 'the provider knows no such task', failed: true });
}

function notAsked({ task, spend: budget = 0 }: LiveOptions, session: Session): void {
  if (!task) session.skip({ what: 'a task of yours', why: 'not asked for: --task ID' });
  if (budget > 0) return;
  session.skip({ what: 'tasks to their end', why: 'costs money and was not asked for: --spend N' });
}

function whole(name: string, value: number): number {
  if (Number.isInteger(value) && value >= 0) return value;
  throw new TypeError(`${name} is a number of tasks: 0, 1, 2 …`);
}

function addressOf(baseUrl: string): string {
  if (/^https?:/.test(baseUrl) && URL.canParse(baseUrl)) return new URL(baseUrl).href;
  throw new TypeError('baseUrl is not an address such as http://127.0.0.1:4010');
}
