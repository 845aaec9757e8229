/** The controls of single values: what is typed, chosen, or picked from the disk. */
import { describeLimits, formatBytes } from '../../documents/files.ts';
import { describeRetired, ruleOf, servedOf } from '../../documents/rules.ts';
import { createButton, createSelect, el, renderCode, setAttributes, setText } from './dom.ts';
import { choicesOf, controlOf, type Field, formatValue, parseValue } from './fields.ts';
import { fileAt, keepFile } from './files.ts';
import { classOf, describeNote, type Note } from './violations.ts';

/** One field of the form: label, control, description, and notes on what is wrong with the value. */
export interface FieldView {
  field: Field;
  element: HTMLElement;
  /** Shows a value that was set elsewhere, and whether the request needs one. */
  show(value: unknown, isRequired: boolean): void;
  /** Shows what is wrong with the value; an empty list means that it is valid. */
  showNotes(notes: readonly Note[]): void;
}

/** Is told the new value of a field; undefined is none. */
export type OnInput = (value: unknown) => void;

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** The id of a field's control. */
export const idOf = ({ name }: Field): string => `field-${name.replaceAll(/\W+/g, '-')}`;

/** The name of a field; what leads to it is less in view. */
export function renderName(name: string): HTMLElement {
  const [, path = '', own = name] = /^(.*\.)?([^.]*)$/.exec(name) ?? [];
  return el('code', {}, path ? el('span', { class: 'path' }, path) : undefined, own);
}

/** Says that a request needs the field. */
export const createMark = (): HTMLElement => el('span', { class: 'mark' }, 'required');

export const renderNotes = (notes: readonly Note[], name: string): HTMLElement[] =>
  notes.map((note) => el('p', { class: classOf(note) }, describeNote(note, name)));

/** Creates the field of a single value. */
export function createControlView(field: Field, onInput: OnInput): FieldView {
  const id = idOf(field);
  const notes = el('div', { id: `${id}-notes`, class: 'notes' });
  const control = createControl(field, {
    id,
    'aria-describedby': `${id}-rule ${id}-help ${id}-notes`,
    autocomplete: 'off',
    spellcheck: 'false',
  });
  control.addEventListener('input', () => onInput(parseValue(field, control.value)));
  const mark = createMark();
  const rule = el('span', { id: `${id}-rule`, class: 'rule' }, describeRule(field));
  const help = renderCode(field.schema.description ?? '');
  const chosen = controlOf(field) === 'media' ? new FilePicker(field, onInput) : undefined;
  const element = el(
    'div',
    { class: 'field' },
    el(
      'div',
      { class: 'field-head' },
      el('label', { for: id }, renderName(field.name)),
      mark,
      rule,
    ),
    chosen ? chosen.place(control) : control,
    el('p', { id: `${id}-help`, class: 'help' }, ...help),
    notes,
  );
  return {
    field,
    element,
    show(value, isRequired) {
      mark.hidden = !isRequired;
      setAttributes(control, { 'aria-required': isRequired ? 'true' : undefined });
      chosen?.show(value);
      showValue(control, field, value);
    },
    showNotes(found) {
      setAttributes(control, { 'aria-invalid': found.length > 0 ? 'true' : undefined });
      notes.replaceChildren(...renderNotes(found, field.name));
    },
  };
}

/** Beside the address of a file: a button that takes one from the disk, and what was taken. */
class FilePicker {
  readonly #row = el('div', { class: 'media' });
  readonly #preview = el('div', { class: 'preview' });
  readonly #facts = el('span', {});
  readonly #chosen: HTMLElement;
  readonly #input: HTMLInputElement | undefined;
  readonly #onInput: OnInput;
  #control: HTMLElement | undefined;
  #shown: unknown;

