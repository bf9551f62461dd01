import type { Unit } from '../platform/database/unit-of-work.js';
import { isOld, sourceNames, type SourceAge, type SourceName } from './source.js';

type AgeRow = Omit<SourceAge, 'old'>;

const instant = (column: string): string =>
  `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** How old the data of each source are: what every list says of itself. */
export class SourceAges {
  /** Those that were ever tried, in the order of {@link sourceNames}. */
  async all(unit: Unit, now: Date): Promise<SourceAge[]> {
    return this.of(unit, sourceNames, now);
  }

  /** The same of these alone. */
  async of(unit: Unit, names: readonly SourceName[], now: Date): Promise<SourceAge[]> {
    const rows = await unit.manager.query<AgeRow[]>(
      `select name, ${instant('data_at')} as "dataAt", ${instant('last_good_at')} as "lastGoodAt",
         ${instant('last_attempt_at')} as "lastAttemptAt", last_result as "lastResult", problem, failures,
         coalesce(claimed_until > now(), false) as running, counts, import_run_id as "importRunId"
       from source where name = any ($1::text[]) order by array_position($1::text[], name)`,
      [names],
    );
    return rows.map((row) => ({ ...row, old: isOld(row, now) }));
  }
}
