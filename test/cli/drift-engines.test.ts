import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeParts } from '../../src/drift/published/parts.ts';
import { readContracts } from '../../src/drift/published/vendored.ts';
import { type Mock, startMock } from '../../src/mock/index.ts';
import { fakeProvider, inFolder } from './support.ts';

const { kling, folder } = inFolder();
let mock: Mock;
beforeAll(async () => {
  mock = await startMock({ speed: 'instant' });
});
afterAll(() => mock.close());

const strange = fakeProvider(({ at }) =>
  at.includes('/silent/') ? 'never' : Buffer.from('<!doctype html><p>Please log in</p>'),
);
/** The provider that these checks are about. */
const subject = 'cometapi';
const live = (baseUrl: string, ...flags: string[]) =>
  kling(['drift', 'live', '--provider', subject, '--base-url', baseUrl, ...flags]);

describe('drift spec', () => {
  const vendored = async () => {
    const contract = (await readContracts()).find(({ provider }) => provider === subject);
    return writeParts(contract?.parts ?? []);
  };
  const pages = async (content: string | Buffer, name = 'page.yaml') => {
    await mkdir(join(folder(), 'pages'));
    await writeFile(join(folder(), 'pages', name), content);
    return kling([
      'drift',
      'spec',
      '--provider',
      'cometapi',
      '--from',
      'pages',
      '--format',
      'json',
    ]);
  };

  /** What is found about the structure: our descriptions are not the provider's sentences. */
  const findingsIn = (out: string) =>
    JSON.parse(out).findings.filter(({ kind }: { kind: string }) => kind !== 'sentence-changed');

  it('finds nothing where the provider publishes what is vendored', async () => {
    const { code, out } = await pages(await vendored());
    const { checked } = JSON.parse(out);
    expect({ code, findings: findingsIn(out) }).toEqual({ code: 0, findings: [] });
    expect(checked).toBeGreaterThan(2);
  });

  it('finds what has changed, and where', async () => {
    const { code, out } = await pages(
      (await vendored()).replace('enum: [ std, pro ]', 'enum: [ std ]'),
    );
    expect(code).toBe(1);
    expect(findingsIn(out)).toMatchObject([
      {
        severity: 'breaking',
        page: 'pages/page.yaml',
        line: expect.any(Number),
        kind: 'request-enum-removed',
        provider: 'cometapi',
        operation: 'POST /kling/v1/videos/text2video',
        location: expect.stringMatching(/properties\/mode/),
      },
    ]);
  });

  it('checks what can be read beside a page of HTML, and ends with 3', async () => {
    await mkdir(join(folder(), 'pages'));
    await writeFile(join(folder(), 'pages', 'page.html'), '<!doctype html><p>Please log in');
    await writeFile(join(folder(), 'pages', 'page.yaml'), await vendored());
    const flags = ['--provider', 'cometapi', '--from', 'pages', '--format', 'json'];
    const { code, out, errLines } = await kling(['drift', 'spec', ...flags]);
    expect(code).toBe(3);
    expect(JSON.parse(out).checked).toBeGreaterThan(2);
    expect(errLines).toEqual([
      expect.stringMatching(/could not be checked: .*page\.html: is HTML/),
    ]);
  });

  it.each([
    ['nothing', ''],
    ['bytes', Buffer.from([0x80, 0xff, 0x00, 0x81])],
    ['half of a document', 'openapi: 3.1.0\npaths: {'],
    ['another page', '<!doctype html><p>Please log in</p>'],
  ])('a file that holds %s gives one line and exit code 3', async (_, content) => {
    const { code, out, errLines } = await pages(content);
    expect(code).toBe(3);
    expect(JSON.parse(out)).toMatchObject({ checked: 0, findings: [] });
    expect(errLines).toEqual([expect.stringMatching(/^kling-fetch: \S.*page\.yaml/)]);
  });
});

