import { providers } from '../../documents/documents.ts';
import type { JsonObject } from '../../documents/json.ts';
import {
  ApiError,
  createKling,
  type KlingEvent,
  type OperationName,
  operations,
  type Provider,
  TaskAbortedError,
} from '../../index.ts';
import { el, formatCount, setAttributes, setText, showMessage } from './dom.ts';
import type { Draft } from './draft.ts';
import { inlineFiles } from './files.ts';
import { renderAnswer } from './results.ts';
import { formatDuration } from './tasks.ts';
import { explainViolations, type Note, type PrismViolation } from './violations.ts';

/** What the panel needs from the form. */
export interface SendOptions {
  /** The request in its current form. */
  readDraft(): Draft;
  /** The mock's state may have changed, because a request was sent. */
  onSent(): void;
  /** The mock refused the request, and this is what was wrong with it. */
  onRefusal(notes: Note[]): void;
}

/** The button that sends the request, with a warning before, and the outcome and what came back after. */
export class SendPanel {
  readonly element: HTMLElement;
  readonly #options: SendOptions;
  readonly #button = el('button', { type: 'submit', class: 'primary', id: 'send' }, 'Send');
  readonly #warning = el('p', { class: 'warning' });
  readonly #outcome = el('p', { id: 'outcome', class: 'outcome', role: 'status' });
  readonly #answer = el('div', {});
  #latest = new AbortController();
  /** Whether the request itself is still being sent: only then is the button a stop button. */
  #isSending = false;
  /** The task that the panel waits for, and whether the mock has listed it yet. */
  #awaited = { id: '', isListed: false };

