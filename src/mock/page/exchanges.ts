import type { JournalEntry } from '../server/journal.ts';
import { el, setText } from './dom.ts';
import type { Draft } from './draft.ts';
import { exchange } from './exchange.ts';

/** Shown at once; the page has to stay quick with a program that asks all the time. */
const most = 50;

/** Requests and their answers, newest first, made when they are unfolded and only once each. */
export class Exchanges {
  readonly element = el('details', { class: 'exchanges' });
  readonly #summary = el('summary');
  readonly #list = el('div', { class: 'list' });
  readonly #title: string;
  readonly #onUse: (draft: Draft) => void;
  #made = new Map<number, HTMLElement>();
  #entries: readonly JournalEntry[] = [];

  constructor(title: string, onUse: (draft: Draft) => void) {
    this.#title = title;
    this.#onUse = onUse;
    this.element.append(this.#summary, this.#list);
    this.element.addEventListener('toggle', () => this.#draw());
    this.show([]);
  }

  /** Shows these entries, which come oldest first. */
  show(entries: readonly JournalEntry[]): void {
    this.#entries = entries;
    const more = entries.length > most ? `, the latest ${most} shown` : '';
    setText(this.#summary, `${this.#title} (${entries.length}${more})`);
    this.#draw();
  }

  #draw(): void {
    if (!this.element.open) return;
    const latest = this.#entries.slice(-most).reverse();
    const wanted = latest.map((entry) => {
      const made = this.#made.get(entry.number) ?? exchange(entry, this.#onUse);
      return [entry.number, made] as const;
    });
    this.#made = new Map(wanted);
    arrange(
      this.#list,
      wanted.map(([, element]) => element),
    );
  }
}

/** Puts children in this order, moving only those that are not where they should be. */
export function arrange(parent: Element, children: readonly Element[]): void {
  const wanted = new Set(children);
  for (const child of [...parent.children]) if (!wanted.has(child)) child.remove();
  for (const [index, child] of children.entries()) {
    const there = parent.children[index];
    if (there !== child) parent.insertBefore(child, there ?? null);
  }
}
