import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import {
  afterAll,
  afterEach,
  beforeAll,
  beforeEach,
  describe,
  expect,
  it,
  onTestFinished,
  vi,
} from 'vitest';
import { overlays } from '../../generated/overlays.ts';
import { providerNames } from '../../src/documents/documents.ts';
import { cometapi, createKling } from '../../src/index.ts';
import { type Mock, scenarios, startMock } from '../../src/mock/index.ts';
import { asked, recordSession } from '../support/recorded.ts';
import { choose, launch, outcome, pick, reset, send, type Visit, visit } from './browser.ts';
import { exampleTests } from './example.ts';
import { play } from './player.ts';

let browser: Browser;
let mock: Mock;
let here: Visit;
let page: Page;
beforeAll(async () => {
  [browser, mock] = await Promise.all([launch(), startMock({ speed: 60 })]);
  here = await visit(browser, mock.url, { permissions: ['clipboard-read', 'clipboard-write'] });
  page = here.page;
  await page.locator('#live[data-live]').waitFor();
});
afterAll(async () => {
  await browser?.close();
  await mock?.close();
});
// Most tests share one page, as people keep it open for a day. Each starts with the form as it was at first.
beforeEach(async () => {
  await reset(page);
  await choose(page, 'Operation', 'Text to video');
  await pick(page, 'Create');
  await pick(page, 'klingai');
  await choose(page, 'Operation', 'Text to audio');
});
afterEach(() => here.settle());

const cards = (page: Page) => page.locator('.card');
const status = (page: Page, text: string) =>
  cards(page).first().locator('.status').getByText(text, { exact: true }).waitFor();
const act = (page: Page, name: string) =>
  cards(page).first().getByRole('button', { name, exact: true }).click();

