import type { Unit } from '../database/unit-of-work.js';

/** A unit that a relay has claimed and must now add a job for. */
export interface ClaimedWake {
  readonly id: string;
  readonly kind: string;
  readonly wakes: number;
  readonly isolated: boolean;
}

/** Claims units that no job stands for yet, for `claimMs`; the relay adds their jobs. */
export async function claimWakes(
  unit: Unit,
  kinds: readonly string[],
  claimMs: number,
  limit: number,
): Promise<readonly ClaimedWake[]> {
  const [rows] = await unit.manager.query<[ClaimedWake[], number]>(
    `with due as (
       select id from work_unit
       where state = 'pending' and dispatched_at is null and available_at <= now()
         and (claimed_until is null or claimed_until < now()) and kind = any ($1)
       order by available_at, id limit $3 for update skip locked
     )
     update work_unit set claimed_until = now() + $2 * interval '1 millisecond', wakes = wakes + 1
     from due where work_unit.id = due.id
     returning work_unit.id, kind, wakes, isolated`,
    [kinds, claimMs, limit],
  );
  return rows;
}

/** Their jobs were added. One that was taken, and even came back, in the meantime is left as it is. */
export async function markWoken(unit: Unit, ids: readonly string[]): Promise<void> {
  await unit.manager.query(
    `update work_unit set dispatched_at = now(), claimed_until = null
     where id = any ($1) and state = 'pending' and dispatched_at is null and claimed_until is not null`,
    [ids],
  );
}

/** A pending unit whose job was added a while ago. */
export interface OverdueWake {
  readonly id: string;
  readonly kind: string;
  readonly wakes: number;
}

export async function overdueWakes(
  unit: Unit,
  graceMs: number,
  limit: number,
): Promise<readonly OverdueWake[]> {
  return unit.manager.query<OverdueWake[]>(
    `select id, kind, wakes from work_unit
     where state = 'pending' and dispatched_at < now() - $1 * interval '1 millisecond'
     order by dispatched_at limit $2`,
    [graceMs, limit],
  );
}

/** Their jobs are gone from the queue: the relay adds them again, under a new id. */
export async function rewake(unit: Unit, ids: readonly string[]): Promise<void> {
  await unit.manager.query(
    `update work_unit set dispatched_at = null, claimed_until = null where id = any ($1) and state = 'pending'`,
    [ids],
  );
}
