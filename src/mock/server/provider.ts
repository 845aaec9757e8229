import type { OperationName } from '../../client/operations.ts';
import { type Action, findOperation } from '../../contract/documented.ts';
import type { ProviderName } from '../../documents/documents.ts';
import { listOf, nameOf, objectOf, parentOf, valueAt } from '../../documents/json.ts';
import type { ApiOperation } from '../../documents/openapi.ts';
import { placesOf } from '../../documents/places.ts';
import { filesIn } from '../../documents/result-files.ts';
import { type Answer, createRequestId, replaceValues } from './answers.ts';
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
import { secondsOf } from './looks.ts';
import { cursorPage, pageOf } from './pages.ts';
import type { Judge, PrismRequest } from './prism.ts';
import { findDoubtful, Refusals } from './refusals.ts';
import type { Replay } from './replay.ts';
import {
  fillIn,
  fillTask,
  keptIdOf,
  listFiles,
  nameFiles,
  planShape,
  readAsked,
  slotsOf,
  taskIn,
  unitsOf,
} from './results.ts';
import { chooseScenario } from './rules.ts';
import type { Scenario } from './scenarios.ts';
import { exampleFor, exampleOf, findExample, showTask, showTo } from './shown.ts';
import { idFieldOf, type MockRequest, type Target } from './target.ts';
import { isSameAccount, type MockTask, type State } from './tasks.ts';
import type { World } from './world.ts';

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
  readonly #prism: (provider: ProviderName) => Promise<Judge>;
  readonly #refusals: Refusals;

  constructor(
    provider: ProviderName,
    world: World,
    prism: (provider: ProviderName) => Promise<Judge>,
  ) {
    this.#provider = provider;
    this.#world = world;
    this.#prism = prism;
    this.#refusals = new Refusals(provider, world.random);
  }

  /** Answers a request for what `findTarget` has found out. */
  async answer(request: MockRequest, target: Target | undefined): Promise<Answer> {
    const answer = this.#answer(request, target, await this.#prism(this.#provider));
    return { provider: this.#provider, operation: target?.operation, ...answer };
  }

  #answer(request: MockRequest, target: Target | undefined, judge: Judge): Answer {
    const { caller } = request;
    const verdict = () => judge(toPrism(request), target?.template);
    if (!target) return this.#refusals.refuseUnknown(request, verdict());
    const { kind, action, provider, spec } = target;
    if (request.isMalformed) return this.#refusals.refuseFor('the body is not JSON', spec, 400);
    const refusal = this.#refusals.judge(request, target, caller, verdict());
    // What the provider once took or refused itself is judged by no document.
    const isReplayed = action === 'create' && refusal?.status !== 401;
    const recorded = isReplayed ? this.#world.replay?.find(target, request.body) : undefined;
    const doubtful = findDoubtful(spec, request);
    if (refusal && !recorded)
      return { ...refusal, violations: [...(refusal.violations ?? []), ...doubtful] };
    const prefer = request.headers.prefer ?? '';
    const isCall = action === 'call';
    const { name, scenario } = this.#choose(caller, {
      kind,
      provider,
      operations: this.#askedFor(target),
      isCall,
      prefer,
    });
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

  /** The operations that a request is for: of a query for tasks of several, those that it finds. */
  #askedFor({ idParameters, operations, which, ...target }: Target): readonly OperationName[] {
    if (!idParameters) return operations;
    const reader = { ...target, operations };
    const found = which.flatMap((each) => this.#world.memory.find(reader, each)?.operation ?? []);
    return found.length > 0 ? found : operations;
  }

  /** The scenario of a request: by the rules of its account, then by those of the server. */
  #choose({ account }: Caller, request: Parameters<typeof chooseScenario>[2]) {
    const { accounts, rules, defaults } = this.#world;
    const lists = [accounts.find(account)?.rules ?? [], rules, defaults];
    return chooseScenario(lists, () => accounts.open(account).random(), request);
  }

  /** Carries a request out, unless its scenario refuses it or loses it on the way. */
  #carryOut(good: GoodRequest): Answer {
    const { target, scenario } = good;
    const { refuse, running, fault, isCarriedOut } = scenario;
    if (refuse && (running === undefined || this.#countRunning(target) >= running)) {
      const { headers = {}, ...how } = refuse;
      return { ...this.#refusals.refuse(target.spec, how), headers };
    }
    if (fault && !isCarriedOut) return { status: 200, body: undefined };
    return this.#actions[target.action](good);
  }

  /** What each kind of request does. */
  readonly #actions: Record<Action, (good: GoodRequest) => Answer> = {
    create: (good) => this.#replayRefusal(good) ?? this.#create(good),
    call: (good) => this.#call(good),
    get: (good) => this.#get(good),
    list: (good) => this.#list(good),
    presets: (good) => this.#listPresets(good),
    delete: (good) => this.#delete(good),
  };

  #get({ request, target, scenario: { unknownAsDocumented } }: GoodRequest): Answer {
    const { memory, accounts } = this.#world;
    if (target.idParameters) return this.#getMany(target, request.base);
    const [{ id = '', externalId } = {}] = target.which;
    const task = memory.find(target, { id, ...(externalId !== undefined && { externalId }) });
    if (!task) {
      const answer = this.#refusals.refuseUnknownId(target.spec, unknownAsDocumented);
      // Whoever looks for an external id wants to know whether there is such a task.
      const isExpected = unknownAsDocumented || (externalId !== undefined && !/^\d+$/.test(id));
      return isExpected ? answer : { ...answer, why: 'Task not found' };
    }
    return this.#show(target.spec, task, stateAt(task, accounts.now(target.account)), request.base);
  }

  /** Shows all tasks that a query names. Those that nobody has are left out, and the order is that of their creation. */
  #getMany(target: Target, base: string): Answer {
    const { memory, accounts } = this.#world;
    const asked = new Set(target.which.flatMap((each) => memory.find(target, each) ?? []));
    const found = [...asked].sort((a, b) => Number(BigInt(a.id) - BigInt(b.id)));
    const now = accounts.now(target.account);
    const data = found.map((task) => showTo(target, task, stateAt(task, now), base));
    const [first] = found;
    return {
      ...this.#wrap(target.spec, data),
      ...(first && { task: first.id, operation: first.operation }),
    };
  }

  /** A response with data in the envelope of the document's example. */
  #wrap(spec: ApiOperation, data: unknown): Answer {
    const request_id = createRequestId(this.#world.random);
    return { status: 200, body: { ...objectOf(findExample(spec)), request_id, data } };
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

  #create(good: GoodRequest): Answer {
    const { request, target, scenario, recorded } = good;
    const { callbacks, accounts, speed } = this.#world;
    const { provider, account, spec } = target;
    const { lifecycle = {} } = scenario;
    // What a scenario does to tasks is what somebody wants now.
    const course = scenario.lifecycle ? undefined : recorded?.course;
    const createdAt = accounts.now(account);
    const takes = durationOf(target, speed) * (lifecycle.factor ?? 1);
    const example = course?.shown.get('succeed');
    const { task, dropped } = this.#remember(
      good,
      course ? example && fromBytes(example) : exampleOf(target),
      {
        createdAt,
        ...(course
          ? planCourse(createdAt, speed, course)
          : planLifecycle(createdAt, takes, lifecycle)),
        reason: course?.reason ?? lifecycle.reason,
        course,
        callbacks: lifecycle.callbacks,
      },
    );
    if (!task) {
      const { sentExternalId } = placesOf(provider);
      const why = `External_task_id ${valueAt(request.body, sentExternalId)} already exists`;
      return this.#refusals.refuseFor(why, spec, 400);
    }
    if (course) recorded?.use();
    accounts.find(account)?.news?.follow(task.id);
    // Not the request, which the callbacks would hold as long as the task runs.
    const { base } = request;
    const show = async (shown: MockTask, state: State) =>
      objectOf(showTask(shown, viewState(shown, state, state.since), base));
    const url = String(valueAt(request.body, placesOf(provider).callbackUrl) ?? '');
    const note = joinNotes(
      describeServed(spec),
      course && `replayed from ${recorded?.name}`,
      callbacks.watch(task, url, show),
      dropped,
    );
    // The response to a create says `submitted`, whatever the speed.
    const first = viewState(task, { status: 'submitted', since: createdAt }, createdAt);
    return { ...this.#show(spec, task, first, base, course?.shown.get('create')), ...note };
  }

  /** Answers at once. Where the answer has files, they are remembered as those of a task that has ended. */
  #call(good: GoodRequest): Answer {
    const { request, target } = good;
    const { spec, provider, account } = target;
    const example = findExample(spec);
    const body = { request_id: createRequestId(this.#world.random) };
    const note = joinNotes(describeServed(spec));
    if (filesIn(example).length === 0)
      return { status: 200, body: replaceValues(example, body), ...note };
    const createdAt = this.#world.accounts.now(account);
    const states = [{ status: 'succeed', since: createdAt }];
    const { task, dropped } = this.#remember(good, example, { createdAt, states, resultDelay: 0 });
    if (!task) throw new TypeError(`${provider} takes an external id for a call`);
    const answer = this.#show(spec, task, stateAt(task, createdAt), request.base);
    return { ...answer, ...joinNotes(note.note, dropped) };
  }

  /** Remembers a task, which goes the way that is given. None where its external id is taken. */
  #remember(
    { request, target, name }: GoodRequest,
    example: unknown,
    course: Pick<MockTask, 'createdAt' | 'states' | 'resultDelay'> & Partial<MockTask>,
  ): { task?: MockTask; dropped: string | undefined } {
    const { provider, operation, account, schema, model } = target;
    const places = placesOf(provider);
    const input = { ...(model !== undefined && { model }), ...objectOf(request.body) };
    const asked = readAsked(target, schema, input);
    const seconds = course.course?.seconds ?? secondsOf(asked);
    const shape = course.course ? undefined : planShape(target, schema, asked, example);
    const { task, dropped } = this.#world.memory.add({
      externalId: String(valueAt(input, places.sentExternalId) ?? ''),
      provider,
      operation,
      account,
      body: toBytes(input),
      seconds,
      units: shape && unitsOf(operation, input, seconds, slotsOf(shape)),
      files: [],
      shape,
      hasWatermark: wantsWatermark(input, places.watermark),
      scenario: name,
      ...course,
    });
    const [oldest] = dropped;
    const note = oldest && `memory is full: task ${oldest} was dropped`;
    if (!task) return { dropped: note };
    const state = { status: 'succeed', since: 0, hasResult: true };
    task.files = listFiles(fillTask(taskIn(example), { task, state, base: '' }), places.result);
    return { task, dropped: note };
  }

  #list({ request: { query, body, base }, target }: GoodRequest): Answer {
    const { memory, accounts } = this.#world;
    const now = accounts.now(target.account);
    const show = (task: MockTask) => showTo(target, task, stateAt(task, now), base);
    const all = memory.list(target);
    const { page: place } = placesOf(this.#provider);
    if (!isInside(place)) return this.#wrap(target.spec, pageOf(all, query).map(show));
    const page = cursorPage(all, target, objectOf(body), now);
    const { tasks, next } = page ?? { tasks: [] };
    const answer = this.#wrap(target.spec, {
      ...(tasks.length > 0 && { [nameOf(place)]: tasks.map(show) }),
      count: tasks.length,
      ...(next !== undefined && { next_cursor: next }),
      has_more: next !== undefined,
    });
    // Nobody knows how such a one is refused, and the document has no rule for it.
    return page ? answer : { ...answer, note: 'the cursor is of no page' };
  }

  /** Lists the provider's own voices or elements: those of the example. */
  #listPresets({ request: { query, base }, target: { spec, operation } }: GoodRequest): Answer {
    const example = objectOf(nameFiles(findExample(spec), `${base}/media/preset-${operation}`));
    return this.#wrap(spec, pageOf(listOf(example.data), query));
  }

  /** Deletes a voice or an element that one of the account's tasks has made. */
  #delete({ request, target, scenario: { unknownAsDocumented } }: GoodRequest): Answer {
    const { memory, accounts, random } = this.#world;
    const { account, spec, operation, provider } = target;
    const id = String(objectOf(request.body)[idFieldOf(operation)]);
    const found = memory.list(target).find((task) => keptIdOf(task) === id);
    if (!found || !stateAt(found, accounts.now(account)).hasResult) {
      const get = findOperation(provider, operation, 'get')?.operation ?? spec;
      const answer = this.#refusals.refuseUnknownId(get, unknownAsDocumented, 'Resource');
      return { ...answer, why: 'Resource not found' };
    }
    found.isDeleted = true;
    const values = { request_id: createRequestId(random), task_id: found.id };
    return { status: 200, body: replaceValues(findExample(spec), values), task: found.id };
  }

  #show(
    spec: ApiOperation,
    task: MockTask,
    state: VisibleState,
    base: string,
    recorded = task.course?.shown.get(state.status),
  ): Answer {
    const requestId = createRequestId(this.#world.random);
    const example = recorded ? fromBytes(recorded) : findExample(spec, exampleFor(state.status));
    const body = fillIn(example, { task, state, base, requestId });
    return { status: 200, body, task: task.id };
  }

  #countRunning({ provider, account }: Target): number {
    const { memory, accounts } = this.#world;
    const now = accounts.now(account);
    const isTheirs = (task: MockTask) => isSameAccount(task, { provider, account });
    const isRunning = (task: MockTask) => !isOver(stateAt(task, now).status);
    return [...memory.all]
      .filter((task) => isTheirs(task) && isRunning(task))
      .reduce((sum, { shape }) => sum + (shape ? slotsOf(shape) : 1), 0);
  }

  /** What the scenario does to the response on its way. */
  #onTheWay({ fault, latency }: Scenario, { account }: Caller): Partial<Answer> {
    const random = () => this.#world.accounts.open(account).random();
    const delay = latency && latency.ms * (1 + random() * latency.jitter);
    return { ...(fault && { fault }), ...(delay && { delay }) };
  }
}

/** Whether the tasks of a page stand beside something else. */
const isInside = (place: string) => parentOf(place) !== '';

/** Whether a second file with a watermark is asked for, whatever the field is called after that word. */
const wantsWatermark = (input: object, place: string) =>
  Object.entries(objectOf(valueAt(input, parentOf(place)))).some(
    ([name, value]) => name.startsWith('watermark') && objectOf(value).enabled === true,
  );

/** What is said in the journal of what is documented and no longer served; undefined where it is served. */
function describeServed({ 'x-served': served }: ApiOperation): string | undefined {
  if (!served) return undefined;
  return `${served.isContested ? 'perhaps ' : ''}served no more since ${served.until}`;
}

function joinNotes(...notes: (string | undefined)[]): { note?: string } {
  const note = notes.filter((each) => each !== undefined).join('; ');
  return note ? { note } : {};
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
