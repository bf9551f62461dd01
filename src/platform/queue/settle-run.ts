import type { Unit } from '../database/unit-of-work.js';
import type { SettledRunPayload, UnitWork } from './define-unit-work.js';
import type { JobHandler, UnitHandler } from './job-registry.js';
import { enqueueIntention } from './outbox.store.js';
import { countSettled, settledCluster, settlesRun } from './work-run.store.js';

/** In the transaction that finished or parked a unit: when it was the last open one, the run is to be settled. */
export async function settleRunOf(unit: Unit, work: UnitWork<object>, runId: string): Promise<void> {
  if (!(await settlesRun(unit, work.kind, runId))) return;
  const clusterId = await settledCluster(unit, work.kind, runId);
  await enqueueIntention(unit, work.settled, { runId }, { clusterId });
}

/** Calls a handler's `settled`, unless somebody has set a parked unit going again since. */
export function settledHandler(
  work: UnitWork<object>,
  handler: UnitHandler<object>,
): JobHandler<SettledRunPayload> {
  return async ({ runId }) =>
    async (unit) => {
      const { open, done, parked } = await countSettled(unit, work.kind, runId);
      if (open === 0) await handler.settled?.(unit, { id: runId, done, parked });
    };
}
