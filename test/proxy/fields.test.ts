import { describe, expect, it } from 'vitest';
import { fields } from '../../generated/fields.ts';
import { parse } from '../../src/client/json.ts';
import { documentedOperations, requestSchema } from '../../src/contract/documented.ts';
import { providerNames, providers } from '../../src/documents/documents.ts';
import { deerapi, klingai } from '../../src/index.ts';
import { createProxy, fromNode, toNode } from '../../src/proxy/index.ts';
import { arbitrary, randomFrom } from '../support/arbitrary.ts';
import { scripted } from '../support/fetch.ts';
import { accepted } from '../support/kling.ts';
import { serve } from '../support/serve.ts';
import { importsOf } from '../support/source.ts';
import { home, key, proxied, said } from './support.ts';

describe('what is nested in a body', () => {
  const text2video = '/v1/videos/text2video';

  it.each<[string, object]>([
    ['camera_control.speed', { camera_control: { type: 'simple', speed: 1 } }],
    ['camera_control.config.speed', { camera_control: { config: { pan: 1, speed: 1 } } }],
    ['camera_control.prompt', { camera_control: { prompt: 'x' } }],
    ['camera_control.0', { camera_control: [{ type: 'simple' }] }],
    ['camera_control.type.type', { camera_control: { type: { type: 'simple' } } }],
    ['multi_prompt.1.seed', { multi_prompt: [{ index: 1 }, { index: 2, seed: 7 }] }],
    ['multi_prompt.0.0', { multi_prompt: [[{ index: 1 }]] }],
    ['multi_prompt.index', { multi_prompt: { index: 1 } }],
    ['watermark_info.constructor', { watermark_info: { constructor: 1 } }],
    ['prompt.0', { prompt: ['rain'] }],
    ['prompt.text', { prompt: { text: 'rain' } }],
  ])('of what is nested in a body, what the document has there: %s', async (field, more) => {
    const { post, seen } = proxied();
    const body = { prompt: 'a boat', ...more };
    expect(await said(await post(body, {}, text2video))).toEqual([
      400,
      `klingai has no field "${field}" in this operation`,
    ]);
    expect(seen).toEqual([]);
  });

  it('a body with everything that the document has passes whole', async () => {
    const { post, seen } = proxied();
    const body = {
      prompt: null,
      multi_prompt: [{ index: 1, prompt: 'a', duration: '5' }, {}, 7],
      camera_control: { type: 'simple', config: { pan: 1, zoom: null } },
      watermark_info: { enabled: true },
    };
    expect((await post(body, {}, text2video)).status).toBe(200);
    expect(await seen[0]?.json()).toEqual(body);
  });

  /** Nested so deep that `JSON.stringify` cannot write it. */
  const deep = (open: string, close: string) => open.repeat(20_000) + close.repeat(20_000);

  it.each([
    ['lists', klingai, deep('[', ']')],
    ['a field of lists', klingai, `{"prompt":${deep('[', ']')}}`],
    ['a field of objects', klingai, `{"prompt":${deep('{"a":', '}').replace(':}', ':1}')}}`],
    ['a field that does not exist', klingai, deep('{"a":', '}').replace(':}', ':1}')],
    ['a field with fields', klingai, `{"camera_control":{"config":${deep('[', ']')}}}`],
    ['a list of objects', klingai, `{"multi_prompt":${deep('[', ']')}}`],
    ['a field where anything may stand', deerapi, `{"camera_control":${deep('[', ']')}}`],
    ['a broken end', klingai, '['.repeat(60_000)],
  ])('a body that is nested 20,000 deep is refused: %s', async (_, provider, body) => {
    const { fetch, requests } = scripted(accepted());
    const allow = { textToVideo: ['create'] } as const;
    const rate = { requests: 9, perSeconds: 1 };
    const options = { allow, rate, fetch, maxBytes: 1_000_000 };
    const proxy = createProxy(provider as typeof klingai, { apiKey: key }, options);
    // As plainly as it can be mounted: what the handler throws would end the process.
    await using server = await serve(async (incoming, outgoing) => {
      await toNode(await proxy(fromNode(incoming)), outgoing);
    });
    const path = `${server.url}${provider.prefix}${text2video}`;
    const answer = await globalThis.fetch(path, { method: 'POST', body });
    expect([answer.status, (await answer.json()).error.type]).toEqual([400, 'kling_fetch_proxy']);
    expect([requests, server.failures]).toEqual([[], []]);
  });

  it('what a document leaves open may hold anything of a reasonable depth', async () => {
    const { fetch, requests } = scripted(accepted());
    const allow = { textToVideo: ['create'] } as const;
    const rate = { requests: 9, perSeconds: 1 };
    const proxy = createProxy(deerapi, { apiKey: key }, { allow, rate, fetch });
    const body = JSON.stringify({ prompt: 'x', camera_control: { any: [{ thing: [1] }] } });
    const url = `${home}/kling${text2video}`;
    expect((await proxy(new Request(url, { method: 'POST', body }))).status).toBe(200);
    expect(requests).toHaveLength(1);
  });
});

describe('the table of fields', () => {
  it('is all that the proxy carries of the documents', () => {
    const files = new Set(['src/proxy/index.ts']);
    for (const file of files) {
      if (!/^(src|generated)\//.test(file)) continue;
      for (const imported of importsOf(file)) files.add(imported);
    }
    expect([...files]).toContain('generated/fields.ts');
    expect([...files].filter((file) => /\.document\.ts$|openapi\//.test(file))).toEqual([]);
    expect(JSON.stringify(fields).length).toBeLessThan(20_000);
  });

  it.each(providerNames)('has all that a body for %s may hold', async (name) => {
    const random = randomFrom(14);
    const bodies = documentedOperations(name).flatMap((each) => {
      const schema = requestSchema(each);
      const isKnown = each.action === 'create' || each.action === 'call';
      return schema && each.name && isKnown
        ? [{ operation: each.name, action: each.action, path: each.path, schema }]
        : [];
    });
    expect(bodies.length).toBeGreaterThan(3);
    for (const { operation, action = 'call', path, schema } of bodies) {
      const { fetch, requests } = scripted(accepted());
      const proxy = createProxy(
        providers[name] as typeof klingai,
        { apiKey: key },
        { allow: { [operation]: [action] }, rate: { requests: 99, perSeconds: 1 }, fetch },
      );
      const values = { callback_url: () => undefined };
      for (let count = 0; count < 20; count++) {
        const body = JSON.stringify(arbitrary(schema, { random, values, must: new Set() }));
        const { status } = await proxy(new Request(home + path, { method: 'POST', body }));
        // Ids that are numbers reach the provider as texts, with all digits.
        expect([status, requests.at(-1)?.body], body).toEqual([200, parse(body)]);
      }
      expect(requests).toHaveLength(20);
    }
  });
});
