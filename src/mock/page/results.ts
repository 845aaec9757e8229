/** What came back, for people: files that play and open, names with their values, and what is kept with a button that deletes it. */
import { isObject, type JsonObject } from '../../documents/json.ts';
import { type Format, formatAt, formats } from '../../documents/result-files.ts';
import { createButton, el, setText, showMessage } from './dom.ts';
import { titleOf } from './draft.ts';

/** How a file is shown. */
interface FileOptions {
  /** What it is, for those who do not see it. */
  label: string;
  /** What the link to it says. */
  caption: string;
  /** Whether a player loads the beginning of the file at once, to show how long it is. */
  preload?: 'metadata' | 'none';
}

/** A file of the mock: a picture that opens large, or a player; with a link to it. */
export function renderFile(url: string, format: Format, options: FileOptions): HTMLElement {
  const { label, caption, preload = 'metadata' } = options;
  const { kind } = formats[format];
  const link = el('a', { href: url, download: true }, caption);
  const attributes = { src: url, controls: true, preload, 'aria-label': label };
  const inner = {
    image: () => renderPicture(url, label),
    video: () => el('video', { ...attributes, playsinline: true }),
    audio: () => el('audio', attributes),
  }[kind]();
  return el('figure', { class: kind }, inner, el('figcaption', {}, link));
}

function renderPicture(url: string, label: string): HTMLElement {
  const picture = createButton('', () => showLarge(url, label), {
    class: 'picture',
    'aria-label': `${label}, open large`,
  });
  picture.append(el('img', { src: url, alt: '', loading: 'lazy' }));
  return picture;
}

/** Shows a picture over the whole page, until somebody closes it. */
function showLarge(url: string, label: string): void {
  const dialog = el('dialog', { class: 'large', 'aria-label': label });
  const close = createButton('Close', () => dialog.close());
  const link = el('a', { href: url, download: true }, 'Download');
  dialog.append(el('img', { src: url, alt: label }), el('div', { class: 'row' }, link, close));
  dialog.addEventListener('close', () => dialog.remove());
  dialog.addEventListener('click', ({ target }) => target === dialog && dialog.close());
  document.body.append(dialog);
  dialog.showModal();
}

/** Deletes one of those that are kept, by its id. */
export interface Deleting {
  /** The name of the field with the id: `voice_id`. */
  id: string;
  delete(id: string): Promise<void>;
}

/** Renders an answer: what is in it by names, and its files as what they are. */
export const renderAnswer = (answer: unknown, deleting?: Deleting): HTMLElement =>
  // It may be long, and the keyboard has to reach its end.
  el(
    'div',
    { class: 'answer', tabindex: 0, role: 'group', 'aria-label': 'Answer' },
    renderValue(answer, '', deleting),
  );

/** @param type the `type` of the object that a value stands in */
function renderValue(
  value: unknown,
  pointer: string,
  deleting?: Deleting,
  type?: string,
): HTMLElement {
  if (Array.isArray(value)) {
    const items = value.map((each) => el('li', {}, renderValue(each, `${pointer}/*`, deleting)));
    return items.length > 0 ? el('ol', { class: 'list' }, ...items) : el('span', {}, 'none');
  }
  if (isObject(value) && Object.keys(value).length > 0)
    return renderObject(value, pointer, deleting);
  const format = typeof value === 'string' && value ? formatAt(pointer, type) : undefined;
  if (format) return renderAddress(String(value), format, pointer);
  const time = readTime(value, pointer);
  if (time) return el('time', { datetime: time, title: String(value) }, formatTime(time));
  return el('span', {}, isObject(value) ? 'none' : value === '' ? 'empty' : String(value));
}

function renderObject(value: JsonObject, pointer: string, deleting?: Deleting): HTMLElement {
  const type = typeof value.type === 'string' ? value.type : undefined;
  const rows = Object.entries(value).flatMap(([name, child]) => [
    el('dt', {}, el('code', {}, name)),
    el('dd', {}, renderValue(child, `${pointer}/${name}`, deleting, type)),
  ]);
  const list = el('dl', { class: 'rows' }, ...rows);
  const id = deleting ? value[deleting.id] : undefined;
  // What the provider has for everybody is not somebody's to delete.
  if (!deleting || !id || value.owned_by === 'kling') return list;
  return el('div', { class: 'kept' }, list, renderDelete(String(id), deleting));
}

function renderDelete(id: string, deleting: Deleting): HTMLElement {
  const note = el('span', { class: 'mark' });
  const button = createButton(
    `Delete ${id}`,
    async () => {
      await deleting.delete(id);
      setText(note, 'deleted');
      button.closest('.kept')?.setAttribute('data-deleted', '');
      button.remove();
      showMessage(`Deleted ${id}`);
    },
    { class: 'small' },
  );
  return el('div', { class: 'row' }, button, note);
}

/** A file where it is the mock's, else its address alone: the page asks nobody but the mock. */
function renderAddress(url: string, format: Format, pointer: string): HTMLElement {
  const name = pointer.slice(pointer.lastIndexOf('/') + 1);
  const found = URL.canParse(url) ? new URL(url) : undefined;
  // The same mock may be called localhost by one and 127.0.0.1 by another.
  const isOwn = found?.port === location.port && found.pathname.startsWith('/media/');
  if (!found || !isOwn) return el('a', { href: url, rel: 'noreferrer', target: '_blank' }, url);
  return renderFile(found.pathname, format, {
    label: titleOf(name),
    caption: format.toUpperCase(),
  });
}

/** The day and time of a field that is named so and counts milliseconds; undefined for others. */
function readTime(value: unknown, pointer: string): string | undefined {
  const isTime = typeof value === 'number' && value > 1e11 && /_(time|at)$/.test(pointer);
  return isTime ? new Date(value).toISOString() : undefined;
}

const formatTime = (text: string): string => `${text.slice(0, 10)} ${text.slice(11, 16)} UTC`;
