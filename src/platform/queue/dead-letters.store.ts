import type { Unit } from '../database/unit-of-work.js';
import { announceWork } from './outbox.store.js';

/** Work that was given up after too many failures and waits for a person. */
export interface DeadLetter {
  readonly id: string;
  /** a unit of a run, or a short job on its own */
  readonly kind: 'unit' | 'job';
  /** `score-block`, `mail/send-invitation` */
  readonly topic: string;
  /** what its last try ended with; null where nothing was written down */
  readonly error: string | null;
  readonly failures: number;
  /** how often its worker vanished; 0 for a job on its own */
  readonly crashes: number;
  readonly parkedAt: Date;
}

/** The newest first. */
export async function deadLetters(unit: Unit, limit: number): Promise<DeadLetter[]> {
  return unit.manager.query<DeadLetter[]>(
    `select id, 'unit' as kind, kind as topic, error, failures, crashes, coalesce(finished_at, created_at) as "parkedAt"
     from work_unit where state = 'parked'
     union all
     select id, 'job', topic, error, failures, 0, parked_at from outbox where parked_at is not null
     order by 7 desc, 1 limit $1`,
    [limit],
  );
}

/** Gives it all its tries again. @returns false where it is not parked (any more) */
export async function retryDeadLetter(unit: Unit, id: string): Promise<boolean> {
  const [, units] = await unit.manager.query<[unknown[], number]>(
    `update work_unit set state = 'pending', failures = 0, crashes = 0, error = null, finished_at = null,
       dispatched_at = null, claimed_until = null, available_at = now()
     where id = $1 and state = 'parked'`,
    [id],
  );
  const [, jobs] = await unit.manager.query<[unknown[], number]>(
    `update outbox set parked_at = null, failures = 0, error = null, dispatched_at = null, claimed_until = null,
       available_at = now()
     where id = $1 and parked_at is not null and done_at is null`,
    [id],
  );
  if (units + jobs === 0) return false;
  await announceWork(unit);
  return true;
}
