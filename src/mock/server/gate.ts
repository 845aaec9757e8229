/** Lets in as much at once as has room together, in the order of arrival. The rest waits. */
export class Gate {
  #free: number;
  readonly #waiting: { size: number; enter: () => void }[] = [];

  constructor(room: number) {
    this.#free = room;
  }

  /** Waits for room, and has it until `use` is done. */
  async hold<T>(size: number, use: () => Promise<T>): Promise<T> {
    if (this.#waiting.length === 0 && size <= this.#free) this.#free -= size;
    else await new Promise<void>((enter) => this.#waiting.push({ size, enter }));
    try {
      return await use();
    } finally {
      this.#free += size;
      this.#admit();
    }
  }

  #admit(): void {
    for (let [next] = this.#waiting; next && next.size <= this.#free; [next] = this.#waiting) {
      this.#waiting.shift();
      this.#free -= next.size;
      next.enter();
    }
  }
}
