import { AppError } from '../errors/app-error.js';

/**
 * The moment a question is asked at: the end of the day given (in UTC), so that what happened on it counts.
 *
 * @param day  `2026-07-24`; undefined is now
 * @throws {AppError} `clock.bad-date`: not a day of the calendar
 */
export function momentOf(day: string | undefined, now: Date): Date {
  if (day === undefined) return now;
  const moment = new Date(`${day}T23:59:59.999Z`);
  if (
    !/^\d{4}-\d{2}-\d{2}$/.test(day) ||
    Number.isNaN(moment.getTime()) ||
    !moment.toISOString().startsWith(day)
  ) {
    throw new AppError(
      'clock.bad-date',
      'invalid',
      `"${day}" is not a date: write year-month-day, as 2026-07-24`,
    );
  }
  return moment;
}
