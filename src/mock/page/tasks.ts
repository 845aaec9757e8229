import { listOf, objectOf } from '../../documents/json.ts';
import type { JournalEntry } from '../server/journal.ts';
import type { TaskView } from '../server/task-view.ts';
import { byId, createButton, el, renderAccount, setChildren, setEnabled, setText } from './dom.ts';
import { type Draft, titleOf } from './draft.ts';
import { ExchangeList } from './exchanges.ts';
import { mockApi, type TaskAction } from './mock-api.ts';
import { renderFile } from './results.ts';
import type { MockState } from './watcher.ts';

/** The most tasks shown, so that the page stays fast with ten thousand of them. */
const maxShown = 40;
/** The newest tasks, whose players load the beginning of their files at once to show how long they are. */
const preloaded = 3;

const finalStatuses = ['succeed', 'failed'];
/** The statuses in the documents. Any other has the colours of `processing`. */
const knownStatuses = ['submitted', 'processing', ...finalStatuses];

/** Characters of a prompt that are shown. */
const maxPrompt = 500;

/** What the cards of the tasks can trigger. */
export interface CardEvents {
  /** A task was changed or deleted. */
  onAction(): void;
  /** A task is about to be deleted: who waits for it stops first, and does not ask for what is gone. */
  onDelete(id: string): void;
  /** A request is to be loaded into the form. */
  onLoad(draft: Draft): void;
}

