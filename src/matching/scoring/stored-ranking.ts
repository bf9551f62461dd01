import {
  explain,
  figures,
  type Corpus,
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
  readonly limit: number;
}

/**
 * The first places of stored lists, as a live ranking would give them: the cluster's entries in place of the open ones
 * of the same organisations, without those excluded, with reasons.
 *
 * @returns null where only a live ranking can tell: the lists were cut above the place asked for, or what they were made
 *   from is not what `corpus` and `call` say now
 */
export function storedRanking(
  corpus: Corpus,
  call: PreparedCall,
  { open, own, exclude, limit }: StoredLists,
): OrganisationRanking | null {
  const excluded = new Set(exclude);
  const merged = mergedEntries(corpus, open, own);
  const certain = merged.filter((entry) => surely(entry, open) && (own === null || surely(entry, own)));
  const shown = certain.filter(({ id }) => !excluded.has(id)).slice(0, limit);
  if (shown.length < limit && [open, own].some((list) => list !== null && isCut(list))) return null;
  const listed = new Set(merged.map(({ id }) => id));
  const scores = (id: string): boolean => listed.has(id) || (explain(corpus, call, id)?.score ?? 0) > 0;
  const results = shown.map((entry, place) => {
    const explained = explain(corpus, call, entry.id);
    return {
      rank: place + 1,
      organisation: entry.id,
      score: entry.score,
      ...figures(entry.fit, entry.trackRecord, corpus.model),
      reasons: explained?.score === entry.score ? { tree: explained.tree, missing: explained.missing } : null,
    };
  });
  if (results.some(({ reasons }) => reasons === null)) return null;
  return {
    modelVersion: corpus.model.version,
    total: open.total - (own?.alsoOpen ?? 0) + (own?.total ?? 0) - [...excluded].filter(scores).length,
    unknownSeeds: [],
    results,
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
