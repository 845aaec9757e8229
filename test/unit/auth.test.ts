import { createHmac } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Auth, bearer, jwt } from '../../src/client/auth.ts';
import { cometapi, createKling, klingai } from '../../src/index.ts';

const pair = { accessKey: 'AK-1', secretKey: 'SK-1' };
const start = 1_800_000_000;
const minutes = 60_000;

beforeEach(() => {
  vi.useFakeTimers({ now: start * 1000 });
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

async function tokenOf(auth: Auth) {
  const header = await auth.header();
  const [head = '', claims = '', signature = ''] = header.replace(/^Bearer /, '').split('.');
  const read = (part: string) => JSON.parse(Buffer.from(part, 'base64url').toString());
  return { header, signed: `${head}.${claims}`, head: read(head), claims: read(claims), signature };
}

describe('a static key', () => {
  it('is sent as it stands', () => {
    expect(bearer({ apiKey: 'sk-1' }).header()).toBe('Bearer sk-1');
  });
});

describe('a key pair', () => {
  it("makes the token of Kling's own sample: HS256, half an hour, valid from five seconds ago", async () => {
    const { head, claims } = await tokenOf(jwt(pair));
    expect(head).toEqual({ alg: 'HS256', typ: 'JWT' });
    expect(claims).toEqual({ iss: 'AK-1', exp: start + 1800, nbf: start - 5 });
  });

  it('signs it with the secret key', async () => {
    const { signed, signature } = await tokenOf(jwt(pair));
    expect(signature).toBe(createHmac('sha256', 'SK-1').update(signed).digest('base64url'));
  });

  it('keeps the token until a minute before it ends', async () => {
    const auth = jwt(pair);
    const { header } = await tokenOf(auth);
    vi.advanceTimersByTime(29 * minutes - 1_000);
    expect((await tokenOf(auth)).header).toBe(header);
    vi.advanceTimersByTime(1_000);
    expect((await tokenOf(auth)).claims.exp).toBe(start + 29 * 60 + 1800);
  });

  it('signs once for a hundred callers at the same time', async () => {
    const sign = vi.spyOn(crypto.subtle, 'sign');
    const auth = jwt(pair);
    const headers = await Promise.all(Array.from({ length: 100 }, () => auth.header()));
    expect(sign).toHaveBeenCalledTimes(1);
    expect(new Set(headers).size).toBe(1);
  });

  it('signs once more for all who were refused together', async () => {
    const auth = jwt(pair);
    await auth.header();
    vi.advanceTimersByTime(5 * minutes);
    const sign = vi.spyOn(crypto.subtle, 'sign');
    for (let refused = 0; refused < 3; refused++) {
      auth.renew?.();
      await auth.header();
    }
    expect(sign).toHaveBeenCalledTimes(1);
  });

  it('gives up a token that was made by a clock which has been set back since', async () => {
    const auth = jwt(pair);
    await auth.header();
    vi.setSystemTime((start - 3600) * 1000);
    auth.renew?.();
    expect((await tokenOf(auth)).claims.nbf).toBe(start - 3600 - 5);
  });

  it('follows a clock that is wrong, and that clock when somebody puts it right', async () => {
    const warnings: string[] = [];
    const auth = jwt(pair, (line) => warnings.push(line));
    const behind = async (seconds: number) => {
      auth.renew?.(Date.now() + seconds * 1000);
      return (await tokenOf(auth)).claims.nbf + 5 - start;
    };
    expect(await behind(3_600)).toBe(3_600);
    expect(await behind(3_600)).toBe(3_600);
    // Refused for another reason, by an answer without a date.
    auth.renew?.();
    expect((await tokenOf(auth)).claims.nbf + 5 - start).toBe(3_600);
    expect(await behind(0)).toBe(0);
    expect(await behind(-10)).toBe(-10);
    expect(await behind(-5)).toBe(-10);
    expect(await behind(90_000)).toBe(-10);
    expect(warnings).toHaveLength(3);
  });

  it('tries again after signing has failed', async () => {
    vi.spyOn(crypto.subtle, 'sign').mockRejectedValueOnce(new Error('busy'));
    const auth = jwt(pair);
    await expect(auth.header()).rejects.toThrow('busy');
    await expect(auth.header()).resolves.toMatch(/^Bearer /);
  });
});

describe('a key that cannot be one', () => {
  it.each([
    ['', 'apiKey is missing'],
    [undefined, 'apiKey is missing'],
    [null, 'apiKey is missing'],
    ['sk canary', 'apiKey is not a key'],
    ['canary\n', 'apiKey is not a key'],
    ['“canary”', 'apiKey is not a key'],
    [{ canary: 1 }, 'apiKey is not a key'],
  ])('is refused at once without being shown: %j', (apiKey, message) => {
    const create = () => createKling(cometapi, { apiKey: apiKey as string });
    expect(create).toThrow(TypeError);
    expect(create).toThrow(message);
    expect(create).not.toThrow('canary');
  });

  it('is named, also in a pair', () => {
    const create = (credentials: object) => () =>
      createKling(klingai, credentials as { apiKey: string });
    expect(create({ accessKey: 'AK', secretKey: '' })).toThrow('secretKey is missing');
    expect(create({ accessKey: '', secretKey: 'SK' })).toThrow('accessKey is missing');
    expect(create({ apiKey: undefined })).toThrow('apiKey is missing');
    expect(create({})).toThrow('apiKey is missing');
  });
});
