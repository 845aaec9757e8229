import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Ending, json } from '../../test/chaos/endings.ts';
import type { Client, Connected, State, Wire } from './client.ts';

/** How a provider behaves in one measurement. What is left out goes well. */
export interface Behaviour {
  /** What becomes of the nth create, from 1. */
  create?: (nth: number) => { isAccepted: boolean; ending?: Ending };
  /** How a poll is answered, so many milliseconds after the first create; nothing for the task as it is. */
  poll?: (age: number, nth: number) => Ending | undefined;
  /** What the task is like, so many milliseconds after it was accepted. @default finished at once */
  task?: (age: number) => State;
  /** Milliseconds in which a new task cannot be found yet. @default 0 */
  hidden?: number;
}

/** What a provider saw, in milliseconds of the clock that the process lives by. */
export interface Saw {
  creates: number[];
  polls: number[];
  jobs: number;
}

/** The only task there is: nothing else in an error looks like it. */
export const id = 'task-4f1c2b';

/** A 429 that asks for three seconds, in words that every client takes for its provider's own. */
export const notNow: Ending = (response) =>
  json(429, { 'retry-after': '3' })(response, {
    error: { message: 'too many requests', type: 'rate_limit' },
  });

/** A provider on loopback, for one client and one task. */
class Provider {
  readonly saw: Saw = { creates: [], polls: [], jobs: 0 };
  readonly #wire: Wire;
  readonly #behaviour: Behaviour;
  #created = '';
  #acceptedAt = Number.POSITIVE_INFINITY;
  readonly #server = createServer((request, response) => void this.#answer(request, response));

  constructor(wire: Wire, behaviour: Behaviour) {
    this.#wire = wire;
    this.#behaviour = behaviour;
  }

  async start(): Promise<string> {
    await new Promise<void>((ready) => this.#server.listen(0, '127.0.0.1', ready));
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  stop(): void {
    this.#server.close();
    this.#server.closeAllConnections();
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    let body = '';
    for await (const chunk of request) body += chunk;
    const { method, url = '' } = request;
    if (method === 'POST') this.#create(body, response);
    // Some cancel what they wait for no longer.
    else if (method === 'GET') this.#poll(new URL(url, 'http://127.0.0.1'), response);
    else json(202)(response, {});
  }

  #create(body: string, response: ServerResponse): void {
    const { creates } = this.saw;
    creates.push(performance.now());
    const fate = this.#behaviour.create?.(creates.length) ?? { isAccepted: true };
    const { isAccepted, ending = json() } = fate;
    if (isAccepted) {
      this.saw.jobs += 1;
      this.#created = body;
      this.#acceptedAt = Math.min(this.#acceptedAt, performance.now());
    }
    ending(response, isAccepted ? this.#wire.created : {});
  }

  #poll(url: URL, response: ServerResponse): void {
    const { polls, creates } = this.saw;
    const at = performance.now();
    polls.push(at);
    const { poll, hidden = 0, task = () => 'finished' } = this.#behaviour;
    const age = at - this.#acceptedAt;
    const isThere = age >= hidden && (this.#wire.finds?.(url, this.#created) ?? true);
    const { status, body } = isThere
      ? this.#wire.poll(task(age), url.pathname)
      : (this.#wire.missing ?? { status: 404, body: { code: 1203, message: 'no such task' } });
    const ending = poll?.(at - (creates[0] ?? at), polls.length) ?? json(status);
    ending(response, body);
  }
}

/** Lets a client work with a provider of that behaviour, and gives what both say. */
export async function measured<T>(
  { wire, connect }: Client,
  behaviour: Behaviour,
  work: (client: Connected, saw: Saw) => Promise<T>,
  requestTimeout?: number,
): Promise<{ value: T; saw: Saw }> {
  const provider = new Provider(wire(id), behaviour);
  const baseUrl = await provider.start();
  try {
    return { value: await work(connect(baseUrl, requestTimeout), provider.saw), saw: provider.saw };
  } finally {
    provider.stop();
  }
}
