import type { Unit } from '../database/unit-of-work.js';

/** How long whoever claimed a mail may take before another may, and how long handing it over may take. */
export const claimSeconds = 120;

/** What a sender holds while it works on a mail. */
export interface ClaimedMail {
  readonly id: string;
  readonly mail: string;
  readonly recipient: string;
  readonly clusters: readonly string[];
  readonly organisation: string | null;
  readonly language: 'en' | 'it' | null;
  readonly content: object;
  /** as text: a 64 bit number */
  readonly fence: string;
  readonly tries: number;
  /** how often nobody knew what became of it */
  readonly doubts: number;
  readonly counted: boolean;
  readonly stale: boolean;
}

const columns = `id, mail, recipient, clusters, organisation_id as organisation, language,
  coalesce(content, '{}') as content, fence, tries, doubts, counted,
  stale_at <= now() as stale`;

/** Of a row `d`: it stands still by somebody's wish. */
export const held = `d.holdable and exists (select from mail_hold h where h.released_at is null
  and (h.cluster_id is null or h.cluster_id = any (d.clusters))
  and (h.organisation_id is null or h.organisation_id = d.organisation_id))`;

/** Takes mails that are due; those that are held or that another sender has are passed over. */
export async function claimDue(unit: Unit, limit: number): Promise<readonly ClaimedMail[]> {
  const [rows] = await unit.manager.query<[ClaimedMail[], number]>(
    `with due as (
       select id from mail_delivery d where state = 'due' and available_at <= now() and not (${held})
       order by rank, available_at, id limit $1 for update skip locked
     )
     update mail_delivery set state = 'claimed', fence = fence + 1, tries = tries + 1,
       lease_until = now() + ${claimSeconds} * interval '1 second'
     where id in (select id from due) returning ${columns}`,
    [limit],
  );
  return rows;
}

/** Whether anything is due that a sender could take. */
export async function anyDue(unit: Unit): Promise<boolean> {
  const [row] = await unit.manager.query<{ found: boolean }[]>(
    `select exists (select from mail_delivery d where (state = 'due' and available_at <= now() and not (${held}))
       or (state in ('claimed', 'sending') and lease_until < now())) as found`,
  );
  return row?.found ?? false;
}

/** Mails whose sender vanished before it began to hand them over: due again. */
export async function releaseClaims(unit: Unit): Promise<void> {
  await unit.manager.query(
    `update mail_delivery set state = 'due', lease_until = null where state = 'claimed' and lease_until < now()`,
  );
}

/** Takes over what was being handed over when its sender vanished. */
export async function claimDoubtful(unit: Unit, limit: number): Promise<readonly ClaimedMail[]> {
  const [rows] = await unit.manager.query<[ClaimedMail[], number]>(
    `with left_behind as (
       select id from mail_delivery where state = 'sending' and lease_until < now()
       order by lease_until limit $1 for update skip locked
     )
     update mail_delivery set fence = fence + 1, lease_until = now() + ${claimSeconds} * interval '1 second'
     where id in (select id from left_behind) returning ${columns}`,
    [limit],
  );
  return rows;
}

/** The mail is still ours to send; locks it until the transaction ends. */
export async function holdsClaim(unit: Unit, { id, fence }: ClaimedMail): Promise<boolean> {
  const rows = await unit.manager.query<object[]>(
    `select 1 from mail_delivery where id = $1 and fence = $2 and state = 'claimed' for update`,
    [id, fence],
  );
  return rows.length === 1;
}

/** From here on it may have been sent. To be committed before the first byte leaves. */
export async function markSending(unit: Unit, { id, fence }: ClaimedMail, mark: Buffer): Promise<void> {
  await unit.manager.query(
    `update mail_delivery set state = 'sending', sending_at = clock_timestamp(), address_mark = $3,
       lease_until = clock_timestamp() + ${claimSeconds} * interval '1 second'
     where id = $1 and fence = $2`,
    [id, fence, mark],
  );
}

/**
 * Writes down how it ended. One in doubt whose sender comes back after all is what the sender says.
 *
 * @returns false where somebody else has decided meanwhile
 */
export async function endMail(
  unit: Unit,
  { id, fence }: ClaimedMail,
  state: 'sent' | 'failed' | 'unknown',
  reason: string | null,
): Promise<boolean> {
  const [, count] = await unit.manager.query<[unknown[], number]>(
    `update mail_delivery set state = $3, reason = $4, ended_at = now(), lease_until = null,
       content = case when $3 = 'unknown' then content end
     where id = $1 and fence = $2 and state in ('claimed', 'sending', 'unknown')`,
    [id, fence, state, reason],
  );
  if (count === 1 && state !== 'unknown')
    await unit.manager.query('delete from mail_address where delivery_id = $1', [id]);
  return count === 1;
}

/** It was certainly not sent: due again after `seconds`. `doubted`: nobody knows, and its reader waits for it. */
export async function postponeMail(
  unit: Unit,
  { id, fence }: ClaimedMail,
  again: { readonly seconds: number; readonly reason: string; readonly doubted?: boolean },
): Promise<void> {
  await unit.manager.query(
    `update mail_delivery set state = 'due', lease_until = null, reason = $4,
       available_at = now() + $3 * interval '1 second', doubts = doubts + $5
     where id = $1 and fence = $2 and state in ('claimed', 'sending')`,
    [id, fence, again.seconds, again.reason, again.doubted ? 1 : 0],
  );
}

/**
 * When somebody who got `most` counted mails within 7 days may get the next one; null: now.
 * Senders of mails to the same address wait for each other here.
 */
export async function nextPlace(unit: Unit, mark: Buffer, most: number): Promise<number | null> {
  await unit.manager.query(`select pg_advisory_xact_lock(hashtextextended(encode($1, 'hex'), 4711))`, [mark]);
  const [row] = await unit.manager.query<{ seconds: number }[]>(
    `select ceil(extract(epoch from sending_at + interval '7 days' - now()))::int as seconds from mail_delivery
     where address_mark = $1 and counted and state in ('sending', 'sent', 'unknown')
       and sending_at > now() - interval '7 days'
     order by sending_at desc offset $2 - 1 limit 1`,
    [mark, most],
  );
  return row?.seconds ?? null;
}

/** The address of a mail to nobody we know. */
export async function bareAddress(
  unit: Unit,
  id: string,
): Promise<{ readonly name: string; readonly address: string } | null> {
  const [row] = await unit.manager.query<{ name: string; address: string }[]>(
    'select name, address from mail_address where delivery_id = $1',
    [id],
  );
  return row ?? null;
}
