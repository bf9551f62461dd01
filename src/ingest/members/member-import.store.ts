import type { OrganisationId } from '../../organisations/index.js';
import type { Unit } from '../../platform/database/unit-of-work.js';
import { rowKey } from './same-organisation.js';

/** What member imports ask of earlier ones. */
export class MemberImportStore {
  /** One import of a cluster at a time, until the transaction ends: two at once would each take a member as new. */
  async lock(unit: Unit, clusterId: string): Promise<void> {
    await unit.manager.query(`select pg_advisory_xact_lock(hashtextextended('member-import:' || $1, 0))`, [
      clusterId,
    ]);
  }

  /** Which rows of applied imports were taken for which organisation, as keys (`rowKey`); the latest word counts. */
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
    const keys = new Map<OrganisationId, string[]>();
    for (const { id, pic, vat, name, country, city } of rows) {
      const key = rowKey(pic, vat, { legalName: name, country, city });
      keys.set(id, [...(keys.get(id) ?? []), key]);
    }
    return keys;
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
