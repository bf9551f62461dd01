import { fileRefused } from '../tabular/tabular.errors.js';
import { csvRecords, LineTooLong, QuoteNotClosed } from './csv-records.js';
import type { SourceFile } from './source-file.js';
import { emptySource } from './unreadable-source.errors.js';
import { utf8Bytes } from './utf8-text.js';

/** The columns to read: our name → the names a header may give it, in any letter case; absent optional ones read as ''. */
export type Columns<C extends string> = Readonly<
  Record<C, { readonly names: readonly string[]; readonly required?: boolean }>
>;

/** One record of a table: the line it starts on and its trimmed cells, or why it has none. */
export type CsvRecord<C extends string> =
  | { readonly ok: true; readonly row: number; readonly cells: Readonly<Record<C, string>> }
  | { readonly ok: false; readonly row: number; readonly why: string };

const mostColumns = 200;
const longestHeaderBytes = 1_000_000;

/**
 * The records of a CSV file with a header: comma, semicolon or tab (told from the header), columns in any order,
 * unknown columns left out. Streams: memory does not grow with the file.
 *
 * A record with too few or too many cells, or a misplaced quote, has no cells.
 *
 * @throws {AppError} `ingest.column-missing`, `ingest.csv-quote-not-closed`, `ingest.file-empty`, and those of
 *   `utf8Bytes`
 */
export async function* readCsv<C extends string>(
  file: SourceFile,
  columns: Columns<C>,
): AsyncGenerator<CsvRecord<C>> {
  const bytes = utf8Bytes(file, 'a CSV file');
  const head = await firstLine(bytes);
  let table: { readonly places: Places<C>; readonly width: number } | null = null;
  try {
    for await (const { line: row, cells } of csvRecords(
      textsOf(head, bytes),
      delimiterOf(head.toString('utf8')),
    )) {
      if (table === null)
        table = { places: placesOf(file.name, cells ?? [], columns), width: cells?.length ?? 0 };
      else if (cells === null) yield { ok: false, row, why: 'text behind a closing quote mark' };
      else if (cells.length === table.width) yield { ok: true, row, cells: cellsOf(cells, table.places) };
      else yield { ok: false, row, why: `${cells.length} cells where the header has ${table.width}` };
    }
  } catch (error) {
    if (error instanceof QuoteNotClosed) throw quoteNotClosed(file.name, error.line);
    throw error instanceof LineTooLong ? lineTooLong(file.name, error.line) : error;
  }
  if (table === null) throw emptySource(file.name);
}

/** The bytes up to and with the first line end, or all there are. */
async function firstLine(bytes: AsyncGenerator<Buffer>): Promise<Buffer> {
  let head: Buffer = Buffer.alloc(0);
  while (!head.includes(0x0a) && head.length < longestHeaderBytes) {
    const next = await bytes.next();
    if (next.done === true) break;
    head = Buffer.concat([head, next.value]);
  }
  return head;
}

async function* textsOf(head: Buffer, rest: AsyncGenerator<Buffer>): AsyncGenerator<string> {
  yield head.toString('utf8');
  for await (const bytes of rest) yield bytes.toString('utf8');
}

/** Where each column stands in a record; beyond its end where the header lacks it. */
type Places<C extends string> = ReadonlyMap<C, number>;
const absent = -1;

/** The mark that parts most columns in the header line; a comma where there is only one. */
function delimiterOf(head: string): string {
  const header = head.split('\n', 1)[0]?.replace(/"[^"]*"/g, '') ?? '';
  const marks = [',', ';', '\t'].map((mark) => ({ mark, columns: header.split(mark).length }));
  return marks.reduce((best, next) => (next.columns > best.columns ? next : best)).mark;
}

function placesOf<C extends string>(file: string, header: readonly string[], columns: Columns<C>): Places<C> {
  if (header.length > mostColumns) {
    throw fileRefused(
      'file-over-limit',
      { file, line: 1 },
      `${header.length} columns`,
      `at most ${mostColumns} are read`,
    );
  }
  const found = new Map(header.map((name, place) => [name.trim().toLowerCase(), place]));
  const places = new Map<C, number>();
  for (const column of Object.keys(columns) as C[]) {
    const { names, required } = columns[column];
    const place = names.map((name) => found.get(name.toLowerCase())).find((at) => at !== undefined);
    if (place === undefined && required === true) throw missingColumn(file, names, header);
    places.set(column, place ?? absent);
  }
  return places;
}

function missingColumn(file: string, names: readonly string[], header: readonly string[]): Error {
  const seen = header.slice(0, 12).join(', ').slice(0, 200);
  const wanted = names.join(' or ');
  return fileRefused(
    'column-missing',
    { file, line: 1 },
    `no column ${wanted}`,
    `add it; the header has: ${seen}`,
  );
}

function cellsOf<C extends string>(record: readonly string[], places: Places<C>): Record<C, string> {
  const cells = {} as Record<C, string>;
  for (const [column, place] of places) cells[column] = (record[place] ?? '').trim();
  return cells;
}

function lineTooLong(file: string, line: number): Error {
  const problem = 'a line longer than any record';
  return fileRefused('file-over-limit', { file, line }, problem, 'put one record on a line');
}

function quoteNotClosed(file: string, line: number): Error {
  const problem =
    'a quoted value that starts here never ends: the file is cut off, or a quote mark is missing';
  return fileRefused('csv-quote-not-closed', { file, line }, problem, 'get it again');
}
