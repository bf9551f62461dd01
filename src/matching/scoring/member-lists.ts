import {
  rankOpportunities,
  type Corpus,
  type OpportunityRanking,
  type PreparedCalls,
} from '../../ranking/index.js';
import { packed, storedBands, type ClusterList, type PackedEntry, type PackedList } from './packed-list.js';

/** The same scores seen from both sides. */
export interface MemberLists {
  readonly byOpportunity: readonly ClusterList[];
  /** every opportunity that scored, so that counts are exact whatever is open on the day they are read */
  readonly byMember: readonly PackedList[];
}

/**
 * Ranks all calls for every member of a cluster: few members against many calls, so each member ranks the calls, and
 * the lists of the calls are the turn of it.
 *
 * @param corpus the open segment and the cluster's, whose organisations are the members
 * @param open the open segment alone: what the members' open evidence says without the cluster's
 */
export function memberLists(
  corpus: Corpus,
  open: Corpus,
  calls: PreparedCalls,
  perOpportunity: number,
): MemberLists {
  const own = corpus.segments[1];
  const byOpportunity = new Map<string, { entries: PackedEntry[]; alsoOpen: number }>();
  const byMember: PackedList[] = [];
  const everyCall = { limit: calls.calls.length, explain: 0 };
  for (let local = 0; local < (own?.organisationCount ?? 0); local += 1) {
    const member = own!.organisations.at(local);
    const openly = new Set(rankOpportunities(open, calls, member, everyCall).results.map(opportunityOf));
    const { results } = rankOpportunities(corpus, calls, member, everyCall);
    for (const result of results) {
      const list = byOpportunity.get(result.opportunity) ?? { entries: [], alsoOpen: 0 };
      byOpportunity.set(result.opportunity, list);
      list.entries.push(entryOf(member, result));
      if (openly.has(result.opportunity)) list.alsoOpen += 1;
    }
    byMember.push({
      ...packed(
        member,
        results.map((result) => entryOf(result.opportunity, result)),
        results.length,
      ),
      bands: results.map(({ fit }) => storedBands.indexOf(fit.band)),
    });
  }
  return {
    byOpportunity: [...byOpportunity].map(([opportunity, { entries, alsoOpen }]) => ({
      // members come in the order of ties, and a stable sort keeps it
      ...packed(
        opportunity,
        entries.sort((a, b) => b.score - a.score),
        perOpportunity,
      ),
      alsoOpen,
    })),
    byMember,
  };
}

type Result = OpportunityRanking['results'][number];

const opportunityOf = ({ opportunity }: Result): string => opportunity;

const entryOf = (id: string, { score, fit, trackRecord }: Result): PackedEntry => ({
  id,
  score,
  fit: fit.score,
  trackRecord: trackRecord.score,
  band: null,
});
