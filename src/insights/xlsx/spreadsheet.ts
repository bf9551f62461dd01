/** How a cell looks. The bands have their own, so that a reader sees them before reading; `none` is a
 * count of nothing. */
export const cellStyles = [
  'plain',
  'title',
  'note',
  'header',
  'bold',
  'strong',
  'good',
  'possible',
  'invented',
  'warning',
  'count',
  'none',
  'money',
] as const;
export type CellStyle = (typeof cellStyles)[number];

/** Where a cell leads: a page, or a cell of another sheet. */
export type CellLink = { readonly url: string } | { readonly sheet: string; readonly cell: string };

/** What a cell holds: nothing, a text or a number. There is no formula, so none can be written. */
export type Cell =
  | null
  | string
  | number
  | {
      readonly value: string | number;
      readonly style?: CellStyle;
      readonly link?: CellLink | null;
    };

export interface Column {
  readonly heading: string;
  /** in characters, as spreadsheet programs count it */
  readonly width: number;
}

export interface Sheet {
  /** at most 31 characters, none of `[]:*?/\` */
  readonly name: string;
  /** lines above the table, such as a title and the age of the data; they stay in sight with the headings */
  readonly above: readonly Cell[];
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
  /** whether the headings filter the rows */
  readonly filtered: boolean;
}

export interface Spreadsheet {
  readonly title: string;
  /** at the foot of each printed page: `Page &P of &N` */
  readonly pageNumber: string;
  readonly sheets: readonly Sheet[];
}

/** `A`, `Z`, `AA`: the name of a column, from 0. */
export function columnName(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : columnName(Math.floor(index / 26) - 1) + letter;
}

/** The line on which a row of the table stands, from 1: below the lines above it and the headings. */
export function lineOf(sheet: Pick<Sheet, 'above'>, row: number): number {
  return sheet.above.length + 2 + row;
}
