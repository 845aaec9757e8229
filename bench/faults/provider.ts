import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { cometapi, createKling, deerapi, type KlingOptions, klingai } from '../../src/index.ts';
import { type Ending, json } from '../../test/chaos/endings.ts';

/** How a provider behaves in one measurement. What is left out goes well. */
export interface Behaviour {
  /** What becomes of the nth create, from 1. */
  create?: (nth: number) => { isAccepted: boolean; ending?: Ending };
  /** What a look is answered with, so many milliseconds after the first create; nothing for the task as it is. */
  look?: (age: number, nth: number) => Ending | undefined;
  /** What a task looks like, so many milliseconds after it was accepted. @default finished at once */
  task?: (age: number) => object;
  /** Milliseconds in which a new task cannot be found yet. @default 0 */
  hidden?: number;
}

/** What a provider saw, in milliseconds of the clock that the process lives by. */
export interface Saw {
  creates: number[];
  looks: number[];
  jobs: number;
}

export const processing = () => ({ task_status: 'processing' });
const finished = () => ({
  task_status: 'succeed',
  task_result: { audios: [{ id: '1', url_mp3: 'https://files.example/1.mp3' }] },
});

/** A provider on loopback, for one client and one task. */
class Provider {
  readonly saw: Saw = { creates: [], looks: [], jobs: 0 };
  readonly #behaviour: Behaviour;
  #externalId = '';
  #acceptedAt = Number.POSITIVE_INFINITY;
  readonly #server = createServer((request, response) => void this.#answer(request, response));

  constructor(behaviour: Behaviour) {
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
    const [ending, data] = request.method === 'POST' ? this.#create(body) : this.#look(request);
    ending(response, { code: 0, message: 'SUCCEED', request_id: 'r-1', data });
  }

  #create(body: string): [Ending, object] {
    const { creates } = this.saw;
    creates.push(performance.now());
    const fate = this.#behaviour.create?.(creates.length) ?? { isAccepted: true };
    const { isAccepted, ending = json() } = fate;
    if (!isAccepted) return [ending, {}];
    this.saw.jobs += 1;
    this.#externalId = JSON.parse(body).external_task_id;
    this.#acceptedAt = Math.min(this.#acceptedAt, performance.now());
    return [ending, { task_id: '1', task_status: 'submitted' }];
  }

  #look({ url = '' }: IncomingMessage): [Ending, object] {
    const { looks, creates } = this.saw;
    const at = performance.now();
    looks.push(at);
    const ending = this.#behaviour.look?.(at - (creates[0] ?? at), looks.length);
    if (ending) return [ending, {}];
    const { hidden = 0, task = finished } = this.#behaviour;
    const age = at - this.#acceptedAt;
    // A gateway's addresses have a prefix; by external id it finds nothing.
    const id = url.split('/').at(-1);
    const isThere =
      age >= hidden && (id === '1' || (!url.startsWith('/kling') && id === this.#externalId));
    const missing: Ending = (response) =>
      json(404)(response, { code: 1203, message: 'no such task' });
    return isThere ? [json(), { task_id: '1', ...task(age) }] : [missing, {}];
  }
}

const key = { apiKey: 'bench' };
/** With a pace, as against a real provider: without one, a client takes this machine's for a mock. */
const real = (options: KlingOptions): KlingOptions => ({ pace: {}, ...options });
const providers = {
  klingai: (options: KlingOptions) => createKling(klingai, key, real(options)),
  cometapi: (options: KlingOptions) => createKling(cometapi, key, real(options)),
  deerapi: (options: KlingOptions) => createKling(deerapi, key, real(options)),
};
export type ProviderName = keyof typeof providers;

/** What an application does with the one operation that is measured. */
export type Kling = Pick<ReturnType<(typeof providers)['cometapi']>, 'textToAudio'>;

/** Lets a client work with a provider of that behaviour, and gives what both say. */
export async function measured<T>(
  name: ProviderName,
  behaviour: Behaviour,
  work: (kling: Kling, saw: Saw) => Promise<T>,
  options: KlingOptions = {},
): Promise<{ value: T; saw: Saw }> {
  const provider = new Provider(behaviour);
  const baseUrl = await provider.start();
  try {
    const kling = providers[name]({ baseUrl, ...options }) as object as Kling;
    return { value: await work(kling, provider.saw), saw: provider.saw };
  } finally {
    provider.stop();
  }
}
