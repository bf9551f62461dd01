import { bulkInsert } from '../platform/database/bulk-insert.js';
import type { Unit } from '../platform/database/unit-of-work.js';
import { newId } from '../platform/ids/uuid.js';
import type { RowProblem } from './import-row.entity.js';
import { importNotFound } from './import.errors.js';

export type ImportSource = 'members' | 'cordis' | 'portal' | 'partner-search' | 'topics' | 'pilots';

export type ImportState = 'previewed' | 'applied' | 'undone' | 'failed';

/** A column of a file, and what it was read as. */
export interface RecognisedColumn {
  /** as the file names it */
  readonly heading: string;
  /** `read` as a field, `kept` as it is because nobody knows it, `left out` because it is about persons */
  readonly treatment: 'read' | 'kept' | 'left out';
  /** `legalName`, `vatNumber`, …; null where it is not read as a field */
  readonly field: string | null;
}

/** One file or folder taken in. */
export interface ImportRun {
  readonly id: string;
  /** null: open data */
  readonly clusterId: string | null;
  readonly source: ImportSource;
  /** the file's own name, without its folder */
  readonly fileName: string;
  readonly sha256: string | null;
  readonly state: ImportState;
  readonly counts: Readonly<Record<string, number>>;
  readonly notes: readonly string[];
  /** columns of the file with what they were read as; null of what is no table */
  readonly columns: readonly RecognisedColumn[] | null;
  /** ISO instants */
  readonly createdAt: string;
  readonly appliedAt: string | null;
  readonly undoneAt: string | null;
}

/** `new`, `changed`, `same`, `duplicate` (twice in the file), `suspected` (alike, not sure), `refused`. */
export type RowVerdict = 'new' | 'changed' | 'same' | 'duplicate' | 'suspected' | 'refused';

/** One row of a previewed file. */
export interface ImportRow {
  readonly id: string;
  /** line of a CSV file, row of a workbook, from 1 */
  readonly line: number;
  readonly verdict: RowVerdict;
  readonly organisationId: string | null;
  readonly parsed: unknown;
  /** field → [old, new] */
  readonly changes: Readonly<Record<string, readonly [unknown, unknown]>>;
  readonly problems: readonly RowProblem[];
  /** what stood before it was applied; what undo restores */
  readonly before: unknown;
}

const instant = (column: string): string =>
  `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

const runColumns = `id, cluster_id as "clusterId", source, file_name as "fileName", sha256, state, counts, notes, columns,
  ${instant('created_at')} as "createdAt", ${instant('applied_at')} as "appliedAt",
  ${instant('undone_at')} as "undoneAt"`;

/** Import runs and their rows: what came in, what it did, what stood before. */
export class ImportRunStore {
  /**
   * Writes a run down, with its rows where it has any.
   *
   * @param run with an id where what it wrote names it already
   * @returns its id
   */
  async create(
    unit: Unit,
    run: Pick<ImportRun, 'clusterId' | 'source' | 'fileName' | 'sha256' | 'state' | 'counts' | 'notes'> & {
      readonly id?: string;
      readonly columns?: readonly RecognisedColumn[];
    },
    rows: readonly Omit<ImportRow, 'id'>[] = [],
  ): Promise<string> {
    const id = run.id ?? newId();
    await unit.manager.query(
      `insert into import_run (id, cluster_id, source, file_name, sha256, state, counts, notes, columns, applied_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, case when $6 = 'applied' then now() end)`,
      [
        id,
        run.clusterId,
        run.source,
        run.fileName,
        run.sha256,
        run.state,
        JSON.stringify(run.counts),
        JSON.stringify(run.notes),
        run.columns === undefined ? null : JSON.stringify(run.columns),
      ],
    );
    await bulkInsert(
      unit,
      {
        table: 'import_row',
        columns: [
          'id',
          'run_id',
          'cluster_id',
          'line',
          'verdict',
          'organisation_id',
          'parsed',
          'changes',
          'problems',
          'before',
        ],
      },
      rows.map((row) => ({
        id: newId(),
        run_id: id,
        cluster_id: run.clusterId,
        line: row.line,
        verdict: row.verdict,
        organisation_id: row.organisationId,
        parsed: row.parsed,
        changes: row.changes,
        problems: row.problems,
        before: row.before,
      })),
    );
    return id;
  }

  /** @throws {AppError} `ingest.import-not-found` */
  async find(unit: Unit, id: string): Promise<ImportRun> {
    const [run] = await unit.manager.query<ImportRun[]>(
      `select ${runColumns} from import_run where id = $1`,
      [id],
    );
    if (!run) throw importNotFound(id);
    return run;
  }

  /** The newest first. */
  async list(unit: Unit, limit: number): Promise<ImportRun[]> {
    return unit.manager.query<ImportRun[]>(
      `select ${runColumns} from import_run order by created_at desc, id desc limit $1`,
      [limit],
    );
  }

  /** Rows of a run in order of line, from behind a line; all verdicts, or one. */
  async rows(
    unit: Unit,
    runId: string,
    query: { readonly verdict?: RowVerdict; readonly afterLine?: number; readonly limit?: number } = {},
  ): Promise<ImportRow[]> {
    return unit.manager.query<ImportRow[]>(
      `select id, line, verdict, organisation_id as "organisationId", parsed, changes, problems, before
       from import_row where run_id = $1 and ($2::text is null or verdict = $2) and line > $3
       order by line, id limit $4`,
      [runId, query.verdict ?? null, query.afterLine ?? -1, query.limit ?? null],
    );
  }

  /** Remembers what stood before a row was applied, and which organisation it became. */
  async remember(
    unit: Unit,
    rows: readonly {
      readonly id: string;
      readonly organisationId: string | null;
      readonly before: unknown;
    }[],
  ): Promise<void> {
    await unit.manager.query(
      `update import_row set before = v.before, organisation_id = coalesce(v.organisation_id, import_row.organisation_id)
       from json_to_recordset($1::json) as v (id uuid, organisation_id uuid, before jsonb) where import_row.id = v.id`,
      [
        JSON.stringify(
          rows.map(({ id, organisationId, before }) => ({ id, organisation_id: organisationId, before })),
        ),
      ],
    );
  }

  /**
   * Moves a run from one state to the next, once.
   *
   * @returns false where it does not stand in `from`
   */
  async move(unit: Unit, id: string, from: ImportState, to: ImportState): Promise<boolean> {
    const stamp = to === 'applied' ? ', applied_at = now()' : to === 'undone' ? ', undone_at = now()' : '';
    const [, moved] = await unit.manager.query<[unknown[], number]>(
      `update import_run set state = $3, version = version + 1${stamp} where id = $1 and state = $2`,
      [id, from, to],
    );
    return moved > 0;
  }
}
