import { afterEach, assert, beforeEach, describe, expect, it, vi } from 'vitest';
import { providerNames } from '../../src/documents/documents.ts';
import { broken, type EitherFetch, requestFrom, type Seen, scripted } from '../support/fetch.ts';
import { anyInput, finders, klingOf, taskId } from '../support/kling.ts';
import { samples } from '../support/offered.ts';
import { eventually } from '../support/outcome.ts';
import { filesIn, sourceOf } from '../support/source.ts';
import { speaking } from '../support/speaking.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

describe.each(samples)('a request to %s for %s', (provider, operation) => {
  const { accepted, finished, input, looksLike, missing, readRoute } = speaking(
    provider,
    operation,
  );
  const processing = looksLike('processing');

  /** Does all that sends requests. */
  async function doAll(fetch: EitherFetch) {
    const kling = klingOf(provider, { fetch });
    await eventually(kling[operation].run(input));
    await kling[operation].task(taskId).snapshot();
    await kling[operation].task(taskId).watch().return(undefined);
    await eventually(Promise.resolve(kling[operation].list?.()).catch(() => {}));
    await kling.http.GET(`${readRoute}/${taskId}`);
  }

  it('is an address and what to send, never a Request, and asks no cache', async () => {
    const { fetch, requests } = scripted(accepted(), processing, finished());
    await doAll(fetch);
    expect(requests.length).toBeGreaterThan(4);
    expect(requests.map(({ isUrl }) => isUrl)).toEqual(requests.map(() => true));
    expect(requests.map(({ cache }) => cache)).toEqual(requests.map(() => 'no-store'));
  });

  it('goes the same way through the global fetch', async () => {
    const { fetch, requests } = scripted(accepted(), processing, finished());
    vi.stubGlobal('fetch', fetch);
    await eventually(klingOf(provider)[operation].run(input));
    expect(requests.map(({ isUrl }) => isUrl)).toEqual([true, true, true]);
    expect(requests.map(({ cache }) => cache)).toEqual(Array(3).fill('no-store'));
  });

  it('of a create whose answer is lost goes that way, too', async () => {
    const { fetch, requests } = scripted(broken('ECONNRESET'), missing);
    await eventually(
      klingOf(provider, { fetch })
        [operation].create(input)
        .catch(() => {}),
    );
    for (const { isUrl, cache } of requests)
      expect({ isUrl, cache }).toEqual({ isUrl: true, cache: 'no-store' });
  });
});

it.each(providerNames)('where the platform knows no cache, none is named: %s', async (provider) => {
  // Its prototype has no `cache`, as in workerd with an older compatibility date, which throws when it is told of one.
  function OldRequest(input: string, init?: RequestInit) {
    return requestFrom(input, init);
  }
  vi.stubGlobal('Request', OldRequest);
  const { accepted, finished, input, looksLike, name } = speaking(provider);
  const { fetch, requests } = scripted(accepted(), looksLike('processing'), finished());
  const strict: EitherFetch = async (input, init) => {
    assert(!(init && 'cache' in init), 'the cache field is not implemented');
    return fetch(input, init);
  };
  const kling = klingOf(provider, { fetch: strict });
  await eventually(kling[name].run(input));
  expect(requests).toHaveLength(3);
});

/** `fetch` in a React Server Component, which sends equal GETs once in each render: the rules are React's own. */
function memoizing(fetch: EitherFetch): EitherFetch {
  const memory = new Map<string, Promise<Response>>();
  return async (input, init) => {
    if (init?.signal) return fetch(input, init);
    const { method, url } = requestFrom(input, init);
    if (method !== 'GET') return fetch(input, init);
    const answer = memory.get(url) ?? fetch(input, init);
    memory.set(url, answer);
    return (await answer).clone();
  };
}

/** `fetch` in a browser, before a provider whose answers may be kept. */
function caching(fetch: EitherFetch): EitherFetch {
  const memory = new Map<string, Response>();
  return async (input, init) => {
    const { method, url, cache } = requestFrom(input, init);
    if (method !== 'GET' || cache === 'no-store') return fetch(input, init);
    const answer = memory.get(url) ?? (await fetch(input, init));
    memory.set(url, answer);
    return answer.clone();
  };
}

