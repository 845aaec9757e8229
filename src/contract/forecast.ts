/** What is known about a request before it is sent: what the models rule out, and what it will cost. */
import type { OperationName } from '../client/operations.ts';
import { type ProviderName, pathOf, providers } from '../documents/documents.ts';
import type { JsonObject } from '../documents/json.ts';
import { schemaAt } from '../documents/openapi.ts';
import { placesOf } from '../documents/places.ts';
import { check, type Estimate, estimate } from '../models/models.ts';
import { documentedOperations, responseSchema } from './documented.ts';

/** What is known about a request. */
interface Forecast {
  /** What the models rule out, a line each. */
  warnings: string[];
  /** What it will cost; absent where nobody knows. */
  cost?: Estimate;
}

/** Tells what is known about the request of a call. The client warns of retired models itself. */
export function forecast(
  provider: ProviderName,
  operation: OperationName,
  input: JsonObject,
  isSent = true,
): Forecast {
  const { retired, dialect } = providers[provider];
  const { since = {}, without = '' } = retired?.[pathOf(provider, operation)] ?? {};
  const isTold = isSent && Object.hasOwn(since, String(dialect.traitsOf(input)[0] || without));
  const warnings = check(operation, input)
    .filter(({ field }) => !(isTold && field === 'model_name'))
    .map(({ message, certainty, since }) => `warning: ${message} (${certainty}, ${since})`);
  const cost = hasPriceList(provider) ? estimate(operation, input) : undefined;
  return { warnings, ...(cost && { cost }) };
}

/** Whether answers say what a task cost, in the units of Kling's price list; gateways have prices of their own. */
function hasPriceList(provider: ProviderName): boolean {
  const { read, billing } = placesOf(provider);
  return documentedOperations(provider).some(
    (each) => schemaAt(responseSchema(each, 200), read + billing) !== undefined,
  );
}

/** `about 3 units, $0.42, by prices of 2026-09-20`; nothing where nobody knows, or it is free. */
export function formatCost(cost: Estimate | undefined): string[] {
  if (!cost?.units) return [];
  const { units, dollars, per, atLeast, atMost, pricesOf } = cost;
  const each = per ? ` per ${per}` : '';
  const range = [
    atLeast !== undefined && `at least ${atLeast}`,
    atMost !== undefined && `at most ${atMost}`,
  ];
  const price = `about ${units} ${units === 1 ? 'unit' : 'units'}, ${formatDollars(dollars)}${each}`;
  return [[price, ...range, pricesOf && `by prices of ${pricesOf}`].filter(Boolean).join(', ')];
}

/** At least two digits after the point, and more where they count. */
const formatDollars = (dollars: number): string => {
  const text = `${Number(dollars.toFixed(4))}`;
  return `$${(text.split('.')[1] ?? '').length < 2 ? dollars.toFixed(2) : text}`;
};
