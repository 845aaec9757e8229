/** The page with every operation that the documents have: one of each kind in full, of the others the form and its example. */
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { check, estimate } from '../../src/index.ts';
import { type Mock, startMock } from '../../src/mock/index.ts';
import { titleOf } from '../../src/mock/page/draft.ts';
import { calls, resources, tasks } from '../support/offered.ts';
import { choose, launch, outcome, pick, reset, send, type Visit, visit } from './browser.ts';
import { play } from './player.ts';

let browser: Browser;
let mock: Mock;
let here: Visit;
let page: Page;
beforeAll(async () => {
  [browser, mock] = await Promise.all([launch(), startMock({ speed: 600 })]);
  here = await visit(browser, mock.url);
  page = here.page;
  await page.locator('#live[data-live]').waitFor();
});
afterAll(async () => {
  await browser?.close();
  await mock?.close();
});
beforeEach(() => reset(page));
afterEach(() => here.settle());

/** Shows the form of an operation, as it is at first. */
async function open(provider: string, operation: string, kind?: string): Promise<void> {
  await pick(page, provider);
  await choose(page, 'Operation', titleOf(operation));
  if (kind) await pick(page, kind);
}

/**
 * Chooses an operation and sends its example, within the page: other tests click and type like people, which for all
 * operations would take most of the time here. Gives what the page says then, and the controls of the form that nobody
 * could tell apart without seeing them.
 */
const sendExample = (provider: string, operation: string) =>
  page.evaluate(
    async ([provider, operation, title]) => {
      const find = (selector: string) => document.querySelector<HTMLInputElement>(selector);
      find(`#request [name=provider][value=${provider}]`)?.click();
      const chooser = find('#operation');
      if (chooser) chooser.value = title;
      chooser?.dispatchEvent(new Event('input'));
      find(`#operation-list [data-value=${operation}]`)?.click();
      const unlabelled = [
        ...document.querySelectorAll<HTMLInputElement>(
          '#request :is(input, select, textarea, button)',
        ),
      ]
        .filter(({ id, labels, ariaLabel, textContent }) => {
          const text = ariaLabel || textContent || labels?.[0]?.textContent;
          return !text?.trim() || document.querySelectorAll(`[id="${id}"]`).length > 1;
        })
        .map(({ outerHTML }) => outerHTML);
      find('#send')?.click();
      const said = () => find('#outcome')?.textContent ?? '';
      while (said() === 'Sending…') await new Promise((resolve) => setTimeout(resolve, 5));
      return { unlabelled, said: said() };
    },
    [provider, operation, titleOf(operation)] as const,
  );

/** A picture that is there, by the size that it really has. */
const sizeOf = (picture: Locator) =>
  picture.evaluate(async (image: HTMLImageElement) => {
    await image.decode();
    return [image.naturalWidth, image.naturalHeight];
  });
const body = async () => JSON.parse(await page.locator('#body').inputValue());
const answer = () => page.locator('#request .answer');

it('has a form for every operation, whose example is sent and comes back finished', async () => {
  const show = (isShown: boolean) =>
    page.evaluate((isShown) => document.body.toggleAttribute('hidden', !isShown), isShown);
  // Nothing here is about what is in view, and Chromium would paint all of it again and again.
  await show(false);
  for (const [provider, operation] of [...tasks, ...calls]) {
    const { unlabelled, said } = await sendExample(provider, operation);
    expect(unlabelled, operation).toEqual([]);
    expect(said, operation).toMatch(/^(Task \d+: |Answered)/);
  }
  await vi.waitFor(
    () => expect(mock.tasks.filter(({ hasResult }) => !hasResult)).toEqual([]),
    30_000,
  );
  const made = mock.tasks.map(({ provider, operation }) => `${provider} ${operation}`);
  expect(made).toEqual(expect.arrayContaining(tasks.map((each) => each.join(' '))));
  await show(true);
});

