import { systemScope } from '../database/scope.js';
import type { UnitOfWork } from '../database/unit-of-work.js';
import { defaultJobOptions, definedJobs } from './define-job.js';
import { definedUnitWork } from './define-unit-work.js';
import { intentionJobId, unitJobId } from './job-envelope.js';
import { claimIntentions, markDispatched, type ClaimedIntention } from './outbox.store.js';
import type { NewJob, QueueStore } from './queue-store.js';
import { claimWakes, markWoken, type ClaimedWake } from './unit-wake.store.js';

const batch = 200;

/**
 * Adds a job for every intention and every unit that none stands for: claim and commit, add, mark. A relay that
 * dies in between leaves claims that run out; a job added twice has the same id, or finds its row done.
 *
 * It knows only what the loaded files define: while two versions run together, each adds what it can handle.
 */
export class Relay {
  readonly #unitOfWork: UnitOfWork;
  readonly #store: QueueStore;
  readonly #claimMs: number;

  constructor(unitOfWork: UnitOfWork, store: QueueStore, claimMs: number) {
    this.#unitOfWork = unitOfWork;
    this.#store = store;
    this.#claimMs = claimMs;
  }

  /** Adds all that waits. @returns how many jobs were added; @throws when the store or the database is gone */
  async dispatch(): Promise<number> {
    let added = 0;
    for (let more = true; more;) {
      const intentions = await this.#dispatchIntentions();
      const wakes = await this.#dispatchWakes();
      added += intentions + wakes;
      more = intentions === batch || wakes === batch;
    }
    return added;
  }

  async #dispatchIntentions(): Promise<number> {
    const jobs = new Map(definedJobs().map((job) => [job.topic, job]));
    const claimed = await this.#unitOfWork.run(systemScope(), (unit) =>
      claimIntentions(unit, [...jobs.keys()], this.#claimMs, batch),
    );
    await this.#add(claimed, (row) => {
      const job = jobs.get(row.topic);
      return (
        job && { queue: job.queue, job: { ...toIntentionJob(row), name: job.name, options: job.options } }
      );
    });
    await this.#mark(claimed, markDispatched);
    return claimed.length;
  }

  async #dispatchWakes(): Promise<number> {
    const kinds = new Map(definedUnitWork().map((work) => [work.kind, work]));
    const claimed = await this.#unitOfWork.run(systemScope(), (unit) =>
      claimWakes(unit, [...kinds.keys()], this.#claimMs, batch),
    );
    await this.#add(claimed, (row) => {
      const work = kinds.get(row.kind);
      return work && { queue: work.queue, job: { ...toWakeJob(row), name: row.kind } };
    });
    await this.#mark(claimed, markWoken);
    return claimed.length;
  }

  async #add<Row>(
    rows: readonly Row[],
    toJob: (row: Row) => { queue: string; job: NewJob } | undefined,
  ): Promise<void> {
    const queues = new Map<string, NewJob[]>();
    for (const row of rows) {
      const entry = toJob(row);
      if (entry) queues.set(entry.queue, [...(queues.get(entry.queue) ?? []), entry.job]);
    }
    for (const [queue, jobs] of queues) await this.#store.add(queue, jobs);
  }

  async #mark(
    rows: readonly { readonly id: string }[],
    mark: typeof markDispatched | typeof markWoken,
  ): Promise<void> {
    if (rows.length === 0) return;
    await this.#unitOfWork.run(systemScope(), (unit) =>
      mark(
        unit,
        rows.map(({ id }) => id),
      ),
    );
  }
}

const toIntentionJob = ({ id, attempts }: ClaimedIntention) => ({
  id: intentionJobId(id, attempts + 1),
  payload: { intention: id },
});

const toWakeJob = ({ id, kind, wakes, isolated }: ClaimedWake) => ({
  id: unitJobId(kind, id, wakes),
  payload: { unit: id, isolated },
  options: defaultJobOptions,
  last: isolated,
});
