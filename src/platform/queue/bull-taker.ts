import { UnrecoverableError, WaitingError, type Job } from 'bullmq';

import type { BullWorker } from './bull-backend.js';
import type { JobTaker, TakeJob, Verdict } from './queue-store.js';

/**
 * A BullMQ worker, with two habits mended: told to pause, it still takes the job it was waiting for; and it asks a
 * store that is gone again at once, for ever.
 */
export class BullTaker implements JobTaker {
  readonly #take: TakeJob;
  readonly #restMs: number;
  readonly #report: (error: Error) => void;
  #worker: BullWorker | undefined;
  #paused = false;
  #rest: NodeJS.Timeout | undefined;

  constructor(take: TakeJob, restMs: number, report: (error: Error) => void) {
    this.#take = take;
    this.#restMs = restMs;
    this.#report = report;
  }

  /** @param worker the one that calls {@link process} */
  over(worker: BullWorker): this {
    this.#worker = worker;
    worker.on('error', (error) => {
      this.#report(error);
      this.#restAfterError();
    });
    return this;
  }

  /** Hands one job on and does what the verdict says. */
  async process(job: Job<unknown, null>, token: string | undefined): Promise<null> {
    const verdict: Verdict = this.#paused ? { outcome: 'put-back' } : await this.#take(toTaken(job));
    if (verdict.outcome === 'done') return null;
    if (verdict.outcome === 'put-back') return putBack(job, token);
    throw verdict.outcome === 'give-up' ? new UnrecoverableError(verdict.reason) : new Error(verdict.reason);
  }

  async pause(): Promise<void> {
    this.#paused = true;
    await this.#worker?.pause(true);
  }

  resume(): void {
    if (!this.#paused) return;
    this.#paused = false;
    void this.#worker?.resume();
  }

  async close(): Promise<void> {
    this.#paused = true;
    clearTimeout(this.#rest);
    await this.#worker?.close();
  }

  #restAfterError(): void {
    if (this.#paused || this.#rest !== undefined) return;
    void this.#worker?.pause(true);
    this.#rest = setTimeout(() => {
      this.#rest = undefined;
      if (!this.#paused) void this.#worker?.resume();
    }, this.#restMs);
  }
}

const toTaken = (job: Job<unknown, null>) => ({
  id: job.id ?? '',
  name: job.name,
  payload: job.data,
  attempt: job.attemptsMade + 1,
  lastAttempt: job.attemptsMade + 1 >= (job.opts.attempts ?? 1),
  stalls: job.stalledCounter,
});

async function putBack(job: Job<unknown, null>, token: string | undefined): Promise<never> {
  await job.moveToWait(token);
  throw new WaitingError();
}
