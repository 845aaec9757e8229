/** The bytes that everything a mock remembers may have together: tasks and journal. */
const maxBytes = 64 * 1024 * 1024;
/** Bytes that are counted for anything that is kept, beside its text. */
const overhead = 1_000;

/** One bound in bytes for all that grows. Beyond it the oldest goes first, but never the newest. */
export class Budget {
  readonly #kept = new Map<object, { size: number; drop: () => void }>();
  #size = 0;

  /** Counts an item that is kept from now on. `drop` is called when it has to go. */
  keep(item: object, size: number, drop: () => void): void {
    this.#kept.set(item, { size: size + overhead, drop });
    this.#size += size + overhead;
    // Asked first, because finding the oldest takes longer the more have been dropped.
    if (this.#size <= maxBytes) return;
    for (const [oldest, { drop: dropOldest }] of this.#kept) {
      if (this.#size <= maxBytes || oldest === item) break;
      this.release(oldest);
      dropOldest();
    }
  }

  /** Counts an item no longer, because it was dropped elsewhere. */
  release(item: object): void {
    this.#size -= this.#kept.get(item)?.size ?? 0;
    this.#kept.delete(item);
  }
}

/** JSON as it is kept: bytes, which have no other text behind them as a part of a string has, and nothing beside them. */
export const toBytes = (value: unknown): Uint8Array =>
  new TextEncoder().encode(JSON.stringify(value));

/** A list of what was kept as JSON, itself as JSON. */
export const joinJson = (items: readonly Uint8Array[]): Uint8Array =>
  Buffer.concat([
    Buffer.from('['),
    ...items.flatMap((item, index) => (index === 0 ? [item] : [Buffer.from(','), item])),
    Buffer.from(']'),
  ]);

/** What was kept as JSON. */
export const fromBytes = (bytes: Uint8Array): unknown =>
  JSON.parse(new TextDecoder().decode(bytes));
