/** Every operation that the documents have, at each provider: none is named here. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { operations } from '../../src/client/operations.ts';
import {
  type Action,
  type DocumentedOperation,
  documentedOperations,
  findOperation,
  nameServed,
  requestExample,
  requestSchema,
} from '../../src/contract/documented.ts';
import { validateAnswer } from '../../src/contract/validate.ts';
import {
  offerOf,
  type ProviderName,
  providerNames,
  providers,
} from '../../src/documents/documents.ts';
import {
  isObject,
  type JsonObject,
  listOf,
  nameOf,
  objectOf,
  parentOf,
  valueAt,
} from '../../src/documents/json.ts';
import type { Schema } from '../../src/documents/openapi.ts';
import { placesOf } from '../../src/documents/places.ts';
import { filesIn, formats } from '../../src/documents/result-files.ts';
import type { OperationName } from '../../src/index.ts';
import { type Mock, startMock } from '../../src/mock/index.ts';
import { decodePng, secondsOfMedia, sizeOfPng } from '../support/media.ts';
import { documentedAs as allAs, calls, resources, tasks } from '../support/offered.ts';

let mock: Mock;
// At the speed of real life: nothing changes by itself while these tests run.
beforeAll(async () => {
  mock = await startMock({ speed: 1 });
});
beforeEach(() => mock.reset());
afterAll(() => mock.close());

/** Milliseconds that a busy machine may take for a step of these tests. */
const slack = 2_000;

function documentedAs(
  provider: ProviderName,
  name: OperationName,
  action: Action,
): DocumentedOperation {
  const found = findOperation(provider, name, action);
  if (!found) throw new Error(`${provider} has no ${action} of ${name}`);
  return found;
}

/** A request that is served, by the document's first example. */
const goodBody = (documented: DocumentedOperation) =>
  nameServed(documented, objectOf(requestExample(documented)));

/** A copy with another value at a place; undefined removes it. */
function withValue(body: JsonObject, pointer: string, value: unknown): JsonObject {
  const outer = parentOf(pointer);
  const changed = { ...objectOf(valueAt(body, outer)), [nameOf(pointer)]: value };
  const isThere = value !== undefined || isObject(valueAt(body, outer));
  return outer === '' ? changed : isThere ? withValue(body, outer, changed) : body;
}

/** A copy without an external id, which an account can use once. */
const unnamed = (provider: ProviderName, body: JsonObject) =>
  withValue(body, placesOf(provider).sentExternalId, undefined);

/** An operation's line in the table, and how its provider speaks. */
function speak(provider: ProviderName, name: OperationName) {
  const offer = offerOf(provider, name);
  if (!offer) throw new Error(`${provider} has no ${name}`);
  return { offer, dialect: providers[provider].dialect, places: placesOf(provider) };
}

/** What a look at a task shows. */
async function lookAt(
  provider: ProviderName,
  name: OperationName,
  id: unknown,
  isExternal = false,
) {
  const { offer, dialect } = speak(provider, name);
  const { query = {} } = dialect.get(offer, [String(id)], isExternal);
  const get = documentedAs(provider, name, 'get');
  const { body: shown } = await send(get, { id: String(id), query: { ...query } });
  const task = dialect.show(dialect.tasksIn(shown.data)?.[0]);
  const result = objectOf(dialect.resultIn(task.snapshot, offer));
  return { shown, data: task.snapshot, id: task.id, status: task.status, result };
}

/** Sends a request of an operation, and gives the answer, which must be as it is documented. */
async function send(
  documented: DocumentedOperation,
  {
    body,
    id = '',
    query = {},
  }: { body?: unknown; id?: string; query?: Record<string, string> } = {},
) {
  const { provider, method, path } = documented;
  const url = new URL(`${mock.url}/${provider}${path.replace('{task_id}', id)}`);
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
  const answer = await mock.fetch(url, {
    method,
    headers: { authorization: 'Bearer test', 'content-type': 'application/json' },
    ...(method === 'POST' && { body: JSON.stringify(body ?? goodBody(documented)) }),
  });
  const { status } = answer;
  const found: unknown = await answer.json();
  const headers = Object.fromEntries(answer.headers);
  const ref = `${method as 'GET'} ${path as '/'}` as const;
  expect(validateAnswer(provider, ref, { status, headers, body: found })).toEqual([]);
  return { status, body: objectOf(found), data: objectOf(objectOf(found).data) };
}

