import { InvalidArgumentError } from 'commander';

/** Reads a whole number of an option; commander names the option and what is wrong with it. */
export function wholeNumber(option: string, least: number, most: number): (value: string) => number {
  return (value) => {
    const number = Number(value);
    if (Number.isInteger(number) && number >= least && number <= most) return number;
    throw new InvalidArgumentError(`${option} takes a whole number from ${least} to ${most}.`);
  };
}
