import type { Unit } from '../../platform/database/unit-of-work.js';
import { isPlanned } from './invitation.store.js';

/** Whom a cluster can reach at one of its members, and how far the invitation has come. */
export interface MemberContacts {
  readonly organisationId: string;
  /** people known there */
  readonly contacts: number;
  /** ISO instants; null where nobody was invited, or nobody confirmed */
  readonly invitedAt: string | null;
  readonly confirmedAt: string | null;
}

export interface ContactCard {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  /** where the address came from */
  readonly source: string;
  readonly invitedAt: string | null;
  readonly confirmedAt: string | null;
}

const instant = (value: string): string =>
  `to_char(${value} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** People at the members of a cluster, as its staff may know them. */
export class MemberContactsReadModel {
  /** By id of the organisation; where nobody is known there is no entry. */
  async ofCluster(unit: Unit, clusterId: string): Promise<Map<string, MemberContacts>> {
    const rows = await unit.manager.query<MemberContacts[]>(
      `select c.organisation_id as "organisationId", count(distinct c.id)::int as contacts,
         ${instant('max(i.created_at)')} as "invitedAt", ${instant('max(i.confirmed_at)')} as "confirmedAt"
       from contact c left join invitation i on i.contact_id = c.id and not (${isPlanned})
       where c.cluster_id = $1 group by c.organisation_id`,
      [clusterId],
    );
    return new Map(rows.map((row) => [row.organisationId, row]));
  }

  /** In order of name. */
  async ofMember(unit: Unit, clusterId: string, organisationId: string): Promise<ContactCard[]> {
    return unit.manager.query<ContactCard[]>(
      `select c.id, c.name, c.email, c.source, ${instant('max(i.created_at)')} as "invitedAt",
         ${instant('max(i.confirmed_at)')} as "confirmedAt"
       from contact c left join invitation i on i.contact_id = c.id and not (${isPlanned})
       where c.cluster_id = $1 and c.organisation_id = $2 group by c.id order by lower(c.name), c.id`,
      [clusterId, organisationId],
    );
  }
}
