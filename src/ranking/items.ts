import type { FitWeights } from './model.js';
import { itemValue, levelled, bestSum, roleWeights } from './signals/fit.js';
import { termHits } from './signals/text.js';
import type { TermHit } from './signals/text.js';
import type { Setting } from './standing.js';
import { ensureReference } from './votes.js';

/** One evidence item of an organisation, scored for a call. */
export interface ScoredItem {
  readonly document: number;
  readonly hits: readonly TermHit[];
  /** sum of the hits */
  readonly score: number;
  /** what it adds to the sum behind the fit, role included; 0: too little, or it does not count */
  readonly value: number;
  /** source, state, role, age and TRL together */
  readonly weight: number;
}

/** All evidence of one organisation that may count, the most valuable first; ties by document. */
export function scoredItems({ corpus, call, counts }: Setting, ordinal: number): ScoredItem[] {
  if (call.terms.length === 0) return [];
  const reference = ensureReference(corpus, call);
  const weights = corpus.evidenceWeights(call.asOf);
  const roles = roleWeights(corpus.model);
  return corpus
    .held(ordinal)
    .filter(({ document }) => counts(document))
    .map(({ document, role }) => {
      const hits = termHits(corpus, call, document);
      const score = hits.reduce((sum, hit) => sum + hit.score, 0);
      const item = itemValue(corpus, call, document, score, weights[document] ?? 0, reference);
      const held = roles[role] ?? 0;
      return { document, hits, score, value: item.value * held, weight: item.weight * held };
    })
    .sort((a, b) => b.value - a.value || a.document - b.document);
}

export const textFitOf = (items: readonly ScoredItem[], model: FitWeights): number =>
  levelled(
    bestSum(
      items.map(({ value }) => value),
      model,
    ),
    model,
  );
