import { documents, type ProviderName, pathOf, providers } from '../../documents/documents.ts';
import { decodeUri, objectOf } from '../../documents/json.ts';
import type { ApiOperation } from '../../documents/openapi.ts';
import { type Answer, createRequestId, fillIn, replaceValues, secondsOf } from './answers.ts';
import { fromBytes, toBytes } from './budget.ts';
import { identifyCaller } from './credentials.ts';
import {
  durationOf,
  isOver,
  planCourse,
  planLifecycle,
  stateAt,
  type VisibleState,
  viewState,
} from './lifecycle.ts';
import type { AskPrism, PrismAnswer, PrismRequest } from './prism.ts';
import { findDoubtful, Refusals } from './refusals.ts';
import type { Replay } from './replay.ts';
import type { Scenario } from './scenarios.ts';
import type { MockTask, Owner } from './tasks.ts';
import { chooseScenario, operationNames, type RequestKind, type World } from './world.ts';

/** A request to a provider, before it is known what it is for. */
export interface MockRequest {
  method: string;
  path: string;
  query: Record<string, string>;
  headers: Record<string, string>;
  /** Undefined when there was none; the text when it is not JSON. */
  body: unknown;
  isMalformed: boolean;
  /** The address of the mock itself, for the addresses of results. */
  base: string;
}

/** What a request is for: to create a task of an operation, to read one, or to list them. */
interface Target extends Owner {
  kind: RequestKind;
  /** The path as the document writes it. */
  template: string;
  spec: ApiOperation;
  /** Which task, by its id or its external id; empty unless one is read. */
  which: { id?: string; externalId?: string };
}

/** A good request, and all that was found out about it. */
interface GoodRequest {
  request: MockRequest;
  target: Target;
  /** What Prism answered. */
  prism: PrismAnswer;
  scenario: Scenario;
  /** The scenario's name. */
  name: string;
  /** What was recorded of a create with this input. */
  recorded: ReturnType<Replay['find']>;
}

