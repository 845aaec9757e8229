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
import {
  type AskedFor,
  askedIn,
  externalIdIn,
  resultAt,
  resultsOf,
  type TaskAt,
  tasksAt,
} from '../../contract/tasks.ts';
import { checkAnswer, toFinding } from '../../contract/validate.ts';
import { lookupProves } from '../../documents/documents.ts';
import { generic, isWithin, objectOf, valueAt } from '../../documents/json.ts';
import { placesOf } from '../../documents/places.ts';
import { checkRequestRules } from './request-rules.ts';

/** What is known of a task from the exchanges so far. */
interface KnownTask {
  documented: DocumentedOperation;
  progress: number;
  /** The provider's word for its state. */
  status: string;
  /** Whether it has succeeded without a result so far. */
  lacksResult: boolean;
  /** Where it should be. */
  location: string;
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
    const isBroken = (result: string) =>
      isFound(result) ||
      found.some(
        ({ kind, location }) =>
          kind !== 'answer-field-undocumented' && isWithin(generic(location), generic(result)),
      );
    const rules = checkRequestRules(exchange, this.#idsByExternalId);
    const others = [
      ...checkUnsigned(exchange),
      ...checkPage(exchange),
      ...checkCursor(exchange),
      ...this.#checkCreate(exchange),
      ...this.#checkGet(exchange, isBroken),
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
    return lacking.map(({ documented, location }) =>
      toFinding(documented, {
        kind: 'result-missing',
        location,
        expected: 'a result',
        actual: 'nothing',
      }),
    );
  }

  #checkCreate(exchange: Exchange): Problem[] {
    const { documented, body } = exchange;
    if (documented.action !== 'create' || !isAccepted(exchange)) return [];
    const id = taskIdIn(exchange) ?? '';
    const externalId = externalIdIn(documented.provider, exchange.requestBody);
    if (externalId && id) this.#externalIds.set(id, externalId);
    const known = this.#idsByExternalId.get(externalId);
    const isOther = known !== undefined && known !== id;
    this.#created.add(id);
    // Which of two tasks an external id leads to is undefined.
    if (externalId) this.#idsByExternalId.set(externalId, isOther ? '' : id);
    const others = tasksAt(documented, body).flatMap((task) =>
      this.#checkExternalId(exchange, task, externalId),
    );
    if (!isOther || externalId === '') return others;
    return [
      ...others,
      {
        kind: 'external-id-not-unique',
        location: this.#places(exchange).sentExternalId,
        expected: 'a refusal',
        actual: 'another task',
      },
    ];
  }

