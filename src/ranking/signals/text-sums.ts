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

/** How the value of an item is handed on: below 0 where nobody has confirmed the text. */
export const signedValue = (value: number, unconfirmed: boolean): number => (unconfirmed ? -value : value);

/**
 * Sorts `values` in place, the greatest first: added in that order, the sums are the same in both directions.
 *
 * @param values signed
 */
export function textSums(values: number[], { items, mostUnconfirmedTogether }: FitWeights): TextSums {
  if (values.length > 1) values.sort((a, b) => Math.abs(b) - Math.abs(a));
  if (boundUnconfirmed(values, mostUnconfirmedTogether)) values.sort((a, b) => b - a);
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
 * Lets unconfirmed texts count, the strongest first, until they come to `most` together: the best of them is worth the
 * same whether or not others stand beside it. Takes the sign off.
 *
 * @param values signed, by descending amount
 * @returns whether any counts less than alone: then they may be out of order
 */
export function boundUnconfirmed(values: number[], most: number): boolean {
  let left = most;
  let cut = false;
  for (let at = 0; at < values.length; at += 1) {
    const value = values[at]!;
    if (value >= 0) continue;
    const kept = Math.min(-value, left);
    left -= kept;
    cut ||= kept < -value;
    values[at] = kept;
  }
  return cut;
}

/**
 * The text fit in [0, 1): the sum levels off, so that one excellent item is worth more than many fair ones and a long
 * record never exceeds 1.
 */
export const fitOfSum = (sum: number, { half }: FitWeights): number => sum / (sum + half);
