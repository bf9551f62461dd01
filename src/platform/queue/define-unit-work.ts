import { IsUUID } from 'class-validator';

import { defineJob, topicOf, type JobDefinition } from './define-job.js';
import type { PayloadClass } from './job-payload.js';
import { invalidDefinition } from './queue.errors.js';

/** Names the run all of whose units are done or parked. */
export class SettledRunPayload {
  @IsUUID()
  runId!: string;
}

/** One kind of unit work: long work cut into rows of 0.1 to 5 s each, every one of which runs to its end once. */
export interface UnitWork<P extends object> {
  readonly kind: string;
  readonly queue: string;
  /** `queue/kind` */
  readonly topic: string;
  readonly payload: PayloadClass<P>;
  /** how long a claim holds without being renewed; a worker renews it every third of this, in milliseconds */
  readonly leaseMs: number;
  /** a unit that runs longer than this is treated as crashed, in milliseconds */
  readonly timeoutMs: number;
  /** failures after which a unit is parked; a permanent failure parks it at once */
  readonly maxFailures: number;
  /** delay before the first retry, in milliseconds; doubled each time, at most 5 minutes, half of it random */
  readonly retryDelayMs: number;
  /** wakes `settled` of the handler once every unit of a run is done or parked */
  readonly settled: JobDefinition<SettledRunPayload>;
}

const definitions = new Map<string, UnitWork<object>>();

/** Every kind of unit work defined by the files this program has loaded. */
export const definedUnitWork = (): readonly UnitWork<object>[] => [...definitions.values()];

/**
 * Declares a kind of unit work, once per program; lives in a `.job.ts` file beside its payload class.
 *
 * @throws {AppError} `queue.invalid-definition`
 */
export function defineUnitWork<P extends object>(definition: {
  readonly kind: string;
  readonly queue: string;
  readonly payload: PayloadClass<P>;
  readonly leaseMs?: number;
  readonly timeoutMs?: number;
  readonly maxFailures?: number;
  readonly retryDelayMs?: number;
}): UnitWork<P> {
  const { kind, queue } = definition;
  if (definitions.has(kind)) throw invalidDefinition(`unit work ${kind} is defined twice`, { kind });
  const work: UnitWork<P> = {
    leaseMs: 30_000,
    timeoutMs: 120_000,
    maxFailures: 5,
    retryDelayMs: 5_000,
    ...definition,
    topic: topicOf(queue, kind),
    settled: defineJob({
      queue,
      name: `${kind}-settled`,
      payload: SettledRunPayload,
      id: ({ runId }) => `${kind}-settled_${runId}`,
    }),
  };
  definitions.set(kind, work);
  return work;
}
