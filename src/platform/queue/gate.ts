/**
 * Lets work in side by side, or one alone: what has crashed its process several times runs with nothing beside it,
 * so that its next crash takes nothing with it and names the culprit.
 *
 * Who waits to be alone goes before newcomers, so that it is not kept waiting for ever.
 */
export class Gate {
  #inside = 0;
  #alone = false;
  readonly #waiting: { readonly alone: boolean; readonly enter: () => void }[] = [];

  /** @returns what the work returned; the place is given back also when it throws */
  async pass<T>(alone: boolean, work: () => Promise<T>): Promise<T> {
    await this.#enter(alone);
    try {
      return await work();
    } finally {
      this.#leave(alone);
    }
  }

  #enter(alone: boolean): Promise<void> | void {
    if (this.#waiting.length === 0 && this.#fits(alone)) return this.#take(alone);
    return new Promise((enter) => this.#waiting.push({ alone, enter }));
  }

  #fits(alone: boolean): boolean {
    return alone ? this.#inside === 0 : !this.#alone;
  }

  #take(alone: boolean): void {
    this.#inside += 1;
    this.#alone = alone;
  }

  #leave(alone: boolean): void {
    this.#inside -= 1;
    if (alone) this.#alone = false;
    for (let next = this.#waiting[0]; next !== undefined && this.#fits(next.alone); next = this.#waiting[0]) {
      this.#waiting.shift();
      this.#take(next.alone);
      next.enter();
    }
  }
}
