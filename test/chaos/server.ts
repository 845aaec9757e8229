import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { type OperationName, operations } from '../../src/client/operations.ts';
import { cometapi, deerapi, klingai } from '../../src/client/providers.ts';
import { chance, pick } from './chance.ts';
import { type RunClock, requestId } from './clock.ts';
import { type Ending, endings, json } from './endings.ts';
import { coded, type Fault, faultsOf } from './faults.ts';
import { type Job, Ledger } from './ledger.ts';
import { envelope, taskOf } from './shown.ts';

const providers = { klingai, cometapi, deerapi };
type ProviderName = keyof typeof providers;

interface FaultServerOptions {
  seed: number;
  clock: RunClock;
  /** Share of the requests that something goes wrong with. */
  share: number;
  /** Called as soon as a job is accepted, before its response. */
  onAccept: (count: number) => void;
}

/** A create, or a request for one task. */
interface TaskRequest {
  /** The external id; in a request for one task perhaps the provider's id instead. */
  id: string;
  operation: OperationName;
  isGateway: boolean;
}

/** What becomes of the response, and the body that it would have. */
type PlannedResponse = [Ending, object];

/** A request that has arrived and has no response yet, or never will have one. */
interface HeldRequest {
  id: string;
  request: IncomingMessage;
  body: string;
  response: ServerResponse;
  isCut: boolean;
}

/** The most milliseconds that a request, or its response, is on the way. */
const maxLatency = 150;
/** Milliseconds that the server is down when it restarts. */
const outage = 2_000;

/** Jobs of Kling's that may run at once. */
const maxRunning = 350;
/** The most milliseconds for which a job cannot be found after it was accepted. */
const maxHidden = { gateway: 20_000, unique: 14_000, other: 5_000 };

/**
 * Three providers on one port, each under its name. What goes wrong with the nth request about a task depends on the seed
 * only. The server and its sockets are real, but the clock decides when it does something. Some accounts of `klingai` refuse
 * an external id that was used before, the others create a second job with it.
 */
export class FaultServer {
  readonly ledger: Ledger;
  /** How often each fault happened. */
  readonly faults = new Map<string, number>();
  /** Requests about each task, by external id: the time, the kind of request, and the fault. */
  readonly requests = new Map<string, string[]>();
  restarts = 0;
  /** How many pages of lists were requested. */
  lists = 0;
  /** Ids of tasks whose end was shown in a list, or in the response to a request for that task. */
  readonly #endsShown = { list: new Set<string>(), read: new Set<string>() };
  readonly #options: FaultServerOptions;
  readonly #requestCounts = new Map<string, number>();
  readonly #held = new Set<HeldRequest>();
  #server: Server | undefined;
  #port = 0;

  constructor(options: FaultServerOptions) {
    this.#options = options;
    this.ledger = new Ledger(options.seed);
  }

