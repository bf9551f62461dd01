import { badWeek } from './digest.errors.js';

/**
 * The Monday of a week by the calendar of ISO 8601, at midnight UTC.
 *
 * @param week `2026-W48`
 * @throws {AppError} `digests.bad-week`: not written so, or a year without that week
 */
export function mondayOf(week: string): Date {
  const [, yearText, weekText] = /^(\d{4})-W(\d{2})$/.exec(week) ?? [];
  if (yearText === undefined || weekText === undefined) throw badWeek(week);
  const monday = mondayIn(Number(yearText), Number(weekText));
  // the week belongs to the year of its Thursday
  const thursday = new Date(monday.getTime() + 3 * day);
  if (Number(weekText) < 1 || thursday.getUTCFullYear() !== Number(yearText)) throw badWeek(week);
  return monday;
}

const day = 86_400_000;

/** 4 January is always in the first week. */
function mondayIn(year: number, week: number): Date {
  const fourth = Date.UTC(year, 0, 4);
  const weekday = (new Date(fourth).getUTCDay() + 6) % 7;
  return new Date(fourth + ((week - 1) * 7 - weekday) * day);
}
