import type { Unit } from '../platform/database/unit-of-work.js';
import type { OrganisationType } from './organisation.js';

/** How much an organisation has done in funded projects. */
export interface PastWork {
  readonly projects: number;
  readonly coordinated: number;
}

/** A project that an organisation took part in. */
export interface PastProject {
  readonly grantId: string;
  readonly acronym: string;
  readonly title: string;
  /** calendar date */
  readonly startDate: string | null;
  readonly led: boolean;
}

/** What was received, or counted, in so many cases; the quartiles are null where there is none. */
export interface Spread {
  readonly n: number;
  readonly lowerQuartile: number | null;
  readonly median: number | null;
  readonly upperQuartile: number | null;
}

/** Whom and what past figures are asked about. */
export interface PastFigures {
  /** type of action: `RIA`, as in `HORIZON-RIA` and `RIA` */
  readonly actionType: string;
  /** null: any */
  readonly type: OrganisationType | null;
  readonly sme: boolean | null;
}

/** A funded project, and who led it. */
export interface FundedProject {
  readonly id: string;
  readonly grantId: string;
  readonly framework: string;
  readonly acronym: string;
  readonly title: string;
  readonly startDate: string | null;
  readonly maxContributionEur: number | null;
  readonly partners: number;
  readonly invented: boolean;
  /** null where not stated, or not in scope */
  readonly coordinator: {
    readonly id: string;
    readonly pic: string | null;
    readonly name: string;
    readonly country: string | null;
  } | null;
}

/** What open data say of past projects: figures with how many cases they rest on, and who led what. */
export class FundedProjectsReadModel {
  async pastWork(unit: Unit, organisationId: string): Promise<PastWork> {
    const [row] = await unit.manager.query<PastWork[]>(
      `select count(distinct project_id)::int as projects,
         count(distinct project_id) filter (where role = 'coordinator')::int as coordinated
       from participation a where organisation_id = $1 and ${owned}`,
      [organisationId],
    );
    return row ?? { projects: 0, coordinated: 0 };
  }

  /** The newest projects of an organisation, at most `limit`. */
  async newest(unit: Unit, organisationId: string, limit: number): Promise<PastProject[]> {
    return unit.manager.query<PastProject[]>(
      `select p.grant_id as "grantId", p.acronym, p.title, p.start_date::text as "startDate",
         bool_or(a.role = 'coordinator') as led
       from participation a join project p on p.id = a.project_id
       where a.organisation_id = $1 and ${owned} group by p.id order by p.start_date desc nulls last, p.id limit $2`,
      [organisationId, limit],
    );
  }

  /** What organisations of that type received in actions of that type, in euro each. */
  async received(unit: Unit, { actionType, type, sme }: PastFigures): Promise<Spread> {
    const [row] = await unit.manager.query<Spread[]>(
      `select ${spreadOf('x.euro')} from (
         select pa.contribution_eur::float8 as euro from participation pa join project p on p.id = pa.project_id
         where p.funding_scheme = any ($1::text[]) and pa.contribution_eur > 0 and exists (
           select 1 from organisation_record r where r.organisation_id = pa.organisation_id
             and r.cluster_id is null and ($2::text is null or r.type = $2) and ($3::boolean is null or r.sme = $3))
       ) as x`,
      [schemes(actionType), type, sme],
    );
    return row ?? nothing;
  }

  /** How many organisations took part in one action of that type. */
  async partners(unit: Unit, actionType: string): Promise<Spread> {
    const [row] = await unit.manager.query<Spread[]>(
      `select ${spreadOf('x.partners')} from (
         select count(distinct pa.organisation_id)::float8 as partners
         from project p join participation pa on pa.project_id = p.id
         where p.funding_scheme = any ($1::text[]) group by p.id
       ) as x`,
      [schemes(actionType)],
    );
    return row ?? nothing;
  }

  /** Those that exist, in the order asked for. */
  async projects(unit: Unit, ids: readonly string[]): Promise<FundedProject[]> {
    const rows = await unit.manager.query<FundedProject[]>(
      `select p.id, p.grant_id as "grantId", p.framework, p.acronym, p.title, p.start_date::text as "startDate",
         p.max_contribution_eur::float8 as "maxContributionEur", p.invented,
         (select count(distinct organisation_id)::int from participation a where a.project_id = p.id) as partners,
         (select json_build_object('id', o.id, 'pic', o.pic, 'name', r.legal_name, 'country', r.country)
           from participation a join organisation o on o.id = a.organisation_id
           join organisation_record r on r.organisation_id = o.id and r.cluster_id is null
           where a.project_id = p.id and a.role = 'coordinator' order by o.id, r.observed_on desc limit 1) as coordinator
       from project p where p.id = any ($1::uuid[]) order by array_position($1::uuid[], p.id)`,
      [ids],
    );
    return rows;
  }
}

/** Not what an organisation said is no project of its own. */
const owned = `not exists (select from disowned_project d
  where d.project_id = a.project_id and d.organisation_id = a.organisation_id)`;

const nothing: Spread = { n: 0, lowerQuartile: null, median: null, upperQuartile: null };

/** Both framework programmes' names of a type of action: `RIA`, `HORIZON-RIA`. */
const schemes = (actionType: string): readonly string[] => [actionType, `HORIZON-${actionType}`];

/** @param column of ours: it becomes part of the statement */
const spreadOf = (column: string): string => `count(*)::int as n,
  percentile_cont(0.25) within group (order by ${column}) as "lowerQuartile",
  percentile_cont(0.5) within group (order by ${column}) as median,
  percentile_cont(0.75) within group (order by ${column}) as "upperQuartile"`;
