/** Scenarios of the mock for creates, and for polls. */
const createFaults = [
  ...['reset-before', 'reset-after', 'truncated-json', 'empty-200', 'html-502', 'hang'],
  ...['rate-limit', 'rate-limit-retry-after', 'fails', 'content-policy', 'succeed-before-url'],
].map((scenario) => ({ scenario, on: 'create' }));
const pollFaults = [
  'reset-before',
  'truncated-json',
  'empty-200',
  'html-502',
  'hang',
  'rate-limit',
].map((scenario) => ({ scenario, on: 'read' }));

/** Makes a random generator of numbers from 0 to 1, the same for the same seed. */
export function createRandom(seed) {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32;
    return state / 2 ** 32;
  };
}

/** Picks one of a list at random. */
export const pick = (list, random) => list[Math.floor(random() * list.length)];

/** Applies a fault to the next one to three creates, or polls, of a provider; returns its name. */
export function injectFault(mock, provider, random) {
  const { scenario, on } = pick(random() < 0.6 ? createFaults : pollFaults, random);
  const times = 1 + Math.floor(random() * 3);
  mock.scenario(scenario, { on, provider, times });
  return `${scenario} (${on})`;
}

/** Records the creates that reach a mock, which itself keeps only its last few hundred requests. */
export class Ledger {
  #next = 1;
  /** For each external id, whether each of its creates made a task. */
  creates = new Map();
  requests = 0;

  /** Records the requests that have arrived since the last call. */
  record(mock) {
    for (const { number, method, path, request, task } of mock.requests) {
      if (number < this.#next) continue;
      if (number > this.#next) throw new Error(`${number - this.#next} requests were missed`);
      this.#next += 1;
      this.requests += 1;
      if (method !== 'POST' || !path.includes('/v1/')) continue;
      const made = this.creates.get(request.external_task_id) ?? [];
      this.creates.set(request.external_task_id, [...made, task !== undefined]);
    }
  }

  /** The external ids for which a create was sent although the task existed: paid twice, unless the provider refuses it. */
  get twice() {
    const isTwice = ([, made]) => made.includes(true) && made.indexOf(true) < made.length - 1;
    return [...this.creates].filter(isTwice).map(([id]) => id);
  }
}
