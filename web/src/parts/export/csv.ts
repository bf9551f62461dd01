/** A cell: missing is an empty one. */
export type CsvCell = string | number | boolean | null;

/**
 * A table as a file that a spreadsheet opens: UTF-8 with its mark, one line per row, cells in quotation marks. A text that
 * a spreadsheet would take for a formula begins with an apostrophe.
 */
export function csvOf(header: readonly string[], rows: readonly (readonly CsvCell[])[]): string {
  return `\uFEFF${[header, ...rows].map((row) => row.map(quoted).join(',')).join('\r\n')}\r\n`;
}

function quoted(cell: CsvCell): string {
  if (cell === null) return '';
  if (typeof cell !== 'string') return String(cell);
  const harmless = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
  return `"${harmless.replaceAll('"', '""')}"`;
}
