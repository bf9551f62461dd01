import type { Unit } from '../../platform/database/unit-of-work.js';
import { newToken, tokenHash } from '../../platform/ids/secret-token.js';
import { newId } from '../../platform/ids/uuid.js';
import { forgetPerson, putMail, putMails } from '../../platform/mail/index.js';
import { addressMark, asksNotToBeHere } from './address-mark.read-model.js';
import { invitationMail, invitationReminderMail } from './invitation-mail.js';

export interface NewInvitation {
  readonly cluster: string;
  readonly organisation: string;
  readonly name: string;
  readonly email: string;
  readonly role: 'committer' | 'editor';
  readonly language: 'en' | 'it';
  /** `officer`, `colleague`, `self` */
  readonly source: string;
}

/** An invitation as whoever holds its link finds it. */
export interface OpenInvitation {
  readonly id: string;
  readonly cluster: string;
  readonly clusterName: string;
  readonly organisation: string;
  readonly contact: string;
  readonly name: string;
  readonly email: string;
  readonly role: 'committer' | 'editor';
  readonly language: 'en' | 'it';
  readonly source: string;
  readonly confirmed: boolean;
  readonly ended: boolean;
}

export interface InvitationLine {
  readonly id: string;
  readonly organisation: string;
  /** as whoever asks may call it */
  readonly organisationName: string;
  readonly name: string;
  readonly email: string;
  readonly role: string;
  readonly mail: string;
  readonly createdAt: Date;
  readonly endsAt: Date;
  readonly confirmedAt: Date | null;
}

/** What of a round has not gone yet. */
export interface PlannedInvitations {
  readonly people: number;
  /** when the next ones go, how many, and when the last; null: nobody waits */
  readonly next: { readonly at: Date; readonly people: number; readonly lastAt: Date } | null;
}

const days = 30;
const daysToReminder = 10;

/** Of an invitation `i` whose mail waits for its wave: the link counts from the day it goes. */
export const isPlanned = `i.mail = 'due' and i.ends_at > now() + interval '${days} days'`;

const opened = `select i.id, i.cluster_id as cluster, case i.language when 'it' then k.name_it else k.name_en end as "clusterName",
    i.organisation_id as organisation, i.contact_id as contact, c.name, c.email, i.role, i.language, c.source,
    i.confirmed_at is not null as confirmed, i.ends_at <= now() as ended
  from invitation i join contact c on c.id = i.contact_id join cluster k on k.id = i.cluster_id`;

/** People whom clusters know, their invitations, and those who asked to be left out. */
export class InvitationStore {
  /**
   * @param sendAt when the mail goes; null: at once
   * @returns the invitation's id; a person already known there keeps the name given now
   */
  async add(
    unit: Unit,
    { cluster, organisation, name, email, role, language, source }: NewInvitation,
    sendAt: Date | null = null,
  ): Promise<string> {
    const [known] = await unit.manager.query<{ id: string }[]>(
      `insert into contact (id, cluster_id, organisation_id, name, email, source) values ($1, $2, $3, $4, $5, $6)
       on conflict (cluster_id, organisation_id, email) do update set name = excluded.name returning id`,
      [newId(), cluster, organisation, name, email, source],
    );
    const contact = known?.id ?? '';
    const id = newId();
    await unit.manager.query(
      `insert into invitation (id, cluster_id, organisation_id, contact_id, role, language, ends_at)
       values ($1, $2, $3, $4, $5, $6, coalesce($7, now()) + interval '${days} days')`,
      [id, cluster, organisation, contact, role, language, sendAt],
    );
    await putMail(unit, invitationMail, {
      to: { contact },
      language,
      content: { invitation: id },
      cause: id,
      clusters: [cluster],
      organisation,
      ...(sendAt ? { availableAt: sendAt } : {}),
    });
    return id;
  }

  /**
   * Whether somebody has been known there for longer than a month without being told: they may not be used any more.
   */
  async isLocked(unit: Unit, { cluster, organisation, email }: NewInvitation): Promise<boolean> {
    const [row] = await unit.manager.query<{ found: boolean }[]>(
      `select exists (select from contact where cluster_id = $1 and organisation_id = $2 and email = $3
         and noticed_at is null and created_at < now() - interval '31 days') as found`,
      [cluster, organisation, email],
    );
    return row?.found ?? false;
  }

  async isMember(unit: Unit, cluster: string, organisation: string): Promise<boolean> {
    const [row] = await unit.manager.query<{ found: boolean }[]>(
      `select exists (select from membership where cluster_id = $1 and organisation_id = $2
         and (until is null or until > now())) as found`,
      [cluster, organisation],
    );
    return row?.found ?? false;
  }

