import { providerNames } from '../../documents/documents.ts';
import { el } from './dom.ts';
import { type Choice, kindsOf, operationNames, titleOf } from './draft.ts';

const kindTitles = { create: 'Create', read: 'Get', list: 'List' };

/** The choices that make a request the one it is: provider, operation, and what to do. */
export class Picks {
  readonly element: HTMLElement;
  readonly #kinds = el('div');
  readonly #onChange: (choice: Choice) => void;
  #choice: Choice;

  constructor(choice: Choice, onChange: (choice: Choice) => void) {
    this.#choice = choice;
    this.#onChange = onChange;
    const pairs = operationNames.map((name) => [name, titleOf(name)] as const);
    this.element = el(
      'div',
      { class: 'picks' },
      this.#group('Provider', 'provider', providerNames.map(twice)),
      this.#group('Operation', 'operation', pairs),
      this.#kinds,
    );
    this.show(choice);
  }

  /** Shows a choice that came from elsewhere. */
  show(choice: Choice): void {
    this.#choice = choice;
    const kinds = kindsOf(choice);
    if (!kinds.includes(choice.kind)) this.#choice = { ...choice, kind: 'create' };
    const pairs = kinds.map((kind) => [kind, kindTitles[kind]] as const);
    const held = this.#kinds.contains(document.activeElement);
    this.#kinds.replaceChildren(this.#group('Request', 'kind', pairs));
    for (const input of this.element.querySelectorAll('input')) {
      input.checked = Reflect.get(this.#choice, input.name) === input.value;
      if (held && input.checked && input.name === 'kind') input.focus();
    }
  }

  #group(
    legend: string,
    name: keyof Choice,
    values: readonly (readonly [value: string, label: string])[],
  ): HTMLElement {
    const radios = values.map(([value, label]) => {
      const input = el('input', { type: 'radio', name, value });
      input.addEventListener('change', () => {
        this.show({ ...this.#choice, [name]: value });
        this.#onChange(this.#choice);
      });
      return el('label', {}, input, el('span', {}, label));
    });
    return el('fieldset', { class: 'pick' }, el('legend', {}, legend), el('div', {}, ...radios));
  }
}

const twice = (value: string) => [value, value] as const;