describe('a baseline', () => {
  it('without an end is refused in one line', async () => {
    const { code, errLines } = await kling(['drift', 'spec', '--baseline', '/dev/zero']);
    expect(code).toBe(2);
    expect(errLines).toEqual([
      expect.stringContaining('--baseline /dev/zero: is larger than 5 MB'),
    ]);
  });
});

describe('drift live', () => {
  it('finds nothing at a provider that keeps to its document, and spends nothing', async () => {
    const { code, out } = await live(`${mock.url}/cometapi`, '--format', 'json');
    const { checked, findings, skipped, tasks } = JSON.parse(out);
    expect({ code, findings, tasks }).toEqual({ code: 0, findings: [], tasks: [] });
    expect(checked).toBeGreaterThan(10);
    expect(skipped).toContainEqual({
      what: expect.any(String),
      why: expect.stringContaining('--spend'),
    });
  });

  it('spends what it may, says what it created, and keeps the recordings', async () => {
    const flags = ['--spend', '1', '--probe-limits', '--poll-interval', '20', '--record', 'kept'];
    const { code, out, err } = await live(`${mock.url}/cometapi`, ...flags);
    expect(code).toBe(0);
    const created =
      /^CREATED TASKS\n {2}cometapi POST \S+: task \d+, by a valid create: succeed, .*1\n\n/m;
    expect(out).toMatch(created);
    expect(Number(/in ([\d,]+) checks; .*1 task created$/m.exec(out)?.[1])).toBeGreaterThan(50);
    // Whoever is cut off before the report has the names.
    expect(err.match(/a valid create, as kling-fetch-drift-/g)?.length).toBe(1);
    expect((await readdir(join(folder(), 'kept'))).length).toBeGreaterThan(5);
  });

  it.each([
    ['a page of HTML', () => strange.url()],
    ['a host that is not there', () => 'http://127.0.0.1:1'],
    ['a server that never answers', () => `${strange.url()}/silent`],
  ])('%s gives one line, and exit code 3', async (_, url) => {
    const { code, out, errLines } = await live(url(), '--timeout', '1', '--format', 'json');
    expect(code).toBe(3);
    expect(errLines.at(-1)).toMatch(/^kling-fetch: could not be checked: cometapi: \S/);
    expect(JSON.parse(out)).toMatchObject({ checked: 0, findings: [], skipped: [{}] });
  });
});

describe('drift proxy', () => {
  it('reports on the traffic that went through it', async () => {
    const interruption = new AbortController();
    let err = '';
    const argv = ['drift', 'proxy', '--provider', 'cometapi', '--port', '0', '--format', 'json'];
    const done = kling([...argv, '--base-url', `${mock.url}/cometapi`], {
      signal: interruption.signal,
      stderr: { write: (text) => (err += text) },
    });
    while (!err.includes('export ')) await sleep(10);
    const [, url] = /^export COMETAPI_BASE_URL=(\S+)$/m.exec(err) ?? [];
    const response = await fetch(`${url}/kling/v1/audio/text-to-audio/1`, {
      headers: { authorization: 'Bearer any' },
    });
    expect(response.status).toBe(400);
    interruption.abort();
    const { code, out } = await done;
    expect(code).toBe(0);
    expect(JSON.parse(out).checked).toBeGreaterThan(0);
    await expect(fetch(`${url}/`)).rejects.toThrow();
  });

  it('refuses a port that is in use', async () => {
    const server = createServer();
    const port = await new Promise<number>((ready) => {
      server.listen(0, '127.0.0.1', () => {
        const address = server.address();
        ready(address instanceof Object ? address.port : 0);
      });
    });
    const argv = ['drift', 'proxy', '--provider', 'cometapi', '--port', String(port)];
    const { code, errLines } = await kling(argv);
    server.close();
    expect(code).toBe(2);
    expect(errLines.at(-1)).toMatch(new RegExp(`port ${port}.*choose another --port$`));
  });
});
