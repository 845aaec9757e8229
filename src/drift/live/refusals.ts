import type { Documented } from '../../contract/answers/routes.ts';
import { type NegativeCase, negativeCases } from '../../contract/cases/index.ts';
import { isTaken } from '../../contract/exchange.ts';
import { isObject } from '../../documents/json.ts';
import type { Ledger } from './ledger.ts';
import type { Session } from './session.ts';

/** Rules from the surest to be enforced to the one that a provider is likeliest to be lax about. */
const surest = ['required', 'enum', 'maximum', 'minimum', 'maxLength', 'type'];
const rank = ({ keyword }: NegativeCase) =>
  surest.includes(keyword) ? surest.indexOf(keyword) : surest.length;

/** The end of a range, which is tried also where a list of the numbers in it says as much. */
const isBound = ({ keyword }: NegativeCase) => keyword === 'minimum' || keyword === 'maximum';

/** Creates that break one rule each, and none with a null, which many take for absent. */
function casesOf(documented: Documented): NegativeCase[] {
  const known = made.get(documented) ?? makeCases(documented);
  made.set(documented, known);
  return known;
}

const made = new Map<Documented, NegativeCase[]>();

function makeCases(documented: Documented): NegativeCase[] {
  const content = documented.operation.requestBody?.content['application/json'];
  const cases = negativeCases(content?.schema ?? {}, { example: exampleOf(documented) });
  return cases
    .filter((each) => each.value !== null && (each.isAlone || isBound(each)))
    .sort((a, b) => rank(a) - rank(b));
}

/** The first example of a request. */
export function exampleOf({ operation }: Documented): unknown {
  const content = operation.requestBody?.content['application/json'];
  return Object.values(content?.examples ?? {})[0]?.value;
}

/**
 * Sends creates that have to be refused and then cost nothing. As soon as one is taken there is a task that nobody
 * wanted: it is written down, and no more of them are sent, of this operation or any other.
 */
export async function refusals(
  session: Session,
  ledger: Ledger,
  create: Documented,
): Promise<void> {
  const cases = casesOf(create);
  for (const [index, { body, field, name }] of cases.entries()) {
    const rest = `${create.key}: ${cases.length - index} of ${cases.length} creates that break a rule`;
    if (ledger.hasAccident()) {
      const why = 'one such create was taken, and the next may cost money, too';
      return session.skip({ what: rest, why });
    }
    const externalId = ledger.name();
    const isNamed = isObject(body) && field !== 'external_task_id';
    const sent = isNamed ? { ...body, external_task_id: externalId } : body;
    session.setup.tell(`${create.name}: ${name}`);
    const exchange = await ledger.during(externalId, () => session.send(create, { body: sent }));
    if (isTaken(exchange)) {
      ledger.add(exchange, externalId, true);
    } else {
      if (session.excuse(rest, exchange)) return;
      session.expect(create);
    }
  }
}
