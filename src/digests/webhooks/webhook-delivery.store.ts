import type { Unit } from '../../platform/database/unit-of-work.js';
import { formerSecretHours } from './webhook.store.js';

/** What a sender holds while it sends. */
export interface ClaimedMessage {
  readonly id: string;
  readonly webhook: string;
  readonly url: string;
  readonly event: string;
  readonly body: string;
  /** the newest first */
  readonly secrets: readonly Buffer[];
  /** as text: a 64 bit number */
  readonly fence: string;
  readonly tries: number;
}

/** How a try went. */
export interface Attempt {
  /** what was answered; null: nothing */
  readonly status: number | null;
  /** null: it arrived */
  readonly problem: string | null;
  readonly tookMs: number;
}

/** Longer than a try may take, in seconds. */
const leaseSeconds = 60;
/** Of one webhook at a time: one that is slow keeps the others waiting for no longer. */
const mostOfOne = 4;

/** Messages to webhooks while they are sent. One may arrive twice, under the same id. */
export class WebhookDeliveryStore {
  /** Takes messages that are due, the oldest first; those of a sender that vanished are due again. */
  async claim(unit: Unit, limit: number): Promise<ClaimedMessage[]> {
    await unit.manager.query(
      `update webhook_delivery set state = 'due', lease_until = null where state = 'claimed' and lease_until < now()`,
    );
    const [rows] = await unit.manager.query<[{ id: string }[], number]>(
      `with ranked as (select id, row_number() over (partition by webhook_id order by available_at, id) as place,
           available_at from webhook_delivery where state = 'due' and available_at <= now()),
         due as (select d.id from webhook_delivery d join ranked r using (id)
           where r.place <= ${mostOfOne} and d.state = 'due' order by r.available_at, d.id limit $1 for update of d skip locked)
       update webhook_delivery set state = 'claimed', fence = fence + 1, tries = tries + 1,
         lease_until = now() + ${leaseSeconds} * interval '1 second'
       where id in (select id from due) returning id`,
      [limit],
    );
    return unit.manager.query<ClaimedMessage[]>(
      `select d.id, w.id as webhook, w.url, d.event, d.body, d.fence, d.tries,
         array_remove(array[w.secret, case when w.renewed_at > now() - interval '${formerSecretHours} hours'
           then w.former_secret end], null) as secrets
       from webhook_delivery d join webhook w on w.id = d.webhook_id where d.id = any ($1) order by d.available_at, d.id`,
      [rows.map(({ id }) => id)],
    );
  }

  async anyDue(unit: Unit): Promise<boolean> {
    const [row] = await unit.manager.query<{ found: boolean }[]>(
      `select exists (select from webhook_delivery where (state = 'due' and available_at <= now())
         or (state = 'claimed' and lease_until < now())) as found`,
    );
    return row?.found ?? false;
  }

  /**
   * Writes down how a try went. @param againAfter seconds until the next one; null: there is none
   *
   * @returns false where somebody else has taken it meanwhile
   */
  async settle(
    unit: Unit,
    { id, fence }: ClaimedMessage,
    { status, problem, tookMs }: Attempt,
    againAfter: number | null,
  ): Promise<boolean> {
    const state = problem === null ? 'arrived' : againAfter === null ? 'failed' : 'due';
    const [, count] = await unit.manager.query<[unknown[], number]>(
      `update webhook_delivery set state = $3, status = $4, problem = $5, took_ms = $6, lease_until = null,
         available_at = now() + $7 * interval '1 second', ended_at = case when $3 = 'due' then null else now() end
       where id = $1 and fence = $2 and state = 'claimed'`,
      [id, fence, state, status, problem, tookMs, againAfter ?? 0],
    );
    return count === 1;
  }

  /** @returns for how many days nothing has arrived there; 0: something just did */
  async noteArrival(unit: Unit, webhook: string, arrived: boolean): Promise<number> {
    const [rows] = await unit.manager.query<[{ days: number }[], number]>(
      `update webhook set failing_since = case when $2 then null else coalesce(failing_since, now()) end
       where id = $1 and off_since is null
       returning coalesce(extract(epoch from now() - failing_since) / 86400, 0)::float8 as days`,
      [webhook, arrived],
    );
    return rows[0]?.days ?? 0;
  }
}
