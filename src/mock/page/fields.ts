import { type JsonObject, join, objectOf, stepsOf, valueAt } from '../../documents/json.ts';
import type { Schema } from '../../documents/openapi.ts';
import { describeRetired, ruleOf, servedOf } from '../../documents/rules.ts';
import { createButton, createSelect, el, renderCode, setAttributes } from './dom.ts';
import { describeNote, groupByField, type Note } from './violations.ts';

/** One field of a request. The fields of an object in a request are fields of their own. */
export interface Field {
  /** Named as `check` does: `camera_control.config.zoom`. */
  name: string;
  /** Where its value is in the request: `/camera_control/config/zoom`. */
  pointer: string;
  schema: Schema;
  isRequired: boolean;
}

/** The kind of control that a field has; `rows` is for a list of objects. */
export type ControlKind = 'choice' | 'number' | 'rows' | 'json' | 'long' | 'text';

/** One field of the form: label, control, description, and notes on what is wrong with the value. */
export interface FieldView {
  field: Field;
  element: HTMLElement;
  /** Shows a value that was set elsewhere. */
  show(value: unknown): void;
  /** Shows what is wrong with the value; an empty list means that it is valid. */
  showNotes(notes: readonly Note[]): void;
}

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** All fields of an object's schema, in the document's order. */
export function fieldsOf(schema: Schema, pointer = ''): Field[] {
  const { properties = {}, required = [] } = schema;
  return Object.entries(properties).flatMap(([key, child]): Field[] => {
    if (!(child instanceof Object)) return [];
    const own = join(pointer, key);
    if (child.properties) return fieldsOf(child, own);
    const isRequired = pointer === '' && required.includes(key);
    return [{ name: stepsOf(own).join('.'), pointer: own, schema: child, isRequired }];
  });
}

/** The fields of an object in a list, by its place there. */
export function fieldsOfRow({ name, schema }: Pick<Field, 'name' | 'schema'>, at: number): Field[] {
  const fields = fieldsOf(objectOf(schema.items));
  return fields.map((field) => ({ ...field, name: `${name}[${at}].${field.name}` }));
}

/** Creates the view of a field from its schema. */
export function createFieldView(field: Field, onInput: (value: unknown) => void): FieldView {
  return controlOf(field) === 'rows'
    ? new RowsView(field, onInput)
    : createControlView(field, onInput);
}

const idOf = ({ name }: Field) => `field-${name.replaceAll(/\W+/g, '-')}`;

/** A list of objects: each with its fields and a button that removes it. */
class RowsView implements FieldView {
  readonly field: Field;
  readonly element: HTMLElement;
  readonly #onInput: (value: unknown) => void;
  readonly #list = el('div', { class: 'items' });
  readonly #notes = el('div', { class: 'notes' });
  readonly #add: HTMLButtonElement;
  #rows: unknown[] = [];
  #views: FieldView[][] = [];

  constructor(field: Field, onInput: (value: unknown) => void) {
    this.field = field;
    this.#onInput = onInput;
    this.#add = createButton(`Add to ${field.name}`, () => this.#addRow(), { class: 'small' });
    const mark = field.isRequired ? el('span', { class: 'mark' }, 'required') : undefined;
    const rule = el('span', { class: 'rule' }, describeRule(field));
    const title = el('span', { id: idOf(field) }, el('code', {}, field.name));
    this.element = el(
      'div',
      { class: 'field', role: 'group', 'aria-labelledby': idOf(field) },
      el('div', { class: 'field-head' }, title, mark, rule),
      el('p', { class: 'help' }, ...renderCode(field.schema.description ?? '')),
      this.#list,
      el('div', {}, this.#add),
      this.#notes,
    );
  }

  show(value: unknown): void {
    this.#rows = Array.isArray(value) ? value : [];
    if (this.#rows.length !== this.#views.length) this.#rebuild();
    for (const [at, views] of this.#views.entries()) {
      for (const view of views) view.show(valueAt(objectOf(this.#rows[at]), view.field.pointer));
    }
  }

  showNotes(found: readonly Note[]): void {
    const views = this.#views.flat();
    const groups = groupByField(
      // What is wrong with the list itself is not for its first field to show.
      found.filter(({ field }) => field !== this.field.name),
      views.map(({ field }) => field.name),
    );
    for (const view of views) view.showNotes(groups.get(view.field.name) ?? []);
    const own = found.filter(({ field }) => field === this.field.name);
    this.#notes.replaceChildren(
      ...[...own, ...(groups.get('') ?? [])].map((note) =>
        el('p', { class: 'note' }, describeNote(note, this.field.name)),
      ),
    );
  }

  #rebuild(): void {
    this.#views = this.#rows.map((_, at) =>
      fieldsOfRow(this.field, at).map((field) =>
        createFieldView(field, (value) => {
          const row = withValue(objectOf(this.#rows[at]), field.pointer, value);
          this.#set(this.#rows.with(at, row));
        }),
      ),
    );
    this.#list.replaceChildren(
      ...this.#views.map((views, at) => {
        const name = `${this.field.name}[${at}]`;
        const remove = createButton(`Remove ${name}`, () => this.#removeRow(at), {
          class: 'small',
        });
        const fields = views.map(({ element }) => element);
        return el('div', { class: 'item', role: 'group', 'aria-label': name }, ...fields, remove);
      }),
    );
  }