it('shows all pictures of a task, each of which opens large and closes by the keyboard', async () => {
  await open('klingai', 'imageGeneration');
  await page.getByText('more fields').click();
  await page.getByLabel('n', { exact: true }).fill('3');
  await page.getByLabel('watermark_info.enabled').selectOption('true');
  await page.getByLabel('aspect_ratio').selectOption('9:16');
  await send(page);
  await outcome(page, 'the result is ready');
  const card = page.locator('.card').first();
  await card.getByRole('link', { name: 'PNG 6, watermarked' }).waitFor();
  const pictures = card.getByRole('button', { name: /^Image generation, PNG \d.*, open large$/ });
  expect(await pictures.count()).toBe(6);
  for (const picture of await pictures.locator('img').all()) {
    await picture.scrollIntoViewIfNeeded();
    const [width = 0, height = 0] = await sizeOf(picture);
    expect(width / height).toBeCloseTo(9 / 16, 1);
  }
  await pictures.nth(1).press('Enter');
  const large = page.getByRole('dialog', { name: 'Image generation, PNG 2' });
  expect(await sizeOf(large.getByRole('img'))).toEqual(
    await sizeOf(pictures.nth(1).locator('img')),
  );
  await page.keyboard.press('Escape');
  await large.waitFor({ state: 'detached' });
  expect(await pictures.nth(1).evaluate((each) => each === document.activeElement)).toBe(true);
});

it('shows what a call answers: a speech that plays, faces, and what is left of the account', async () => {
  await open('klingai', 'textToSpeech');
  await send(page);
  await outcome(page, 'Answered');
  const { duration, fromStart } = await play(answer().locator('audio'));
  expect(duration).toBeGreaterThan(0.5);
  expect(fromStart).toBeGreaterThan(0.1);
  await open('klingai', 'identifyFace');
  await send(page);
  await answer().getByText('session_id').waitFor();
  const [width = 0] = await sizeOf(answer().locator('img').first());
  expect(width).toBeGreaterThan(0);
  await open('klingai', 'accountUsage');
  await send(page);
  await answer().getByText('remaining_quantity').waitFor();
  expect(await answer().locator('time').first().textContent()).toMatch(/^20\d\d-\d\d-\d\d .* UTC$/);
});

it.each(resources)(
  'deletes what %s keeps of %s, after which it is gone',
  async (provider, operation) => {
    await open(provider, operation, 'Create');
    await send(page);
    await outcome(page, 'the result is ready');
    const button = answer().getByRole('button', { name: /^Delete \d+$/ });
    const id = (await button.textContent())?.replace('Delete ', '') ?? '';
    expect(id).toMatch(/^\d+$/);
    await pick(page, 'List');
    await send(page);
    await answer()
      .getByRole('button', { name: `Delete ${id}` })
      .click();
    await answer().locator('[data-deleted]', { hasText: id }).waitFor();
    await send(page);
    await outcome(page, 'Listed');
    expect(
      await answer()
        .getByRole('button', { name: `Delete ${id}` })
        .count(),
    ).toBe(0);
    await pick(page, 'Delete');
    await page.getByLabel(/_id$/).fill(id);
    const code = `await kling.${operation}.delete('${id}');`;
    expect(await page.locator('.program').textContent()).toContain(code);
    // What the provider has for everybody is nobody's to delete.
    await pick(page, 'Presets');
    await send(page);
    await outcome(page, /^Listed \d+ preset/);
    expect(await answer().locator('li').count()).toBeGreaterThan(0);
    expect(
      await answer()
        .getByRole('button', { name: /^Delete/ })
        .count(),
    ).toBe(0);
  },
);

it('takes a picture from the disk, tells its size, and sends it as Base64 without a prefix', async () => {
  const png = await drawPicture(640, 480);
  await open('klingai', 'imageToVideo');
  const field = page.locator('.field', {
    has: page.getByLabel('Choose a file for image', { exact: true }),
  });
  await field
    .getByLabel('Choose a file for image')
    .setInputFiles({ name: 'boat.png', mimeType: 'image/png', buffer: png });
  await field.getByText(/^boat\.png · \d+ kB · 640 × 480 px$/).waitFor();
  expect(await sizeOf(field.getByAltText('Preview of boat.png'))).toEqual([640, 480]);
  expect(await field.locator('.note').count()).toBe(0);
  expect(await page.locator('.program').textContent()).toContain(
    "import { base64 } from 'kling-fetch/node';",
  );
  expect(await page.locator('.program').textContent()).toContain(
    "image: await base64('./boat.png', 'imageToVideo.image')",
  );
  await send(page);
  await outcome(page, 'the result is ready');
  expect(mock.tasks[0]?.input.image).toBe(png.toString('base64'));
  await field.getByRole('button', { name: 'Remove the file of image' }).click();
  expect(await page.getByLabel('image', { exact: true }).inputValue()).toBe('');
  expect(await page.getByLabel('image', { exact: true }).isVisible()).toBe(true);
});

