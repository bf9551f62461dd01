import { Archive } from '../tabular/archive.js';
import { defaultLimits, type TabularLimits } from '../tabular/limits.js';
import { readXml } from '../tabular/read-xml.js';
import { documentWithMacros, documentWithoutText, notADocument } from './document.errors.js';
import { longestText } from './proposed-competences.js';
import { readPdf } from './read-pdf.js';

/** A company profile weighs little; pictures in it are not unpacked. */
const limits: TabularLimits = { ...defaultLimits, inflatedBytes: 50 * 1024 * 1024 };

const body = 'word/document.xml';

/**
 * The text of a PDF or DOCX by what stands in it, whatever its name says; a line per paragraph or printed line.
 *
 * To be run in a process of its own: whoever made the file is a stranger.
 *
 * @throws {AppError} `ingest.document-…`, `ingest.archive-broken`, `ingest.file-encrypted`, `ingest.file-over-limit`
 */
export async function readDocument(bytes: Uint8Array, file: string): Promise<string> {
  const text = await textOf(bytes, file);
  if (!/\p{L}{3}/u.test(text)) throw documentWithoutText(file);
  return text.slice(0, longestText);
}

function textOf(bytes: Uint8Array, file: string): Promise<string> {
  const start = Buffer.from(bytes.subarray(0, 1024)).toString('latin1');
  if (start.startsWith('PK')) return readDocx(bytes, file);
  if (start.startsWith('%PDF-')) return readPdf(bytes, file);
  return Promise.reject(notADocument(file));
}

async function readDocx(bytes: Uint8Array, file: string): Promise<string> {
  const archive = await Archive.open(bytes, file, limits);
  if (archive.names.some((name) => /vbaProject|\.bin$/i.test(name))) throw documentWithMacros(file);
  if (!archive.has(body)) throw notADocument(file);
  const text = new Paragraphs();
  await readXml(
    { chunks: archive.read(body), file, limits },
    {
      open: (name) => text.open(name),
      text: (piece) => text.text(piece),
      close: (name) => text.close(name),
      done: () => text.isFull,
    },
  );
  return text.toString();
}

/** The text that is shown: of `w:t` alone, so neither what was deleted nor what a field is computed from. */
class Paragraphs {
  #text = '';
  #shown = false;

  get isFull(): boolean {
    return this.#text.length > longestText;
  }

  open(name: string): void {
    if (name === 't') this.#shown = true;
    else if (name === 'tab' || name === 'br') this.#text += ' ';
  }

  text(piece: string): void {
    if (this.#shown && !this.isFull) this.#text += piece;
  }

  close(name: string): void {
    if (name === 't') this.#shown = false;
    else if (name === 'p') this.#text += '\n';
  }

  toString(): string {
    return this.#text;
  }
}
