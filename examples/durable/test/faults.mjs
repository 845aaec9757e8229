/** What becomes of creates, and what becomes of looks. */
const faults = [
  ...['reset-before', 'reset-after', 'truncated-json', 'empty-200', 'html-502', 'hang'],
  ...['rate-limit', 'rate-limit-retry-after', 'fails', 'content-policy', 'succeed-before-url'],
].map((scenario) => ({ scenario, on: 'create' }));
const looks = ['reset-before', 'truncated-json', 'empty-200', 'html-502', 'hang', 'rate-limit'].map(
  (scenario) => ({ scenario, on: 'read' }),
);

/** Numbers from 0 to 1, the same for the same seed. */
export function chances(seed) {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32;
    return state / 2 ** 32;
  };
}

export const pick = (list, chance) => list[Math.floor(chance() * list.length)];

/** Lays a fault over the next one to three requests of a provider; gives its name. */
export function disturb(mock, provider, chance) {
  const { scenario, on } = pick(chance() < 0.6 ? faults : looks, chance);
  const times = 1 + Math.floor(chance() * 3);
  mock.scenario(scenario, { on, provider, times });
  return `${scenario} (${on})`;
}

/** Notes the creates that reach a mock, of whose requests it remembers the last few hundred only. */
export class Ledger {
  #next = 1;
  /** For each external id, which of its creates made a task. */
  creates = new Map();
  requests = 0;
  looks = 0;

  note(mock) {
    for (const { number, method, path, request, task } of mock.requests) {
      if (number < this.#next) continue;
      if (number > this.#next) throw new Error(`${number - this.#next} requests were not noted`);
      this.#next += 1;
      this.requests += 1;
      if (method !== 'POST') this.looks += 1;
      if (method !== 'POST' || !path.includes('/v1/')) continue;
      const made = this.creates.get(request.external_task_id) ?? [];
      this.creates.set(request.external_task_id, [...made, task !== undefined]);
    }
  }

  /** The external ids of which a create was sent although there was a task already: paid twice, were it allowed. */
  get twice() {
    const isTwice = ([, made]) => made.includes(true) && made.indexOf(true) < made.length - 1;
    return [...this.creates].filter(isTwice).map(([id]) => id);
  }
}
