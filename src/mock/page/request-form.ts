import { forecast, formatCost } from '../../contract/forecast.ts';
import { groupOf, providerNames } from '../../documents/documents.ts';
import { isObject, type JsonObject } from '../../documents/json.ts';
import type { TaskView } from '../server/task-view.ts';
import { type Choice, Chooser } from './chooser.ts';
import { byId, createButton, el, setText, showMessage } from './dom.ts';
import {
  createDraft,
  type Draft,
  describeServed,
  documentedOf,
  examplesOf,
  kindsOf,
  kindTitles,
  operationNames,
  operationsOfProvider,
  type RequestType,
  schemaOf,
  titleOf,
} from './draft.ts';
import { ObjectView } from './groups.ts';
import { ProgramBox } from './program.ts';
import { SendPanel } from './send.ts';
import { checkDraft, classOf, describeNote, type Note } from './violations.ts';

/** The most tasks that a Get offers. */
const maxRecent = 5;

/** The form for a request. It is built from the document and checked against it, but sends invalid requests too. */
export class RequestForm {
  #draft: Draft = createDraft({ provider: 'klingai', operation: 'textToAudio', kind: 'create' });
  #root = new ObjectView({}, '', () => {});
  /** The mock's tasks, newest first. */
  #tasks: readonly TaskView[] = [];
  /** What the mock found wrong with the current request. */
  #refusal: Note[] = [];
  readonly #picker = new TypePicker(this.#draft, (type) => this.#changeType(type));
  readonly #route = el('p', { class: 'route' });
  readonly #examples = el('p', { class: 'examples' });
  readonly #fields = el('div');
  readonly #recent = el('div', { class: 'recent', role: 'group', 'aria-label': 'Recent tasks' });
  readonly #body = el('textarea', {
    id: 'body',
    class: 'json',
    rows: 6,
    spellcheck: 'false',
    'aria-describedby': 'body-note',
  });
  readonly #bodyNote = el('p', { id: 'body-note', class: 'note' });
  /** The notes that belong to no field. */
  readonly #notes = el('div', { class: 'notes' });
  /** What it would cost at the provider, and what the models rule out. */
  readonly #forecast = el('div', { class: 'notes', id: 'forecast' });
  readonly #key = el('input', {
    id: 'key',
    type: 'text',
    value: 'any',
    autocomplete: 'off',
    spellcheck: 'false',
  });
  readonly #program = new ProgramBox();
  readonly #sendPanel: SendPanel;

  /** @param onSent called when the mock's state may have changed, because a request was sent */
  constructor(onSent: () => void) {
    this.#sendPanel = new SendPanel({
      readDraft: () => this.#readDraft(),
      onSent,
      onRefusal: (notes) => {
        this.#refusal = notes;
        this.#showNotes();
      },
    });
    const form = el('form', { novalidate: true });
    const body = el(
      'details',
      { class: 'body' },
      el('summary', {}, 'Edit as JSON'),
      el('label', { for: 'body' }, 'Fields as JSON. Values that break the contract are sent too.'),
      this.#body,
      this.#bodyNote,
    );
    form.append(this.#picker.element, this.#route, this.#examples, this.#fields, this.#recent);
    const key = el('div', { class: 'pick' }, el('label', { for: 'key' }, 'API key'), this.#key);
    this.#picker.element.append(key);
    this.#key.addEventListener('input', () => this.#program.show(this.#readDraft()));
    form.append(body, this.#notes, this.#forecast, this.#sendPanel.element);
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      void this.#sendPanel.submit();
    });
    byId('request').append(form, this.#program.element);
    this.#body.addEventListener('input', () => this.#readBody());
    this.#rebuild();
  }

  /** Takes note of the mock's tasks, newest first: nothing waits for a deleted one, and a Get can be of any. */
  showTasks(tasks: readonly TaskView[]): void {
    this.#tasks = tasks;
    this.#showRecent();
    this.#sendPanel.showTasks(new Set(tasks.map(({ id }) => id)));
  }

  /** Offers the ids of the newest tasks of this provider and operation. */
  #showRecent(): void {
    const { provider, operation, kind } = this.#draft;
    const own = this.#tasks.filter(
      (task) => kind === 'get' && task.provider === provider && task.operation === operation,
    );
    const ids = own.slice(0, maxRecent).map(({ id }) => id);
    // Not built anew each time, so that the focus stays where it is.
    const shown = [...this.#recent.children].flatMap(({ id }) => id.split('recent-')[1] ?? []);
    if (ids.join() === shown.join()) return;
    const [field = ''] = Object.keys(schemaOf(this.#draft).properties ?? {});
    const buttons = ids.map((id) =>
      createButton(id, () => this.#setValues({ ...this.#draft.values, [field]: id }), {
        class: 'small',
        id: `recent-${id}`,
      }),
    );
    const title = el('span', {}, 'Recent tasks, newest first');
    this.#recent.replaceChildren(...(ids.length > 0 ? [title, ...buttons] : []));
  }

  #readDraft(): Draft {
    return { ...this.#draft, key: this.#key.value };
  }

  /** Loads a request from the journal. */
  load(draft: Draft): void {
    this.#draft = draft;
    this.#picker.show(draft);
    this.#rebuild();
    byId('request').querySelector('input')?.focus();
    showMessage(`Loaded into the form: ${draft.provider} ${draft.operation}`);
  }

  /** Changes the type of the request. If only the provider changes, the values of fields that it also has are kept. */
  #changeType(type: RequestType): void {
    const { operation, kind, values } = this.#draft;
    const isSame = type.operation === operation && type.kind === kind;
    const known = schemaOf(type).properties ?? {};
    const kept = Object.entries(values).filter(([name]) => name in known);
    this.#draft = isSame ? { ...type, values: Object.fromEntries(kept) } : createDraft(type);
    this.#rebuild();
  }

  #rebuild(): void {
    const { provider, values } = this.#draft;
    const documented = documentedOf(this.#draft);
    const { summary = '', 'x-served': served } = documented?.operation ?? {};
    this.#route.replaceChildren(
      el('code', {}, `${documented?.method} /${provider}${documented?.path}`),
      el('span', {}, summary),
      ...(served ? [el('span', { class: 'note ignored' }, describeServed(served))] : []),
    );
    const examples = examplesOf(this.#draft);
    this.#examples.hidden = examples.length < 2;
    const buttons = examples.map(([name, example]) =>
      createButton(titleOf(name), () => this.#replaceFields(example), { class: 'small' }),
    );
    this.#examples.replaceChildren('Examples: ', ...buttons);
    this.#replaceFields(values);
    this.#showRecent();
  }

  /** Shows other values in new fields, so that nothing of what was chosen before decides which of them there are. */
  #replaceFields(values: JsonObject): void {
    this.#root = new ObjectView(schemaOf(this.#draft), '', (next) => this.#setValues(next));
    this.#fields.replaceChildren(this.#root.element);
    this.#setValues(values);
  }

  /** Sets the values of the request, no matter where they were entered, and shows them everywhere else. */
  #setValues(values: JsonObject): void {
    const before = documentedOf(this.#draft);
    this.#draft = { ...this.#draft, values };
    this.#refusal = [];
    // Another model has other fields, and a route of its own.
    if (documentedOf(this.#draft) !== before) {
      this.#rebuildKeepingFocus();
      return;
    }
    this.#root.show(values);
    if (document.activeElement !== this.#body) this.#body.value = JSON.stringify(values, null, 2);
    setText(this.#bodyNote, '');
    this.#program.show(this.#readDraft());
    this.#showForecast();
    this.#showNotes();
  }

  /** Shows what is known of a request that the provider would charge for. */
  #showForecast(): void {
    const { provider, operation, kind, values } = this.#draft;
    const isPaid = kind === 'create' || kind === 'call';
    const { warnings, cost } = isPaid
      ? forecast(provider, operation, values, false)
      : { warnings: [] };
    this.#forecast.replaceChildren(
      ...warnings.map((warning) => el('p', { class: 'note ignored' }, warning)),
      ...formatCost(cost).map((line) => el('p', { class: 'cost' }, `Would cost ${line}.`)),
    );
  }

  #rebuildKeepingFocus(): void {
    const { id = '' } = document.activeElement ?? {};
    this.#rebuild();
    if (id) document.getElementById(id)?.focus();
  }

  #readBody(): void {
    let values: unknown;
    try {
      values = JSON.parse(this.#body.value);
    } catch {
      // The note below tells.
    }
    if (isObject(values)) this.#setValues(values);
    else setText(this.#bodyNote, 'Not a JSON object, so the request has not changed.');
  }

  /** Shows next to each field what is wrong with it: what the mock found, or else what our own check finds. */
  #showNotes(): void {
    const isRefused = this.#refusal.length > 0;
    const notes = isRefused ? this.#refusal : checkDraft(this.#draft);
    const lines = this.#root
      .showNotes(notes)
      .map((note) =>
        el(
          'p',
          { class: classOf(note) },
          note.field === '' ? `The request ${note.text}` : describeNote(note, ''),
        ),
      );
    this.#notes.replaceChildren(...lines);
    // A request that was just refused needs no warning.
    const warned = isRefused ? [] : notes.filter(({ isIgnored }) => !isIgnored);
    this.#sendPanel.warn(warned.map(({ field }) => field || 'the request'));
  }
}

