import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { cometapi, createKling, klingai } from '../../src/index.ts';
import { type Seen, scripted } from '../support/fetch.ts';
import { collectGarbage } from '../support/garbage.ts';
import { looksLike, taskId } from '../support/kling.ts';

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

describe('a key', () => {
  const key = { apiKey: 'canary' };

  it.each([
    'http://api.cometapi.com',
    'http://192.168.0.1:4010',
    'http://localhost.example.com',
    'http://127.0.0.1.example.com',
  ])('is not sent in the clear to %s, unless that is allowed', (baseUrl) => {
    expect(() => createKling(cometapi, key, { baseUrl })).toThrow(/use https, or allowInsecure/);
    createKling(cometapi, key, { baseUrl, allowInsecure: true });
  });

  it.each(['ftp://localhost.example', 'localhost:4010', '//api.example', 'https://', ''])(
    'is not sent to %j, which is no address of a server',
    (baseUrl) => {
      const create = () => createKling(cometapi, key, { baseUrl, allowInsecure: true });
      expect(create).toThrow('a base URL begins with https://');
    },
  );

  it.each([
    'http://localhost:4010/cometapi',
    'http://127.0.0.1:1',
    'http://[::1]:1',
    'http://a.localhost',
  ])('may go to this machine: %s', (baseUrl) => {
    expect(() => createKling(cometapi, key, { baseUrl })).not.toThrow();
  });

  it('is refused in a page, unless the caller says that he knows, or it is for a mock here', () => {
    vi.stubGlobal('window', {});
    vi.stubGlobal('document', {});
    expect(() => createKling(cometapi, key)).toThrow(/dangerouslyAllowBrowser/);
    createKling(cometapi, key, { dangerouslyAllowBrowser: true });
    createKling(cometapi, key, { baseUrl: 'http://localhost:4010/cometapi' });
  });

  it('does not follow a redirect', async () => {
    const { fetch, requests } = scripted(
      () => new Response(null, { status: 307, headers: { location: 'https://elsewhere.example' } }),
    );
    const { textToAudio } = createKling(cometapi, key, { fetch });
    await expect(textToAudio.task('1').snapshot()).rejects.toMatchObject({ status: 307 });
    expect(requests).toHaveLength(1);
  });
});

it('an answer without end is not read to its end', async () => {
  let pulled = 0;
  const endless = () =>
    new Response(
      new ReadableStream({
        pull(controller) {
          pulled += 1;
          controller.enqueue(new Uint8Array(1024 * 1024));
        },
      }),
    );
  const { fetch } = scripted(endless);
  const { textToAudio } = createKling(cometapi, { apiKey: 'k' }, { fetch });
  await expect(textToAudio.task('1').snapshot()).rejects.toMatchObject({
    name: 'ConnectionError',
    cause: { message: 'more than 10485760 bytes' },
  });
  expect(pulled).toBeLessThan(20);
});

it('an answer that nobody sends any more is given up in time, also when garbage is collected', async () => {
  // Nothing but the request under way holds this stream.
  const { fetch } = scripted(() => new Response(new ReadableStream()));
  const { textToAudio } = createKling(
    cometapi,
    { apiKey: 'k' },
    { fetch, requestTimeout: 100, createTimeout: 150 },
  );
  const ended = textToAudio.create({ prompt: 'rain', duration: 5 }).catch(String);
  await collectGarbage(50);
  expect(await ended).toMatch(/^CreateUncertainError/);
});

describe('a clock that is wrong', () => {
  const pair = { accessKey: 'a', secretKey: 's' };
  const claims = ({ authorization }: Seen) => JSON.parse(atob(authorization?.split('.')[1] ?? ''));

  /** A provider whose clock is ahead of ours, and that looks at the token. */
  function ahead(seconds: number) {
    const clock = () => Date.now() / 1000 + seconds;
    const warnings: string[] = [];
    const { fetch, requests } = scripted((seen: Seen) => {
      const { nbf, exp } = claims(seen);
      const code = clock() < nbf ? 1003 : clock() >= exp ? 1004 : 0;
      const body = code ? { code, message: 'token', request_id: 'r' } : looksLike('processing');
      const date = new Date(clock() * 1000).toUTCString();
      return Response.json(body, { status: code ? 401 : 200, headers: { date } });
    });
    const options = { fetch, onWarning: (message: string) => void warnings.push(message) };
    return {
      task: createKling(klingai, pair, options).textToAudio.task(taskId),
      requests,
      warnings,
    };
  }

  beforeEach(() => {
    vi.useFakeTimers({ now: Date.UTC(2026, 10, 20) });
  });

  it.each([-86_000, -3_600, 3_600, 86_000])('by %d s is put right, once, and said', async (off) => {
    const { task, requests, warnings } = ahead(off);
    await task.snapshot();
    await task.snapshot();
    expect(requests).toHaveLength(3);
    expect(warnings).toEqual([expect.stringMatching(/clock is off by -?\d+ seconds/)]);
    vi.setSystemTime(Date.now() + 3_600_000);
    await task.snapshot();
    expect(requests).toHaveLength(4);
  });

  it('by more than a day is not believed', async () => {
    const { task, requests } = ahead(200_000);
    await expect(task.snapshot()).rejects.toMatchObject({ code: 1004 });
    expect(requests).toHaveLength(2);
  });
});
