import { byId, el, setText } from './dom.ts';
import { arrange } from './exchanges.ts';
import type { MockState } from './live.ts';
import { type CardHooks, TaskCard } from './task-card.ts';

/** Tasks shown; the page has to stay quick with ten thousand. */
const most = 40;
/** Tasks whose players look at their files at once, to show how long they are. */
const eager = 3;

/** The tasks, newest first. */
export class TaskList {
  readonly #hooks: CardHooks;
  readonly #count = byId('task-count');
  readonly #empty = el(
    'p',
    { class: 'empty' },
    'No tasks yet. Send a request here, or point your program at this mock.',
  );
  readonly #list = el('ul', { class: 'cards' });
  #cards = new Map<string, TaskCard>();

  constructor(hooks: CardHooks) {
    this.#hooks = hooks;
    byId('tasks').append(this.#empty, this.#list);
    setInterval(() => {
      for (const card of this.#cards.values()) card.tick();
    }, 1_000);
  }

  show({ tasks, entries }: MockState): void {
    const shown = tasks.slice(0, most);
    const cards = new Map(
      shown.map((view) => [view.id, this.#cards.get(view.id) ?? new TaskCard(view, this.#hooks)]),
    );
    this.#cards = cards;
    for (const [index, view] of shown.entries()) {
      const own = entries.filter(({ task }) => task === view.id);
      cards.get(view.id)?.update(view, own, index < eager);
    }
    arrange(
      this.#list,
      [...cards.values()].map(({ element }) => element),
    );
    this.#empty.hidden = tasks.length > 0;
    const more = tasks.length > most ? `, the newest ${most} shown` : '';
    setText(this.#count, tasks.length > 0 ? `${tasks.length.toLocaleString('en')}${more}` : '');
  }
}
