import { type Document, isMap, parseDocument } from 'yaml';
import type { AppError } from '../../platform/errors/app-error.js';
import { fileRefused, quoted } from '../tabular/tabular.errors.js';
import { type MemberField, memberFields } from './member-row.js';

/** Which of their columns are which of our fields, for files whose headings we cannot tell; saved per source. */
export interface ColumnMap {
  /** their headings by our field; several are read one after the other (description, competences) */
  readonly columns: Readonly<Partial<Record<MemberField, readonly string[]>>>;
  /** the sheet of a workbook */
  readonly sheet?: string | undefined;
  /** how `03/04/2024` is read */
  readonly dates?: 'day-first' | 'month-first' | undefined;
  /** headings to leave out altogether */
  readonly leaveOut: readonly string[];
  /** what every row says though no column does: the country of a national list, the event people took part in */
  readonly fixed: Readonly<Partial<Record<MemberField, string>>>;
}

const settings = ['columns', 'sheet', 'dates', 'leaveOut', 'fixed'];
const joinable: ReadonlySet<MemberField> = new Set([
  'description',
  'competences',
  'languages',
  'ecosystems',
  'ateco',
]);
const mapLength = 100_000;

/**
 * Reads a column map, YAML or JSON: `legalName: Nome socio`, or the same under `columns` beside `sheet`, `dates`
 * (`day-first`, `month-first`), `leaveOut` and `fixed` (`country: IT`).
 *
 * @throws {AppError} `ingest.map-invalid`: one line with file, line, key and what to do
 */
export function readColumnMap(text: string, file: string): ColumnMap {
  if (text.length > mapLength)
    throw mapInvalid(file, undefined, 'more than 100,000 characters', 'keep what is needed');
  const document = parseDocument(text, { version: '1.2', schema: 'core', prettyErrors: true, strict: true });
  const [fault] = document.errors;
  if (fault !== undefined) {
    throw mapInvalid(
      file,
      fault.linePos?.[0].line,
      'not valid YAML or JSON',
      'write one line "our field: their column" each',
    );
  }
  if (!isMap(document.contents))
    throw mapInvalid(file, 1, 'not a list of fields', 'write "legalName: Their column"');
  return toColumnMap(plainValue(document, file), file);
}

function plainValue(document: Document.Parsed, file: string): Record<string, unknown> {
  try {
    return document.toJS({ maxAliasCount: 10 }) as Record<string, unknown>;
  } catch {
    throw mapInvalid(file, undefined, 'too many references', 'write every value out');
  }
}

/**
 * The same from what a map says, already parsed.
 *
 * @throws {AppError} `ingest.map-invalid`
 */
export function toColumnMap(value: Readonly<Record<string, unknown>>, file: string): ColumnMap {
  const nested = Object.hasOwn(value, 'columns');
  const columns = nested ? value['columns'] : value;
  if (typeof columns !== 'object' || columns === null || Array.isArray(columns)) {
    throw mapInvalid(
      file,
      undefined,
      '"columns" holds no fields',
      'write "legalName: Their column" below it',
    );
  }
  const entries = Object.entries(columns).filter(([key]) => nested || !settings.includes(key));
  const unknown = nested ? Object.keys(value).find((key) => !settings.includes(key)) : undefined;
  if (unknown !== undefined) {
    throw mapInvalid(
      file,
      undefined,
      `unknown key ${quoted(unknown)}`,
      `beside "columns" there are: ${settings.slice(1).join(', ')}`,
    );
  }
  return {
    columns: Object.fromEntries(entries.map(([key, headings]) => readEntry(key, headings, file))),
    sheet: optionalText(value['sheet'], 'sheet', file),
    dates: readDates(value['dates'], file),
    leaveOut: value['leaveOut'] === undefined ? [] : headingList(value['leaveOut'], 'leaveOut', file),
    fixed: readFixed(value['fixed'], file),
  };
}

function readFixed(value: unknown, file: string): ColumnMap['fixed'] {
  if (value === undefined || value === null) return {};
  if (typeof value !== 'object' || Array.isArray(value)) {
    throw mapInvalid(file, undefined, '"fixed" holds no fields', 'write "country: IT" below it');
  }
  const entries = Object.entries(value).map(([key, text]): [MemberField, string] => [
    fieldNamed(key, file),
    optionalText(text, key, file)?.trim() ?? '',
  ]);
  return Object.fromEntries(entries.filter(([, text]) => text !== ''));
}

function fieldNamed(key: string, file: string): MemberField {
  const field = memberFields.find((name) => name.toLowerCase() === key.toLowerCase());
  if (field !== undefined) return field;
  throw mapInvalid(
    file,
    undefined,
    `unknown field ${quoted(key)}`,
    `our fields are: ${memberFields.join(', ')}`,
  );
}

function readEntry(key: string, headings: unknown, file: string): [MemberField, readonly string[]] {
  const field = fieldNamed(key, file);
  const list = headingList(headings, key, file);
  if (list.length > 1 && !joinable.has(field)) {
    throw mapInvalid(file, undefined, `${field} names ${list.length} columns`, 'name one');
  }
  return [field, list];
}

function headingList(value: unknown, key: string, file: string): string[] {
  const list: unknown[] = Array.isArray(value) ? value : [value];
  return list.map((heading) => {
    if (typeof heading === 'string' && heading.trim() !== '') return heading;
    if (typeof heading === 'number') return String(heading);
    throw mapInvalid(
      file,
      undefined,
      `${quoted(key)} names no column`,
      'write the heading as it stands in the file',
    );
  });
}

function optionalText(value: unknown, key: string, file: string): string | undefined {
  if (value === undefined || value === null) return undefined;
  if (typeof value === 'string' || typeof value === 'number') return String(value);
  throw mapInvalid(file, undefined, `${quoted(key)} is no text`, 'write it as text');
}

function readDates(value: unknown, file: string): ColumnMap['dates'] {
  if (value === undefined || value === null) return undefined;
  if (value === 'day-first' || value === 'month-first') return value;
  throw mapInvalid(
    file,
    undefined,
    '"dates" is neither day-first nor month-first',
    'write one of them, or leave it out',
  );
}

function mapInvalid(file: string, line: number | undefined, problem: string, remedy: string): AppError {
  return fileRefused('map-invalid', { file, line }, problem, remedy);
}
