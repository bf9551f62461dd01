/**
 * Boosted regression trees as plain numbers. The score of a row is the sum of one leaf of each tree.
 *
 * A tree is a row of triples from its root: `[feature, threshold, right]` for a split (the left branch follows, the
 * right one starts at triple `right`; a value at or below the threshold goes left), `[-1, value, 0]` for a leaf.
 */
export interface Trees {
  /** what each number of a row means, in order */
  readonly features: readonly string[];
  readonly trees: readonly (readonly number[])[];
}

/** @param row one value per feature */
export function sumOfTrees({ trees }: Trees, row: Float64Array): number {
  let sum = 0;
  for (const tree of trees) {
    let at = 0;
    while (tree[at]! >= 0) at = row[tree[at]!]! <= tree[at + 1]! ? at + 3 : tree[at + 2]! * 3;
    sum += tree[at + 1]!;
  }
  return sum;
}