  constructor(options: SendOptions) {
    this.#options = options;
    this.element = el(
      'div',
      { class: 'sending' },
      el('div', { class: 'row' }, this.#button, this.#warning),
      this.#outcome,
      this.#answer,
    );
  }

  /** Warns that these fields of the request break the contract; no fields, no warning. */
  warn(fields: readonly string[]): void {
    const names = [...new Set(fields)].join(', ');
    // The client itself refuses an id that is none.
    const advice =
      this.#options.readDraft().kind === 'get' ? '' : ' Send it anyway to see what happens.';
    setText(this.#warning, names ? `Breaks the contract: ${names}.${advice}` : '');
  }

  /** Stops waiting for a task that was listed and is none of these: it is deleted, or about to be. */
  showTasks(ids: ReadonlySet<string>): void {
    if (ids.has(this.#awaited.id)) this.#awaited.isListed = true;
    else if (this.#awaited.isListed) this.#latest.abort();
  }

  /** Sends the request. While a request is being sent, stops that one instead. */
  async submit(): Promise<void> {
    if (this.#isSending) return this.#latest.abort();
    // A new request also ends the wait for the task of the last one.
    this.#latest.abort();
    const controller = new AbortController();
    this.#latest = controller;
    this.#awaited = { id: '', isListed: false };
    const report = (text: string, kind = '') => {
      if (this.#latest !== controller) return;
      setText(this.#outcome, text);
      setAttributes(this.#outcome, { 'data-kind': kind });
    };
    this.#setSending(true);
    report('Sending…');
    this.#answer.replaceChildren();
    const { readDraft, onSent, onRefusal } = this.#options;
    let task = '';
    try {
      const progress = {
        onTask: (id: string) => {
          task = `Task ${id}`;
          this.#awaited = { id, isListed: false };
          this.#setSending(false);
          onSent();
        },
        onStatus: (status: string) => report(`${task}: ${status}`),
        onTrouble: (text: string) => report(text, 'busy'),
        onRefusal,
      };
      const { text, answer } = await send(readDraft(), progress, controller.signal);
      report(text, 'good');
      if (answer && this.#latest === controller) this.#answer.replaceChildren(answer);
    } catch (error) {
      report(describeError(error), 'bad');
    } finally {
      if (this.#latest === controller) this.#setSending(false);
      onSent();
    }
  }

  #setSending(isSending: boolean): void {
    this.#isSending = isSending;
    setText(this.#button, isSending ? 'Stop' : 'Send');
  }
}

/** Is told how a request goes. */
interface Progress {
  /** The task was created. */
  onTask(id: string): void;
  /** The task has this status. */
  onStatus(status: string): void;
  /** Something went wrong that the client may get over. */
  onTrouble(text: string): void;
  onRefusal(notes: Note[]): void;
}

/** The part of a task and an operation that the page uses, for any provider. */
interface AnyTask {
  id: string;
  snapshot(options: { signal: AbortSignal }): Promise<JsonObject>;
  result(options: {
    signal: AbortSignal;
    onProgress(snapshot: JsonObject): void;
  }): Promise<JsonObject>;
}
interface AnyOperation {
  create(input: JsonObject, options: CallOptions): Promise<AnyTask>;
  task(id: string): AnyTask;
  list(query: JsonObject, options: CallOptions): Promise<unknown>;
  presets(query: JsonObject, options: CallOptions): Promise<JsonObject[]>;
  delete(id: string, options?: CallOptions): Promise<void>;
  call(input: JsonObject, options: CallOptions): Promise<JsonObject>;
}
type CallOptions = { signal: AbortSignal };

/** How a request ended: in one line, and with what came back where no task shows it. */
interface Outcome {
  text: string;
  answer?: HTMLElement;
}

/**
 * Sends a request with the client, as an application would, and waits for the task that it creates.
 * @throws what the client throws
 */
async function send(draft: Draft, progress: Progress, signal: AbortSignal): Promise<Outcome> {
  let violations: PrismViolation[] | undefined;
  let silence = '';
  const onResponse = (response?: Response) => {
    silence = response ? '' : 'No response from the mock; ';
    if (!response) return progress.onTrouble(`${silence}is it running?`);
    // Those of the request itself: the client may look a refused create up.
    violations ??= readViolations(response);
  };
  const kling = createClient(draft, onResponse, (event) => {
    if (event.type !== 'retry') return;
    const { reason, delay } = event;
    progress.onTrouble(`${silence}${reason}; next try in ${formatDuration(delay)}`);
  });
  try {
    return await sendTo(kling[draft.operation], draft, progress, signal);
  } catch (error) {
    if (error instanceof ApiError) progress.onRefusal(explainViolations(draft, violations ?? []));
    throw error;
  }
}

async function sendTo(
  client: AnyOperation,
  draft: Draft,
  { onTask, onStatus }: Progress,
  signal: AbortSignal,
): Promise<Outcome> {
  const { provider, operation, kind } = draft;
  const { dialect } = providers[provider];
  const values = await inlineFiles(draft.values);
  const entry = operations[operation];
  const deleting = 'delete' in entry ? { id: entry.id, delete: client.delete } : undefined;
  const id = String(Object.values(values)[0] ?? '');
  const show = (text: string, answer: unknown) => ({
    text,
    answer: renderAnswer(answer, deleting),
  });
  if (kind === 'call') return show('Answered', await client.call(values, { signal }));
  if (kind === 'list') {
    const found = await client.list(values, { signal });
    const { tasks = [] } = dialect.pageIn(found, values) ?? {};
    return show(`Listed ${formatCount(tasks.length, 'task')}`, found);
  }
  if (kind === 'presets') {
    const found = await client.presets(values, { signal });
    return show(`Listed ${formatCount(found.length, 'preset')}`, found);
  }
  if (kind === 'get') {
    const found = await client.task(id).snapshot({ signal });
    const { id: own, status } = dialect.show(found);
    return show(`Task ${own}: ${status}`, found);
  }
  if (kind === 'delete') {
    await client.delete(id, { signal });
    return { text: `Deleted ${id}` };
  }
  const task = await client.create(values, { signal });
  onTask(task.id);
  onStatus('submitted');
  const onProgress = (snapshot: JsonObject) => onStatus(dialect.show(snapshot).status);
  const result = await task.result({ signal, onProgress });
  const text = `Task ${task.id}: the result is ready`;
  // The card of the task shows its files, but not what else is kept with them.
  return deleting ? show(text, result) : { text };
}

function createClient(
  { provider, key = 'any' }: Draft,
  onResponse: (response?: Response) => void,
  onEvent: (event: KlingEvent) => void,
): Record<OperationName, AnyOperation> {
  // Which provider it is, and so which types apply, is known only at run time.
  const anyProvider = providers[provider] as object as Provider<{ apiKey: string }>;
  const baseUrl = `${location.origin}/${provider}`;
  const fetchAndReport = async (url: string, init: RequestInit) => {
    const response = await fetch(url, init).catch((error) => {
      if (!init.signal?.aborted) onResponse();
      throw error;
    });
    onResponse(response);
    return response;
  };
  // The mock takes any key, so there is none to protect.
  const options = {
    baseUrl,
    fetch: fetchAndReport,
    interval: 300,
    dangerouslyAllowBrowser: true,
    onWarning: showMessage,
    onEvent,
  };
  const kling = createKling(anyProvider, { apiKey: key }, options);
  return kling as object as Record<OperationName, AnyOperation>;
}

/** Reads the header in which Prism lists the violations of a request. */
function readViolations({ headers }: Response): PrismViolation[] {
  const rows: (PrismViolation & { location?: string[] })[] = JSON.parse(
    headers.get('sl-violations') ?? '[]',
  );
  return rows.map(({ location = [], ...rest }) => ({ ...rest, path: location }));
}

/** The client's error as an application would see it. */
function describeError(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error instanceof TaskAbortedError) return `${error.name}: stopped`;
  return `${error.name}: ${error.message}`;
}
