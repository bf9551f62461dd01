import type { CellFormat } from './cell-format.js';
import { cellFormat } from './cell-format.js';
import { attribute } from './read-xml.js';
import { overLimit } from './tabular.errors.js';
import { type OpenWorkbook, readPart } from './workbook-parts.js';

/** The texts that cells point to by number, in order; reading aids (phonetic runs) left out. */
export async function sharedStrings(book: OpenWorkbook, part: string | undefined): Promise<string[]> {
  const strings: string[] = [];
  if (part === undefined || !book.archive.has(part)) return strings;
  const text = new TextOfCell();
  let length = 0;
  await readPart(book, part, {
    open: (name) => text.open(name),
    text: (piece) => text.add(piece),
    close: (name) => {
      text.close(name);
      if (name !== 'si') return;
      const string = text.take();
      length += string.length;
      if (length > book.limits.textLength || strings.length >= book.limits.cells) {
        throw overLimit({ file: book.file }, 'more text than a member list can need');
      }
      strings.push(string);
    },
  });
  return strings;
}

/** The format of each cell style, by its number. */
export async function cellFormats(book: OpenWorkbook, part: string | undefined): Promise<CellFormat[]> {
  const codes = new Map<number, string>();
  const formats: CellFormat[] = [];
  if (part === undefined || !book.archive.has(part)) return formats;
  let within = '';
  await readPart(book, part, {
    open: (name, attributes) => {
      if (name === 'cellXfs' || name === 'cellStyleXfs' || name === 'dxfs') within = name;
      const id = Number(attribute(attributes, 'numFmtId') ?? '0');
      if (name === 'numFmt' && within !== 'dxfs') codes.set(id, attribute(attributes, 'formatCode') ?? '');
      if (name === 'xf' && within === 'cellXfs') formats.push(cellFormat(id, codes.get(id)));
    },
    close: (name) => {
      if (name === within) within = '';
    },
  });
  return formats;
}

/** Gathers the `<t>` texts of one cell or shared string. */
export class TextOfCell {
  private pieces: string[] = [];
  private inText = false;
  private inPhonetic = false;

  open(name: string): void {
    if (name === 'rPh') this.inPhonetic = true;
    if (name === 't') this.inText = true;
  }

  add(piece: string): void {
    if (this.inText && !this.inPhonetic) this.pieces.push(piece);
  }

  close(name: string): void {
    if (name === 'rPh') this.inPhonetic = false;
    if (name === 't') this.inText = false;
  }

  /** The text gathered since the last call. */
  take(): string {
    const text = this.pieces.join('');
    this.pieces = [];
    return unescaped(text);
  }
}

/** Characters XML cannot hold are written `_x000D_`; a literal `_x000D_` is written `_x005F_x000D_`. */
export function unescaped(text: string): string {
  if (!text.includes('_x')) return text.replace(/\r\n?/g, '\n');
  return text
    .replace(/_x([0-9a-fA-F]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    .replace(/\r\n?/g, '\n');
}
