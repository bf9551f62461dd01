import { bulkInsert } from '../platform/database/bulk-insert.js';
import type { Unit } from '../platform/database/unit-of-work.js';
import type { EvidenceKind, StoredEvidenceState } from './evidence.js';
import type { OrganisationFacts, OrganisationId } from './organisation.js';
import { evidenceColumns, membershipColumns, recordColumns } from './stated-columns.js';

/** A legal entity to be entered in the registry. */
export interface NewOrganisation {
  readonly id: OrganisationId;
  readonly pic: string | null;
  readonly vatNumber: string | null;
  readonly listed: boolean;
  readonly invented: boolean;
}

/** What one source says about one organisation. `clusterId` null: open data. */
export interface StatedRecord extends OrganisationFacts {
  readonly id: string;
  readonly organisationId: OrganisationId;
  readonly clusterId: string | null;
  readonly source: string;
  readonly foldedName: string;
  readonly extra: Readonly<Record<string, string>>;
  readonly observedOn: string;
  readonly importRunId: string | null;
}

export interface Membership {
  readonly id: string;
  readonly clusterId: string;
  readonly organisationId: OrganisationId;
  readonly category: string | null;
  readonly since: string | null;
  readonly until: string | null;
  readonly importRunId: string | null;
}

/** A profile, competence line or result; see `EvidenceEntity`. */
export interface StatedEvidence {
  readonly id: string;
  readonly organisationId: OrganisationId | null;
  readonly projectId: string | null;
  readonly clusterId: string | null;
  readonly kind: Exclude<EvidenceKind, 'project'>;
  readonly source: string;
  readonly title: string | null;
  readonly text: string;
  readonly language: 'en' | 'it' | null;
  readonly date: string | null;
  readonly state: StoredEvidenceState;
  readonly competenceKind: string | null;
  readonly trlFrom: number | null;
  readonly trlTo: number | null;
  readonly importRunId: string | null;
}

/** Whose evidence, as told by which source to which cluster (null: open data). */
export interface EvidenceOwner {
  readonly source: string;
  readonly clusterId: string | null;
  readonly organisationIds: readonly OrganisationId[];
}

/**
 * Writes organisations, what sources say about them, memberships and evidence. Every method takes many rows and is
 * repeatable: the same rows again change nothing, a changed row raises its version.
 */
export abstract class OrganisationStore {
  /** Enters legal entities; one that stands (same id) gains the keys it lacked, and stays listed once listed. */
  abstract register(unit: Unit, organisations: readonly NewOrganisation[]): Promise<void>;
  abstract saveRecords(unit: Unit, records: readonly StatedRecord[]): Promise<void>;
  abstract removeRecords(unit: Unit, ids: readonly string[]): Promise<void>;
  abstract saveMemberships(unit: Unit, memberships: readonly Membership[]): Promise<void>;
  abstract removeMemberships(unit: Unit, ids: readonly string[]): Promise<void>;
  /** Makes `evidence` all that this source and cluster say of these organisations; what it no longer says goes. */
  abstract replaceEvidence(unit: Unit, of: EvidenceOwner, evidence: readonly StatedEvidence[]): Promise<void>;
  /** Those of these organisations that have said something of themselves to that cluster. */
  abstract thatSpoke(
    unit: Unit,
    clusterId: string,
    ids: readonly OrganisationId[],
  ): Promise<ReadonlySet<OrganisationId>>;
  /** Removes from the registry those of these organisations about which nothing is said any more. */
  abstract removeUnsaid(unit: Unit, ids: readonly OrganisationId[]): Promise<number>;
  /** Removes all invented organisations, and what this source says about real ones. @returns how many went */
  abstract removeInvented(unit: Unit, source: string): Promise<number>;
}

export class PostgresOrganisationStore extends OrganisationStore {
  async register(unit: Unit, organisations: readonly NewOrganisation[]): Promise<void> {
    const rows = organisations.map(({ id, pic, vatNumber, listed, invented }) => ({
      id,
      pic,
      vat_number: vatNumber,
      listed,
      invented,
      created_at: 'now',
    }));
    await bulkInsert(
      unit,
      {
        table: 'organisation',
        columns: ['id', 'pic', 'vat_number', 'listed', 'invented', 'created_at'],
        conflict: `on conflict (id) do update set
        pic = coalesce(organisation.pic, excluded.pic),
        vat_number = coalesce(organisation.vat_number, excluded.vat_number),
        listed = organisation.listed or excluded.listed
        where (organisation.pic is null and excluded.pic is not null)
          or (organisation.vat_number is null and excluded.vat_number is not null)
          or (excluded.listed and not organisation.listed)`,
      },
      rows,
    );
  }