/** Answers one provider's requests: Prism checks them and gives the example, the memory fills in the task. */
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
    const caller = identifyCaller(request.headers.authorization, keys, Date.now() / 1000);
    const target = findTarget(this.#provider, request, caller.account);
    const ask = await this.#prism();
    if (!target) return this.#refusals.refuseUnknown(caller, await ask(toPrism(request), {}));
    const { kind, provider, operation, template, spec } = target;
    if (request.isMalformed) return this.#refusals.refuseFor('the body is not JSON', spec, 400);
    const task = memory.find(target, target.which);
    // Read once, so that the example and its values are of the same state.
    const state = task && stateAt(task, clock.now());
    const example = state && kind === 'read' ? exampleFor(state.status) : undefined;
    const prism = await ask(toPrism(request), { template, example });
    const refusal = this.#refusals.judge(request, spec, caller, prism);
    // What the provider once took or refused itself is judged by no document.
    const isReplayed = kind === 'create' && refusal?.status !== 401;
    const recorded = isReplayed ? replay?.find(target, request.body) : undefined;
    const doubtful = findDoubtful(provider, spec, request);
    if (refusal && !recorded)
      return { ...refusal, violations: [...(refusal.violations ?? []), ...doubtful] };
    const prefer = request.headers.prefer ?? '';
    const { name, scenario } = chooseScenario(this.#world, { kind, provider, operation, prefer });
    const good = { request, target, prism, scenario, name, recorded };
    const answer = await this.#carryOut(good, task && state && { task, state });
    return { ...answer, scenario: name, violations: doubtful, ...this.#onTheWay(scenario) };
  }

  /** Carries a request out, unless its scenario refuses it or loses it on the way. */
  async #carryOut(
    good: GoodRequest,
    found: { task: MockTask; state: VisibleState } | undefined,
  ): Promise<Answer> {
    const { request, target, prism, scenario } = good;
    const { refuse, running, fault, isCarriedOut, unknownAsDocumented } = scenario;
    if (refuse && (running === undefined || this.#countRunning(target) >= running)) {
      const { headers = {}, ...how } = refuse;
      return { ...this.#refusals.refuse(target.spec, how), headers };
    }
    if (fault && !isCarriedOut) return { status: 200, body: undefined };
    if (target.kind === 'create') return this.#replayRefusal(good) ?? this.#create(good);
    if (target.kind === 'list') return this.#list(request, target, prism);
    if (!found) return this.#refusals.refuseUnknownId(target.spec, unknownAsDocumented);
    const example = recordedBody(found.task, found.state) ?? prism.body;
    return this.#show(example, found.task, found.state, request.base);
  }

  /** Refuses a create as the recorded one was, or because there is none; undefined when it is to be carried out. */
  #replayRefusal({ request, target, recorded, scenario }: GoodRequest): Answer | undefined {
    const { replay, replaysOnly, random } = this.#world;
    if (!recorded) {
      if (!replay || !replaysOnly) return undefined;
      const why = replay.describeMiss(target, request.body);
      return this.#refusals.refuseFor(why, target.spec, 400);
    }
    if (!recorded.refusal || scenario.lifecycle) return undefined;
    recorded.use();
    const body = replaceValues(recorded.refusal.body, { request_id: createRequestId(random) });
    return { ...recorded.refusal, body, note: `replayed from ${recorded.name}` };
  }

  #create({ request, target, prism, scenario, name, recorded }: GoodRequest): Answer {
    const { memory, callbacks, clock, speed } = this.#world;
    const input = objectOf(request.body);
    // Not the request, which the callbacks would hold as long as the task runs.
    const { base } = request;
    const { provider, operation, account, spec } = target;
    const { lifecycle = {} } = scenario;
    // What a scenario does to tasks is what somebody wants now.
    const course = scenario.lifecycle ? undefined : recorded?.course;
    const createdAt = clock.now();
    const takes = durationOf(operation, speed) * (lifecycle.factor ?? 1);
    const { task, dropped } = memory.add({
      externalId: String(input.external_task_id ?? ''),
      provider,
      operation,
      account,
      body: toBytes(input),
      seconds: course?.seconds ?? secondsOf(input),
      hasWatermark: objectOf(input.watermark_info).enabled === true,
      scenario: name,
      createdAt,
      ...(course
        ? planCourse(createdAt, speed, course)
        : planLifecycle(createdAt, takes, lifecycle)),
      reason: course?.reason ?? lifecycle.reason,
      course,
      callbacks: lifecycle.callbacks,
    });
    if (!task) {
      const message = 'external_task_id must be unique within the account';
      return this.#refusals.refuse(spec, { status: 400, message });
    }
    if (course) recorded?.use();
    const [oldest] = dropped;
    const notCalled = callbacks.watch(task, String(input.callback_url ?? ''), (shown, state) =>
      this.#dataOf(shown, viewState(shown, state, state.since), base),
    );
    const notes = [
      course && `replayed from ${recorded?.name}`,
      notCalled,
      oldest && `memory is full: task ${oldest} was dropped`,
    ];
    const note = notes.filter((each) => each !== undefined).join('; ');
    // The response to a create says `submitted`, whatever the speed.
    const first = viewState(task, { status: 'submitted', since: createdAt }, createdAt);
    const shown = course?.shown.get('create');
    const example = shown ? fromBytes(shown) : prism.body;
    return { ...this.#show(example, task, first, base), ...(note && { note }) };
  }

  async #list(request: MockRequest, target: Target, prism: PrismAnswer): Promise<Answer> {
    const { pageNum = '1', pageSize = '30' } = request.query;
    const page = { pageNum: Number(pageNum), pageSize: Number(pageSize) };
    const { memory, clock, random } = this.#world;
    const tasks = memory.page(target, page);
    const data = await Promise.all(
      tasks.map((task) => this.#dataOf(task, stateAt(task, clock.now()), request.base)),
    );
    return {
      status: 200,
      body: { ...objectOf(prism.body), request_id: createRequestId(random), data },
    };
  }

  /** A task in a state, without the envelope: what lists and callbacks show. */
  async #dataOf(task: MockTask, state: VisibleState, base: string): Promise<object> {
    const body =
      recordedBody(task, state) ?? (await this.#findExample(task, exampleFor(state.status))).body;
    const filled = fillIn(body, { task, state, base, requestId: '' });
    return (filled as { data: object }).data;
  }

  /** Prism's example of reading a task, which is the same each time and kept. */
  #findExample({ provider, operation, id }: MockTask, example: string): Promise<PrismAnswer> {
    const route = pathOf(provider, operation);
    const key = `${route} ${example}`;
    const found =
      this.#examples.get(key) ??
      this.#prism().then((ask) => {
        const url = { path: `${route}/${id}`, query: {} };
        const headers = { authorization: 'Bearer mock' };
        const template = `${route}/{task_id}`;
        return ask({ method: 'get', url, headers }, { template, example });
      });
    this.#examples.set(key, found);
    return found;
  }

  #show(example: unknown, task: MockTask, state: VisibleState, base: string): Answer {
    const requestId = createRequestId(this.#world.random);
    const body = fillIn(example, { task, state, base, requestId });
    return { status: 200, body, task: task.id };
  }

  #countRunning({ provider, account }: Target): number {
    const { memory, clock } = this.#world;
    const isTheirs = (task: MockTask) => task.provider === provider && task.account === account;
    const isRunning = (task: MockTask) => !isOver(stateAt(task, clock.now()).status);
    return [...memory.all].filter((task) => isTheirs(task) && isRunning(task)).length;
  }

  /** What the scenario does to the response on its way. */
  #onTheWay({ fault, latency }: Scenario): Partial<Answer> {
    const delay = latency && latency.ms * (1 + this.#world.random() * latency.jitter);
    return { ...(fault && { fault }), ...(delay && { delay }) };
  }
}

/** What a poll of the recorded task showed in that state. */
function recordedBody({ course }: MockTask, { status }: VisibleState): unknown {
  const shown = course?.shown.get(status);
  return shown && fromBytes(shown);
}

/** The name of the document's example for a status; an unknown status otherwise looks like `processing`. */
const exampleFor = (status: string) =>
  ['submitted', 'succeed', 'failed'].includes(status) ? status : 'processing';

/** Finds out what a request is for; undefined when it is for none of the operations. */
function findTarget(
  provider: ProviderName,
  { method, path }: MockRequest,
  account: string,
): Target | undefined {
  for (const operation of operationNames) {
    const route = pathOf(provider, operation);
    if (path !== route && !path.startsWith(`${route}/`)) continue;
    const rest = path.slice(route.length + 1);
    const kind = rest ? 'read' : method === 'POST' ? 'create' : 'list';
    const template = rest ? `${route}/{task_id}` : route;
    const spec = documents[provider].paths[template]?.[method.toLowerCase()];
    const id = decodeUri(rest);
    const which = providers[provider].lookupProves !== 'nothing' ? { id, externalId: id } : { id };
    return spec && { provider, operation, account, kind, template, spec, which };
  }
  return undefined;
}

/** The request as Prism takes it, which knows the scheme `Bearer` only in this spelling. */
const toPrism = ({ method, path, query, headers, body }: MockRequest): PrismRequest => ({
  method: method.toLowerCase() as PrismRequest['method'],
  url: { path, query },
  headers: {
    ...headers,
    ...(headers.authorization && {
      authorization: headers.authorization.replace(/^bearer /i, 'Bearer '),
    }),
  },
  body,
});
