import { AppError } from '../../../platform/errors/app-error.js';

/** @param line of the list, from 1 */
export function listNotRead(line: number): AppError {
  return new AppError(
    'accounts.list-not-read',
    'invalid',
    `line ${line} of the list cannot be read: a quotation mark is not closed, or the line is very long; nobody was invited`,
  );
}

/** @param lines that there are, and may be */
export function listTooLong(lines: number, most: number): AppError {
  return new AppError(
    'accounts.list-too-long',
    'invalid',
    `the list has ${lines} lines, and ${most} are taken at a time; nobody was invited. Send it in parts`,
  );
}

/**
 * @param days  how many working days the last would wait
 * @param aDay  how many a day would reach everybody in time
 */
export function roundTooSlow(days: number, aDay: number): AppError {
  return new AppError(
    'accounts.round-too-slow',
    'invalid',
    `the last would be written to after ${days} working days, and whoever is written down must be told within a month: ` +
      `send at least ${aDay} a day`,
  );
}

export function nobodyToInvite(): AppError {
  return new AppError(
    'accounts.nobody-to-invite',
    'invalid',
    'nobody on this list can be invited: check it first, and see what is wrong with each line',
  );
}
