import { inspect } from 'node:util';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { providerNames, providers } from '../../src/documents/documents.ts';
import {
  ApiError,
  type ApiKey,
  createKling,
  KlingError,
  klingai,
  type Provider,
  TaskFailedError,
} from '../../src/index.ts';
import { createProxy } from '../../src/proxy/index.ts';
import { type Answer, scripted, text } from '../support/fetch.ts';
import { type AnyKling, klingOf } from '../support/kling.ts';
import { eventually, failure, signAtOnce } from '../support/outcome.ts';
import { speaking } from '../support/speaking.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

describe.each(providerNames)('a text without end from %s', (provider) => {
  const { handle, looksLike } = speaking(provider);
  const taskWith = (answer: Answer) => {
    const kling = klingOf(provider, { fetch: scripted(answer).fetch });
    return kling.resume(handle);
  };
  const long = 'x'.repeat(1_000_000);

  it.each<[string, object]>([
    ['Kling’s own', { code: 1201, message: long, request_id: 'r-1' }],
    ['one passed on', { message: long, data: { data: { code: 1201, request_id: 'r-1' } } }],
    ['a gateway’s', { error: { message: long, code: 'invalid_request' } }],
    ['one with a word', { code: 'invalid_request', message: long }],
  ])('makes no endless message: %s', async (_, body) => {
    const answer = () => Response.json(body, { status: 400 });
    const { message } = await failure(taskWith(answer).snapshot(), ApiError);
    expect(message).toContain('x'.repeat(900));
    expect(message.length).toBeLessThan(1_300);
  });

  it('makes no endless reason', async () => {
    const failed = looksLike('failed', { reason: long });
    const error = await failure(eventually(taskWith(failed).result()), TaskFailedError);
    expect(error.message.length).toBeLessThan(1_300);
  });

  it('is cut before anything is sought in it', async () => {
    // A pattern that tries each of these beginnings to the very end takes a second for this, and half a minute for a megabyte.
    const message = `not like this ${'(request id: '.repeat(12_000)}`;
    const answer = () => Response.json({ error: { message } }, { status: 400 });
    const error = await failure(taskWith(answer).snapshot(), ApiError);
    expect(error.message.length).toBeLessThan(1_300);
  });

  it('shows the id of a request only where it begins with it', async () => {
    const withId = (before: string) => () =>
      Response.json({ error: { message: `${before} (request id: 20260313abc)` } }, { status: 400 });
    const near = await failure(taskWith(withId('no')).snapshot(), ApiError);
    expect(near.requestId).toBe('20260313abc');
    const far = await failure(taskWith(withId(long)).snapshot(), ApiError);
    expect(far.requestId).toBeUndefined();
  });
});

/** Keys with all that JSON may escape. */
const key = 'canary/key<with>&all=of+it';
const secret = 'canary';

