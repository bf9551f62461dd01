import type { FitWeights } from '../model.js';

/** What an organisation's scored items come to, before anything is asked of it. */
export interface TextSums {
  /** of the best `FitWeights.items` */
  readonly sum: number;
  /** of the best three */
  readonly three: number;
  readonly best: number;
  /** how many count at all */
  readonly items: number;
}

export const noText: TextSums = { sum: 0, three: 0, best: 0, items: 0 };

/**
 * Sorts `values` in place, the greatest first: added in that order, the sums are the same in both directions.
 */
export function textSums(values: number[], { items }: FitWeights): TextSums {
  if (values.length > 1) values.sort((a, b) => b - a);
  let sum = 0;
  let three = 0;
  let count = 0;
  for (let at = 0; at < values.length && values[at]! > 0; at += 1) {
    if (at < items) sum += values[at]!;
    if (at < 3) three += values[at]!;
    count += 1;
  }
  return { sum, three, best: values[0] ?? 0, items: count };
}

/**
 * The text fit in [0, 1): the sum levels off, so that one excellent item is worth more than many fair ones and a long
 * record never exceeds 1.
 */
export const fitOfSum = (sum: number, { half }: FitWeights): number => sum / (sum + half);