  /** A cluster of the organisation, on whose behalf its people invite colleagues. */
  async clusterOf(unit: Unit, organisation: string): Promise<string | null> {
    const [row] = await unit.manager.query<{ cluster: string }[]>(
      `select cluster_id as cluster from membership where organisation_id = $1 and (until is null or until > now())
       order by since nulls last, cluster_id limit 1`,
      [organisation],
    );
    return row?.cluster ?? null;
  }

  /**
   * Takes an invitation to be mailed, with a new token: nobody but the reader of the mail ever has it.
   *
   * @returns undefined where it was sent or confirmed already, or has ended
   */
  async takeForMail(
    unit: Unit,
    id: string,
  ): Promise<{ invitation: OpenInvitation; token: string } | undefined> {
    const token = newToken();
    const [, taken] = await unit.manager.query<[unknown[], number]>(
      `update invitation set mail = 'sending', mail_tries = mail_tries + 1, token_hash = $2
       where id = $1 and mail in ('due', 'sending') and confirmed_at is null and ends_at > now()`,
      [id, tokenHash(token)],
    );
    if (taken === 0) return undefined;
    const [invitation] = await unit.manager.query<OpenInvitation[]>(`${opened} where i.id = $1`, [id]);
    return invitation && { invitation, token };
  }

  /**
   * Puts a reminder of each invitation whose mail went ten days ago and that nobody answered; once each. Whoever is
   * removed takes their invitations along.
   *
   * @returns how many
   */
  async remind(unit: Unit): Promise<number> {
    const rows = await unit.manager.query<
      [
        { id: string; contact: string; language: 'en' | 'it'; cluster: string; organisation: string }[],
        number,
      ]
    >(
      `update invitation i set reminded_at = now()
       where mail = 'sent' and confirmed_at is null and reminded_at is null and ends_at > now()
         and ends_at <= now() + interval '${days - daysToReminder} days'
         and not exists (select from invitation later where later.contact_id = i.contact_id and later.created_at > i.created_at)
       returning id, contact_id as contact, language, cluster_id as cluster, organisation_id as organisation`,
    );
    return putMails(
      unit,
      invitationReminderMail,
      rows[0].map(({ id, contact, language, cluster, organisation }) => ({
        to: { contact },
        language,
        content: { invitation: id },
        cause: id,
        clusters: [cluster],
        organisation,
      })),
    );
  }

  /** Whether anybody is to be reminded. */
  async anyToRemind(unit: Unit): Promise<boolean> {
    const [row] = await unit.manager.query<{ found: boolean }[]>(
      `select exists (select from invitation where mail = 'sent' and confirmed_at is null and reminded_at is null
         and ends_at > now() and ends_at <= now() + interval '${days - daysToReminder} days') as found`,
    );
    return row?.found ?? false;
  }

  /** Takes an invitation to be reminded of, with a token of its own. @returns undefined where it was answered, or has ended */
  async takeForReminder(
    unit: Unit,
    id: string,
  ): Promise<{ invitation: OpenInvitation; token: string } | undefined> {
    const token = newToken();
    const [, taken] = await unit.manager.query<[unknown[], number]>(
      `update invitation set reminder_hash = $2 where id = $1 and confirmed_at is null and ends_at > now()`,
      [id, tokenHash(token)],
    );
    if (taken === 0) return undefined;
    const [invitation] = await unit.manager.query<OpenInvitation[]>(`${opened} where i.id = $1`, [id]);
    return invitation && { invitation, token };
  }

  /** What became of the mail; handed over, the notice about the person's data is too. One that waits for an officer had none. */
  async mailed(unit: Unit, id: string, state: 'sent' | 'failed' | 'unknown'): Promise<void> {
    await unit.manager.query(`update invitation set mail = $2 where id = $1 and mail <> 'waiting'`, [
      id,
      state,
    ]);
    if (state !== 'sent') return;
    await unit.manager.query(
      `update contact set noticed_at = coalesce(noticed_at, now())
       where id = (select contact_id from invitation where id = $1)`,
      [id],
    );
  }

  async byToken(unit: Unit, token: string): Promise<OpenInvitation | undefined> {
    const [found] = await unit.manager.query<OpenInvitation[]>(
      `${opened} where i.token_hash = $1 or i.reminder_hash = $1`,
      [tokenHash(token)],
    );
    return found;
  }

  /** @returns false where somebody else confirmed it meanwhile, or it has ended */
  async confirm(unit: Unit, id: string): Promise<boolean> {
    const [, confirmed] = await unit.manager.query<[unknown[], number]>(
      'update invitation set confirmed_at = now() where id = $1 and confirmed_at is null and ends_at > now()',
      [id],
    );
    return confirmed === 1;
  }

