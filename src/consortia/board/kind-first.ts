/** What tells whether somebody is of a kind, and near. */
export interface KindQuestion {
  /** what organisations of that kind are called; none: names say nothing about the kind */
  readonly called: readonly RegExp[];
  /** NUTS 2 of the board's cluster; null: not known */
  readonly region: string | null;
}

/** What is known of a candidate's name and place. */
export interface KindFacts {
  readonly name: string;
  readonly nuts: string | null;
}

/**
 * Candidates in the order of a seat that only one kind of organisation can take: those of the kind in the region first,
 * then those of the kind elsewhere, then the others; within each, the order they came in. A firm that writes about
 * hospitals reads like one; who is one, its name says.
 */
export function kindFirst<T>(
  candidates: readonly T[],
  factsOf: (candidate: T) => KindFacts,
  { called, region }: KindQuestion,
): readonly T[] {
  if (called.length === 0) return candidates;
  const group = (candidate: T): number => {
    const { name, nuts } = factsOf(candidate);
    if (!called.some((pattern) => pattern.test(name))) return 2;
    return region !== null && nuts !== null && nuts.startsWith(region) ? 0 : 1;
  };
  const groups = candidates.map((candidate, place) => ({ candidate, place, group: group(candidate) }));
  return groups.sort((a, b) => a.group - b.group || a.place - b.place).map(({ candidate }) => candidate);
}
