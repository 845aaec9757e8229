import { ruleOf } from '../../documents/rules.ts';
import { el, select, setAttributes } from './dom.ts';
import { choicesOf, controlOf, type Field, textOf, valueFrom } from './fields.ts';
import { type Note, wordsOf } from './violations.ts';

/** One field of the form: its label, its control, what the document says of it, and what is wrong with it. */
export interface FieldView {
  field: Field;
  element: HTMLElement;
  /** Shows a value that came from elsewhere. */
  show(value: unknown): void;
  /** Shows what is wrong; nothing when it keeps the rules. */
  explain(notes: readonly Note[]): void;
}

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** Makes a field from its schema. */
export function fieldView(field: Field, onInput: (value: unknown) => void): FieldView {
  const id = `field-${field.path.join('-')}`;
  const notes = el('div', { id: `${id}-notes`, class: 'notes' });
  const control = controlFor(field, {
    id,
    'aria-describedby': `${id}-rule ${id}-help ${id}-notes`,
    'aria-required': field.isRequired ? 'true' : undefined,
    autocomplete: 'off',
    spellcheck: 'false',
  });
  control.addEventListener('input', () => onInput(valueFrom(field, control.value)));
  const label = el('label', { for: id }, el('code', {}, field.name));
  const mark = field.isRequired ? el('span', { class: 'mark' }, 'required') : undefined;
  const rule = el('span', { id: `${id}-rule`, class: 'rule' }, ruleFor(field));
  return {
    field,
    element: el(
      'div',
      { class: 'field' },
      el('div', { class: 'field-head' }, label, mark, rule),
      control,
      el('p', { id: `${id}-help`, class: 'help' }, field.schema.description ?? ''),
      notes,
    ),
    show: (value) => show(control, field, value),
    explain(found) {
      setAttributes(control, { 'aria-invalid': found.length > 0 ? 'true' : undefined });
      const lines = found.map((note) => el('p', { class: 'note' }, wordsOf(note, field.name)));
      notes.replaceChildren(...lines);
    },
  };
}

function controlFor(field: Field, attributes: Record<string, string | undefined>): Control {
  const kind = controlOf(field);
  const { schema } = field;
  if (kind === 'choice') {
    const options = choicesOf(schema).map(textOf);
    const none = field.isRequired ? 'choose' : `left out${defaultOf(field)}`;
    return select(attributes, [['', none], ...options]);
  }
  const placeholder = schema.default === undefined ? undefined : textOf(schema.default);
  if (kind === 'json') {
    return el('textarea', { ...attributes, class: 'json', rows: 3, placeholder: 'JSON' });
  }
  if (kind === 'long') return el('textarea', { ...attributes, rows: 2, placeholder });
  // Not of type number: that would keep a bad value from being typed.
  const mode = kind === 'number' ? { inputmode: 'decimal' } : {};
  return el('input', { ...attributes, ...mode, type: 'text', placeholder });
}

function defaultOf({ schema }: Field): string {
  return schema.default === undefined ? '' : ` (default ${textOf(schema.default)})`;
}

/** The document's rules, where the control does not show them already. */
function ruleFor(field: Field): string {
  return controlOf(field) === 'choice' ? '' : ruleOf(field.schema) + defaultOf(field);
}

/** Leaves the control alone while it says the same already: somebody may be typing there. */
function show(control: Control, field: Field, value: unknown): void {
  const text = textOf(value);
  if (textOf(valueFrom(field, control.value)) === text) return;
  if (control instanceof HTMLSelectElement) {
    // A value that the document does not know is shown all the same.
    const isKnown = [...control.options].some((option) => option.value === text);
    if (!isKnown) control.append(el('option', { value: text }, text));
  }
  control.value = text;
}
