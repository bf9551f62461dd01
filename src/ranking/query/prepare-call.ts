import type { Corpus } from '../corpus.js';
import type { OpportunityText } from '../opportunity-text.js';

export interface PrepareOptions {
  /** calendar date `2026-07-24`: evidence dated later does not count, older evidence ages from here */
  readonly asOf: string;
  /** documents written for this call are no evidence (it judges a past call); null: all count */
  readonly excludeTopic?: string | null;
  /** what the asker looks for (`coordinator`, `end user`, `battery test bench`): read as text, and as a fact if known */
  readonly role?: string | null;
}

/** A call made ready to score: weighted terms and the scale of its scores. Bound to the open segment and the model. */
export interface PreparedCall {
  readonly id: string;
  readonly asOf: string;
  /** score of a document that fits as well as the best of the open evidence do; same for both directions */
  readonly reference: number;
}

/** Many calls with an index of their terms, for `rankOpportunities` and `scoreBlock`. */
export interface PreparedCalls {
  readonly calls: readonly PreparedCall[];
}

/** @throws {RankingError} `ranking.bad-date`: `asOf` is not a calendar date */
export function prepareCall(_corpus: Corpus, _call: OpportunityText, _options: PrepareOptions): PreparedCall {
  throw new Error('not built yet');
}

export function prepareCalls(
  _corpus: Corpus,
  _calls: readonly OpportunityText[],
  _options: PrepareOptions,
): PreparedCalls {
  throw new Error('not built yet');
}
