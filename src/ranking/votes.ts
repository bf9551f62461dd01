import type { Corpus } from './corpus.js';
import type { PreparedCall } from './query/prepared-call.js';
import { bestSum, itemValue, levelled, roleWeights } from './signals/fit.js';
import { clearScores, referenceScore, scoreDocuments } from './signals/text.js';

/** The text fit of every organisation that some evidence speaks for. */
export interface TextFits {
  /** ordinals, each once, in no special order */
  readonly organisations: readonly number[];
  /** the fit of each, above 0 */
  readonly fits: readonly number[];
}

/** Scores all documents for a call and gathers each one's value at its holders. */
export function textFits(corpus: Corpus, call: PreparedCall): TextFits {
  if (call.terms.length === 0) return { organisations: [], fits: [] };
  const scores = scoreDocuments(corpus, call);
  const reference = call.reference(() => referenceScore(corpus, call, scores));
  const values = gatherValues(corpus, call, scores, reference);
  clearScores(corpus);
  const model = corpus.model.fit;
  return {
    organisations: [...values.keys()],
    fits: [...values.values()].map((held) => levelled(bestSum(held, model), model)),
  };
}

/** Organisation → the values of its items, in no special order. */
function gatherValues(
  corpus: Corpus,
  call: PreparedCall,
  scores: Int32Array,
  reference: number,
): Map<number, number[]> {
  const weights = corpus.evidenceWeights(call.asOf);
  const roles = roleWeights(corpus.model);
  const least = corpus.model.fit.noise * reference;
  const values = new Map<number, number[]>();
  corpus.segments.forEach(({ arrays, documentCount }, place) => {
    const base = corpus.documentBase[place] ?? 0;
    const { holderStarts, holderOrganisations, holderRoles } = arrays;
    for (let local = 0; local < documentCount; local += 1) {
      const score = scores[base + local]!;
      if (score < least) continue;
      const { value } = itemValue(corpus, call, base + local, score, weights[base + local]!, reference);
      if (value === 0) continue;
      for (let at = holderStarts[local]!; at < holderStarts[local + 1]!; at += 1) {
        const ordinal = corpus.organisations.ordinal(place, holderOrganisations[at]!);
        const held = values.get(ordinal);
        const vote = value * roles[holderRoles[at]!]!;
        if (held === undefined) values.set(ordinal, [vote]);
        else held.push(vote);
      }
    }
  });
  return values;
}

/** The reference of a call that has not been scored yet: one pass over the documents. */
export function ensureReference(corpus: Corpus, call: PreparedCall): number {
  return call.reference(() => {
    const reference = referenceScore(corpus, call, scoreDocuments(corpus, call));
    clearScores(corpus);
    return reference;
  });
}
