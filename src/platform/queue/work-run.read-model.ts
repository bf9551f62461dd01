import type { Unit } from '../database/unit-of-work.js';

/** How far a run has come. */
export interface RunProgress {
  readonly total: number;
  readonly done: number;
  readonly parked: number;
  /** units being worked on now */
  readonly running: number;
  /** units done a second since the first began; null before the first is done */
  readonly unitsPerSecond: number | null;
  /** at that rate; 0 when every unit is done or parked, null before the first is done */
  readonly secondsLeft: number | null;
}

/** One query; a run without units has `total` 0. */
export async function runProgress(unit: Unit, runId: string): Promise<RunProgress> {
  const [row] = await unit.manager.query<[CountsRow]>(
    `select count(*)::int as total,
       count(*) filter (where state = 'done')::int as done,
       count(*) filter (where state = 'parked')::int as parked,
       count(*) filter (where state = 'leased')::int as running,
       extract(epoch from
         case when count(*) filter (where state in ('pending', 'leased')) = 0 then max(finished_at) else now() end
         - min(started_at))::float8 as seconds
     from work_unit where run_id = $1`,
    [runId],
  );
  return toProgress(row);
}

interface CountsRow {
  readonly total: number;
  readonly done: number;
  readonly parked: number;
  readonly running: number;
  readonly seconds: number | null;
}

function toProgress({ total, done, parked, running, seconds }: CountsRow): RunProgress {
  const open = total - done - parked;
  const unitsPerSecond = done > 0 && seconds !== null && seconds > 0 ? done / seconds : null;
  const secondsLeft = open === 0 ? 0 : unitsPerSecond === null ? null : open / unitsPerSecond;
  return { total, done, parked, running, unitsPerSecond, secondsLeft };
}
