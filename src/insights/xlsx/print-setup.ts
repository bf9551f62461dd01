/** Columns together wider than this, in characters, cannot be read on A4. */
const mostOnA4 = 190;

/** Landscape; `number` as the format counts papers, width and height in points. */
const papers = {
  a4: { number: 9, width: 842, height: 595 },
  a3: { number: 8, width: 1191, height: 842 },
} as const;

/** In inches. */
const margins = { left: 0.4, right: 0.4, top: 0.5, bottom: 0.6 } as const;

/** Points of an inch, and of a column of width one: as measured in LibreOffice, with Excel a little less. */
const inch = 72;
const perWidth = 5.9;

/** A last page less full than this is not worth its paper: the sheet is printed a little smaller instead. */
const worthAPage = 0.25;

/** What is printed: heights in points, widths in characters. */
export interface Printed {
  /** of the lines that every page repeats */
  readonly repeated: readonly number[];
  readonly rows: readonly number[];
  readonly widths: readonly number[];
}

/** As wide as one page, as many pages as it takes, but for a last one that would be nearly empty. */
export function printSetup({ repeated, rows, widths }: Printed): string {
  const wide = sum(widths);
  const paper = wide > mostOnA4 ? papers.a3 : papers.a4;
  const across = paper.width - (margins.left + margins.right) * inch;
  const down = paper.height - (margins.top + margins.bottom) * inch;
  const scale = Math.min(1, across / Math.max(1, wide * perWidth));
  const room = down / scale - sum(repeated);
  const pages = pagesOf(rows, room);
  const spared = pages.length > 1 && (pages.at(-1) ?? 0) < room * worthAPage;
  return (
    `<pageMargins left="${margins.left}" right="${margins.right}" top="${margins.top}" bottom="${margins.bottom}" header="0.3" footer="0.3"/>` +
    `<pageSetup paperSize="${paper.number}" orientation="landscape" fitToWidth="1" fitToHeight="${spared ? pages.length - 1 : 0}"/>`
  );
}

/** How much of each page rows take that are not broken. */
function pagesOf(rows: readonly number[], room: number): readonly number[] {
  const pages: number[] = [];
  for (const height of rows) {
    const filled = pages.at(-1);
    if (filled === undefined || filled + height > room) pages.push(height);
    else pages[pages.length - 1] = filled + height;
  }
  return pages;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);
