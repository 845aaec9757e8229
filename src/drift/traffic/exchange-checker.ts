import { operations } from '../../client/operations.ts';
import type { DocumentedOperation } from '../../contract/documented.ts';
import {
  type Exchange,
  isAccepted,
  refusalReason,
  taskIdIn,
  taskStateIn,
} from '../../contract/exchange.ts';
import type { Finding } from '../../contract/finding.ts';
import { maskValue, type Problem } from '../../contract/problems.ts';
import { checkAnswer, toFinding } from '../../contract/validate.ts';
import { lookupProves } from '../../documents/documents.ts';
import { isObject, isWithin, valueAt } from '../../documents/json.ts';
import { checkRequestRules } from './request-rules.ts';

/** What is known of a task from the exchanges so far. */
interface KnownTask {
  documented: DocumentedOperation;
  progress: number;
  /** The provider's word for its state. */
  status: string;
  /** Whether it has succeeded without a result so far. */
  lacksResult: boolean;
}

/** How far a task has come, by its status; both ends are `ended`. */
const progressByStatus = new Map([
  ['submitted', 0],
  ['processing', 1],
]);
const ended = 2;

/** Checks the exchanges of one account with one provider, each against the document and against those before it. */
export class ExchangeChecker {
  readonly #tasks = new Map<string, KnownTask>();
  /** Ids of tasks by the external ids in their creates; empty where two tasks have the same one. */
  readonly #idsByExternalId = new Map<string, string>();
  /** The other way round: what the tasks were called in their creates. */
  readonly #externalIds = new Map<string, string>();
  /** Ids that came back from creates. Another id in a path may be an external id from before. */
  readonly #created = new Set<string>();

  /** Finds where an exchange differs from the document, its rules, or an earlier exchange. */
  check(exchange: Exchange): Finding[] {
    const { documented, status, headers, body } = exchange;
    const found = checkAnswer(documented, { status, headers, body });
    const isFound = (location: string) => found.some((each) => isWithin(location, each.location));
    const isAboutResult = (each: Finding) =>
      each.kind !== 'answer-field-undocumented' && isWithin(each.location, '/data/task_result');
    const rules = checkRequestRules(exchange, this.#idsByExternalId);
    const others = [
      ...checkUnsigned(exchange),
      ...checkPage(exchange),
      ...this.#checkCreate(exchange),
      ...this.#checkGet(exchange, isFound('/data/task_result') || found.some(isAboutResult)),
    ].filter(({ location }) => !isFound(location));
    return [...found, ...[...rules, ...others].map((each) => toFinding(documented, each, status))];
  }

  /** Remembers an external id that was sent with a create before; which task it leads to is not known. */
  addUsedExternalId(externalId: string): void {
    this.#idsByExternalId.set(externalId, '');
  }

  /** The results that should have come by now and have not. */
  missingResults(): Finding[] {
    const lacking = [...this.#tasks.values()].filter(({ lacksResult }) => lacksResult);
    return lacking.map(({ documented }) =>
      toFinding(documented, {
        kind: 'result-missing',
        location: resultPointer(documented),
        expected: 'a result',
        actual: 'nothing',
      }),
    );
  }

  #checkCreate(exchange: Exchange): Problem[] {
    if (exchange.documented.action !== 'create' || !isAccepted(exchange)) return [];
    const id = taskIdIn(exchange) ?? '';
    const externalId = externalIdIn(exchange.requestBody);
    if (externalId && id) this.#externalIds.set(id, externalId);
    const known = this.#idsByExternalId.get(externalId);
    const isOther = known !== undefined && known !== id;
    this.#created.add(id);
    // Which of two tasks an external id leads to is undefined.
    if (externalId) this.#idsByExternalId.set(externalId, isOther ? '' : id);
    const others = this.#checkExternalId(exchange, externalId);
    if (!isOther || externalId === '') return others;
    return [
      ...others,
      {
        kind: 'external-id-not-unique',
        location: '/external_task_id',
        expected: 'a refusal',
        actual: 'another task',
      },
    ];
  }

  #checkGet(exchange: Exchange, isResultBroken: boolean): Problem[] {
    const { documented, id = '' } = exchange;
    if (documented.action !== 'get' || !exchange.isSigned) return [];
    const idByExternalId = this.#idsByExternalId.get(id) || undefined;
    if (!isAccepted(exchange)) {
      return idByExternalId === undefined ? [] : checkExternalIdRefused(exchange);
    }
    return [
      ...this.#checkIdentity(exchange, idByExternalId),
      ...this.#checkProgress(exchange, idByExternalId ?? id, isResultBroken),
    ];
  }

