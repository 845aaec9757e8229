/**
 * Runs in a copy of the repository that has three more operations, and prints as JSON what each part of it makes of them:
 * `claim.test.ts` knows what it should.
 */
import { mkdtemp, readdir, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect } from '../../src/cli/environment.ts';
import { main } from '../../src/cli/main.ts';
import { documentedOperations } from '../../src/contract/documented.ts';
import { validate } from '../../src/contract/validate.ts';
import { documents, type ProviderName, providerNames } from '../../src/documents/documents.ts';
import { filesIn } from '../../src/documents/result-files.ts';
import { reportDrift } from '../../src/drift/index.ts';
import { ApiError, createKling, klingai, type OperationName } from '../../src/index.ts';
import { startMock } from '../../src/mock/index.ts';
import { createDraft, kindsOf, operationsOfProvider, schemaOf } from '../../src/mock/page/draft.ts';
import { controlOf, fieldsOf } from '../../src/mock/page/fields.ts';
import { writeProgram } from '../../src/mock/page/program.ts';
import { createProxy, type ProxyOptions } from '../../src/proxy/index.ts';
import { casesOf, targetAt } from '../support/contract.ts';
import { withRequest } from '../support/fetch.ts';
import type { Fields } from '../support/kling.ts';
import { secondsOfMedia } from '../support/media.ts';
import { startPrism } from '../support/prism.ts';
import { problemsOf, wronglyRefused, wronglyTaken } from '../support/verdicts.ts';

const mock = await startMock({ speed: 'instant' });
const env = { KLING_API_KEY: 'claim-key', COMETAPI_KEY: 'claim-key', DEERAPI_KEY: 'claim-key' };
const show = { plot: 'The captain loses his hat', stage: 'https://example.com/harbour.png' };
const puppet = { puppet_name: 'Captain', face: 'https://example.com/captain.png' };
const tune = { tune: 'a slow waltz', lips: 'closed' };

/** The three new operations: they are in no type of the repository that this was copied from. */
const named = (name: string) => name as OperationName;
const added = ['puppetShow', 'hum', 'puppets'].map(named);

/** The formats of the files in an answer, each of which was decoded. */
async function played(answer: unknown): Promise<string[]> {
  return Promise.all(
    filesIn(answer).map(async ({ url, format }) => {
      const bytes = new Uint8Array(await (await fetch(url)).arrayBuffer());
      return (await secondsOfMedia(bytes, `file.${format}`)) > 0 ? format : `${format}: silent`;
    }),
  );
}

type Sent<Answer> = (sent: Fields, options?: object) => Promise<Answer>;
type Made = Awaited<ReturnType<ReturnType<typeof connect>['textToAudio']['create']>>;

/** A client of the mock, whose operations may be any. */
const at = (provider: ProviderName, options = {}) =>
  connect(provider, env, { baseUrl: `${mock.url}/${provider}`, ...options }) as object as Record<
    OperationName,
    { create: Sent<Made>; call: Sent<Fields>; list: Sent<Fields[]>; presets: Sent<Fields[]> } & {
      delete(id: string): Promise<void>;
    }
  >;
const puppetsIn = (tasks: unknown) =>
  JSON.stringify(tasks).match(/(?<="puppet_name":")[^"]+/g) ?? [];

