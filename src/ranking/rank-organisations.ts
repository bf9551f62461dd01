import type { Corpus } from './corpus.js';
import type { PreparedCall } from './query/prepare-call.js';
import type { OrganisationRanking, RankOptions, Reasons } from './ranking.js';

/** Ranks every organisation of the corpus for one call. */
export function rankOrganisations(
  _corpus: Corpus,
  _call: PreparedCall,
  _options: RankOptions = {},
): OrganisationRanking {
  throw new Error('not built yet');
}

/** The reasons of one pair, with the score they add up to; undefined where no segment knows the organisation. */
export function explain(
  _corpus: Corpus,
  _call: PreparedCall,
  _organisation: string,
  _options: Pick<RankOptions, 'seeds'> = {},
): (Reasons & { readonly score: number }) | undefined {
  throw new Error('not built yet');
}