describe('a request from the form', () => {
  it('makes a sound that plays and seeks, going through every state', async () => {
    await page.getByLabel('prompt').fill('rain on a tin roof');
    await page.getByLabel('duration').fill('4.5');
    await send(page);
    await outcome(page, 'the result is ready');
    await status(page, 'succeed');
    expect(await cards(page).locator('.timeline li').allTextContents()).toEqual([
      'submittedat once',
      expect.stringMatching(/^processingafter 0\.\d s$/),
      expect.stringMatching(/^succeedafter 0\.\d s$/),
    ]);
    for (const name of ['Text to audio, MP3', 'Text to audio, WAV']) {
      const { duration, fromStart, afterSeek } = await play(page.getByLabel(name));
      expect(Math.abs(duration - 4.5), name).toBeLessThan(0.1);
      expect(fromStart, name).toBeGreaterThan(0.1);
      expect(afterSeek, name).toBeGreaterThan(duration * 0.75 + 0.1);
    }
  });

  it('made with the mouse is a video that plays and seeks, in the requested aspect ratio', async () => {
    await page.getByRole('combobox', { name: 'Operation', exact: true }).first().click();
    await page.locator('#operation-list').getByText('Text to video', { exact: true }).click();
    await page.getByRole('radio', { name: 'cometapi', exact: true }).check();
    await page.getByText('more fields').click();
    await page.getByLabel('aspect_ratio').selectOption('9:16');
    await page.getByRole('button', { name: 'Send', exact: true }).click();
    await status(page, 'submitted');
    await act(page, 'Advance');
    await status(page, 'processing');
    await act(page, 'Advance');
    await outcome(page, 'the result is ready');
    const played = await play(page.getByLabel('Text to video, MP4'));
    expect(Math.abs(played.duration - 5)).toBeLessThan(0.1);
    expect(played.afterSeek).toBeGreaterThan(played.duration * 0.75 + 0.1);
    expect(played.width / played.height).toBeCloseTo(9 / 16, 2);
  });

  it('offers served models first, marks the retired ones, and shows that the mock refuses them', async () => {
    here.expectComplaint(/status of 404 .*\/klingai\/v1\/videos\/text2video$/);
    await choose(page, 'Operation', 'Text to video');
    const model = page.getByLabel('model_name');
    expect(await model.inputValue()).toBe('kling-v3');
    expect(await model.locator('option').allTextContents()).toEqual([
      'not set (default kling-v1, retired on 2026-09-15)',
      'kling-v2-5-turbo',
      'kling-v2-6',
      'kling-v3',
      'kling-v1 (retired on 2026-09-15)',
      'kling-v1-6 (retired on 2026-09-15)',
      'kling-v2-master (retired on 2026-09-15)',
      'kling-v2-1-master (retired on 2026-09-15)',
    ]);
    await model.selectOption('kling-v1-6');
    await send(page);
    const message = 'model_name kling-v1-6 was retired on 2026-09-15';
    await outcome(page, `ApiError: klingai: ${message} (code 1203, request `);
    await page.getByText('Kling retired kling-v1-6 on 2026-09-15; still served').waitFor();
    const field = page.locator('.field', { has: model });
    expect(await field.locator('.note').allTextContents()).toEqual([message]);
    await pick(page, 'deerapi');
    const rule = page.locator('.field', { has: model }).locator('.rule');
    expect(await rule.textContent()).toMatch(/^text; retired on 2026-09-15: kling-v1, /);
  });

  it('is refused if it breaks a rule, which is shown next to the field before and after', async () => {
    here.expectComplaint(/status of 400 .*\/klingai\/v1\/audio\/text-to-audio$/);
    // The client makes sure that no earlier copy of the create made a task.
    here.expectComplaint(/status of 400 .*\/klingai\/v1\/audio\/text-to-audio\/[\da-f-]{36}$/);
    const field = page.locator('.field', { has: page.getByLabel('duration') });
    await page.getByLabel('duration').fill('12');
    const rule = 'must be from 3 to 10 in steps of 0.1';
    expect(await field.locator('.note').allTextContents()).toEqual([rule]);
    expect(await page.getByLabel('duration').getAttribute('aria-invalid')).toBe('true');
    await page.getByText('Breaks the contract: duration.').waitFor();
    await send(page);
    await outcome(page, `ApiError: klingai: duration ${rule} (code 1201, request `);
    expect(await field.locator('.note').allTextContents()).toEqual([rule]);
    // The journal shows it too, with the document's description of the field.
    await page.locator('#journal .exchange summary', { hasText: 'violation' }).click();
    const row = page.locator('#journal dd', { hasText: rule });
    expect(await row.textContent()).toMatch(/^12must be .*Length of the sound in seconds/);
    await page.getByLabel('duration').fill('5');
    expect(await field.locator('.note').count()).toBe(0);
  });

  it('can be typed as JSON, even if it is invalid', async () => {
    here.expectComplaint(/status of 400/);
    await page.getByText('Edit as JSON').click();
    await page.getByLabel('Fields as JSON').fill('{"prompt": 7, "duration": 5}');
    expect(await page.getByLabel('prompt').inputValue()).toBe('7');
    await page.locator('.field', { hasText: 'prompt' }).getByText('must be text').waitFor();
    await send(page);
    await outcome(page, 'prompt must be text, at most 200 characters');
  });

  it('is sent with a field that nobody knows, which is shown before and after', async () => {
    const said = 'promt is unknown and ignored; did you mean prompt?';
    const list = '{"prompt": "rain", "duration": 5, "promt": "storm"}';
    const field = page.getByLabel('Fields as JSON');
    if (!(await field.isVisible())) await page.getByText('Edit as JSON').click();
    await field.fill(list);
    expect(await page.locator('#request .notes .note').allTextContents()).toEqual([said]);
    // It breaks no rule.
    expect(await page.locator('#request .warning').textContent()).toBe('');
    await send(page);
    await outcome(page, 'the result is ready');
    const entry = page.locator('#journal .exchange summary', { hasText: '1 unknown field' });
    expect(await entry.textContent()).not.toContain('violation');
    await entry.click();
    const row = page.locator('#journal dd', { hasText: 'is unknown' });
    expect(await row.textContent()).toBe('stormis unknown and ignored; did you mean prompt?');
  });

  it('is built from the document of its provider', async () => {
    const fields = () => page.locator('#request .field label').allTextContents();
    expect(await fields()).toEqual(['prompt', 'duration', 'external_task_id', 'callback_url']);
    await choose(page, 'Operation', 'Video to audio');
    expect(await fields()).toContain('asmr_mode');
    await pick(page, 'cometapi');
    expect(await fields()).not.toContain('asmr_mode');
    await choose(page, 'Operation', 'Text to video');
    expect(await fields()).toContain('camera_control.config.zoom');
    // Code in a description is rendered as such.
    const hints = page.locator('#request .help');
    expect(await hints.locator('code').count()).toBeGreaterThan(0);
    expect((await hints.allTextContents()).join()).not.toContain('`');
    const modes = () =>
      page.getByLabel('mode', { exact: true }).locator('option').allTextContents();
    expect(await modes()).toEqual(['not set (default std)', 'std', 'pro']);
    await pick(page, 'klingai');
    expect(await modes()).toContain('4k');
    await pick(page, 'List');
    expect(await fields()).toEqual(['pageNum', 'pageSize']);
    await send(page);
    await outcome(page, 'Listed 0 tasks');
  });

  it('has rows for a list of objects, by an invented schema', async () => {
    const invented = await visit(browser, 'about:blank');
    await invented.page.route('**/klingai.json', async (route) => {
      const document = await (await route.fetch()).json();
      const create = document.paths['/v1/audio/text-to-audio'].post.requestBody.content;
      const items = {
        type: 'object',
        properties: {
          text: { type: 'string', maxLength: 5 },
          place: { type: 'object', properties: { x: { type: 'number' } } },
          marks: {
            type: 'array',
            items: { type: 'object', properties: { at: { type: 'integer' } } },
          },
        },
      };
      create['application/json'].schema = {
        type: 'object',
        required: ['scenes'],
        properties: { scenes: { type: 'array', items } },
      };
      await route.fulfill({ json: document });
    });
    await invented.page.goto(mock.url);
    const form = invented.page.locator('#request');
    const press = (name: string) => form.getByRole('button', { name, exact: true }).press('Enter');
    const body = async () => JSON.parse(await form.locator('#body').inputValue()).scenes;
    await form.getByText('Edit as JSON').click();
    await press('Add to scenes');
    // The first field has the focus.
    await invented.page.keyboard.type('first');
    await press('Add to scenes');
    await form.getByLabel('scenes[1].place.x').fill('3');
    await press('Add to scenes[1].marks');
    await invented.page.keyboard.type('7');
    expect(await body()).toEqual([{ text: 'first' }, { place: { x: 3 }, marks: [{ at: 7 }] }]);
    await form.getByLabel('scenes[1].text').fill('too long');
    const notes = form.locator('.item .field', {
      has: invented.page.getByLabel('scenes[1].text'),
    });
    expect(await notes.locator('.note').allTextContents()).toEqual([
      'must be text, at most 5 characters',
    ]);
    await press('Remove scenes[0]');
    expect(await body()).toEqual([{ text: 'too long', place: { x: 3 }, marks: [{ at: 7 }] }]);
    expect(await form.getByLabel('scenes[0].marks[0].at').inputValue()).toBe('7');
    await press('Remove scenes[0]');
    expect(await body()).toBeUndefined();
    await invented.leave();
  });

  it('of a task offers the newest ids of its provider and operation, by the keyboard too', async () => {
    const client = createKling(cometapi, { apiKey: 'x' }, { baseUrl: `${mock.url}/cometapi` });
    await client.textToAudio.create({ prompt: 'elsewhere', duration: 5 });
    for (let i = 0; i < 6; i++) {
      await mock.fetch('http://mock/klingai/v1/audio/text-to-audio', {
        method: 'POST',
        headers: { authorization: 'Bearer any', 'content-type': 'application/json' },
        body: JSON.stringify({ prompt: 'rain', duration: 5 }),
      });
    }
    const ids = mock.tasks.slice(0, 5).map(({ id }) => id);
    await cards(page).nth(6).waitFor();
    const recent = page.getByRole('group', { name: 'Recent tasks' }).getByRole('button');
    expect(await recent.count()).toBe(0);
    await pick(page, 'Get');
    expect(await recent.allTextContents()).toEqual(ids);
    await page.getByText('Breaks the contract: task_id.', { exact: true }).waitFor();
    await recent.nth(1).focus();
    await page.keyboard.press('Enter');
    expect(await page.getByLabel('task_id').inputValue()).toBe(ids[1]);
    await send(page);
    await outcome(page, `Task ${ids[1]}: `);
  });

  it('can be copied as three lines of code, which run unchanged', async () => {
    await page.getByLabel('prompt').fill(`it's "raining" \\ on a <b>roof</b>`);
    await page.getByRole('button', { name: 'Copy' }).click();
    const code = await page.evaluate(() => navigator.clipboard.readText());
    expect(code.split('\n')).toHaveLength(3);
    const program = `${code}\nconsole.log(audios[0].url_wav);`;
    const args = ['--input-type=module', '--eval', program];
    const { stdout } = await promisify(execFile)(process.execPath, args);
    expect(stdout).toMatch(/\/media\/\d+\.wav/);
    expect(mock.tasks[0]?.input.prompt).toBe(`it's "raining" \\ on a <b>roof</b>`);
    await cards(page).getByText(`it's "raining" \\ on a <b>roof</b>`).waitFor();
  });
});

