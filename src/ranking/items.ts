import type { FitWeights } from './model.js';
import { itemValue, roleWeights } from './signals/fit.js';
import { boundUnconfirmed, signedValue, textSums } from './signals/text-sums.js';
import type { TextSums } from './signals/text-sums.js';
import { scoreDocument } from './signals/text.js';
import type { Setting } from './standing.js';
import { ensureScale } from './votes.js';

/** One evidence item of an organisation, scored for a call. */
export interface ScoredItem {
  readonly document: number;
  /** of its words and concepts, above 0 */
  readonly score: number;
  /** what it alone adds to the sum behind the fit, role included; 0: too little, or it does not count */
  readonly value: number;
  readonly unconfirmed: boolean;
  /** source, state, role, age and TRL together */
  readonly weight: number;
}

/** All evidence of one organisation that answers at all, the most valuable first; ties by document. */
export function scoredItems({ corpus, call, admitted }: Setting, ordinal: number): ScoredItem[] {
  if (call.size === 0) return [];
  const scale = ensureScale(corpus, call);
  const { weights } = corpus.on(call.asOf);
  const roles = roleWeights(corpus.model);
  const items: ScoredItem[] = [];
  for (const { document, role } of corpus.held(ordinal)) {
    if (admitted[document] === 0) continue;
    const score = scoreDocument(corpus, call, document);
    if (score === 0) continue;
    const { value, weight, unconfirmed } = itemValue(
      corpus,
      call,
      { document, score, weight: weights[document] ?? 0 },
      scale,
    );
    const held = roles[role] ?? 0;
    items.push({ document, score, value: value * held, unconfirmed, weight: weight * held });
  }
  return items.sort((a, b) => b.value - a.value || a.document - b.document);
}

export const textOf = (items: readonly ScoredItem[], model: FitWeights): TextSums =>
  textSums(
    items.map(({ value, unconfirmed }) => signedValue(value, unconfirmed)),
    model,
  );

/** The items that make up the fit, each with what it adds beside the others, above 0; the most valuable first. */
export function countedItems(
  items: readonly ScoredItem[],
  model: FitWeights,
): { readonly item: ScoredItem; readonly counts: number }[] {
  const values = items.map(({ value, unconfirmed }) => signedValue(value, unconfirmed));
  boundUnconfirmed(values, model.mostUnconfirmedTogether);
  return items
    .map((item, at) => ({ item, counts: values[at]! }))
    .sort((a, b) => b.counts - a.counts || a.item.document - b.item.document)
    .slice(0, model.items)
    .filter(({ counts }) => counts > 0);
}
