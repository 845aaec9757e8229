import { documents, type ProviderName, pathOf, providers } from '../../documents/documents.ts';
import { decodeUri, objectOf } from '../../documents/json.ts';
import { type ApiOperation, dereference } from '../../documents/openapi.ts';
import { type Answer, createRequestId, fillIn, replaceValues, secondsOf } from './answers.ts';
import { fromBytes, toBytes } from './budget.ts';
import type { Caller } from './credentials.ts';
import {
  durationOf,
  isOver,
  planCourse,
  planLifecycle,
  stateAt,
  type VisibleState,
  viewState,
} from './lifecycle.ts';
import type { Judge, PrismRequest } from './prism.ts';
import { findDoubtful, Refusals } from './refusals.ts';
import type { Replay } from './replay.ts';
import { chooseScenario, operationNames, type RequestKind } from './rules.ts';
import type { Scenario } from './scenarios.ts';
import type { MockTask, Owner, State } from './tasks.ts';
import type { World } from './world.ts';

/** A request to a provider, before it is known what it is for. */
export interface MockRequest {
  method: string;
  path: string;
  query: Record<string, string>;
  headers: Record<string, string>;
  /** Undefined when there was none; the text when it is not JSON. */
  body: unknown;
  isMalformed: boolean;
  caller: Caller;
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
  scenario: Scenario;
  /** The scenario's name. */
  name: string;
  /** What was recorded of a create with this input. */
  recorded: ReturnType<Replay['find']>;
}

/** Answers one provider's requests: Prism checks them, the document has the example, the memory fills in the task. */
export class MockProvider {
  readonly #provider: ProviderName;
  readonly #world: World;
  readonly #prism: () => Promise<Judge>;
  readonly #refusals: Refusals;

  constructor(provider: ProviderName, world: World, prism: () => Promise<Judge>) {
    this.#provider = provider;
    this.#world = world;
    this.#prism = prism;
    this.#refusals = new Refusals(provider, world.random);
  }

  async answer(request: MockRequest): Promise<Answer> {
    const target = findTarget(this.#provider, request);
    const answer = this.#answer(request, target, await this.#prism());
    return { ...answer, provider: this.#provider, operation: target?.operation };
  }

  #answer(request: MockRequest, target: Target | undefined, judge: Judge): Answer {
    const { caller } = request;
    const verdict = () => judge(this.#provider, toPrism(request), target?.template);
    if (!target) return this.#refusals.refuseUnknown(caller, verdict());
    const { kind, provider, operation, spec } = target;
    if (request.isMalformed) return this.#refusals.refuseFor('the body is not JSON', spec, 400);
    const refusal = this.#refusals.judge(request, spec, caller, verdict());
    // What the provider once took or refused itself is judged by no document.
    const isReplayed = kind === 'create' && refusal?.status !== 401;
    const recorded = isReplayed ? this.#world.replay?.find(target, request.body) : undefined;
    const doubtful = findDoubtful(provider, spec, request);
    if (refusal && !recorded)
      return { ...refusal, violations: [...(refusal.violations ?? []), ...doubtful] };
    const prefer = request.headers.prefer ?? '';
    const { name, scenario } = this.#choose(caller, { kind, provider, operation, prefer });
    const answer = this.#carryOut({ request, target, scenario, name, recorded });
    // A request that the provider refused, too, was wrong.
    const { why, violations = [] } = (recorded?.refusal && refusal) || {};
    return {
      ...answer,
      ...(why && { why }),
      scenario: name,
      violations: [...violations, ...doubtful],
      ...this.#onTheWay(scenario, caller),
    };
  }

  /** The scenario of a request: by the rules of its account, then by those of the server. */
  #choose({ account }: Caller, request: Parameters<typeof chooseScenario>[2]) {
    const { accounts, rules, defaults } = this.#world;
    const lists = [accounts.find(account)?.rules ?? [], rules, defaults];
    return chooseScenario(lists, () => accounts.open(account).random(), request);
  }

  /** Carries a request out, unless its scenario refuses it or loses it on the way. */
  #carryOut(good: GoodRequest): Answer {
    const { request, target, scenario } = good;
    const { refuse, running, fault, isCarriedOut, unknownAsDocumented } = scenario;
    if (refuse && (running === undefined || this.#countRunning(target) >= running)) {
      const { headers = {}, ...how } = refuse;
      return { ...this.#refusals.refuse(target.spec, how), headers };
    }
    if (fault && !isCarriedOut) return { status: 200, body: undefined };
    if (target.kind === 'create') return this.#replayRefusal(good) ?? this.#create(good);
    if (target.kind === 'list') return this.#list(request, target);
    const { memory, accounts } = this.#world;
    const task = memory.find(target, target.which);
    if (!task) {
      const { id = '', externalId } = target.which;
      const answer = this.#refusals.refuseUnknownId(target.spec, unknownAsDocumented);
      // Whoever looks for an external id wants to know whether there is such a task.
      const isExpected = unknownAsDocumented || (externalId !== undefined && !/^\d+$/.test(id));
      return isExpected ? answer : { ...answer, why: 'Task not found' };
    }
    return this.#show(target.spec, task, stateAt(task, accounts.now(target.account)), request.base);
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

  #create({ request, target, scenario, name, recorded }: GoodRequest): Answer {
    const { memory, callbacks, accounts, speed } = this.#world;
    const input = objectOf(request.body);
    // Not the request, which the callbacks would hold as long as the task runs.
    const { base } = request;
    const { provider, operation, account, spec } = target;
    const { lifecycle = {} } = scenario;
    // What a scenario does to tasks is what somebody wants now.
    const course = scenario.lifecycle ? undefined : recorded?.course;
    const createdAt = accounts.now(account);
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
      return this.#refusals.refuseFor(
        'external_task_id must be unique within the account',
        spec,
        400,
      );
    }
    if (course) recorded?.use();
    accounts.find(account)?.news?.follow(task.id);
    const [oldest] = dropped;
    const show = async (shown: MockTask, state: State) =>
      this.#dataOf(shown, viewState(shown, state, state.since), base);
    const notes = [
      course && `replayed from ${recorded?.name}`,
      callbacks.watch(task, String(input.callback_url ?? ''), show),
      oldest && `memory is full: task ${oldest} was dropped`,
    ];
    const note = notes.filter((each) => each !== undefined).join('; ');
    // The response to a create says `submitted`, whatever the speed.
    const first = viewState(task, { status: 'submitted', since: createdAt }, createdAt);
    const answer = this.#show(spec, task, first, base, course?.shown.get('create'));
    return { ...answer, ...(note && { note }) };
  }

