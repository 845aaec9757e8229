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
  /** Told of each job as soon as it is accepted, before its answer. */
  onAccept: (count: number) => void;
}

/** A create, or a look at a task. */
interface Asked {
  externalId: string;
  operation: OperationName;
  isGateway: boolean;
}

/** How the answer ends, and what it would say. */
type Answer = [Ending, object];

/** A request that has arrived and is not answered yet, or never will be. */
interface Held {
  id: string;
  request: IncomingMessage;
  body: string;
  response: ServerResponse;
  isCut: boolean;
}

/** Milliseconds that a request takes to the server, and an answer from there, at most. */
const longestWay = 150;
/** Milliseconds that the server is away, when it restarts. */
const outage = 2_000;

/** Jobs of Kling's that may run at once. */
const mostRunning = 350;
const longestHidden = { gateway: 20_000, unique: 14_000, other: 5_000 };

/**
 * Three providers on one port, each under its name. What goes wrong with the nth request about a task depends on the seed
 * only. The server is real and so are its sockets; when it does what is the clock's affair. Some accounts of `klingai` refuse an external id that is used up, the others make a second job of it.
 */
export class FaultServer {
  readonly ledger: Ledger;
  /** How often each fault happened. */
  readonly faults = new Map<string, number>();
  /** Requests about each task, by external id: when, what for, and what went wrong. */
  readonly requests = new Map<string, string[]>();
  restarts = 0;
  /** Pages of the list that were asked for. */
  lists = 0;
  /** Tasks whose end was shown, by lists and when they were read by themselves. */
  readonly #endsShown = { list: new Set<string>(), read: new Set<string>() };
  readonly #options: FaultServerOptions;
  readonly #nth = new Map<string, number>();
  readonly #held = new Set<Held>();
  #server: Server | undefined;
  #port = 0;

  constructor(options: FaultServerOptions) {
    this.#options = options;
    this.ledger = new Ledger(options.seed);
  }

