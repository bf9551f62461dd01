/** One record as it stands: its cells untrimmed, or null where a quoted cell goes on after its closing quote. */
export interface RawRecord {
  /** the line it starts on, from 1 */
  readonly line: number;
  readonly cells: readonly string[] | null;
}

/** A quoted cell that never closes: all that follows is part of it, so nothing after `line` can be read. */
export class QuoteNotClosed extends Error {
  constructor(readonly line: number) {
    super('a quoted cell is not closed');
  }
}

/** A line without quotes that is longer than any record. */
export class LineTooLong extends Error {
  constructor(readonly line: number) {
    super('a line is too long');
  }
}

const quote = 0x22;
const lineFeed = 0x0a;
const carriageReturn = 0x0d;

/** More than any record holds: what is longer has lost a closing quote. */
const longestRecord = 4_000_000;

/**
 * Cuts CSV text into records as it arrives (RFC 4180: doubled quotes, line breaks inside quotes; `\n` or `\r\n`).
 * A quote inside an unquoted cell is a character like any other. Blank lines are left out.
 *
 * @throws {QuoteNotClosed}, {LineTooLong}
 */
export async function* csvRecords(
  texts: AsyncIterable<string>,
  delimiter: string,
): AsyncGenerator<RawRecord> {
  let text = '';
  let line = 1;
  for await (const piece of texts) {
    text += piece;
    let start = 0;
    for (;;) {
      const found = recordAt(text, start, delimiter.charCodeAt(0));
      if (found === null) break;
      if (!isBlank(found)) yield { line, cells: found.cells };
      line += linesIn(text, start, found.next);
      start = found.next;
    }
    text = text.slice(start);
    if (text.length > longestRecord)
      throw text.includes('"') ? new QuoteNotClosed(line) : new LineTooLong(line);
  }
  if (text === '') return;
  const last = recordAt(`${text}\n`, 0, delimiter.charCodeAt(0));
  if (last === null) throw new QuoteNotClosed(line);
  if (!isBlank(last)) yield { line, cells: last.cells };
}

interface Found {
  readonly cells: readonly string[] | null;
  /** where the next record starts */
  readonly next: number;
}

const isBlank = ({ cells }: Found): boolean => cells?.length === 1 && cells[0] === '';

/** The record that starts at `start`; null where the text ends before it does. */
function recordAt(text: string, start: number, delimiter: number): Found | null {
  const cells: string[] = [];
  let at = start;
  for (;;) {
    const cell = text.charCodeAt(at) === quote ? quotedCell(text, at) : plainCell(text, at, delimiter);
    if (cell === null) return null;
    const mark = text.charCodeAt(cell.end);
    cells.push(cell.value);
    if (mark === delimiter) at = cell.end + 1;
    else if (mark === lineFeed) return { cells, next: cell.end + 1 };
    else if (mark === carriageReturn && text.charCodeAt(cell.end + 1) === lineFeed)
      return { cells, next: cell.end + 2 };
    else return broken(text, cell.end);
  }
}

interface Cell {
  readonly value: string;
  /** place of the delimiter or line end behind it */
  readonly end: number;
}

function plainCell(text: string, start: number, delimiter: number): Cell | null {
  for (let at = start; at < text.length; at += 1) {
    const mark = text.charCodeAt(at);
    if (mark === delimiter) return { value: text.slice(start, at), end: at };
    if (mark !== lineFeed) continue;
    const end = at > start && text.charCodeAt(at - 1) === carriageReturn ? at - 1 : at;
    return { value: text.slice(start, end), end };
  }
  return null;
}

function quotedCell(text: string, start: number): Cell | null {
  let value = '';
  let from = start + 1;
  for (;;) {
    const close = text.indexOf('"', from);
    // Two characters behind decide: another quote, a delimiter, a line end of one or two characters.
    if (close < 0 || close + 2 >= text.length)
      return closedAtEnd(text, close, value + text.slice(from, close));
    value += text.slice(from, close);
    if (text.charCodeAt(close + 1) !== quote) return { value, end: close + 1 };
    value += '"';
    from = close + 2;
  }
}

/** A quote followed by nothing but the line end that closes the text. */
function closedAtEnd(text: string, close: number, value: string): Cell | null {
  return close >= 0 && close + 2 === text.length && text.charCodeAt(close + 1) === lineFeed
    ? { value, end: close + 1 }
    : null;
}

/** The rest of the line behind a misplaced quote is given up; reading goes on with the next. */
function broken(text: string, at: number): Found | null {
  const end = text.indexOf('\n', at);
  return end < 0 ? null : { cells: null, next: end + 1 };
}

function linesIn(text: string, from: number, to: number): number {
  let lines = 0;
  for (let at = text.indexOf('\n', from); at >= 0 && at < to; at = text.indexOf('\n', at + 1)) lines += 1;
  return lines;
}
