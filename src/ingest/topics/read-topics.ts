import type { OpportunityRecord } from '../../opportunities/index.js';
import type { Taxonomy } from '../../taxonomy/index.js';
import { readCsv } from '../reading/csv-table.js';
import { readJsonLines } from '../reading/json-source.js';
import { type SourceFile, sourceFiles } from '../reading/source-file.js';
import { RowProblems, type SourceRow } from '../reading/source-problem.js';
import { notTheData } from '../reading/unreadable-source.errors.js';
import { fromTopicTable, topicTableColumns } from './topic-table.js';
import { fromTopicText } from './topic-text.js';
import type { TopicReading } from './topic-record.js';

export interface TopicsOptions {
  readonly taxonomy: Taxonomy;
  /** when the file was published or, where that is not known, read */
  readonly observedAt: Date;
}

/**
 * The topics of a work programme: a table (`.csv`: dates, budgets, flags) or texts (`.jsonl`), gzipped or not. A topic
 * that stands twice is taken once; the second row is noted and refused.
 *
 * @throws {AppError} `ingest.source-not-found`, `ingest.file-not-data`, `ingest.column-missing`, `ingest.json-cut-off`, …
 */
export async function* readTopics(
  path: string,
  options: TopicsOptions,
): AsyncGenerator<SourceRow<OpportunityRecord>> {
  for (const file of await sourceFiles(path)) yield* topicsOf(file, options);
}

/** The same from one file already found. */
export async function* topicsOf(
  file: SourceFile,
  { taxonomy, observedAt }: TopicsOptions,
): AsyncGenerator<SourceRow<OpportunityRecord>> {
  const seen = new Map<string, number>();
  for await (const { row, read } of rowsOf(file)) {
    const problems = new RowProblems({ file: file.name, row });
    const record = read({ taxonomy, observedAt: observedAt.toISOString(), problems });
    const key = record?.identifier.toLowerCase() ?? '';
    const first = seen.get(key);
    if (record !== null && first !== undefined) {
      problems.refuse(
        'duplicate',
        'topicId',
        record.identifier,
        `stands in row ${first} already; row left out`,
      );
    }
    if (record !== null && first === undefined) seen.set(key, row);
    yield problems.row(record);
  }
}

interface TopicRow {
  readonly row: number;
  readonly read: (reading: TopicReading) => OpportunityRecord | null;
}

function rowsOf(file: SourceFile): AsyncGenerator<TopicRow> {
  if (/\.csv$/i.test(file.name)) return tableRows(file);
  if (/\.(jsonl|ndjson)$/i.test(file.name)) return textRows(file);
  throw notTheData(file.name, 'a file of another kind', 'topics as .csv or .jsonl');
}

async function* tableRows(file: SourceFile): AsyncGenerator<TopicRow> {
  for await (const record of readCsv(file, topicTableColumns)) {
    const { row } = record;
    if (record.ok) yield { row, read: (reading) => fromTopicTable(record.cells, reading) };
    else yield { row, read: ({ problems }) => refused(problems, record.why) };
  }
}

async function* textRows(file: SourceFile): AsyncGenerator<TopicRow> {
  let usable = 0;
  for await (const { line: row, value } of readJsonLines(file)) {
    if (value !== null && 'topicId' in value) usable += 1;
    if (value !== null) yield { row, read: (reading) => fromTopicText(value, reading) };
    else yield { row, read: ({ problems }) => refused(problems, 'not a JSON object') };
  }
  if (usable === 0) throw notTheData(file.name, 'a list without any topicId', 'a list of topics');
}

function refused(problems: RowProblems, why: string): null {
  problems.refuse('broken-row', null, null, `${why}; row left out`);
  return null;
}
