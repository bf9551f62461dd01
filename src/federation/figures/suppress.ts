/** Fewer than this and a figure would point at somebody. */
export const fewestCounted = 5;

/** One line of a table whose lines share nothing. */
export interface Cell {
  readonly label: string;
  /** null: kept back */
  readonly count: number | null;
}

export interface CountTable {
  /** null: kept back */
  readonly total: number | null;
  /** in order of label; empty ones are left out */
  readonly cells: readonly Cell[];
}

/**
 * A table of counts that says nothing of fewer than five, nor lets it be worked out: where cells are kept back, together
 * they hold at least five and are at least two, so that the total less the others tells of no single one.
 *
 * @param labels one per member counted; each is counted once
 */
export function countTable(labels: readonly string[]): CountTable {
  const counts = new Map<string, number>();
  for (const label of labels) counts.set(label, (counts.get(label) ?? 0) + 1);
  const total = labels.length;
  const kept = keptBack([...counts]);
  return {
    total: total > 0 && total < fewestCounted ? null : total,
    cells: [...counts]
      .sort(([a], [b]) => Number(a > b) - Number(a < b))
      .map(([label, count]) => ({ label, count: kept.has(label) ? null : count })),
  };
}

function keptBack(counts: readonly (readonly [string, number])[]): Set<string> {
  const ascending = [...counts].sort(
    ([a, left], [b, right]) => left - right || Number(a > b) - Number(a < b),
  );
  const kept = new Set<string>();
  let hidden = 0;
  for (const [label, count] of ascending) {
    const safe = kept.size === 0 || (kept.size > 1 && hidden >= fewestCounted);
    if (count >= fewestCounted && safe) break;
    kept.add(label);
    hidden += count;
  }
  return kept;
}
