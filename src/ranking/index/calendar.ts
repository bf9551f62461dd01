import { RankingError } from '../ranking-error.js';

/** A day as a number: days since 1970-01-01. */
export type Day = number;

/** How a date that is not stated is stored. */
export const notStated: Day = -0x80000000;

/** @throws {RankingError} `ranking.bad-date`: not a calendar date such as `2024-09-01` */
export function dayOf(date: string): Day {
  const at = /^\d{4}-\d{2}-\d{2}$/.test(date) ? Date.parse(`${date}T00:00:00Z`) : Number.NaN;
  if (Number.isNaN(at) || new Date(at).toISOString().slice(0, 10) !== date) {
    throw new RankingError(
      'ranking.bad-date',
      `'${date.slice(0, 40)}' is not a calendar date; write it as 2026-07-24`,
    );
  }
  return at / 86_400_000;
}

/** Years from one day to another, fractional; 0 where the first is later. */
export const yearsBetween = (from: Day, to: Day): number => Math.max(0, to - from) / 365.25;
