import { printSetup } from './print-setup.js';

const pagesHigh = (rows: number, widths: readonly number[] = [40, 40]): string | undefined =>
  /fitToHeight="(\d+)"/.exec(
    printSetup({ repeated: [20, 15], rows: Array.from({ length: rows }, () => 40), widths }),
  )?.[1];

describe('how a sheet is printed', () => {
  it('is as wide as a page, on the larger paper where there are many columns', () => {
    const printed = (width: number): string => printSetup({ repeated: [], rows: [], widths: [width] });
    expect(printed(190)).toContain('paperSize="9" orientation="landscape" fitToWidth="1"');
    expect(printed(191)).toContain('paperSize="8" orientation="landscape" fitToWidth="1"');
  });

  // twelve rows of 40 points on a page of A4 below what is repeated
  it.each([
    [0, '0'],
    [12, '0'],
    [13, '1'],
    [15, '1'],
    [16, '0'],
    [24, '0'],
    [25, '2'],
  ])('takes as many pages as %d rows need, and no last one that is nearly empty', (rows, pages) => {
    expect(pagesHigh(rows)).toBe(pages);
  });

  it('counts on more room where columns make everything smaller', () => {
    expect(pagesHigh(13, [95, 95])).toBe('0');
  });
});
