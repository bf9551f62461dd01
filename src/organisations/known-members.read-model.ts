import type { Unit } from '../platform/database/unit-of-work.js';
import type { OrganisationId } from './organisation.js';
import type { Membership, StatedEvidence, StatedRecord } from './organisation.store.js';
import { evidenceColumns, membershipColumns, recordColumns } from './stated-columns.js';

/** By what an organisation may be known: whoever fits one of them, and every member of the cluster. */
export interface KnownMembersQuestion {
  readonly clusterId: string;
  /** the source whose statements are asked for: `members` */
  readonly source: string;
  readonly pics: readonly string[];
  /** with or without country prefix */
  readonly vatNumbers: readonly string[];
  /** legal names by `foldLegalName` */
  readonly foldedNames: readonly string[];
}

/** An organisation with all that tells whether somebody means it, and what one source of one cluster says of it. */
export interface KnownMember {
  readonly id: OrganisationId;
  readonly pic: string | null;
  readonly vatNumber: string | null;
  /** present in open data */
  readonly listed: boolean;
  /** its names in open data and in this cluster; none where only other clusters know it */
  readonly names: readonly {
    readonly legalName: string;
    readonly country: string | null;
    readonly city: string | null;
  }[];
  readonly membership: Membership | null;
  readonly record: StatedRecord | null;
  readonly evidence: readonly StatedEvidence[];
}

/**
 * Who a list of members may mean: the members of a cluster, and others by PIC, VAT number or folded name.
 *
 * Needs the scope of the service over that one cluster: the registry is then whole, and names are those of open data
 * and of the cluster.
 */
export class KnownMembersReadModel {
  async find(unit: Unit, question: KnownMembersQuestion): Promise<KnownMember[]> {
    return unit.manager.query<KnownMember[]>(
      `with asked as (
         select organisation_id as id from membership where cluster_id = $1
         union select id from organisation where pic = any ($3::text[])
         union select id from organisation
           where vat_number = any ($4::text[]) or substr(vat_number, 3) = any ($4::text[])
         union select organisation_id from organisation_record
           where folded_name = any ($5::text[]) and (cluster_id is null or cluster_id = $1))
       select o.id, o.pic, o.vat_number as "vatNumber", o.listed,
         coalesce((select json_agg(json_build_object('legalName', r.legal_name, 'country', r.country, 'city', r.city)
             order by r.id)
           from organisation_record r
           where r.organisation_id = o.id and (r.cluster_id is null or r.cluster_id = $1)), '[]') as names,
         (select ${jsonOf('m', membershipColumns)} from membership m
           where m.organisation_id = o.id and m.cluster_id = $1) as membership,
         (select ${jsonOf('r', recordColumns)} from organisation_record r
           where r.organisation_id = o.id and r.cluster_id = $1 and r.source = $2) as record,
         coalesce((select json_agg(${jsonOf('e', evidenceColumns)} order by e.id) from evidence e
           where e.organisation_id = o.id and e.cluster_id = $1 and e.source = $2), '[]') as evidence
       from organisation o where o.id in (select id from asked) order by o.id`,
      [question.clusterId, question.source, question.pics, question.vatNumbers, question.foldedNames],
    );
  }
}

function jsonOf(alias: string, fields: Readonly<Record<string, string>>): string {
  return `json_build_object(${Object.entries(fields)
    .map(([field, column]) => `'${field}', ${alias}.${column}`)
    .join(', ')})`;
}
