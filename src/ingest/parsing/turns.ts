import { AppError } from '../../platform/errors/app-error.js';

/** Lets some work in at once; the rest waits its turn, and where too much waits already, is sent away. */
export class Turns {
  #free: number;
  readonly #waiting: (() => void)[] = [];

  constructor(
    atOnce: number,
    private readonly mostWaiting: number,
  ) {
    this.#free = atOnce;
  }

  /**
   * @returns what the work returned; its place is given on also when it throws
   * @throws {AppError} `ingest.reading-busy`
   */
  async use<T>(work: () => Promise<T>): Promise<T> {
    await this.#enter();
    try {
      return await work();
    } finally {
      const next = this.#waiting.shift();
      if (next === undefined) this.#free += 1;
      else next();
    }
  }

  #enter(): Promise<void> | void {
    if (this.#free > 0) {
      this.#free -= 1;
      return;
    }
    if (this.#waiting.length >= this.mostWaiting) {
      const message = `${this.#waiting.length} files are waiting to be read; try again in a minute`;
      throw new AppError('ingest.reading-busy', 'unavailable', message);
    }
    return new Promise((resolve) => this.#waiting.push(resolve));
  }
}
