import { InvalidArgumentError } from 'commander';

/** Reads a whole number of an option; commander names the option and what is wrong with it. */
export function wholeNumber(option: string, least: number, most: number): (value: string) => number {
  return (value) => {
    const number = Number(value);
    if (Number.isInteger(number) && number >= least && number <= most) return number;
    throw new InvalidArgumentError(`${option} takes a whole number from ${least} to ${most}.`);
  };
}

/** Reads a calendar date of an option, such as 2024-09-01. */
export function calendarDay(value: string): string {
  const at = /^\d{4}-\d{2}-\d{2}$/.test(value) ? Date.parse(`${value}T00:00:00Z`) : Number.NaN;
  if (!Number.isNaN(at) && new Date(at).toISOString().startsWith(value)) return value;
  throw new InvalidArgumentError('A calendar date is needed, such as 2024-09-01.');
}
