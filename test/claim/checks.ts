/**
 * Lies in a copy of the repository that has three more operations, and tells what each part of it makes of them:
 * `claim.test.ts` knows what it should.
 */
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { inspect } from 'node:util';
import { build } from 'tsdown';
import { connect } from '../../src/cli/environment.ts';
import { main } from '../../src/cli/main.ts';
import type { Exchange } from '../../src/contract/exchange.ts';
import { documents, type ProviderName, providerNames } from '../../src/documents/documents.ts';
import { filesIn } from '../../src/documents/result-files.ts';
import { driftLive, reportDrift } from '../../src/drift/index.ts';
import { ApiError, createKling, estimate, klingai, type OperationName } from '../../src/index.ts';
import { startMock } from '../../src/mock/index.ts';
import { style } from '../../src/mock/page/style.ts';
import { createProxy, type ProxyOptions } from '../../src/proxy/index.ts';
import { choose, launch, outcome, pick, send } from '../browser/browser.ts';
import { bodiesOf, casesOf, queriesOf, targetAt } from '../support/contract.ts';
import { withRequest } from '../support/fetch.ts';
import type { Fields } from '../support/kling.ts';
import { secondsOfMedia } from '../support/media.ts';
import { startPrism } from '../support/prism.ts';
import {
  problemsOf,
  wronglyListed,
  wronglyNotListed,
  wronglyRefused,
  wronglyTaken,
} from '../support/verdicts.ts';

const mock = await startMock({ speed: 'instant' });
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
interface Anything {
  create: Sent<Made>;
  run: Sent<Fields>;
  call: Sent<Fields>;
  list: Sent<Fields[]>;
  presets: Sent<Fields[]>;
  delete(id: string): Promise<void>;
  task(id: string): { snapshot(): Promise<unknown> };
}

/** The environment of somebody with a key: what is checked side by side has an account of its own each. */
const envOf = (key: string) => ({ KLING_API_KEY: key, COMETAPI_KEY: key, DEERAPI_KEY: key });

/** A client of the mock, whose operations may be any. */
const at = (provider: ProviderName, key: string, options = {}) =>
  connect(provider, envOf(`${key}-of-the-claim`), {
    baseUrl: `${mock.url}/${provider}`,
    interval: 1,
    ...options,
  }) as object as Record<OperationName, Anything>;
