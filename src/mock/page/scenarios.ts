import { providerNames } from '../../documents/documents.ts';
import type { Rule } from '../server/rules.ts';
import { Chooser } from './chooser.ts';
import {
  byId,
  type Child,
  createButton,
  createSelect,
  el,
  formatCount,
  setText,
  showMessage,
} from './dom.ts';
import { operationNames, titleOf } from './draft.ts';
import { mockApi, type ScenarioView } from './mock-api.ts';

/** The panel that applies scenarios to future requests, no matter which program sends them. */
export class ScenarioPanel {
  readonly #meaning = el('p', { class: 'help', id: 'scenario-meaning', role: 'status' });
  readonly #scenario = new Chooser(
    'scenario',
    'Scenario',
    () => this.#showMeaning(),
    'scenario-meaning',
  );
  readonly #times = createSelect({ id: 'scenario-times' }, [
    ['1', 'Next request'],
    ['3', 'Next 3 requests'],
    ['', 'Every request'],
  ]);
  readonly #on = createSelect({ id: 'scenario-on' }, [
    ['', 'Default'],
    ['create', 'Create'],
    ['read', 'Get'],
    ['list', 'List'],
    ['delete', 'Delete'],
    ['any', 'Any'],
  ]);
  readonly #provider = createSelect({ id: 'scenario-provider' }, [
    ['', 'Any provider'],
    ...providerNames,
  ]);
  readonly #operation = createSelect({ id: 'scenario-operation' }, [
    ['', 'Any operation'],
    ...operationNames.map((name) => [name, titleOf(name)] as const),
  ]);
  readonly #key = el('input', {
    id: 'scenario-key',
    type: 'text',
    autocomplete: 'off',
    placeholder: 'Any key',
  });
  readonly #rules = el('ol', { class: 'rules' });
  readonly #noRules = el('p', { class: 'empty' }, 'No scenario is active.');
  #scenarios: ScenarioView[] = [];
  #shown = '';

  /** @param onChange called when the rules have changed */
  constructor(onChange: () => void) {
    const form = el('form');
    const clear = () => mockApi.clearRules(this.#key.value).finally(onChange);
    this.#key.addEventListener('change', onChange);
    form.append(
      el('div', { class: 'labelled' }, 'Scenario', this.#scenario.element),
      this.#meaning,
      el(
        'div',
        { class: 'columns' },
        withLabel('Apply to', this.#times),
        withLabel('Kind of request', this.#on),
        withLabel('Provider', this.#provider),
        withLabel('Operation', this.#operation),
      ),
      withLabel('Only for the API key', this.#key),
      el(
        'div',
        { class: 'row' },
        el('button', { type: 'submit', class: 'primary', id: 'apply-scenario' }, 'Apply'),
        createButton('Clear all', clear, { id: 'clear-scenarios' }),
      ),
    );
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      mockApi.addRule(this.#readRule(), this.#key.value).then(onChange, (error: Error) => {
        showMessage(error.message);
      });
    });
    byId('scenarios').append(form, this.#noRules, this.#rules);
    void this.#loadScenarios();
  }

  /** Shows the rules in force, the one that wins first: those of the key in the panel before those for all. */
  async show(shared: readonly Rule[]): Promise<void> {
    const { value: key } = this.#key;
    const own = key ? await mockApi.rules(key).catch(() => []) : [];
    if (this.#key.value !== key) return;
    const rules = [...own, ...shared];
    const text = JSON.stringify([key, own.length, rules]);
    if (text === this.#shown) return;
    this.#shown = text;
    this.#noRules.hidden = rules.length > 0;
    this.#rules.replaceChildren(
      ...rules.map((rule, at) =>
        el('li', {}, ...describeRule(rule), at < own.length ? ` with the key ${key}` : undefined),
      ),
    );
  }

  async #loadScenarios(): Promise<void> {
    this.#scenarios = await mockApi.scenarios();
    const choices = this.#scenarios
      .filter(({ name }) => name !== 'normal')
      .map(({ name, group, means }) => ({ value: name, label: name, hint: means, group }));
    this.#scenario.show(choices, '');
    this.#showMeaning();
  }

  #showMeaning(): void {
    const { means = '' } = this.#scenarios.find(({ name }) => name === this.#scenario.value) ?? {};
    setText(this.#meaning, means);
  }

  #readRule(): Rule {
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

const nouns = {
  create: 'create request',
  read: 'get request',
  list: 'list request',
  delete: 'delete request',
  any: 'request',
};

/** A rule in words: `fails` on the next 3 create requests for text to audio at klingai. */
function describeRule({ scenario, on = 'any', provider, operation, times }: Rule): Child[] {
  const requests = describeRequests(nouns[on], times);
  const what = operation ? ` for ${titleOf(operation).toLowerCase()}` : '';
  const where = provider ? ` at ${provider}` : '';
  return [el('code', {}, scenario), ` on ${requests}${what}${where}`];
}

function describeRequests(noun: string, times: number | undefined): string {
  if (times === undefined) return `every ${noun}`;
  return times === 1 ? `the next ${noun}` : `the next ${formatCount(times, noun)}`;
}

const withLabel = (text: string, control: HTMLElement): HTMLElement =>
  el('div', { class: 'labelled' }, el('label', { for: control.id }, text), control);