/** Creates a task, lets its time pass, and gives what a poll shows then. */
async function finish(provider: ProviderName, name: OperationName, body?: unknown) {
  const { status, data } = await send(documentedAs(provider, name, 'create'), { body });
  const made = speak(provider, name).dialect.show(data);
  expect([status, made.status]).toEqual([200, 'submitted']);
  return finishTask(provider, name, made.id);
}

/** Lets a task's time pass, and gives what a poll shows then. */
async function finishTask(provider: ProviderName, name: OperationName, id: unknown) {
  mock.advance(speak(provider, name).offer.seconds * 1_000);
  const seen = await lookAt(provider, name, id);
  expect(seen).toMatchObject({ id, status: 'succeed' });
  return seen;
}

/** Finishes a task with other values in one of the documented examples, with the model that takes them, and gives its first file. */
async function finishWith(provider: ProviderName, name: OperationName, changed: JsonObject) {
  const create = documentedAs(provider, name, 'create');
  const { examples = {} } = create.operation.requestBody?.content['application/json'] ?? {};
  const models = requestSchema(create)?.properties?.model_name;
  const bodies = Object.values(examples).flatMap(({ value }) => {
    const body = Object.entries(changed).reduce(
      (made, [pointer, each]) => withValue(made, pointer, each),
      unnamed(provider, objectOf(value)),
    );
    const named = choices(Object(models)).map((model_name) => ({ ...body, model_name }));
    return [nameServed(create, body), ...named.map((each) => nameServed(create, each))];
  });
  for (const body of bodies) {
    const { status, data } = await send(create, { body });
    if (status !== 200) continue;
    const { result } = await finishTask(
      provider,
      name,
      speak(provider, name).dialect.show(data).id,
    );
    const [file] = filesIn(result, '/task_result');
    if (!file) throw new Error('a result without files');
    return { result, format: file.format, bytes: (await fetchFile(file.url)).bytes };
  }
  throw new Error(`${provider} takes no ${name} with ${JSON.stringify(changed)}`);
}

const choices = ({ enum: values = [] }: Schema) => values.map(String);

async function fetchFile(url: string) {
  expect(url).toMatch(`${mock.url}/media/`);
  const answer = await mock.fetch(url);
  expect(answer.status).toBe(200);
  return {
    type: answer.headers.get('content-type'),
    bytes: new Uint8Array(await answer.arrayBuffer()),
  };
}

const decoded = new Set<string>();

/** Fetches every file of an answer; of each provider one of each kind is decoded, too. */
async function checkFiles(provider: ProviderName, body: unknown) {
  const files = filesIn(body);
  expect(JSON.stringify(body)).not.toContain('example.com');
  for (const { url, format, pointer } of files) {
    const { type, bytes } = await fetchFile(url);
    expect(type).toBe(formats[format].type);
    if (format === 'png') expect(sizeOfPng(bytes).width).toBeGreaterThan(0);
    const kind = `${provider} ${format}`;
    if (decoded.has(kind)) continue;
    decoded.add(kind);
    if (format === 'png') expect(decodePng(bytes).colours).toBeGreaterThan(10);
    else {
      const duration = valueAt(
        body,
        pointer.replace('watermark_', '').replace(/url(?=[^/]*$)/, 'duration'),
      );
      const seconds = await secondsOfMedia(bytes, `.${format}`);
      expect(Math.abs(seconds - Number(duration))).toBeLessThan(0.1);
    }
  }
  return files;
}

/** Every create, also of each model that has a path of its own. */
const creates = allAs('create').map(({ provider, name, documented }) => ({
  provider,
  name,
  create: documented,
  path: documented.path,
}));

