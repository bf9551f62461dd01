import type { OpportunityRanking } from '../../ranking/index.js';
import type { PackedList } from '../scoring/scoring-request.js';
import type { MemberList } from './match-list.store.js';

/** The same scores seen from both sides. */
export interface Pivoted {
  readonly byOpportunity: readonly PackedList[];
  readonly byMember: readonly MemberList[];
}

interface Entry {
  readonly member: string;
  readonly score: number;
  readonly fit: number;
  readonly trackRecord: number;
}

/**
 * Turns the rankings of many members into a list per opportunity and a list per member, best first.
 *
 * Members with equal scores stand in the order they were given in.
 *
 * @param rankings one per member, in the same order, each with every opportunity that scored
 */
export function pivot(
  members: readonly string[],
  rankings: readonly OpportunityRanking[],
  limits: { readonly perOpportunity: number; readonly perMember: number },
): Pivoted {
  const entries = new Map<string, Entry[]>();
  const byMember = members.map((member, place): MemberList => {
    const results = rankings[place]?.results ?? [];
    for (const { opportunity, score, fit, trackRecord } of results) {
      const list = entries.get(opportunity) ?? [];
      list.push({ member, score, fit: fit.score, trackRecord: trackRecord.score });
      entries.set(opportunity, list);
    }
    const kept = results.slice(0, limits.perMember);
    return {
      organisation: member,
      opportunities: kept.map(({ opportunity }) => opportunity),
      scores: kept.map(({ score }) => score),
      fits: kept.map(({ fit }) => fit.score),
      trackRecords: kept.map(({ trackRecord }) => trackRecord.score),
    };
  });
  const byOpportunity = [...entries].map(([opportunity, all]): PackedList => {
    const kept = [...all].sort((a, b) => b.score - a.score).slice(0, limits.perOpportunity);
    return {
      opportunity,
      organisations: kept.map(({ member }) => member),
      scores: kept.map(({ score }) => score),
      fits: kept.map(({ fit }) => fit),
      trackRecords: kept.map(({ trackRecord }) => trackRecord),
      total: all.length,
    };
  });
  return { byOpportunity, byMember };
}