const parts = {
  async client() {
    const kling = at('klingai');
    const [puppetShow, hum, puppets] = added.map((name) => kling[name]);
    const shown = await puppetShow?.create({ ...show, cast: [{ puppet_id: '1' }] });
    const comet = await at('cometapi')[named('puppetShow')].create(show);
    const made = await (await puppets?.create(puppet))?.result();
    const id = /(?<="puppet_id":")\d+/.exec(JSON.stringify(made))?.[0] ?? '';
    const listed = await puppets?.list({});
    const presets = await puppets?.presets({});
    await puppets?.delete(id);
    return {
      shows: [await played(await shown?.result()), await played(await comet.result())],
      hum: await played(await hum?.call(tune)),
      made: puppetsIn(made),
      listed: puppetsIn(listed),
      presets: puppetsIn(presets),
      afterwards: puppetsIn(await puppets?.list({})),
      elsewhere: added.filter((name) => name in at('deerapi')),
    };
  },

  async mock() {
    const refused = [
      at('klingai')[named('puppetShow')].create({ ...show, mood: 'angry' }),
      at('klingai')[named('puppetShow')].create({ ...show, cast: [{ line: 'Ahoy' }] }),
      at('cometapi')[named('puppetShow')].create({ ...show, mood: 'spooky' }),
      at('klingai')[named('hum')].call({ tune: 'a waltz' }),
      at('klingai')[named('puppets')].create({ ...puppet, puppet_name: '' }),
    ];
    return Promise.all(
      refused.map(async (each) => each.catch((error) => error instanceof ApiError && error.status)),
    );
  },

  async 'command line'() {
    const cwd = await mkdtemp(join(tmpdir(), 'kling-claim-'));
    const run = async (...argv: string[]) => {
      let [out, err] = ['', ''];
      const stdout = { write: (text: string | Uint8Array) => (out += text) };
      const stderr = { write: (text: string | Uint8Array) => (err += text) };
      const code = await main({ argv, env, cwd, stdout, stderr });
      return { code, out, err };
    };
    const address = ['--base-url', `${mock.url}/klingai`, '--quiet'];
    const stage = ['--plot', show.plot, '--stage', show.stage];
    const flags = async (name: string) =>
      (await run(name, '--help')).out.match(/(?<=^ {2})--[\w-]+/gm);
    const made = await run('puppets', '--puppet-name', 'Captain', '--face', show.stage, ...address);
    const wrong = await run('puppet-show', ...stage, '--mood', 'angry', ...address);
    const elsewhere = await run('puppet-show', ...stage, '--provider', 'deerapi');
    const created = await run('puppet-show', ...stage, '--mood', 'sad', '--no-wait', ...address);
    const [id = ''] = created.out.trim().split('\n');
    return {
      help: (await run('--help')).out.match(/^ {2}(puppet-show|hum|puppets)\b.*$/gm),
      flags: [await flags('puppet-show'), await flags('hum'), await flags('puppets')],
      wrong: [wrong.code, wrong.err],
      elsewhere: [elsewhere.code, elsewhere.err],
      run: (await run('puppet-show', ...stage, '--out', 'show.mp4', ...address)).code,
      get: (await run('get', id, '--operation', 'puppet-show', ...address)).out,
      list: (await run('list', '--operation', 'puppet-show', ...address)).out.includes(id),
      call: (await run('hum', '--tune', 't', '--lips', 'open', '--out', 'a.mp3', ...address)).code,
      made: [made.code, made.out.includes('Captain')],
      kept: (await run('puppets', 'list', ...address)).out,
      presets: (await run('puppets', 'presets', ...address)).out,
      deleted: (await run('puppets', 'delete', '829824295735410756', ...address)).out,
      files: await readdir(cwd),
    };
  },

  async page() {
    const operation = named('puppetShow');
    const type = { provider: 'klingai', operation, kind: 'create' } as const;
    const of = (name: string) =>
      kindsOf({ provider: 'klingai', operation: named(name) }).map((kind) => {
        const draft = createDraft({ provider: 'klingai', operation: named(name), kind });
        return writeProgram(draft, 'http://mock').at(-1);
      });
    return {
      offered: providerNames.map((provider) => [
        provider,
        operationsOfProvider(provider).filter((name) => added.includes(name)),
      ]),
      controls: Object.fromEntries(
        fieldsOf(schemaOf(type)).map((field) => [field.name, controlOf(field)]),
      ),
      programs: ['puppetShow', 'hum', 'puppets'].map(of),
    };
  },

  /** What the contract suite does with every operation, here with those that are new. */
  async suite() {
    const all = added.flatMap((name) =>
      providerNames.flatMap((provider) =>
        documentedOperations(provider).some(
          (each) => each.name === name && each.action === 'create',
        )
          ? [{ provider, name }]
          : [],
      ),
    );
    const count = { valid: 0, negative: 0 };
    const problems: string[] = [];
    for (const { provider, name } of all) {
      const { paths, ...document } = documents[provider];
      const own = Object.entries(paths).filter(([path]) => /puppet|hum/.test(path));
      const prism = await startPrism({ ...document, paths: Object.fromEntries(own) });
      const target = targetAt(provider, prism.url);
      const { valid, negative } = casesOf(provider, name);
      count.valid += valid.length;
      count.negative += negative.length;
      problems.push(
        ...(await problemsOf(valid, (each) => wronglyRefused(target, name, each))),
        ...(await problemsOf(negative, (each) => wronglyTaken(target, name, each))),
      );
      await prism.close();
    }
    return { ...count, problems };
  },

  async drift() {
    const found: string[] = [];
    const onDrift = (findings: { kind: string; location: string }[]) =>
      found.push(...findings.map(({ kind, location }) => `${kind} ${location}`));
    const watch = reportDrift('klingai', { onDrift, sample: 1 });
    const during = async (change: (text: string) => string) => {
      const changing = async (url: string, init?: RequestInit) => {
        const response = await fetch(url, init);
        const { status, headers } = response;
        return new Response(change(await response.text()), { status, headers });
      };
      const kling = at('klingai', { fetch: watch(changing) });
      await kling[named('puppetShow')].create(show).then((task) => task.result());
      await kling[named('puppetShow')].list({});
      await kling[named('hum')].call(tune);
      const made = await kling[named('puppets')].create(puppet).then((task) => task.result());
      await kling[named('puppets')].list({});
      await kling[named('puppets')].presets({});
      await kling[named('puppets')].delete('829824295735410756');
      // Answers are checked after the application has them.
      await new Promise((resolve) => setTimeout(resolve, 20));
      void made;
      return found.splice(0);
    };
    const fitting = await during((text) => text);
    const drifted = await during((text) => text.replaceAll(/"(task_status|duration)":/g, '"$1s":'));
    const key: string = 'hum.call';
    const invalid = validate('klingai', key as 'textToAudio', 200, { code: 0, data: {} });
    return { fitting, drifted: [...new Set(drifted)], invalid: invalid.length > 0 };
  },

  async proxy() {
    const allow: object = { puppetShow: ['create', 'read'], hum: ['call'], puppets: ['presets'] };
    const proxy = createProxy(
      klingai,
      { apiKey: 'key-of-the-server' },
      {
        allow: allow as ProxyOptions['allow'],
        rate: { requests: 100, perSeconds: 60 },
        baseUrl: `${mock.url}/klingai`,
      },
    );
    const home = 'https://app.example/api';
    const ask = async (path: string, body?: Fields) => {
      const init = body && { method: 'POST', body: JSON.stringify(body) };
      return (await proxy(new Request(home + path, init))).status;
    };
    const options = { baseUrl: home, fetch: withRequest(proxy) };
    const kling: object = createKling(klingai, { apiKey: 'session' }, options);
    const { puppetShow } = kling as { puppetShow: { run(input: Fields): Promise<unknown> } };
    return {
      run: await played(await puppetShow.run(show)),
      call: await ask('/v1/audio/hum', tune),
      presets: await ask('/v1/general/preset-puppets'),
      otherField: await ask('/v1/videos/puppet-show', { ...show, model: 'x' }),
      otherFieldInList: await ask('/v1/videos/puppet-show', { ...show, cast: [{ age: 7 }] }),
      delete: await ask('/v1/general/delete-puppets', { puppet_id: '1' }),
      list: await ask('/v1/videos/puppet-show'),
    };
  },

  async docs() {
    await import('../../scripts/docs.ts');
    const text = await readFile(new URL('../../docs/contracts.md', import.meta.url), 'utf8');
    return text.match(/^\| `?(puppetShow|hum|puppets)\b.*$/gm);
  },
};

/** What each part says; an error as its stack. */
export type Checked = { [Part in keyof typeof parts]: unknown };

const results: Record<string, unknown> = {};
for (const [name, check] of Object.entries(parts)) {
  const begun = performance.now();
  results[name] = await check().catch((error: Error) => error.stack);
  console.error(name, Math.round(performance.now() - begun));
}
console.log(JSON.stringify(results));
await mock.close();
process.exit(0);
