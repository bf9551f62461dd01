import type { Unit } from '../database/unit-of-work.js';

/** What there is to do and who does it, over all runs; counts only. */
export interface WorkCounts {
  /** units of work by state: pending, leased, done, parked */
  readonly units: ReadonlyMap<string, number>;
  /** intentions that no job was added for yet */
  readonly undispatched: number;
  /** age of the oldest of them in seconds; 0 where there is none */
  readonly oldestSeconds: number;
  /** workers that were heard of within the last minute */
  readonly workers: number;
}

/** One query. */
export async function workCounts(unit: Unit): Promise<WorkCounts> {
  const [row] = await unit.manager.query<[CountsRow]>(
    `select
       coalesce((select jsonb_object_agg(state, count) from
         (select state, count(*)::int as count from work_unit group by state) as by_state), '{}') as units,
       count(*)::int as undispatched,
       coalesce(extract(epoch from now() - min(available_at)), 0)::float8 as "oldestSeconds",
       (select count(*)::int from worker_heartbeat where beat_at > now() - interval '1 minute') as workers
     from outbox where dispatched_at is null and available_at <= now()`,
  );
  return { ...row, units: new Map(Object.entries(row.units)) };
}

interface CountsRow {
  readonly units: Readonly<Record<string, number>>;
  readonly undispatched: number;
  readonly oldestSeconds: number;
  readonly workers: number;
}
