/** What the command line makes of the second generation where the mock has no reason to answer so. */
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { withoutWaits } from '../support/waits.ts';
import { type Answer, canary, fakeProvider, inFolder } from './support.ts';

withoutWaits();
const { kling, folder, files } = inFolder();
const id = '893605946402811985';
const units = (amount: string) => ({ charge_type: 'unit', amount, package_type: 'video' });
/** What some tasks cost; the last as one that failed before anything was made. */
const bills: Record<string, object[]> = {
  'a-1': [{ charge_type: 'cash', amount: '0.56', currency: 'USD' }],
  'a-2': [units('1.1'), units('2.2'), { charge_type: 'cash', amount: '0.1' }],
  'a-3': [{ amount: '0' }],
};
/** The bodies of creates and lists. */
const bodies: Record<string, unknown>[] = [];

const data = (value: unknown) => ({ code: 0, message: 'SUCCEED', request_id: 'r', data: value });
const task = (more: object = {}) => ({
  id,
  status: 'succeeded',
  message: '',
  create_time: 1_781_080_778_802,
  update_time: 1_781_080_794_151,
  external_id: 'boat-7',
  outputs: [
    {
      type: 'video',
      id: '1',
      url: `${provider.url()}/boat.mp4`,
      watermark_url: 'http://x.invalid/',
    },
  ],
  billing: [units('3')],
  ...more,
});

const provider = fakeProvider((request): Answer | Buffer => {
  const { pathname, searchParams } = new URL(request.url ?? '', 'http://x');
  if (pathname === '/boat.mp4') return Buffer.from('\0boat');
  if (request.method === 'POST') {
    let text = '';
    request.on('data', (chunk) => (text += chunk));
    request.on('end', () => bodies.push(JSON.parse(text)));
    if (pathname !== '/tasks') return data({ id, status: 'submitted', external_id: 'boat-7' });
    const isFirst = pages++ === 0;
    if (isCut) return data({ result: [task()], count: 1, has_more: true });
    const result = [task({ id: isFirst ? id : nextId })];
    return data({ result, count: 1, has_more: isFirst, ...(isFirst && { next_cursor: 'next' }) });
  }
  const isKnown = searchParams.get('task_ids') === id || searchParams.get('external_task_ids');
  const asked = searchParams.get('task_ids') ?? '';
  if (bills[asked]) return data([task({ id: asked, billing: bills[asked] })]);
  return data(isKnown ? [task()] : []);
});
let pages = 0;
/** Whether a page has others after it and does not say where. */
let isCut = false;
/** The id of the task on the second page. */
let nextId = '2';

const at = () => ['--provider', 'klingai2', '--base-url', provider.url()];
const boat = ['text-to-video', '--model', 'kling-3.0-turbo', '--prompt', 'a boat'];

describe('a create', () => {
  it('is saved, and its bill told beside what was expected', async () => {
    const { code, out, err } = await kling([...boat, ...at()]);
    expect({ code, out, files: await files() }).toEqual({
      code: 0,
      out: `${join(folder(), `text-to-video-${id}.mp4`)}\n`,
      files: [`text-to-video-${id}.mp4`],
    });
    expect(err).toContain('about 4 units, $0.56, by prices of 2026-09-20\n');
    expect(err).toMatch(/\nsubmitted\nsucceed\nsaving\n/);
    expect(err).toMatch(/, 3 units spent \(about 4 expected\)\n$/);
  });

  it('is told what it was billed, in units, in money and in both', async () => {
    const told = Object.keys(bills).map(async (each) => {
      const { err } = await kling(['wait', each, '--no-save', ...at()]);
      return /, (.+) spent\n$/.exec(err)?.[1];
    });
    expect(await Promise.all(told)).toEqual(['0.56 USD', '3.3 units and 0.1 in cash', '0 units']);
  });

  it('has its external id in the options, where alone it counts, beside the others', async () => {
    const callback = 'https://example.com/kling';
    const own = [
      '--options',
      JSON.stringify({ callback_url: callback, external_task_id: 'boat-7' }),
    ];
    bodies.length = 0;
    await kling([...boat, '--no-wait', ...at()]);
    await kling([...boat, '--no-wait', ...own, ...at()]);
    expect(bodies).toEqual([
      { prompt: 'a boat', options: { external_task_id: expect.stringMatching(/^[\da-f-]{36}$/) } },
      { prompt: 'a boat', options: { callback_url: callback, external_task_id: 'boat-7' } },
    ]);
  });

  it.each([
    [
      ['--settings', '{"audio":"native"}'],
      '--settings (audio) is unknown to kling-3.0-turbo and would be ignored',
    ],
    [
      ['--settings', '{"duration":16}'],
      '--settings (duration) must be from 3 to 15 in steps of 1, not 16',
    ],
    [['--options', '{"external_task_id":"a,b"}'], 'an id for this provider has no comma: "a,b"'],
    [
      ['--model', 'kling-9'],
      '--model must be one of kling-3.0-turbo, kling-3.0, kling-2.6, kling-2.5-turbo, not kling-9',
    ],
    [['--model-name', 'kling-v3'], 'klingai2 has no --model-name; klingai, cometapi, deerapi have'],
  ])('with %j sends nothing', async (more, line) => {
    const { code, errLines } = await kling([...boat, ...more, ...at()]);
    expect({ code, errLines }).toEqual({ code: 2, errLines: [`kling-fetch: ${line}`] });
    expect(provider.seen).toEqual([]);
  });

  it('refuses a file where an entry takes an address only, by the kind of the entry', async () => {
    const motion = (content: object) => [
      ...[
        'motion-control',
        '--model',
        'kling-3.0',
        '--settings',
        '{"character_orientation":"video"}',
      ],
      ...[
        '--contents',
        JSON.stringify([{ type: 'image', url: 'https://example.com/a.png' }, content]),
      ],
    ];
    const { errLines } = await kling([...motion({ type: 'video', url: 'a.mp4' }), ...at()]);
    expect(errLines).toEqual([
      'kling-fetch: --contents ([1].url) takes an address only, such as https://example.com/file',
    ]);
  });

  it('needs an API key: the pair of keys is for the first generation', async () => {
    const env = { KLING_ACCESS_KEY: 'access', KLING_SECRET_KEY: canary };
    expect((await kling([...boat, ...at()], { env })).errLines).toEqual([
      'kling-fetch: klingai2 needs KLING_API_KEY in the environment',
    ]);
  });
});

