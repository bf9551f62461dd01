import type { HeaderRule, RawRow, TableRow } from './table.js';

/** Titles, logos and notes above the header are common; a header further down than this is not looked for. */
export const searchedRows = 50;

export interface FoundHeader {
  /** index into the rows that were searched */
  readonly at: number;
  readonly score: number;
}

/** The row among the first fifty that names most of what we know; the upper one where two name as much. */
export function findHeader(rows: readonly RawRow[], rule: HeaderRule): FoundHeader | undefined {
  let best: FoundHeader | undefined;
  rows.slice(0, searchedRows).forEach((row, at) => {
    const score = rule.score(row.cells);
    if (score > (best?.score ?? 0)) best = { at, score };
  });
  return best;
}

/** The rows below a header, cut to its width; empty rows and repeated headers (printed page breaks) left out. */
export function rowsBelow(rows: readonly RawRow[], at: number): { header: string[]; rows: TableRow[] } {
  const header = trimEnd((rows[at]?.cells ?? []).map((cell) => cell.trim()));
  const same = (cells: readonly string[]): boolean => header.every((name, i) => cells[i]?.trim() === name);
  return {
    header,
    rows: rows
      .slice(at + 1)
      .filter((row) => !same(row.cells))
      .map(({ line, cells }) => ({
        line,
        cells: header.map((_, i) => cells[i] ?? ''),
        surplus: cells.slice(header.length).filter((cell) => cell.trim() !== ''),
      })),
  };
}

function trimEnd(cells: readonly string[]): string[] {
  const last = cells.findLastIndex((cell) => cell !== '');
  return cells.slice(0, last + 1);
}
