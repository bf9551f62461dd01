import { bulkInsert } from '../platform/database/bulk-insert.js';
import type { Unit } from '../platform/database/unit-of-work.js';
import { newId, stableId } from '../platform/ids/uuid.js';
import { mergeOpportunity, type MergedOpportunity } from './merge-opportunity.js';
import type { OpportunityRecord, OpportunitySource } from './opportunity.js';
import { lastDeadline } from './opportunity-status.js';
import { contentHash, planSave, type FieldChange, type PlannedSave, type StoredRecord } from './plan-save.js';

/** How many opportunities an import made, changed, found the same, or knew newer (and left alone). */
export type SavedOpportunities = Readonly<Record<PlannedSave['verdict'], number>>;

/** Writes what sources say about opportunities and keeps the merged view and its history true. */
export abstract class OpportunityStore {
  /**
   * Takes in one source's records (of several with one identifier the last wins). The same records again change
   * nothing, and what is absent here is not touched: a pass that missed a call never closes it.
   */
  abstract save(
    unit: Unit,
    records: readonly OpportunityRecord[],
    importRunId: string | null,
  ): Promise<SavedOpportunities>;

  /** Takes back all that one source said; opportunities nobody else speaks of go. */
  abstract forget(unit: Unit, source: OpportunitySource): Promise<void>;
}

interface MergedRow {
  readonly id: string;
  readonly view: MergedOpportunity;
}

export class PostgresOpportunityStore extends OpportunityStore {
  async save(
    unit: Unit,
    records: readonly OpportunityRecord[],
    importRunId: string | null,
  ): Promise<SavedOpportunities> {
    const incoming = new Map(records.map((record) => [keyOf(record), record]));
    const stored = await storedRecords(unit, [...incoming.keys()]);
    const tally = { new: 0, changed: 0, same: 0, older: 0 };
    const merged: MergedRow[] = [];
    const heard: StoredRecord[] = [];
    const changes: Record<string, unknown>[] = [];
    for (const [key, record] of incoming) {
      const siblings = stored.get(key) ?? [];
      const plan = planSave(record, siblings);
      tally[plan.verdict] += 1;
      if (plan.verdict === 'older' || (plan.verdict === 'same' && !plan.observedLater)) continue;
      const id = siblings[0]?.opportunityId ?? stableId('opportunity', key);
      heard.push(toStored(id, record));
      if (plan.verdict !== 'same') merged.push({ id, view: plan.view });
      if (plan.verdict === 'changed')
        changes.push(...plan.changes.map((change) => toChange(id, change, record)));
    }
    await writeMerged(unit, merged);
    await writeRecords(unit, heard, importRunId);
    await writeChanges(unit, changes);
    return tally;
  }

  async forget(unit: Unit, source: OpportunitySource): Promise<void> {
    const [rows] = await unit.manager.query<[{ key: string }[], number]>(
      'delete from opportunity_record where source = $1 returning identifier_key as key',
      [source],
    );
    const keys = rows.map(({ key }) => key);
    const left = await storedRecords(unit, keys);
    await unit.manager.query('delete from opportunity where identifier_key = any ($1::text[])', [
      keys.filter((key) => !left.has(key)),
    ]);
    const merged = [...left.values()].flatMap((siblings) =>
      siblings[0]
        ? [{ id: siblings[0].opportunityId, view: mergeOpportunity(siblings.map((s) => s.record)) }]
        : [],
    );
    await writeMerged(unit, merged);
  }
}

const keyOf = (record: { readonly identifier: string }): string => record.identifier.toLowerCase();

function toStored(opportunityId: string, record: OpportunityRecord): StoredRecord {
  return {
    opportunityId,
    source: record.source,
    identifierKey: keyOf(record),
    contentHash: contentHash(record),
    observedAt: new Date(record.observedAt),
    record,
  };
}

async function storedRecords(unit: Unit, keys: readonly string[]): Promise<Map<string, StoredRecord[]>> {
  const rows = await unit.manager.query<StoredRecord[]>(
    `select opportunity_id as "opportunityId", source, identifier_key as "identifierKey",
       content_hash as "contentHash", observed_at as "observedAt", record
     from opportunity_record where identifier_key = any ($1::text[]) order by identifier_key, source`,
    [keys],
  );
  const byKey = new Map<string, StoredRecord[]>();
  for (const row of rows) byKey.set(row.identifierKey, [...(byKey.get(row.identifierKey) ?? []), row]);
  return byKey;
}

/** Column → value of the merged view; the one list of columns. */
function toRow({ id, view }: MergedRow): Record<string, unknown> {
  return {
    id,
    kind: view.kind,
    identifier: view.identifier,
    identifier_key: keyOf(view),
    title: view.title,
    programme: view.programme,
    part: view.part,
    call_identifier: view.callIdentifier,
    call_title: view.callTitle,
    action_types: view.actionTypes,
    stated_status: view.statedStatus,
    opens_on: view.opensOn,
    deadlines: view.deadlines,
    last_deadline: lastDeadline(view.deadlines),
    budget: view.budget,
    trl_from: view.trlFrom,
    trl_to: view.trlTo,
    keywords: view.keywords,
    sections: view.sections,
    flags: view.flags,
    url: view.url,
    provenance: view.provenance,
    invented: view.invented,
    observed_at: view.observedAt,
    version: 1,
  };
}

async function writeMerged(unit: Unit, merged: readonly MergedRow[]): Promise<void> {
  const rows = merged.map(toRow);
  if (!rows[0]) return;
  const columns = Object.keys(rows[0]);
  const updates = columns
    .filter((column) => column !== 'id' && column !== 'version')
    .map((column) => `"${column}" = excluded."${column}"`);
  await bulkInsert(
    unit,
    {
      table: 'opportunity',
      columns,
      conflict: `on conflict (id) do update set ${updates.join(', ')}, version = opportunity.version + 1`,
    },
    rows,
  );
}

async function writeRecords(
  unit: Unit,
  records: readonly StoredRecord[],
  importRunId: string | null,
): Promise<void> {
  const rows = records.map((stored) => ({
    id: stableId('opportunity-record', stored.source, stored.identifierKey),
    opportunity_id: stored.opportunityId,
    source: stored.source,
    identifier_key: stored.identifierKey,
    record: stored.record,
    content_hash: stored.contentHash,
    observed_at: stored.observedAt,
    import_run_id: importRunId,
  }));
  if (!rows[0]) return;
  await bulkInsert(
    unit,
    {
      table: 'opportunity_record',
      columns: Object.keys(rows[0]),
      conflict: `on conflict (id) do update set record = excluded.record, content_hash = excluded.content_hash,
      observed_at = excluded.observed_at, import_run_id = excluded.import_run_id`,
    },
    rows,
  );
}

function toChange(
  opportunityId: string,
  change: FieldChange,
  record: OpportunityRecord,
): Record<string, unknown> {
  return {
    id: newId(),
    opportunity_id: opportunityId,
    field: change.field,
    old_value: change.oldValue,
    new_value: change.newValue,
    source: record.source,
    seen_at: record.observedAt,
  };
}

async function writeChanges(unit: Unit, rows: readonly Record<string, unknown>[]): Promise<void> {
  if (rows[0]) await bulkInsert(unit, { table: 'opportunity_change', columns: Object.keys(rows[0]) }, rows);
}