it('says in a line what is wrong with a file, and sends it all the same', async () => {
  await open('klingai', 'expandImage');
  const field = page.locator('.field', {
    has: page.getByLabel('Choose a file for image', { exact: true }),
  });
  const choose = (name: string, buffer: Buffer) =>
    field
      .getByLabel('Choose a file for image')
      .setInputFiles({ name, mimeType: 'image/png', buffer });
  await choose('wide.png', await drawPicture(900, 300));
  const notes = field.locator('.note');
  await notes.getByText('wide.png is 900 × 300 px, width by height 3, not 0.4 to 2.5').waitFor();
  await page.getByText('Breaks the contract: image.').waitFor();
  await choose('notes.png', Buffer.from('no picture'));
  await notes.getByText('notes.png is of no known type, not jpg, jpeg or png').waitFor();
  await send(page);
  await outcome(page, 'the result is ready');
  expect(mock.tasks[0]?.input.image).toBe(Buffer.from('no picture').toString('base64'));
});

it('takes a file in a list, of objects or of addresses', async () => {
  const png = await drawPicture(400, 400);
  const file = { name: 'a.png', mimeType: 'image/png', buffer: png };
  const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
  await open('klingai', 'omniImage');
  await page.getByText('more fields').click();
  await press('Add to image_list');
  await page.getByLabel('Choose a file for image_list[0].image').setInputFiles(file);
  await page.locator('.preview img').waitFor();
  await send(page);
  await outcome(page, 'the result is ready');
  expect(mock.tasks[0]?.input.image_list).toEqual([{ image: png.toString('base64') }]);
  expect(await page.locator('.program').textContent()).toContain("'omniImage.image_list.image'");
  await open('klingai', 'videoEffects');
  await pick(page, 'A scene for two pictures');
  await press('Add to input.images');
  await press('Add to input.images');
  await page.getByLabel('input.images[0]', { exact: true }).fill('https://example.com/a.png');
  await page.getByLabel('input.images[1]', { exact: true }).fill('https://example.com/b.png');
  const images = ['https://example.com/a.png', 'https://example.com/b.png'];
  expect((await body()).input).toEqual({ images });
});

it('offers the kinds of an object by name, with the fields of each, and remembers those of the other', async () => {
  await open('klingai', 'elements', 'Create');
  const { element_image_list: pictures } = await body();
  const frontal = page.getByLabel('element_image_list.frontal_image', { exact: true });
  await pick(page, 'From a video');
  expect(await frontal.isVisible()).toBe(false);
  expect(await body()).toMatchObject({ reference_type: 'video_refer' });
  expect(await body()).not.toHaveProperty('element_image_list');
  await page.getByRole('button', { name: 'Add to element_video_list.refer_videos' }).click();
  await page.keyboard.type('https://example.com/boat.mp4');
  const videos = { refer_videos: [{ video_url: 'https://example.com/boat.mp4' }] };
  expect((await body()).element_video_list).toEqual(videos);
  expect(await page.locator('#request .field .note').allTextContents()).toEqual([]);
  await pick(page, 'From pictures');
  expect(await body()).toMatchObject({
    reference_type: 'image_refer',
    element_image_list: pictures,
  });
  expect(await body()).not.toHaveProperty('element_video_list');
});

