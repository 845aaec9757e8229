import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { chance } from './chance.ts';
import { requestId, sentAt } from './clock.ts';
import { endings } from './endings.ts';
import { FaultyProviders, type ProviderOptions } from './providers.ts';

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

/**
 * Four providers on one port, each under its name. The server and its sockets are real, but the clock decides when it
 * does something.
 */
export class FaultServer {
  readonly providers: FaultyProviders;
  restarts = 0;
  readonly #options: ProviderOptions;
  readonly #held = new Set<HeldRequest>();
  #server: Server | undefined;
  #port = 0;

  constructor(options: ProviderOptions) {
    this.#options = options;
    this.providers = new FaultyProviders(options);
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
    const from = Number(request.headers[sentAt]);
    const arrive = () => this.#handle(held);
    this.#options.clock.schedule(this.#latency('to', id), arrive, { from, isHidden: true });
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
    const { method = '', url = '' } = held.request;
    const [ending, body] = this.providers.respond({ method, url, body: held.body });
    if (ending === endings['time-out']) return;
    this.#options.clock.schedule(this.#latency('from', held.id), () => {
      if (held.isCut) return;
      this.#release(held);
      ending(held.response, body);
    });
  }
}
