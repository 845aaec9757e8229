import { openEnvelope } from '../../client/envelope.ts';
import { ApiError } from '../../client/errors.ts';
import { isPermanent, reasonFor, saysDuplicate, tookNothing } from '../../client/refusals.ts';
import type { DocumentedOperation } from '../../contract/documented.ts';
import { type Exchange, isAccepted, taskIdIn, taskStateIn } from '../../contract/exchange.ts';
import type { CreatedTask } from '../../contract/finding.ts';
import { maskValue } from '../../contract/problems.ts';
import { providers } from '../../documents/documents.ts';
import type { Session } from './session.ts';

/** What a create, or a call that is charged, is sent for. */
export interface Purpose {
  /** As in {@link CreatedTask}. */
  why: string;
  /** Whether the create breaks a rule and has to be refused. */
  isProbe: boolean;
  /** The external id of an earlier task, which is sent a second time. @default a new one */
  usedId?: string;
}

/** What came of a create: a task, a clear refusal, or nobody knows. */
export interface Created {
  exchange: Exchange;
  outcome: 'taken' | 'refused' | 'unclear';
  /** Its entry in the ledger; a refused create has none. */
  task: CreatedTask;
}

/**
 * Keeps account of the creates that were sent and of how many more may be. Each is counted before it is sent, and only a
 * clear refusal takes that back. The first create that is neither refused clearly nor taken as it should be is the last one.
 */
export class Ledger {
  readonly #limit: number;
  readonly #tasks = new Set<CreatedTask>();
  #stopped: string | undefined;

  /** @param limit how many tasks may be created, those that should have been refused included */
  constructor(limit: number) {
    this.#limit = limit;
  }

  /** The tasks that exist or may exist. */
  get tasks(): CreatedTask[] {
    return [...this.#tasks];
  }

  /** Why no more creates may be sent before all are spent; undefined while they may. */
  get stopped(): string | undefined {
    return this.#stopped;
  }

  /** How many of the tasks that may be created there are not. */
  unspent(): number {
    return Math.max(0, this.#limit - this.#tasks.size);
  }

  /** How many tasks may still be created. */
  left(): number {
    return this.#stopped === undefined ? this.unspent() : 0;
  }

  /** Lets no more creates be sent. The first reason is kept. */
  stop(why: string): void {
    this.#stopped ??= why;
  }

  /** Counts a create as a task that may exist. */
  count({ provider, key: operation, action }: DocumentedOperation, purpose: Purpose): CreatedTask {
    const { why, isProbe } = purpose;
    // What answers at once has no name by which it could be found again.
    const externalId = purpose.usedId ?? (action === 'call' ? '' : newExternalId());
    const known = { id: '', externalId, why, isProbe, isCertain: false, status: 'unknown' };
    const task = { provider, operation, ...known };
    this.#tasks.add(task);
    return task;
  }

  /** Completes the entry of a create with its answer, takes it back after a clear refusal, and says what came of it. */
  settle(task: CreatedTask, exchange: Exchange): Created['outcome'] {
    const { externalId } = task;
    const isUsed = this.tasks.some(
      (each) => each !== task && externalId !== '' && each.externalId === externalId,
    );
    if (isClearRefusal(exchange, isUsed)) {
      this.#tasks.delete(task);
      return 'refused';
    }
    task.id = taskIdIn(exchange) ?? '';
    const isCall = exchange.documented.action === 'call';
    task.isCertain = (isCall || task.id !== '') && isAccepted(exchange);
    task.status = String(maskValue(taskStateIn(exchange.body)?.status ?? task.status));
    if (!task.isCertain)
      this.stop(`the answer to a create was no clear refusal (HTTP ${exchange.status})`);
    else if (task.isProbe) this.stop('a create that breaks a rule was accepted');
    return task.isCertain ? 'taken' : 'unclear';
  }
}

/** Makes a new external id. */
const newExternalId = (): string => `kling-fetch-drift-${crypto.randomUUID()}`;

/**
 * Counts a create, or a call that is charged, and sends it, once. The caller has made sure that one is left.
 * @throws {CouldNotCheck} the answer was lost; the ledger has the task that may exist, and lets no more be sent
 */
export async function sendCreate(
  session: Session,
  ledger: Ledger,
  create: DocumentedOperation,
  body: object,
  purpose: Purpose,
): Promise<Created> {
  if (ledger.left() < 1) throw new TypeError(`${create.key}: no more may be spent`);
  const task = ledger.count(create, purpose);
  const { externalId } = task;
  const { dialect, offers } = providers[create.provider];
  const offer = create.name && offers[create.name];
  const own = offer && dialect.create(offer, { ...body }, externalId).body;
  const sent = externalId && own ? own : body;
  session.setup.tell(`${create.name}: ${purpose.why}${externalId && `, as ${externalId}`}`);
  let outcome: Created['outcome'] = 'unclear';
  const onAnswer = (exchange: Exchange) => {
    outcome = ledger.settle(task, exchange);
  };
  try {
    const exchange = await session.send(create, { body: sent, counted: task, onAnswer });
    return { exchange, outcome, task };
  } catch (error) {
    ledger.stop('the answer to a create was lost');
    throw error;
  }
}

/**
 * Whether an answer is a refusal in the words of the provider or a gateway, after which there is certainly no task. Too many
 * requests, or an error of a server, is none: whoever says so need not know what has become of the create.
 * @param isUsed whether its external id belongs to an earlier task; that a new one is taken means that this create was
 */
export function isClearRefusal(exchange: Exchange, isUsed = false): boolean {
  const error = refusalIn(exchange);
  if (!error || !tookNothing(error) || taskIdIn(exchange) !== undefined) return false;
  if (!isUsed && saysDuplicate(error)) return false;
  return isPermanent(error.reason) || (error.status < 500 && reasonFor(error) !== 'rate');
}

function refusalIn({ documented, status, headers, text = '' }: Exchange): ApiError | undefined {
  try {
    openEnvelope({ status, headers: new Headers(headers), text }, documented.provider);
  } catch (error) {
    if (error instanceof ApiError) return error;
  }
  return undefined;
}
