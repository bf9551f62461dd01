import type { Cell } from './spreadsheet.js';

/** Height of a line in points, and of the tallest row a program takes. */
const lineHeight = 13;
const tallest = 400;

/** Letters that fit into a column of width one: most are narrower than the digits by which widths are counted. */
const lettersPerWidth = 1.08;

/**
 * How high a row must be for its texts to show, in points. Not every program works it out when it opens a file, and
 * then wrapped lines run into the rows below.
 */
export function rowHeight(cells: readonly Cell[], widths: readonly number[]): number {
  const lines = cells.map((cell, at) => linesOf(textOf(cell), (widths[at] ?? 10) * lettersPerWidth));
  return Math.min(tallest, Math.max(1, ...lines) * lineHeight + 2);
}

function textOf(cell: Cell): string {
  if (cell === null) return '';
  return String(typeof cell === 'object' ? cell.value : cell);
}

/** Lines that a text takes when it is wrapped between words, longer words being broken. */
function linesOf(text: string, room: number): number {
  return text
    .split('\n')
    .map((paragraph) => paragraphLines(paragraph, room))
    .reduce((sum, lines) => sum + lines, 0);
}

function paragraphLines(paragraph: string, room: number): number {
  let lines = 1;
  let used = 0;
  for (const word of paragraph.split(' ')) {
    const needed = used === 0 ? word.length : used + 1 + word.length;
    if (needed <= room) {
      used = needed;
      continue;
    }
    if (used > 0) lines += 1;
    lines += Math.max(0, Math.ceil(word.length / room) - 1);
    used = word.length % room;
  }
  return lines;
}
