import type { Unit } from '../database/unit-of-work.js';
import { AppError } from '../errors/app-error.js';
import { newId } from '../ids/uuid.js';
import { enqueueIntention } from '../queue/index.js';
import type { MailClass, MailDefinition } from './define-mail.js';
import type { Recipient } from './mail-directory.js';
import { sendMailJob } from './send-mail.job.js';

/** A mail that is decided on. */
export interface NewMail<C extends object> {
  readonly to: Recipient;
  /** the recipient's own when left out */
  readonly language?: 'en' | 'it';
  /** what the letter is written from, as JSON: facts and ids. Kept until the mail has ended, read by the service alone */
  readonly content: C;
  /** what it is about: the same mail to the same recipient for the same cause is put once */
  readonly cause: string;
  /** on whose behalf; the first lends its name and colours. None: the service's own */
  readonly clusters?: readonly string[];
  /** the member it is about */
  readonly organisation?: string | null;
  /** not before this moment; at once when left out */
  readonly availableAt?: Date;
}

const rankOf: Readonly<Record<MailClass, number>> = { account: 0, service: 1, subscribed: 2 };

/**
 * Puts a mail, in the caller's transaction: it is sent if and only if that commits, once.
 *
 * @throws {AppError} `mail.not-yours`: an address of nobody we know is the service's own to write to
 */
export async function putMail<C extends object>(
  unit: Unit,
  mail: MailDefinition<C>,
  request: NewMail<C>,
): Promise<void> {
  await putMails(unit, mail, [request]);
}

/**
 * Puts many of one kind; those that were put before are passed over.
 *
 * @param wake false: whoever puts them wakes the sender afterwards, once for all, by {@link wakeSender}
 * @returns how many are new
 */
export async function putMails<C extends object>(
  unit: Unit,
  mail: MailDefinition<C>,
  requests: readonly NewMail<C>[],
  { wake = true }: { readonly wake?: boolean } = {},
): Promise<number> {
  if (requests.length === 0) return 0;
  const rows = requests.map((request) => toRow(unit, request));
  const [counted] = await unit.manager.query<{ count: number }[]>(
    `with wanted as (select * from json_to_recordset($1::json) as r (id uuid, recipient text, cause text,
         clusters uuid[], organisation uuid, language text, content jsonb, at timestamptz)),
       put as (insert into mail_delivery (id, mail, recipient, cause, clusters, organisation_id, language, content,
           rank, holdable, counted, available_at, stale_at)
         select id, $2, recipient, cause, clusters, organisation, language, content, $3, $4, $5,
           coalesce(at, now()), coalesce(at, now()) + $6 * interval '1 hour' from wanted
         on conflict do nothing returning 1)
     select count(*)::int as count from put`,
    [
      JSON.stringify(rows),
      mail.name,
      rankOf[mail.class],
      mail.class !== 'account',
      mail.class === 'subscribed',
      mail.staleAfterHours,
    ],
  );
  await putAddresses(unit, rows);
  if (wake) await wakeSender(unit, rows[0]?.clusters[0] ?? null);
  return counted?.count ?? 0;
}

/** Takes back what has not begun to go, by what it is about. */
export async function withdrawMails(
  unit: Unit,
  mail: MailDefinition<object>,
  causes: readonly string[],
): Promise<void> {
  await unit.manager.query(
    `update mail_delivery set state = 'failed', reason = 'withdrawn', content = null, ended_at = now(), fence = fence + 1
     where mail = $1 and cause = any ($2) and state = 'due'`,
    [mail.name, causes],
  );
}

/** Has what is due sent when the caller's transaction has committed, rather than within the next minute. */
export async function wakeSender(unit: Unit, clusterId: string | null = null): Promise<void> {
  await enqueueIntention(unit, sendMailJob, { wake: 'put' }, { clusterId });
}

interface Row {
  readonly id: string;
  readonly recipient: string;
  readonly cause: string;
  readonly language: string | null;
  readonly content: object;
  readonly organisation: string | null;
  readonly at: string | null;
  readonly clusters: readonly string[];
  readonly address: { readonly name: string; readonly address: string } | null;
}

function toRow(unit: Unit, request: NewMail<object>): Row {
  const { to, language = null, content, cause, clusters = [], organisation = null, availableAt } = request;
  const at = availableAt?.toISOString() ?? null;
  const direct = 'address' in to ? { name: to.name, address: to.address } : null;
  if (direct && unit.scope.role !== 'system') {
    throw new AppError('mail.not-yours', 'internal', 'only the service itself writes to a bare address');
  }
  const recipient = 'user' in to ? `user:${to.user}` : 'contact' in to ? `contact:${to.contact}` : 'address';
  return { id: newId(), recipient, cause, clusters, organisation, language, content, at, address: direct };
}

/** Only with a delivery of their own: one that was put before has its address already. */
async function putAddresses(unit: Unit, rows: readonly Row[]): Promise<void> {
  const direct = rows.flatMap(({ id, address }) => (address ? [{ id, ...address }] : []));
  if (direct.length === 0) return;
  await unit.manager.query(
    `insert into mail_address (delivery_id, name, address)
     select r.id, r.name, r.address from json_to_recordset($1::json) as r (id uuid, name text, address text)
     where exists (select from mail_delivery d where d.id = r.id)`,
    [JSON.stringify(direct)],
  );
}
