/** The fields of an object or a list, each of which may be one again. */
import { type JsonObject, listOf, objectOf } from '../../documents/json.ts';
import type { Schema } from '../../documents/openapi.ts';
import {
  createControlView,
  createMark,
  describeRule,
  type FieldView,
  idOf,
  type OnInput,
  renderName,
  renderNotes,
} from './controls.ts';
import { createButton, el, formatCount, renderCode, setChildren, setText } from './dom.ts';
import {
  branchOf,
  controlOf,
  type Field,
  fieldsOf,
  isLeftOut,
  isUseless,
  itemOf,
  type Tagged,
  taggedBy,
  takeBranch,
  variantsOf,
  withKey,
} from './fields.ts';
import { groupByField, type Note } from './violations.ts';

/** Creates the view of a field from its schema. */
function createFieldView(field: Field, onInput: OnInput): FieldView {
  const kind = controlOf(field);
  if (kind === 'group') return new GroupView(field, onInput);
  return kind === 'rows' ? new RowsView(field, onInput) : createControlView(field, onInput);
}

/** The frame of a group or a list, with its name, rule and description. */
function createFrame(field: Field, mark: HTMLElement, ...children: HTMLElement[]): HTMLElement {
  const title = el('span', { id: idOf(field) }, renderName(field.name));
  const rule = el('span', { class: 'rule' }, describeRule(field));
  const help = field.schema.description;
  return el(
    'div',
    { class: 'field', role: 'group', 'aria-labelledby': idOf(field) },
    el('div', { class: 'field-head' }, title, mark, rule),
    help ? el('p', { class: 'help' }, ...renderCode(help)) : undefined,
    ...children,
  );
}

/** The fields of an object. Which of them there are may be for somebody to choose. */
export class ObjectView {
  readonly element = el('div', { class: 'fields' });
  readonly #views: FieldView[];
  readonly #schema: Schema;
  readonly #onInput: (values: JsonObject) => void;
  readonly #picks: { show(at: number): void; element: HTMLElement }[];
  /** What somebody chose, for each choice. */
  readonly #picked: (number | undefined)[] = [];
  /** Which fields are of use now, for each choice; undefined before anything is shown. */
  #branches: number[] | undefined;
  /** Values that the choice of another branch removed, in case that somebody comes back. */
  readonly #put = new Map<string, unknown>();
  readonly #first = el('div', { class: 'fields' });
  readonly #more: HTMLDetailsElement | undefined;
  readonly #summary = el('summary');
  #values: JsonObject = {};

