import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import { stringify } from 'yaml';
import { providerNames } from '../../src/documents/documents.ts';
import { driftSpec, updateSpec } from '../../src/drift/published/drift.ts';
import { PageError } from '../../src/drift/published/published-page.ts';
import { type Contract, readContracts } from '../../src/drift/published/vendored.ts';
import type { Loose } from './spec-seeds.ts';

// Reading and rewriting whole documents takes its time on a busy machine.

/** The document of a provider, which nothing may change. */
const kept = async (provider: string): Promise<Loose> =>
  (await readContracts()).find((each) => each.provider === provider)?.document ?? {};
/** The same, to be changed. */
const vendored = async (provider: string): Promise<Loose> => structuredClone(await kept(provider));
const sources: Loose = JSON.parse(await readFile('openapi/sources.json', 'utf8'));

/** How many operations are vendored. */
const all = providerNames.flatMap((name) => Object.keys(sources[name])).length;

const open: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  vi.useRealTimers();
  for (const close of open.splice(0)) await close();
});

async function folderOf(files: Record<string, string>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'kling-fetch-'));
  open.push(() => rm(folder, { recursive: true, force: true }));
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  return folder;
}

const own = new Map<Contract, Contract['pages']>();
// As if the sentences of the vendored documents, which are ours, were those of the providers' pages.
beforeAll(async () => {
  for (const contract of await readContracts()) {
    const { provider } = contract;
    own.set(contract, contract.pages);
    contract.pages = {};
    const from = await folderOf({ whole: JSON.stringify(await vendored(provider)) });
    const files = await updateSpec({ from, provider });
    const hashes = files.find(({ path }) => path === `pages/${provider}.json`);
    contract.pages = JSON.parse(hashes?.text ?? '{}');
  }
});
afterAll(() => {
  for (const [contract, pages] of own) contract.pages = pages;
});

/** A document with one operation of a provider, its answer 200 and nothing of other pages. */
async function pageOf(provider: string, path: string, method: string): Promise<Loose> {
  const document = await kept(provider);
  const { responses, ...operation } = document.paths[path][method];
  const paths = { [path]: { [method]: { ...operation, responses: { 200: responses[200] } } } };
  return structuredClone(withoutUnused({ ...document, paths }));
}

/** The document without the components that nothing refers to, as a page has none. */
function withoutUnused(document: Loose): Loose {
  const { components, ...rest } = document;
  const used = new Set<string>();
  const follow = (part: Loose) => {
    for (const [, kind = '', name = ''] of JSON.stringify(part).matchAll(
      /"#\/components\/(\w+)\/(\w+)"/g,
    )) {
      if (used.has(`${kind} ${name}`)) continue;
      used.add(`${kind} ${name}`);
      follow(components[kind][name]);
    }
  };
  follow(rest);
  const left = Object.entries<Loose>(components).map(([kind, held]) => {
    const isUsed = ([name]: [string, unknown]) =>
      kind === 'securitySchemes' || used.has(`${kind} ${name}`);
    return [kind, Object.fromEntries(Object.entries(held).filter(isUsed))];
  });
  return { ...rest, components: Object.fromEntries(left) };
}

const fenced = (text: string) => `# Title\n\nWords.\n\n\`\`\`\`yaml\n${text}\n\`\`\`\`\n`;

