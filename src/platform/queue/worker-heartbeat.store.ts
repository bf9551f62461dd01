import type { Unit } from '../database/unit-of-work.js';

export interface Heartbeat {
  readonly id: string;
  readonly host: string;
  readonly pid: number;
  readonly roles: readonly string[];
  readonly queues: readonly string[];
  readonly taking: boolean;
  readonly skewMs: number | null;
}

/** Says that this process is alive; clears away those silent for a day. */
export async function beat(unit: Unit, heartbeat: Heartbeat): Promise<void> {
  const { id, host, pid, roles, queues, taking, skewMs } = heartbeat;
  await unit.manager.query(
    `insert into worker_heartbeat (id, host, pid, roles, queues, taking, skew_ms)
     values ($1, $2, $3, $4, $5, $6, $7)
     on conflict (id) do update set beat_at = now(), taking = excluded.taking, skew_ms = excluded.skew_ms`,
    [id, host, pid, roles, queues, taking, skewMs === null ? null : Math.round(skewMs)],
  );
  await unit.manager.query(`delete from worker_heartbeat where beat_at < now() - interval '1 day'`);
}

/** This process stops in good order. */
export async function endBeat(unit: Unit, id: string): Promise<void> {
  await unit.manager.query(`delete from worker_heartbeat where id = $1`, [id]);
}

/** The database's clock, in milliseconds since 1970. */
export async function databaseNow(unit: Unit): Promise<number> {
  const rows = await unit.manager.query<{ now: number }[]>(
    `select (extract(epoch from clock_timestamp()) * 1000)::float8 as now`,
  );
  return rows[0]?.now ?? Number.NaN;
}
