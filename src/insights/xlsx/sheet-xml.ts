import { cellXmlText, needsGuard, xmlText } from './cell-text.js';
import { printSetup } from './print-setup.js';
import { rowHeight } from './row-height.js';
import { columnName, type Cell, type CellLink, type Sheet } from './spreadsheet.js';
import { styleNumber } from './styles-xml.js';

export const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
export const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** A sheet holds no more links than this; those beyond stay as texts. */
const mostLinks = 60_000;

/** Height of a line above the table, in points: room for a title. */
const heightAbove = 20;

export interface SheetParts {
  readonly xml: string;
  /** addresses the sheet links to; `rId1` is the first */
  readonly targets: readonly string[];
}

/** One worksheet's XML: texts as inline strings, numbers as numbers, and nothing else. */
export function sheetXml(sheet: Sheet, pageNumber: string): SheetParts {
  const links = new Links();
  const headings = sheet.columns.map(({ heading }) => ({ value: heading, style: 'header' as const }));
  const lines = [...sheet.above.map((cell) => [cell]), headings, ...sheet.rows];
  const widths = sheet.columns.map(({ width }) => width);
  const heights = lines.map((cells, line) =>
    line < sheet.above.length ? heightAbove : rowHeight(cells, widths),
  );
  const rows = lines.map((cells, line) =>
    rowXml(cells, { line: line + 1, height: heights[line] ?? heightAbove }, links),
  );
  const last = `${columnName(Math.max(sheet.columns.length, 1) - 1)}${lines.length}`;
  const headingLine = sheet.above.length + 1;
  return {
    xml:
      `<worksheet xmlns="${main}" xmlns:r="${office}">` +
      '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>' +
      `<dimension ref="A1:${last}"/>` +
      `<sheetViews><sheetView workbookViewId="0" showGridLines="0">${frozen(headingLine)}</sheetView></sheetViews>` +
      `<sheetFormatPr defaultRowHeight="13.5"/>${columnsXml(sheet)}` +
      `<sheetData>${rows.join('')}</sheetData>` +
      (sheet.filtered && sheet.rows.length > 0 ? `<autoFilter ref="A${headingLine}:${last}"/>` : '') +
      links.xml() +
      printSetup({ repeated: heights.slice(0, headingLine), rows: heights.slice(headingLine), widths }) +
      `<headerFooter><oddFooter>${footer(sheet, pageNumber)}</oddFooter></headerFooter>` +
      '</worksheet>',
    targets: links.targets,
  };
}

function frozen(headingLine: number): string {
  const first = `A${headingLine + 1}`;
  return (
    `<pane ySplit="${headingLine}" topLeftCell="${first}" activePane="bottomLeft" state="frozen"/>` +
    `<selection pane="bottomLeft" activeCell="${first}" sqref="${first}"/>`
  );
}

function columnsXml({ columns }: Sheet): string {
  const xml = columns.map(
    ({ width }, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`,
  );
  return columns.length === 0 ? '' : `<cols>${xml.join('')}</cols>`;
}

interface RowPlace {
  /** from 1 */
  readonly line: number;
  /** in points */
  readonly height: number;
}

function rowXml(cells: readonly Cell[], { line, height }: RowPlace, links: Links): string {
  const xml = cells.map((cell, at) => cellXml(cell, `${columnName(at)}${line}`, links));
  return `<row r="${line}" ht="${height}" customHeight="1">${xml.join('')}</row>`;
}

function cellXml(cell: Cell, place: string, links: Links): string {
  const {
    value,
    style = 'plain',
    link = null,
  } = cell !== null && typeof cell === 'object' ? cell : { value: cell ?? '' };
  // an empty cell is drawn too: the lines of a table run through it
  if (value === '') return `<c r="${place}" s="${styleNumber(style, 'as-is')}"/>`;
  const linked = link !== null && links.add(place, link);
  const number = styleNumber(style, variantOf(value, linked));
  if (typeof value === 'number') return numberXml(value, place, number);
  return `<c r="${place}" s="${number}" t="inlineStr"><is><t xml:space="preserve">${cellXmlText(value)}</t></is></c>`;
}

function numberXml(value: number, place: string, style: number): string {
  if (!Number.isFinite(value)) throw new RangeError(`cell ${place} would hold ${value}`);
  return `<c r="${place}" s="${style}"><v>${value}</v></c>`;
}

function variantOf(value: string | number, linked: boolean): Parameters<typeof styleNumber>[1] {
  const guarded = typeof value === 'string' && needsGuard(value);
  if (linked) return guarded ? 'guarded-link' : 'link';
  return guarded ? 'guarded' : 'as-is';
}

function footer({ name }: Sheet, pageNumber: string): string {
  return xmlText(`&L${name.replaceAll('&', '&&')}&R${pageNumber}`);
}

/** The links of one sheet, collected while its cells are written. */
class Links {
  readonly targets: string[] = [];
  private readonly marks: string[] = [];
  private readonly places = new Map<string, number>();

  /** @returns whether there was room for it */
  add(place: string, link: CellLink): boolean {
    if (this.marks.length >= mostLinks) return false;
    this.marks.push(
      'url' in link
        ? `<hyperlink ref="${place}" r:id="rId${this.targetNumber(link.url)}"/>`
        : `<hyperlink ref="${place}" location="${xmlText(`'${link.sheet.replaceAll("'", "''")}'!${link.cell}`)}"/>`,
    );
    return true;
  }

  xml(): string {
    return this.marks.length === 0 ? '' : `<hyperlinks>${this.marks.join('')}</hyperlinks>`;
  }

  private targetNumber(url: string): number {
    const known = this.places.get(url);
    if (known !== undefined) return known;
    this.targets.push(url);
    this.places.set(url, this.targets.length);
    return this.targets.length;
  }
}
