import type { Unit } from '../database/unit-of-work.js';

/**
 * Whether the transaction that just finished or parked a unit did so to the last open one of its run and kind.
 *
 * The lock makes two last units wait for each other: otherwise each would still see the other one open.
 */
export async function settlesRun(unit: Unit, kind: string, runId: string): Promise<boolean> {
  await unit.manager.query(`select pg_advisory_xact_lock(hashtextextended($1, 0))`, [`${kind} ${runId}`]);
  const rows = await unit.manager.query<{ id: string }[]>(
    `select id from work_unit where run_id = $1 and kind = $2 and state in ('pending', 'leased') limit 1`,
    [runId, kind],
  );
  return rows.length === 0;
}

export async function countSettled(
  unit: Unit,
  kind: string,
  runId: string,
): Promise<{ done: number; parked: number; open: number }> {
  const rows = await unit.manager.query<{ done: number; parked: number; open: number }[]>(
    `select count(*) filter (where state = 'done')::int as done,
       count(*) filter (where state = 'parked')::int as parked,
       count(*) filter (where state in ('pending', 'leased'))::int as open
     from work_unit where run_id = $1 and kind = $2`,
    [runId, kind],
  );
  return rows[0] ?? { done: 0, parked: 0, open: 0 };
}

/** The cluster all of a run's units belong to; null for a run over open data, or over several clusters. */
export async function settledCluster(unit: Unit, kind: string, runId: string): Promise<string | null> {
  const rows = await unit.manager.query<{ clusterId: string | null }[]>(
    `select distinct cluster_id as "clusterId" from work_unit where run_id = $1 and kind = $2 limit 2`,
    [runId, kind],
  );
  return rows.length === 1 ? (rows[0]?.clusterId ?? null) : null;
}
