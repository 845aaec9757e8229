import { ApiError, TaskAbortedError } from '../../index.ts';
import { el, setAttributes, setText } from './dom.ts';
import type { Draft } from './draft.ts';
import { send } from './send.ts';
import type { Note } from './violations.ts';

/** What the sending of a request needs of the form. */
export interface SendingOptions {
  /** The request as it stands. */
  draft(): Draft;
  onSent(): void;
  onRefusal(notes: Note[]): void;
}

/** The button that sends, and what came of it. */
export class Sending {
  readonly element: HTMLElement;
  readonly #options: SendingOptions;
  readonly #button = el('button', { type: 'submit', class: 'primary', id: 'send' }, 'Send');
  readonly #expected = el('p', { class: 'expected' });
  readonly #outcome = el('p', { id: 'outcome', class: 'outcome', role: 'status' });
  #latest = new AbortController();
  /** Whether the create itself is under way: that is what the button can stop. */
  #isSending = false;
  /** The task that is waited for, and whether the mock has shown it among its own. */
  #awaited = { id: '', isShown: false };

  constructor(options: SendingOptions) {
    this.#options = options;
    this.element = el(
      'div',
      { class: 'sending' },
      el('div', { class: 'row' }, this.#button, this.#expected),
      this.#outcome,
    );
  }

  /** Says that the request as it stands will be refused because of these fields. */
  expect(fields: readonly string[]): void {
    const names = [...new Set(fields)];
    setText(
      this.#expected,
      names.length > 0
        ? `Breaks the document: ${names.join(', ')}. It can be sent all the same.`
        : '',
    );
  }

  /** Gives up the wait for a task that the mock had and has forgotten. */
  showTasks(ids: ReadonlySet<string>): void {
    if (ids.has(this.#awaited.id)) this.#awaited.isShown = true;
    else if (this.#awaited.isShown) this.#latest.abort();
  }

  /** Sends the request; a second time while it is being sent, gives it up. */
  async start(): Promise<void> {
    if (this.#isSending) return this.#latest.abort();
    // Whoever sends another request no longer waits for the one before.
    this.#latest.abort();
    const mine = new AbortController();
    this.#latest = mine;
    this.#awaited = { id: '', isShown: false };
    const tell = (text: string, kind = '') => {
      if (this.#latest !== mine) return;
      setText(this.#outcome, text);
      setAttributes(this.#outcome, { 'data-kind': kind });
    };
    this.#setSending(true);
    tell('sending …');
    const { draft, onSent, onRefusal } = this.#options;
    let about = '';
    try {
      const progress = {
        onTask: (id: string) => {
          about = `task ${id}`;
          this.#awaited = { id, isShown: false };
          this.#setSending(false);
          onSent();
        },
        onStatus: (status: string) => tell(`${about}: ${status}`),
        onRefusal,
      };
      tell(await send(draft(), progress, mine.signal), 'good');
    } catch (error) {
      tell(wordsFor(error), 'bad');
    } finally {
      if (this.#latest === mine) this.#setSending(false);
      onSent();
    }
  }

  #setSending(isSending: boolean): void {
    this.#isSending = isSending;
    setText(this.#button, isSending ? 'Stop' : 'Send');
  }
}

/** The client's error as an application sees it. */
function wordsFor(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error instanceof TaskAbortedError) return `${error.name}: given up`;
  const { name, message } = error;
  if (!(error instanceof ApiError)) return `${name}: ${message}`;
  const code = error.code ? `, code ${error.code}` : '';
  return `${name} ${error.status}${code}: ${message}`;
}
