import { AppError } from '../../platform/errors/app-error.js';
import { type Columns, readCsv } from '../reading/csv-table.js';
import { type SourceFile, sourceFiles } from '../reading/source-file.js';
import { RowProblems, type SourceRow } from '../reading/source-problem.js';
import type {
  ParticipationRow,
  ProjectConceptRow,
  ProjectRow,
  ResultRow,
  TopicTitleRow,
} from './cordis-rows.js';
import {
  conceptColumns,
  isKeptResult,
  resultColumns,
  toProjectConceptRow,
  toResultRow,
  topicColumns,
  toTopicTitleRow,
} from './other-rows.js';
import { participationColumns, toParticipationRow } from './participation-row.js';
import { projectColumns, toProjectRow } from './project-row.js';

/**
 * The tables of one CORDIS export. Each call of a table reads its file anew, row by row, so memory does not grow with
 * the file. A table that is not there has no rows; only projects and organisations must be.
 */
export interface CordisSource {
  /** files that are read, and those that are not (web links, policy priorities, …) */
  readonly read: readonly string[];
  readonly ignored: readonly string[];
  projects(): AsyncGenerator<SourceRow<ProjectRow>>;
  participations(): AsyncGenerator<SourceRow<ParticipationRow>>;
  projectConcepts(): AsyncGenerator<SourceRow<ProjectConceptRow>>;
  results(): AsyncGenerator<SourceRow<ResultRow>>;
  topicTitles(): AsyncGenerator<SourceRow<TopicTitleRow>>;
}

/** Names a table's file goes by, in lower case and without `.csv`: the official zip's first. */
const tableNames = {
  project: ['project'],
  organization: ['organization'],
  euroSciVoc: ['euroscivoc'],
  result: ['result'],
  topic: ['topics', 'topic'],
} as const;
type Table = keyof typeof tableNames;

/**
 * Opens a CORDIS export: a folder or a zip of its CSV files, comma or semicolon, gzipped or not.
 *
 * @throws {AppError} `ingest.source-not-found`, `ingest.archive-broken`, `ingest.cordis-table-missing`,
 *   `ingest.cordis-table-twice`; while reading, those of `readCsv`
 */
export async function readCordis(path: string): Promise<CordisSource> {
  return cordisSource(path, await sourceFiles(path));
}

/** The tables among files already found; `path` is what to call them in errors. */
export function cordisSource(path: string, files: readonly SourceFile[]): CordisSource {
  const tables = new Map<Table, SourceFile>();
  for (const table of Object.keys(tableNames) as Table[]) {
    const file = fileOf(table, files);
    if (file !== undefined) tables.set(table, file);
  }
  for (const needed of ['project', 'organization'] as const) {
    if (!tables.has(needed)) throw tableMissing(path, needed);
  }
  const read = [...tables.values()];
  return {
    read: read.map(({ name }) => name),
    ignored: files.filter((file) => !read.includes(file)).map(({ name }) => name),
    projects: () => rows(tables.get('project'), projectColumns, toProjectRow),
    participations: () => rows(tables.get('organization'), participationColumns, toParticipationRow),
    projectConcepts: () => rows(tables.get('euroSciVoc'), conceptColumns, toProjectConceptRow),
    results: () =>
      rows(tables.get('result'), resultColumns, toResultRow, (cells) => isKeptResult(cells.type)),
    topicTitles: () => rows(tables.get('topic'), topicColumns, toTopicTitleRow),
  };
}

function fileOf(table: Table, files: readonly SourceFile[]): SourceFile | undefined {
  const names: readonly string[] = tableNames[table];
  const found = files.filter(
    ({ name }) => /\.csv$/i.test(name) && names.includes(name.slice(0, -4).toLowerCase()),
  );
  if (found.length > 1) throw tableTwice(table, found.length);
  return found[0];
}

async function* rows<C extends string, T>(
  file: SourceFile | undefined,
  columns: Columns<C>,
  toRow: (cells: Readonly<Record<C, string>>, problems: RowProblems) => T | null,
  isKept: (cells: Readonly<Record<C, string>>) => boolean = () => true,
): AsyncGenerator<SourceRow<T>> {
  if (file === undefined) return;
  for await (const record of readCsv(file, columns)) {
    const problems = new RowProblems({ file: file.name, row: record.row });
    if (!record.ok) {
      problems.refuse('broken-row', null, null, `${record.why}; row left out`);
      yield problems.row<T>(null);
    } else if (isKept(record.cells)) {
      yield problems.row(toRow(record.cells, problems));
    }
  }
}

function tableMissing(path: string, table: Table): AppError {
  return new AppError(
    'ingest.cordis-table-missing',
    'invalid',
    `${path}: no ${table}.csv (or ${table}.csv.gz) in it; give the folder or zip of a CORDIS CSV export`,
    { context: { table } },
  );
}

function tableTwice(table: Table, count: number): AppError {
  return new AppError(
    'ingest.cordis-table-twice',
    'ambiguous',
    `${table}.csv is there ${count} times (plain and gzipped, or in two folders); leave one`,
    { context: { table, count } },
  );
}