describe('a folder of published documents', () => {
  it('gives no findings when it holds the vendored documents, whole', async () => {
    const documents = await Promise.all(
      providerNames.map(async (name, index) => [`${index}`, JSON.stringify(await vendored(name))]),
    );
    const report = await driftSpec({ from: await folderOf(Object.fromEntries(documents)) });
    const { operations = [], ...rest } = report;
    expect(rest).toEqual({ checked: all, skipped: [], findings: [] });
    expect(operations).toHaveLength(all);
  });

  it('gives no findings when it holds them page by page, in any form and under any file name', async () => {
    // To read YAML takes much longer than JSON, so it is the form of every eighth.
    const forms = [
      stringify,
      (page: Loose) => fenced(stringify(page)),
      ...Array(14).fill(JSON.stringify),
    ];
    const pages: [string, string][] = [];
    for (const provider of providerNames) {
      for (const name of Object.keys(sources[provider])) {
        const [method = '', path = ''] = name.split(' ');
        const form = forms[pages.length % forms.length] ?? JSON.stringify;
        const page = await pageOf(provider, path, method.toLowerCase());
        pages.push([`${pages.length}.${'txt md'.split(' ')[pages.length % 2]}`, form(page)]);
      }
    }
    const report = await driftSpec({ from: await folderOf(Object.fromEntries(pages)) });
    const { operations = [], ...rest } = report;
    expect(rest).toEqual({ checked: all, skipped: [], findings: [] });
    expect(operations).toHaveLength(all);
  });

  it('gives the operations that it has no page about, and why', async () => {
    const page = await pageOf('deerapi', '/kling/v1/audio/text-to-audio', 'post');
    const from = await folderOf({ page: JSON.stringify(page), notes: 'Just words.' });
    const { checked, skipped, findings } = await driftSpec({ from, provider: 'deerapi' });
    expect({ checked, findings }).toEqual({ checked: 1, findings: [] });
    expect(skipped).toEqual([
      { what: join(from, 'notes'), why: 'nothing in it could be read', failed: true },
      ...Object.keys(sources.deerapi)
        .filter((name) => /^POST (?!.*text-to-audio)/.test(name))
        .map((name) => ({
          what: `deerapi ${name}`,
          why: `no file in ${from} has it`,
          failed: true,
        })),
      {
        what: 'deerapi GET /kling/v1/{action}/{action2}/{task_id}',
        why: 'the provider publishes nothing about it',
      },
    ]);
  });

  it('of one page has only what is on it, and the operations that are named of its provider', async () => {
    const document = await vendored('klingai');
    document.paths = Object.fromEntries(
      Object.entries(document.paths).filter(([path]) => path.includes('text-to-audio')),
    );
    const from = join(await folderOf({ page: JSON.stringify(document) }), 'page');
    const failed = async (operations?: ('textToAudio' | 'textToVideo')[]) =>
      (await driftSpec({ from, operations })).skipped.filter((each) => each.failed);
    expect(await failed()).toEqual([]);
    expect(await failed(['textToAudio'])).toEqual([]);
    expect((await failed(['textToAudio', 'textToVideo'])).map(({ what }) => what)).toEqual([
      'klingai POST /v1/videos/text2video',
      'klingai GET /v1/videos/text2video',
      'klingai GET /v1/videos/text2video/{task_id}',
    ]);
  });

  it('gives an operation as removed when its page is there, or the rest of the document', async () => {
    const route = '/v1/audio/text-to-audio';
    const page = await vendored('klingai');
    page.paths = { [route]: { post: page.paths[route].post } };
    const kinds = async (document: object) => {
      const from = await folderOf({ page: JSON.stringify(document) });
      const { findings } = await driftSpec({ from });
      return findings
        .filter(({ kind }) => kind.startsWith('operation'))
        .map(({ kind, operation, severity }) => [kind, operation, severity]);
    };
    // Kling has three operations on one page.
    expect(await kinds(page)).toEqual([
      ['operation-removed', `GET ${route}`, 'breaking'],
      ['operation-removed', `GET ${route}/{task_id}`, 'breaking'],
    ]);
    const whole = await vendored('cometapi');
    delete whole.paths['/kling/v1/videos/text2video'];
    whole.paths['/kling/v1/audio/dreams'] = { post: { responses: {} } };
    expect(await kinds(whole)).toEqual([
      ['operation-removed', 'POST /kling/v1/videos/text2video', 'breaking'],
      ['operation-added', 'POST /kling/v1/audio/dreams', 'info'],
    ]);
  });

  it('has a page that is called like the end of several addresses taken for none of the others', async () => {
    const lastOf = (address: string) => address.split('/').at(-1) ?? '';
    const own = Object.entries<Loose>(sources.klingai);
    const addresses: string[] = own.map(([, source]) => source.address);
    const address = `${addresses.find((each) =>
      addresses.some((other) => other !== each && lastOf(other) === lastOf(each)),
    )}`;
    const page = await vendored('klingai');
    const isOn = ([path]: [string, unknown]) =>
      own.some(([key, source]) => source.address === address && key.endsWith(` ${path}`));
    page.paths = Object.fromEntries(Object.entries(page.paths).filter(isOn));
    const { findings } = await driftSpec({
      from: await folderOf({ [lastOf(address)]: JSON.stringify(page) }),
    });
    expect(findings.filter(({ kind }) => kind === 'operation-removed')).toEqual([]);
  });

  it('has a page matched by the document that it says it shows, even when its operation is another one', async () => {
    const page = await pageOf('cometapi', '/kling/v1/videos/text2video', 'post');
    const { '/kling/v1/videos/text2video': item } = page.paths;
    page.paths = { '/kling/v2/videos/create': item };
    const info = 'yaml api/openapi/video/kling/post-text-to-video.openapi.json POST /x';
    const from = await folderOf({ page: `\`\`\`${info}\n${stringify(page)}\n\`\`\`` });
    const { findings } = await driftSpec({ from });
    const found = findings.filter(({ kind }) => kind.startsWith('operation'));
    expect(found.map(({ kind, operation }) => [kind, operation])).toEqual([
      ['operation-removed', 'POST /kling/v1/videos/text2video'],
      ['operation-added', 'POST /kling/v2/videos/create'],
    ]);
  });

  it('may have pages that name another host, if the provider is given', async () => {
    const page = await pageOf('cometapi', '/kling/v1/audio/text-to-audio', 'post');
    page.servers = [{ url: 'https://api.example.com' }];
    const from = await folderOf({ page: JSON.stringify(page) });
    const { findings } = await driftSpec({ from, provider: 'cometapi' });
    expect(findings).toMatchObject([
      {
        kind: 'server-changed',
        severity: 'breaking',
        operation: '',
        location: '#/servers/0/url',
        expected: 'https://api.cometapi.com',
        actual: ['https://api.example.com'],
      },
    ]);
    // CometAPI and DeerAPI have the same paths.
    await expect(driftSpec({ from })).rejects.toThrow('no page about an operation');
    page.servers = [{ url: 'https://eu.cometapi.com' }];
    await writeFile(join(from, 'page'), JSON.stringify(page));
    expect((await driftSpec({ from })).findings).toMatchObject([{ provider: 'cometapi' }]);
  });

  it('need not have the statuses that were read on other pages, unless it has them for another operation', async () => {
    const document = await vendored('cometapi');
    const { responses } = document.paths['/kling/v1/audio/text-to-audio'].post;
    delete responses[429];
    const from = await folderOf({ page: JSON.stringify(document) });
    expect((await driftSpec({ from })).findings).toMatchObject([
      {
        kind: 'response-status-removed',
        location: '#/paths/~1kling~1v1~1audio~1text-to-audio/post/responses/429',
      },
    ]);
    for (const item of Object.values<Loose>(document.paths)) {
      for (const operation of Object.values<Loose>(item)) delete operation.responses[429];
    }
    await writeFile(join(from, 'page'), JSON.stringify(document));
    expect((await driftSpec({ from })).findings).toEqual([]);
  });

  it('gives corrections that the provider has adopted, and those whose target is gone', async () => {
    const page = await pageOf('cometapi', '/kling/v1/audio/text-to-audio', 'post');
    const { properties } =
      page.paths['/kling/v1/audio/text-to-audio'].post.requestBody.content['application/json']
        .schema;
    properties.prompt.maxLength = 200;
    delete properties.duration;
    const from = await folderOf({ page: JSON.stringify(page) });
    const { findings } = await driftSpec({ from });
    const corrections = findings.filter(({ kind }) => kind.startsWith('overlay'));
    expect(corrections.map(({ kind, location }) => [kind, location])).toEqual([
      ['overlay-unused', 'overlays/cometapi/text-to-audio.yaml#/actions/0'],
      ['overlay-unused', 'overlays/cometapi/text-to-audio.yaml#/actions/1'],
      ['overlay-adopted', 'overlays/cometapi/text-to-audio.yaml#/actions/2'],
    ]);
    // As we had it corrected all along, it breaks nobody.
    const limit = findings.filter(({ location }) => location.endsWith('prompt/maxLength'));
    expect(limit.map(({ kind, severity }) => [kind, severity])).toEqual([
      ['request-limit-tightened', 'info'],
    ]);
  });

  it('is refused when it has nothing about our operations, or does not exist', async () => {
    const from = await folderOf({ notes: 'Just words.' });
    await expect(driftSpec({ from })).rejects.toThrow(PageError);
    await expect(driftSpec({ from: join(from, 'nowhere') })).rejects.toThrow(PageError);
  });
});