  async start(): Promise<string> {
    for (;;) {
      const server = createServer((request, response) => void this.#arrive(request, response));
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

  /** Cuts every connection. */
  async stop(): Promise<void> {
    const server = this.#server;
    await new Promise((resolve) => server?.close(resolve).closeAllConnections());
  }

  /** Is away for a moment, and has forgotten nothing but the requests that it held. */
  restart(): void {
    const { clock } = this.#options;
    this.restarts += 1;
    this.#server?.close().closeIdleConnections();
    for (const held of this.#held) clock.schedule(0, () => this.#cut(held));
    clock.schedule(outage, async () => {
      await this.start();
    });
  }

  get total(): number {
    return [...this.requests.values()].reduce((sum, { length }) => sum + length, this.lists);
  }

  /** Tasks whose end was shown by lists only. */
  get endsByLists(): number {
    return [...this.#endsShown.list].filter((id) => !this.#endsShown.read.has(id)).length;
  }

  /** Holds the request until the clock says that it has arrived. */
  async #arrive(request: IncomingMessage, response: ServerResponse): Promise<void> {
    let body = '';
    try {
      for await (const chunk of request) body += chunk;
    } catch {
      return;
    }
    const id = String(request.headers[requestId]);
    const held: Held = { id, request, body, response, isCut: false };
    this.#held.add(held);
    this.#options.clock.schedule(this.#way('to', id), () => this.#handle(held));
    this.#options.clock.hold(id);
  }

  /** Milliseconds that a request or its answer is on the way. */
  #way(direction: string, id: string): number {
    return longestWay * chance(this.#options.seed, direction, id);
  }

  #cut(held: Held): void {
    held.isCut = true;
    this.#release(held);
    held.request.socket.destroy();
  }

  #release(held: Held): void {
    this.#held.delete(held);
    this.#options.clock.release(held.id);
  }

  /** Carries the request out, even if whoever sent it has given it up or was killed since, and answers it. */
  #handle(held: Held): void {
    if (held.isCut) return;
    const [ending, shown] = this.#answer(held);
    if (ending === endings['time-out']) return;
    this.#options.clock.schedule(this.#way('from', held.id), () => {
      if (held.isCut) return;
      this.#release(held);
      ending(held.response, shown);
    });
  }

  #answer({ request, body }: Held): Answer {
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
      return this.#create({ externalId, operation, isGateway });
    }
    if (!id) return this.#list(operation, searchParams);
    return this.#read({ externalId: id, operation, isGateway });
  }

  #create({ externalId, operation, isGateway }: Asked): Answer {
    const fault = this.#fault('create', externalId, isGateway);
    if (fault && !fault.hasTask) return [fault.answer, envelope({})];
    const isUnique = !isGateway && chance(this.#options.seed, 'unique', externalId) < 0.5;
    if (isUnique && this.ledger.jobs(externalId).length > 0)
      return [coded(400, 1201, 'external_task_id is used up'), {}];
    if (!isGateway && this.ledger.running('klingai', this.#now()) >= mostRunning)
      return [coded(429, 1303, 'parallel task over resource pack limit'), {}];
    const hidden = longestHidden[isGateway ? 'gateway' : isUnique ? 'unique' : 'other'];
    const job = this.ledger.accept(externalId, operation, this.#now(), hidden);
    this.#options.onAccept(this.ledger.size);
    return [fault?.answer ?? json(), envelope(taskOf(job, this.#now()))];
  }

  /** `externalId` is whatever the task was asked for by. */
  #read({ externalId: id, operation, isGateway }: Asked): Answer {
    const job = this.ledger.byId(id) ?? (isGateway ? undefined : this.ledger.jobs(id)[0]);
    const isThere = job && this.#now() >= job.acceptedAt + job.hidden;
    const fault = this.#fault('read', job?.externalId ?? id, isGateway);
    if (fault && (isThere || !fault.hasTask))
      return [fault.answer, envelope(job ? taskOf(job, this.#now(), operation) : {})];
    if (isThere) {
      this.#note('read', job);
      return [json(), envelope(taskOf(job, this.#now(), operation))];
    }
    if (isGateway) return [json(404), { error: { message: 'no such task', code: '' } }];
    return [coded(400, 1201, 'Task not found'), {}];
  }

  /** A page of klingai's list. */
  #list(operation: OperationName, query: URLSearchParams): Answer {
    this.lists += 1;
    const fault = this.#fault('list', operation, false);
    const at = this.#now() - (fault?.behind ?? 0);
    const size = Math.min(Number(query.get('pageSize')), 500);
    const begin = (Number(query.get('pageNum')) - 1) * size;
    const all = this.ledger.list('klingai', operation, at);
    const page = (fault?.list?.(all) ?? all).slice(begin, begin + size);
    if (!fault || fault.list || fault.behind) for (const job of page) this.#note('list', job, at);
    return [fault?.answer ?? json(), envelope(page.map((job) => taskOf(job, at, operation)))];
  }

  #note(by: 'list' | 'read', job: Job, at = this.#now()): void {
    if (at >= job.acceptedAt + job.takes) this.#endsShown[by].add(job.id);
  }

  #now(): number {
    return this.#options.clock.now;
  }

  /** What goes wrong with this request, if anything does. */
  #fault(kind: keyof typeof faultsOf, of: string, isGateway: boolean): Fault | undefined {
    const requests = this.requests.get(of) ?? [];
    if (kind !== 'list') this.requests.set(of, requests);
    const key = `${kind} ${of}`;
    const nth = (this.#nth.get(key) ?? 0) + 1;
    this.#nth.set(key, nth);
    const { seed, share } = this.#options;
    const isFaulty = chance(seed, 'whether', key, nth) < share;
    const all = isFaulty ? faultsOf[kind](isGateway, () => this.#now()) : [];
    const fault = all.length ? pick(all, chance(seed, 'which', key, nth)) : undefined;
    requests.push(`${Math.round(this.#now())} ${kind} ${fault?.name ?? 'as it is'}`);
    if (!fault) return undefined;
    this.faults.set(fault.name, (this.faults.get(fault.name) ?? 0) + 1);
    return fault;
  }
}
