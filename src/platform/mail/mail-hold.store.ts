import type { Unit } from '../database/unit-of-work.js';
import { newId } from '../ids/uuid.js';

/** What stands still: everything, one cluster's mails, or those about one member of it. */
export interface NewHold {
  readonly cluster: string | null;
  readonly organisation: string | null;
  readonly reason: string;
  readonly by: string | null;
}

export interface Hold extends NewHold {
  readonly id: string;
  readonly since: Date;
}

/** @returns the hold's id */
export async function holdMail(unit: Unit, { cluster, organisation, reason, by }: NewHold): Promise<string> {
  const id = newId();
  await unit.manager.query(
    `insert into mail_hold (id, cluster_id, organisation_id, reason, held_by) values ($1, $2, $3, $4, $5)`,
    [id, cluster, organisation, reason, by],
  );
  return id;
}

/** @returns false where there is no such hold in reach, or it was released before */
export async function releaseHold(unit: Unit, id: string): Promise<boolean> {
  const [, count] = await unit.manager.query<[unknown[], number]>(
    'update mail_hold set released_at = now() where id = $1 and released_at is null',
    [id],
  );
  return count === 1;
}

export async function openHolds(unit: Unit): Promise<Hold[]> {
  return unit.manager.query<Hold[]>(
    `select id, cluster_id as cluster, organisation_id as organisation, reason, held_by as by, since
     from mail_hold where released_at is null order by since, id limit 100`,
  );
}

const mostPolicyRefusals = 5;

/** So many mails refused by policy within an hour are our fault, not the readers': everything stands still. */
export async function haltAfterPolicyRefusals(unit: Unit): Promise<boolean> {
  // one after the other: refusals of the same moment would each count without the others, and none would halt
  await unit.manager.query(`select pg_advisory_xact_lock(hashtext('mail-policy-refusals'))`);
  const [row] = await unit.manager.query<{ many: boolean }[]>(
    `select count(*) >= $1 and not exists (select from mail_hold where released_at is null
       and cluster_id is null and organisation_id is null) as many
     from mail_delivery where state = 'failed' and reason ~ '5\\.7\\.' and ended_at > now() - interval '1 hour'`,
    [mostPolicyRefusals],
  );
  if (!row?.many) return false;
  await holdMail(unit, { cluster: null, organisation: null, reason: 'refused-by-policy', by: null });
  return true;
}
