import { isUtf8 } from 'node:buffer';

import type { SourceFile } from './source-file.js';
import { fileRefused } from '../tabular/tabular.errors.js';
import { notTheData } from './unreadable-source.errors.js';

const newline = 0x0a;

/**
 * The bytes of a file, checked to be UTF-8 text on the way; a byte order mark is left out.
 *
 * @param wanted  what the file should be, for the error: `a CSV file`
 * @throws {AppError} `ingest.file-not-data` (a web page, a PDF, binary), `ingest.file-not-utf8`, and those of `bytes()`
 */
export async function* utf8Bytes(file: SourceFile, wanted: string): AsyncGenerator<Buffer> {
  const at = { line: 1, bytes: 0 };
  let rest: Buffer = Buffer.alloc(0);
  let first = true;
  for await (const chunk of file.bytes()) {
    let bytes = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    if (first) {
      if (bytes.length < 4) {
        rest = bytes;
        continue;
      }
      bytes = withoutMark(bytes);
      refuseOther(file.name, bytes, wanted);
      first = false;
    }
    const end = lastWholeCharacter(bytes);
    const whole = bytes.subarray(0, end);
    if (!isUtf8(whole)) throw notUtf8(file.name, whole, at);
    advance(at, whole);
    rest = bytes.subarray(end);
    yield whole;
  }
  if (rest.length === 0) return;
  if (!isUtf8(rest)) throw notUtf8(file.name, rest, at);
  if (first) refuseOther(file.name, rest, wanted);
  yield withoutMark(rest);
}

/**
 * The lines of a file, numbered from 1, without their ends; empty ones are left out.
 *
 * @throws {AppError} `ingest.file-over-limit`, and those of `utf8Bytes`
 */
export async function* utf8Lines(
  file: SourceFile,
  wanted: string,
  longestBytes: number,
): AsyncGenerator<{ readonly line: number; readonly text: string }> {
  let line = 0;
  let rest: Buffer[] = [];
  let restBytes = 0;
  for await (const chunk of utf8Bytes(file, wanted)) {
    let from = 0;
    for (let to = chunk.indexOf(newline); to >= 0; to = chunk.indexOf(newline, from)) {
      line += 1;
      const text = Buffer.concat([...rest, chunk.subarray(from, to)])
        .toString('utf8')
        .trim();
      rest = [];
      restBytes = 0;
      from = to + 1;
      if (text !== '') yield { line, text };
    }
    rest.push(chunk.subarray(from));
    restBytes += chunk.length - from;
    if (restBytes > longestBytes) {
      const place = { file: file.name, line: line + 1 };
      throw fileRefused(
        'file-over-limit',
        place,
        `a line longer than ${longestBytes} bytes`,
        'put one record on a line',
      );
    }
  }
  const text = Buffer.concat(rest).toString('utf8').trim();
  if (text !== '') yield { line: line + 1, text };
}

function withoutMark(bytes: Buffer): Buffer {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? bytes.subarray(3) : bytes;
}

function refuseOther(file: string, bytes: Buffer, wanted: string): void {
  const start = bytes.subarray(0, 1_024).toString('latin1').trimStart();
  if (start.startsWith('<'))
    throw notTheData(
      file,
      /^<(!doctype html|html)/i.test(start) ? 'a web page (HTML)' : 'XML or HTML',
      wanted,
    );
  if (start.startsWith('%PDF')) throw notTheData(file, 'a PDF', wanted);
  if (start.includes('\0')) throw notTheData(file, 'binary data or UTF-16 text', `${wanted} in UTF-8`);
}

/** Where the last whole character ends: a chunk may be cut inside one. */
function lastWholeCharacter(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) return bytes.length;
    if (byte >= 0xc0) return back < lengthOf(byte) ? bytes.length - back : bytes.length;
  }
  return bytes.length;
}

const lengthOf = (lead: number): number => (lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2);

/** A place in the text: the line, and how many of its bytes have gone by. */
interface Place {
  line: number;
  bytes: number;
}

function advance(at: Place, bytes: Buffer): void {
  for (let end = bytes.indexOf(newline); end >= 0; end = bytes.indexOf(newline, end + 1)) at.line += 1;
  const lastEnd = bytes.lastIndexOf(newline);
  at.bytes = lastEnd < 0 ? at.bytes + bytes.length : bytes.length - lastEnd - 1;
}

/** Finds the line and column of the first byte that is wrong. */
function notUtf8(file: string, bytes: Buffer, from: Place): Error {
  const at = { ...from };
  // What is not UTF-8 decodes to U+FFFD.
  const good = bytes.toString('utf8').split('\uFFFD', 1)[0] ?? '';
  advance(at, Buffer.from(good));
  const place = { file, line: at.line, column: String(at.bytes + 1) };
  return fileRefused('file-not-utf8', place, 'from here on this is not UTF-8 text', 'save the file as UTF-8');
}
