import type { Unit } from '../platform/database/unit-of-work.js';
import { isLive } from './live-membership.js';
import type { OrganisationId, OrganisationType } from './organisation.js';
import { realAmongMembers } from './real-organisations.js';

/** One member of a cluster as a table of all of them shows it. */
export interface MemberOutline {
  readonly id: OrganisationId;
  readonly name: string;
  readonly pic: string | null;
  readonly invented: boolean;
  readonly type: OrganisationType | null;
  readonly sme: boolean | null;
  readonly country: string | null;
  readonly city: string | null;
  /** NUTS code */
  readonly nuts: string | null;
  /** a free label: founder, adherent */
  readonly category: string | null;
  readonly since: string | null;
  readonly until: string | null;
  /** the membership counts today */
  readonly live: boolean;
  /** calendar date of the newest thing that was said of it in the cluster's own words; null: nothing is dated */
  readonly saidOn: string | null;
  /** texts of its own: profile and competences */
  readonly texts: number;
  /** of those, how many it confirmed itself */
  readonly confirmed: number;
}

/** The members of one cluster, whole and in short. */
export class MemberOutlines {
  /**
   * In order of name. Past members too: `live` tells. Invented ones are left out as soon as there is a real one.
   *
   * @param clusterId in the reach of the scope
   */
  async ofCluster(unit: Unit, clusterId: string): Promise<MemberOutline[]> {
    return unit.manager.query<MemberOutline[]>(
      `select o.id, r.name, o.pic, o.invented, r.type, r.sme, r.country, r.city, r.nuts, m.category,
         m.since::text as since, m.until::text as until, ${isLive('m')} as live,
         greatest(r.said, e.said)::text as "saidOn", coalesce(e.texts, 0)::int as texts,
         coalesce(e.confirmed, 0)::int as confirmed
       from membership m
       join organisation o on o.id = m.organisation_id
       join lateral (
         select (array_agg(legal_name order by rank))[1] as name,
           (array_agg(type order by rank) filter (where type is not null))[1] as type,
           (array_agg(sme order by rank) filter (where sme is not null))[1] as sme,
           (array_agg(country order by rank) filter (where country is not null))[1] as country,
           (array_agg(city order by rank) filter (where city is not null))[1] as city,
           (array_agg(nuts order by rank) filter (where nuts is not null))[1] as nuts,
           max(observed_on) filter (where own) as said
         from (select *, cluster_id = m.cluster_id as own,
                 row_number() over (order by cluster_id = m.cluster_id desc nulls last, source = 'demo',
                   observed_on desc, id) as rank
               from organisation_record
               where organisation_id = o.id and (cluster_id is null or cluster_id = m.cluster_id)) as ranked
       ) as r on r.name is not null
       left join lateral (
         select max(date) as said, count(*) as texts, count(*) filter (where state = 'confirmed') as confirmed
         from evidence where organisation_id = o.id and cluster_id = m.cluster_id
       ) as e on true
       where m.cluster_id = $1 and not (o.invented and (select ${realAmongMembers('$1::uuid')}))
       order by lower(r.name) collate "C", o.id`,
      [clusterId],
    );
  }
}