/** Ways to write a text in JSON. */
const writings: [string, (text: string) => string][] = [
  ['as everybody does', (text) => JSON.stringify(text)],
  ['with \\/', (text) => JSON.stringify(text).replaceAll('/', '\\/')],
  ['with \\u for what HTML knows', (text) => escaped(text, /[<>&=+/]/g)],
  ['with \\u for everything', (text) => escaped(text, /[\s\S]/g)],
  [
    'with \\U in capitals',
    (text) => escaped(text, /[\s\S]/g).replace(/[a-f]/g, (x) => x.toUpperCase()),
  ],
];
const escaped = (text: string, what: RegExp) => {
  const hex = (char: string) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`;
  return `"${text.replace(what, hex)}"`;
};

const bodies: [string, (said: string) => string][] = [
  ['Kling’s own', (said) => `{"code":1002,"message":${said},"request_id":${said}}`],
  [
    'one passed on',
    (said) => `{"message":${said},"data":{"data":{"code":1201,"request_id":${said}}}}`,
  ],
  ['a gateway’s', (said) => `{"error":{"message":${said},"code":${said}}}`],
  ['one with a word', (said) => `{"code":"bad_key","message":${said}}`],
];

/** All that can be seen of an error. */
const allOf = (error: Error) =>
  [inspect(error, { depth: 20, showHidden: true }), JSON.stringify(error), error.stack].join('\n');

describe.each(providerNames)('a key that %s repeats', (provider) => {
  const { handle, input, looksLike, name, readAt } = speaking(provider);
  const kling = (fetch: ReturnType<typeof scripted>['fetch']) =>
    createKling(
      providers[provider] as object as Provider<ApiKey>,
      { apiKey: key },
      { fetch },
    ) as object as AnyKling;

  it.each([980, 990, 999])(
    'is not in the error in part, where the text is cut: %d',
    async (before) => {
      const message = `${'x'.repeat(before)}${key}${'x'.repeat(1_000)}`;
      const answer = () => Response.json({ code: 1201, message }, { status: 400 });
      const task = kling(scripted(answer).fetch).resume(handle);
      const error = await failure(task.snapshot(), ApiError);
      expect(error.message).not.toContain('xc');
      expect(error.message.length).toBeLessThan(1_300);
    },
  );

  describe.each(writings)('%s', (_, write) => {
    it.each(bodies)('is not in the error: %s', async (_, body) => {
      const { fetch, requests } = scripted(text(body(write(`wrong: ${key}!`)), 400));
      const calls: (() => Promise<unknown>)[] = [
        () => kling(fetch)[name].create(input),
        () => kling(fetch).resume(handle).snapshot(),
      ];
      for (const call of calls) {
        const error = await failure(eventually(call()), KlingError);
        expect(requests.at(-1)?.authorization).toBe(`Bearer ${key}`);
        expect(allOf(error)).not.toContain(secret);
        expect(error.message).toContain('[key]');
      }
    });

    it.each(bodies)('is not in what a proxy passes on: %s', async (_, body) => {
      const { fetch, requests } = scripted(text(body(write(`wrong: ${key}!`)), 400));
      const proxy = createProxy(
        providers[provider] as object as Provider<ApiKey>,
        { apiKey: key },
        { allow: { [name]: ['read'] }, rate: { requests: 9, perSeconds: 60 }, fetch },
      );
      const answer = await proxy(new Request(`https://app.example/api${readAt}`));
      expect(requests[0]?.authorization).toBe(`Bearer ${key}`);
      expect(answer.status).toBe(400);
      const shown = JSON.stringify(await answer.json());
      expect(shown).not.toContain(secret);
      expect(shown).toContain('[key]');
    });

    it('is not in a task', async () => {
      const said = write(`wrong: ${key}!`);
      const failed = JSON.stringify(looksLike('failed', { reason: 'said' }));
      const { fetch } = scripted(text(failed.replace('"said"', () => said)));
      const task = kling(fetch).resume(handle);
      expect(JSON.stringify(await task.snapshot())).not.toContain(secret);
      const error = await failure(eventually(task.result()), TaskFailedError);
      expect(allOf(error)).not.toContain(secret);
    });
  });
});

describe.each(writings)('a token that is repeated %s', (_, write) => {
  it('is not in the error', async () => {
    signAtOnce();
    const pair = { accessKey: 'access-0123456789', secretKey: 'secret-0123456789' };
    const { fetch, requests } = scripted(({ authorization }) =>
      text(`{"code":1201,"message":${write(`${authorization} is wrong`)}}`, 400),
    );
    const task = createKling(klingai, pair, { fetch }).textToAudio.task('1');
    const error = await failure(task.snapshot(), ApiError);
    expect(requests[0]?.authorization).toMatch(/^Bearer eyJ/);
    expect(allOf(error)).not.toContain('eyJ');
  });
});

it('what is tried are different ways to write the same text', () => {
  const said = writings.map(([, write]) => write(key));
  expect(new Set(said).size).toBe(writings.length);
  expect(said.map((each) => JSON.parse(each))).toEqual(said.map(() => key));
});
