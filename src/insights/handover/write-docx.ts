import { strToU8, zipSync } from 'fflate';

import { xmlText } from '../xlsx/cell-text.js';
import type { Block, WrittenDocument } from './document.js';

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const word = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packaged = 'http://schemas.openxmlformats.org/package/2006';
const types = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

/** So that equal contents give equal bytes; a zip archive wants a time. */
const writtenAt = '2026-01-01T00:00:00';

/** A4 across, in twentieths of a point, and its margins. */
const page = { width: 16_838, height: 11_906, margin: 850 };
const textWidth = page.width - 2 * page.margin;

/**
 * A .docx file of headings, paragraphs, lists and tables. It can hold no field, no macro and no outside part, because
 * nothing here writes one.
 *
 * @returns the same bytes for the same contents
 */
export function writeDocx({ title, language, blocks }: WrittenDocument): Uint8Array {
  const body = [paragraph('Title', title), ...blocks.map(blockXml)].join('');
  const parts: Record<string, string> = {
    '[Content_Types].xml': `<Types xmlns="${packaged}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${types}.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="${types}.styles+xml"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="${packaged}/relationships"><Relationship Id="rId1" Type="${relationships}/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/_rels/document.xml.rels': `<Relationships xmlns="${packaged}/relationships"><Relationship Id="rId1" Type="${relationships}/styles" Target="styles.xml"/></Relationships>`,
    'word/styles.xml': stylesXml(language),
    'word/document.xml': `<w:document xmlns:w="${word}"><w:body>${body}<w:sectPr><w:pgSz w:w="${page.width}" w:h="${page.height}" w:orient="landscape"/><w:pgMar w:top="${page.margin}" w:right="${page.margin}" w:bottom="${page.margin}" w:left="${page.margin}" w:header="400" w:footer="400" w:gutter="0"/></w:sectPr></w:body></w:document>`,
  };
  const files = Object.entries(parts).map(([name, xml]) => [name, strToU8(declaration + xml)] as const);
  return zipSync(Object.fromEntries(files), { level: 6, mtime: writtenAt });
}

function blockXml(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return paragraph('Heading1', block.text);
    case 'text':
      return paragraph('Normal', block.text);
    case 'note':
      return paragraph('Note', block.text);
    case 'list':
      return block.items.map((item) => paragraph('Item', `•\u00a0${item}`)).join('');
    case 'table':
      return tableXml(block);
  }
}

const paragraph = (style: string, text: string): string =>
  `<w:p><w:pPr><w:pStyle w:val="${style}"/></w:pPr>${run(text)}</w:p>`;

/** A line break stays one. */
const run = (text: string): string =>
  `<w:r>${text
    .split(/\r?\n/)
    .map((line) => `<w:t xml:space="preserve">${xmlText(line)}</w:t>`)
    .join('<w:br/>')}</w:r>`;

function tableXml({ headings, widths, rows }: Extract<Block, { kind: 'table' }>): string {
  const whole = widths.reduce((sum, width) => sum + width, 0);
  const columns = widths.map((width) => Math.round((width / whole) * textWidth));
  const cell = (text: string, at: number, style: string): string =>
    `<w:tc><w:tcPr><w:tcW w:w="${columns[at] ?? 0}" w:type="dxa"/></w:tcPr>${paragraph(style, text)}</w:tc>`;
  const line = (cells: readonly string[], style: string, head: string): string =>
    `<w:tr><w:trPr><w:cantSplit/>${head}</w:trPr>${cells.map((text, at) => cell(text, at, style)).join('')}</w:tr>`;
  const grid = columns.map((width) => `<w:gridCol w:w="${width}"/>`).join('');
  const lines = [
    line(headings, 'CellHead', '<w:tblHeader/>'),
    ...rows.map((cells) => line(cells, 'Cell', '')),
  ].join('');
  // a paragraph behind it: two tables in a row would be read as one
  return `<w:tbl><w:tblPr><w:tblStyle w:val="Grid"/><w:tblW w:w="${textWidth}" w:type="dxa"/><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>${grid}</w:tblGrid>${lines}</w:tbl>${paragraph('Note', '')}`;
}

function stylesXml(language: string): string {
  const style = (id: string, name: string, size: number, rest = ''): string =>
    `<w:style w:type="paragraph" w:styleId="${id}"${id === 'Normal' ? ' w:default="1"' : ''}><w:name w:val="${name}"/>${id === 'Normal' ? '' : '<w:basedOn w:val="Normal"/>'}<w:pPr><w:spacing w:before="40" w:after="60"/>${id === 'Heading1' ? '<w:keepNext/><w:outlineLvl w:val="0"/>' : ''}</w:pPr><w:rPr>${rest}<w:sz w:val="${size}"/></w:rPr></w:style>`;
  const side = (name: string): string => `<w:${name} w:val="single" w:sz="4" w:space="0" w:color="B0B7BF"/>`;
  const borders = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map(side).join('');
  return `<w:styles xmlns:w="${word}"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:cs="Calibri"/><w:lang w:val="${language === 'it' ? 'it-IT' : 'en-GB'}"/></w:rPr></w:rPrDefault></w:docDefaults>${[
    style('Normal', 'Normal', 20),
    style('Title', 'Title', 32, '<w:b/>'),
    style('Heading1', 'heading 1', 24, '<w:b/>'),
    style('Note', 'Note', 16, '<w:color w:val="5A6472"/>'),
    style('Item', 'Item', 20),
    style('Cell', 'Cell', 16),
    style('CellHead', 'Cell heading', 16, '<w:b/>'),
  ].join(
    '',
  )}<w:style w:type="table" w:styleId="Grid"><w:name w:val="Grid"/><w:tblPr><w:tblBorders>${borders}</w:tblBorders></w:tblPr></w:style></w:styles>`;
}
