import { safe } from '../../contract/answers/problems.ts';
import { type Exchange, idIn, sightOf } from '../../contract/exchange.ts';
import { CouldNotCheck } from '../../contract/finding.ts';

/** A task that this run has created. */
export interface CreatedTask {
  /** Method and path of the create, as in findings. */
  operation: string;
  /** Empty when the answer named none. */
  id: string;
  externalId: string;
  /** Whether the create broke a rule and should have been refused. */
  isAccident: boolean;
  /** The provider's last word on it. */
  status: string;
  /** What it cost, in the provider's units, where the provider says so. */
  units?: string;
}

/** What may be spent and what was. */
export interface Ledger {
  readonly tasks: readonly CreatedTask[];
  /** How many tasks may still be created. */
  left(): number;
  hasAccident(): boolean;
  /** Writes down the task of a create that was taken. */
  add(exchange: Exchange, externalId: string, isAccident: boolean): CreatedTask;
  /** A new external id. */
  name(): string;
  /** Sends a create; when its answer is lost, the error names the task that may exist. */
  during<T>(externalId: string, send: () => Promise<T>): Promise<T>;
}

/** A ledger for at most `limit` tasks, those taken by accident included. */
export function openLedger(limit: number): Ledger {
  const tasks: CreatedTask[] = [];
  return {
    tasks,
    left: () => limit - tasks.length,
    hasAccident: () => tasks.some(({ isAccident }) => isAccident),
    add(exchange, externalId, isAccident) {
      const status = String(safe(sightOf(exchange.body)?.word ?? 'taken'));
      const operation = exchange.documented.key;
      const task = { operation, id: idIn(exchange) ?? '', externalId, isAccident, status };
      tasks.push(task);
      return task;
    },
    name: () => `kling-fetch-drift-${crypto.randomUUID()}`,
    async during(externalId, send) {
      try {
        return await send();
      } catch (error) {
        if (!(error instanceof CouldNotCheck)) throw error;
        throw new CouldNotCheck(
          `${error.message}; a task may exist as external_task_id ${externalId}`,
        );
      }
    },
  };
}
