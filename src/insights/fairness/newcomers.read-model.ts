import type { Unit } from '../../platform/database/unit-of-work.js';

/** So many projects make nobody an old hand; the ranking draws the same line. */
const newcomerProjects = 1;

/** Who of some organisations has been in one funded project at most, as far as public data say. */
export class NewcomersReadModel {
  async of(unit: Unit, organisations: readonly string[]): Promise<Set<string>> {
    const rows = await unit.manager.query<{ id: string }[]>(
      `select m.id from unnest($1::uuid[]) as m (id)
       where (select count(distinct project_id) from participation where organisation_id = m.id) <= $2`,
      [organisations, newcomerProjects],
    );
    return new Set(rows.map(({ id }) => id));
  }
}