  async start(): Promise<string> {
    for (;;) {
      const server = createServer((request, response) => void this.#receive(request, response));
      // The faults are ours, not those of a connection that was just about to be closed.
      server.keepAliveTimeout = 0;
      this.#server = server;
      const isOpen = await new Promise<boolean>((resolve) => {
        server.once('error', () => resolve(false));
        server.listen(this.#port, '127.0.0.1', () => resolve(true));
      });
      if (isOpen) break;
      await pause(5);
    }
    this.#port = (this.#server.address() as AddressInfo).port;
    return `http://127.0.0.1:${this.#port}`;
  }

  /** Stops the server and cuts every connection. */
  async stop(): Promise<void> {
    const server = this.#server;
    await new Promise((resolve) => server?.close(resolve).closeAllConnections());
  }

  /** Goes down for a moment and cuts the requests that it holds; all jobs are kept. */
  restart(): void {
    const { clock } = this.#options;
    this.restarts += 1;
    this.#server?.close().closeIdleConnections();
    for (const held of this.#held) clock.schedule(0, () => this.#cut(held));
    clock.schedule(outage, async () => {
      await this.start();
    });
  }

  /** All requests so far. */
  get total(): number {
    return [...this.requests.values()].reduce((sum, { length }) => sum + length, this.lists);
  }

  /** Tasks whose end was shown by lists only. */
  get endsByLists(): number {
    return [...this.#endsShown.list].filter((id) => !this.#endsShown.read.has(id)).length;
  }

  /** Holds the request until the clock says that it has arrived. */
  async #receive(request: IncomingMessage, response: ServerResponse): Promise<void> {
    let body = '';
    try {
      for await (const chunk of request) body += chunk;
    } catch {
      return;
    }
    const id = String(request.headers[requestId]);
    const held: HeldRequest = { id, request, body, response, isCut: false };
    this.#held.add(held);
    this.#options.clock.schedule(this.#latency('to', id), () => this.#handle(held));
    this.#options.clock.hold(id);
  }

  /** Milliseconds that a request or its response is on the way. */
  #latency(direction: string, id: string): number {
    return maxLatency * chance(this.#options.seed, direction, id);
  }

  #cut(held: HeldRequest): void {
    held.isCut = true;
    this.#release(held);
    held.request.socket.destroy();
  }

  #release(held: HeldRequest): void {
    this.#held.delete(held);
    this.#options.clock.release(held.id);
  }

  /** Carries out a request and responds, even if the client has given up or was killed since. */
  #handle(held: HeldRequest): void {
    if (held.isCut) return;
    const [ending, body] = this.#planResponse(held);
    if (ending === endings['time-out']) return;
    this.#options.clock.schedule(this.#latency('from', held.id), () => {
      if (held.isCut) return;
      this.#release(held);
      ending(held.response, body);
    });
  }

  #planResponse({ request, body }: HeldRequest): PlannedResponse {
    const [, name = '', ...rest] = (request.url ?? '').split('/');
    const { pathname, searchParams } = new URL(`/${rest.join('/')}`, 'http://localhost');
    const provider = providers[name as ProviderName];
    const names = Object.keys(operations) as OperationName[];
    const operation = names.find((each) => pathname.includes(operations[each].route));
    if (!provider || !operation) return [json(404), {}];
    const id = decodeURIComponent(pathname.split(`${operations[operation].route}/`)[1] ?? '');
    const isGateway = !provider.findsExternalIds;
    if (request.method === 'POST') {
      const { external_task_id: externalId } = JSON.parse(body);
      return this.#create({ id: externalId, operation, isGateway });
    }
    if (!id) return this.#list(operation, searchParams);
    return this.#read({ id, operation, isGateway });
  }

  #create({ id: externalId, operation, isGateway }: TaskRequest): PlannedResponse {
    const fault = this.#pickFault('create', externalId, isGateway);
    if (fault && !fault.hasTask) return [fault.answer, envelope({})];
    const isUnique = !isGateway && chance(this.#options.seed, 'unique', externalId) < 0.5;
    if (isUnique && this.ledger.jobs(externalId).length > 0)
      return [coded(400, 1201, 'external_task_id was used before'), {}];
    if (!isGateway && this.ledger.running('klingai', this.#now()) >= maxRunning)
      return [coded(429, 1303, 'parallel task over resource pack limit'), {}];
    const hidden = maxHidden[isGateway ? 'gateway' : isUnique ? 'unique' : 'other'];
    const job = this.ledger.accept(externalId, operation, this.#now(), hidden);
    this.#options.onAccept(this.ledger.size);
    return [fault?.answer ?? json(), envelope(taskOf(job, this.#now()))];
  }

  #read({ id, operation, isGateway }: TaskRequest): PlannedResponse {
    const job = this.ledger.byId(id) ?? (isGateway ? undefined : this.ledger.jobs(id)[0]);
    const isThere = job && this.#now() >= job.acceptedAt + job.hidden;
    const fault = this.#pickFault('read', job?.externalId ?? id, isGateway);
    if (fault && (isThere || !fault.hasTask))
      return [fault.answer, envelope(job ? taskOf(job, this.#now(), operation) : {})];
    if (isThere) {
      this.#noteEnd('read', job);
      return [json(), envelope(taskOf(job, this.#now(), operation))];
    }
    if (isGateway) return [json(404), { error: { message: 'no such task', code: '' } }];
    return [coded(400, 1201, 'Task not found'), {}];
  }

  /** Responds with a page of klingai's list. */
  #list(operation: OperationName, query: URLSearchParams): PlannedResponse {
    this.lists += 1;
    const fault = this.#pickFault('list', operation, false);
    const at = this.#now() - (fault?.behind ?? 0);
    const size = Math.min(Number(query.get('pageSize')), 500);
    const begin = (Number(query.get('pageNum')) - 1) * size;
    const all = this.ledger.list('klingai', operation, at);
    const page = (fault?.list?.(all) ?? all).slice(begin, begin + size);
    if (!fault || fault.list || fault.behind)
      for (const job of page) this.#noteEnd('list', job, at);
    return [fault?.answer ?? json(), envelope(page.map((job) => taskOf(job, at, operation)))];
  }

  #noteEnd(by: 'list' | 'read', job: Job, at = this.#now()): void {
    if (at >= job.acceptedAt + job.takes) this.#endsShown[by].add(job.id);
  }

  #now(): number {
    return this.#options.clock.now;
  }

  /** Picks what goes wrong with this request, if anything does, and counts it. */
  #pickFault(kind: keyof typeof faultsOf, of: string, isGateway: boolean): Fault | undefined {
    const requests = this.requests.get(of) ?? [];
    if (kind !== 'list') this.requests.set(of, requests);
    const key = `${kind} ${of}`;
    const nth = (this.#requestCounts.get(key) ?? 0) + 1;
    this.#requestCounts.set(key, nth);
    const { seed, share } = this.#options;
    const isFaulty = chance(seed, 'whether', key, nth) < share;
    const all = isFaulty ? faultsOf[kind](isGateway, () => this.#now()) : [];
    const fault = all.length ? pick(all, chance(seed, 'which', key, nth)) : undefined;
    requests.push(`${Math.round(this.#now())} ${kind} ${fault?.name ?? 'no fault'}`);
    if (!fault) return undefined;
    this.faults.set(fault.name, (this.faults.get(fault.name) ?? 0) + 1);
    return fault;
  }
}
