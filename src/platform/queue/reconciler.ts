import { systemScope } from '../database/scope.js';
import type { Unit, UnitOfWork } from '../database/unit-of-work.js';
import { definedJobs } from './define-job.js';
import { definedUnitWork } from './define-unit-work.js';
import { maxGivenUp, restAfterGivenUpMs } from './intention-runner.js';
import { intentionJobId, unitJobId } from './job-envelope.js';
import { outgoingPayload } from './job-payload.js';
import type { JobRegistry } from './job-registry.js';
import {
  failIntention,
  overdueIntentions,
  redispatchIntentions,
  removeFinishedIntentions,
  type OverdueIntention,
} from './outbox.store.js';
import { describeError } from './queue.errors.js';
import type { QueueLog } from './queue-log.js';
import type { JobState, QueueStore } from './queue-store.js';
import { settleRunOf } from './settle-run.js';
import { reportSetBack } from './unit-runner.js';
import { reclaimExpired } from './work-unit.store.js';
import { overdueWakes, rewake, type OverdueWake } from './unit-wake.store.js';

const batch = 1_000;
const keepFinishedDays = 7;

/** What one round found and set going again. */
export interface Reconciliation {
  readonly expiredLeases: number;
  readonly lostIntentions: number;
  readonly givenUpIntentions: number;
  readonly lostWakes: number;
  readonly sweptJobs: number;
}

interface ReconcilerParts {
  readonly unitOfWork: UnitOfWork;
  readonly store: QueueStore;
  readonly registry: JobRegistry;
  readonly log: QueueLog;
  /** how long an added job is trusted to be there, in milliseconds */
  readonly graceMs: number;
}

/**
 * Compares what PostgreSQL knows with what the queue holds and sets going again what would otherwise wait for ever:
 * units whose worker vanished, work whose job is gone (the store was lost) or given up, state that asks for a job.
 * Runs on several machines at once without harm. The relay then adds the jobs.
 */
export class Reconciler {
  readonly #parts: ReconcilerParts;

  constructor(parts: ReconcilerParts) {
    this.#parts = parts;
  }

  async reconcile(): Promise<Reconciliation> {
    const expiredLeases = await this.reclaim();
    const intentions = await this.#reconcileIntentions();
    const lostWakes = await this.#reconcileWakes();
    const sweptJobs = await this.#sweep();
    await this.#run((unit) => removeFinishedIntentions(unit, keepFinishedDays));
    const result = { expiredLeases, ...intentions, lostWakes, sweptJobs };
    if (expiredLeases + intentions.lostIntentions + intentions.givenUpIntentions + lostWakes > 0) {
      this.#parts.log.warn('queue.reconciled', result);
    }
    return result;
  }

  /** Takes units back from workers that vanished; cheap enough for every poll. @returns how many */
  async reclaim(): Promise<number> {
    const kinds = new Map(definedUnitWork().map((work) => [work.kind, work]));
    const back = await this.#run(async (unit) => {
      const expired = await reclaimExpired(unit, [...kinds.keys()], batch);
      for (const { kind, runId, parked } of expired) {
        const work = kinds.get(kind);
        if (parked && work) await settleRunOf(unit, work, runId);
      }
      return expired;
    });
    for (const unit of back) reportSetBack(this.#parts.log, unit, 'its worker vanished');
    return back.length;
  }

  async #reconcileIntentions(): Promise<Pick<Reconciliation, 'lostIntentions' | 'givenUpIntentions'>> {
    const queues = new Map(definedJobs().map(({ topic, queue }) => [topic, queue]));
    const overdue = await this.#run((unit) => overdueIntentions(unit, this.#parts.graceMs, batch));
    const states = await this.#states(overdue, ({ id, topic, attempts }) => ({
      queue: queues.get(topic),
      id: intentionJobId(id, attempts),
    }));
    // kept as done although its effect never came: treated like lost, its row decides
    const lost = overdue.filter((row) => ['missing', 'done'].includes(states.get(row) ?? ''));
    const givenUp = overdue.filter((row) => states.get(row) === 'failed');
    await this.#run((unit) =>
      redispatchIntentions(
        unit,
        lost.map(({ id }) => id),
      ),
    );
    for (const row of givenUp) await this.#giveUp(row);
    return { lostIntentions: lost.length, givenUpIntentions: givenUp.length };
  }

  async #giveUp({ id, topic }: OverdueIntention): Promise<void> {
    const error = 'the queue gave up on its job';
    const failure = { id, error, delayMs: restAfterGivenUpMs, maxFailures: maxGivenUp };
    const outcome = await this.#run((unit) => failIntention(unit, failure));
    if (outcome === 'parked')
      this.#parts.log.error('queue.intention-parked', { intention: id, topic, error });
  }

  async #reconcileWakes(): Promise<number> {
    const queues = new Map(definedUnitWork().map(({ kind, queue }) => [kind, queue]));
    const overdue = await this.#run((unit) => overdueWakes(unit, this.#parts.graceMs, batch));
    const states = await this.#states(overdue, ({ id, kind, wakes }) => ({
      queue: queues.get(kind),
      id: unitJobId(kind, id, wakes),
    }));
    const lost = overdue.filter((row: OverdueWake) => states.has(row) && states.get(row) !== 'live');
    await this.#run((unit) =>
      rewake(
        unit,
        lost.map(({ id }) => id),
      ),
    );
    return lost.length;
  }

  async #sweep(): Promise<number> {
    let added = 0;
    for (const [name, find] of this.#parts.registry.sweeps) {
      try {
        const wakes = await this.#run(find);
        for (const { job, payload } of wakes) {
          const data = { payload: outgoingPayload(job.topic, job.payload, payload) };
          const { name: jobName, options } = job;
          await this.#parts.store.add(job.queue, [
            { id: job.id(payload), name: jobName, payload: data, options },
          ]);
        }
        added += wakes.length;
      } catch (error) {
        // one broken sweep must not keep the others from running; it is tried again in a minute
        this.#parts.log.warn('queue.sweep-failed', { sweep: name, error: describeError(error) });
      }
    }
    return added;
  }

  /** The state of each row's job; rows whose kind this version of the program does not define are left out. */
  async #states<Row>(
    rows: readonly Row[],
    jobOf: (row: Row) => { queue: string | undefined; id: string },
  ): Promise<ReadonlyMap<Row, JobState>> {
    const queues = new Map<string, { row: Row; id: string }[]>();
    for (const row of rows) {
      const { queue, id } = jobOf(row);
      if (queue !== undefined) queues.set(queue, [...(queues.get(queue) ?? []), { row, id }]);
    }
    const found = new Map<Row, JobState>();
    for (const [queue, jobs] of queues) {
      const states = await this.#parts.store.states(
        queue,
        jobs.map(({ id }) => id),
      );
      for (const { row, id } of jobs) found.set(row, states.get(id) ?? 'missing');
    }
    return found;
  }

  #run<T>(work: (unit: Unit) => Promise<T>): Promise<T> {
    return this.#parts.unitOfWork.run(systemScope(), work);
  }
}
