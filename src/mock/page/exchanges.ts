import { isObject } from '../../documents/json.ts';
import type { JournalEntry } from '../server/journal.ts';
import {
  createButton,
  createJsonBlock,
  el,
  formatCount,
  renderAccount,
  renderCode,
  revealWhenOpened,
  setChildren,
  setText,
} from './dom.ts';
import { type Draft, draftFrom, schemaOf } from './draft.ts';
import { fieldsOf, formatValue } from './fields.ts';
import { classOf, describeNote, explainViolations, groupByField } from './violations.ts';

/** The most exchanges shown, so that the page stays fast beside a program that makes many requests. */
const maxShown = 50;

/** Requests with their responses, newest first. Nothing is rendered before the list is opened, and each exchange once. */
export class ExchangeList {
  readonly element = el('details', { class: 'exchanges' });
  readonly #summary = el('summary');
  readonly #list = el('div', { class: 'list' });
  readonly #title: string;
  readonly #onLoad: (draft: Draft) => void;
  #rendered = new Map<number, HTMLElement>();
  #entries: readonly JournalEntry[] = [];

  /** @param onLoad called when a request is to be loaded into the form */
  constructor(title: string, onLoad: (draft: Draft) => void) {
    this.#title = title;
    this.#onLoad = onLoad;
    this.element.append(this.#summary, this.#list);
    this.element.addEventListener('toggle', () => this.#render());
    revealWhenOpened(this.element);
    this.show([]);
  }

  /** Shows these entries, which are sorted oldest first. */
  show(entries: readonly JournalEntry[]): void {
    this.#entries = entries;
    const more = entries.length > maxShown ? `, showing the latest ${maxShown}` : '';
    setText(this.#summary, `${this.#title} (${entries.length}${more})`);
    this.#render();
  }

  #render(): void {
    if (!this.element.open) return;
    const latest = this.#entries.slice(-maxShown).reverse();
    this.#rendered = new Map(
      latest.map((entry) => {
        const element = this.#rendered.get(entry.number) ?? renderExchange(entry, this.#onLoad);
        return [entry.number, element];
      }),
    );
    setChildren(this.#list, [...this.#rendered.values()]);
  }
}

/** One request with its response, folded. The inside is rendered when it is first opened. */
function renderExchange(entry: JournalEntry, onLoad: (draft: Draft) => void): HTMLElement {
  const { at, method, path, status, violations, scenario, note } = entry;
  const broken = violations.filter(({ severity }) => severity === 0).length;
  const ignored = violations.length - broken;
  const marks = [
    broken > 0 ? formatCount(broken, 'violation') : '',
    ignored > 0 ? formatCount(ignored, 'unknown field') : '',
    scenario && scenario !== 'normal' ? scenario : '',
    note ?? '',
  ];
  const element = el(
    'details',
    { class: 'exchange' },
    el(
      'summary',
      {},
      // The status is 0 if a scenario broke the connection.
      el('span', { class: `code code-${Math.floor(status / 100)}` }, String(status || 'none')),
      el('code', {}, `${method} ${path}`),
      ...marks.filter((mark) => mark !== '').map((mark) => el('span', { class: 'mark' }, mark)),
      renderAccount(entry),
      el('time', {}, formatTime(at)),
    ),
  );
  element.addEventListener('toggle', () => {
    if (element.open && element.childElementCount === 1) {
      element.append(renderInside(entry, onLoad));
    }
  });
  revealWhenOpened(element);
  return element;
}

function renderInside(entry: JournalEntry, onLoad: (draft: Draft) => void): HTMLElement {
  const draft = draftFrom(entry);
  return el(
    'div',
    { class: 'inside' },
    ...renderRequest(entry, draft),
    draft ? createButton('Load into the form', () => onLoad(draft), { class: 'small' }) : undefined,
    el('p', { class: 'part' }, 'Response'),
    createJsonBlock('Response', entry.answer),
  );
}

function renderRequest(entry: JournalEntry, draft: Draft | undefined): HTMLElement[] {
  const { request, query, violations } = entry;
  const head = el('p', { class: 'part' }, 'Request');
  if (draft && isObject(request ?? query)) return [head, renderFields(draft, violations)];
  const notes = violations.map(({ message }) => el('p', { class: 'note' }, message));
  const parts = [query, request].filter((part) => part !== undefined);
  if (parts.length === 0) return notes;
  return [head, ...parts.map((part) => createJsonBlock('Request', part)), ...notes];
}

/** The fields of a request. An invalid one comes with what is wrong, and with the document's description. */
function renderFields(draft: Draft, violations: JournalEntry['violations']): HTMLElement {
  const fields = fieldsOf(schemaOf(draft));
  const names = [...new Set([...Object.keys(draft.values), ...fields.map(({ name }) => name)])];
  const groups = groupByField(explainViolations(draft, violations), names);
  const shown = ['', ...names].filter((name) => name in draft.values || groups.has(name));
  return el(
    'dl',
    { class: 'rows' },
    ...shown.flatMap((name) => {
      const value = draft.values[name];
      const notes = groups.get(name) ?? [];
      const help = fields.find((field) => field.name === name)?.schema.description;
      return [
        el('dt', {}, el('code', {}, name || 'body')),
        el(
          'dd',
          {},
          el('span', { class: 'value' }, value === undefined ? 'not set' : formatValue(value)),
          ...notes.map((note) => el('span', { class: classOf(note) }, describeNote(note, name))),
          notes.length > 0 && help ? el('span', { class: 'help' }, ...renderCode(help)) : undefined,
        ),
      ];
    }),
  );
}

/** The time of day: `14:03:59`. */
const formatTime = (at: number): string => new Date(at).toLocaleTimeString('en-GB');
