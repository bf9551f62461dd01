import type { BullBackend, BullProcess, BullQueue } from './bull-backend.js';
import { BullTaker } from './bull-taker.js';
import { checkedJobId, topicOf } from './define-job.js';
import { payloadLimitBytes } from './job-payload.js';
import { describeError, storeUnavailable } from './queue.errors.js';
import type { QueueLog } from './queue-log.js';
import {
  QueueStore,
  type JobState,
  type JobTaker,
  type NewJob,
  type QueueStoreTiming,
  type TakeJob,
  type TakerOptions,
} from './queue-store.js';

/** How long to wait for a store that neither answers nor fails. */
const answerWithinMs = 10_000;
const batch = 500;
/** A store that is gone fails many times a second; one line of each queue in this time is enough. */
const quietMs = 10_000;

/** How long finished jobs are kept: while they are, their id is not taken again. */
const keepDone = { age: 3_600, count: 2_000 };
const keepFailed = { age: 7 * 24 * 3_600, count: 2_000 };

/** The queue port on BullMQ, over either of its stores. */
export class BullQueueStore extends QueueStore {
  readonly #backend: BullBackend;
  readonly #timing: QueueStoreTiming;
  readonly #log: QueueLog;
  readonly #queues = new Map<string, BullQueue>();
  readonly #quietUntil = new Map<string, number>();

  constructor(backend: BullBackend, timing: QueueStoreTiming, log: QueueLog) {
    super();
    this.#backend = backend;
    this.#timing = timing;
    this.#log = log;
  }

  get kind(): 'postgres' | 'redis' {
    return this.#backend.kind;
  }

  verify(): Promise<void> {
    return this.#backend.verify();
  }

  async add(queue: string, jobs: readonly NewJob[]): Promise<void> {
    const entries = jobs.map((job) => toBullJob(queue, job));
    for (let from = 0; from < entries.length; from += batch) {
      await this.#answer(this.#queue(queue).addBulk(entries.slice(from, from + batch)));
    }
  }

  async states(queue: string, ids: readonly string[]): Promise<ReadonlyMap<string, JobState>> {
    const states = new Map<string, JobState>();
    for (let from = 0; from < ids.length; from += batch) {
      const some = ids.slice(from, from + batch);
      const found = await this.#answer(Promise.all(some.map((id) => this.#queue(queue).getJobState(id))));
      found.forEach((state, at) => states.set(some[at] ?? '', toState(state)));
    }
    return states;
  }

  take(queue: string, take: TakeJob, { concurrency }: TakerOptions): JobTaker {
    const taker = new BullTaker(take, this.#timing.reconnectMs, (error) => this.#report(queue, error));
    const process: BullProcess = (job, token) => taker.process(job, token);
    return taker.over(this.#backend.openWorker(queue, process, { concurrency, timing: this.#timing }));
  }

  now(): Promise<number | null> {
    return this.#answer(this.#backend.now());
  }

  async close(): Promise<void> {
    await Promise.all([...this.#queues.values()].map((queue) => queue.close().catch(() => undefined)));
    this.#queues.clear();
    await this.#backend.close();
  }

  #queue(name: string): BullQueue {
    const open = this.#queues.get(name) ?? this.#backend.openQueue(name);
    if (!this.#queues.has(name)) {
      open.on('error', (error) => this.#report(name, error));
      this.#queues.set(name, open);
    }
    return open;
  }

  #report(queue: string, error: Error): void {
    const now = performance.now();
    if (now < (this.#quietUntil.get(queue) ?? 0)) return;
    this.#quietUntil.set(queue, now + quietMs);
    this.#log.warn('queue.store-error', { queue, store: this.kind, error: describeError(error) });
  }

  async #answer<T>(answer: Promise<T>): Promise<T> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(storeUnavailable(this.kind)), answerWithinMs);
    });
    try {
      return await Promise.race([answer, late]);
    } finally {
      clearTimeout(timer);
    }
  }
}

function toBullJob(queue: string, { id, name, payload, options, last }: NewJob) {
  return {
    name,
    data: payload,
    opts: {
      jobId: checkedJobId(topicOf(queue, name), id),
      attempts: options.attempts,
      backoff: options.backoff,
      removeOnComplete: keepDone,
      removeOnFail: keepFailed,
      sizeLimit: payloadLimitBytes,
      stackTraceLimit: 0, // a driver's or parser's stack quotes the values it failed on
      ...(last ? { priority: 10 } : {}),
    },
  };
}

const states: Readonly<Record<string, JobState>> = {
  completed: 'done',
  failed: 'failed',
  unknown: 'missing',
};
const toState = (state: string): JobState => states[state] ?? 'live';
