import type { OpportunityText } from '../opportunity-text.js';

/** Call-speak, learned from call texts: plain data, so that it can be stored beside a snapshot. */
export interface Boilerplate {
  /** how many calls it was learned from */
  readonly calls: number;
  /** stemmed term → factor in [0, 1] on its weight in a call; an absent term counts fully */
  readonly factors: Readonly<Record<string, number>>;
  /** hashes of sentences that many calls repeat word for word: not read at all */
  readonly sentences: readonly number[];
}

/** Learns which words and sentences calls use whatever they are about. The order of the calls does not matter. */
export function learnBoilerplate(_calls: Iterable<OpportunityText>): Boilerplate {
  throw new Error('not built yet');
}
