/**
 * Does something at once, then again and again: `everyMs` after it ended, or right away when kicked. Never twice at
 * a time. Failures are reported and do not end it.
 */
export class Loop {
  readonly #everyMs: number;
  readonly #work: () => Promise<void>;
  readonly #report: (error: unknown) => void;
  #wake: (() => void) | undefined;
  #kicked = false;
  #stopped = false;
  #running: Promise<void> | undefined;

  constructor(everyMs: number, work: () => Promise<void>, report: (error: unknown) => void) {
    this.#everyMs = everyMs;
    this.#work = work;
    this.#report = report;
  }

  start(): void {
    this.#running ??= this.#run();
  }

  /** Do it now, or once more when it is just being done. */
  kick(): void {
    this.#kicked = true;
    this.#wake?.();
  }

  /** Ends after the round that runs. */
  async stop(): Promise<void> {
    this.#stopped = true;
    this.#wake?.();
    await this.#running;
  }

  async #run(): Promise<void> {
    while (!this.#stopped) {
      this.#kicked = false;
      try {
        await this.#work();
      } catch (error) {
        this.#report(error);
      }
      await this.#pause();
    }
  }

  async #pause(): Promise<void> {
    if (this.#kicked || this.#stopped) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, this.#everyMs);
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
    this.#wake = undefined;
  }
}
