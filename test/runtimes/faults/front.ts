import type { IncomingMessage, ServerResponse } from 'node:http';
import type { ProviderName } from '../../../src/documents/documents.ts';
import type * as Clients from '../../../src/index.ts';
import type * as Proxies from '../../../src/proxy/index.ts';
import { tasks } from '../../support/offered.ts';
import { importPackage } from '../packages.ts';
import { listen } from '../serve.ts';
import { type Behaviour, openToPages, Provider, type Saw } from './provider.ts';

/** Milliseconds that the provider takes for a create. */
const delay = 500;

/** The package's proxy in Node, behind a connection that breaks during the first create, and a provider behind both that works. */
export class Front {
  url = '';
  readonly #provider: Provider;
  readonly #behaviour: Behaviour;
  readonly #proxy: typeof Proxies;
  readonly #handler: (request: Request) => Promise<Response>;
  #hasBroken = false;
  #stop = () => {};

  private constructor(
    provider: Provider,
    behaviour: Behaviour,
    proxy: typeof Proxies,
    handler: (request: Request) => Promise<Response>,
  ) {
    this.#provider = provider;
    this.#behaviour = behaviour;
    this.#proxy = proxy;
    this.#handler = handler;
  }

  /** Starts the proxy for pages of that origin. */
  static async start(
    name: ProviderName,
    { breaks, ...rest }: Behaviour,
    origin: string,
  ): Promise<Front> {
    const [clients, proxy]: [typeof Clients, typeof Proxies] = await Promise.all([
      importPackage('kling-fetch'),
      importPackage('kling-fetch/proxy'),
    ]);
    const provider = await Provider.start(name, { ...rest, delay });
    const own = tasks.filter(([each]) => each === name);
    const handler = proxy.createProxy(
      clients[name] as Clients.Provider<Clients.ApiKey>,
      { apiKey: 'runtimes' },
      {
        allow: Object.fromEntries(own.map(([, operation]) => [operation, ['create', 'read']])),
        rate: { requests: 1_000, perSeconds: 1 },
        baseUrl: provider.url,
        origins: [origin],
      },
    );
    const front = new Front(provider, { breaks, ...rest }, proxy, handler);
    const { url, stop } = await listen((...of) => front.#answer(...of));
    front.url = url;
    front.#stop = stop;
    return front;
  }

  get saw(): Saw {
    return this.#provider.saw;
  }

  stop(): void {
    this.#stop();
    this.#provider.stop();
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.url === '/warm') {
      response.writeHead(200, openToPages).end('warm');
      return;
    }
    const { breaks, closesAfterPreflight } = this.#behaviour;
    if (request.method === 'OPTIONS' && closesAfterPreflight) {
      response.setHeader('connection', 'close');
    }
    const answering = this.#handler(this.#proxy.fromNode(request));
    if (request.method === 'POST' && breaks && !this.#hasBroken) {
      this.#hasBroken = true;
      // Its response is on its way, and the proxy does not know yet which task it has made.
      while (this.saw.creates === 0) await new Promise((resolve) => setTimeout(resolve, 5));
      for (const [name, value] of Object.entries(openToPages)) response.setHeader(name, value);
      breaks.end(response, this.#stop);
      return;
    }
    await this.#proxy.toNode(await answering, response);
  }
}