describe.each([
  ['React, which sends equal GETs once', memoizing],
  ['a cache of the browser', caching],
])('behind %s', (_, platform) => {
  it.each(samples)('a wait polls for itself: %s, %s', async (provider, operation) => {
    const { accepted, finished, input, looksLike, result } = speaking(provider, operation);
    const processing = looksLike('processing');
    const { fetch, requests } = scripted(accepted(), processing, processing, finished());
    const kling = klingOf(provider, { fetch: platform(fetch) });
    const run = kling[operation].run(input, { timeout: 600_000 });
    expect(await eventually(run)).toEqual(result);
    expect(requests).toHaveLength(4);
  });

  it.each(finders)('a lost create is paid once, though it is found late: %s', async (provider) => {
    const { input, looksLike, missing, name } = speaking(provider);
    const begun = performance.now();
    const found = () => looksLike('submitted');
    const { fetch, posts, requests } = scripted(({ method }: Seen) => {
      if (method === 'POST') return broken('ECONNRESET');
      return performance.now() - begun < 1_500 ? missing : found();
    });
    const kling = klingOf(provider, { fetch: platform(fetch) });
    expect((await eventually(kling[name].create(input))).id).toBe(taskId);
    expect(posts()).toHaveLength(1);
    expect(requests.length).toBeGreaterThan(2);
  });
});

function pretendDeno() {
  vi.stubGlobal('Deno', { version: { deno: '2.9.6' } });
  vi.stubGlobal('navigator', { userAgent: 'Deno/2.9.6' });
}

describe('on Deno', () => {
  it.each(samples)(
    'a create of %s, %s cannot be repeated by the platform',
    async (provider, operation) => {
      vi.stubGlobal('Deno', { version: { deno: '2.9.6' } });
      vi.stubGlobal('navigator', { userAgent: 'Deno/2.9.6' });
      const bodies: unknown[] = [];
      const { accepted, input } = speaking(provider, operation);
      const { fetch, posts } = scripted(accepted());
      const noting: EitherFetch = async (input, init) => {
        bodies.push(init?.body);
        return fetch(input, init);
      };
      const kling = klingOf(provider, { fetch: noting });
      await eventually(kling[operation].create(input));
      // Text and bytes are sent again on a new connection; measured with Deno 2.9.6.
      const isOnce = (body: unknown) => body instanceof ReadableStream || body instanceof Blob;
      expect(bodies.map(isOnce)).toEqual([true]);
      expect(JSON.stringify(posts()[0]?.body)).toContain(anyInput.prompt);
    },
  );
});

/** How platforms say that there is no connection; measured. */
const url = 'http://127.0.0.1:1999/x';
const denos = (why: string) =>
  new TypeError('fetch failed', {
    cause: new Error(`error sending request for url (${url}): client error (Connect): ${why}`),
  });
const unreached: [string, Error][] = [
  ['Node, refused', broken('ECONNREFUSED')],
  ['Node, no such name', broken('ENOTFOUND')],
  ['Bun, refused', Object.assign(new TypeError('Unable to connect.'), { code: 'ECONNREFUSED' })],
  ['Bun, no such name', Object.assign(new TypeError('getaddrinfo'), { code: 'ENOTFOUND' })],
  ['Deno, refused', denos('tcp connect error: Connection refused (os error 111)')],
  [
    'Deno, no such name',
    denos('dns error: failed to lookup address information: Name or service not known'),
  ],
  ['Deno, no TLS', denos('received corrupt message of type InvalidContentType')],
  [
    'Deno, a port that fetch never connects to',
    new TypeError('Fetch failed: Requests to port 1 are blocked'),
  ],
];
const maybeReached: [string, Error][] = [
  ['Node, reset', broken('ECONNRESET')],
  ['Bun, reset', Object.assign(new TypeError('closed'), { code: 'ECONNRESET' })],
  [
    'Deno, closed',
    new TypeError('fetch failed', {
      cause: new Error(
        `error sending request from A for ${url} (B): client error (SendRequest): connection closed before message completed`,
      ),
    }),
  ],
  [
    'Deno, reset',
    new TypeError('fetch failed', { cause: new Error('Connection reset by peer (os error 104)') }),
  ],
  ['workerd, anything', new Error('Network connection lost.')],
  ['Chromium, anything', new TypeError('Failed to fetch')],
  ['Safari, anything', new TypeError('Load failed')],
];

