/** What each provider answers, in the words of its generation: for tests that go through all providers. */
import {
  inputSchema,
  offerOf,
  type ProviderName,
  pathsOf,
  providerNames,
  providers,
} from '../../src/documents/documents.ts';

import { nameOf, stepsOf } from '../../src/documents/json.ts';
import { placesOf } from '../../src/documents/places.ts';
import type { OperationName } from '../../src/index.ts';
import { anyInput, envelope, oldHandle, refused, taskId } from './kling.ts';
import { tasks } from './offered.ts';

/** The first operation of a provider that makes a task, for what does not depend on the operation. */
function firstTask(provider: ProviderName): OperationName {
  const [, name] = tasks.find(([each]) => each === provider) ?? [];
  if (!name) throw new Error(`${provider} makes no tasks`);
  return name;
}

/** What an answer says of a task beside its status. What is undefined is left out. */
export interface Told {
  id?: unknown;
  reason?: unknown;
  externalId?: unknown;
  createdAt?: unknown;
  updatedAt?: unknown;
  result?: unknown;
}

/** The requests, the answers and the tasks of an operation at a provider. */
export function speaking(provider: ProviderName, name = firstTask(provider)) {
  const { dialect, prefix } = providers[provider];
  const places = placesOf(provider);
  const offer = offerOf(provider, name);
  if (!offer) throw new Error(`${provider} has no ${name}`);
  const { route, tasks: readRoute = route, result: list, output, id: kept } = offer;
  const address = 'https://files.example/1';
  const file = { id: '1', url: address, url_mp3: address, url_wav: address };
  const made = [kept ? { [kept]: '1' } : { ...(output && { type: output }), ...file }];
  const result = { [list]: made };
  const wordFor = (status: string) => (output && status === 'succeed' ? 'succeeded' : status);

  const task = (status: string, told: Told = {}) => {
    const isDone = status === 'succeed';
    const nothing = output ? [] : {};
    const shown = {
      id: taskId,
      // Of this moment: the client would not take an older task for the one that it creates.
      createdAt: Date.now(),
      updatedAt: Date.now(),
      result: isDone ? (output ? made : result) : nothing,
      ...told,
    };
    const fields = { [nameOf(places.status)]: wordFor(status) };
    for (const [each, value] of Object.entries(shown))
      if (value !== undefined) put(fields, places[each as keyof Told], value);
    return fields;
  };
  /** The answer to a request that reads these tasks. */
  const reading = (...read: object[]) => ({
    ...envelope,
    data: places.taskIds ? read : read[0],
  });

  return {
    name,
    /** Where it is created, where each model has its own below this one; and where tasks are read. */
    route,
    readRoute,
    /** The path, with its query, that the task is read at. */
    readAt: prefix + readRoute + (places.taskIds ? `?${places.taskIds}=${taskId}` : `/${taskId}`),
    task,
    reading,
    /** The answer to a create. */
    accepted: (id: unknown = taskId) => ({ ...envelope, data: task('submitted', { id }) }),
    /** The answer to a look at a task. */
    looksLike: (status: string, told?: Told) => reading(task(status, told)),
    /** The same for one that has succeeded, with its files. */
    finished: (told?: Told) => reading(task('succeed', told)),
    /** What the client gives of those. */
    result,
    /** How a snapshot shows a status. */
    shows: (status: string) => ({ [nameOf(places.status)]: wordFor(status) }),
    /** Requests that end a wait for good: where one names several tasks, what it says counts once the task was asked for by itself. */
    looksToEnd: places.taskIds ? 2 : 1,
    /** The answer to a look at a task that there is not. */
    missing: places.taskIds ? reading() : refused(1203, 404),
    /** The ids, or the external ids, that a look names. */
    idsIn(url: string): string[] {
      const { pathname, searchParams } = new URL(url);
      const several = searchParams.get(places.taskIds) ?? searchParams.get(places.externalTaskIds);
      return places.taskIds ? (several?.split(',') ?? []) : pathname.split('/').slice(-1);
    },
    /** What a create takes. */
    input: inputOf(provider, name),
    /** The same under an external id of the caller's. */
    inputAs(externalId: string) {
      const input = structuredClone(inputOf(provider, name));
      put(input, places.sentExternalId, externalId);
      return input;
    },
    /** The external id that a create has sent. */
    externalIdIn: (body: Record<string, unknown> = {}) => dialect.externalIdIn(body),
    /** The handle of a task that is a minute old. */
    handle: oldHandle(provider, name),
  };
}

/** Fields that the client lets through; where it checks them, those of the document. */
function inputOf(provider: ProviderName, name: OperationName): Record<string, unknown> {
  if (!providers[provider].check) return { ...anyInput };
  const [model] = pathsOf(provider, name).keys();
  const { prompt } = anyInput;
  const { properties = {} } = inputSchema(provider, name, model);
  const said = properties.prompt ? { prompt } : { contents: [{ url: prompt }] };
  return { ...(model && { model }), ...said };
}

/** Puts a value at a JSON pointer, with the objects that lead there. */
function put(root: object, pointer: string, value: unknown): void {
  const steps = stepsOf(pointer);
  const last = steps.pop() ?? '';
  let at = root;
  for (const step of steps) {
    const inner: object = Reflect.get(at, step) ?? {};
    Reflect.set(at, step, inner);
    at = inner;
  }
  Reflect.set(at, last, value);
}

/** The providers whose tasks are listed by pages with numbers. */
export const pagers = providerNames.filter((each) => offerOf(each, firstTask(each))?.get);
