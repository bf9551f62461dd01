import type { Unit } from '../platform/database/unit-of-work.js';

/** So many projects make nobody an old hand; the ranking draws the same line. */
const newcomerProjects = 1;

/** What some organisations are to a consortium, as far as the scope may read. */
export class PartnerTraitsReadModel {
  /** Who has been in one funded project at most, as far as public data say. */
  async newcomers(unit: Unit, organisations: readonly string[]): Promise<Set<string>> {
    const rows = await unit.manager.query<{ id: string }[]>(
      `select m.id from unnest($1::uuid[]) as m (id)
       where (select count(distinct project_id) from participation where organisation_id = m.id) <= $2`,
      [organisations, newcomerProjects],
    );
    return new Set(rows.map(({ id }) => id));
  }

  /** Who would be an end user in a project, or has a site where things are used. */
  async endUsers(unit: Unit, organisations: readonly string[]): Promise<Set<string>> {
    const rows = await unit.manager.query<{ id: string }[]>(
      `select organisation_id as id from organisation_preference
       where organisation_id = any ($1::uuid[]) and 'end-user' = any (roles)
       union
       select organisation_id from evidence
       where organisation_id = any ($1::uuid[]) and competence_kind = 'end-user-site' and state <> 'rejected'`,
      [organisations],
    );
    return new Set(rows.map(({ id }) => id));
  }
}
