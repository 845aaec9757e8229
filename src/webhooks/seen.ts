/**
 * Remembers which messages have come, so that none counts twice. Several processes behind one address need a store that
 * they share, such as Redis with `SET id claimed NX GET PX ms`, `SET id done PX ms` and `DEL id`.
 */
export interface Seen {
  /**
   * Claims a message for that many milliseconds, in one atomic step, unless somebody has. Gives what was known of it before:
   * nothing (`new`: it is claimed now), that it is being received (`claimed`), or that it has counted (`done`).
   */
  claim(id: string, ms: number): SeenState | Promise<SeenState>;
  /** Remembers for that many milliseconds that the message has counted. */
  confirm(id: string, ms: number): unknown;
  /** Forgets the claim: the message could not be used and may come again. */
  release(id: string): unknown;
}

/** What a store knows of a message. */
export type SeenState = 'new' | 'claimed' | 'done';

/** How many messages a process remembers by itself. */
export const mostMessages = 10_000;

/** A store in the memory of this process. Only signed messages get here; the oldest are forgotten beyond `limit`. */
export function inMemory(limit = mostMessages): Seen {
  const known = new Map<string, { state: SeenState; end: number }>();
  const set = (id: string, state: SeenState, ms: number) => {
    const now = Date.now();
    known.delete(id);
    known.set(id, { state, end: now + ms });
    for (const [oldest, { end }] of known) {
      if (end > now && known.size <= limit) break;
      known.delete(oldest);
    }
  };
  return {
    claim(id, ms) {
      const found = known.get(id);
      if (found && found.end > Date.now()) return found.state;
      set(id, 'claimed', ms);
      return 'new';
    },
    confirm: (id, ms) => set(id, 'done', ms),
    release: (id) => known.delete(id),
  };
}
