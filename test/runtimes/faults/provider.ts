import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
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
  /** Reads of one task. */
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

const succeeded = { audios: [{ id: '1', url_mp3: 'https://files.example/1.mp3' }] };

/** A fake provider on loopback, which counts what arrives and what it would charge for. */
export class Provider {
  readonly saw: Saw = { creates: 0, paid: 0, polls: 0, lists: 0, atOnce: 0, wasReused: false };
  url = '';
  stop = () => {};
  readonly #behaviour: Behaviour;
  readonly #jobs: Job[] = [];
  readonly #routes = new Set<string>();

  private constructor(behaviour: Behaviour) {
    this.#behaviour = behaviour;
  }

  /** Starts one with that behaviour. */
  static async start(behaviour: Behaviour = {}): Promise<Provider> {
    const provider = new Provider(behaviour);
    return Object.assign(provider, await listen((...of) => provider.#answer(...of)));
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const before = countRequest(request);
    const body = await readBody(request);
    for (const [name, value] of Object.entries(openToPages)) response.setHeader(name, value);
    const { pathname } = new URL(request.url ?? '/', 'http://127.0.0.1');
    if (request.method === 'OPTIONS') {
      if (this.#behaviour.closesAfterPreflight) response.setHeader('connection', 'close');
      response.writeHead(204).end();
    } else if (request.method === 'POST') {
      if (this.saw.creates === 0) this.saw.wasReused = before > 0;
      this.#routes.add(pathname);
      this.#create(JSON.parse(body), response);
    } else if (pathname === '/warm') {
      response.end('warm');
    } else {
      this.#read(pathname, request, response);
    }
  }

  #create(
    { external_task_id: externalId }: Record<string, string>,
    response: ServerResponse,
  ): void {
    const { breaks, isUnique = true, delay = 0, takes = () => 0 } = this.#behaviour;
    this.saw.creates += 1;
    const isFirst = this.saw.creates === 1;
    if (isUnique && this.#jobs.some((job) => job.externalId === externalId)) {
      send(response, 400, { code: 1201, message: 'external_task_id was used before' });
      return;
    }
    const now = performance.now();
    const nth = this.#jobs.length;
    const job: Job = {
      id: `task-${nth + 1}`,
      externalId: externalId ?? '',
      createdAt: now,
      endsAt: now + takes(nth),
    };
    this.#jobs.push(job);
    this.saw.paid += 1;
    const running = this.#jobs.filter(({ endsAt }) => endsAt > now);
    this.saw.atOnce = Math.max(this.saw.atOnce, running.length);
    if (isFirst && breaks) {
      breaks.end(response, this.stop);
      return;
    }
    const created = envelope({ task_id: job.id, task_status: 'submitted' });
    setTimeout(() => send(response, 200, created), delay);
  }

  #read(path: string, request: IncomingMessage, response: ServerResponse): void {
    const { hidden = 0, pollHeaders = {} } = this.#behaviour;
    for (const [name, value] of Object.entries(pollHeaders)) response.setHeader(name, value);
    const there = this.#jobs.filter(({ createdAt }) => performance.now() - createdAt >= hidden);
    if (this.#routes.has(path)) {
      this.saw.lists += 1;
      const isFirst = /pageNum=1(&|$)/.test(request.url ?? '');
      send(response, 200, envelope(isFirst ? there.map(shown).reverse() : []));
      return;
    }
    this.saw.polls += 1;
    const asked = decodeURIComponent(path.slice(path.lastIndexOf('/') + 1));
    // A gateway, whose paths have a prefix, finds nothing by external id.
    const isGateway = path.startsWith('/kling');
    const job = there.find(
      ({ id, externalId }) => id === asked || (externalId === asked && !isGateway),
    );
    if (job) send(response, 200, envelope(shown(job)));
    else send(response, 404, { code: 1203, message: 'no such task' });
  }
}

const envelope = (data: object) => ({ code: 0, message: 'SUCCEED', request_id: 'r-1', data });

function shown({ id, externalId, createdAt, endsAt }: Job): object {
  const hasEnded = performance.now() >= endsAt;
  return {
    task_id: id,
    task_status: hasEnded ? 'succeed' : 'processing',
    task_status_msg: '',
    task_info: { external_task_id: externalId },
    created_at: Math.round(performance.timeOrigin + createdAt),
    task_result: hasEnded ? succeeded : {},
  };
}

/** Answers with JSON of unknown length, as gateways do. */
function send(response: ServerResponse, code: number, body: object): void {
  response.writeHead(code, { 'content-type': 'application/json' });
  response.write(JSON.stringify(body));
  response.end();
}
