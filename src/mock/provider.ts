import type { IHttpRequest } from '@stoplight/prism-http';
import type { ApiOperation } from '../contract/document.ts';
import { documents, type ProviderName, pathOf } from '../contract/documents.ts';
import { type OperationName, operations } from '../operations.ts';
import { type Answer, fillIn, refusal, wordsFor } from './answers.ts';
import type { AskPrism, PrismAnswer, PrismViolation } from './prism.ts';
import { type ScenarioName, scenarios } from './scenarios.ts';
import { durationOf, type MockTask, stateAt, type TaskMemory } from './tasks.ts';

/** A request for a provider, below the provider's own path. */
export interface ProviderRequest {
  method: string;
  path: string;
  query: Record<string, string>;
  headers: Record<string, string>;
  /** Undefined when there was none; the text when it is no JSON. */
  body: unknown;
  isMalformed: boolean;
  /** Where the mock itself is reached, for the addresses of results. */
  base: string;
}

/** What a mocked provider needs. */
export interface ProviderSetup {
  provider: ProviderName;
  ask: AskPrism;
  memory: TaskMemory;
  speed: number | 'instant';
  scenario: ScenarioName;
  now: () => number;
}

/** What a request is for: an operation's create, one of its tasks, or their list. */
interface Target {
  name: OperationName;
  operation: ApiOperation;
  kind: 'create' | 'read' | 'list';
  taskId: string;
}

/** Answers one provider's requests: Prism checks them and gives the example, the memory fills it with life. */
export function mockProvider(setup: ProviderSetup): (request: ProviderRequest) => Promise<Answer> {
  const { provider, ask, memory, now } = setup;
  const document = documents[provider];

  return async (request) => {
    const target = targetOf(provider, request);
    if (target && request.isMalformed) {
      return refusal(document, target.operation, 400, { message: 'the body is not JSON' });
    }
    const account = request.headers.authorization ?? '';
    const task =
      target && memory.find({ provider, operation: target.name, account }, target.taskId);
    const state = task && stateAt(task, now()).status;
    const answer = await ask(toPrism(request), target?.kind === 'list' ? undefined : state);
    if (!target || answer.status !== 200) return refused(setup, request, target, answer);
    const found = { name: target.name, account };
    if (target.kind === 'create') return create(setup, target, request, answer, account);
    if (target.kind === 'list') return list(setup, found, request, answer);
    if (task) return { status: 200, body: fillIn(answer.body, task, request.base, now()) };
    return refusal(document, target.operation, 400, { message: 'Task not found' });
  };
}

function create(
  { provider, memory, speed, scenario, now }: ProviderSetup,
  { name, operation }: Target,
  request: ProviderRequest,
  answer: PrismAnswer,
  account: string,
): Answer {
  const input = { ...(request.body as Record<string, unknown>) };
  const externalId = String(input.external_task_id ?? '');
  const task = memory.add({
    externalId,
    provider,
    operation: name,
    account,
    input,
    scenario: scenarios[scenario],
    createdAt: now(),
    takes: durationOf(name, speed),
  });
  if (task) return { status: 200, body: fillIn(answer.body, task, request.base, task.createdAt) };
  const message = 'external_task_id must be unique within the account';
  return refusal(documents[provider], operation, 400, { message });
}

async function list(
  { provider, ask, memory, now }: ProviderSetup,
  { name, account }: { name: OperationName; account: string },
  request: ProviderRequest,
  answer: PrismAnswer,
): Promise<Answer> {
  const { pageNum = '1', pageSize = '30' } = request.query;
  const page = { pageNum: Number(pageNum), pageSize: Number(pageSize) };
  const tasks = memory.page({ provider, operation: name, account }, page);
  // A listed task looks as it does alone, so each is asked for alone.
  const one = async (task: MockTask) => {
    const path = `${pathOf(provider, name)}/${task.id}`;
    const { body } = await ask(
      toPrism({ ...request, path, query: {} }),
      stateAt(task, now()).status,
    );
    return (fillIn(body, task, request.base, now()) as { data: unknown }).data;
  };
  const data = await Promise.all(tasks.map(one));
  return {
    status: 200,
    body: { ...(answer.body as object), request_id: crypto.randomUUID(), data },
  };
}

/** A request that Prism refused, in the provider's own words where the document has any for it. */
function refused(
  { provider }: ProviderSetup,
  request: ProviderRequest,
  target: Target | undefined,
  answer: PrismAnswer,
): Answer {
  const headers = violationsHeader(answer.violations);
  if (!target)
    return {
      status: answer.status,
      body: answer.body ?? { message: answer.violations[0]?.message },
      headers,
    };
  if (answer.status === 401) {
    const example = request.headers.authorization ? '1002' : '1001';
    return { ...refusal(documents[provider], target.operation, 401, { example }), headers };
  }
  const message = wordsFor(documents[provider], target.operation, request, answer.violations);
  return { ...refusal(documents[provider], target.operation, answer.status, { message }), headers };
}

/** The header that Prism itself uses for violations: as many of them as a header can hold, in ASCII. */
function violationsHeader(violations: PrismViolation[]): Record<string, string> {
  const rows = violations.map(({ path, ...rest }) => ({ location: path, ...rest }));
  const text = () => JSON.stringify(rows).replace(/[^ -~]/g, '?');
  while (text().length > 4_000) rows.pop();
  return violations.length ? { 'sl-violations': text() } : {};
}

function targetOf(provider: ProviderName, { method, path }: ProviderRequest): Target | undefined {
  for (const name of Object.keys(operations) as OperationName[]) {
    const route = pathOf(provider, name);
    const rest =
      path === route ? '' : path.startsWith(`${route}/`) ? path.slice(route.length + 1) : undefined;
    if (rest === undefined) continue;
    const kind = rest ? 'read' : method === 'POST' ? 'create' : 'list';
    const item = documents[provider].paths[rest ? `${route}/{task_id}` : route];
    const operation = item?.[method.toLowerCase()];
    return operation && { name, operation, kind, taskId: decodeURIComponent(rest) };
  }
  return undefined;
}

const toPrism = ({ method, path, query, headers, body }: ProviderRequest) => ({
  method: method.toLowerCase() as IHttpRequest['method'],
  url: { path, query },
  headers,
  body,
});
