import type { Unit } from '../platform/database/unit-of-work.js';

/** What organisations would do in a project, in their own word. */
export class PreferredRoles {
  /** By organisation; those that said nothing are not there. */
  async of(unit: Unit, organisations: readonly string[]): Promise<Map<string, string[]>> {
    const rows = await unit.manager.query<{ id: string; roles: string[] }[]>(
      'select organisation_id as id, roles from organisation_preference where organisation_id = any ($1::uuid[])',
      [organisations],
    );
    return new Map(rows.map(({ id, roles }) => [id, roles]));
  }
}
