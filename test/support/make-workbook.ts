import { strToU8, zipSync, type Zippable } from 'fflate';

/** What a cell of a made workbook holds; `null` leaves it out. */
export type MadeCell =
  | string
  | number
  | boolean
  | null
  /** a number shown by a format code (`dd/mm/yyyy`) or a built-in format number (14) */
  | { readonly number: number; readonly format: string | number }
  /** a formula and the result stored with it, if any */
  | { readonly formula: string; readonly result?: string | number }
  /** an error value such as `#REF!` */
  | { readonly error: string }
  /** XML put into the cell element as it is, with its type */
  | { readonly raw: string; readonly type: string };

export interface MadeSheet {
  readonly name: string;
  readonly rows: readonly (readonly MadeCell[])[];
  readonly hidden?: boolean;
}

export interface MadeWorkbook {
  readonly sheets: readonly MadeSheet[];
  readonly from1904?: boolean;
  /** texts go into the table of shared strings, as spreadsheet programs do; else into the cells */
  readonly sharedStrings?: boolean;
  /** parts to add or to replace, by path; `null` leaves a part out */
  readonly parts?: Readonly<Record<string, string | Uint8Array | null>>;
}

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packaged = 'http://schemas.openxmlformats.org/package/2006';
const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** An .xlsx workbook of the given sheets, as bytes: just the parts a spreadsheet program needs to open it. */
export function makeWorkbook(book: MadeWorkbook): Uint8Array {
  const styles = new Styles();
  const strings = book.sharedStrings === true ? new Map<string, number>() : undefined;
  const parts: Record<string, string | Uint8Array | null> = {};
  book.sheets.forEach((sheet, i) => {
    parts[`xl/worksheets/sheet${i + 1}.xml`] = sheetXml(sheet, styles, strings);
  });
  parts['xl/workbook.xml'] = workbookXml(book);
  parts['xl/_rels/workbook.xml.rels'] = workbookRelations(book.sheets.length, strings !== undefined);
  parts['xl/styles.xml'] = styles.xml();
  if (strings !== undefined) parts['xl/sharedStrings.xml'] = stringsXml([...strings.keys()]);
  parts['_rels/.rels'] =
    `${declaration}<Relationships xmlns="${packaged}/relationships">` +
    `<Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`;
  parts['[Content_Types].xml'] = contentTypes(book.sheets.length);
  return makeZip({ ...parts, ...book.parts });
}

/** A zip archive of the given files; `null` leaves one out. */
export function makeZip(files: Readonly<Record<string, string | Uint8Array | null>>): Uint8Array {
  const zippable: Zippable = {};
  for (const [path, content] of Object.entries(files)) {
    if (content !== null) zippable[path] = typeof content === 'string' ? strToU8(content) : content;
  }
  return zipSync(zippable, { level: 6, mtime: '2024-01-01T00:00:00' });
}

class Styles {
  private readonly formats: (string | number)[] = ['General'];

  indexOf(format: string | number): number {
    if (!this.formats.includes(format)) this.formats.push(format);
    return this.formats.indexOf(format);
  }

  xml(): string {
    const custom = this.formats.map((format, i) =>
      typeof format === 'string' && i > 0
        ? `<numFmt numFmtId="${164 + i}" formatCode="${escaped(format)}"/>`
        : '',
    );
    const used = this.formats.map((format, i) =>
      i === 0 ? 0 : typeof format === 'number' ? format : 164 + i,
    );
    return (
      `${declaration}<styleSheet xmlns="${main}"><numFmts>${custom.join('')}</numFmts>` +
      '<fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders>' +
      '<cellStyleXfs count="1"><xf numFmtId="14"/></cellStyleXfs>' +
      `<cellXfs>${used.map((id) => `<xf numFmtId="${id}" applyNumberFormat="1"/>`).join('')}</cellXfs></styleSheet>`
    );
  }
}

