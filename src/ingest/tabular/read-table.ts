import { gunzipSync } from 'node:zlib';
import { encrypted } from './archive.js';
import { type TabularLimits, defaultLimits } from './limits.js';
import { readCsv } from './read-csv.js';
import { readWorkbook } from './read-workbook.js';
import type { HeaderRule, Table, TableSource } from './table.js';
import { fileRefused, overLimit } from './tabular.errors.js';

/**
 * Reads a CSV or .xlsx file, gzipped or not, into rows of text. What the file is, its bytes decide.
 *
 * Pure: bytes in, plain data out, so it can run in a child process without credentials.
 *
 * @throws {AppError} kind `invalid`, code `ingest.…`: the whole file is refused, in one line that names file, line,
 *   column and value where they are known, and what to do; `ingest.sheet-ambiguous` (kind `ambiguous`) lists sheets
 */
export async function readTable(
  source: TableSource,
  rule: HeaderRule,
  limits: TabularLimits = defaultLimits,
): Promise<Table> {
  const unpacked = withoutGzip(source, limits);
  const { bytes, file } = unpacked;
  if (bytes.byteLength > limits.fileBytes) throw tooLarge(file, limits);
  if (isBlank(bytes)) throw fileRefused('file-empty', { file }, 'the file is empty', 'export it again');
  if (startsWith(bytes, 'PK\u0003\u0004') || startsWith(bytes, 'PK\u0005\u0006')) {
    return readWorkbook(unpacked, rule, limits);
  }
  refuseForeign(bytes, file);
  return readCsv(unpacked, rule, limits);
}

function withoutGzip(source: TableSource, limits: TabularLimits): TableSource {
  if (source.bytes[0] !== 0x1f || source.bytes[1] !== 0x8b) return source;
  try {
    const bytes = gunzipSync(source.bytes, { maxOutputLength: limits.fileBytes });
    return { ...source, bytes };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') throw tooLarge(source.file, limits);
    throw fileRefused(
      'archive-broken',
      { file: source.file },
      'the gzip data is cut short or damaged',
      'fetch or export the file again',
    );
  }
}

function tooLarge(file: string, limits: TabularLimits): Error {
  return overLimit({ file }, `more than ${Math.round(limits.fileBytes / 1024 / 1024)} MB`);
}

function startsWith(bytes: Uint8Array, mark: string): boolean {
  return [...mark].every((letter, i) => bytes[i] === letter.charCodeAt(0));
}

function isBlank(bytes: Uint8Array): boolean {
  const start = startsWith(bytes, '\u00ef\u00bb\u00bf') ? 3 : startsWith(bytes, '\u00ff\u00fe') ? 2 : 0;
  return bytes.subarray(start).every((byte) => byte === 0x20 || (byte >= 0x09 && byte <= 0x0d));
}

/** Things people hand in by mistake, each with the way out. */
function refuseForeign(bytes: Uint8Array, file: string): void {
  if (startsWith(bytes, '\u00d0\u00cf\u0011\u00e0')) throw oldOffice(bytes, file);
  if (startsWith(bytes, '%PDF')) {
    throw fileRefused(
      'file-not-a-table',
      { file },
      'this is a PDF',
      'hand in the spreadsheet it was made from',
    );
  }
  const head = Buffer.from(bytes.subarray(0, 2048)).toString('latin1').replaceAll('\0', '').trimStart();
  const text = head.replace(/^(ï»¿|ÿþ|þÿ)/, '').trimStart();
  if (/^(<!--[\s\S]*?-->\s*)?<(!doctype html|html|head|body|table|meta)\b/i.test(text)) {
    throw fileRefused(
      'file-html',
      { file, line: 1 },
      'this is an HTML page, not data (a sign-in or error page saved under the name of the file?)',
      'download the file again, or open it in a spreadsheet program and save it as .xlsx',
    );
  }
  if (/^(<\?xml|\{\s*"|\[\s*[[{"])/i.test(text)) {
    throw fileRefused('file-not-a-table', { file, line: 1 }, 'this is XML or JSON', 'hand in CSV or .xlsx');
  }
}

/** The container of old .xls workbooks, and of .xlsx workbooks behind a password. */
function oldOffice(bytes: Uint8Array, file: string): Error {
  const name = Buffer.from('EncryptedPackage', 'utf16le');
  if (Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(name)) return encrypted(file);
  return fileRefused(
    'file-not-a-table',
    { file },
    'this is an old workbook (.xls)',
    'open it in a spreadsheet program and save it as .xlsx',
  );
}
