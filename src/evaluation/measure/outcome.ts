import type { Band } from '../../ranking/index.js';
import type { Query } from '../protocol/split.js';
import { listMetrics } from './metrics.js';
import type { ListMetrics } from './metrics.js';
import type { StatedFacts } from '../read/past-project.js';

/** One query of a task, answered: the list, what belonged in it, and how good that is. */
export interface Outcome {
  readonly query: Query;
  /** organisations, best first; metrics look at 200 */
  readonly ranked: readonly string[];
  /** of those, in the same order; empty where they are of no interest */
  readonly scores: readonly number[];
  /** of the fits, in the same order as the scores */
  readonly bands: readonly Band[];
  /** the same organisations in the order that keeps shares */
  readonly fair: readonly string[];
  readonly targets: ReadonlySet<string>;
  readonly metrics: ListMetrics;
  readonly shares: Shares;
}

/** Of the first 50 places, those that state it; in [0, 1]. */
export interface Shares {
  readonly sme: number;
  readonly company: number;
}

const shareDepth = 50;

export function outcome(
  query: Query,
  { ranked, scores, bands, fair }: Pick<Outcome, 'ranked' | 'scores' | 'bands' | 'fair'>,
  targets: ReadonlySet<string>,
  facts: ReadonlyMap<string, StatedFacts>,
): Outcome {
  const shares = sharesOf(ranked.slice(0, shareDepth), facts);
  return { query, ranked, scores, bands, fair, targets, metrics: listMetrics(ranked, targets), shares };
}

/** Zeros for an empty list. */
export function sharesOf(organisations: Iterable<string>, facts: ReadonlyMap<string, StatedFacts>): Shares {
  let count = 0;
  let sme = 0;
  let company = 0;
  for (const id of organisations) {
    const stated = facts.get(id);
    count += 1;
    sme += Number(stated?.sme === true);
    company += Number(stated?.type === 'PRC');
  }
  return count === 0 ? { sme: 0, company: 0 } : { sme: sme / count, company: company / count };
}
