import type { TaskView } from '../server/control.ts';
import type { JournalEntry } from '../server/journal.ts';
import { button, el, setEnabled, setText } from './dom.ts';
import { type Draft, titleOf } from './draft.ts';
import { Exchanges } from './exchanges.ts';
import { textOf } from './fields.ts';
import { mockApi } from './mock-api.ts';
import { players } from './players.ts';
import { lengthOf } from './time.ts';

/** The statuses that the documents know; others look like `processing` with their own word. */
const known = ['submitted', 'processing', 'succeed', 'failed'];

/** What a card can set off. */
export interface CardHooks {
  /** Something was done to the task. */
  onAct(): void;
  /** A request is to be put into the form. */
  onUse(draft: Draft): void;
}

/** One task, kept up to date in place: a player goes on playing, and the keyboard stays where it is. */
export class TaskCard {
  readonly element: HTMLElement;
  readonly #status = el('span', { class: 'status' });
  readonly #age = el('span', { class: 'age' });
  readonly #timeline = el('ol', { class: 'timeline', 'aria-label': 'Timeline' });
  readonly #note = el('p', { class: 'result-note' });
  readonly #result = el('div');
  readonly #buttons: Record<'advance' | 'fail' | 'expire', HTMLButtonElement>;
  readonly #exchanges: Exchanges;
  #shown = '';
  #view: TaskView;
  #seenAt = 0;

  constructor(view: TaskView, hooks: CardHooks) {
    this.#view = view;
    const { id, externalId, provider, operation, scenario, input } = view;
    const title = el('h3', { id: `task-${id}` }, titleOf(operation));
    const act = (action: 'advance' | 'fail' | 'expire', label: string) =>
      button(label, () => mockApi.act(id, action).finally(hooks.onAct), { class: 'small' });
    this.#buttons = {
      advance: act('advance', 'Advance'),
      fail: act('fail', 'Fail'),
      expire: act('expire', 'Expire'),
    };
    const forget = () => mockApi.forget(id).finally(hooks.onAct);
    this.#exchanges = new Exchanges('Requests and answers', hooks.onUse);
    const head = el('header', {}, this.#status, title, el('span', {}, provider));
    if (scenario !== 'normal') head.append(el('span', { class: 'scenario' }, scenario));
    head.append(this.#age);
    const ids = el('p', { class: 'ids' }, 'id ', el('code', {}, id));
    if (externalId) ids.append(' · external id ', el('code', {}, externalId));
    const prompt = el('p', { class: 'prompt' }, textOf(input.prompt ?? input.video_url ?? ''));
    const actions = el('div', { class: 'actions' }, ...Object.values(this.#buttons));
    actions.append(button('Forget', forget, { class: 'small' }));
    this.element = el('li', { class: 'card', 'aria-labelledby': `task-${id}` }, head, prompt, ids);
    this.element.append(this.#timeline, this.#note, this.#result, actions, this.#exchanges.element);
  }

  /** Shows the task as it stands. */
  update(view: TaskView, entries: readonly JournalEntry[], isNew: boolean): void {
    this.#view = view;
    this.#seenAt = performance.now();
    const { status, states, age, createdAt, isExpired, hasResult } = view;
    setText(this.#status, status);
    this.#status.dataset.status = known.includes(status) ? status : 'processing';
    this.#timeline.replaceChildren(...this.#steps());
    setText(this.#note, noteOn(view));
    this.#note.dataset.status = status;
    const wants = isExpired ? 'gone' : hasResult ? 'players' : 'nothing';
    if (wants !== this.#shown) {
      this.#shown = wants;
      const preload = isNew ? 'metadata' : 'none';
      this.#result.replaceChildren(...(wants === 'players' ? [players(view, preload)] : []));
    }
    const hasNext = states.some(({ since }) => since > createdAt + age);
    setEnabled(this.#buttons.advance, hasNext);
    setEnabled(this.#buttons.fail, !['succeed', 'failed'].includes(status));
    setEnabled(this.#buttons.expire, hasResult && !isExpired);
    this.#exchanges.show(entries);
    this.tick();
  }

  /** Shows how old the task is by now. */
  tick(): void {
    const age = this.#view.age + performance.now() - this.#seenAt;
    setText(this.#age, `${lengthOf(age < 10_000 ? Math.floor(age / 1000) * 1000 : age)} old`);
  }

  #steps(): HTMLElement[] {
    const { states, createdAt, age, status } = this.#view;
    return states.map(({ status: name, since }) => {
      const isReached = since <= createdAt + age;
      const kind = name === status ? 'now' : isReached ? 'done' : 'to-come';
      const when = since > createdAt ? `after ${lengthOf(since - createdAt)}` : 'at once';
      const attributes = { class: kind, 'aria-current': kind === 'now' ? 'step' : undefined };
      return el('li', attributes, el('span', {}, name), el('small', {}, when));
    });
  }
}

/** What is to be said of a task besides its status. */
function noteOn({ status, hasResult, isExpired, reason }: TaskView): string {
  if (status === 'failed') return reason ?? 'no reason was given';
  if (isExpired) return 'The files have expired: their addresses answer 403 now.';
  return status === 'succeed' && !hasResult ? 'The result is not there yet.' : '';
}
