import type { ConceptRow } from './cordis-rows.js';

/**
 * A class with the classes above it, whose labels stand in its path; only itself where path and code do not have the
 * same length.
 */
export function withAncestors(concept: ConceptRow): readonly ConceptRow[] {
  const numbers = concept.code.split('/').slice(1);
  const labels = (concept.path ?? '').split('/').slice(1);
  if (numbers.length !== labels.length) return [concept];
  return numbers.map((_number, at) =>
    at === numbers.length - 1
      ? concept
      : {
          code: `/${numbers.slice(0, at + 1).join('/')}`,
          label: labels[at] ?? '',
          path: `/${labels.slice(0, at + 1).join('/')}`,
        },
  );
}
