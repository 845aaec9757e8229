import type { OperationName } from '../../client/operations.ts';
import { type Action, findOperation } from '../../contract/documented.ts';
import type { ProviderName } from '../../documents/documents.ts';
import { listOf, objectOf } from '../../documents/json.ts';
import type { ApiOperation } from '../../documents/openapi.ts';
import { filesIn } from '../../documents/result-files.ts';
import { estimate } from '../../index.ts';
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
import type { Judge, PrismRequest } from './prism.ts';
import { findDoubtful, Refusals } from './refusals.ts';
import type { Replay } from './replay.ts';
import {
  fillIn,
  keptIdOf,
  listFiles,
  nameFiles,
  planShape,
  readAsked,
  slotsOf,
} from './results.ts';
import { chooseScenario } from './rules.ts';
import type { Scenario } from './scenarios.ts';
import { findTarget, idFieldOf, type MockRequest, type Target } from './target.ts';
import type { MockTask, Owner, State } from './tasks.ts';
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

  async answer(request: MockRequest): Promise<Answer> {
    const target = findTarget(this.#provider, request);
    const answer = this.#answer(request, target, await this.#prism(this.#provider));
    return { ...answer, provider: this.#provider, operation: target?.operation };
  }

  #answer(request: MockRequest, target: Target | undefined, judge: Judge): Answer {
    const { caller } = request;
    const verdict = () => judge(toPrism(request), target?.template);
    if (!target) return this.#refusals.refuseUnknown(caller, verdict());
    const { kind, action, provider, operation, spec } = target;
    if (request.isMalformed) return this.#refusals.refuseFor('the body is not JSON', spec, 400);
    const refusal = this.#refusals.judge(request, spec, caller, verdict());
    // What the provider once took or refused itself is judged by no document.
    const isReplayed = action === 'create' && refusal?.status !== 401;
    const recorded = isReplayed ? this.#world.replay?.find(target, request.body) : undefined;
    const doubtful = findDoubtful(spec, request);
    if (refusal && !recorded)
      return { ...refusal, violations: [...(refusal.violations ?? []), ...doubtful] };
    const prefer = request.headers.prefer ?? '';
    const isCall = action === 'call';
    const { name, scenario } = this.#choose(caller, { kind, provider, operation, isCall, prefer });
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

  #create(good: GoodRequest): Answer {
    const { request, target, scenario, recorded } = good;
    const { callbacks, accounts, speed } = this.#world;
    const { operation, account, spec } = target;
    const { lifecycle = {} } = scenario;
    // What a scenario does to tasks is what somebody wants now.
    const course = scenario.lifecycle ? undefined : recorded?.course;
    const createdAt = accounts.now(account);
    const takes = durationOf(operation, speed) * (lifecycle.factor ?? 1);
    const example = course?.shown.get('succeed');
    const { task, dropped } = this.#remember(
      good,
      course ? example && fromBytes(example) : this.#exampleOf(target),
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
      const why = 'external_task_id must be unique within the account';
      return this.#refusals.refuseFor(why, spec, 400);
    }
    if (course) recorded?.use();
    accounts.find(account)?.news?.follow(task.id);
    // Not the request, which the callbacks would hold as long as the task runs.
    const { base } = request;
    const show = async (shown: MockTask, state: State) =>
      this.#dataOf(shown, viewState(shown, state, state.since), base);
    const url = String(objectOf(request.body).callback_url ?? '');
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
    const { provider, operation, account, schema } = target;
    const input = objectOf(request.body);
    const asked = readAsked(schema, input);
    const seconds = course.course?.seconds ?? secondsOf(asked);
    const shape = course.course ? undefined : planShape(operation, schema, asked, example);
    const { task, dropped } = this.#world.memory.add({
      externalId: String(input.external_task_id ?? ''),
      provider,
      operation,
      account,
      body: toBytes(input),
      seconds,
      units: shape && unitsOf(operation, input, seconds, slotsOf(shape)),
      files: [],
      shape,
      hasWatermark: objectOf(input.watermark_info).enabled === true,
      scenario: name,
      ...course,
    });
    const [oldest] = dropped;
    const note = oldest && `memory is full: task ${oldest} was dropped`;
    if (!task) return { dropped: note };
    const state = { status: 'succeed', since: 0, hasResult: true };
    task.files = listFiles(fillIn(example, { task, state, base: '', requestId: '' }));
    return { task, dropped: note };
  }

  #list({ request: { query, base }, target }: GoodRequest): Answer {
    const { memory, accounts, random } = this.#world;
    const now = accounts.now(target.account);
    const data = memory
      .page(target, readPage(query))
      .map((task) => this.#dataOf(task, stateAt(task, now), base));
    const example = objectOf(findExample(target.spec));
    return { status: 200, body: { ...example, request_id: createRequestId(random), data } };
  }

  /** Lists the provider's own voices or elements: those of the example. */
  #listPresets({ request: { query, base }, target: { spec, operation } }: GoodRequest): Answer {
    const example = objectOf(nameFiles(findExample(spec), `${base}/media/preset-${operation}`));
    const { pageNum, pageSize } = readPage(query);
    const data = listOf(example.data).slice((pageNum - 1) * pageSize, pageNum * pageSize);
    return {
      status: 200,
      body: { ...example, request_id: createRequestId(this.#world.random), data },
    };
  }

  /** Deletes a voice or an element that one of the account's tasks has made. */
  #delete({ request, target, scenario: { unknownAsDocumented } }: GoodRequest): Answer {
    const { memory, accounts, random } = this.#world;
    const { account, spec, operation, provider } = target;
    const id = String(objectOf(request.body)[idFieldOf(operation)]);
    const owned = memory.page(target, { pageNum: 1, pageSize: Number.POSITIVE_INFINITY });
    const found = owned.find((task) => keptIdOf(task) === id);
    if (!found || !stateAt(found, accounts.now(account)).hasResult) {
      const get = findOperation(provider, operation, 'get')?.operation ?? spec;
      const answer = this.#refusals.refuseUnknownId(get, unknownAsDocumented, 'Resource');
      return { ...answer, why: 'Resource not found' };
    }
    found.isDeleted = true;
    const values = { request_id: createRequestId(random), task_id: found.id };
    return { status: 200, body: replaceValues(findExample(spec), values), task: found.id };
  }

  /** The example of a finished task of an operation. */
  #exampleOf({ provider, operation }: Owner, name = 'succeed'): unknown {
    const get = findOperation(provider, operation, 'get');
    return get && findExample(get.operation, name);
  }

  /** A task in a state, without the envelope: what lists and callbacks show. */
  #dataOf(task: MockTask, state: VisibleState, base: string): object {
    const example = recordedBody(task, state) ?? this.#exampleOf(task, exampleFor(state.status));
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
    const example = recorded ? fromBytes(recorded) : findExample(spec, exampleFor(state.status));
    const body = fillIn(example, { task, state, base, requestId });
    return { status: 200, body, task: task.id };
  }

  #countRunning({ provider, account }: Target): number {
    const { memory, accounts } = this.#world;
    const now = accounts.now(account);
    const isTheirs = (task: MockTask) => task.provider === provider && task.account === account;
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

