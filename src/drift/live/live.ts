import type { Fetch } from '../../client/connection.ts';
import type { OperationName } from '../../client/operations.ts';
import type { Provider } from '../../client/providers.ts';
import { within } from '../../client/sleep.ts';
import {
  type Action,
  type DocumentedOperation,
  documentedOperations,
  isFree,
  isNamed,
} from '../../contract/documented.ts';
import { type Exchange, isAccepted, refusalReason } from '../../contract/exchange.ts';
import { CouldNotCheck, type CreatedTask, type Report } from '../../contract/finding.ts';
import { openRecorder, type RecordOptions } from '../../contract/recorder.ts';
import { tasksAt } from '../../contract/tasks.ts';
import { type ProviderName, providers } from '../../documents/documents.ts';
import { isObject } from '../../documents/json.ts';
import { readAddress } from '../traffic/proxy.ts';
import { followTask } from './follow.ts';
import { Ledger } from './ledger.ts';
import { checkCall, checkCredentials, checkList, checkRefusals, checkUnknownId } from './probes.ts';
import { describeAbort, Session } from './session.ts';
import { spend } from './spending.ts';

/** Options of {@link driftLive}. */
export interface LiveOptions<P extends ProviderName = ProviderName> {
  provider: P;
  /** What the provider takes, as for `createKling`. */
  credentials: Parameters<(typeof providers)[P]['auth']>[0];
  /** Used instead of the provider's origin; its prefix is still added. */
  baseUrl?: string | undefined;
  /** How many tasks and calls may be paid for. Without it nothing is sent with credentials that may be charged. @default 0 */
  spend?: number | undefined;
  /**
   * Whether creates may be sent that break a documented rule. The provider should refuse them, and may charge for one that it
   * does not, so `spend` has to be 1 or more. @default false
   */
  probeLimits?: boolean | undefined;
  /** The id of one of the account's tasks, to be checked as well. */
  task?: string | undefined;
  /** Which operation that task is of; the others are tried after it. */
  operation?: OperationName | undefined;
  /** Checks these operations alone. @default all that the provider's document has */
  only?: readonly OperationName[] | undefined;
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
  /** Called with each exchange; the key is in none. */
  onExchange?: ((exchange: Exchange) => void) | undefined;
  /** Keeps each task and every other exchange in this folder, redacted. */
  record?: string | undefined;
  /** What is kept with `record` beside the form of the exchanges. */
  keep?: RecordOptions | undefined;
}

/** What was found, and the tasks that exist or may exist because of the check. */
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
 * Sends requests to a provider and checks every answer against its document. Costs nothing without `spend`: no create is
 * sent with credentials then, and no call but those that the document says are free. With it, each of these is counted before it is
 * sent; only a clear refusal takes that back. Nothing is deleted but what the check itself has made.
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
  const ledger = new Ledger(checkBudget(options));
  const baseUrl = readAddress(options.baseUrl ?? origin, 'baseUrl').href;
  const recorder =
    record === undefined ? undefined : await openRecorder(record, options.keep, options.fetch);
  const keep = async (exchange: Exchange) => {
    options.onExchange?.(exchange);
    await recorder?.(exchange);
  };
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
      await runSteps(makeSteps(options, session, ledger), session, ledger);
      skipUnrequested(options, session);
      return { ...session.report(), tasks: ledger.tasks };
    },
    signal,
  );
}

function makeSteps(options: LiveOptions, session: Session, ledger: Ledger): Step[] {
  const { provider, task, probeLimits = false, only } = options;
  const offered = (...actions: Action[]) =>
    documentedOperations(provider).filter((each) => {
      const isAsked = !only || only.some((name) => isNamed(each, name));
      return each.name && each.action && actions.includes(each.action) && isAsked;
    });
  const forEach = (
    what: string,
    all: DocumentedOperation[],
    run: (each: DocumentedOperation) => Promise<void>,
  ): Step[] => all.map((each) => ({ what: `${each.name}: ${what}`, run: () => run(each) }));
  const gets = offered('get');
  const calls = offered('call');
  const creates = offered('create');
  const steps = [
    ...forEach('a request without credentials', [...gets, ...calls], (each) =>
      checkCredentials(session, ledger, each, creates),
    ),
    ...forEach('an unknown id', gets, (get) => checkUnknownId(session, get)),
    ...forEach('the list', offered('list', 'presets'), (list) => checkList(session, list)),
    ...forEach('a call', calls.filter(isFree), (call) => checkCall(session, call)),
  ];
  if (task) {
    steps.push({ what: `task ${task}`, run: () => checkGivenTask(session, options, gets, task) });
  }
  const paid = [...creates, ...calls.filter((call) => !isFree(call))];
  if (probeLimits) {
    const probe = (create: DocumentedOperation) => checkRefusals(session, ledger, create);
    steps.push(...forEach('creates that break a rule', paid, probe));
  }
  if (ledger.left() > 0) {
    const run = () => spend({ session, ledger, creates: paid, probeLimits });
    steps.push({ what: 'tasks to their end', run });
  }
  return steps;
}

/** Runs one step after the other. What ends one of them ends the whole check. */
async function runSteps(steps: Step[], session: Session, ledger: Ledger): Promise<void> {
  const { signal, tell } = session.setup;
  for (const [index, { what, run }] of steps.entries()) {
    tell(what);
    try {
      await run();
    } catch (error) {
      const couldNotCheck = error instanceof CouldNotCheck;
      // Tasks that may exist have to be reported, whatever has happened.
      if (!couldNotCheck && !signal.aborted && ledger.tasks.length === 0) throw error;
      const why = couldNotCheck
        ? error.message
        : signal.aborted
          ? describeAbort(signal)
          : 'the check itself failed';
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
    (a, b) => Number(isNamed(b, `${operation}`)) - Number(isNamed(a, `${operation}`)),
  );
  for (const get of givenFirst) {
    const exchange = await session.send(get, { id });
    const isShown = tasksAt(get, exchange.body).some(({ value }) => isObject(value));
    if (isAccepted(exchange) && isShown) {
      await followTask(session, get, id);
      return;
    }
    if (!isAccepted(exchange) && refusalReason(exchange) !== 'request') {
      session.skipIfInconclusive(`task ${id}`, exchange);
      return;
    }
  }
  session.skip({ what: `task ${id}`, why: 'the provider knows no such task', failed: true });
}

/** Lists what was not checked because nobody asked for it. */
function skipUnrequested(options: LiveOptions, session: Session): void {
  const { task, spend: budget = 0, probeLimits } = options;
  if (!task) session.skip({ what: 'a task of yours', why: 'not asked for: --task ID' });
  if (!probeLimits) {
    const why = 'may cost money and were not asked for: --spend N --probe-limits';
    session.skip({ what: 'creates that break a rule', why });
  }
  if (budget > 0) return;
  session.skip({ what: 'tasks to their end', why: 'costs money and was not asked for: --spend N' });
}

function checkBudget({ spend: budget = 0, probeLimits = false }: LiveOptions): number {
  if (!Number.isInteger(budget) || budget < 0) {
    throw new TypeError('spend is a number of tasks: 0, 1, 2 …');
  }
  if (probeLimits && budget < 1) {
    throw new TypeError('probeLimits may cost money: it needs spend, 1 or more');
  }
  return budget;
}
