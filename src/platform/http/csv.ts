/** A value of a table: `null` is "not stated" and stays an empty cell. */
export type CsvValue = string | number | boolean | null;

/**
 * A table as CSV for people: byte order mark (Excel reads it as UTF-8 then), comma, CRLF, RFC 4180 quoting.
 *
 * A text that a spreadsheet would take for a formula gets an apostrophe before it: titles and names come from outside.
 */
export function csv(headings: readonly string[], rows: readonly (readonly CsvValue[])[]): string {
  return `\ufeff${[headings, ...rows].map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
}

function cell(value: CsvValue): string {
  if (value === null) return '';
  if (typeof value !== 'string') return String(value);
  const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n;]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