const idIn = (made: unknown) => /(?<="puppet_id":")\d+/.exec(JSON.stringify(made))?.[0] ?? '';
const puppetsIn = (tasks: unknown) =>
  JSON.stringify(tasks).match(/(?<="puppet_name":")[^"]+/g) ?? [];

/** Builds the page of the mock, with the documents in it. */
async function buildPage(outDir: string): Promise<void> {
  await build({
    cwd: fileURLToPath(new URL('../..', import.meta.url)),
    entry: { page: 'src/mock/page/main.ts' },
    outDir,
    platform: 'browser',
    format: 'esm',
    deps: { alwaysBundle: /./, onlyBundle: false },
    fixedExtension: false,
    hash: false,
    dts: false,
    config: false,
    report: false,
    logLevel: 'warn',
  });
  await writeFile(join(outDir, 'page.css'), style);
}

const parts = {
  async client() {
    const kling = at('klingai', 'client');
    const puppets = kling[named('puppets')];
    const shown = await kling[named('puppetShow')].run({ ...show, cast: [{ puppet_id: '1' }] });
    const shownByGateway = await at('cometapi', 'client')[named('puppetShow')].run(show);
    const made = await puppets.run(puppet);
    const listed = await puppets.list({});
    await puppets.delete(idIn(made));
    return {
      shows: [await played(shown), await played(shownByGateway)],
      hum: await played(await kling[named('hum')].call(tune)),
      made: puppetsIn(made),
      pictures: filesIn(made).filter(({ format }) => format === 'png').length,
      listed: puppetsIn(listed),
      presets: puppetsIn(await puppets.presets({})),
      afterwards: puppetsIn(await puppets.list({})),
      elsewhere: added.filter((name) => name in at('deerapi', 'client')),
    };
  },

  async mock() {
    const kling = at('klingai', 'mock');
    await kling[named('puppetShow')].create({ ...show, external_task_id: 'rain-1' });
    const refused = [
      kling[named('puppetShow')].create({ ...show, mood: 'angry' }),
      kling[named('puppetShow')].create({ ...show, cast: [{ line: 'Ahoy' }] }),
      at('cometapi', 'mock')[named('puppetShow')].create({ ...show, mood: 'spooky' }),
      kling[named('hum')].call({ tune: 'a waltz' }),
      kling[named('puppets')].create({ ...puppet, puppet_name: '' }),
      kling[named('puppetShow')].task('rain-1').snapshot(),
    ];
    return Promise.all(
      refused.map((each: Promise<unknown>) =>
        each.catch((error) => error instanceof ApiError && error.status),
      ),
    );
  },

  async prices() {
    return ['spooky', 'sad'].map((mood) => estimate(named('puppetShow'), { ...show, mood }));
  },

  async commandLine() {
    const cwd = await mkdtemp(join(tmpdir(), 'kling-claim-'));
    const env = envOf('command-line');
    const run = async (...argv: string[]) => {
      let [out, err] = ['', ''];
      const stdout = { write: (text: string | Uint8Array) => (out += text) };
      const stderr = { write: (text: string | Uint8Array) => (err += text) };
      const code = await main({ argv, env, cwd, stdout, stderr });
      return { code, out, err };
    };
    const to = ['--base-url', `${mock.url}/klingai`, '--quiet'];
    const stage = ['--plot', show.plot, '--stage', show.stage];
    const file = ['--face', puppet.face];
    const flagsOf = async (name: string) => (await run(name, '--help')).out.match(/^ +--[\w-]+/gm);
    const created = await run('puppet-show', ...stage, '--mood', 'sad', '--no-wait', ...to);
    const [id = ''] = created.out.trim().split('\n');
    const made = await run('puppets', '--puppet-name', 'Captain', ...file, '--json', ...to);
    const kept = await run('puppets', 'list', ...to);
    const said = {
      help: (await run('--help')).out.match(/^ {2}(puppet-show|hum|puppets)\b.*$/gm),
      flags: (await Promise.all(['puppet-show', 'hum', 'puppets'].map(flagsOf))).flat().join(),
      way: created.err,
      wrong: (await run('puppet-show', ...stage, '--mood', 'angry', ...to)).err,
      elsewhere: (await run('puppet-show', ...stage, '--provider', 'deerapi')).err,
      run: (await run('puppet-show', ...stage, '--out', 'show.mp4', ...to)).code,
      get: (await run('get', id, '--operation', 'puppet-show', ...to)).out,
      list: (await run('list', '--operation', 'puppet-show', ...to)).out.includes(id),
      cost: (await run('hum', '--tune', 't', '--lips', 'open', '--dry-run')).out,
      call: (await run('hum', '--tune', 't', '--lips', 'open', '--out', 'a.mp3', ...to)).code,
      kept: kept.out,
      presets: (await run('puppets', 'presets', ...to)).out,
      deleted: (await run('puppets', 'delete', idIn(JSON.parse(made.out)), ...to)).code,
      afterwards: (await run('puppets', 'list', ...to)).out,
      files: await readdir(cwd),
    };
    await rm(cwd, { recursive: true });
    return said;
  },

  async page() {
    const folder = fileURLToPath(new URL('../../packages/cli/dist/page', import.meta.url));
    const [browser] = await Promise.all([launch(), buildPage(folder)]);
    const page = await browser.newPage();
    page.setDefaultTimeout(120_000);
    await page.goto(mock.url);
    const fill = async (title: string) => {
      await choose(page, 'Operation', title);
      const fields = page.locator('[id^=field-]:not([id$=-rule], [id$=-help], [id$=-notes])');
      return {
        fields: await fields.evaluateAll((all) => all.map(({ id }) => id.replace('field-', ''))),
        program: (await page.locator('.program .line').allTextContents()).at(-1),
      };
    };
    const forms = [await fill('Puppets'), await fill('Hum'), await fill('Puppet show')];
    await send(page);
    await outcome(page, 'the result is ready');
    await pick(page, 'deerapi');
    await page.getByRole('combobox', { name: 'Operation' }).first().fill('puppet');
    const elsewhere = await page.locator('.chooser').first().getByRole('option').allTextContents();
    await browser.close();
    return { forms, elsewhere };
  },

  /** What the contract suite does with every operation, here with those that are new. */
  async suite() {
    const judged: string[] = [];
    const problems: string[] = [];
    for (const provider of providerNames) {
      const { paths, ...document } = documents[provider];
      const own = Object.entries(paths).filter(([path]) => /puppet|hum/.test(path));
      const prism = await startPrism({ ...document, paths: Object.fromEntries(own) });
      const target = targetAt(provider, prism.url);
      for (const asked of bodiesOf(provider).filter(({ name }) => added.includes(name))) {
        const { valid, negative } = casesOf(asked.documented);
        judged.push(`${provider} ${asked.name}: ${valid.length > 4 && negative.length > 6}`);
        problems.push(
          ...(await problemsOf(valid, (each) => wronglyRefused(target, asked, each))),
          ...(await problemsOf(negative, (each) => wronglyTaken(target, asked, each))),
        );
      }
      for (const asked of queriesOf(provider).filter(({ name }) => added.includes(name))) {
        const { valid, negative } = casesOf(asked.documented);
        judged.push(`${asked.documented.key}: ${valid.length > 4 && negative.length > 6}`);
        problems.push(
          ...(await problemsOf(valid, (each) => wronglyNotListed(target, asked, each))),
          ...(await problemsOf(negative, (each) => wronglyListed(target, asked, each))),
        );
      }
      await prism.close();
    }
    return { judged, problems };
  },

  async drift() {
    const found = new Set<string>();
    const onDrift = (findings: { kind: string; location: string }[]) => {
      for (const { kind, location } of findings) found.add(`${kind} ${location}`);
    };
    const watch = reportDrift('klingai', { onDrift, sample: 1 });
    const findingsOf = async (change: (text: string) => string) => {
      const changing = async (url: string, init?: RequestInit) => {
        const response = await fetch(url, init);
        const { status, headers } = response;
        return new Response(change(await response.text()), { status, headers });
      };
      const kling = at('klingai', 'drift', { fetch: watch(changing) });
      const puppets = kling[named('puppets')];
      await kling[named('puppetShow')].run(show);
      await kling[named('puppetShow')].list({});
      await kling[named('hum')].call(tune);
      const made = await puppets.run(puppet);
      await puppets.list({});
      await puppets.presets({});
      await puppets.delete(idIn(made));
      // Answers are checked after the application has them.
      await new Promise((resolve) => setTimeout(resolve, 20));
      const all = [...found];
      found.clear();
      return all;
    };
    return {
      conforming: await findingsOf((text) => text),
      drifted: await findingsOf((text) => text.replaceAll('"duration":', '"seconds":')),
    };
  },

  /** What is sent with a key that costs money, without leave to spend and with it. */
  async spending() {
    const check = async (spend: number) => {
      const paid: string[] = [];
      const onExchange = ({ documented, isSigned, status }: Exchange) => {
        const { name, action } = documented;
        if (isSigned && status === 200 && (action === 'create' || action === 'call'))
          paid.push(`${name} ${action}`);
      };
      const { findings, skipped } = await driftLive({
        provider: 'klingai',
        credentials: { apiKey: `spending-${spend}` },
        baseUrl: `${mock.url}/klingai`,
        pollInterval: 1,
        only: added,
        spend,
        onExchange,
      });
      return { paid: paid.sort(), findings, failed: skipped.filter(({ failed }) => failed) };
    };
    return [await check(0), await check(3)];
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
    const options = { baseUrl: home, fetch: withRequest(proxy), interval: 1 };
    const kling: object = createKling(klingai, { apiKey: 'session' }, options);
    const { puppetShow } = kling as { puppetShow: Anything };
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
    const text = await readFile(new URL('../../docs/operations.md', import.meta.url), 'utf8');
    return text.match(/^\| `(puppetShow|hum|puppets)`.*$/gm);
  },
};

/** What each part says; its error where there is one. */
export type Checked = { [Part in keyof typeof parts]: unknown };

/** Checks all parts, one beside the other. */
export async function checkAll(): Promise<Checked> {
  const checked = Object.entries(parts).map(async ([name, check]) => {
    const said: unknown = await check().catch((error: unknown) => inspect(error));
    return [name, said] as const;
  });
  const all = Object.fromEntries(await Promise.all(checked));
  await mock.close();
  return all as Checked;
}
