import { type OperationName, operations } from '../../src/client/operations.ts';
import { cometapi, deerapi, klingai } from '../../src/client/providers.ts';
import { Cache } from './cache.ts';
import { chance, pick } from './chance.ts';
import type { RunClock } from './clock.ts';
import { type Ending, json, type PlannedResponse } from './endings.ts';
import {
  coded,
  type Fault,
  type FaultKind,
  pickFault,
  type RequestKind,
  usedBefore,
} from './faults.ts';
import { type Job, Ledger } from './ledger.ts';
import { spellAt } from './nobody.ts';
import { envelope, taskOf } from './shown.ts';

const providers = { klingai, cometapi, deerapi };
type ProviderName = keyof typeof providers;

export interface ProviderOptions {
  seed: number;
  clock: RunClock;
  /** Share of the requests that something goes wrong with. */
  share: number;
  /** Kinds of faults that do not happen. */
  without: readonly FaultKind[];
  /** Called as soon as a job is accepted, before its response. */
  onAccept: (count: number) => void;
}

/** A request as it has arrived. */
interface ArrivedRequest {
  method: string;
  url: string;
  body: string;
}

/** What a create or a request for one task or for a page of the list is about. */
interface TaskRequest {
  provider: ProviderName;
  operation: OperationName;
  isGateway: boolean;
  url: string;
  /** The external id; in a request for one task perhaps the provider's id instead; empty for a list. */
  id: string;
}

/** Jobs of Kling's that may run at once. */
const maxRunning = 350;
/** The most milliseconds for which a job cannot be found after it was accepted. */
const maxHidden = { gateway: 20_000, klingai: 45_000 };
/** The same with no lag to speak of, by whether the account enforces external ids. */
const usualHidden = { unique: 14_000, other: 5_000 };
/** Of the creates in a spell, the share that is passed on: what is refused then is their answer. */
const passedOn = 0.3;

/**
 * Three providers and what stands before them. What goes wrong with the nth request about a task depends on the seed
 * only. Some accounts of `klingai` refuse an external id that was used before, the others create a second job with it.
 */
export class FaultyProviders {
  readonly ledger: Ledger;
  /** How often each fault happened. */
  readonly faults = new Map<string, number>();
  /** All creates and reads by external id: the time, the kind of request, and the fault. */
  readonly requests = new Map<string, string[]>();
  /** How many pages of lists were requested. */
  lists = 0;
  /** Ids of tasks whose end was shown in a list before, and in the response to a request for that task. */
  readonly endsShown = { firstInList: new Set<string>(), alone: new Set<string>() };
  /** External ids of creates whose response named the task in a way that can be understood. */
  readonly named = new Set<string>();
  readonly #options: ProviderOptions;
  readonly #requestCounts = new Map<string, number>();
  readonly #cache = new Cache();

  constructor(options: ProviderOptions) {
    this.#options = options;
    this.ledger = new Ledger(options.seed);
  }

  /** All requests so far. */
  get total(): number {
    return [...this.requests.values()].reduce((sum, { length }) => sum + length, this.lists);
  }

  /** Carries out a request, and says what becomes of its response. */
  respond({ method, url, body }: ArrivedRequest): PlannedResponse {
    const [, name = '', ...rest] = url.split('/');
    const { pathname, searchParams } = new URL(`/${rest.join('/')}`, 'http://localhost');
    const provider = name as ProviderName;
    const names = Object.keys(operations) as OperationName[];
    const operation = names.find((each) => pathname.includes(operations[each].route));
    if (!providers[provider] || !operation) return [json(404), {}];
    const isGateway = providers[provider].lookupProves !== 'absence';
    const id = decodeURIComponent(pathname.split(`${operations[operation].route}/`)[1] ?? '');
    const request = { provider, operation, isGateway, url, id };
    if (method === 'POST')
      return this.#create({ ...request, id: JSON.parse(body).external_task_id });
    return id ? this.#read(request) : this.#list(request, searchParams);
  }

