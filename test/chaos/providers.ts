import type { Offer, OperationName } from '../../src/client/operations.ts';
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
import { hasEnded, isThere, type Job, Ledger } from './ledger.ts';
import { spellAt } from './nobody.ts';
import { lookupProves, offerOf, type ProviderName, providers } from './orders.ts';
import { envelope, type ShownTask, taskOf, type Wire, wireOf } from './shown.ts';

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

/** What a create, a request for tasks or for a page of the list is about. */
interface TaskRequest {
  provider: ProviderName;
  /** Where one path reads the tasks of several operations, one of these. */
  operation: OperationName;
  offer: Offer;
  wire: Wire;
  isGateway: boolean;
  url: string;
  /** The external id; in a request for one task perhaps the provider's id instead; empty for a list. */
  id: string;
  /** Whether a read can only mean the external id, or only the id; either, if it does not say. */
  isExternal?: boolean | undefined;
}

/** Jobs of Kling's that may run at once. */
const maxRunning = 350;
/** The most milliseconds for which a job cannot be found after it was accepted. */
const maxHidden = { gateway: 20_000, own: 45_000 };
/** The same with no lag to speak of, by whether the account enforces external ids. */
const usualHidden = { unique: 14_000, other: 5_000 };
/** Of the creates in a spell, the share that is passed on: what is refused then is their answer. */
const passedOn = 0.3;
/** Tasks that one query can ask for. */
const mostIds = 20;

/**
 * Four providers and what stands before them. What goes wrong with the nth request about a task depends on the seed
 * only. Some of Kling's own accounts refuse an external id that was used before, at whichever of its generations; the others
 * create a second job with it.
 */
export class FaultyProviders {
  readonly ledger: Ledger;
  /** How often each fault happened. */
  readonly faults = new Map<string, number>();
  /** All creates and reads by external id: the time, the kind of request, and the fault. */
  readonly requests = new Map<string, string[]>();
  /** How many pages of lists were requested. */
  lists = 0;
  /** How many queries asked for several tasks. */
  queries = 0;
  /** All requests so far. */
  total = 0;
  /** Ids of tasks whose end was shown in a list before, and in the response to a request for that task. */
  readonly endsShown = {
    firstInList: new Set<string>(),
    inQuery: new Set<string>(),
    alone: new Set<string>(),
  };
  /** External ids of creates whose response named the task in a way that can be understood. */
  readonly named = new Set<string>();
  readonly #options: ProviderOptions;
  readonly #requestCounts = new Map<string, number>();
  readonly #cache = new Cache();

  constructor(options: ProviderOptions) {
    this.#options = options;
    this.ledger = new Ledger(options.seed);
  }

