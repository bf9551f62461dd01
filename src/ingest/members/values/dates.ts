import { type Reading, stated, unreadable } from './reading.js';

/** How `03/04/2024` is read; `undecided` where nothing tells. */
export type DateOrder = 'day-first' | 'month-first' | 'undecided';

const months: readonly RegExp[] = [
  /^(gen|jan)/, /^feb/, /^mar/, /^a[pb]r/, /^(mag|may)/, /^(giu|jun)/, /^(lug|jul)/, /^(ago|aug)/, /^(set|sep)/,
  /^(ott|oct)/, /^nov/, /^(dic|dec)/,
]; // prettier-ignore

const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ]\d{2}:\d{2}(?::\d{2})?.*)?$/;
const numeric = /^(\d{1,2})([/. -])(\d{1,2})\2(\d{4})(?:[T ]\d{1,2}[:.]\d{2}(?:[:.]\d{2})?)?$/;
const worded = /^(\d{1,2})[°º]?[\s.-]+([a-zà-ù]+)\.?,?[\s-]+(\d{4})$/i;

/** What programs write where there is no end: 31/12/9999. */
const withoutEnd = /^(9999\b.*|\d{1,2}[/. -]\d{1,2}[/. -]9999(\b.*)?)$/;

/**
 * What decides between day and month, for a whole file: what the column map says, else what the dates that can be read
 * in one way only have in common, else the language of the file.
 */
export function dateOrderOf(
  texts: readonly string[],
  stated: 'day-first' | 'month-first' | undefined,
  italianFile: boolean,
): DateOrder {
  if (stated !== undefined) return stated;
  const slashed = texts
    .map((text) => numeric.exec(text.trim()))
    .filter((match) => match !== null && match[2] !== '.');
  const dayFirst = slashed.some((match) => Number(match?.[1]) > 12 && Number(match?.[3]) <= 12);
  const monthFirst = slashed.some((match) => Number(match?.[3]) > 12 && Number(match?.[1]) <= 12);
  if (dayFirst && monthFirst) return 'undecided';
  if (dayFirst || monthFirst) return dayFirst ? 'day-first' : 'month-first';
  return italianFile ? 'day-first' : 'undecided';
}

/**
 * A calendar date as `2024-03-01`: ISO, `gg/mm/aaaa`, `dd.mm.yyyy` (with dots always day first), `1 marzo 2024`. A year
 * alone is its first day, or its last where `end` is asked for, and said; an end in the year 9999 is none.
 */
export function readDate(text: string, order: DateOrder, edge: 'start' | 'end'): Reading<string> {
  if (edge === 'end' && withoutEnd.test(text)) {
    return stated<string>(null, { problem: 'no-end', message: 'a day that stands for "no end": left open' });
  }
  const year = /^(19|20)\d{2}$/.exec(text)?.[0];
  if (year !== undefined) {
    const day = edge === 'start' ? `${year}-01-01` : `${year}-12-31`;
    return stated(day, { problem: 'year-only', message: `a year alone, read as ${day}` });
  }
  const plain = iso.exec(text);
  if (plain !== null) return calendarDate(Number(plain[1]), Number(plain[2]), Number(plain[3]));

  const parts = numeric.exec(text);
  if (parts !== null)
    return readNumeric(
      Number(parts[1]),
      Number(parts[3]),
      Number(parts[4]),
      parts[2] === '.' ? 'day-first' : order,
    );

  const spoken = worded.exec(text);
  const month = months.findIndex((name) => name.test(spoken?.[2]?.toLowerCase() ?? '')) + 1;
  if (spoken !== null && month > 0) return calendarDate(Number(spoken[3]), month, Number(spoken[1]));
  return notADate(text);
}

function notADate(text: string): Reading<string> {
  if (/^\d{1,2}([/.-])\d{1,2}\1\d{2}$/.test(text)) {
    return unreadable('date-short-year', 'write the year with four digits');
  }
  if (/^[2-5]\d{4}$/.test(text)) {
    return unreadable('date-as-number', "a spreadsheet's day number; format the column as a date");
  }
  return unreadable('not-a-date', 'write the date as 2024-03-31 or 31/03/2024, or leave the cell empty');
}

/** Day and month are told by a number over twelve, or by being equal; only then does the order matter. */
function readNumeric(first: number, second: number, year: number, order: DateOrder): Reading<string> {
  const dayFirst = order === 'day-first' || first > 12;
  const monthFirst = order === 'month-first' || second > 12;
  if (first === second || (dayFirst && second <= 12)) return calendarDate(year, second, first);
  if (monthFirst && first <= 12) return calendarDate(year, first, second);
  if (first > 12 || second > 12) return calendarDate(year, second, first);
  const two = (value: number): string => String(value).padStart(2, '0');
  return unreadable(
    'date-two-ways',
    `could be ${year}-${two(second)}-${two(first)} or ${year}-${two(first)}-${two(second)}; write it as one of these`,
  );
}

function calendarDate(year: number, month: number, day: number): Reading<string> {
  const date = new Date(Date.UTC(year, month - 1, day));
  const exists =
    date.getUTCMonth() === month - 1 && date.getUTCDate() === day && year >= 1800 && year <= 2200;
  return exists
    ? stated(date.toISOString().slice(0, 10))
    : unreadable('no-such-day', 'no such day in the calendar; correct it');
}