describe('the tasks', () => {
  it('can be made to fail', async () => {
    await choose(page, 'Operation', 'Text to video');
    await send(page);
    await status(page, 'submitted');
    await act(page, 'Fail');
    await status(page, 'failed');
    await outcome(page, /^TaskFailedError: klingai task \d+: Failed from the control API$/);
    await cards(page).locator('.result-note', { hasText: 'Failed from the control API' }).waitFor();
  });

  it('can expire, after which they have no files', async () => {
    await send(page);
    await outcome(page, 'the result is ready');
    expect(await page.locator('audio').count()).toBe(2);
    await act(page, 'Expire');
    await cards(page).getByText('The files have expired').waitFor();
    expect(await page.locator('audio').count()).toBe(0);
    expect((await fetch(`${mock.url}/media/${mock.tasks[0]?.id}.mp3`)).status).toBe(403);
    await act(page, 'Delete');
    await page.getByText('No tasks yet').waitFor();
  });

  it.each([
    ['one is deleted', '**/tasks/*', () => act(page, 'Delete')],
    ['all are', '**/reset', () => page.getByRole('button', { name: 'Reset' }).click()],
  ])('are no longer waited for when %s', async (_, route, remove) => {
    mock.scenario('stuck', { times: 1 });
    await send(page);
    await outcome(page, 'submitted');
    // Before that: later, a poll on its way would find no task, which is another outcome.
    await page.route(route, async (request) => {
      await outcome(page, 'AbortError: stopped');
      await request.continue();
    });
    onTestFinished(() => page.unroute(route));
    await cards(page).waitFor();
    await remove();
    await page.getByText('No tasks yet').waitFor();
    expect(mock.tasks).toEqual([]);
  });

  it('of other programs appear by themselves, with their requests and responses', async () => {
    const kling = createKling(cometapi, { apiKey: 'x' }, { baseUrl: `${mock.url}/cometapi` });
    const task = await kling.textToVideo.create({
      prompt: '<img src=x onerror=alert(1)>',
      model_name: 'kling-v3',
    });
    await status(page, 'submitted');
    await cards(page).getByText('<img src=x onerror=alert(1)>').first().waitFor();
    await page.getByText('Requests and responses (1)').click();
    await cards(page).locator('.exchange summary').click();
    await cards(page).getByLabel('Response').getByText(task.id).waitFor();
    await cards(page).getByRole('button', { name: 'Load into the form' }).click();
    expect(await page.getByLabel('prompt', { exact: true }).inputValue()).toMatch(/^<img/);
    await page.getByRole('button', { name: 'Skip 1 minute' }).click();
    await status(page, 'succeed');
    await page.getByRole('button', { name: 'Reset' }).click();
    await page.getByText('No tasks yet').waitFor();
    expect(mock.tasks).toEqual([]);
  });
});

