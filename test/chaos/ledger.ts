import type { OperationName } from '../../src/client/operations.ts';
import { chance } from './chance.ts';

/** A job that the provider has accepted, and that somebody pays for. */
export interface Job {
  id: string;
  provider: string;
  externalId: string;
  operation: OperationName;
  acceptedAt: number;
  /** Milliseconds that it takes, and that it cannot be found at first. */
  takes: number;
  hidden: number;
  /** When it can be found for certain, whatever stands in between. */
  foundBy: number;
  fails: boolean;
}

/** What a job is accepted for; its id is the external one. */
type Order = Pick<Job, 'id' | 'provider' | 'operation'>;

/** Every job that was ever accepted, by external id and by id. Outlives the restarts of the server. */
export class Ledger {
  readonly #seed: number;
  readonly #byExternalId = new Map<string, Job[]>();
  readonly #byId = new Map<string, Job>();

  constructor(seed: number) {
    this.#seed = seed;
  }

  accept({ id: externalId, provider, operation }: Order, at: number, longestHidden: number): Job {
    const dice = (what: string) => chance(this.#seed, what, externalId);
    const job: Job = {
      id: `861254119${String(this.#byId.size).padStart(9, '0')}`,
      provider,
      externalId,
      operation,
      acceptedAt: at,
      takes: 5_000 + 55_000 * dice('takes'),
      hidden: Math.max(0, dice('hidden') - 0.5) * 2 * longestHidden,
      foundBy: at + longestHidden,
      fails: dice('fails') < 0.04,
    };
    this.#byId.set(job.id, job);
    this.#byExternalId.set(externalId, [...this.jobs(externalId), job]);
    return job;
  }

  /** The jobs of an external id: one, if nobody has paid twice. */
  jobs(externalId: string): Job[] {
    return this.#byExternalId.get(externalId) ?? [];
  }

  byId(id: string): Job | undefined {
    return this.#byId.get(id);
  }

  /** What a provider's list shows at that time, the newest first. */
  list(provider: string, isListed: (job: Job) => boolean, at: number): Job[] {
    const all = [...this.#byId.values()].reverse();
    return all.filter((job) => job.provider === provider && isListed(job) && isThere(job, at));
  }

  get size(): number {
    return this.#byId.size;
  }

  /** Jobs of a provider that run. */
  running(provider: string, at: number): number {
    const isRunning = (job: Job) => job.provider === provider && !hasEnded(job, at);
    return [...this.#byId.values()].filter(isRunning).length;
  }
}

/** Whether a job can be found at that time, and whether it has ended. */
export const isThere = ({ acceptedAt, hidden }: Job, at: number) => at >= acceptedAt + hidden;
export const hasEnded = ({ acceptedAt, takes }: Job, at: number) => at >= acceptedAt + takes;

/** Where a job is at that time. */
export function statusOf({ acceptedAt, takes, fails }: Job, at: number) {
  const passed = (at - acceptedAt) / takes;
  if (passed < 0.3) return 'submitted';
  if (passed < 1) return 'processing';
  return fails ? 'failed' : 'succeed';
}
