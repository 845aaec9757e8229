import type { TaskView } from '../server/control.ts';
import { codeFor } from './code.ts';
import { button, byId, el, json, say, setText } from './dom.ts';
import {
  type Choice,
  type Draft,
  draftFor,
  examplesOf,
  isValues,
  routeOf,
  schemaOf,
  specOf,
  type Values,
} from './draft.ts';
import { type FieldView, fieldView } from './field-view.ts';
import { type Field, fieldsOf, valueAt, withValue } from './fields.ts';
import { Picks } from './picks.ts';
import { Sending } from './sending.ts';
import { byField, type Note, notesOn, wordsOf } from './violations.ts';

/** The form of a request: made from the document, checked against it while it is filled in, sent all the same. */
export class RequestForm {
  #draft: Draft = draftFor({ provider: 'klingai', operation: 'textToAudio', kind: 'create' });
  #views: FieldView[] = [];
  /** What the mock said to the request as it stands. */
  #refused: Note[] = [];
  readonly #picks = new Picks(this.#draft, (choice) => this.#choose(choice));
  readonly #route = el('p', { class: 'route' });
  readonly #examples = el('p', { class: 'examples' });
  readonly #fields = el('div', { class: 'fields' });
  readonly #more = el('details', { class: 'more' });
  readonly #whole = el('div', { class: 'notes' });
  readonly #body = el('textarea', { id: 'body', class: 'json', rows: 6, spellcheck: 'false' });
  readonly #bodyNote = el('p', { id: 'body-note', class: 'note' });
  readonly #code = el('code');
  readonly #sending: Sending;

  /** @param onSent called when the mock should be looked at, because something was sent */
  constructor(onSent: () => void) {
    this.#sending = new Sending({
      draft: () => this.#draft,
      onSent,
      onRefusal: (notes) => {
        this.#refused = notes;
        this.#explain();
      },
    });
    const form = el('form', { novalidate: true });
    form.append(this.#picks.element, this.#route, this.#examples, this.#fields, this.#more);
    form.append(this.#bodyBox(), this.#whole, this.#sending.element);
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      void this.#sending.start();
    });
    byId('request').append(form, this.#codeBox());
    this.#body.addEventListener('input', () => this.#readBody());
    this.#rebuild();
  }

  /** The tasks as they stand: nobody waits for one that is forgotten. */
  showTasks(tasks: readonly TaskView[]): void {
    this.#sending.showTasks(new Set(tasks.map(({ id }) => id)));
  }

  /** Takes up a request, from the journal. */
  load(draft: Draft): void {
    this.#draft = draft;
    this.#picks.show(draft);
    this.#rebuild();
    byId('request').querySelector('input')?.focus();
    say(`The request is in the form: ${draft.provider} ${draft.operation}`);
  }

  /** Another provider's form keeps the values of the fields that it has, too. */
  #choose(choice: Choice): void {
    const { operation, kind, values } = this.#draft;
    const isSame = choice.operation === operation && choice.kind === kind;
    const known = schemaOf(choice).properties ?? {};
    const kept = Object.entries(values).filter(([name]) => name in known);
    this.#draft = isSame ? { ...choice, values: Object.fromEntries(kept) } : draftFor(choice);
    this.#rebuild();
  }

  #rebuild(): void {
    const { provider, kind, values } = this.#draft;
    const spec = specOf(this.#draft);
    const method = kind === 'create' ? 'POST' : 'GET';
    this.#route.replaceChildren(
      el('code', {}, `${method} /${provider}${routeOf(this.#draft)}`),
      el('span', {}, spec?.summary ?? ''),
    );
    const examples = examplesOf(this.#draft);
    this.#examples.hidden = examples.length < 2;
    const fill = ([name, example]: [string, Values]) =>
      button(name, () => this.#setValues(example), { class: 'small' });
    this.#examples.replaceChildren('Examples: ', ...examples.map(fill));
    const schema = schemaOf(this.#draft);
    this.#views = fieldsOf(schema).map((field) =>
      fieldView(field, (value) =>
        this.#setValues(withValue(this.#draft.values, field.path, value)),
      ),
    );
    // What is needed or given comes first, the rest folds away.
    const needed = new Set(
      [schema, ...(schema.oneOf ?? [])].flatMap((each) => each.required ?? []),
    );
    const isFirst = ({ name, path }: Field) =>
      needed.has(name) || valueAt(values, path) !== undefined;
    const [first, others] = [true, false].map((side) =>
      this.#views.filter(({ field }) => isFirst(field) === side).map(({ element }) => element),
    );
    this.#fields.replaceChildren(...(first ?? []));
    this.#more.hidden = !others?.length;
    this.#more.open = false;
    this.#more.replaceChildren(
      el('summary', {}, `${others?.length} more fields`),
      ...(others ?? []),
    );
    this.#setValues(values);
  }

  /** Takes values from wherever they were typed and shows them everywhere else. */
  #setValues(values: Values): void {
    this.#draft = { ...this.#draft, values };
    this.#refused = [];
    for (const { field, show } of this.#views) show(valueAt(values, field.path));
    if (document.activeElement !== this.#body) this.#body.value = JSON.stringify(values, null, 2);
    setText(this.#bodyNote, '');
    const lines = codeFor(this.#draft, location.origin);
    this.#code.replaceChildren(...lines.map((line) => el('span', { class: 'line' }, line)));
    this.#explain();
  }

  #readBody(): void {
    let values: unknown;
    try {
      values = JSON.parse(this.#body.value);
    } catch {
      // Said below.
    }
    if (isValues(values)) this.#setValues(values);
    else setText(this.#bodyNote, 'is not an object in JSON; the request is as it was before');
  }

  /** Puts what is wrong next to its field: what the mock said, else what the document says. */
  #explain(): void {
    const notes = this.#refused.length > 0 ? this.#refused : notesOn(this.#draft);
    const sorted = byField(
      notes,
      this.#views.map(({ field }) => field.name),
    );
    for (const { field, explain, element } of this.#views) {
      const own = sorted.get(field.name) ?? [];
      explain(own);
      if (own.length > 0 && this.#more.contains(element)) this.#more.open = true;
    }
    const lines = (sorted.get('') ?? []).map((note) => `The request ${wordsOf(note, '')}`);
    this.#whole.replaceChildren(...lines.map((line) => el('p', { class: 'note' }, line)));
    // What the mock said needs no foretelling.
    const expected = this.#refused.length > 0 ? [] : notes;
    this.#sending.expect(expected.map(({ field }) => field || 'the request'));
  }

  #bodyBox(): HTMLElement {
    this.#body.setAttribute('aria-describedby', 'body-note');
    const label = el('label', { for: 'body' }, 'Anything that is typed here is sent');
    return el(
      'details',
      { class: 'body' },
      el('summary', {}, 'As JSON'),
      label,
      this.#body,
      this.#bodyNote,
    );
  }

  #codeBox(): HTMLElement {
    const box = json('Program that sends this request', '');
    box.append(this.#code);
    const copy = async () => {
      await navigator.clipboard.writeText(codeFor(this.#draft, location.origin).join('\n'));
      say('The three lines are on the clipboard');
      setText(copyButton, 'Copied');
      setTimeout(() => setText(copyButton, 'Copy'), 1_500);
    };
    const copyButton = button('Copy', copy, { class: 'small', id: 'copy' });
    const head = el('div', { class: 'row' }, el('h3', {}, 'In your program'), copyButton);
    return el('div', { class: 'program' }, head, box);
  }
}