describe('several accounts', () => {
  it('are told apart, one can be looked at alone, and a scenario can be for one key', async () => {
    const filter = page.getByLabel('Account', { exact: true });
    await send(page);
    await outcome(page, 'the result is ready');
    expect(await filter.isVisible()).toBe(false);
    expect(await page.locator('.account:visible').count()).toBe(0);
    await page.locator('#scenario-key').fill('second');
    await choose(page, 'Scenario', 'fails');
    await page.getByRole('button', { name: 'Apply' }).click();
    await page.locator('.rules li', { hasText: 'with the key second' }).waitFor();
    await send(page);
    await outcome(page, 'the result is ready');
    await page.getByLabel('API key', { exact: true }).fill('second');
    expect(await page.locator('.program').textContent()).toContain("apiKey: 'second'");
    await send(page);
    await outcome(page, 'Image pixel is invalid');
    await filter.waitFor();
    const [newest] = mock.tasks;
    await filter.selectOption(newest?.account ?? '');
    expect(await cards(page).locator('.ids').allTextContents()).toEqual([
      expect.stringContaining(newest?.id ?? 'unknown'),
    ]);
    const shown = await page.locator('#journal .account').allTextContents();
    expect(new Set(shown)).toEqual(new Set([`account ${newest?.account.slice(0, 6)}`]));
    await page.locator('#scenario-key').fill('');
    await page.getByLabel('API key', { exact: true }).fill('any');
  });
});