describe.each(creates)('a task of $provider at $path', ({ provider, name, create }) => {
  const { offer, dialect, places } = speak(provider, name);
  it('is found by its external id where its page says so, and not otherwise', async () => {
    const body = withValue(goodBody(create), places.sentExternalId, 'rain-1');
    const made = dialect.show((await send(create, { body })).data);
    const found = await lookAt(provider, name, 'rain-1', true);
    const [id] = documentedAs(provider, name, 'get').operation.parameters ?? [];
    const isFound =
      providers[provider].lookupProves !== 'nothing' && !('x-only-by-id' in (id ?? {}));
    expect(found.id).toBe(isFound ? made.id : undefined);
  });

  it('goes through its states in its usual time, to files that open', async () => {
    const made = dialect.show((await send(create)).data);
    const seen: unknown[] = [made.status];
    const look = async () => {
      const shown = await lookAt(provider, name, made.id);
      seen.push(shown.status);
      return shown;
    };
    const milliseconds = offer.seconds * 1_000;
    for (const step of [milliseconds * 0.2 - slack, slack, milliseconds * 0.8 - slack]) {
      mock.advance(step);
      expect(filesIn(valueAt((await look()).data, places.result))).toEqual([]);
    }
    mock.advance(slack);
    const { shown, result } = await look();
    expect(seen).toEqual(['submitted', 'submitted', 'processing', 'processing', 'succeed']);
    expect(listOf(result[offer.result]).length).toBeGreaterThan(0);
    const files = await checkFiles(provider, shown);
    expect(files.length).toBeGreaterThan(0);
    // The control API has the same files.
    const paths = new Set(files.map(({ url }) => new URL(url).pathname));
    expect(new Set(mock.tasks[0]?.files.map(({ url }) => url))).toEqual(paths);
  });

  it('is listed where there is a list, and says when it is documented but not served', async () => {
    const { id } = dialect.show((await send(create)).data);
    const { 'x-served': served } = create.operation;
    expect(mock.requests.at(-1)?.note ?? '').toMatch(
      served ? `served no more since ${served.until}` : /^$/,
    );
    const list = findOperation(provider, name, 'list');
    const page = list && dialect.pageIn((await send(list)).body.data, {});
    if (list) expect(page?.tasks.map((each) => each.id)).toEqual([id]);
  });
});

/** The tasks whose create has a field, and its place. */
const tasksWith = (field: string, of: 'settings' | 'watermark' = 'settings') =>
  tasks.flatMap(([provider, name]) => {
    const { [of]: place } = placesOf(provider);
    const outer = of === 'settings' ? place : parentOf(place);
    const body = requestSchema(documentedAs(provider, name, 'create')) ?? {};
    const inner = outer ? objectOf(body.properties?.[nameOf(outer)]) : body;
    const schema = objectOf(inner.properties)[field];
    return schema instanceof Object
      ? [{ provider, name, schema: schema as Schema, place: `${outer}/${field}` }]
      : [];
  });

describe.each(tasksWith('n'))('$provider, $name', ({ provider, name }) => {
  const body = {
    ...goodBody(documentedAs(provider, name, 'create')),
    n: 3,
    result_type: undefined,
  };

  it('makes as many as `n`, which differ, and takes as many places', async () => {
    mock.scenario('concurrency-full', { running: 3 });
    const create = documentedAs(provider, name, 'create');
    const { shown, result } = await finish(provider, name, body);
    const items = listOf(result[operations[name].result]).map(objectOf);
    expect(items.map(({ index }) => index)).toEqual([0, 1, 2]);
    const files = await Promise.all(items.map(({ url }) => fetchFile(String(url))));
    expect(new Set(files.map(({ bytes }) => Buffer.from(bytes).toString('latin1'))).size).toBe(3);
    expect(JSON.stringify(shown)).not.toContain('watermark_url');
    expect((await send(create, { body: { ...body, n: 2 } })).status).toBe(200);
    expect((await send(create, { body: { ...body, n: 1 } })).status).toBe(200);
    expect((await send(create, { body })).status).toBe(429);
  });
});

describe.each([
  ...tasksWith('watermark_info', 'watermark'),
  ...tasksWith('watermark', 'watermark'),
])('$provider, $name', ({ provider, name, place }) => {
  it('has a watermark where that was asked for', async () => {
    const good = goodBody(documentedAs(provider, name, 'create'));
    const { data, result } = await finish(
      provider,
      name,
      withValue(good, place, { enabled: true }),
    );
    expect([{ enabled: true }, undefined]).toContainEqual(data.watermark_info);
    const [item] = listOf(result[speak(provider, name).offer.result]).map(objectOf);
    // The document's example says whether there is one.
    const get = documentedAs(provider, name, 'get').operation.responses['200'];
    const isShown = JSON.stringify(get).includes('watermark_url');
    if (!isShown) return expect(item?.watermark_url).toBeUndefined();
    const [{ bytes: marked }, { bytes }] = [
      await fetchFile(String(item?.watermark_url)),
      await fetchFile(String(item?.url)),
    ];
    const isPicture = String(item?.url).endsWith('.png');
    expect(Buffer.compare(marked, bytes) !== 0).toBe(isPicture);
    expect(mock.tasks[0]?.files.map(({ name: field }) => field)).toContain('watermark_url');
  });
});

