import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { Offer } from '../../../src/client/operations.ts';
import { type ProviderName, providers } from '../../../src/documents/documents.ts';
import { envelope, type ShownTask, wireOf } from '../../chaos/shown.ts';
import { listen } from '../serve.ts';

/** What becomes of the connection, or of the whole server, when the first create has been carried out. */
export interface Break {
  end: (response: ServerResponse, stop: () => void) => void;
  /** Whether nothing can be reached any more. */
  isGone?: boolean;
}

const page = '<!doctype html><html><body><h1>nginx</h1></body></html>';
const status = (code: number): Break => ({
  end: (response) => void response.writeHead(code, { 'content-type': 'text/html' }).end(page),
});

/** How connections break during a create. Several of these make a platform send the request again by itself. */
export const breaks = {
  'closed (FIN)': { end: ({ socket }) => void socket?.end() },
  'reset (RST)': { end: ({ socket }) => void socket?.resetAndDestroy() },
  'HTTP 408': status(408),
  'HTTP 421': status(421),
  'reset, then refused': {
    isGone: true,
    end({ socket }, stop) {
      socket?.resetAndDestroy();
      stop();
    },
  },
} satisfies Record<string, Break>;

/** What a provider does; every field may be left out. */
export interface Behaviour {
  breaks?: Break | undefined;
  /** Whether a second create with the same external id is refused. @default true */
  isUnique?: boolean;
  /** Milliseconds between accepting a create and answering it. @default 0 */
  delay?: number;
  /** Milliseconds that a task takes. @default 0 */
  takes?: (nth: number) => number;
  /** Milliseconds in which a new task cannot be found yet. @default 0 */
  hidden?: number;
  /** Headers of what a poll gets. */
  pollHeaders?: Record<string, string>;
  /** Ends a browser's connection after its preflight, so that the request itself goes through a new one. */
  closesAfterPreflight?: boolean;
}

/** What a provider has seen. */
export interface Saw {
  /** Creates on the wire. */
  creates: number;
  /** Tasks that were accepted, and will be charged. */
  paid: number;
  /** Reads of tasks by their ids. */
  polls: number;
  /** Reads of a list. */
  lists: number;
  /** The most tasks that ran at a time. */
  atOnce: number;
  /** Whether the first create came through a socket that had carried another request. */
  wasReused: boolean;
}

interface Job {
  id: string;
  externalId: string;
  offer: Offer;
  createdAt: number;
  endsAt: number;
}

/** Requests that each socket has carried. */
const carried = new WeakMap<Socket, number>();

/** Counts a request of a socket. Returns how many there were before it. */
function countRequest({ socket }: IncomingMessage): number {
  const before = carried.get(socket) ?? 0;
  carried.set(socket, before + 1);
  return before;
}

/** The body of a request. */
async function readBody(request: IncomingMessage): Promise<string> {
  let body = '';
  for await (const chunk of request) body += chunk;
  return body;
}

/** Lets pages of every origin through. */
export const openToPages = {
  'access-control-allow-origin': '*',
  'access-control-allow-headers': '*, authorization',
  'access-control-allow-methods': 'GET, POST',
};

/** Whether a task that no response has named is found here by its external id. Where that is only perhaps so, it is not. */
export const findsUnnamed = (name: ProviderName): boolean =>
  providers[name].lookupProves === 'absence';

/** A fake provider on loopback, which counts what arrives and what it would charge for. */
export class Provider {
  readonly saw: Saw = { creates: 0, paid: 0, polls: 0, lists: 0, atOnce: 0, wasReused: false };
  url = '';
  stop = () => {};
  readonly #name: ProviderName;
  readonly #behaviour: Behaviour;
  readonly #jobs: Job[] = [];

  private constructor(name: ProviderName, behaviour: Behaviour) {
    this.#name = name;
    this.#behaviour = behaviour;
  }

