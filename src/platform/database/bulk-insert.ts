import type { Unit } from './unit-of-work.js';

/** Rows in one statement; more only makes the parameter larger, not the insert faster. */
const batchSize = 2_000;

/** Where rows go. Names and clauses of ours, never from outside: they become part of the statement. */
export interface InsertTarget {
  readonly table: string;
  /** in the database's names; a row's other keys are ignored */
  readonly columns: readonly string[];
  /** appended to the statement: `on conflict (id) do nothing` */
  readonly conflict?: string;
}

/**
 * Inserts plain rows (column name → value, in the database's names) in batches, one JSON parameter each:
 * about 70 times faster than saving entities, and it works under row-level security, which `copy … from` does not.
 *
 * @returns number of rows written, without those that `conflict` skipped
 */
export async function bulkInsert(
  unit: Unit,
  { table, columns, conflict }: InsertTarget,
  rows: Iterable<object> | AsyncIterable<object>,
): Promise<number> {
  const list = columns.map((column) => `"${column}"`).join(', ');
  const sql = `with written as (
      insert into "${table}" (${list})
      select ${list} from json_populate_recordset(null::"${table}", $1::json)
      ${conflict ?? ''} returning 1)
    select count(*)::int as count from written`;
  let written = 0;
  let batch: object[] = [];
  const flush = async (): Promise<void> => {
    if (batch.length === 0) return;
    const [result] = await unit.manager.query<{ count: number }[]>(sql, [JSON.stringify(batch)]);
    written += result?.count ?? 0;
    batch = [];
  };
  for await (const row of rows) {
    batch.push(row);
    if (batch.length >= batchSize) await flush();
  }
  await flush();
  return written;
}
