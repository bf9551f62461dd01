import { fairOrder } from '../../ranking/index.js';
import type { RankingModel } from '../../ranking/index.js';
import type { GateFigures } from '../evaluation.js';
import type { StatedFacts } from '../read/past-project.js';
import { meanMetrics } from './metrics.js';
import { outcome, sharesOf } from './outcome.js';
import type { Outcome } from './outcome.js';

const depth = 200;

/** What lists become where small firms, companies and newcomers keep their share of every prefix. */
export function gateFigures(
  outcomes: readonly Outcome[],
  facts: ReadonlyMap<string, StatedFacts>,
  projects: ReadonlyMap<string, number>,
  shares: RankingModel['fairShares'],
): GateFigures {
  const kinds = [
    { name: 'sme', share: shares.sme, belongs: (id: string) => facts.get(id)?.sme === true },
    { name: 'company', share: shares.company, belongs: (id: string) => facts.get(id)?.type === 'PRC' },
    { name: 'newcomer', share: shares.newcomer, belongs: (id: string) => (projects.get(id) ?? 0) <= 1 },
  ];
  const fair = outcomes.map(({ query, ranked, targets }) =>
    outcome(query, { ranked: fairOrder(ranked, kinds, depth), scores: [] }, targets, facts),
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
