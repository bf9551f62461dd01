import type { Unit } from '../database/unit-of-work.js';
import { held } from './mail-delivery.store.js';

export interface MailboxLine {
  readonly id: string;
  readonly at: Date;
  readonly toName: string;
  readonly toAddress: string;
  readonly subject: string;
  readonly language: string;
}

export interface MailboxMessage extends MailboxLine {
  readonly html: string;
  readonly text: string;
}

const line = `id, at, to_name as "toName", to_address as "toAddress", subject, language`;

/** What would have been sent, the newest first. Needs the service's own scope. */
export async function mailboxLines(unit: Unit, limit: number): Promise<MailboxLine[]> {
  return unit.manager.query<MailboxLine[]>(
    `select ${line} from mailbox_message order by at desc, id desc limit $1`,
    [limit],
  );
}

export async function mailboxMessage(unit: Unit, id: string): Promise<MailboxMessage | null> {
  const [row] = await unit.manager.query<MailboxMessage[]>(
    `select ${line}, html, text from mailbox_message where id = $1`,
    [id],
  );
  return row ?? null;
}

/** A mail, for whoever looks after sending: no address. */
export interface DeliveryLine {
  readonly id: string;
  readonly mail: string;
  readonly state: string;
  readonly reason: string | null;
  readonly tries: number;
  readonly createdAt: Date;
  readonly endedAt: Date | null;
  /** not before; of what waits */
  readonly availableAt: Date;
  /** it stands still by somebody's wish */
  readonly held: boolean;
  /** nobody knows whether it arrived, it has not gone stale, and what it was made from is kept */
  readonly retryable: boolean;
}

const canBeRetried = `(state = 'unknown' and content is not null and stale_at > now())`;

/** What nobody knows about first, then the newest; in one state only, or all. */
export async function deliveryLines(
  unit: Unit,
  state: string | null,
  limit: number,
): Promise<DeliveryLine[]> {
  return unit.manager.query<DeliveryLine[]>(
    `select id, mail, state, reason, tries, created_at as "createdAt", ended_at as "endedAt",
       available_at as "availableAt", ${canBeRetried} as retryable,
       state = 'due' and ${held} as held
     from mail_delivery d
     where $1::text is null or state = $1 order by state = 'unknown' desc, created_at desc, id desc limit $2`,
    [state, limit],
  );
}

/**
 * A person who found out that it did not arrive has it sent once more, as the same message. Only what nobody knows about,
 * and before it has gone stale; whether its reader still wants it is looked at again when it goes.
 *
 * @returns false where it cannot
 */
export async function retryDelivery(unit: Unit, id: string): Promise<boolean> {
  const [, count] = await unit.manager.query<[unknown[], number]>(
    `update mail_delivery set state = 'due', available_at = now(), ended_at = null, reason = 'sent-again',
       fence = fence + 1
     where id = $1 and ${canBeRetried}`,
    [id],
  );
  return count === 1;
}

/** Who is not written to any more: a one-way mark, never an address. */
export interface SuppressionLine {
  /** the first bytes of the mark, in hex: tells two apart, and nothing else */
  readonly mark: string;
  readonly reason: string;
  readonly since: Date;
  /** the mail that it came from; null: it is gone */
  readonly mail: string | null;
}

/** The newest first. Needs the service's own scope. */
export async function suppressionLines(unit: Unit, limit: number): Promise<SuppressionLine[]> {
  return unit.manager.query<SuppressionLine[]>(
    `select encode(substring(s.mark for 6), 'hex') as mark, s.reason, s.since, d.mail
     from mail_suppression s left join mail_delivery d on d.id = s.delivery_id
     order by s.since desc, s.mark limit $1`,
    [limit],
  );
}

/** How many mails are in which state. */
export async function deliveryCounts(unit: Unit): Promise<Record<string, number>> {
  const rows = await unit.manager.query<{ state: string; count: number }[]>(
    'select state, count(*)::int as count from mail_delivery group by state order by state',
  );
  return Object.fromEntries(rows.map(({ state, count }) => [state, count]));
}