  /** The answer has to be about the task that was asked for. */
  #checkIdentity(exchange: Exchange, idByExternalId: string | undefined): Problem[] {
    const { id = '', body } = exchange;
    const answered = valueAt(body, '/data/task_id');
    if (typeof answered !== 'string') return [];
    // Another id in a path may be an external id from before: then the answer has that, too, or an id of another form.
    const isOwn = this.#created.has(id) || (idForm(id) !== '' && idForm(id) === idForm(answered));
    const isNamed = valueAt(body, externalIdPointer) === id;
    const asked = idByExternalId ?? (isOwn && !isNamed ? id : undefined);
    if (asked === undefined) return [];
    if (answered === asked) return this.#checkExternalId(exchange, this.#externalIds.get(asked));
    const problem = { location: '/data/task_id', actual: 'another one' };
    return idByExternalId === undefined
      ? [{ ...problem, kind: 'answer-other-task', expected: 'the id that was asked for' }]
      : [{ ...problem, kind: 'external-id-not-found', expected: 'the task of that name' }];
  }

  /** The external id in an answer has to be that of the task's create. */
  #checkExternalId({ body }: Exchange, externalId = ''): Problem[] {
    const answered = valueAt(body, externalIdPointer);
    const isOther = typeof answered === 'string' && answered !== '' && answered !== externalId;
    if (!isOther || externalId === '') return [];
    const location = externalIdPointer;
    return [
      {
        kind: 'answer-other-task',
        location,
        expected: 'that of the create',
        actual: 'another one',
      },
    ];
  }

  #checkProgress({ documented, body }: Exchange, id: string, isResultBroken: boolean): Problem[] {
    const state = taskStateIn(body);
    if (!state) return [];
    const progress = state.end ? ended : progressByStatus.get(state.status);
    if (progress === undefined) return [];
    const results = valueAt(body, resultPointer(documented));
    const hasResult = Array.isArray(results) && results.length > 0;
    const lacksResult = state.end === 'succeed' && !isResultBroken && !hasResult;
    const { status } = state;
    const before = this.#tasks.get(id);
    this.#tasks.set(id, { documented, progress, status, lacksResult });
    if (!before) return [];
    const isOtherEnd = progress === ended && before.progress === ended && status !== before.status;
    if (progress >= before.progress && !isOtherEnd) return [];
    return [
      {
        kind: 'state-backwards',
        location: '/data/task_status',
        expected: maskValue(before.status),
        actual: maskValue(status),
      },
    ];
  }
}

const resultPointer = ({ name }: DocumentedOperation) =>
  `/data/task_result/${name ? operations[name].result : ''}`;

const externalIdPointer = '/data/task_info/external_task_id';

/** What ids that a provider gives look alike in: many digits, and how many. Empty for any other. */
const idForm = (id: string) => (/^\d{15,}$/.test(id) ? String(id.length) : '');

const externalIdIn = (body: unknown) =>
  isObject(body) && typeof body.external_task_id === 'string' ? body.external_task_id : '';

/** A task that was created with an external id has to be found by it, where that is documented. */
function checkExternalIdRefused(exchange: Exchange): Problem[] {
  const { status, documented } = exchange;
  const { provider, name } = documented;
  const isPromised = name && lookupProves(provider, name) === 'absence';
  if (!isPromised || status < 400 || refusalReason(exchange) !== 'request') return [];
  return [{ kind: 'external-id-not-found', location: 'status', expected: 200, actual: status }];
}

/** A request without credentials has to be refused. */
function checkUnsigned(exchange: Exchange): Problem[] {
  if (exchange.isSigned || !isAccepted(exchange)) return [];
  const { status: actual } = exchange;
  return [{ kind: 'auth-not-required', location: 'status', expected: 401, actual }];
}

/** A page must not have more tasks than were asked for. */
function checkPage({ documented, query, body }: Exchange): Problem[] {
  const tasks = valueAt(body, '/data');
  const size = Number(query.pageSize);
  const isList = documented.action === 'list' || documented.action === 'presets';
  if (!isList || !Array.isArray(tasks) || !(tasks.length > size)) return [];
  return [
    {
      kind: 'paging-ignored',
      location: '/data',
      expected: `at most ${size} tasks`,
      actual: `${tasks.length} tasks`,
    },
  ];
}