describe('a mock that replays', () => {
  it('lets the page live through what was recorded: a sound that plays, and a failure with its reason', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'kling-replay-'));
    vi.useFakeTimers({ toFake: ['Date'] });
    await recordSession(folder, { files: true });
    vi.useRealTimers();
    await using replaying = await startMock({ speed: 60, replay: folder, replayOnly: true });
    const visited = await visit(browser, replaying.url);
    const form = async ({ prompt, duration }: typeof asked.sound | typeof asked.failing) => {
      await visited.page.getByLabel('prompt').fill(prompt);
      await visited.page.getByLabel('duration').fill(String(duration));
      await send(visited.page);
    };
    await form(asked.sound);
    await outcome(visited.page, 'the result is ready');
    const { duration } = await play(visited.page.getByLabel('Text to audio, MP3'));
    expect(Math.abs(duration - 3)).toBeLessThan(0.2);
    await form(asked.failing);
    await status(visited.page, 'failed');
    await outcome(visited.page, /Refused by the risk control of the platform/);
    await visited.leave();
    await rm(folder, { recursive: true });
  });
});

describe('a mock that is stopped', () => {
  it('is said to give no response as soon as something is sent', async () => {
    const stopped = await startMock();
    const visited = await visit(browser, stopped.url);
    await visited.page.locator('#live[data-live]').waitFor();
    await stopped.close();
    // How a connection ends depends on what was under way on it.
    visited.expectComplaint(/net::ERR_/);
    await send(visited.page);
    await outcome(visited.page, /^No response from the mock; .*next try in/);
    // The client goes on: nobody can tell whether there is a task.
    await visited.page.getByRole('button', { name: 'Stop' }).click();
    await outcome(visited.page, 'CreateUncertainError');
    await visited.leave();
  });
});