  constructor({ name, schema }: Field, onInput: OnInput) {
    const { kind = 'image', formats = [], takes = [] } = schema['x-media'] ?? {};
    this.#onInput = onInput;
    const remove = () => {
      onInput(undefined);
      this.#control?.focus();
    };
    this.#chosen = el(
      'div',
      { class: 'chosen' },
      this.#facts,
      createButton('Remove', remove, {
        class: 'small',
        'aria-label': `Remove the file of ${name}`,
      }),
    );
    if (!takes.includes('base64')) return;
    const accept = formats.length > 0 ? formats.map((format) => `.${format}`).join() : `${kind}/*`;
    const label = `Choose a file for ${name}`;
    this.#input = el('input', { type: 'file', accept, 'aria-label': label });
    this.#input.addEventListener('change', () => void this.#take(this.#input?.files?.[0]));
    this.#row.addEventListener('dragover', (event) => event.preventDefault());
    this.#row.addEventListener('drop', (event) => {
      event.preventDefault();
      void this.#take(event.dataTransfer?.files[0]);
    });
  }

  /** The row with the control for the address in it. */
  place(control: HTMLElement): HTMLElement {
    this.#control = control;
    const button = this.#input
      ? el(
          'span',
          { class: 'file' },
          el('span', { 'aria-hidden': 'true' }, 'Choose a file'),
          this.#input,
        )
      : undefined;
    this.#row.append(el('div', { class: 'address' }, control, ...(button ? [button] : [])));
    this.#row.append(this.#preview, this.#chosen);
    return this.#row;
  }

  async #take(file: File | undefined): Promise<void> {
    if (!file) return;
    this.#onInput(await keepFile(file));
    if (this.#input) this.#input.value = '';
  }

  show(value: unknown): void {
    const file = fileAt(value);
    const url = file?.url ?? ownAddress(value);
    this.#chosen.hidden = !file;
    // What stands for the file in the draft is for nobody to read.
    if (this.#control) this.#control.hidden = file !== undefined;
    if (value === this.#shown) return;
    this.#shown = value;
    if (file) {
      const { name, bytes, width, height, seconds } = file;
      const size = width && `${width} × ${height} px`;
      const length = seconds !== undefined && `${Number(seconds.toFixed(1))} s`;
      const facts = [name, formatBytes(bytes), size, length].filter(Boolean);
      setText(this.#facts, facts.join(' · '));
    }
    const format = file?.format ?? /\w+$/.exec(url)?.[0] ?? '';
    const isImage = file ? file.file.type.startsWith('image/') : /^(png|jpe?g)$/.test(format);
    const isPlayed = ['mp4', 'mov', 'mp3', 'wav', 'm4a', 'aac'].includes(format);
    const tag = isImage ? 'img' : ['mp4', 'mov'].includes(format) ? 'video' : 'audio';
    const label = `Preview of ${file?.name ?? 'the file'}`;
    const attributes = isImage ? { alt: label } : { controls: true, 'aria-label': label };
    const shown = url && (isImage || isPlayed) ? [el(tag, { src: url, ...attributes })] : [];
    this.#preview.replaceChildren(...shown);
  }
}

/** An address of the mock itself. Those of others are not loaded: the page asks nobody but the mock. */
function ownAddress(value: unknown): string {
  const text = typeof value === 'string' ? value : '';
  return text.startsWith(`${location.origin}/`) ? text : '';
}

function createControl(field: Field, attributes: Record<string, string | undefined>): Control {
  const kind = controlOf(field);
  const { schema } = field;
  if (kind === 'choice') {
    const { 'x-retired': retired = {} } = schema;
    const served = servedOf({ ...schema, enum: choicesOf(schema) }).map(formatValue);
    const gone = Object.entries(retired).map(
      ([value, day]) => [value, `${value} (retired on ${day})`] as const,
    );
    const none = field.isRequired ? 'choose one' : `not set${describeDefault(field)}`;
    return createSelect(attributes, [['', none], ...served, ...gone]);
  }
  const placeholder = schema.default === undefined ? undefined : formatValue(schema.default);
  if (kind === 'json') {
    return el('textarea', { ...attributes, class: 'json', rows: 3, placeholder: 'JSON' });
  }
  if (kind === 'long') return el('textarea', { ...attributes, rows: 2, placeholder });
  if (kind === 'media')
    return el('input', { ...attributes, type: 'text', placeholder: 'https://…' });
  // Not of type number, which would keep people from typing an invalid value.
  const mode = kind === 'number' ? { inputmode: 'decimal' } : {};
  return el('input', { ...attributes, ...mode, type: 'text', placeholder });
}

function describeDefault({ schema }: Field): string {
  const { default: value, 'x-retired': retired = {} } = schema;
  if (value === undefined) return '';
  const day = retired[formatValue(value)];
  return ` (default ${formatValue(value)}${day ? `, retired on ${day}` : ''})`;
}

/** The document's rules for a field; empty if the control shows them already. */
export function describeRule(field: Field): string {
  const { schema } = field;
  const kind = controlOf(field);
  if (kind === 'choice' || kind === 'group') return '';
  const limits = schema['x-media'];
  const rules = limits ? describeLimits(limits) : ruleOf(schema);
  return [rules, describeRetired(schema)].filter(Boolean).join('; ') + describeDefault(field);
}

/** Does nothing if the control already has this value, because somebody may be typing there. */
function showValue(control: Control, field: Field, value: unknown): void {
  const text = formatValue(value);
  if (formatValue(parseValue(field, control.value)) === text) return;
  if (control instanceof HTMLSelectElement) {
    // A value that the document does not know is shown as well.
    const isKnown = [...control.options].some((option) => option.value === text);
    if (!isKnown) control.append(el('option', { value: text }, text));
  }
  control.value = text;
}
