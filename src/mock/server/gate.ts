/** Lets in as much at once as has room together, in the order of arrival. The rest waits. */
export class Gate {
  #free: number;
  readonly #waiting: { size: number; enter: () => void }[] = [];

  constructor(room: number) {
    this.#free = room;
  }

  /** Waits for room, and has it until `use` is done. */
  async hold<T>(size: number, use: () => Promise<T>): Promise<T> {
    await new Promise<void>((enter) => {
      this.#waiting.push({ size, enter });
      this.#admit();
    });
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