  /** Starts one that speaks as that provider does, and behaves like this. */
  static async start(name: ProviderName, behaviour: Behaviour = {}): Promise<Provider> {
    const provider = new Provider(name, behaviour);
    return Object.assign(provider, await listen((...of) => provider.#answer(...of)));
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const before = countRequest(request);
    const body = await readBody(request);
    for (const [name, value] of Object.entries(openToPages)) response.setHeader(name, value);
    const address = new URL(request.url ?? '/', 'http://127.0.0.1');
    if (request.method === 'OPTIONS') {
      if (this.#behaviour.closesAfterPreflight) response.setHeader('connection', 'close');
      response.writeHead(204).end();
    } else if (request.method === 'POST') {
      if (this.saw.creates === 0) this.saw.wasReused = before > 0;
      this.#create(address, JSON.parse(body), response);
    } else if (address.pathname === '/warm') {
      response.end('warm');
    } else {
      this.#read(address, response);
    }
  }

  get #wire() {
    return wireOf(providers[this.#name].dialect);
  }

  /** What is created, or read, at a path, and what of the path follows. */
  #find({ pathname }: URL, isCreate: boolean): [offer: Offer, rest: string] {
    const { prefix, offers } = providers[this.#name];
    for (const offer of Object.values<Offer>(offers)) {
      const route = prefix + ((isCreate ? undefined : offer.tasks) ?? offer.route);
      if (`${pathname}/`.startsWith(`${route}/`)) return [offer, pathname.slice(route.length)];
    }
    throw new TypeError(`${this.#name} has no ${pathname}`);
  }

  #create(address: URL, body: Record<string, unknown>, response: ServerResponse): void {
    const { breaks, isUnique = true, delay = 0, takes = () => 0 } = this.#behaviour;
    const [offer] = this.#find(address, true);
    const externalId = String(this.#wire.externalIdIn(body));
    this.saw.creates += 1;
    const isFirst = this.saw.creates === 1;
    if (isUnique && this.#jobs.some((job) => job.externalId === externalId)) {
      send(response, 400, { code: 1201, message: 'external_task_id was used before' });
      return;
    }
    const now = performance.now();
    const nth = this.#jobs.length;
    const id = `task-${nth + 1}`;
    const job: Job = { id, externalId, offer, createdAt: now, endsAt: now + takes(nth) };
    this.#jobs.push(job);
    this.saw.paid += 1;
    const running = this.#jobs.filter(({ endsAt }) => endsAt > now);
    this.saw.atOnce = Math.max(this.saw.atOnce, running.length);
    if (isFirst && breaks) {
      breaks.end(response, this.stop);
      return;
    }
    const created = envelope(this.#wire.created(taskOf(job, 'submitted'), offer));
    setTimeout(() => send(response, 200, created), delay);
  }

  #read(address: URL, response: ServerResponse): void {
    const { hidden = 0, pollHeaders = {} } = this.#behaviour;
    for (const [name, value] of Object.entries(pollHeaders)) response.setHeader(name, value);
    const there = this.#jobs.filter(({ createdAt }) => performance.now() - createdAt >= hidden);
    const { searchParams } = address;
    const [, rest] = this.#find(address, false);
    const { ids, isExternal } = this.#wire.asked(rest, searchParams);
    if (ids.length === 0) {
      this.saw.lists += 1;
      const isFirst = searchParams.get('pageNum') === '1';
      send(response, 200, envelope(isFirst ? this.#show(there).reverse() : []));
      return;
    }
    this.saw.polls += 1;
    const isByName = isExternal !== false && findsUnnamed(this.#name);
    const found = there.filter(
      ({ id, externalId }) =>
        (!isExternal && ids.includes(id)) || (isByName && ids.includes(externalId)),
    );
    const shown = this.#show(found);
    if (this.#wire.isList) send(response, 200, envelope(shown));
    else if (shown[0]) send(response, 200, envelope(shown[0]));
    else send(response, 404, { code: 1203, message: 'no such task' });
  }

  /** Jobs as they are at this moment. */
  #show(jobs: Job[]): object[] {
    const now = performance.now();
    return jobs.map((job) => {
      const status = now >= job.endsAt ? 'succeed' : 'processing';
      return this.#wire.show(taskOf(job, status), job.offer);
    });
  }
}

/** A job with that status, before it is put into the words of a provider. */
function taskOf({ id, externalId, createdAt }: Job, status: string): ShownTask {
  const at = Math.round(performance.timeOrigin + createdAt);
  const url = status === 'succeed' ? 'https://files.example/1' : undefined;
  return { id, externalId, status, url, createdAt: at, updatedAt: at };
}

/** Answers with JSON of unknown length, as gateways do. */
function send(response: ServerResponse, code: number, body: object): void {
  response.writeHead(code, { 'content-type': 'application/json' });
  response.write(JSON.stringify(body));
  response.end();
}