  /**
   * @param name how the object is called from the top; empty there
   * @param onInput called with the object as it is then
   */
  constructor(schema: Schema, name: string, onInput: (values: JsonObject) => void) {
    this.#schema = schema;
    this.#onInput = onInput;
    this.#views = fieldsOf(schema, name).map((field) =>
      createFieldView(field, (value) => onInput(withKey(this.#values, field.key, value))),
    );
    this.#picks = variantsOf(schema).map(({ titles }, at) =>
      createPick(titles, `${name || 'request'}-${at}`, (branch) => this.#pick(at, branch)),
    );
    // Only the request itself has so many fields that some are better folded.
    this.#more = name === '' ? el('details', { class: 'more' }) : undefined;
    const picks = this.#picks.map(({ element }) => element);
    this.element.append(...picks, this.#first, ...(this.#more ? [this.#more] : []));
  }

  /** Shows values that were set elsewhere. */
  show(values: JsonObject): void {
    this.#values = values;
    const variants = variantsOf(this.#schema);
    const branches = variants.map((variant, at) => branchOf(variant, values, this.#picked[at]));
    const hasMoved = branches.join() !== this.#branches?.join();
    this.#branches = branches;
    for (const [at, branch] of branches.entries()) this.#picks[at]?.show(branch);
    const chosen = variants.map(({ branches: all }, at) => all[branches[at] ?? 0] ?? {});
    const required = new Set(
      [this.#schema, ...(this.#schema.allOf ?? []), ...chosen].flatMap(
        ({ required = [] }) => required,
      ),
    );
    for (const view of this.#views) {
      const { key } = view.field;
      const value = values[key];
      view.element.hidden = value === undefined && chosen.some((branch) => isLeftOut(branch, key));
      view.show(value, required.has(key));
    }
    // Not whenever something is typed: a field must not move from under somebody's hands.
    if (hasMoved) this.#layOut(required);
  }

  /** Shows the fields that are needed or have a value; the others are folded. The one that somebody types in stays. */
  #layOut(required: ReadonlySet<string>): void {
    const more = this.#more;
    const variants = variantsOf(this.#schema);
    const isFolded = ({ field: { key }, element }: FieldView) => {
      if (element.contains(document.activeElement)) return more?.contains(element) === true;
      const isOfUse = variants.every(
        (variant, at) => !isUseless(variant, this.#branches?.[at] ?? 0, key),
      );
      return (
        more !== undefined && this.#values[key] === undefined && !(required.has(key) && isOfUse)
      );
    };
    const others = this.#views.filter(isFolded);
    const first = this.#views.filter((view) => !others.includes(view));
    setChildren(
      this.#first,
      first.map(({ element }) => element),
    );
    if (!more) return;
    const shown = others.filter(({ element }) => !element.hidden);
    setText(this.#summary, formatCount(shown.length, 'more field'));
    more.hidden = shown.length === 0;
    if (!more.contains(document.activeElement)) more.open = false;
    setChildren(more, [this.#summary, ...others.map(({ element }) => element)]);
  }

  /** Shows next to each field what is wrong with it, and gives the notes that no field can show. */
  showNotes(notes: readonly Note[]): Note[] {
    const names = this.#views.map(({ field }) => field.name);
    const groups = groupByField(notes, names);
    for (const view of this.#views) {
      const own = groups.get(view.field.name) ?? [];
      view.showNotes(own);
      if (own.length > 0) view.element.hidden = false;
      if (own.length > 0 && this.#more?.contains(view.element)) {
        this.#more.hidden = false;
        this.#more.open = true;
      }
    }
    return groups.get('') ?? [];
  }

  #pick(at: number, branch: number): void {
    const variant = variantsOf(this.#schema)[at];
    if (!variant) return;
    this.#picked[at] = branch;
    const values = takeBranch(variant, branch, this.#values);
    const back = [...this.#put].filter(
      ([key]) => !(key in values) && !isUseless(variant, branch, key),
    );
    for (const [key, value] of Object.entries(this.#values)) {
      if (!(key in values)) this.#put.set(key, value);
    }
    this.#onInput({ ...values, ...Object.fromEntries(back) });
  }
}

/** An object of which one field tells its kind: it has the fields of that kind alone. */
class TaggedView {
  readonly element = el('div', {});
  readonly #tagged: Tagged;
  readonly #schema: Schema;
  readonly #name: string;
  readonly #onInput: (values: JsonObject) => void;
  #shown: Schema | undefined;
  #inner = new ObjectView({}, '', () => {});

  constructor(tagged: Tagged, schema: Schema, name: string, onInput: (values: JsonObject) => void) {
    this.#tagged = tagged;
    this.#schema = { ...schema, oneOf: [] };
    this.#name = name;
    this.#onInput = onInput;
  }

  show(values: JsonObject): void {
    const { key, kinds } = this.#tagged;
    const schema = kinds.get(values[key]) ?? this.#schema;
    if (schema !== this.#shown) {
      this.#shown = schema;
      this.#inner = new ObjectView(schema, this.#name, (next) =>
        this.#onInput(next[key] === values[key] ? next : this.#keepKnown(next)),
      );
      const { id = '' } = this.element.contains(document.activeElement)
        ? (document.activeElement ?? {})
        : {};
      this.element.replaceChildren(this.#inner.element);
      if (id) document.getElementById(id)?.focus();
    }
    this.#inner.show(values);
  }

  showNotes(notes: readonly Note[]): Note[] {
    return this.#inner.showNotes(notes);
  }

  /** What the kind that was chosen has, too. */
  #keepKnown(values: JsonObject): JsonObject {
    const { key, kinds } = this.#tagged;
    const { properties = {} } = kinds.get(values[key]) ?? this.#schema;
    return Object.fromEntries(Object.entries(values).filter(([name]) => name in properties));
  }
}

/** The choice of one of several kinds of an object. */
function createPick(
  titles: readonly string[],
  name: string,
  onPick: (at: number) => void,
): { element: HTMLElement; show(at: number): void } {
  const inputs = titles.map((_, at) => {
    const input = el('input', { type: 'radio', name: `kind-of-${name}`, value: `${at}` });
    input.addEventListener('change', () => onPick(at));
    return input;
  });
  const labels = inputs.map((input, at) =>
    el('label', {}, input, el('span', {}, titles[at] ?? '')),
  );
  return {
    element: el(
      'fieldset',
      { class: 'pick variant' },
      el('legend', {}, 'Kind'),
      el('div', {}, ...labels),
    ),
    show(at) {
      for (const [index, input] of inputs.entries()) input.checked = index === at;
    },
  };
}

/** An object in a request. Without a value in it, it is left out. */
class GroupView implements FieldView {
  readonly field: Field;
  readonly element: HTMLElement;
  readonly #inner: ObjectView;
  readonly #mark = createMark();
  readonly #notes = el('div', { class: 'notes' });

  constructor(field: Field, onInput: OnInput) {
    this.field = field;
    this.#inner = new ObjectView(field.schema, field.name, (values) =>
      onInput(Object.keys(values).length > 0 ? values : undefined),
    );
    this.#inner.element.classList.add('item');
    this.element = createFrame(field, this.#mark, this.#inner.element, this.#notes);
  }

  show(value: unknown, isRequired: boolean): void {
    this.#mark.hidden = !isRequired;
    this.#inner.show(objectOf(value));
  }

  showNotes(found: readonly Note[]): void {
    const { name } = this.field;
    const own = found.filter(({ field }) => field === name);
    const rest = this.#inner.showNotes(found.filter(({ field }) => field !== name));
    this.#notes.replaceChildren(...renderNotes([...own, ...rest], name));
  }
}

/** A row of a list: an object with its fields, or a value. */
interface Row {
  element: HTMLElement;
  show(value: unknown): void;
  /** Gives the notes that it has no place for. */
  showNotes(notes: readonly Note[]): Note[];
}

/** A list: each row with its fields and a button that removes it. */
class RowsView implements FieldView {
  readonly field: Field;
  readonly element: HTMLElement;
  readonly #onInput: OnInput;
  readonly #list = el('div', { class: 'items' });
  readonly #notes = el('div', { class: 'notes' });
  readonly #mark = createMark();
  readonly #add: HTMLButtonElement;
  #values: unknown[] = [];
  #rows: Row[] = [];

  constructor(field: Field, onInput: OnInput) {
    this.field = field;
    this.#onInput = onInput;
    this.#add = createButton('Add', () => this.#addRow(), {
      class: 'small',
      'aria-label': `Add to ${field.name}`,
    });
    const add = el('div', {}, this.#add);
    this.element = createFrame(field, this.#mark, this.#list, add, this.#notes);
  }

  show(value: unknown, isRequired: boolean): void {
    this.#mark.hidden = !isRequired;
    this.#values = listOf(value);
    if (this.#values.length !== this.#rows.length) {
      this.#rows = this.#values.map((_, at) => this.#createRow(at));
      this.#list.replaceChildren(...this.#rows.map(({ element }) => element));
    }
    for (const [at, row] of this.#rows.entries()) row.show(this.#values[at]);
  }

  showNotes(found: readonly Note[]): void {
    const { name } = this.field;
    const names = this.#rows.map((_, at) => itemOf(this.field, at).name);
    // What is wrong with the list itself is not for its first row to show.
    const groups = groupByField(
      found.filter(({ field }) => field !== name),
      names,
    );
    const rest = this.#rows.flatMap((row, at) => row.showNotes(groups.get(names[at] ?? '') ?? []));
    const own = found.filter(({ field }) => field === name);
    const notes = [...own, ...rest, ...(groups.get('') ?? [])];
    this.#notes.replaceChildren(...renderNotes(notes, name));
  }

  #createRow(at: number): Row {
    const field = itemOf(this.field, at);
    const onInput = (value: unknown) => this.#onInput(this.#values.with(at, value));
    const remove = createButton('Remove', () => this.#removeRow(at), {
      class: 'small',
      'aria-label': `Remove ${field.name}`,
    });
    if (controlOf(field) === 'group') {
      const tagged = taggedBy(field.schema);
      const inner = tagged
        ? new TaggedView(tagged, field.schema, field.name, onInput)
        : new ObjectView(field.schema, field.name, onInput);
      const attributes = { class: 'item', role: 'group', 'aria-label': field.name };
      return {
        element: el('div', attributes, inner.element, remove),
        show: (value) => inner.show(objectOf(value)),
        showNotes: (notes) => inner.showNotes(notes),
      };
    }
    const view = createFieldView(field, (value) => onInput(value ?? ''));
    return {
      element: el('div', { class: 'item' }, view.element, remove),
      show: (value) => view.show(value === '' ? undefined : value, false),
      showNotes(notes) {
        view.showNotes(notes);
        return [];
      },
    };
  }

  #addRow(): void {
    const isObject = controlOf(itemOf(this.field, 0)) === 'group';
    this.#onInput([...this.#values, isObject ? {} : '']);
    this.#list.lastElementChild?.querySelector<HTMLElement>('input, select, textarea')?.focus();
  }

  #removeRow(at: number): void {
    const rest = this.#values.toSpliced(at, 1);
    this.#onInput(rest.length > 0 ? rest : undefined);
    this.#add.focus();
  }
}