  /** Whether the scope sees it. */
  async isOwn(unit: Unit, id: string): Promise<boolean> {
    const [row] = await unit.manager.query<{ found: boolean }[]>(
      'select exists (select from invitation where id = $1 and cluster_id = any ($2)) as found',
      [id, unit.scope.clusters],
    );
    return row?.found ?? false;
  }

  async list(unit: Unit): Promise<InvitationLine[]> {
    return unit.manager.query<InvitationLine[]>(
      `select i.id, i.organisation_id as organisation, c.name, c.email, i.role, i.mail, i.created_at as "createdAt",
         coalesce((select r.legal_name from organisation_record r where r.organisation_id = i.organisation_id
           order by array_position(array['self', 'members'], r.source) nulls last, r.observed_on desc, r.id limit 1), '')
           as "organisationName",
         i.ends_at as "endsAt", i.confirmed_at as "confirmedAt"
       from invitation i join contact c on c.id = i.contact_id where not (${isPlanned})
       order by i.mail <> 'waiting', i.created_at desc, i.id limit 500`,
    );
  }

  /** What of a round waits for its day. */
  async planned(unit: Unit): Promise<PlannedInvitations> {
    const [row] = await unit.manager.query<
      { people: number; at: Date | null; lastAt: Date | null; next: number }[]
    >(
      `with planned as (select i.ends_at - interval '${days} days' as at from invitation i where ${isPlanned})
       select count(*)::int as people, min(at) as at, max(at) as "lastAt",
         (count(*) filter (where at = (select min(at) from planned)))::int as next from planned`,
    );
    if (!row?.at || !row.lastAt) return { people: 0, next: null };
    return { people: row.people, next: { at: row.at, people: row.next, lastAt: row.lastAt } };
  }

  async consent(unit: Unit, user: string, purpose: string, textVersion: string): Promise<void> {
    await unit.manager.query(
      `insert into consent (id, user_id, purpose, text_version, channel) values ($1, $2, $3, $4, 'invitation')`,
      [newId(), user, purpose, textVersion],
    );
  }

  /** Takes a person out everywhere, and leaves a mark that keeps them out. */
  async erase(unit: Unit, email: string): Promise<void> {
    const mark = await addressMark(unit, email);
    await forgetPerson(unit, { recipients: await this.#recipients(unit, email), address: email });
    await unit.manager.query('insert into erasure (mark) values ($1) on conflict (mark) do nothing', [mark]);
    for (const table of ['contact', 'user_account'])
      await unit.manager.query(`delete from ${table} where email = $1`, [email]);
  }

  async isErased(unit: Unit, email: string): Promise<boolean> {
    return asksNotToBeHere(unit, email);
  }

  /** Everything that is held about a person, table by table. */
  async dataOf(
    unit: Unit,
    user: string,
    email: string,
  ): Promise<Readonly<Record<string, readonly object[]>>> {
    const rows = async (sql: string, value: string): Promise<object[]> => unit.manager.query(sql, [value]);
    return {
      account: await rows(
        'select id, email, name, language, created_at from user_account where id = $1',
        user,
      ),
      roles: await rows(
        'select role, cluster_id, organisation_id, since, until from role_grant where user_id = $1',
        user,
      ),
      sessions: await rows(
        'select device, factors, created_at, seen_at from user_session where user_id = $1',
        user,
      ),
      consents: await rows(
        'select purpose, text_version, channel, given_at, withdrawn_at from consent where user_id = $1',
        user,
      ),
      contacts: await rows(
        `select c.name, c.email, c.source, c.created_at, c.noticed_at, k.slug as cluster, c.organisation_id
         from contact c join cluster k on k.id = c.cluster_id where c.email = $1`,
        email,
      ),
      invitations: await rows(
        `select i.role, i.language, i.mail, i.created_at, i.ends_at, i.confirmed_at
         from invitation i join contact c on c.id = i.contact_id where c.email = $1`,
        email,
      ),
      mails: await unit.manager.query(
        `select mail, state, created_at, ended_at from mail_delivery where recipient = any ($1) order by created_at`,
        [await this.#recipients(unit, email)],
      ),
      audit: await rows(`select at, action, subject from audit_entry where actor = $1 order by at`, user),
    };
  }

  /** As what mails know somebody. */
  async #recipients(unit: Unit, email: string): Promise<string[]> {
    const rows = await unit.manager.query<{ recipient: string }[]>(
      `select 'user:' || id as recipient from user_account where email = $1
       union all select 'contact:' || id from contact where email = $1`,
      [email],
    );
    return rows.map(({ recipient }) => recipient);
  }
}
