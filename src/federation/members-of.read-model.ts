import type { Unit } from '../platform/database/unit-of-work.js';

const live = '(m.until is null or m.until >= current_date)';

/** Who is in which cluster today. */
export class MembersOf {
  async of(unit: Unit, clusters: readonly string[]): Promise<string[]> {
    const rows = await unit.manager.query<{ id: string }[]>(
      `select distinct m.organisation_id as id from membership m where m.cluster_id = any ($1::uuid[]) and ${live}`,
      [clusters],
    );
    return rows.map(({ id }) => id);
  }

  /** Clusters in which at least one of them is. */
  async clustersOfAny(unit: Unit, organisations: readonly string[]): Promise<string[]> {
    const rows = await unit.manager.query<{ id: string }[]>(
      `select distinct m.cluster_id as id from membership m
       where m.organisation_id = any ($1::uuid[]) and ${live} order by 1`,
      [organisations],
    );
    return rows.map(({ id }) => id);
  }

  async clustersOf(unit: Unit, organisation: string): Promise<string[]> {
    const rows = await unit.manager.query<{ id: string }[]>(
      `select m.cluster_id as id from membership m where m.organisation_id = $1 and ${live} order by 1`,
      [organisation],
    );
    return rows.map(({ id }) => id);
  }
}