  #addRow(): void {
    this.#set([...this.#rows, {}]);
    this.#list.lastElementChild?.querySelector<HTMLElement>('input, select, textarea')?.focus();
  }

  #removeRow(at: number): void {
    this.#set(this.#rows.toSpliced(at, 1));
    this.#add.focus();
  }

  /** The form shows the new value here, too. */
  #set(rows: unknown[]): void {
    this.#onInput(rows.length > 0 ? rows : undefined);
  }
}

function createControlView(field: Field, onInput: (value: unknown) => void): FieldView {
  const id = idOf(field);
  const notes = el('div', { id: `${id}-notes`, class: 'notes' });
  const control = createControl(field, {
    id,
    'aria-describedby': `${id}-rule ${id}-help ${id}-notes`,
    'aria-required': field.isRequired ? 'true' : undefined,
    autocomplete: 'off',
    spellcheck: 'false',
  });
  control.addEventListener('input', () => onInput(parseValue(field, control.value)));
  const label = el('label', { for: id }, el('code', {}, field.name));
  const mark = field.isRequired ? el('span', { class: 'mark' }, 'required') : undefined;
  const rule = el('span', { id: `${id}-rule`, class: 'rule' }, describeRule(field));
  const help = renderCode(field.schema.description ?? '');
  return {
    field,
    element: el(
      'div',
      { class: 'field' },
      el('div', { class: 'field-head' }, label, mark, rule),
      control,
      el('p', { id: `${id}-help`, class: 'help' }, ...help),
      notes,
    ),
    show: (value) => showValue(control, field, value),
    showNotes(found) {
      setAttributes(control, { 'aria-invalid': found.length > 0 ? 'true' : undefined });
      const lines = found.map((note) => el('p', { class: 'note' }, describeNote(note, field.name)));
      notes.replaceChildren(...lines);
    },
  };
}

/** The kind of control for a field of this schema. */
export function controlOf({ name, schema }: Pick<Field, 'name' | 'schema'>): ControlKind {
  const types = [schema.type].flat();
  if (types.includes('number') || types.includes('integer')) return 'number';
  if (types.includes('boolean') || schema.enum) return 'choice';
  if (types.includes('array') && fieldsOf(objectOf(schema.items)).length > 0) return 'rows';
  if (types.includes('object') || types.includes('array')) return 'json';
  return (schema.maxLength ?? 0) >= 100 || name.endsWith('prompt') ? 'long' : 'text';
}

/** The text of a value in a control; empty for undefined. */
export function formatValue(value: unknown): string {
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
}

/** The value of a control's text. Text that does not fit the field stays text, which the check then complains about. */
export function parseValue(field: Pick<Field, 'name' | 'schema'>, text: string): unknown {
  if (text === '') return undefined;
  const kind = controlOf(field);
  if (kind === 'number') return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text;
  if (kind === 'choice') {
    return choicesOf(field.schema).find((each) => formatValue(each) === text) ?? text;
  }
  return kind === 'json' || kind === 'rows' ? parseJson(text) : text;
}

/** A copy with another value at a pointer. Undefined removes the field, and any object that is empty without it. */
export function withValue(values: JsonObject, pointer: string, value: unknown): JsonObject {
  const [key = '', ...rest] = stepsOf(pointer);
  const isHere = rest.length === 0;
  const child = isHere ? value : withValue(objectOf(values[key]), join('', ...rest), value);
  const isGone = isHere ? child === undefined : Object.keys(objectOf(child)).length === 0;
  if (!isGone) return { ...values, [key]: child };
  const { [key]: _, ...others } = values;
  return others;
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
  // Not of type number, which would keep people from typing an invalid value.
  const mode = kind === 'number' ? { inputmode: 'decimal' } : {};
  return el('input', { ...attributes, ...mode, type: 'text', placeholder });
}

/** The values to choose from; without an enum the field is a boolean. */
const choicesOf = ({ enum: values = [true, false] }: Schema): unknown[] => values;

function describeDefault({ schema }: Field): string {
  const { default: value, 'x-retired': retired = {} } = schema;
  if (value === undefined) return '';
  const day = retired[formatValue(value)];
  return ` (default ${formatValue(value)}${day ? `, retired on ${day}` : ''})`;
}

/** The document's rules for a field; empty if the control shows them already. */
function describeRule(field: Field): string {
  if (controlOf(field) === 'choice') return '';
  const rules = [ruleOf(field.schema), describeRetired(field.schema)].filter(Boolean).join('; ');
  return rules + describeDefault(field);
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

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
