/** A file as people handed it in. The name is for messages only; the content alone decides how it is read. */
export interface TableSource {
  readonly bytes: Uint8Array;
  readonly file: string;
  /** the sheet to read, by name in any letter case; needed where several sheets could be meant */
  readonly sheet?: string | undefined;
}

/** What makes a row the header: known to whoever reads the table, not to the reader of files. */
export interface HeaderRule {
  /** How many cells of this row name something we know; 0: not a header. */
  readonly score: (cells: readonly string[]) => number;
  /** What a header needs, for the message when there is none: `a column with the legal name`. */
  readonly expected: string;
}

export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/** One row below the header, as long as the header; a missing cell is empty. */
export interface TableRow {
  /** The line of a text file where the row starts, or the row of a sheet; from 1. */
  readonly line: number;
  readonly cells: readonly string[];
  /** Cells to the right of the header's last column that hold something: usually a delimiter without quotes. */
  readonly surplus: readonly string[];
}

/** A file read: text in every cell, numbers and dates as text too, nothing interpreted yet. Plain data throughout. */
export interface Table {
  readonly file: string;
  readonly format: 'csv' | 'xlsx';
  /** of a CSV file */
  readonly encoding: TextEncoding | null;
  /** of a CSV file */
  readonly delimiter: string | null;
  /** of a workbook: the one that was read */
  readonly sheet: string | null;
  /** of a workbook: all that hold cells, hidden ones too */
  readonly sheets: readonly string[];
  readonly headerLine: number;
  readonly header: readonly string[];
  readonly rows: readonly TableRow[];
  /** What a person should know about how the file was read. */
  readonly notes: readonly string[];
}

/** A row as found, before the header is known. */
export interface RawRow {
  readonly line: number;
  readonly cells: readonly string[];
}
