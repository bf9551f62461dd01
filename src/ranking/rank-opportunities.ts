import type { Corpus } from './corpus.js';
import type { PreparedCalls } from './query/prepare-call.js';
import type { OpportunityRanking } from './ranking.js';

/** Ranks prepared calls for one organisation: the other direction, the same scores. An unknown organisation gets none. */
export function rankOpportunities(
  _corpus: Corpus,
  _calls: PreparedCalls,
  _organisation: string,
  _options: { readonly limit?: number; readonly explain?: number } = {},
): OpportunityRanking {
  throw new Error('not built yet');
}
