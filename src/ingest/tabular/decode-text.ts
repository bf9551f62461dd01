import { fileRefused } from './tabular.errors.js';
import type { TextEncoding } from './table.js';

/** The text of a file, without byte order mark, line ends as `\n`, and how it was encoded. */
export interface DecodedText {
  readonly text: string;
  readonly encoding: TextEncoding;
  /** false: told from the bytes alone, so a person should look at the accents */
  readonly certain: boolean;
}

const lineFeed = 0x0a;

/**
 * Decodes UTF-8 (with or without mark), UTF-16 with mark, and Windows-1252 where the bytes are not UTF-8.
 *
 * @throws {AppError} `ingest.file-undecodable` (mixed or broken encoding), `ingest.file-binary` (NUL characters)
 */
export function decodeText(bytes: Uint8Array, file: string): DecodedText {
  const marked = markedEncoding(bytes);
  if (marked !== undefined) return { ...decodeAs(marked, bytes, file), certain: true };
  if (isDecodable('utf-8', bytes)) return { ...decodeAs('utf-8', bytes, file), certain: true };

  refuseBrokenUtf8(bytes, file);
  return { ...decodeAs('windows-1252', bytes, file), certain: false };
}

function markedEncoding(bytes: Uint8Array): TextEncoding | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return undefined;
}

function isDecodable(encoding: TextEncoding, bytes: Uint8Array): boolean {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

function decodeAs(encoding: TextEncoding, bytes: Uint8Array, file: string): Omit<DecodedText, 'certain'> {
  let text: string;
  try {
    text =
      encoding === 'windows-1252'
        ? windows1252(bytes)
        : new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw undecodable(file, undefined, encoding.toUpperCase());
  }
  text = text.replace(/\r\n?/g, '\n');
  refuseBinary(text, file);
  if (encoding === 'windows-1252') refuseUnassigned(text, file);
  return { text, encoding };
}

/** What Windows-1252 has at 80 to 9F where Latin-1 has controls; a space stands where it has nothing. */
const windowsMarks = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ';

/** Decoded by hand: on Node 20 `TextDecoder('windows-1252')` reads Latin-1, so € and curly quotes come out wrong. */
function windows1252(bytes: Uint8Array): string {
  const latin1 = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  return latin1.replace(/[\u0080-\u009f]/g, (control) => {
    const mark = windowsMarks[control.charCodeAt(0) - 0x80];
    return mark === undefined || mark === ' ' ? control : mark;
  });
}

/** A file that is UTF-8 for the most part was damaged; read as Windows-1252 every accent would come out wrong. */
function refuseBrokenUtf8(bytes: Uint8Array, file: string): void {
  let sequences = 0;
  let faults = 0;
  let line = 1;
  let faultLine: number | undefined;
  for (let at = 0; at < bytes.length;) {
    const length = sequenceLength(bytes, at);
    if (bytes[at] === lineFeed) line += 1;
    if (length > 1) sequences += 1;
    if (length === 0) {
      faults += 1;
      faultLine ??= line;
    }
    at += Math.max(length, 1);
  }
  if (sequences > faults) throw undecodable(file, faultLine, 'UTF-8');
}

/** Length of the UTF-8 sequence that starts here, 0 where none does. Overlong forms do not matter for counting. */
function sequenceLength(bytes: Uint8Array, at: number): number {
  const lead = bytes[at] ?? 0;
  const length = lead < 0x80 ? 1 : lead < 0xc2 ? 0 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : lead < 0xf5 ? 4 : 0;
  for (let next = 1; next < length; next += 1) {
    if (((bytes[at + next] ?? 0) & 0xc0) !== 0x80) return 0;
  }
  return length;
}

function refuseBinary(text: string, file: string): void {
  const at = text.indexOf('\0');
  if (at === -1) return;
  throw fileRefused(
    'file-binary',
    { file, line: lineAt(text, at) },
    'a NUL character, so this is not a text file in an encoding we can tell',
    'save it as "CSV UTF-8" or as .xlsx',
  );
}

/** The five bytes Windows-1252 leaves unassigned decode to C1 controls: then it is some other encoding. */
function refuseUnassigned(text: string, file: string): void {
  const at = text.search(/[\u0081\u008d\u008f\u0090\u009d]/);
  if (at !== -1) throw undecodable(file, lineAt(text, at), 'UTF-8 or Windows-1252');
}

function undecodable(file: string, line: number | undefined, encoding: string): Error {
  return fileRefused(
    'file-undecodable',
    { file, line },
    `the bytes are not ${encoding} text throughout`,
    'save it as "CSV UTF-8" or as .xlsx',
  );
}

function lineAt(text: string, at: number): number {
  let line = 1;
  for (let next = text.indexOf('\n'); next !== -1 && next < at; next = text.indexOf('\n', next + 1))
    line += 1;
  return line;
}
