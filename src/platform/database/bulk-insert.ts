import type { Unit } from './unit-of-work.js';

/** Rows in one statement; more only makes the parameter larger, not the insert faster. */
const batchSize = 2_000;

export interface BulkInsertOptions {
  /** appended to the statement: `on conflict (id) do nothing` */
  readonly conflict?: string;
}

/**
 * Inserts plain rows (column name → value, in the database's names) in batches, one JSON parameter each:
 * about 70 times faster than saving entities, and it works under row-level security, which `copy … from` does not.
 *
 * @param table, columns   names of ours, never from outside: they become part of the statement
 * @returns number of rows written, without those that `conflict` skipped
 */
export async function bulkInsert(
  unit: Unit,
  table: string,
  columns: readonly string[],
  rows: Iterable<Readonly<Record<string, unknown>>> | AsyncIterable<Readonly<Record<string, unknown>>>,
  options: BulkInsertOptions = {},
): Promise<number> {
  const list = columns.map((column) => `"${column}"`).join(', ');
  const sql = `with written as (
      insert into "${table}" (${list})
      select ${list} from json_populate_recordset(null::"${table}", $1::json)
      ${options.conflict ?? ''} returning 1)
    select count(*)::int as count from written`;
  let written = 0;
  let batch: Readonly<Record<string, unknown>>[] = [];
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
