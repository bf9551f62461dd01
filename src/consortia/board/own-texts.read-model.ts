import type { Unit } from '../../platform/database/unit-of-work.js';

/** A text of an organisation, or of a project it was in. */
export interface OwnText {
  readonly organisationId: string;
  readonly title: string | null;
  readonly text: string;
  readonly language: 'en' | 'it' | null;
}

/** Enough to say what somebody mostly does, few enough to be read while somebody waits. */
const perKind = 4;
const longest = 800;

/** What organisations say of themselves, and their newest projects, as far as the scope reads them. */
export class OwnTextsReadModel {
  async of(unit: Unit, ids: readonly string[]): Promise<OwnText[]> {
    return unit.manager.query<OwnText[]>(
      `select o.id as "organisationId", t.title, left(t.text, ${longest}) as text, t.language
       from unnest($1::uuid[]) as o (id) cross join lateral (
         (select e.title, e.text, e.language from evidence e where e.organisation_id = o.id and e.state <> 'rejected'
          order by e.kind = 'profile' desc, e.date desc nulls last, e.id limit ${perKind})
         union all
         (select p.title, coalesce(p.objective, ''), 'en' from participation pa join project p on p.id = pa.project_id
          where pa.organisation_id = o.id order by p.start_date desc nulls last, p.id limit ${perKind})) t`,
      [ids],
    );
  }
}
