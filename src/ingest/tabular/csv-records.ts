import { CsvError, parse } from 'csv-parse/sync';
import type { TabularLimits } from './limits.js';
import type { RowCollector } from './row-collector.js';
import { fileRefused, overLimit } from './tabular.errors.js';

export interface CsvInput {
  /** line ends as `\n` only */
  readonly text: string;
  readonly file: string;
  readonly delimiter: string;
  /** read no more than this many records, blank ones included */
  readonly to?: number;
}

/**
 * Takes the records of a CSV text that hold anything into `rows`, each with the line it starts on.
 *
 * Quotes per RFC 4180; a quote inside an unquoted cell is a character like any other (`="007"`, `12" pipe`).
 *
 * @throws {AppError} `ingest.csv-quote-not-closed`, `ingest.file-over-limit`
 */
export function collectCsv(input: CsvInput, limits: TabularLimits, rows: RowCollector): void {
  let line = 1;
  try {
    parse(input.text, {
      delimiter: input.delimiter,
      record_delimiter: '\n',
      relax_column_count: true,
      relax_quotes: true,
      max_record_size: limits.columns * limits.cellLength,
      ...(input.to === undefined ? {} : { to: input.to }),
      on_record: (cells: string[], { lines }) => {
        rows.add({ line, cells });
        line = lines + 1;
        return null;
      },
    });
  } catch (error) {
    throw error instanceof CsvError ? toRefusal(error, { file: input.file, line }, limits) : error;
  }
}

function toRefusal(error: CsvError, place: { file: string; line: number }, limits: TabularLimits): Error {
  if (error.code === 'CSV_MAX_RECORD_SIZE') {
    return overLimit(place, `a row of more than ${limits.columns * limits.cellLength} characters`);
  }
  return fileRefused(
    'csv-quote-not-closed',
    place,
    'a quotation mark opens a cell in the row that starts here and is never closed',
    'close it, or double it ("") where it belongs to the text',
  );
}
