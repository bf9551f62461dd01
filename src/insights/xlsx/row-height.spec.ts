import { rowHeight } from './row-height.js';

describe('the height of a row', () => {
  it('is one line for short texts and for none', () => {
    expect(rowHeight([null, 'short', 7], [10, 10, 10])).toBe(15);
    expect(rowHeight([], [])).toBe(15);
  });

  it('grows with the cell that takes most lines', () => {
    const text = 'four words of text '.repeat(5).trim();
    expect(rowHeight(['x', text], [10, 20])).toBe(5 * 13 + 2);
    expect(rowHeight([{ value: text, style: 'bold' }], [200])).toBe(15);
  });

  it('breaks a word that is longer than the column', () => {
    expect(rowHeight(['x'.repeat(100)], [25])).toBe(4 * 13 + 2);
  });

  it('stays below what a program takes', () => {
    expect(rowHeight(['word '.repeat(5_000)], [5])).toBe(400);
  });
});
