import type { DocumentedOperation } from '../../contract/documented.ts';
import { type Exchange, taskIdIn, taskStateIn } from '../../contract/exchange.ts';
import { CouldNotCheck } from '../../contract/finding.ts';
import { maskValue } from '../../contract/problems.ts';
import type { Session } from './session.ts';

/** A task that the check has created. */
export interface CreatedTask {
  /** Method and path of the create, as in findings. */
  operation: string;
  /** Empty when the answer had no id. */
  id: string;
  externalId: string;
  /** Whether the create broke a rule and should have been refused. */
  isAccident: boolean;
  /** The last status that the provider gave. */
  status: string;
  /** What it cost, in the provider's units, where the provider says so. */
  units?: string;
}

/** Keeps account of the tasks that were created, and of how many may still be. */
export class Ledger {
  readonly #limit: number;
  readonly #tasks: CreatedTask[] = [];

  /** @param limit how many tasks may be created, those created by accident included */
  constructor(limit: number) {
    this.#limit = limit;
  }

  get tasks(): readonly CreatedTask[] {
    return this.#tasks;
  }

  /** How many tasks may still be created. */
  left(): number {
    return this.#limit - this.#tasks.length;
  }

  hasAccident(): boolean {
    return this.#tasks.some(({ isAccident }) => isAccident);
  }

  /** Adds the task of a create that was accepted. */
  add(exchange: Exchange, externalId: string, isAccident: boolean): CreatedTask {
    const status = String(maskValue(taskStateIn(exchange.body)?.status ?? 'accepted'));
    const operation = exchange.documented.key;
    const task = { operation, id: taskIdIn(exchange) ?? '', externalId, isAccident, status };
    this.#tasks.push(task);
    return task;
  }
}

/** Makes a new external id. */
export const newExternalId = (): string => `kling-fetch-drift-${crypto.randomUUID()}`;

/**
 * Sends a create that may make a task.
 * @throws {CouldNotCheck} the answer was lost; names the task that may exist
 */
export async function sendCreate(
  session: Session,
  create: DocumentedOperation,
  body: unknown,
  externalId: string,
): Promise<Exchange> {
  try {
    return await session.send(create, { body });
  } catch (error) {
    if (!(error instanceof CouldNotCheck)) throw error;
    throw new CouldNotCheck(`${error.message}; a task may exist as external_task_id ${externalId}`);
  }
}
