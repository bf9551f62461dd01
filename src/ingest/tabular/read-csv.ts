import { collectCsv } from './csv-records.js';
import { decodeText } from './decode-text.js';
import { findHeader, rowsBelow } from './find-header.js';
import type { TabularLimits } from './limits.js';
import { RowCollector } from './row-collector.js';
import type { HeaderRule, RawRow, Table, TableSource, TextEncoding } from './table.js';
import { fileRefused, overLimit } from './tabular.errors.js';

const delimiters = [';', ',', '\t', '|'] as const;
const sampledRecords = 60;
/** So much of the text tells which delimiter it has. */
const sampledLength = 256 * 1024;

export const delimiterNames: Readonly<Record<string, string>> = {
  ';': 'semicolon',
  ',': 'comma',
  '\t': 'tab',
  '|': 'vertical bar',
};

const encodingNames: Readonly<Record<TextEncoding, string>> = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16',
  'utf-16be': 'UTF-16',
  'windows-1252': 'Windows-1252',
};

interface CsvText {
  readonly text: string;
  readonly file: string;
}

/** Reads a CSV file; delimiter, encoding and header are found, and said in the notes. */
export function readCsv(source: TableSource, rule: HeaderRule, limits: TabularLimits): Table {
  const decoded = decodeText(source.bytes, source.file);
  const { text, declared } = withoutSeparatorLine(decoded.text);
  const input = { text, file: source.file };
  const delimiter = declared ?? guessDelimiter(input, rule, limits);
  refuseCrowdedLine(input, delimiter);
  const collector = new RowCollector({ file: source.file }, limits);
  collectCsv({ ...input, delimiter }, limits, collector);
  const rows = collector.rows;
  const found = findHeader(rows, rule);
  if (found === undefined) throw headerNotFound(source.file, rows[0], rule);

  const table = rowsBelow(rows, found.at);
  if (table.rows.length > limits.rows)
    throw overLimit({ file: source.file }, `more than ${limits.rows} rows`);
  return {
    file: source.file,
    format: 'csv',
    encoding: decoded.encoding,
    delimiter,
    sheet: null,
    sheets: [],
    headerLine: rows[found.at]?.line ?? 1,
    ...table,
    notes: csvNotes(decoded, delimiter),
  };
}

/** More delimiters than this on one line are not those of a table, and each would become a cell before it is refused. */
const mostDelimiters = 100_000;

function refuseCrowdedLine({ text, file }: CsvText, delimiter: string): void {
  let line = 1;
  let count = 0;
  let end = text.indexOf('\n');
  for (let at = text.indexOf(delimiter); at !== -1; at = text.indexOf(delimiter, at + 1)) {
    for (; end !== -1 && end < at; end = text.indexOf('\n', end + 1)) {
      line += 1;
      count = 0;
    }
    count += 1;
    if (count > mostDelimiters) {
      throw overLimit(
        { file, line },
        `more than ${mostDelimiters} ${delimiterNames[delimiter] ?? delimiter}s in one line`,
        'leave out the columns that are not needed',
      );
    }
  }
}

/** A first line `sep=;` is for spreadsheets; it is emptied, not cut, so that line numbers stay right. */
function withoutSeparatorLine(text: string): { text: string; declared: string | undefined } {
  const match = /^"?sep=(.)"?(?=\n)/i.exec(text);
  return match === null
    ? { text, declared: undefined }
    : { text: text.slice(match[0].length), declared: match[1] };
}

interface DelimiterGuess {
  readonly delimiter: string;
  readonly score: number;
  /** rows that have exactly as many cells as the header */
  readonly even: number;
}

/** The delimiter under which most columns are recognised, then the one that makes most rows as long as the header. */
function guessDelimiter(input: CsvText, rule: HeaderRule, limits: TabularLimits): string {
  const guesses = delimiters.map((delimiter): DelimiterGuess => {
    const rows = sample({ ...input, delimiter }, limits);
    const found = findHeader(rows, rule);
    const width = rows[found?.at ?? 0]?.cells.length;
    return {
      delimiter,
      score: found?.score ?? 0,
      even: rows.filter((row) => row.cells.length === width).length,
    };
  });
  guesses.sort((a, b) => b.score - a.score || b.even - a.even);
  return guesses[0]?.delimiter ?? ';';
}

function sample(input: CsvText & { delimiter: string }, limits: TabularLimits): RawRow[] {
  const rows = new RowCollector({ file: input.file }, limits);
  try {
    collectCsv({ ...input, text: input.text.slice(0, sampledLength), to: sampledRecords }, limits, rows);
  } catch {
    // the wrong delimiter may well break a quote; the right one is read in full, and its faults reported then
  }
  return rows.rows;
}

function headerNotFound(file: string, first: RawRow | undefined, rule: HeaderRule): Error {
  const place = { file, line: first?.line ?? 1, value: first?.cells.join(' | ') };
  return fileRefused(
    'header-not-found',
    place,
    'no header that we recognise in the first rows',
    `add a row of column names with ${rule.expected}, or give a column map`,
  );
}

function csvNotes(decoded: { encoding: TextEncoding; certain: boolean }, delimiter: string): string[] {
  const encoding = `encoding ${encodingNames[decoded.encoding]}`;
  return [
    decoded.certain ? encoding : `${encoding}, told from the bytes: check the accented letters`,
    `delimiter ${delimiterNames[delimiter] ?? delimiter}`,
  ];
}
