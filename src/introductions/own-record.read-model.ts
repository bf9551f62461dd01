import type { Unit } from '../platform/database/unit-of-work.js';

export interface OwnStatement {
  readonly id: string;
  readonly text: string;
  readonly confirmed: boolean;
  readonly trlFrom: number | null;
  readonly trlTo: number | null;
}

export interface OwnProject {
  readonly id: string;
  readonly acronym: string;
  readonly title: string;
  readonly year: number | null;
}

/** A seat that somebody is asked for. */
export interface AskedSeat {
  readonly opportunityId: string | null;
  readonly title: string;
  readonly clusterId: string;
  /** what it is to cover */
  readonly needs: readonly string[];
  /** who is wanted for each of those: `end-user` */
  readonly roles: readonly string[];
}

/** What a request is written from, as the asker's own scope reads it. */
export class OwnRecordReadModel {
  /** Competences first, the confirmed before the others. */
  async statements(unit: Unit, organisation: string, limit: number): Promise<OwnStatement[]> {
    return unit.manager.query<OwnStatement[]>(
      `select id, left(text, 600) as text, state = 'confirmed' as confirmed, trl_from as "trlFrom", trl_to as "trlTo"
       from evidence where organisation_id = $1 and kind in ('competence', 'profile') and state <> 'rejected'
       order by kind = 'competence' desc, state = 'confirmed' desc, date desc nulls last, id limit $2`,
      [organisation, limit],
    );
  }

  async projects(unit: Unit, organisation: string, limit: number): Promise<OwnProject[]> {
    return unit.manager.query<OwnProject[]>(
      `select p.id, p.acronym, left(p.title, 300) as title, extract(year from p.start_date)::int as year
       from participation x join project p on p.id = x.project_id
       where x.organisation_id = $1
         and not exists (select from disowned_project d where d.project_id = p.id and d.organisation_id = $1)
       order by p.start_date desc nulls last, p.id limit $2`,
      [organisation, limit],
    );
  }

  /** What a seat is to cover, and whose board and call it is; undefined where the asker may not see it. */
  async seat(unit: Unit, seat: string): Promise<AskedSeat | undefined> {
    const [row] = await unit.manager.query<AskedSeat[]>(
      `select c.opportunity_id as "opportunityId", c.title, c.cluster_id as "clusterId",
         coalesce((select array_agg(left(n.text, 600) order by n.position) from consortium_need n
           where n.id = any (s.need_ids)), '{}') as needs,
         coalesce((select array_agg(n.role order by n.position) from consortium_need n
           where n.id = any (s.need_ids)), '{}') as roles
       from consortium_seat s join consortium c on c.id = s.consortium_id where s.id = $1`,
      [seat],
    );
    return row;
  }

  /** Newest project that two organisations shared. */
  async together(unit: Unit, one: string, other: string): Promise<OwnProject | undefined> {
    const [row] = await unit.manager.query<OwnProject[]>(
      `select p.id, p.acronym, left(p.title, 300) as title, extract(year from p.start_date)::int as year
       from participation a join participation b on b.project_id = a.project_id join project p on p.id = a.project_id
       where a.organisation_id = $1 and b.organisation_id = $2 order by p.start_date desc nulls last, p.id limit 1`,
      [one, other],
    );
    return row;
  }
}
