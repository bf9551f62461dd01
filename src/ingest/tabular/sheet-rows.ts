import { broken } from './archive.js';
import { type CellFormat, numberText, plainNumber } from './cell-format.js';
import { attribute, type XmlAttributes } from './read-xml.js';
import { RowCollector } from './row-collector.js';
import type { RawRow } from './table.js';
import { type OpenWorkbook, readPart, type SheetPart } from './workbook-parts.js';
import { TextOfCell, unescaped } from './workbook-strings.js';

/** What cells of any sheet of the workbook lean on. */
export interface CellContext {
  readonly strings: readonly string[];
  readonly formats: readonly CellFormat[];
  readonly from1904: boolean;
}

export interface SheetRows {
  readonly rows: readonly RawRow[];
  /** formulas the file holds no result of: read as empty, never computed */
  readonly formulasWithoutValue: number;
}

/** The rows of a sheet that hold anything, as text; `first` stops after so many. */
export async function sheetRows(
  book: OpenWorkbook,
  sheet: SheetPart,
  context: CellContext,
  first = Number.POSITIVE_INFINITY,
): Promise<SheetRows> {
  const reader = new SheetReader(book, sheet, context);
  await readPart(book, sheet.part, {
    open: (name, attributes) => reader.open(name, attributes),
    text: (text) => reader.text(text),
    close: (name) => reader.close(name),
    done: () => reader.collector.rows.length >= first,
  });
  return { rows: reader.collector.rows.slice(0, first), formulasWithoutValue: reader.formulasWithoutValue };
}

const lastRow = 1_048_576;

/** Follows one sheet's XML: `<row r><c r t s><f/><v/></c></row>`. */
class SheetReader {
  readonly collector: RowCollector;
  formulasWithoutValue = 0;

  private line = 0;
  private column = -1;
  private cells: string[] = [];
  private type = 'n';
  private format: CellFormat = plainNumber;
  private value = '';
  private inValue = false;
  private hasFormula = false;
  private readonly inline = new TextOfCell();

  constructor(
    private readonly book: OpenWorkbook,
    private readonly sheet: SheetPart,
    private readonly context: CellContext,
  ) {
    this.collector = new RowCollector({ file: book.file, sheet: sheet.name }, book.limits);
  }

  open(name: string, attributes: XmlAttributes): void {
    if (name === 'row') this.openRow(attributes);
    else if (name === 'c') this.openCell(attributes);
    else if (name === 'v') this.inValue = true;
    else if (name === 'f') this.hasFormula = true;
    else this.inline.open(name);
  }

  text(text: string): void {
    if (this.inValue) this.value += text;
    else this.inline.add(text);
  }

  close(name: string): void {
    if (name === 'v') this.inValue = false;
    else if (name === 'c') this.closeCell();
    else if (name === 'row') this.collector.add({ line: this.line, cells: filled(this.cells) });
    else this.inline.close(name);
  }

  private openRow(attributes: XmlAttributes): void {
    const stated = attribute(attributes, 'r');
    const line = stated === undefined ? this.line + 1 : Number(stated);
    if (!Number.isInteger(line) || line <= this.line || line > lastRow) {
      throw broken(this.book.file, 'its rows are out of order');
    }
    this.line = line;
    this.column = -1;
    this.cells = [];
  }

  private openCell(attributes: XmlAttributes): void {
    const stated = attribute(attributes, 'r');
    this.column = stated === undefined ? this.column + 1 : columnIndex(stated);
    if (this.column < 0) throw broken(this.book.file, 'a cell has an address that no sheet has');
    this.type = attribute(attributes, 't') ?? 'n';
    this.format = this.context.formats[Number(attribute(attributes, 's') ?? '0')] ?? plainNumber;
    this.value = '';
    this.hasFormula = false;
  }

  private closeCell(): void {
    const inline = this.inline.take();
    const text = this.type === 'inlineStr' ? inline : this.cellText();
    if (this.hasFormula && text === '') this.formulasWithoutValue += 1;
    if (text === '') return;
    if (this.column >= this.book.limits.columns) throw this.collector.tooWide(this.line);
    this.cells[this.column] = text;
  }

  private cellText(): string {
    switch (this.type) {
      case 's':
        return this.sharedText();
      case 'b':
        return this.value === '1' ? 'TRUE' : this.value === '0' ? 'FALSE' : this.value;
      case 'n':
        return numberText(this.value, this.format, this.context.from1904);
      case 'd':
        return this.value.replace(/T00:00:00(\.0+)?Z?$/, '');
      default: // str: the text a formula gave; e: an error such as #REF!
        return unescaped(this.value);
    }
  }

  private sharedText(): string {
    if (this.value === '') return '';
    const text = this.context.strings[Number(this.value)];
    if (text === undefined) throw broken(this.book.file, 'a cell points to a text that is not there');
    return text;
  }
}

/** `C7` → 2; -1 where it is no address. */
function columnIndex(address: string): number {
  const letters = /^([A-Z]{1,3})[1-9]\d*$/.exec(address)?.[1];
  if (letters === undefined) return -1;
  return [...letters].reduce((index, letter) => index * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

/** A sparse row with its holes as empty texts. */
function filled(cells: readonly string[]): string[] {
  return Array.from(cells, (cell: string | undefined) => cell ?? '');
}
