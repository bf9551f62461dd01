import type { Unit } from '../database/unit-of-work.js';
import { newId } from '../ids/uuid.js';
import type { JobDefinition } from './define-job.js';
import { outgoingPayload } from './job-payload.js';

/** PostgreSQL channel on which new work is announced; only a wake-up, the poll is the truth. */
export const workChannel = 'tessera_work';

export interface IntentionOptions {
  /** the cluster whose rows the effect will write; left out for open data, which only the service itself may ask for */
  readonly clusterId?: string | null;
  /** not before this moment; at once when left out */
  readonly availableAt?: Date;
}

/**
 * Writes down that a job is to run, in the caller's transaction: it will run if and only if that commits.
 *
 * @returns the intention's id; its job is `o-<id>`
 * @throws {AppError} `queue.invalid-payload`, `queue.payload-too-large`
 */
export async function enqueueIntention<P extends object>(
  unit: Unit,
  job: JobDefinition<P>,
  payload: P,
  options: IntentionOptions = {},
): Promise<string> {
  const id = newId();
  await unit.manager.query(
    `insert into outbox (id, cluster_id, topic, payload, available_at)
     values ($1, $2, $3, $4, coalesce($5, now()))`,
    [
      id,
      options.clusterId ?? null,
      job.topic,
      JSON.stringify(outgoingPayload(job.topic, job.payload, payload)),
      options.availableAt ?? null,
    ],
  );
  await announceWork(unit);
  return id;
}

/** Wakes the relays when this transaction commits. */
export async function announceWork(unit: Unit): Promise<void> {
  await unit.manager.query(`select pg_notify($1, '')`, [workChannel]);
}

/** An intention that a relay has claimed and must now add to the queue. */
export interface ClaimedIntention {
  readonly id: string;
  readonly topic: string;
  /** how often a job was added for it before */
  readonly attempts: number;
}

/** Claims what waits to be added, for `claimMs`; rows that another relay holds are passed over. */
export async function claimIntentions(
  unit: Unit,
  topics: readonly string[],
  claimMs: number,
  limit: number,
): Promise<readonly ClaimedIntention[]> {
  const [rows] = await unit.manager.query<[ClaimedIntention[], number]>(
    `with due as (
       select id from outbox
       where dispatched_at is null and done_at is null and parked_at is null and available_at <= now()
         and (claimed_until is null or claimed_until < now()) and topic = any ($1)
       order by available_at limit $3 for update skip locked
     )
     update outbox set claimed_until = now() + $2 * interval '1 millisecond'
     from due where outbox.id = due.id
     returning outbox.id, outbox.topic, outbox.attempts`,
    [topics, claimMs, limit],
  );
  return rows;
}

/** The jobs were added. */
export async function markDispatched(unit: Unit, ids: readonly string[]): Promise<void> {
  await unit.manager.query(
    `update outbox set dispatched_at = now(), claimed_until = null, attempts = attempts + 1
     where id = any ($1) and dispatched_at is null`,
    [ids],
  );
}

/** An intention as its handler finds it. */
export interface OpenIntention {
  readonly id: string;
  readonly topic: string;
  readonly payload: object;
  readonly clusterId: string | null;
}

/** Undefined when it is done, parked or unknown. */
export async function openIntention(unit: Unit, id: string): Promise<OpenIntention | undefined> {
  const rows = await unit.manager.query<OpenIntention[]>(
    `select id, topic, payload, cluster_id as "clusterId" from outbox
     where id = $1 and done_at is null and parked_at is null`,
    [id],
  );
  return rows[0];
}

/** @returns false when its effect was committed before: roll back */
export async function finishIntention(unit: Unit, id: string): Promise<boolean> {
  const [, count] = await unit.manager.query<[unknown[], number]>(
    `update outbox set done_at = now(), error = null where id = $1 and done_at is null`,
    [id],
  );
  return count === 1;
}

/** Gives up on an intention until an operator looks at it. @returns false when it was done or parked before */
export async function parkIntention(unit: Unit, id: string, error: string): Promise<boolean> {
  const [, count] = await unit.manager.query<[unknown[], number]>(
    `update outbox set parked_at = now(), error = $2 where id = $1 and done_at is null and parked_at is null`,
    [id, error],
  );
  return count === 1;
}

/** The queue gave up on its job: it is added again after `delayMs`, or parked after `maxFailures`. */
export async function failIntention(
  unit: Unit,
  failure: {
    readonly id: string;
    readonly error: string;
    readonly delayMs: number;
    readonly maxFailures: number;
  },
): Promise<'again' | 'parked' | 'settled'> {
  const [rows] = await unit.manager.query<[{ parked: boolean }[], number]>(
    `update outbox set failures = failures + 1, error = $2, dispatched_at = null, claimed_until = null,
       available_at = now() + $3 * power(4, failures) * interval '1 millisecond',
       parked_at = case when failures + 1 >= $4 then now() end
     where id = $1 and done_at is null and parked_at is null and dispatched_at is not null
     returning parked_at is not null as parked`,
    [failure.id, failure.error, failure.delayMs, failure.maxFailures],
  );
  if (rows[0] === undefined) return 'settled';
  return rows[0].parked ? 'parked' : 'again';
}

/** A dispatched intention whose effect has not come for a while. */
export interface OverdueIntention {
  readonly id: string;
  readonly topic: string;
  readonly attempts: number;
}

export async function overdueIntentions(
  unit: Unit,
  graceMs: number,
  limit: number,
): Promise<readonly OverdueIntention[]> {
  return unit.manager.query<OverdueIntention[]>(
    `select id, topic, attempts from outbox
     where dispatched_at < now() - $1 * interval '1 millisecond' and done_at is null and parked_at is null
     order by dispatched_at limit $2`,
    [graceMs, limit],
  );
}

/** Their jobs are gone from the queue: the relay adds them again, under a new id. */
export async function redispatchIntentions(unit: Unit, ids: readonly string[]): Promise<void> {
  await unit.manager.query(
    `update outbox set dispatched_at = null, claimed_until = null
     where id = any ($1) and dispatched_at is not null and done_at is null and parked_at is null`,
    [ids],
  );
}

/** @returns how many done intentions older than `keepDays` were removed */
export async function removeFinishedIntentions(unit: Unit, keepDays: number): Promise<number> {
  const [, count] = await unit.manager.query<[unknown[], number]>(
    `delete from outbox where done_at < now() - $1 * interval '1 day'`,
    [keepDays],
  );
  return count;
}
