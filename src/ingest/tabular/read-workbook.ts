import { Archive, encrypted } from './archive.js';
import { findHeader, rowsBelow, searchedRows } from './find-header.js';
import type { TabularLimits } from './limits.js';
import { attribute } from './read-xml.js';
import { type CellContext, sheetRows } from './sheet-rows.js';
import type { HeaderRule, Table, TableSource } from './table.js';
import { fileRefused, overLimit, quoted, sheetAmbiguous } from './tabular.errors.js';
import { type OpenWorkbook, readPart, type SheetPart, workbookParts } from './workbook-parts.js';
import { cellFormats, sharedStrings } from './workbook-strings.js';

/**
 * Reads one sheet of an .xlsx workbook: the one asked for, else the only visible one with a header.
 *
 * Cached results of formulas are read as text; nothing is computed, no link is followed, macros are refused.
 */
export async function readWorkbook(
  source: TableSource,
  rule: HeaderRule,
  limits: TabularLimits,
): Promise<Table> {
  const archive = await Archive.open(source.bytes, source.file, limits);
  const book: OpenWorkbook = { archive, file: source.file, limits };
  await refuseOtherFormats(book);

  const parts = await workbookParts(book);
  const context: CellContext = {
    strings: await sharedStrings(book, parts.strings),
    formats: await cellFormats(book, parts.styles),
    from1904: parts.from1904,
  };
  const sheet = await chooseSheet({ book, context, sheets: parts.sheets, rule, asked: source.sheet });
  const { rows, formulasWithoutValue } = await sheetRows(book, sheet, context);
  const found = findHeader(rows, rule);
  if (found === undefined) throw headerNotFound(source.file, [sheet], rule);

  const table = rowsBelow(rows, found.at);
  if (table.rows.length > limits.rows) {
    throw overLimit({ file: source.file, sheet: sheet.name }, `more than ${limits.rows} rows`);
  }
  return {
    file: source.file,
    format: 'xlsx',
    encoding: null,
    delimiter: null,
    sheet: sheet.name,
    sheets: parts.sheets.map(({ name }) => name),
    headerLine: rows[found.at]?.line ?? 1,
    ...table,
    notes: workbookNotes(sheet, parts.sheets, formulasWithoutValue),
  };
}

interface SheetChoice {
  readonly book: OpenWorkbook;
  readonly context: CellContext;
  readonly sheets: readonly SheetPart[];
  readonly rule: HeaderRule;
  readonly asked: string | undefined;
}

async function chooseSheet({ book, context, sheets, rule, asked }: SheetChoice): Promise<SheetPart> {
  if (asked !== undefined) return namedSheet(book.file, sheets, asked);
  const readable: SheetPart[] = [];
  for (const sheet of sheets.filter(({ hidden }) => !hidden)) {
    const { rows } = await sheetRows(book, sheet, context, searchedRows);
    if (findHeader(rows, rule) !== undefined) readable.push(sheet);
  }
  const [only, ...others] = readable;
  if (only === undefined) throw headerNotFound(book.file, sheets, rule);
  if (others.length > 0)
    throw sheetAmbiguous(
      book.file,
      readable.map(({ name }) => name),
    );
  return only;
}

function namedSheet(file: string, sheets: readonly SheetPart[], asked: string): SheetPart {
  const key = (name: string): string => name.trim().toLowerCase();
  const sheet = sheets.find(({ name }) => key(name) === key(asked));
  if (sheet !== undefined) return sheet;
  const names = sheets.map(({ name }) => quoted(name)).join(', ') || 'none';
  throw fileRefused(
    'sheet-not-found',
    { file, sheet: asked },
    'there is no such sheet',
    `there are: ${names}`,
  );
}

function headerNotFound(file: string, sheets: readonly SheetPart[], rule: HeaderRule): Error {
  const names = sheets.map(({ name }) => quoted(name)).join(', ') || 'none';
  return fileRefused(
    'header-not-found',
    { file },
    `no header that we recognise in the first rows (sheets looked at: ${names})`,
    `add a row of column names with ${rule.expected}, or give a column map`,
  );
}

const saveAs = 'open it in a spreadsheet program and save it as .xlsx';

/** Zip archives that are not plain workbooks, told by what they hold, whatever the file is called. */
async function refuseOtherFormats({ archive, file, limits }: OpenWorkbook): Promise<void> {
  const names = archive.names;
  const has = (pattern: RegExp): boolean => names.some((name) => pattern.test(name));
  if (names.includes('EncryptedPackage')) throw encrypted(file);
  if (
    has(/(^|\/)vbaProject\.bin$/i) ||
    has(/^xl\/macrosheets\//i) ||
    (await declaresMacros({ archive, file, limits }))
  ) {
    throw fileRefused(
      'file-macros',
      { file },
      'the workbook holds macros',
      'save it as .xlsx, without macros',
    );
  }
  if (names.includes('mimetype') && names.includes('content.xml')) {
    throw fileRefused('file-not-a-table', { file }, 'this is an OpenDocument file', saveAs);
  }
  if (has(/^xl\/workbook\.bin$/i)) {
    throw fileRefused('file-not-a-table', { file }, 'this is a binary workbook (.xlsb)', saveAs);
  }
  if (!names.includes('[Content_Types].xml')) {
    throw fileRefused(
      'file-not-a-table',
      { file },
      'this is a zip archive, not a workbook',
      'unpack it and give the CSV or .xlsx file inside',
    );
  }
}

async function declaresMacros(book: OpenWorkbook): Promise<boolean> {
  let declared = false;
  if (!book.archive.has('[Content_Types].xml')) return false;
  await readPart(book, '[Content_Types].xml', {
    open: (_, attributes) => {
      const type = attribute(attributes, 'ContentType') ?? '';
      if (/macroEnabled|vbaProject|macrosheet/i.test(type)) declared = true;
    },
  });
  return declared;
}

function workbookNotes(
  sheet: SheetPart,
  sheets: readonly SheetPart[],
  formulasWithoutValue: number,
): string[] {
  const notes = [`sheet ${quoted(sheet.name)}`];
  const others = sheets
    .filter((other) => other !== sheet)
    .map(({ name, hidden }) => quoted(name) + (hidden ? ' (hidden)' : ''));
  if (others.length > 0) notes.push(`sheets not read: ${others.join(', ')}`);
  if (formulasWithoutValue > 0) {
    notes.push(`${formulasWithoutValue} formulas without a stored result were read as empty`);
  }
  return notes;
}
