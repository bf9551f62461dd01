import { strToU8, zipSync } from 'fflate';

import { fixedHostUrl } from '../fixed-host-url.js';
import { xmlText } from './cell-text.js';
import { main, office, sheetXml } from './sheet-xml.js';
import { columnName, type Sheet, type Spreadsheet } from './spreadsheet.js';
import { stylesXml } from './styles-xml.js';

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const packaged = 'http://schemas.openxmlformats.org/package/2006';
const types = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** So that equal contents give equal bytes; a zip archive wants a time. */
const writtenAt = '2026-01-01T00:00:00';

/**
 * An .xlsx file: texts, numbers and links, with frozen headings, filters and a layout for paper. It can hold no
 * formula, no macro and no outside part, because nothing here writes one; a link leads only where ours may lead.
 *
 * @returns the same bytes for the same contents
 * @throws {RangeError} a sheet's name that no program takes, or a number that is none
 */
export function writeSpreadsheet(book: Spreadsheet): Uint8Array {
  const names = new Set(book.sheets.map(({ name }) => name.toLowerCase()));
  if (names.size !== book.sheets.length) throw new RangeError('two sheets have one name');
  const parts: Record<string, string> = {};
  book.sheets.map(onlyOurLinks).forEach((sheet, at) => {
    const { xml, targets } = sheetXml(sheet, book.pageNumber);
    parts[`xl/worksheets/sheet${at + 1}.xml`] = xml;
    if (targets.length > 0) parts[`xl/worksheets/_rels/sheet${at + 1}.xml.rels`] = linkRelations(targets);
  });
  parts['xl/workbook.xml'] = workbookXml(book.sheets);
  parts['xl/_rels/workbook.xml.rels'] = workbookRelations(book.sheets.length);
  parts['xl/styles.xml'] = stylesXml();
  parts['docProps/core.xml'] = coreXml(book.title);
  parts['_rels/.rels'] = relations([
    `<Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/>`,
    `<Relationship Id="rId2" Type="${packaged}/relationships/metadata/core-properties" Target="docProps/core.xml"/>`,
  ]);
  parts['[Content_Types].xml'] = contentTypes(book.sheets.length);
  const files = Object.entries(parts).map(([path, xml]) => [path, strToU8(declaration + xml)] as const);
  return zipSync(Object.fromEntries(files), { level: 6, mtime: writtenAt });
}

function onlyOurLinks(sheet: Sheet): Sheet {
  if (sheet.name.length > 31 || /[[\]:*?/\\]/.test(sheet.name) || sheet.name.trim() === '') {
    throw new RangeError(`"${sheet.name}" cannot be the name of a sheet`);
  }
  const rows = sheet.rows.map((row) =>
    row.map((cell) => {
      if (cell === null || typeof cell !== 'object' || !cell.link || !('url' in cell.link)) return cell;
      const url = fixedHostUrl(cell.link.url);
      return { ...cell, link: url === null ? null : { url } };
    }),
  );
  return { ...sheet, rows };
}

function workbookXml(sheets: readonly Sheet[]): string {
  const entries = sheets.map(
    ({ name }, at) => `<sheet name="${xmlText(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`,
  );
  const names = sheets.flatMap(definedNames);
  return (
    `<workbook xmlns="${main}" xmlns:r="${office}"><bookViews><workbookView activeTab="0"/></bookViews>` +
    `<sheets>${entries.join('')}</sheets>` +
    (names.length > 0 ? `<definedNames>${names.join('')}</definedNames>` : '') +
    '</workbook>'
  );
}

/** Headings on every printed page; and the filter's range, which some programs look for by this name. */
function definedNames({ name, above, columns, rows, filtered }: Sheet, at: number): string[] {
  const quoted = `'${name.replaceAll("'", "''")}'`;
  const line = above.length + 1;
  const range = `${quoted}!$A$${line}:$${columnName(Math.max(columns.length, 1) - 1)}$${line + rows.length}`;
  const define = (what: string, value: string, hidden: string): string =>
    `<definedName name="_xlnm.${what}" localSheetId="${at}"${hidden}>${xmlText(value)}</definedName>`;
  return [
    ...(filtered && rows.length > 0 ? [define('_FilterDatabase', range, ' hidden="1"')] : []),
    define('Print_Titles', `${quoted}!$1:$${line}`, ''),
  ];
}

function workbookRelations(sheets: number): string {
  const entries = Array.from(
    { length: sheets },
    (_, at) =>
      `<Relationship Id="rId${at + 1}" Type="${office}/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`,
  );
  entries.push(`<Relationship Id="rId${sheets + 1}" Type="${office}/styles" Target="styles.xml"/>`);
  return relations(entries);
}

function linkRelations(targets: readonly string[]): string {
  return relations(
    targets.map(
      (target, at) =>
        `<Relationship Id="rId${at + 1}" Type="${office}/hyperlink" Target="${xmlText(target)}" TargetMode="External"/>`,
    ),
  );
}

const relations = (entries: readonly string[]): string =>
  `<Relationships xmlns="${packaged}/relationships">${entries.join('')}</Relationships>`;

function coreXml(title: string): string {
  return (
    `<cp:coreProperties xmlns:cp="${packaged}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">` +
    `<dc:title>${xmlText(title)}</dc:title><dc:creator>Tessera</dc:creator></cp:coreProperties>`
  );
}

function contentTypes(sheets: number): string {
  const parts = Array.from(
    { length: sheets },
    (_, at) =>
      `<Override PartName="/xl/worksheets/sheet${at + 1}.xml" ContentType="${types}.worksheet+xml"/>`,
  );
  return (
    `<Types xmlns="${packaged}/content-types">` +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    '<Default Extension="xml" ContentType="application/xml"/>' +
    `<Override PartName="/xl/workbook.xml" ContentType="${types}.sheet.main+xml"/>` +
    `<Override PartName="/xl/styles.xml" ContentType="${types}.styles+xml"/>` +
    '<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>' +
    `${parts.join('')}</Types>`
  );
}
