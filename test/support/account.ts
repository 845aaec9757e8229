import { type Answer, type Seen, scripted } from './fetch.ts';

interface Job {
  id: string;
  /** When it was made and when it is done, on the clock of `performance`. */
  begun: number;
  done: number;
}

/** What one asks for: a task, a page of the list, or several tasks. */
export interface Asked extends Seen {
  id?: string;
  page?: number;
  ids?: string[];
}

type Meddle = (asked: Asked, honest: () => Answer) => Answer;

/**
 * An account at Kling on a clock of the test's: its sounds and videos take their time, are read singly and by pages, newest first;
 * in the second generation by their ids.
 * Through `meddle` a test puts its faults into the answers.
 */
export class Account {
  readonly #jobs = new Map<string, Job>();
  readonly asked: Asked[] = [];
  meddle: Meddle = (_, honest) => honest();
  /** Milliseconds that an answer takes. */
  latency = 100;

  readonly fetch = scripted(async (seen: Seen) => {
    await new Promise((resolve) => setTimeout(resolve, this.latency));
    const { pathname, searchParams } = new URL(seen.url);
    const [, id] = /(?:text-to-audio|text2video)(?:\/([^/]+))?$/.exec(pathname) ?? [];
    const page = Number(searchParams.get('pageNum'));
    const ids = searchParams.get('task_ids')?.split(',');
    const asked: Asked = { ...seen, ...(ids ? { ids } : id === undefined ? { page } : { id }) };
    this.asked.push(asked);
    const size = Number(searchParams.get('pageSize'));
    const single = () => (asked.page ? this.#page(asked.page, size) : this.#one(asked.id ?? ''));
    return this.meddle(asked, ids ? () => this.#several(ids) : single);
  }).fetch;

  /** Tasks that take so many milliseconds each, by their ids. */
  add(times: readonly number[]): string[] {
    const begun = performance.now();
    return times.map((time) => {
      const id = String(800_000 + this.#jobs.size);
      this.#jobs.set(id, { id, begun, done: begun + time });
      return id;
    });
  }

  /** Milliseconds since this task is done. */
  lag = (id: string) => performance.now() - (this.#jobs.get(id)?.done ?? Number.NaN);

  pages = () => this.asked.filter(({ page }) => page !== undefined);
  singles = () => this.asked.filter(({ id }) => id !== undefined);

  #one(id: string): Answer {
    const job = this.#jobs.get(id);
    if (job) return { code: 0, data: this.task(job) };
    return Response.json({ code: 1201, message: 'no such task' }, { status: 400 });
  }

  #page(number: number, size: number): Answer {
    const newest = [...this.#jobs.values()].reverse();
    const shown = newest.slice((number - 1) * size, number * size);
    return { code: 0, data: shown.map((job) => this.task(job)) };
  }

  #several(ids: string[]): Answer {
    const data = ids.flatMap((id) => {
      const job = this.#jobs.get(id);
      const isDone = job && performance.now() >= job.done;
      const outputs = isDone ? [{ type: 'video', id, url: `https://cdn/${id}.mp4` }] : [];
      return job ? [{ id, status: isDone ? 'succeeded' : 'processing', outputs }] : [];
    });
    return { code: 0, data };
  }

  task({ id, begun, done }: Job, now = performance.now()): object {
    const isDone = now >= done;
    return {
      task_id: id,
      task_status: isDone ? 'succeed' : 'processing',
      created_at: begun,
      updated_at: isDone ? done : now,
      task_result: isDone
        ? {
            audios: [{ id, url_mp3: `https://cdn/${id}.mp3` }],
            videos: [{ id, url: `https://cdn/${id}.mp4` }],
          }
        : {},
    };
  }
}
