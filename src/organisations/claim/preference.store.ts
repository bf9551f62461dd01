import type { Unit } from '../../platform/database/unit-of-work.js';
import type { ProjectRole } from '../evidence.js';

/** What organisations would do in a project. */
export class PreferenceStore {
  async roles(unit: Unit, organisation: string): Promise<ProjectRole[]> {
    const [row] = await unit.manager.query<{ roles: ProjectRole[] }[]>(
      'select roles from organisation_preference where organisation_id = $1',
      [organisation],
    );
    return row?.roles ?? [];
  }

  async saveRoles(unit: Unit, organisation: string, roles: readonly ProjectRole[]): Promise<void> {
    await unit.manager.query(
      `insert into organisation_preference (organisation_id, roles) values ($1, $2)
       on conflict (organisation_id) do update set roles = excluded.roles, changed_at = now()`,
      [organisation, [...new Set(roles)]],
    );
  }
}
