import type { UnitOfWork } from '../database/unit-of-work.js';
import { Gate } from './gate.js';
import { IntentionRunner } from './intention-runner.js';
import type { JobRegistry } from './job-registry.js';
import { JobRunner } from './job-runner.js';
import { HandedBackError } from './queue.errors.js';
import type { QueueLog } from './queue-log.js';
import type { JobTaker, QueueStore } from './queue-store.js';
import { UnitRunner } from './unit-runner.js';

interface WorkerPoolParts {
  readonly store: QueueStore;
  readonly unitOfWork: UnitOfWork;
  readonly registry: JobRegistry;
  readonly log: QueueLog;
  /** id of this process */
  readonly worker: string;
}

/** The takers of this process, one for each queue, and how they begin, rest and end. */
export class WorkerPool {
  readonly #parts: WorkerPoolParts;
  readonly #runner: JobRunner;
  readonly #stopping = new AbortController();
  readonly #takers: JobTaker[] = [];
  #paused = false;

  constructor(parts: WorkerPoolParts) {
    const { unitOfWork, registry, log, worker } = parts;
    this.#parts = parts;
    this.#runner = new JobRunner({
      registry,
      unitOfWork,
      units: new UnitRunner(unitOfWork, worker, log),
      intentions: new IntentionRunner(unitOfWork, log),
      gate: new Gate(),
      log,
    });
  }

  start(queues: readonly string[], concurrency: number | Readonly<Record<string, number>>): void {
    for (const queue of queues) {
      const atATime = typeof concurrency === 'number' ? concurrency : (concurrency[queue] ?? 1);
      const taker = this.#parts.store.take(
        queue,
        (job) => this.#runner.run(queue, job, this.#stopping.signal),
        { concurrency: atATime },
      );
      this.#takers.push(taker);
      if (this.#paused) void taker.pause();
    }
  }

  async pause(): Promise<void> {
    this.#paused = true;
    await Promise.all(this.#takers.map((taker) => taker.pause()));
  }

  resume(): void {
    this.#paused = false;
    for (const taker of this.#takers) taker.resume();
  }

  /** Stops taking; after `finishMs` what still runs is handed back, after `handBackMs` more it is left behind. */
  async close(finishMs: number, handBackMs: number): Promise<void> {
    const ended = Promise.all(this.#takers.map((taker) => taker.close()));
    if (await within(finishMs, ended)) return;
    this.#stopping.abort(new HandedBackError());
    if (await within(handBackMs, ended)) return;
    this.#parts.log.warn('queue.left-behind');
  }
}

/** @returns whether the work ended in time; it goes on if not */
async function within(ms: number, work: Promise<unknown>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), ms);
  });
  try {
    return await Promise.race([work.then(() => true), late]);
  } finally {
    clearTimeout(timer);
  }
}
