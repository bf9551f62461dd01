import type { Figures } from './calibration/figures.js';
import type { Corpus } from './corpus.js';
import { explainStanding } from './explain.js';
import type { FairKind } from './fairness/fair-places.js';
import { filtersOf, ordinalsOf } from './filters.js';
import type { FilterName } from './filters.js';
import type { PreparedCall } from './query/prepared-call.js';
import { rankOrganisations } from './rank-organisations.js';
import type { RankOptions, Reasons } from './ranking.js';
import { settingOf } from './standing.js';
import { changesFor } from './would-change.js';
import type { Change } from './would-change.js';

/** Where one organisation stands for one call, whether or not a list shows it. */
export interface Why extends Figures {
  /** place in the list of the request, from 1; null where it does not appear in it */
  readonly rank: number | null;
  /** place by score alone, from 1; null where it has none */
  readonly scoreRank: number | null;
  /** kinds for whose share it stands further up than its score would have it */
  readonly raisedFor: readonly FairKind[];
  /** how many the list has */
  readonly total: number;
  readonly score: number;
  /** what leaves it out of the list; empty: nothing does */
  readonly leftOutBy: readonly FilterName[];
  /** score of the last of the first `limit` by score; null where the list is shorter */
  readonly needed: number | null;
  readonly reasons: Reasons;
  /** what would raise its score, the most first; each verified by scoring again */
  readonly changes: readonly Change[];
}

const defaultLimit = 10;

/**
 * "Why not?": rank, score, parts, what is missing, what would change it, and what leaves it out.
 *
 * @param options filters and seeds as for the list; `limit`: how many places count as shown, 10 by default
 * @returns undefined where no segment knows the organisation
 */
export function why(
  corpus: Corpus,
  call: PreparedCall,
  organisation: string,
  options: RankOptions = {},
): Why | undefined {
  const ordinal = corpus.organisationOrdinal(organisation);
  if (ordinal === undefined) return undefined;
  const list = rankOrganisations(corpus, call, { ...options, limit: corpus.organisationCount, explain: 0 });
  const setting = settingOf(corpus, call, otherSeeds(corpus, options, ordinal));
  const { score, reasons, figures } = explainStanding(setting, ordinal);
  const own = list.results.find((place) => place.organisation === organisation);
  const shown = options.limit ?? defaultLimit;
  return {
    rank: own?.rank ?? null,
    scoreRank: own?.scoreRank ?? null,
    raisedFor: own?.raisedFor ?? [],
    total: list.total,
    score,
    ...figures,
    leftOutBy: filtersOf(corpus, options, call.asOf).flatMap(({ name, admits }) =>
      admits(ordinal) ? [] : [name],
    ),
    needed: list.results.find(({ scoreRank }) => scoreRank === shown)?.score ?? null,
    reasons,
    changes: changesFor(setting, ordinal, reasons.missing),
  };
}

/** A seed has no place in the list; asked about itself, it is judged by its evidence and the other seeds. */
function otherSeeds(corpus: Corpus, { seeds = [] }: RankOptions, ordinal: number): Set<number> {
  const others = ordinalsOf(corpus, seeds);
  others.delete(ordinal);
  return others;
}