  async saveRecords(unit: Unit, records: readonly StatedRecord[]): Promise<void> {
    await save(unit, 'organisation_record', recordColumns, records);
  }

  async saveMemberships(unit: Unit, memberships: readonly Membership[]): Promise<void> {
    await save(unit, 'membership', membershipColumns, memberships);
  }

  async removeRecords(unit: Unit, ids: readonly string[]): Promise<void> {
    await unit.manager.query('delete from organisation_record where id = any ($1::uuid[])', [ids]);
  }

  async removeMemberships(unit: Unit, ids: readonly string[]): Promise<void> {
    await unit.manager.query('delete from membership where id = any ($1::uuid[])', [ids]);
  }

  async replaceEvidence(
    unit: Unit,
    { source, clusterId, organisationIds }: EvidenceOwner,
    evidence: readonly StatedEvidence[],
  ): Promise<void> {
    await unit.manager.query(
      `delete from evidence where source = $1 and cluster_id is not distinct from $2::uuid
         and organisation_id = any ($3::uuid[]) and not (id = any ($4::uuid[]))`,
      [source, clusterId, organisationIds, evidence.map(({ id }) => id)],
    );
    await save(unit, 'evidence', evidenceColumns, evidence);
  }

  async thatSpoke(
    unit: Unit,
    clusterId: string,
    ids: readonly OrganisationId[],
  ): Promise<ReadonlySet<OrganisationId>> {
    const rows = await unit.manager.query<{ id: OrganisationId }[]>(
      `select organisation_id as id from evidence where source = 'self' and cluster_id = $1
         and organisation_id = any ($2::uuid[])
       union select organisation_id from organisation_record where source = 'self' and cluster_id = $1
         and organisation_id = any ($2::uuid[])`,
      [clusterId, ids],
    );
    return new Set(rows.map(({ id }) => id));
  }

  async removeUnsaid(unit: Unit, ids: readonly OrganisationId[]): Promise<number> {
    const [, removed] = await unit.manager.query<[unknown[], number]>(
      `delete from organisation o where o.id = any ($1::uuid[]) and not o.listed
         and not exists (select 1 from organisation_record r where r.organisation_id = o.id)
         and not exists (select 1 from membership m where m.organisation_id = o.id)`,
      [ids],
    );
    return removed;
  }

  async removeInvented(unit: Unit, source: string): Promise<number> {
    await unit.manager.query(`delete from evidence where source = $1`, [source]);
    await unit.manager.query(`delete from organisation_record where source = $1`, [source]);
    const [, removed] = await unit.manager.query<[unknown[], number]>(
      `delete from organisation where invented`,
    );
    return removed;
  }
}

/** Inserts or, where the content differs, updates by id and raises the version; `import_run_id` alone is no change. */
async function save<Row extends { readonly id: string }>(
  unit: Unit,
  table: string,
  columns: { readonly [Field in keyof Row]: string },
  rows: readonly Row[],
): Promise<void> {
  const names = Object.values<string>(columns);
  const content = names.filter((name) => name !== 'id' && name !== 'import_run_id');
  const asRows = rows.map((row) =>
    Object.fromEntries([
      ...Object.entries<string>(columns).map(([field, name]): [string, unknown] => [
        name,
        row[field as keyof Row],
      ]),
      ['version', 1],
    ]),
  );
  await bulkInsert(
    unit,
    {
      table,
      columns: [...names, 'version'],
      conflict: `on conflict (id) do update set
      ${[...content, 'import_run_id'].map((name) => `"${name}" = excluded."${name}"`).join(', ')},
      version = ${table}.version + 1
      where (${content.map((name) => `${table}."${name}"`).join(', ')})
        is distinct from (${content.map((name) => `excluded."${name}"`).join(', ')})`,
    },
    asRows,
  );
}
