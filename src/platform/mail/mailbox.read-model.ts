import type { Unit } from '../database/unit-of-work.js';

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
}

/** The newest first; in one state only, or all. */
export async function deliveryLines(
  unit: Unit,
  state: string | null,
  limit: number,
): Promise<DeliveryLine[]> {
  return unit.manager.query<DeliveryLine[]>(
    `select id, mail, state, reason, tries, created_at as "createdAt", ended_at as "endedAt" from mail_delivery
     where $1::text is null or state = $1 order by created_at desc, id desc limit $2`,
    [state, limit],
  );
}

/** How many mails are in which state. */
export async function deliveryCounts(unit: Unit): Promise<Record<string, number>> {
  const rows = await unit.manager.query<{ state: string; count: number }[]>(
    'select state, count(*)::int as count from mail_delivery group by state order by state',
  );
  return Object.fromEntries(rows.map(({ state, count }) => [state, count]));
}