/** An operation in the list, under what it makes. */
function toChoice(type: Omit<RequestType, 'kind'>): Choice {
  const [kind = 'create'] = kindsOf(type);
  const { path: own = '', model = '', operation } = documentedOf({ ...type, kind }) ?? {};
  const path = model && own.endsWith(model) ? own.replace(model, '{model}') : own;
  const served = operation?.['x-served'];
  const hint = served ? `${path} (${describeServed(served)})` : path;
  return {
    value: type.operation,
    label: titleOf(type.operation),
    hint,
    group: groupOf(type.operation),
  };
}

/** The choice of the type of the request: provider, operation and kind. */
class TypePicker {
  readonly element: HTMLElement;
  readonly #kinds = el('div');
  readonly #operation = new Chooser('operation', 'Operation', (value) => {
    const operation = operationNames.find((name) => name === value);
    if (operation) this.#change({ operation });
  });
  readonly #onChange: (type: RequestType) => void;
  #type: RequestType;

  constructor(type: RequestType, onChange: (type: RequestType) => void) {
    this.#type = type;
    this.#onChange = onChange;
    const providers = providerNames.map((name) => [name, name] as const);
    this.element = el(
      'div',
      { class: 'picks' },
      this.#createGroup('Provider', 'provider', providers),
      el(
        'div',
        { class: 'pick' },
        el('span', { class: 'legend', 'aria-hidden': 'true' }, 'Operation'),
        this.#operation.element,
      ),
      this.#kinds,
    );
    this.show(type);
  }

  /** Shows a type that was set elsewhere. What the provider does not offer is replaced by the first that it does. */
  show(type: RequestType): void {
    const offered = operationsOfProvider(type.provider);
    this.#operation.show(
      offered.map((operation) => toChoice({ ...type, operation })),
      type.operation,
    );
    const operation = offered.find((name) => name === this.#operation.value) ?? type.operation;
    const kinds = kindsOf({ ...type, operation });
    const kind = kinds.find((each) => each === type.kind) ?? kinds[0] ?? 'create';
    this.#type = { ...type, operation, kind };
    const titles = kinds.map((kind) => [kind, kindTitles[kind]] as const);
    const hadFocus = this.#kinds.contains(document.activeElement);
    this.#kinds.replaceChildren(this.#createGroup('Request', 'kind', titles));
    for (const input of this.element.querySelectorAll<HTMLInputElement>('[type=radio]')) {
      input.checked = Reflect.get(this.#type, input.name) === input.value;
      if (hadFocus && input.checked && input.name === 'kind') input.focus();
    }
  }

  #change(changed: Partial<RequestType>): void {
    this.show({ ...this.#type, ...changed });
    this.#onChange(this.#type);
  }

  #createGroup(
    legend: string,
    name: keyof RequestType,
    values: readonly (readonly [value: string, label: string])[],
  ): HTMLElement {
    const radios = values.map(([value, label]) => {
      const input = el('input', { type: 'radio', name, value });
      input.addEventListener('change', () => this.#change({ [name]: value }));
      return el('label', {}, input, el('span', {}, label));
    });
    return el('fieldset', { class: 'pick' }, el('legend', {}, legend), el('div', {}, ...radios));
  }
}