describe('the addresses of the providers', () => {
  /** Sends every request to a server on this machine instead. */
  async function published(listener: RequestListener) {
    const server = createServer(listener);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    open.push(async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    });
    const { port } = server.address() as AddressInfo;
    return (url: string, init: RequestInit) =>
      fetch(`http://127.0.0.1:${port}${new URL(url).pathname}`, init);
  }

  const fetched = Object.entries<Loose>(sources.cometapi).filter(
    ([, { certainty }]) => certainty !== 'inferred',
  );
  const routes = new Map(
    fetched.map(([name, { address }]) => [new URL(address).pathname, name.split(' ')]),
  );
  /** Answers with the page that is asked for, changed. */
  const answering =
    (change: (page: Loose) => void = () => {}): RequestListener =>
    async (request, response) => {
      // A page is asked for as Markdown where its address has no ending.
      const asked = (request.url ?? '').replace(/\.md$/, '');
      const [method = '', path = ''] = routes.get(request.url ?? '') ?? routes.get(asked) ?? [];
      const page = await pageOf('cometapi', path, method.toLowerCase());
      change(page);
      response.end(JSON.stringify(page));
    };

  it('are fetched once each and compared', async () => {
    const asked: string[] = [];
    const done: string[] = [];
    const answer = answering((page) => {
      for (const item of Object.values<Loose>(page.paths)) delete item.get?.responses[200].content;
    });
    const report = await driftSpec({
      provider: 'cometapi',
      fetch: await published((request, response) => {
        asked.push(request.url ?? '');
        answer(request, response);
      }),
      onProgress: ({ what, done: count, total }) =>
        done.push(`${count}/${total} ${new URL(what).pathname}`),
    });
    expect(asked.map((path) => path.replace(/\.md$/, '')).sort()).toEqual(
      [...routes.keys()].sort(),
    );
    const { size } = routes;
    expect(done.map((line) => line.split(' ')[0])).toEqual(
      Array.from({ length: size }, (_, index) => `${index + 1}/${size}`),
    );
    expect(report.skipped.filter(({ failed }) => failed)).toEqual([]);
    expect(report).toMatchObject({
      checked: fetched.length,
      findings: [
        ...fetched
          .filter(([name]) => name.startsWith('GET'))
          .map(([operation]) => ({ kind: 'media-type-changed', operation })),
      ],
    });
  });

  it('are requested as Markdown where they are pages for people', async () => {
    const asked: string[] = [];
    const fetch = await published((request, response) => {
      asked.push(`${request.headers.accept?.split(',')[0]} ${request.url}`);
      expect(request.headers['user-agent']).toMatch(/^kling-fetch-drift /);
      response.end('Just words.');
    });
    const { skipped } = await driftSpec({ provider: 'klingai', fetch });
    const path = '/document-api/api/video/audio-generation/text-to-audio';
    expect(asked).toContain(`text/markdown ${path}.md`);
    expect(skipped).toContainEqual({
      what: `https://kling.ai${path}`,
      why: `https://kling.ai${path} has nothing that could be read`,
      failed: true,
    });
  });

  const address =
    'https://apidoc.cometapi.com/api/openapi/video/kling/post-text-to-video.openapi.json';
  const troubles: [string, RequestListener, string][] = [
    ['HTML', (_, response) => response.end('<!doctype html><p>Log in'), 'answered with HTML'],
    ['446', (_, response) => response.writeHead(446).end(), 'answered with HTTP 446, as Kling'],
    ['a refusal', (_, response) => response.writeHead(404).end('no'), 'answered with HTTP 404'],
    ['nothing', (_, response) => response.end(), 'is empty'],
    ['half a document', (_, response) => response.end('{"openapi": "3'), 'is not valid JSON'],
    ['no answer at all', () => {}, 'did not answer within 30000 ms'],
    [
      'an answer that never ends',
      (_, response) => response.write('{'),
      'did not answer within 30000 ms',
    ],
    ['a broken connection', (request) => request.socket.destroy(), 'cannot be reached'],
    [
      '50 MB',
      (_, response) => {
        const piece = 'a'.repeat(1024 * 1024);
        for (let sent = 0; sent < 50; sent += 1) response.write(piece);
        response.end();
      },
      'is larger than 5 MB',
    ],
  ];
  it.each(troubles)(
    'that give %s are named as checks that could not be made',
    async (_, trouble, why) => {
      const answer = answering();
      const fetch = await published((request, response) =>
        request.url?.includes('post-text-to-video')
          ? trouble(request, response)
          : answer(request, response),
      );
      // Time passes only when the others have been compared, so that none of them is ever late.
      vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
      onTestFinished(() => void vi.useRealTimers());
      const onProgress = ({ done, total }: { done: number; total: number }) => {
        if (done === total - 1 && why.startsWith('did not answer')) vi.advanceTimersByTime(30_000);
      };
      const report = await driftSpec({ provider: 'cometapi', fetch, timeout: 30_000, onProgress });
      expect(report.skipped.filter(({ failed }) => failed)).toEqual([
        { what: address, why: expect.stringContaining(`${address} ${why}`), failed: true },
      ]);
      expect(report.skipped[0]?.why).not.toContain('\n');
      // The others are compared all the same.
      expect(report).toMatchObject({ checked: fetched.length - 1, findings: [] });
    },
  );

  it('are named one by one when they cannot be reached', async () => {
    const fetch = () => globalThis.fetch('http://127.0.0.1:1/');
    const { checked, skipped, findings } = await driftSpec({ fetch });
    expect({ checked, findings }).toEqual({ checked: 0, findings: [] });
    const addresses = providerNames.flatMap((name) =>
      Object.values<Loose>(sources[name]).flatMap(({ certainty, address }) =>
        certainty === 'inferred' ? [] : address,
      ),
    );
    const failed = skipped.filter((each) => each.failed).map(({ what }) => what);
    expect(failed).toEqual(expect.arrayContaining(addresses));
  });
});