  /** Carries out a request, and says what becomes of its response. */
  respond({ method, url, body }: ArrivedRequest): PlannedResponse {
    this.total += 1;
    const [, name = '', ...rest] = url.split('/');
    const { pathname, searchParams } = new URL(`/${rest.join('/')}`, 'http://localhost');
    const provider = name as ProviderName;
    if (!providers[provider]) return [json(404), {}];
    const { prefix, offers, dialect, lookupProves } = providers[provider];
    const isGateway = lookupProves !== 'absence';
    const wire = wireOf(dialect);
    for (const [operation, offer] of Object.entries(offers) as [OperationName, Offer][]) {
      const route = prefix + (method === 'POST' ? offer.route : (offer.tasks ?? offer.route));
      if (!`${pathname}/`.startsWith(`${route}/`)) continue;
      const request = { provider, operation, offer, wire, isGateway, url, id: '' };
      if (method === 'POST')
        return this.#create({ ...request, id: String(wire.externalIdIn(JSON.parse(body)) ?? '') });
      const { ids, isExternal } = wire.asked(pathname.slice(route.length), searchParams);
      const [id] = ids;
      if (id === undefined) return this.#list(request, searchParams);
      return ids.length === 1
        ? this.#read({ ...request, id, isExternal })
        : this.#query(request, ids);
    }
    return [json(404), {}];
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
    const { id: externalId, provider, offer, wire, isGateway } = request;
    const isUnique = this.#isUnique(request);
    if (isUnique && this.ledger.jobs(externalId).length > 0) return [usedBefore, {}];
    if (!isGateway && this.ledger.running(provider, this.#now()) >= maxRunning)
      return [coded(429, 1303, 'parallel task over resource pack limit'), {}];
    // Where ids are not enforced, the client has only its patience: what it waits for must come in time.
    const hidden = this.#longestHidden(isGateway, isUnique) - (isUnique ? 0 : late);
    const job = this.ledger.accept(request, this.#now(), Math.max(hidden, 0));
    this.#options.onAccept(this.ledger.size);
    const answer = fault?.answer ?? json();
    const shown = envelope(wire.created(taskOf(job, this.#now()), offer));
    if (fault && !fault.isTrue) return [answer, shown];
    return [noting(this.named, [externalId], answer), shown];
  }

  #isUnique({ isGateway, id }: TaskRequest): boolean {
    return !isGateway && chance(this.#options.seed, 'unique', id) < 0.5;
  }

  /** Whether a read by external id may find the task: where that is only perhaps so, for half of them. */
  #findsNames(request: TaskRequest): boolean {
    const proves = lookupProves(request);
    return (
      proves === 'absence' ||
      (proves === 'presence' && chance(this.#options.seed, 'named', request.id) < 0.5)
    );
  }

  #longestHidden(isGateway: boolean, isUnique: boolean): number {
    if (isGateway) return maxHidden.gateway;
    if (!this.#options.without.includes('lag')) return maxHidden.own;
    return usualHidden[isUnique ? 'unique' : 'other'];
  }

  /** The job that a request for one asks for. Each of Kling's own generations also shows the tasks of the other. */
  #wanted(request: TaskRequest): Job | undefined {
    const { id, isExternal } = request;
    const byId = isExternal ? undefined : this.ledger.byId(id);
    const isNamed = isExternal !== false && this.#findsNames(request);
    return byId ?? (isNamed ? this.ledger.jobs(id)[0] : undefined);
  }

  /** Jobs, as the data of an answer about those that were asked for. */
  #shown({ wire, offer }: TaskRequest, tasks: ShownTask[]): object {
    const all = tasks.map((task) => wire.show(task, offer));
    return envelope(wire.isList ? all : (all[0] ?? {}));
  }

  #read(request: TaskRequest): PlannedResponse {
    const { id, url } = request;
    const job = this.#wanted(request);
    const of = job?.externalId ?? id;
    const now = this.#now();
    const kept = this.#cache.find(url, now);
    // It may say that a task is missing for as long as the provider itself may.
    if (kept && !(kept.isMissing && job && now >= job.foundBy)) {
      this.#log('read', of, kept.isMissing ? 'from a cache, not found' : 'from a cache');
      return this.#fromCache(kept.response);
    }
    const isFound = job && isThere(job, now);
    const picked = this.#pickFault('read', of, request);
    const other = picked?.about && this.#pickOther(request, of, picked.about);
    if (other) return [json(), this.#shown(request, [taskOf(other, now)])];
    const fault = picked?.about ? undefined : picked;
    const shown = this.#shown(request, job ? [taskOf(job, now)] : []);
    const isOver = isFound && hasEnded(job, now);
    const isEndShown = isOver && (!fault || fault.isTrue);
    const answer = fault?.answer ?? json();
    const ending = isEndShown ? noting(this.endsShown.alone, [job.id], answer) : answer;
    const isAnswered = isFound || (fault && !fault.hasTask);
    const response: PlannedResponse = isAnswered ? [ending, shown] : this.#missing(request, of);
    if (fault?.maxAge && !isOver)
      this.#cache.keep(url, { response, until: now + fault.maxAge, isMissing: !isFound });
    return response;
  }

  /** Answers a query for several tasks. What it leaves out is there all the same, perhaps. */
  #query(request: TaskRequest, ids: string[]): PlannedResponse {
    this.queries += 1;
    const { url, provider, offer } = request;
    if (ids.length > mostIds) return [coded(400, 1201, 'task_ids cannot exceed 20 in total'), {}];
    const now = this.#now();
    const kept = this.#cache.find(url, now);
    if (kept) return this.#fromCache(kept.response);
    const fault = this.#pickFault('query', `${provider} ${offer.tasks}`, request);
    const at = now - (fault?.behind ?? 0);
    const all = this.#listed(request, at);
    const wanted = all.filter(({ id }) => ids.includes(id));
    const jobs = fault?.list?.(wanted, all) ?? wanted;
    for (const { externalId } of wanted) this.#log('query', externalId, fault?.name ?? 'no fault');
    const shown = this.#shown(
      request,
      jobs.map((job) => taskOf(job, at)),
    );
    const answer = fault?.answer ?? json();
    const isShown = !fault || fault.list || fault.behind || fault.isTrue;
    const over = jobs.filter((job) => hasEnded(job, at)).map(({ id }) => id);
    const { alone, inQuery } = this.endsShown;
    const noted = isShown ? noting(inQuery, over, noting(alone, over, answer)) : answer;
    const response: PlannedResponse = [noted, shown];
    if (fault?.maxAge)
      this.#cache.keep(url, { response, until: now + fault.maxAge, isMissing: false });
    return response;
  }

  /** What a provider says of a task that it does not have, or not yet. */
  #missing(request: TaskRequest, of: string): PlannedResponse {
    const { isGateway, wire, id } = request;
    const requests = this.requests.get(of) ?? [];
    requests.push(`${requests.pop()}, not found`);
    if (isGateway) return [json(404), { error: { message: 'no such task', code: '' } }];
    if (wire.isList) return [json(), this.#shown(request, [])];
    const code = pick([1201, 1203], chance(this.#options.seed, 'missing', id, this.#now()));
    return [coded(400, code, 'Task not found'), {}];
  }

  #fromCache(response: PlannedResponse): PlannedResponse {
    this.#countFault('from a cache');
    return response;
  }

  #pickOther(request: TaskRequest, of: string, about: string): Job | undefined {
    const now = this.#now();
    const others = this.#listed(request, now).filter(
      (job) => job.externalId !== of && (about === 'any other' || hasEnded(job, now)),
    );
    return others.length ? pick(others, chance(this.#options.seed, 'other', of, now)) : undefined;
  }

  /** The jobs that are read where this request reads, the newest first. */
  #listed({ provider, operation, offer }: TaskRequest, at: number): Job[] {
    const isListed = (job: Job) =>
      offer.tasks
        ? offerOf(provider, job.operation)?.tasks === offer.tasks
        : job.operation === operation;
    return this.ledger.list(provider, isListed, at);
  }

  /** Responds with a page of a list. */
  #list(request: TaskRequest, query: URLSearchParams): PlannedResponse {
    this.lists += 1;
    const { operation, offer, wire, url } = request;
    const now = this.#now();
    const kept = this.#cache.find(url, now);
    if (kept) return this.#fromCache(kept.response);
    const fault = this.#pickFault('list', operation, request);
    const at = now - (fault?.behind ?? 0);
    const size = Math.min(Number(query.get('pageSize')), 500);
    const begin = (Number(query.get('pageNum')) - 1) * size;
    const all = this.#listed(request, at);
    const page = (fault?.list?.(all, all) ?? all).slice(begin, begin + size);
    if (!fault || fault.list || fault.behind || fault.isTrue) this.#noteEnds(page, at);
    const rows = page.map((job) => taskOf(job, at));
    const shown = (fault?.rows?.(rows) ?? rows).map((row) => wire.show(row, offer));
    const response: PlannedResponse = [fault?.answer ?? json(), envelope(shown)];
    if (fault?.maxAge)
      this.#cache.keep(url, { response, until: now + fault.maxAge, isMissing: false });
    return response;
  }

  #noteEnds(page: Job[], at: number): void {
    const { alone, firstInList } = this.endsShown;
    for (const job of page) if (hasEnded(job, at) && !alone.has(job.id)) firstInList.add(job.id);
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
      const { isGateway, wire } = request;
      const situation = { isGateway, wire, isUnique, now: this.#now(), dice };
      fault = pickFault(kind, situation, without);
    }
    if (kind === 'create' || kind === 'read') this.#log(kind, of, fault?.name ?? 'no fault');
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

/** Notes that these were shown, at the moment in which the response leaves. */
const noting =
  (shown: Set<string>, ids: string[], ending: Ending): Ending =>
  (response, body) => {
    for (const id of ids) shown.add(id);
    ending(response, body);
  };