  #create(request: TaskRequest): PlannedResponse {
    const fault = this.#pickFault('create', request.id, request);
    if (fault?.late !== undefined) {
      const { late } = fault;
      this.#options.clock.schedule(late, () => void this.#take(request, undefined, late));
    }
    if (fault && !fault.hasTask) return [fault.answer, envelope({})];
    const response = this.#take(request, fault);
    return fault?.isSpell ? [fault.answer, {}] : response;
  }

  /** Takes a create that has reached the provider, so many milliseconds late. */
  #take(request: TaskRequest, fault?: Fault, late = 0): PlannedResponse {
    const { id: externalId, operation, isGateway } = request;
    const isUnique = this.#isUnique(request);
    if (isUnique && this.ledger.jobs(externalId).length > 0) return [usedBefore, {}];
    if (!isGateway && this.ledger.running('klingai', this.#now()) >= maxRunning)
      return [coded(429, 1303, 'parallel task over resource pack limit'), {}];
    // Where ids are not enforced, the client has only its patience: what it waits for must come in time.
    const hidden = this.#longestHidden(isGateway, isUnique) - (isUnique ? 0 : late);
    const job = this.ledger.accept(externalId, operation, this.#now(), Math.max(hidden, 0));
    this.#options.onAccept(this.ledger.size);
    const answer = fault?.answer ?? json();
    const shown = envelope(taskOf(job, this.#now()));
    if (fault && !fault.isTrue) return [answer, shown];
    return [noting(this.named, externalId, answer), shown];
  }

  #isUnique({ isGateway, id }: TaskRequest): boolean {
    return !isGateway && chance(this.#options.seed, 'unique', id) < 0.5;
  }

  /** Whether a read by external id may find the task: where that is only perhaps so, for half of them. */
  #findsNames({ provider, id }: TaskRequest): boolean {
    const { lookupProves } = providers[provider];
    return (
      lookupProves === 'absence' ||
      (lookupProves === 'presence' && chance(this.#options.seed, 'named', id) < 0.5)
    );
  }

  #longestHidden(isGateway: boolean, isUnique: boolean): number {
    if (isGateway) return maxHidden.gateway;
    if (!this.#options.without.includes('lag')) return maxHidden.klingai;
    return usualHidden[isUnique ? 'unique' : 'other'];
  }

  #read(request: TaskRequest): PlannedResponse {
    const { id, operation, url } = request;
    const job =
      this.ledger.byId(id) ?? (this.#findsNames(request) ? this.ledger.jobs(id)[0] : undefined);
    const of = job?.externalId ?? id;
    const now = this.#now();
    const kept = this.#cache.find(url, now);
    // It may say that a task is missing for as long as the provider itself may.
    if (kept && !(kept.isMissing && job && now >= job.foundBy)) {
      this.#log('read', of, kept.isMissing ? 'from a cache, not found' : 'from a cache');
      return this.#fromCache(kept.response);
    }
    const isThere = job && now >= job.acceptedAt + job.hidden;
    const picked = this.#pickFault('read', of, request);
    const other = picked?.about && this.#pickOther(request, of, picked.about);
    if (other) return [json(), envelope(taskOf(other, now, operation))];
    const fault = picked?.about ? undefined : picked;
    const shown = envelope(job ? taskOf(job, now, operation) : {});
    const hasEnded = isThere && now >= job.acceptedAt + job.takes;
    const isEndShown = hasEnded && (!fault || fault.isTrue);
    const answer = fault?.answer ?? json();
    const ending = isEndShown ? noting(this.endsShown.alone, job.id, answer) : answer;
    const isAnswered = isThere || (fault && !fault.hasTask);
    const response: PlannedResponse = isAnswered ? [ending, shown] : this.#missing(request, of);
    if (fault?.maxAge && !hasEnded)
      this.#cache.keep(url, { response, until: now + fault.maxAge, isMissing: !isThere });
    return response;
  }

  /** What a provider says of a task that it does not have, or not yet. */
  #missing({ isGateway, id }: TaskRequest, of: string): PlannedResponse {
    const requests = this.requests.get(of) ?? [];
    requests.push(`${requests.pop()}, not found`);
    if (isGateway) return [json(404), { error: { message: 'no such task', code: '' } }];
    const code = pick([1201, 1203], chance(this.#options.seed, 'missing', id, this.#now()));
    return [coded(400, code, 'Task not found'), {}];
  }

  #fromCache(response: PlannedResponse): PlannedResponse {
    this.#countFault('from a cache');
    return response;
  }

  #pickOther({ provider, operation }: TaskRequest, of: string, about: string): Job | undefined {
    const now = this.#now();
    const others = this.ledger
      .list(provider, operation, now)
      .filter(
        ({ externalId, acceptedAt, takes }) =>
          externalId !== of && (about === 'any other' || now >= acceptedAt + takes),
      );
    return others.length ? pick(others, chance(this.#options.seed, 'other', of, now)) : undefined;
  }

  /** Responds with a page of klingai's list. */
  #list(request: TaskRequest, query: URLSearchParams): PlannedResponse {
    this.lists += 1;
    const { operation, url } = request;
    const now = this.#now();
    const kept = this.#cache.find(url, now);
    if (kept) return this.#fromCache(kept.response);
    const fault = this.#pickFault('list', operation, request);
    const at = now - (fault?.behind ?? 0);
    const size = Math.min(Number(query.get('pageSize')), 500);
    const begin = (Number(query.get('pageNum')) - 1) * size;
    const all = this.ledger.list('klingai', operation, at);
    const page = (fault?.list?.(all) ?? all).slice(begin, begin + size);
    if (!fault || fault.list || fault.behind || fault.isTrue) this.#noteEnds(page, at);
    const rows = page.map((job) => taskOf(job, at, operation));
    const response: PlannedResponse = [
      fault?.answer ?? json(),
      envelope(fault?.rows?.(rows) ?? rows),
    ];
    if (fault?.maxAge)
      this.#cache.keep(url, { response, until: now + fault.maxAge, isMissing: false });
    return response;
  }

  #noteEnds(page: Job[], at: number): void {
    const { alone, firstInList } = this.endsShown;
    for (const { id, acceptedAt, takes } of page)
      if (at >= acceptedAt + takes && !alone.has(id)) firstInList.add(id);
  }

  #now(): number {
    return this.#options.clock.now;
  }

  /** Picks what goes wrong with this request, if anything does, and counts it. */
  #pickFault(kind: RequestKind, of: string, request: TaskRequest): Fault | undefined {
    const { seed, share, without } = this.#options;
    const key = `${kind} ${of}`;
    const nth = (this.#requestCounts.get(key) ?? 0) + 1;
    this.#requestCounts.set(key, nth);
    const dice = (what: string) => chance(seed, what, key, nth);
    let fault = this.#spell(kind, request.provider, dice);
    if (!fault && dice('whether') < share) {
      const isUnique = this.#isUnique(request);
      const situation = { isGateway: request.isGateway, isUnique, now: this.#now(), dice };
      fault = pickFault(kind, situation, without);
    }
    if (kind !== 'list') this.#log(kind, of, fault?.name ?? 'no fault');
    if (fault) this.#countFault(fault.name);
    return fault;
  }

  /** What every request of the provider gets now, if this is the time of a spell. */
  #spell(kind: RequestKind, provider: string, dice: (what: string) => number): Fault | undefined {
    const { seed, clock, without } = this.#options;
    if (without.includes('spells')) return undefined;
    const refusal = spellAt(seed, provider, clock.now - clock.start);
    if (!refusal) return undefined;
    const { status, answer } = refusal;
    const hasTask = kind === 'create' && dice('passed on') < passedOn;
    return {
      name: `spell of ${status}${hasTask ? ', passed on' : ''}`,
      answer,
      hasTask,
      isSpell: true,
    };
  }

  #log(kind: RequestKind, of: string, what: string): void {
    const requests = this.requests.get(of) ?? [];
    this.requests.set(of, requests);
    requests.push(`${Math.round(this.#now())} ${kind} ${what}`);
  }

  #countFault(name: string): void {
    this.faults.set(name, (this.faults.get(name) ?? 0) + 1);
  }
}

/** Notes that this was shown, at the moment in which the response leaves. */
const noting =
  (shown: Set<string>, id: string, ending: Ending): Ending =>
  (response, body) => {
    shown.add(id);
    ending(response, body);
  };
