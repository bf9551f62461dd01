import { lockMemberList, MergedEntriesReadModel, type OrganisationId } from '../../organisations/index.js';
import type { Unit } from '../../platform/database/unit-of-work.js';
import { rowKey } from '../../organisations/facts/index.js';

/** What member imports ask of earlier ones. */
export class MemberImportStore {
  readonly #merged = new MergedEntriesReadModel();

  /** One import of a cluster at a time, until the transaction ends. */
  async lock(unit: Unit, clusterId: string): Promise<void> {
    await lockMemberList(unit, clusterId);
  }

  /**
   * Which rows of applied imports were taken for which organisation, as keys (`rowKey`); the latest word counts. Rows of an
   * entry that staff found to be another are that one's.
   */
  async takenRows(unit: Unit, clusterId: string): Promise<Map<OrganisationId, string[]>> {
    const rows = await unit.manager.query<TakenRow[]>(
      `select distinct on (pic, vat, name, country, city) id, pic, vat, name, country, city from (
         select r.organisation_id as id, run.applied_at,
           r.parsed #>> '{member,pic}' as pic, r.parsed #>> '{member,vatNumber}' as vat,
           r.parsed #>> '{member,facts,legalName}' as name, r.parsed #>> '{member,facts,country}' as country,
           r.parsed #>> '{member,facts,city}' as city
         from import_row r join import_run run on run.id = r.run_id
         where run.cluster_id = $1 and r.cluster_id = $1 and run.source = 'members' and run.state = 'applied'
           and r.organisation_id is not null and r.parsed is not null) taken
       order by pic, vat, name, country, city, applied_at desc`,
      [clusterId],
    );
    const merged = await this.merged(unit, clusterId);
    const keys = new Map<OrganisationId, string[]>();
    for (const { id: taken, pic, vat, name, country, city } of rows) {
      const id = merged.get(taken) ?? taken;
      const key = rowKey(pic, vat, { legalName: name, country, city });
      keys.set(id, [...(keys.get(id) ?? []), key]);
    }
    return keys;
  }

  /** Entries that staff found to be another → that other. */
  async merged(unit: Unit, clusterId: string): Promise<ReadonlyMap<OrganisationId, OrganisationId>> {
    return this.#merged.of(unit, clusterId);
  }

  /** Whether entries that this import wrote to were merged since. */
  async isMerged(unit: Unit, clusterId: string, ids: readonly OrganisationId[]): Promise<boolean> {
    const merged = await this.merged(unit, clusterId);
    const touched = new Set([...merged.keys(), ...merged.values()]);
    return ids.some((id) => touched.has(id));
  }

  /** Whether an import applied after this one wrote to an organisation that this one wrote to. */
  async isOverwritten(unit: Unit, runId: string): Promise<boolean> {
    const [found] = await unit.manager.query<{ overwritten: boolean }[]>(
      `select exists (
         select 1 from import_row later join import_run run on run.id = later.run_id
         join import_run this on this.id = $1
         where run.cluster_id = this.cluster_id and run.source = 'members' and run.state = 'applied'
           and run.id <> this.id and run.applied_at >= this.applied_at and later.before is not null
           and later.organisation_id in
             (select organisation_id from import_row where run_id = $1 and before is not null)) as overwritten`,
      [runId],
    );
    return found?.overwritten ?? false;
  }
}

interface TakenRow {
  readonly id: OrganisationId;
  readonly pic: string | null;
  readonly vat: string | null;
  readonly name: string;
  readonly country: string | null;
  readonly city: string | null;
}
