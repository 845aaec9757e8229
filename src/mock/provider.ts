import { documents, type ProviderName, pathOf } from '../contract/documents.ts';
import { type Answer, fillIn, refusal, wordsFor } from './answers.ts';
import { refusedAs } from './credentials.ts';
import type { AskPrism, PrismAnswer } from './prism.ts';
import { uuid } from './random.ts';
import { type MockRequest, type Target, targetOf, toPrism } from './requests.ts';
import type { Scenario } from './scenarios.ts';
import { durationOf, isRunning, type MockTask, stateAt } from './tasks.ts';
import { scenarioFor, type World } from './world.ts';

/** Answers one provider's requests: Prism checks them and gives the example, the memory fills it with life. */
export class MockProvider {
  readonly #provider: ProviderName;
  readonly #world: World;
  readonly #prism: () => Promise<AskPrism>;

  constructor(provider: ProviderName, world: World, prism: () => Promise<AskPrism>) {
    this.#provider = provider;
    this.#world = world;
    this.#prism = prism;
  }

  async answer(request: MockRequest): Promise<Answer> {
    const target = targetOf(this.#provider, request);
    if (!target) return this.#elsewhere(request);
    if (request.isMalformed) return this.#refuse(target, 400, { message: 'the body is not JSON' });
    const task = this.#world.memory.find(target, target.taskId);
    const ask = await this.#prism();
    const asked = await ask(
      toPrism(request),
      task && target.kind === 'read' ? this.#state(task) : undefined,
    );
    const refused = this.#refused(request, target, asked);
    if (refused) return refused;
    const { kind, provider, operation } = target;
    const prefer = request.headers.prefer ?? '';
    const { name, scenario } = scenarioFor(this.#world, { kind, provider, operation, prefer });
    const answer = await this.#play(request, target, task, asked, scenario, name);
    return { ...answer, scenario: name, ...this.#mishap(scenario) };
  }

  /** Carries the request out, unless the scenario refuses it or spoils it before. */
  async #play(
    request: MockRequest,
    target: Target,
    task: MockTask | undefined,
    asked: PrismAnswer,
    scenario: Scenario,
    name: string,
  ): Promise<Answer> {
    const { refuse, whileRunning = 0, spoil, isCarriedOut } = scenario;
    if (refuse && this.#running(target) >= whileRunning) {
      const { status, example, headers = {} } = refuse;
      return { ...this.#refuse(target, status, { example }), headers };
    }
    if (spoil && !isCarriedOut) return { status: 200, body: undefined };
    if (target.kind === 'create') return this.#create(request, target, asked, scenario, name);
    if (target.kind === 'list') return this.#list(request, target, asked);
    if (!task) return this.#refuse(target, 400, { message: 'Task not found' });
    return { status: 200, body: this.#fill(asked.body, task, request.base), task: task.id };
  }

  #create(
    request: MockRequest,
    target: Target,
    asked: PrismAnswer,
    scenario: Scenario,
    name: string,
  ): Answer {
    const { memory, callbacks, clock, speed } = this.#world;
    const input = { ...(request.body as Record<string, unknown>) };
    const { provider, operation, account } = target;
    const course = scenario.course ?? {};
    const { task, dropped } = memory.add({
      externalId: String(input.external_task_id ?? ''),
      provider,
      operation,
      account,
      input,
      course,
      scenario: name,
      createdAt: clock.now(),
      takes: durationOf(operation, speed) * (course.factor ?? 1),
    });
    if (!task) {
      return this.#refuse(target, 400, {
        message: 'external_task_id must be unique within the account',
      });
    }
    const called = callbacks.plan(task, (at) => this.#dataAt(task, at, request.base));
    const note = called ?? (dropped && `memory is full: task ${dropped.id} was dropped`);
    const body = this.#fill(asked.body, task, request.base);
    return { status: 200, body, task: task.id, ...(note && { note }) };
  }

  async #list(request: MockRequest, target: Target, asked: PrismAnswer): Promise<Answer> {
    const { pageNum = '1', pageSize = '30' } = request.query;
    const page = { pageNum: Number(pageNum), pageSize: Number(pageSize) };
    const tasks = this.#world.memory.page(target, page);
    // A listed task looks as it does alone.
    const data = await Promise.all(
      tasks.map((task) => this.#dataAt(task, this.#world.clock.now(), request.base)),
    );
    const body = { ...(asked.body as object), request_id: uuid(this.#world.random), data };
    return { status: 200, body };
  }

  /** The task as it is at a time, without an envelope: what a list and a callback show. */
  async #dataAt(task: MockTask, at: number, base: string): Promise<unknown> {
    const path = `${pathOf(task.provider, task.operation)}/${task.id}`;
    const headers = { authorization: task.account };
    const request = { method: 'get' as const, url: { path, query: {} }, headers };
    const ask = await this.#prism();
    const { body } = await ask(request, exampleFor(stateAt(task, at).status));
    const filled = fillIn(body, { task, base, now: at, requestId: uuid(this.#world.random) });
    return (filled as { data: unknown }).data;
  }

  /** What Prism or the credentials refuse, in the provider's own form; nothing when the request is good. */
  #refused(
    request: MockRequest,
    target: Target,
    { status, violations }: PrismAnswer,
  ): Answer | undefined {
    const { clock, keys } = this.#world;
    const code = refusedAs(request.headers.authorization, keys, clock.now() / 1000);
    if (status === 401 || code) {
      return { ...this.#refuse(target, 401, { example: code ?? '1002' }), violations };
    }
    if (status === 200) return undefined;
    const message = wordsFor(documents[this.#provider], target.spec, request, violations);
    return { ...this.#refuse(target, status, { message }), violations };
  }

  #refuse(target: Target, status: number, how: { example?: string; message?: string }): Answer {
    const requestId = uuid(this.#world.random);
    return refusal(documents[this.#provider], target.spec, status, { ...how, requestId });
  }

  /** A route that is no operation of ours: the gateways' generic query, or nothing at all. */
  async #elsewhere(request: MockRequest): Promise<Answer> {
    const id = request.path.split('/').at(-1) ?? '';
    const task = this.#world.memory.get(id);
    const ask = await this.#prism();
    const { status, body, violations } = await ask(toPrism(request), task && this.#state(task));
    const isTheirs = task && task.account === request.headers.authorization;
    if (status === 200 && isTheirs)
      return { status, body: this.#fill(body, task, request.base), task: id };
    if (status === 200) return { status: 400, body: { message: 'Task not found' } };
    return { status, body: body ?? { message: violations[0]?.message }, violations };
  }

  #fill(example: unknown, task: MockTask, base: string): unknown {
    const { clock, random } = this.#world;
    return fillIn(example, { task, base, now: clock.now(), requestId: uuid(random) });
  }

  #state(task: MockTask): string {
    return exampleFor(stateAt(task, this.#world.clock.now()).status);
  }

  #running({ provider, account }: Target): number {
    const { memory, clock } = this.#world;
    const isTheirs = (task: MockTask) => task.provider === provider && task.account === account;
    return [...memory.all].filter((task) => isTheirs(task) && isRunning(task, clock.now())).length;
  }

  #mishap({ spoil, latency }: Scenario): Partial<Answer> {
    const delay = latency && latency.ms * (1 + this.#world.random() * latency.jitter);
    return { ...(spoil && { spoil }), ...(delay && { delay }) };
  }
}

/** The document's example for a state; a word that nobody knows looks like `processing` otherwise. */
const exampleFor = (status: string) =>
  ['submitted', 'succeed', 'failed'].includes(status) ? status : 'processing';
