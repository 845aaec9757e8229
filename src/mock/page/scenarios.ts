import { providerNames } from '../../documents/documents.ts';
import type { Rule } from '../server/world.ts';
import { button, byId, el, say, select, setText } from './dom.ts';
import { operationNames, titleOf } from './draft.ts';
import { mockApi, type ScenarioView } from './mock-api.ts';

const groups: [label: string, RegExp][] = [
  ['What can happen', /^(?!code-|gateway-)/],
  ['Kling’s refusals', /^code-/],
  ['The gateway’s refusals', /^gateway-/],
];

/** The panel that lays scenarios over requests to come, whoever sends them. */
export class Scenarios {
  readonly #means = el('p', { class: 'help', id: 'scenario-means', role: 'status' });
  readonly #scenario = select({ id: 'scenario', 'aria-describedby': 'scenario-means' }, []);
  readonly #on = select({ id: 'scenario-on' }, [
    ['', 'as it is meant'],
    'create',
    ['read', 'get'],
    'list',
    'any',
  ]);
  readonly #provider = select({ id: 'scenario-provider' }, [
    ['', 'any provider'],
    ...providerNames,
  ]);
  readonly #operation = select({ id: 'scenario-operation' }, [
    ['', 'any operation'],
    ...operationNames.map((name) => [name, titleOf(name)] as const),
  ]);
  readonly #times = select({ id: 'scenario-times' }, [
    ['1', 'the next one'],
    ['3', 'the next three'],
    ['', 'every one'],
  ]);
  readonly #rules = el('ol', { class: 'rules' });
  readonly #noRules = el('p', { class: 'empty' }, 'Nothing is laid over requests: all goes well.');
  #shown = '';

  /** @param onChange called when the rules have changed */
  constructor(onChange: () => void) {
    const form = el('form');
    const submit = el(
      'button',
      { type: 'submit', class: 'primary', id: 'lay-over' },
      'Lay it over',
    );
    const clear = button('Take all back', () => mockApi.clearRules().finally(onChange), {
      id: 'take-back',
    });
    form.append(
      labelled('Scenario', this.#scenario),
      this.#means,
      el(
        'div',
        { class: 'columns' },
        labelled('For', this.#times),
        labelled('of requests', this.#on),
        labelled('at', this.#provider),
        labelled('for', this.#operation),
      ),
      el('div', { class: 'row' }, submit, clear),
    );
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      mockApi.addRule(this.#rule()).then(onChange, (error: Error) => say(error.message));
    });
    byId('scenarios').append(form, this.#noRules, this.#rules);
    void this.#load();
  }

  /** Shows the rules in force, the one that wins first. */
  show(rules: readonly Rule[]): void {
    const text = JSON.stringify(rules);
    if (text === this.#shown) return;
    this.#shown = text;
    this.#noRules.hidden = rules.length > 0;
    this.#rules.replaceChildren(...rules.map((rule) => el('li', {}, ...wordsFor(rule))));
  }

  async #load(): Promise<void> {
    const scenarios = await mockApi.scenarios();
    for (const [label, pattern] of groups) {
      const names = scenarios.filter(({ name }) => name !== 'normal' && pattern.test(name));
      const options = names.map(({ name }) => el('option', { value: name }, name));
      this.#scenario.append(el('optgroup', { label }, ...options));
    }
    const explain = () => setText(this.#means, meaningOf(scenarios, this.#scenario.value));
    this.#scenario.addEventListener('input', explain);
    explain();
  }

  #rule(): Rule {
    const { value: provider } = this.#provider;
    const { value: operation } = this.#operation;
    return {
      scenario: this.#scenario.value,
      ...(this.#on.value && { on: this.#on.value as NonNullable<Rule['on']> }),
      ...(provider && { provider: provider as NonNullable<Rule['provider']> }),
      ...(operation && { operation: operation as NonNullable<Rule['operation']> }),
      ...(this.#times.value && { times: Number(this.#times.value) }),
    };
  }
}

const meaningOf = (scenarios: ScenarioView[], name: string) =>
  scenarios.find((each) => each.name === name)?.means ?? '';

function wordsFor(rule: Rule): (Node | string)[] {
  const { scenario, on = 'any', provider, operation, times } = rule;
  const count = times === undefined ? 'every' : times === 1 ? 'the next' : `the next ${times}`;
  const what = operation ? ` of ${titleOf(operation).toLowerCase()}` : '';
  const where = provider ? ` at ${provider}` : '';
  return [el('code', {}, scenario), ` for ${count} ${nouns[on]}${what}${where}`];
}

const nouns = { create: 'create', read: 'get', list: 'list', any: 'request' };

const labelled = (text: string, control: HTMLElement): HTMLElement =>
  el('div', { class: 'labelled' }, el('label', { for: control.id }, text), control);