describe('a row of the requests', () => {
  it('has a sign that it opens, and opens in view, also at the end of a long list', async () => {
    for (let i = 0; i < 40; i++) {
      await fetch(`${mock.url}/klingai/v1/audio/text-to-audio`, {
        headers: { authorization: 'Bearer rows' },
      });
    }
    const list = page.locator('#journal .list');
    await list.locator('.exchange').nth(39).waitFor();
    const row = list.locator('.exchange').last();
    const turn = () =>
      row.locator('summary').evaluate((each) => getComputedStyle(each, '::before').rotate);
    expect(await turn()).toBe('-45deg');
    await row.locator('summary').focus();
    await page.keyboard.press('Enter');
    await row.getByLabel('Response').waitFor();
    expect(await turn()).toBe('45deg');
    await vi.waitFor(async () => {
      const [inner, outer] = [await row.boundingBox(), await list.boundingBox()];
      const end = (inner?.y ?? 0) + (inner?.height ?? 0);
      expect(end).toBeLessThanOrEqual((outer?.y ?? 0) + (outer?.height ?? 0));
    });
  });
});

describe('the scenario panel', () => {
  it('makes the next create fail, and only that', async () => {
    await choose(page, 'Scenario', 'fails');
    await page.getByLabel('Apply to').selectOption('Next request');
    const { means = 'unknown' } = scenarios.fails ?? {};
    await page.locator('#scenarios').getByText(means, { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Apply' }).click();
    await page.locator('.rules li', { hasText: 'fails on the next request' }).waitFor();
    await send(page);
    await outcome(page, /^TaskFailedError: klingai task \d+: Image pixel is invalid$/);
    await page.getByText('No scenario is active').waitFor();
    await send(page);
    await outcome(page, 'the result is ready');
  });

  it('lists the scenarios by groups, and finds one by words of what it means', async () => {
    const field = page.getByRole('combobox', { name: 'Scenario' });
    const before = await field.inputValue();
    await field.click();
    const groups = page.locator('#scenario-list').getByRole('group');
    const shown = await groups.evaluateAll((all) =>
      all.flatMap((each) =>
        [...each.querySelectorAll('[role=option] span')].map((name) => [
          each.ariaLabel,
          name.textContent,
        ]),
      ),
    );
    const all = Object.entries(scenarios).map(([name, { group }]) => [group, name]);
    expect(shown).toEqual(all.filter(([, name]) => name !== 'normal'));
    await field.fill('callback twice');
    expect(
      await page.locator('.chooser').getByRole('option').locator('span').allTextContents(),
    ).toEqual(['callbacks-repeated']);
    await field.fill('nothing like this');
    await page.getByText('Nothing found').waitFor();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Escape');
    expect(await field.inputValue()).toBe(before);
    expect(await groups.count()).toBe(0);
  });

  it('refuses every create of one provider until it is cleared', async () => {
    here.expectComplaint(/status of 429/);
    await choose(page, 'Scenario', 'out-of-credit');
    await page.getByLabel('Apply to').selectOption('Every request');
    await page.locator('#scenarios').getByLabel('Provider').selectOption('klingai');
    await page.getByRole('button', { name: 'Apply' }).click();
    await page.locator('.rules li').waitFor();
    await send(page);
    await outcome(page, /^ApiError: klingai: .* \(code 1102, request /);
    await pick(page, 'cometapi');
    await send(page);
    await outcome(page, 'the result is ready');
    await page.getByRole('button', { name: 'Clear all' }).click();
    await page.getByText('No scenario is active').waitFor();
    await pick(page, 'klingai');
    await send(page);
    await outcome(page, 'the result is ready');
  });

  it('lets somebody stop a create that is being retried', async () => {
    here.expectComplaint(/status of 429/);
    mock.scenario('rate-limit');
    await send(page);
    await page.locator('#journal summary', { hasText: 'rate-limit' }).first().waitFor();
    await page.getByRole('button', { name: 'Stop' }).click();
    await outcome(page, 'AbortError: stopped');
    await page.getByRole('button', { name: 'Send' }).waitFor();
    expect(mock.tasks).toEqual([]);
  });
});

describe('the page', () => {
  it('shows every document and every correction', async () => {
    for (const each of await page.locator('.contract > summary').all()) await each.click();
    for (const each of await page.locator('.contract').all()) {
      await each.locator('.corrections').waitFor();
    }
    const text = await page.locator('#contracts').innerText();
    for (const [name, actions] of Object.entries(overlays)) {
      expect(text).toContain(`openapi/${name}.yaml`);
      for (const { target, description } of actions) {
        expect(text).toContain(target);
        expect(text).toContain(description.replaceAll('`', ''));
      }
    }
    expect(text).toContain('inferred');
    // Hundreds of links would be in the way of the keyboard.
    for (const each of await page.locator('.contract > summary').all()) await each.click();
  });

  it('can be used with the keyboard alone', async () => {
    const focused = () =>
      page.evaluate(() => {
        const at = document.activeElement;
        return at?.id || at?.getAttribute('value') || at?.textContent || '';
      });
    /** Presses Tab until the element with this id, value or text has the focus. */
    const tabTo = async (wanted: string) => {
      for (let i = 0; i < 120; i++) {
        if ((await focused()) === wanted) return;
        await page.keyboard.press('Tab');
      }
      throw new Error(`the keyboard cannot reach ${wanted}`);
    };
    await tabTo('klingai');
    // Backwards, as the way forwards leads through a provider without sounds, which chooses another operation.
    for (const _ of providerNames.slice(providerNames.indexOf('cometapi')))
      await page.keyboard.press('ArrowLeft');
    // By the arrows, and by words of its path.
    await tabTo('operation');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.getByRole('textbox', { name: 'video_url' }).waitFor();
    await page.keyboard.type('text2');
    await page.keyboard.press('Enter');
    await tabTo('field-prompt');
    await page.keyboard.press('Control+A');
    await page.keyboard.type('typed');
    await tabTo('send');
    await page.keyboard.press('Enter');
    await status(page, 'submitted');
    await tabTo('Advance');
    await page.keyboard.press('Enter');
    await status(page, 'processing');
    expect(await focused()).toBe('Advance');
    await page.keyboard.press('Enter');
    await status(page, 'succeed');
    // The button is disabled by now, but still has the focus.
    expect(await focused()).toBe('Advance');
    await outcome(page, 'the result is ready');
    expect(mock.tasks[0]).toMatchObject({ provider: 'cometapi', operation: 'textToVideo' });
    expect(mock.tasks[0]?.input.prompt).toBe('typed');
  });

  it('has no accessibility violations, in light or dark', async () => {
    // Only axe needs the policy off, because its script is injected.
    const { page, expectComplaint, leave } = await visit(browser, mock.url, { bypassCSP: true });
    expectComplaint(/status of 400/);
    await choose(page, 'Operation', 'Image generation');
    await send(page);
    await outcome(page, 'the result is ready');
    await choose(page, 'Operation', 'Text to audio');
    await page.getByRole('button', { name: 'Apply' }).click();
    await page.locator('.rules li').waitFor();
    await page.getByLabel('duration').fill('12');
    await send(page);
    await outcome(page, 'ApiError');
    const openAll = () =>
      page.evaluate(async () => {
        // Twice, because there are details inside details.
        for (let i = 0; i < 2; i++) {
          for (const each of document.querySelectorAll('details')) each.open = true;
          await new Promise((resolve) => setTimeout(resolve, 50));
        }
      });
    await openAll();
    // Rows of the contracts are all made alike, and there are hundreds.
    await page.locator('.contract li:nth-child(n+4)').evaluateAll((all) => {
      for (const each of all) each.remove();
    });
    await page.addScriptTag({ content: axe.source });
    /** What is wrong with the page, or with a part of it by some of the rules. */
    const audit = (part = 'html', rules?: string[]) =>
      page.evaluate(
        async ({ part, rules }) => {
          const options = rules ? { runOnly: rules } : {};
          const { violations } = await (window as unknown as { axe: typeof axe }).axe.run(
            part,
            options,
          );
          return violations.map(({ id, nodes }) => [id, ...nodes.map(({ html }) => html)]);
        },
        { part, rules },
      );
    const ground = () =>
      page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
    expect(await audit()).toEqual([]);
    expect(await ground()).toBe('rgb(244, 245, 243)');
    // Another form, with lists, groups, kinds and files.
    await choose(page, 'Operation', 'Elements');
    await openAll();
    expect(await audit('#request')).toEqual([]);
    // The dark page differs by its colours alone.
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await audit('html', ['color-contrast'])).toEqual([]);
    expect(await ground()).toBe('rgb(18, 21, 20)');
    await leave();
  });

  it('fits a narrow screen', async () => {
    await choose(page, 'Operation', 'Elements');
    await send(page);
    await outcome(page, 'the result is ready');
    const size = page.viewportSize() ?? { width: 1280, height: 720 };
    await page.setViewportSize({ ...size, width: 360 });
    // Another test clicks them; to scroll to each and wait until it is still takes seconds here.
    await page.locator('.contract').evaluateAll((all) => {
      for (const each of all) (each as HTMLDetailsElement).open = true;
    });
    for (const each of await page.locator('.contract').all()) {
      await each.locator('.corrections').waitFor();
    }
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
    await page.setViewportSize(size);
    // Not to be laid out again in each test that follows.
    await page.locator('.contract').evaluateAll((all) => {
      for (const each of all) (each as HTMLDetailsElement).open = false;
    });
  });

  it('sends requests to nobody but the mock, and loads no module for Node', async () => {
    const { page, leave } = await visit(browser, 'about:blank');
    const asked: string[] = [];
    page.on('request', (each) => asked.push(each.url()));
    await page.goto(mock.url);
    await page.locator('#live[data-live]').waitFor();
    expect(asked.filter((url) => !url.startsWith(mock.url))).toEqual([]);
    const modules = asked.filter((url) => url.endsWith('.js'));
    expect(modules).toContain(`${mock.url}/_mock/app/page.js`);
    for (const url of modules) {
      const answer = await fetch(url);
      expect(answer.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
      const text = await answer.text();
      expect(text, url).not.toMatch(/from 'node:|from "node:|require\(/);
      expect(text.length).toBeLessThan(145_000);
    }
    await leave();
  });

  it('has a content security policy that allows its own files only', async () => {
    const answer = await fetch(mock.url);
    const policy = answer.headers.get('content-security-policy') ?? '';
    expect(policy).toMatch(/^default-src 'none'; script-src 'self'; /);
    expect(policy).not.toMatch(/unsafe|\*|https?:/);
  });

  // In one test, as before each of them the page is reset.
  it('is not served with anything that lies beside it', async () => {
    const paths = [
      '/_mock/app/src/node/index.js',
      '/_mock/app/src/contract/ajv.js',
      '/_mock/app/src/cli/bin.js',
      '/_mock/app/../../package.json',
      '/_mock/app/src/../../package.json',
      '/_mock/app/src/..%2f..%2fpackage.json',
      '/_mock/app/%2e%2e/%2e%2e/package.json',
      '/_mock/app/src//etc/passwd',
      '/_mock/app/',
    ];
    // Not with fetch, which would normalise the path.
    const statusOf = (path: string) =>
      new Promise<number | undefined>((resolve, reject) => {
        request({ host: '127.0.0.1', port: mock.port, path }, (response) => {
          response.resume();
          resolve(response.statusCode);
        })
          .on('error', reject)
          .end();
      });
    for (const path of paths) expect(await statusOf(path), path).toBe(404);
  });
});

describe('the example', () => exampleTests(() => browser));