  #list({ query, base }: MockRequest, target: Target): Answer {
    const { pageNum = '1', pageSize = '30' } = query;
    const page = { pageNum: Number(pageNum), pageSize: Number(pageSize) };
    const { memory, accounts, random } = this.#world;
    const now = accounts.now(target.account);
    const data = memory
      .page(target, page)
      .map((task) => this.#dataOf(task, stateAt(task, now), base));
    const example = objectOf(findExample(this.#provider, target.spec));
    return { status: 200, body: { ...example, request_id: createRequestId(random), data } };
  }

  /** A task in a state, without the envelope: what lists and callbacks show. */
  #dataOf(task: MockTask, state: VisibleState, base: string): object {
    const { provider, operation } = task;
    const spec = documents[provider].paths[`${pathOf(provider, operation)}/{task_id}`]?.get;
    const example =
      recordedBody(task, state) ?? (spec && findExample(provider, spec, exampleFor(state.status)));
    const filled = fillIn(example, { task, state, base, requestId: '' });
    return (filled as { data: object }).data;
  }

  #show(
    spec: ApiOperation,
    task: MockTask,
    state: VisibleState,
    base: string,
    recorded = task.course?.shown.get(state.status),
  ): Answer {
    const requestId = createRequestId(this.#world.random);
    const example = recorded
      ? fromBytes(recorded)
      : findExample(this.#provider, spec, exampleFor(state.status));
    const body = fillIn(example, { task, state, base, requestId });
    return { status: 200, body, task: task.id };
  }

  #countRunning({ provider, account }: Target): number {
    const { memory, accounts } = this.#world;
    const now = accounts.now(account);
    const isTheirs = (task: MockTask) => task.provider === provider && task.account === account;
    const isRunning = (task: MockTask) => !isOver(stateAt(task, now).status);
    return [...memory.all].filter((task) => isTheirs(task) && isRunning(task)).length;
  }

  /** What the scenario does to the response on its way. */
  #onTheWay({ fault, latency }: Scenario, { account }: Caller): Partial<Answer> {
    const random = () => this.#world.accounts.open(account).random();
    const delay = latency && latency.ms * (1 + random() * latency.jitter);
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

type Examples = Record<string, { value?: unknown }>;
const knownExamples = new WeakMap<ApiOperation, Examples>();

/** The example of a good response with that name, or else the first. */
function findExample(provider: ProviderName, spec: ApiOperation, name = ''): unknown {
  let examples = knownExamples.get(spec);
  if (!examples) {
    const { content } = dereference(documents[provider], spec.responses['200'] ?? {});
    examples = content?.['application/json']?.examples ?? {};
    knownExamples.set(spec, examples);
  }
  const [first] = Object.values(examples);
  return (Object.hasOwn(examples, name) ? examples[name] : first)?.value;
}

/** Finds out what a request is for; undefined when it is for none of the operations. */
function findTarget(
  provider: ProviderName,
  { method, path, caller: { account } }: MockRequest,
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
