import { VirtualClock } from '../support/virtual-clock.ts';

/**
 * The time of a chaos run. The server and the client are two processes with real sockets between them, and both live by
 * one virtual clock, so that a slow machine makes no difference to what a wait or a limit sees.
 *
 * Time stands still while anything is under way. As soon as the client has nothing left to do, it says so: which requests
 * it waits for, and when its next timer is due. Once the server holds every one of these requests, whole and unanswered,
 * nothing can be on its way on any socket. Only then time jumps to what comes next, and exactly one thing happens: one
 * event of the server's, or one timer of the client's. Told when the server's next event is, the client asks again only
 * when it has sent something, or comes to that: with thousands of timers, most of a run would be these questions.
 */

/** What the client says when it has nothing left to do. */
export interface Idle {
  /** The requests that it waits for, by their ids. */
  waitsFor: string[];
  /** When its next timer is due, if there is any. */
  next?: number | undefined;
}

/** The time that it is, and until when the client's timers may run without a question. */
export interface Grant {
  now: number;
  /** For ever, if there is none. */
  until?: number | undefined;
}

/** The headers in which a request has its id, and when it was sent. */
export const requestId = 'x-request-id';
export const sentAt = 'x-sent-at';

interface Event {
  at: number;
  run: () => void | Promise<void>;
  /** The client sees nothing of it, so it need not know what time it is. */
  isHidden: boolean;
}

/** The server's side, which decides what comes next. All times are Unix times in milliseconds. */
export class RunClock {
  readonly start = Date.UTC(2026, 0, 1);
  #now = this.start;
  readonly #events: Event[] = [];
  readonly #held = new Set<string>();
  #client: { idle: Idle; wake: (grant: Grant) => void } | undefined;
  /** The time that the client was told last. */
  #told: number | undefined;
  #isBusy = false;

  get now(): number {
    return this.#now;
  }

  /** Has this run so many milliseconds after then. */
  schedule(ms: number, run: Event['run'], { from = this.#now, isHidden = false } = {}): void {
    const at = from + Math.round(ms);
    const later = this.#events.findIndex((event) => event.at > at);
    this.#events.splice(later < 0 ? this.#events.length : later, 0, { at, run, isHidden });
  }

  /** This request has arrived and lies at the server, for ever if nobody releases it. */
  hold(id: string): void {
    this.#held.add(id);
    void this.#advance();
  }

  /** The server is about to answer this request, or to cut its connection. */
  release(id: string): void {
    this.#held.delete(id);
  }

  /** The client has nothing left to do; `wake` tells it of a new time. */
  clientIsIdle(idle: Idle, wake: (grant: Grant) => void): void {
    this.#client = { idle, wake };
    void this.#advance();
  }

  /** The client was killed: time stands still until another one is idle. */
  clientIsGone(): void {
    this.#client = undefined;
  }

  async #advance(): Promise<void> {
    if (this.#isBusy) return;
    this.#isBusy = true;
    while (this.#client?.idle.waitsFor.every((id) => this.#held.has(id))) {
      const { idle, wake } = this.#client;
      const { next = Number.POSITIVE_INFINITY } = idle;
      const [event] = this.#events;
      const at = Math.min(event?.at ?? Number.POSITIVE_INFINITY, next);
      if (at === Number.POSITIVE_INFINITY) throw new Error('nothing happens any more');
      if (event && (event.isHidden || at === this.#told) && at < next) {
        this.#events.shift();
        this.#now = Math.max(this.#now, at);
        await event.run();
      } else {
        // The client comes first: it knows what time it is when an answer reaches it.
        this.#now = Math.max(this.#now, at);
        this.#told = this.#now;
        this.#client = undefined;
        wake({ now: this.#now, until: event?.at });
      }
    }
    this.#isBusy = false;
  }
}

/** The client's side: makes the whole process live by the run's time. */
export class ClientClock {
  readonly #clock: VirtualClock;
  readonly #name: string;
  readonly #waitsFor = new Set<string>();
  #sent = 0;
  /** How many requests have ended, and who wants to hear of the next. */
  #ended = 0;
  #changed = () => {};

  /** `name` is not that of any other client of the run. */
  constructor(now: number, name: string) {
    this.#clock = new VirtualClock(now);
    this.#clock.install();
    this.#name = name;
  }

  /** The real `fetch`. A request is under way until its answer has arrived to the end, wherever that is. */
  readonly fetch = async (input: string | Request, init?: RequestInit): Promise<Response> => {
    const id = `${this.#name}-${++this.#sent}`;
    this.#waitsFor.add(id);
    try {
      const headers = new Headers(typeof input === 'string' ? init?.headers : input.headers);
      headers.set(requestId, id);
      headers.set(sentAt, String(Date.now()));
      const response = await fetch(input, { ...init, headers });
      return new Response(await arrived(response), response);
    } finally {
      this.#waitsFor.delete(id);
      this.#ended += 1;
      this.#changed();
    }
  };

  /** Lets time pass until this is settled. */
  async until(work: Promise<unknown>): Promise<void> {
    let isOver = false;
    const over = () => {
      isOver = true;
      this.#changed();
    };
    work.then(over, over);
    let granted: Grant | undefined;
    const grant = (given: Grant) => {
      granted = given;
      this.#changed();
    };
    /** When it has to ask again, unless it has sent more than this by then. */
    let until = Number.NEGATIVE_INFINITY;
    let sent = 0;
    process.on('message', grant);
    for (;;) {
      await this.#settle();
      if (isOver) break;
      const { next } = this.#clock;
      if (next !== undefined && next <= until && sent === this.#sent) {
        this.#clock.moveTo(next);
        continue;
      }
      const change = new Promise<void>((resolve) => {
        this.#changed = resolve;
      });
      process.send?.({ waitsFor: [...this.#waitsFor], next } satisfies Idle);
      await change;
      if (!granted) continue;
      this.#clock.moveTo(granted.now);
      until = granted.until ?? Number.POSITIVE_INFINITY;
      sent = this.#sent;
      granted = undefined;
    }
    process.off('message', grant);
    await work;
  }

  /** Waits until everything that answers have set off has been done. */
  async #settle(): Promise<void> {
    let ended: number;
    do {
      ended = this.#ended;
      // One turn of the event loop would do, as nothing but promises is under way; three are on the safe side.
      await this.#clock.settle(3);
    } while (ended !== this.#ended);
  }
}

/** The body of a response, once it has arrived, with the error that it breaks off with. */
async function arrived({ body }: Response): Promise<ReadableStream<Uint8Array> | null> {
  if (!body) return null;
  const chunks: Uint8Array[] = [];
  let failure: unknown;
  try {
    for await (const chunk of body) chunks.push(chunk);
  } catch (error) {
    failure = error;
  }
  return new ReadableStream({
    pull(controller) {
      const chunk = chunks.shift();
      if (chunk) controller.enqueue(chunk);
      else if (failure === undefined) controller.close();
      else controller.error(failure);
    },
  });
}
