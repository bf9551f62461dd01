import { searchedRows } from './find-header.js';
import type { TabularLimits } from './limits.js';
import type { RawRow } from './table.js';
import { type FilePlace, overLimit } from './tabular.errors.js';

/** Takes rows in as they are read and stops at the first that passes a limit; blank rows are only counted. */
export class RowCollector {
  readonly rows: RawRow[] = [];
  private lines = 0;
  private cells = 0;
  private textLength = 0;

  constructor(
    private readonly place: FilePlace,
    private readonly limits: TabularLimits,
  ) {}

  /** @throws {AppError} `ingest.file-over-limit` */
  add(row: RawRow): void {
    this.lines += 1;
    if (this.lines > this.limits.lines) {
      throw overLimit(
        { ...this.place, line: row.line },
        `more than ${this.limits.lines} rows, blank ones counted`,
      );
    }
    const filled = row.cells.findLastIndex((cell) => cell.trim() !== '') + 1;
    if (filled === 0) return;
    if (filled > this.limits.columns) throw this.tooWide(row.line);
    const width = row.cells.findLastIndex((cell) => cell !== '') + 1;
    const cells = row.cells.slice(0, Math.min(width, this.limits.columns));
    for (const [index, cell] of cells.entries()) this.count(row.line, index, cell);
    if (this.rows.length >= this.limits.rows + searchedRows) {
      throw overLimit({ ...this.place, line: row.line }, `more than ${this.limits.rows} rows`);
    }
    this.rows.push({ line: row.line, cells });
  }

  tooWide(line: number): Error {
    return overLimit(
      { ...this.place, line },
      `more than ${this.limits.columns} columns`,
      'leave out the columns that are not needed',
    );
  }

  private count(line: number, index: number, cell: string): void {
    if (cell === '') return;
    this.cells += 1;
    this.textLength += cell.length;
    const { cellLength, cells, textLength } = this.limits;
    if (cell.length <= cellLength && this.cells <= cells && this.textLength <= textLength) return;

    const place = { ...this.place, line, column: String(index + 1), value: cell };
    if (cell.length > cellLength) {
      const remedy = 'shorten it, or close the quotation mark that was left open';
      throw overLimit(place, `more than ${cellLength} characters in one cell`, remedy);
    }
    if (this.cells > cells) throw overLimit(place, `more than ${cells} filled cells`);
    throw overLimit(place, `more than ${textLength} characters in all`);
  }
}
