import type { Unit } from '../../../platform/database/unit-of-work.js';
import { withdrawMails } from '../../../platform/mail/index.js';
import { invitationMail } from '../invitation-mail.js';
import { isPlanned } from '../invitation.store.js';

/** A member of a cluster, as a list may name it. */
export interface NamedMember {
  readonly cluster: string;
  readonly organisation: string;
  /** a name in lower case, or the PIC */
  readonly name: string;
}

/** A person whom a cluster knows at a member. */
export interface KnownPerson {
  readonly organisation: string;
  readonly email: string;
  /** an invitation is on its way, open, or was accepted */
  readonly invited: boolean;
  /** known for longer than a month without being told: not to be used any more */
  readonly locked: boolean;
}

/** Invitations that go in waves. The caller's scope says whose; the service's own passes the clusters. */
export class InvitationRoundStore {
  /** Two officers who send the same list invite nobody twice: the second waits, and sees what the first did. */
  async oneAtATime(unit: Unit, clusters: readonly string[]): Promise<void> {
    await unit.manager.query(
      `select pg_advisory_xact_lock(hashtextextended('invitation-round ' || cluster, 0))
       from unnest($1::text[]) as cluster order by cluster`,
      [clusters],
    );
  }

  /** Every name that members of the clusters go by. */
  async members(unit: Unit, clusters: readonly string[]): Promise<NamedMember[]> {
    return unit.manager.query<NamedMember[]>(
      `with member as (select cluster_id as cluster, organisation_id as organisation from membership
         where cluster_id = any ($1) and (until is null or until > now()))
       select distinct m.cluster, m.organisation, lower(r.legal_name) as name
       from member m join organisation_record r on r.organisation_id = m.organisation
       union select m.cluster, m.organisation, o.pic from member m join organisation o on o.id = m.organisation
       where o.pic is not null`,
      [clusters],
    );
  }

  async known(unit: Unit, clusters: readonly string[]): Promise<KnownPerson[]> {
    return unit.manager.query<KnownPerson[]>(
      `select c.organisation_id as organisation, c.email,
         bool_or(i.confirmed_at is not null or (i.ends_at > now() and i.mail <> 'failed')) is true as invited,
         bool_or(c.noticed_at is null and c.created_at < now() - interval '31 days') as locked
       from contact c left join invitation i on i.contact_id = c.id
       where c.cluster_id = any ($1) group by c.organisation_id, c.email`,
      [clusters],
    );
  }

  /**
   * Takes back what has not gone: mails, invitations, and the people whom nothing else is known of.
   *
   * @returns how many, by cluster
   */
  async stop(unit: Unit, clusters: readonly string[]): Promise<Map<string, number>> {
    const [rows] = await unit.manager.query<[{ id: string; contact: string; cluster: string }[], number]>(
      `delete from invitation i where i.cluster_id = any ($1) and ${isPlanned}
       returning i.id, i.contact_id as contact, i.cluster_id as cluster`,
      [clusters],
    );
    const ids = rows.map(({ id }) => id);
    await withdrawMails(unit, invitationMail, ids);
    await unit.manager.query(
      `delete from contact c where id = any ($1) and source = 'officer' and noticed_at is null
         and not exists (select from invitation i where i.contact_id = c.id)`,
      [rows.map(({ contact }) => contact)],
    );
    const stopped = new Map<string, number>();
    for (const { cluster } of rows) stopped.set(cluster, (stopped.get(cluster) ?? 0) + 1);
    return stopped;
  }
}