/** What a poll of the recorded task showed in that state. */
function recordedBody({ course }: MockTask, { status }: VisibleState): unknown {
  const shown = course?.shown.get(status);
  return shown && fromBytes(shown);
}

/** The name of the document's example for a status; an unknown status otherwise looks like `processing`. */
const exampleFor = (status: string) =>
  ['submitted', 'succeed', 'failed'].includes(status) ? status : 'processing';

/** The example of a good response with that name, or else the first. */
function findExample({ responses }: ApiOperation, name = ''): unknown {
  const examples = responses['200']?.content?.['application/json']?.examples ?? {};
  const [first] = Object.values(examples);
  return (Object.hasOwn(examples, name) ? examples[name] : first)?.value;
}

/** The units that a task costs, as its provider would report them; undefined where no price is known. */
function unitsOf(
  operation: OperationName,
  input: object,
  seconds: number,
  items: number,
): string | undefined {
  const { units, per } = estimate(operation, input) ?? {};
  if (units === undefined) return undefined;
  const counts = { second: seconds, '5 seconds': Math.ceil(seconds / 5), image: items };
  return String(Number((units * (per ? counts[per] : 1)).toFixed(4)));
}

const readPage = ({ pageNum = '1', pageSize = '30' }: Record<string, string>) => ({
  pageNum: Number(pageNum),
  pageSize: Number(pageSize),
});

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
