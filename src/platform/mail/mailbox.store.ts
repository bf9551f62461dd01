import type { Unit } from '../database/unit-of-work.js';
import type { Mail } from './mailer.js';

/** Messages kept; the oldest go first. */
const mostKept = 5_000;

export async function keepMessage(unit: Unit, mail: Mail, raw: string, at: Date): Promise<void> {
  await unit.manager.query(
    `insert into mailbox_message (id, at, to_name, to_address, subject, text, html, language, raw)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict (id) do nothing`,
    [mail.id, at, mail.to.name, mail.to.address, mail.subject, mail.text, mail.html, mail.language, raw],
  );
}

/** Forgets what is beyond the number kept. */
export async function trimMailbox(unit: Unit): Promise<void> {
  await unit.manager.query(
    `delete from mailbox_message where id in
       (select id from mailbox_message order by at desc, id offset ${mostKept})`,
  );
}

export async function keptMessage(unit: Unit, id: string): Promise<boolean> {
  const [row] = await unit.manager.query<{ found: boolean }[]>(
    'select exists (select from mailbox_message where id = $1) as found',
    [id],
  );
  return row?.found ?? false;
}
