import type { Unit } from '../../../platform/database/unit-of-work.js';
import type { OrganisationKeys } from './organisation-marks.read-model.js';

/** By what an organisation that goes is known again, and what it is called. */
export class RemovedKeysReadModel {
  /**
   * Every name and number it has in any list, also those of entries that staff found to be the same: a list that still
   * calls it so would bring it back.
   *
   * @returns undefined where nothing is known of it any more
   */
  async of(
    unit: Unit,
    organisation: string,
  ): Promise<{ keys: OrganisationKeys[]; name: string } | undefined> {
    const rows = await unit.manager.query<(OrganisationKeys & { name: string | null })[]>(
      `with recursive entry (id) as (
         select $1::uuid union
         select m.other_id from organisation_merge m join entry e on e.id = m.kept_id
         where m.decision = 'same' and m.undone_at is null)
       select o.pic, o.vat_number as "vatNumber", coalesce(r.folded_name, '') as "foldedName", r.country,
         r.legal_name as name
       from entry e join organisation o on o.id = e.id left join organisation_record r on r.organisation_id = o.id
       order by o.id <> $1, r.cluster_id is null, r.observed_on desc, r.id`,
      [organisation],
    );
    const name = rows[0]?.name;
    if (name === undefined || name === null) return undefined;
    return { name, keys: rows.map(({ name: _name, ...keys }) => keys) };
  }
}