it.each(tasksWith('aspect_ratio'))(
  '$provider, $name: every documented aspect ratio',
  async ({ provider, name, schema, place }) => {
    for (const ratio of choices(schema).filter((each) => each.includes(':'))) {
      const { bytes, format } = await finishWith(provider, name, { [place]: ratio });
      const [across = 0, down = 1] = ratio.split(':').map(Number);
      const { width, height } = format === 'png' ? sizeOfPng(bytes) : sizeOfMp4(bytes);
      expect(Math.abs(width / height / (across / down) - 1), ratio).toBeLessThan(0.02);
    }
  },
);

it.each(
  tasksWith('resolution').filter(
    ({ provider, name }) => speak(provider, name).offer.result === 'images',
  ),
)('$provider, $name: every documented resolution', async ({ provider, name, schema }) => {
  for (const resolution of choices(schema)) {
    const changed = { '/resolution': resolution, '/aspect_ratio': '1:1' };
    const { bytes } = await finishWith(provider, name, changed);
    expect(sizeOfPng(bytes).width, resolution).toBe(1024 * Number.parseInt(resolution, 10));
  }
});

it.each(tasksWith('series_amount'))(
  '$provider, $name: a series has a list of its own',
  async ({ provider, name }) => {
    for (const [series_amount, count] of [
      [3, 3],
      ['auto', 4],
      [undefined, 4],
    ] as const) {
      const changed = { '/result_type': 'series', '/series_amount': series_amount };
      const { result } = await finishWith(provider, name, changed);
      expect(result).toMatchObject({ result_type: 'series', images: [] });
      expect(listOf(result.series_images)).toHaveLength(count);
    }
  },
);

it.each(tasksWith('duration').filter(({ schema }) => schema.enum))(
  '$provider, $name: the shortest and the longest duration',
  async ({ provider, name, schema, place }) => {
    for (const duration of [schema.enum?.at(0), schema.enum?.at(-1)]) {
      const { bytes, format } = await finishWith(provider, name, { [place]: duration });
      expect(await secondsOfMedia(bytes, `.${format}`)).toBeCloseTo(Number(duration), 0);
    }
  },
);

it.each(tasksWith('multi_prompt'))('$provider, $name: shots add up', async ({ provider, name }) => {
  const multi_prompt = [1, 2].map((index) => ({ index, prompt: 'rain', duration: '4' }));
  const changed = {
    '/multi_shot': true,
    '/shot_type': 'customize',
    '/multi_prompt': multi_prompt,
    '/duration': '8',
  };
  const { bytes } = await finishWith(provider, name, changed);
  expect(await secondsOfMedia(bytes, '.mp4')).toBe(8);
});

/** Required parameters of the query, as their schemas or examples have them. */
const queryOf = ({ operation }: DocumentedOperation) =>
  Object.fromEntries(
    (operation.parameters ?? []).flatMap((each) =>
      'name' in each && each.in === 'query' && each.required ? [[each.name, '1']] : [],
    ),
  );

describe.each(calls)('a call of %s, %s', (provider, name) => {
  const call = documentedAs(provider, name, 'call');

  it('answers at once, with files that open', async () => {
    const { status, body, data } = await send(call, { query: queryOf(call) });
    expect([status, body.code]).toEqual([200, 0]);
    expect(Object.keys(data).length).toBeGreaterThan(0);
    const files = await checkFiles(provider, body);
    expect(mock.tasks.map((task) => [task.status, task.files.length])).toEqual(
      files.length > 0 ? [['succeed', files.length]] : [],
    );
  });

  it('is refused, broken or late as other requests are, but cannot fail later', async () => {
    const on = call.method === 'POST' ? 'create' : 'read';
    mock.scenario('fails', { times: 1, on });
    expect((await send(call, { query: queryOf(call) })).status).toBe(200);
    mock.scenario('rate-limit', { times: 1, on });
    expect((await send(call, { query: queryOf(call) })).status).toBe(429);
    expect(mock.requests.map(({ scenario }) => scenario)).toEqual(['normal', 'rate-limit']);
  });
});

