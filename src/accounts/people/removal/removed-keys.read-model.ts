import type { Unit } from '../../../platform/database/unit-of-work.js';
import type { OrganisationKeys } from './organisation-marks.read-model.js';

/** By what an organisation that goes is known again, and what it is called. */
export class RemovedKeysReadModel {
  /** @returns undefined where nothing is known of it any more */
  async of(unit: Unit, organisation: string): Promise<{ keys: OrganisationKeys; name: string } | undefined> {
    const [row] = await unit.manager.query<(OrganisationKeys & { name: string })[]>(
      `select o.pic, o.vat_number as "vatNumber", r.folded_name as "foldedName", r.country, r.legal_name as name
       from organisation o join organisation_record r on r.organisation_id = o.id where o.id = $1
       order by r.cluster_id is null, r.observed_on desc, r.id limit 1`,
      [organisation],
    );
    if (!row) return undefined;
    const { name, pic, vatNumber, foldedName, country } = row;
    return { name, keys: { pic, vatNumber, foldedName, country } };
  }
}