describe('an update', () => {
  it('gives the files that change, with the date', async () => {
    const page = await pageOf('cometapi', '/kling/v1/audio/text-to-audio', 'post');
    const { post } = page.paths['/kling/v1/audio/text-to-audio'];
    post.requestBody.content['application/json'].schema.properties.seed = { type: 'integer' };
    const from = await folderOf({ page: JSON.stringify(page) });
    const files = await updateSpec({ from });
    expect(files.map(({ path }) => path)).toEqual(['cometapi/text-to-audio.yaml']);
    const before = (await readFile('openapi/cometapi/text-to-audio.yaml', 'utf8')).split('\n');
    const fresh = files[0]?.text.split('\n').filter((line) => !before.includes(line));
    const today = new Date().toISOString().slice(0, 10);
    expect(fresh).toEqual([`      x-read: ${today}`, '                seed: { type: integer }']);
  });

  it('gives the file of what operations share where that changed for all of them', async () => {
    const page = await vendored('cometapi');
    const { data } = page.components.schemas.AudioTaskAccepted.properties;
    data.properties.queue = { type: 'integer' };
    const files = await updateSpec({ from: await folderOf({ page: JSON.stringify(page) }) });
    expect(files.slice(0, 3).map(({ path }) => path)).toEqual([
      'cometapi/shared.yaml',
      'cometapi/text-to-audio.yaml',
      'cometapi/video-to-audio.yaml',
    ]);
    // The others were on pages only, and are published as OpenAPI here.
    for (const { text } of files.slice(3)) expect(text).toContain('x-certainty: published');
    const today = new Date().toISOString().slice(0, 10);
    for (const [index, fresh] of [
      'queue: { type: integer }',
      ...Array(2).fill(`x-read: ${today}`),
    ].entries()) {
      const before = (await readFile(`openapi/${files[index]?.path}`, 'utf8')).split('\n');
      const lines = files[index]?.text.split('\n').filter((line) => !before.includes(line));
      expect(lines?.map((line) => line.trim())).toEqual([fresh]);
    }
  });

  it('gives no files where nothing changed', async () => {
    // What only stands on pages would be published as OpenAPI now, which is a change.
    const from = await folderOf({ page: JSON.stringify(await vendored('cometapi')) });
    const texts = await Promise.all(
      (await updateSpec({ from })).map(async ({ path, text }) => {
        const before = (await readFile(`openapi/${path}`, 'utf8')).split('\n');
        return text.split('\n').filter((line, index) => line !== before[index]);
      }),
    );
    const changed = new Set(texts.flat().map((line) => line.trim()));
    expect([...changed]).toEqual(['x-certainty: published']);
  });

  it('raises the certainty of what was transcribed and is published as OpenAPI now', async () => {
    const page = await pageOf('deerapi', '/kling/v1/audio/text-to-audio', 'post');
    const from = await folderOf({ page: JSON.stringify(page) });
    const [file, ...others] = await updateSpec({ from });
    expect([file?.path, others]).toEqual(['deerapi/text-to-audio.yaml', []]);
    const before = (await readFile('openapi/deerapi/text-to-audio.yaml', 'utf8')).split('\n');
    const after = file?.text.split('\n') ?? [];
    const changed = after.flatMap((line, index) => (line === before[index] ? [] : line.trim()));
    expect(changed).toEqual(['x-certainty: published']);
  });
});
