import type { Unit } from '../database/unit-of-work.js';

/** A process that takes part in the work, as it last told. */
export interface HeardOf {
  readonly id: string;
  readonly host: string;
  readonly pid: number;
  readonly roles: readonly string[];
  readonly startedAt: Date;
  readonly beatAt: Date;
  /** false while its clock is wrong or it is stopping */
  readonly taking: boolean;
  /** its clock minus the database's, in milliseconds; null where not measured */
  readonly skewMs: number | null;
}

/** Those heard of within the last hour, the latest first. */
export async function heardOf(unit: Unit): Promise<HeardOf[]> {
  return unit.manager.query<HeardOf[]>(
    `select id, host, pid, roles, started_at as "startedAt", beat_at as "beatAt", taking, skew_ms as "skewMs"
     from worker_heartbeat where beat_at > now() - interval '1 hour' order by beat_at desc, id`,
  );
}
