import type { Unit } from '../../platform/database/unit-of-work.js';
import { isLive } from '../live-membership.js';
import type { MergeCandidate } from './propose-merges.js';

/** Most entries of open data that are looked at beside a cluster's members. */
const mostOfOpenData = 2_000;

/**
 * The members of a cluster, and organisations of open data that are called like those of them without a PIC.
 *
 * Needs the scope of the service over that one cluster.
 */
export class MergeCandidatesReadModel {
  async of(unit: Unit, clusterId: string): Promise<MergeCandidate[]> {
    return unit.manager.query<MergeCandidate[]>(
      `with ours as (
         select m.organisation_id as id from membership m where m.cluster_id = $1 and ${isLive('m')}),
       called as (
         select distinct r.folded_name from ours join organisation o on o.id = ours.id and o.pic is null
         join organisation_record r on r.organisation_id = o.id and r.cluster_id = $1),
       public as (
         select distinct r.organisation_id as id from called
         join organisation_record r on r.folded_name = called.folded_name and r.cluster_id is null
         order by 1 limit ${mostOfOpenData}),
       looked as (select id from ours union select id from public)
       select o.id, o.pic, o.vat_number as "vatNumber", o.listed, o.invented,
         to_char(o.created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "registeredAt",
         o.id in (select id from ours) as "isMember",
         exists (select from role_grant g where g.organisation_id = o.id and (g.until is null or g.until > now())) as "hasPeople",
         said.names, said.websites
       from looked join organisation o on o.id = looked.id
       cross join lateral (
         select coalesce(json_agg(json_build_object('legalName', n.name, 'country', r.country, 'city', r.city)
             order by n.place, r.cluster_id nulls last, r.observed_on desc, r.id), '[]') as names,
           coalesce(json_agg(distinct r.url) filter (where r.url is not null), '[]') as websites
         from organisation_record r
         cross join lateral (values (1, r.legal_name), (2, r.short_name)) n (place, name)
         where r.organisation_id = o.id and (r.cluster_id is null or r.cluster_id = $1) and n.name is not null) said
       order by o.id`,
      [clusterId],
    );
  }
}