function sheetXml(sheet: MadeSheet, styles: Styles, strings: Map<string, number> | undefined): string {
  const rows = sheet.rows.map((cells, i) => {
    const inner = cells.map((cell, column) => cellXml(cell, `${letters(column)}${i + 1}`, styles, strings));
    return cells.length === 0 ? '' : `<row r="${i + 1}">${inner.join('')}</row>`;
  });
  return `${declaration}<worksheet xmlns="${main}"><sheetData>${rows.join('')}</sheetData></worksheet>`;
}

function cellXml(
  cell: MadeCell,
  at: string,
  styles: Styles,
  strings: Map<string, number> | undefined,
): string {
  if (cell === null) return '';
  if (typeof cell === 'boolean') return `<c r="${at}" t="b"><v>${cell ? 1 : 0}</v></c>`;
  if (typeof cell === 'number') return `<c r="${at}"><v>${cell}</v></c>`;
  if (typeof cell === 'string') {
    if (strings === undefined) {
      return `<c r="${at}" t="inlineStr"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`;
    }
    if (!strings.has(cell)) strings.set(cell, strings.size);
    return `<c r="${at}" t="s"><v>${strings.get(cell)}</v></c>`;
  }
  if ('number' in cell) return `<c r="${at}" s="${styles.indexOf(cell.format)}"><v>${cell.number}</v></c>`;
  if ('error' in cell) return `<c r="${at}" t="e"><v>${escaped(cell.error)}</v></c>`;
  if ('raw' in cell) return `<c r="${at}" t="${cell.type}">${cell.raw}</c>`;
  const type = typeof cell.result === 'string' ? ' t="str"' : '';
  const result = cell.result === undefined ? '' : `<v>${escaped(String(cell.result))}</v>`;
  return `<c r="${at}"${type}><f>${escaped(cell.formula)}</f>${result}</c>`;
}

function workbookXml(book: MadeWorkbook): string {
  const sheets = book.sheets.map(
    ({ name, hidden }, i) =>
      `<sheet name="${escaped(name)}" sheetId="${i + 1}"${hidden === true ? ' state="hidden"' : ''} r:id="rId${i + 1}"/>`,
  );
  return (
    `${declaration}<workbook xmlns="${main}" xmlns:r="${office}"><workbookPr${book.from1904 === true ? ' date1904="1"' : ''}/>` +
    `<sheets>${sheets.join('')}</sheets></workbook>`
  );
}

function workbookRelations(sheets: number, withStrings: boolean): string {
  const relation = (id: number, type: string, target: string): string =>
    `<Relationship Id="rId${id}" Type="${office}/${type}" Target="${target}"/>`;
  const all = Array.from({ length: sheets }, (_, i) =>
    relation(i + 1, 'worksheet', `worksheets/sheet${i + 1}.xml`),
  );
  all.push(relation(sheets + 1, 'styles', 'styles.xml'));
  if (withStrings) all.push(relation(sheets + 2, 'sharedStrings', '/xl/sharedStrings.xml'));
  return `${declaration}<Relationships xmlns="${packaged}/relationships">${all.join('')}</Relationships>`;
}

function stringsXml(strings: readonly string[]): string {
  const items = strings.map((string) => `<si><t xml:space="preserve">${escaped(string)}</t></si>`);
  return `${declaration}<sst xmlns="${main}" count="${strings.length}">${items.join('')}</sst>`;
}

function contentTypes(sheets: number): string {
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
  const overrides = Array.from(
    { length: sheets },
    (_, i) => `<Override PartName="/xl/worksheets/sheet${i + 1}.xml" ContentType="${type}.worksheet+xml"/>`,
  );
  return (
    `${declaration}<Types xmlns="${packaged}/content-types">` +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    '<Default Extension="xml" ContentType="application/xml"/>' +
    `<Override PartName="/xl/workbook.xml" ContentType="${type}.sheet.main+xml"/>` +
    `<Override PartName="/xl/styles.xml" ContentType="${type}.styles+xml"/>` +
    `<Override PartName="/xl/sharedStrings.xml" ContentType="${type}.sharedStrings+xml"/>${overrides.join('')}</Types>`
  );
}

function letters(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26));
  return column < 26 ? letter : letters(Math.floor(column / 26) - 1) + letter;
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (mark) => `&#${mark.charCodeAt(0)};`);
}