it('has the form of the chosen model, and each content with the fields of its type', async () => {
  await open('klingai2', 'omniVideo', 'Create');
  const model = page.getByLabel('model', { exact: true });
  const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
  expect(await body()).toMatchObject({ model: 'kling-3.0-omni' });
  expect(await page.locator('.route code').textContent()).toBe(
    'POST /klingai2/omni-video/kling-3.0-omni',
  );
  const resolutions = page.getByLabel('settings.resolution').locator('option');
  expect(await resolutions.allTextContents()).toContain('4k');
  await model.focus();
  await model.selectOption('kling-o1');
  expect(await page.locator('.route code').textContent()).toBe(
    'POST /klingai2/omni-video/kling-o1',
  );
  expect(await model.evaluate((each) => each === document.activeElement)).toBe(true);
  expect(await resolutions.allTextContents()).not.toContain('4k');
  await press('Add to contents');
  await page.getByLabel('contents[1].type').selectOption('element');
  await page.getByLabel('contents[1].element_id').fill('829836802793406551');
  await page.getByLabel('contents[1].id').fill('captain');
  await page.getByLabel('contents[1].type').selectOption('first_frame');
  expect(await page.getByLabel('contents[1].element_id').count()).toBe(0);
  const png = await drawPicture(400, 800);
  await page
    .getByLabel('Choose a file for contents[1].url')
    .setInputFiles({ name: 'boat.png', mimeType: 'image/png', buffer: png });
  await page.locator('.preview img').waitFor();
  const program = page.locator('.program');
  expect(await program.textContent()).toContain(
    "const { videos } = await kling.omniVideo.run({ model: 'kling-o1', contents: [{ type: 'prompt'",
  );
  await send(page);
  await outcome(page, 'the result is ready');
  const frame = { type: 'first_frame', url: png.toString('base64'), id: 'captain' };
  expect(mock.tasks[0]?.input.contents).toContainEqual(frame);
  expect((await play(page.locator('.card video').first())).duration).toBeCloseTo(5, 0);
  await pick(page, 'Get');
  await page.locator('.recent button').first().click();
  expect(await program.textContent()).toContain('const { status } = await kling.omniVideo.task(');
  await send(page);
  await outcome(page, /^Task \d+: succeed/);
  await answer().locator('video').waitFor();
  await pick(page, 'List');
  await send(page);
  await outcome(page, 'Listed 1 task');
  expect(await program.textContent()).toContain('const { result } = await kling.omniVideo.list();');
  await pick(page, 'Create');
});

it('groups the operations under headings', async () => {
  await pick(page, 'klingai');
  await page.getByRole('combobox', { name: 'Operation', exact: true }).first().click();
  const groups = page.locator('#operation-list').getByRole('group');
  const names = await groups.evaluateAll((all) => all.map(({ ariaLabel }) => ariaLabel));
  expect(names).toEqual(['Videos', 'Images', 'Sounds', 'Kept', 'Account']);
  await page.keyboard.press('Escape');
});

/** A picture of this size, as a file. */
async function drawPicture(width: number, height: number): Promise<Buffer> {
  const text = await page.evaluate(
    ([width = 1, height = 1]) => {
      const canvas = document.createElement('canvas');
      Object.assign(canvas, { width, height });
      canvas.getContext('2d')?.fillRect(0, 0, width / 2, height / 2);
      return canvas.toDataURL('image/png').split(',')[1] ?? '';
    },
    [width, height],
  );
  return Buffer.from(text, 'base64');
}

it('says before anything is sent what it would cost and what the models rule out', async () => {
  await open('klingai', 'textToVideo');
  const forecast = page.locator('#forecast');
  await page.getByText('Edit as JSON').click();
  const show = (input: object) => page.locator('#body').fill(JSON.stringify(input));
  const boat = { prompt: 'boat', model_name: 'kling-v3', mode: 'std', duration: '5' };
  const { units = 0, dollars = 0, pricesOf } = estimate('textToVideo', boat) ?? {};
  await show(boat);
  const price = `${units} units, $${dollars}`;
  expect(await forecast.textContent()).toBe(`Would cost about ${price}, by prices of ${pricesOf}.`);
  const old = { ...boat, model_name: 'kling-v1-6' };
  await show(old);
  const warnings = check('textToVideo', old).map(({ message }) => message);
  expect(warnings).toHaveLength(1);
  expect(await forecast.locator('.note').textContent()).toContain(warnings[0]);
  await show({ prompt: 'boat', model_name: 'of-tomorrow' });
  expect(await forecast.textContent()).toBe('');
  // A gateway has prices of its own, and what is only read is free.
  await pick(page, 'cometapi');
  await show(boat);
  expect(await forecast.textContent()).toBe('');
  await open('klingai', 'textToVideo', 'Get');
  expect(await forecast.textContent()).toBe('');
  await page.getByText('Edit as JSON').click();
  expect(mock.requests).toEqual([]);
});
