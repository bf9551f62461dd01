/** How good one ranked list is against what happened (docs/evaluation.md). */
export interface ListMetrics {
  readonly 'nDCG@10': number;
  readonly 'nDCG@20': number;
  readonly 'recall@10': number;
  readonly 'recall@50': number;
  readonly 'recall@100': number;
  /** looks at the first 200 */
  readonly MRR: number;
  readonly 'success@5': number;
  readonly 'success@10': number;
}

/**
 * @param ranked ids, best first; more than 200 are not looked at
 * @param targets ids that belong in the list
 * @throws {RangeError} `targets` is empty: such a query is left out, it is no zero
 */
export function listMetrics(ranked: readonly string[], targets: ReadonlySet<string>): ListMetrics {
  if (targets.size === 0) throw new RangeError('a query without targets has no metrics; leave it out');
  const ranks = ranked.slice(0, 200).flatMap((id, at) => (targets.has(id) ? [at + 1] : []));
  return {
    'nDCG@10': ndcg(ranks, targets.size, 10),
    'nDCG@20': ndcg(ranks, targets.size, 20),
    'recall@10': recall(ranks, targets.size, 10),
    'recall@50': recall(ranks, targets.size, 50),
    'recall@100': recall(ranks, targets.size, 100),
    MRR: ranks[0] === undefined ? 0 : 1 / ranks[0],
    'success@5': Number((ranks[0] ?? Number.POSITIVE_INFINITY) <= 5),
    'success@10': Number((ranks[0] ?? Number.POSITIVE_INFINITY) <= 10),
  };
}

const recall = (ranks: readonly number[], targets: number, k: number): number =>
  ranks.filter((rank) => rank <= k).length / targets;

/** Gain 1 for each hit, discounted by log2(rank + 1), over the best that `k` places can hold. */
function ndcg(ranks: readonly number[], targets: number, k: number): number {
  const gain = ranks.filter((rank) => rank <= k).reduce((sum, rank) => sum + 1 / Math.log2(rank + 1), 0);
  let ideal = 0;
  for (let rank = 1; rank <= Math.min(k, targets); rank += 1) ideal += 1 / Math.log2(rank + 1);
  return gain / ideal;
}

/** The mean of each metric over many queries; zeros where there are none. */
export function meanMetrics(lists: readonly ListMetrics[]): ListMetrics {
  const mean = (name: keyof ListMetrics): number =>
    lists.reduce((sum, list) => sum + list[name], 0) / Math.max(1, lists.length);
  return {
    'nDCG@10': mean('nDCG@10'),
    'nDCG@20': mean('nDCG@20'),
    'recall@10': mean('recall@10'),
    'recall@50': mean('recall@50'),
    'recall@100': mean('recall@100'),
    MRR: mean('MRR'),
    'success@5': mean('success@5'),
    'success@10': mean('success@10'),
  };
}
