import { type ProviderName, pathOf } from '../../documents/documents.ts';
import { type Answer, fillIn } from './answers.ts';
import { callerOf } from './credentials.ts';
import { durationOf, isOver, lifeOf, type Shown, shown, stateAt } from './life.ts';
import type { AskPrism, PrismAnswer } from './prism.ts';
import { uuid } from './random.ts';
import { Refusals } from './refusals.ts';
import { type MockRequest, type Target, targetOf, toPrism } from './requests.ts';
import type { Scenario } from './scenarios.ts';
import type { MockTask } from './tasks.ts';
import { scenarioFor, type World } from './world.ts';

/** A request, and all that was found out about it. */
interface Known {
  request: MockRequest;
  target: Target;
  /** What Prism said. */
  asked: PrismAnswer;
  scenario: Scenario;
  name: string;
}

/** Answers one provider's requests: Prism checks them and gives the example, the memory fills it with life. */
export class MockProvider {
  readonly #provider: ProviderName;
  readonly #world: World;
  readonly #prism: () => Promise<AskPrism>;
  readonly #refusals: Refusals;
  readonly #examples = new Map<string, Promise<PrismAnswer>>();

  constructor(provider: ProviderName, world: World, prism: () => Promise<AskPrism>) {
    this.#provider = provider;
    this.#world = world;
    this.#prism = prism;
    this.#refusals = new Refusals(provider, world.random);
  }

  async answer(request: MockRequest): Promise<Answer> {
    const { clock, keys, memory, replay } = this.#world;
    // Real time, because the clock of whoever made the token was not moved.
    const caller = callerOf(request.headers.authorization, keys, Date.now() / 1000);
    const target = targetOf(this.#provider, request, caller.account);
    const ask = await this.#prism();
    if (!target) return this.#refusals.elsewhere(caller, await ask(toPrism(request), {}));
    const { kind, provider, operation, template, spec } = target;
    if (request.isMalformed) return this.#refusals.refuseFor('the body is not JSON', spec, 400);
    const task = memory.find(target, target.which);
    // One look, so that example and values are of the same state.
    const state = task && stateAt(task, clock.now());
    const example = state && kind === 'read' ? exampleFor(state.status) : undefined;
    const asked = await ask(toPrism(request), { template, example });
    const bad = this.#refusals.judge(request, target, caller, asked);
    const route = { provider, method: request.method, path: template };
    const answered = replay?.next(route, bad?.status ?? 200) ?? bad;
    if (answered) return answered;
    const prefer = request.headers.prefer ?? '';
    const { name, scenario } = scenarioFor(this.#world, { kind, provider, operation, prefer });
    const known = { request, target, asked, scenario, name };
    const answer = await this.#play(known, task && state && { task, state });
    return { ...answer, scenario: name, ...this.#mishap(scenario) };
  }

  /** Carries the request out, unless the scenario refuses it or spoils it before. */
  async #play(known: Known, found: { task: MockTask; state: Shown } | undefined): Promise<Answer> {
    const { request, target, asked, scenario } = known;
    const { refuse, running, spoil, isCarriedOut } = scenario;
    if (refuse && (running === undefined || this.#running(target) >= running)) {
      const { headers = {}, ...how } = refuse;
      return { ...this.#refusals.refuse(target.spec, how), headers };
    }
    if (spoil && !isCarriedOut) return { status: 200, body: undefined };
    if (target.kind === 'create') return this.#create(known);
    if (target.kind === 'list') return this.#list(request, target, asked);
    if (!found)
      return this.#refusals.refuse(target.spec, { status: 400, message: 'Task not found' });
    return this.#show(asked.body, found.task, found.state, request.base);
  }

  #create({ request, target, asked, scenario, name }: Known): Answer {
    const { memory, callbacks, clock, speed } = this.#world;
    const input = { ...(request.body as Record<string, unknown>) };
    const { provider, operation, account, spec } = target;
    const { course = {} } = scenario;
    const createdAt = clock.now();
    const takes = durationOf(operation, speed) * (course.factor ?? 1);
    const { task, dropped } = memory.add({
      externalId: String(input.external_task_id ?? ''),
      provider,
      operation,
      account,
      input,
      size: request.size,
      scenario: name,
      createdAt,
      ...lifeOf(createdAt, takes, course),
      reason: course.reason,
      callbacks: course.callbacks,
    });
    if (!task) {
      const message = 'external_task_id must be unique within the account';
      return this.#refusals.refuse(spec, { status: 400, message });
    }
    const [oldest] = dropped;
    const uncalled = callbacks.watch(task, (state) =>
      this.#dataOf(task, shown(task, state, state.since), request.base),
    );
    const full = oldest && `memory is full: task ${oldest.id} was dropped`;
    const note = uncalled ?? full;
    // Whatever its speed, a task begins as one that waits.
    const first = shown(task, { status: 'submitted', since: createdAt }, createdAt);
    return { ...this.#show(asked.body, task, first, request.base), ...(note && { note }) };
  }

  async #list(request: MockRequest, target: Target, asked: PrismAnswer): Promise<Answer> {
    const { pageNum = '1', pageSize = '30' } = request.query;
    const page = { pageNum: Number(pageNum), pageSize: Number(pageSize) };
    const { memory, clock, random } = this.#world;
    const tasks = memory.page(target, page);
    const data = await Promise.all(
      tasks.map((task) => this.#dataOf(task, stateAt(task, clock.now()), request.base)),
    );
    return { status: 200, body: { ...(asked.body as object), request_id: uuid(random), data } };
  }

  /** A task in a state as it looks alone, without an envelope: what a list and a callback show. */
  async #dataOf(task: MockTask, state: Shown, base: string): Promise<object> {
    const { body } = await this.#example(task, exampleFor(state.status));
    const filled = fillIn(body, { task, state, base, requestId: '' });
    return (filled as { data: object }).data;
  }

  /** What Prism answers to a look at a task, which is the same each time. */
  #example({ provider, operation, id }: MockTask, example: string): Promise<PrismAnswer> {
    const route = pathOf(provider, operation);
    const key = `${route} ${example}`;
    const known =
      this.#examples.get(key) ??
      this.#prism().then((ask) => {
        const url = { path: `${route}/${id}`, query: {} };
        const headers = { authorization: 'Bearer mock' };
        const template = `${route}/{task_id}`;
        return ask({ method: 'get', url, headers }, { template, example });
      });
    this.#examples.set(key, known);
    return known;
  }

  #show(example: unknown, task: MockTask, state: Shown, base: string): Answer {
    const requestId = uuid(this.#world.random);
    const body = fillIn(example, { task, state, base, requestId });
    return { status: 200, body, task: task.id };
  }

  #running({ provider, account }: Target): number {
    const { memory, clock } = this.#world;
    const isTheirs = (task: MockTask) => task.provider === provider && task.account === account;
    const isRunning = (task: MockTask) => !isOver(stateAt(task, clock.now()).status);
    return [...memory.all].filter((task) => isTheirs(task) && isRunning(task)).length;
  }

  #mishap({ spoil, latency }: Scenario): Partial<Answer> {
    const delay = latency && latency.ms * (1 + this.#world.random() * latency.jitter);
    return { ...(spoil && { spoil }), ...(delay && { delay }) };
  }
}

/** The document's example for a state; a word that nobody knows looks like `processing` otherwise. */
const exampleFor = (status: string) =>
  ['submitted', 'succeed', 'failed'].includes(status) ? status : 'processing';
