import { defaultLimits, type TabularLimits } from '../tabular/limits.js';
import { readTable } from '../tabular/read-table.js';
import type { Table, TableSource, TextEncoding } from '../tabular/table.js';
import { fileRefused, quoted } from '../tabular/tabular.errors.js';
import type { ColumnMap } from './column-map.js';
import { type ColumnLook, type MemberColumn, memberColumns, memberHeaderRule } from './member-columns.js';
import type { MemberField, ReadRow, RowFinding } from './member-row.js';
import { looksPersonal } from './personal-content.js';
import type { Places } from './places.js';
import { readMemberRow } from './read-member-row.js';
import { cellText, isMissingCode } from './values/cell-text.js';
import { dateOrderOf } from './values/dates.js';
import { isCompanyTaxCode } from './values/identifiers.js';
import { readSme, readYesNo } from './values/plain-values.js';

/** How to read a member file. */
export interface MemberFileOptions {
  readonly map?: ColumnMap | undefined;
  /** asked for once the file is known to be a table: what it takes to know places need not be loaded for others */
  readonly places: () => Places;
  readonly limits?: TabularLimits | undefined;
}

/** A member file read: every row as a member or as refused, and how it was read. Plain data throughout. */
export interface MemberFile {
  readonly file: string;
  readonly format: 'csv' | 'xlsx';
  readonly encoding: TextEncoding | null;
  readonly delimiter: string | null;
  readonly sheet: string | null;
  readonly headerLine: number;
  /** the language most headings are in; it decides how dates and numbers without prefix are read */
  readonly language: 'it' | 'en';
  readonly columns: readonly MemberColumn[];
  readonly rows: readonly ReadRow[];
  readonly notes: readonly string[];
}

/**
 * Reads a member list, CSV or .xlsx, as an officer has it. Writes nothing, asks nothing but `places`.
 *
 * @throws {AppError} `ingest.…` where the whole file is refused; a wrong row is returned as refused
 */
export async function readMemberFile(source: TableSource, options: MemberFileOptions): Promise<MemberFile> {
  const { map } = options;
  const sheet = source.sheet ?? map?.sheet;
  const table = await readTable({ ...source, sheet }, memberHeaderRule(map), options.limits ?? defaultLimits);
  if (table.rows.length === 0) {
    const place = { file: table.file, line: table.headerLine };
    throw fileRefused('file-empty', place, 'a header and no rows below it', 'export it again');
  }
  const places = options.places();
  const columns = memberColumns(table.file, table.header, map, lookAt(table, places));
  const dates = dateOrderOf(datesOf(table, columns.columns), map?.dates, columns.language === 'it');
  const fixed = Object.values(map?.fixed ?? {});
  const rows = table.rows.map((row) =>
    readMemberRow(
      { ...row, cells: [...row.cells, ...fixed] },
      { columns, places, dates, width: table.header.length },
    ),
  );
  return {
    file: table.file,
    format: table.format,
    encoding: table.encoding,
    delimiter: table.delimiter,
    sheet: table.sheet,
    headerLine: table.headerLine,
    language: columns.language,
    columns: columns.columns,
    rows: withRepeatedTexts(rows),
    notes: [...table.notes, ...columnNotes(columns.columns)],
  };
}

function datesOf(table: Table, columns: readonly MemberColumn[]): string[] {
  const dates = columns.filter(({ field }) => field === 'since' || field === 'until');
  return table.rows.flatMap((row) => dates.map(({ index }) => cellText(row.cells[index] ?? '')));
}

function lookAt(table: Table, places: Places): ColumnLook {
  const valuesOf = (index: number): string[] =>
    table.rows.map((row) => cellText(row.cells[index] ?? '')).filter((text) => !isMissingCode(text));
  return {
    isPlausible: (field, index) => {
      const values = valuesOf(index);
      if (field === 'taxCode') return values.some(isCompanyTaxCode);
      const fitting = values.filter((text) => isFitting(field, text, places));
      return values.length === 0 || fitting.length * 2 >= values.length;
    },
    isPersonal: (index) => looksPersonal(valuesOf(index)),
  };
}

function isFitting(field: MemberField, text: string, places: Places): boolean {
  if (field === 'country') return places.country(text) !== undefined;
  if (field === 'sme') return readSme(text).ok;
  if (field === 'province') return places.provinceNuts(text) !== undefined;
  return !readYesNo(text).ok;
}

function columnNotes(columns: readonly MemberColumn[]): string[] {
  const named = (treatment: MemberColumn['treatment']): string =>
    columns
      .filter((column) => column.treatment === treatment)
      .map(({ heading }) => quoted(heading))
      .join(', ');
  const kept = named('kept');
  const leftOut = named('left out');
  return [
    ...(kept === '' ? [] : [`columns we do not know, kept as they are: ${kept}`]),
    ...(leftOut === ''
      ? []
      : [`columns about persons, left out (we take in none until those persons can be told so): ${leftOut}`]),
  ];
}

const shortText = 80;

/** How many of the other lines a note names. */
const namedLines = 5;

/** Two members with one and the same paragraph: likely copied, so an editor should look; neither is refused. */
function withRepeatedTexts(rows: readonly ReadRow[]): ReadRow[] {
  const lines = new Map<string, number[]>();
  const key = (row: ReadRow): string =>
    (row.ok ? (row.member.description ?? '') : '').toLowerCase().replace(/\s+/g, ' ');
  for (const row of rows) {
    const text = key(row);
    if (text.length < shortText) continue;
    const known = lines.get(text);
    if (known === undefined) lines.set(text, [row.line]);
    else if (known.length <= namedLines) known.push(row.line);
  }
  return rows.map((row) => {
    const others = (lines.get(key(row)) ?? []).filter((line) => line !== row.line).slice(0, namedLines);
    if (!row.ok || others.length === 0) return row;
    const note: RowFinding = {
      column: null,
      value: null,
      problem: 'repeated-text',
      message: `the description is the same as in line ${others.join(', ')}: copied?`,
    };
    return { ...row, notes: [...row.notes, note] };
  });
}