/** The tasks, newest first. */
export class TaskList {
  readonly #events: CardEvents;
  readonly #count = byId('task-count');
  readonly #empty = el(
    'p',
    { class: 'empty' },
    'No tasks yet. Send a request here, or point your program at this mock.',
  );
  readonly #list = el('ul', { class: 'cards' });
  #cards = new Map<string, TaskCard>();

  constructor(events: CardEvents) {
    this.#events = events;
    byId('tasks').append(this.#empty, this.#list);
    setInterval(() => {
      for (const card of this.#cards.values()) card.showAge();
    }, 1_000);
  }

  show({ tasks, entries }: MockState): void {
    const cards = new Map<string, TaskCard>();
    for (const [index, view] of tasks.slice(0, maxShown).entries()) {
      const card = this.#cards.get(view.id) ?? new TaskCard(view, this.#events);
      const own = entries.filter(({ task }) => task === view.id);
      card.update(view, own, index < preloaded);
      cards.set(view.id, card);
    }
    this.#cards = cards;
    setChildren(
      this.#list,
      [...cards.values()].map(({ element }) => element),
    );
    this.#empty.hidden = tasks.length > 0;
    const more = tasks.length > maxShown ? `, showing the newest ${maxShown}` : '';
    setText(this.#count, tasks.length > 0 ? `${tasks.length.toLocaleString('en')}${more}` : '');
  }
}

/** One task, updated in place, so that a player keeps playing and the focus stays where it is. */
class TaskCard {
  readonly element: HTMLElement;
  readonly #status = el('span', { class: 'status' });
  readonly #age = el('span', { class: 'age' });
  readonly #timeline = el('ol', { class: 'timeline', 'aria-label': 'Timeline' });
  readonly #note = el('p', { class: 'result-note' });
  readonly #result = el('div');
  readonly #buttons: Record<TaskAction, HTMLButtonElement>;
  readonly #exchanges: ExchangeList;
  #hasPlayers = false;
  #shownSteps = '';
  #view: TaskView;
  #updatedAt = 0;

  constructor(view: TaskView, events: CardEvents) {
    this.#view = view;
    const { id, externalId, provider, operation, scenario, input } = view;
    const title = el('h3', { id: `task-${id}` }, titleOf(operation));
    const createActionButton = (action: TaskAction, label: string) =>
      createButton(label, () => mockApi.act(id, action).finally(events.onAction), {
        class: 'small',
      });
    this.#buttons = {
      advance: createActionButton('advance', 'Advance'),
      fail: createActionButton('fail', 'Fail'),
      expire: createActionButton('expire', 'Expire'),
    };
    const remove = () => {
      events.onDelete(id);
      return mockApi.deleteTask(id).finally(events.onAction);
    };
    this.#exchanges = new ExchangeList('Requests and responses', events.onLoad);
    const head = el('header', {}, this.#status, title, el('span', {}, provider));
    head.append(renderAccount(view));
    if (scenario !== 'normal') head.append(el('span', { class: 'scenario' }, scenario));
    head.append(this.#age);
    const ids = el('p', { class: 'ids' }, 'ID ', el('code', {}, id));
    if (externalId) ids.append(' · external ID ', el('code', {}, externalId));
    const prompt = el('p', { class: 'prompt' }, describeInput(input));
    const actions = el('div', { class: 'actions' }, ...Object.values(this.#buttons));
    actions.append(createButton('Delete', remove, { class: 'small' }));
    this.element = el('li', { class: 'card', 'aria-labelledby': `task-${id}` }, head, prompt, ids);
    this.element.append(this.#timeline, this.#note, this.#result, actions, this.#exchanges.element);
  }

  /** Shows the task in its current state. */
  update(view: TaskView, entries: readonly JournalEntry[], isPreloaded: boolean): void {
    this.#view = view;
    this.#updatedAt = performance.now();
    const { status, states, age, createdAt, isExpired, hasResult } = view;
    setText(this.#status, status);
    this.#status.dataset.status = knownStatuses.includes(status) ? status : 'processing';
    this.#showSteps();
    setText(this.#note, noteOn(view));
    this.#note.dataset.status = status;
    const isPlayable = hasResult && !isExpired;
    if (isPlayable !== this.#hasPlayers) {
      this.#hasPlayers = isPlayable;
      const players = isPlayable ? [renderFiles(view, isPreloaded ? 'metadata' : 'none')] : [];
      this.#result.replaceChildren(...players);
    }
    const hasNext = states.some(({ since }) => since > createdAt + age);
    setEnabled(this.#buttons.advance, hasNext);
    setEnabled(this.#buttons.fail, !finalStatuses.includes(status));
    setEnabled(this.#buttons.expire, isPlayable);
    this.#exchanges.show(entries);
    this.showAge();
  }

  /** Shows how old the task is now. */
  showAge(): void {
    const age = this.#view.age + performance.now() - this.#updatedAt;
    setText(this.#age, `${formatDuration(age < 10_000 ? Math.floor(age / 1000) * 1000 : age)} ago`);
  }

  /** Shows the steps, anew only where one of them has changed. */
  #showSteps(): void {
    const { states, createdAt, age, status } = this.#view;
    const shown = JSON.stringify([
      states,
      status,
      states.map(({ since }) => since <= createdAt + age),
    ]);
    if (shown === this.#shownSteps) return;
    this.#shownSteps = shown;
    const steps = states.map(({ status: name, since }) => {
      const isReached = since <= createdAt + age;
      const kind = name === status ? 'now' : isReached ? 'done' : 'to-come';
      const when = since > createdAt ? `after ${formatDuration(since - createdAt)}` : 'at once';
      const attributes = { class: kind, 'aria-current': kind === 'now' ? 'step' : undefined };
      return el('li', attributes, el('span', {}, name), el('small', {}, when));
    });
    this.#timeline.replaceChildren(...steps);
  }
}

/** What a task was asked for, in a line: its prompt, or else the first text that it has. */
function describeInput({ prompt, contents, model, ...input }: TaskView['input']): string {
  const parts = listOf(contents).map(objectOf);
  const texts = [
    prompt,
    ...parts.map(({ text }) => text),
    ...Object.values(input),
    ...parts.map(({ url }) => url),
    model,
  ].filter((each) => typeof each === 'string');
  const [text = ''] = texts.filter(Boolean);
  return text.length > maxPrompt ? `${text.slice(0, maxPrompt)}…` : text;
}

/** What a card says about a task besides its status. */
function noteOn({ status, hasResult, isExpired, reason }: TaskView): string {
  if (status === 'failed') return reason ?? 'No reason given.';
  if (isExpired) return 'The files have expired. Their URLs now return 403.';
  return status === 'succeed' && !hasResult ? 'The result is not available yet.' : '';
}

/** The files of a finished task: pictures that open, players, and links to download them. */
function renderFiles({ operation, files }: TaskView, preload: 'metadata' | 'none'): HTMLElement {
  const shown = files.map(({ url, format, name }, at) => {
    const same = files.flatMap((each, index) => (each.format === format ? [index] : []));
    const place = same.length > 1 ? ` ${same.indexOf(at) + 1}` : '';
    const mark = name.startsWith('watermark') ? ', watermarked' : '';
    const caption = `${format.toUpperCase()}${place}${mark}`;
    return renderFile(url, format, {
      label: `${titleOf(operation)}, ${caption}`,
      caption,
      preload,
    });
  });
  return el('div', { class: 'players' }, ...shown);
}

/** A duration as people write it: `0.4 s`, `12 s`, `3 min`, `2 h`. */
export function formatDuration(ms: number): string {
  const seconds = Math.max(0, ms) / 1000;
  if (seconds < 10) return `${Number(seconds.toFixed(1))} s`;
  if (seconds < 120) return `${Math.round(seconds)} s`;
  return seconds < 7200 ? `${Math.round(seconds / 60)} min` : `${Math.round(seconds / 3600)} h`;
}
