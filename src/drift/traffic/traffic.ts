import { operations } from '../../client/operations.ts';
import { type Problem, safe } from '../../contract/answers/problems.ts';
import type { Documented } from '../../contract/answers/routes.ts';
import { type Exchange, idIn, isTaken, reasonOf, sightOf } from '../../contract/exchange.ts';
import type { Finding } from '../../contract/finding.ts';
import { answerFindings, findingOf } from '../../contract/validate.ts';
import { providers } from '../../documents/documents.ts';
import { isObject, isWithin, valueAt } from '../../documents/json.ts';
import { ruleProblems } from './request-rules.ts';

/** A task as far as it was seen. */
interface Seen {
  documented: Documented;
  rank: number;
  word: string;
  /** Whether it has succeeded and its result has not been seen. */
  lacksResult: boolean;
}

/** How far a task has come; both of its ends are as far as can be. */
const ranks: Record<string, number> = { submitted: 0, processing: 1 };
const end = 2;

/** The exchanges of one account with one provider, whoever makes them: each is held against what came before it. */
export class Traffic {
  readonly #tasks = new Map<string, Seen>();
  /** Ids of tasks by the external ids that their creates gave them. */
  readonly #names = new Map<string, string>();
  /** Ids that creates gave: what else is looked at may be an external id from earlier. */
  readonly #created = new Set<string>();

  /** What an exchange says against the document, its rules, or an earlier exchange. */
  see(exchange: Exchange): Finding[] {
    const { documented, status, headers, body } = exchange;
    const found = answerFindings(documented, { status, headers, body });
    const isSeen = (location: string) => found.some((each) => isWithin(location, each.location));
    const isAbout = (each: Finding) =>
      each.kind !== 'answer-field-undocumented' && isWithin(each.location, '/data/task_result');
    const rules = ruleProblems(exchange, this.#names);
    const others = [
      ...withoutCredentials(exchange),
      ...page(exchange),
      ...this.#create(exchange),
      ...this.#look(exchange, isSeen('/data/task_result') || found.some(isAbout)),
    ].filter(({ location }) => !isSeen(location));
    return [...found, ...[...rules, ...others].map((each) => findingOf(documented, each))];
  }

  /** What has not come although it should have, as far as it was waited for. */
  missing(): Finding[] {
    const lacking = [...this.#tasks.values()].filter(({ lacksResult }) => lacksResult);
    return lacking.map(({ documented }) =>
      findingOf(documented, {
        kind: 'result-missing',
        location: resultOf(documented),
        expected: 'a result',
        actual: 'nothing',
      }),
    );
  }

  #create(exchange: Exchange): Problem[] {
    if (exchange.documented.action !== 'create' || !isTaken(exchange)) return [];
    const id = idIn(exchange) ?? '';
    const name = nameIn(exchange.sent);
    const known = this.#names.get(name);
    const isOther = known !== undefined && known !== id;
    this.#created.add(id);
    // Which of two tasks a name leads to is nothing to rely on.
    if (name) this.#names.set(name, isOther ? '' : id);
    if (!isOther || name === '') return [];
    const [expected, actual] = ['a refusal', 'another task'];
    return [{ kind: 'external-id-not-unique', location: '/external_task_id', expected, actual }];
  }

  #look(exchange: Exchange, isBroken: boolean): Problem[] {
    const { documented, id = '' } = exchange;
    if (documented.action !== 'get' || !exchange.isSigned) return [];
    const named = this.#names.get(id) || undefined;
    if (!isTaken(exchange)) return named === undefined ? [] : lost(exchange);
    const seen = this.#progress(exchange, named ?? id, isBroken);
    return [...this.#identity(exchange, named), ...seen];
  }

  /** Another task than the one asked for. */
  #identity({ id = '', body }: Exchange, named: string | undefined): Problem[] {
    const answered = valueAt(body, '/data/task_id');
    const asked = named ?? (this.#created.has(id) ? id : undefined);
    if (asked === undefined || typeof answered !== 'string' || answered === asked) return [];
    const [location, actual] = ['/data/task_id', 'another one'];
    return named === undefined
      ? [{ kind: 'answer-value', location, expected: 'the id that was asked for', actual }]
      : [{ kind: 'external-id-not-found', location, expected: 'the task of that name', actual }];
  }

  #progress({ documented, body }: Exchange, id: string, isBroken: boolean): Problem[] {
    const sight = sightOf(body);
    const word = sight?.word ?? '';
    const rank = sight?.end ? end : ranks[word];
    if (rank === undefined) return [];
    const list = valueAt(body, resultOf(documented));
    const isThere = Array.isArray(list) && list.length > 0;
    const lacksResult = sight?.end === 'succeed' && !isBroken && !isThere;
    const before = this.#tasks.get(id);
    this.#tasks.set(id, { documented, rank, word, lacksResult });
    const isOtherEnd = rank === end && before?.rank === end && word !== before.word;
    if (!before || (rank >= before.rank && !isOtherEnd)) return [];
    const [expected, actual] = [safe(before.word), safe(word)];
    return [{ kind: 'state-backwards', location: '/data/task_status', expected, actual }];
  }
}

const resultOf = ({ name }: Documented) =>
  `/data/task_result/${name ? operations[name].result : ''}`;

const nameIn = (sent: unknown) =>
  isObject(sent) && typeof sent.external_task_id === 'string' ? sent.external_task_id : '';

/** A task that was made under a name, and is not found by it where that is documented. */
function lost(exchange: Exchange): Problem[] {
  const { status, documented } = exchange;
  const isPromised = providers[documented.provider].findsExternalIds;
  if (!isPromised || status < 400 || reasonOf(exchange) !== 'request') return [];
  return [{ kind: 'external-id-not-found', location: 'status', expected: 200, actual: status }];
}

function withoutCredentials(exchange: Exchange): Problem[] {
  if (exchange.isSigned || !isTaken(exchange)) return [];
  return [
    { kind: 'auth-not-required', location: 'status', expected: 401, actual: exchange.status },
  ];
}

/** More tasks than the page that was asked for has. */
function page({ documented, query, body }: Exchange): Problem[] {
  const data = valueAt(body, '/data');
  const size = Number(query.pageSize);
  if (documented.action !== 'list' || !Array.isArray(data) || !(data.length > size)) return [];
  const [expected, actual] = [`at most ${size} tasks`, `${data.length} tasks`];
  return [{ kind: 'paging-ignored', location: '/data', expected, actual }];
}
