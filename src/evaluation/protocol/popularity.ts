import type { PastProject } from '../read/past-project.js';

/** How many of these projects each organisation took part in, all schemes. */
export function projectCounts(train: readonly PastProject[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { participants } of train) {
    for (const { organisation } of participants)
      counts.set(organisation, (counts.get(organisation) ?? 0) + 1);
  }
  return counts;
}

/** Most train projects first, ties by ascending id: checks the harness, and ignores rule 4. */
export function popularity(train: readonly PastProject[]): string[] {
  return [...projectCounts(train)]
    .sort(([a, x], [b, y]) => y - x || Number(a > b) - Number(a < b))
    .map(([id]) => id);
}
