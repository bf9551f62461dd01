import type { Unit } from '../database/unit-of-work.js';
import { newId } from '../ids/uuid.js';
import type { UnitWork } from './define-unit-work.js';
import { outgoingPayload } from './job-payload.js';
import { announceWork } from './outbox.store.js';

/** One unit of a run that is being created. */
export interface NewUnit<P extends object> {
  /** names it within its run and kind: the same key is created once */
  readonly key: string;
  readonly payload: P;
  readonly clusterId?: string | null;
}

/**
 * Writes the units of a run, in the caller's transaction: they run if and only if that commits. Creating the same
 * keys again changes nothing.
 *
 * @throws {AppError} `queue.invalid-payload`, `queue.payload-too-large`
 */
export async function createUnits<P extends object>(
  unit: Unit,
  work: UnitWork<P>,
  runId: string,
  units: readonly NewUnit<P>[],
): Promise<void> {
  if (units.length === 0) return;
  await unit.manager.query(
    `insert into work_unit (id, run_id, kind, key, cluster_id, payload)
     select u.id, $1, $2, u.key, u.cluster_id, u.payload
     from unnest($3::uuid[], $4::text[], $5::uuid[], $6::jsonb[]) as u (id, key, cluster_id, payload)
     on conflict do nothing`,
    [
      runId,
      work.kind,
      units.map(() => newId()),
      units.map(({ key }) => key),
      units.map(({ clusterId }) => clusterId ?? null),
      units.map(({ payload }) => JSON.stringify(outgoingPayload(work.topic, work.payload, payload))),
    ],
  );
  await announceWork(unit);
}

/** Crashes after which a unit runs with nothing beside it, and crashes in that state after which it is parked. */
export const crashesBeforeIsolation = 3;
export const crashesInIsolation = 5;

/** What a crash does to the row: back to `pending` (alone from the third), or parked. */
const crashed = `
  crashes = crashes + 1,
  state = case when crashes + 1 >= ${crashesBeforeIsolation + crashesInIsolation} then 'parked' else 'pending' end,
  isolated = isolated or crashes + 1 >= ${crashesBeforeIsolation},
  error = $2,
  finished_at = case when crashes + 1 >= ${crashesBeforeIsolation + crashesInIsolation} then now() end,
  lease_until = null, leased_by = null, claimed_until = null, dispatched_at = null, available_at = now()`;

/** A unit that went back or was parked. */
export interface SetBackUnit {
  readonly id: string;
  readonly kind: string;
  readonly runId: string;
  readonly crashes: number;
  readonly parked: boolean;
}

const setBack = `id, kind, run_id as "runId", crashes, state = 'parked' as parked`;

/** Units whose holder has vanished: counted as crashes, and made available again or parked. */
export async function reclaimExpired(
  unit: Unit,
  kinds: readonly string[],
  limit: number,
): Promise<readonly SetBackUnit[]> {
  const [rows] = await unit.manager.query<[SetBackUnit[], number]>(
    `with expired as (
       select id from work_unit where state = 'leased' and lease_until < now() and kind = any ($1)
       order by lease_until limit $3 for update skip locked
     )
     update work_unit set ${crashed} where id in (select id from expired) returning ${setBack}`,
    [kinds, 'its worker vanished', limit],
  );
  return rows;
}

/** The unit ran out of time while this worker held it. */
export async function crashUnit(unit: Unit, claim: Claim, error: string): Promise<SetBackUnit | undefined> {
  const [rows] = await unit.manager.query<[SetBackUnit[], number]>(
    `update work_unit set ${crashed} where id = $1 and fence = $3 and state = 'leased' returning ${setBack}`,
    [claim.id, error, claim.fence],
  );
  return rows[0];
}

/** What a worker holds while it works on a unit. */
export interface Claim {
  readonly id: string;
  readonly runId: string;
  readonly key: string;
  readonly clusterId: string | null;
  readonly payload: object;
  /** as text: a 64 bit number */
  readonly fence: string;
  readonly failures: number;
  readonly starts: number;
}

/** Takes a pending unit: raises its fence, starts its lease. Undefined when somebody else has it or it is finished. */
export async function claimUnit(
  unit: Unit,
  id: string,
  worker: string,
  leaseMs: number,
): Promise<Claim | undefined> {
  const [rows] = await unit.manager.query<[Claim[], number]>(
    `update work_unit set state = 'leased', fence = fence + 1, starts = starts + 1, leased_by = $2,
       lease_until = now() + $3 * interval '1 millisecond', started_at = coalesce(started_at, now()),
       claimed_until = null
     where id = $1 and state = 'pending' and available_at <= now()
     returning id, run_id as "runId", key, cluster_id as "clusterId", payload, fence, failures, starts`,
    [id, worker, leaseMs],
  );
  return rows[0];
}

/** @returns false when the unit was taken over */
export async function renewLease(unit: Unit, claim: Claim, leaseMs: number): Promise<boolean> {
  const [, count] = await unit.manager.query<[unknown[], number]>(
    `update work_unit set lease_until = now() + $3 * interval '1 millisecond'
     where id = $1 and fence = $2 and state = 'leased'`,
    [claim.id, claim.fence, leaseMs],
  );
  return count === 1;
}

/** Marks the unit done. @returns false when it was taken over: roll back */
export async function finishUnit(unit: Unit, claim: Claim): Promise<boolean> {
  const [, count] = await unit.manager.query<[unknown[], number]>(
    `update work_unit set state = 'done', finished_at = now(), lease_until = null, leased_by = null, error = null
     where id = $1 and fence = $2 and state = 'leased'`,
    [claim.id, claim.fence],
  );
  return count === 1;
}

/** Puts a unit back because this worker stops; counts as nothing. */
export async function handBackUnit(unit: Unit, claim: Claim): Promise<void> {
  await unit.manager.query(
    `update work_unit set state = 'pending', lease_until = null, leased_by = null, dispatched_at = null
     where id = $1 and fence = $2 and state = 'leased'`,
    [claim.id, claim.fence],
  );
  await announceWork(unit);
}

/** The handler failed: the unit waits for its retry, or is parked when that cannot help or helped too rarely. */
export async function failUnit(
  unit: Unit,
  claim: Claim,
  failure: {
    readonly error: string;
    readonly permanent: boolean;
    readonly maxFailures: number;
    readonly retryDelayMs: number;
  },
): Promise<SetBackUnit | undefined> {
  const [rows] = await unit.manager.query<[SetBackUnit[], number]>(
    `update work_unit set failures = failures + 1, error = $3,
       state = case when $4 or failures + 1 >= $5 then 'parked' else 'pending' end,
       finished_at = case when $4 or failures + 1 >= $5 then now() end,
       lease_until = null, leased_by = null, dispatched_at = null,
       available_at = now()
         + least(300000, $6 * power(2, failures)) * (0.5 + random() / 2) * interval '1 millisecond'
     where id = $1 and fence = $2 and state = 'leased' returning ${setBack}`,
    [claim.id, claim.fence, failure.error, failure.permanent, failure.maxFailures, failure.retryDelayMs],
  );
  return rows[0];
}
