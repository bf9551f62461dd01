import type { Unit } from '../../platform/database/unit-of-work.js';
import type { Tie } from './assembly-problem.js';

/** What past projects say of an organisation's standing. */
export interface Standing {
  readonly projects: number;
  readonly led: number;
}

/** Shared projects that make a tie as strong as it gets. */
const strongest = 3;

/** How candidates are tied by past projects, and who has led any. */
export class TiesReadModel {
  async ties(unit: Unit, ids: readonly string[]): Promise<Tie[]> {
    const rows = await unit.manager.query<{ a: string; b: string; shared: number }[]>(
      `select a.organisation_id as a, b.organisation_id as b, count(distinct a.project_id)::int as shared
       from participation a join participation b on b.project_id = a.project_id and b.organisation_id > a.organisation_id
       where a.organisation_id = any ($1::uuid[]) and b.organisation_id = any ($1::uuid[])
       group by 1, 2 order by 1, 2`,
      [ids],
    );
    return rows.map(({ a, b, shared }) => ({ a, b, strength: Math.min(1, shared / strongest) }));
  }

  /** By id; who has no project is absent. */
  async standings(unit: Unit, ids: readonly string[]): Promise<Map<string, Standing>> {
    const rows = await unit.manager.query<(Standing & { id: string })[]>(
      `select organisation_id as id, count(distinct project_id)::int as projects,
         count(distinct project_id) filter (where role = 'coordinator')::int as led
       from participation where organisation_id = any ($1::uuid[]) group by 1`,
      [ids],
    );
    return new Map(rows.map(({ id, projects, led }) => [id, { projects, led }]));
  }
}