  #checkGet(exchange: Exchange, isBroken: (location: string) => boolean): Problem[] {
    const { documented, body } = exchange;
    if (documented.action !== 'get' || !exchange.isSigned) return [];
    const asked = askedIn(exchange).map((each) => ({ ...each, known: this.#idOf(each) }));
    const missing = asked.filter(({ id, known }) => known !== undefined && known !== id);
    if (!isAccepted(exchange)) return missing.slice(0, 1).flatMap(() => checkNotFound(exchange));
    const shown = tasksAt(documented, body).map((task) => {
      const id = valueAt(task.value, this.#places(exchange).id);
      // An answer need not repeat the external id.
      const sent = this.#externalIds.get(String(id));
      return { task, ids: [id, valueAt(task.value, this.#places(exchange).externalId), sent] };
    });
    // One that is asked for alone is answered by what came, whatever its id; of several, each is found by its own.
    const isAlone = asked.length <= 1 && shown.length <= 1;
    const pairs = shown.map(({ task, ids }) => ({
      task,
      by: isAlone
        ? asked[0]
        : asked.find(
            ({ id, known }) => ids.includes(id) || (known !== undefined && ids.includes(known)),
          ),
    }));
    const left = missing.filter((each) => !pairs.some(({ by }) => by === each));
    // By its own id; one that is asked for by ours is the next line's.
    const gone = asked.filter(
      (each) => each.isExternal === false && !pairs.some(({ by }) => by === each),
    );
    const isAbsent = left.length > 0 && asked.every(({ isExternal }) => isExternal !== undefined);
    return [
      ...(isAbsent ? checkNotFound(exchange) : []),
      ...gone.flatMap(({ id }) => this.#checkGone(id)),
      ...pairs.flatMap(({ task, by }) =>
        by
          ? [
              ...this.#checkIdentity(exchange, task, by),
              ...this.#checkProgress(exchange, task, {
                // Several tasks may have one external id.
                id:
                  by.known ??
                  (by.isExternal ? String(valueAt(task.value, this.#places(exchange).id)) : by.id),
                isAlone,
                isResultBroken: isBroken(task.pointer + this.#places(exchange).result),
              }),
            ]
          : [otherTask(task.pointer + this.#places(exchange).id, 'one that was asked for')],
      ),
    ];
  }

  #places = ({ documented }: Exchange) => placesOf(documented.provider);

  /** The task's own id where it was created with the external id that is asked for. */
  #idOf({ id, isExternal }: AskedFor): string | undefined {
    return isExternal === false ? undefined : this.#idsByExternalId.get(id) || undefined;
  }

  /** The answer has to be about the task that was asked for. */
  #checkIdentity(
    exchange: Exchange,
    task: TaskAt,
    { id, isExternal, known }: AskedFor & { known: string | undefined },
  ): Problem[] {
    const places = this.#places(exchange);
    const answered = valueAt(task.value, places.id);
    if (typeof answered !== 'string') return [];
    // Another id in a path may be an external id from before: then the answer has that, too, or an id of another form.
    const isOwn =
      isExternal === false ||
      this.#created.has(id) ||
      (isExternal === undefined && idForm(id) !== '' && idForm(id) === idForm(answered));
    const isNamed = valueAt(task.value, places.externalId) === id;
    const asked = known ?? (isOwn && !isNamed ? id : undefined);
    if (asked === undefined) return [];
    if (answered === asked)
      return this.#checkExternalId(exchange, task, this.#externalIds.get(asked));
    const location = task.pointer + places.id;
    return known === undefined
      ? [otherTask(location, 'the id that was asked for')]
      : [
          {
            kind: 'external-id-not-found',
            location,
            expected: 'the task of that name',
            actual: 'another one',
          },
        ];
  }

  /** The external id in an answer has to be that of the task's create. */
  #checkExternalId(exchange: Exchange, task: TaskAt, externalId = ''): Problem[] {
    const { externalId: place } = this.#places(exchange);
    const answered = valueAt(task.value, place);
    const isOther = typeof answered === 'string' && answered !== '' && answered !== externalId;
    if (!isOther || externalId === '') return [];
    return [otherTask(task.pointer + place, 'that of the create')];
  }

  /** What was shown once has to be shown again. */
  #checkGone(id: string): Problem[] {
    const before = this.#tasks.get(id);
    if (!before) return [];
    const expected = maskValue(before.status);
    return [{ kind: 'state-backwards', location: '/data', expected, actual: 'no task' }];
  }

  #checkProgress(
    exchange: Exchange,
    task: TaskAt,
    { id, isAlone, isResultBroken }: { id: string; isAlone: boolean; isResultBroken: boolean },
  ): Problem[] {
    const { documented, body } = exchange;
    const state = taskStateIn(isAlone ? body : task.value);
    if (!state) return [];
    const progress = state.end ? ended : progressByStatus.get(state.status);
    if (progress === undefined) return [];
    const hasResult = resultsOf(documented, task).length > 0;
    const lacksResult = state.end === 'succeed' && !isResultBroken && !hasResult;
    const { status } = state;
    const before = this.#tasks.get(id);
    const location = resultAt(documented, task);
    this.#tasks.set(id, { documented, progress, status, lacksResult, location });
    if (!before) return [];
    const isOtherEnd = progress === ended && before.progress === ended && status !== before.status;
    if (progress >= before.progress && !isOtherEnd) return [];
    return [
      {
        kind: 'state-backwards',
        location: task.pointer + this.#places(exchange).status,
        expected: maskValue(before.status),
        actual: maskValue(status),
      },
    ];
  }
}

const otherTask = (location: string, expected: string): Problem => ({
  kind: 'answer-other-task',
  location,
  expected,
  actual: 'another one',
});

/** What ids that a provider gives look alike in: many digits, and how many. Empty for any other. */
const idForm = (id: string) => (/^\d{15,}$/.test(id) ? String(id.length) : '');

/** A task that was created with an external id has to be found by it, where that is documented: neither refused nor left out. */
function checkNotFound(exchange: Exchange): Problem[] {
  const { status, documented } = exchange;
  const { provider, name } = documented;
  const isPromised = name && lookupProves(provider, name) === 'absence';
  const isUnclear =
    !isAccepted(exchange) && (status < 400 || refusalReason(exchange) !== 'request');
  if (!isPromised || isUnclear) return [];
  const [location, actual] = isAccepted(exchange) ? ['/data', 'no task'] : ['status', status];
  return [{ kind: 'external-id-not-found', location, expected: 200, actual }];
}

/** A request without credentials has to be refused. */
function checkUnsigned(exchange: Exchange): Problem[] {
  if (exchange.isSigned || !isAccepted(exchange)) return [];
  const { status: actual } = exchange;
  return [{ kind: 'auth-not-required', location: 'status', expected: 401, actual }];
}

/** A page that is not the last has to lead to another one. */
function checkCursor({ documented, requestBody, body }: Exchange): Problem[] {
  const { hasMore, nextCursor, cursor } = placesOf(documented.provider);
  if (documented.action !== 'list' || !hasMore || valueAt(body, hasMore) !== true) return [];
  const next = valueAt(body, nextCursor);
  const isSame = next === objectOf(requestBody)[cursor];
  if (next && !isSame) return [];
  const [expected, actual] = ['the cursor of the next page', next ? 'its own' : 'none'];
  return [{ kind: 'paging-ignored', location: nextCursor, expected, actual }];
}

/** A page must not have more tasks than were asked for. What a size below 1 means, where it is allowed, nobody says for every list. */
function checkPage({ documented, query, requestBody, body }: Exchange): Problem[] {
  const { page, limit } = placesOf(documented.provider);
  const tasks = valueAt(body, page);
  const size = Number(objectOf(requestBody)[limit] ?? query[limit]);
  const isList = documented.action === 'list' || documented.action === 'presets';
  if (!isList || !Array.isArray(tasks) || !(size >= 1 && tasks.length > size)) return [];
  return [
    {
      kind: 'paging-ignored',
      location: page,
      expected: `at most ${size} tasks`,
      actual: `${tasks.length} tasks`,
    },
  ];
}
