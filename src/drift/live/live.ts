import type { Fetch } from '../../client/connection.ts';
import { type OperationName, operations } from '../../client/operations.ts';
import type { Provider } from '../../client/providers.ts';
import { within } from '../../client/sleep.ts';
import { type Action, type DocumentedOperation, findOperation } from '../../contract/documented.ts';
import { isAccepted, refusalReason } from '../../contract/exchange.ts';
import { CouldNotCheck, type Report } from '../../contract/finding.ts';
import { openRecorder } from '../../contract/recordings.ts';
import { type ProviderName, providers } from '../../documents/documents.ts';
import { followTask } from './follow.ts';
import { type CreatedTask, Ledger } from './ledger.ts';
import { checkCredentials, checkList, checkRefusals, checkUnknownId } from './probes.ts';
import { describeAbort, Session } from './session.ts';
import { spend } from './spending.ts';

/** Options of {@link driftLive}. */
export interface LiveOptions<P extends ProviderName = ProviderName> {
  provider: P;
  /** What the provider takes, as for `createKling`. */
  credentials: Parameters<(typeof providers)[P]['auth']>[0];
  /** Used instead of the provider's origin; its prefix is still added. */
  baseUrl?: string | undefined;
  /** How many tasks may be created and paid for. @default 0 */
  spend?: number | undefined;
  /** The id of one of the account's tasks, to be checked as well. */
  task?: string | undefined;
  /** Which operation that task is of; the others are tried after it. */
  operation?: OperationName | undefined;
  /** Milliseconds that the whole check may take. @default 900_000 */
  timeout?: number | undefined;
  /** Milliseconds between two polls of a task. @default 5000 */
  pollInterval?: number | undefined;
  /** Used instead of the global `fetch`. */
  fetch?: Fetch | undefined;
  /** Ends the check; what was found until then is reported. */
  signal?: AbortSignal | undefined;
  /** Called with lines that tell people about the progress. Nothing secret is in them. */
  onProgress?: ((line: string) => void) | undefined;
  /** Keeps every exchange in this folder, redacted. */
  record?: string | undefined;
}

/** What was found, and the tasks that the check has created. */
export interface LiveReport extends Report {
  tasks: CreatedTask[];
}

/** One step of a check. */
interface Step {
  what: string;
  run: () => Promise<void>;
}

const defaultInterval = 5000;

/**
 * Sends requests to a provider and checks every answer against its document. Costs nothing without `spend`, unless the
 * provider accepts what its document says it refuses: then one task may have been created, and the report names it.
 * @throws {CouldNotCheck} nothing could be checked: there was no answer, another server answered, or the credentials were
 *   refused. When only a part could not be checked, the report has it under `skipped`, with `failed`.
 * @throws {TypeError} an option cannot be used
 */
export async function driftLive<P extends ProviderName>(
  options: LiveOptions<P>,
): Promise<LiveReport> {
  const { provider, timeout = 900_000, signal, record } = options;
  // Each provider's credentials are for its own `auth`, which TypeScript cannot follow through the table.
  const { auth, origin } = providers[provider] as Provider;
  const signer = auth(options.credentials as never);
  const ledger = new Ledger(checkBudget(options.spend ?? 0));
  const baseUrl = checkAddress(options.baseUrl ?? origin);
  const keep = record === undefined ? undefined : await openRecorder(record);
  return within(
    timeout,
    async (stop) => {
      const session = new Session({
        baseUrl,
        auth: signer,
        fetch: options.fetch ?? globalThis.fetch,
        signal: stop,
        pollInterval: options.pollInterval ?? defaultInterval,
        tell: options.onProgress ?? (() => {}),
        keep,
      });
      await runSteps(makeSteps(options, session, ledger), session);
      skipUnrequested(options, session);
      return { ...session.report(), tasks: [...ledger.tasks] };
    },
    signal,
  );
}

function makeSteps(options: LiveOptions, session: Session, ledger: Ledger): Step[] {
  const { provider, task } = options;
  const names = Object.keys(operations) as OperationName[];
  const offered = (action: Action) =>
    names.flatMap((name) => findOperation(provider, name, action) ?? []);
  const forEach = (
    what: string,
    all: DocumentedOperation[],
    run: (each: DocumentedOperation) => Promise<void>,
  ): Step[] => all.map((each) => ({ what: `${each.name}: ${what}`, run: () => run(each) }));
  const gets = offered('get');
  const steps = [
    ...forEach('a request without credentials', gets, (get) => checkCredentials(session, get)),
    ...forEach('an unknown id', gets, (get) => checkUnknownId(session, get)),
    ...forEach('the list', offered('list'), (list) => checkList(session, list)),
  ];
  if (task) {
    steps.push({ what: `task ${task}`, run: () => checkGivenTask(session, options, gets, task) });
  }
  steps.push(
    ...forEach('creates that break a rule', offered('create'), (create) =>
      checkRefusals(session, ledger, create),
    ),
  );
  if (ledger.left() > 0) {
    const run = () => spend({ session, ledger, provider });
    steps.push({ what: 'tasks to their end', run });
  }
  return steps;
}

/** Runs one step after the other. What ends one of them ends the whole check. */
async function runSteps(steps: Step[], session: Session): Promise<void> {
  const { signal, tell } = session.setup;
  for (const [index, { what, run }] of steps.entries()) {
    tell(what);
    try {
      await run();
    } catch (error) {
      const couldNotCheck = error instanceof CouldNotCheck;
      if (!couldNotCheck && !signal.aborted) throw error;
      const why = couldNotCheck ? error.message : describeAbort(signal);
      if (!session.hasChecked()) throw couldNotCheck ? error : new CouldNotCheck(why);
      for (const { what } of steps.slice(index)) session.skip({ what, why, failed: true });
      return;
    }
  }
}

/** Follows the task that the caller named, whichever operation it is of. */
async function checkGivenTask(
  session: Session,
  { operation }: LiveOptions,
  gets: DocumentedOperation[],
  id: string,
): Promise<void> {
  const givenFirst = [...gets].sort(
    (a, b) => Number(b.name === operation) - Number(a.name === operation),
  );
  for (const get of givenFirst) {
    const exchange = await session.send(get, { id });
    if (isAccepted(exchange)) {
      await followTask(session, get, id);
      return;
    }
    if (refusalReason(exchange) !== 'request') {
      session.skipIfInconclusive(`task ${id}`, exchange);
      return;
    }
  }
  session.skip({ what: `task ${id}`, why: 'the provider knows no such task', failed: true });
}

/** Lists what was not checked because nobody asked for it. */
function skipUnrequested({ task, spend: budget = 0 }: LiveOptions, session: Session): void {
  if (!task) session.skip({ what: 'a task of yours', why: 'not asked for: --task ID' });
  if (budget > 0) return;
  session.skip({ what: 'tasks to their end', why: 'costs money and was not asked for: --spend N' });
}

function checkBudget(spend: number): number {
  if (Number.isInteger(spend) && spend >= 0) return spend;
  throw new TypeError('spend is a number of tasks: 0, 1, 2 …');
}

function checkAddress(baseUrl: string): string {
  if (/^https?:/.test(baseUrl) && URL.canParse(baseUrl)) return new URL(baseUrl).href;
  throw new TypeError('baseUrl is not an address such as http://127.0.0.1:4010');
}
