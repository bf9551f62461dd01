/**
 * The queue port: PostgreSQL knows all work, a queue (BullMQ, on Redis or on PostgreSQL) only wakes it.
 *
 * **Long work is a run of units.** Declare the kind beside its payload, in a `.job.ts` file:
 *
 * ```ts
 * export class ScoreBlock {
 *   @IsUUID() snapshotId!: string;
 *   @IsInt() @Min(0) from!: number;
 *   @IsInt() @Min(0) to!: number;
 * }
 * export const scoreBlocks = defineUnitWork({ kind: 'score-block', queue: 'matching', payload: ScoreBlock });
 * ```
 *
 * Create all units of a run in one transaction, the one that records the run itself. The run's id is yours; `key`
 * names the unit within the run, so creating them twice is harmless:
 *
 * ```ts
 * await unitOfWork.run(scope, async (unit) => {
 *   await runs.insert(unit, run);
 *   await createUnits(unit, scoreBlocks, run.id, blocks.map((b) => ({ key: `${b.from}`, payload: b })));
 * });
 * ```
 *
 * Handle them where the feature is wired together (a module's constructor). `handle` computes outside any
 * transaction and returns what is to be written; the port runs that *effect* in the transaction that marks the unit
 * done. A worker that is killed, or that lost its unit to another, leaves nothing behind:
 *
 * ```ts
 * registry.handleUnits(scoreBlocks, {
 *   async handle(block, { signal, runId }) {
 *     const lists = await scorer.score(block, signal);            // 0.1 to 5 s, in a thread or in slices
 *     return (unit) => store.save(unit, runId, lists);           // committed with "done", or not at all
 *   },
 *   // every unit is done or parked: make the run visible; safe to call twice
 *   settled: (unit, run) => runs.publish(unit, run.id, { parked: run.parked }),
 * });
 * ```
 *
 * `runProgress(unit, runId)` tells how far it is. A handler that throws is tried again with growing delay, at most
 * `maxFailures` times, at once parked when the error is an `AppError` that trying again cannot cure.
 *
 * **Short work is an intention.** `defineJob`, then `enqueueIntention(unit, job, payload)` in the transaction that
 * causes it, then `registry.handle(job, handler)`, with the same rule: return the effect.
 *
 * **Derived state is found.** `registry.sweep(name, find)`: called at start and every minute; returns the jobs that
 * a state asks for.
 *
 * The composition root builds a {@link QueueStore} (`openQueueStore`), a {@link JobRegistry} and a
 * {@link QueueRuntime}, or imports `QueueModule.forRoot(…)`, which does so.
 */
export { defineJob, type JobDefinition, type JobOptions } from './define-job.js';
export { defineUnitWork, type UnitWork } from './define-unit-work.js';
export {
  JobRegistry,
  type Effect,
  type JobHandler,
  type SettledRun,
  type Sweep,
  type UnitContext,
  type UnitHandler,
  type Wake,
  type WorkContext,
} from './job-registry.js';
export { enqueueIntention, type IntentionOptions } from './outbox.store.js';
export { createUnits, type NewUnit } from './work-unit.store.js';
export { runProgress, type RunProgress } from './work-run.read-model.js';
export { workCounts, type WorkCounts } from './work-counts.read-model.js';
export { deadLetters, retryDeadLetter, type DeadLetter } from './dead-letters.store.js';
export { heardOf, type HeardOf } from './heard-of.read-model.js';
export { effectOnce } from './effect-done.store.js';
export { openQueueStore, type QueueStoreSettings } from './open-queue-store.js';
export { QueueStore } from './queue-store.js';
export {
  QueueRuntime,
  type QueueRole,
  type QueueRuntimeParts,
  type QueueTiming,
  type StartOptions,
} from './queue-runtime.js';
export type { Reconciliation } from './reconciler.js';
export { prepareQueueStore } from './prepare-queue-store.js';
export { stderrLog, type LogFields, type QueueLog } from './queue-log.js';
export { QueueModule, type QueueModuleOptions, type QueueModuleSettings } from './queue.module.js';
