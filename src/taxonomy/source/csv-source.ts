import { parse } from 'csv-parse/sync';
import { badReferenceFile } from '../taxonomy.errors.js';

/** One line of a reference table: cells trimmed, `text` for what must be there, `optional` for what may be empty. */
export interface CsvRow {
  readonly line: number;
  /** @throws {AppError} `taxonomy.bad-file` where the cell is empty */
  text(column: string): string;
  optional(column: string): string | null;
  fail(column: string, problem: string): never;
}

/**
 * The rows of a reference table: `;` between cells, `#` at the start of a line for a comment, a header line.
 *
 * @throws {AppError} `taxonomy.bad-file` where a column is missing, unknown or a row has too many or too few cells
 */
export function readCsv(file: string, text: string, columns: readonly string[]): readonly CsvRow[] {
  const [header, ...rows] = records(file, text);
  if (header === undefined)
    throw badReferenceFile({ file, line: 1, key: 'header', problem: 'the file has no line' });
  checkHeader(file, header, columns);
  return rows.map((row) => toRow(file, row, columns));
}

interface CsvRecord {
  readonly cells: readonly string[];
  readonly line: number;
}

function records(file: string, text: string): readonly CsvRecord[] {
  try {
    const lines: number[] = [];
    const parsed = parse(text, {
      delimiter: ';',
      comment: '#',
      comment_no_infix: true,
      bom: true,
      trim: true,
      skip_empty_lines: true,
      relax_column_count: true,
      on_record: (record: string[], context: { lines: number }) => {
        lines.push(context.lines);
        return record;
      },
    });
    return parsed.map((cells, at) => ({ cells, line: lines[at] ?? 0 }));
  } catch (error) {
    const problem = 'this is not CSV; write quotes in a cell twice';
    throw badReferenceFile({ file, line: lineOf(error), key: 'quotes', problem });
  }
}

function lineOf(error: unknown): number {
  const lines: unknown = error instanceof Error && 'lines' in error ? error.lines : 0;
  return typeof lines === 'number' ? lines : 0;
}

function checkHeader(file: string, header: CsvRecord, columns: readonly string[]): void {
  if (header.cells.join(';') === columns.join(';')) return;
  const problem = `expected the columns ${columns.join(';')} but found ${header.cells.join(';')}`;
  throw badReferenceFile({ file, line: header.line, key: 'header', problem });
}

function toRow(file: string, { cells, line }: CsvRecord, columns: readonly string[]): CsvRow {
  const fail = (column: string, problem: string): never => {
    throw badReferenceFile({ file, line, key: column, problem });
  };
  if (cells.length !== columns.length) {
    fail(columns[0] ?? 'row', `the row has ${cells.length} cells, the header ${columns.length}`);
  }
  const optional = (column: string): string | null => {
    const at = columns.indexOf(column);
    if (at < 0) throw new RangeError(`${column} is no column of ${file}`);
    const cell = cells[at] ?? '';
    return cell === '' ? null : cell;
  };
  return { line, optional, fail, text: (column) => optional(column) ?? fail(column, 'the cell is empty') };
}
