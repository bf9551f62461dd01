import { type Reading, stated } from './reading.js';

/** Names the list of codes, and is none itself: `ATECO 2007: 62.01`. */
const edition = /\bateco\s*20\d{2}\b/gi;
/** A cell of nothing else: what an Italian spreadsheet makes of 62.01. */
const decimalComma = /^\s*(\d{1,2}),(\d{1,2})\s*$/;

/**
 * Codes of economic activity (ATECO, NACE): `25.62.00`, several parted by anything but digits and dots, words after a
 * code left out. A spreadsheet makes `1.11` of `01.11`: the zero is put back. `62.1` stays as it is, for it may be the
 * group as well as what is left of `62.10`.
 *
 * What holds no code is kept out and said, for the row is right without it.
 */
export function readAteco(text: string): Reading<readonly string[]> {
  const codes = text
    .replace(edition, '')
    .replace(decimalComma, '$1.$2')
    .split(/[;,|\n]/)
    .map((part) => /^\D*?(\d{1,2}(?:\.\d{1,2}){0,2}|\d{4}|\d{6})(?!\.?\d)/.exec(part.trim())?.[1])
    .filter((code) => code !== undefined)
    .map(full);
  const known = [...new Set(codes)];
  if (known.length > 0) return stated(known);
  return stated<readonly string[]>(null, {
    problem: 'ateco-not-recognised',
    message: 'no code of the form 25.62.00: left as "not stated"',
  });
}

function full(code: string): string {
  if (!code.includes('.')) {
    if (code.length <= 2) return code.padStart(2, '0');
    return (code.match(/\d{2}/g) ?? []).join('.');
  }
  const [division = '', ...finer] = code.split('.');
  return [division.padStart(2, '0'), ...finer].join('.');
}