describe('a task that exists', () => {
  it.each([id, 'boat-7'])('is found by %s, whichever operation made it', async (name) => {
    const { out } = await kling(['get', name, ...at()]);
    expect(out).toBe(`${id}\tsucceed\t2026-06-10T08:39:38.802Z\n${provider.url()}/boat.mp4\n`);
    const { task: handle, snapshot } = JSON.parse(
      (await kling(['get', name, '--json', ...at()])).out,
    );
    expect(handle).toMatchObject({ v: 1, provider: 'klingai2', operation: 'textToVideo', id });
    // As the provider has it, in the provider's words.
    expect(snapshot).toEqual(task());
  });

  it('cannot be named with a comma', async () => {
    expect((await kling(['get', 'a,b', ...at()])).errLines).toEqual([
      'kling-fetch: an id for this provider has no comma: "a,b"',
    ]);
    expect(provider.seen).toEqual([]);
  });

  it.each([
    ['two ids', { id: 'a,b' }, 'an id for this provider has no comma: "a,b"'],
    ['a number', { id: 5 }, 'not a task id: 5'],
    ['a way elsewhere', { id: '..' }, 'not a task id: ".."'],
    ['two external ids', { externalId: 'a,b' }, 'an id for this provider has no comma: "a,b"'],
  ])('cannot be named by a handle with %s', async (_, facts, line) => {
    const handle = { v: 1, provider: 'klingai2', operation: 'textToVideo', ...facts };
    for (const command of ['get', 'wait']) {
      const argv = [command, JSON.stringify(handle), '--base-url', provider.url()];
      const { code, errLines } = await kling(argv);
      expect({ code, errLines }).toEqual({ code: 2, errLines: [`kling-fetch: ${line}`] });
    }
    expect(provider.seen).toEqual([]);
  });

  it('is listed also where it has no id, beside the others', async () => {
    pages = 0;
    nextId = '';
    const { code, out } = await kling(['list', '--all', '--json', ...at()]);
    nextId = '2';
    expect(code).toBe(0);
    const { tasks } = JSON.parse(out);
    expect(tasks).toEqual([
      { task: expect.objectContaining({ id }), snapshot: task() },
      { snapshot: task({ id: '' }) },
    ]);
  });

  it('is listed on pages by cursor', async () => {
    pages = 0;
    bodies.length = 0;
    const first = await kling(['list', '--limit', '1', ...at()]);
    expect(first.out).toMatch(new RegExp(`^${id}\tsucceed\t\\S+\n$`));
    expect(first.errLines).toEqual(['there may be more, with --cursor next or --all']);
    pages = 0;
    const all = await kling(['list', '--all', '--limit', '1', ...at()]);
    expect(all.out.match(/^\d+/gm)).toEqual([id, '2']);
    expect(all.err).toBe('');
    expect(bodies).toEqual([{ limit: 1 }, { limit: 1 }, { limit: 1, cursor: 'next' }]);
    pages = 0;
    const { tasks, next } = JSON.parse((await kling(['list', '--json', ...at()])).out);
    expect(next).toEqual({ cursor: 'next' });
    expect(tasks).toEqual([{ task: expect.objectContaining({ id, v: 1 }), snapshot: task() }]);
  });

  it('is listed with a word about those that no cursor leads to', async () => {
    isCut = true;
    const page = await kling(['list', ...at()]);
    const all = await kling(['list', '--all', ...at()]);
    isCut = false;
    expect(page.out).toMatch(new RegExp(`^${id}\tsucceed\t\\S+\n$`));
    expect(page.errLines).toEqual(['there are more, but nothing leads to them']);
    expect(all.code).not.toBe(0);
    expect(all.err).toMatch('the response is not a whole list');
  });
});

describe('the help', () => {
  it('shows the models, and with one of them what it takes', async () => {
    const { out } = await kling(['text-to-video', '--provider', 'klingai2', '--help']);
    expect(out).toMatch(/--model TEXT .*required; one of\s+kling-3\.0-turbo, kling-3\.0,/s);
    expect(out).toMatch(
      /--settings JSON .*\n {4}resolution .*one of 720p,\s+1080p, 4k;.*\n {4}audio /s,
    );
    const argv = [
      'text-to-video',
      '--provider',
      'klingai2',
      '--model',
      'kling-2.5-turbo',
      '--help',
    ];
    const { out: ofOne } = await kling(argv);
    expect(ofOne).toMatch(/ {4}duration .*one of 5, 10; default: 5/);
    expect(ofOne).not.toMatch(/ {4}audio |4k/);
  });
});
