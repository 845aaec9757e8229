import type { OperationName } from '../../src/client/operations.ts';
import { findByRequest, findOperation, isFree } from '../../src/contract/documented.ts';
import { taskIdIn } from '../../src/contract/exchange.ts';
import { offerOf, type ProviderName, pathOf, providers } from '../../src/documents/documents.ts';
import { placesOf } from '../../src/documents/places.ts';
import { isClearRefusal } from '../../src/drift/live/ledger.ts';
import { casesOf, type Fields, settled, type Target } from './contract.ts';

/** The address of an operation's creates, or of those with the first model. */
export const routeOf = (provider: ProviderName, name: OperationName) =>
  pathOf(provider, name).slice(providers[provider].prefix.length);

/** What a run against a provider itself may cost: it guards the target, and no request that may be charged passes without it. */
export class Spending {
  /** What may have been charged without being wanted. Nothing that could cost more is sent after it. */
  accident: string | undefined;
  readonly #target: Target;
  /** How many creates with a key may still be sent. */
  #left: number;

  constructor(target: Target, left: number) {
    this.#target = target;
    this.#left = left;
    target.beforeRequest = ({ method, url }) => {
      const asked = findByRequest(target.provider, method, new URL(url).pathname);
      if (target.isAnonymous || (asked && isFree(asked.documented))) return;
      if (this.accident || this.#left < 1) throw new Error(this.accident ?? 'no more may be spent');
      this.#left--;
    };
  }

  /** @throws after an accident: the next one may be taken, too, and be charged */
  check(): void {
    if (this.accident) throw new Error(`not asked, after ${this.accident}`);
  }

  /**
   * Sends creates of an operation that each break one rule.
   * @throws at the first that is not clearly refused, and may be charged
   */
  async breakRules(name: OperationName): Promise<void> {
    this.check();
    const { provider } = this.#target;
    const documented = findOperation(provider, name, 'create');
    if (!documented) return;
    /** The field that has the external id, or the one that it is in. */
    const [, ownField] = placesOf(provider).sentExternalId.split('/');
    // A task that could not be found again is not risked; and a null counts as nothing with many providers.
    const cases = casesOf(documented).negative.filter(
      ({ field, value, isAlone }) =>
        isAlone && value !== null && field !== '' && field.split(/[.[]/)[0] !== ownField,
    );
    for (const { name: rule, body } of cases) {
      const externalId = crypto.randomUUID();
      const { error, status, answer } = await this.#create(name, body as Fields, externalId);
      const text = JSON.stringify(answer) ?? '';
      const exchange = { documented, query: {}, isSigned: true, headers: {}, status, text };
      if (error || !isClearRefusal({ ...exchange, body: answer })) {
        const task =
          taskIdIn({ ...exchange, body: answer }) ?? `with the external id ${externalId}`;
        this.accident = `${rule}: taken as task ${task}, which may be charged`;
        throw new Error(this.accident);
      }
      this.#left++;
    }
  }

  /** Below the client, which would look for the task and create it again. */
  async #create(name: OperationName, fields: Fields, externalId: string) {
    const { provider, kling, exchanges } = this.#target;
    const offer = { ...offerOf(provider, name), route: routeOf(provider, name) };
    const { route, body } = providers[provider].dialect.create(
      { ...offer, result: '', seconds: 0 },
      fields,
      externalId,
    );
    const { error } = await settled(kling.http.POST(route, { body }));
    const { status, answer } = exchanges.at(-1) ?? { status: 0, answer: undefined };
    return { error, status, answer };
  }
}
