/**
 * Remembers which messages have come, so that none counts twice. Several processes behind one address need a store of
 * their own that they share, such as `SET id 1 NX PX ms` and `DEL id` of Redis.
 */
export interface Seen {
  /** Remembers an id for that many milliseconds, in one step. False when it was remembered already. */
  add(id: string, ms: number): boolean | Promise<boolean>;
  /** Forgets an id again: its message could not be used and may come once more. */
  delete(id: string): unknown;
}

/** A store in the memory of this process. Only signed messages get here; the oldest are forgotten beyond `limit`. */
export function inMemory(limit = 10_000): Seen {
  const ends = new Map<string, number>();
  return {
    add(id, ms) {
      const now = Date.now();
      if ((ends.get(id) ?? 0) > now) return false;
      ends.delete(id);
      ends.set(id, now + ms);
      for (const [oldest, end] of ends) {
        if (end > now && ends.size <= limit) break;
        ends.delete(oldest);
      }
      return true;
    },
    delete: (id) => ends.delete(id),
  };
}
