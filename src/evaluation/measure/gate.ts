import type { GateFigures } from '../evaluation.js';
import type { StatedFacts } from '../read/past-project.js';
import { meanMetrics } from './metrics.js';
import { outcome, sharesOf } from './outcome.js';
import type { Outcome } from './outcome.js';

/** What lists become in the fair order that the service shows where nothing else is asked for. */
export function gateFigures(
  outcomes: readonly Outcome[],
  facts: ReadonlyMap<string, StatedFacts>,
): GateFigures {
  const fair = outcomes.map(({ query, fair: order, targets }) =>
    outcome(query, { ranked: order, scores: [], bands: [], fair: order }, targets, facts),
  );
  const real = outcomes.map(({ targets }) => sharesOf(targets, facts));
  const mean = (values: readonly number[]): number =>
    values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
  const before = meanMetrics(outcomes.map(({ metrics }) => metrics))['recall@50'];
  const after = meanMetrics(fair.map(({ metrics }) => metrics));
  return {
    'nDCG@20': after['nDCG@20'],
    'recall@50': after['recall@50'],
    'smeShare@50': mean(fair.map(({ shares: { sme } }) => sme)),
    'companyShare@50': mean(fair.map(({ shares: { company } }) => company)),
    realSmeShare: mean(real.map(({ sme }) => sme)),
    realCompanyShare: mean(real.map(({ company }) => company)),
    price: before === 0 ? 0 : 1 - after['recall@50'] / before,
  };
}
