import {
  explain,
  showListed,
  type Corpus,
  type FairAsked,
  type OrganisationRanking,
  type PreparedCall,
} from '../../ranking/index.js';
import { entriesOf, isCut, type ClusterList, type PackedEntry, type PackedList } from './packed-list.js';

/** What is stored for one opportunity, and what of it is wanted. */
export interface StoredLists {
  readonly open: PackedList;
  /** of the one cluster in scope; null: no member of it scored, or none is in scope */
  readonly own: ClusterList | null;
  /** ids that may not appear and are not counted */
  readonly exclude: readonly string[];
  /** what kinds keep of every prefix; null: by score alone */
  readonly fair: FairAsked | null;
  readonly limit: number;
}

/**
 * The first places of stored lists, as a live ranking would give them: the cluster's entries in place of the open ones
 * of the same organisations, without those excluded, in a fair order where one is asked for, with reasons.
 *
 * @returns null where only a live ranking can tell: the lists were cut above a place that is needed, or what they were
 *   made from is not what `corpus` and `call` say now
 */
export function storedRanking(
  corpus: Corpus,
  call: PreparedCall,
  { open, own, exclude, fair, limit }: StoredLists,
): OrganisationRanking | null {
  const excluded = new Set(exclude);
  const merged = mergedEntries(corpus, open, own);
  const certain = merged.filter((entry) => surely(entry, open) && (own === null || surely(entry, own)));
  const needed = Math.max(limit, corpus.model.fairAmong);
  const ranked = certain.filter(({ id }) => !excluded.has(id)).slice(0, needed);
  if (ranked.length < needed && [open, own].some((list) => list !== null && isCut(list))) return null;
  const listed = new Set(merged.map(({ id }) => id));
  const scores = (id: string): boolean => listed.has(id) || (explain(corpus, call, id)?.score ?? 0) > 0;
  const { results, fairShares } = showListed(
    corpus,
    call,
    ranked.map(({ id, ...figures }) => ({ organisation: id, ...figures })),
    { fair, limit },
  );
  if (results.length < Math.min(limit, ranked.length) || results.some(({ reasons }) => reasons === null))
    return null;
  return {
    modelVersion: corpus.model.version,
    total: open.total - (own?.alsoOpen ?? 0) + (own?.total ?? 0) - [...excluded].filter(scores).length,
    unknownSeeds: [],
    fairShares,
    results,
    without: [],
  };
}

/** Both lists as one, equal scores in the order of ties. */
function mergedEntries(corpus: Corpus, open: PackedList, own: ClusterList | null): PackedEntry[] {
  const entries = own === null ? [] : entriesOf(own);
  const superseded = new Set(own?.entries);
  const tie = ({ id }: PackedEntry): number =>
    corpus.organisations.tieRank[corpus.organisationOrdinal(id) ?? -1] ?? 0;
  return [...entries, ...entriesOf(open).filter(({ id }) => !superseded.has(id))].sort(
    (a, b) => b.score - a.score || tie(a) - tie(b),
  );
}

/** Whether nothing that a list was cut below could stand before this entry. */
function surely({ id, score }: PackedEntry, list: PackedList): boolean {
  return !isCut(list) || score > (list.scores.at(-1) ?? 0) || list.entries.includes(id);
}
