import type { Unit } from '../../platform/database/unit-of-work.js';
import type { OrganisationId } from '../organisation.js';

/** What a cluster found to be one organisation: the next member file is read by it. */
export class MergedEntriesReadModel {
  /** The entry that went → the one it went into, followed to the last. */
  async of(unit: Unit, clusterId: string): Promise<Map<OrganisationId, OrganisationId>> {
    const rows = await unit.manager.query<{ other: OrganisationId; kept: OrganisationId }[]>(
      `select other_id as other, kept_id as kept from organisation_merge
       where cluster_id = $1 and decision = 'same' and undone_at is null`,
      [clusterId],
    );
    const into = new Map(rows.map(({ other, kept }) => [other, kept]));
    return new Map([...into.keys()].map((other) => [other, lastOf(into, other)]));
  }
}

/** No circle: an entry that went is no member any more, so nothing can go into it. The bound holds all the same. */
function lastOf(into: ReadonlyMap<OrganisationId, OrganisationId>, other: OrganisationId): OrganisationId {
  let at = other;
  for (let steps = 0; steps < into.size; steps += 1) at = into.get(at) ?? at;
  return at;
}
