import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { jwt } from '../../src/auth.ts';
import { createKling, klingai } from '../../src/index.ts';
import { type Mock, startMock } from '../../src/mock/index.ts';
import { rain, raw } from '../support/mock-clients.ts';

vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 });

let mock: Mock;
beforeAll(async () => {
  mock = await startMock({ speed: 'instant', keys: { access: 'secret', other: 'another secret' } });
});
afterAll(() => mock.close());

const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
const now = Math.floor(Date.now() / 1000);

/** A token as Kling's sample makes it, made by hand. */
function token(claims: object = {}, { secret = 'secret', header = {} } = {}): string {
  const head = part({ alg: 'HS256', typ: 'JWT', ...header });
  const text = `${head}.${part({ iss: 'access', exp: now + 1800, nbf: now - 5, ...claims })}`;
  return `${text}.${createHmac('sha256', secret).update(text).digest('base64url')}`;
}

async function answerTo(authorization: string) {
  const answer = await raw(mock).create(rain, { authorization });
  return [answer.status, (await answer.json()).code];
}

describe('a token', () => {
  it.each<[string, string, number, number]>([
    ['as the sample makes it', token(), 200, 0],
    ['of another pair', token({ iss: 'other' }, { secret: 'another secret' }), 200, 0],
    ['without nbf', token({ nbf: undefined }), 200, 0],
    ['signed with another secret', token({}, { secret: 'wrong' }), 401, 1000],
    ['of an access key that nobody has', token({ iss: 'nobody' }), 401, 1000],
    ['that names a part of every object', token({ iss: 'toString' }), 401, 1000],
    ['that is not signed', `${token().split('.').slice(0, 2).join('.')}.`, 401, 1000],
    ['that asks for no signature', token({}, { header: { alg: 'none' } }), 401, 1000],
    [
      'whose claims were changed',
      token().replace(/\.\w+\./, `.${part({ iss: 'access', exp: now + 9e6 })}.`),
      401,
      1000,
    ],
    ['that is no JSON', 'a.b.c', 401, 1000],
    ['that never ends', token({ exp: undefined }), 401, 1000],
    ['that is not valid yet', token({ nbf: now + 60 }), 401, 1003],
    ['that has expired', token({ exp: now - 1 }), 401, 1004],
    ['that is neither', token({ nbf: now + 60, exp: now - 60 }), 401, 1003],
    ['that has expired, signed wrongly', token({ exp: now - 1 }, { secret: 'wrong' }), 401, 1000],
  ])('%s', async (_, made, status, code) => {
    expect(await answerTo(`Bearer ${made}`)).toEqual([status, code]);
  });

  it('made by the client is good, and one made with the wrong secret is not', async () => {
    const header = (secretKey: string) => jwt({ accessKey: 'access', secretKey }).header();
    expect(await answerTo(await header('secret'))).toEqual([200, 0]);
    expect(await answerTo(await header('wrong'))).toEqual([401, 1000]);
  });

  it('is still good when the mock is far ahead in time', async () => {
    mock.advance('2d');
    expect(await answerTo(`Bearer ${token()}`)).toEqual([200, 0]);
  });
});

it.each([
  ['', 1001],
  ['Bearer', 1002],
  ['Bearer ', 1002],
  ['Basic dXNlcjpwYXNz', 1002],
  ['token without a word before it', 1002],
])('an Authorization of "%s" is refused with 1001 or 1002', async (authorization, code) => {
  expect(await answerTo(authorization)).toEqual([401, code]);
});

it('without Authorization it is 1001', async () => {
  const answer = await fetch(raw(mock).to('/v1/audio/text-to-audio'));
  expect([answer.status, (await answer.json()).code]).toEqual([401, 1001]);
});

it.each(['key', 'sk-0123456789', 'two.parts', 'more.than.three.parts'])(
  'any key is good: %s',
  async (key) => {
    expect(await answerTo(`Bearer ${key}`)).toEqual([200, 0]);
  },
);

it.each(['bearer', 'BEARER', 'bEaReR'])('the scheme may be written %s', async (scheme) => {
  expect(await answerTo(`${scheme} key`)).toEqual([200, 0]);
  expect(await answerTo(`${scheme} ${token()}`)).toEqual([200, 0]);
  expect(await answerTo(`${scheme} ${token({ exp: now - 1 })}`)).toEqual([401, 1004]);
  // Of a route that is none, Prism alone decides.
  const headers = { authorization: `${scheme} key` };
  expect((await fetch(raw(mock).to('/v1/nothing'), { headers })).status).toBe(404);
});

it('the pair that a mock knows by itself is for the client to use', async () => {
  await using other = await startMock({ speed: 'instant' });
  const baseUrl = `${other.url}/klingai`;
  const connect = (secretKey: string) =>
    createKling(
      klingai,
      { accessKey: 'mock-access-key', secretKey },
      { baseUrl, onWarning: () => {} },
    );
  await connect('mock-secret-key').textToAudio.create(rain);
  await expect(connect('wrong').textToAudio.create(rain)).rejects.toMatchObject({ code: 1000 });
});

it('any pair is good where the mock was told none, as long as its tokens are in time', async () => {
  await using other = await startMock({ speed: 'instant' });
  const statusOf = async (made: string) =>
    (await raw(other).create(rain, { authorization: `Bearer ${made}` })).status;
  expect(await statusOf(token({ iss: 'anybody' }))).toBe(200);
  expect(await statusOf(token({ iss: 'anybody', exp: now - 1 }))).toBe(401);
  expect(await statusOf('a.b.c')).toBe(401);
});

it('no credential is ever shown', async () => {
  const key = 'canary-0123456789';
  await raw(mock).create(rain, { authorization: `Bearer ${key}` });
  await raw(mock).create({}, { authorization: `Bearer ${key}` });
  expect(JSON.stringify([mock.tasks, mock.requests])).not.toContain(key);
});
