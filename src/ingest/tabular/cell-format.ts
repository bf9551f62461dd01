/** How a number in a cell is meant: a count, a day, a moment, a time of day, or digits filled up with zeros. */
export type CellFormat =
  | { readonly kind: 'number' }
  | { readonly kind: 'date' }
  | { readonly kind: 'digits'; readonly length: number };

export const plainNumber: CellFormat = { kind: 'number' };

/** Built-in format numbers that show a date or a time (ECMA-376, part 1, 18.8.30; 27–36 and 50–58 are East Asian). */
const builtInDates: readonly (readonly [number, number])[] = [
  [14, 22],
  [27, 36],
  [45, 47],
  [50, 58],
];

/** The meaning of a number format, by its number and, where the workbook defines it, its code. */
export function cellFormat(id: number, code: string | undefined): CellFormat {
  if (code === undefined) {
    return builtInDates.some(([from, to]) => id >= from && id <= to) ? { kind: 'date' } : plainNumber;
  }
  const shown = (code.split(';')[0] ?? '')
    .replace(/"[^"]*"|\\.|_.|\*./g, '')
    .replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '');
  if (/^0{2,}$/.test(shown)) return { kind: 'digits', length: shown.length };
  if (/general|standard/i.test(shown)) return plainNumber;
  // g, a and t are day, year and day in Italian and German format codes that some writers leave untranslated
  return /[dmyhsgaj]/i.test(shown) && !/[#0?]/.test(shown.replace(/s\.?0+/gi, ''))
    ? { kind: 'date' }
    : plainNumber;
}

/**
 * The number of a cell as text: whole numbers without exponent, days as `2024-03-01`, moments with `T10:30:00`,
 * times of day alone as `10:30:00`. What is not a number stays as it is.
 */
export function numberText(raw: string, format: CellFormat, from1904: boolean): string {
  const value = Number(raw);
  if (raw.trim() === '' || !Number.isFinite(value)) return raw;
  if (format.kind === 'date') return dateText(value, from1904) ?? plainText(value);
  if (format.kind === 'digits' && Number.isSafeInteger(value) && value >= 0) {
    return String(value).padStart(format.length, '0');
  }
  return plainText(value);
}

/** Workbooks store binary fractions (0.30000000000000004); fifteen digits are what the program shows at most. */
function plainText(value: number): string {
  return Number.isInteger(value) && Math.abs(value) < 1e21
    ? BigInt(value).toString()
    : String(Number(value.toPrecision(15)));
}

const dayMs = 86_400_000;
/** 31 December 9999, the last day a spreadsheet knows. */
const lastDay = 2_958_465;

function dateText(serial: number, from1904: boolean): string | undefined {
  if (serial < 0 || serial > lastDay + 1) return undefined;
  const seconds = Math.round((serial % 1) * 86_400);
  const time = new Date(seconds * 1000).toISOString().slice(11, 19);
  if (serial < 1 && !from1904) return time;

  const days = Math.floor(serial) + (seconds === 86_400 ? 1 : 0);
  const iso = new Date(epoch(days, from1904) + days * dayMs).toISOString().slice(0, 10);
  return seconds % 86_400 === 0 ? iso : `${iso}T${time}`;
}

/** The 1900 system counts a 29 February 1900 that never was, so days before March 1900 are one later. */
function epoch(days: number, from1904: boolean): number {
  if (from1904) return Date.UTC(1904, 0, 1);
  return days < 60 ? Date.UTC(1899, 11, 31) : Date.UTC(1899, 11, 30);
}
