import { el, setAttributes } from './dom.ts';

/** One of the things to choose from. */
export interface Choice {
  value: string;
  label: string;
  /** What it is, in a line. */
  hint: string;
  /** The heading that it stands under. */
  group: string;
}

/**
 * A field that chooses one of many: by the list that it opens, or by typing some of the words of the label, the hint or the
 * group. With the keyboard as any combobox: arrows open and move, Enter chooses, Escape closes.
 */
export class Chooser {
  readonly element: HTMLElement;
  readonly #input: HTMLInputElement;
  readonly #list: HTMLElement;
  readonly #onChange: (value: string) => void;
  #choices: readonly Choice[] = [];
  #chosen: Choice | undefined;
  /** The options in the open list, and the one that the arrows stand at. */
  #options: HTMLElement[] = [];
  #at = -1;

  /** @param onChange called with the value that somebody chose */
  constructor(id: string, label: string, onChange: (value: string) => void, describedBy?: string) {
    this.#onChange = onChange;
    this.#list = el('div', { id: `${id}-list`, role: 'listbox', 'aria-label': label });
    this.#list.hidden = true;
    this.#input = el('input', {
      id,
      type: 'text',
      role: 'combobox',
      autocomplete: 'off',
      spellcheck: 'false',
      'aria-label': label,
      'aria-autocomplete': 'list',
      'aria-expanded': 'false',
      'aria-controls': `${id}-list`,
      'aria-describedby': describedBy,
    });
    this.element = el('div', { class: 'chooser' }, this.#input, this.#list);
    this.#input.addEventListener('click', () => this.#open(''));
    this.#input.addEventListener('focus', () => this.#input.select());
    this.#input.addEventListener('input', () => this.#open(this.#input.value));
    this.#input.addEventListener('keydown', (event) => this.#press(event));
    this.#input.addEventListener('blur', () => this.#close());
    // The list never takes the focus, so that a click in it does not count as leaving the field.
    this.#list.addEventListener('mousedown', (event) => event.preventDefault());
    this.#list.addEventListener('click', ({ target }) => {
      const option = target instanceof Element ? target.closest('[role=option]') : undefined;
      this.#choose(option?.getAttribute('data-value') ?? undefined);
    });
  }

  /** The value that is chosen; empty where there is nothing to choose from. */
  get value(): string {
    return this.#chosen?.value ?? '';
  }

  /** Offers these choices, with one of them chosen: that with the value, or else the first. */
  show(choices: readonly Choice[], value: string): void {
    const groups = [...new Set(choices.map(({ group }) => group))];
    this.#choices = groups.flatMap((name) => choices.filter(({ group }) => group === name));
    this.#chosen = choices.find((each) => each.value === value) ?? choices[0];
    this.#close();
  }

  /** Opens the list with the choices that have all these words. */
  #open(words: string): void {
    const wanted = words.toLowerCase().split(/\s+/);
    const found = this.#choices.filter(({ value, label, hint, group }) => {
      const text = `${value} ${label} ${hint} ${group}`.toLowerCase();
      return wanted.every((word) => text.includes(word));
    });
    this.#options = found.map((choice, index) => this.#renderOption(choice, index));
    const groups = [...new Set(found.map(({ group }) => group))].map((group) => {
      const own = this.#options.filter((_, index) => found[index]?.group === group);
      const title = el('div', { class: 'group', 'aria-hidden': 'true' }, group);
      return el('div', { role: 'group', 'aria-label': group }, title, ...own);
    });
    const none = el('div', { role: 'option', 'aria-disabled': 'true' }, 'Nothing found');
    this.#list.replaceChildren(...(groups.length > 0 ? groups : [none]));
    this.#list.hidden = false;
    setAttributes(this.#input, { 'aria-expanded': 'true' });
    this.#moveTo(words === '' && this.#chosen ? found.indexOf(this.#chosen) : 0);
  }

  #renderOption({ value, label, hint }: Choice, index: number): HTMLElement {
    const isChosen = value === this.#chosen?.value;
    return el(
      'div',
      {
        id: `${this.#input.id}-${index}`,
        role: 'option',
        'aria-selected': isChosen ? 'true' : 'false',
        'data-value': value,
      },
      el('span', {}, label),
      el('small', {}, hint),
    );
  }

  /** Closes the list, and shows what is chosen in place of what was typed. */
  #close(): void {
    this.#list.hidden = true;
    this.#list.replaceChildren();
    this.#input.value = this.#chosen?.label ?? '';
    setAttributes(this.#input, { 'aria-expanded': 'false', 'aria-activedescendant': undefined });
  }

  #moveTo(index: number): void {
    const option = this.#options[index];
    this.#options[this.#at]?.removeAttribute('data-at');
    this.#at = option ? index : -1;
    setAttributes(this.#input, { 'aria-activedescendant': option?.id });
    option?.setAttribute('data-at', '');
    option?.scrollIntoView({ block: 'nearest' });
  }

  #choose(value: string | undefined): void {
    const choice = this.#choices.find((each) => each.value === value);
    if (!choice) return;
    const isNew = choice !== this.#chosen;
    this.#chosen = choice;
    this.#close();
    if (isNew) this.#onChange(choice.value);
    // Whatever is typed next replaces it.
    this.#input.select();
  }

  #press(event: KeyboardEvent): void {
    const isOpen = !this.#list.hidden;
    const { key, altKey, ctrlKey, metaKey } = event;
    if (event.isComposing || ctrlKey || metaKey) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[key] ?? 0;
    if (step !== 0) {
      const count = this.#options.length;
      if (!isOpen || altKey) this.#open('');
      else if (count > 0)
        this.#moveTo((Math.max(this.#at, step > 0 ? -1 : 0) + step + count) % count);
    } else if (isOpen && key === 'Enter') {
      this.#choose(this.#options[this.#at]?.dataset.value);
    } else if (isOpen && key === 'Escape') {
      this.#close();
      this.#input.select();
    } else return;
    event.preventDefault();
  }
}
