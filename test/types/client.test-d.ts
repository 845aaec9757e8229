import { describe, expectTypeOf, it } from 'vitest';
import {
  type ApiError,
  cometapi,
  createKling,
  deerapi,
  type Kling,
  type KlingOptions,
  klingai,
  type Provider,
  type ServiceCode,
} from '../../src/index.ts';

const apiKey = 'k';
const accessKey = 'a';
const secretKey = 's';

describe('credentials', () => {
  it('are a key or a pair at Kling', () => {
    createKling(klingai, { apiKey });
    createKling(klingai, { accessKey, secretKey });
    // @ts-expect-error
    createKling(klingai, { apiKey, accessKey, secretKey });
    // @ts-expect-error
    createKling(klingai, { apiKey, secretKey });
    // @ts-expect-error
    createKling(klingai, { accessKey });
    // @ts-expect-error
    createKling(klingai, {});
  });

  it('are a key elsewhere', () => {
    createKling(cometapi, { apiKey });
    createKling(deerapi, { apiKey });
    // @ts-expect-error
    createKling(cometapi, { accessKey, secretKey });
    // @ts-expect-error
    createKling(deerapi, { accessKey, secretKey });
    // @ts-expect-error
    createKling(cometapi, { apiKey, secretKey });
    // @ts-expect-error
    createKling(deerapi, { key: apiKey });
    // @ts-expect-error
    createKling(cometapi, apiKey);
    // @ts-expect-error
    createKling(cometapi);
  });

  it('are not what an environment may lack', () => {
    // @ts-expect-error
    createKling(cometapi, { apiKey: process.env.COMETAPI_KEY });
    // @ts-expect-error
    createKling(klingai, { accessKey, secretKey: process.env.KLING_SECRET_KEY });
  });
});

it('options are those that there are', () => {
  const options: KlingOptions = { baseUrl: 'http://localhost', fetch, interval: 1 };
  createKling(cometapi, { apiKey }, options);
  createKling(cometapi, { apiKey }, { baseUrl: process.env.COMETAPI_BASE_URL });
  // @ts-expect-error
  createKling(cometapi, { apiKey }, { baseURL: 'http://localhost' });
});

it('a client has what the document of its provider has', () => {
  type Klingai = NonNullable<typeof klingai.types>;
  type OnlyAudio = { paths: Klingai['paths']; offered: Pick<Klingai['offered'], 'textToAudio'> };
  const provider: Provider<{ apiKey: string }, OnlyAudio, ''> = {
    name: klingai.name,
    origin: klingai.origin,
    prefix: klingai.prefix,
    dialect: klingai.dialect,
    offers: klingai.offers,
    lookupProves: klingai.lookupProves,
    auth: deerapi.auth,
  };
  const kling = createKling(provider, { apiKey });
  expectTypeOf<keyof typeof kling>().toEqualTypeOf<
    'textToAudio' | 'http' | 'durations' | 'resume'
  >();
});

it('a client can be named', () => {
  expectTypeOf(createKling(cometapi, { apiKey })).toExtend<{ textToAudio: object }>();
  type Own = Kling<NonNullable<typeof klingai.types>, ''>;
  expectTypeOf(createKling(klingai, { apiKey })).toEqualTypeOf<Own>();
});

describe('http', () => {
  const comet = createKling(cometapi, { apiKey });
  const path = { task_id: '1' };

  it('takes the routes of the document, without prefix', async () => {
    const { data, error } = await comet.http.GET('/v1/audio/text-to-audio/{task_id}', {
      params: { path },
    });
    expectTypeOf(data?.data.task_result?.audios?.[0]?.url_mp3).toEqualTypeOf<string | undefined>();
    // @ts-expect-error a refusal is documented, and is not data
    error?.data.task_id;
    comet.http.POST('/v1/videos/text2video', { body: { prompt: 'a boat' } });
    createKling(klingai, { apiKey }).http.GET('/v1/audio/text-to-audio');
  });

  it('takes no others', () => {
    // @ts-expect-error
    comet.http.GET('/kling/v1/audio/text-to-audio/{task_id}', { params: { path } });
    // @ts-expect-error
    comet.http.GET('/v1/audio/text-to-speech/{task_id}', { params: { path } });
    // @ts-expect-error CometAPI documents no lists
    comet.http.GET('/v1/audio/text-to-audio');
    // @ts-expect-error
    comet.http.GET('/v1/audio/text-to-audio/{task_id}');
    // @ts-expect-error
    comet.http.POST('/v1/videos/text2video', { body: { promt: 'a boat' } });
  });
});

it('the code of an error is one of the documented ones, or a number that nobody knows yet', () => {
  expectTypeOf<ApiError['code']>().toEqualTypeOf<ServiceCode | (number & {}) | undefined>();
  expectTypeOf<1302>().toExtend<ServiceCode>();
  expectTypeOf<5002>().toExtend<ServiceCode>();
  expectTypeOf<0>().not.toExtend<ServiceCode>();
  expectTypeOf<1305>().not.toExtend<ServiceCode>();
  expectTypeOf<1305>().toExtend<NonNullable<ApiError['code']>>();
});