describe.each(resources)('what %s keeps as %s', (provider, name) => {
  const kept = (action: Action) => documentedAs(provider, name, action);
  const { result: list, id: field } = operations[name] as { result: string; id: string };
  const itemsIn = (page: unknown) =>
    listOf(page).flatMap((task) =>
      listOf(objectOf(objectOf(task).task_result)[list]).map(objectOf),
    );
  const remove = (id: unknown) => send(kept('delete'), { body: { [field]: id } });

  it('is made, listed, and deleted once; ids beyond 2^53 stay as they are', async () => {
    const asked = goodBody(kept('create'));
    const { result } = await finish(provider, name, asked);
    const [item] = listOf(result[list]).map(objectOf);
    const id = item?.[field];
    expect(BigInt(String(id))).toBeGreaterThan(2n ** 53n);
    expect(BigInt(Number(id))).not.toBe(BigInt(String(id)));
    const plain = Object.entries(asked).filter(
      ([key, value]) => key in (item ?? {}) && typeof value === 'string',
    );
    expect(plain.length).toBeGreaterThan(0);
    expect(item).toMatchObject(Object.fromEntries(plain));
    const another = await finish(provider, name, asked);
    expect(itemsIn((await send(kept('list'))).body.data).map((each) => each[field])).toEqual([
      objectOf(listOf(another.result[list])[0])[field],
      id,
    ]);
    expect((await remove(id)).status).toBe(200);
    expect(itemsIn((await send(kept('list'))).body.data)).toHaveLength(1);
    expect((await remove(id)).status).toBe(400);
    expect(mock.requests.at(-1)?.why).toBe('Resource not found');
    mock.scenario('unknown-404', { on: 'delete' });
    expect((await remove(id)).status).toBe(404);
  });

  it('is nothing that another account can see or delete, and gone with a reset', async () => {
    const { result } = await finish(provider, name);
    const id = objectOf(listOf(result[list])[0])[field];
    const { path } = kept('delete');
    const other = await mock.fetch(`${mock.url}/${provider}${path}`, {
      method: 'POST',
      headers: { authorization: 'Bearer other', 'content-type': 'application/json' },
      body: JSON.stringify({ [field]: id }),
    });
    expect(other.status).toBe(400);
    mock.reset();
    expect((await send(kept('list'))).body.data).toEqual([]);
    expect((await remove(id)).status).toBe(400);
  });

  it('cannot be deleted before it is made, nor by an id that is none', async () => {
    const { data } = await send(kept('create'));
    for (const id of [String(BigInt(String(data.task_id)) + 1n), '1', 'x'])
      expect((await remove(id)).status).toBe(400);
  });

  it('comes beside presets of the provider, by pages, with files that open', async () => {
    const { body } = await send(kept('presets'));
    expect(itemsIn(body.data).length).toBeGreaterThan(0);
    expect((await checkFiles(provider, body)).length).toBeGreaterThan(0);
    const query = { pageNum: '2', pageSize: '1' };
    expect(listOf((await send(kept('presets'), { query })).body.data)).toHaveLength(
      listOf(body.data).length > 1 ? 1 : 0,
    );
    const [preset] = itemsIn(body.data);
    expect((await remove(preset?.[field])).status).toBe(400);
  });
});

it('a route without a name of its own deletes, too, what the one with a name does', async () => {
  const unnamed = documentedOperations('klingai').filter(
    ({ method, name }) => method === 'POST' && !name,
  );
  for (const documented of unnamed) {
    const { required = [] } = requestSchema(documented) ?? {};
    const [kept] = resources.filter(([, name]) =>
      required.includes(Reflect.get(operations[name], 'id')),
    );
    if (!kept) continue;
    const [provider, name] = kept;
    const { result } = await finish(provider, name);
    const field = Reflect.get(operations[name], 'id');
    const id = objectOf(listOf(Object.values(result).find(Array.isArray))[0])[field];
    expect((await send(documented, { body: { [field]: id } })).status).toBe(200);
    expect((await send(documented, { body: { [field]: id } })).status).toBe(400);
  }
});

it.each(providerNames)('%s: every example of a request is accepted', async (provider) => {
  for (const documented of documentedOperations(provider)) {
    const { examples = {} } = documented.operation.requestBody?.content['application/json'] ?? {};
    if (documented.action === 'delete' || !documented.name) continue;
    for (const [name, { value }] of Object.entries(examples)) {
      const body = unnamed(provider, nameServed(documented, objectOf(value)));
      const { status, body: answer } = await send(documented, { body });
      expect(status, `${documented.key} ${name}: ${answer.message}`).toBe(200);
    }
  }
});

/** The size of the picture in a film. */
function sizeOfMp4(bytes: Uint8Array): { width: number; height: number } {
  const file = Buffer.from(bytes);
  const track = file.indexOf('tkhd') + 4;
  return {
    width: file.readUInt32BE(track + 76) >> 16,
    height: file.readUInt32BE(track + 80) >> 16,
  };
}