describe.each(providerNames)('a create of %s without a connection', (provider) => {
  const { input, name } = speaking(provider);
  const klingOn = (platform: string, fetch: EitherFetch) => {
    if (platform.startsWith('Deno')) pretendDeno();
    return klingOf(provider, { fetch });
  };
  const errorOf = (promise: Promise<unknown>) => eventually(promise.catch((error) => error));

  it.each(unreached)('was never sent, where the platform says so: %s', async (platform, error) => {
    const { fetch, requests } = scripted(error);
    const kling = klingOn(platform, fetch);
    const begun = performance.now();
    const found = await errorOf(kling[name].create(input));
    expect(found).toMatchObject({ name: 'ConnectionError', sent: false });
    expect(performance.now() - begun).toBeLessThan(2_000);
    expect(requests.map(({ method }) => method)).toEqual(['POST']);
  });

  it.each(maybeReached)('may have been sent, where nobody knows: %s', async (platform, error) => {
    const { fetch, posts } = scripted(error);
    const kling = klingOn(platform, fetch);
    const found = await errorOf(kling[name].create(input));
    expect(found).toMatchObject({ name: 'CreateUncertainError', cause: { sent: true } });
    expect(posts()).toHaveLength(1);
  });
});

const withoutCrypto: [string, object | undefined][] = [
  ['no crypto at all, as in React Native', undefined],
  [
    'no randomUUID, as on a page over http',
    { getRandomValues: crypto.getRandomValues.bind(crypto) },
  ],
  ['nothing in it', {}],
];

describe.each(withoutCrypto)('where there is %s', (_, partial) => {
  it.each(samples)(
    'a create has an external id all the same: %s, %s',
    async (provider, operation) => {
      vi.stubGlobal('crypto', partial);
      const { accepted, externalIdIn, input } = speaking(provider, operation);
      const { fetch, posts } = scripted(accepted());
      const kling = klingOf(provider, { fetch });
      for (let count = 0; count < 20; count++) await eventually(kling[operation].create(input));
      const ids = posts().map(({ body }) => String(externalIdIn(body)));
      expect(new Set(ids).size).toBe(20);
      for (const id of ids) expect(id).toMatch(/^[\w-]{16,64}$/);
    },
  );
});

/** A response of a platform without streams. */
function withoutStream(answer: object, headers: Record<string, string>) {
  const text = JSON.stringify(answer);
  const response = {
    ok: true,
    status: 200,
    statusText: '',
    headers: new Headers({ 'content-type': 'application/json', ...headers }),
    text: async () => text,
    json: async () => JSON.parse(text),
  };
  return response as object as Response;
}

describe.each<[string, Record<string, string>]>([
  ['of a known length', { 'content-length': '200' }],
  ['of an unknown length', {}],
  ['that was encoded', { 'content-length': '99', 'content-encoding': 'gzip' }],
])('a body without a stream %s', (_, headers) => {
  it.each(samples)('is read as text: %s, %s', async (provider, operation) => {
    const { accepted, finished, input, looksLike, result } = speaking(provider, operation);
    const answers = [accepted(), looksLike('processing'), finished()];
    let nth = 0;
    const fetch: EitherFetch = async () =>
      withoutStream(answers[Math.min(nth++, 2)] ?? {}, headers);
    const run = klingOf(provider, { fetch })[operation].run(input);
    expect(await eventually(run)).toEqual(result);
    expect(nth).toBe(3);
  });
});

it('no regular expression of the client asks for a property of characters, which Hermes cannot', () => {
  const files = filesIn('src/client');
  expect(files.length).toBeGreaterThan(5);
  expect(files.filter((file) => /\\p\{/i.test(sourceOf(file)))).toEqual([]);
});

it('any number of waits share a signal without a warning, also on Node before 20.16', async () => {
  const warnings: string[] = [];
  const note = ({ name }: Error) => warnings.push(name);
  process.on('warning', note);
  const original = Object.getOwnPropertyDescriptor(process, 'getBuiltinModule');
  Object.defineProperty(process, 'getBuiltinModule', { value: undefined, configurable: true });
  try {
    const stop = new AbortController();
    const waits = providerNames.flatMap((provider) => {
      const { handle, looksLike } = speaking(provider);
      const { fetch } = scripted(looksLike('processing'));
      const kling = klingOf(provider, { fetch });
      return Array.from({ length: 20 }, () => kling.resume(handle).result({ signal: stop.signal }));
    });
    const ends = Promise.allSettled(waits);
    await vi.advanceTimersByTimeAsync(5_000);
    stop.abort();
    await ends;
    await vi.advanceTimersByTimeAsync(0);
  } finally {
    if (original) Object.defineProperty(process, 'getBuiltinModule', original);
    process.off('warning', note);
  }
  expect(warnings).toEqual([]);
});
