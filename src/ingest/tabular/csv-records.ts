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
  let behind = 1;
  try {
    parse(input.text, {
      delimiter: input.delimiter,
      record_delimiter: '\n',
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      max_record_size: limits.columns * limits.cellLength,
      ...(input.to === undefined ? {} : { to: input.to }),
      on_record: (cells: string[], { lines }) => {
        behind = lines + 1;
        rows.add({ line: lines - lineBreaks(cells), cells });
        return null;
      },
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw toRefusal(error, { file: input.file, line: firstFilledLine(input.text, behind) }, limits);
  }
}

/** How many lines a record takes beyond its first: line ends within quotes are part of the text. */
function lineBreaks(cells: readonly string[]): number {
  let count = 0;
  for (const cell of cells) {
    for (let at = cell.indexOf('\n'); at !== -1; at = cell.indexOf('\n', at + 1)) count += 1;
  }
  return count;
}

/** The line where the record starts that comes next, past blank lines. */
function firstFilledLine(text: string, from: number): number {
  const lines = text.split('\n');
  const filled = lines.findIndex((line, i) => i + 1 >= from && line !== '');
  return filled === -1 ? from : filled + 1;
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
