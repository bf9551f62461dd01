import type { Unit } from '../../platform/database/unit-of-work.js';

/** A funded project of the board's call in which at least three of its partners take part. */
export interface FundedMatch {
  readonly framework: string;
  readonly grantId: string;
  readonly acronym: string;
  readonly title: string;
  readonly topic: string;
  readonly startDate: string | null;
  /** calendar date of the data */
  readonly observedOn: string;
  /** who of the board is in it */
  readonly shared: readonly { readonly pic: string; readonly name: string | null }[];
  readonly partners: number;
}

/** With fewer of them the same call could have been won by others. */
const leastShared = 3;

/** What public project data say of boards: nothing is taken for funded before staff confirmed it (B-35). */
export class OutcomeReadModel {
  /** The best first. @param topic of the call, in any letter case */
  async matches(unit: Unit, topic: string, pics: readonly string[]): Promise<FundedMatch[]> {
    return unit.manager.query<FundedMatch[]>(
      `select p.framework, p.grant_id as "grantId", p.acronym, p.title, p.topic, p.start_date::text as "startDate",
         p.observed_on::text as "observedOn", s.shared,
         (select count(distinct organisation_id)::int from participation where project_id = p.id) as partners
       from project p cross join lateral (
         select json_agg(json_build_object('pic', x.pic, 'name', x.name) order by x.pic) as shared, count(*)::int as n
         from (select distinct on (o.pic) o.pic, r.legal_name as name from participation pa
           join organisation o on o.id = pa.organisation_id
           left join organisation_record r on r.organisation_id = o.id and r.cluster_id is null
           where pa.project_id = p.id and o.pic = any ($2::text[]) order by o.pic, r.observed_on desc) x) s
       where lower(p.topic) = lower($1) and s.n >= ${leastShared}
       order by s.n desc, p.grant_id`,
      [topic, pics],
    );
  }
}
